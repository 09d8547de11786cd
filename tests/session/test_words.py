"""What people, domains, days and ids are called; what is unknown is refused with the nearest word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.session.room import START, done, prove, refused
from tests.session.strategies import texts
from toolkit.session import words
from toolkit.session.actions import ACTIONS
from toolkit.session.events import Arrived, Committed, Left
from toolkit.session.state import State
from toolkit.session.words import Refusal, View

if TYPE_CHECKING:
    from tests.session.room import TurnedClock
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


@pytest.mark.parametrize("word", ["K7X", "k7x", "Ana Łuczak", "ana łuczak", "Łuczak", "ana"])
def test_a_person_is_called_by_code_by_name_or_by_a_part_of_it(desk: Desk, word: str) -> None:
    body = done(desk, "arrive", person=word).event.body
    assert isinstance(body, Arrived)
    assert body.person == "K7X"


def test_a_part_of_two_names_is_refused_with_both_and_the_whole_of_one_is_not(desk: Desk) -> None:
    desk.names = {"K7X": "Ana Lu", "M3V": "Ana Lund", "R9C": "Chi"}
    assert refused(desk, "arrive", person="ana") == "'ana' could be Ana Lu (K7X), Ana Lund (M3V): use the id"
    assert done(desk, "arrive", person="ana lu").event.body == Arrived("K7X", "open-source")


def test_two_people_of_one_name_are_told_apart_by_their_codes(desk: Desk) -> None:
    desk.names = {"K7X": "Kim", "M3V": "Kim", "R9C": "Chi"}
    assert "Kim (K7X), Kim (M3V): use the id" in refused(desk, "arrive", person="Kim")
    done(desk, "arrive", person="M3V")


def test_an_unknown_person_is_refused_with_the_nearest_name(desk: Desk) -> None:
    why = refused(desk, "arrive", person="Anna Luczak")
    assert why == "nobody here is called 'Anna Luczak': did you mean 'Ana Łuczak'?"


def test_the_nearest_name_may_be_a_part_and_codes_are_not_listed(desk: Desk) -> None:
    desk.names = {"K7X": "Anna Łuczak", "M3V": "Bo", "R9C": "Chi"}
    assert refused(desk, "arrive", person="ana") == "nobody here is called 'ana': did you mean 'Anna'?"
    assert refused(desk, "arrive", person="zzz") == "nobody here is called 'zzz': use one of Anna Łuczak, Bo, Chi"


def test_what_a_rehearsal_waits_for_is_minutes() -> None:
    assert ACTIONS["wait"].syntax == "wait MINUTES"
    assert ACTIONS["speed"].syntax == "speed FACTOR"


@pytest.mark.parametrize("word", ["design", "DESIGN", "DE", "de", "2", "２", "Design"])
def test_a_domain_is_called_by_id_code_label_or_number(desk: Desk, word: str) -> None:
    done(desk, "spoke", domain=word)
    assert desk.state.turns == {"design": 1}


@pytest.mark.parametrize("word", ["desing", "0", "3", "²", "de sign"])
def test_an_unknown_domain_is_refused_with_those_there_are(desk: Desk, word: str) -> None:
    why = refused(desk, "spoke", domain=word)
    assert why.startswith(f"there is no domain '{word}': ")
    assert "design" in why


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2026-12-20", "2026-12-20"),
        ("+14", "2026-12-17"),
        ("+0", "2026-12-03"),
        ("today", "2026-12-03"),
        ("Tomorrow", "2026-12-04"),
        ("31.12.2026", "2026-12-31"),
        ("4.1.2027", "2027-01-04"),
        ("friday", "2026-12-04"),
        ("FRI", "2026-12-04"),
        ("thursday", "2026-12-10"),  # today is one: the next is meant
        ("wed", "2026-12-09"),
    ],
)
def test_a_day_is_a_date_a_number_of_days_or_the_next_of_its_name(desk: Desk, word: str, day: str) -> None:
    body = done(desk, "commit", owner="-", by=word, text="a").event.body
    assert isinstance(body, Committed)
    assert body.due == day


@pytest.mark.parametrize(
    "word", ["soon", "2026-02-30", "fr", "+1000", "32.12.2026", "12.31.2026", "31.12.26", "31/12/2026", "tom", "-3"]
)
def test_what_is_no_day_is_refused_with_what_is(desk: Desk, word: str) -> None:
    why = refused(desk, "commit", owner="-", by=word, text="a")
    assert why == f"'{word}' is no day: write 2026-12-20, 20.12.2026, +14, tomorrow or friday"


def test_somebody_arrives_under_the_domain_they_declare_else_the_planned_one(desk: Desk, clock: TurnedClock) -> None:
    assert done(desk, "arrive", person="ana").reply == "Ana Łuczak is here, Open source; 1 here"
    assert done(desk, "arrive", person="chi").reply == "Chi <b>Wu</b> is here, no domain declared; 2 here"
    assert refused(desk, "arrive", person="ana") == "Ana Łuczak is here already"
    assert done(desk, "arrive", person="ana", domain="design").reply == "Ana Łuczak is here, Design; 2 here"
    assert refused(desk, "arrive", person="ana") == "Ana Łuczak is here already"
    clock.turn(5)
    assert done(desk, "leave", person="ana").event.body == Left("K7X")
    assert done(desk, "arrive", person="ana").event.body == Arrived("K7X", "design")


def test_only_who_is_here_can_leave(desk: Desk) -> None:
    assert refused(desk, "leave", person="ben") == "Ben [laughs] is not here"
    done(desk, "arrive", person="ben")
    assert done(desk, "leave", person="ben").reply == "Ben [laughs] left; 0 here"
    assert refused(desk, "leave", person="ben") == "Ben [laughs] is not here"


@pytest.mark.parametrize("word", ["7", "note 7", "n", "nn7", ""])
def test_what_is_no_id_is_refused(desk: Desk, word: str) -> None:
    assert "is no id: use one like n7" in (why := refused(desk, "strike", ref=word)) or "needs ID" in why


def test_nothing_can_be_said_before_a_workshop_is_open() -> None:
    with pytest.raises(Refusal, match="no workshop is open yet"):
        ACTIONS["spoke"].build({"domain": "design"}, View(State()))


def test_a_missing_word_is_refused_with_how_it_is_written(desk: Desk) -> None:
    assert refused(desk, "commit", owner="-") == (
        "commit needs TEXT: [at HH:MM] commit OWNER [--by DATE] [--ask WHOM] TEXT"
    )


def test_what_is_offered_for_a_word_is_valid_for_it(desk: Desk) -> None:
    for name, text in {"note": "a", "park": "b"}.items():
        done(desk, name, text=text)
    done(desk, "commit", owner="-", text="c")
    for spec in ACTIONS.values():
        for param in spec.typed:
            for word, _ in param.kind.offers(desk.view):
                param.kind.read(word, desk.view)


def test_what_was_struck_is_not_offered_any_more(desk: Desk) -> None:
    done(desk, "note", text="a")
    done(desk, "park", text="b")
    done(desk, "strike", ref="n1")
    assert words.RECORDED.offers(desk.view) == [("x1", "x1  b")]


@prove(200)
@given(texts | texts.map(lambda text: text * 100))
def test_any_word_is_read_or_refused_in_one_short_line(plan: Plan, word: str) -> None:
    view = View(State(plan=plan), {"K7X": "Ana"}, START)
    for kind in {param.kind for spec in ACTIONS.values() for param in spec.params}:
        try:
            kind.read(word, view)
        except Refusal as refusal:
            assert len(str(refusal)) < 400
            assert str(refusal).isprintable()
