"""The transcript in the docs is played again, key by key: every screen comes as the page shows it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "ten-minutes.md"


def player() -> Any:  # noqa: ANN401 - a module
    """Import docs/transcript.py."""
    spec = importlib.util.spec_from_file_location("transcript", ROOT / "docs" / "transcript.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_keys_are_typed_or_named() -> None:
    assert list(player().keys('n "a b" F2 ↓*2 Enter')) == ["n", "a", "space", "b", "f2", "down", "down", "enter"]


async def test_every_screen_comes_as_the_page_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("```screen") == 8
    assert await player().played(page) == page, "look at what differs, then run `python docs/transcript.py`"
    assert (tmp_path / "words" / "out" / "ballot.pdf").is_file()
