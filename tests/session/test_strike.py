"""Strike: somebody said “please do not record that”, and the words are nowhere any more."""

from __future__ import annotations

import json
import random
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.journals import change
from tests.session.room import ANA, BEN, desk_on, done, prove, refused, scratch
from toolkit.session import codec
from toolkit.session.actions.capture import Note
from toolkit.session.events import Amended, Committed, Noted, Struck
from toolkit.session.fold import fold
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan

SECRET = "the minister’s nephew"


def traces(folder: Path, words: str) -> list[str]:
    """Return the files in which words are found, as they are or as JSON writes them."""
    written = {words.encode(), json.dumps(words)[1:-1].encode()}
    return [file.name for file in folder.iterdir() if any(form in file.read_bytes() for form in written)]


def test_the_words_can_be_found_before_they_are_struck(desk: Desk, path: Path) -> None:
    done(desk, "note", text=f"it was {SECRET}")
    assert traces(path.parent, SECRET)  # or the tests below could not fail


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("note", {"text": SECRET}),
        ("park", {"text": f"ask {SECRET}"}),
        ("commit", {"owner": "ana", "text": SECRET}),
        ("commit", {"owner": "ana", "text": "sign it", "ask": SECRET}),
    ],
)
def test_struck_words_are_in_no_file_while_another_window_is_open(
    desk: Desk, other: Desk, path: Path, name: str, words: dict[str, str]
) -> None:
    ref = done(desk, name, **words).reply
    other.refresh()
    assert done(desk, "strike", ref=ref).reply == f"{ref} is struck: its words are erased"
    assert traces(path.parent, SECRET) == []


def test_corrections_are_struck_with_what_they_corrected(desk: Desk, path: Path) -> None:
    done(desk, "note", text="first words")
    done(desk, "note", text="other words")
    done(desk, "amend", ref="n1", text=SECRET)
    done(desk, "amend", BEN, ref="n1", text="last words")
    done(desk, "strike", ref="n1")
    for words in ("first words", SECRET, "last words"):
        assert traces(path.parent, words) == []
    assert [event.body for event in desk.journal.read(3)] == [
        Amended("n1", None),
        Amended("n1", None),
        Struck("n1", 2),
    ]
    assert [note.text for note in desk.state.notes] == [None, "other words"]


def test_that_there_was_something_stays_on_record(desk: Desk) -> None:
    event = done(desk, "commit", owner="ana", by="+1", text=SECRET, ask="ben").event
    done(desk, "strike", BEN, ref="k1")
    (before, after) = desk.journal.read(1)
    assert before.body == Committed("k1", None, event.at, "K7X", "2026-12-04", None)
    assert (before.at, before.by, after.by) == (event.at, ANA, BEN)
    assert done(desk, "commit", owner="-", text="next").reply == "k2"


def test_every_open_window_forgets_the_words(desk: Desk, other: Desk) -> None:
    done(desk, "note", text=SECRET)
    done(desk, "amend", ref="n1", text=f"{SECRET}!")
    other.refresh()
    done(desk, "strike", ref="n1")
    other.refresh()
    assert SECRET not in repr(other.state)
    assert other.state == desk.state == fold(desk.journal.read())


def test_what_was_undone_is_on_the_disk_and_can_be_struck(desk: Desk, path: Path) -> None:
    done(desk, "note", text=SECRET)
    done(desk, "undo")
    done(desk, "strike", ref="n1")
    assert traces(path.parent, SECRET) == []
    done(desk, "redo")
    assert [note.text for note in desk.state.notes] == [None]


def test_drafts_that_repeat_the_words_lose_them(desk: Desk, path: Path) -> None:
    done(desk, "note", text=SECRET)
    desk.keep_draft("ben/1", f"Ana said {SECRET}, really")
    desk.keep_draft("ana/1", "something else")
    done(desk, "strike", ref="n1")
    assert desk.journal.drafts() == {"ben/1": "Ana said , really", "ana/1": "something else"}
    assert traces(path.parent, SECRET) == []


def test_strike_is_refused_for_what_there_is_not_and_the_second_time(desk: Desk) -> None:
    assert refused(desk, "strike", ref="n1") == "there is no n1: see the log for what there is"
    done(desk, "note", text=SECRET)
    done(desk, "strike", ref="N1")
    assert refused(desk, "strike", ref="n1") == "n1 has been struck already"
    assert refused(desk, "amend", ref="n1", text="a") == "n1 has been struck: nothing is left to correct"


def test_what_there_is_not_cannot_be_corrected(desk: Desk) -> None:
    done(desk, "note", text="a")
    assert refused(desk, "amend", ref="n2", text="b") == "there is no n2: use one of n1"
    assert refused(desk, "amend", ref="n1", text=" ") == "there is no text to keep"


def test_words_of_a_journal_of_an_older_version_are_struck_as_well(
    desk: Desk, path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(desk, "note", text="a")
    change(path, f"""UPDATE events SET version = 0, body = '{{"note":"n1","words":"{SECRET}"}}' WHERE seq = 2""")
    upcast = {("noted", 0): lambda body: {"note": body["note"], "text": body["words"], "said_at": 0}}
    monkeypatch.setattr(codec, "UPCASTERS", upcast)
    with desk_on(path, plan) as again:
        assert again.state.notes[0].text == SECRET
        done(again, "strike", ref="n1")
        assert again.journal.read()[1].body == Noted("n1", None, 0)
        assert traces(path.parent, SECRET) == []


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
