"""Which world was heard, what people ticked before and after, who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.document import Column, Heading, Items, Line, Row, Table
from toolkit.report.first_page import short
from toolkit.session.survey import sheet_domains, survey
from toolkit.session.voice import voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.report.document import Part
    from toolkit.report.record import Record
    from toolkit.session.survey import Part as SurveyPart
    from toolkit.session.voice import Voice
    from toolkit.terms.shift import Shift, Spread

_VOICE = (
    Column("Domain", 4, strong=True), Column("Turns", 1), Column("Of all turns", 1.3), Column("People", 1),
    Column("Of all people", 1.3),
)  # fmt: skip
_SURVEY = (
    Column("Who", 2.1, strong=True), Column("Before: 1-2-3-4-5", 2.6), Column("After: 1-2-3-4-5", 2.6),
    Column("In pairs", 2.6), Column("Shift", 1.9),
)  # fmt: skip


def voice(record: Record) -> Iterator[Part]:
    """Yield the shares of turns beside the shares of people, if turns were counted."""
    found = voices(record.state, record.people)
    if not sum(one.turns for one in found) or not record.told("+".join(record.sides)):
        return
    known = [one.domain for one in found]
    sides = [*record.sides, *(one for one in known if not any(one in side.split("+") for side in record.sides))]
    turns, people = sum(one.turns for one in found), sum(one.people for one in found)
    rows = []
    for side in sides:
        mine = [one for one in found if one.domain in side.split("+")]
        if record.told(side) and mine:
            rows.append(_voice(record, side, mine, turns, people))
    yield Heading("Voice by domain")
    yield Table(_VOICE, tuple(rows))


def _voice(record: Record, side: str, mine: Sequence[Voice], turns: int, people: int) -> Row:
    own, here = sum(one.turns for one in mine), sum(one.people for one in mine)
    domains = [one.domain for one in mine]
    cells = (record.side(side), str(own), _percent(own, turns), str(here), _percent(here, people))
    came = [person for person in record.people if record.state.hat(person) in domains]
    return Row(cells, tuple(sorted({*record.journal.turns(domains), *record.journal.presence(came)})))


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def before_and_after(record: Record) -> Iterator[Part]:
    """Yield what was ticked, if statements were asked; it waits for no sheet."""
    if not record.plan.survey:
        return
    yield Heading("Before and after")
    if not record.state.sheets:
        yield Line("No sheet has been keyed.")
        return
    if not record.told("+".join(record.sides)):
        yield Line("Fewer than four people were there: what they ticked is left out.")
        return
    few = "; what fewer than four of a row ticked is left out, of everybody as well" if record.anonymous else ""
    yield Line(
        f"How many ticked 1 (not at all) to 5 (fully); a mean and a shift only where four people or more answered{few}."
    )
    state = record.sheets_told
    domains = sheet_domains(state)
    for number, statement in enumerate(survey(state, record.sides), 1):
        yield Heading(f"Statement {number}: {short(record.text(statement.text))}", 3)
        rows = []
        for part in statement.parts:
            if record.anonymous and not part.before.answered and not part.after.answered:
                continue
            codes = [c for c, domain in domains.items() if not part.domain or domain in part.domain.split("+")]
            rows.append(Row(_answers(record, part), record.journal.sheets(codes)))
        yield Table(_SURVEY, tuple(rows)) if rows else Line("Fewer than four sheets: what they say is left out.")


def _answers(record: Record, part: SurveyPart) -> tuple[str, ...]:
    who = record.side(part.domain) if part.domain else "Everybody"
    return (who, _spread(part.before), _spread(part.after), _moved(part.shift), _shift(part.shift))


def _spread(one: Spread) -> str:
    if not one.answered:
        return "–"
    mean = f", mean {one.mean:.1f}" if one.mean is not None else ""
    return "-".join(map(str, one.counts)) + mean


def _moved(one: Shift) -> str:
    return "–" if not one.pairs else f"of {one.pairs}: {one.up} up, {one.same} same, {one.down} down"


def _shift(one: Shift) -> str:
    return "too few to tell" if one.mean is None else f"{round(one.mean, 1) + 0.0:+.1f}"


def participants(record: Record) -> Iterator[Part]:
    """Yield who was there, by domain: names, or how many where names are left out."""
    yield Heading("Who was there")
    state, expected = record.state, len(record.plan.people)
    came = [person for person, known in state.presence.items() if known.arrived is not None]
    if came:
        said = f"{len(came)} came; the list has {expected}."
    else:
        said = f"Arrivals were not recorded; {expected} were expected."
    yield Line(said, record.journal.presence(came))
    hats = {person: state.hat(person) or "" for person in record.people}
    lines = []
    for side in [*record.sides, *(["", *_strange(record, hats)])]:
        mine = [person for person, hat in hats.items() if hat in side.split("+")]
        if mine and (record.told(side) if side else not record.anonymous):
            lines.append(_present(record, side, mine))
    if lines:
        yield Items(tuple(lines))
    if not record.anonymous and record.events:
        yield Line(f"Recorded by {', '.join(record.facilitators)}.")


def _strange(record: Record, hats: dict[str, str]) -> list[str]:
    """Return domains that people wore and the plan no longer has."""
    known = {domain.id for domain in record.plan.domains} | {""}
    return sorted({hat for hat in hats.values() if hat not in known})


def _present(record: Record, side: str, mine: Sequence[str]) -> Line:
    label = record.side(side) if side else "No domain declared"
    if record.anonymous:
        return Line(f"{label}: {len(mine)}", record.journal.presence(mine))
    return Line(f"{label}, {len(mine)}: {', '.join(map(record.person, mine))}", record.journal.presence(mine))
