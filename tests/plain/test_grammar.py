"""The grammar is the registry's: what is registered can be typed, as its help says, and nothing else is known."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plain.talk import Talk
from tests.session.room import START, TurnedClock, desk_on, prove, scratch
from tests.session.strategies import Move, moves
from toolkit.files.value import value
from toolkit.plain.line import parse
from toolkit.session.actions import ACTIONS
from toolkit.session.actions.capture import Commit
from toolkit.session.clocks import RehearsalClock
from toolkit.session.events import Spoke
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.state import State
from toolkit.session.words import DOMAIN, TEXT, Refusal, View
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.workshop.plan import Plan

TYPED = {name: spec for name, spec in ACTIONS.items() if not spec.internal}
OWN = ("status", "terms", "report", "help", "quit")
DESIGNED = (
    "status next back goto pause go wait note commit checked park spoke arrive leave strike undo quit help redo amend "
    "sense facet case verdict tally rate rate-tally reveal outcome dissent"
)


def test_every_command_that_was_designed_is_there(say: Talk) -> None:
    (reply,) = say("help")
    assert reply.startswith("commands: ")
    known = reply.removeprefix("commands: ").split(", ")
    assert set(DESIGNED.split()) <= set(known)
    assert known == [*TYPED, *OWN]


def test_help_tells_beside_the_reply_how_each_is_written(say: Talk) -> None:
    say("help")
    lines = say.beside.splitlines()[1:]
    assert [line.split("  ")[0] for line in lines] == [*(spec.syntax for spec in TYPED.values()), *OWN]
    assert all(spec.help in line for spec, line in zip(TYPED.values(), lines, strict=False))


@pytest.mark.parametrize("name", TYPED)
def test_help_of_a_command_has_its_syntax_its_help_and_an_example(say: Talk, name: str) -> None:
    spec = TYPED[name]
    assert say.one(f"help {name}") == f"{spec.syntax} - {spec.help} For example: {spec.example}"
    assert spec.help.endswith(".")


@pytest.mark.parametrize("name", OWN)
def test_help_knows_what_plain_mode_answers_itself(say: Talk, name: str) -> None:
    assert say.one(f"help {name}").startswith(f"{name} - ")


@pytest.mark.parametrize("name", TYPED)
def test_the_example_of_each_command_can_be_typed(plan: Plan, name: str) -> None:
    before = {
        "back": ["goto b1.s2"],
        "pause": ["next"],
        "go": ["next", "pause"],
        "extend": ["next"],
        "checked": ["commit - a", "commit - b"],
        "owner": ["commit - a", "commit - b"],
        "due": ["commit - a", "commit - b"],
        "ask": ["commit - a", "commit - b"],
        "kept": ["commit - a"],
        "read": ["commit - a", "commit - b", "goto b3.s2"],
        "amend": ["commit - a", "commit - b"],
        "strike": [f"note {n}" for n in range(7)],
        "leave": ["arrive Anna"],
        "undo": ["note a"],
        "redo": ["note a", "undo"],
        "freeze": ["case 1 a"],
        "facet": ["sense 1 1 a"],
        "example": ["sense 1 1 a"],
        "rate": ["sense 1 1 a"],
        "rate-tally": ["sense 1 1 a"],
        "verdict": ["case 1 a"],
        "tally": ["case 1 a"],
        "slip": ["case 1 a", "case 1 b", "case 1 c"],
        "other-tables": ["groups 2"],
        "round": ["groups 2 --rounds 2"],
        "tables": ["groups 2"],
        "reveal": ["case 1 a", "tally c1 1 1 0 0", "tally c1 2 0 1 0"],
    }
    two_tables = replace(plan, people=(*plan.people, PersonInfo("ZZ1", None), PersonInfo("ZZ2", None)))
    with scratch() as folder, desk_on(folder / "session.db", two_tables, RehearsalClock(START + 40 * 60_000)) as desk:
        desk.names = {"K7X": "Anna Łuczak"}  # as in the sample workshop
        replies = Talk(desk)(*before.get(name, []), TYPED[name].example)
    assert not [reply for reply in replies if reply.startswith("error")]


@pytest.fixture
def sneeze() -> Iterator[type[Action]]:
    """An action that nobody has thought of yet."""
    known = dict(ACTIONS)

    @action("sneezed", "Somebody sneezed", example="sneezed design --loudly yes bless you")
    @value()
    class Sneeze(Action):
        """Count a sneeze."""

        domain: Annotated[str, Param(DOMAIN)]
        words: Annotated[str, Param(TEXT, "rest")]
        loudly: Annotated[str | None, Param(TEXT, "option", "--loudly")] = None

        def decide(self, room: Room) -> Spoke:
            return Spoke(self.domain)

    yield Sneeze
    ACTIONS.clear()
    ACTIONS.update(known)


def test_a_new_action_can_be_typed_without_a_change_here(say: Talk, sneeze: type[Action]) -> None:
    assert say.one("help sneezed").startswith("sneezed DOMAIN [--loudly TEXT] TEXT - Count a sneeze.")
    assert parse("sneezed DE --loudly yes bless you", say.desk.view) == sneeze("design", "bless you", "yes")  # type: ignore[call-arg]
    assert say("sneezed design ha", "snezed design ha") == [
        "done",
        "error: unknown command 'snezed': did you mean 'sneezed'?",
    ]


DRAFT = "draft the budget"


@pytest.mark.parametrize(
    ("line", "text", "by", "ask"),
    [
        ("draft the budget --by friday --ask Ruth", DRAFT, "2026-12-04", "Ruth"),
        ("--ask Ruth draft the budget --by friday", DRAFT, "2026-12-04", "Ruth"),
        ('draft the budget  --ask "Ruth Abernathy" ', DRAFT, None, "Ruth Abernathy"),
        ('"draft --by friday" --by +1', "draft --by friday", "2026-12-04", None),
        ('"draft --by friday"', "draft --by friday", None, None),
        ('"draft" it --by +1', '"draft" it', "2026-12-04", None),
        ('"draft it --by +1', '"draft it', "2026-12-04", None),
        ("draft the budget --law checked --bye", "draft the budget --law checked --bye", None, None),
        ("use a--by b --by=friday", "use a--by b --by=friday", None, None),
    ],
)
def test_options_stand_before_the_text_or_behind_it(
    plan: Plan, line: str, text: str, by: str | None, ask: str | None
) -> None:
    view = View(State(plan=plan), {"K7X": "Ana"}, TurnedClock().at)
    assert parse(f"commit - {line}", view) == Commit(None, text, by, ask)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("draft --by sometime", "'sometime' is no day: write "),
        ("draft --by", "commit needs [--by DATE]: "),
        ("--by friday draft --by +1", "--by stands there twice: "),
        ("draft --by friday --by +1", "--by stands there twice: "),
        ("draft --ask Ruth Abernathy", "'Abernathy' is too much: "),
        ("draft --by friday and send it", "'and send it' is too much: "),
        ("--by friday", "commit needs TEXT: "),
    ],
)
def test_an_option_behind_the_text_that_cannot_be_read_is_refused_as_one_before_it(
    plan: Plan, line: str, why: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        parse(f"commit - {line}", View(State(plan=plan), {}, TurnedClock().at))
    assert str(refusal.value).startswith(why)


IN_FRONT = ("word", "option", "after", "rest")
BEHIND = ("word", "after", "rest", "option")


def written(name: str, words: dict[str, str], order: tuple[str, ...] = IN_FRONT) -> str:
    """Write an action as a line, with every word in quotes."""
    spec = ACTIONS[name]
    given = {param.name: (param, json.dumps(words[param.name])) for param in spec.typed if words.get(param.name)}

    def parts(*places: str) -> list[str]:
        return [f"{param.marker} {word}" for place in places for param, word in given.values() if param.place == place]

    return " ".join([*parts("before"), name, *parts(*order)])


@prove(300)
@given(moves(), st.sampled_from([IN_FRONT, BEHIND]))
def test_whatever_a_form_can_build_can_be_typed(plan: Plan, told: list[Move], order: tuple[str, ...]) -> None:
    view = View(State(plan=plan), {"K7X": "Ana"}, TurnedClock().at)
    for name, words in ((move.name, move.words) for move in told if move.name in TYPED):
        try:
            built = ACTIONS[name].build(words, view)
        except Refusal as refusal:
            with pytest.raises(Refusal) as typed:
                parse(written(name, words, order), view)
            assert str(typed.value) == str(refusal)
        else:
            assert parse(written(name, words, order), view) == built
