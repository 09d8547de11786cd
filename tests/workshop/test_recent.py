"""The workshops that were opened lately."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workshop.sample import make, put
from toolkit.files.places import memory
from toolkit.workshop.recent import KEPT, Recent, recent, remember
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path


def opened(path: Path) -> None:
    folder = make(path)
    remember(folder, resolve(folder).plan)


def test_nothing_was_opened_at_first() -> None:
    assert recent() == []


def test_the_latest_comes_first_and_once(tmp_path: Path) -> None:
    for name in ("a", "b", "治理", "a"):
        opened(tmp_path / name)
    assert [row.path.name for row in recent()] == ["a", "治理", "b"]
    assert recent()[0] == Recent(tmp_path / "a", "Tiny", "2026-12-03")


def test_one_folder_is_one_workshop_however_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(tmp_path / "a")
    (tmp_path / "link").symlink_to("a")
    opened(tmp_path / "link")
    monkeypatch.chdir(tmp_path)
    opened(tmp_path.relative_to(tmp_path) / "a")
    assert [row.path for row in recent()] == [tmp_path / "a"]


def test_no_more_are_kept_than_fit_on_a_screen(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        opened(tmp_path / str(number))
    assert [row.path.name for row in recent()] == [str(number) for number in range(KEPT + 2, 2, -1)]


def test_what_is_gone_is_not_offered(tmp_path: Path) -> None:
    opened(tmp_path / "a")
    opened(tmp_path / "b")
    shutil.rmtree(tmp_path / "b")
    assert [row.path.name for row in recent()] == ["a"]


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[1]", b'[{"path": 3}]', b'{"a": 1}', b"null", b"\xff", b'[{"path": "x", "title": "t"}]']
)
def test_a_memory_that_cannot_be_read_is_empty_and_is_written_anew(text: bytes, tmp_path: Path) -> None:
    put(memory(), "recent.json", text)
    assert recent() == []
    opened(tmp_path / "a")
    assert [row.path.name for row in recent()] == ["a"]


@pytest.mark.parametrize("path", ["x" * 300, "\0", "loop"])
def test_a_path_that_cannot_be_looked_at_does_not_hide_the_others(path: str, tmp_path: Path) -> None:
    opened(tmp_path / "a")
    (tmp_path / "loop").symlink_to("loop")
    rows = json.loads((memory() / "recent.json").read_text())
    rows.append({"path": str(tmp_path / path), "title": "T", "date": "2026-12-03"})
    put(memory(), "recent.json", json.dumps(rows))
    assert [row.path.name for row in recent()] == ["a"]


def test_what_cannot_be_remembered_is_no_fault(tmp_path: Path) -> None:
    put(memory().parent, memory().name, "a file where the folder should be")
    opened(tmp_path / "a")
    assert recent() == []
