"""Plans that change under a session: what was said and done before stands in the report all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.report.material import everything, journal, record_of
from tests.session.room import START
from toolkit.report.compose import compose
from toolkit.report.to_markdown import to_markdown
from toolkit.session import events as ev
from toolkit.session import term_events as te
from toolkit.session.commitment_events import Kept
from toolkit.workshop.brought import Carried
from toolkit.workshop.times import MINUTE

if TYPE_CHECKING:
    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan


def told(bodies: list[Body], names: dict[str, str]) -> str:
    return to_markdown(compose(record_of(journal(bodies), names)))


def test_a_word_that_the_files_no_longer_name_keeps_what_was_said_of_it(plan: Plan, names: dict[str, str]) -> None:
    before = everything(plan, "these very words")
    after = told([*before, ev.PlanChanged(replace(plan, terms=()))], names)
    assert "## The word: governance" in after
    assert "| d1 | governance | Open source | these very words |" in after
    assert "changed files were taken over" in after


def test_without_words_in_dispute_it_says_so(plan: Plan, names: dict[str, str]) -> None:
    text = told([ev.WorkshopOpened(replace(plan, terms=()))], names)
    assert "## The words\n\nNo word was in dispute.\n" in text
    assert "No word was in dispute" not in told(everything(plan, "x"), names)


def test_time_spent_in_a_block_that_is_gone_is_told(plan: Plan, names: dict[str, str]) -> None:
    shorter = plan.with_blocks(plan.blocks[1:])
    bodies: list[Body] = [
        ev.WorkshopOpened(plan),
        ev.Entered("b1.s1", START),
        ev.Entered("b2.s1", START + 20 * MINUTE),
        ev.PlanChanged(shorter),
        ev.Finished(START + 30 * MINUTE),
    ]
    text = told(bodies, names)
    assert "| No longer on the agenda | – | 13:30, 20 min |  | #2–3 |" in text
    assert "| Coffee | 14:05, 15 min | 13:50, 10 min |  | #3, 5 |" in text
    assert "No longer" not in told([bodies[0], bodies[1]], names)


def test_before_anything_each_section_says_so_in_a_line(plan: Plan, names: dict[str, str]) -> None:
    for bodies in ([], [ev.WorkshopOpened(plan)]):
        record = record_of(journal(bodies), names)
        text = to_markdown(compose(replace(record, state=replace(record.state, plan=plan))))
        for line in (
            "No step has begun.",
            "Nothing was recorded on governance.",
            "No dissent was recorded, and no word was left open.",
            "No commitment was recorded.",
            "No sheet has been keyed.",
            "Nothing was parked.",
            "Arrivals were not recorded; 3 were expected.",
        ):
            assert line in text
        for heading in ("Voice by domain", "Notes"):
            assert heading not in text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("yes", "yes"), "Every commitment is done."),
        (("dropped", "dropped"), "Every commitment is no longer to be done."),
        (("dropped", "yes"), "Every commitment is done or no longer to be done."),
        (("yes", None), ""),
        (("yes", "moved"), ""),
    ],
)
def test_where_nothing_is_left_to_do_it_is_not_said_that_nothing_was_promised(
    plan: Plan, names: dict[str, str], answers: tuple[str | None, ...], said: str
) -> None:
    bodies: list[Body] = [ev.WorkshopOpened(replace(plan, carried=(Carried("k1", "find a room"),)))]
    bodies += [ev.Committed("k2", "write to all", START)]
    bodies += [Kept(f"k{n}", answer) for n, answer in enumerate(answers, 1) if answer]
    text = told(bodies, names)
    assert "No commitment was recorded." not in text
    first, _, further = text.partition("---\n\n")
    for part in (first, further):
        assert (said in part) if said else ("Every commitment" not in part)


def test_a_word_that_was_shown_and_not_decided_stays_open(plan: Plan, names: dict[str, str]) -> None:
    bodies = [body for body in everything(plan, "x") if not isinstance(body, te.Decided)]
    text = told(bodies, names)
    assert "| governance | – | No decision was recorded. |" in text.partition("---\n\n")[0]
    reveal = next(n for n, body in enumerate(bodies, 1) if isinstance(body, te.Revealed))
    assert f"| – | governance | – | No decision was recorded. | #{reveal} |" in text
    assert "| – | No decision was recorded." not in told(everything(plan, "x"), names)


def test_less_time_and_a_moved_end_are_said(plan: Plan, names: dict[str, str]) -> None:
    text = told(everything(plan, "x"), names)
    assert "Collision · Invite: 1 min less" in text
    assert "Commitments · Write 10 to 5 min; hard end moved to 15:10; to end at 15:00" in text
    assert "Commitments · Read-Back dropped" in text
    assert "hard end 15:00, moved to 15:10" in text
