"""Every command of plain mode that concerns running, and its one line of reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plain.talk import Talk
from tests.session.room import START, TurnedClock, desk_on
from toolkit.session import events as ev
from toolkit.session.clocks import RehearsalClock
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


def test_an_afternoon_is_walked_through(say: Talk, clock: TurnedClock) -> None:
    assert say("status", "next") == [
        "before the first step, planned 13:30; on time; ends 14:50; 0 notes",
        "b1.s1 Collision, 1 of 3: Invite (5:00)",
    ]
    clock.turn(4)
    assert say("pause", "go", "+2", "-1", "+0.5", "next", "back") == [
        "paused, 1:00 left",
        "going on, 1:00 left",
        "3:00 left",
        "2:00 left",
        "2:30 left",
        "b1.s2 Collision, 2 of 3: Ballot (10:00)",
        "b1.s1 Collision, 1 of 3: Invite (2:30)",
    ]
    clock.turn(36)
    assert say("goto b2 at 14:05", "goto b3.s2", "next", "status") == [
        "b2.s1 Coffee (10:00)",
        "b3.s2 Commitments, 2 of 2: Read-Back (20:00)",
        "the last step is over",
        "the last step is over; 40 min ahead; ends 14:10; 0 notes",
    ]


def test_captures_answer_with_their_id_alone(say: Talk, clock: TurnedClock) -> None:
    assert say(
        "note who is “we” in this sentence?",
        "park who pays for the translation?",
        "commit Ana --by friday --ask treasury draft the budget line",
        "commit - find a room",
        "from design note we draw it first",
        "at 13:30 from OS note we have git",
        "from OS at 13:30 park licences",
        "at 13:30 commit Ben write to her",
    ) == ["n1", "x1", "k1", "k2", "n2", "n3", "x2", "k3"]
    at = clock.at
    assert [event.body for event in say.desk.journal.read(1)] == [
        ev.Noted("n1", "who is “we” in this sentence?", at),
        ev.Parked("x1", "who pays for the translation?", at),
        ev.Committed("k1", "draft the budget line", at, "K7X", "2026-12-04", "treasury"),
        ev.Committed("k2", "find a room", at),
        ev.Noted("n2", "we draw it first", at, None, "design"),
        ev.Noted("n3", "we have git", START, None, "open-source"),
        ev.Parked("x2", "licences", START, None, "open-source"),
        ev.Committed("k3", "write to her", START, "M3V"),
    ]


def test_options_stand_in_any_order_and_words_with_spaces_in_quotes(say: Talk) -> None:
    assert say('commit "Ana Łuczak" --ask "the whole board" --by +1 say so', "commit Ana --ask them") == [
        "k1",
        "error: commit needs TEXT: [at HH:MM] commit OWNER [--by DATE] [--ask WHOM] TEXT",
    ]
    (event,) = say.desk.journal.read(1)
    assert event.body == ev.Committed("k1", "say so", START, "K7X", "2026-12-04", "the whole board")


def test_an_option_within_the_words_is_taken_for_one_unless_they_are_quoted(say: Talk) -> None:
    (refused, *_) = say("commit Ana ask --by whom", 'commit Ana "ask --by whom"', 'commit Ana --by"hand" it')
    assert refused.startswith("error: 'whom' is no day: ")
    assert [c.text for c in say.desk.state.commitments] == ["ask --by whom", '--by"hand" it']


def test_people_come_and_go_and_domains_speak(say: Talk) -> None:
    assert say("arrive Ana", "arrive chi design", "spoke design", "spoke 1", "leave K7X") == [
        "Ana Łuczak is here, Open source; 1 here",
        "Chi <b>Wu</b> is here, Design; 2 here",
        "OS 0 DE 1",
        "OS 1 DE 1",
        "Ana Łuczak left; 1 here",
    ]


def test_words_are_put_right_taken_back_and_erased(say: Talk) -> None:
    say("note one", "commit - two")
    assert say("checked k1 law no", "amend k1 three", "undo", "redo", "undo", "strike n1", "strike n1") == [
        "k1: law no",
        "k1 is corrected",
        "undone: amended (event 5)",
        "redone",
        "undone: amended (event 5)",
        "n1 is struck: its words are erased",
        "error: n1 has been struck already",
    ]


def test_a_rehearsal_waits_and_runs(path: Path, plan: Plan) -> None:
    with desk_on(path, plan, RehearsalClock(START)) as desk:
        assert Talk(desk)("next", "wait 2", "speed 600", "speed 0") == [
            "b1.s1 Collision, 1 of 3: Invite (5:00)",
            "it is 13:32; b1.s1 Collision, 1 of 3: Invite (3:00)",
            "the clock runs 600 times as fast",
            "the clock stands still",
        ]
        assert desk.now >= START + 2 * MINUTE


def test_in_a_real_session_time_is_nobodys_to_move(say: Talk) -> None:
    assert "only a rehearsal's clock" in say.error("wait 5")
    assert "only a rehearsal's clock" in say.error("speed 5")


def test_quit_ends_the_conversation_and_not_the_session(say: Talk) -> None:
    assert say("note a", "quit", "note b") == ["n1", "left; the session goes on"]
    assert say("note b") == ["n2"]


def test_the_greeting_goes_beside_the_replies(say: Talk) -> None:
    assert say() == []
    assert say.beside == (
        "Shared words. before the first step, planned 13:30; on time; ends 14:50; 0 notes. `help` lists the commands.\n"
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nxet", "unknown command 'nxet': did you mean 'next'?"),
        ("stauts", "unknown command 'stauts': did you mean 'status'?"),
        ("NEXT", "unknown command 'NEXT': did you mean 'next'?"),
        ("open", "unknown command 'open'"),
        ("take-over", "unknown command 'take-over'"),
        ("status now", "'now' is too much: status"),
        ("quit now", "'now' is too much: quit"),
        ("next step", "'step' is too much: next (put words with spaces in double quotes)"),
        ("note", "note needs TEXT: [from DOMAIN] [at HH:MM] note TEXT"),
        ("goto", "goto needs STEP: goto STEP [at HH:MM]"),
        ("goto b2 at", "goto needs [at HH:MM]: goto STEP [at HH:MM]"),
        ("goto b2 at 13:30 at 13:30", "at stands there twice: goto STEP [at HH:MM]"),
        ("at 13:30 at 13:30 note a", "at stands there twice"),
        ("at 13:30 next", "at cannot go before next: next"),
        ("from OS commit - a", "from cannot go before commit: "),
        ("commit Ana --by --ask them a", "'--ask' is no day"),
        ("+two", "unknown command '+two'"),
        ('arrive "Ana', "a double quote is opened and not closed: close it"),
        ('arrive ""', "arrive needs PERSON: arrive PERSON [DOMAIN]"),
        ("arrive Ana Łuczak", "there is no domain 'Łuczak'"),
        ("arrive zoe", "nobody here is called 'zoe'"),
        ("spoke desing", "there is no domain 'desing': did you mean 'design'?"),
        ("goto balot", "there is no step 'balot': did you mean 'ballot'?"),
        ("checked k1 law yes", "there is no commitment 'k1': none exist"),
        ("strike n1", "there is no n1"),
        ("undo", "there is nothing of yours to undo"),
    ],
)
def test_what_cannot_be_done_is_an_error_that_changes_nothing(say: Talk, line: str, why: str) -> None:
    assert say.error(line).startswith(why)


def test_words_that_another_window_made_known_are_known_here_at_once(say: Talk, other: Desk) -> None:
    Talk(other, "ben")("commit - find a room")
    assert say.one("checked k1 law yes") == "k1: law yes"


def test_next_is_refused_where_another_window_moved_on_and_works_once_that_is_known(say: Talk, other: Desk) -> None:
    say("next")
    assert Talk(other, "ben")("status", "next")[1].startswith("b1.s2")
    assert say.error("next") == "the session has moved on, b1.s2 Collision, 2 of 3: Ballot now: look, then say it again"
    assert say.one("next").startswith("b1.s3")
