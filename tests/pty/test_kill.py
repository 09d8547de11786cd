"""`kill -9` at any moment: what was acknowledged is in the log, and the session goes on."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

from tests.pty.plain_process import PlainProcess, read
from toolkit.session.journal import Journal

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder

KILLS, NOTES = 50, 10
AT_MOST = 0.005
"""Seconds between the last line and the end of the process."""


def words(number: int) -> str:
    """Return what is said in a note: no two alike, and nothing in it that a program might stumble over."""
    return f'{number}: “治理” isn\'t "governance" [/b] \\n <i> =1+1 é😀'


def notes(folder: Folder) -> dict[str, str]:
    """Return the text of each note in the log, by id, in the order in which they were made."""
    log = read("log", folder)
    assert [event["seq"] for event in log] == list(range(1, len(log) + 1))
    return {event["body"]["note"]: event["body"]["text"] for event in log if event["kind"] == "noted"}


def test_every_note_that_was_acknowledged_is_in_the_log_over_fifty_kills(demo: Folder) -> None:
    chance = random.Random(9)
    acknowledged: dict[str, str] = {}
    unanswered: set[str] = set()
    for kill in range(KILLS):
        said = [words(kill * NOTES + n) for n in range(NOTES)]
        with PlainProcess(demo) as process:
            replies = [process.ask(f"note {said[0]}")]  # it has started and goes on from where the last one was killed
            process.type(*(f"note {text}" for text in said[1:]))
            replies += process.kill(after=chance.uniform(0, AT_MOST))
        acknowledged |= dict(zip(replies, said, strict=False))
        unanswered |= set(said[len(replies) :])
    log = notes(demo)
    assert len(acknowledged) + len(unanswered) == KILLS * NOTES
    assert {id_: log.get(id_) for id_ in acknowledged} == acknowledged
    assert set(log.values()) - set(acknowledged.values()) <= unanswered
    assert list(log) == [f"n{n}" for n in range(1, len(log) + 1)]
    assert unanswered, "no kill came before a reply: type more lines at once"


def test_a_kill_while_the_session_is_being_opened_leaves_one_that_can_be(demo: Folder) -> None:
    for delay in (0.0, 0.05, 0.1, 0.15, 0.2, 0.3):
        for file in demo.path.glob("session.db*"):
            file.unlink()
        with PlainProcess(demo) as process:
            process.type("note a")
            replies = process.kill(after=delay)
        before = read("status", demo)[0]["notes"]
        assert before >= len(replies)
        with PlainProcess(demo) as process:
            assert process.ask("note b") == f"n{before + 1}"
            process.end()


def test_who_is_killed_while_another_types_costs_the_other_nothing(demo: Folder) -> None:
    with PlainProcess(demo) as steady:
        assert steady.ask("note 0") == "n1"
        for kill in range(5):
            with PlainProcess(demo) as victim:
                assert victim.ask("status")
                victim.type(*["note theirs"] * 30)
                victim.kill(after=kill / 1_000)
            assert steady.ask(f"note mine {kill}").startswith("n")
        steady.end()
    assert [text for text in notes(demo).values() if "mine" in text] == [f"mine {kill}" for kill in range(5)]


def test_a_kill_in_the_middle_of_a_strike_erases_all_or_nothing(demo: Folder) -> None:
    for n in range(1, 9):
        with PlainProcess(demo) as process:
            assert process.ask(f"note secret {n}") == f"n{n}"
            process.type(f"strike n{n}")
            struck = process.kill(after=n / 2_000)
        log = read("log", demo)
        gone = [event["body"]["ref"] for event in log if event["kind"] == "struck"]
        assert (f"n{n}" in gone) >= bool(struck)
        assert (notes(demo)[f"n{n}"] is None) == (f"n{n}" in gone)
        with closing(Journal(demo.journal())):  # what the kill left undone is done at the next opening
            files = [file.read_bytes() for file in demo.path.glob("session.db*")]
        assert any(f"secret {n}".encode() in content for content in files) == (f"n{n}" not in gone)


def test_a_killed_rehearsal_that_runs_by_itself_resumes_where_it_last_answered(demo: Folder) -> None:
    with PlainProcess(demo, "--rehearse") as process:
        for line in ("next", "wait 3", "speed 600", "status"):
            assert process.ask(line)
        process.kill(after=0.05)
    (killed,) = read("status", demo, "--rehearsal")
    assert killed["elapsed_s"] > 180
    with PlainProcess(demo, "--rehearse") as process:
        assert process.ask("speed 0") == "the clock stands still"
        process.end()
    (resumed,) = read("status", demo, "--rehearsal")
    assert resumed["elapsed_s"] >= killed["elapsed_s"]
