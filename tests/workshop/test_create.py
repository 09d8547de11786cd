"""A new workshop can be opened as it is; a wrong answer leaves nothing behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.faults import faults
from tests.workshop.sample import put
from toolkit.files.problems import InputError
from toolkit.library.schemas import schema_text
from toolkit.workshop.check import check
from toolkit.workshop.create import QUESTIONS, Answers, answers_from, create_checked, create_demo
from toolkit.workshop.kinds import WORKSHOP
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = schema_text(WORKSHOP.name, WORKSHOP.model)
NUMBERS = count()


def test_a_workshop_of_defaults_checks_clean(tmp_path: Path) -> None:
    folder = create_checked(tmp_path / "new", Answers())
    assert check(folder.path).problems == []
    resolved = resolve(folder)
    assert [block.kind for block in resolved.plan.blocks] == ["exercise", "exercise", "break", "exercise", "exercise"]
    assert [block.terms for block in resolved.plan.blocks] == [(), ("governance",), (), (), ()]
    assert resolved.plan.date == dt.datetime.now().astimezone().date().isoformat()
    assert resolved.roster.people == ()


def test_a_workshop_may_have_no_word_in_dispute(tmp_path: Path) -> None:
    folder = create_checked(tmp_path / "new", Answers(terms=()))
    assert [block.terms for block in resolve(folder).plan.blocks] == [()] * 5


def test_editors_find_the_schema_beside_the_workshop(tmp_path: Path) -> None:
    folder = create_checked(tmp_path / "new", Answers())
    first = folder.file.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=.schema/workshop.json"
    assert (folder.path / ".schema" / "workshop.json").read_text(encoding="utf-8") == SCHEMA


@pytest.mark.parametrize(
    "title",
    [
        'Say "hello"',
        "it's",
        "a: b",
        "# no comment",
        "a # b",
        "- list",
        "[x] {y}",
        "yes",
        "13:30",
        "null",
        "&a *b !c",
        "back\\slash",
        "tab\there",
        "two\nlines",
        "治理",
        "🎨",
        " blanks ",
        "\x7f\x85\u2028\ufeff",
        "%",
        "@",
        "`",
        "=1+1",
    ],
)
def test_a_title_survives_whatever_is_in_it(title: str, tmp_path: Path) -> None:
    folder = create_checked(tmp_path / "new", Answers(title=title, place=title))
    plan = resolve(folder).plan
    assert (plan.title, plan.place) == (title, title)


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


@settings(max_examples=40)
@given(TEXT)
def test_any_title_survives(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"new{next(NUMBERS)}"
    folder = create_checked(path, Answers(title=title, date="2026-12-03"))
    assert resolve(folder).plan.title == title


@given(
    st.sampled_from(["date", "starts", "ends", "mode", "language", "timezone", "domains", "terms", "agenda"]),
    st.text(max_size=12) | st.sampled_from(["true", "null", "12", "0x1F", "a: b", "[", "*x", "&x y", "a:", "no", "-"]),
)
def test_any_answer_is_taken_or_refused_and_then_nothing_is_left(
    tmp_path_factory: pytest.TempPathFactory, question: str, answer: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{next(NUMBERS)}" / "new"
    try:
        folder = create_checked(path, answers_from({question: answer}))
    except InputError:
        assert not path.parent.exists()
    else:
        assert check(folder.path).problems == []


@pytest.mark.parametrize(
    ("answers", "what"),
    [
        (Answers(starts="25:00"), "starts: '25:00' is no time of day: write it like 13:30"),
        (Answers(date="tomorrow"), "date: 'tomorrow' cannot stand here: write a date as 2026-12-03"),
        (Answers(domains=("desing",)), "there is no domain 'desing': did you mean 'design'?"),
        (Answers(agenda=("arival-round",)), "there is no exercise 'arival-round': did you mean 'arrival-round'?"),
        (Answers(title=" "), "title: ' ' cannot stand here: must not be blank: write a text, or leave the field out"),
        (Answers(title="\udcff"), "byte 0xff is not UTF-8: save the file as UTF-8"),
    ],
)
def test_a_wrong_answer_is_told_and_leaves_nothing_behind(answers: Answers, what: str, tmp_path: Path) -> None:
    put(tmp_path, "there/notes.txt", "mine")
    for path in (tmp_path / "a" / "b", tmp_path / "there"):
        (fault,) = faults(lambda path=path: create_checked(path, answers))  # type: ignore[misc]
        assert fault.split(": ", 1)[1] == what
    assert not (tmp_path / "a").exists()
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["notes.txt"]


def test_a_workshop_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    folder = create_checked(tmp_path, Answers(title="Mine"))
    before = folder.file.read_bytes()
    for make in (
        lambda: create_checked(tmp_path, Answers()),
        lambda: create_demo(tmp_path, dt.datetime.now(dt.UTC), SCHEMA),
    ):
        (fault,) = faults(make)
        assert "there is a workshop in this folder already" in fault
    assert folder.file.read_bytes() == before


def test_a_roster_and_exercises_that_are_there_are_used(tmp_path: Path) -> None:
    put(tmp_path, "roster.csv", "name\nAna\n")
    folder = create_checked(tmp_path, Answers())
    assert [person.name for person in resolve(folder).roster.people] == ["Ana"]


def test_typed_answers_are_trimmed_split_and_fall_back_to_defaults() -> None:
    answers = answers_from({"title": " X ", "domains": "design, academia", "agenda": " ", "place": ""})
    assert answers == replace(Answers(), title="X", domains=("design", "academia"))


def test_every_answer_has_a_question() -> None:
    assert [question.name for question in QUESTIONS] == list(Answers.__dataclass_fields__)
    assert answers_from({question.name: question.default for question in QUESTIONS}) == Answers()


@pytest.mark.parametrize("hour", range(24))
def test_the_sample_starts_now_at_any_hour(hour: int, tmp_path: Path) -> None:
    now = dt.datetime(2026, 12, 3, hour, 47, 31, tzinfo=dt.UTC)
    folder = create_demo(tmp_path / "demo", now, SCHEMA)
    plan = resolve(folder).plan
    assert check(folder.path).problems == []
    assert plan.starts == hour * 60 + 47
    assert plan.ends - plan.starts == 225
    lock = next(block.at for block in plan.blocks if block.at is not None)
    assert lock == plan.starts + sum(block.milliseconds // 60_000 for block in plan.blocks[:3])
