"""What tests share: a home of their own, a small plan, a small workshop on disk, the sample."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from toolkit.files.places import HOME_VARIABLE
from toolkit.library.schemas import schema_text
from toolkit.workshop.create import create_demo
from toolkit.workshop.kinds import WORKSHOP
from toolkit.workshop.plan import (
    Block,
    DomainInfo,
    FacetCode,
    KnownSense,
    PersonInfo,
    Plan,
    PlannedStep,
    StarterCase,
    TermInfo,
)

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder

# The same examples on every machine; `--hypothesis-profile=default` looks for new ones.
settings.register_profile("toolkit", deadline=None, derandomize=True)
settings.load_profile("toolkit")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, own content and memory of the developer are out of reach."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv(HOME_VARIABLE, str(place))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
    return place


def step(id_: str, name: str, minutes: float, **more: object) -> PlannedStep:
    """Return a step of so many minutes."""
    seconds = round(minutes * 60)
    return PlannedStep(id_, name, name.title(), seconds, seconds // 2, seconds * 2, **more)  # type: ignore[arg-type]


DOMAINS = (
    DomainInfo("open-source", "Open source", "OS", "#feaf55", "grid"),
    DomainInfo("design", "Design", "DE", "#d5edff", "waves"),
)


STARTERS = (
    StarterCase("merged", "A change is merged; nobody voted.", "borderline"),
    StarterCase("rules", "A group writes down who decides what.", "yes"),
    StarterCase("own-notes", "Somebody tidies their own notes.", "no"),
    StarterCase("order", "A minister signs an order.", "borderline"),
    StarterCase("habit", "Ten bodies fell into a habit.", "borderline"),
)
KNOWN = (KnownSense("design", "Known beforehand.", "maintainers", "within-days", "redo-the-work", "A date picker."),)
FACETS = (
    FacetCode("decides", "maintainers", "Those who maintain the work"),
    FacetCode("decides", "token-holders", "Holders, weighted by stake"),
    FacetCode("by_when", "within-days", "Within days or weeks"),
    FacetCode("follows", "redo-the-work", "The work is done again"),
)
STATEMENTS = (
    "We mean the same by governance.",
    "I know whom to ask.",
    "Those who decide are in the room.",
    "It ends well.",
)


@pytest.fixture
def plan() -> Plan:
    """An hour and a half: an exercise of three steps, a locked break, an exercise of two, in UTC."""
    return Plan(
        title="Shared words",
        date="2026-12-03",
        starts=13 * 60 + 30,
        ends=15 * 60,
        language="en",
        mode="in-person",
        timezone="UTC",
        place="Room 2",
        domains=DOMAINS,
        people=(PersonInfo("K7X", "open-source"), PersonInfo("M3V", "design"), PersonInfo("R9C", None)),
        terms=(TermInfo("governance", {"en": "governance", "zh-Hant": "治理"}, STARTERS, KNOWN),),
        facets=FACETS,
        survey=STATEMENTS,
        blocks=(
            Block(
                "b1", "exercise", "Collision", source="term-collision", terms=("governance",), invitation="Welcome.",
                steps=(
                    step("b1.s1", "invite", 5, say="Say this.", do="Do that.", view="word", arrangement="plenary"),
                    step("b1.s2", "ballot", 10, say="In silence.", watch_for="Talk.", arrangement="solo"),
                    step("b1.s3", "walls", 15, say="Walk.", arrangement="pairs", show="Walk and read"),
                ),
            ),
            Block("b2", "break", "Coffee", (step("b2.s1", "break", 15),), at=14 * 60 + 5),
            Block(
                "b3", "exercise", "Commitments", source="commitments",
                steps=(
                    step("b3.s1", "write", 10, say="Write."),
                    step("b3.s2", "read-back", 20, say="Listen.", view="commitments", cut="never"),
                ),
            ),
        ),
    )  # fmt: skip


NAMES = {"K7X": "Ana Łuczak", "M3V": "Ben [laughs]", "R9C": "Chi <b>Wu</b>"}


@pytest.fixture
def names() -> dict[str, str]:
    """The names of the plan's people."""
    return dict(NAMES)


@pytest.fixture
def demo(tmp_path: Path) -> Folder:
    """The sample workshop, planned for 13:30 on a fixed day."""
    at = dt.datetime(2026, 12, 3, 13, 30, tzinfo=dt.UTC)
    return create_demo(tmp_path / "demo", at, schema_text(WORKSHOP.name, WORKSHOP.model))
