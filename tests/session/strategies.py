"""Arbitrary texts, events and afternoons."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from toolkit.session.events import KINDS
from toolkit.session.term_events import CaseTally
from toolkit.workshop.brought import Carried, LeftOpen
from toolkit.workshop.plan import (
    Block,
    DomainInfo,
    FacetCode,
    KnownSense,
    PersonInfo,
    Plan,
    PlannedStep,
    StarterCase,
    TermInfo,
    Track,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from toolkit.session.body import Body

NASTY = "\0\x01\x1b\x7f\x85\t\n\r\"\\'[]<>=,;:{} \u2028\u202e\u200d\ufeff\ufffe\ud83d\ude00\udcff😀𝄞é治и"
texts = st.text(st.characters()) | st.text(st.sampled_from(NASTY)) | st.text(max_size=2_000)
"""Anything at all: halves of surrogate pairs, NUL, escape codes, characters beyond the basic plane."""

_BY_TYPE: dict[str, SearchStrategy[Any]] = {
    "str": texts,
    "str | None": st.none() | texts,
    "int": st.integers(-(2**62), 2**62),
    "int | None": st.none() | st.integers(0, 3_000),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "tuple[int, ...]": st.lists(st.integers(0, 3_000), max_size=3).map(tuple),
    "tuple[str, ...]": st.lists(texts, max_size=3).map(tuple),
    "dict[str, int]": st.dictionaries(texts, st.integers(0, 3_000), max_size=3),
    "tuple[tuple[str, ...], ...]": st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
    "tuple[tuple[tuple[str, ...], ...], ...]": st.lists(
        st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple), max_size=2
    ).map(tuple),
    "tuple[tuple[str, str], ...]": st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    "dict[str, str]": st.dictionaries(texts, texts, max_size=3),
}


def _made(class_: type[Any]) -> SearchStrategy[Any]:
    """Return values of a dataclass with anything in each field."""
    return st.builds(class_, **{field.name: _BY_TYPE[str(field.type)] for field in fields(class_)})


for _part in (
    DomainInfo, StarterCase, KnownSense, FacetCode, TermInfo, PersonInfo, PlannedStep, Track, Block, Carried, LeftOpen,
    Plan, CaseTally,
):  # fmt: skip
    _BY_TYPE[_part.__name__] = _made(_part)
    _BY_TYPE[f"tuple[{_part.__name__}, ...]"] = st.lists(_BY_TYPE[_part.__name__], max_size=2).map(tuple)

bodies: SearchStrategy[Body] = st.one_of([_made(class_) for class_ in KINDS.values()])
"""Every kind of event, with anything in each field."""


def whole(text: str) -> str:
    """Return a text as JSON can carry it: two halves of a surrogate pair in a row are one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


class Move(NamedTuple):
    """Something that a facilitator tries; it may well be refused."""

    name: str
    words: dict[str, str]
    desk: int = 0
    passed: int = 0
    """Milliseconds since the move before."""


