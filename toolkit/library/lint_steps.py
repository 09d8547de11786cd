"""Rules for steps: their minutes, modes, voices, and what they record. Each yields where, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.library.lint_words import english, has_the_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Trail
    from toolkit.library.exercise import Exercise, Step

    Findings = Iterator[tuple[Trail, str]]

COUNTED = {"verdicts", "tallies"}
NEED_A_WORD = {"verdicts", "tallies", "ratings", "senses", "outcome"}
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_ALOUD = re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)}) minutes\b(?! (?:ago|earl|late|more))", re.IGNORECASE)


def rounds(exercise: Exercise) -> Findings:
    """A round at tables must fit the largest table; one in plenary at least the smallest group."""
    for i, step in enumerate(exercise.steps):
        voices = _voices(exercise, step)
        if step.per_person and voices and (needed := voices * step.per_person) > step.minutes.max:
            people = f"{voices} people at {step.per_person:g} min each are {needed:g}"
            what = f"{people}, and the step lasts {step.minutes.max:g} at most: raise `max`, or give each less"
            yield ("steps", i, "per_person"), what


def _voices(exercise: Exercise, step: Step) -> int:
    table = exercise.group.table[1] if exercise.group.table else 0
    return {"solo": 1, "pairs": 2, "tables": table}.get(step.arrangement, exercise.group.min)


def nothing_to_give(exercise: Exercise) -> Findings:
    """A step that may be shortened has minutes between its shortest and its ideal."""
    for i, step in enumerate(exercise.steps):
        if step.cut == "shorten" and step.minutes.min == step.minutes.ideal:
            what = "`cut: shorten`, and `min` is as long as `ideal`: lower `min`, or write `cut: never`"
            yield ("steps", i, "minutes", "min"), what


def minutes_aloud(exercise: Exercise) -> Findings:
    """What is said aloud must fit into the step; the last one looks back, and ahead to what comes after."""
    for i, step in enumerate(exercise.steps[:-1]):
        for trail, text in english(("steps", i, "say"), step.say):
            for number in _ALOUD.findall(text):
                minutes = int(number) if number.isdigit() else _NUMBERS[number.casefold()]
                if minutes > step.minutes.max:
                    what = f"{minutes} minutes are said, and the step lasts {step.minutes.max:g} at most: change one"
                    yield trail, what


def modes(exercise: Exercise) -> Findings:
    """A mode is listed only where it is written out; people in a room and on a screen do not do the same."""
    for i, step in enumerate(exercise.steps):
        for j, mode in enumerate(step.modes):
            if mode not in exercise.modes:
                yield (
                    ("steps", i, "modes", j),
                    f"{mode!r} is no mode of this exercise: add it to `modes`, or leave it out",
                )
    for i, mode in enumerate(exercise.modes):
        own = any(mode in step.modes for step in exercise.steps)
        shared = any(not step.modes for step in exercise.steps)
        if not own and not shared:
            yield (
                ("modes", i),
                f"{mode!r} is listed, and every step is for another mode: write its steps, or leave it out",
            )
        elif not own and mode != "in-person" and len(exercise.modes) > 1:
            what = f"{mode!r} is listed, and no step is its own: write steps with `modes: [{mode}]`, or leave it out"
            yield ("modes", i), what


def sides(exercise: Exercise) -> Findings:
    """A matter that has sides has two at least, and each is heard in some step."""
    heard = {voice for step in exercise.steps for voice in step.voices}
    if len(exercise.sides) == 1:
        yield (
            ("sides", 0),
            "a matter with a single side takes it: write the other's best case too, or leave out `sides`",
        )
    for i, side in enumerate(exercise.sides):
        if side.id not in heard:
            what = f"the side {side.id!r} has no voice: let a step make its case, and name it in that step's `voices`"
            yield ("sides", i), what


def votes_without_a_word(exercise: Exercise) -> Findings:
    """What is counted, rated or decided is kept under a word: the block's, or the exercise's own."""
    if exercise.term or exercise.words or has_the_word(exercise):
        return
    for i, step in enumerate(exercise.steps):
        for j, capture in enumerate(step.capture):
            if capture in NEED_A_WORD:
                what = f"{capture} are kept under a word, and this exercise has none"
                remedy = "write `words: 1` if the agenda gives it one, else a `term:` of its own, with its cases"
                yield ("steps", i, "capture", j), f"{what}: {remedy}"
                return


def shown_before_counted(exercise: Exercise) -> Findings:
    """The room's screen can only show a deciding case once something was counted."""
    counted = False
    for i, step in enumerate(exercise.steps):
        counted = counted or bool(COUNTED & set(step.capture))
        if step.show and step.show.view == "deciding-case" and not counted:
            what = "nothing has been counted by then: capture verdicts or tallies in this step or before it"
            yield ("steps", i, "show", "view"), what


def commitments_kept(exercise: Exercise) -> Findings:
    """When it gets late, what is cut is the end: who does what by when. The last step that records it may not go."""
    last = next((i for i in reversed(range(len(exercise.steps))) if "commitments" in exercise.steps[i].capture), None)
    if last is not None and exercise.steps[last].cut == "drop" and exercise.priority != "keep":
        what = "commitments are what gets cut when it is late: write `cut: never`, or `priority: keep` for the exercise"
        yield ("steps", last, "cut"), what
