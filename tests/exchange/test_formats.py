"""The one entry point, what it writes, and that it writes all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.samples import found, setting
from toolkit.cli.glossary_command import NAMES
from toolkit.exchange import store
from toolkit.exchange.collect import collect, setting_of
from toolkit.exchange.formats import FORMATS, export
from toolkit.exchange.store import write_files
from toolkit.files.problems import InputError, UserError
from toolkit.session.state import State

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder


def test_the_command_line_knows_every_format_in_order() -> None:
    assert tuple(FORMATS) == NAMES


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_files_of_text_with_safe_names(name: str) -> None:
    files = export(found(), setting().domains, name, facets=setting().facets)
    assert files
    for path, text in files.items():
        assert ".." not in path
        assert not path.startswith("/")
        assert text.strip()
    assert not FORMATS[name].single or len(files) == 1


def test_a_format_that_is_none_is_answered_with_the_nearest() -> None:
    with pytest.raises(UserError, match="did you mean 'yaml'"):
        export(found(), {}, "yml")


def test_a_workshops_glossary_is_of_the_words_it_names(demo: Folder) -> None:
    glossary = collect(demo, State())
    assert [term.id for term in glossary.terms] == ["governance", "risk", "responsibility", "participation"]
    assert setting_of(demo).on == "2026-12-03"


def test_a_workshop_without_words_is_told_so(demo: Folder) -> None:
    text = demo.file.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.strip().startswith("terms:")]
    demo.file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="names no words in dispute"):
        collect(demo, State())


def test_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.txt": "old", "b/c.txt": "old"})

    def full_at_the_second(path: Path, content: str) -> None:
        if path.name == "c.txt":
            raise OSError(28, "No space left on device")
        path.write_text(content, encoding="utf-8")

    monkeypatch.setattr(store, "write_whole", full_at_the_second)
    with pytest.raises(OSError, match="No space"):
        write_files(tmp_path, {"a.txt": "new", "b/c.txt": "new"})
    found_now = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()}
    assert found_now == {"a.txt": "old", "c.txt": "old"}
