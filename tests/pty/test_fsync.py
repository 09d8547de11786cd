"""The order of things as the system sees it: written, on the disk, and only then told."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.pty.plain_process import PlainProcess

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

STRACE = shutil.which("strace")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((\d+)(?:<([^>]*)>)?")


def can_trace() -> bool:
    """Tell whether strace is there and allowed to do its work."""
    if STRACE is None:
        return False
    return subprocess.run([STRACE, "-qq", "-e", "trace=none", sys.executable, "-c", ""], check=False).returncode == 0


def order(trace: str) -> str:
    """Return what happened as letters: w the log is written to, s it is on the disk, r a reply is written."""
    found = []
    for line in trace.splitlines():
        if match := _CALL.match(line):
            call, handle, path = match[1], match[2], match[3] or ""
            if call in ("write", "writev") and handle == "1":
                found.append("r")
            elif path.endswith("session.db-wal"):
                found.append("s" if call in ("fsync", "fdatasync") else "w")
    return "".join(found)


@pytest.mark.skipif(not can_trace(), reason="strace is not installed or not allowed to trace here")
def test_a_reply_is_written_only_after_the_event_is_on_the_disk(demo: Folder, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    calls = "trace=fsync,fdatasync,write,writev,pwrite64"
    with PlainProcess(demo, under=[str(STRACE), "-f", "-y", "-e", calls, "-o", str(trace)]) as process:
        assert process.ask("status")  # what opening the journal wrote lies before this, and counts for no note
        assert [process.ask(f"note {n}") for n in range(20)] == [f"n{n}" for n in range(1, 21)]
        process.end()
    steps = order(trace.read_text(encoding="utf-8", errors="replace"))
    _, *replies, _ = re.sub("r+", "r", steps).split("r")  # a reply may take more than one write
    assert len(replies) == 20
    assert all(re.fullmatch("[ws]*w+s+", reply) for reply in replies), replies


def test_the_order_is_read_from_a_trace_as_it_is() -> None:
    trace = """
    7 pwrite64(4</a/session.db-wal>, "x", 24, 0) = 24
    7 fdatasync(4</a/session.db-wal>) = 0
    7 fdatasync(3</a/session.db>) = 0
    7 write(1<pipe:[5]>, "n1\\n", 3) = 3
    7 write(2<pipe:[6]>, "x", 1) = 1
    7 +++ exited with 0 +++
    """
    assert order("\n".join(line.strip() for line in trace.splitlines())) == "wsr"
