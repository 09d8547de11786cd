"""`workshop run --plain`, `log` and `status` as programs: what is typed into one comes out of the others."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import ANA, prove
from tests.session.strategies import texts, whole

if TYPE_CHECKING:
    from tests.plain.program import Program

TYPES: dict[str, tuple[type, ...]] = {
    "workshop": (str,),
    "block": (dict, type(None)),
    "step": (dict, type(None)),
    "running": (bool,),
    "paused": (bool,),
    "elapsed_s": (float, type(None)),
    "remaining_s": (float, type(None)),
    "behind_s": (float,),
    "ends_at": (str,),
    "notes": (int,),
    "finished": (bool,),
    "seq": (int,),
}


@pytest.mark.parametrize("before", [[], ["next"], ["next", "pause", "note a"], ["goto commitments.read-back", "next"]])
def test_status_has_the_keys_and_types_that_scripts_rely_on(workshop: Program, before: list[str]) -> None:
    if before:
        assert len(workshop.plain(*before)) == len(before)
    (status,) = workshop.json("status")
    assert not [key for key, types in TYPES.items() if type(status[key]) not in types]
    assert dt.datetime.fromisoformat(status["ends_at"]).tzinfo is not None
    if status["step"]:
        assert {key: type(value) for key, value in status["step"].items()} == {
            "index": int,
            "of": int,
            "id": str,
            "title": str,
        }
        assert {key: type(value) for key, value in status["block"].items()} == {
            "index": int,
            "kind": str,
            "id": str,
            "title": str,
        }


def test_status_is_json_whatever_the_encoding_of_the_terminal_lacks(workshop: Program) -> None:
    file = workshop.folder.file
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: é😀 ", 1), encoding="utf-8")
    assert workshop("status", "--json")[0].isascii()
    assert workshop.json("status")[0]["workshop"].startswith("é😀 ")


def test_status_before_a_session_is_opened_opens_none(workshop: Program) -> None:
    (status,) = workshop.json("status")
    assert (status["seq"], status["step"], status["running"]) == (0, None, False)
    assert workshop("status")[0].startswith("before the first step, planned 13:30")
    assert workshop("log") == []
    assert not workshop.folder.journal().exists()


def test_status_after_a_crash_at_the_very_first_moment_is_that_of_no_session(workshop: Program) -> None:
    workshop.folder.journal().touch()
    assert workshop.json("status")[0]["seq"] == 0
    assert workshop("log") == []


def test_the_log_has_an_object_a_line_with_who_what_and_when(workshop: Program) -> None:
    workshop.plain("next", "note [red]\x1b é😀", "undo")
    assert "".join(workshop("log", "--json")).isascii()  # JSON whatever a terminal's encoding lacks
    log = workshop.json("log")
    assert [event["kind"] for event in log] == ["workshop-opened", "entered", "noted", "undone"]
    for seq, event in enumerate(log, 1):
        assert {"seq", "at", "kind", "by", "body"} <= set(event)
        assert (event["seq"], event["by"], type(event["body"])) == (seq, ANA, dict)
        assert dt.datetime.fromisoformat(event["at"]).tzinfo is not None
    assert [event["undone"] for event in log] == [False, False, True, False]
    assert log[2]["body"]["text"] == "[red]\x1b é😀"
    assert log[0]["body"]["plan"]["title"] == workshop.json("status")[0]["workshop"]


def test_the_log_to_be_read_has_a_printable_line_for_each_event(workshop: Program) -> None:
    workshop.plain("next", "note [red]\x1b\u2028")
    lines = workshop("log")
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert lines[2].endswith(rf"  {ANA}  noted  n1 [red]\x1b\u2028 b1.s1")


def test_a_rehearsal_is_read_with_its_own_option(workshop: Program) -> None:
    assert workshop.plain("next", "wait 2", options=("--rehearse",))[1].startswith("it is 13:32")
    (status,) = workshop.json("status", "--rehearsal")
    assert (status["elapsed_s"], status["seq"]) == (120.0, 3)
    assert status["now"].startswith("2026-12-03T13:32:00.000")
    assert len(workshop.json("log", "--rehearsal")) == 3
    assert workshop.json("status")[0]["seq"] == 0
    assert workshop.json("log") == []


def test_the_status_of_a_rehearsal_that_runs_by_itself_is_as_its_clock_was_left(workshop: Program) -> None:
    assert workshop.plain("next", "speed 600", "status", options=("--rehearse",))[0].startswith("b1.s1")
    (status,) = workshop.json("status", "--rehearsal")
    assert status["elapsed_s"] > 0


def test_a_rehearsal_is_begun_anew_and_a_session_never(workshop: Program) -> None:
    workshop.plain("next", "wait 2", options=("--rehearse",))
    assert workshop.plain("status", options=("--rehearse", "--restart"))[0].startswith("before the first step")
    assert workshop("run", "--plain", "--restart", code=2) == []
    assert workshop.beside == "--restart goes with --rehearse: a real session is never forgotten\n"


def test_a_session_goes_on_where_it_was_left(workshop: Program) -> None:
    assert workshop.plain("next", "note a")[1] == "n1"
    assert workshop.plain("note b", "status")[0] == "n2"
    assert "b1.s1" in workshop.beside


def test_a_damaged_journal_is_one_line_and_exit_code_one(workshop: Program) -> None:
    workshop.folder.journal().write_bytes(b"SQLite format 3\0 but not really")
    for command in (("status",), ("log",), ("run", "--plain")):
        assert workshop(*command, code=1) == []
        assert workshop.beside.count("\n") == 1
        assert "session.db: " in workshop.beside


@pytest.mark.parametrize("name", ["  Ana  ", "Zo\udceb", "a\nb", "[red]", "x" * 5_000, ""])
def test_anybody_may_be_the_facilitator(workshop: Program, name: str) -> None:
    assert workshop("run", "--plain", "--as", name, typed=b"note a\nundo\n")[0] == "n1"
    assert all(event["by"].isprintable() and event["by"].strip() == event["by"] for event in workshop.json("log"))


def typable(text: str) -> bool:
    """Tell whether a text can be typed as it is, after `note `, and means itself."""
    try:
        typed = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    as_it_is = typed.decode("utf-8", "surrogateescape") == text and not text.strip(" \t").startswith('"')
    return as_it_is and "\n" not in text and not text.endswith("\r")


@prove(60)
@given(st.lists(texts.filter(str.strip), min_size=1, max_size=5))
def test_any_text_comes_back_word_for_word_in_the_log(workshop: Program, said: list[str]) -> None:
    before = len(workshop.json("log"))
    raw = [text for text in said if typable(text)]
    lines = [f"note {json.dumps(text)}" for text in said] + [f"note {text}" for text in raw]
    assert len(workshop.plain(*lines)) == len(lines)
    log = [event["body"]["text"] for event in workshop.json("log")[before or 1 :]]
    assert log == [whole(text) for text in (*said, *raw)]


def test_bytes_that_are_no_utf_8_come_back_as_they_were(workshop: Program) -> None:
    workshop("run", "--plain", typed=b"note caf\xe9 \xff\xfe\n")
    text = workshop.json("log")[-1]["body"]["text"]
    assert text.encode("utf-8", "surrogateescape") == b"caf\xe9 \xff\xfe"
