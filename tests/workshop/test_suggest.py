"""Suggested agendas are sound, whatever is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.library.catalogue import Catalogue
from toolkit.library.listing import known, worlds_of
from toolkit.workshop.suggest import SuggestError, Suggestion, Wish, role, suggest
from toolkit.workshop.suggest_fit import STRETCH

if TYPE_CHECKING:
    from toolkit.library.exercise import Exercise

LIBRARY: list[Exercise] = []
TENSIONS: dict[str, str] = {}


@pytest.fixture(autouse=True)
def library() -> None:
    if not LIBRARY:
        catalogue = Catalogue()
        LIBRARY.extend(found.item for found in catalogue.exercises().values())
        TENSIONS.update(known(catalogue).tensions)


def spoken_of(domain: str, *domains: str) -> int:
    """Return how many exercises speak of a domain, in what is suggested for a room of `domains`."""
    worlds = worlds_of(Catalogue())
    found = suggest(LIBRARY, TENSIONS, Wish(240, 18, domains=domains), worlds)
    named = [part.entry["exercise"] for one in found for part in one.parts if "exercise" in part.entry]
    return sum(domain in worlds[id_] for id_ in named)


@pytest.mark.parametrize("domain", ["blockchain", "public-service", "open-source"])
def test_the_worlds_in_the_room_count(domain: str) -> None:
    assert spoken_of(domain, domain) > spoken_of(domain)


def make(wish: Wish) -> tuple[Suggestion, ...]:
    return suggest(LIBRARY, TENSIONS, wish)


def sound(suggestion: Suggestion, wish: Wish) -> None:
    exercises = {e.id: e for e in LIBRARY}
    parts = suggestion.parts
    assert suggestion.minutes <= wish.minutes
    named = [exercises[part.entry["exercise"]] for part in parts if "exercise" in part.entry]
    roles = [role(e) for e in named]
    assert roles[0] == "opening"
    assert roles[-1] == "closing"
    order = ["opening", "diverge", "both", "converge", "closing"]
    assert [order.index(r) for r in roles] == sorted(order.index(r) for r in roles)
    assert len({e.id for e in named}) == len(named) >= 3
    since = 0
    for part in parts:
        since = 0 if "break" in part.entry else since + part.minutes
        assert since <= STRETCH
        assert part.why
        if "exercise" in part.entry:
            shortest, _, longest = exercises[part.entry["exercise"]].minutes
            assert shortest <= part.minutes <= longest
    for e in named:
        assert wish.mode in e.modes
        assert e.group.min <= wish.people <= e.group.max


@settings(max_examples=60)
@given(
    st.integers(100, 480),
    st.integers(6, 60),
    st.lists(st.sampled_from(["language-mismatch", "displaced-responsibility", "transition-shock"]), unique=True),
    st.integers(0, 5),
)
def test_every_suggestion_is_sound(minutes: int, people: int, tensions: list[str], seed: int) -> None:
    wish = Wish(minutes, people, tensions=tuple(tensions), terms=("governance", "risk"), seed=seed)
    found = make(wish)
    assert 1 <= len(found) <= 3
    assert [s.n for s in found] == list(range(1, len(found) + 1))
    for suggestion in found:
        sound(suggestion, wish)
        assert sorted((*suggestion.covers, *suggestion.misses)) == sorted(tensions)


def test_the_same_seed_gives_the_same_and_what_matters_comes_first() -> None:
    wish = Wish(180, 18, tensions=("language-mismatch",), terms=("governance",), seed=7)
    assert make(wish) == make(wish)
    first = make(wish)[0]
    assert {"exercise": "term-collision", "terms": ["governance"]}.items() <= {
        **next(part.entry for part in first.parts if part.entry.get("exercise") == "term-collision")
    }.items()
    assert len({tuple(p.title for p in s.parts) for s in make(wish)}) == len(make(wish))


def test_what_was_promised_last_time_is_asked_in_no_workshop_that_is_thought_up_anew() -> None:
    asks = next(exercise for exercise in LIBRARY if exercise.id == "promised-last-time")
    wishes = [Wish(240, 20, tensions=(tension,), seed=seed) for tension in asks.tensions for seed in range(3)]
    for wish in wishes:
        found = {part.entry.get("exercise") for suggestion in make(wish) for part in suggestion.parts}
        assert asks.id not in found


def test_without_a_word_in_dispute_nothing_that_needs_one_is_suggested() -> None:
    for suggestion in make(Wish(180, 18)):
        assert all(part.entry.get("exercise") != "term-collision" for part in suggestion.parts)


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Wish(30, 18), "30 minutes leave no room for work"),
        (Wish(180, 500), "no exercise for 500 people, in-person, is made for opening"),
        (Wish(180, 18, mode="online"), "change the number or the mode"),
        (Wish(180, 18, tensions=("langage-mismatch",)), "did you mean 'language-mismatch'?"),
    ],
)
def test_what_cannot_be_suggested_is_said(wish: Wish, why: str) -> None:
    with pytest.raises(SuggestError) as caught:
        make(wish)
    assert why in str(caught.value)
