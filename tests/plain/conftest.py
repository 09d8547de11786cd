"""A facilitator in plain mode, at a desk as the session's tests have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plain.program import Program
from tests.plain.talk import Talk
from tests.session.conftest import clock, desk, other, path

if TYPE_CHECKING:
    from toolkit.session.desk import Desk
    from toolkit.workshop.folder import Folder

__all__ = ["clock", "desk", "other", "path"]


@pytest.fixture
def say(desk: Desk) -> Talk:
    """Ana, typing."""
    return Talk(desk)


@pytest.fixture
def workshop(demo: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The command line, on the sample workshop."""
    return Program(demo, capsys, monkeypatch)
