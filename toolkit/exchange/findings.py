"""What a session found out about a word, added to what the glossary has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.library.glossary import Case, Counts, Dissent, Facet, Outcome, Pair, Sense, Term
from toolkit.session.privacy import ballots_apart, shown
from toolkit.session.term_material import material

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.session import term_state
    from toolkit.session.analyst import Analyst
    from toolkit.session.state import State
    from toolkit.terms import analysis
    from toolkit.terms.model import FacetAnswer, TermMaterial


def with_findings(term: Term, state: State, analyst: Analyst, *, origin: str, everything: bool = False) -> Term:
    """Return a term with the senses, outcome and dissents of a session, and once revealed its verdicts and pairs.

    Args:
        term: What the glossary has; its senses and cases stay as they are.
        state: The session.
        analyst: Who works out what words come to.
        origin: The workshop's title, said of each sense and case that it wrote.
        everything: Whether what domains of under four people said is told too.
    """
    known = state.term(term.id)

    def told(side: str) -> bool:
        return everything or shown(state, side)

    def counted(side: str) -> bool:
        return known.revealed is not None and told(side)

    def alone(domain: str) -> bool:
        """Whether counts are told: not beside those of a pool, from which a small domain could be worked out."""
        return counted(domain) and (everything or ballots_apart(state, known, domain))

    senses = [_sense(sense, origin) for sense in known.senses if sense.text is not None and told(sense.domain)]
    pairs = [pair for pair in analyst.of(state, term.id).pairs if counted(pair.a) and counted(pair.b)]
    ids = _ids(known)
    dissents = [
        Dissent(domain=d.domain, text=text) for d in known.dissents if (text := _whole(d.text)) and told(d.domain)
    ]
    update = {
        "senses": [*term.senses, *senses],
        "cases": list(_cases(term, state, material(state, term.id), origin, alone)),
        "pairs": [_pair(pair, ids) for pair in pairs],
        "outcome": _outcome(known.outcome) or term.outcome,
        "dissents": [*term.dissents, *dissents],
    }
    return term.model_copy(update=update)


def _pair(pair: analysis.Pair, ids: dict[str, str]) -> Pair:
    return Pair(
        a=pair.a,
        b=pair.b,
        state=pair.state.value,
        mismatch=_rounded(pair.mismatch.mismatch),
        p_adjusted=_rounded(pair.mismatch.p_adjusted),
        evidence=pair.evidence,
        deciding_case=ids.get(pair.deciding.case, pair.deciding.case) if pair.deciding else None,
    )


def _whole(text: str | None) -> str | None:
    """Return a text without halves of surrogate pairs, which a journal keeps and no file format can carry."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if text else None


def _rounded(number: float | None) -> float | None:
    """Return a number with as many places as anybody could use."""
    return None if number is None else round(number, 6)


def _sense(sense: term_state.Sense, origin: str) -> Sense:
    return Sense(
        id=sense.id,
        domain=sense.domain,
        definition=_whole(sense.text) or "",
        decides=_facet(sense.facets.get("decides")),
        by_when=_facet(sense.facets.get("by_when")),
        follows=_facet(sense.facets.get("follows")),
        example=_whole(sense.example),
        origin=origin,
    )


def _facet(answer: FacetAnswer | None) -> Facet | None:
    return Facet(code=answer.code, text=_whole(answer.text)) if answer else None


def _outcome(outcome: term_state.Outcome | None) -> Outcome | None:
    if outcome is None or not outcome.text:
        return None
    return Outcome.model_validate({"decision": outcome.decision, "text": _whole(outcome.text)})


def _ids(known: term_state.TermState) -> dict[str, str]:
    """Return the glossary's id of each starter case that hung, by its id on the wall."""
    return {case.id: case.starter for case in known.cases if case.starter}


def _cases(term: Term, state: State, said: TermMaterial, origin: str, told: Callable[[str], bool]) -> Iterator[Case]:
    """Yield the glossary's cases with the verdicts on them, then the room's own and those of another word's wall."""
    ids = _ids(state.term(term.id))
    on_wall = {starter: id_ for id_, starter in ids.items()}
    for case in term.cases:
        verdicts = _verdicts(said, on_wall.get(case.id), told)
        yield case.model_copy(update={"verdicts": verdicts}) if verdicts else case
    texts = {case.id: case.text for known in state.terms.values() for case in known.cases}
    for id_ in said.cases:
        if id_ not in ids and (text := _whole(texts.get(id_))):
            yield Case(id=id_, text=text, verdicts=_verdicts(said, id_, told), origin=origin)


def _verdicts(said: TermMaterial, case: str | None, told: Callable[[str], bool]) -> dict[str, Counts]:
    if case is None:
        return {}
    counted = {domain: ballots.counts(case) for domain, ballots in said.ballots.items() if told(domain)}
    return {d: Counts(yes=c.yes, no=c.no, unsure=c.unsure) for d, c in counted.items() if c.answered or c.unsure}
