"""What was brought along from an earlier workshop, as the workshop file has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.problems import Problem, nearest, printable
from toolkit.workshop.brought import Carried, LeftOpen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Document, Trail
    from toolkit.workshop.file import CarriedPart, WorkshopFile
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.roster import Roster

CHECKS = ("budget", "law", "people")


def with_carried(
    plan: Plan, file: WorkshopFile, document: Document, roster: Roster
) -> tuple[Plan, tuple[Problem, ...]]:
    """Return a plan with what its file brings along, and what is wrong with it, none of which stops a session.

    Commitments get the ids k1, k2 and so on, what stays open x1, x2 and so on; the room goes on counting from there.
    An owner who is not on the roster is nobody: their name is known to nobody here.
    """
    if file.carried is None:
        return plan, ()
    brought = _Brought(plan, file.carried, document, roster)
    carried, left_open = tuple(brought.commitments()), tuple(brought.left_open())
    return replace(plan, carried=carried, left_open=left_open), tuple(brought.problems)


class _Brought:
    """Looks up whom the carried part of one file names."""

    def __init__(self, plan: Plan, part: CarriedPart, document: Document, roster: Roster) -> None:
        self.part, self.document = part, document
        self.people = {person.id.casefold(): person.id for person in roster.people}
        self.domains = {domain.id: domain.id for domain in plan.domains}
        self.problems: list[Problem] = []

    def commitments(self) -> Iterator[Carried]:
        """Yield the commitments."""
        for i, entry in enumerate(self.part.commitments):
            owner = self._known(("carried", "commitments", i, "owner"), entry.owner, self.people, "on the roster")
            checks = tuple((check, answer) for check in CHECKS if (answer := getattr(entry, check)))
            yield Carried(f"k{i + 1}", entry.what, entry.promised, owner, entry.by, entry.ask, checks)

    def left_open(self) -> Iterator[LeftOpen]:
        """Yield what stays open."""
        for i, entry in enumerate(self.part.open):
            domain = self._known(("carried", "open", i, "domain"), entry.domain, self.domains, "a domain here")
            yield LeftOpen(f"x{i + 1}", entry.text, domain, entry.withheld)

    def _known(self, trail: Trail, word: str | None, known: dict[str, str], where: str) -> str | None:
        if word is None or (found := known.get(word.casefold())):
            return word and found
        what = f"{printable(word, 40)!r} is not {where}, and is left out: {nearest(word, list(known.values()))}"
        self.problems.append(self.document.problem(trail, what))
        return None
