"""Late at half time: re-planned, the workshop ends on its hard end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.plain.program import Program

HALF_TIME = "15:20"
"""Of the sample, from 13:30 to 17:15."""


def say(workshop: Program, *lines: str) -> list[str]:
    return workshop.plain(*lines, options=("--rehearse",))


def status(workshop: Program) -> dict[str, Any]:
    (found,) = workshop.json("status", "--rehearsal")
    return found


def go_on(workshop: Program, until: str = "24:00") -> dict[str, Any]:
    """Take each step at the length it is allotted, until the last is over or the clock says `until`."""
    while not (now := status(workshop))["finished"]:
        hours, minutes = now["now"][11:13], now["now"][14:16]
        left = (int(until[:2]) - int(hours)) * 60 + int(until[3:]) - int(minutes)
        rest = now["remaining_s"] / 60
        if left <= rest:
            say(workshop, f"wait {left}")
            return status(workshop)
        say(workshop, f"wait {rest}", "next")
    return now


def late_at_half_time(workshop: Program) -> dict[str, Any]:
    say(workshop, "next", "wait 25")  # the projector
    say(workshop, "goto b1.s1 at 13:55")
    say(workshop, "+25")
    return go_on(workshop, HALF_TIME)


def test_twenty_five_minutes_late_at_half_time_it_ends_on_its_hard_end(workshop: Program) -> None:
    before = late_at_half_time(workshop)
    assert (before["now"][11:16], before["behind_s"]) == (HALF_TIME, 25 * 60)
    shown, applied = say(workshop, "replan", "replan 1")
    assert re.match(
        r"1 .*; ends 17:15 \| 2 move the end by 15 min; ends 17:30 \| 3 move the end by .*, shorten", shown
    ), shown
    assert applied.startswith("re-planned: ends 17:15")
    assert status(workshop)["behind_s"] == 0
    end = go_on(workshop)
    assert end["ends_at"][11:19] == "17:15:00"
    assert end["behind_s"] == 0
    assert status(workshop)["block"] is None


def test_what_is_dropped_is_passed_over_and_undone_it_is_there_again(workshop: Program) -> None:
    late_at_half_time(workshop)
    (proposals,) = workshop.json("replan", "--rehearsal")
    one = next(p for p in proposals["proposals"] if p["kind"] == "drop")
    gone, *_ = [change["step"] for change in one["changes"] if change["how"] == "drop"]
    say(workshop, f"replan {one['n']}")
    number = int(gone.rpartition("s")[2])
    before = f"{gone.partition('.')[0]}.s{number - 1}"
    assert not say(workshop, f"goto {before}", "next")[1].startswith(f"{gone} ")
    assert say(workshop, "back")[0].startswith(f"{before} ")
    assert say(workshop, "undo", "undo", "undo", "undo")[-1].startswith("undone: replanned")
    assert say(workshop, f"goto {before}", "next")[1].startswith(f"{gone} ")


def test_the_command_shows_the_same_proposals_with_all_that_changes(workshop: Program) -> None:
    late_at_half_time(workshop)
    (shown,) = say(workshop, "replan")
    (found,) = workshop.json("replan", "--rehearsal")
    assert found["behind_s"] == 25 * 60
    assert [f"{p['n']} {p['why']}" for p in found["proposals"]] == [
        line.rpartition("; ends")[0] for line in shown.split(" | ")
    ]
    for proposal in found["proposals"]:
        assert set(proposal) == {"n", "kind", "why", "ends_at", "over_s", "cost", "changes", "blocks"}
        for change in proposal["changes"]:
            assert {"block", "step", "from_min", "to_min", "how"} < set(change)
    lines = workshop("replan", "--rehearsal")
    assert [line for line in lines if not line.startswith(" ")] == shown.split(" | ")
    assert any(line.strip().startswith("shorten b") for line in lines)


def test_a_number_that_is_not_there_is_refused(workshop: Program) -> None:
    (on_time, refused, word, nothing) = say(workshop, "replan", "replan 1", "replan one", "replan 1 2")
    assert on_time == "on time, ends 17:05, hard end 17:15: nothing needs to change"
    assert refused == f"error: there is no proposal 1: {on_time}"
    assert word == "error: 'one' is no proposal: give its number, such as 1"
    assert nothing.startswith("error: '2' is too much: replan [N]")
