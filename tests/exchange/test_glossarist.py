"""Glossarist v3: accepted by its schemas, which refuse a broken export."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings

from tests.exchange.judges import glossarist
from tests.exchange.samples import SAMPLES, found, setting
from tests.exchange.strategies import glossaries
from toolkit.exchange.glossarist import to_glossarist
from toolkit.exchange.languages import script_of, three_letters
from toolkit.exchange.values import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.library.glossary import Glossary


def complaints(files: dict[str, str]) -> list[str]:
    return [line for name, text in files.items() for line in glossarist(name, text)]


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_valid(sample: Callable[[], Glossary]) -> None:
    assert complaints(to_glossarist(sample(), setting())) == []


@settings(max_examples=25)
@given(glossaries())
def test_any_glossary_is_valid_and_its_parts_find_each_other(glossary: Glossary) -> None:
    files = to_glossarist(glossary, Setting())
    assert complaints(files) == []
    named = {name for name in files if name.startswith("localized-concepts/")}
    used = [
        f"localized-concepts/{id_}.yaml"
        for name, text in files.items()
        if name.startswith("concepts/")
        for id_ in yaml.safe_load(text)["data"]["localized_concepts"].values()
    ]
    assert sorted(used) == sorted(named)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("concepts/governance.blockchain.yaml", "type: false_friend", "type: clashes_with"),
        ("concepts/governance.blockchain.yaml", "status: draft", "status: contested"),
        ("concepts/governance.blockchain.yaml", "    eng: ", "    en: "),
        ("register.yaml", "schema_type: glossarist", "schema_type: ours"),
    ],
)
def test_a_broken_export_is_refused(name: str, old: str, new: str) -> None:
    text = to_glossarist(found(), setting())[name]
    assert old in text
    assert glossarist(name, text.replace(old, new, 1))


def test_a_broken_localization_is_refused() -> None:
    name, text = next((n, t) for n, t in to_glossarist(found(), setting()).items() if n.startswith("localized"))
    assert glossarist(name, text.replace("type: expression", "type: word", 1))


def relations(name: str) -> list[tuple[str, str]]:
    data = yaml.safe_load(to_glossarist(found(), setting())[f"concepts/{name}.yaml"])
    return [(entry["ref"]["id"], entry["type"]) for entry in data["related"]]


def test_a_conflict_is_a_false_friend_and_same_use_a_match() -> None:
    assert relations("governance.public-service") == [
        ("governance.blockchain", "homograph"),
        ("governance.blockchain", "false_friend"),
        ("governance.blockchain", "contrast"),
        ("governance.design", "homograph"),
        ("governance.design", "exact_match"),
        ("governance.academia", "homograph"),
    ]
    assert {type_ for _, type_ in relations("governance.academia")} == {"homograph"}


def test_a_language_has_its_words_and_texts() -> None:
    files = to_glossarist(found(), setting())
    ids = yaml.safe_load(files["concepts/governance.public-service.yaml"])["data"]["localized_concepts"]
    assert all(str(uuid.UUID(id_)) == id_ for id_ in ids.values())
    chinese = yaml.safe_load(files[f"localized-concepts/{ids['zho']}.yaml"])["data"]
    word = {"type": "expression", "designation": "治理", "language": "zho", "script": "Hant"}
    assert chinese["designations"] == [word]
    assert chinese["definition"] == [{"content": "誰能決定什麼。"}]


@pytest.mark.parametrize(
    ("tag", "code", "script"),
    [
        ("en", "eng", None),
        ("zh-Hant-TW", "zho", "Hant"),
        ("ZH-hans", "zho", "Hans"),
        ("gsw", "gsw", None),
        ("xx", "und", None),
    ],
)
def test_tags_become_codes(tag: str, code: str, script: str | None) -> None:
    assert (three_letters(tag), script_of(tag)) == (code, script)
