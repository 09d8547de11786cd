"""What the exchange formats share: what an export is told besides the glossary, plain data, texts by language."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from toolkit.files.problems import UserError
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from toolkit.files.document import Value
    from toolkit.library.domain import Domain
    from toolkit.library.glossary import Facets, Glossary

Texts = Mapping[str, str]
"""A text by language tag."""

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f]+")
"""A scheme, and nothing that Turtle or XML would need to escape in an IRI."""


@dataclass(frozen=True)
class Setting:
    """What an export is told besides the glossary."""

    domains: Mapping[str, Domain] = field(default_factory=dict)
    """What domains are called; one that is missing here goes by its id."""
    facets: Facets | None = None
    """What the codes of facets are called; without it they stand as they are."""
    language: str = "en"
    """The language of texts that say none, and the one that comes first."""
    base: str = ""
    """What the addresses of concepts begin with; `base_of` has the default."""
    on: str = ""
    """The day of the export (YYYY-MM-DD), for formats that must have one and a glossary that was not held."""


def plain(glossary: Glossary) -> dict[str, Value]:
    """Return the fields of a glossary that are set, as dicts, lists and scalars in the order of the model.

    A sense and a case always say whether anybody reviewed them.
    """
    data: dict[str, Any] = glossary.model_dump(exclude_unset=True, exclude_none=True)
    for term in data["terms"]:
        for part in (*term.get("senses", ()), *term.get("cases", ())):
            part.setdefault("review", "none")
    return data


def texts(text: str | Mapping[str, str] | None, language: str) -> dict[str, str]:
    """Return a text by language; one that says no language is in `language`."""
    if text is None:
        return {}
    return {language: text} if isinstance(text, str) else dict(text)


def domain_label(id_: str, setting: Setting, language: str = "") -> str:
    """Return what a domain is called; several that were counted as one have a + between them."""
    return " + ".join(_one_label(part, setting, language or setting.language) for part in id_.split("+"))


def _one_label(id_: str, setting: Setting, language: str) -> str:
    domain = setting.domains.get(id_)
    return in_language(domain.label, language) if domain else id_


def code_label(facet: str, code: str, setting: Setting, language: str) -> str:
    """Return what the code of a facet (`decides`, `by_when`, `follows`) is called."""
    known = getattr(setting.facets, facet, None) or []
    return next((in_language(entry.label, language) for entry in known if entry.id == code), code)


def day_of(glossary: Glossary, setting: Setting) -> str:
    """Return the day that a glossary is of: when it was held, else the day of the export."""
    return glossary.held.on if glossary.held else setting.on or "1970-01-01"


def base_of(glossary: Glossary, setting: Setting) -> str:
    """Return what addresses of concepts begin with.

    The default is below example.org, which belongs to nobody, and has the glossary's title in it, so that the
    addresses of two glossaries differ.

    Raises:
        UserError: The base that was given is no address.
    """
    if setting.base:
        if not _IRI.fullmatch(setting.base):
            raise UserError(f"{setting.base!r} is no base of addresses: write one such as https://example.org/words/")
        return setting.base if setting.base[-1] in "/#:" else setting.base + "/"
    held = f"{glossary.held.workshop} {glossary.held.on}" if glossary.held else ""
    words = re.findall(r"\w+", held or in_language(glossary.title, setting.language).casefold())
    slug = urllib.parse.quote("-".join(words)[:80].casefold() or "words")
    return f"https://example.org/glossary/{slug}/"
