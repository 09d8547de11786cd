"""Two ways to ask whether something that leaves the folder tells what a small domain said.

`told` looks for words. `differences` compares what was made of two sessions in which nothing is different but what the
small domains said: where there is none, nothing of theirs can be read out, nor worked out from sums.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from pypdf import PdfReader

from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session import term_events as te

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan

TERM = "governance"
SMALL = ("policy-research", "academia")
"""The domains of the sample with two people each."""
WORDS = {1: "yes", 0: "no", None: "unsure"}
STAMPS = re.compile(rb"DTSTAMP:\d+T\d+Z|/(?:CreationDate|ModDate) ?\([^)]*\)|/ID ?\[[^\]]*\]")
"""What is different at every making, and tells of nobody."""


def readable(data: bytes | str) -> str:
    """Return everything that can be read in a text, a PDF, or an archive."""
    if isinstance(data, str):
        return data
    if data.startswith(b"%PDF"):
        pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        streams = b"".join(_inflated(s) for s in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))
        return pages + streams.decode("latin-1") + data.decode("latin-1")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(readable(archive.read(name)) for name in archive.namelist())
    return data.decode("utf-8", "replace")


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def told(data: bytes | str, words: Iterable[str]) -> list[str]:
    """Return which of the words are told."""
    text = " ".join(readable(data).split())
    return [word for word in words if " ".join(word.split()) in text]


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the names under which two sessions' exports are not the same."""
    same = {name for name in one.keys() & other.keys() if _lasting(one[name]) == _lasting(other[name])}
    return sorted((one.keys() | other.keys()) - same)


def _lasting(data: bytes) -> bytes:
    """Return what stays the same at every making: of a PDF what can be read, as its dates and ids do not."""
    if data.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).encode()
    return STAMPS.sub(b"", data)


class Secret(NamedTuple):
    """All that the two small domains said and did, and the few of a large one who handed in a sheet."""

    ballots: tuple[tuple[int | None, ...], ...] = ((1, 1, 0), (0, 1, 0), (1, 0, 1), (None, 0, 1))
    """The verdicts of their four people on three cases."""
    slips: tuple[tuple[int, int, int], ...] = ((1, 1, 0), (2, 0, 0))
    """Their counts on the one case of another word."""
    texts: tuple[str, ...] = ("canary one", "canary two", "canary three", "canary four", "canary five", "canary six")
    sheets: tuple[tuple[int, ...], ...] = ((1, 2, 3), (3, 2, 1), (5, 5, 5), (1, 1, 1))
    few: tuple[tuple[int, ...], ...] = ((1, 2, 3), (3, 2, 1), (5, 5, 5))
    """What three of a domain of seven ticked: the others handed no sheet in."""
    ratings: tuple[int, int, int, int] = (2, -2, 0, 1)
    turns: tuple[int, int] = (3, 1)


def played(plan: Plan, secret: Secret, *, pool: tuple[str, ...] = ()) -> list[Body]:
    """Return an afternoon of the sample in which large domains always say the same."""
    people = {domain.id: [p.id for p in plan.people if p.domain == domain.id] for domain in plan.domains}
    found: list[Body] = [ev.WorkshopOpened(plan)]
    found += [ev.Arrived(person.id, person.domain) for person in plan.people]
    found += [te.CaseHung(f"c{n}", TERM, f"case {n}") for n in (1, 2, 3)] + [te.CaseHung("c4", "risk", "case 4")]
    found += [te.Pooled(TERM, pool)] if pool else []
    found += list(_answers(people, secret))
    found += list(_words(people, secret))
    for (small, turns), large in zip(zip(SMALL, secret.turns, strict=True), ("design", "open-source"), strict=True):
        found += [ev.Spoke(large), *[ev.Spoke(small)] * turns]
    for n, answers in enumerate(secret.sheets):
        found.append(pe.SheetKeyed(("before", "after")[n % 2], f"SM{n // 2}", SMALL[n // 2], answers))
    for n, answers in enumerate(secret.few):
        found += [pe.SheetKeyed("before", f"FE{n}", "open-source", answers)]
        found += [pe.SheetKeyed("after", f"FE{n}", "open-source", answers[::-1])]
    found += [pe.SheetKeyed(when, f"DE{n}", "design", (n + 1, 3, 2)) for n in range(4) for when in ("before", "after")]
    return found


def _answers(people: Mapping[str, Sequence[str]], secret: Secret) -> list[Body]:
    """Return ballots by name on one word, slips on another, and both revealed."""
    found: list[Body] = []
    rows = iter(secret.ballots)
    for domain, ids in people.items():
        for n, person in enumerate(ids):
            row = next(rows) if domain in SMALL else (int(domain < "d"), 1, n % 2)
            found += [te.Judged(f"c{c}", person, WORDS[answer], TERM, domain) for c, answer in enumerate(row, 1)]
        counts = secret.slips[SMALL.index(domain)] if domain in SMALL else (len(ids) - 1, 1, 0)
        found.append(te.Tallied("risk", domain, (te.CaseTally("c4", *counts),)))
    for term, case in ((TERM, "c1"), ("risk", "c4")):
        found.append(te.Revealed(term, case, "blockchain", "design", (4, 0, 0), (0, 4, 0), "conflict", False))
    return found


def _words(people: Mapping[str, Sequence[str]], secret: Secret) -> list[Body]:
    """Return senses, dissents, ratings and notes, the small domains' and a large one's."""
    first, second, third, fourth, fifth, sixth = secret.texts
    small, other = SMALL
    raters = [person for domain in SMALL for person in people[domain]]
    return [
        te.SenseWritten("s1", TERM, "design", "what design means"),
        te.SenseWritten("s2", TERM, small, first),
        te.FacetSet("s2", "decides", "maintainers", second),
        te.ExampleGiven("s2", third),
        te.Dissented("d1", TERM, "design", "why design does not"),
        te.Dissented("d2", TERM, other, fourth),
        *(te.Rated("s1", person, rating) for person, rating in zip(raters, secret.ratings, strict=True)),
        *(te.Rated("s1", person, 1) for person in people["design"]),
        ev.Noted("n1", fifth, 0, None, other),
        ev.Parked("x1", sixth, 0, None, small),
        te.Decided("o1", TERM, "prefix", "both, with prefixes"),
    ]
