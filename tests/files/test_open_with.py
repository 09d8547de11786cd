"""Files are opened with the system's own program, and nothing is waited for."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from toolkit.files.open_with import open_path

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has startfile, which opens windows")


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the program goes on without us
def test_a_path_is_handed_to_the_systems_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / ("open" if sys.platform == "darwin" else "xdg-open")
    program.write_text(
        f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/given.part\nmv {tmp_path}/given.part {tmp_path}/given\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert open_path(tmp_path / "a b;c.pdf") == ""
    until = time.monotonic() + 10
    while not (tmp_path / "given").exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert (tmp_path / "given").read_text() == str(tmp_path / "a b;c.pdf")


def test_without_such_a_program_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "open it yourself" in open_path(tmp_path / "x.pdf")
