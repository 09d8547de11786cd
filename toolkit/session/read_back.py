"""Reading back: what the room hears again before it leaves, line by line, so that everybody can correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.room_terms import DECISIONS, side_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.commitment_state import Commitment
    from toolkit.session.words import View

READ_VIEWS = ("read-back", "commitments", "promised")
"""Views of a step whose lines are read aloud one after the other."""
KEPT_WORDS = {
    "yes": "done", "partly": "partly done", "no": "not done", "moved": "moved", "dropped": "no longer to be done",
}  # fmt: skip
"""How it is said what became of a commitment."""


@value(slots=True)
class ReadLine:
    """One line that is read aloud."""

    text: str
    ref: str | None = None
    """The id under which it is corrected; None for a line that only says something."""


def read_lines(view: View) -> tuple[ReadLine, ...]:
    """Return the lines of the step that the room is in; nothing where a step has none to read back."""
    step = view.state.step
    if step is None or step.view not in READ_VIEWS:
        return ()
    return lines_of(view, step.view)


def lines_of(view: View, what: str) -> tuple[ReadLine, ...]:
    """Return the lines that a view of a step reads back, in the order in which they are read."""
    if what == "promised":
        return tuple(_commitments(view, old=True)) or (ReadLine("Nothing was brought along from last time."),)
    made = tuple(_commitments(view, old=False))
    if what == "commitments":
        return made or (ReadLine("No commitments have been recorded yet."),)
    words = tuple(_words(view))
    return (*words, *made) or (ReadLine("Nothing has been recorded that could be read back."),)


def next_line(view: View, by: int = 1) -> str | None:
    """Return the id of the line after the one that is being read, or before it: past the end it begins anew."""
    refs = [line.ref for line in read_lines(view) if line.ref]
    here = refs.index(view.state.reading) if view.state.reading in refs else min(-by, 0)
    return refs[(here + by) % len(refs)] if refs else None


def commitment_line(commitment: Commitment, view: View) -> str:
    """Return a commitment as it is read aloud."""
    parts = [f"{commitment.id}  {view.name(commitment.owner)}: {commitment.text}"]
    if commitment.due:
        parts.append(f"by {commitment.due}")
    if commitment.ask:
        parts.append(f"asks {commitment.ask}")
    parts += [f"{what} {answer}" for what, answer in commitment.checks]
    line = ", ".join(parts)
    if commitment.kept:
        line += f" → {KEPT_WORDS[commitment.kept]}" + (f": {commitment.kept_text}" if commitment.kept_text else "")
    return line


def _commitments(view: View, *, old: bool) -> Iterator[ReadLine]:
    """Yield the commitments of an earlier workshop, whatever became of them; else all that are still to be kept."""
    for commitment in view.state.commitments:
        if commitment.text is not None and (commitment.promised if old else commitment.open or not commitment.promised):
            yield ReadLine(commitment_line(commitment, view), commitment.id)


def _words(view: View) -> Iterator[ReadLine]:
    """Yield what was decided about each word that was worked on, and who does not go along: by domain, as ever."""
    for info in view.plan.terms:
        known, label = view.state.term(info.id), info.label(view.plan.language)
        if known.outcome and known.outcome.text is not None:
            decided = f"{label}: {DECISIONS[known.outcome.decision]}: {known.outcome.text}"
            yield ReadLine(f"{known.outcome.id}  {decided}", known.outcome.id)
        elif known.outcome or known.revealed is not None:
            yield ReadLine(f"{label}: still open")
        for dissent in known.dissents:
            if dissent.text is not None:
                side = side_label(view.plan, dissent.domain)
                yield ReadLine(f"{dissent.id}  {label}: {side} does not go along: {dissent.text}", dissent.id)
