"""Fold what happens to commitments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toolkit.session import commitment_events as ev
from toolkit.session.commitment_state import Commitment

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.session.body import Body
    from toolkit.session.events import Checked, Committed, Event
    from toolkit.workshop.plan import Plan


class CommitmentsFolder:
    """Keeps commitments in the order in which they were made; those brought along come first."""

    def __init__(self) -> None:
        self.known: dict[str, Commitment] = {}
        self.reading: str | None = None
        """The id of the line that is being read back."""

    def bring(self, plan: Plan, event: Event) -> None:
        """Take in what was promised in an earlier workshop."""
        for old in plan.carried:
            self.known[old.id] = Commitment(
                old.id, old.text, event.at, event.by, event.seq, old.owner, old.due, old.ask, old.checks, old.promised
            )

    def make(self, event: Event, body: Committed) -> None:
        """Take a new one in."""
        self.known[body.commitment] = Commitment(
            body.commitment, body.text, body.said_at, event.by, event.seq, body.owner, body.due, body.ask
        )

    def check(self, body: Checked) -> None:
        """Take in whether budget, legal basis or people are there."""
        if found := self.known.get(body.commitment):
            checks = tuple({**dict(found.checks), body.what: body.answer}.items())
            self.known[found.id] = replace(found, checks=checks)

    def take(self, body: Body) -> bool:
        """Take in an event of `COMMITMENT_KINDS`; return whether it is one."""
        if isinstance(body, ev.ReadAloud):
            self.reading = body.ref
        elif (apply := _APPLY.get(type(body))) and (found := self.known.get(body.rests_on[0])):
            self.known[found.id] = apply(found, body)
        return isinstance(body, ev.ReadAloud) or type(body) in _APPLY

    def reword(self, ref: str, text: str | None) -> None:
        """Change the words of one; None takes all that was said about it away as well."""
        if found := self.known.get(ref):
            erased = replace(found, ask=None, kept_text=None) if text is None else found
            self.known[ref] = replace(erased, text=text)


def _kept(found: Commitment, body: ev.Kept) -> Commitment:
    due = found.due if body.due is None else body.due or None
    return replace(found, kept=body.answer, kept_text=body.text, due=due)


_APPLY: dict[type[Body], Callable[[Commitment, Any], Commitment]] = {
    ev.OwnerSet: lambda found, body: replace(found, owner=body.owner),
    ev.DueSet: lambda found, body: replace(found, due=body.due),
    ev.AskSet: lambda found, body: replace(found, ask=body.ask),
    ev.Kept: _kept,
}
