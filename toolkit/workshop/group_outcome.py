"""What a seating came to: who meets again, how many domains sit at each table, what could not be had.

The lines are for everybody's eyes: a wish that was not met is counted, never told.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from toolkit.files.value import value
from toolkit.workshop.group_costs import apart, no_language, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.workshop.group_costs import Guest

Tables: TypeAlias = "tuple[tuple[str, ...], ...]"
"""The ids at each table."""


@value()
class Groups:
    """Tables for one round or several, and what they came to."""

    rounds: tuple[Tables, ...]
    repeats: tuple[tuple[str, str, int], ...]
    """Pairs who meet more than once, and how often, past rounds included; not those who are to sit together."""
    domains_per_group: tuple[tuple[int, ...], ...]
    """By round and table, how many different domains sit there."""
    broken: tuple[str, ...]
    """What could not be had, a line each; no line names a private reason."""
    arrangement: str = "mixed"
    past: tuple[Tables, ...] = ()


def outcome(
    rounds: Sequence[Tables],
    people: Mapping[str, Guest],
    past: Sequence[Tables] = (),
    arrangement: str = "mixed",
    names: Mapping[str, str] | None = None,
) -> Groups:
    """Return what rounds of tables come to; lines call people and domains by `names`, else by their ids."""
    repeats = tuple(_repeats(rounds, people, past))
    domains = tuple(tuple(domains_at(table, people) for table in tables) for tables in rounds)
    broken = [*_again(repeats, names or {})] if arrangement == "mixed" else []
    broken += [*_unspread(rounds, people, names or {})] if arrangement == "mixed" else []
    broken += [*_alone(rounds), *_unmet(rounds, people), *_speechless(rounds, people)]
    return Groups(tuple(rounds), repeats, domains, tuple(broken), arrangement, tuple(past))


def domains_at(table: Sequence[str], people: Mapping[str, Guest]) -> int:
    """Return how many domains sit at a table; who has declared none counts as one of their own."""
    declared = [people[id_].domain for id_ in table if id_ in people]
    return len({domain for domain in declared if domain}) + declared.count("")


def _repeats(
    rounds: Sequence[Tables], people: Mapping[str, Guest], past: Sequence[Tables]
) -> Iterator[tuple[str, str, int]]:
    now: Counter[tuple[str, str]] = Counter()
    for tables in rounds:
        now.update(_pairs(tables))
    before: Counter[tuple[str, str]] = Counter()
    for tables in past:
        before.update(_pairs(tables))
    for pair, times in sorted(now.items()):
        wanted = all(id_ in people for id_ in pair) and together(people[pair[0]], people[pair[1]])
        if times + before[pair] > 1 and not wanted:
            yield (*pair, times + before[pair])


def _pairs(tables: Tables) -> Iterator[tuple[str, str]]:
    for table in tables:
        yield from combinations(sorted(table), 2)


def _again(repeats: Sequence[tuple[str, str, int]], names: Mapping[str, str]) -> Iterator[str]:
    if repeats:
        most = max(times for _, _, times in repeats)
        named = ", ".join(f"{names.get(a, a)} and {names.get(b, b)}" for a, b, _ in repeats[:3])
        more = ", …" if len(repeats) > 3 else ""
        yield f"{_count(len(repeats), 'pair')} of people meet again, {most} times at most: {named}{more}"


def _unspread(rounds: Sequence[Tables], people: Mapping[str, Guest], names: Mapping[str, str]) -> Iterator[str]:
    """Say which domains have more people than there are tables, or sit closer than that."""
    most: Counter[str] = Counter()
    for tables in rounds:
        for table in tables:
            here = Counter(people[id_].domain for id_ in table if id_ in people)
            for domain, count in here.items():
                most[domain] = max(most[domain], count)
    number = len(rounds[0]) if rounds else 0
    whole = Counter(people[id_].domain for table in (rounds[0] if rounds else ()) for id_ in table if id_ in people)
    for domain, count in sorted(most.items()):
        if domain and count > 1:
            of = f"{whole[domain]} people, {_count(number, 'table')}"
            yield f"up to {count} of {names.get(domain, domain)} sit at one table: {of}"


def _alone(rounds: Sequence[Tables]) -> Iterator[str]:
    """Say at how many tables somebody sits alone, unless everybody does, as one at a table is."""
    alone = 0
    for tables in rounds:
        sizes = [len(table) for table in tables if table]
        alone += 0 if len(sizes) > 1 == max(sizes) else sizes.count(1)
    if alone:
        yield f"at {_count(alone, 'table')} somebody sits alone"


def _unmet(rounds: Sequence[Tables], people: Mapping[str, Guest]) -> Iterator[str]:
    """Say how many wishes were not met, and not whose."""
    unmet = set()
    ids = sorted({id_ for tables in rounds for table in tables for id_ in table if id_ in people})
    special = [id_ for id_ in ids if people[id_].keep_apart or people[id_].keep_together]
    for tables in rounds:
        at = {id_: t for t, table in enumerate(tables) for id_ in table}
        for one in special:
            for other in (people[one].keep_apart | people[one].keep_together) & at.keys() - {one}:
                if one in at and other in people and _unmet_by(people[one], people[other], at[one] == at[other]):
                    unmet.add(frozenset((one, other)))
    if unmet:
        yield f"{_count(len(unmet), 'wish', 'wishes')} of the roster could not be met"


def _unmet_by(one: Guest, other: Guest, near: bool) -> bool:
    return apart(one, other) if near else together(one, other)


def _speechless(rounds: Sequence[Tables], people: Mapping[str, Guest]) -> Iterator[str]:
    """Say at how many tables somebody shares no language with anybody."""
    tables = sum(_stranded(table, people) for tables in rounds for table in tables)
    if tables:
        yield f"at {_count(tables, 'table')} somebody shares no language with the others"


def _stranded(table: Sequence[str], people: Mapping[str, Guest]) -> bool:
    here = [people[id_] for id_ in table if id_ in people]
    return len(here) > 1 and any(all(no_language(one, other) for other in here if other is not one) for one in here)


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"
