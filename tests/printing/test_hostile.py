"""Whatever a room writes comes onto paper as it is, or into the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printing.pages import failures
from toolkit.printing.card import filled
from toolkit.printing.job import Options
from toolkit.printing.press import Press
from toolkit.session.said import SenseSaid, TermSaid

if TYPE_CHECKING:
    from toolkit.workshop.folder import Folder

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["<b>", "\x00\x01", "\u202e\u202dabc", "\u2067\u2069" * 50, "W" * 300, "ก" * 300, "\ud800", "{name}"]
    ),
    st.text(st.characters(categories=("Lo", "Mn", "Mc", "Cf", "So")), max_size=30),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(HOSTILE, min_size=1, max_size=6), HOSTILE)
def test_whatever_the_room_wrote_is_printed_or_reported(demo: Folder, texts: list[str], title: str) -> None:
    written = tuple(SenseSaid("design", text, (text, "", text), text) for text in texts)
    told = TermSaid(tuple(texts), revealed=True, senses=written, outcome=title, dissents=(("design", title),))
    source = Press(demo, {"governance": told}, [[texts]])
    for name in ("glossary-sheet", "group-lists", "case-cards", "case-page"):
        found = source.drawn(name, Options(only=("governance",)))
        assert found
        assert failures(found[0].pdf) == []


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("Ana", ""), ("\u202eAna", "\u202c"), ("\u202eAna\u202c", ""), ("\u2067a\u202eb", "\u202c\u2069"),
        ("\u2067a\u202eb\u2069", ""), ("\u202c\u2069a\u2066", "\u2069"), ("\u202ea\u2066b\u202c", "\u2069\u202c"),
    ],
)  # fmt: skip
def test_a_value_turns_nothing_that_stands_after_it(value: str, ends: str) -> None:
    assert filled("{a} and {b}", {"a": value, "b": "more"}) == f"{value}{ends} and more"
