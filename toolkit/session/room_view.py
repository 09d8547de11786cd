"""What the room may see: a value of its own, made only of what is meant for everybody.

The facilitator's notes, unrevealed answers, `access`, and wishes to sit apart or together are never part of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.value import value
from toolkit.session.read_back import line_at, lines_of, read_lines
from toolkit.session.room_terms import case_lines, deciding_lines, outcome_lines
from toolkit.session.seating import table_blocks
from toolkit.session.term_words import term_at_hand
from toolkit.session.words import View
from toolkit.workshop.times import clock, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.state import State
    from toolkit.workshop.plan import Block, Plan, PlannedStep
    from toolkit.workshop.projection import BlockTimes, Pace, Projection


MARK = "▸ "
"""Stands before the line that is being read aloud."""


@value()
class RoomView:
    """One picture for the projector."""

    title: str
    """The block, small."""
    word: str = ""
    """The word in dispute, large, where a step shows one."""
    also: str = ""
    """The same word in other languages."""
    lines: tuple[str, ...] = ()
    """What the room reads; each is a paragraph."""
    blocks: tuple[tuple[str, ...], ...] = ()
    """Tables, of each its heading and the names; they come after the lines."""
    time: str = ""
    """Time left as 1:42, or over as +0:30; nothing where no step runs."""
    mark: int | None = None
    """Which of the lines is being read aloud, or comes next where that one was taken back: its page stands still."""
    pace: Pace = "ahead"
    paused: bool = False
    at: str = ""
    """What time it is."""


def room_view(state: State, now: int, names: Mapping[str, str]) -> RoomView:
    """Return what the room's screen shows at `now`.

    Args:
        state: The session; its plan must be known.
        now: The instant.
        names: People's names by id, for commitments.
    """
    plan, projection = state.plan, state.projection(now)
    assert plan is not None
    at = clock(projection.now, plan.tz)
    view, step, block = View(state, names, now), state.step, state.block
    if state.tables_shown:
        return _with_tables(state, projection, RoomView(block.title if block else plan.title, at=at), names)
    if step is None or block is None:
        if state.finished is not None:
            made = tuple(line.text for line in lines_of(view, "commitments") if line.ref)
            return RoomView(plan.title, lines=made or ("Thank you.",), at=at)
        starts = clock(projection.blocks[0].start, plan.tz)
        return RoomView(plan.title, lines=(f"We begin at {starts}.",), at=at)
    term = term_at_hand(view) if step.view in _WITH_WORD else None
    word, also = _word(plan, term) if term else ("", "")
    read, mark = _read_back(view, step)
    return RoomView(
        title=block.title,
        word=word,
        also=also,
        lines=read or _term_lines(state, step, term) or _lines(view, step, projection),
        blocks=table_blocks(view) if step.view == "groups" else (),
        mark=mark,
        time=_time(projection),
        pace=projection.pace,
        paused=state.paused,
        at=at,
    )


def _with_tables(state: State, projection: Projection, view: RoomView, names: Mapping[str, str]) -> RoomView:
    """Return a view of who sits where, with the clock of the step if one runs."""
    view = replace(view, lines=_round(state), blocks=table_blocks(View(state, names)))
    if state.step is None:
        return view
    return replace(view, time=_time(projection), pace=projection.pace, paused=state.paused)


def _time(projection: Projection) -> str:
    left = projection.remaining or 0
    return span(left) if left >= 0 else f"+{span(-left)}"


_WITH_WORD = ("word", "cases", "deciding-case", "outcome")


def _word(plan: Plan, id_: str) -> tuple[str, str]:
    """Return a word in the workshop's language, and in the others where it differs."""
    term = plan.term(id_)
    if term is None:
        return "", ""
    own = term.label(plan.language)
    others = dict.fromkeys(label for label in term.labels.values() if label.casefold() != own.casefold())
    return own, " · ".join(others)


def _term_lines(state: State, step: PlannedStep, term: str | None) -> tuple[str, ...]:
    """Return what a step shows of the word at hand; nothing where there is nothing yet, or it is not revealed."""
    text = (step.show,) if step.show else ()
    if term is None or step.view == "word":
        return ()
    if step.view == "cases":
        cases = case_lines(state.term(term))
        return (*text, *cases) if cases else ()
    if step.view == "deciding-case":
        return deciding_lines(state, term)
    return outcome_lines(state, term)


def _read_back(view: View, step: PlannedStep) -> tuple[tuple[str, ...], int | None]:
    """Return what a step reads back, and which of these lines is being read, or is the next once that one is gone."""
    lines = read_lines(view)
    if not lines:
        return (), None
    shown = [step.show, *(line.text for line in lines)] if step.show else [line.text for line in lines]
    if (at := line_at(view)) is None:
        return tuple(shown), None
    mark = len(shown) - len(lines) + [line.ref for line in lines].index(at)
    if at == view.state.reading:
        shown[mark] = f"{MARK}{shown[mark]}"
    return tuple(shown), mark


def _lines(view: View, step: PlannedStep, projection: Projection) -> tuple[str, ...]:
    state, plan = view.state, view.plan
    text = (step.show,) if step.show else ()
    if step.view == "groups":
        return (*text, *_round(state)) if state.seating else ("The tables have not been made yet.",)
    if step.view == "parking":
        return (*text, *(f"{item.id}  {item.text}" for item in state.parked if item.text is not None))
    if step.view == "agenda":
        starts = [f"{clock(times.start, plan.tz)}  {block.title}" for block, times in _ahead(plan, projection)]
        return (*text, *starts)
    return text or (step.title,)


def _round(state: State) -> tuple[str, ...]:
    """Return which round it is, where another is made."""
    return (f"Round {len(state.seatings)} of {len(state.rounds)}: find your table",) if state.ahead else ()


def _ahead(plan: Plan, projection: Projection) -> list[tuple[Block, BlockTimes]]:
    pairs = zip(plan.blocks, projection.blocks, strict=True)
    return [(block, times) for block, times in pairs if times.stage in ("now", "ahead")]
