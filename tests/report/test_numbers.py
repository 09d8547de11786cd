"""Numbers of the journal: how they are written, and which ones a figure comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.report.material import everything, journal, record_of
from toolkit.report.compose import compose
from toolkit.report.document import Items, Line, Table
from toolkit.report.numbers import Journal, full_mark, is_counted, mark, ordered
from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session import term_events as te

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.report.document import Numbers, Report
    from toolkit.workshop.plan import Plan

some = st.sets(st.integers(1, 400), min_size=1).map(ordered)


def written(text: str) -> Numbers:
    """Return the numbers that a mark names."""
    found: list[int] = []
    for part in text.removeprefix("#").split(", "):
        first, _, last = part.partition("–")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


@given(some)
def test_a_mark_in_full_names_all_numbers_and_no_other(numbers: Numbers) -> None:
    assert written(full_mark(numbers)) == numbers


@given(some)
def test_a_short_mark_names_all_or_counts_them_between_the_first_and_the_last(numbers: Numbers) -> None:
    found = mark(numbers)
    if counted := re.fullmatch(r"(\d+) of #(\d+)–(\d+)", found):
        assert is_counted(numbers)
        assert tuple(map(int, counted.groups())) == (len(numbers), numbers[0], numbers[-1])
    else:
        assert written(found) == numbers
        assert not is_counted(numbers)


def test_nothing_has_no_mark() -> None:
    assert mark(()) == ""
    assert not is_counted(())


def test_what_was_undone_or_keyed_anew_is_where_no_figure_comes_from() -> None:
    events = journal([
        te.Judged("c1", "K7X", "yes", "governance", "design"),
        te.Judged("c1", "K7X", "no", "governance", "design"),
        te.Tallied("governance", "design", (te.CaseTally("c1", 1, 2, 3), te.CaseTally("c2", 1, 2, 3))),
        te.Tallied("governance", "design", (te.CaseTally("c2", 1, 2, 4),)),
        pe.SheetKeyed("before", "R4TK", "design", (1,)),
        pe.SheetKeyed("before", "R4TK", "design", (2,)),
        ev.Spoke("design"),
        ev.Undone(7, "spoke"),
    ])  # fmt: skip
    found = Journal(events)
    assert found.verdicts("governance", {"K7X"}) == (2,)
    assert found.counts("governance", {"design"}) == (3, 4)
    assert found.sheets({"R4TK"}) == (6,)
    assert found.turns({"design"}) == ()


def test_a_stay_is_told_by_the_move_into_a_step_and_the_move_out_of_it() -> None:
    steps = ("b1.s1", "b1.s2", "b2.s1", "b1.s1", "b3.s1")
    found = Journal(journal([*(ev.Entered(step, n) for n, step in enumerate(steps)), ev.Finished(9)]))
    assert found.clock({"b1.s1", "b1.s2"}) == (1, 2, 3, 4, 5)
    assert found.clock({"b2.s1"}) == (3, 4)
    assert found.clock({"b3.s1"}) == (5, 6)
    assert found.clock({"b4.s1"}) == ()


def sourced(report: Report) -> Iterator[tuple[str, Numbers]]:
    for part in report.rest:
        if isinstance(part, Table):
            yield from ((" ".join(row.cells), row.numbers) for row in part.rows)
        elif isinstance(part, Items):
            yield from ((line.text, line.numbers) for line in part.lines)
        elif isinstance(part, Line):
            yield part.text, part.numbers


def test_every_row_with_something_of_the_journal_says_where_it_is_from(plan: Plan, names: dict[str, str]) -> None:
    bodies = everything(plan, "these very words")
    found = list(sourced(compose(record_of(journal(bodies), names))))
    assert [text for text, numbers in found if "these very words" in text and not numbers] == []
    known = {number for _, numbers in found for number in numbers}
    silent = {type(bodies[number - 1]) for number in range(1, len(bodies) + 1) if number not in known}
    assert silent == {ev.WorkshopOpened, te.Revealed}  # what is in them is in the others
