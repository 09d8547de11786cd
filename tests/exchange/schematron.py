"""Run the rules of a Schematron file with XPath 2: in a pattern, a node meets the first rule that fits and no other.

The established implementation in Python needs 3.12, and half a minute for a glossary. The rules are somebody else's,
and so is the XPath engine; only the loop over them is ours. It is held against the established one where that is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import elementpath
from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

_SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"


@cache
def _rules(path: Path) -> tuple[dict[str, str], list[list[tuple[str, list[tuple[str, str]]]]]]:
    """Return the namespaces and, by pattern, each rule's context with its tests and their messages."""
    root = etree.parse(str(path)).getroot()
    assert root.get("queryBinding") == "xslt2"
    namespaces = {ns.get("prefix"): ns.get("uri") for ns in root.iter(f"{_SCHEMATRON}ns")}
    patterns = []
    for pattern in root.iter(f"{_SCHEMATRON}pattern"):
        rules = []
        for rule in pattern.iter(f"{_SCHEMATRON}rule"):
            asserts = [(a.get("test"), " ".join(a.itertext())) for a in rule.iter(f"{_SCHEMATRON}assert")]
            rules.append((rule.get("context"), asserts))
        patterns.append(rules)
    return namespaces, patterns


def failures(document: bytes, schema: Path) -> list[str]:
    """Return the message of every assertion that does not hold."""
    namespaces, patterns = _rules(schema)
    root = elementpath.get_node_tree(etree.fromstring(document).getroottree(), namespaces=namespaces)
    found: list[str] = []
    for rules in patterns:
        met: set[int] = set()
        for context, asserts in rules:
            nodes = [node for node in _select(f"//{context}", root, None, namespaces) if id(node) not in met]
            met |= {id(node) for node in nodes}
            for test, message in asserts:
                found += [message for node in nodes if not _select(f"boolean({test})", root, node, namespaces)]
    return found


@cache
def _parsed(expression: str, namespaces: tuple[tuple[str, str], ...]) -> Any:  # noqa: ANN401 - a token tree
    return elementpath.XPath2Parser(namespaces=dict(namespaces)).parse(expression)


def _select(expression: str, root: Any, item: Any, namespaces: dict[str, str]) -> Any:  # noqa: ANN401
    """Evaluate XPath; with no item, return nodes, which an attribute is as well."""
    token = _parsed(expression, tuple(namespaces.items()))
    context = elementpath.XPathContext(root, item=item)
    return list(token.select(context)) if item is None else token.evaluate(context)
