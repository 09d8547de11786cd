"""Whatever is spoiled in a file that ships, the faults stand where it was spoiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.library.content import (
    SHIPPED,
    model_faults,
    renamed,
    shipped,
    shipped_kind,
    with_value,
    without,
)

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.files.document import Document, Trail, Value

FILES = st.sampled_from(SHIPPED)
WRONG: st.SearchStrategy[Value] = st.sampled_from(
    [None, True, 3, 10**9, -1, 0.5, "", " ", "X Y", "x" * 30_000, [], [[]], {}, {"zz zz": 1}]
)


def places(document: Document, trail: Trail) -> set[str]:
    """Return the places of a value, its key, and everything around it."""
    around = [trail[:length] for length in range(len(trail) + 1)]
    marks = {document.mark(part, key=key) for part in around for key in (True, False)}
    return {f"{line}:{column}" for line, column in marks}


def place(fault: str) -> str:
    return ":".join(fault.split(":")[:2])


def faults_of_itself(path: Path, changed: Document, trail: Trail) -> list[str]:
    """Return what is wrong with a file that was changed at `trail`, without steps that named a side that is gone."""
    found = model_faults(shipped_kind(path).model, changed)
    return [fault for fault in found if trail[0] != "sides" or "is no side of this exercise" not in fault]


@given(FILES, WRONG, st.data())
def test_a_wrong_value_is_complained_of_at_its_place_or_around_it(
    path: Path, wrong: Value, data: st.DataObject
) -> None:
    document = shipped(path)
    trail = data.draw(st.sampled_from([trail for trail in document.marks if trail]))
    for fault in faults_of_itself(path, with_value(document, trail, wrong), trail):
        assert place(fault) in places(document, trail)


@given(FILES, st.data())
def test_a_renamed_field_is_unknown_and_its_name_is_suggested(path: Path, data: st.DataObject) -> None:
    document = shipped(path)
    trail = data.draw(st.sampled_from(sorted(document.key_marks, key=str)))
    key = str(trail[-1])
    found = model_faults(shipped_kind(path).model, renamed(document, trail, f"{key}_"))
    line, column = document.key_marks[trail]
    assert any(
        fault.startswith(f"{line}:{column}: ") and (f"did you mean '{key}'?" in fault or "is no language tag" in fault)
        for fault in found
    )


@given(FILES, st.data())
def test_a_removed_field_is_at_most_one_fault_and_stands_around_it(path: Path, data: st.DataObject) -> None:
    document = shipped(path)
    trail = data.draw(st.sampled_from(sorted(document.key_marks, key=str)))
    found = faults_of_itself(path, without(document, trail), trail)
    assert len(found) <= 1
    for fault in found:
        assert place(fault) in places(document, trail[:-1])
        assert fault.endswith(
            (f"{trail[-1]!r} is missing: add it", "add what is missing", "give a text or a view", "make `safe` larger")
        )


@given(FILES, st.data())
def test_faults_in_two_places_are_both_told(path: Path, data: st.DataObject) -> None:
    document = shipped(path)
    trails = st.sampled_from([trail for trail in document.key_marks if trail[-1] in ("title", "id", "label", "at")])
    one, other = data.draw(trails), data.draw(trails)
    assume(one != other and document.mark(one) != document.mark(other))
    model = shipped_kind(path).model
    spoiled = with_value(with_value(document, one, 3), other, 3)
    assert {place(fault) for fault in model_faults(model, spoiled)} == {
        f"{line}:{column}" for line, column in (document.mark(one), document.mark(other))
    }
