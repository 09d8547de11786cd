"""A glossary to read: per term the senses side by side, what was decided, who dissents, and what the cases showed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.foreign import markdown
from toolkit.exchange.phrases import outcome_line, pair_line, phrase, review_line
from toolkit.exchange.values import code_label, domain_label
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.exchange.values import Setting
    from toolkit.library.fields import Source
    from toolkit.library.glossary import Facet, Glossary, Sense, Term


def to_markdown(glossary: Glossary, setting: Setting) -> str:
    """Return the glossary as Markdown, in the setting's language where texts have it."""
    lines = [f"# {_say(glossary.title, setting)}", ""]
    if held := glossary.held:
        where = ", ".join(markdown(part) for part in (held.workshop, held.on, held.place) if part)
        lines += [f"{phrase('held', setting.language)}: {where}", ""]
    for term in glossary.terms:
        lines += _term(term, setting)
    return "\n".join(lines).rstrip("\n") + "\n"


def _say(text: str | dict[str, str], setting: Setting) -> str:
    return markdown(in_language(text, setting.language))


def _word(name: str, setting: Setting) -> str:
    return phrase(name, setting.language)


def _term(term: Term, setting: Setting) -> Iterator[str]:
    """Yield the section of a term."""
    word = in_language(term.labels, setting.language)
    others = [f"{markdown(label)} ({tag})" for tag, label in term.labels.items() if label != word]
    yield from (f"## {markdown(word)}", "")
    if others:
        yield from (" · ".join(others), "")
    if term.note:
        yield from (_say(term.note, setting), "")
    if term.senses:
        yield from _senses(term, setting)
    yield from _decided(term, setting)
    yield from _met(term, setting)
    yield from _cases(term, setting)
    yield from _sources(term, setting)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    cells = list(head)
    yield f"| {' | '.join(cells)} |"
    yield "|" + "---|" * len(cells)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _senses(term: Term, setting: Setting) -> Iterator[str]:
    names = ("domain", "definition", "decides", "by_when", "follows", "example")
    rows = [_sense(sense, setting) for sense in term.senses]
    yield from _table([_word(name, setting) for name in names], rows)


def _sense(sense: Sense, setting: Setting) -> list[str]:
    owner = f"**{markdown(domain_label(sense.domain, setting))}**"
    if sense.id:
        owner += f" ({sense.id})"
    signs = [review_line(sense.review, setting.language)]
    if sense.origin:
        signs.insert(0, f"{_word('origin', setting)}: {sense.origin}")
    return [
        owner,
        f"{_say(sense.definition, setting)} ({markdown('; '.join(signs))})",
        *(_facet(name, getattr(sense, name), setting) for name in ("decides", "by_when", "follows")),
        _say(sense.example, setting) if sense.example else "",
    ]


def _facet(name: str, facet: Facet | None, setting: Setting) -> str:
    if facet is None:
        return ""
    label = markdown(code_label(name, facet.code, setting, setting.language))
    return f"{label}: {_say(facet.text, setting)}" if facet.text else label


def _decided(term: Term, setting: Setting) -> Iterator[str]:
    if term.outcome:
        yield from (f"**{_word('outcome', setting)}.** {markdown(outcome_line(term.outcome, setting.language))}", "")
    for dissent in term.dissents:
        domain = markdown(domain_label(dissent.domain, setting))
        yield from (f"**{_word('dissent', setting)}, {domain}.** {_say(dissent.text, setting)}", "")


def _met(term: Term, setting: Setting) -> Iterator[str]:
    if term.pairs:
        yield from (f"### {_word('pairs', setting)}", "")
        yield from (f"- {markdown(pair_line(pair, term, setting, setting.language))}" for pair in term.pairs)
        yield ""


def _cases(term: Term, setting: Setting) -> Iterator[str]:
    if not term.cases:
        return
    domains = list(dict.fromkeys(domain for case in term.cases for domain in case.verdicts))
    yield from (f"### {_word('cases', setting)}", "")
    if not domains:
        yield from (f"{number}. {_say(case.text, setting)}" for number, case in enumerate(term.cases, 1))
        yield ""
        return
    yield from (_word("counts", setting), "")
    rows = []
    for case in term.cases:
        counts = [case.verdicts.get(domain) for domain in domains]
        shown = [f"{count.yes} / {count.no} / {count.unsure}" if count else "" for count in counts]
        rows.append([_say(case.text, setting), *shown])
    heads = [markdown(domain_label(domain, setting)) for domain in domains]
    yield from _table([_word("case", setting), *heads], rows)


def _sources(term: Term, setting: Setting) -> Iterator[str]:
    if any(sense.sources for sense in term.senses):
        yield from (f"### {_word('sources', setting)}", "")
        for sense in term.senses:
            domain = markdown(domain_label(sense.domain, setting))
            yield from (f"- {domain}: {_source(source, setting)}" for source in sense.sources)
        yield ""


def _source(source: Source, setting: Setting) -> str:
    parts = [markdown(source.title)]
    if source.address:
        parts.append(markdown(source.address))
    if source.quotation:
        parts.append(f"“{_say(source.quotation, setting)}”")
    if source.use:
        parts.append(_say(source.use, setting))
    return "; ".join(parts)
