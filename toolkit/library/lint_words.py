"""Rules for the words of an exercise. Each yields where, and what to do; those on language read English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Trail
    from toolkit.library.exercise import Exercise
    from toolkit.library.fields import LocalText

    Findings = Iterator[tuple[Trail, str]]

LINES, LETTERS = 8, 34
"""What the room's screen holds in letters that are read from two metres."""
UNEVEN = 3
"""How many times as long as another the longest best case may be."""
LONG_WORD = "responsibility"
"""Stands for {term} where room is measured."""
_FUNCTION_WORDS = {"the", "and", "of", "to", "is", "you", "what", "we", "it", "that", "this", "for", "your", "with"}
_RECORDS = re.compile(r"\b(record|writ|wrot|note|key|count|photograph|publish)", re.IGNORECASE)
_NOTHING = {
    "", "todo", "to do", "tbd", "tba", "tbc", "fixme", "fix me", "n a", "na", "none", "nothing", "later", "x", "xx",
    "xxx", "lorem ipsum", "see above", "as usual",
}  # fmt: skip
"""What only holds a place, in small letters and without signs."""
_QUOTED = re.compile(r'"[^"]*"')
_BRACES = re.compile(r"\{[^{}\s]*\}")
_TAKES_A_SIDE = re.compile(
    r"\b(obviously|needless to say|of course|everybody knows|everyone knows|it is clear that|clearly|"
    r"the (?:right|correct|true|real) (?:answer|meaning|way|model|definition)|"
    r"(?:outdated|old-fashioned|backward|naive|utopian|inefficient|bureaucratic|inferior|superior|irrational) "
    r"(?:model|models|way|ways|people|world|worlds|institutions?|organi[sz]ations?|governments?|communit\w+|thinking)|"
    r"must (?:be|become) (?:decentrali[sz]ed|centrali[sz]ed|open|public|private)|better than (?:a |the )?"
    r"(?:hierarch\w+|state|government\w*|markets?|communit\w+|protocols?|bureaucrac\w+)|"
    r"(?:best|better|only democratic) (?:model|form) of (?:organi[sz]ing|governance|government)|red tape)\b",
    re.IGNORECASE,
)


def english(trail: Trail, text: LocalText | None) -> Iterator[tuple[Trail, str]]:
    """Yield a text, with where it stands, if it is in English; one that has no language is looked at."""
    if isinstance(text, dict):
        if "en" in text:
            yield (*trail, "en"), text["en"]
    elif text and (len(words := text.casefold().split()) < 4 or _FUNCTION_WORDS & set(words)):
        yield trail, text


def has_the_word(exercise: Exercise) -> bool:
    """Tell whether a step speaks of the block's word, or shows it."""
    texts = [text for _, text in _step_texts(exercise)]
    shows = any(step.show and step.show.view == "word" for step in exercise.steps)
    return shows or any("{term}" in line for text in texts for line in _languages(text))


def uneven_cases(exercise: Exercise) -> Findings:
    """The best cases are about as long as each other, or the longest is heard as the right one."""
    lengths = [len(in_language(side.best_case, "en")) for side in exercise.sides]
    for i, side in enumerate(exercise.sides):
        if lengths[i] * UNEVEN < max(lengths):
            what = f"{side.id!r} has {lengths[i]} letters for its best case, and another has {max(lengths)}"
            yield ("sides", i, "best_case"), f"{what}: make the case of each as well as you can"


def placeholders(exercise: Exercise) -> Findings:
    """A field that only holds a place helps nobody who runs the exercise tomorrow."""
    for trail, text in _all_texts(exercise):
        for line in _languages(text):
            if " ".join(re.split(r"[\W_]+", line.casefold())).strip() in _NOTHING:
                yield trail, f"{line.strip()!r} says nothing to whoever runs this: write it out, or leave the entry out"


def braces(exercise: Exercise) -> Findings:
    """Only {term} is filled in; everything else would be read aloud."""
    for trail, text in _step_texts(exercise):
        for found in {found for line in _languages(text) for found in _BRACES.findall(line)} - {"{term}"}:
            yield trail, f"nothing fills in {found}: only {{term}} stands for something, the block's word"


def invitation(exercise: Exercise) -> Findings:
    """The facilitator announces what is recorded; the words are in the invitation."""
    if any(step.capture for step in exercise.steps):
        for trail, text in english(("invitation",), exercise.invitation):
            if not _RECORDS.search(text):
                captured = sorted({capture for step in exercise.steps for capture in step.capture})
                yield trail, f"it does not say what is written down ({', '.join(captured)}): say it, and by whom"


def wide(exercise: Exercise) -> Findings:
    """The room's screen is read from two metres."""
    for i, step in enumerate(exercise.steps):
        for text in _languages(step.show.text if step.show else None):
            lines = text.replace("{term}", LONG_WORD).strip().splitlines()
            longest = max(map(len, lines))
            if len(lines) > LINES or longest > LETTERS:
                what = f"{len(lines)} lines of up to {longest} letters: the room reads {LINES} lines of {LETTERS}"
                yield ("steps", i, "show", "text"), f"{what}; say the rest"


def takes_a_side(exercise: Exercise) -> Findings:
    """Exposure, not endorsement: the side is taken by whoever holds it, not by the exercise."""
    for place, text in _all_texts(exercise):
        if place[-1] == "watch_for":  # says what people will say
            continue
        for trail, line in english(place, text):
            for found in _TAKES_A_SIDE.finditer(_QUOTED.sub("", line)):
                what = f"{found[0]!r} takes a side, or seems to: say who would put it so, or leave it out"
                yield trail, what


def _languages(text: LocalText | None) -> list[str]:
    if text is None:
        return []
    return list(text.values()) if isinstance(text, dict) else [text]


def _step_texts(exercise: Exercise) -> Iterator[tuple[Trail, LocalText]]:
    """Yield what is spoken, done and shown."""
    for i, step in enumerate(exercise.steps):
        for name in ("title", "say", "do", "watch_for"):
            if (text := getattr(step, name)) is not None:
                yield ("steps", i, name), text
        if step.show and step.show.text:
            yield ("steps", i, "show", "text"), step.show.text


def _all_texts(exercise: Exercise) -> Iterator[tuple[Trail, LocalText]]:
    """Yield every text that a facilitator reads or a room hears; a side's best case is its own, an example too."""
    yield from _step_texts(exercise)
    for name in ("title", "tagline", "when", "bridges", "space", "invitation", "power"):
        yield (name,), getattr(exercise, name)
    for name in ("purposes", "debrief", "traps", "access", "variations", "outputs"):
        for i, text in enumerate(getattr(exercise, name)):
            yield (name, i), text
    for i, side in enumerate(exercise.sides):
        yield ("sides", i, "label"), side.label
