"""Whatever a room says stands in its report as it was said, in Markdown and on paper, and makes nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.test_markdown import COMMONMARK, shown
from tests.printing.pages import failures, text_of
from tests.printing.test_hostile import HOSTILE
from tests.report.material import everything, journal, record_of
from tests.session.room import prove
from tests.session.strategies import texts
from toolkit.exchange.foreign import visible
from toolkit.printing.faults import Overflow
from toolkit.report.compose import compose
from toolkit.report.first_page import LONGEST, short
from toolkit.report.to_markdown import to_markdown
from toolkit.report.to_paper import _pieces
from toolkit.report.write import draw_report
from toolkit.session import events as ev

if TYPE_CHECKING:
    from toolkit.report.document import Report
    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan


def report(plan: Plan, names: dict[str, str], text: str, *, anonymous: bool = False) -> Report:
    return compose(record_of(journal(everything(plan, text)), names, anonymous=anonymous))


@prove(60)
@given(text=texts.filter(str.strip))
def test_any_words_render_as_themselves_in_markdown(plan: Plan, names: dict[str, str], text: str) -> None:
    tokens = COMMONMARK.parse(to_markdown(report(plan, names, text)))
    told = shown(tokens)
    assert told.count(visible(text)) >= 6  # a note, a matter, two commitments, whom to ask, a dissent
    assert any(visible(f"we park it: {text}") == line for line in told)


@prove(25)
@given(text=HOSTILE)
def test_any_words_give_a_document_that_satisfies_the_judge(plan: Plan, names: dict[str, str], text: str) -> None:
    for anonymous in (False, True):
        drawn = draw_report(report(plan, names, text, anonymous=anonymous), plan)
        assert failures(drawn.pdf) == []
        assert not [fault for fault in drawn.faults if isinstance(fault, Overflow)]


def test_braces_in_words_are_braces_on_paper(plan: Plan, names: dict[str, str]) -> None:
    text = text_of(draw_report(report(plan, names, "{text} {c0} {c1} {term}"), plan).pdf)
    assert text.count("{text} {c0} {c1} {term}") >= 7


def test_of_a_very_long_text_no_word_is_lost_on_paper(plan: Plan, names: dict[str, str]) -> None:
    long = " ".join(f"word{n}" for n in range(4_000))
    drawn = draw_report(report(plan, names, long), plan)
    found = re.findall(r"word\d+", text_of(drawn.pdf))
    assert found.count("word3999") >= 7
    assert set(found) >= set(long.split())
    assert drawn.faults == ()


def test_many_short_lines_do_not_run_off_a_page(plan: Plan, names: dict[str, str]) -> None:
    lines = "\n".join(f"line{n}" for n in range(300))
    found = re.findall(r"line\d+", text_of(draw_report(report(plan, names, lines), plan).pdf))
    assert found.count("line299") >= 7


@given(texts)
def test_pieces_of_a_cell_are_all_of_it(text: str) -> None:
    pieces = list(_pieces(text))
    assert "".join(pieces).replace("\n", "") == text.replace("\n", "")
    assert all(len(piece) <= 1_200 and piece.count("\n") <= 12 for piece in pieces)


@given(texts, st.integers(1, 300))
def test_what_is_shortened_is_the_beginning_on_one_line(text: str, most: int) -> None:
    found = short(text, most)
    assert len(found) <= most + 2
    assert "\n" not in found
    line = " ".join(text.split())
    assert found == line or (found.endswith(" …") and line.startswith(found.removesuffix(" …")))


@pytest.mark.parametrize("text", ["W" * 140, "治" * 140, "many words " * 30], ids=["capitals", "han", "words"])
def test_the_first_page_is_one_page_whatever_there_is(plan: Plan, names: dict[str, str], text: str) -> None:
    more: list[Body] = [ev.Committed(f"k{n}", text, 0, "K7X", "2027-01-01", text) for n in range(3, 40)]
    more += [ev.Parked(f"x{n}", text, 0) for n in range(2, 40)]
    people = {"K7X": text[:LONGEST]}
    made = compose(record_of(journal([*everything(plan, text), *more]), people))
    drawn = draw_report(made, plan)
    assert not [fault for fault in drawn.faults if isinstance(fault, Overflow)]
    assert sum("more, further on." in str(part) for part in made.first) == 2


def test_what_was_struck_is_nowhere(plan: Plan, names: dict[str, str]) -> None:
    bodies = everything(plan, "please-not-this")
    events = journal([*bodies, *(ev.Struck(ref, 1) for ref in ("n1", "x1", "k1", "k2", "c1", "c2", "s1", "o1", "d1"))])
    erased = [
        replace(event, body=replace(event.body, **dict.fromkeys(event.body.TEXTS))) if event.body.TEXTS else event
        for event in events
    ]
    made = compose(record_of(erased, names))
    markdown, paper = to_markdown(made), text_of(draw_report(made, plan).pdf)
    for text in (markdown, paper):
        assert "please" not in text
        assert "None" not in text
        assert "The decision was struck from the record." in text


def test_the_same_events_give_the_same_bytes(plan: Plan, names: dict[str, str]) -> None:
    first, second = (report(plan, names, "治理 <b>") for _ in range(2))
    assert to_markdown(first) == to_markdown(second)
    assert draw_report(first, plan).pdf == draw_report(second, plan).pdf