STEPS = ("b1.s1", "b1.s2", "b1.s3", "b2.s1", "b3.s1", "b3.s2")
_ids = st.sampled_from(["n1", "n2", "x1", "k1", "k2", "c1", "s1", "o1", "d1"])
_promises = st.sampled_from(["k1", "k2"])
_cases = st.sampled_from(["c1", "c2"])
_domains = st.sampled_from(["design", "open-source"])
_few = st.sampled_from(["0", "1", "4"])
_said = st.sampled_from(["who decides?", "治理 is not governance", "[laughs]", "the treasury"])
_people = st.sampled_from(["K7X", "M3V", "R9C", "NEW1"])
_words: dict[str, dict[str, SearchStrategy[str]]] = {
    "next": {},
    "back": {},
    "goto": {"step": st.sampled_from(STEPS), "at": st.sampled_from(["", "", "13:31", "13:40", "14:05"])},
    "pause": {},
    "go": {},
    "extend": {"minutes": st.sampled_from(["2", "-1", "0.5", "-20"])},
    "replan": {"number": st.sampled_from(["1", "2", "3"])},
    "note": {"text": _said, "domain": st.sampled_from(["", "design"]), "at": st.sampled_from(["", "13:35"])},
    "park": {"text": _said},
    "commit": {"owner": _people | st.just("-"), "text": _said, "ask": st.sampled_from(["", "the treasury"])},
    "checked": {"commitment": st.just("k1"), "what": st.just("law"), "answer": st.sampled_from(["yes", "no"])},
    "owner": {"commitment": _promises, "owner": _people | st.just("-")},
    "due": {"commitment": _promises, "due": st.sampled_from(["-", "+3"])},
    "ask": {"commitment": _promises, "ask": st.just("-") | _said},
    "kept": {
        "commitment": _promises,
        "answer": st.sampled_from(["yes", "moved"]),
        "text": _said,
        "by": st.sampled_from(["", "+3", "-"]),
    },
    "read": {"ref": st.just("") | _promises},
    "amend": {"ref": _ids, "text": _said},
    "spoke": {"domain": st.sampled_from(["design", "open-source"])},
    "arrive": {"person": _people, "domain": st.sampled_from(["", "design"])},
    "leave": {"person": _people},
    "walk-in": {"name": st.sampled_from(["Dee", "Ève"]), "domain": st.sampled_from(["", "design"])},
    "groups": {
        "size": st.sampled_from(["2", "3", "2-tables"]),
        "arrangement": st.sampled_from(["", "mixed", "domain"]),
        "rounds": st.sampled_from(["", "3"]),
        "seed": st.sampled_from(["", "7"]),
    },
    "other-tables": {},
    "round": {},
    "tables": {},
    "person": {"person": _people, "domain": st.sampled_from(["", "-", "design"]), "role": st.just("host")},
    "sheet": {
        "when": st.sampled_from(["before", "after"]),
        "code": st.sampled_from(["R4TK", "W6TM"]),
        "domain": _domains,
        "answers": st.sampled_from(["1354", "5 - 2 1"]),
    },
    "case": {"term": st.just("governance"), "text": _said},
    "freeze": {"term": st.just("governance")},
    "verdict": {"case": _cases, "person": _people, "answer": st.sampled_from(["yes", "no", "unsure"])},
    "tally": {"case": _cases, "domain": _domains, "yes": _few, "no": _few, "unsure": _few},
    "pool": {"term": st.just("governance"), "domains": st.just("design open-source")},
    "sense": {"term": st.just("governance"), "domain": _domains, "text": _said},
    "facet": {"sense": st.just("s1"), "facet": st.just("decides"), "code": st.just("maintainers"), "text": _said},
    "example": {"sense": st.just("s1"), "text": _said},
    "rate": {"sense": st.just("s1"), "person": _people, "rating": st.sampled_from(["-2", "0", "1"])},
    "rate-tally": {"sense": st.just("s1"), "domain": _domains, "agree": _few, "passed": _few, "disagree": _few},
    "reveal": {"term": st.just("governance")},
    "outcome": {"term": st.just("governance"), "decision": st.just("park"), "text": _said},
    "dissent": {"term": st.just("governance"), "domain": _domains, "text": _said},
    "strike": {"ref": _ids},
    "undo": {},
    "redo": {},
    "take-over": {"plan": st.sampled_from(["long", "short"])},
}


def moves(desks: int = 1) -> SearchStrategy[list[Move]]:
    """Return afternoons: moves in any order, at any of several desks, while time passes (or a clock is set back)."""
    desk, passed = st.integers(0, desks - 1), st.sampled_from([0, 1, 20_000, 300_000, 300_000, -600_000])
    one = [st.builds(Move, st.just(n), st.fixed_dictionaries(words), desk, passed) for n, words in _words.items()]
    turning = [one[list(_words).index(name)] for name in ("next", "goto", "undo", "redo", "pause")]
    return st.lists(st.one_of(*one, *turning), max_size=32)
