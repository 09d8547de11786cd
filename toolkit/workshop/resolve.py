"""From the files of a folder to the plan: every reference looked up, every text in the workshop's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.files.look import is_file
from toolkit.files.problems import InputError, Problem
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.catalogue import Catalogue
from toolkit.library.domain import Domain
from toolkit.library.fields import in_language
from toolkit.library.glossary import Facets
from toolkit.library.references import unknown
from toolkit.library.validate import validate
from toolkit.workshop.allot import allot
from toolkit.workshop.file import BreakEntry, ExerciseEntry, TalkEntry, WorkshopFile
from toolkit.workshop.plan import (
    Block,
    DomainInfo,
    FacetCode,
    KnownSense,
    PersonInfo,
    Plan,
    PlannedStep,
    StarterCase,
    TermInfo,
)
from toolkit.workshop.roster import Roster, read_roster
from toolkit.workshop.times import parse_clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Document, Trail
    from toolkit.library.exercise import Exercise, Step
    from toolkit.library.glossary import Sense, Term
    from toolkit.workshop.folder import Folder

TERM = "{term}"
"""What a spoken or shown text says in place of the block's word."""


@dataclass(frozen=True)
class Resolved:
    """A workshop as its files have it now."""

    plan: Plan
    roster: Roster
    problems: tuple[Problem, ...] = ()
    """Faults that do not stop a session: rows that were left out of the roster, content that nothing here uses."""


def resolve(folder: Folder) -> Resolved:
    """Read a workshop's folder.

    Raises:
        InputError: With every fault that stops a session from being opened.
    """
    folder.require()
    return resolve_document(read_yaml(folder.file), folder)


def resolve_document(document: Document, folder: Folder) -> Resolved:
    """Resolve a workshop file that was read, or is about to be written, as `resolve` does."""
    file = validate(WorkshopFile, document)
    catalogue = Catalogue(folder.path)
    resolver = _Resolver(file, document, catalogue)
    plan = resolver.plan()
    if resolver.problems:
        raise InputError([*resolver.problems, *catalogue.problems])
    roster = Roster()
    if "roster" in file.model_fields_set or is_file(folder.path / file.roster):
        roster = read_roster(folder.path / file.roster, [domain.id for domain in plan.domains])
    return Resolved(with_people(plan, roster), roster, (*catalogue.problems, *roster.problems))


def with_people(plan: Plan, roster: Roster) -> Plan:
    """Return `plan` with the ids and domains of a roster's people."""
    people = tuple(PersonInfo(person.id, person.domain or None) for person in roster.people)
    return replace(plan, people=people)


