"""Entries of an agenda from words as a person types them: on the command line and in the console."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from toolkit.files.problems import nearest
from toolkit.library.exercise import Priority
from toolkit.workshop.edit import EditError, Value, with_field
from toolkit.workshop.suggest import words
from toolkit.workshop.times import parse_clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.library.catalogue import Catalogue
    from toolkit.workshop.plan import Plan

MOST_MINUTES = 600
MOST_PEOPLE = 1000
TRACK = "TITLE: an exercise's id, or what it is about @ PLACE (WHO LEADS)"
"""How a track is written on one line; all but the title may be left out."""


def exercise_entry(id_: str, catalogue: Catalogue, plan: Plan, terms: Sequence[str] = ()) -> dict[str, Any]:
    """Return an entry for an exercise; one about words gets those of the workshop's that no block has yet.

    Args:
        id_: The exercise's id.
        catalogue: Where it is found, if it is there.
        plan: The plan it is for.
        terms: The words it is to be about; they come before any default.
    """
    entry: dict[str, Any] = {"exercise": id_}
    found = catalogue.exercise(id_)
    if found and not terms:
        used = {term for block in plan.blocks for term in block.terms}
        own = [term.id for term in plan.terms]
        terms = sorted(own, key=lambda term: term in used)[: words(found.item)]
    if terms:
        entry["terms"] = list(terms)
    return entry


def plain_entry(kind: str, title: str, minutes: str = "") -> dict[str, Any]:
    """Return an entry for a break or a talk.

    Raises:
        EditError: The minutes are none.
    """
    entry: dict[str, Any] = {kind: title.strip() or kind.title()}
    return {**entry, "minutes": typed_minutes(minutes)} if minutes else entry


def parallel_entry(
    tracks: Iterable[str], exercises: Iterable[str], title: str = "", minutes: str = ""
) -> dict[str, Any]:
    """Return an entry for things that happen side by side.

    Args:
        tracks: Each as `TRACK` says.
        exercises: Ids of the exercises there are.
        title: What the agenda calls it; nothing, the tracks' titles.
        minutes: For all tracks; nothing, the longest exercise's.

    Raises:
        EditError: There are fewer than two tracks, or one cannot be read.
    """
    known = set(exercises)
    read = [_track(track, known) for track in tracks if track.strip()]
    if len(read) < 2:
        raise EditError(f"side by side takes two tracks or more: write each like {TRACK}")
    entry: dict[str, Any] = {"parallel": read}
    if title.strip():
        entry["title"] = title.strip()
    return {**entry, "minutes": typed_minutes(minutes)} if minutes else entry


def _track(text: str, known: set[str]) -> dict[str, str]:
    what, _, where = text.partition(" @ ")
    title, _, about = (part.strip() for part in what.partition(":"))
    place, lead = re.fullmatch(r"\s*(.*?)\s*(?:\(([^()]*)\))?\s*", where).groups()  # type: ignore[union-attr]
    if not title:
        raise EditError(f"{text.strip()!r} has no title: write it like {TRACK}")
    looks_so = about in known or re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", about)
    fields = {"exercise" if looks_so else "text": about, "place": place, "lead": lead or ""}
    return {"title": title, **{name: value for name, value in fields.items() if value}}


def with_typed(text: str, block: str, typed: Mapping[str, str]) -> str:
    """Return the file with fields of a block as they were typed; an empty one is taken out.

    Args:
        text: The file.
        block: Which block.
        typed: `minutes`, `at`, `terms` (ids with spaces between) and `priority`, those that are to be set.

    Raises:
        EditError: One cannot be read.
    """
    for field, written in typed.items():
        text = with_field(text, block, field, _value(field, written.strip()))
    return text


def _value(field: str, written: str) -> Value | None:
    if not written:
        return None
    if field == "minutes":
        return typed_minutes(written)
    if field == "at":
        return typed_clock(written)
    if field == "terms":
        return written.replace(",", " ").split()
    if written not in get_args(Priority):
        raise EditError(f"{written!r} is no priority: {nearest(written, get_args(Priority))}")
    return written


def typed_minutes(typed: str) -> float:
    """Return minutes as they were typed, whole ones as a whole number.

    Raises:
        EditError: They are no number, or none that a block can have.
    """
    try:
        minutes = float(typed)
    except ValueError:
        minutes = -1.0
    if not 0 < minutes <= MOST_MINUTES:
        raise EditError(f"{typed!r} is no number of minutes: write one like 20 or 7.5")
    return int(minutes) if minutes == int(minutes) else minutes


def typed_people(typed: str) -> int:
    """Return a number of people as it was typed.

    Raises:
        EditError: It is none, or more than a workshop has.
    """
    if not typed.isascii() or not typed.isdigit() or not 0 < int(typed[:5]) <= MOST_PEOPLE:
        raise EditError(f"{typed!r} is no number of people: write one like 18")
    return int(typed)


def typed_clock(typed: str) -> str:
    """Return a clock time as it was typed, in the form that files have.

    Raises:
        EditError: It is none.
    """
    try:
        minutes = parse_clock(typed)
    except ValueError as error:
        raise EditError(str(error)) from None
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
