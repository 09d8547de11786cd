"""A real program in a pseudo-terminal with an emulated screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "plus": b"+",
    "minus": b"-",
    "question_mark": b"?",
    "slash": b"/",
    "ctrl+p": b"\x10",
    "ctrl+q": b"\x11",
    **{f"f{n}": code for n, code in enumerate((b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS"), 1)},
    **{f"f{n}": b"\x1b[%d~" % code for n, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)},
}
"""What an xterm sends for keys, under Textual's names; any other name is sent as its text."""

# Private sequences that pyte would print as text.
_NOISE = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*[ #'!\"][a-zA-Z]|\x1bP[^\x1b]*\x1b\\"
)
_CUT_OFF = re.compile(rb"\x1b(?:\[[<=>?]?[0-9;:$ ]*|[P\]][^\x07\x1b]{0,60})?$")
_HAS_SYNC = re.compile(rb"\x1b\[\?2026\$p")


class Terminal:
    """One program, its terminal, and what a person would see in it."""

    def __init__(
        self, argv: Sequence[str], *, size: tuple[int, int] = (120, 40), env: Mapping[str, str] | None = None
    ) -> None:
        self.columns, self.rows = size
        self.screen = pyte.Screen(self.columns, self.rows)
        self._stream = pyte.ByteStream(self.screen)
        self._left = b""
        self.raw = bytearray()
        self.exit_code: int | None = None
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "CI", "COLUMNS", "LINES")}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(env or {})}
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child
            os.execvpe(argv[0], list(argv), environment)
        self._set_size()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _set_size(self) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def look(self) -> int:
        """Return a number that changes with any character, colour or the cursor."""
        cells = tuple(
            (y, x, cell.data, cell.fg, cell.bg, cell.bold, cell.reverse)
            for y, row in sorted(self.screen.buffer.items())
            for x, cell in sorted(row.items())
        )
        return hash((cells, self.screen.cursor.x, self.screen.cursor.y))

    def pump(self, seconds: float) -> float | None:
        """Read once, waiting at most so long; return the instant of the read, or None if there was nothing."""
        if not select.select([self.fd], [], [], max(0.0, seconds))[0]:
            return None
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        now = time.perf_counter()
        if not data:
            raise EOFError(f"the program ended:\n{self.text}")
        self.raw += data
        data = self._left + data
        cut = _CUT_OFF.search(data)
        self._left = cut.group() if cut else b""
        data = data[: cut.start()] if cut else data
        if _HAS_SYNC.search(data):
            os.write(self.fd, b"\x1b[?2026;2$y")
        self._stream.feed(_NOISE.sub(b"", data))
        return now

    def wait(self, pattern: str | Callable[[str], bool], seconds: float = 30.0) -> float:
        """Wait until the screen matches; return the instant of the read that made it match."""
        fits = pattern if callable(pattern) else lambda text: re.search(pattern, text) is not None
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            now = self.pump(left)
            if now is not None and fits(self.text):
                return now
            if fits(self.text):
                return time.perf_counter()
        raise TimeoutError(f"{pattern!r} is not on the screen:\n{self.text}")

    def wait_at_rest(self, fits: Callable[[str], bool], seconds: float = 30.0) -> None:
        """Wait until the screen has come to rest and fits: half a frame lacks what the other half has."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.settle(0.15)
            if fits(self.text):
                return
        raise TimeoutError(f"the screen does not fit:\n{self.text}")

    def settle(self, quiet: float = 0.3, limit: float = 5.0) -> None:
        """Read until nothing has come for a while."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end and self.pump(quiet) is not None:
            pass

    def send(self, *keys: str) -> None:
        """Press keys; a name that is none is typed as text."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key.encode()))

    def time_key(self, key: str, timeout: float = 3.0, quiet: float = 0.25) -> float | None:
        """Press a key; return the milliseconds to the first visible change, then let things settle.

        What the program wrote before the key is read first: it is no answer to it.
        """
        while self.pump(0.0) is not None:
            pass
        before = self.look()
        sent = time.perf_counter()
        self.send(key)
        first: float | None = None
        while first is None and (left := sent + timeout - time.perf_counter()) > 0:
            now = self.pump(left)
            if now is not None and self.look() != before:
                first = (now - sent) * 1000
        self.settle(quiet)
        return first

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.columns, self.rows = columns, rows
        self.screen.resize(rows, columns)
        self._set_size()
        os.kill(self.pid, signal.SIGWINCH)

    def cpu_ms(self) -> float:
        """Return the CPU time that the program's threads have used."""
        total = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            with suppress(OSError):
                total += int((task / "schedstat").read_text().split()[0])
        return total / 1e6

    def kill(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def wait_exit(self, seconds: float = 10.0) -> int:
        """Wait for the program to end; return its exit code."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
                return self.exit_code
            try:
                self.pump(0.02)
            except EOFError:
                time.sleep(0.01)
        raise TimeoutError(f"still running:\n{self.text}")

    def close(self) -> None:
        """End the program, if it has not ended."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.exit_code is not None:
                break
            with suppress(ProcessLookupError):
                self.kill(number)
            with suppress(TimeoutError):
                self.wait_exit(3.0)
        with suppress(OSError):
            os.close(self.fd)
