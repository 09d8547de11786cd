"""Who is to be seated now, and where: from the state and what only the roster knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.session.state import State
    from toolkit.session.words import View
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_outcome import Tables
    from toolkit.workshop.groups import Arrangement, Groups

SEEDS = 5
"""Seeds that are tried before it is said that there is no other way."""
AHEAD = 6
"""Rounds that are thought of at once, so that the first do not spoil those that follow."""
WORK = 300_000
"""Swaps weighed at most while everybody waits: about a tenth of a second."""


def guests_of(state: State, known: Mapping[str, Guest]) -> dict[str, Guest]:
    """Return everybody planned or here as a guest, under the hat they wear now; `known` is what the roster has."""
    from toolkit.workshop.group_costs import Guest

    planned = [person.id for person in state.plan.people] if state.plan else []
    everybody = dict.fromkeys([*planned, *state.presence])  # a walk-in may be missing from files taken over
    return {id_: replace(known.get(id_, Guest(id_)), domain=state.hat(id_) or "") for id_ in everybody}


@value()
class Wanted:
    """What kind of tables are asked for: of a size, or so many; the seed is None where any will do."""

    arrangement: Arrangement
    size: int | None
    number: int | None = None
    rounds: int = 1
    seed: int | None = None


def seat_people(state: State, known: Mapping[str, Guest], wanted: Wanted) -> Groups:
    """Return tables for everybody who is here.

    Single rounds of mixed tables go on in the same series for as long as the same people are here, so that as many
    rounds as possible have nobody meet twice; else they are looked for anew, minding who has met.
    """
    guests = guests_of(state, known)
    here = [guests[id_] for id_ in state.here]
    past = tuple(seating.tables for seating in state.seatings)
    single = wanted.rounds == 1 and wanted.seed is None and wanted.size is not None
    if single and wanted.arrangement == "mixed" and len(past) < AHEAD:
        series = _series(here, wanted.size or 0, past)
        if series and series[: len(past)] == past:
            return _outcome(series[len(past)], guests, past, wanted.arrangement)
    seed = wanted.seed if wanted.seed is not None else 0 if wanted.rounds > 1 else len(past)
    return _arranged(here, replace(wanted, seed=seed), past)


def seat_otherwise(state: State, known: Mapping[str, Guest], wanted: Wanted) -> tuple[Groups, Wanted] | None:
    """Return other tables than the latest and what they were made from, minding who met before them.

    None where none of the next seeds gives others: there may be one way alone.
    """
    guests = guests_of(state, known)
    here = [guests[id_] for id_ in state.here]
    *before, latest = state.seatings
    past = tuple(seating.tables for seating in before)
    seated = set(map(frozenset, latest.tables))
    for seed in range((wanted.seed or 0) + 1, (wanted.seed or 0) + 1 + SEEDS):
        tried = replace(wanted, seed=seed)
        groups = _arranged(here, tried, past)
        if set(map(frozenset, groups.rounds[0])) != seated:
            return groups, tried
    return None


def _arranged(here: Sequence[Guest], wanted: Wanted, past: tuple[Tables, ...]) -> Groups:
    from toolkit.workshop.groups import arrange

    return arrange(
        here,
        size=wanted.size,
        number=wanted.number,
        rounds=wanted.rounds,
        arrangement=wanted.arrangement,
        seed=wanted.seed or 0,
        budget=WORK,
        past=past,
    )


def _series(here: Sequence[Guest], size: int, past: Sequence[Tables]) -> tuple[Tables, ...]:
    """Return as many rounds as can be found in which nobody meets twice, if there are more than have been."""
    from toolkit.workshop.groups import arrange

    most = min(AHEAD, (len(here) - 1) // (size - 1))
    for rounds in range(most, len(past), -1):
        series = arrange(here, size=size, rounds=rounds, budget=WORK // 2)
        if not series.repeats:
            return series.rounds
    return ()


def _outcome(tables: Tables, guests: Mapping[str, Guest], past: tuple[Tables, ...], arrangement: str) -> Groups:
    """Return what one round of tables comes to."""
    from toolkit.workshop.group_outcome import outcome

    return outcome([tables], guests, past, arrangement)


def what_tables_came_to(view: View) -> Groups:
    """Return what the latest tables and those ahead come to, minding those before; there are some."""
    from toolkit.workshop.group_outcome import outcome

    *before, latest = view.state.seatings
    rounds = [latest.tables, *(seating.tables for seating in view.state.ahead)]
    past = [seating.tables for seating in before]
    called = {**{domain.id: domain.label for domain in view.plan.domains}, **view.names}
    return outcome(rounds, guests_of(view.state, view.guests), past, latest.arrangement, called)


def places_for(
    state: State, known: Mapping[str, Guest], person: str, domain: str | None
) -> tuple[int | None, tuple[int, ...]]:
    """Return the numbers of the tables for somebody who comes late: now, and in each round ahead.

    None, or 0 in a round ahead, where they have a place already or there are no tables.
    """
    if state.seating is None:
        return None, ()
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_places import place_for

    guests = guests_of(state, known)
    guest = replace(guests.get(person, known.get(person, Guest(person))), domain=domain or "")
    rounds = [seating.tables for seating in state.rounds]

    def place(index: int) -> int:
        seating = state.rounds[index]
        if seating.table_of(person) is not None:
            return 0
        return place_for(guest, seating.tables, guests, rounds[:index] + rounds[index + 1 :], seating.arrangement) + 1

    now = len(state.seatings) - 1
    return place(now) or None, tuple(place(index) for index in range(now + 1, len(state.rounds)))


def rounds_of(state: State) -> list[list[list[str]]]:
    """Return who sits where in every round there is, by id: for paper."""
    return [[list(table) for table in seating.tables] for seating in state.rounds]


def table_blocks(view: View) -> tuple[tuple[str, ...], ...]:
    """Return the latest tables, of each its heading and the names: for everybody's eyes."""
    tables = view.state.seating.tables if view.state.seating else ()
    return tuple((f"Table {n}", *map(view.name, ids)) for n, ids in enumerate(tables, 1) if ids)


def table_lines(view: View) -> tuple[str, ...]:
    """Return the same in a line each."""
    return tuple(f"{heading}  {', '.join(names)}" for heading, *names in table_blocks(view))
