"""The journal: what is appended stays, in order, and other windows see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import START, prove, scratch
from tests.session.strategies import bodies, texts, whole
from toolkit.session.events import Event, Noted, Spoke
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.session.body import Body


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    opened = Journal(path)
    yield opened
    opened.close()


@pytest.fixture
def second(journal: Journal) -> Iterator[Journal]:
    """The same journal in another window."""
    opened = Journal(journal.path)
    yield opened
    opened.close()


def append(journal: Journal, *all_: Body) -> list[int]:
    with journal.deciding():
        return [journal.append(START + n, "ana", body) for n, body in enumerate(all_)]


def test_a_new_journal_is_empty(journal: Journal) -> None:
    assert journal.read() == []
    assert list(journal.backwards()) == []


def test_events_are_numbered_from_one_and_read_back_as_they_were(journal: Journal) -> None:
    assert append(journal, Spoke("design"), Noted("n1", "words", START)) == [1, 2]
    assert journal.read() == [
        Event(1, START, "ana", Spoke("design")),
        Event(2, START + 1, "ana", Noted("n1", "words", START)),
    ]


def test_a_journal_goes_on_where_it_was_closed(journal: Journal) -> None:
    append(journal, Spoke("design"))
    journal.close()
    again = Journal(journal.path)
    assert append(again, Spoke("open-source")) == [2]
    assert [event.seq for event in again.read()] == [1, 2]
    again.close()


def test_reading_after_a_number_leaves_out_what_came_before(journal: Journal) -> None:
    append(journal, *[Spoke("design")] * 2_500)  # more than are fetched at once
    assert [event.seq for event in journal.read()] == list(range(1, 2_501))
    assert [event.seq for event in journal.read(2_498)] == [2_499, 2_500]
    assert journal.read(2_500) == []


def test_reading_backwards_gives_the_same_events_from_the_latest_on(journal: Journal) -> None:
    append(journal, Spoke("design"), Spoke("open-source"), Noted("n1", None, START))
    assert list(journal.backwards()) == journal.read()[::-1]


def test_the_change_number_differs_after_another_window_wrote_and_not_after_ones_own(
    journal: Journal, second: Journal
) -> None:
    before = journal.changed()
    append(journal, Spoke("design"))
    assert journal.changed() == before
    append(second, Spoke("open-source"))
    assert journal.changed() != before
    assert [event.seq for event in journal.read(1)] == [2]


def test_an_exception_while_deciding_leaves_nothing_behind(journal: Journal) -> None:
    with pytest.raises(KeyError), journal.deciding():
        journal.append(START, "ana", Spoke("design"))
        raise KeyError
    assert journal.read() == []
    assert append(journal, Spoke("design")) == [1]


def test_nobody_else_sees_an_event_before_the_decision_ends(journal: Journal, second: Journal) -> None:
    with journal.deciding():
        journal.append(START, "ana", Spoke("design"))
        assert second.read() == []
    assert len(second.read()) == 1


def test_a_draft_is_overwritten_and_an_empty_one_is_gone(journal: Journal, second: Journal) -> None:
    journal.keep_draft("ana/1", "who is")
    journal.keep_draft("ana/1", "who is we")
    journal.keep_draft("ben/1", "the treasury")
    assert second.drafts() == {"ana/1": "who is we", "ben/1": "the treasury"}
    journal.keep_draft("ana/1", "")
    assert second.drafts() == {"ben/1": "the treasury"}


def test_a_mark_is_remembered_until_it_is_set_anew(journal: Journal, second: Journal) -> None:
    assert journal.mark("clock") is None
    journal.set_mark("clock", START)
    journal.set_mark("clock", 2**62)
    assert second.mark("clock") == 2**62


@pytest.mark.parametrize("name", ["a?b#c%20d.db", "é 治.db", "-wal.db", "'; DROP TABLE events; --.db"])
def test_a_journal_may_have_any_name(tmp_path: Path, name: str) -> None:
    journal = Journal(tmp_path / name)
    append(journal, Spoke("design"))
    journal.close()
    assert [file.name for file in tmp_path.glob("*.db")] == [name]


def test_a_journal_may_be_named_by_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    journal = Journal(type(tmp_path)("session.db"))
    append(journal, Spoke("design"))
    journal.close()
    assert (tmp_path / "session.db").stat().st_size > 0


@prove(60)
@given(st.lists(st.lists(bodies, max_size=3), max_size=4), st.integers(0, 12))
def test_any_events_are_read_back_in_order_whatever_is_asked_for(batches: list[list[Body]], after: int) -> None:
    with scratch() as folder:
        for batch in batches:  # a process each
            journal = Journal(folder / "session.db")
            append(journal, *batch)
            journal.close()
        journal = Journal(folder / "session.db")
        events, rest, backwards = journal.read(), journal.read(after), list(journal.backwards())
        journal.close()
    assert len(events) == sum(map(len, batches))
    assert (rest, backwards) == (events[after:], events[::-1])


@prove(60)
@given(st.lists(st.tuples(st.sampled_from("abc"), texts), max_size=8))
def test_a_draft_is_the_last_text_that_was_kept(kept: list[tuple[str, str]]) -> None:
    with scratch() as folder:
        journal = Journal(folder / "session.db")
        for key, text in kept:
            journal.keep_draft(key, text)
        drafts = journal.drafts()
        journal.close()
    assert drafts == {key: whole(text) for key, text in dict(kept).items() if text}
