"""Who is counted as one."""

from __future__ import annotations

import pytest

from tests.terms.material import named, sense, tallied, term
from toolkit.terms.model import Ballots, Counts
from toolkit.terms.parties import evidence_of, parties

FIRST, SECOND = named("a", "10", "1."), named("b", "01")


def test_a_pool_has_everybodys_rows_only_where_all_of_them_have_names() -> None:
    (by_name,) = parties(term({"a": FIRST, "b": SECOND}, of=2, pools=(("a", "b"),)))
    (mixed,) = parties(term({"a": FIRST, "b": tallied(SECOND, 2)}, of=2, pools=(("a", "b"),)))
    assert (by_name.name, by_name.domains, by_name.evidence) == ("a+b", ("a", "b"), "named")
    assert by_name.rows == ((1, 0), (1, None), (0, 1))
    assert (mixed.evidence, mixed.rows) == ("mixed", ())
    assert by_name.counts == mixed.counts == (Counts(2, 1), Counts(1, 1, 1))


def test_a_pool_stands_where_its_first_domain_would() -> None:
    found = parties(term({"c": FIRST, "b": SECOND, "a": FIRST}, of=2, pools=(("a", "b"),)))
    assert [one.name for one in found] == ["c", "a+b"]


def test_a_pooled_domain_that_said_nothing_weighs_nothing() -> None:
    (found,) = parties(term({"a": FIRST, "b": Ballots()}, of=2, pools=(("a", "b"),)))
    assert (found.name, found.evidence, found.rows) == ("a+b", "named", ((1, 0), (1, None)))


def test_only_the_cases_asked_for_are_looked_at_in_their_order() -> None:
    (found,) = parties(term({"a": FIRST}, of=2), ("c2", "c9", "c1"))
    assert found.rows == ((0, None, 1), (None, None, 1))
    assert found.counts == (Counts(0, 1, 1), Counts(), Counts(2))


@pytest.mark.parametrize(
    ("a", "b", "evidence"),
    [
        (FIRST, SECOND, "named"),
        (FIRST, tallied(SECOND, 2), "mixed"),
        (tallied(FIRST, 2), tallied(SECOND, 2), "tally"),
        (tallied(FIRST, 2), Ballots(), "tally"),
        (Ballots(), Ballots(), "named"),
    ],
)
def test_evidence_is_that_of_the_sides_that_gave_verdicts(a: Ballots, b: Ballots, evidence: str) -> None:
    senses = (sense("s1", "a", decides="vote"), sense("s2", "b", decides="vote"))
    assert evidence_of(*parties(term({"a": a, "b": b}, of=2, senses=senses))) == evidence
