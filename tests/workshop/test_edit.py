"""Edits of the agenda: what is asked for changes, and not a character else."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.sample import make
from toolkit.files.problems import InputError, UserError
from toolkit.files.yaml_reader import parse_yaml
from toolkit.workshop.edit import (
    EditError,
    added,
    duplicated,
    locked,
    moved,
    removed,
    with_agenda,
    with_field,
    with_minutes,
)
from toolkit.workshop.edit_folder import change

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE = """\
# The afternoon, as agreed on Monday.
title: "Shared: words"   # the working title
date: 2026-12-03
starts: 13:30
ends: 17:00              # hard end
agenda:
  # we begin on time
  - exercise: arrival-round
    minutes: 15

  # the word of the day
  - exercise: term-collision
    terms: [governance]
    minutes: 45          # not less
  - break: 'Coffee: and tea'
    minutes: 15
    at: 15:00            # locked: the kitchen brings it then
  - talk: >-
      What happens
      next
    minutes: 10
# after the agenda
place: Room 2
"""


def difference(after: str, before: str = FILE) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def agenda(text: str) -> list[Any]:
    found = parse_yaml(text, "workshop.yaml").data["agenda"]
    assert isinstance(found, list)
    return list(found)


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        pytest.param(
            lambda t: added(t, {"exercise": "commitments", "minutes": 20, "at": "16:00"}, "4"),
            ["+  - exercise: commitments", "+    minutes: 20", "+    at: 16:00"],
            id="add before",
        ),
        pytest.param(lambda t: added(t, {"break": "No"}), ["+  - break: No"], id="add at the end"),
        pytest.param(
            lambda t: removed(t, "term-collision"),
            [
                "-  # the word of the day",
                "-  - exercise: term-collision",
                "-    terms: [governance]",
                "-    minutes: 45          # not less",
                "-",
            ],
            id="remove, with the comment above",
        ),
        pytest.param(
            lambda t: duplicated(t, "3"),
            ["+  - break: 'Coffee: and tea'", "+    minutes: 15"],
            id="duplicate, not the lock",
        ),
        pytest.param(
            lambda t: locked(t, "3", "15:30"),
            [
                "-    at: 15:00            # locked: the kitchen brings it then",
                "+    at: 15:30            # locked: the kitchen brings it then",
            ],
            id="another lock",
        ),
        pytest.param(lambda t: locked(t, "b1", "13:30"), ["+    at: 13:30"], id="a lock"),
        pytest.param(
            lambda t: locked(t, "coffee: and tea", None),
            ["-    at: 15:00            # locked: the kitchen brings it then"],
            id="unlock",
        ),
        pytest.param(lambda t: with_minutes(t, "4", 12.5), ["-    minutes: 10", "+    minutes: 12.5"], id="minutes"),
        pytest.param(
            lambda t: with_minutes(t, "2", 40),
            ["-    minutes: 45          # not less", "+    minutes: 40          # not less"],
            id="minutes with a comment",
        ),
        pytest.param(
            lambda t: with_field(t, "1", "title", "No: [red] # x"), ["+    title: 'No: [red] # x'"], id="any text"
        ),
    ],
)
def test_an_edit_changes_what_is_asked_for_and_nothing_else(edit: Callable[[str], str], changes: list[str]) -> None:
    got = difference(edit(FILE))
    assert sorted(got) == sorted(changes)


def test_a_moved_block_takes_its_comment_along() -> None:
    after = moved(FILE, "term-collision")
    assert [next(iter(entry)) for entry in agenda(after)] == ["exercise", "break", "talk", "exercise"]
    assert after.index("# the word of the day") > after.index("What happens")
    assert sorted(after.splitlines()) == sorted(FILE.splitlines())
    assert moved(moved(FILE, "4", "1"), "1") == FILE
    assert moved(FILE, "2", "2") == moved(FILE, "2", "3") == FILE


def test_a_block_is_called_by_number_id_exercise_or_title() -> None:
    for name in ("3", "b3", "Coffee: and tea", "COFFEE: AND TEA"):
        assert removed(FILE, name) == removed(FILE, "3")
    for name, why in {
        "9": "there is no block 9: the agenda has 4",
        "arival-round": "there is no block 'arival-round': did you mean 'arrival-round'?",
    }.items():
        with pytest.raises(EditError) as caught:
            removed(FILE, name)
        assert str(caught.value) == why
    twice = duplicated(FILE, "1")
    with pytest.raises(EditError, match="'arrival-round' could be 1, 2: use one of these numbers"):
        removed(twice, "arrival-round")


def test_the_last_entry_stays() -> None:
    one = removed(removed(removed(FILE, "4"), "3"), "2")
    with pytest.raises(EditError, match="at least one entry"):
        removed(one, "1")


@pytest.mark.parametrize(
    "text",
    [
        "title: x  # keep\nagenda: [{exercise: a, minutes: 5}, {break: B, minutes: 10}]\n",
        "title: x  # keep\nagenda:\n  - {exercise: a, minutes: 5}\n  - {break: B, minutes: 10}\n",
        "title: x  # keep\nagenda:\n- exercise: a\n  minutes: 5\n- break: B\n  minutes: 10",
        "title: x  # keep\r\nagenda:\r\n  - exercise: a\r\n    minutes: 5\r\n  - break: B\r\n    minutes: 10\r\n",
        "title: x  # keep\nagenda:\n  -   exercise: a\n      minutes: 5\n  -   break: B\n      minutes: 10\n",
        "title: x  # keep\nagenda:\n  - minutes: &m 5\n    exercise: a\n  - break: B\n    minutes: 10\n",
    ],
)
def test_agendas_written_in_any_way_can_be_edited(text: str) -> None:
    a, b = {"exercise": "a", "minutes": 5}, {"break": "B", "minutes": 10}
    new = {"talk": "N", "minutes": 3}
    assert agenda(added(text, new, "2")) == [a, new, b]
    assert agenda(removed(text, "1")) == [b]
    assert agenda(moved(text, "2", "1")) == [b, a]
    assert agenda(duplicated(text, "1")) == [a, a, b]
    assert agenda(with_minutes(text, "1", 7)) == [{"exercise": "a", "minutes": 7}, b]
    assert agenda(locked(text, "2", "14:00")) == [a, {"break": "B", "minutes": 10, "at": "14:00"}]
    assert agenda(with_agenda(text, [new])) == [new]
    assert "# keep" in removed(text, "1")
    assert ("\r\n" in removed(text, "1")) == ("\r\n" in text)


TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=30)
@given(st.lists(TITLES, min_size=1, max_size=5), st.data())
def test_whatever_is_edited_the_values_are_what_was_asked_for(titles: list[str], data: st.DataObject) -> None:
    text = FILE
    expected = agenda(text)
    for title in titles:
        at = data.draw(st.integers(1, len(expected)))
        text = added(text, {"talk": title, "minutes": 5}, str(at))
        expected.insert(at - 1, {"talk": title, "minutes": 5})
    old = data.draw(st.integers(1, len(expected)))
    new = data.draw(st.integers(1, len(expected)))
    text = moved(text, str(old), str(new))
    target = new - 1 - (new > old)
    expected.insert(target, expected.pop(old - 1))
    assert agenda(text) == expected
    for line in ("# The afternoon, as agreed on Monday.", "# the word of the day", "# not less", "# after the agenda"):
        assert line in text


@pytest.mark.parametrize("text", ["", "[1]", "agenda: 5\n", "title: x\n", "agenda:\n  - x\n", "a: [\n", "a: 1\na: 2\n"])
def test_a_file_without_an_agenda_is_refused_in_words(text: str) -> None:
    with pytest.raises(InputError) as caught:
        removed(text, "1")
    assert str(caught.value).startswith("workshop.yaml:")


def test_what_would_not_open_is_not_written(tmp_path: Path) -> None:
    folder = make(tmp_path)
    before = folder.file.read_bytes()
    with pytest.raises(InputError) as caught:
        change(folder, lambda text: added(text, {"exercise": "arival-round"}))
    assert "did you mean 'arrival-round'?" in str(caught.value)
    with pytest.raises(UserError):
        change(folder, lambda text: removed(text, "7"))
    assert folder.file.read_bytes() == before
    resolved = change(folder, lambda text: added(text, {"exercise": "commitments"}))
    assert [block.source for block in resolved.plan.blocks] == ["arrival-round", "", "commitments"]
