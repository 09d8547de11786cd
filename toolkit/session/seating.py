"""Who is to be seated now, and where: from the state and what only the roster knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.session.state import State
    from toolkit.session.words import View
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_outcome import Tables
    from toolkit.workshop.groups import Arrangement, Groups

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


def seat_people(state: State, known: Mapping[str, Guest], size: int, arrangement: Arrangement) -> Groups:
    """Return tables for everybody who is here.

    Mixed tables go on in the same series for as long as the same people are here, so that as many rounds as possible
    have nobody meet twice; else they are looked for anew, minding who has met.
    """
    from toolkit.workshop.groups import arrange

    guests = guests_of(state, known)
    here = [guests[id_] for id_ in state.here]
    past = tuple(seating.tables for seating in state.seatings)
    if arrangement == "mixed" and len(past) < AHEAD:
        series = _series(here, size, past)
        if series and series[: len(past)] == past:
            return _outcome(series[len(past)], guests, past, arrangement)
    return arrange(here, size=size, arrangement=arrangement, seed=len(past), budget=WORK, past=past)


def _series(here: Sequence[Guest], size: int, past: Sequence[Tables]) -> tuple[Tables, ...]:
    """Return as many rounds as can be found in which nobody meets twice, if there are more than have been."""
    from toolkit.workshop.groups import arrange

    most = min(AHEAD, (len(here) - 1) // (size - 1))
    for rounds in range(most, len(past), -1):
        series = arrange(here, size=size, rounds=rounds, budget=WORK // 2)
        if not series.repeats:
            return series.rounds
    return ()


def _outcome(
    tables: Tables,
    guests: Mapping[str, Guest],
    past: tuple[Tables, ...],
    arrangement: str,
    names: Mapping[str, str] | None = None,
) -> Groups:
    """Return what one round of tables comes to."""
    from toolkit.workshop.group_outcome import outcome

    return outcome([tables], guests, past, arrangement, names)


def what_tables_came_to(view: View) -> Groups:
    """Return what the latest tables come to, minding those before; there are some."""
    *before, latest = view.state.seatings
    guests = guests_of(view.state, view.guests)
    past = tuple(seating.tables for seating in before)
    return _outcome(latest.tables, guests, past, latest.arrangement, view.names)


def table_for(state: State, known: Mapping[str, Guest], person: str, domain: str | None) -> int | None:
    """Return the number of the table for somebody who comes late; None where there are none, or they have one."""
    seating = state.seating
    if seating is None or seating.table_of(person) is not None:
        return None
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.group_places import place_for

    guests = guests_of(state, known)
    guest = replace(guests.get(person, known.get(person, Guest(person))), domain=domain or "")
    past = [before.tables for before in state.seatings[:-1]]
    return place_for(guest, seating.tables, guests, past, seating.arrangement) + 1


def table_lines(view: View) -> tuple[str, ...]:
    """Return the latest tables with the names at each: for everybody's eyes."""
    seating = view.state.seating
    if seating is None:
        return ()
    return tuple(
        f"Table {n}  {', '.join(view.name(id_) for id_ in ids)}" for n, ids in enumerate(seating.tables, 1) if ids
    )
