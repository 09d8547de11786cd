"""Whatever two facilitators do, in any order: every number of the report comes out again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from tests.report.material import journal, record_of
from tests.report.recount import Recount
from tests.report.test_afternoon import unaccounted
from tests.session.room import START, prove
from tests.session.strategies import moves
from tests.session.test_interleaving import recorded
from toolkit.files.values import to_value
from toolkit.report.compose import compose
from toolkit.report.to_markdown import to_markdown
from toolkit.session import events as ev
from toolkit.session import people_events as pe
from toolkit.session import term_events as te
from toolkit.session.events import NAMES, Event
from toolkit.session.fold import undone
from toolkit.workshop.plan import PersonInfo
from toolkit.workshop.times import MINUTE, iso

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.session.strategies import Move
    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan


def log_of(events: Sequence[Event], plan: Plan) -> list[dict[str, Any]]:
    """Return events as `workshop log --json` has them."""
    dead = undone(events)
    return [
        {"seq": e.seq, "at": iso(e.at, plan.tz), "kind": NAMES[type(e.body)], "by": e.by, "body": to_value(e.body),
         "undone": e.seq in dead}
        for e in events
    ]  # fmt: skip


@prove(150)
@given(moves(2))
def test_every_number_comes_out_again_whatever_was_done(plan: Plan, names: dict[str, str], told: list[Move]) -> None:
    events = recorded(plan, [move for move in told if move.name != "take-over"])
    markdown = to_markdown(compose(record_of(events, names)))
    assert unaccounted(markdown, Recount(log_of(events, plan), names)) == []


@prove(60)
@given(moves(2))
def test_a_report_without_names_can_always_be_written(plan: Plan, names: dict[str, str], told: list[Move]) -> None:
    for rehearsal in (False, True):
        events = recorded(plan, told)
        markdown = to_markdown(compose(record_of(events, names, anonymous=True, rehearsal=rehearsal)))
        assert not [name for name in names.values() if name in markdown]


PEOPLE = tuple(PersonInfo(f"P{n:02d}", ("open-source", "design", None)[n % 3 if n < 15 else 0]) for n in range(16))
_person = st.sampled_from([person.id for person in PEOPLE])
_domain = st.sampled_from(["open-source", "design"])
_case = st.sampled_from(["c1", "c2", "c3"])
_few = st.integers(0, 5)
_text = st.sampled_from(["7 days", "治理 | 3", "who decides?"])
_verdict = st.sampled_from(["yes", "no", "unsure"])
_answers = st.tuples(*[st.integers(0, 5)] * 4)
bodies: st.SearchStrategy[Body] = st.one_of(
    *[st.builds(te.Judged, _case, _person, _verdict, st.just("governance"), _domain)] * 6,
    st.builds(
        te.Tallied,
        st.just("governance"),
        _domain,
        st.lists(st.builds(te.CaseTally, _case, _few, _few, _few), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(te.Rated, st.just("s1"), _person, st.integers(-2, 2)),
    st.builds(te.RateTallied, st.just("s1"), _domain, _few, _few, _few),
    st.builds(te.Pooled, st.just("governance"), st.just(("design", "open-source"))),
    st.builds(te.Dissented, st.just("d1"), st.just("governance"), _domain, _text),
    st.builds(te.Decided, st.just("o1"), st.just("governance"), st.sampled_from(["adopt", "park"]), _text),
    st.builds(ev.Arrived, _person, _domain),
    *[st.builds(ev.Spoke, _domain)] * 2,
    *[st.builds(pe.SheetKeyed, st.sampled_from(["before", "after"]), st.sampled_from(["A1", "B2", "C3", "D4", "E5"]),
                _domain, _answers)] * 4,
    st.builds(ev.Checked, st.just("k1"), st.sampled_from(["budget", "law", "people"]), st.sampled_from(["yes", "no"])),
    st.builds(ev.Extended, st.sampled_from(["b1.s1", "b1.s2"]), st.integers(-300, 300)),
    st.builds(ev.Entered, st.sampled_from(["b1.s1", "b2.s1", "b3.s1"]), st.integers(START, START + 8 * MINUTE)),
)  # fmt: skip
BEGINNING: tuple[Body, ...] = (
    *(te.CaseHung(f"c{n}", "governance", f"case number {n}") for n in (1, 2, 3)),
    te.SenseWritten("s1", "governance", "design", "a sense in 5 words"),
    ev.Committed("k1", "write 2 pages", START, "P03", "2027-01-01", "the 3rd floor"),
    te.Revealed("governance", "c1", "design", "open-source", (0, 0, 0), (0, 0, 0), "undecided", indicative=False),
)


def numbered(body: Body, number: int) -> Body:
    """Return what gives out an id with one that nothing else has."""
    if isinstance(body, te.Dissented):
        return replace(body, dissent=f"d{number}")
    return replace(body, outcome=f"o{number}") if isinstance(body, te.Decided) else body


@prove(200)
@given(st.lists(bodies, min_size=10, max_size=70), st.sets(st.integers(0, 69), max_size=5))
def test_every_number_comes_out_again_whatever_was_counted(plan: Plan, done: list[Body], taken_back: set[int]) -> None:
    """Every event is in the journal, whether a desk would have let it in or not."""
    done = [numbered(body, n) for n, body in enumerate(done, 1)]
    whole: list[Body] = [ev.WorkshopOpened(replace(plan, people=PEOPLE)), *BEGINNING, *done]
    whole += [ev.Undone(len(BEGINNING) + 2 + n, NAMES[type(done[n])]) for n in sorted(taken_back) if n < len(done)]
    events = journal(whole)
    names = {person.id: f"Person {n}" for n, person in enumerate(PEOPLE)}
    markdown = to_markdown(compose(record_of(events, names)))
    assert unaccounted(markdown, Recount(log_of(events, plan), names)) == []
