"""Have an agenda suggested: say how long, for how many and what matters, look at each, take one."""

from __future__ import annotations

import asyncio
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from toolkit.files.problems import UserError
from toolkit.tui.text import literal, one_line
from toolkit.tui.widgets.choices import Choices
from toolkit.tui.widgets.form import Line
from toolkit.workshop.times import MINUTE, clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import ComposeResult

    from toolkit.library.catalogue import Catalogue
    from toolkit.workshop.plan import Plan
    from toolkit.workshop.suggest import Suggestion


class Matters(Choices):
    """The tensions; Space or a click marks one, Enter is left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Mark"),
        Binding("enter", "screen.take", "Take it", key_display="Enter"),
    ]


class SuggestScreen(Screen[list[Mapping[str, Any]] | None]):
    """Gives back the entries of the agenda that was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,pagedown", "turn(1)", "Next", key_display="→"),
        Binding("left,pageup", "turn(-1)", "Before", key_display="←"),
        Binding("enter", "take", "Take it", show=False),
        Binding("o", "otherwise", "Others"),
        Binding("tab", "app.focus_next", "Fields"),
        Binding("escape,q", "dismiss(None)", "Back"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - so Textual has it

    DEFAULT_CSS = """
    SuggestScreen #wish { height: 1; padding: 0 1; margin-bottom: 1; }
    SuggestScreen #wish Static { width: auto; padding: 0 1 0 0; color: $text-muted; }
    SuggestScreen Line { width: 8; }
    SuggestScreen #matters { width: 33; padding: 0 1; }
    SuggestScreen #matters Static { height: auto; color: $text-muted; }
    SuggestScreen Matters { height: 1fr; }
    SuggestScreen VerticalScroll { width: 1fr; padding: 0 1; }
    SuggestScreen #suggested { height: auto; }
    SuggestScreen.-wide #matters { width: 46; }
    """

    def __init__(self, folder: Path, plan: Plan) -> None:
        super().__init__()
        self._folder, self._plan = folder, plan
        self._catalogue: Catalogue | None = None
        self._titles: dict[str, str] = {}
        self._worlds: dict[str, tuple[str, ...]] = {}
        self._marked: list[str] = []
        self._found: tuple[Suggestion, ...] = ()
        self._at, self._seed = 0, 0

    def compose(self) -> ComposeResult:
        """Lay out the wish above, what matters beside what is suggested."""
        from toolkit.workshop.suggest import wish_for

        wish = wish_for(self._plan)
        with Horizontal(id="wish"):
            yield Static("Suggest an agenda:", markup=False)
            yield Line(str(wish.minutes), id="minutes", compact=True)
            yield Static("minutes for", markup=False)
            yield Line(str(wish.people), id="people", compact=True)
            yield Static(literal(f"people, {wish.mode}"), markup=False)
        with Horizontal():
            with Vertical(id="matters"):
                yield Static("What matters (Space marks)", markup=False)
                yield Matters()
            with VerticalScroll(id="suggested-box"):
                yield Static("Reading the library…", id="suggested", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read the library, then suggest."""
        self.query_one("#minutes", Line).focus()
        self.run_worker(self._open(), exit_on_error=False)

    async def _open(self) -> None:
        self._titles = await asyncio.to_thread(self._read)
        self._list()
        self._suggest()

    def _read(self) -> dict[str, str]:
        from toolkit.library.catalogue import Catalogue
        from toolkit.library.listing import known, worlds_of

        self._catalogue = Catalogue(self._folder)
        self._worlds = worlds_of(self._catalogue, self._plan.language)
        return dict(known(self._catalogue, self._plan.language).tensions)

    def _list(self) -> None:
        matters = self.query_one(Matters)
        index = matters.highlighted
        rows = [(id_, f"[{'x' if id_ in self._marked else ' '}] {title}") for id_, title in self._titles.items()]
        width = max(20, matters.content_size.width - 1)
        matters.set_options([Option(literal(one_line(text, width)), id=id_) for id_, text in rows])
        matters.highlighted = index or 0

    @on(Input.Changed)
    def _suggest(self) -> None:
        """Look for agendas in the background; the latest wish counts."""
        self._look()

    @work(exclusive=True, group="suggest", exit_on_error=False)
    async def _look(self) -> None:
        minutes, people = self.query_one("#minutes", Line).value, self.query_one("#people", Line).value
        try:
            self._found = await asyncio.to_thread(self._suggestions, minutes, people, tuple(self._marked), self._seed)
        except UserError as error:
            self._found = ()
            self.query_one("#suggested", Static).update(literal(str(error)))
        else:
            self._at = 0
            self._draw()

    def _suggestions(self, minutes: str, people: str, tensions: tuple[str, ...], seed: int) -> tuple[Suggestion, ...]:
        from toolkit.workshop.entries import typed_minutes, typed_people
        from toolkit.workshop.suggest import suggest, wish_for

        assert self._catalogue is not None
        wish = wish_for(self._plan, int(typed_minutes(minutes)), typed_people(people), tensions=tensions, seed=seed)
        exercises = [found.item for found in self._catalogue.exercises().values()]
        return suggest(exercises, self._titles, wish, self._worlds)

    def _draw(self) -> None:
        if not self._found:
            return
        chosen = self._found[self._at]
        lines = list(self._lines(chosen, max(20, self.query_one("#suggested-box").content_size.width - 2)))
        self.query_one("#suggested", Static).update(Content("\n").join(lines))

    def _lines(self, chosen: Suggestion, width: int) -> Iterator[Content]:
        yield literal(f"{chosen.n} of {len(self._found)}: {chosen.minutes} minutes", "bold")
        if chosen.misses:
            yield literal(f"nothing for {', '.join(self._titles[t] for t in chosen.misses)}", "$text-warning")
        at = self._plan.at(self._plan.starts)
        for part in chosen.parts:
            yield literal(f"{clock(at, self._plan.tz)} {part.minutes:>4} min  {part.title}")
            yield from (literal(f"       {line}", "$text-muted") for line in textwrap.wrap(part.why, width - 7))
            at += part.minutes * MINUTE
        yield literal(f"{clock(at, self._plan.tz)}  end")

    def action_turn(self, by: int) -> None:
        """Go to another of the suggestions."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._draw()

    def action_otherwise(self) -> None:
        """Choose otherwise among what is as good."""
        self._seed += 1
        self._suggest()

    def action_take(self) -> None:
        """Give back the one that is shown."""
        if self._found:
            self.dismiss([part.entry for part in self._found[self._at].parts])

    @on(Input.Submitted)
    @on(Line.More)
    def _next(self) -> None:
        self.focus_next()

    @on(OptionList.OptionSelected)
    def _mark(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        id_ = event.option.id or ""
        self._marked = [one for one in self._marked if one != id_] if id_ in self._marked else [*self._marked, id_]
        self._list()
        self._suggest()
