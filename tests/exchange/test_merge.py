"""Merging keeps every sense with its origin, and chooses nothing; comparing says what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from tests.exchange.samples import built_in, found, sense
from tests.exchange.strategies import glossaries
from toolkit.exchange.compare import Change, compare
from toolkit.exchange.merge import merge
from toolkit.exchange.yaml_file import to_yaml
from toolkit.files.yaml_reader import parse_yaml
from toolkit.library.glossary import Case, Counts, Dissent, Glossary, Held, Outcome, Pair, Term
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from collections.abc import Sequence


def workshop(name: str, **term: Any) -> Glossary:  # noqa: ANN401
    """Return a glossary of one word that was held under a name."""
    made = Term.model_validate({"id": "risk", "labels": {"en": "risk"}, **term})
    return Glossary(title=f"{name} words", held=Held(workshop=name, on="2026-12-03"), terms=[made])


def test_every_sense_stays_and_says_where_it_comes_from() -> None:
    complete = built_in().terms[0].senses[0]
    autumn = workshop("Autumn", senses=[complete.model_copy(update={"definition": "A"}), sense("design", "B")])
    spring = workshop("Spring", senses=[complete.model_copy(update={"definition": "A"})])
    (term,) = merge([autumn, spring]).terms
    assert [(s.definition, s.origin) for s in term.senses] == [("A", "Autumn"), ("B", "Autumn"), ("A", "Spring")]


def test_what_ships_is_no_workshops_and_stands_once() -> None:
    shipped = built_in().terms
    held = [
        built_in().model_copy(update={"held": Held(workshop=name, on="2026-12-03")}) for name in ("Autumn", "Spring")
    ]
    assert merge(held, shipped=shipped).terms == shipped
    twice = merge(held)
    assert sum(len(term.senses) for term in twice.terms) == 2 * sum(len(term.senses) for term in shipped)


def test_ids_are_made_distinct_and_pairs_follow_their_case() -> None:
    def one(name: str, yes: int) -> Glossary:
        case = Case(id="c1", text="A bridge cracks.", expect="yes", verdicts={"design": Counts(yes=yes)}, origin=name)
        pair = Pair(a="design", b="academia", state="vague", evidence="named", deciding_case="c1")
        return workshop(name, senses=[sense("design", name, id="s1")], cases=[case], pairs=[pair])

    (term,) = merge([one("Autumn", 4), one("Spring", 2)]).terms
    assert [s.id for s in term.senses] == ["s1", "s1-2"]
    assert [(c.id, c.origin, c.verdicts["design"].yes) for c in term.cases] == [
        ("c1", "Autumn", 4),
        ("c1-2", "Spring", 2),
    ]
    assert [pair.deciding_case for pair in term.pairs] == ["c1", "c1-2"]


def test_a_case_that_one_room_answered_takes_the_place_of_the_same_case_unanswered() -> None:
    asked = Case(id="c1", text="A bridge cracks.", expect="yes")
    answered = asked.model_copy(update={"id": "k7", "verdicts": {"design": Counts(yes=4)}, "origin": "Spring"})
    library = Term(id="risk", labels={"en": "risk"}, cases=[asked])
    (term,) = merge([workshop("Autumn", cases=[asked]), workshop("Spring", cases=[answered])], shipped=[library]).terms
    assert [(c.id, c.origin) for c in term.cases] == [("c1", "Spring")]


def test_labels_are_joined_and_what_clashes_is_noted() -> None:
    autumn = workshop("Autumn", labels={"en": "risk", "de": "Risiko"}, note="Ask twice.")
    spring = workshop("Spring", labels={"en": "hazard", "fr": "risque"}, note={"zh-Hant": "問"})
    (term,) = merge([autumn, spring]).terms
    assert term.labels == {"en": "risk", "de": "Risiko", "fr": "risque"}
    clash = "Spring, 2026-12-03: the word is hazard (en)"
    assert term.note == {"en": f"Ask twice.\n{clash}", "zh-Hant": "問"}


def test_two_outcomes_are_two_notes_and_no_outcome() -> None:
    outcomes = [Outcome(decision="park", text="Later."), Outcome(decision="rename", text="Say hazard.")]
    both = [workshop(name, outcome=outcome) for name, outcome in zip(("Autumn", "Spring"), outcomes, strict=True)]
    (term,) = merge(both).terms
    assert term.outcome is None
    assert term.note == "Autumn, 2026-12-03: Parked: Later.\nSpring, 2026-12-03: One side renames: Say hazard."
    (term,) = merge([workshop("Autumn"), both[1]]).terms
    assert term.outcome == outcomes[1]


@settings(max_examples=50)
@given(glossaries(), glossaries())
def test_nothing_is_lost_and_the_result_can_be_written(one: Glossary, other: Glossary) -> None:
    joined = merge([one, other])
    terms = {term.id: term for term in joined.terms}
    for glossary in (one, other):
        for term in glossary.terms:
            senses = [(s.domain, s.definition, s.decides, s.origin) for s in terms[term.id].senses]
            assert all((s.domain, s.definition, s.decides, s.origin) in senses for s in term.senses)
            texts = [case.text for case in terms[term.id].cases]
            assert all(case.text in texts for case in term.cases)
            assert set(term.labels) <= set(terms[term.id].labels)
    for term in joined.terms:
        ids = [case.id for case in term.cases]
        assert len(ids) == len(set(ids))
    assert validate(Glossary, parse_yaml(to_yaml(joined), "g.yaml")) == joined


def test_one_glossary_is_what_it_was() -> None:
    assert merge([found()]) == found()


def changed(**update: object) -> Glossary:
    """Return the sample with another governance."""
    first, *others = found().terms
    return found().model_copy(update={"terms": [first.model_copy(update=update), *others]})


def told(changes: Sequence[Change]) -> list[str]:
    return [str(change) for change in changes]


GOVERNANCE = found().terms[0]
FIRST, *REST = GOVERNANCE.senses
NO = Dissent(domain="design", text="No\n")


@pytest.mark.parametrize(
    ("update", "line"),
    [
        ({"labels": {"en": "rule", "zh-Hant": "治理"}}, "governance: label (en): governance -> rule"),
        ({"labels": {"en": "governance"}}, "governance: label (zh-Hant) removed: 治理"),
        ({"note": "Mind."}, "governance: note added: Mind."),
        ({"senses": REST}, "governance: sense of blockchain (s1) removed: Rules that change by a vote."),
        ({"outcome": None}, "governance: outcome removed: prefix: Say chain governance and public governance."),
        (
            {"outcome": Outcome(decision="park", text="x")},
            "governance: outcome: prefix: Say chain governance and public governance. -> park: x",
        ),
        ({"dissents": []}, "governance: dissent of academia removed: A prefix hides the question."),
        ({"dissents": [*GOVERNANCE.dissents, NO]}, "governance: dissent of design added: No\\n"),
        (
            {"pairs": GOVERNANCE.pairs[1:]},
            "governance: blockchain and public-service removed: conflict, mismatch 0.58, by c1, named",
        ),
        ({"cases": GOVERNANCE.cases[:1]}, "governance: case c2 removed: Nobody was asked."),
        (
            {"senses": [FIRST.model_copy(update={"definition": "By vote."}), *REST]},
            "governance: sense of blockchain (s1), definition: Rules that change by a vote. -> By vote.",
        ),
    ],
)
def test_a_change_is_one_readable_line(update: dict[str, object], line: str) -> None:
    assert told(compare(found(), changed(**update))) == [line]


def test_facets_reviews_and_verdicts_are_compared() -> None:
    coded = FIRST.model_validate(
        {**FIRST.model_dump(exclude_none=True), "decides": {"code": "maintainers", "text": "We."}}
    )
    lines = told(compare(found(), changed(senses=[coded, *REST])))
    assert lines == [
        "governance: sense of blockchain (s1), who decides added: maintainers",
        "governance: sense of blockchain (s1), who decides added: We.",
    ]
    case = GOVERNANCE.cases[0]
    more = case.model_copy(update={"verdicts": {**case.verdicts, "design": Counts(yes=2, no=2)}})
    lines = told(compare(found(), changed(cases=[more, *GOVERNANCE.cases[1:]])))
    assert lines == ["governance: case c1, answers of design: 1 yes, 3 no, 0 unsure -> 2 yes, 2 no, 0 unsure"]


def test_a_sense_that_moved_or_was_added_is_not_taken_for_another() -> None:
    assert compare(found(), changed(senses=[*REST, FIRST])) == []
    second = sense("blockchain", "Another.", id="s9")
    assert told(compare(found(), changed(senses=[second, *GOVERNANCE.senses]))) == [
        "governance: sense of blockchain (s9) added: Another."
    ]


@settings(max_examples=50)
@given(glossaries(), glossaries())
def test_only_what_is_equal_has_no_changes_and_each_is_one_line(one: Glossary, other: Glossary) -> None:
    assert compare(one, one) == []
    changes = compare(one, other)
    assert all(len(str(change).splitlines()) == 1 for change in changes)
    if one.terms != other.terms and {t.id for t in one.terms} != {t.id for t in other.terms}:
        assert changes
