"""Text that is spoken or printed: a string, or a mapping by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.faults import read_text
from tests.library.content import EXERCISE, model_faults, spoiled
from toolkit.library.exercise import Exercise
from toolkit.library.fields import in_language
from toolkit.library.validate import validate


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Plain", "Plain"),
        ("{en: Plain, zh-Hant: 平}", {"en": "Plain", "zh-Hant": "平"}),
        ("{yue-Hant-HK: 平}", {"yue-Hant-HK": "平"}),
    ],
)
def test_both_forms_are_read(written: str, value: object) -> None:
    assert validate(Exercise, read_text(spoiled(EXERCISE, "title: Tiny", f"title: {written}"))).title == value


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", "2:7: title: text is wanted, not nothing: write one"),
        ("''", "2:8: title: must not be empty: write a text, or leave the field out"),
        ("' '", "2:8: title: ' ' cannot stand here: must not be blank: write a text, or leave the field out"),
        ("7", "2:8: title: text is wanted, not the number 7: put it in double quotes"),
        ("true", "2:8: title: text is wanted, not true: put it in double quotes"),
        ("[Plain]", "2:8: title: text is wanted, not a list: write one"),
        ("{}", "2:8: title: needs at least 1 entry, has 0: add what is missing"),
        ("{en: 7}", "2:13: en: text is wanted, not the number 7: put it in double quotes"),
        ("{en: ''}", "2:13: en: must not be empty: write a text, or leave the field out"),
        ("{en: {en: x}}", "2:13: en: text is wanted, not a mapping: write one"),
        ("{english: x}", "2:9: 'english' is no language tag: write it like en or zh-Hant"),
        ("{en_GB: x}", "2:9: 'en_GB' is no language tag: write it like en or zh-Hant"),
        (f"'{'x' * 20_001}'", "2:8: title: longer than 20000 characters: shorten it"),
    ],
)
def test_every_wrong_form_is_exactly_one_fault(written: str, fault: str) -> None:
    assert model_faults(Exercise, spoiled(EXERCISE, "title: Tiny", f"title: {written}")) == [fault]


def test_every_wrong_language_is_told() -> None:
    found = model_faults(Exercise, spoiled(EXERCISE, "title: Tiny", "title: {en: 1, e: x, de: ''}"))
    assert [fault.split(":")[1] for fault in found] == ["13", "16", "26"]


TEXTS = {"en": "english", "en-US": "american", "zh-Hans": "simplified", "zh-Hant": "traditional", "pt-BR": "brazil"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "english"),
        ("en-US", "american"),
        ("en-GB", "english"),
        ("zh-Hant", "traditional"),
        ("zh-hant", "traditional"),
        ("zh-Hant-TW", "traditional"),
        ("zh", "simplified"),
        ("pt", "brazil"),
        ("pt-PT", "brazil"),
        ("fr", "english"),
    ],
)
def test_a_text_is_shown_in_the_nearest_language(language: str, text: str) -> None:
    assert in_language(TEXTS, language) == text


def test_without_the_language_or_english_the_first_is_shown() -> None:
    assert in_language({"ja": "一", "de": "eins"}, "fr") == "一"


TAGS = st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", fullmatch=True)


@given(st.dictionaries(TAGS, st.text(min_size=1), min_size=1), TAGS)
def test_some_text_of_the_mapping_is_always_found(texts: dict[str, str], language: str) -> None:
    assert in_language(texts, language) in texts.values()
    assert all(in_language(texts, tag) == text for tag, text in texts.items())


@given(st.text(), TAGS)
def test_a_plain_text_is_the_same_in_every_language(text: str, language: str) -> None:
    assert in_language(text, language) == text
