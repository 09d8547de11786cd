"""All actions. Importing this package fills the registry in the order in which help lists them."""

from toolkit.session.actions import clock, capture, people, groups, terms, verdicts, survey, correct, opening  # noqa: F401, I001
from toolkit.session.grammar import ACTIONS, Action, Param, Room, Spec

__all__ = ["ACTIONS", "Action", "Param", "Room", "Spec"]
