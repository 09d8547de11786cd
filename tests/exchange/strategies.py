"""Glossaries drawn at random, with the texts that break formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.exchange.samples import HOSTILE
from toolkit.library.fields import Line
from toolkit.library.glossary import Glossary

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_LINE: TypeAdapter[str] = TypeAdapter(Line)
_LIKELY = "=+-@'\"\t\r\n ,;:#[]{}<>&|*_`~!\\0123.()x\x00\x1b\x1c\x85\xa0\u2028\u202e\ufeff\ufffe治👩\u200d"


def _is_line(text: str) -> bool:
    try:
        _LINE.validate_python(text)
    except ValidationError:
        return False
    return True


characters = st.one_of(st.sampled_from(_LIKELY), st.characters(exclude_categories=["Cs"]))
_LINES = st.one_of(
    st.integers(0, len(HOSTILE) - 1).map(HOSTILE.__getitem__), st.text(characters, min_size=1, max_size=30)
).filter(_is_line)


@st.composite
def a_line(draw: st.DrawFn) -> str:
    """Return any text that a field takes, as a function: hypothesis prints strategies, and refuses long ones."""
    return draw(_LINES)


lines = a_line()
ids = st.sampled_from(["no", "y", "null", "true", "a", "a-b", "b2", "open-source", "design"])
tags = st.sampled_from(["en", "no", "EN", "zh-Hant", "zh-Hans", "fr", "gsw", "y" * 2])
_LOCAL = st.one_of(lines, st.dictionaries(tags, lines, min_size=1, max_size=3))


@st.composite
def a_local_text(draw: st.DrawFn) -> str | dict[str, str]:
    """Return a text, or one by language."""
    return draw(_LOCAL)


local = a_local_text()
days = st.sampled_from(["2026-12-03", "1999-01-31"])
reviews = st.one_of(st.just("none"), st.fixed_dictionaries({"by": lines, "on": days}))
facets = st.fixed_dictionaries({"code": ids}, optional={"text": local})
sources = st.fixed_dictionaries({"title": lines}, optional={"address": lines, "quotation": local, "use": local})
senses = st.fixed_dictionaries(
    {"domain": ids, "definition": local, "origin": lines},
    optional={
        "id": ids, "decides": facets, "by_when": facets, "follows": facets, "example": local,
        "sources": st.lists(sources, min_size=1, max_size=2), "review": reviews,
    },
)  # fmt: skip
counts = st.fixed_dictionaries({}, optional={name: st.integers(0, 99) for name in ("yes", "no", "unsure")})
cases = st.fixed_dictionaries(
    {"id": ids, "text": local, "origin": lines},
    optional={
        "expect": st.sampled_from(["yes", "no", "borderline"]), "splits": local, "review": reviews,
        "verdicts": st.dictionaries(ids, counts, min_size=1, max_size=3),
    },
)  # fmt: skip
pairs = st.fixed_dictionaries(
    {
        "a": st.one_of(ids, lines), "b": ids, "state": st.sampled_from(["consensus", "conflict", "vague", "undecided"]),
        "evidence": st.sampled_from(["named", "tally", "mixed"]),
    },
    optional={
        "mismatch": st.floats(-1, 1), "p_adjusted": st.floats(0, 1), "deciding_case": ids,
    },
)  # fmt: skip
decisions = st.sampled_from(["adopt", "prefix", "rename", "park"])
dissents = st.fixed_dictionaries({"domain": ids, "text": local})


def _by_id(entries: SearchStrategy[dict[str, Any]]) -> SearchStrategy[list[dict[str, Any]]]:
    return st.lists(entries, min_size=1, max_size=2, unique_by=lambda entry: str(entry["id"]))


terms = st.fixed_dictionaries(
    {"id": ids, "labels": st.dictionaries(tags, lines, min_size=1, max_size=3)},
    optional={
        "note": local, "senses": st.lists(senses, min_size=1, max_size=3), "cases": _by_id(cases),
        "pairs": st.lists(pairs, min_size=1, max_size=2),
        "outcome": st.fixed_dictionaries({"decision": decisions, "text": local}),
        "dissents": st.lists(dissents, min_size=1, max_size=2),
    },
)  # fmt: skip
held = st.fixed_dictionaries({"workshop": lines, "on": days}, optional={"place": lines})
_GLOSSARIES = st.fixed_dictionaries({"title": local, "terms": _by_id(terms)}, optional={"held": held})


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    """Return any glossary."""
    return Glossary.model_validate(draw(_GLOSSARIES))
