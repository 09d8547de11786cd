"""The values of one exercise on the agenda: what to say and do and when, and what participants may read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.library.fields import in_language
from toolkit.printing.card import Card
from toolkit.printing.clock_times import block_times, clock, minutes_words
from toolkit.printing.values import Material, workshop_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.library.exercise import Exercise
    from toolkit.library.fields import LocalText
    from toolkit.workshop.plan import Block, PlannedStep

_QUOTED = re.compile(r'([^"]*)"([^"]{60,})"')
"""Shorter ones are labels and examples."""
_FOR_YOU = "(for you"
"""Marks what the facilitator reads beforehand: it is neither handed out nor packed."""
_SITS = {"solo": "alone", "pairs": "in pairs", "tables": "at tables", "plenary": "all together"}
_WITH = {"domain": "by domain", "mixed": "mixed"}
_CUTS = {"never": "never cut", "shorten": "may be shortened", "drop": "may be dropped"}


def exercise_card(material: Material, block: Block, exercise: Exercise | None) -> Card:
    """Return the values of one block of the agenda.

    Args:
        material: The workshop.
        block: As planned, with its texts.
        exercise: Where it comes from; None where it is gone, and only what the plan has is printed.
    """
    language = material.plan.language
    start = next(at for other, at in block_times(material.plan) if other.id == block.id)
    word = next((term.label(language) for id_ in block.terms if (term := material.plan.term(id_))), "")
    values = {
        "exercise": block.title,
        "tagline": in_language(exercise.tagline, language) if exercise else "",
        "invitation": block.invitation,
        "clock": clock(start),
        "end": clock(start + block.milliseconds / 60_000),
        "minutes": minutes_words(block.milliseconds / 1000),
        "term": word,
        "space": in_language(exercise.space, language) if exercise else "",
        "power": in_language(exercise.power, language) if exercise else "",
        "example": _spoken(in_language(exercise.worked_example, language), word)
        if exercise and exercise.worked_example else "",
    }  # fmt: skip
    lists = {"steps": tuple(_steps(block.steps, start)), **(_of_exercise(exercise, language, word) if exercise else {})}
    return workshop_card(material).with_entry(Card(values, record=block.title, lists=lists))


def _of_exercise(exercise: Exercise, language: str, word: str) -> dict[str, tuple[Card, ...]]:
    return {
        "materials": _texts(exercise.materials, language, word),
        "cards": tuple(_quoted(_texts(exercise.materials, language, word))),
        "bring": tuple(_things(_texts(exercise.materials, language, word))),
        "debrief": _texts(exercise.debrief, language, word),
        "traps": _texts(exercise.traps, language, word),
        "access_notes": _texts(exercise.access, language, word),
        "outputs": _texts(exercise.outputs, language, word),
        "sides": tuple(
            Card({"side": in_language(side.label, language), "best_case": in_language(side.best_case, language)})
            for side in exercise.sides
        ),
    }


def _texts(texts: Iterable[LocalText], language: str, word: str) -> tuple[Card, ...]:
    return tuple(Card({"text": _spoken(in_language(text, language), word)}) for text in texts)


def _quoted(materials: Iterable[Card]) -> Iterator[Card]:
    """Yield the texts that materials quote at length, each with what is said of it: they are what is handed out."""
    for material in materials:
        text = material.values["text"]
        if _FOR_YOU in text:
            continue
        for before, quoted in _QUOTED.findall(text):
            said = re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])", before.strip(" .:,"))[-1].strip(" .:,")
            yield Card({"card": said, "text": quoted})


def _things(materials: Iterable[Card]) -> Iterator[Card]:
    """Yield what has to be in the bag; a text that is handed out is named by what is said of it."""
    for material in materials:
        text = material.values["text"]
        if _FOR_YOU not in text:
            yield Card({"text": _QUOTED.sub(lambda found: f"{found[1].strip(' :.')}; ", text).strip(" ;")})


def _spoken(text: str, word: str) -> str:
    return text.replace("{term}", word or "this word").strip()


def _joined(text: str) -> str:
    """Return what the screen shows without the line breaks that its width asks for."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and (line[:1].isspace() or line[:1].islower()):
            lines[-1] += f" {line.strip()}"
        elif line.strip():
            lines.append(line.strip())
    return "\n".join(lines)


def _steps(steps: Iterable[PlannedStep], start: float) -> Iterable[Card]:
    for number, step in enumerate(steps, 1):
        sits = [_SITS.get(step.arrangement, ""), _WITH.get(step.grouping, "")]
        values = {
            "number": str(number),
            "step": step.title,
            "clock": clock(start),
            "minutes": minutes_words(step.seconds),
            "say": step.say,
            "do": step.do,
            "watch": step.watch_for,
            "show": _joined(step.show),
            "sits": ", ".join(part for part in sits if part),
            "capture": ", ".join(step.capture),
            "cut": _CUTS.get(step.cut, ""),
        }
        yield Card(values)
        start += step.seconds / 60
