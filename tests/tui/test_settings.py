"""The settings file: keys are rebound, and every fault is named with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.keys import Keys

from tests.tui.console import console
from toolkit.tui.commands import ENTRIES, bindings
from toolkit.tui.settings import Settings, load
from toolkit.tui.settings_reader import key_name

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

KNOWN = {key.value for key in Keys}


def read(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_without_a_file_everything_is_as_it_ships(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yaml") == Settings()


def test_keys_are_given_alone_with_commas_or_as_a_list(tmp_path: Path) -> None:
    settings = read(tmp_path, "keys:\n  note: i\n  park: 'z, f4'\n  undo: [ctrl+z, backspace]\n  minute-more: '='\n")
    assert settings.problems == ()
    assert settings.keys == {
        "note": ("i",),
        "park": ("z", "f4"),
        "undo": ("ctrl+z", "backspace"),
        "minute-more": ("equals_sign",),
    }


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("keys:\n  nota: i\n", 2, "did you mean 'note'?"),
        ("keys:\n  note: esc\n", 2, "did you mean 'escape'?"),
        ("keys:\n  note: n\n", 2, "n means next by default"),
        ("keys:\n  note: z\n  park: z\n", 3, "z means note on line 2"),
        ("keys:\n  note: ctrl+p\n", 2, "kept for the palette"),
        ("keys:\n  quit: []\n", 2, "give quit a key"),
        ("keys: note\n", 1, "lines are wanted"),
        ("theme: solarised\n", 1, "there is no theme"),
        ("kyes:\n  note: i\n", 1, "did you mean 'keys'?"),
        ("keys: [", 1, "close the bracket"),
    ],
)
def test_a_fault_names_file_and_line_and_leaves_the_keys_as_they_are(
    tmp_path: Path, text: str, line: int, part: str
) -> None:
    settings = read(tmp_path, text)
    assert settings.keys == {}
    (problem,) = settings.problems
    assert str(problem).startswith(f"{tmp_path / 'settings.yaml'}:{line}:")
    assert part in str(problem)


def test_the_plan_has_keys_of_its_own(tmp_path: Path) -> None:
    settings = read(tmp_path, "keys:\n  plan-add: 'insert'\n  plan-break: n\n")
    assert (settings.problems, settings.keys) == ((), {"plan-add": ("insert",), "plan-break": ("n",)})
    (problem,) = read(tmp_path, "keys:\n  plan-add: b\n").problems
    assert "b means plan-break by default" in str(problem)


def test_two_commands_may_trade_keys(tmp_path: Path) -> None:
    assert read(tmp_path, "keys:\n  note: n\n  next: 'c, pagedown'\n").problems == ()


def test_every_default_key_exists_and_means_one_thing() -> None:
    owners: dict[str, str] = {}
    for name, entry in ENTRIES.items():
        for key in entry.keys:
            assert key_name(key) == key, key
            assert owners.setdefault(key, name) == name, key


def test_no_default_key_is_one_that_terminals_swallow() -> None:
    swallowed = {"ctrl+m", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+s", "ctrl+b", "ctrl+z", "ctrl+c", "f10", "f11", "escape"}
    assert not swallowed & {key for entry in ENTRIES.values() for key in entry.keys}


def test_every_command_has_a_binding_under_its_name() -> None:
    assert {binding.id for binding in bindings()} == set(ENTRIES)


async def test_rebound_keys_work_and_the_old_ones_do_not(demo: Folder) -> None:
    settings = Settings(keys={"next": ("j",), "quit": ("ctrl+x",)})
    async with console(demo, settings=settings) as live:
        await live.press("n")
        assert not live.screen.session.state.segments
        await live.press("j")
        assert [segment.step for segment in live.screen.session.state.segments] == ["b1.s1"]
        await live.press("f1")
        assert " j " in live.text


async def test_faults_are_shown_in_the_console_too(demo: Folder, tmp_path: Path) -> None:
    settings = read(tmp_path, "keys:\n  nota: i\n")
    async with console(demo, settings=settings) as live:
        assert "'note'?" in live.text  # where the lines before it break depends on the length of the file's path
