"""`workshop plan` and `workshop replan`: what they print, what they write, and what they refuse."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from tests.session.room import ANA, TurnedClock, act
from toolkit.cli.main import main
from toolkit.session.actions.opening import Open
from toolkit.session.desk import Desk
from toolkit.session.journal import Journal
from toolkit.workshop.recent import recent, remember
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

Out = pytest.CaptureFixture[str]


def plan(folder: Folder, *options: str, code: int = 0) -> None:
    assert main(["plan", str(folder.path), *options]) == code


def test_the_agenda_is_shown_with_times_and_what_it_lacks(demo: Folder, capsys: Out) -> None:
    plan(demo)
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "   1   13:30     15 min  Arrival round"
    assert "   4   15:00     15 min  Coffee  (locked)" in out
    assert "       17:05  end; 10 min left until 17:15" in out
    (lacks,) = (line for line in out if line.startswith("- "))
    assert lacks.startswith("- Term collision: governance counts answers by domain")


def test_json_has_the_same(demo: Folder, capsys: Out) -> None:
    plan(demo, "--json")
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"workshop", "starts_at", "ends_at", "hard_end", "over_s", "blocks", "advice", "learned"}
    assert found["over_s"] == -600
    assert found["blocks"][3]["locked"] is True
    assert found["learned"] == []


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--remove", "8"], "Arrival Term Who Coffee Where Responsibility Stretch, Commitments"),
        (["--move", "5", "3"], "Arrival Term Where Who Coffee Responsibility Stretch, What Commitments"),
        (["--move", "arrival-round", "end"], "Term Who Coffee Where Responsibility Stretch, What Commitments Arrival"),
        (["--duplicate", "2"], "Arrival Term Term Who Coffee Where Responsibility Stretch, What Commitments"),
        (
            ["--add", "break:Tea", "--minutes", "10", "--before", "commitments", "--at", "16:40"],
            "Arrival Term Who Coffee Where Responsibility Stretch, What Tea Commitments",
        ),
    ],
)
def test_edits_change_the_file_and_keep_its_comments(
    demo: Folder, capsys: Out, options: list[str], titles: str
) -> None:
    plan(demo, *options)
    assert [block.title.split()[0] for block in resolve(demo).plan.blocks] == titles.split()
    text = demo.file.read_text(encoding="utf-8")
    assert "# the hall is ours until then" in text
    assert "# locked: the kitchen brings it then" in text
    assert capsys.readouterr().err.startswith("changed ")


def test_an_exercise_about_a_word_is_added_with_one(demo: Folder) -> None:
    plan(demo, "--add", "check-in")
    plan(demo, "--add", "term-collision", "--term", "trust")
    plan(demo, "--add", "one-word-two-rooms")
    assert [block.terms for block in resolve(demo).plan.blocks[-3:]] == [(), ("trust",), ("risk", "responsibility")]


def test_tracks_are_added_side_by_side(demo: Folder, capsys: Out) -> None:
    flags = ["--track", "Tokens: term-collision @ Room 3 (Ana)", "--track", "Budgets: who pays @ Hall"]
    plan(demo, "--add", "parallel:Two rooms", *flags, "--before", "coffee", "--minutes", "40")
    block = resolve(demo).plan.blocks[3]
    assert (block.kind, block.title, block.milliseconds) == ("parallel", "Two rooms", 40 * 60_000)
    assert [(t.title, t.source, t.text, t.place, t.lead) for t in block.tracks] == [
        ("Tokens", "term-collision", "", "Room 3", "Ana"), ("Budgets", "", "who pays", "Hall", ""),
    ]  # fmt: skip
    plan(demo, "--add", "parallel", *flags[:2], code=1)
    assert "takes two tracks or more" in capsys.readouterr().err


def test_what_may_go_when_it_is_late_is_set(demo: Folder, capsys: Out) -> None:
    plan(demo, "--priority", "5", "first-to-go")
    assert resolve(demo).plan.blocks[4].priority == "first-to-go"
    assert "Where agreement stops  (first-to-go)" in capsys.readouterr().out
    plan(demo, "--priority", "5", "last", code=1)
    assert "'last' is no priority" in capsys.readouterr().err


def test_the_console_needs_a_terminal_and_goes_alone(demo: Folder, capsys: Out) -> None:
    plan(demo, "--open", code=2)
    assert "use `workshop plan DIR` instead" in capsys.readouterr().err
    plan(demo, "--open", "--remove", "1", code=2)
    plan(demo, "--open", "--json", code=2)


def test_locks_and_minutes_are_set(demo: Folder) -> None:
    plan(demo, "--unlock", "coffee")
    plan(demo, "--lock", "1", "13:30")
    plan(demo, "--minutes", "where-agreement-stops", "40.5")
    blocks = resolve(demo).plan.blocks
    assert [block.at for block in blocks[:4]] == [13 * 60 + 30, None, None, None]
    assert blocks[4].milliseconds == 40.5 * 60_000


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--add", "arival-round"], "did you mean 'arrival-round'?"),
        (["--add", "break:Tea"], "minutes"),
        (["--remove", "12"], "there is no block 12: the agenda has 9"),
        (["--lock", "1", "25:99"], "is no time of day: write it like 13:30"),
        (["--lock", "1", "09:00"], "is not between"),
        (["--minutes", "1", "many"], "'many' is no number of minutes"),
        (["--suggest", "--tension", "x"], "there is no tension 'x'"),
        (["--suggest", "--domain", "desing"], "there is no domain 'desing': did you mean 'design'?"),
        (["--suggest", "--mode", "remote"], "there is no mode 'remote'"),
        (["--suggest", "--take", "9"], "there is no suggestion 9"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    demo: Folder, capsys: Out, options: list[str], why: str
) -> None:
    before = demo.file.read_bytes()
    plan(demo, *options, code=1)
    assert why in capsys.readouterr().err
    assert demo.file.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        ["--remove", "1", "--duplicate", "2"], ["--minutes", "5"], ["--minutes", "1", "2", "3"], ["--before", "2"],
        ["--take", "1"], ["--term", "risk"], ["--track", "A"], ["--suggest", "--remove", "1"],
    ],
)  # fmt: skip
def test_flags_that_do_not_go_together_are_usage(demo: Folder, options: list[str]) -> None:
    plan(demo, *options, code=2)


def test_a_suggestion_can_be_taken(demo: Folder, capsys: Out) -> None:
    flags = ["--suggest", "--minutes", "180", "--people", "18", "--tension", "language-mismatch"]
    plan(demo, *flags, "--json")
    first = json.loads(capsys.readouterr().out)["suggestions"][0]
    assert set(first) == {"n", "minutes", "covers", "misses", "blocks"}
    plan(demo, *flags)
    assert f"1  {first['minutes']} min" in capsys.readouterr().out
    plan(demo, *flags, "--take", "1")
    taken = resolve(demo).plan
    assert [block.source or "break" for block in taken.blocks] == [
        part["entry"].get("exercise", "break") for part in first["blocks"]
    ]
    assert sum(block.milliseconds for block in taken.blocks) == first["minutes"] * 60_000
    assert "# the hall is ours until then" in demo.file.read_text(encoding="utf-8")


def test_files_for_the_invitation_are_written(demo: Folder, tmp_path: Path, capsys: Out) -> None:
    ics, markdown = tmp_path / "a.ics", tmp_path / "a.md"
    plan(demo, "--ics", str(ics), "--markdown", str(markdown))
    assert ics.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "**Coffee**" in markdown.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_it_learns_from_sessions_that_were_held(demo: Folder, capsys: Out) -> None:
    prepared = resolve(demo).plan
    clock = TurnedClock(prepared.at(prepared.starts))
    desk = Desk(Journal(demo.journal()), clock=clock)
    desk.do(Open(prepared), ANA)
    for step in prepared.blocks[0].steps:
        act(desk, "next")
        clock.turn(step.seconds / 60 * 1.5)
    act(desk, "next")
    desk.journal.close()
    remember(demo, prepared)
    (demo.path.parent / "broken").mkdir()
    remember(type(demo)(demo.path.parent / "broken"), prepared)
    plan(demo)
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("*")]
    assert told == ["* Arrival round: you took 1.5 times as long, once: 22 min instead of 15?"]


def test_replan_before_a_session_says_that_nothing_needs_to_change(demo: Folder, capsys: Out) -> None:
    assert main(["replan", str(demo.path), "--rehearsal"]) == 0
    assert capsys.readouterr().out == "on time, ends 17:05, hard end 17:15: nothing needs to change\n"
    assert main(["replan", str(demo.path), "--rehearsal", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["behind_s"], found["proposals"]) == (0, [])


def test_a_pack_for_nobody_says_what_it_does_without(tmp_path: Path, capsys: Out) -> None:
    folder = str(tmp_path / "mine")
    assert main(["new", folder, "--yes", "--agenda", "arrival-round commitments"]) == 0
    assert main(["print", folder]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "nobody is in roster.csv yet" in line]
    assert any(line.startswith("left out: ") and "Participant cards" in line for line in told)
    assert main(["print", folder, "participant-cards", "--spares", "2"]) == 0
    assert main(["print", folder, "commitment-slip"]) == 1
    assert "nobody is in roster.csv yet" in capsys.readouterr().err


@pytest.mark.parametrize("own", ["session.db", "workshop.yaml", "roster.csv"])
def test_an_invitation_takes_the_place_of_no_file_of_another_kind(own: str, demo: Folder, capsys: Out) -> None:
    path = demo.path / own
    path.touch()
    before = path.read_bytes()
    for flag in ("--ics", "--markdown"):
        assert main(["plan", str(demo.path), flag, str(path)]) == 1
        assert "a file of another kind" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize(("more", "remembered"), [([], True), (["--rehearse"], False)])
def test_a_session_in_plain_mode_is_one_to_learn_from(
    more: list[str], remembered: bool, demo: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"next\n")))
    assert main(["run", str(demo.path), "--plain", *more]) == 0
    assert bool([row for row in recent() if row.path == demo.path.resolve()]) is remembered
