"""A glossary as Glossarist v3: a concept per sense, its texts per language, and how senses of a word relate.

Senses of one word are homographs of each other. What a room found adds to it: a conflict is a false friend and a
contrast, same use an exact or a close match. Vague and undecided pairs add nothing.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from toolkit.exchange.languages import script_of, three_letters
from toolkit.exchange.names import NamedSense, named_senses, sides
from toolkit.exchange.phrases import outcome_line, pair_line, phrase, review_line
from toolkit.exchange.skos_relations import CLASH, CLOSE, EXACT, relations
from toolkit.exchange.values import Setting, base_of, code_label, day_of, domain_label, texts
from toolkit.exchange.yaml_text import yaml_lines
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toolkit.library.fields import Source
    from toolkit.library.glossary import Glossary, Sense

Data = dict[str, Any]

_MEANT = {CLASH: ("false_friend", "contrast"), EXACT: ("exact_match",), CLOSE: ("close_match",)}
DATASET = "workshop-glossary"


def to_glossarist(glossary: Glossary, setting: Setting) -> dict[str, str]:
    """Return `register.yaml`, `concepts/NAME.yaml` per sense and `localized-concepts/UUID.yaml` per language of it."""
    base = base_of(glossary, setting)
    senses = named_senses(glossary)
    said = list(relations(glossary, senses))
    files = {"register.yaml": _register(glossary, senses, setting, base)}
    for named in senses:
        ids = {
            code: str(uuid.uuid5(uuid.NAMESPACE_URL, f"{base}senses/{named.name}#{code}"))
            for code in _codes(named, setting)
        }
        related = list(_related(named, senses, said, setting))
        files[f"concepts/{named.name}.yaml"] = _file(_concept(named, ids, related, setting, base))
        for code, id_ in ids.items():
            files[f"localized-concepts/{id_}.yaml"] = _file(_localized(named, code, id_, setting))
    return files


def _file(data: Data) -> str:
    return "\n".join(["---", *yaml_lines(data)]) + "\n"


def _codes(named: NamedSense, setting: Setting) -> list[str]:
    """Return the languages that anything about a sense is said in."""
    return list(dict.fromkeys(map(three_letters, _tags(named, setting))))


def _tags(named: NamedSense, setting: Setting) -> list[str]:
    sense = named.sense
    facets = [facet.text for facet in (sense.decides, sense.by_when, sense.follows) if facet]
    said = [texts(text, setting.language) for text in (sense.definition, sense.example, named.term.note, *facets)]
    return [*named.term.labels, *(tag for text in said for tag in text)]


def _register(glossary: Glossary, senses: Iterable[NamedSense], setting: Setting, base: str) -> str:
    codes = list(dict.fromkeys(code for named in senses for code in _codes(named, setting)))
    held = glossary.held
    return _file(
        {
            "schema_type": "glossarist",
            "schema_version": "3",
            "id": DATASET,
            "ref": in_language(glossary.title, setting.language),
            "year": int(day_of(glossary, setting)[:4]),
            "urn": base,
            "status": "current",
            **({"owner": held.workshop} if held else {}),
            "languages": codes,
            "description": _by_code(texts(glossary.title, setting.language)),
        }
    )


def _concept(named: NamedSense, ids: Data, related: list[Data], setting: Setting, base: str) -> Data:
    owner = named.sense.domain
    data: Data = {
        "identifier": named.name,
        "uri": f"{base}senses/{named.name}",
        "localized_concepts": ids,
        "domains": [{"id": owner, "ref_type": "domain", "term": domain_label(owner, setting)}],
        "tags": [named.term.id],
        "sources": [_source(source, setting) for source in named.sense.sources],
    }
    whole = {"id": named.name, "data": _filled(data), "related": related, "status": "draft"}
    return _filled(whole)


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in ([], {}, None)}


def _related(
    named: NamedSense, senses: Iterable[NamedSense], said: Iterable[tuple[str, str, str]], setting: Setting
) -> Iterator[Data]:
    """Yield the relations of a sense to the other senses of its word."""
    found = {(a, b): relation for relation, a, b in said} | {(b, a): relation for relation, a, b in said}
    for other in senses:
        if other.term is not named.term or other is named:
            continue
        relation = found.get((named.name, other.name), "")
        text = in_language(other.term.labels, setting.language)
        for type_ in ("homograph", *_MEANT.get(relation, ())):
            yield {"type": type_, "ref": {"source": DATASET, "id": other.name, "text": text}}


def _source(source: Source, setting: Setting) -> Data:
    origin: Data = {"ref": {"source": source.title}, "original": source.title}
    if source.address:
        origin["link"] = source.address
    quoted = f"“{in_language(source.quotation, setting.language)}”" if source.quotation else None
    used = in_language(source.use, setting.language) if source.use else None
    about = "; ".join(filter(None, (quoted, used)))
    made: Data = {"type": "lineage", "status": "modified", "origin": origin}
    return {**made, "modification": about} if about else made


def _localized(named: NamedSense, code: str, id_: str, setting: Setting) -> Data:
    """Return what a sense has in one language; several tags may share its code, such as zh-Hant and zh-Hans."""
    sense = named.sense
    data: Data = {
        "language_code": code,
        "designations": [
            _designation(tag, word) for tag, word in named.term.labels.items() if three_letters(tag) == code
        ],
        "definition": _contents(texts(sense.definition, setting.language), code),
        "domain": domain_label(sense.domain, setting, _tag(named, code, setting)),
        "notes": [{"content": line} for line in _notes(named, code, setting)],
        "examples": _contents(texts(sense.example, setting.language), code),
    }
    if not data["designations"]:
        word = in_language(named.term.labels, setting.language)
        data["designations"] = [{"type": "expression", "designation": word}]
    return {"id": id_, "data": _filled(data), "status": "draft"}


def _tag(named: NamedSense, code: str, setting: Setting) -> str:
    return next(tag for tag in _tags(named, setting) if three_letters(tag) == code)


def _designation(tag: str, word: str) -> Data:
    script = script_of(tag)
    made: Data = {"type": "expression", "designation": word, "language": three_letters(tag)}
    return {**made, "script": script} if script else made


def _contents(said: Mapping[str, str], code: str) -> list[Data]:
    return [{"content": text} for tag, text in said.items() if three_letters(tag) == code]


def _by_code(said: Mapping[str, str]) -> Data:
    found: Data = {}
    for tag, text in said.items():
        found.setdefault(three_letters(tag), text)
    return found


def _notes(named: NamedSense, code: str, setting: Setting) -> Iterator[str]:
    """Yield the three answers, and in the setting's language what was found and decided."""
    term, sense = named.term, named.sense
    for name in ("decides", "by_when", "follows"):
        yield from _facet(name, sense, code, setting)
    yield from (text for tag, text in texts(term.note, setting.language).items() if three_letters(tag) == code)
    main = setting.language
    codes = _codes(named, setting)
    if code != (three_letters(main) if three_letters(main) in codes else codes[0]):
        return
    yield review_line(sense.review, main)
    if sense.origin:
        yield f"{phrase('origin', main)}: {sense.origin}"
    if term.outcome:
        yield f"{phrase('outcome', main)}: {outcome_line(term.outcome, main)}"
    for dissent in term.dissents:
        yield f"{phrase('dissent', main)}, {domain_label(dissent.domain, setting)}: {in_language(dissent.text, main)}"
    for pair in term.pairs:
        if any(sense.domain in side for side in sides(pair)):
            yield pair_line(pair, term, setting, main)


def _facet(name: str, sense: Sense, code: str, setting: Setting) -> Iterator[str]:
    if (facet := getattr(sense, name)) is None:
        return
    said = texts(facet.text, setting.language) or {setting.language: ""}
    for tag, text in said.items():
        if three_letters(tag) == code:
            label = f"{phrase(name, tag)}: {code_label(name, facet.code, setting, tag)}"
            yield f"{label}. {text}" if text else label
