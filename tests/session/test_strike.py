"""Strike: somebody said “please do not record that”, and the words are nowhere any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.journals import change, traces
from tests.session.room import ANA, BEN, SECRET, desk_on, done, refused
from toolkit.session import codec
from toolkit.session.events import Amended, Committed, Noted, Struck
from toolkit.session.fold import fold

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


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
    done(desk, "amend", ref="n2", text="better words")
    done(desk, "strike", ref="n1")
    for words in ("first words", SECRET, "last words"):
        assert traces(path.parent, words) == []
    assert [event.body for event in desk.journal.read(3)] == [
        Amended("n1", None),
        Amended("n1", None),
        Amended("n2", "better words"),
        Struck("n1", 2),
    ]
    assert [note.text for note in desk.state.notes] == [None, "better words"]


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
