"""All actions. Importing this package fills the registry in the order in which help lists them."""

from toolkit.session.actions import (  # noqa: I001 - the order is that of the help
    clock, replan, capture, commitments, people, roster, groups, terms, verdicts, survey, correct, opening,  # noqa: F401
)  # fmt: skip
from toolkit.session.grammar import ACTIONS, Action, Param, Room, Spec

__all__ = ["ACTIONS", "Action", "Param", "Room", "Spec"]
