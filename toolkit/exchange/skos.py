"""A glossary as SKOS: a file per domain, which is a vocabulary of its own, and a bundle that relates their senses.

SKOS has no word for senses that clash, so a property of our own says it, as a kind of mapping. Where a pair is vague or
undecided nothing is said: few answers are no ground for a relation, and `relatedMatch` beside a chain of `exactMatch`
would break SKOS's integrity condition S46.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.foreign import visible
from toolkit.exchange.names import NamedSense, named_senses
from toolkit.exchange.phrases import outcome_line, pair_line, review_line
from toolkit.exchange.skos_relations import relations
from toolkit.exchange.turtle import Subject, iri, literal, turtle
from toolkit.exchange.values import base_of, code_label, day_of, domain_label, texts
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.exchange.values import Setting
    from toolkit.library.fields import Source
    from toolkit.library.glossary import Facet, Glossary, Sense, Term

_FACETS = {"decides": "whoDecides", "by_when": "byWhen", "follows": "whatFollows"}
_OWN = (
    ("incompatibleWith", "incompatible with", "skos:mappingRelation", "One word, two uses that a room found to clash."),
    ("whoDecides", "who decides", "skos:note", "Who decides, in the domain whose sense this is."),
    ("byWhen", "by when", "skos:note", "How fast, or by when."),
    ("whatFollows", "what follows", "skos:note", "What follows if it goes wrong."),
)


def to_skos(glossary: Glossary, setting: Setting) -> dict[str, str]:
    """Return `domains/ID.ttl` for each domain that has a sense, and `bundle.ttl`."""
    export = _Export(glossary, setting)
    files = {f"domains/{id_}.ttl": export.domain(id_) for id_ in export.domains}
    return {**files, "bundle.ttl": export.bundle()}


class _Export:
    """One glossary, on its way to Turtle."""

    def __init__(self, glossary: Glossary, setting: Setting) -> None:
        self.glossary, self.setting = glossary, setting
        self.base = base_of(glossary, setting)
        self.senses = named_senses(glossary)
        self.domains = list(dict.fromkeys(named.sense.domain for named in self.senses))

    def domain(self, id_: str) -> str:
        """Return the vocabulary of one domain."""
        senses = [named for named in self.senses if named.sense.domain == id_]
        scheme = Subject(self._scheme(id_))
        scheme.say("a", "skos:ConceptScheme")
        domain = self.setting.domains.get(id_)
        title = in_language(self.glossary.title, self.setting.language)
        # A vocabulary has one label here, because the profile VocPub allows no second, in any language.
        scheme.say("skos:prefLabel", self._main(f"{_trim(title)}: {domain_label(id_, self.setting)}"))
        scheme.say("skos:definition", *(self._texts(domain.about) if domain else [self._main(f"Senses of {id_}.")]))
        self._signed(scheme)
        scheme.say("skos:hasTopConcept", *(iri(self._address(named.name)) for named in senses))
        subjects = [scheme, self._agent(), *_own_properties(self.base, list(_FACETS.values()))]
        subjects += [self._concept(named, whole=True) for named in senses]
        return turtle(subjects, {"words": self.base})

    def bundle(self) -> str:
        """Return what holds across domains. It declares one scheme, its own, because checkers want one per file."""
        scheme = Subject(f"{self.base}bundle")
        scheme.say("a", "skos:ConceptScheme")
        title = in_language(self.glossary.title, self.setting.language)
        scheme.say("skos:prefLabel", self._main(title))
        self._signed(scheme)
        concepts = {named.name: self._concept(named, whole=False) for named in self.senses}
        for relation, a, b in relations(self.glossary, self.senses):
            concepts[a].say(relation, iri(self._address(b)))
            concepts[b].say(relation, iri(self._address(a)))
        words = [self._word(i, term) for i, term in enumerate(self.glossary.terms) if term.senses]
        own = _own_properties(self.base, ["incompatibleWith"])
        return turtle([scheme, self._agent(), *own, *words, *concepts.values()], {"words": self.base})

    def _signed(self, scheme: Subject) -> None:
        """Say when a scheme was made, by whom, and from what."""
        day = literal(day_of(self.glossary, self.setting), type_="xsd:date")
        scheme.say("dcterms:created", day)
        scheme.say("dcterms:modified", day)
        scheme.say("dcterms:creator", iri(f"{self.base}makers"))
        scheme.say("dcterms:publisher", iri(f"{self.base}makers"))
        scheme.say("skos:historyNote", self._main(f"Exported from the glossary “{self._made_by()}”."))

    def _made_by(self) -> str:
        held = self.glossary.held
        title = in_language(self.glossary.title, self.setting.language)
        return ", ".join(filter(None, (held.workshop, held.on, held.place))) if held else title

    def _agent(self) -> Subject:
        agent = Subject(f"{self.base}makers")
        agent.say("a", "schema:Organization")
        agent.say("schema:name", literal(self._made_by()))
        agent.say("schema:url", literal(self.base, type_="xsd:anyURI"))
        return agent

    def _concept(self, named: NamedSense, *, whole: bool) -> Subject:
        """Return a sense: everything in its domain's file, labels and definition in the bundle."""
        sense = named.sense
        concept = Subject(self._address(named.name))
        concept.say("a", "skos:Concept")
        concept.say("rdfs:isDefinedBy", iri(self._scheme(sense.domain)))
        self._labels(concept, named, every=not whole)
        concept.say("skos:definition", *self._texts(sense.definition))
        if whole:
            concept.say("skos:inScheme", iri(self._scheme(sense.domain)))
            concept.say("skos:topConceptOf", iri(self._scheme(sense.domain)))
            self._details(concept, named.term, sense)
        return concept

    def _labels(self, concept: Subject, named: NamedSense, *, every: bool) -> None:
        """Say what a sense is called: with its domain where the label must be its own, and the bare word besides."""
        seen: set[str] = set()
        main = self.setting.language.casefold()
        labels = dict(named.term.labels)
        if main not in {tag.casefold() for tag in labels}:
            labels = {self.setting.language: in_language(labels, self.setting.language), **labels}
        for tag, word in labels.items():
            if (every or tag.casefold() == main) and tag.casefold() not in seen:
                seen.add(tag.casefold())
                label = f"{_trim(word)} ({domain_label(named.sense.domain, self.setting, tag)})"
                concept.say("skos:prefLabel", literal(label + (f" {named.number}" * (named.number > 1)), tag))
            concept.say("skos:altLabel", literal(_trim(word), tag))

    def _details(self, concept: Subject, term: Term, sense: Sense) -> None:
        concept.say("skos:example", *self._texts(sense.example))
        for facet, name in _FACETS.items():
            concept.say(f"words:{name}", *self._facet(facet, getattr(sense, facet)))
        concept.say("skos:scopeNote", *self._texts(term.note))
        concept.say("dcterms:source", *(literal(self._source(source)) for source in sense.sources))
        concept.say("skos:historyNote", *([self._main(sense.origin)] if sense.origin else []))
        concept.say("skos:editorialNote", self._main(review_line(sense.review, self.setting.language)))
        notes = [d for d in term.dissents if d.domain == sense.domain]
        concept.say("skos:changeNote", *(text for dissent in notes for text in self._texts(dissent.text)))

    def _facet(self, name: str, facet: Facet | None) -> list[str]:
        if facet is None:
            return []
        said = texts(facet.text, self.setting.language) or {self.setting.language: ""}
        labels = {tag: code_label(name, facet.code, self.setting, tag) for tag in said}
        return [literal(_trim(f"{labels[tag]}: {text}" if text else labels[tag]), tag) for tag, text in said.items()]

    def _source(self, source: Source) -> str:
        parts = [source.title, source.address]
        if source.quotation:
            parts.append(f"“{in_language(source.quotation, self.setting.language)}”")
        if source.use:
            parts.append(in_language(source.use, self.setting.language))
        return "; ".join(filter(None, parts))

    def _word(self, index: int, term: Term) -> Subject:
        """Return what was found about a word as a collection of its senses."""
        word = Subject(f"{self.base}words/{term.id}" + (f".{index + 1}" if self._twice(term) else ""))
        word.say("a", "skos:Collection")
        language = self.setting.language
        seen: set[str] = set()
        for tag, label in term.labels.items():
            word.say("skos:altLabel" if tag.casefold() in seen else "skos:prefLabel", literal(_trim(label), tag))
            seen.add(tag.casefold())
        word.say("skos:scopeNote", *self._texts(term.note))
        if term.outcome:
            word.say("skos:changeNote", self._main(outcome_line(term.outcome, language)))
        for dissent in term.dissents:
            owner = domain_label(dissent.domain, self.setting)
            word.say("skos:changeNote", self._main(f"{owner}: {in_language(dissent.text, language)}"))
        word.say("skos:note", *(self._main(pair_line(pair, term, self.setting, language)) for pair in term.pairs))
        members = [named.name for named in self.senses if named.term is term]
        word.say("skos:member", *(iri(self._address(name)) for name in members))
        return word

    def _twice(self, term: Term) -> bool:
        return sum(other.id == term.id for other in self.glossary.terms) > 1

    def _texts(self, text: str | Mapping[str, str] | None) -> list[str]:
        """Return a text once per language; where tags differ in case alone, the first is taken."""
        by_tag: dict[str, str] = {}
        for tag, said in texts(text, self.setting.language).items():
            by_tag.setdefault(tag.casefold(), literal(_trim(said), tag))
        return list(by_tag.values())

    def _main(self, text: str) -> str:
        return literal(_trim(text), self.setting.language)

    def _address(self, name: str) -> str:
        return f"{self.base}senses/{name}"

    def _scheme(self, domain: str) -> str:
        return f"{self.base}domains/{domain}"


def _trim(text: str) -> str:
    """Return `text` without white space at its ends, which checkers of SKOS take for a fault."""
    return text.strip() or visible(text)


def _own_properties(base: str, names: Iterable[str]) -> list[Subject]:
    wanted = set(names)
    made = []
    for name, label, parent, about in _OWN:
        if name in wanted:
            subject = Subject(base + name)
            subject.say("a", "rdf:Property")
            subject.say("rdfs:label", literal(label, "en"))
            subject.say("rdfs:comment", literal(about, "en"))
            subject.say("rdfs:subPropertyOf", parent)
            made.append(subject)
    return made
