"""From the files of a folder to the plan: every reference looked up, every text in the workshop's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.files.look import is_file
from toolkit.files.problems import InputError, Problem
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.catalogue import Catalogue
from toolkit.library.domain import Domain
from toolkit.library.fields import in_language
from toolkit.library.glossary import Facets
from toolkit.library.unknown import unknown
from toolkit.library.validate import validate
from toolkit.workshop.blocks import Blocks
from toolkit.workshop.carried import with_carried
from toolkit.workshop.file import ExerciseEntry, WorkshopFile
from toolkit.workshop.plan import (
    DomainInfo,
    FacetCode,
    KnownSense,
    PersonInfo,
    Plan,
    StarterCase,
    TermInfo,
)
from toolkit.workshop.roster import Roster, read_roster
from toolkit.workshop.times import parse_clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Document, Trail
    from toolkit.library.glossary import Sense, Term
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Block


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
        roster = read_roster(folder.path / file.roster, plan.domains)
    plan, problems = with_carried(with_people(plan, roster), file, document, roster)
    return Resolved(plan, roster, (*catalogue.problems, *roster.problems, *problems))


def with_people(plan: Plan, roster: Roster) -> Plan:
    """Return `plan` with the ids and domains of a roster's people."""
    people = tuple(PersonInfo(person.id, person.domain or None) for person in roster.people)
    return replace(plan, people=people)


def domain_info(domain: Domain, language: str) -> DomainInfo:
    """Return a domain as it is shown in a language."""
    return DomainInfo(domain.id, in_language(domain.label, language), domain.code, domain.colour, domain.pattern)


class _Resolver:
    """Looks up what one workshop file names."""

    def __init__(self, file: WorkshopFile, document: Document, catalogue: Catalogue) -> None:
        self.file, self.document, self.catalogue = file, document, catalogue
        self.problems: list[Problem] = []
        self._terms: dict[str, Term] = {}
        self._brought: dict[str, str] = {}
        """By term: the exercise that brings it along."""

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
            yield domain_info(domain, self.file.language)

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
        for entry in self.file.agenda:
            if isinstance(entry, ExerciseEntry) and not entry.terms and (own := self._own_term(entry.exercise)):
                known = self.catalogue.term(own.id)
                if known is None:
                    self._brought[own.id] = entry.exercise
                yield own.id, known or own

    def _own_term(self, exercise: str) -> Term | None:
        """Return what an exercise votes on where it is given no word."""
        found = self.catalogue.exercise(exercise)
        return found.item.term if found else None

    def _term(self, id_: str, term: Term) -> TermInfo:
        language = self.file.language
        cases = [StarterCase(c.id, in_language(c.text, language), c.expect or "borderline") for c in term.cases]
        senses = [self._sense(sense) for sense in term.senses]
        return TermInfo(id_, dict(term.labels), tuple(cases), tuple(senses), self._brought.get(id_, ""))

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
        blocks = Blocks(self.file, self.document, self.catalogue, self._terms)
        yield from blocks.all()
        self.problems += blocks.problems

    def _complain(self, trail: Trail, what: str) -> None:
        self.problems.append(self.document.problem(trail, what))
