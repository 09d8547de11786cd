"""What a session found reaches the glossary, as it was said, and no domain of under four people with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import clock, desk, other, path
from tests.session.room import done
from toolkit.exchange.findings import with_findings
from toolkit.exchange.yaml_file import to_yaml
from toolkit.library.catalogue import Catalogue
from toolkit.library.glossary import Counts, Glossary, Held, Term
from toolkit.session.analyst import Analyst
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from toolkit.session.desk import Desk

__all__ = ["clock", "desk", "other", "path"]


@pytest.fixture
def found(desk: Desk) -> Desk:
    """Four people of open source and three of design have worked on governance."""
    from dataclasses import replace

    people = [PersonInfo(f"O{n}", "open-source") for n in range(4)] + [PersonInfo(f"D{n}", "design") for n in range(3)]
    done(desk, "take-over", plan=replace(desk.view.plan, people=tuple(people)))
    done(desk, "starter", term="governance", case="merged")
    done(desk, "case", term="governance", text="the room's own \ud83d case")
    done(desk, "slip", term="governance", domain="open-source", counts="400 130")
    done(desk, "slip", term="governance", domain="design", counts="030 300")
    for domain in ("open-source", "design"):
        done(desk, "sense", term="governance", domain=domain, text=f"what {domain} means")
        done(desk, "dissent", term="governance", domain=domain, text=f"why {domain} does not")
    done(desk, "facet", sense="s1", facet="decides", code="maintainers", text="those who stay")
    done(desk, "outcome", term="governance", decision="prefix", text="both")
    done(desk, "reveal", term="governance")
    return desk


def term(desk: Desk, *, everything: bool) -> Term:
    known = Catalogue().term("governance")
    assert known is not None
    starter = known.cases[2].model_copy(update={"id": "merged"})
    known = known.model_copy(update={"cases": [*known.cases[:2], starter]})
    return with_findings(known, desk.state, Analyst(), origin="Shared words", everything=everything)


def test_senses_verdicts_pairs_outcome_and_dissents_are_the_rooms(found: Desk) -> None:
    made = term(found, everything=True)
    own = [sense for sense in made.senses if sense.origin]
    assert [(sense.id, sense.domain, sense.definition) for sense in own] == [
        ("s1", "open-source", "what open-source means"),
        ("s2", "design", "what design means"),
    ]
    assert own[0].decides is not None
    assert (own[0].decides.code, own[0].decides.text) == ("maintainers", "those who stay")
    assert made.cases[2].verdicts == {"open-source": Counts(yes=4), "design": Counts(no=3)}
    assert (made.cases[-1].id, made.cases[-1].text, made.cases[-1].expect) == ("c2", "the room's own � case", None)
    (pair,) = made.pairs
    assert (pair.a, pair.b, pair.evidence, pair.deciding_case) == ("open-source", "design", "tally", "merged")
    assert made.outcome is not None
    assert (made.outcome.decision, [dissent.domain for dissent in made.dissents]) == (
        "prefix",
        ["open-source", "design"],
    )


def test_what_a_domain_of_three_said_stays_in_the_folder(found: Desk) -> None:
    made = term(found, everything=False)
    told = to_yaml(Glossary(title="T", terms=[made]))
    assert "what open-source means" in told
    for part in ("what design means", "why design does not"):
        assert part not in told
    assert made.cases[2].verdicts == {"open-source": Counts(yes=4)}
    assert made.pairs == []


def test_before_the_reveal_no_answer_is_told(found: Desk) -> None:
    done(found, "undo")
    made = term(found, everything=True)
    assert (made.pairs, [case.verdicts for case in made.cases if case.verdicts]) == ([], [])
    assert [sense.id for sense in made.senses if sense.origin] == ["s1", "s2"]


def test_what_was_struck_is_not_told(found: Desk) -> None:
    done(found, "strike", ref="s1")
    done(found, "strike", ref="o1")
    made = term(found, everything=True)
    assert [sense.id for sense in made.senses if sense.origin] == ["s2"]
    assert made.outcome is None


def test_it_is_a_glossary_that_can_be_read_again(found: Desk) -> None:
    made = Glossary(title="T", held=Held(workshop="T", on="2026-12-03"), terms=[term(found, everything=True)])
    assert Glossary.model_validate(made.model_dump()) == made
