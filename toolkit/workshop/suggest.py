"""A sound agenda, from what there is in the library: minutes, people, mode and the tensions that matter.

It opens with an arrival, diverges before it converges, has a break at least every 90 minutes, and closes with
commitments that are read back. What an exercise is good for follows from what its steps capture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Any, Literal

from toolkit.files.problems import UserError, nearest
from toolkit.library.fields import in_language
from toolkit.workshop.suggest_fit import BREAK, STRETCH, Fitted, fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toolkit.library.exercise import Exercise

Role = Literal["opening", "diverge", "both", "converge", "closing"]
DECIDES = {"outcome", "ratings", "dissent"}
"""What is captured where a room settles something."""
GATHERS = {"notes", "senses", "verdicts", "tallies", "turns"}
ABOUT_WORDS = {"verdicts", "tallies"}
MOST_PARTS = 5
"""Exercises between opening and closing: more is a tour, not a workshop."""
MOST_TRIED = 16
"""Exercises that are combined; of more, those that fit the wish best."""
ALTERNATIVES = 3
BREAK_EVERY = STRETCH + BREAK
WISHED, COVERED, ARC, OWN = 10.0, 1.0, 4.0, 3.0
"""What counts for a combination: a tension that was asked for, any other, widening and deciding both, and chance."""


class SuggestError(UserError):
    """Nothing can be suggested; says what to change."""


@dataclass(frozen=True)
class Wish:
    """What an agenda is wanted for."""

    minutes: int
    people: int
    mode: str = "in-person"
    tensions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    """Words in dispute, for exercises about one."""
    language: str = "en"
    seed: int = 0


@dataclass(frozen=True)
class Part:
    """One block of a suggestion."""

    entry: Mapping[str, Any]
    """As it stands in the agenda of a workshop file."""
    title: str
    minutes: int
    why: str


@dataclass(frozen=True)
class Suggestion:
    """One agenda."""

    n: int
    parts: tuple[Part, ...]
    covers: tuple[str, ...]
    """Tensions of the wish that it has something for."""
    misses: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long it is."""
        return sum(part.minutes for part in self.parts)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        parts = [{"entry": dict(p.entry), "title": p.title, "minutes": p.minutes, "why": p.why} for p in self.parts]
        return {"n": self.n, "minutes": self.minutes, "covers": self.covers, "misses": self.misses, "blocks": parts}


def role(exercise: Exercise) -> Role:
    """Return what an exercise is good for, by what its steps capture and whether it is to be kept."""
    captured = {capture for step in exercise.steps for capture in step.capture}
    if exercise.priority == "keep" and "commitments" in captured:
        return "closing"
    if "arrivals" in captured:
        return "opening"
    if captured & DECIDES:
        return "both" if captured & GATHERS - {"notes"} else "converge"
    return "both" if "commitments" in captured else "diverge"


_ORDER: tuple[Role, ...] = ("opening", "diverge", "both", "converge", "closing")


def suggest(exercises: Iterable[Exercise], tensions: Iterable[str], wish: Wish) -> tuple[Suggestion, ...]:
    """Return up to three agendas, the best first; the same for the same seed.

    Args:
        exercises: What there is.
        tensions: Ids of the tensions there are.
        wish: What is wanted.

    Raises:
        SuggestError: A tension is unknown, nothing opens or closes, or the time is too short.
    """
    known = set(tensions)
    for tension in wish.tensions:
        if tension not in known:
            raise SuggestError(f"there is no tension {tension!r}: {nearest(tension, known)}")
    return tuple(_Search(_suitable(exercises, wish), wish).found())


def _suitable(exercises: Iterable[Exercise], wish: Wish) -> list[Exercise]:
    fits = [
        e.for_mode(wish.mode)
        for e in exercises
        if wish.mode in e.modes
        and e.group.min <= wish.people <= e.group.max
        and _words(e) <= len(set(wish.terms))
        and not any(step.show and step.show.view == "promised" for step in e.steps)  # nothing was promised before
    ]
    return sorted(fits, key=lambda e: e.id)


def _words(exercise: Exercise) -> int:
    """Return how many of the words in dispute an exercise takes."""
    asks = exercise.term is None and any(ABOUT_WORDS & set(step.capture) for step in exercise.steps)
    return max(exercise.words, int(asks))


