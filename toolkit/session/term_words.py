"""What the words of a command about a term stand for: terms, cases, senses, answers, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.files.problems import nearest, printable
from toolkit.session.words import Kind, Refusal, View, choice
from toolkit.terms.model import FACETS

if TYPE_CHECKING:
    from toolkit.session.term_state import Case, Sense

MOST_COUNTED = 10_000


def _term(word: str, view: View) -> str:
    """Read a term by its id, by its number on the list, or by its label in any language."""
    terms = view.plan.terms
    wanted = word.strip().casefold()
    if wanted.isdecimal() and 0 < int(wanted) <= len(terms):
        return terms[int(wanted) - 1].id
    for term in terms:
        if wanted in {term.id.casefold(), *(label.casefold() for label in term.labels.values())}:
            return term.id
    raise Refusal(f"there is no term {printable(word, 40)!r}: {nearest(word, [term.id for term in terms])}")


def _terms(view: View) -> list[tuple[str, str]]:
    return [(term.id, term.label(view.plan.language)) for term in view.plan.terms]


def term_at_hand(view: View) -> str | None:
    """Return the block's first term that has no outcome yet, or its first; outside, the only term there is."""
    block, terms = view.state.block, view.plan.terms
    if block and block.terms:
        return next((term for term in block.terms if view.state.term(term).outcome is None), block.terms[0])
    return terms[0].id if len(terms) == 1 else None


def wall_of(view: View, term: str) -> tuple[Case, ...]:
    """Return the cases that a word is judged on: its own, else those of another word of the block.

    Two words on one wall is how a hidden agreement is found.
    """
    block = view.state.block
    walls = [view.state.term(id_).cases for id_ in (term, *(block.terms if block and term in block.terms else ()))]
    return next((wall for wall in walls if wall), ())


def all_cases(view: View) -> dict[str, tuple[str, Case]]:
    """Return every case with the term on whose wall it hangs, by id."""
    return {case.id: (term, case) for term, state in view.state.terms.items() for case in state.cases}


def all_senses(view: View) -> dict[str, tuple[str, Sense]]:
    """Return every sense with its term, by id."""
    return {sense.id: (term, sense) for term, state in view.state.terms.items() for sense in state.senses}


def _case(word: str, view: View) -> str:
    """Read a case by its id, or by its number on the wall of the term at hand."""
    cases = all_cases(view)
    wanted = word.strip().casefold()
    if wanted in cases:
        return wanted
    wall = wall_of(view, term_at_hand(view) or "")
    if wanted.isdecimal() and 0 < int(wanted) <= len(wall):
        return wall[int(wanted) - 1].id
    raise Refusal(f"there is no case {printable(word, 40)!r}: {nearest(word, cases)}")


def _cases(view: View) -> list[tuple[str, str]]:
    return [(id_, f"{id_}  {case.text or '(struck)'}") for id_, (_, case) in all_cases(view).items()]


def _starter(word: str, view: View) -> str:
    ids = {case.id for term in view.plan.terms for case in term.cases}
    if word.strip().casefold() in ids:
        return word.strip().casefold()
    raise Refusal(f"there is no starter case {printable(word, 40)!r}: {nearest(word, ids)}")


def _starters(view: View) -> list[tuple[str, str]]:
    hung = {case.starter for _, case in all_cases(view).values()}
    return [
        (case.id, f"{case.id}  {case.text}") for term in view.plan.terms for case in term.cases if case.id not in hung
    ]


def _sense(word: str, view: View) -> str:
    senses = all_senses(view)
    if word.strip().casefold() in senses:
        return word.strip().casefold()
    raise Refusal(f"there is no sense {printable(word, 40)!r}: {nearest(word, senses)}")


def _senses(view: View) -> list[tuple[str, str]]:
    return [(id_, f"{id_}  {sense.text or '(struck)'}") for id_, (_, sense) in all_senses(view).items()]


_SHORT = {"y": "yes", "1": "yes", "n": "no", "0": "no", "u": "unsure", "?": "unsure"}
_answer = choice("yes|no|unsure", "yes", "no", "unsure")


def _verdict(word: str, view: View) -> object:
    return _answer.read(_SHORT.get(word.strip().casefold(), word.strip()), view)


_question = choice("decides|by-when|follows", "decides", "by-when", "follows")


def _facet(word: str, view: View) -> str:
    return str(_question.read(word.strip().replace("_", "-"), view)).replace("-", "_")


def _code(word: str, _view: View) -> str:
    """Read a code; which codes answer a question is known to the action that has the question."""
    return word.strip().casefold()


def _codes(view: View) -> list[tuple[str, str]]:
    names = dict(zip(FACETS, ("who decides", "by when", "what follows"), strict=True))
    return [(code.id, f"{names.get(code.facet, code.facet)}: {code.label}") for code in view.plan.facets]


def _rating(word: str, _view: View) -> int:
    if not re.fullmatch(r"[+-]?[012]", word.strip()):
        raise Refusal(f"{printable(word, 40)!r} is no rating: give one from -2 to 2")
    return int(word)


def count(word: str, _view: View | None = None) -> int:
    """Read how many.

    Raises:
        Refusal: It is no number of people.
    """
    if not re.fullmatch(r"[0-9]{1,5}", word.strip()) or int(word) > MOST_COUNTED:
        raise Refusal(f"{printable(word, 40)!r} is no number of people: write one from 0 to {MOST_COUNTED:,}")
    return int(word)


TERM = Kind("TERM", _term, _terms, "no words are in dispute: name them under terms in workshop.yaml")
CASE = Kind("CASE", _case, _cases, "no case hangs yet")
STARTER = Kind("CASE", _starter, _starters)
SENSE = Kind("SENSE", _sense, _senses, "no sense has been written down yet")
ANSWER = Kind("yes|no|unsure", _verdict, _answer.offers)
FACET = Kind("decides|by-when|follows", _facet, _question.offers)
CODE = Kind("CODE", _code, _codes)
RATING = Kind("-2..2", _rating, lambda _view: [(str(n), f"{n:+d}" if n else "0") for n in (2, 1, 0, -1, -2)])
DECISION = choice("adopt|prefix|rename|park", "adopt", "prefix", "rename", "park")
YES = Kind("YES", count)
NO = Kind("NO", count)
UNSURE = Kind("UNSURE", count)
AGREE = Kind("AGREE", count)
PASS = Kind("PASS", count)
DISAGREE = Kind("DISAGREE", count)
