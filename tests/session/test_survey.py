"""Sheets before and after: keyed without names, paired by code, honest about small numbers."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import done, refused
from toolkit.session.people_events import SheetKeyed
from toolkit.session.survey import survey, survey_lines
from toolkit.terms.measure import ENOUGH, consensus
from toolkit.terms.shift import shift, sign_test, spread

if TYPE_CHECKING:
    from toolkit.session.desk import Desk


def key(desk: Desk, code: str, before: str, after: str, domain: str = "design") -> None:
    for when, answers in (("before", before), ("after", after)):
        if answers:
            done(desk, "sheet", when=when, code=code, domain=domain, answers=answers)


def test_a_sheet_is_kept_under_its_code_and_nobodys_name(desk: Desk) -> None:
    result = done(desk, "sheet", when="before", code="r4tk", domain="DE", answers="1 5 - 3")
    assert result.event.body == SheetKeyed("before", "R4TK", "design", (1, 5, 0, 3))
    assert result.reply == "1 sheet before, 0 after, 0 in pairs"
    assert done(desk, "sheet", when="after", code="R4TK", domain="design", answers="2533").reply.endswith("1 in pairs")


def test_a_sheet_that_is_keyed_again_replaces_the_one_before(desk: Desk) -> None:
    key(desk, "R4TK", "1111", "")
    key(desk, "R4TK", "2222", "")
    assert [sheet.answers for sheet in desk.state.sheets] == [(2, 2, 2, 2)]
    again = done(desk, "sheet", when="before", code="R4TK", domain="open-source", answers="3333")
    assert again.reply == (
        "1 sheet before, 0 after, 0 in pairs; R4TK was keyed before already, and that is replaced: undo brings it back"
    )
    done(desk, "undo")
    assert [(sheet.domain, sheet.answers) for sheet in desk.state.sheets] == [("design", (2, 2, 2, 2))]


def test_a_code_under_two_domains_is_told(desk: Desk) -> None:
    key(desk, "R4TK", "1111", "")
    other = done(desk, "sheet", when="after", code="R4TK", domain="open-source", answers="2222")
    assert other.reply == "1 sheet before, 1 after, 1 in pairs; R4TK was of Design before"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"answers": "111"}, "4 statements and 3 answers"),
        ({"answers": "1116"}, "'6' is no answer"),
        ({"answers": "1 1 x 1"}, "'x' is no answer"),
        ({"answers": "11²1"}, "is no answer"),
        ({"code": "k7x"}, "K7X is somebody's own code, and sheets are anonymous"),
        ({"code": "a"}, "is no code of a sheet"),
        ({"code": "=1+1"}, "is no code of a sheet"),
        ({"when": "during"}, "'during' is not valid here"),
    ],
)
def test_what_is_no_sheet_is_refused(desk: Desk, words: dict[str, str], why: str) -> None:
    sheet = {"when": "before", "code": "R4TK", "domain": "design", "answers": "1111"} | words
    assert why in refused(desk, "sheet", **sheet)


def test_four_pairs_have_a_shift_and_three_do_not(desk: Desk) -> None:
    for n in range(3):
        key(desk, f"D{n}", "2345", "3345")
    key(desk, "ONLY", "1111", "")
    key(desk, "OS1", "5 - 1 1", "4444", "open-source")
    first, second, *_ = survey(desk.state)
    everybody, open_source, design = first.parts
    assert (everybody.domain, open_source.domain, design.domain) == (None, "open-source", "design")
    assert (everybody.shift.pairs, everybody.shift.up, everybody.shift.same, everybody.shift.down) == (4, 3, 0, 1)
    assert everybody.shift.mean == 0.5
    assert everybody.shift.p == 0.625
    assert (design.shift.pairs, design.shift.mean, design.shift.p) == (3, None, None)
    assert design.before.counts == (1, 3, 0, 0, 0)
    assert design.before.mean == 1.75
    assert (design.after.counts, design.after.mean) == ((0, 0, 3, 0, 0), None)
    assert second.parts[0].shift.pairs == 3  # nothing was ticked on one sheet
    lines = list(survey_lines(desk.state))
    assert lines[0] == "1. We mean the same by governance."
    assert lines[2].endswith("before 0-0-0-0-1; after 0-0-0-1-0; of 1 in pairs 0 up, 0 same, 1 down; too few to tell")
    assert lines[1].endswith("of 4 in pairs 3 up, 0 same, 1 down; shift +0.5, p 0.62")


def test_a_person_counts_under_the_hat_of_their_latest_sheet(desk: Desk) -> None:
    done(desk, "sheet", when="before", code="AA", domain="design", answers="1111")
    done(desk, "sheet", when="after", code="AA", domain="open-source", answers="2222")
    parts = survey(desk.state)[0].parts
    assert [part.domain for part in parts] == [None, "open-source"]


@pytest.mark.parametrize(("up", "down", "p"), [(0, 0, 1), (1, 0, 1), (4, 0, 0.125), (5, 0, 0.0625), (7, 1, 0.0703125)])
def test_the_sign_test_has_the_values_of_the_binomial_table(up: int, down: int, p: float) -> None:
    assert sign_test(up, down) == sign_test(down, up) == p


_pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


@given(_pairs)
def test_counts_are_all_there_and_swapping_the_times_turns_the_shift_round(pairs: list[tuple[int, int]]) -> None:
    there, back = shift(pairs), shift([(after, before) for before, after in pairs])
    assert there.up + there.same + there.down == there.pairs == sum(a > 0 < b for a, b in pairs)
    assert (there.up, there.same, there.down) == (back.down, back.same, back.up)
    assert (there.mean is None) == (there.pairs < ENOUGH)
    if there.mean is not None and back.mean is not None:
        assert isclose(there.mean, -back.mean, abs_tol=1e-12)
    before = spread(before for before, _ in pairs)
    assert before.answered == sum(a > 0 for a, _ in pairs)
    assert (before.consensus is None) == (before.answered < ENOUGH)
    if before.consensus is not None:
        assert before.consensus == consensus(before.counts)