@dataclass
class _Search:
    """One wish, and the exercises that can serve it."""

    exercises: list[Exercise]
    wish: Wish
    chance: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        random = Random(self.wish.seed)  # noqa: S311 - chooses between equals, guards nothing
        self.chance = {e.id: random.uniform(0, OWN) for e in self.exercises}

    def found(self) -> Iterator[Suggestion]:
        """Yield the best agenda, then others that have at least half of their middle of their own."""
        opening, closing = self._best("opening"), self._best("closing")
        taken: list[set[str]] = []
        for middle in self._middles(opening, closing):
            names = {e.id for e in middle}
            if any(len(names & other) * 2 > len(names) for other in taken):
                continue
            if (fitted := fit([opening, *middle, closing], self.wish.minutes)) is not None:
                taken.append(names)
                yield self._suggestion(len(taken), fitted)
                if len(taken) == ALTERNATIVES:
                    return
        if not taken:
            least = round(opening.minutes[1] + closing.minutes[1])
            raise SuggestError(
                f"{self.wish.minutes} minutes leave no room for work between {least} min of opening and closing: "
                "give more minutes"
            )

    def _best(self, wanted: Role) -> Exercise:
        fits = [e for e in self.exercises if role(e) == wanted]
        if not fits:
            what = f"no exercise for {self.wish.people} people, {self.wish.mode}, is made for {wanted}"
            raise SuggestError(f"{what}: change the number or the mode, or write one")
        return max(fits, key=self._own)

    def _own(self, exercise: Exercise) -> float:
        wished = len(set(exercise.tensions) & set(self.wish.tensions))
        return WISHED * wished + self.chance[exercise.id] + (exercise.run != "none")

    def _middles(self, opening: Exercise, closing: Exercise) -> list[tuple[Exercise, ...]]:
        """Return what could stand between, the best first, each in an order that diverges before it converges."""
        pool = [e for e in self.exercises if role(e) not in ("opening", "closing") and e.priority != "keep"]
        pool = sorted(pool, key=lambda e: (-self._own(e), e.id))[:MOST_TRIED]
        room = self.wish.minutes - opening.minutes[1] - closing.minutes[1] - BREAK * (self.wish.minutes // BREAK_EVERY)
        scored = [
            (-self._score(middle, room), [e.id for e in middle], middle)
            for count in range(1, MOST_PARTS + 1)
            for middle in combinations(pool, count)
            if sum(e.minutes[0] for e in middle) <= room
        ]
        return [tuple(sorted(m, key=self._place)) for _, _, m in sorted(scored, key=lambda s: s[:2])]

    def _place(self, exercise: Exercise) -> tuple[int, float]:
        return _ORDER.index(role(exercise)), -self._own(exercise)

    def _score(self, middle: Sequence[Exercise], room: float) -> float:
        covered = {tension for e in middle for tension in e.tensions}
        wished = set(self.wish.tensions)
        roles = {role(e) for e in middle}
        idle = abs(room - sum(e.minutes[1] for e in middle)) / 5
        strangers = sum(not wished & set(e.tensions) for e in middle) if wished else 0
        arc = ARC * (bool(roles & {"diverge", "both"}) + bool(roles & {"both", "converge"}))
        own = sum(self.chance[e.id] for e in middle) / len(middle)
        return WISHED * len(covered & wished) + COVERED * len(covered) + arc + own - idle - 2 * strangers

    def _suggestion(self, n: int, fitted: Sequence[Fitted]) -> Suggestion:
        parts = tuple(_parts(fitted, self.wish))
        covered = {tension for f in fitted if f.exercise for tension in f.exercise.tensions}
        covers = tuple(t for t in self.wish.tensions if t in covered)
        return Suggestion(n, parts, covers, tuple(t for t in self.wish.tensions if t not in covered))


def _parts(fitted: Sequence[Fitted], wish: Wish) -> Iterator[Part]:
    words = 0
    for one in fitted:
        if one.exercise is None:
            entry: dict[str, Any] = {"break": "Break", "minutes": one.minutes}
            why = f"after {one.since} minutes, so that nobody sits for more than {STRETCH}"
            yield Part(entry, "Break", one.minutes, why)
            continue
        entry = {"exercise": one.exercise.id}
        if count := _words(one.exercise):
            entry["terms"] = [wish.terms[(words + n) % len(wish.terms)] for n in range(count)]
            words += count
        if one.minutes != one.exercise.minutes[1]:
            entry["minutes"] = one.minutes
        yield Part(entry, in_language(one.exercise.title, wish.language), one.minutes, _why(one.exercise, wish))


def _why(exercise: Exercise, wish: Wish) -> str:
    does = {
        "opening": "everybody has spoken before anything is decided",
        "diverge": "gathers views before anything is settled",
        "both": "gathers views, then holds something fast",
        "converge": "settles what the room has gathered",
        "closing": "closes with commitments that are read back, and is not cut when it gets late",
    }[role(exercise)]
    wished = [tension for tension in exercise.tensions if tension in wish.tensions]
    return f"{does}; for {', '.join(wished or exercise.tensions)}"
