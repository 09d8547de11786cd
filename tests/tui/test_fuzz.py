"""Any text in any field, on every screen, verbatim and without a crash."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tui.console import CLASSIC, console
from toolkit.session.actions.capture import Commit, Note, Park
from toolkit.session.actions.clock import Next
from toolkit.session.actions.groups import MakeGroups, Seats
from toolkit.session.actions.opening import Open
from toolkit.session.actions.terms import (
    DecideOutcome,
    Dissent,
    GiveExample,
    HangCase,
    HangStarter,
    SetFacet,
    WriteSense,
)
from toolkit.session.actions.verdicts import Reveal, Slip
from toolkit.session.analyst import Analyst
from toolkit.session.clocks import RehearsalClock
from toolkit.session.desk import Desk, Done
from toolkit.session.journal import Journal
from toolkit.session.room_view import room_view
from toolkit.session.term_lines import term_lines
from toolkit.tui.text import visible
from toolkit.tui.widgets.captured_view import captured
from toolkit.tui.widgets.room_layout import layout

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Block, Plan

HOSTILE = [
    "I agree [laughs]",
    "see [/etc/hosts]",
    "[/",
    "[@click=app.quit]free pizza[/]",
    "[link=http://x]y",
    "a [b then",
    "<b>bold</b> & <i>",
    "=1+1",
    "../../x",
    "\x1b[2J\x1b]0;owned\x07 wipe",
    "\x00\x07\x08\x9b31m",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "\ud800 half",
    "👩‍👩‍👧‍👦 e\u0301\u0301\u0301 שלום مرحبا नमस्ते",
    "$primary [$text] {term} %s {0}",
    "x" * 2000,
    "one\ntwo\r\nthree\ttab",
    "\\[escaped] \\n",
]


def _everywhere(plan: Plan, text: str) -> Plan:
    """Return the plan with `text` in every field that a person writes."""

    def block(old: Block) -> Block:
        steps = tuple(
            dataclasses.replace(step, title=text, say=text, do=text, watch_for=text, show=text) for step in old.steps
        )
        return dataclasses.replace(old, title=text, invitation=text, steps=steps)

    return dataclasses.replace(
        plan,
        title=text,
        place=text,
        blocks=tuple(block(old) for old in plan.blocks),
        domains=tuple(dataclasses.replace(domain, label=text) for domain in plan.domains),
        terms=tuple(
            dataclasses.replace(
                term,
                labels={"en": text, "de": text},
                cases=tuple(dataclasses.replace(case, text=text) for case in term.cases),
                senses=tuple(dataclasses.replace(sense, definition=text, example=text) for sense in term.senses),
            )
            for term in plan.terms
        ),
    )


def _session(path: Path, plan: Plan, names: dict[str, str], text: str) -> Desk:
    desk = Desk(Journal(path), clock=RehearsalClock(plan.at(plan.starts)), names=names)
    said = (Open(plan), Next(None), Note(text, "design"), Park(text), Commit("K7X", text, ask=text))
    word = (
        HangCase("governance", text), HangStarter("governance"),
        Slip("governance", "design", "401 401"), Slip("governance", "open-source", "041 401"),
        WriteSense("governance", "design", text), SetFacet("s1", "decides", "maintainers", text),
        GiveExample("s1", text), Reveal("governance"), DecideOutcome("governance", "park", text),
        Dissent("governance", "design", text),
    )  # fmt: skip
    for action in (*said, *word, MakeGroups(Seats(2))):
        assert isinstance(desk.do(action, "Ana"), Done)
    return desk


@pytest.mark.parametrize("text", HOSTILE)
async def test_any_text_in_any_field_on_every_screen(
    demo: Folder, plan: Plan, names: dict[str, str], text: str
) -> None:
    desk = _session(demo.journal(rehearsal=True), _everywhere(plan, text), names, text)
    desk.journal.close()
    (demo.path / "roster.csv").write_text("id,name\nK7X,x\n", encoding="utf-8")
    async with console(demo, size=CLASSIC) as live:
        live.screen.session = dataclasses.replace(live.screen.session, names=dict.fromkeys(names, text))
        for key in (
            "t",
            "enter",
            "escape",
            "v",
            "enter",
            "escape",
            "v",
            "end",
            "enter",
            "escape",
            "w",
            "slash",
            "a",
            "escape",
            "h",
            "l",
            "f1",
            "f5",
            "enter",
            "escape",
            "k",
            "escape",
            "o",
            "escape",
            "d",
            "escape",
            "b",
            "b",
        ):
            await live.press(key)
        await live.screen.commands.perform("tables")
        await live.press("b")
        assert "Table 1" in live.text
        await live.press("b")
        live.screen.tell(text, "error")
        await live.idle()
        first = visible(text).split("\n")[0][:20].rstrip()
        assert first in live.text
        await live.press("n")
        assert live.screen.session.state.step_id == "b1.s2"


ANY = st.text(st.characters(codec=None, exclude_categories=()), min_size=1, max_size=80).filter(str.strip)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY)
def test_what_was_said_is_shown_verbatim_in_the_list_and_to_the_room(
    text: str, plan: Plan, names: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = _session(tmp_path_factory.mktemp("fuzz") / "session.db", _everywhere(plan, text), names, text)
    from toolkit.tui.session import Session

    session = Session("Ana", desk.state, dict.fromkeys(names, text), desk.clock)
    shown = "\n".join(captured(session))
    assert visible(text[:50]).replace("\n", "\u23ce") in shown
    view = room_view(desk.state, session.now, session.names)
    laid_out = layout(view, 80, 24)
    assert text in "\n".join([view.title, *laid_out.pages])
    desk.journal.close()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY)
def test_what_a_table_wrote_of_a_word_is_told_verbatim(
    text: str, plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = _session(tmp_path_factory.mktemp("words") / "session.db", plan, {}, text)
    lines = term_lines(desk.view, desk.view.plan.terms[0], Analyst(), results=True)
    desk.journal.close()
    told = "\n".join(lines)
    for part in (
        f"1  {text}",
        f"s1  DE  {text}",
        f"maintainers, {text}",
        f"for example: {text}",
        f"we park it: {text}",
    ):
        assert part in told
    assert f"Design does not go along: {text}" in told
