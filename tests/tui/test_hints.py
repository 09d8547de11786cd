"""What to do instead is said as the console does it: by its key, or where it stands in the menu."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import toolkit.session.actions
from tests.tui.console import console
from toolkit.session.actions import ACTIONS
from toolkit.session.desk import Refused
from toolkit.tui.hints import why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.folder import Folder

SOURCES = sorted(Path(toolkit.session.actions.__file__).parent.glob("*.py"))


def said_instead() -> Iterator[str]:
    """Yield the command with which each refusal says what to do instead."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal" and len(node.args) > 1:
                say = node.args[1].values[0] if isinstance(node.args[1], ast.JoinedStr) else node.args[1]
                assert isinstance(say, ast.Constant)
                yield str(say.value).split()[0]


def test_what_is_said_instead_is_a_command_and_no_sentence_names_plain_modes_line() -> None:
    said = list(said_instead())
    assert {"next", "go", "groups", "arrive"} <= set(said)
    assert set(said) <= set(ACTIONS)
    for path in SOURCES:
        assert ": say " not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("say", "keys", "form", "expected"),
    [
        ("groups 4", {}, "", "no tables yet: press g"),
        ("groups 4", {"groups": ("f4",)}, "", "no tables yet: press F4"),
        ("groups 4", {"groups": ()}, "", "no tables yet: choose “Make groups” in the menu"),
        ("groups 4", {}, "groups", "no tables yet"),
        ("go", {}, "", "no tables yet: press Space"),
        ("", {}, "", "no tables yet"),
    ],
)
def test_the_console_names_the_key_that_is_in_force(
    say: str, keys: dict[str, tuple[str, ...]], form: str, expected: str
) -> None:
    assert why_not(Refused("no tables yet", say), keys, form) == expected


async def test_a_refusal_in_the_console_names_a_key_and_no_command(demo: Folder) -> None:
    async with console(demo) as live:
        await live.press("G")
        await live.until(lambda: "no tables have been made yet: press g" in live.text)
        assert "groups 4" not in live.text
