"""Where things are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.files import places


def test_one_variable_moves_everything_that_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, "/stick")
    assert places.user_data() == Path("/stick/data")
    assert places.settings_file() == Path("/stick/config/settings.yaml")
    assert places.memory() == Path("/stick/state")


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE)
    for place in (places.user_data(), places.settings_file(), places.memory()):
        assert place.is_absolute()
        assert places.APP in place.parts


@pytest.mark.parametrize("folder", places.CONTENT_FOLDERS)
def test_content_that_ships_is_found(folder: places.ContentFolder) -> None:
    assert list(places.built_in(folder).glob("*.yaml"))
