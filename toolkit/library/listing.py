"""The library as lines to search and texts to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.library.catalogue import Catalogue, Found
    from toolkit.library.exercise import Exercise, Side, Step
    from toolkit.library.glossary import Term
    from toolkit.library.printable import Printable


@dataclass(frozen=True)
class Item:
    """One thing of the library, to find and to read."""

    kind: str
    id: str
    title: str
    about: str
    """One line."""
    text: str
    """All of it, as a person reads it."""
    origin: str

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.kind}:{self.id}"

    def matches(self, query: str) -> bool:
        """Tell whether every word of `query` stands somewhere in it."""
        text = f"{self.kind} {self.id} {self.title} {self.text}".casefold()
        return all(word in text for word in query.casefold().split())


def items(catalogue: Catalogue, language: str = "en") -> list[Item]:
    """Return everything in the library: exercises, then terms, then printables."""
    return [
        *(_exercise_item(found, language) for found in catalogue.exercises().values()),
        *(_term_item(term, found.origin, language) for term, found in catalogue.terms().values()),
        *(_printable_item(found, language) for found in catalogue.printables().values()),
    ]


def listing(catalogue: Catalogue, query: str = "") -> dict[str, list[dict[str, Any]]]:
    """Return what matches `query` as plain values, for `library --json`."""
    found = {item.key for item in items(catalogue) if item.matches(query)}
    return {
        "exercises": [_exercise_json(f) for id_, f in catalogue.exercises().items() if f"exercise:{id_}" in found],
        "terms": [
            {"id": id_, "labels": term.labels, "domains": sorted({sense.domain for sense in term.senses})}
            for id_, (term, _) in catalogue.terms().items()
            if f"term:{id_}" in found
        ],
        "printables": [
            {"id": id_, "title": in_language(f.item.title, "en"), "per": f.item.per}
            for id_, f in catalogue.printables().items()
            if f"printable:{id_}" in found
        ],
    }


def _exercise_json(found: Found[Exercise]) -> dict[str, Any]:
    exercise = found.item
    shortest, ideal, longest = exercise.minutes
    return {
        "id": exercise.id,
        "title": in_language(exercise.title, "en"),
        "tensions": exercise.tensions,
        "minutes": {"min": shortest, "ideal": ideal, "max": longest},
        "group": {"min": exercise.group.min, "max": exercise.group.max},
        "modes": exercise.modes,
        "origin": found.origin,
        "run": "none" if exercise.run == "none" else len(exercise.run),
    }


def _exercise_item(found: Found[Exercise], language: str) -> Item:
    exercise = found.item
    text = "\n".join(_exercise_text(exercise, language))
    title, about = in_language(exercise.title, language), in_language(exercise.tagline, language)
    return Item("exercise", exercise.id, title, about, text, found.origin)


_Texts = Sequence[str | dict[str, str]]


def _exercise_text(exercise: Exercise, language: str) -> Iterator[str]:
    shortest, ideal, longest = exercise.minutes
    ran = "no room has run it yet" if exercise.run == "none" else f"run {len(exercise.run)} times"
    yield in_language(exercise.title, language).upper()
    yield in_language(exercise.tagline, language)
    yield f"\n{shortest:g} to {longest:g} minutes, best {ideal:g}"
    yield f"{exercise.group.min} to {exercise.group.max} people; {ran}"
    yield f"Tensions: {', '.join(exercise.tensions)}"
    before: tuple[tuple[str, _Texts], ...] = (
        ("Purposes", exercise.purposes),
        ("When", [exercise.when, *([exercise.when_not] if exercise.when_not else [])]),
        ("How it bridges", [exercise.bridges]),
        ("Space and materials", [exercise.space, *exercise.materials]),
        ("Invitation", [exercise.invitation]),
        ("Sides", [_side(side, language) for side in exercise.sides]),
    )
    for heading, texts in before:
        yield from _section(heading, [in_language(text, language) for text in texts])
    yield "\nSTEPS"
    for number, step in enumerate(exercise.steps, 1):
        yield from _step(number, step, language)
    after: tuple[tuple[str, _Texts], ...] = (
        ("What a table might write", [exercise.worked_example] if exercise.worked_example else []),
        ("Debrief", exercise.debrief),
        ("Traps", exercise.traps),
        ("Access", exercise.access),
        ("Power", [exercise.power]),
        ("With 5 people", [exercise.at_scale.five]),
        ("With 15 people", [exercise.at_scale.fifteen]),
        ("With 50 people", [exercise.at_scale.fifty]),
        ("Variations", exercise.variations),
        ("What the room has at the end", exercise.outputs),
        ("Sources", [f"{s.title} {s.address or ''}" for s in exercise.sources]),
    )
    for heading, texts in after:
        yield from _section(heading, [in_language(text, language) for text in texts])


def _side(side: Side, language: str) -> str:
    return f"{in_language(side.label, language)}: {in_language(side.best_case, language)}"


def _section(heading: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield f"\n{heading.upper()}"
        yield from texts if len(texts) == 1 else (f"• {text}" for text in texts)


def _step(number: int, step: Step, language: str) -> Iterator[str]:
    minutes = step.minutes
    title = in_language(step.title, language)
    yield f"\n{number}. {title}  ({minutes.min:g} to {minutes.max:g} minutes, best {minutes.ideal:g})"
    yield f"   {step.arrangement}, {step.grouping}; when late: {step.cut}"
    yield f"   Say: {in_language(step.say, language)}"
    yield f"   Do: {in_language(step.do, language)}"
    if step.watch_for:
        yield f"   Watch for: {in_language(step.watch_for, language)}"


def _term_item(term: Term, origin: str, language: str) -> Item:
    title = in_language(dict(term.labels), language)
    lines = [title.upper(), *(f"{tag}: {label}" for tag, label in term.labels.items())]
    if term.note:
        lines.append(in_language(term.note, language))
    reviewed = sum(sense.review != "none" for sense in term.senses)
    lines.append(
        f"\n{len(term.senses)} senses in the library, {reviewed} of them reviewed by a practitioner; "
        f"{len(term.cases)} starter cases. They are kept back until the room has judged for itself."
    )
    return Item("term", term.id, title, f"{len(term.senses)} senses", "\n".join(lines), origin)


def _printable_item(found: Found[Printable], language: str) -> Item:
    printable = found.item
    title, about = in_language(printable.title, language), in_language(printable.about, language)
    text = f"{title.upper()}\n{about}\n\nOne for each {printable.per}. `workshop print DIR {printable.id}`"
    return Item("printable", printable.id, title, about, text, found.origin)
