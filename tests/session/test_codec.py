"""Events to and from rows: anything anybody can say survives, and what cannot be read is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from tests.session.room import START, prove
from tests.session.strategies import bodies, texts, whole
from toolkit.files.values import to_value
from toolkit.session import codec
from toolkit.session.body import Body
from toolkit.session.codec import VERSION, Row, decode, encode
from toolkit.session.events import KINDS, NAMES, Noted, Spoke

if TYPE_CHECKING:
    from collections.abc import Iterator


def row(body: Body, seq: int = 1) -> Row:
    kind, text = encode(body)
    return seq, START, "ana", kind, VERSION, text.encode()


def as_json(body: Body) -> object:
    """Return a body as another program would read it."""
    return json.loads(json.dumps(to_value(body)))


@prove(400)
@given(bodies)
def test_every_kind_of_event_is_read_back_as_it_was(body: Body) -> None:
    (event,) = decode([row(body)])
    assert to_value(event.body) == as_json(body)
    assert event.body == body or as_json(body) != to_value(body)  # halves of a pair have become one character


@prove(300)
@given(texts)
def test_any_text_survives_word_for_word_and_is_ascii_on_the_disk(text: str) -> None:
    (event,) = decode([row(Noted("n1", text, START))])
    assert event.body == Noted("n1", whole(text), START)
    assert row(event.body)[5].isascii()


@prove()
@given(bodies, bodies)
def test_many_rows_are_read_as_one_by_one(one: Body, two: Body) -> None:
    rows = [row(one, 1), row(two, 2)]
    assert decode(rows) == decode(rows[:1]) + decode(rows[1:])


def test_every_kind_has_one_name() -> None:
    assert {KINDS[name] for name in NAMES.values()} == set(KINDS.values())
    defined = {class_.__name__ for class_ in Body.__subclasses__()}  # by name: slots make each class twice
    assert defined == {class_.__name__ for class_ in KINDS.values()}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("noted", b'{"note":"n1","text":"half a'),
        ("spoke", b'{"domain":"design"},{"domain":"design"}'),
        ("noted", b'{"note":"n1","text":"a","said_at":1,"colour":"red"}'),
        ("noted", b'{"note":"n1"}'),
        ("noted", b'{"note":"n1","text":"\xff","said_at":1}'),
        ("noted", b""),
        ("noted", b"[]"),
        ("workshop-opened", b"null"),
        ("workshop-opened", b'{"plan":[]}'),
        ("sneezed", b"{}"),
    ],
)
def test_a_damaged_row_is_named_whatever_stands_around_it(kind: str, body: bytes) -> None:
    rows = [row(Spoke("design"), 6), (7, START, "ana", kind, VERSION, body), row(Spoke("design"), 8)]
    with pytest.raises(ValueError, match=rf"^event 7 \({kind}\) is damaged: "):
        decode(rows)


@pytest.fixture
def three_versions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Twice the format changed: `words` became `text`, and then `said_at` was added."""

    def renamed(body: dict[str, Any]) -> dict[str, Any]:
        return {"text" if key == "words" else key: value for key, value in body.items()}

    def added(body: dict[str, Any]) -> dict[str, Any]:
        return body | {"said_at": 5}

    monkeypatch.setattr(codec, "VERSION", 3)
    monkeypatch.setitem(codec.UPCASTERS, ("noted", 1), renamed)
    monkeypatch.setitem(codec.UPCASTERS, ("noted", 2), added)
    yield


@pytest.mark.usefixtures("three_versions")
@pytest.mark.parametrize(
    ("version", "body"),
    [
        (1, b'{"note":"n1","words":"a"}'),
        (2, b'{"note":"n1","text":"a"}'),
        (3, b'{"note":"n1","text":"a","said_at":5}'),
    ],
)
def test_an_older_row_is_brought_up_to_date_version_by_version(version: int, body: bytes) -> None:
    (event,) = decode([(1, START, "ana", "noted", version, body)])
    assert event.body == Noted("n1", "a", 5)


@pytest.mark.usefixtures("three_versions")
def test_a_kind_that_did_not_change_needs_no_help() -> None:
    (event,) = decode([(1, START, "ana", "spoke", 1, b'{"domain":"design"}')])
    assert event.body == Spoke("design")
