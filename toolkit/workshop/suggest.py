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
    from toolkit.workshop.plan import Plan

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
WISHED, MADE_FOR, COVERED, WORLDS, ARC, OWN = 10.0, 5.0, 1.0, 3.0, 4.0, 3.0
"""What counts for a combination: a tension that was asked for, an exercise that is made for one, any other tension, the
share of the room's worlds that an exercise speaks of, widening and deciding both, and chance."""


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
    domains: tuple[str, ...] = ()
    """Worlds that will be in the room; nothing, if that is not known."""
    language: str = "en"
    seed: int = 0


USUAL = 12
"""People, where nobody is on the roster yet."""


def wish_for(plan: Plan, minutes: int | None = None, people: int | None = None, **more: Any) -> Wish:  # noqa: ANN401
    """Return a wish that takes from a plan what is not said: its minutes, people, mode, words, domains, language.

    Args:
        plan: The workshop as it is.
        minutes: How long it is to be.
        people: How many.
        **more: Other fields of the wish.
    """
    known = {
        "mode": plan.mode,
        "terms": tuple(term.id for term in plan.terms),
        "domains": tuple(domain.id for domain in plan.domains),
        "language": plan.language,
    }
    return Wish(minutes or plan.ends - plan.starts, people or len(plan.people) or USUAL, **{**known, **more})


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


def suggest(
    exercises: Iterable[Exercise],
    tensions: Mapping[str, str],
    wish: Wish,
    worlds: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Suggestion, ...]:
    """Return up to three agendas, the best first; the same for the same seed.

    Args:
        exercises: What there is.
        tensions: The titles of the tensions there are, by id.
        wish: What is wanted.
        worlds: By exercise, the domains that it speaks of.

    Raises:
        SuggestError: A tension is unknown, nothing opens or closes, or the time is too short.
    """
    for tension in wish.tensions:
        if tension not in tensions:
            raise SuggestError(f"there is no tension {tension!r}: {nearest(tension, tensions)}")
    return tuple(_Search(_suitable(exercises, wish), wish, tensions, worlds or {}).found())


def _suitable(exercises: Iterable[Exercise], wish: Wish) -> list[Exercise]:
    fits = [
        e.for_mode(wish.mode)
        for e in exercises
        if wish.mode in e.modes
        and e.group.min <= wish.people <= e.group.max
        and words(e) <= len(set(wish.terms))
        and not any(step.show and step.show.view == "promised" for step in e.steps)  # nothing was promised before
    ]
    return sorted(fits, key=lambda e: e.id)


def words(exercise: Exercise) -> int:
    """Return how many of the words in dispute an exercise takes."""
    asks = exercise.term is None and any(ABOUT_WORDS & set(step.capture) for step in exercise.steps)
    return max(exercise.words, int(asks))


@dataclass
class _Search:
    """One wish, and the exercises that can serve it."""

    exercises: list[Exercise]
    wish: Wish
    titles: Mapping[str, str]
    worlds: Mapping[str, Sequence[str]]
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
        own = WISHED * wished + MADE_FOR * self._made_for(exercise) + WORLDS * self._speaks_of(exercise)
        return own + self.chance[exercise.id] + (exercise.run != "none")

    def _made_for(self, exercise: Exercise) -> bool:
        return exercise.tensions[0] in self.wish.tensions

    def _speaks_of(self, exercise: Exercise) -> float:
        """Return the share of the room's worlds that an exercise speaks of."""
        wanted = set(self.wish.domains)
        return len(wanted & set(self.worlds.get(exercise.id, ()))) / len(wanted) if wanted else 0

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
        own = sum(self.chance[e.id] + WORLDS * self._speaks_of(e) for e in middle) / len(middle)
        made_for = MADE_FOR * sum(map(self._made_for, middle))
        return WISHED * len(covered & wished) + made_for + COVERED * len(covered) + arc + own - idle - 2 * strangers

    def _suggestion(self, n: int, fitted: Sequence[Fitted]) -> Suggestion:
        parts = tuple(_parts(fitted, self.wish, self.titles))
        covered = {tension for f in fitted if f.exercise for tension in f.exercise.tensions}
        covers = tuple(t for t in self.wish.tensions if t in covered)
        return Suggestion(n, parts, covers, tuple(t for t in self.wish.tensions if t not in covered))


def _parts(fitted: Sequence[Fitted], wish: Wish, titles: Mapping[str, str]) -> Iterator[Part]:
    given = 0
    for one in fitted:
        if one.exercise is None:
            entry: dict[str, Any] = {"break": "Break", "minutes": one.minutes}
            why = f"after {one.since} minutes; nobody sits for more than {STRETCH}"
            yield Part(entry, "Break", one.minutes, why)
            continue
        entry = {"exercise": one.exercise.id}
        if count := words(one.exercise):
            entry["terms"] = [wish.terms[(given + n) % len(wish.terms)] for n in range(count)]
            given += count
        if one.minutes != one.exercise.minutes[1]:
            entry["minutes"] = one.minutes
        yield Part(entry, in_language(one.exercise.title, wish.language), one.minutes, _why(one.exercise, wish, titles))


def _why(exercise: Exercise, wish: Wish, titles: Mapping[str, str]) -> str:
    """Return what an exercise does there, and for which of the tensions that were asked for, else for its first."""
    does = {
        "opening": "everybody speaks before anything is decided",
        "diverge": "gathers views before anything is settled",
        "both": "gathers views, then holds something fast",
        "converge": "settles what was gathered",
        "closing": "who does what, read back; not cut when it gets late",
    }[role(exercise)]
    wished = [tension for tension in exercise.tensions if tension in wish.tensions]
    named = ", ".join(titles.get(tension, tension) for tension in wished or exercise.tensions[:1])
    return f"{does}; {'made' if exercise.tensions[0] in (wished or exercise.tensions) else 'also'} for: {named}"
