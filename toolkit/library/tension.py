"""Tensions: what was seen to go wrong when worlds coordinate. Exercises name those they are made for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.library.fields import Id, LocalText, Model


class Tension(Model):
    """One recurring tension, or one field of later work."""

    id: Id
    kind: Literal["tension", "later-work"] = "tension"
    title: LocalText
    setting: LocalText = Field(description="Where it was seen.")
    description: LocalText = Field(description="What happens, without taking a side.")


class Tensions(Model):
    """The file `exercises/tensions.yaml`."""

    tensions: Annotated[list[Tension], Field(min_length=1)]
