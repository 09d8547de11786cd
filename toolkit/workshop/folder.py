"""A workshop's folder: what is where in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.look import is_folder
from toolkit.files.problems import InputError, Problem
from toolkit.files.value import value

if TYPE_CHECKING:
    from pathlib import Path


@value()
class Folder:
    """The folder that holds one workshop."""

    path: Path

    @property
    def file(self) -> Path:
        """The plan as a person wrote it."""
        return self.path / "workshop.yaml"

    @property
    def out(self) -> Path:
        """Where prints and reports go."""
        return self.path / "out"

    def journal(self, *, rehearsal: bool = False) -> Path:
        """Return the journal of the session, or of its rehearsal."""
        return self.path / ("rehearsal.db" if rehearsal else "session.db")

    def require(self) -> Folder:
        """Return the folder itself.

        Raises:
            InputError: It holds no workshop.
        """
        if not is_folder(self.path):
            what = "there is no such folder: make one with `workshop new`, or see one with `workshop demo`"
            raise InputError([Problem(str(self.path), 0, 0, what)])
        if not self.file.exists():
            what = "the folder has no workshop.yaml: make one with `workshop new`"
            raise InputError([Problem(str(self.path), 0, 0, what)])
        return self
