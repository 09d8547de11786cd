"""A workshop with everything that can be printed: a word after its reveal, groups, a wall."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from toolkit.printing.press import Press
from toolkit.session.said import PairSaid, SenseSaid, TermSaid

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder

COVERED = TermSaid(("A council of users blocks a release.", None))
OPEN = TermSaid(
    cases=("A council of users blocks a release.", None),
    revealed=True,
    senses=(
        SenseSaid(
            "open-source", "How a project settles what goes in.", ("Those who maintain it; whoever earned it", "", "")
        ),
        SenseSaid("design", "The agreed path by which a system grows.", ("", "By the next release", ""), room=False),
    ),
    pairs=(
        PairSaid("open-source", "blockchain", "conflict", "different uses"),
        PairSaid("open-source", "design", "consensus", "same use"),
        PairSaid("blockchain", "design", "", "too few to tell"),
    ),
    outcome="we keep both, with prefixes: project governance, public governance",
    dissents=(("design", "Neither says who was asked."),),
)
ROUNDS = [[["Anna Łuczak", "林怡君"], ["Samuel O'Neill"]], [["Samuel O'Neill", "林怡君"], ["Anna Łuczak"]]]


SURVEY = """survey:
  - When somebody here says governance, I know what they mean.
  - I know whom to ask.
  - "Wer hier {name} sagt, meint dasselbe."
"""


def with_survey(folder: Folder, survey: str = SURVEY) -> Folder:
    """Return a workshop that asks for answers to statements before and after."""
    text = folder.file.read_text(encoding="utf-8")
    if "survey:" not in text:
        folder.file.write_text(text + survey, encoding="utf-8")
    return folder


def press(folder: Folder, *, revealed: bool = True, groups: bool = True) -> Press:
    """Return a press with what the room said of governance, with groups, and with statements."""
    told = {"governance": OPEN if revealed else COVERED}
    return Press(with_survey(folder), told, ROUNDS if groups else None, random=Random(1))
