"""Everything a facilitator can do in the console: the session's actions and the console's own commands.

Bindings, footer, menu, palette, help, the key settings and the documentation all come from this list.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from toolkit.session.actions import ACTIONS


class Entry(NamedTuple):
    """One thing to do."""

    name: str
    title: str
    help: str
    keys: tuple[str, ...]
    group: str
    footer: str = ""
    """How the footer calls it; nothing keeps it out of there."""
    rehearsal_only: bool = False


_OWN = (
    Entry(
        "pause-or-go",
        "Pause or go on",
        "Stop the step's clock, or let it run again.",
        ("space", "f9"),
        "Clock",
        "Pause",
    ),
    Entry("minute-more", "A minute more", "Give the current step one more minute.", ("plus",), "Clock"),
    Entry("minute-less", "A minute less", "Take a minute from the current step.", ("minus",), "Clock"),
    Entry("menu", "Menu", "Everything that can be done now.", ("enter",), "Console", "Menu"),
    Entry("show-run", "Run", "The current step, its clock and the agenda.", ("s", "f5"), "Screens"),
    Entry("show-terms", "Terms", "The words in dispute.", ("t", "f3"), "Screens", "Terms"),
    Entry("show-people", "People", "Who is expected and who is here.", ("w", "f7"), "Screens", "People"),
    Entry("show-groups", "Tables", "Who sits with whom, and what to do about it.", ("h",), "Screens"),
    Entry("find-person", "Find a person", "Type a name or a code; Enter: they came, or went.", ("slash",), "People"),
    Entry("show-survey", "What moved", "What people ticked before and after, statement by statement.", (), "Screens"),
    Entry("survey", "Sheets before and after…", "Key sheets of statements, and see what moved.", (), "People"),
    Entry("show-library", "Library", "Read any exercise.", ("l", "f8"), "Screens"),
    Entry("show-help", "Help", "Every key and command.", ("f1", "question_mark"), "Screens", "Help"),
    Entry(
        "big-view",
        "Big view for the room",
        "Show the room's screen in this window; any key leaves it.",
        ("b",),
        "Screens",
    ),
    Entry("verdicts", "Key verdicts", "Key a domain's slip, or ballots one by one.", ("v", "f12"), "Words"),
    Entry(
        "show-print",
        "Print…",
        "Choose what to print, see its first page, make the PDFs in the folder out/.",
        (),
        "Files",
    ),
    Entry(
        "report", "Write the report…", "The report of the day, as PDF and Markdown in the folder out/.", ("R",), "Files"
    ),
    Entry("take-over", "Take over changed files", "Go on with the plan as the files have it now.", (), "Files"),
    Entry("quit", "Leave", "Leave the console; the session goes on.", ("q",), "Console"),
)

_GROUPS = {
    "next": "Clock", "back": "Clock", "goto": "Clock", "pause": "Clock", "go": "Clock", "extend": "Clock",
    "replan": "Clock",
    "wait": "Rehearsal", "speed": "Rehearsal",
    "note": "Capture", "park": "Capture", "commit": "Capture", "checked": "Capture", "spoke": "Capture",
    "read": "Commitments", "owner": "Commitments", "due": "Commitments", "ask": "Commitments", "kept": "Commitments",
    "case": "Words", "starter": "Words", "freeze": "Words", "verdict": "Words", "tally": "Words", "slip": "Words",
    "pool": "Words", "reveal": "Words", "sense": "Words", "facet": "Words", "example": "Words", "rate": "Words",
    "rate-tally": "Words", "outcome": "Words", "dissent": "Words",
    "arrive": "People", "leave": "People", "walk-in": "People", "person": "People", "groups": "People",
    "other-tables": "People", "round": "People", "tables": "People", "sheet": "People",
    "undo": "Correct", "redo": "Correct", "amend": "Correct", "strike": "Correct",
}  # fmt: skip
_FOOTER = {"next": "Next", "note": "Note", "commit": "Commitment", "undo": "Undo"}
_FOOTER_ORDER = ("pause-or-go", "next", "note", "commit", "undo", "show-terms", "show-people", "menu", "show-help")
SPOKEN = 9
"""Keys 1 to 9 count turns of the first nine domains."""


def entries() -> list[Entry]:
    """Return everything that can be done, in the order of the groups."""
    found = [
        Entry(
            spec.name, spec.title, spec.help.split("\n")[0], spec.keys, _GROUPS[spec.name],
            _FOOTER.get(spec.name, ""), spec.rehearsal_only,
        )
        for spec in ACTIONS.values()
        if not spec.internal
    ]  # fmt: skip
    found += _OWN
    found += [
        Entry(f"spoke-{n}", f"Domain {n} spoke", f"Count a turn of the domain with number {n}.", (str(n),), "Voice")
        for n in range(1, SPOKEN + 1)
    ]
    order = [
        "Clock",
        "Capture",
        "Commitments",
        "Screens",
        "Words",
        "Correct",
        "People",
        "Voice",
        "Console",
        "Files",
        "Rehearsal",
    ]
    return sorted(found, key=lambda entry: order.index(entry.group))


ENTRIES = {entry.name: entry for entry in entries()}


def bindings() -> list[Binding]:
    """Return the bindings of the live screen; each has its entry's name as the id under which users rebind it."""
    first = [ENTRIES[name] for name in _FOOTER_ORDER]
    # An entry without a key gets one that keyboards do not have, so that users can give it another.
    absent = (f"{held}f{n}" for held in ("", "ctrl+", "shift+", "ctrl+shift+") for n in range(24, 12, -1))
    return [
        Binding(
            ",".join(entry.keys) or next(absent),
            f"live({entry.name!r})",
            entry.footer or entry.title,
            show=bool(entry.footer),
            id=entry.name,
            tooltip=entry.help,
        )
        for entry in [*first, *(entry for entry in ENTRIES.values() if entry not in first)]
    ]
