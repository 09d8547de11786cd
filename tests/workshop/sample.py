"""A small workshop on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.workshop.folder import Folder
from toolkit.workshop.plan import DomainInfo

if TYPE_CHECKING:
    from pathlib import Path

WORKSHOP = """\
title: Tiny
date: 2026-12-03
starts: 13:30
ends: 17:00
timezone: UTC
domains: [design, academia]
agenda:
  - exercise: arrival-round
  - break: Coffee
    minutes: 15
"""

DOMAINS = (
    DomainInfo("open-source", "Open source", "OS", "#0b6e4f", "solid"),
    DomainInfo("design", "Design", "DE", "#7b2d8b", "dots"),
    DomainInfo("academia", "Academia", "AC", "#1f4e9c", "grid"),
)
"""As rosters are checked against."""

ROSTER = "name,domain\nAna,design\nBen,academia\n"


def put(root: Path, name: str, text: str | bytes) -> Path:
    """Write a file below `root`."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def make(path: Path, workshop: str = WORKSHOP, roster: str | bytes | None = ROSTER) -> Folder:
    """Write the folder of a workshop."""
    put(path, "workshop.yaml", workshop)
    if roster is not None:
        put(path, "roster.csv", roster)
    return Folder(path)
