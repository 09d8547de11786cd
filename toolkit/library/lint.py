"""What makes an exercise fail in the room though every field is filled in: rules, each with its finding and remedy.

A fault is wrong for certain; a warning is for the author to judge, and fails no check. What must not be missing at all
(invitation, debrief, access, power, …) is said by the model, and names of printables and tensions by `references`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from toolkit.library import lint_steps, lint_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit.files.document import Document, Trail
    from toolkit.files.problems import Problem
    from toolkit.library.exercise import Exercise


class Rule(NamedTuple):
    """One thing that is looked for."""

    name: str
    finds: str
    """What it complains of, for the docs."""
    find: Callable[[Exercise], Iterator[tuple[Trail, str]]]
    warns: bool = False
    """Whether it is for the author to judge."""


RULES = (
    Rule(
        "round",
        "a round with less time than its people need: `per_person` times the largest table, or in plenary the "
        "smallest group, is more than the step's longest",
        lint_steps.rounds,
    ),
    Rule(
        "give",
        "a step that may be shortened and has nothing to give: `min` is as long as `ideal`",
        lint_steps.nothing_to_give,
    ),
    Rule(
        "aloud",
        "a step that says more minutes aloud than it can last",
        lint_steps.minutes_aloud,
        warns=True,
    ),
    Rule("modes", "a mode that is listed and has no steps of its own", lint_steps.modes),
    Rule("side", "a side that no step gives a voice; a matter with a single side", lint_steps.sides),
    Rule(
        "best-case",
        "a side whose best case is less than a third as long as another's",
        lint_words.uneven_cases,
        warns=True,
    ),
    Rule(
        "word",
        "votes, ratings, senses or an outcome without a word: neither `words:` of the agenda nor its own `term:`",
        lint_steps.votes_without_a_word,
    ),
    Rule("counted", "a deciding case that is shown before anything was counted", lint_steps.shown_before_counted),
    Rule(
        "kept",
        "commitments that may be dropped when it gets late: the last step that records them is `cut: drop`",
        lint_steps.commitments_kept,
    ),
    Rule(
        "empty",
        "a text that only holds a place, such as ???, tbd or n/a",
        lint_words.placeholders,
    ),
    Rule("braces", "something in {braces} that nothing fills in: only {term} is known", lint_words.braces),
    Rule(
        "recorded",
        "an invitation that does not say what is written down, though something is",
        lint_words.invitation,
        warns=True,
    ),
    Rule(
        "wide", "a text for the room of more than 8 lines, or of lines over 34 characters", lint_words.wide, warns=True
    ),
    Rule(
        "takes-a-side",
        "words that take a side in what is said, shown or asked; in a side's best case they may stand",
        lint_words.takes_a_side,
        warns=True,
    ),
)


def lint(exercise: Exercise, document: Document) -> Iterator[Problem]:
    """Yield what the rules find."""
    for rule in RULES:
        for trail, what in rule.find(exercise):
            yield replace(document.problem(trail, what), warning=rule.warns)
