"""A conversation in plain mode: lines in, replies out, and what is said beside them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from toolkit.plain.converse import converse

if TYPE_CHECKING:
    from toolkit.session.desk import Desk


class Talk:
    """A facilitator at a desk who types."""

    def __init__(self, desk: Desk, by: str = "ana") -> None:
        self.desk, self.by = desk, by
        self.beside = ""
        """What was written to stderr so far."""

    def __call__(self, *lines: str) -> list[str]:
        """Type lines; return the replies."""
        return self.bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))

    def bytes(self, typed: bytes) -> list[str]:
        """Type bytes as they come from a pipe; return the replies."""
        out, err = io.StringIO(newline=""), io.StringIO()
        converse(io.BytesIO(typed), self.desk, self.by, out=out, err=err)
        self.beside += err.getvalue()
        written = out.getvalue()
        assert written == "" or written.endswith("\n")
        return written.split("\n")[:-1]

    def one(self, line: str) -> str:
        """Type one line; return its one reply."""
        (reply,) = self(line)
        return reply

    def error(self, line: str) -> str:
        """Type a line that must be refused, changing nothing; return why."""
        before = self.desk.journal.read()
        reply = self.one(line)
        assert reply.startswith("error: "), reply
        assert self.desk.journal.read() == before
        return reply.removeprefix("error: ")
