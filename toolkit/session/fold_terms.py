"""Fold what happens to the words in dispute."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toolkit.session import term_events as ev
from toolkit.session.term_state import Case, Dissent, Outcome, Sense, Shown, TermState
from toolkit.terms.model import Counts, FacetAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.session.body import Body
    from toolkit.session.events import Event

ANSWERS: dict[str, int | None] = {"yes": 1, "no": 0, "unsure": None}
"""What each answer on a ballot counts as."""


class TermsFolder:
    """Keeps the state of each word; a state that was given out never changes."""

    def __init__(self) -> None:
        self.terms: dict[str, TermState] = {}
        self._open: dict[str, dict[str, dict[str, int | None]]] = {}
        """Verdicts by term and person while events are taken in: copied once a state is wanted."""
        self._term_of: dict[str, str] = {}
        """The term of each sense."""

    def take(self, event: Event, body: Body) -> None:
        """Take one event in, of those of `TERM_KINDS`."""
        if isinstance(body, ev.Judged):
            self._judge(body)
        elif isinstance(body, ev.FacetSet | ev.ExampleGiven | ev.Rated | ev.RateTallied):
            self._on_sense(body.sense, body)
        else:
            term = body.term  # type: ignore[attr-defined]
            self.terms[term] = _APPLY[type(body)](self.terms.get(term, TermState()), event, body)
            if isinstance(body, ev.SenseWritten):
                self._term_of[body.sense] = term

    def reword(self, ref: str, text: str | None) -> None:
        """Change the words of a case, a sense, an outcome or a dissent; None erases, of a sense all it says."""
        for term, state in self.terms.items():
            self.terms[term] = _reworded(state, ref, text)

    def state(self) -> dict[str, TermState]:
        """Return the state of every word that something happened to."""
        for term, rows in self._open.items():
            self.terms[term] = replace(self.terms.get(term, TermState()), verdicts=dict(rows))
        self._open = {}
        return dict(self.terms)

    def _judge(self, body: ev.Judged) -> None:
        rows = self._open.get(body.term)
        if rows is None:
            known = self.terms.get(body.term, TermState()).verdicts
            rows = self._open[body.term] = {person: dict(row) for person, row in known.items()}
        rows.setdefault(body.person, {})[body.case] = ANSWERS[body.answer]
        state = self.terms.get(body.term, TermState())
        if state.keyed_as.get(body.person) != body.domain:
            self.terms[body.term] = replace(state, keyed_as={**state.keyed_as, body.person: body.domain})

    def _on_sense(self, sense: str, body: Body) -> None:
        term = self._term_of[sense]
        state = self.terms[term]
        senses = tuple(_ON_SENSE[type(body)](s, body) if s.id == sense else s for s in state.senses)
        self.terms[term] = replace(state, senses=senses)


def _reworded(state: TermState, ref: str, text: str | None) -> TermState:
    if ref[0] == "c":
        return replace(state, cases=tuple(replace(c, text=text) if c.id == ref else c for c in state.cases))
    if ref[0] == "s":
        return replace(state, senses=tuple(_sense_reworded(s, text) if s.id == ref else s for s in state.senses))
    if ref[0] == "d":
        return replace(state, dissents=tuple(replace(d, text=text) if d.id == ref else d for d in state.dissents))
    if ref[0] == "o" and state.outcome and state.outcome.id == ref:
        return replace(state, outcome=replace(state.outcome, text=text))
    return state


def _sense_reworded(sense: Sense, text: str | None) -> Sense:
    if text is not None:
        return replace(sense, text=text)
    facets = {facet: FacetAnswer(answer.code) for facet, answer in sense.facets.items()}
    return replace(sense, text=None, example=None, facets=facets)


def _hung(state: TermState, event: Event, body: ev.CaseHung) -> TermState:
    case = Case(body.case, body.text, event.by, event.seq, body.starter)
    return replace(state, cases=(*state.cases, case))


def _tallied(state: TermState, event: Event, body: ev.Tallied) -> TermState:
    counted = {count.case: Counts(count.yes, count.no, count.unsure) for count in body.counts}
    known = {**state.tallies.get(body.domain, {}), **counted}
    return replace(state, tallies={**state.tallies, body.domain: known})


def _pooled(state: TermState, event: Event, body: ev.Pooled) -> TermState:
    apart = tuple(pool for pool in state.pools if not set(pool) & set(body.domains))
    return replace(state, pools=(*apart, body.domains))


def _written(state: TermState, event: Event, body: ev.SenseWritten) -> TermState:
    return replace(state, senses=(*state.senses, Sense(body.sense, body.text, body.domain, event.by, event.seq)))


def _revealed(state: TermState, event: Event, body: ev.Revealed) -> TermState:
    counts = Counts(*body.counts_a), Counts(*body.counts_b)
    return replace(
        state, revealed=event.at, shown=Shown(body.case, body.a, body.b, *counts, body.state, body.indicative)
    )


def _decided(state: TermState, event: Event, body: ev.Decided) -> TermState:
    return replace(state, outcome=Outcome(body.outcome, body.text, body.decision, event.by, event.seq))


def _dissented(state: TermState, event: Event, body: ev.Dissented) -> TermState:
    dissent = Dissent(body.dissent, body.text, body.domain, event.by, event.seq)
    return replace(state, dissents=(*state.dissents, dissent))


_APPLY: dict[type[Body], Callable[[TermState, Event, Any], TermState]] = {
    ev.CaseHung: _hung,
    ev.CasesFrozen: lambda state, _event, _body: replace(state, frozen=True),
    ev.Tallied: _tallied,
    ev.Pooled: _pooled,
    ev.Revealed: _revealed,
    ev.SenseWritten: _written,
    ev.Decided: _decided,
    ev.Dissented: _dissented,
}

_ON_SENSE: dict[type[Body], Callable[[Sense, Any], Sense]] = {
    ev.FacetSet: lambda s, b: replace(s, facets={**s.facets, b.facet: FacetAnswer(b.code, b.text)}),
    ev.ExampleGiven: lambda s, b: replace(s, example=b.text),
    ev.Rated: lambda s, b: replace(s, ratings={**s.ratings, b.person: b.rating}),
    ev.RateTallied: lambda s, b: replace(s, rate_tallies={**s.rate_tallies, b.domain: (b.agree, b.passed, b.disagree)}),
}
