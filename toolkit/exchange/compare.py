"""What moved between two versions of a glossary, one readable line for each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from toolkit.exchange.values import texts
from toolkit.files.problems import printable
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.library.glossary import Case, Glossary, Pair, Sense, Term

Kind = Literal[
    "term", "label", "note", "sense", "wording", "facet", "review", "outcome", "dissent", "case", "verdicts", "pair"
]
_FACETS = {"decides": "who decides", "by_when": "by when", "follows": "what follows"}


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was: what was added has no `before`, what was taken away no `after`."""

    kind: Kind
    term: str
    what: str
    """What has changed, in words, such as `sense of design`."""
    before: str | None = None
    after: str | None = None

    def __str__(self) -> str:
        """Return the change on one line."""
        where = f"{self.term}: {self.what}"
        if self.before is None and self.after is None:
            return printable(where)
        if self.before is None:
            return f"{printable(where)} added: {printable(self.after or '', 120)}"
        if self.after is None:
            return f"{printable(where)} removed: {printable(self.before, 120)}"
        return f"{printable(where)}: {printable(self.before, 120)} -> {printable(self.after, 120)}"


def compare(before: Glossary, after: Glossary) -> list[Change]:
    """Return what moved, in the order of the newer glossary, then what is gone."""
    old = {term.id: term for term in before.terms}
    new = {term.id: term for term in after.terms}
    changes: list[Change] = []
    for id_, term in new.items():
        if id_ in old:
            changes += _term(old[id_], term)
        else:
            changes.append(Change("term", id_, "term", after=in_language(term.labels, "en")))
    gone = [term for id_, term in old.items() if id_ not in new]
    return [*changes, *(Change("term", term.id, "term", before=in_language(term.labels, "en")) for term in gone)]


def _term(old: Term, new: Term) -> Iterator[Change]:
    yield from _local("label", old.id, "label", old.labels, new.labels)
    yield from _local("note", old.id, "note", old.note, new.note)
    yield from _senses(old, new)
    yield from _cases(old, new)
    yield from _pairs(old, new)
    told = [f"{term.outcome.decision}: {_words(term.outcome.text)}" if term.outcome else None for term in (old, new)]
    yield from _value("outcome", old.id, "outcome", *told)
    yield from _dissents(old, new)


def _words(text: str | Mapping[str, str] | None) -> str:
    """Return a text in all its languages."""
    return text if isinstance(text, str) else " / ".join(f"{tag} {said}" for tag, said in (text or {}).items())


def _value(kind: Kind, term: str, what: str, before: str | None, after: str | None) -> Iterator[Change]:
    if before != after:
        yield Change(kind, term, what, before, after)


def _local(
    kind: Kind, term: str, what: str, before: str | Mapping[str, str] | None, after: str | Mapping[str, str] | None
) -> Iterator[Change]:
    """Yield a change for each language in which a text differs."""
    old, new = texts(before, ""), texts(after, "")
    for tag in dict.fromkeys((*old, *new)):
        yield from _value(kind, term, f"{what} ({tag})" if tag else what, old.get(tag), new.get(tag))


def _senses(old: Term, new: Term) -> Iterator[Change]:
    matched = _matched(old.senses, new.senses)
    for sense in new.senses:
        if (earlier := matched.get(id(sense))) is None:
            yield Change("sense", old.id, _of(sense), after=_words(sense.definition))
        else:
            yield from _sense(old.id, earlier, sense)
    kept = {id(sense) for sense in matched.values()}
    for sense in old.senses:
        if id(sense) not in kept:
            yield Change("sense", old.id, _of(sense), before=_words(sense.definition))


def _of(sense: Sense) -> str:
    return f"sense of {sense.domain}" + (f" ({sense.id})" if sense.id else "")


def _matched(old: Sequence[Sense], new: Sequence[Sense]) -> dict[int, Sense]:
    """Return, by the identity of each newer sense, the older one that it is: by id, else by words, else by order."""
    matched: dict[int, Sense] = {}
    left = list(old)
    for same in (_same_id, _same_words, _same_origin):
        for sense in new:
            if id(sense) not in matched:
                twin = next((s for s in left if s.domain == sense.domain and same(s, sense)), None)
                if twin is not None:
                    matched[id(sense)] = twin
                    left = [s for s in left if s is not twin]
    return matched


