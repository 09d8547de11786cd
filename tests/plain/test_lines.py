"""Lines as they come: any text is kept word for word, every reply is one line, no line stops the conversation."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.plain.talk import Talk
from tests.session.room import desk_on, prove, scratch
from tests.session.strategies import texts, whole
from toolkit.plain.converse import converse
from toolkit.session.actions.capture import MAX_TEXT
from toolkit.session.events import Noted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan


def notes(desk: Desk) -> list[str | None]:
    return [event.body.text for event in desk.journal.read() if isinstance(event.body, Noted)]


@prove(200)
@given(st.lists(texts.filter(str.strip), min_size=1, max_size=4))
def test_any_text_in_json_quotes_is_kept_word_for_word(plan: Plan, said: list[str]) -> None:
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        replies = Talk(desk)(*(f"note {json.dumps(text)}" for text in said))
        assert replies == [f"n{n}" for n in range(1, len(said) + 1)]
        assert notes(desk) == [whole(text) for text in said]


one_line = st.binary(max_size=200) | texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
"""The bytes of one line: not always UTF-8."""


@prove(300)
@given(one_line, st.sampled_from([b"\n", b"\r\n", b""]))
def test_any_bytes_after_the_command_are_kept_as_they_are(plan: Plan, said: bytes, end: bytes) -> None:
    text = said.decode("utf-8", "surrogateescape")
    assume(b"\n" not in said and not said.endswith(b"\r") and text.strip() and not text.strip(" \t").startswith('"'))
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        assert Talk(desk).bytes(b"note " + said + end) == ["n1"]
        assert notes(desk) == [text]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('note "all of it" and more', '"all of it" and more'),
        ('note "opened and not closed', '"opened and not closed'),
        ('note "one" "two"', '"one" "two"'),
        ('note "all of it"  ', "all of it"),
        (r'note "a\nb\"c\u00e9\ud83d\ude00"', 'a\nb"cé😀'),
        (r"note a\nb", r"a\nb"),
        ("note don't", "don't"),
        ("note  spaces  ", " spaces  "),
        ("note\ttab", "tab"),
        ("   note a", "a"),
        ("note --by friday", "--by friday"),
        ("note at 13:30", "at 13:30"),
        ("note [/etc/hosts] <b> =1+1 %s {x} $HOME", "[/etc/hosts] <b> =1+1 %s {x} $HOME"),
        ("note [1, 2]", "[1, 2]"),
        ("note 治理 😀 e\u0301 \u202e", "治理 😀 e\u0301 \u202e"),
    ],
)
def test_the_rest_of_the_line_is_taken_as_it_is_unless_all_of_it_is_quoted(say: Talk, line: str, text: str) -> None:
    assert say.one(line) == "n1"
    assert notes(say.desk) == [text]


@prove(300)
@given(st.lists(one_line | st.sampled_from([b"status", b"next", b"help", b"undo", b"note a"]), max_size=5))
def test_every_line_with_words_is_answered_with_one_printable_line(plan: Plan, typed: list[bytes]) -> None:
    lines = [part for line in typed for part in line.split(b"\n")]
    asked = [line for line in lines if line.decode("utf-8", "surrogateescape").removeprefix("\ufeff").strip()]
    with scratch() as folder, desk_on(folder / "session.db", plan) as desk:
        replies = Talk(desk).bytes(b"".join(line + b"\n" for line in lines))
        left = [line.strip() == b"quit" for line in asked]
        assert len(replies) == (left.index(True) + 1 if True in left else len(asked))
    assert all(reply.isprintable() for reply in replies)


def test_a_reply_with_line_ends_in_it_is_one_line(say: Talk) -> None:
    say.desk.names = {"K7X": "Ana\nLu\r\x1b[31m\u2028\udcff"}
    assert say("arrive K7X") == [r"Ana\nLu\r\x1b[31m\u2028\udcff is here, Open source; 1 here"]


def test_line_ends_of_windows_and_its_mark_at_the_beginning_are_no_part_of_a_line(say: Talk) -> None:
    assert say.bytes(b"\xef\xbb\xbfnext\r\nnote a\r\n\r\nnote b\rc\r\nquit\r\n") == [
        "b1.s1 Collision, 1 of 3: Invite (5:00)",
        "n1",
        "n2",
        "left; the session goes on",
    ]
    assert notes(say.desk) == ["a", "b\rc"]


def test_empty_lines_are_passed_over(say: Talk) -> None:
    assert say("", "  ", "\t", "note a", "") == ["n1"]


def test_a_line_that_the_pipe_cut_off_counts(say: Talk) -> None:
    assert say.bytes(b"note a\nnote b") == ["n1", "n2"]


def test_a_very_long_line_is_refused_in_a_short_one(say: Talk) -> None:
    for line in ("note " + "a" * (MAX_TEXT + 1), "a" * 10**6, "arrive " + "a" * 10**6, f'goto "{"a" * 10**6}"'):
        assert len(say.error(line)) < 500
    assert say.one("note " + "a" * MAX_TEXT) == "n1"


def test_each_reply_is_written_before_the_next_line_is_read(desk: Desk) -> None:
    out = io.StringIO()
    seen: list[str] = []

    def lines() -> Iterator[bytes]:
        for _ in range(3):
            yield b"note a\n"
            seen.append(out.getvalue())

    converse(lines(), desk, "ana", out=out, err=io.StringIO())
    assert seen == ["n1\n", "n1\nn2\n", "n1\nn2\nn3\n"]


def test_a_journal_that_cannot_be_read_any_more_is_an_error_and_no_end(say: Talk, other: Desk) -> None:
    assert say.one("note a") == "n1"
    other.journal._db.execute("INSERT INTO events VALUES (9, 0, 'ben', 'noted', 1, '{')")
    for reply in say("status", "note b"):
        assert reply.startswith("error: ")
        assert "event 9 (noted) is damaged" in reply
    other.journal._db.execute("DELETE FROM events WHERE seq = 9")
    assert say("note b", "status")[0] == "n2"
