"""What stands on one piece of paper: values by name, lists of values, and whose domain it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toolkit.library.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.said import PairSaid
    from toolkit.workshop.plan import DomainInfo

_END_OF_ISOLATE = "\u2069"
_ENDS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", _END_OF_ISOLATE)}
"""What begins a stretch of forced order, and what ends it (UAX 9)."""
_OPENING = re.compile(f"[{''.join(_ENDS)}]")


@dataclass(frozen=True)
class Card:
    """The values of one card or document, or of one entry of a list within."""

    values: Mapping[str, str]
    """By placeholder: `name`, `affiliation`, …"""
    domain: DomainInfo | None = None
    record: str = ""
    """What a report calls it."""
    languages: tuple[str, ...] = ()
    """The languages of the person it is about."""
    lists: Mapping[str, tuple[Card, ...]] = field(default_factory=dict)
    """By name: `cases`, `steps`, …"""
    pairs: tuple[PairSaid, ...] = ()
    """How far domains are apart on a term, for drawings."""

    def with_entry(self, entry: Card) -> Card:
        """Return what an entry of one of its lists is drawn from: all that it has, and what is known around it."""
        return replace(
            entry,
            values={**self.values, **entry.values},
            domain=entry.domain or self.domain,
            record=entry.record or self.record,
            languages=entry.languages or self.languages,
            lists={**self.lists, **entry.lists},
            pairs=entry.pairs or self.pairs,
        )

    def has(self, name: str) -> bool:
        """Tell whether there is anything under a name."""
        return bool(self.lists.get(name) or self.values.get(name))


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill in the placeholders that there are values for; other braces, and braces in values, stay as they are."""
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template)


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill in as `fill` does; empty where the template has placeholders and all of them come out empty.

    So a line like "Watch for: {watch}" is left out where there is nothing to watch for.
    """
    names = [name for name in PLACEHOLDER.findall(template) if name in values]
    if names and not any(values[name].strip() for name in names):
        return ""
    return fill(template, {name: closed(values[name]) for name in names})


def closed(value: str) -> str:
    """Return a value with the overrides and isolates ended that it leaves open, so that they turn nothing after it."""
    if not _OPENING.search(value):
        return value
    ends: list[str] = []
    for symbol in value:
        if symbol in _ENDS:
            ends.append(_ENDS[symbol])
        elif symbol in ends:
            while ends and (ends[-1] == symbol or symbol == _END_OF_ISOLATE):  # which ends all within the isolate
                if ends.pop() == symbol:
                    break
    return value + "".join(reversed(ends))


def field_name(template: str) -> str:
    """Return what a report calls a text: its placeholders, else its own words."""
    return ", ".join(dict.fromkeys(PLACEHOLDER.findall(template))) or template[:20]
