"""Domains: the professional worlds that people say they come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from toolkit.library.fields import Id, LocalText, Model

Pattern = Literal["solid", "diagonal", "dots", "grid", "horizontal", "vertical", "waves", "checks"]


class Domain(Model):
    """A professional world with its own language. People declare theirs; nobody infers it."""

    id: Id
    label: LocalText
    about: LocalText = Field(description="One line in which the domain would describe itself.")
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{1,2}$")] = Field(
        description="Two or three capitals, shown wherever the colour is."
    )
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] = Field(description="#rrggbb")
    pattern: Pattern = Field(description="Tells domains apart in grey print.")


class Domains(Model):
    """The file `glossaries/domains.yaml`."""

    domains: Annotated[list[Domain], Field(min_length=1)]
