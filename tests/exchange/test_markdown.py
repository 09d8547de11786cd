"""Markdown: whatever text a glossary holds, a renderer shows that text and makes nothing of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.exchange.samples import HOSTILE, built_in, found, hostile, setting
from tests.exchange.strategies import lines
from toolkit.exchange.foreign import markdown, visible
from toolkit.exchange.markdown import to_markdown
from toolkit.exchange.phrases import pair_line
from toolkit.exchange.values import Setting
from toolkit.library.glossary import Counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
GFM = MarkdownIt("gfm-like")
"""The dialect that finds addresses by itself: it may link them, with the very text."""
PLACES = ("{}", "# {}", "- {}", "1. {}", "> {}", "| a | b |\n|---|---|\n| {} | x |")


def shown(tokens: Sequence[Token], *harmless: str) -> list[str]:
    """Return the text of each inline part; fail if any of it is anything but text."""
    parts = [token for token in tokens if token.type == "inline"]
    for part in parts:
        kinds = {child.type for child in part.children or ()}
        assert kinds <= {"text", "text_special", *harmless}, part.content
    return ["".join(child.content for child in part.children or ()) for part in parts]


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=200)
@given(text=st.one_of(lines, st.text("*_`~[]()<>&|\\#!-+=:.0123 \n\t{}$^'\"wha/tpm@", min_size=1).filter(str.strip)))
def test_any_text_renders_as_itself_wherever_it_stands(place: str, text: str) -> None:
    document = place.format(markdown(text))
    for renderer, harmless in ((COMMONMARK, ()), (GFM, ("link_open", "link_close"))):
        told = shown(renderer.parse(document), *harmless)
        assert told == (["a", "b", visible(text), "x"] if "|" in place else [visible(text)])


def test_what_is_not_escaped_would_be_markup() -> None:
    """The texts that the test above passes are dangerous: raw, most of them are something else to a renderer."""
    raw = [text for text in HOSTILE if "\n" not in text]
    changed = 0
    for text in raw:
        inner = [token for token in COMMONMARK.parse(text) if token.type == "inline"]
        kinds = {child.type for token in inner for child in token.children or ()}
        rendered = "".join(child.content for token in inner for child in token.children or ())
        changed += kinds != {"text"} or rendered != text
    assert changed > 15


def test_a_hostile_glossary_renders_as_its_texts_in_a_frame_of_ours() -> None:
    tokens = COMMONMARK.parse(to_markdown(hostile(), setting()))
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} == {
        "heading", "inline", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item",
    }  # fmt: skip
    told = shown(tokens, "strong_open", "strong_close")
    for text in HOSTILE:
        assert visible(text) in told, text  # as a heading
    headings = [i for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"]
    assert len(headings) == len(HOSTILE)


def test_the_senses_of_a_word_stand_side_by_side() -> None:
    text = to_markdown(found(), setting())
    assert text.startswith("# Autumn words\n\nHeld: Autumn, 2026\\-12\\-03, Room 2\n") or "2026-12-03, Room 2" in text
    rows = [line for line in text.splitlines() if line.startswith("| **")]
    assert [re.findall(r"\*\*(.*?)\*\*", row)[0] for row in rows[:2]] == ["Blockchain", "Public service"]
    assert "From the workshop: Autumn; Not reviewed by a practitioner" in rows[0]


def test_outcome_dissents_and_deciding_cases_are_told_with_raw_counts() -> None:
    text = to_markdown(found(), setting())
    assert "**Outcome.** Each sense keeps the word with a prefix: Say chain governance" in text
    assert "**Dissent, Academia.** A prefix hides the question." in text
    assert "- Blockchain – Public service: different uses; mismatch 0.58; deciding case “A stake vote" in text
    assert "4 of 4 against 0 of 5 said yes (1 unsure)" in text
    assert "| A stake vote upgrades the software. | 4 / 0 / 0 | 0 / 5 / 1 | 1 / 3 / 0 |" in text
    assert "- Academia + Design – Blockchain: different uses; counted by show of hands, indicative only" in text


def test_a_pool_is_told_by_the_sum_of_its_domains_and_not_at_all_where_some_are_missing() -> None:
    term = found().terms[0]
    [pair] = [pair for pair in term.pairs if pair.a == "academia+design"]
    assert pair_line(pair, term, setting(), "en").endswith("upgrades the software.”; not all counts are told")
    case = term.cases[0]
    full = case.model_copy(update={"verdicts": {**case.verdicts, "academia": Counts(yes=2, unsure=1)}})
    told = pair_line(pair, term.model_copy(update={"cases": [full]}), setting(), "en")
    assert told.endswith("upgrades the software.”: 3 of 6 against 4 of 4 said yes (1 unsure)")


def test_it_is_in_the_language_that_is_asked_for() -> None:
    text = to_markdown(built_in(), Setting(setting().domains, setting().facets, "zh-Hant"))
    assert text.startswith("# 內建詞彙\n")
    assert "| 領域 | 意思 | 由誰決定 |" in text
    assert "Who decides" not in text
