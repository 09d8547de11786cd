"""Erasing for good: copies in the file and in its log, other windows, crashes, full disks."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.journals import Tapped, traces
from tests.session.room import ANA, SECRET, desk_on, done, prove, scratch
from toolkit.session.actions.capture import Note
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


def test_a_window_that_is_reading_delays_the_end_of_the_copies_and_that_is_said(
    desk: Desk, other: Desk, path: Path, plan: Plan
) -> None:
    done(desk, "note", text=SECRET)
    desk.journal._db.execute("PRAGMA busy_timeout = 20")
    other.journal._db.execute("BEGIN")
    assert len(other.journal.read()) == 2  # and it does not end
    reply = done(desk, "strike", ref="n1").reply
    assert reply == (
        "n1 is struck: its words are erased; copies that are left on the disk go when the workshop is next opened"
    )
    other.journal._db.execute("COMMIT")
    assert traces(path.parent, SECRET)
    with desk_on(path, plan):
        assert traces(path.parent, SECRET) == []


def test_words_are_overwritten_even_where_there_is_no_room_to_write_the_file_anew(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(desk, "note", text=SECRET * 20)
    monkeypatch.setattr(desk.journal, "_db", Tapped(desk.journal._db, "VACUUM"))
    assert "copies that are left on the disk" in done(desk, "strike", ref="n1").reply
    assert traces(path.parent, SECRET) == []


def test_a_crash_right_after_a_strike_is_made_good_at_the_next_opening(
    desk: Desk, path: Path, tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(desk, "note", text=SECRET)
    monkeypatch.setattr(Journal, "scrub", lambda _journal: True)  # it is killed before
    done(desk, "strike", ref="n1")
    monkeypatch.undo()
    shutil.copytree(path.parent, tmp_path / "left")
    assert traces(tmp_path / "left", SECRET)
    with desk_on(tmp_path / "left" / path.name, plan):
        assert traces(tmp_path / "left", SECRET) == []


@pytest.mark.parametrize("seed", [114, 211, 327, 380])
def test_no_copy_is_left_where_pages_of_the_file_were_divided(path: Path, seed: int) -> None:
    # With these seeds SQLite 3.40 leaves copies of drafts in gaps that it does not overwrite.
    chance = random.Random(seed)
    with closing(Journal(path)) as journal:
        for _ in range(60):
            key = chance.randrange(30)
            journal.keep_draft(str(key), f"<{key}>" * chance.choice([9, 40, 200, 900]))
        for key in range(30):
            journal.keep_draft(str(key), "")
            assert journal.scrub()
            assert traces(path.parent, f"<{key}>") == []


texts = st.lists(st.sampled_from(["zebra", "quagga", "okapi"]), min_size=1, max_size=400)
typed = st.lists(st.tuples(st.sampled_from("abcdefgh"), texts, st.booleans()), min_size=1, max_size=30)


@prove(50)
@given(typed, st.data())
def test_no_trace_is_left_of_words_that_were_typed_piece_by_piece_among_others(
    plan: Plan, typed: list[tuple[str, list[str], bool]], data: st.DataObject
) -> None:
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        for n, (key, words, capture) in enumerate(typed):
            text = " ".join(f"{word}{n}_" for word in words)
            for end in range(1, len(text), 1 + len(text) // 4):
                desk.keep_draft(key, text[:end])
            if capture:
                desk.do(Note(text), ANA, draft=key)
        if desk.state.notes:
            note = data.draw(st.sampled_from(desk.state.notes))
            done(desk, "strike", ref=note.id)
            assert not any(traces(folder, word) for word in set((note.text or "").split()))
