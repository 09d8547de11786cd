"""Keeping what people say: words as they are, with who, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.session.room import BEN, START, desk_on, done, prove, refused, scratch
from tests.session.strategies import texts, whole
from toolkit.session.actions.capture import MAX_TEXT, Commit, Note, Park
from toolkit.session.desk import Done, Refused
from toolkit.session.events import Committed, Noted, Parked, Spoke
from toolkit.session.journal import Journal
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.session.room import TurnedClock
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


def test_a_note_is_kept_with_the_step_the_domain_and_the_instant(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "next")
    clock.turn(1)
    event = done(desk, "note", text="we have git", domain="OS").event
    assert event.body == Noted("n1", "we have git", clock.at, "b1.s1", "open-source")


def test_before_the_first_step_a_note_belongs_to_none(desk: Desk, clock: TurnedClock) -> None:
    assert done(desk, "note", text="a").event.body == Noted("n1", "a", clock.at)


def test_a_note_with_a_time_belongs_to_the_step_the_room_was_in_then(desk: Desk, clock: TurnedClock) -> None:
    clock.turn(2)
    for minutes in (5, 10):
        done(desk, "next")
        clock.turn(minutes)
    cases = {"13:31": None, "13:32": "b1.s1", "13:36": "b1.s1", "13:37": "b1.s2", "13:47": "b1.s2"}
    for n, (time, step) in enumerate(cases.items(), 1):
        event = done(desk, "note", text="a", at=time).event
        assert (event.at, event.body) == (clock.at, Noted(f"n{n}", "a", START + (int(time[3:]) - 30) * MINUTE, step))


def test_after_the_last_step_a_note_belongs_to_none_again(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "goto", step="b3.s2")
    clock.turn(1)
    done(desk, "next")
    assert done(desk, "note", text="a").event.body == Noted("n1", "a", clock.at)


def test_a_parked_matter_is_kept_like_a_note_under_letters_of_its_own(desk: Desk, clock: TurnedClock) -> None:
    done(desk, "note", text="a")
    event = done(desk, "park", text="who pays?", domain="2").event
    assert event.body == Parked("x1", "who pays?", clock.at, None, "design")


def test_a_commitment_is_kept_with_owner_day_and_whom_to_ask(desk: Desk, clock: TurnedClock) -> None:
    event = done(desk, "commit", owner="Ana", by="+14", text="find a room", ask="the treasury").event
    assert event.body == Committed("k1", "find a room", clock.at, "K7X", "2026-12-17", "the treasury")


@pytest.mark.parametrize("nobody", ["-", "nobody", "?"])
def test_a_commitment_may_have_no_owner_yet(desk: Desk, nobody: str) -> None:
    body = done(desk, "commit", owner=nobody, text="find a room").event.body
    assert isinstance(body, Committed)
    assert body.owner is None


def test_each_capture_answers_with_its_id_alone_and_ids_are_never_given_twice(desk: Desk) -> None:
    said = [("note", "n1"), ("note", "n2"), ("park", "x1"), ("note", "n3"), ("park", "x2")]
    assert [(name, done(desk, name, text="a").reply) for name, _ in said] == said
    assert [done(desk, "commit", owner="-", text="a").reply for _ in range(2)] == ["k1", "k2"]
    done(desk, "undo")
    assert done(desk, "commit", owner="-", text="a").reply == "k3"


def test_who_entered_it_is_recorded(desk: Desk) -> None:
    for name in ("[red]Ana\n", "Ben"):
        assert done(desk, "note", name, text="a").event.by == name
    assert [note.by for note in desk.state.notes] == ["[red]Ana\n", "Ben"]


@prove(150)
@given(texts, st.sampled_from([Note, Park]))
def test_any_words_are_kept_as_they_are_or_refused_for_being_none(
    plan: Plan, text: str, capture: type[Note | Park]
) -> None:
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        result = desk.do(capture(text), BEN)
        if not text.strip():
            assert result == Refused("there is no text to keep")
            return
        assert isinstance(result, Done)
        assert [getattr(event.body, "text", None) for event in desk.journal.read(1)] == [whole(text)]


@prove()
@given(texts, texts)
def test_any_words_of_a_commitment_are_kept_as_they_are(plan: Plan, text: str, ask: str) -> None:
    assume(text.strip())
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        assert isinstance(desk.do(Commit("K7X", text, None, ask), BEN), Done)
        (event,) = desk.journal.read(1)
    assert isinstance(event.body, Committed)
    assert (event.body.text, event.body.ask) == (whole(text), whole(ask))


@pytest.mark.parametrize("name", ["note", "park", "commit", "amend"])
def test_a_text_may_be_long_and_not_endless(desk: Desk, name: str) -> None:
    words = {"owner": "-"} if name == "commit" else {"ref": "n1"} if name == "amend" else {}
    done(desk, "note", text="a")
    done(desk, name, text="é" * MAX_TEXT, **words)
    assert "longer than 100,000 characters: keep it in parts" in refused(desk, name, text="é" * MAX_TEXT + "é", **words)


def test_a_check_is_answered_anew_as_often_as_one_likes(desk: Desk) -> None:
    done(desk, "commit", owner="-", text="find a room")
    assert done(desk, "checked", commitment="K1", what="Budget", answer="yes").reply == "k1: budget yes"
    assert done(desk, "checked", commitment="k1", what="law", answer="unknown").reply == "k1: budget yes, law unknown"
    assert done(desk, "checked", commitment="k1", what="budget", answer="no").reply == "k1: budget no, law unknown"


def test_what_cannot_be_checked_is_refused_with_what_can(desk: Desk) -> None:
    assert refused(desk, "checked", commitment="k1", what="law", answer="yes") == (
        "there is no commitment 'k1': none exist"
    )
    done(desk, "commit", owner="-", text="find a room")
    assert "did you mean 'budget'?" in refused(desk, "checked", commitment="k1", what="budgte", answer="yes")
    assert "use one of no, unknown, yes" in refused(desk, "checked", commitment="k1", what="law", answer="hm")


def test_a_check_of_what_was_undone_meanwhile_is_refused(desk: Desk, other: Desk) -> None:
    done(desk, "commit", owner="-", text="find a room")
    other.refresh()
    done(desk, "undo")
    assert "there is no commitment 'k1'" in refused(other, "checked", commitment="k1", what="law", answer="yes")


def test_a_turn_counts_for_the_domain_and_tells_all_turns(desk: Desk) -> None:
    assert done(desk, "spoke", domain="design").event.body == Spoke("design")
    assert done(desk, "spoke", domain="1").reply == "OS 1 DE 1"
    assert done(desk, "spoke", domain="Open source").reply == "OS 2 DE 1"


def test_notes_of_two_windows_get_different_ids(desk: Desk, other: Desk, path: Path) -> None:
    assert [done(at, "note", text="a").reply for at in (desk, other, other, desk)] == ["n1", "n2", "n3", "n4"]
    journal = Journal(path, read_only=True)
    assert len(journal.read()) == 5
    journal.close()
