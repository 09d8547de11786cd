"""Who sits with whom: what always holds, what the search must reach, and what it must admit."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.workshop.groups import ARRANGEMENTS, Groups, Guest, arrange, with_latecomer, without

if TYPE_CHECKING:
    from collections.abc import Sequence

LITTLE = 60_000
"""Enough work for a rule to hold; not for the best seating."""


def people(*sizes: int) -> list[Guest]:
    """Return people of as many domains as there are sizes."""
    return [Guest(f"p{d}{n:02d}", f"d{d}") for d, size in enumerate(sizes) for n in range(size)]


def by_id(guests: Sequence[Guest]) -> dict[str, Guest]:
    return {guest.id: guest for guest in guests}


def met(groups: Groups) -> Counter[tuple[str, str]]:
    """Return how often each pair meets, counted here on its own."""
    return Counter(
        (min(pair), max(pair))
        for tables in (*groups.rounds, *groups.past)
        for table in tables
        for pair in combinations(table, 2)
    )


_languages = st.sampled_from([(), ("en",), ("en", "pl"), ("zh",)])
_ids = [f"p{n}" for n in range(23)]
_wishes = st.sets(st.sampled_from(_ids), max_size=2).map(frozenset)
_guests = st.builds(
    Guest,
    st.sampled_from(_ids),
    st.sampled_from(["", "a", "b", "c"]),
    st.sampled_from(["", "lead", "Lead"]),
    _languages,
    _wishes,
    _wishes,
)
rooms = st.lists(_guests, min_size=1, max_size=23, unique_by=lambda guest: guest.id)
arrangements = st.sampled_from(ARRANGEMENTS)


@settings(max_examples=60)
@given(rooms, st.integers(1, 7), st.integers(1, 3), arrangements, st.integers(0, 3))
def test_everybody_who_is_here_sits_once_in_every_round(
    room: list[Guest], size: int, rounds: int, arrangement: str, seed: int
) -> None:
    groups = arrange(room, size=size, rounds=rounds, arrangement=arrangement, seed=seed, budget=LITTLE)  # type: ignore[arg-type]
    assert len(groups.rounds) == rounds
    for tables, domains in zip(groups.rounds, groups.domains_per_group, strict=True):
        assert sorted(id_ for table in tables for id_ in table) == sorted(guest.id for guest in room)
        assert all(tables)
        assert len(domains) == len(tables)
        if arrangement == "mixed":
            assert max(map(len, tables)) <= size + (size == 2 and len(room) % 2 and len(room) > 1)
            assert min(map(len, tables)) > 1 or size == 1 or len(room) == 1
            assert max(map(len, tables)) - min(map(len, tables)) <= 1


@settings(max_examples=60)
@given(rooms, st.integers(1, 7), st.integers(1, 3), arrangements)
def test_what_repeats_is_what_a_count_of_its_own_finds(
    room: list[Guest], size: int, rounds: int, arrangement: str
) -> None:
    groups = arrange(room, size=size, rounds=rounds, arrangement=arrangement, budget=LITTLE)  # type: ignore[arg-type]
    known = by_id(room)
    counted = {
        pair: times
        for pair, times in met(groups).items()
        if times > 1 and not _together(known[pair[0]], known[pair[1]])
    }
    assert {(one, other): times for one, other, times in groups.repeats} == counted


def _together(one: Guest, other: Guest) -> bool:
    wished = other.id in one.keep_together or one.id in other.keep_together
    return wished and other.id not in one.keep_apart and one.id not in other.keep_apart


@settings(max_examples=40)
@given(rooms, st.integers(1, 6), st.integers(1, 3), arrangements, st.randoms(use_true_random=False))
def test_the_same_people_and_seed_give_the_same_tables_in_any_order(
    room: list[Guest], size: int, rounds: int, arrangement: str, random: object
) -> None:
    given_ = {"size": size, "rounds": rounds, "arrangement": arrangement, "seed": 7, "budget": LITTLE}
    first = arrange(room, **given_)  # type: ignore[arg-type]
    random.shuffle(room)  # type: ignore[attr-defined]
    assert arrange(room, **given_) == first  # type: ignore[arg-type]


@settings(max_examples=60)
@given(rooms, st.integers(2, 6), arrangements, st.data())
def test_whoever_comes_or_goes_moves_nobody_else(
    room: list[Guest], size: int, arrangement: str, data: st.DataObject
) -> None:
    groups = arrange(room, size=size, rounds=2, arrangement=arrangement, budget=LITTLE)  # type: ignore[arg-type]
    late = Guest("late", data.draw(st.sampled_from(["", "a", "z"])))
    known = by_id([*room, late])
    joined = with_latecomer(groups, late, known, begun=1)
    assert joined.rounds[0] == groups.rounds[0]
    assert [[id_ for id_ in table if id_ != "late"] for table in joined.rounds[1]] == [*map(list, groups.rounds[1])]
    assert sum("late" in table for table in joined.rounds[1]) == 1
    assert without(joined, {"late"}, known) == replace(groups, broken=without(groups, (), known).broken)
    gone = data.draw(st.sampled_from(room)).id
    left = without(groups, {gone}, known)
    assert [[list(table) for table in tables] for tables in left.rounds] == [
        [[id_ for id_ in table if id_ != gone] for table in tables] for tables in groups.rounds
    ]


@pytest.mark.parametrize("rounds", [4, 5, 6])
@pytest.mark.parametrize("seed", [0, 1])
def test_four_of_each_of_six_domains_meet_nobody_twice(rounds: int, seed: int) -> None:
    groups = arrange(people(4, 4, 4, 4, 4, 4), size=4, rounds=rounds, seed=seed)
    assert set(met(groups).values()) == {1}
    assert {count for round_ in groups.domains_per_group for count in round_} == {4}
    assert (groups.repeats, groups.broken) == ((), ())


@pytest.mark.parametrize("sizes", [(4, 4, 4, 4, 4, 3), (4, 4, 4, 4, 3, 3), (7, 5, 4, 4, 2, 2), (6, 4, 4, 4, 2, 1)])
def test_a_room_that_fits_no_design_meets_nobody_twice_in_four_rounds(sizes: tuple[int, ...]) -> None:
    groups = arrange(people(*sizes), size=4, rounds=4)
    assert groups.repeats == ()
    tables = len(groups.rounds[0])
    for round_ in groups.rounds:
        for table in round_:
            for domain, count in Counter(id_[:2] for id_ in table).items():
                assert count <= -(-sizes[int(domain[1:])] // tables)


def test_two_hundred_people_meet_nobody_twice_in_six_rounds_of_eight() -> None:
    groups = arrange(people(50, 45, 40, 30, 20, 15), size=8, rounds=6)
    assert groups.repeats == ()
    assert len(groups.rounds[0]) == 25


def test_a_number_of_tables_can_be_given_instead_of_a_size() -> None:
    groups = arrange(people(5, 5), number=3)
    assert sorted(map(len, groups.rounds[0])) == [3, 3, 4]
    assert sorted(map(len, arrange(people(3, 4), number=5).rounds[0])) == [2, 2, 3]
    assert len(arrange(people(9, 4, 1, 1), number=5, arrangement="domain").rounds[0]) == 5


@pytest.mark.parametrize("wrong", [{}, {"size": 2, "number": 2}, {"size": 0}, {"number": 0}, {"size": 2, "rounds": 0}])
def test_numbers_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="of one at least"):
        arrange(people(2, 2), **wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="nobody is here"):
        arrange([], size=4)


def test_what_was_before_counts_as_having_met() -> None:
    room = people(4, 4, 4, 4)
    past = arrange(room, size=4, rounds=2, seed=1).rounds
    groups = arrange(room, size=4, rounds=2, seed=2, past=past)
    assert set(met(groups).values()) == {1}
    assert groups.repeats == ()


def test_who_meets_again_is_named_when_it_cannot_be_helped() -> None:
    groups = arrange(people(3, 3), size=3, rounds=3, budget=LITTLE)
    assert groups.repeats
    assert any(
        line.endswith("pairs of people meet again, 2 times at most: " + _named(groups)) for line in groups.broken
    )


def _named(groups: Groups) -> str:
    named = [f"{one} and {other}" for one, other, _ in groups.repeats]
    return ", ".join(named[:3]) + (", …" if len(named) > 3 else "")


def test_a_domain_with_more_people_than_tables_is_said() -> None:
    groups = arrange(people(5, 1, 1, 1), size=4)
    assert groups.broken == ("up to 3 of d0 sit at one table: 5 people, 2 tables",)


def wishing(room: list[Guest], index: int, **wish: frozenset[str]) -> list[Guest]:
    return [replace(guest, **wish) if i == index else guest for i, guest in enumerate(room)]  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(5))
def test_people_are_kept_apart_and_together_in_every_round(seed: int) -> None:
    room = people(4, 4, 4, 4)
    room = wishing(room, 0, keep_apart=frozenset({room[5].id, room[10].id}))
    room = wishing(room, 2, keep_together=frozenset({room[3].id}))  # of one domain, which would be spread otherwise
    groups = arrange(room, size=4, rounds=3, seed=seed, budget=1_000_000)
    for tables in groups.rounds:
        at = {id_: t for t, table in enumerate(tables) for id_ in table}
        assert at[room[0].id] not in (at[room[5].id], at[room[10].id])
        assert at[room[2].id] == at[room[3].id]
    assert not any("wish" in line for line in groups.broken)


def test_a_wish_that_cannot_be_met_is_counted_and_never_told() -> None:
    room = wishing(people(1, 1), 0, keep_apart=frozenset({"p100"}))
    groups = arrange(room, size=2, budget=LITTLE)
    assert groups.broken == ("1 wish of the roster could not be met",)
    assert not any("p000" in line or "p100" in line for line in groups.broken)


def test_nobody_sits_without_a_language_if_it_can_be_had() -> None:
    speaking = [("zh",), ("zh", "en"), ("en",), ("en",), ("en",), ("en",), ("en",), ("en",), ("en",)]
    room = [Guest(f"p{i}", f"d{i % 3}", languages=tongues) for i, tongues in enumerate(speaking)]
    for seed in range(5):
        groups = arrange(room, size=3, seed=seed, budget=500_000)
        (table,) = [table for table in groups.rounds[0] if "p0" in table]
        assert "p1" in table
        assert groups.broken == ()
    alone = arrange([room[0], *room[2:]], size=4, budget=LITTLE)
    assert alone.broken[-1] == "at 1 table somebody shares no language with the others"


def test_roles_are_spread() -> None:
    room = [
        Guest(f"p{i}", f"d{i % 4}", role="lead" if i < 4 else "member of staff" if i < 8 else "") for i in range(16)
    ]
    for seed in range(5):
        groups = arrange(room, size=4, seed=seed, budget=500_000)
        for table in groups.rounds[0]:
            assert sum(id_ in ("p0", "p1", "p2", "p3") for id_ in table) == 1


def test_each_domain_has_its_own_tables_and_the_only_ones_sit_together() -> None:
    room = [*people(9, 4, 2, 1, 1), Guest("none", "")]
    groups = arrange(room, size=4, rounds=2, arrangement="domain")
    for tables in groups.rounds:
        kinds = sorted((len(table), sorted({id_[1:2] for id_ in table})) for table in tables)
        assert kinds == [(2, ["2"]), (3, ["0"]), (3, ["0"]), (3, ["0"]), (3, ["3", "4", "o"]), (4, ["1"])]
    big = [tuple(id_ for id_ in table if id_.startswith("p0")) for tables in groups.rounds for table in tables]
    assert max(Counter(pair for table in big for pair in combinations(table, 2)).values()) == 1


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5), st.integers(0, 3), st.integers(2, 6), st.integers(1, 2))
@settings(max_examples=300)
def test_nobody_sits_alone_at_a_domain_table_and_tables_are_larger_only_where_that_needs_it(
    sizes: list[int], undeclared: int, size: int, rounds: int
) -> None:
    room = [*people(*sizes), *(Guest(f"u{n}") for n in range(undeclared))]
    groups = arrange(room, size=size, rounds=rounds, arrangement="domain", budget=1_000)
    domain = {guest.id: guest.domain for guest in room}
    whole = Counter(domain.values())
    single = [guest.id for guest in room if not guest.domain or whole[guest.domain] == 1]
    odd = sum(count % 2 for count in sizes if count > 1) + (len(single) > 1 and len(single) % 2)
    if len(single) == 1 and len(room) > 1:
        odd += -1 if odd else 1  # whoever is left over makes an odd domain even
    for tables in groups.rounds:
        assert all(len(table) > 1 for table in tables) or len(room) == 1
        assert all(len(table) <= size + 1 for table in tables)
        assert sum(len(table) > size for table in tables) == (odd if size == 2 else 0)
        for table in tables:
            own = {domain[id_] for id_ in table if id_ not in single}
            assert len(own) <= 1
            assert not own or len(single) == 1 or not set(table) & set(single)
    alone = f"at {rounds} table{'s' * (rounds > 1)} somebody sits alone"
    assert groups.broken == ((alone,) if len(room) == 1 else ())


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.integers(1, 9))
def test_a_number_of_domain_tables_leaves_nobody_alone_either(sizes: list[int], number: int) -> None:
    room = people(*sizes)
    (tables,) = arrange(room, number=number, arrangement="domain", budget=1_000).rounds
    assert min(map(len, tables)) > 1 or len(room) == 1
    least = max(1, sum(size > 1 for size in sizes) + (sizes.count(1) > 1))
    assert len(tables) <= max(number, least)


def test_who_is_alone_joins_a_domain_that_has_room_and_nobody_they_are_kept_from() -> None:
    groups = arrange(people(2, 3, 1), size=2, arrangement="domain", budget=LITTLE)
    assert sorted(map(len, groups.rounds[0])) == [2, 2, 2]
    groups = arrange(people(3, 4, 1), size=4, arrangement="domain", budget=LITTLE)
    assert sorted(map(len, groups.rounds[0])) == [4, 4]
    shy = wishing(people(2, 3, 1), 5, keep_apart=frozenset({"p000"}))
    (table,) = [t for t in arrange(shy, size=4, arrangement="domain", budget=LITTLE).rounds[0] if "p200" in t]
    assert table == ("p100", "p101", "p102", "p200")


def test_that_somebody_sits_alone_is_said_unless_one_at_a_table_was_asked_for() -> None:
    groups = arrange(people(2, 2), size=2, arrangement="domain")
    left = without(groups, {"p000"}, by_id(people(2, 2)))
    assert left.broken == ("at 1 table somebody sits alone",)
    assert arrange(people(2, 2), size=1, arrangement="domain").broken == ()


def test_the_only_one_of_a_domain_is_not_left_alone() -> None:
    groups = arrange(people(4, 3, 1), size=4, arrangement="domain")
    assert sorted(map(len, groups.rounds[0])) == [4, 4]
    assert len(arrange(people(1), size=4, arrangement="domain").rounds[0]) == 1


def test_a_latecomer_sits_where_few_are_and_their_domain_is_not() -> None:
    room = people(3, 3, 2)
    groups = arrange(room, size=3)
    late = Guest("late", "d2")
    joined = with_latecomer(groups, late, by_id([*room, late]))
    (table,) = [table for table in joined.rounds[0] if "late" in table]
    assert sorted(map(len, joined.rounds[0])) == [3, 3, 3]
    assert len(table) == 3
    own = with_latecomer(arrange(room, size=3, arrangement="domain"), late, by_id([*room, late]))
    (table,) = [table for table in own.rounds[0] if "late" in table]
    assert all(id_ == "late" or id_.startswith("p2") for id_ in table)


def test_of_an_odd_number_who_sit_in_twos_three_sit_at_one_table() -> None:
    groups = arrange(people(7, 5, 4, 4, 2, 1), size=2, rounds=3)
    for tables in groups.rounds:
        assert sorted(map(len, tables)) == [2] * 10 + [3]
    assert groups.repeats == ()
    assert groups.broken == ()
    leaving = next(table[0] for table in groups.rounds[0] if len(table) == 2)
    assert "somebody sits alone" in without(groups, {leaving}, by_id(people(7, 5, 4, 4, 2, 1))).broken[0]
    assert [len(table) for table in arrange(people(2, 1), size=1).rounds[0]] == [1, 1, 1]


def test_a_latecomer_is_kept_apart_even_where_a_table_gets_larger() -> None:
    room = people(2, 2)
    groups = arrange(room, size=2)
    late = Guest("late", "d9", keep_apart=frozenset(groups.rounds[0][0]))
    joined = with_latecomer(with_latecomer(groups, late, by_id(room)), replace(late, id="more"), by_id([*room, late]))
    assert joined.rounds[0][0] == groups.rounds[0][0]
