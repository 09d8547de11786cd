"""Every word in dispute as plain values: for `workshop terms --json`, and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.session.acceptance import acceptance
from toolkit.session.term_material import material

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.session.analyst import Analyst
    from toolkit.session.state import State
    from toolkit.session.term_state import Sense, TermState
    from toolkit.terms.analysis import DecidingCase, Pair
    from toolkit.terms.clashes import FacetClash
    from toolkit.terms.correspondence import Correspondence
    from toolkit.terms.model import Ballots, Counts, FacetAnswer
    from toolkit.workshop.plan import KnownSense, TermInfo


def terms_values(state: State, analyst: Analyst) -> dict[str, Any]:
    """Return every term, and what words have in common.

    Counts are raw; shares, mismatches and p are fractions of 1; p is None where no ballots were keyed by name.
    """
    assert state.plan is not None
    return {
        "terms": [_term(state, analyst, term) for term in state.plan.terms],
        "correspondences": [_correspondence(found) for found in analyst.across(state)],
    }


def _term(state: State, analyst: Analyst, info: TermInfo) -> dict[str, Any]:
    known, found = state.term(info.id), analyst.of(state, info.id)
    said = material(state, info.id)
    texts = {case.id: case.text for term in state.terms.values() for case in term.cases}
    return {
        "term": info.id,
        "labels": info.labels,
        "state": found.state.value,
        "revealed": known.revealed is not None,
        "senses": _senses(state, known, info),
        "cases": [
            {"id": case, "text": texts.get(case), "verdicts": _verdicts(said.ballots, case)} for case in said.cases
        ],
        "pools": [list(pool) for pool in known.pools],
        "pairs": [_pair(pair) for pair in found.pairs],
        "outcome": {"decision": known.outcome.decision, "text": known.outcome.text} if known.outcome else None,
        "dissent": [{"domain": d.domain, "text": d.text} for d in known.dissents],
    }


def _senses(state: State, known: TermState, info: TermInfo) -> list[dict[str, Any]]:
    """Return the room's senses; those of the glossary only once the room has judged for itself."""
    found = [_sense(state, sense) for sense in known.senses]
    return found + ([_known_sense(sense) for sense in info.senses] if known.revealed is not None else [])


def _sense(state: State, sense: Sense) -> dict[str, Any]:
    accepted = acceptance(state, sense)
    return {
        "id": sense.id,
        "domain": sense.domain,
        "definition": sense.text,
        "decides": _answer(sense.facets.get("decides")),
        "by_when": _answer(sense.facets.get("by_when")),
        "follows": _answer(sense.facets.get("follows")),
        "example": sense.example,
        "origin": "room",
        "acceptance": accepted.shares,
        "group_aware_consensus": accepted.consensus,
    }


def _known_sense(sense: KnownSense) -> dict[str, Any]:
    answers = {name: {"code": getattr(sense, name), "text": None} for name in ("decides", "by_when", "follows")}
    return {
        "id": None,
        "domain": sense.domain,
        "definition": sense.definition,
        **{name: answer if answer["code"] else None for name, answer in answers.items()},
        "example": sense.example or None,
        "origin": "glossary",
        "acceptance": {},
        "group_aware_consensus": None,
    }


def _answer(answer: FacetAnswer | None) -> dict[str, str | None] | None:
    return {"code": answer.code, "text": answer.text} if answer else None


def _verdicts(ballots: Mapping[str, Ballots], case: str) -> dict[str, dict[str, int]]:
    counted = {domain: said.counts(case) for domain, said in ballots.items() if not said.empty}
    return {domain: counts_value(counts) for domain, counts in counted.items()}


def counts_value(counts: Counts) -> dict[str, int]:
    """Return counts as JSON has them."""
    return {"yes": counts.yes, "no": counts.no, "unsure": counts.unsure}


def _pair(pair: Pair) -> dict[str, Any]:
    measured = pair.mismatch
    return {
        "a": pair.a,
        "b": pair.b,
        "state": pair.state.value,
        "indicative": pair.indicative,
        "mismatch": measured.mismatch,
        "between": measured.between,
        "within_a": measured.within_a,
        "within_b": measured.within_b,
        "p": measured.p,
        "p_adjusted": measured.p_adjusted,
        "splits": measured.splits,
        "exact": measured.exact,
        "evidence": pair.evidence,
        "enough": measured.enough,
        "deciding_case": _deciding(pair.deciding),
        "facet_clashes": [_clash(clash) for clash in pair.clashes],
    }


def _deciding(deciding: DecidingCase | None) -> dict[str, Any] | None:
    if deciding is None:
        return None
    return {"case": deciding.case, "a": counts_value(deciding.a), "b": counts_value(deciding.b)}


def _clash(clash: FacetClash) -> dict[str, Any]:
    return {"facet": clash.facet, "a": list(clash.a.codes), "b": list(clash.b.codes)}


def _correspondence(found: Correspondence) -> dict[str, Any]:
    return {
        "term_a": found.term_a,
        "a": found.a,
        "term_b": found.term_b,
        "b": found.b,
        "relation": found.relation.value,
        "indicative": found.indicative,
        "mismatch": found.mismatch.mismatch,
        "p": found.mismatch.p,
        "shared_cases": found.shared,
        "evidence": found.evidence,
        "enough": found.mismatch.enough,
    }