def _same_id(old: Sense, new: Sense) -> bool:
    return old.id is not None and old.id == new.id


def _same_words(old: Sense, new: Sense) -> bool:
    return old.definition == new.definition and old.origin == new.origin


def _same_origin(old: Sense, new: Sense) -> bool:
    return old.origin == new.origin and None in (old.id, new.id)


def _sense(term: str, old: Sense, new: Sense) -> Iterator[Change]:
    where = _of(new)
    yield from _local("wording", term, f"{where}, definition", old.definition, new.definition)
    yield from _local("wording", term, f"{where}, example", old.example, new.example)
    for name, words in _FACETS.items():
        before, after = getattr(old, name), getattr(new, name)
        codes = [facet.code if facet else None for facet in (before, after)]
        yield from _value("facet", term, f"{where}, {words}", *codes)
        said = [facet.text if facet else None for facet in (before, after)]
        yield from _local("wording", term, f"{where}, {words}", *said)
    if old.sources != new.sources:
        titles = ["; ".join(source.title for source in sense.sources) for sense in (old, new)]
        yield Change("wording", term, f"{where}, sources", titles[0] or None, titles[1] or None)
    yield from _value("sense", term, f"{where}, origin", old.origin, new.origin)
    yield from _value("review", term, f"{where}, review", _signed(old), _signed(new))


def _signed(part: Sense | Case) -> str:
    return part.review if isinstance(part.review, str) else f"{part.review.by}, {part.review.on}"


def _cases(old: Term, new: Term) -> Iterator[Change]:
    before, after = ({case.id: case for case in term.cases} for term in (old, new))
    for id_ in dict.fromkeys((*before, *after)):
        one, other = before.get(id_), after.get(id_)
        if one and other:
            yield from _case(old.id, one, other)
        else:
            said = [_words(case.text) if case else None for case in (one, other)]
            yield Change("case", old.id, f"case {id_}", *said)


def _case(term: str, old: Case, new: Case) -> Iterator[Change]:
    where = f"case {new.id}"
    yield from _local("case", term, where, old.text, new.text)
    yield from _local("case", term, f"{where}, splits", old.splits, new.splits)
    yield from _value("case", term, f"{where}, expected", old.expect, new.expect)
    yield from _value("case", term, f"{where}, origin", old.origin, new.origin)
    yield from _value("review", term, f"{where}, review", _signed(old), _signed(new))
    for domain in dict.fromkeys((*old.verdicts, *new.verdicts)):
        counts = [case.verdicts.get(domain) for case in (old, new)]
        shown = [f"{count.yes} yes, {count.no} no, {count.unsure} unsure" if count else None for count in counts]
        yield from _value("verdicts", term, f"{where}, answers of {domain}", *shown)


def _pairs(old: Term, new: Term) -> Iterator[Change]:
    before, after = ({frozenset((pair.a, pair.b)): pair for pair in term.pairs} for term in (old, new))
    for key in dict.fromkeys((*before, *after)):
        pair = after.get(key) or before[key]
        shown = [_found(found) if found else None for found in (before.get(key), after.get(key))]
        yield from _value("pair", old.id, f"{pair.a} and {pair.b}", *shown)


def _found(pair: Pair) -> str:
    parts: list[str] = [pair.state]
    if pair.mismatch is not None:
        parts.append(f"mismatch {pair.mismatch:.3g}")
    if pair.deciding_case:
        parts.append(f"by {pair.deciding_case}")
    return ", ".join([*parts, pair.evidence])


def _dissents(old: Term, new: Term) -> Iterator[Change]:
    for dissent in new.dissents:
        if dissent not in old.dissents:
            yield Change("dissent", old.id, f"dissent of {dissent.domain}", after=_words(dissent.text))
    for dissent in old.dissents:
        if dissent not in new.dissents:
            yield Change("dissent", old.id, f"dissent of {dissent.domain}", before=_words(dissent.text))
