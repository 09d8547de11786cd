"""Plain mode as a process of its own, which can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import toolkit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.workshop.folder import Folder

ROOT = Path(toolkit.__file__).parent.parent
WORKSHOP = (sys.executable, "-m", "toolkit")


def environment() -> dict[str, str]:
    """Return this process's environment, in which the toolkit that is being tested is the one that runs."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}  # it would hide a flush
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


class PlainProcess:
    """One `workshop run --plain`."""

    def __init__(self, folder: Folder, *options: str, under: Sequence[str] = ()) -> None:
        """Start it; `under` is a program that runs it, such as strace."""
        self._process = subprocess.Popen(
            [*under, *WORKSHOP, "run", str(folder.path), "--plain", "--as", "ana", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def type(self, *lines: str) -> None:
        """Write lines, all at once, without waiting for replies."""
        self._in.write("".join(f"{line}\n" for line in lines).encode())
        self._in.flush()

    def ask(self, line: str) -> str:
        """Write a line and wait for its reply."""
        self.type(line)
        return self._out.readline().decode().removesuffix("\n")

    def kill(self, after: float = 0.0) -> list[str]:
        """Kill it with no chance to do anything; return the replies that were written and not read yet."""
        time.sleep(after)
        self._process.kill()
        self._process.wait()
        rest = [] if self._out.closed else self._out.read().decode().splitlines()
        for stream in (self._in, self._out):
            stream.close()
        return rest

    def end(self) -> None:
        """Close its input and let it end by itself."""
        self._in.close()
        assert self._process.wait(30) == 0


def read(command: str, folder: Folder, *options: str) -> list[dict[str, Any]]:
    """Return what `workshop status` or `workshop log` says, an object a line."""
    argv = [*WORKSHOP, command, str(folder.path), "--json", *options]
    done = subprocess.run(argv, check=True, capture_output=True, env=environment())
    return [json.loads(line) for line in done.stdout.decode().splitlines()]
