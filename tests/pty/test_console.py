"""The real program in a real terminal: first screen, signals, sizes, and every default key as an xterm sends it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.pty.terminal import KEYS, Terminal
from toolkit.tui.commands import ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

WORKSHOP = [sys.executable, "-m", "toolkit"]


def run(folder: Folder, *more: str, size: tuple[int, int] = (80, 24)) -> Terminal:
    return Terminal([*WORKSHOP, "run", str(folder.path), "--as", "Ana", *more], size=size)


def log(folder: Folder, *more: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [*WORKSHOP, "log", str(folder.path), "--json", *more], check=True, capture_output=True, text=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_first_screen_is_there_and_the_terminal_is_given_back(demo: Folder, size: tuple[int, int]) -> None:
    with run(demo, size=size) as terminal:
        terminal.wait("Press n to begin")
        terminal.wait("Help")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert b"\x1b[?1049l" in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_leaves_cleanly_and_what_was_typed_is_kept(demo: Folder, number: int) -> None:
    with run(demo) as terminal:
        terminal.wait("Help")
        terminal.send("n")
        terminal.wait("SAY|INVITE")
        terminal.send("c", "not yet sent")
        terminal.wait("not yet sent")
        terminal.kill(number)
        terminal.wait_exit()
        assert b"\x1b[?1049l" in terminal.raw
    with run(demo) as terminal:
        terminal.wait("not yet sent")
        terminal.send("enter")
        terminal.wait("n1 +not yet sent")
    assert [event["kind"] for event in log(demo)] == ["workshop-opened", "entered", "noted"]


def test_killed_at_once_after_enter_nothing_shown_as_captured_is_lost(demo: Folder) -> None:
    with run(demo) as terminal:
        terminal.wait("Help")
        terminal.send("c", "who is we?", "enter")
        terminal.wait("n1 +who is we")
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    assert log(demo)[-1]["body"]["text"] == "who is we?"  # type: ignore[index]


def test_the_window_may_change_its_size(demo: Folder) -> None:
    with run(demo, size=(160, 50)) as terminal:
        terminal.wait("Press n to begin")
        terminal.send("n")
        terminal.wait("left of")
        for columns, rows in ((80, 24), (60, 18), (200, 60)):
            terminal.resize(columns, rows)
            terminal.wait("left of")
            terminal.settle()
        terminal.resize(40, 10)
        terminal.wait("needs 60 columns")
        terminal.resize(100, 30)
        terminal.wait("left of")


PRESSED = [(name, key) for name, entry in ENTRIES.items() for key in entry.keys if name not in ("quit",)]
SHOWS = {
    "next": "2 of 5", "back": "1 of 5", "goto": "Since HH:MM", "pause-or-go": "PAUSED", "minute-more": "3:30",
    "minute-less": "1:30", "replan": "hard end|Which",
    "note": "Note, from nobody", "park": "Parking lot, from", "commit": "Record a commitment",
    "checked": "Check a commitment|no commitment yet", "show-run": "SAY|INVITE", "show-terms": "what next",
    "show-people": "of 24 here", "show-library": "words and filters",
    "show-help": "CLOCK", "undo": "undone: entered",
    "redo": "nothing of yours to redo", "amend": "Correct the words|nothing has been recorded",
    "strike": "Strike from the record|nothing has been",
    "verdicts": "Which word",
    "read": "nothing is read back", "report": "The report, as PDF", "walk-in": "Somebody walked in",
    "person": "leaves the roster as it is", "find-person": "Esc back to the list",
    "other-tables": "no tables have been made yet: press g", "show-groups": "No tables have been made",
    "arrive": "Somebody arrived", "groups": "Make groups", "menu": "Everything that can be done",
    "big-view": "What is written down",
    **{f"spoke-{n}": "OS|no domain" for n in range(1, 10)},
}  # fmt: skip
"""What is on the screen after a command's key was pressed in the first step."""


def test_every_default_key_arrives_from_a_classic_terminal(demo: Folder) -> None:
    """One program, one key after the other, each from the first step with nothing open."""
    with run(demo, "--rehearse", size=(100, 40)) as terminal:
        terminal.wait("Help")
        for name, key in PRESSED:
            restart(terminal)
            if name == "show-run":
                terminal.send("f3")
                terminal.wait("what next")
            terminal.send(key)
            terminal.wait(SHOWS[name], 10)
            leave(terminal, name)


def restart(terminal: Terminal) -> None:
    """Go to the first step again, with its own minutes and the clock running, in the Run area."""
    terminal.send("f5", "o")
    terminal.wait("Since HH:MM", 10)
    terminal.send("b1.s1", "enter")
    terminal.wait_at_rest(lambda text: "1 of 5" in text and "Since HH:MM" not in text, 10)


OPENED = {
    "note", "park", "goto", "commit", "checked", "amend", "strike", "arrive", "menu", "verdicts", "replan", "groups",
    "report", "walk-in", "find-person",
}  # fmt: skip


def leave(terminal: Terminal, name: str) -> None:
    """Close what the key opened, and take back what it did."""
    if name in OPENED:
        terminal.send("escape")
        terminal.wait_at_rest(lambda text: "Esc closes" not in text and "esc Close" not in text, 10)
    if name == "big-view":
        terminal.send("s")
        terminal.wait("INVITE")
    if name == "pause-or-go":
        terminal.send("f9")
    if name in ("minute-more", "minute-less"):
        terminal.send("u")
    terminal.settle(0.15)


def test_no_default_key_is_unknown_to_the_terminal() -> None:
    assert not [key for _, key in PRESSED if len(key) > 1 and key not in KEYS]


def test_two_consoles_never_skip_a_step_together(demo: Folder) -> None:
    with run(demo) as one, run(demo) as two:
        for terminal in (one, two):
            terminal.wait("Help")
        for terminal in (one, two):
            terminal.send("n")
        for terminal in (one, two):
            terminal.wait("1 of 5")
    assert [event["kind"] for event in log(demo)].count("entered") == 1


def test_the_second_window_shows_the_room_what_the_first_does(demo: Folder) -> None:
    with run(demo) as console, Terminal([*WORKSHOP, "screen", str(demo.path)], size=(40, 12)) as room:
        console.wait("Help")
        room.wait("We begin at")
        console.send("n")
        room.wait("What is written down")
        assert "INVITE" not in room.text
        room.send("q")
        assert room.wait_exit() == 0


def test_no_colour_is_asked_for_and_none_is_used(demo: Folder) -> None:
    argv = [*WORKSHOP, "run", str(demo.path)]
    with Terminal(argv, size=(80, 24), env={"NO_COLOR": "1"}) as terminal:
        terminal.wait("Help")
        colours = {
            colour
            for row in terminal.screen.buffer.values()
            for cell in row.values()
            for colour in (cell.fg, cell.bg)
            if colour != "default"
        }
        assert all(len({c[i : i + 2] for i in (0, 2, 4)}) == 1 for c in colours if len(c) == 6)


def test_without_a_terminal_the_console_says_what_to_use_instead(tmp_path: Path, demo: Folder) -> None:
    for argv in (["run", str(demo.path)], ["screen", str(demo.path)], ["demo", str(tmp_path / "d")], []):
        done = subprocess.run([*WORKSHOP, *argv], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        assert done.returncode == 2
        assert "--plain" in done.stderr.splitlines()[-1]
        assert done.stdout == ""
