"""One word from an empty wall to its outcome, in plain mode: slips first, ballots later, and a kill half way."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.pty.plain_process import PlainProcess, read
from toolkit.workshop.folder import Folder
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from pathlib import Path

PARTS = 3
"""The case, counted from 1, on which two domains part."""


def answer(case: int, domain: str) -> str:
    """Return what everybody in a domain says of a case: the fourth and third part two domains, the rest none."""
    if case == PARTS:
        return {"blockchain": "no", "public-service": "no"}.get(domain, "yes")
    return {1: "yes", 2: "no"}.get(case, "no" if case % 2 else "yes")


def slip(domain: str, people: int) -> str:
    triples = {"yes": f"{people}-0-0", "no": f"0-{people}-0"}
    return " ".join(triples[answer(case, domain)] for case in range(1, 7))


@pytest.fixture
def script(demo: Folder) -> list[str]:
    """Return the lines of a whole term collision with the sample's people."""
    plan = prepare(demo).plan
    people: dict[str, list[str]] = {}
    for person in plan.people:
        people.setdefault(person.domain or "", []).append(person.id)
    lines = ["goto b2.s1", *["starter governance"] * 4]
    lines += ["case governance A council of users blocks a release.", "case governance A bounty is paid after a chat."]
    lines += ["freeze governance", "goto b2.s2", "goto b2.s3"]
    lines += [f"slip governance {domain} {slip(domain, len(ids))}" for domain, ids in people.items()]
    for domain in ("open-source", "blockchain"):
        lines.append(f"sense governance {domain} what {domain} means by it")
    lines += ["facet s1 decides maintainers", "facet s2 decides token-holders by stake", "example s2 a vote"]
    lines += ["rate-tally s1 open-source 6 1 0", "rate-tally s1 blockchain 3 1 0", "goto b2.s5", "reveal governance"]
    for domain in ("open-source", "blockchain"):
        for id_ in people[domain]:
            lines += [f"verdict c{case} {id_} {answer(case, domain)}" for case in range(1, 7)]
    lines += ["goto b2.s6", "outcome governance prefix protocol governance, project governance"]
    return [*lines, "dissent governance academia no body met"]


def terms(folder: Folder) -> dict[str, Any]:
    (found,) = read("terms", folder)
    return found


def test_a_word_goes_from_an_empty_wall_to_its_outcome_and_a_kill_changes_nothing(
    demo: Folder, script: list[str], tmp_path: Path
) -> None:
    copy = Folder(tmp_path / "copy")
    shutil.copytree(demo.path, copy.path)
    for folder, killed_after in ((demo, len(script)), (copy, len(script) // 2)):
        for part in (script[:killed_after], script[killed_after:]):
            with PlainProcess(folder) as process:
                assert not [reply for line in part if (reply := process.ask(line)).startswith("error")]
    assert terms(demo) == terms(copy)
    governance = terms(demo)["terms"][0]
    pair = next(p for p in governance["pairs"] if (p["a"], p["b"]) == ("open-source", "blockchain"))
    assert (pair["state"], pair["evidence"]) == ("conflict", "named")
    assert pair["p"] < 0.05
    assert pair["deciding_case"] == {
        "case": f"c{PARTS}",
        "a": {"yes": 7, "no": 0, "unsure": 0},
        "b": {"yes": 0, "no": 4, "unsure": 0},
    }
    assert pair["facet_clashes"] == [{"facet": "decides", "a": ["maintainers"], "b": ["token-holders"]}]
    tallied = next(p for p in governance["pairs"] if (p["a"], p["b"]) == ("blockchain", "design"))
    assert (tallied["evidence"], tallied["p"], tallied["state"]) == ("mixed", None, "conflict")
    few = next(p for p in governance["pairs"] if p["b"] == "academia")
    assert (few["enough"], few["state"]) == (False, "undecided")
    assert governance["outcome"]["decision"] == "prefix"
    assert [dissent["domain"] for dissent in governance["dissent"]] == ["academia"]
