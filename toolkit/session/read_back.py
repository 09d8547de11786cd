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
_NOTHING = {
    "promised": "Nothing was brought along from last time.",
    "commitments": "No commitments have been recorded yet.",
    "read-back": "Nothing has been recorded that could be read back.",
}


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
    found = tuple(line for line in _places(view, what) if isinstance(line, ReadLine))
    return found or (ReadLine(_NOTHING[what]),)


def line_at(view: View) -> str | None:
    """Return the id of the line at which the reading is; None while nothing is read.

    Once the line that was read is gone, by whoever's hand, that is the line that followed it, or the last one.
    """
    refs, reading = _refs(view), view.state.reading
    return refs[min(_reached(view, refs, reading), len(refs) - 1)] if refs and reading else None


def next_line(view: View, by: int = 1) -> str | None:
    """Return the id of the line after the one that is being read, or before it: past the end it begins anew.

    Where the line that was read is gone, the one that followed it is the next: nobody has heard it yet.
    """
    refs, reading = _refs(view), view.state.reading
    if not refs or reading is None:
        return refs[min(by, 0)] if refs else None
    if reading not in refs and by > 0:
        return line_at(view)
    return refs[(_reached(view, refs, reading) + by) % len(refs)]


def _refs(view: View) -> list[str]:
    return [line.ref for line in read_lines(view) if line.ref]


def _reached(view: View, refs: list[str], reading: str) -> int:
    """Return how many of the lines come before the one that is read, or before where it stood."""
    if reading in refs:
        return refs.index(reading)
    step = view.state.step
    places = [place if isinstance(place, str) else place.ref for place in _places(view, step.view)] if step else []
    if reading in places:
        before = set(places[: places.index(reading)])
        return sum(ref in before for ref in refs)
    if reading[0] != "k":
        return 0  # an outcome or a dissent that was undone leaves no trace of its word: better heard twice than not
    return sum(ref[0] != "k" or int(ref[1:]) < int(reading[1:]) for ref in refs)


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


def _places(view: View, what: str) -> Iterator[ReadLine | str]:
    """Yield the lines of a view, and where one is gone, its id: it still says where the reading was."""
    if what == "read-back":
        yield from _words(view)
    for commitment in view.state.commitments:
        if _is_read(commitment, old=what == "promised"):
            yield ReadLine(commitment_line(commitment, view), commitment.id)
        else:
            yield commitment.id


def _is_read(commitment: Commitment, *, old: bool) -> bool:
    """Tell whether a commitment is read: of an earlier workshop, whatever became of it; else what is to be kept."""
    if commitment.text is None:
        return False
    return bool(commitment.promised) if old else commitment.open or not commitment.promised


def _words(view: View) -> Iterator[ReadLine | str]:
    """Yield what was decided about each word that was worked on, and who does not go along: by domain, as ever."""
    for info in view.plan.terms:
        known, label = view.state.term(info.id), info.label(view.plan.language)
        if known.outcome and known.outcome.text is not None:
            decided = f"{label}: {DECISIONS[known.outcome.decision]}: {known.outcome.text}"
            yield ReadLine(f"{known.outcome.id}  {decided}", known.outcome.id)
        elif known.outcome or known.revealed is not None:
            yield ReadLine(f"{label}: still open")
        if known.outcome and known.outcome.text is None:
            yield known.outcome.id
        for dissent in known.dissents:
            side = side_label(view.plan, dissent.domain)
            line = ReadLine(f"{dissent.id}  {label}: {side} does not go along: {dissent.text}", dissent.id)
            yield dissent.id if dissent.text is None else line