class _Resolver:
    """Looks up what one workshop file names."""

    def __init__(self, file: WorkshopFile, document: Document, catalogue: Catalogue) -> None:
        self.file, self.document, self.catalogue = file, document, catalogue
        self.problems: list[Problem] = []
        self._terms: dict[str, Term] = {}

    def plan(self) -> Plan:
        file = self.file
        domains = tuple(self._domains())
        self._terms = dict(self._known_terms())
        starts = parse_clock(file.starts)
        return Plan(
            title=file.title,
            date=file.date,
            starts=starts,
            ends=starts + file.length(file.ends),
            ends_latest=starts + file.length(file.ends_latest) if file.ends_latest else None,
            timezone=file.timezone,
            place=file.place,
            roster=file.roster,
            mode=file.mode,
            language=file.language,
            domains=domains,
            terms=tuple(self._term(id_, term) for id_, term in self._terms.items()),
            facets=tuple(self._facets()) if self._terms else (),
            blocks=tuple(self._blocks()),
            survey=tuple(in_language(statement, file.language) for statement in file.survey or ()),
        )

    def _domains(self) -> Iterator[DomainInfo]:
        known = self.catalogue.domains()
        seen: set[str] = set()
        for i, entry in enumerate(self.file.domains):
            domain = entry if isinstance(entry, Domain) else known.get(entry)
            if domain is None:
                self.problems += unknown(self.document, ("domains", i), str(entry), "domain", known)
                continue
            for name in {domain.id, domain.code} & seen:
                self._complain(("domains", i), f"{name!r} stands for two domains here: keep one")
            seen |= {domain.id, domain.code}
            label = in_language(domain.label, self.file.language)
            yield DomainInfo(domain.id, label, domain.code, domain.colour, domain.pattern)

    def _known_terms(self) -> Iterator[tuple[str, Term]]:
        """Yield the terms that the workshop names, at the top or in a block."""
        wanted: list[tuple[Trail, str]] = [(("terms", i), term) for i, term in enumerate(self.file.terms)]
        for b, entry in enumerate(self.file.agenda):
            if isinstance(entry, ExerciseEntry):
                wanted += [(("agenda", b, "terms", i), term) for i, term in enumerate(entry.terms)]
        for trail, id_ in wanted:
            if term := self.catalogue.term(id_):
                yield id_, term
            else:
                self.problems += unknown(self.document, trail, id_, "term", self.catalogue.terms())

    def _term(self, id_: str, term: Term) -> TermInfo:
        language = self.file.language
        cases = [StarterCase(c.id, in_language(c.text, language), c.expect or "borderline") for c in term.cases]
        senses = [self._sense(sense) for sense in term.senses]
        return TermInfo(id_, dict(term.labels), tuple(cases), tuple(senses))

    def _sense(self, sense: Sense) -> KnownSense:
        language = self.file.language
        return KnownSense(
            domain=sense.domain,
            definition=in_language(sense.definition, language),
            decides=sense.decides.code if sense.decides else "",
            by_when=sense.by_when.code if sense.by_when else "",
            follows=sense.follows.code if sense.follows else "",
            example=in_language(sense.example, language) if sense.example else "",
        )

    def _facets(self) -> Iterator[FacetCode]:
        facets = self.catalogue.facets()
        for facet in Facets.model_fields:
            for code in getattr(facets, facet, []):
                yield FacetCode(facet, code.id, in_language(code.label, self.file.language))

    def _blocks(self) -> Iterator[Block]:
        for i, entry in enumerate(self.file.agenda):
            block_id = f"b{i + 1}"
            at = self._lock(entry.at)
            if isinstance(entry, ExerciseEntry):
                if (exercise := self._exercise(i, entry.exercise)) is not None:
                    yield self._exercise_block(block_id, at, entry, exercise)
            else:
                yield self._plain_block(block_id, at, entry)

    def _lock(self, at: str | None) -> int | None:
        return None if at is None else parse_clock(self.file.starts) + self.file.length(at)

    def _exercise(self, index: int, id_: str) -> Exercise | None:
        if found := self.catalogue.exercise(id_):
            return found.item
        if not any(Path(problem.file).stem == id_ for problem in self.catalogue.problems):
            known = self.catalogue.exercises()
            self.problems += unknown(self.document, ("agenda", index, "exercise"), id_, "exercise", known)
        else:
            what = f"the exercise {id_!r} cannot be read: mend its file"
            self._complain(("agenda", index, "exercise"), what)
        return None

    def _complain(self, trail: Trail, what: str) -> None:
        self.problems.append(self.document.problem(trail, what))

    def _exercise_block(self, block_id: str, at: int | None, entry: ExerciseEntry, exercise: Exercise) -> Block:
        language = self.file.language
        word = self._word(entry.terms)
        title = in_language(entry.title or exercise.title, language)
        seconds = allot([(s.minutes.min, s.minutes.ideal, s.minutes.max) for s in exercise.steps], entry.minutes)
        return Block(
            id=block_id,
            kind="exercise",
            title=f"{title}: {word}" if word and not entry.title else title,
            source=exercise.id,
            at=at,
            invitation=_spoken(in_language(exercise.invitation, language), word),
            terms=tuple(entry.terms),
            steps=tuple(
                self._step(f"{block_id}.s{n}", step, seconds[n - 1], word) for n, step in enumerate(exercise.steps, 1)
            ),
        )

    def _step(self, id_: str, step: Step, seconds: int, word: str) -> PlannedStep:
        language = self.file.language
        show = step.show.text if step.show and step.show.text else ""
        return PlannedStep(
            id=id_,
            name=step.id,
            title=in_language(step.title, language),
            seconds=seconds,
            shortest=round(step.minutes.min * 60),
            longest=round(step.minutes.max * 60),
            say=_spoken(in_language(step.say, language), word),
            do=_spoken(in_language(step.do, language), word),
            watch_for=_spoken(in_language(step.watch_for, language), word) if step.watch_for else "",
            view=step.show.view if step.show else "text",
            show=_spoken(in_language(show, language), word),
            arrangement=step.arrangement,
            grouping=step.grouping,
            cut=step.cut,
            capture=tuple(step.capture),
        )

    def _plain_block(self, block_id: str, at: int | None, entry: BreakEntry | TalkEntry) -> Block:
        kind, text = ("break", entry.break_) if isinstance(entry, BreakEntry) else ("talk", entry.talk)
        title = in_language(text, self.file.language)
        seconds = round(entry.minutes * 60)
        say = in_language(entry.say, self.file.language) if isinstance(entry, TalkEntry) and entry.say else ""
        step = PlannedStep(f"{block_id}.s1", kind, title, seconds, seconds, seconds, say=say, arrangement="plenary")
        return Block(block_id, kind, title, (step,), at=at)

    def _word(self, terms: list[str]) -> str:
        """Return the label of a block's first word in the workshop's language, or nothing."""
        term = self._terms.get(terms[0]) if terms else None
        return in_language(dict(term.labels), self.file.language) if term else ""


def _spoken(text: str, word: str) -> str:
    """Fill in the block's word; without one, the words `this word` read well aloud."""
    return text.replace(TERM, word or "this word").strip()
