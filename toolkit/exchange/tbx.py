"""A glossary as TBX-Basic (ISO 30042:2019, DCA style): one concept entry per sense, its domain as subject field.

XML 1.0 forbids control characters. Each is written as its picture (U+2400 to U+2421), or U+FFFD where it has none,
and a note in the entry says that this was done, so that nothing is lost without a trace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from toolkit.exchange.foreign import visible
from toolkit.exchange.names import NamedSense, named_senses
from toolkit.exchange.phrases import outcome_line, pair_line, phrase, review_line
from toolkit.exchange.values import Setting, code_label, domain_label, texts
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.library.fields import Source
    from toolkit.library.glossary import Glossary, Sense, Term

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "xml:lang"
REPLACED = "Control characters, which XML cannot carry, are shown as pictures (U+2400 to U+2421) or as U+FFFD."


def to_tbx(glossary: Glossary, setting: Setting) -> str:
    """Return the glossary's senses as a TBX-Basic file."""
    root = ET.Element("tbx", {"xmlns": NAMESPACE, "type": "TBX-Basic", "style": "dca", _LANG: setting.language})
    _header(root, glossary, setting)
    _shown(root)
    senses = named_senses(glossary)
    text = ET.SubElement(root, "text")
    if senses:
        body = ET.SubElement(text, "body")
        for named in senses:
            rivals = [other for other in senses if other.term is named.term and other is not named]
            body.append(_entry(named, rivals, setting))
    ET.indent(root, " ")
    # A carriage return in the file would be read as a line feed; all that are left stand in texts.
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode").replace("\r", "&#13;") + "\n"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element with a text; `lang` stands for `xml:lang`."""
    named = {_LANG if name == "lang" else name: value for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    element.text = text or None
    return element


def _header(root: ET.Element, glossary: Glossary, setting: Setting) -> None:
    header = ET.SubElement(root, "tbxHeader")
    file = ET.SubElement(header, "fileDesc")
    _add(ET.SubElement(file, "titleStmt"), "title", in_language(glossary.title, setting.language))
    held = glossary.held
    made = ", ".join(filter(None, (held.workshop, held.on, held.place))) if held else ""
    words = "Exported from a glossary of the workshop toolkit."
    if made:
        words += f" {phrase('held', setting.language)}: {made}"
    _add(ET.SubElement(file, "sourceDesc"), "p", words)
    _add(ET.SubElement(header, "encodingDesc"), "p", REPLACED)


def _entry(named: NamedSense, rivals: Sequence[NamedSense], setting: Setting) -> ET.Element:
    term, sense = named.term, named.sense
    entry = ET.Element("conceptEntry", {"id": named.name})
    _add(entry, "descrip", domain_label(sense.domain, setting), type="subjectField")
    words = {**term.labels}
    words.setdefault(setting.language, in_language(term.labels, setting.language))
    for language in _wordless(sense, words, setting):
        _texts(entry, language, sense, setting)
        if example := texts(sense.example, setting.language).get(language):
            _add(entry, "note", f"{phrase('example', language)}: {example}", lang=language)
    for line in _entry_notes(term, sense, setting):
        _add(entry, "note", line, lang=setting.language)
    for rival in rivals:
        _add(entry, "ref", domain_label(rival.sense.domain, setting), type="crossReference", target=rival.name)
    for source in sense.sources:
        _add(entry, "admin", _source(source, setting), type="source")
    for language, word in words.items():
        _language(entry, language, word, sense, setting)
    if _shown(entry):
        entry.insert(1, _add(ET.Element("entry"), "note", REPLACED))
    return entry


def _shown(element: ET.Element) -> bool:
    """Put pictures for control characters into every text of an element; tell whether there were any."""
    found = False
    for part in element.iter():
        shown = visible(part.text or "")
        found, part.text = found or shown != (part.text or ""), shown or None
    return found


def _entry_notes(term: Term, sense: Sense, setting: Setting) -> Iterator[str]:
    """Yield what is said about a sense besides its definition, in the setting's language."""
    language = setting.language
    if sense.origin:
        yield f"{phrase('origin', language)}: {sense.origin}"
    yield review_line(sense.review, language)
    if term.note:
        yield in_language(term.note, language)
    if term.outcome:
        yield f"{phrase('outcome', language)}: {outcome_line(term.outcome, language)}"
    for dissent in term.dissents:
        owner = domain_label(dissent.domain, setting)
        yield f"{phrase('dissent', language)}, {owner}: {in_language(dissent.text, language)}"
    for pair in term.pairs:
        if sense.domain in (*pair.a.split("+"), *pair.b.split("+")):
            yield pair_line(pair, term, setting, language)


def _wordless(sense: Sense, words: dict[str, str], setting: Setting) -> list[str]:
    """Return the languages that a sense says something in, but the word has no label in."""
    facets = [facet.text for facet in (sense.decides, sense.by_when, sense.follows) if facet]
    said = [texts(text, setting.language) for text in (sense.definition, sense.example, *facets)]
    return list(dict.fromkeys(tag for text in said for tag in text if tag not in words))


def _language(entry: ET.Element, language: str, word: str, sense: Sense, setting: Setting) -> None:
    """Add the section of a language: definition, the three answers, the word with its example as context."""
    section = ET.SubElement(entry, "langSec", {_LANG: language})
    _texts(section, language, sense, setting)
    term = ET.SubElement(section, "termSec")
    _add(term, "term", word)
    if example := texts(sense.example, setting.language).get(language):
        _add(term, "descrip", example, type="context")


def _texts(parent: ET.Element, language: str, sense: Sense, setting: Setting) -> None:
    """Add the definition and the three answers in one language."""
    if definition := texts(sense.definition, setting.language).get(language):
        _add(parent, "descrip", definition, type="definition", lang=language)
    for name in ("decides", "by_when", "follows"):
        facet = getattr(sense, name)
        said = texts(facet.text, setting.language) if facet else {}
        if facet and (language in said or (not said and language == setting.language)):
            label = f"{phrase(name, language)}: {code_label(name, facet.code, setting, language)}"
            _add(parent, "note", f"{label}. {said[language]}" if said else label, lang=language)


def _source(source: Source, setting: Setting) -> str:
    quotation = f"“{in_language(source.quotation, setting.language)}”" if source.quotation else None
    use = in_language(source.use, setting.language) if source.use else None
    return "; ".join(filter(None, (source.title, source.address, quotation, use)))
