"""What a mismatch is called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.terms.measure import THRESHOLDS, Mismatch, Relation, State, classify, classify_two

CONFLICT = Mismatch(0.4, 0.2, 0.2, 0.2, (0.2,), 0.03, 70, True, True, None, 0)
SAME = replace(CONFLICT, between=0.2, mismatch=0.0, p=0.9)
SHARES = st.floats(0, 1)
DRAWN = st.builds(
    Mismatch,
    SHARES,
    SHARES,
    SHARES,
    st.floats(-0.5, 1),
    st.just((0.1,)),
    st.none() | st.floats(0.001, 1),
    st.just(70),
    st.just(True),
    st.booleans(),
    st.none() | st.floats(0.001, 1),
)


@pytest.mark.parametrize(
    ("mismatch", "state"),
    [
        (CONFLICT, State.CONFLICT),
        (SAME, State.CONSENSUS),
        (replace(CONFLICT, enough=False), State.UNDECIDED),
        (replace(SAME, enough=False), State.UNDECIDED),
        (replace(CONFLICT, mismatch=None), State.UNDECIDED),
        (replace(CONFLICT, mismatch=THRESHOLDS.differs), State.CONFLICT),
        (replace(CONFLICT, mismatch=THRESHOLDS.differs - 0.001), State.UNDECIDED),
        (replace(CONFLICT, p=THRESHOLDS.p), State.CONFLICT),
        (replace(CONFLICT, p=THRESHOLDS.p + 0.001), State.UNDECIDED),
        (replace(CONFLICT, p_adjusted=THRESHOLDS.p_adjusted), State.CONFLICT),
        (replace(CONFLICT, p_adjusted=THRESHOLDS.p_adjusted + 0.001), State.UNDECIDED),
        (replace(CONFLICT, p=0.9, p_adjusted=0.01), State.CONFLICT),
        (replace(CONFLICT, p=None, mismatch=THRESHOLDS.differs_in_counts), State.CONFLICT),
        (replace(CONFLICT, p=None, mismatch=THRESHOLDS.differs_in_counts - 0.001), State.UNDECIDED),
        (replace(CONFLICT, within_b=THRESHOLDS.vague), State.VAGUE),
        (replace(CONFLICT, within_a=THRESHOLDS.vague - 0.001), State.CONFLICT),
        (replace(SAME, within_a=THRESHOLDS.vague), State.VAGUE),
        (replace(SAME, mismatch=THRESHOLDS.same, between=THRESHOLDS.disagree), State.CONSENSUS),
        (replace(SAME, mismatch=THRESHOLDS.same + 0.001), State.UNDECIDED),
        (replace(SAME, between=THRESHOLDS.disagree + 0.001), State.UNDECIDED),
    ],
)
def test_each_state_begins_at_its_threshold(mismatch: Mismatch, state: State) -> None:
    assert classify(mismatch) is state


@given(DRAWN, st.floats(0, 1), st.floats(0, 1))
def test_a_larger_mismatch_or_a_smaller_p_never_ends_a_conflict(found: Mismatch, larger: float, smaller: float) -> None:
    if classify(found) is State.CONFLICT:
        size = (found.mismatch or 0) + larger
        sure = {name: None if p is None else p * smaller for name, p in (("p", found.p), ("a", found.p_adjusted))}
        more = replace(found, mismatch=size, p=sure["p"], p_adjusted=sure["a"])
        assert classify(more) is State.CONFLICT


@given(DRAWN, st.floats(0, 1), st.floats(0, 1))
def test_a_smaller_mismatch_and_less_disagreement_never_end_a_consensus(
    found: Mismatch, smaller: float, less: float
) -> None:
    if classify(found) is State.CONSENSUS:
        closer = replace(found, mismatch=(found.mismatch or 0) - smaller, between=(found.between or 0) * less)
        assert classify(closer) is State.CONSENSUS


@given(DRAWN)
def test_too_few_are_always_undecided(found: Mismatch) -> None:
    assert classify(replace(found, enough=False)) is State.UNDECIDED
    assert classify_two(replace(found, enough=False)) is Relation.UNDECIDED


def test_two_words_have_the_other_names() -> None:
    assert classify_two(CONFLICT) is Relation.CONTRAST
    assert classify_two(SAME) is Relation.CORRESPONDENCE
    assert classify_two(replace(SAME, within_a=0.6)) is Relation.UNDECIDED


def test_states_are_their_words() -> None:
    assert [str(one) for one in State] == ["consensus", "conflict", "vague", "undecided"]
    assert [str(one) for one in Relation] == ["correspondence", "contrast", "undecided"]
