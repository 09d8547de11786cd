"""Foreign text on its way to the screen."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from toolkit.tui.text import literal, one_line, visible

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@given(ANY)
def test_what_a_person_can_read_is_shown_as_it_is(text: str) -> None:
    shown = visible(text)
    kept = [c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cf", "Zl", "Zp")]
    rest = iter(shown)
    assert all(symbol in rest for symbol in kept)


@given(ANY)
def test_nothing_that_a_terminal_obeys_or_cannot_encode_is_left(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANY)
def test_content_has_no_markup(text: str) -> None:
    content = literal(text)
    assert content.plain == visible(text)
    assert not content.spans


@given(ANY)
def test_one_line_is_one_line_and_not_endless(text: str) -> None:
    assert "\n" not in one_line(text)
    assert len(one_line("x" * 10_000)) == 501


def test_brackets_are_no_markup() -> None:
    for text in ("I agree [laughs]", "see [/etc/hosts]", "[/", "[@click=app.quit]free pizza[/]", "[red]x[/red]"):
        assert literal(text).plain == text


def test_every_widget_that_takes_text_is_told_that_it_is_no_markup() -> None:
    """`Static` and `Label` parse markup unless told not to; only `Content` and `Text` are safe without."""
    calls = [
        (path, node)
        for path in sorted(Path("toolkit/tui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("Static", "Label", "notify")
    ]
    assert len(calls) > 20
    assert not [f"{path}:{node.lineno}" for path, node in calls if "markup=False" not in ast.unparse(node)]
