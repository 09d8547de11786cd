"""A fingerprint tells whether anything changed that a plan was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.content import EXERCISE
from tests.workshop.sample import WORKSHOP, make, put
from toolkit.files.places import user_data
from toolkit.workshop.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path


def test_a_fingerprint_is_the_same_for_the_same_files_anywhere(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one"), make(tmp_path / "other")
    assert fingerprint(one) == fingerprint(other) == fingerprint(one)
    assert 0 <= fingerprint(one) < 2**62


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("workshop.yaml", WORKSHOP + "place: Hall\n"),
        ("roster.csv", "name\nAna\n"),
        ("people.csv", ""),
        ("exercises/tiny.yaml", EXERCISE),
        ("glossaries/words.yaml", ""),
        ("printables/card.yaml", ""),
    ],
)
def test_any_file_that_a_plan_may_come_from_changes_it(name: str, text: str, tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = fingerprint(folder)
    put(tmp_path, name, text)
    assert fingerprint(folder) != before


def test_the_users_own_content_changes_it(tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = fingerprint(folder)
    put(user_data(), "exercises/tiny.yaml", EXERCISE)
    assert fingerprint(folder) != before


def test_another_version_of_the_toolkit_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path)
    before = fingerprint(folder)
    monkeypatch.setattr("toolkit.workshop.fingerprint.__version__", "99")
    assert fingerprint(folder) != before


@pytest.mark.parametrize("name", ["session.db", "out/report.pdf", "notes.txt", ".schema/workshop.json"])
def test_what_a_session_writes_does_not_change_it(name: str, tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = fingerprint(folder)
    put(tmp_path, name, "x")
    assert fingerprint(folder) == before


def test_files_that_cannot_be_read_have_one_too(tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = fingerprint(folder)
    folder.file.unlink()
    (tmp_path / "exercises" / "odd.yaml").mkdir(parents=True)
    assert fingerprint(folder) != before
