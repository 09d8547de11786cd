"""A word in dispute as lines of text: for plain mode, `workshop terms` and the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.session.acceptance import acceptance
from toolkit.session.room_terms import counts_words, outcome_lines
from toolkit.session.term_material import material
from toolkit.session.term_steps import next_moves, stage
from toolkit.terms.model import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.analyst import Analyst
    from toolkit.session.state import State
    from toolkit.session.words import View
    from toolkit.terms.analysis import Pair, TermAnalysis
    from toolkit.terms.correspondence import Correspondence
    from toolkit.workshop.plan import Plan, TermInfo

CELL = {"consensus": "same", "conflict": "DIFF", "vague": "vague", "undecided": "·"}
"""How a pair's state stands in the table of domains."""
QUESTIONS = {"decides": "who decides", "by_when": "by when", "follows": "what follows"}


def term_line(view: View, info: TermInfo) -> str:
    """Return where a word stands and what is next, in one line."""
    moves = next_moves(view, info.id)
    return f"{info.id} {info.label(view.plan.language)}: {stage(view, info.id)}" + (
        f"; next: {moves[0].text}" if moves else ""
    )


def term_lines(view: View, info: TermInfo, analyst: Analyst, *, results: bool, todo: bool = True) -> list[str]:
    """Return all that is known of a word.

    Args:
        view: What is known now.
        info: The word.
        analyst: Who works out what it comes to.
        results: Whether to say what the answers came to; before the reveal, only how far they are keyed.
        todo: Whether to say what to do next; nobody who was not there can do it.
    """
    found = analyst.of(view.state, info.id)
    lines = [info.label(view.plan.language), f"  {stage(view, info.id)}"]
    if todo and (moves := next_moves(view, info.id)):
        lines += ["", "NEXT", *(f"  {move.text}" for move in moves[:3])]
    lines += _section("CASES", _cases(view.state, info.id, results=results))
    if results:
        lines += _section(f"DOMAINS BESIDE EACH OTHER   {found.state.value}", _table(view.plan, found))
        lines += _section("WHERE THEY PART, AND WHY", _reasons(view.plan, found))
        lines += _section("ONE MEANING UNDER TWO WORDS", _agreements(view, info.id, analyst))
    lines += _section("SENSES", _senses(view.state, info.id))
    if view.state.term(info.id).revealed is not None:
        lines += _section(
            "WHAT THE GLOSSARY HAS", (f"  {_code(view.plan, s.domain)}  {s.definition}" for s in info.senses)
        )
    return lines + _section("DECIDED", (f"  {line}" for line in outcome_lines(view.state, info.id)))


def senses_table(view: View) -> list[str]:
    """Return how many senses each domain has written of each word: words down, domains across."""
    domains = view.plan.domains
    wide = max((len(term.id) for term in view.plan.terms), default=0)
    lines = [" " * (wide + 2) + "".join(f"{domain.code:>5}" for domain in domains)]
    for term in view.plan.terms:
        owners = [sense.domain for sense in view.state.term(term.id).senses if sense.text is not None]
        lines.append(f"  {term.id:<{wide}}" + "".join(f"{owners.count(domain.id) or '·':>5}" for domain in domains))
    return ["SENSES BY WORD AND DOMAIN", *lines] if view.plan.terms else []


