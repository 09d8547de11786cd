"""What the sheets of statements say: for the whole room and for each domain, before, after, and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.files.value import value
from toolkit.files.values import to_value
from toolkit.terms.shift import Shift, Spread, shift, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.session.people_state import Sheet
    from toolkit.session.state import State


@value()
class Part:
    """What the room, or one domain of it, answered to one statement."""

    domain: str | None
    """A domain, or several that are counted together with + between; None: everybody."""
    before: Spread
    after: Spread
    shift: Shift


@value()
class Statement:
    """One statement, and what was answered to it."""

    text: str
    parts: tuple[Part, ...]
    """Everybody first, then each domain that handed in a sheet."""


def survey(state: State, sides: Sequence[str] | None = None) -> list[Statement]:
    """Return what was answered to each statement; a person counts under the domain of their latest sheet.

    Args:
        state: The session.
        sides: Who is counted together: domains, or several with + between; the domains of the plan otherwise.
    """
    assert state.plan is not None
    sheets: dict[str, dict[str, Sheet]] = {}
    for sheet in state.sheets:
        sheets.setdefault(sheet.code, {})[sheet.when] = sheet
    domains = sheet_domains(state)
    wanted = [domain.id for domain in state.plan.domains] if sides is None else sides
    present = [side for side in wanted if not set(side.split("+")).isdisjoint(domains.values())]
    if len(wanted) == 1 and "+" in wanted[0]:
        present = []  # all are counted as one: that is everybody
    found = []
    for number, text in enumerate(state.plan.survey):
        answers = {code: _answers(by_time, number) for code, by_time in sheets.items()}
        parts = [_part(None, list(answers.values()))]
        parts += [
            _part(id_, [pair for code, pair in answers.items() if domains[code] in id_.split("+")]) for id_ in present
        ]
        found.append(Statement(text, tuple(parts)))
    return found


def sheet_domains(state: State) -> dict[str, str]:
    """Return the domain of each code: that of the sheet after, else of the one before."""
    found = {sheet.code: sheet.domain for sheet in state.sheets if sheet.when == "before"}
    return found | {sheet.code: sheet.domain for sheet in state.sheets if sheet.when == "after"}


def _answers(by_time: dict[str, Sheet], number: int) -> tuple[int, int]:
    """Return somebody's answers before and after; 0 where there is none."""
    before, after = (by_time.get(when) for when in ("before", "after"))
    return _answer(before, number), _answer(after, number)


def _answer(sheet: Sheet | None, number: int) -> int:
    return sheet.answers[number] if sheet and number < len(sheet.answers) else 0


def _part(domain: str | None, pairs: list[tuple[int, int]]) -> Part:
    return Part(domain, spread(before for before, _ in pairs), spread(after for _, after in pairs), shift(pairs))


def survey_values(state: State, sides: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Return the same as plain values."""
    values: list[dict[str, Any]] = to_value(survey(state, sides))
    return values


def survey_lines(state: State, sides: Sequence[str] | None = None) -> Iterator[str]:
    """Yield the same in lines: counts always, a mean or a consensus only where there are enough people."""
    for number, statement in enumerate(survey(state, sides), 1):
        yield f"{number}. {statement.text}"
        for part in statement.parts:
            times = (_spread("before", part.before), _spread("after", part.after), _moved(part.shift))
            yield f"   {part.domain or 'everybody'}: {'; '.join(times)}"


def _spread(when: str, one: Spread) -> str:
    counts = "-".join(map(str, one.counts))
    if one.mean is None or one.consensus is None:
        return f"{when} {counts}"
    return f"{when} {counts}, mean {one.mean:.1f}, consensus {one.consensus:.2f}"


def _moved(one: Shift) -> str:
    moved = f"of {one.pairs} in pairs {one.up} up, {one.same} same, {one.down} down"
    if one.mean is None or one.p is None:
        return f"{moved}; too few to tell"
    return f"{moved}; shift {one.mean:+.1f}, {p_words(one.p)}"


def p_words(p: float) -> str:
    """Return a p as it is read: never as nothing at all."""
    return f"p {p:.2f}" if p >= 0.01 else "p < 0.01"


def codes_of(state: State, when: str) -> set[str]:
    """Return the codes of the sheets that were keyed from before, or from after."""
    return {sheet.code for sheet in state.sheets if sheet.when == when}
