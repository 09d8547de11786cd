"""The library as lines to search, texts to read, and plain values for scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from toolkit.files.value import value
from toolkit.library.fields import in_language
from toolkit.library.reading import exercise_text, printable_text, ran, term_text
from toolkit.library.search import Known, query, search, strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.library.catalogue import Catalogue, Found
    from toolkit.library.exercise import Exercise
    from toolkit.library.glossary import Term
    from toolkit.library.printable import Printable


@value()
class Item:
    """One thing of the library, to find and to read; what follows `origin` is what exercises and terms are found by."""

    kind: str
    id: str
    title: str
    about: str
    """One line."""
    text: str
    """All of it, as a person reads it."""
    origin: str
    tensions: tuple[str, ...] = ()
    """Those it is made for come first."""
    minutes: tuple[float, float, float] | None = None
    """Shortest, best, longest."""
    group: tuple[int, int] | None = None
    modes: tuple[str, ...] = ()
    arrangements: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """Of a term: those it has a sense for. Of an exercise: see `worlds_of`."""
    ran: str = ""
    """Of an exercise: whether a room has run it."""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.kind}:{self.id}"


def known(catalogue: Catalogue, language: str = "en") -> Known:
    """Return what filters may name."""
    return Known(
        tensions={id_: in_language(tension.title, language) for id_, tension in catalogue.tensions().items()},
        domains={id_: in_language(domain.label, language) for id_, domain in catalogue.domains().items()},
    )


def items(catalogue: Catalogue, language: str = "en") -> list[Item]:
    """Return everything in the library: exercises, then terms, then printables."""
    worlds = worlds_of(catalogue, language)
    return [
        *(_exercise_item(found, language, worlds[id_]) for id_, found in catalogue.exercises().items()),
        *(_term_item(term, found.origin, language) for term, found in catalogue.terms().values()),
        *(_printable_item(found, language) for found in catalogue.printables().values()),
    ]


def worlds_of(catalogue: Catalogue, language: str = "en") -> dict[str, tuple[str, ...]]:
    """Return, by exercise, the domains that it or the setting of its tensions names; all, where each sits apart."""
    names = {
        id_: {id_.replace("-", " "), in_language(domain.label, language).casefold()}
        for id_, domain in catalogue.domains().items()
    }
    seen = {id_: in_language(tension.setting, language) for id_, tension in catalogue.tensions().items()}
    worlds = {}
    for id_, found in catalogue.exercises().items():
        settings = " ".join(seen.get(tension, "") for tension in found.item.tensions)
        text = f"{settings} {exercise_text(found.item, language)}".casefold()
        apart = any(step.grouping == "domain" for step in found.item.steps)
        worlds[id_] = tuple(names) if apart else tuple(_named(text, names))
    return worlds


def found_in(catalogue: Catalogue, text: str, filters: Iterable[tuple[str, str]] = ()) -> list[Item]:
    """Return what a search line and filters find.

    Raises:
        SearchError: A filter means nothing.
    """
    return search(items(catalogue), strict(query(text, known(catalogue), filters)))


def listing(catalogue: Catalogue, found: Iterable[Item]) -> dict[str, list[dict[str, Any]]]:
    """Return items as plain values, for `library --json`."""
    exercises, terms, printables = catalogue.exercises(), catalogue.terms(), catalogue.printables()
    rows: dict[str, list[dict[str, Any]]] = {"exercises": [], "terms": [], "printables": []}
    for item in found:
        if item.kind == "exercise":
            rows["exercises"].append(_exercise_json(exercises[item.id], item))
        elif item.kind == "term":
            term = terms[item.id][0]
            rows["terms"].append({"id": item.id, "labels": term.labels, "domains": list(item.domains)})
        else:
            per = printables[item.id].item.per
            rows["printables"].append({"id": item.id, "title": item.title, "per": per})
    return rows


def _exercise_json(found: Found[Exercise], item: Item) -> dict[str, Any]:
    exercise = found.item
    shortest, ideal, longest = exercise.minutes
    return {
        "id": exercise.id,
        "title": item.title,
        "tensions": exercise.tensions,
        "minutes": {"min": shortest, "ideal": ideal, "max": longest},
        "group": {"min": exercise.group.min, "max": exercise.group.max},
        "modes": exercise.modes,
        "arrangements": list(item.arrangements),
        "domains": list(item.domains),
        "origin": found.origin,
        "run": "none" if exercise.run == "none" else len(exercise.run),
    }


def _exercise_item(found: Found[Exercise], language: str, worlds: tuple[str, ...]) -> Item:
    exercise = found.item
    return Item(
        "exercise",
        exercise.id,
        in_language(exercise.title, language),
        in_language(exercise.tagline, language),
        exercise_text(exercise, language),
        found.origin,
        tensions=tuple(exercise.tensions),
        minutes=exercise.minutes,
        group=(exercise.group.min, exercise.group.max),
        modes=tuple(exercise.modes),
        arrangements=tuple(dict.fromkeys(step.arrangement for step in exercise.steps)),
        domains=worlds,
        ran=ran(exercise),
    )


def _named(text: str, names: dict[str, set[str]]) -> Iterator[str]:
    for id_, called in names.items():
        if any(re.search(rf"(?<!\w){re.escape(name)}(?:ers?)?(?!\w)", text) for name in called):
            yield id_


def _term_item(term: Term, origin: str, language: str) -> Item:
    return Item(
        "term",
        term.id,
        in_language(dict(term.labels), language),
        f"{len(term.senses)} senses",
        term_text(term, language),
        origin,
        domains=tuple(sorted({sense.domain for sense in term.senses})),
    )


def _printable_item(found: Found[Printable], language: str) -> Item:
    printable = found.item
    title, about = in_language(printable.title, language), in_language(printable.about, language)
    return Item("printable", printable.id, title, about, printable_text(printable, language), found.origin)
