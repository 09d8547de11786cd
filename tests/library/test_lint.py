"""Each rule of the lint finds what it is for, where it is, and lets a sound exercise pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.faults import read_text
from tests.library.content import EXERCISE, spoiled
from toolkit.files.problems import InputError
from toolkit.library.exercise import Exercise
from toolkit.library.lint import RULES, lint
from toolkit.library.validate import validate

STEP = "    cut: never\n"
SIDES = """\
sides:
  - {id: yes-side, label: For it, best_case: It is quick}
  - {id: no-side, label: Against it, best_case: It is fair}
"""
VOICED = EXERCISE.replace(STEP, f"{STEP}    voices: [yes-side, no-side]\n") + SIDES
COUNTS = f"{STEP}    capture: [verdicts]\n"
WORD = "term: {id: mine, labels: {en: mine}}\n"
SECOND = """\
  - id: second
    title: Second
    say: Say it
    do: Do
    minutes: {min: 1, ideal: 2, max: 3}
    arrangement: plenary
    cut: never
debrief"""


def step(line: str, text: str = EXERCISE) -> str:
    """Return an exercise whose step has one more line."""
    return spoiled(text, STEP, f"{STEP}    {line}\n")


def twice(text: str = EXERCISE) -> str:
    """Return an exercise with a second step."""
    return spoiled(text, "debrief", SECOND)


BAD = {
    "round": (
        step("per_person: 2"),
        "20:17: 2 people at 2 min each are 4, and the step lasts 3 at most: raise `max`, or give each less",
    ),
    "give": (
        spoiled(spoiled(EXERCISE, "{min: 1, ideal: 2", "{min: 2, ideal: 2"), "cut: never", "cut: shorten"),
        "17:20: `cut: shorten`, and `min` is as long as `ideal`: lower `min`, or write `cut: never`",
    ),
    "aloud": (
        twice(spoiled(EXERCISE, "Say {term}", "Take five minutes for {term}")),
        "15:10: warning: 5 minutes are said, and the step lasts 3 at most: change one",
    ),
    "modes": (
        spoiled(EXERCISE, "[in-person]", "[in-person, online]"),
        "9:20: 'online' is listed, and no step is its own: write steps with `modes: [online]`, or leave it out",
    ),
    "side": (
        spoiled(VOICED, "[yes-side, no-side]", "[yes-side]"),
        "30:5: the side 'no-side' has no voice: let a step make its case, and name it in that step's `voices`",
    ),
    "best-case": (
        spoiled(VOICED, "It is quick", "It is quick; and who waits has waited for nothing"),
        "30:49: warning: 'no-side' has 10 letters for its best case, and another has 49: "
        "make the case of each as well as you can",
    ),
    "word": (
        spoiled(step("capture: [notes, verdicts]"), "Say {term}", "Say it"),
        "20:22: verdicts are kept under a word, and this exercise has none: "
        "write `words: 1` if the agenda gives it one, else a `term:` of its own, with its cases",
    ),
    "counted": (
        step("show: {view: deciding-case}"),
        "20:18: nothing has been counted by then: capture verdicts or tallies in this step or before it",
    ),
    "kept": (
        spoiled(step("capture: [commitments]"), "cut: never", "cut: drop"),
        "19:10: commitments are what gets cut when it is late: write `cut: never`, "
        "or `priority: keep` for the exercise",
    ),
    "empty": (
        spoiled(EXERCISE, "power: Ask", "power: n/a"),
        "23:8: 'n/a' says nothing to whoever runs this: write it out, or leave the entry out",
    ),
    "braces": (
        spoiled(EXERCISE, "Say {term}", "Say {word}"),
        "15:10: nothing fills in {word}: only {term} stands for something, the block's word",
    ),
    "recorded": (
        spoiled(step("capture: [notes]"), "I write it down", "Sit with your own world, please"),
        "11:13: warning: it does not say what is written down (notes): say it, and by whom",
    ),
    "wide": (
        step('show: {text: "A line for the room that nobody reads from there"}'),
        "20:18: warning: 1 lines of up to 48 letters: the room reads 8 lines of 34; say the rest",
    ),
    "takes-a-side": (
        spoiled(EXERCISE, "Say {term}", "Of course {term} is better than the state"),
        "15:10: warning: 'Of course' takes a side, or seems to: say who would put it so, or leave it out",
    ),
}
"""By rule: an exercise that it complains of, and how the complaint begins."""


def found(text: str) -> list[str]:
    document = read_text(text)
    return [str(problem).removeprefix(f"{problem.file}:") for problem in lint(validate(Exercise, document), document)]


def test_every_rule_has_an_example_and_says_what_it_finds() -> None:
    assert list(BAD) == [rule.name for rule in RULES]
    assert all(rule.finds for rule in RULES)


@pytest.mark.parametrize("rule", BAD)
def test_a_rule_finds_what_it_is_for_and_no_other_rule_does(rule: str) -> None:
    text, fault = BAD[rule]
    assert found(text)[0] == fault
    document = read_text(text)
    exercise = validate(Exercise, document)
    assert [each.name for each in RULES if list(each.find(exercise))] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        EXERCISE,
        VOICED,
        step("per_person: 1.5"),
        step("per_person: 1", spoiled(EXERCISE, "max: 9}", "max: 9, table: [2, 3]}")),
        step("modes: [online]", spoiled(EXERCISE, "[in-person]", "[online]")),
        spoiled(spoiled(EXERCISE, STEP, COUNTS), "Say {term}", "Say it") + WORD,
        spoiled(spoiled(EXERCISE, STEP, COUNTS), "Say {term}", "Say it") + "words: 2\n",
        spoiled(EXERCISE, STEP, f"{COUNTS}    show: {{view: deciding-case}}\n"),
        spoiled(step("capture: [commitments]"), "cut: never", "cut: drop") + "priority: keep\n",
        step("watch_for: Of course, somebody will say"),
        spoiled(EXERCISE, "Say {term}", """'Somebody says: "of course it is". Listen.'"""),
        spoiled(EXERCISE, "Say {term}", "Take five minutes"),  # the last step speaks of what comes after
        spoiled(step("capture: [notes]"), "I write it down", "Wir sitzen heute an Tischen"),  # not English: not judged
    ],
)
def test_a_sound_exercise_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("nothing", ["'???'", "TBD", "N/A.", "'- to do -'", "'...'", "xxx", "As usual"])
def test_whatever_only_holds_a_place_is_told(nothing: str) -> None:
    (fault,) = found(spoiled(EXERCISE, "power: Ask", f"power: {nothing}"))
    assert fault.startswith("23:8: ")
    assert "says nothing" in fault


def test_every_mode_needs_a_step_and_every_step_a_mode_of_the_exercise() -> None:
    both = spoiled(EXERCISE, "[in-person]", "[in-person, hybrid]")
    assert found(step("modes: [hybrid]", both)) == [
        "9:9: 'in-person' is listed, and every step is for another mode: write its steps, or leave it out"
    ]
    assert found(step("modes: [online]", both))[0] == (
        "20:13: 'online' is no mode of this exercise: add it to `modes`, or leave it out"
    )
    assert found(twice(both).replace("id: second", "id: second\n    modes: [hybrid]")) == []


def test_a_matter_with_one_side_takes_it() -> None:
    one = VOICED.replace(", no-side]", "]").rpartition("  - {id: no-side")[0]
    assert found(one) == [
        "29:5: a matter with a single side takes it: write the other's best case too, or leave out `sides`"
    ]


@pytest.mark.parametrize(
    "missing",
    [
        "invitation: I write it down\n",
        "debrief: [What?]\n",
        "access: [Large print]\n",
        "power: Ask\n",
        "at_scale: {5: a, 15: b, 50: c}\n",
    ],
)
def test_what_must_not_be_missing_is_a_fault_before_any_rule_is_asked(missing: str) -> None:
    with pytest.raises(InputError, match=f"'{missing.partition(':')[0]}' is missing: add it"):
        found(spoiled(EXERCISE, missing, ""))


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_is_said_the_rules_come_to_an_end(text: str) -> None:
    document = read_text(EXERCISE)
    exercise = validate(Exercise, document)
    said = exercise.model_copy(update={"invitation": text, "power": {"en": text}, "debrief": [text]})
    assert all(problem.line in (11, 20, 23) for problem in lint(said, document))


def test_steps_of_one_mode_are_the_exercise_in_that_mode() -> None:
    text = twice(spoiled(EXERCISE, "[in-person]", "[in-person, online]"))
    exercise = validate(Exercise, read_text(text.replace("id: second", "id: second\n    modes: [online]")))
    found = {mode: exercise.for_mode(mode) for mode in ("in-person", "online", "hybrid")}
    assert {mode: [step.id for step in one.steps] for mode, one in found.items()} == {
        "in-person": ["first"],
        "online": ["first", "second"],
        "hybrid": ["first"],
    }
    assert {mode: one.minutes[1] for mode, one in found.items()} == {"in-person": 2, "online": 4, "hybrid": 2}
    assert exercise.minutes == (1, 2, 3)
