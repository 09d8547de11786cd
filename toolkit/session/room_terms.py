"""What the room may see of a word: its cases, after the reveal the one that parts it most, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.terms.room import ROOM_WORDS

if TYPE_CHECKING:
    from toolkit.session.state import State
    from toolkit.session.term_state import TermState
    from toolkit.terms.model import Counts
    from toolkit.workshop.plan import Plan

MOST_MARKS = 12
"""People drawn one by one; more are a number only."""
DECISIONS = {
    "adopt": "we adopt",
    "prefix": "we keep both, with prefixes",
    "rename": "we rename it",
    "park": "we park it",
}


def case_lines(state: TermState) -> tuple[str, ...]:
    """Return the cases on the wall with their numbers."""
    return tuple(f"{number}  {case.text}" for number, case in enumerate(state.cases, 1) if case.text is not None)


def deciding_lines(state: State, term: str) -> tuple[str, ...]:
    """Return the case that was revealed, with raw counts and what it comes to in room words."""
    known, shown, plan = state.term(term), state.term(term).shown, state.plan
    if shown is None or plan is None:
        return ()
    number, text = next(((i, c.text) for i, c in enumerate(known.cases, 1) if c.id == shown.case), (0, None))
    sides = [(side_label(plan, shown.a), shown.counts_a), (side_label(plan, shown.b), shown.counts_b)]
    width = max(len(label) for label, _ in sides)
    indicative = ", as far as counts without names can tell" if shown.indicative and shown.state != "undecided" else ""
    return (
        f"{number or shown.case}  “{text or '…'}”",
        *(f"{label:<{width}}  {marks(counts)}  {counts_words(counts)}" for label, counts in sides),
        ROOM_WORDS[shown.state] + indicative,
    )


def marks(counts: Counts) -> str:
    """Return a mark for each person: full for yes, empty for no; nothing where there are too many to draw."""
    return "■" * counts.yes + "□" * counts.no if 0 < counts.answered <= MOST_MARKS else ""


def counts_words(counts: Counts) -> str:
    """Return counts as they are said aloud: `3 of 4 say yes`, and how many were unsure."""
    unsure = f", {counts.unsure} unsure" if counts.unsure else ""
    return f"{counts.yes} of {counts.answered} say yes{unsure}"


def outcome_lines(state: State, term: str) -> tuple[str, ...]:
    """Return what the room decided about a word, and who does not go along."""
    known, plan = state.term(term), state.plan
    assert plan is not None
    if known.outcome is None:
        return ()
    outcome = f"{known.outcome.id}  {DECISIONS[known.outcome.decision]}: {known.outcome.text or '(struck)'}"
    dissents = [
        f"{dissent.id}  {side_label(plan, dissent.domain)} does not go along: {dissent.text}"
        for dissent in known.dissents
        if dissent.text is not None
    ]
    return (outcome, *dissents)


def side_label(plan: Plan, side: str) -> str:
    """Return how a domain, or a pool of domains, is called."""
    found = ((plan.domain(id_), id_) for id_ in side.split("+"))
    return " + ".join(domain.label if domain else id_ for domain, id_ in found)
