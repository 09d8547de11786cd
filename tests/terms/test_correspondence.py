"""Hidden agreement: one concept under two words."""

from __future__ import annotations

from tests.terms.material import cases, named, tallied, term
from toolkit.terms.analysis import analyse
from toolkit.terms.correspondence import LEAST_SHARED, correspondences
from toolkit.terms.measure import Relation, State, classify_two
from toolkit.terms.model import TermMaterial

STEWARDS = named("a", "110011", "110011", "110010", "110111")
CLERKS = named("b", "001111", "001111", "001110", "011111")
SPEAK_ALIKE = named("b", "110011", "100011", "110011", "110011")


def test_a_hidden_agreement_and_a_false_friend_are_both_found() -> None:
    governance = term({"a": STEWARDS, "b": CLERKS}, name="governance")
    oversight = term({"a": CLERKS, "b": SPEAK_ALIKE}, name="oversight")
    assert analyse(governance).state is State.CONFLICT
    found = {(one.term_a, one.a, one.term_b, one.b): one for one in correspondences([governance, oversight])}
    assert {key: one.relation for key, one in found.items()} == {
        ("governance", "a", "oversight", "b"): Relation.CORRESPONDENCE,
        ("governance", "b", "oversight", "a"): Relation.CORRESPONDENCE,
    }
    assert all((one.shared, one.evidence, one.indicative) == (6, "named", False) for one in found.values())


def test_two_words_for_two_concepts_are_a_contrast() -> None:
    found = correspondences([term({"a": STEWARDS}), term({"b": CLERKS}, name="risk")])
    assert [one.relation for one in found] == [Relation.CONTRAST]


def test_cases_that_everybody_says_yes_to_do_not_test_two_words() -> None:
    yes = named("a", *["111111"] * 4), named("b", *["111111"] * 4)
    found = correspondences([term({"a": yes[0]}), term({"b": yes[1]}, name="risk")])
    assert [(one.relation, one.mismatch.mismatch) for one in found] == [(Relation.UNDECIDED, 0)]


def test_a_side_that_says_yes_to_everything_does_not_test_two_words_either() -> None:
    always, mostly = named("a", *["1" * 12] * 4), named("b", "1" * 12, *["0" + "1" * 11] * 3)
    for first, second in (("a", "b"), ("b", "a")):
        sides = {"a": always, "b": mostly}
        (found,) = correspondences(
            [term({first: sides[first]}, of=12), term({second: sides[second]}, of=12, name="risk")]
        )
        assert classify_two(found.mismatch) is Relation.CORRESPONDENCE
        assert found.relation is Relation.UNDECIDED


def test_only_shared_cases_count_whatever_their_order() -> None:
    rows = {person: {**row, "x": 1} for person, row in SPEAK_ALIKE.rows.items()}
    other = TermMaterial("risk", ("x", *reversed(cases(6)[:4])), {"b": type(SPEAK_ALIKE)(rows)})
    (found,) = correspondences([term({"a": STEWARDS}), other])
    assert (found.shared, found.relation) == (4, Relation.CORRESPONDENCE)


def test_too_few_shared_cases_are_not_compared() -> None:
    for shared, compared in ((LEAST_SHARED - 1, False), (LEAST_SHARED, True)):
        other = TermMaterial("risk", cases(shared), {"b": SPEAK_ALIKE})
        assert bool(correspondences([term({"a": STEWARDS}), other])) is compared


def test_a_domain_is_not_compared_with_itself_or_with_a_pool_it_is_in() -> None:
    first = term({"a": STEWARDS, "b": SPEAK_ALIKE}, pools=(("a", "b"),))
    second = term({"a": STEWARDS, "c": named("c", *["110011"] * 4)}, name="risk")
    assert [(one.a, one.b) for one in correspondences([first, second])] == [("a+b", "c")]


def test_tallies_are_compared_by_counts() -> None:
    (found,) = correspondences([term({"a": STEWARDS}), term({"b": tallied(SPEAK_ALIKE, 6)}, name="risk")])
    assert (found.relation, found.evidence, found.indicative) == (Relation.CORRESPONDENCE, "mixed", True)
    assert found.mismatch.p is None


def test_too_few_people_are_undecided() -> None:
    (found,) = correspondences([term({"a": STEWARDS}), term({"b": named("b", *["110011"] * 3)}, name="risk")])
    assert found.relation is Relation.UNDECIDED
