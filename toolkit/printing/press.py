"""Everything that one workshop's printables are made from, read once: declarations, sheets, people, what was said."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from random import SystemRandom
from typing import TYPE_CHECKING

from toolkit.files.atomic import write_whole
from toolkit.files.problems import Problem, UserError, nearest
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import in_language
from toolkit.library.placeholders import check_placeholders
from toolkit.printing.card import Card
from toolkit.printing.cards import Look, fonts_for
from toolkit.printing.draw import draw
from toolkit.printing.exercise_values import exercise_card
from toolkit.printing.find import find_printable, find_sheet, has_sheets
from toolkit.printing.job import Made, Options, layout_of, made_of
from toolkit.printing.packing import packing_card
from toolkit.printing.text.setter import Setter
from toolkit.printing.values import Material, Rounds, blank_person, person_cards, sheet_cards, term_card, workshop_card
from toolkit.session.analyst import Analyst
from toolkit.session.said import said_of
from toolkit.session.state import State
from toolkit.workshop.codes import sheet_codes
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from random import Random

    from toolkit.library.printable import Printable
    from toolkit.printing.cards import Drawn, Variant
    from toolkit.session.said import TermSaid
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Block, TermInfo

PACKING = "packing-list"
"""The printable that says what the others come to; it is made last."""
STATEMENTS = "statements"
SHEETS = "sheets"
"""The list of sheets with codes; how many there are, the options say."""


class Press:
    """Makes the printables of one workshop."""

    def __init__(
        self,
        folder: Folder,
        said: Mapping[str, TermSaid] | None = None,
        rounds: Rounds | None = None,
        address: str = "",
        random: Random | None = None,
    ) -> None:
        """Read the workshop.

        Args:
            folder: Its folder.
            said: What may be printed of its terms now; without it, what can be printed before anybody came.
            rounds: Ids by round and table, once tables have been made.
            address: Where phones join, if the room is open to them.
            random: What codes of anonymous sheets are drawn from; nobody's guess otherwise.

        Raises:
            InputError: The workshop cannot be read.
        """
        resolved = prepare(folder.require())
        self.folder, self.problems = folder, resolved.problems
        self.catalogue = Catalogue(folder.path)
        before = said_of(State(plan=resolved.plan), Analyst())  # for terms that came into the files after the session
        known = {**before, **(said or {})}
        self.material = Material(resolved.plan, resolved.roster.people, known, rounds or [], address)
        self._random = random or SystemRandom()
        self._setters: dict[Variant, Setter] = {}

    def pack(self) -> list[str]:
        """Return the ids of the workshop's pack: what every workshop needs, what its exercises name, its own."""
        wanted = {name for block in self._blocks() for name in self._named_by(block.source)}
        chosen = [
            id_
            for id_, found in self.catalogue.printables().items()
            if (found.item.pack or id_ in wanted or found.origin == "workshop")
            and has_sheets(self.catalogue, found)
            and (found.item.needs != STATEMENTS or self.material.plan.survey)  # nobody misses what was not asked for
        ]
        return sorted(chosen, key=lambda id_: (id_ == PACKING, id_))

    def printable(self, name: str) -> Printable:
        """Return a printable by its id.

        Raises:
            InputError: It cannot be read.
            UserError: There is none.
        """
        return find_printable(self.catalogue, name)

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What is wrong with files of content that cannot be used, such as a printable of the user's own."""
        return tuple(sorted(set(self.catalogue.problems)))

    def drawn(self, name: str, options: Options, packs: Iterable[Made] = ()) -> tuple[Drawn, Made, list[Card]] | None:
        """Return a printable drawn and what there is to say of it; None where there is nothing to print yet.

        Raises:
            InputError: The printable, or its sheet, cannot be read.
            UserError: There is no such printable or sheet, or the sheet does not have what the options ask for.
        """
        printable = self.printable(name)
        cards = [packing_card(self.material, list(packs), self._exercise_cards())] if name == PACKING else []
        cards = cards or list(self._cards(printable, options))
        if not cards:
            return None
        plan = self.material.plan
        large = printable.large_print if options.variant == "large-print" else None
        sheet = find_sheet(self.catalogue, options.sheet or large or printable.sheet)
        declared = find_sheet(self.catalogue, printable.sheet).slot[0]
        layout = layout_of(printable, sheet, options)
        title = in_language(printable.title, plan.language)
        look = Look(f"{title}: {plan.title}", plan.language, options.mono, options.variant)
        found = draw(printable, cards, layout, look, self._setter(options.variant), declared, title)
        made = made_of(self.folder.out / f"{name}.pdf", title, len(cards) * layout.copies, found.pages, layout)
        return found, replace(made, flows=printable.flow is not None), cards

    def make(self, name: str, out: Path | None, options: Options, packs: Iterable[Made] = ()) -> Made | None:
        """Make a printable's PDF; None where there is nothing to print yet.

        Raises:
            InputError: The printable, or its sheet, cannot be read.
            UserError: There is no such printable or sheet, or the sheet does not have what the options ask for.
            OSError: The PDF cannot be written.
        """
        result = self.drawn(name, options, packs)
        if result is None:
            return None
        found, made, _ = result
        path = write_pdf(self.folder, out, f"{name}.pdf", found.pdf)
        printable = self.printable(name)
        by_person = printable.per == "participant"
        people = self._people(options) if by_person else []
        roster = str(self.folder.path / self.material.plan.roster)
        problems = [
            Problem(roster, people[fault.card], 1, str(fault))
            if fault.card is not None and fault.card < len(people)
            else Problem(str(self.folder.file), 0, 0, f"{name}: {fault}")
            for fault in found.faults
        ]
        around = self.problems if by_person else ()
        told = dict.fromkeys([*self._misspelt(printable), *around, *problems])  # once for all blank ones
        return replace(made, path=path, problems=tuple(told))

    def _misspelt(self, printable: Printable) -> Iterator[Problem]:
        """Yield what a printable names and is not given; it stands on paper as it is written. What ships has none."""
        found = self.catalogue.printable(printable.id)
        if found and found.origin != "built-in":
            yield from check_placeholders(found.item, found.document)

    def _setter(self, variant: Variant) -> Setter:
        """Return the setter that all documents of a variant share: what was set once need not be set again."""
        if variant not in self._setters:
            self._setters[variant] = Setter(fonts_for(variant))
        return self._setters[variant]

    def _cards(self, printable: Printable, options: Options) -> Iterator[Card]:
        """Yield what stands on each card or in each document, the blank ones last."""
        if printable.per == "participant":
            only = self._people(options)
            cards = [card for card, person in zip(person_cards(self.material), self.material.people, strict=True)
                     if person.line in only]  # fmt: skip
            yield from cards
            yield from [blank_person(self.material)] * self._spares(printable, options, len(cards))
            return
        for unit in self._units(printable, options):
            if printable.needs and not unit.has(printable.needs):
                continue
            if printable.each is None:
                yield unit
                continue
            yield from map(unit.with_entry, self._entries(printable, unit, options))

    def _entries(self, printable: Printable, unit: Card, options: Options) -> list[Card]:
        """Return what there is one for each of, the blank ones last; a sheet with a code is never blank."""
        assert printable.each
        if printable.each == SHEETS:
            people = len(self.material.people)
            return sheet_cards(sheet_codes(people + self._spares(printable, options, people), self._random))
        entries = [entry for entry in unit.lists.get(printable.each, ()) if _asked_for(entry, options, self.material)]
        blank = Card(dict.fromkeys(entries[0].values, "") if entries else {})
        return [*entries, *[blank] * self._spares(printable, options, len(entries))]

    def _spares(self, printable: Printable, options: Options, count: int) -> int:
        if options.spares is not None and printable.spares:
            return options.spares
        return ceil(count * printable.spares / 100) if not options.only else 0

    def _people(self, options: Options) -> list[int]:
        """Return the roster's lines of the people who are asked for: all, unless people or domains are named."""
        self._check_only(options)
        people, only = self.material.people, _only(options)
        asked = [p for p in people if {p.id.casefold(), p.name.casefold(), p.domain.casefold()} & only]
        everybody = not asked and not only & {domain.id for domain in self.material.plan.domains}
        return [person.line for person in (people if everybody else asked)]

    def _units(self, printable: Printable, options: Options) -> Iterator[Card]:
        self._check_only(options)
        if printable.per == "workshop":
            card = workshop_card(self.material)
            blocks = tuple(self._exercise_cards())
            yield replace(card, lists={**card.lists, "exercises": blocks})
        elif printable.per == "term":
            yield from (term_card(self.material, info) for info in self._terms(printable, options))
        else:
            yield from self._exercise_cards(self._blocks_for(printable, options))

    def _exercise_cards(self, blocks: Iterable[Block] | None = None) -> Iterator[Card]:
        for block in self._blocks() if blocks is None else blocks:
            found = self.catalogue.exercise(block.source)
            yield exercise_card(self.material, block, found.item if found else None)

    def _blocks(self) -> list[Block]:
        return [block for block in self.material.plan.blocks if block.kind == "exercise"]

    def _named_by(self, exercise: str) -> list[str]:
        found = self.catalogue.exercise(exercise)
        return list(found.item.printables) if found else []

    def _blocks_for(self, printable: Printable, options: Options) -> list[Block]:
        """Return the exercises that a printable is made for: those that name it; if none does, all."""
        blocks = self._blocks()
        asked = [block for block in blocks if {block.id, block.source} & _only(options)]
        return asked or [block for block in blocks if printable.id in self._named_by(block.source)] or blocks

    def _terms(self, printable: Printable, options: Options) -> list[TermInfo]:
        """Return the terms that a printable is made for: those of the exercises that name it; if none does, all.

        What an exercise brings along to vote on is no word of the workshop: it is printed if that exercise asks for it.
        """
        plan = self.material.plan
        asked = [term for term in plan.terms if term.id in _only(options)]
        words = [term for term in plan.terms if not term.exercise or printable.id in self._named_by(term.exercise)]
        named = [id_ for block in self._blocks_for(printable, options) for id_ in block.terms]
        return asked or [term for term in words if term.id in named] or words

    def _check_only(self, options: Options) -> None:
        """Refuse a name that stands for nothing here.

        Raises:
            UserError: It is no person, term, exercise or domain of the workshop.
        """
        plan = self.material.plan
        people = {text for person in self.material.people for text in (person.id, person.name)}
        blocks = {text for block in plan.blocks for text in (block.id, block.source) if text}
        known = people | blocks | {term.id for term in plan.terms} | {domain.id for domain in plan.domains}
        for name in options.only:
            if name.casefold() not in {other.casefold() for other in known}:
                raise UserError(f"--only {name}: no person, term, exercise or domain here: {nearest(name, known)}")


def _only(options: Options) -> set[str]:
    return {name.casefold() for name in options.only}


def _asked_for(entry: Card, options: Options, material: Material) -> bool:
    """Tell whether an entry is wanted: any, unless domains were named and it is another's."""
    domains = {domain.id for domain in material.plan.domains} & _only(options)
    return not domains or entry.domain is None or entry.domain.id in domains


def write_pdf(folder: Folder, out: Path | None, name: str, pdf: bytes) -> Path:
    """Write a PDF, whole, and return where."""
    out = out or folder.out
    out.mkdir(parents=True, exist_ok=True)
    write_whole(out / name, pdf)
    return out / name
