"""Keying the sheets of statements that people filled in before and after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from toolkit.files.problems import printable
from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.people_events import SheetKeyed
from toolkit.session.survey import codes_of
from toolkit.session.words import Kind, Refusal, choice
from toolkit.workshop.codes import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.events import Event
    from toolkit.session.words import View


def _code(word: str, _view: View) -> str:
    if not re.fullmatch(r"[0-9A-Za-z-]{2,12}", word):
        raise Refusal(f"{printable(word, 40)!r} is no code of a sheet: use 2 to 12 letters, digits and hyphens")
    return word.upper()


WHEN = choice("before|after", "before", "after")
CODE = Kind("CODE", _code)


@action("sheet", "Key a sheet", example="sheet before R4TK design 4 3 5 2")
@value()
class KeySheet(Action):
    """Key what somebody ticked before or after, under the code on the sheet: 1 to 5 for each statement, - for none."""

    when: Annotated[str, Param(WHEN, label="When")]
    code: Annotated[str, Param(CODE, label="Code on the sheet")]
    domain: Annotated[str, Param(words.DOMAIN, label="Domain")]
    answers: Annotated[str, Param(words.TEXT, "rest", label="Answers")]

    def decide(self, room: Room) -> SheetKeyed:
        """Keep an answer for each statement; a sheet that is keyed again replaces the one before."""
        statements = room.view.plan.survey
        if not statements:
            raise Refusal("workshop.yaml has no survey: write three to eight statements there first")
        free_code(self.code, room.view)
        answers = read_answers(self.answers)
        if len(answers) != len(statements):
            raise Refusal(f"{len(statements)} statements and {len(answers)} answers: give one for each, - for none")
        again = self.code in codes_of(room.state, self.when)
        return SheetKeyed(self.when, self.code, self.domain, answers, again)

    def reply(self, event: Event, view: View) -> str:
        """Say how many sheets there are, and how many codes have both; and what may be a slip."""
        assert isinstance(event.body, SheetKeyed)
        before, after = codes_of(view.state, "before"), codes_of(view.state, "after")
        sheets = f"{len(before)} sheet{'s' * (len(before) != 1)} before"
        many = f"{sheets}, {len(after)} after, {len(before & after)} in pairs"
        return "; ".join([many, *_look_again(event.body, view)])


def _look_again(body: SheetKeyed, view: View) -> Iterator[str]:
    """Yield what is unusual of a sheet, in case a code was misread."""
    if body.again:
        yield f"{body.code} was keyed {body.when} already, and that is replaced: undo brings it back"
    other = next((s for s in view.state.sheets if s.code == body.code and s.when != body.when), None)
    if other and other.domain != body.domain:
        info = view.plan.domain(other.domain)
        yield f"{body.code} was of {info.label if info else other.domain} {other.when}"


def free_code(code: str, view: View) -> str:
    """Return a code that is nobody's own, and has no slip of the finger in it.

    Raises:
        Refusal: Whoever knows it would know whose sheet that is; or it is nearly a printed one.
    """
    if is_slip(code):
        raise Refusal(
            f"{code} is on no sheet: one symbol is wrong, or two have changed places; look at the sheet again"
        )
    if code in {person.id.upper() for person in view.plan.people}:
        raise Refusal(f"{code} is somebody's own code, and sheets are anonymous: use the code on the sheet")
    return code


def read_answers(text: str) -> tuple[int, ...]:
    """Read answers from 1 to 5, one after the other or with spaces between; 0 stands for what was not ticked.

    Raises:
        Refusal: There is anything else among them.
    """
    marks = [mark for mark in text if not mark.isspace()]
    wrong = [mark for mark in marks if mark not in "12345-"]
    if wrong:
        raise Refusal(
            f"{printable(wrong[0])!r} is no answer: give 1 to 5 for each statement, - where nothing is ticked"
        )
    return tuple(0 if mark == "-" else int(mark) for mark in marks)
