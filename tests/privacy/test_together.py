"""All that leaves the folder, taken together: no sum or difference of what is told comes to a domain of under four.

Each number that is told of a side is an equation over what the domains said. What a set of small domains said can be
worked out if, and only if, it is a combination of those equations; so their span is looked at, over rooms of any shape.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from tests.report.material import journal, record_of
from tests.session.room import prove
from toolkit.exchange.commitments import SOMEBODY, commitment_rows
from toolkit.exchange.findings import with_findings
from toolkit.library.glossary import Term
from toolkit.report.compose import compose
from toolkit.report.document import Heading, Items, Table
from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session import term_events as te
from toolkit.session.analyst import Analyst
from toolkit.session.fold import fold
from toolkit.session.privacy import LEAST, sides_told
from toolkit.session.room_terms import side_label
from toolkit.session.sharing import to_share
from toolkit.session.survey import survey
from toolkit.session.term_values import terms_values
from toolkit.workshop.plan import PersonInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.report.document import Part
    from toolkit.report.record import Record
    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan

IDS = ("d0", "d1", "d2", "d3", "d4")
TERM = "governance"
Side = frozenset[str]


class Shape(NamedTuple):
    """A room: by domain how many people, sheets before and after, and turns; and which domains the room pooled."""

    people: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    turns: tuple[int, ...]
    pool: tuple[int, ...]


_of_each = st.tuples(*[st.integers(0, 7)] * len(IDS))
shapes = st.builds(
    Shape, _of_each, _of_each, _of_each, _of_each, st.sets(st.integers(0, 4), max_size=3).map(sorted).map(tuple)
)


@dataclass
class Told:
    """The sides of which a number is told, by what it is a number of; and the numbers themselves, by output."""

    sides: dict[str, set[Side]] = field(default_factory=dict)
    numbers: dict[tuple[str, Side], set[str]] = field(default_factory=dict)

    def add(self, what: str, side: Side, number: str = "") -> None:
        self.sides.setdefault(what, set()).add(side)
        if number:
            self.numbers.setdefault((what, side), set()).add(number)


def planned(plan: Plan, shape: Shape) -> Plan:
    domains = tuple(replace(plan.domains[0], id=id_, label=f"World {id_}", code=id_.upper()) for id_ in IDS)
    people = [PersonInfo(f"P{id_}{n}", id_) for id_, count in zip(IDS, shape.people, strict=True) for n in range(count)]
    return replace(plan, domains=domains, people=tuple(people), survey=("One.", "Two."))


def session(plan: Plan, shape: Shape) -> Iterator[Body]:
    yield ev.WorkshopOpened(plan)
    yield from (ev.Arrived(person.id, person.domain) for person in plan.people)
    yield from (ev.Spoke(id_) for id_, count in zip(IDS, shape.turns, strict=True) for _ in range(count))
    yield te.CaseHung("c1", TERM, "one")
    if len(shape.pool) > 1:
        yield te.Pooled(TERM, tuple(IDS[n] for n in shape.pool))
    for number, (id_, count) in enumerate(zip(IDS, shape.people, strict=True)):
        if count:
            yield te.Tallied(TERM, id_, (te.CaseTally("c1", count // 2, count - count // 2, 0),))
            yield te.SenseWritten(f"s{number + 1}", TERM, id_, f"sense of {id_}")
            yield te.Dissented(f"d{number + 1}", TERM, id_, f"dissent of {id_}")
            yield ev.Parked(f"x{number + 1}", f"matter of {id_}", 0, None, id_)
            yield ev.Committed(f"k{number + 1}", "promise", 0, f"P{id_}0")
    yield te.Revealed(TERM, "c1", IDS[0], IDS[1], (1, 1, 0), (1, 1, 0), "undecided", indicative=True)
    for when, counts in (("before", shape.before), ("after", shape.after)):
        for id_, count, here in zip(IDS, counts, shape.people, strict=True):
            yield from (pe.SheetKeyed(when, f"Q{id_}{n}", id_, (n % 5 + 1, n % 2)) for n in range(min(count, here)))


def told_together(record: Record) -> Told:
    """Return what the report, `terms`, `survey` and the glossary tell of sides, small domains left out."""
    found = Told()
    state, everybody = record.state, frozenset(IDS)
    labels = {side_label(record.plan, side): frozenset(side.split("+")) for side in _all_sides()}
    for heading, part in _parts(record):
        _read(found, heading, part, {**labels, "Everybody": everybody})
    shared = to_share(state)
    for number, statement in enumerate(survey(shared, sides_told(state)), 1):
        for mine in statement.parts:
            side = frozenset(mine.domain.split("+")) if mine.domain else everybody
            for when, spread in (("before", mine.before), ("after", mine.after)):
                assert not 0 < spread.answered < LEAST
                if spread.answered:
                    found.add(f"{number} {when}", side, "-".join(map(str, spread.counts)))
            assert not 0 < mine.shift.pairs < LEAST
    (term,) = [term for term in terms_values(shared, Analyst())["terms"] if term["term"] == TERM]
    glossary = with_findings(_blank(), state, Analyst(), origin="here").model_dump(mode="json")
    for cases in (term["cases"], glossary["cases"]):
        for domain in chain.from_iterable(case["verdicts"] or {} for case in cases):
            found.add("ballots", frozenset([domain]))
    return found


def _all_sides() -> Iterator[str]:
    return ("+".join(side) for size in range(1, 6) for side in combinations(IDS, size))


def _parts(record: Record) -> Iterator[tuple[str, Part]]:
    heading = ""
    for part in compose(record).rest:
        heading = part.text if isinstance(part, Heading) else heading
        yield heading, part


def _read(found: Told, heading: str, part: Part, labels: dict[str, Side]) -> None:
    if isinstance(part, Items) and heading == "Who was there":
        for line in part.lines:
            found.add("people", labels[line.text.rpartition(": ")[0]])
        found.add("people", frozenset(IDS))  # how many came is told above
    for row in part.rows if isinstance(part, Table) else ():
        if heading.startswith("Voice"):
            found.add("turns", labels[row.cells[0]])
            found.add("turns", frozenset(IDS))  # a number and its share tell the whole
        elif heading.startswith("Statement"):
            for when, cell in zip(("before", "after"), row.cells[1:3], strict=True):
                if cell != "–":
                    found.add(f"{heading[10]} {when}", labels[row.cells[0]], cell.partition(",")[0])
        elif heading.startswith("What each domain answered"):
            found.add("ballots", labels[row.cells[0]])


def _blank() -> Term:
    return Term.model_validate({"id": TERM, "labels": {"en": TERM}, "senses": [], "cases": []})


def reachable(wanted: Side, told: set[Side]) -> bool:
    """Tell whether what a set of domains said is a sum or difference of what is told."""
    rows = [[Fraction(id_ in side) for id_ in IDS] for side in told]
    return _rank([*rows, [Fraction(id_ in wanted) for id_ in IDS]]) == _rank(rows)


def _rank(rows: Sequence[Sequence[Fraction]]) -> int:
    left, rank = [list(row) for row in rows], 0
    for column in range(len(IDS)):
        pivot = next((n for n in range(rank, len(left)) if left[n][column]), None)
        if pivot is None:
            continue
        left[rank], left[pivot] = left[pivot], left[rank]
        for n in range(rank + 1, len(left)):
            factor = left[n][column] / left[rank][column]
            left[n] = [a - factor * b for a, b in zip(left[n], left[rank], strict=True)]
        rank += 1
    return rank


def test_what_can_be_worked_out_is_found_out() -> None:
    a, b, ab, abc = frozenset(["d0"]), frozenset(["d1"]), frozenset(["d0", "d1"]), frozenset(["d0", "d1", "d2"])
    assert reachable(a, {ab, b})
    assert reachable(a, {abc, frozenset(["d1", "d2"])})
    assert not reachable(a, {ab, abc})


@prove(400)
@given(shapes)
@example(Shape((3, 4, 5, 6, 7), (3, 4, 5, 6, 7), (3, 4, 5, 6, 7), (2, 1, 4, 0, 3), ()))
@example(Shape((2, 4, 5, 6, 7), (0, 0, 0, 0, 0), (0, 0, 0, 0, 0), (0, 0, 0, 0, 0), (0, 1)))
@example(Shape((2, 2, 7, 7, 7), (1, 1, 7, 7, 7), (1, 0, 5, 2, 7), (2, 1, 4, 0, 3), (0, 2)))
def test_nothing_of_fewer_than_four_people_is_a_sum_or_difference_of_what_is_told(plan: Plan, shape: Shape) -> None:
    own = planned(plan, shape)
    found = told_together(record_of(journal(list(session(own, shape))), {}, anonymous=True))
    sizes = dict(zip(IDS, shape.people, strict=True))
    here = [id_ for id_ in IDS if sizes[id_]]
    few = [
        frozenset(group)
        for size in range(1, len(here) + 1)
        for group in combinations(here, size)
        if sum(sizes[id_] for id_ in group) < LEAST
    ]
    for what, sides in found.sides.items():
        there = {frozenset(side & {*here}) for side in sides}  # of domains without anybody there is nothing to know
        assert not [sorted(group) for group in few if reachable(group, there)], (what, sides)
    assert not [(what, told) for what, told in found.numbers.items() if len(told) > 1]


@prove(100)
@given(shapes)
def test_where_all_are_large_each_is_told_by_itself(plan: Plan, shape: Shape) -> None:
    large = shape._replace(people=tuple(4 + count for count in shape.people), pool=())
    found = told_together(record_of(journal(list(session(planned(plan, large), large))), {}, anonymous=True))
    assert {frozenset([id_]) for id_ in IDS} <= found.sides["ballots"]
    assert {frozenset([id_]) for id_ in IDS} <= found.sides["people"]


@prove(200)
@given(shapes)
def test_no_owner_of_a_small_domain_is_told_by_being_the_only_one_without_a_domain(plan: Plan, shape: Shape) -> None:
    own = planned(plan, shape)
    state = fold(journal(list(session(own, shape))))
    without = [
        domain for domain, count in zip(IDS, shape.people, strict=True) if count and domain not in sides_told(state)
    ]
    people = sum(shape.people[IDS.index(domain)] for domain in without)
    assert people == 0 or people >= LEAST or people == sum(shape.people)
    for row in commitment_rows(state, {}):
        assert row.owner == SOMEBODY
        told = f"World {IDS[int(row.id[1:]) - 1]}" if IDS[int(row.id[1:]) - 1] not in without else ""
        assert row.owner_domain == told
