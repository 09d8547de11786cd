"""People in the console: found by typing, there with one key, edited in place, in five seconds if nobody knew them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from tests.tui.console import CLASSIC, console
from toolkit.session.actions.clock import Goto
from toolkit.session.actions.people import Arrive
from toolkit.tui.live_people import JUST_NOW
from toolkit.workshop.likeness import distance, plainly
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder


def id_of(folder: Folder, name: str) -> str:
    return next(p.id for p in read_roster(folder.path / "roster.csv").people if p.name == name)


@pytest.mark.parametrize(
    ("typed", "name"), [("luczak", "Anna Łuczak"), ("ZOL", "Tomasz “Tomek” Żółkiewski"), ("o'ne", "Samuel O'Neill")]
)
def test_names_are_found_as_people_type_them(typed: str, name: str) -> None:
    assert plainly(typed) in plainly(name)
    assert plainly(name) not in plainly(typed)


async def test_a_name_is_typed_and_enter_says_that_they_came_and_the_next_one_can_be_typed(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        live.screen.commands.people.monotonic = lambda: 0.0
        await live.press("slash")
        await live.type("luczak")
        assert "Ruth Abernathy" not in live.text
        await live.press("enter")
        await live.type("ruth")
        await live.press("enter")
        state = live.screen.session.state
        assert state.here == [id_of(demo, "Anna Łuczak"), id_of(demo, "Ruth Abernathy")]
        assert "2 of 24 here   OS 1/7" in live.text
        await live.type("ruth")
        await live.press("enter")
        assert "Ruth Abernathy is here already." in live.text
        assert len(live.screen.session.state.here) == 2
        live.screen.commands.people.monotonic = lambda: JUST_NOW
        await live.type("ruth")
        await live.press("enter")
        assert live.screen.session.state.here == [id_of(demo, "Anna Łuczak")]
        await live.press("escape", "w")
        assert live.screen.pane.NAME == "run"


@pytest.mark.parametrize(
    ("typed", "far"),
    [
        ("nhf", 0), ("NHF", 0), ("jean-luc łuczak-o'neill", 1), ("Jean-Luc Luczak-O’Neill", 1), ("luc", 2),
        ("luczak", 2),
        ("jean-luc", 2), ("o'neill", 2), ("luczak-o'neill", 2), ("jea", 3), ("o'n", 3), ("luczak-", 3), ("eill", 4),
        ("hf", 4),
        ("nhf jean", 4), ("anna", None),
    ],
)  # fmt: skip
def test_a_code_is_nearer_than_a_name_and_a_whole_word_than_a_part(typed: str, far: int | None) -> None:
    assert distance(typed, "NHF", "Jean-Luc Łuczak-O'Neill") == far


async def test_who_has_the_name_that_is_typed_comes_before_whoever_has_it_inside(demo: Folder) -> None:
    rows = ["Diana Prince", "Hannah Anand", "Ana", "Joana Anders", "Ana Silva"]
    text = "name,domain\n" + "".join(f"{name},design\n" for name in rows)
    (demo.path / "roster.csv").write_text(text, encoding="utf-8")
    async with console(demo, size=CLASSIC) as live:
        live.screen.commands.people.monotonic = lambda: 0.0
        await live.press("slash")
        came: list[str] = []
        for typed in ("ana", "diana", "and", "an"):
            await live.type(typed)
            await live.press("enter")
            here = {live.screen.session.names[person] for person in live.screen.session.state.here}
            came += here - {*came}
        assert came == ["Ana", "Diana Prince", "Joana Anders", "Hannah Anand"]
        await live.type("ana")  # Ana Silva is not here, but it is the other one's whole name
        await live.press("enter")
        assert "Ana is here already." in live.text


async def test_a_code_that_is_read_twice_is_no_leaving_even_before_it_is_recorded(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        live.screen.commands.people.monotonic = lambda: 0.0
        await live.press("slash")
        code = live.screen.session.view.plan.people[0].id
        for key in (*code, "enter", *code, "enter"):
            live.app.post_message(Key(key, None if key == "enter" else key))
        await live.until(lambda: "is here already" in live.text)
        assert live.screen.session.state.here == [code]


async def test_who_came_long_ago_or_at_another_window_leaves_with_enter(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        person = live.screen.session.view.plan.people[0].id
        live.screen.desk.do(Arrive(person))
        await live.idle()
        live.screen.commands.people.monotonic = lambda: live.screen.commands.people._came[person] + JUST_NOW
        await live.press("w", "enter")
        assert live.screen.session.state.here == []


async def test_arrows_choose_among_those_who_are_found_and_a_code_finds_one(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.press("slash")
        await live.type("an")
        await live.press("down", "enter")
        (second,) = live.screen.session.state.here
        assert second != id_of(demo, "Anna Łuczak")
        await live.type(id_of(demo, "Ruth Abernathy").lower())
        await live.press("enter")
        assert live.screen.session.state.here[-1] == id_of(demo, "Ruth Abernathy")


async def test_who_is_on_no_list_walks_in_with_name_domain_and_enter(demo: Folder) -> None:
    async with console(demo, size=CLASSIC, rehearsal=False) as live:
        await live.press("slash")
        await live.type("Ana [sic]")
        assert "Ana [sic] walked in" in live.text
        await live.press("enter")
        await live.type("3")
        await live.press("enter")
        person = read_roster(demo.path / "roster.csv").people[-1]
        assert (person.name, person.domain) == ("Ana [sic]", "design")
        assert live.screen.session.state.here == [person.id]
        await live.type("ruth")  # the line has the keys again
        await live.press("enter")
        assert len(live.screen.session.state.here) == 2


async def test_a_walk_in_has_a_key_of_its_own(demo: Folder) -> None:
    async with console(demo, size=CLASSIC, rehearsal=False) as live:
        await live.press("w", "i")
        await live.type("Bo")
        await live.press("tab")
        await live.type("PS")
        await live.press("enter")
        assert read_roster(demo.path / "roster.csv").people[-1].name == "Bo"
        assert live.screen.pane.highlighted == live.screen.session.state.here[0]  # type: ignore[attr-defined]


async def test_another_hat_is_a_digit(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.press("w", "a")
        name = live.screen.session.names[live.screen.session.view.plan.people[0].id]
        assert f"Who           {name}" in live.text
        await live.type("2")
        await live.press("enter")
        (person,) = live.screen.session.state.here
        assert live.screen.session.state.hat(person) == "blockchain"


async def test_what_the_roster_has_is_changed_in_place_and_emptied(demo: Folder) -> None:
    async with console(demo, size=CLASSIC, rehearsal=False) as live:
        before = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()
        await live.press("slash")
        await live.type("ruth")
        await live.press("down", "escape", "m")
        form = live.text
        assert "Ruth Abernathy" in form
        assert "she/her" in form
        for name, text in (("pronouns", ""), ("role", "table [host]"), ("access", "by the door")):
            line = live.screen.query_one(f"#field-{name}")
            line.value = text  # type: ignore[attr-defined]
        await live.press("enter")
        await live.until(lambda: "changed in the roster" in live.text)
        assert "pronouns, role," in live.text
        assert "by the door" not in live.text
    person = next(p for p in read_roster(demo.path / "roster.csv").people if p.name == "Ruth Abernathy")
    assert (person.pronouns, person.role, person.access) == ("", "table [host]", "by the door")
    after = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1


async def test_a_rehearsal_leaves_the_roster_alone(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.press("w", "m")
        await live.until(lambda: "A rehearsal leaves the roster" in live.text)


async def test_shares_of_turns_stand_beside_shares_of_people_where_a_step_counts_turns(demo: Folder) -> None:
    async with console(demo) as live:
        people = live.screen.session.view.plan.people
        for person in people[:8]:
            live.screen.desk.do(Arrive(person.id))
        await live.press("1")
        assert "of turns" not in live.text
        counting = next(s.id for s in live.screen.session.view.plan.steps if "turns" in s.capture)
        live.screen.desk.do(Goto(counting))
        await live.press("1", "5")
        assert "1 OS" in live.text
        assert "67/88%" in live.text
        assert "33/12%" in live.text


async def test_a_reader_of_codes_is_quicker_than_the_screen_and_loses_nobody(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.press("slash")
        codes = [person.id for person in live.screen.session.view.plan.people[:6]]
        for symbol in "".join(f"{code}\r" for code in codes):
            key = "enter" if symbol == "\r" else symbol
            live.app.post_message(Key(key, None if key == "enter" else symbol))
        await live.until(lambda: len(live.screen.session.state.here) == 6)
        assert live.screen.session.state.here == codes


async def test_who_is_not_here_yet_comes_before_who_is(demo: Folder) -> None:
    async with console(demo, size=CLASSIC) as live:
        await live.press("slash")
        for _ in range(2):
            await live.type("me")
            await live.press("enter")
        assert len(live.screen.session.state.here) == 2


async def test_what_is_typed_right_after_tab_is_in_the_next_line(demo: Folder) -> None:
    async with console(demo, size=CLASSIC, rehearsal=False) as live:
        await live.press("i")
        for key in (*"Bo", "tab", "2", "enter"):
            live.app.post_message(Key(key, key if len(key) == 1 else None))
        await live.until(lambda: bool(live.screen.session.state.presence))
        (person,) = live.screen.session.state.here
        assert live.screen.session.names[person] == "Bo"
        assert live.screen.session.state.hat(person) == "blockchain"
