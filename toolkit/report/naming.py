"""What a report's files are called."""

from __future__ import annotations


def file_name(*, anonymous: bool, rehearsal: bool) -> str:
    """Return what a report's files are called, without their endings: what it is, is in the name."""
    return "report" + "-rehearsal" * rehearsal + "-anonymous" * anonymous
