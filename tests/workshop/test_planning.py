"""A file that is being planned: each change is written, can be taken back, and never goes over somebody else's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.files.problems import InputError, UserError
from toolkit.workshop.edit import duplicated, moved, removed, with_minutes
from toolkit.workshop.edit_folder import ChangedElsewhereError
from toolkit.workshop.learned import Took
from toolkit.workshop.planning import NothingToTakeBackError, Planning

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.workshop.folder import Folder

REMOVE = partial(removed, block="1")


@pytest.fixture
def planning(demo: Folder) -> Planning:
    planning = Planning(demo)
    planning.look()
    return planning


def text(planning: Planning) -> str:
    return planning.folder.file.read_text(encoding="utf-8")


def test_a_look_knows_times_bounds_advice_and_what_was_learned(planning: Planning) -> None:
    planning.learn([Took("arrival-round", 20, 60_000, 90_000)])
    found = planning.look()
    assert [row.number for row in found.agenda.rows] == list(range(1, 10))
    assert list(found.bounds["b1"]) == [11, 18, 25]
    assert "b4" not in found.bounds
    assert found.about("b2")
    assert not found.about(None)
    assert str(found.lessons["b1"]) == "you took 1.5 times as long, once"


def test_bounds_of_tracks_are_those_of_the_longest(demo: Folder) -> None:
    entry = "  - parallel: [{title: A, exercise: check-in}, {title: B, exercise: commitments}, {title: C}]\n"
    demo.file.write_text(demo.file.read_text(encoding="utf-8").rstrip() + "\n" + entry, encoding="utf-8")
    assert Planning(demo).look().bounds["b10"] == (14, 25, 41)


def test_a_preview_writes_nothing(planning: Planning) -> None:
    before = text(planning)
    found = planning.preview(partial(with_minutes, block="b1", minutes=60))
    assert found.agenda.rows[0].end - found.agenda.rows[0].start == 60 * 60_000
    assert text(planning) == before


def test_changes_are_taken_back_and_made_again_in_order(planning: Planning) -> None:
    texts = [text(planning)]
    for edited in (REMOVE, partial(duplicated, block="2"), partial(moved, block="1", before="3")):
        planning.do(edited, f"change {len(texts)}")
        texts.append(text(planning))
    for n in (3, 2, 1):
        assert planning.undo()[1] == f"change {n}"
        assert text(planning) == texts[n - 1]
    with pytest.raises(NothingToTakeBackError):
        planning.undo()
    for n in (1, 2, 3):
        assert planning.redo()[1] == f"change {n}"
        assert text(planning) == texts[n]
    with pytest.raises(NothingToTakeBackError):
        planning.redo()
    planning.undo()
    planning.do(REMOVE, "another")
    with pytest.raises(NothingToTakeBackError):
        planning.redo()


def test_what_comes_to_the_same_is_no_change(planning: Planning) -> None:
    planning.do(lambda same: same, "nothing")
    with pytest.raises(NothingToTakeBackError):
        planning.undo()


def test_a_refused_change_leaves_the_file_and_what_can_be_taken_back(planning: Planning) -> None:
    planning.do(REMOVE, "removing")
    after = text(planning)
    with pytest.raises(InputError):
        planning.do(lambda same: same.replace("term-collision", "no-such"), "breaking it")
    assert text(planning) == after
    assert planning.undo()[1] == "removing"


@pytest.mark.parametrize("turn", ["do", "undo", "redo"])
def test_nothing_goes_over_what_somebody_else_wrote(planning: Planning, turn: str) -> None:
    planning.do(REMOVE, "removing")
    planning.do(REMOVE, "removing")
    planning.undo()
    theirs = text(planning) + "# theirs\n"
    planning.folder.file.write_text(theirs, encoding="utf-8")
    assert planning.is_stale()
    with pytest.raises(ChangedElsewhereError, match="changed elsewhere"):
        {"do": lambda: planning.do(REMOVE, "x"), "undo": planning.undo, "redo": planning.redo}[turn]()
    assert text(planning) == theirs
    planning.look()
    assert not planning.is_stale()
    planning.do(REMOVE, "removing")
    assert "# theirs" in text(planning)
    planning.undo()
    assert text(planning) == theirs
    with pytest.raises(NothingToTakeBackError):
        planning.undo()


def test_a_file_that_is_gone_or_no_text_is_stale_and_at_fault(planning: Planning) -> None:
    planning.folder.file.write_bytes(b"\xff\xfe\x00")
    assert planning.is_stale()
    with pytest.raises(InputError):
        planning.look()
    planning.folder.file.unlink()
    assert planning.is_stale()
    with pytest.raises(OSError, match=r"workshop\.yaml"):
        planning.look()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["remove", "double", "up", "undo", "redo"]), st.integers(1, 9)), max_size=8))
def test_undone_to_the_end_it_is_the_file_of_the_beginning(demo: Folder, script: list[tuple[str, int]]) -> None:
    before = demo.file.read_text(encoding="utf-8")
    planning = Planning(demo)
    planning.look()
    edits: dict[str, Callable[..., str]] = {"remove": removed, "double": duplicated, "up": partial(moved, before="1")}
    for name, block in script:
        try:
            if name in edits:
                planning.do(partial(edits[name], block=str(block)), name)
            else:
                getattr(planning, name)()
        except UserError:
            continue
    while True:
        try:
            planning.undo()
        except NothingToTakeBackError:
            break
    assert demo.file.read_text(encoding="utf-8") == before
