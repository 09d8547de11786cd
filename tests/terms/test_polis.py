"""Acceptance equals Polis's own output, with the groups that Polis found."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.shared import shared
from toolkit.terms.measure import group_aware_consensus, mean_agreement, representativeness

if TYPE_CHECKING:
    from collections.abc import Iterable

CONVERSATIONS = ("25ptpt-3gp-no-strict-with-meta", "50ptpt-3gp-strict-no-meta")
NEAR = 1e-6


class Conversation:
    """What people voted on each statement, by the group that Polis put them in, and what Polis made of it."""

    def __init__(self, name: str) -> None:
        folder = shared("oracles", "polis", name)
        self.polis: dict[str, Any] = json.loads((folder / "math-pca2.json").read_text(encoding="utf-8"))
        cast = json.loads((folder / "votes.json").read_text(encoding="utf-8"))
        self.votes: dict[tuple[int, int], int] = {}
        for vote in sorted(cast, key=lambda one: one["modified"]):
            self.votes[vote["participant_id"], vote["statement_id"]] = vote["vote"]
        base = dict(zip(self.polis["base-clusters"]["id"], self.polis["base-clusters"]["members"], strict=True))
        self.groups = {
            str(group["id"]): [person for one in group["members"] for person in base[one]]
            for group in self.polis["group-clusters"]
        }

    def of(self, people: Iterable[int], statement: int) -> list[int | None]:
        return [self.votes.get((person, statement)) for person in people]

    def by_group(self, statement: int) -> dict[str, list[int | None]]:
        return {group: self.of(people, statement) for group, people in self.groups.items()}


@pytest.fixture(params=CONVERSATIONS)
def conversation(request: pytest.FixtureRequest) -> Conversation:
    return Conversation(request.param)


def test_agreement_has_the_sign_that_polis_counts(conversation: Conversation) -> None:
    for group, told in conversation.polis["group-votes"].items():
        for statement, counts in told["votes"].items():
            votes = conversation.by_group(int(statement))[group]
            cast = len(votes) - votes.count(None)
            assert (votes.count(1), votes.count(-1), cast) == (counts["A"], counts["D"], counts["S"])


def test_group_aware_consensus_is_that_of_polis(conversation: Conversation) -> None:
    told = conversation.polis["group-aware-consensus"]
    assert len(told) == len(conversation.polis["tids"])
    for statement, number in told.items():
        votes = conversation.by_group(int(statement))
        assert group_aware_consensus(votes) == pytest.approx(number, abs=NEAR)
        assert mean_agreement(votes) == pytest.approx(number ** (1 / 3), abs=NEAR)


def test_representativeness_is_that_of_polis(conversation: Conversation) -> None:
    compared: dict[str, int] = defaultdict(int)
    for group, rows in conversation.polis["repness"].items():
        for row in rows:
            votes = conversation.by_group(row["tid"])
            outside = [vote for other, theirs in votes.items() if other != group for vote in theirs]
            found = asdict(representativeness(votes[group], outside, row["repful-for"]))
            for name, number in found.items():
                assert number == pytest.approx(row[name.replace("_", "-")], abs=NEAR), (group, row["tid"], name)
                compared[name] += 1
    assert set(compared) == {"p_success", "p_test", "repness", "repness_test"}
    assert min(compared.values()) > 10
