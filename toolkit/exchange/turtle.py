"""Write Turtle: the same bytes for the same graph, and any text exactly, with nothing but the standard library.

A library of RDF would be a dependency of several megabytes to print prefixes, addresses and quoted strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]')
"""What ends a string, does not show, or turns a line around for whoever reads the file."""


def iri(address: str) -> str:
    """Return an address as Turtle; it must hold nothing that needs an escape."""
    return f"<{address}>"


def literal(text: str, language: str = "", type_: str = "") -> str:
    """Return a text as Turtle, with its language or its type."""
    quoted = _ESCAPED.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", text)
    return f'"{quoted}"' + (f"@{language}" if language else f"^^{type_}" if type_ else "")


@dataclass
class Subject:
    """What is said of one resource, in the order in which it is said."""

    address: str
    _said: dict[str, list[str]] = field(default_factory=dict)

    def say(self, predicate: str, *objects: str) -> None:
        """Say `predicate` of the resource; an object that was said already is left out."""
        known = self._said.setdefault(predicate, [])
        known += [thing for thing in dict.fromkeys(objects) if thing not in known]

    def lines(self) -> Iterator[str]:
        """Yield the resource's lines."""
        said = [(predicate, objects) for predicate, objects in self._said.items() if objects]
        yield iri(self.address)
        for i, (predicate, objects) in enumerate(said):
            end = " ." if i == len(said) - 1 else " ;"
            if len(objects) == 1:
                yield f"    {predicate} {objects[0]}{end}"
            else:
                yield f"    {predicate}"
                yield from (f"        {thing} ," for thing in objects[:-1])
                yield f"        {objects[-1]}{end}"


def turtle(subjects: list[Subject], prefixes: dict[str, str]) -> str:
    """Return a file that says all this."""
    lines = [f"@prefix {name}: {iri(address)} ." for name, address in sorted({**PREFIXES, **prefixes}.items())]
    for subject in subjects:
        lines += ["", *subject.lines()]
    return "\n".join(lines) + "\n"
