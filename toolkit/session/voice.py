"""Which world was heard: its share of turns beside its share of people. Turns are a domain's, never a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.files.value import value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.session.state import State


@value()
class Voice:
    """What one domain had of the talk, and what it is of the room."""

    domain: str
    code: str
    turns: int
    people: int
    turn_share: float | None
    """Of all turns; None before the first."""
    people_share: float | None
    """Of those here who have declared a domain (before anybody came, of those expected); None where there are none."""


def voices(state: State, people: Iterable[str] | None = None) -> list[Voice]:
    """Return every domain of the plan, and any other that took a turn, with its shares.

    Args:
        state: The session.
        people: Who the room is; those who are here now otherwise.
    """
    plan = state.plan
    assert plan is not None
    hats = [hat for person in (state.here if people is None else people) if (hat := state.hat(person))]
    codes = {domain.id: domain.code for domain in plan.domains}
    codes |= {domain: domain for domain in [*state.turns, *hats] if domain not in codes}
    turns = sum(state.turns.values())
    return [
        Voice(
            domain,
            code,
            state.turns.get(domain, 0),
            hats.count(domain),
            state.turns.get(domain, 0) / turns if turns else None,
            hats.count(domain) / len(hats) if hats else None,
        )
        for domain, code in codes.items()
    ]


def voice_values(state: State) -> list[dict[str, Any]]:
    """Return the same as plain values."""
    return [
        {
            "domain": voice.domain,
            "turns": voice.turns,
            "people": voice.people,
            "turn_share": _rounded(voice.turn_share),
            "people_share": _rounded(voice.people_share),
        }
        for voice in voices(state)
    ]


def voice_line(state: State) -> str:
    """Return, to be read aloud, each domain's part of the turns and of the people; nothing before the first turn."""
    if not sum(state.turns.values()):
        return ""
    heard = [voice for voice in voices(state) if voice.turns or voice.people]
    parts = [f"{voice.code} {_percent(voice.turn_share)}/{_percent(voice.people_share)}" for voice in heard]
    return f"turns/people {', '.join(parts)}"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"
