"""Search the library: words, and filters such as `tension:language minutes:<=30 people:18`, as one pure function."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from toolkit.files.problems import UserError, nearest
from toolkit.files.value import value
from toolkit.library.exercise import Arrangement, Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from toolkit.library.listing import Item

KINDS = ("exercise", "term", "printable")
FILTERS = ("tension", "minutes", "people", "mode", "domain", "arrange", "kind")
"""What can be asked for besides words, by the name that stands before the colon."""
FOREVER = 10_000.0
EXAMPLE = "tension:language minutes:30-45 people:18 mode:online domain:design arrange:pairs"


class SearchError(UserError):
    """A filter that means nothing; says what to write instead."""


@value()
class Known:
    """What filters may name: ids with their titles."""

    tensions: Mapping[str, str]
    domains: Mapping[str, str]


@value()
class Length:
    """The minutes that are asked for."""

    low: float
    high: float
    fits: bool = False
    """Whether the exercise can be done in `low` minutes; else its best length lies between the two."""

    def __str__(self) -> str:
        """Return it as it is shown."""
        if self.fits:
            return f"can be done in {self.low:g}"
        if self.high == FOREVER:
            return f"best at {self.low:g} or longer"
        return f"best at {self.low:g} to {self.high:g}" if self.low else f"best at {self.high:g} or shorter"


@value()
class Query:
    """What is looked for: every word, and for each filter one of its values."""

    words: tuple[str, ...] = ()
    tension: tuple[str, ...] = ()
    minutes: tuple[Length, ...] = ()
    people: tuple[int, ...] = ()
    mode: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    arrange: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    """Filters that mean nothing, and what to write instead; the others count."""


def query(text: str, known: Known, filters: Iterable[tuple[str, str]] = ()) -> Query:
    """Return what a search line means, with filters that were given apart from it.

    Args:
        text: Words and filters as they are typed; a value with spaces stands in double quotes.
        known: What filters may name.
        filters: More filters: name and value.
    """
    words, asked = [], list(filters)
    for name, quoted, plain, word in re.findall(r'([a-z]+):(?!//)(?:"([^"]*)"?|(\S*))|(\S+)', text.casefold()):
        if name:
            asked.append((name, quoted or plain))
        else:
            words.append(word.strip('"'))
    found: dict[str, list[object]] = {name: [] for name in FILTERS}
    faults = []
    for name, written in asked:
        try:
            found[_name(name)] += _values(_name(name), written.strip().casefold(), known)
        except SearchError as fault:
            faults.append(str(fault))
    return Query(words=tuple(words), faults=tuple(faults), **{k: tuple(v) for k, v in found.items()})  # type: ignore[arg-type]


def strict(asked: Query) -> Query:
    """Return a query that has no faults.

    Raises:
        SearchError: It has.
    """
    if asked.faults:
        raise SearchError("\n".join(asked.faults))
    return asked


def search(items: Iterable[Item], asked: Query) -> list[Item]:
    """Return the items that a query fits: what has its words in the title or is made for its tension comes first."""
    return sorted((item for item in items if fits(item, asked)), key=lambda item: _rank(item, asked))


def fits(item: Item, asked: Query) -> bool:
    """Tell whether an item has every word of a query, and for each of its filters one of the values."""
    text = f"{item.kind} {item.id} {item.title} {item.text}".casefold()
    return (
        all(word in text for word in asked.words)
        and _any(asked.kind, lambda kind: item.kind == kind)
        and _any(asked.tension, lambda tension: tension in item.tensions)
        and _any(asked.minutes, lambda length: _long(item, length))
        and _any(asked.people, lambda people: _large(item, people))
        and _any(asked.mode, lambda mode: mode in item.modes)
        and _any(asked.domain, lambda domain: domain in item.domains)
        and _any(asked.arrange, lambda arrangement: arrangement in item.arrangements)
    )


def summary(asked: Query, known: Known) -> str:
    """Return the filters of a query in words, for a line that shows what is in force."""
    parts = [
        *(known.tensions[tension] for tension in asked.tension),
        *(f"{length} min" for length in asked.minutes),
        *(f"{people} people" for people in asked.people),
        *asked.mode,
        *(known.domains[domain] for domain in asked.domain),
        *asked.arrange,
        *(f"{kind}s" for kind in asked.kind),
    ]
    return " · ".join(parts)


def completion(text: str, known: Known) -> str | None:
    """Return a search line with its last filter completed: its name, or the first value that begins so."""
    head, _, last = text.rpartition(" ")
    before = f"{head} " if head else ""
    name, colon, begun = last.partition(":")
    if not colon:
        names = (f"{name}:" for name in FILTERS if len(last) > 1 and name.startswith(last))
        return next((before + name for name in names), None)
    offers = _offers(known).get(name, ())
    return next((f"{before}{name}:{offer}" for offer in offers if begun and offer.startswith(begun.casefold())), None)


def _offers(known: Known) -> dict[str, Sequence[str]]:
    return {
        "tension": list(known.tensions), "domain": list(known.domains), "mode": get_args(Mode),
        "arrange": get_args(Arrangement), "kind": KINDS,
    }  # fmt: skip


def _name(name: str) -> str:
    if name not in FILTERS:
        raise SearchError(f"there is no filter {name!r}: {nearest(name, FILTERS)}")
    return name


def _values(name: str, written: str, known: Known) -> Iterator[object]:
    """Yield what a filter's value means: several where a part of a name fits several; nothing yet where it is empty."""
    if not written:
        return
    if name == "minutes":
        yield _length(written)
    elif name == "people":
        if not re.fullmatch(r"\d{1,4}", written):
            raise SearchError(f"people: {written!r} is no number of people: write one like 18")
        yield int(written)
    else:
        titles = {"tension": known.tensions, "domain": known.domains}.get(name, {})
        offers = _offers(known)[name]
        found = [id_ for id_ in offers if written == id_] or [
            id_ for id_ in offers if _plain(written) in _plain(id_) or _plain(written) in _plain(titles.get(id_, ""))
        ]
        if not found:
            raise SearchError(f"there is no {name} {written!r}: {nearest(written, offers)}")
        yield from found


def _plain(text: str) -> str:
    return text.replace("-", " ").casefold()


def _length(written: str) -> Length:
    """Return what `30`, `30-45`, `<=30` or `>=30` means."""
    match = re.fullmatch(r"(<=?|>=?)?(\d{1,3})(?:-(\d{1,3}))?", written)
    if not match or (match[1] and match[3]):
        raise SearchError(f"minutes: {written!r} is no length: write 30 (it can be done in that), 30-45, <=30 or >=30")
    low, high = float(match[2]), float(match[3] or match[2])
    if match[1]:
        return Length(low, FOREVER) if match[1][0] == ">" else Length(0, low)
    return Length(min(low, high), max(low, high), fits=not match[3])


def _long(item: Item, length: Length) -> bool:
    if not item.minutes:
        return False
    shortest, ideal, longest = item.minutes
    return shortest <= length.low <= longest if length.fits else length.low <= ideal <= length.high


def _large(item: Item, people: int) -> bool:
    return item.group is not None and item.group[0] <= people <= item.group[1]


def _any(asked: Sequence[object], fit: Callable[..., bool]) -> bool:
    return not asked or any(fit(one) for one in asked)


def _rank(item: Item, asked: Query) -> tuple[int, bool]:
    made_for = min((item.tensions.index(t) for t in asked.tension if t in item.tensions), default=0)
    title = f"{item.id} {item.title}".casefold()
    return made_for, not all(word in title for word in asked.words)
