"""The `workshop` command as it is called, with what is typed into it and what it writes."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from tests.session.room import ANA
from toolkit.cli.main import main

if TYPE_CHECKING:
    import pytest

    from toolkit.workshop.folder import Folder


class Program:
    """The `workshop` command on one folder."""

    def __init__(self, folder: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch
        self.beside = ""
        """What the last run wrote to stderr."""

    def __call__(self, command: str, *options: str, typed: bytes = b"", code: int = 0) -> list[str]:
        """Run a command, which must exit with `code`; return the lines that it wrote."""
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        assert main([command, str(self.folder.path), *options]) == code
        out, self.beside = self._capsys.readouterr()
        return out.split("\n")[:-1]

    def plain(self, *lines: str, options: tuple[str, ...] = ()) -> list[str]:
        typed = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        return self("run", "--plain", "--as", ANA, *options, typed=typed)

    def json(self, command: str, *options: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(command, "--json", *options)]