def _section(heading: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return ["", heading, *found] if found else []


def _cases(state: State, term: str, *, results: bool) -> Iterator[str]:
    said = material(state, term)
    texts = {case.id: case.text for known in state.terms.values() for case in known.cases}  # the wall may be another's
    for number, id_ in enumerate(said.cases, 1):
        yield f"  {number}  {texts.get(id_) or f'{id_} (struck)'}"
        if results:
            counts = [
                f"{_code(state.plan, domain)} {ballots.counts(id_).yes}/{ballots.counts(id_).answered}"
                for domain, ballots in said.ballots.items()
                if not ballots.empty
            ]
            yield f"     {'   '.join(counts)}" if counts else "     nobody's answers are keyed yet"


def _table(plan: Plan, found: TermAnalysis) -> Iterator[str]:
    """Yield the states of all pairs as a table of domains against domains."""
    if not found.pairs:
        return
    sides = list(dict.fromkeys(side for pair in found.pairs for side in (pair.a, pair.b)))
    codes = {side: _code(plan, side) for side in sides}
    cells = {(pair.a, pair.b): _cell(pair) for pair in found.pairs}
    wide = max(7, *(len(code) + 2 for code in codes.values()))
    yield " " * (wide + 2) + "".join(f"{codes[side]:>{wide}}" for side in sides[1:])
    for i, side in enumerate(sides[:-1]):
        row = "".join(f"{cells.get((side, other), ''):>{wide}}" for other in sides[i + 1 :])
        yield f"  {codes[side]:<{wide}}" + " " * wide * i + row


def _cell(pair: Pair) -> str:
    if not pair.mismatch.enough:
        return "few"
    return CELL[pair.state.value] + ("?" if pair.indicative and pair.state.value != "undecided" else "")


def _reasons(plan: Plan, found: TermAnalysis) -> Iterator[str]:
    """Yield each pair's state with its case, its counts and its evidence, those that differ most first."""
    order = {"conflict": 0, "vague": 1, "undecided": 2, "consensus": 3}
    for pair in sorted(found.pairs, key=lambda pair: (order[pair.state.value], -(pair.mismatch.mismatch or -1))):
        yield f"  {_code(plan, pair.a)} / {_code(plan, pair.b)}   {_evidence(pair, pair.state.value)}"
        if pair.deciding:
            a, b = counts_words(pair.deciding.a), counts_words(pair.deciding.b)
            yield f"     {pair.deciding.case}: {_code(plan, pair.a)} {a}; {_code(plan, pair.b)} {b}"
        if pair is found.deciding_pair:
            yield "     ^ this is what the room is shown"
        for clash in pair.clashes:
            yield f"     {QUESTIONS[clash.facet]}: {', '.join(clash.a.codes)} / {', '.join(clash.b.codes)}"


def _agreements(view: View, term: str, analyst: Analyst) -> Iterator[str]:
    """Yield whose use of this word is another's use of another word.

    Beside a word that is revealed nothing is told of one that is not: a room may see this.
    """
    revealed = view.state.term(term).revealed is not None
    for found in analyst.across(view.state):
        if term not in (found.term_a, found.term_b) or found.relation != "correspondence":
            continue
        other = found.term_b if found.term_a == term else found.term_a
        if revealed and view.state.term(other).revealed is None:
            continue
        first, second = (
            f"{_code(view.plan, side)} {word}" for side, word in ((found.a, found.term_a), (found.b, found.term_b))
        )
        yield f"  {first} / {second}   {_evidence(found, 'correspondence')}  on {found.shared} cases"


def _evidence(pair: Pair | Correspondence, called: str) -> str:
    measured = pair.mismatch
    if not measured.enough:
        return "too few to tell"
    parts = [called]
    if measured.mismatch is not None:
        parts.append(f"D {measured.mismatch:.2f}")
    if measured.p is not None:
        parts.append(f"p {measured.p:.3f}")
    if measured.p_adjusted is not None:
        parts.append(f"adjusted {measured.p_adjusted:.3f}")
    return "  ".join([*parts, *(["indicative: counts without names"] if pair.indicative else [])])


def _senses(state: State, term: str) -> Iterator[str]:
    for sense in state.term(term).senses:
        yield f"  {sense.id}  {_code(state.plan, sense.domain)}  {sense.text or '(struck)'}"
        for facet in FACETS:
            if answer := sense.facets.get(facet):
                yield f"     {QUESTIONS[facet]}: {answer.code}" + (f", {answer.text}" if answer.text else "")
        if sense.example:
            yield f"     for example: {sense.example}"
        accepted = acceptance(state, sense)
        if accepted.consensus is not None:
            shares = "  ".join(f"{_code(state.plan, domain)} {share:.2f}" for domain, share in accepted.shares.items())
            yield f"     could work with it: {shares}" + ("  (a bridge)" if accepted.bridge else "")


def _code(plan: Plan | None, side: str) -> str:
    """Return a domain's short code, or those of a pool."""
    found = ((plan.domain(id_) if plan else None, id_) for id_ in side.split("+"))
    return "+".join(domain.code if domain else id_ for domain, id_ in found)
