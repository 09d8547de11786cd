"""Everything that can be done on the plan screen. Bindings, footer, menu and the documentation come from this list."""

from __future__ import annotations

from textual.binding import Binding

from toolkit.tui.commands import Entry

_ENTRIES = (
    Entry("plan-add", "Add an exercise", "Choose one from the library; it goes below the block.", ("a",), "Add", "Add"),
    Entry("plan-break", "Add a break", "Below the block.", ("b",), "Add"),
    Entry("plan-talk", "Add a talk", "Somebody speaks, below the block.", ("t",), "Add"),
    Entry("plan-tracks", "Add things side by side", "Tracks at the same time, below the block.", ("g",), "Add"),
    Entry(
        "plan-change",
        "Change the block",
        "Its minutes, a locked start, its words, what may go when it is late; Enter on the block does the same.",
        ("m",),
        "Change",
        "Minutes",
    ),
    Entry("plan-lock", "Lock the start", "A locked start is never moved.", ("l",), "Change", "Lock"),
    Entry("plan-up", "Move up", "Before the block above.", ("shift+up", "K"), "Change"),
    Entry("plan-down", "Move down", "After the block below.", ("shift+down", "J"), "Change", "Move"),
    Entry("plan-duplicate", "Duplicate", "The block once more, below.", ("d",), "Change"),
    Entry("plan-remove", "Remove", "Take the block out; u brings it back.", ("x", "delete"), "Change", "Remove"),
    Entry("plan-undo", "Undo", "Take the latest change back.", ("u",), "Change", "Undo"),
    Entry("plan-redo", "Redo", "Make the change again that was taken back.", ("U",), "Change"),
    Entry("plan-suggest", "Suggest an agenda", "From minutes, people and tensions.", ("s",), "Agenda", "Suggest"),
    Entry("plan-roster", "Who comes", "Open the roster in the program that this machine has for it.", ("w",), "Agenda"),
    Entry("plan-invite", "Invitation", "Write the agenda into out/, as Markdown and for calendars.", ("i",), "Agenda"),
    Entry("plan-print", "Print…", "Choose what to print; the PDFs go into out/.", ("p",), "Agenda", "Print"),
    Entry("plan-run", "Run", "Open the live console on this workshop.", ("f5", "r"), "Agenda", "Run"),
    Entry("plan-menu", "Keys", "Everything that can be done here.", ("f1", "question_mark"), "Agenda", "Keys"),
)  # fmt: skip
PLAN_ENTRIES = {entry.name: entry for entry in _ENTRIES}


def plan_bindings() -> list[Binding]:
    """Return the bindings of the plan screen; each has its entry's name as its id."""
    return [
        Binding(
            ",".join(entry.keys),
            f"plan({entry.name!r})",
            entry.footer or entry.title,
            key_display="⇧↓" if entry.name == "plan-down" else None,
            show=bool(entry.footer),
            id=entry.name,
            tooltip=entry.help,
        )
        for entry in _ENTRIES
    ]
