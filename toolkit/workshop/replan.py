"""What to change when time runs out, or is left over: up to three proposals, from plan, progress and the instant.

Hard rules: a locked start that can still be met, and the hard end, hold; no step goes under its shortest; what is
never cut is not touched; the step in progress keeps what it has used; a break keeps ten minutes. Where that cannot be
done, all that can go goes, and the proposal says by how much it is over.

The optimum is exact in grains of half a minute, the grain in which steps are planned.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.workshop.allot import GRAIN
from toolkit.workshop.fit import NOTHING, Choice, drop_any, drop_one, lengthen, shorten
from toolkit.workshop.loss import MOVE_RATE
from toolkit.workshop.projection import Agreed, project
from toolkit.workshop.proposal import Kind, Proposal, made, numbered, with_agreed
from toolkit.workshop.remaining import Stretch, hard_end, latest_end, stretches, waiting
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.workshop.loss import Piece
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.projection import Progress

WORTH_USING = 2
"""Grains of time gained from which on there is something to propose."""


def replan(plan: Plan, progress: Progress, now: int) -> tuple[Proposal, ...]:
    """Return up to three different proposals, the first first; none where nothing needs to change.

    Args:
        plan: What was planned.
        progress: What has happened up to `now`, and what was agreed before.
        now: The instant.
    """
    if progress.finished is not None:
        return ()
    late = _Late(plan, progress, now)
    return numbered(late.proposals() if late.needed else _Ahead(plan, progress, now).proposals())


class _Question:
    """One plan at one instant."""

    def __init__(self, plan: Plan, progress: Progress, now: int) -> None:
        self.plan, self.progress, self.now = plan, progress, now
        self.end = hard_end(plan, progress, now)
        self.found = stretches(plan, progress, now, self.end)
        self.locks = frozenset(stretch.lock for stretch in self.found if stretch.lock)

    def propose(self, kind: Kind, choice: Choice, moved: int = 0) -> Proposal:
        """Return a choice as a proposal, the end moved by so many minutes."""
        before, progress = self.progress.agreed, self.progress
        lengths = {step.id: step.allotted // 1000 for step in project(self.plan, progress, self.now).steps}
        touched = {**before.seconds, **choice.grains}
        seconds = {step: lengths[step] - GRAIN * choice.grains.get(step, 0) for step in touched if step in lengths}
        ends = before.ends
        if moved:
            ends = (self.plan.ends if ends is None else max(ends, self.plan.ends)) + moved
        agreed = Agreed(seconds, (*before.dropped, *choice.dropped), ends)
        cost = choice.cost + moved * MOVE_RATE
        end = self.end + moved * MINUTE
        return made(self.plan, progress, self.now, kind, agreed, cost, end, self.locks)


class _Late(_Question):
    """Something does not fit."""

    @property
    def needed(self) -> bool:
        return any(stretch.need() > 0 for stretch in self.found)

    def proposals(self) -> Iterator[Proposal]:
        """Yield what holds the hard end, the cheapest first, then what moves it; else what comes nearest."""
        cut = _through(self.found, shorten_only)
        one = self._one()
        held = [("shorten", cut), ("drop", one or (None if cut else self._any(self.found)))]
        made_ = [self.propose("shorten" if kind == "shorten" else "drop", choice) for kind, choice in held if choice]
        made_ += self._moved()
        yield from sorted(made_, key=lambda p: (p.over, p.kind == "move", p.cost))

    def _one(self) -> Choice | None:
        """Return the cheapest way that drops one thing."""
        best: Choice | None = None
        for k, stretch in enumerate(self.found):
            if (need := stretch.need()) > 0 and (here := drop_one(stretch, need)):
                others = _through([s for i, s in enumerate(self.found) if i != k], shorten_only)
                if others is not None and (best is None or here.cost + others.cost < best.cost):
                    best = here + others
        return best

    def _any(self, found: list[Stretch]) -> Choice:
        choice = _through(found, drop_any)
        assert choice is not None
        return choice

    def _moved(self) -> Iterator[Proposal]:
        """Yield the end moved as far as is needed and allowed, and as little as lets shortening do the rest."""
        *before, last = self.found
        # What is late before a locked start is no reason to move the end.
        shortened = _through(before, shorten_only)
        start = max(last.start, _over(before, shortened or self._any(before)))
        over = last.need(start) * GRAIN
        allowed = (latest_end(self.plan, self.progress, self.now) - self.end) // MINUTE
        minutes = min(allowed, -(-over // 60))
        if minutes > 0:
            found = self._until(minutes)
            yield self.propose("move", _through(found, shorten_only) or self._any(found), minutes)
        # Counted from 0: where shortening alone is enough, nothing needs to move for it.
        give = sum(piece.give for piece in last.pieces)
        enough = (fewer for fewer in range(minutes) if self._until(fewer)[-1].need(start) <= give)
        fewer = next(enough, 0) if shortened else 0
        if fewer and (choice := _through(self._until(fewer), shorten_only)):
            yield self.propose("move", choice, fewer)

    def _until(self, minutes: int) -> list[Stretch]:
        """Return what is left, with the end moved by so many minutes."""
        return [*self.found[:-1], replace(self.found[-1], until=self.end + minutes * MINUTE)]


class _Ahead(_Question):
    """Everything fits; perhaps there are minutes to use."""

    def proposals(self) -> Iterator[Proposal]:
        """Yield the plan as it was, if it fits again; more for all; more for one; and ending early."""
        gained = self._gained()
        if max(gained) < WORTH_USING:
            return
        yield from self._restored()
        spread = [lengthen(s.pieces, spare) for s, spare in zip(self.found, gained, strict=True)]
        if (choice := sum(spread, NOTHING)).grains:
            yield self.propose("extend", choice)
        if one := self._one(gained):
            yield self.propose("extend-one", one)
        if gained[-1] >= WORTH_USING:
            yield self.propose("early", NOTHING)

    def _gained(self) -> list[int]:
        """Return how many grains each stretch has gained: not the slack that was planned, and never past the end."""
        free = list(waiting(self.found))
        ahead = max(0, -project(self.plan, self.progress, self.now).behind)
        spare = [max(0, ms - s.slack) for ms, s in zip(free[:-1], self.found[:-1], strict=True)]
        return [ms // (GRAIN * 1000) for ms in [*spare, min(free[-1], ahead)]]

    def _one(self, gained: list[int]) -> Choice | None:
        """Return the one step that makes the most of the minutes of its stretch."""
        all_ = [lengthen([piece], n) for s, n in zip(self.found, gained, strict=True) for piece in s.pieces]
        return min((choice for choice in all_ if choice.cost < 0), key=lambda choice: choice.cost, default=None)

    def _restored(self) -> Iterator[Proposal]:
        """Yield the agenda as it was planned, where something was agreed and it all fits again."""
        before = self.progress.agreed
        projection = project(self.plan, self.progress, self.now)
        past = {step.id for step in projection.steps if step.stage not in ("ahead", "dropped")}
        here = self.plan.position(self.progress.step) if self.progress.step else -1
        kept = tuple(step for step in before.dropped if self.plan.has_step(step) and self.plan.position(step) <= here)
        agreed = Agreed({s: n for s, n in before.seconds.items() if s in past}, kept, before.ends)
        progress = with_agreed(self.progress, agreed)
        found = stretches(self.plan, progress, self.now, self.end)
        if (agreed.seconds, kept) == (before.seconds, before.dropped) or any(s.need() > 0 for s in found):
            return
        old = {piece.step: piece for stretch in self.found for piece in stretch.pieces}
        cost = -sum(_regained(piece, old.get(piece.step)) for stretch in found for piece in stretch.pieces)
        yield made(self.plan, self.progress, self.now, "restore", agreed, cost, self.end, self.locks)


def shorten_only(stretch: Stretch, need: int) -> Choice | None:
    """Return the cheapest shortening of a stretch."""
    return shorten(stretch.pieces, need)


def _through(found: list[Stretch], how: Callable[[Stretch, int], Choice | None]) -> Choice | None:
    """Return the choices for all stretches, one after the other; None where one has none.

    A stretch that fits ends at its lock, so that the next does not depend on it; one that does not is carried over.
    """
    choice, start = NOTHING, 0
    for stretch in found:
        start = max(start, stretch.start)
        made_ = how(stretch, stretch.need(start))
        if made_ is None:
            return None
        start = _over([stretch], made_, start)
        choice = choice + made_
    return choice


def _over(found: list[Stretch], choice: Choice, start: int = 0) -> int:
    """Return the instant at which stretches are over under a choice, the first begun at `start` at the earliest."""
    for stretch in found:
        start = max(start, stretch.start) + sum(_rest(piece, choice) for piece in stretch.pieces)
    return start


def _rest(piece: Piece, choice: Choice) -> int:
    return 0 if piece.step in choice.dropped else piece.rest - choice.grains.get(piece.step, 0) * GRAIN * 1000


def _regained(now: Piece, before: Piece | None) -> int:
    """Return what a step that has its planned length again regains."""
    return now.loss if before is None else now.regains(before.allotted)
