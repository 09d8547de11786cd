"""The search of the library: words and filters, what they mean, and what a wrong one is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.library.catalogue import Catalogue
from toolkit.library.listing import Item, items, known
from toolkit.library.search import FILTERS, Known, SearchError, completion, fits, query, search, strict, summary

KNOWN = Known(
    {"language-mismatch": "One word, several meanings", "transition-shock": "Transition shock"},
    {"open-source": "Open source", "design": "Design"},
)
TALK = Item(
    "exercise", "two-hats", "Two hats", "A talk", "Two hats\nRoles, said aloud", "built-in",
    tensions=("transition-shock", "language-mismatch"), minutes=(20, 30, 45), group=(4, 20),
    modes=("in-person",), arrangements=("pairs", "plenary"), domains=("design",), ran="not run yet",
)  # fmt: skip
WORD = Item("term", "risk", "risk", "6 senses", "risk\nhats", "built-in", domains=("open-source",))


def keys(text: str, *filters: tuple[str, str]) -> list[str]:
    return [item.id for item in search([TALK, WORD], strict(query(text, KNOWN, filters)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["two-hats", "risk"]),
        ("HATS aloud", ["two-hats"]),
        ("hats", ["two-hats", "risk"]),
        ("tension:language", ["two-hats"]),
        ('tension:"several meanings"', ["two-hats"]),
        ("tension:shock tension:language", ["two-hats"]),
        ("minutes:20", ["two-hats"]), ("minutes:45", ["two-hats"]), ("minutes:19", []), ("minutes:46", []),
        ("minutes:30-40", ["two-hats"]), ("minutes:40-30", ["two-hats"]), ("minutes:31-45", []),
        ("minutes:<=30", ["two-hats"]), ("minutes:<29", []), ("minutes:>=30", ["two-hats"]), ("minutes:>31", []),
        ("people:4", ["two-hats"]), ("people:20", ["two-hats"]), ("people:3", []), ("people:21", []),
        ("mode:in-person", ["two-hats"]), ("mode:online", []),
        ("domain:design", ["two-hats"]), ("domain:open", ["risk"]), ("domain:open domain:design", ["two-hats", "risk"]),
        ("arrange:pairs", ["two-hats"]), ("arrange:solo", []),
        ("kind:term", ["risk"]), ("kind:term hats", ["risk"]), ("kind:printable", []),
        ("tension: minutes: hats", ["two-hats", "risk"]),
        ("http://x", []),
    ],
)  # fmt: skip
def test_words_and_filters_find(text: str, found: list[str]) -> None:
    assert sorted(keys(text)) == sorted(found)


def test_filters_may_be_given_apart() -> None:
    assert keys("hats", ("people", "18"), ("tension", "One word")) == ["two-hats"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tensoin:x", "there is no filter 'tensoin': did you mean 'tension'?"),
        ("tension:transition-shok", "there is no tension 'transition-shok': did you mean 'transition-shock'?"),
        ("people:many", "'many' is no number of people: write one like 18"),
        ("minutes:<30-40", "is no length: write 30 (it can be done in that), 30-45, <=30 or >=30"),
        ("mode:onlin e", None),
        ("mode:remote", "use one of hybrid, in-person, online"),
    ],
)
def test_a_wrong_filter_is_told_and_the_others_count(text: str, told: str | None) -> None:
    asked = query(f"{text} hats", KNOWN)
    assert "hats" in asked.words
    if told is None:
        assert asked.faults == ()
        return
    assert told in asked.faults[0]
    with pytest.raises(SearchError, match=r"\w"):
        strict(asked)


def test_what_is_made_for_a_tension_comes_first_then_what_has_the_word_in_its_title() -> None:
    catalogue = Catalogue()
    asked = query("tension:language-mismatch", known(catalogue))
    found = search(items(catalogue), asked)
    places = [item.tensions.index("language-mismatch") for item in found]
    assert places == sorted(places)
    assert {0, 1} <= set(places)
    assert search(items(catalogue), query("governance", known(catalogue)))[0].key == "term:governance"


def test_the_filters_in_force_are_said_in_words() -> None:
    text = "tension:language minutes:<=30 minutes:20 minutes:10-20 minutes:>5"
    text += " people:18 mode:online domain:design kind:term"
    assert summary(query(text, KNOWN), KNOWN) == (
        "One word, several meanings · best at 30 or shorter min · can be done in 20 min · best at 10 to 20 min · "
        "best at 5 or longer min · 18 people · online · Design · terms"
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("te", "tension:"), ("hats ten", "hats tension:"), ("t", None), ("", None), ("tension:", None),
        ("tension:tr", "tension:transition-shock"), ("hats mode:o", "hats mode:online"), ("people:1", None),
        ("xy", None),
    ],
)  # fmt: skip
def test_a_filter_is_completed_while_it_is_typed(text: str, whole: str | None) -> None:
    assert completion(text, KNOWN) == whole


@given(st.text(max_size=40), st.lists(st.tuples(st.sampled_from(FILTERS), st.text(max_size=8)), max_size=3))
def test_whatever_is_typed_is_a_query(text: str, filters: list[tuple[str, str]]) -> None:
    asked = query(text, KNOWN, filters)
    assert fits(TALK, asked) in (True, False)
    assert isinstance(summary(asked, KNOWN), str)
    completion(text, KNOWN)


@given(st.sampled_from(["hats", "people:5", "people:500", "mode:online", "kind:term", "tension:shock", "minutes:30"]))
def test_another_filter_never_finds_more(more: str) -> None:
    all_ = items(Catalogue())
    before = {item.key for item in search(all_, query("hats", KNOWN))}
    assert {item.key for item in search(all_, query(f"hats {more}", KNOWN))} <= before
