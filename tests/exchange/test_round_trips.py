"""What leaves as YAML, CSV or JSON comes back equal, whatever text is in it."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from pydantic import ValidationError
from ruamel.yaml import YAML

from tests.exchange.samples import HOSTILE, SAMPLES, built_in, found, hostile, setting
from tests.exchange.strategies import glossaries
from toolkit.exchange.csv_tables import to_csv
from toolkit.exchange.formats import export, read
from toolkit.exchange.json_file import to_json
from toolkit.exchange.yaml_file import to_yaml
from toolkit.files.yaml_reader import parse_yaml
from toolkit.library.glossary import Dissent, Glossary
from toolkit.workshop.check import check

if TYPE_CHECKING:
    from collections.abc import Callable


def written(glossary: Glossary, format_: str, folder: Path) -> Path:
    """Write a glossary as bytes, as a file on any system has them; return the first of its files."""
    paths = []
    for name, text in export(glossary, setting().domains, format_).items():
        (folder / name).write_bytes(text.encode())
        paths.append(folder / name)
    return paths[0]


@pytest.mark.parametrize("format_", ["yaml", "csv", "json"])
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_comes_back_equal(sample: Callable[[], Glossary], format_: str, tmp_path: Path) -> None:
    assert read(written(sample(), format_, tmp_path)) == sample()


@pytest.mark.parametrize("format_", ["yaml", "csv", "json"])
@settings(max_examples=60)
@given(glossary=glossaries())
def test_any_glossary_comes_back_equal(format_: str, glossary: Glossary) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert read(written(glossary, format_, Path(folder))) == glossary


def test_half_a_character_cannot_get_into_a_glossary(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        Dissent(domain="design", text="half \ud83d")
    path = tmp_path / "g.json"
    path.write_text('{"title": "half \\ud83d", "terms": []}', encoding="utf-8")
    with pytest.raises(Exception, match=r"g\.json:1:11: title: "):
        read(path)


def test_other_parsers_of_yaml_read_the_same_texts() -> None:
    """PyYAML reads YAML 1.1, where `no` is false and 13:30 a number; ruamel reads 1.2."""
    for sample in SAMPLES.values():
        text = to_yaml(sample())
        ours = parse_yaml(text, "g.yaml").data
        assert yaml.safe_load(text) == ours
        assert YAML(typ="safe", pure=True).load(text) == ours


def test_yaml_begins_with_its_schema_and_keeps_the_order_of_the_model() -> None:
    text = to_yaml(found())
    assert text.startswith("# yaml-language-server: $schema=schema/glossary.json\ntitle: Autumn words\nheld:\n")
    fields = list(Glossary.model_fields)
    data = parse_yaml(text, "g.yaml").data
    assert [name for name in fields if name in data] == list(data)
    assert "null" not in to_yaml(built_in())


def test_what_nobody_reviewed_says_so() -> None:
    for term in parse_yaml(to_yaml(found()), "g.yaml").data["terms"]:  # type: ignore[union-attr]
        assert isinstance(term, dict)
        for part in (*term.get("senses", ()), *term.get("cases", ())):  # type: ignore[misc]
            assert isinstance(part, dict)
            assert part["review"] == "none"


def test_yaml_reads_well() -> None:
    text = to_yaml(built_in())
    assert ">-\n" in text
    long = [line.partition(": ")[2] for line in text.splitlines() if len(line) > 104]
    assert not [value for value in long if value.count(" ") > 4]  # only what has no place to break it
    assert all(line == line.rstrip() for line in text.splitlines())
    assert ": |-\n" in to_yaml(hostile())
    assert all(line == line.rstrip() for line in to_yaml(hostile()).splitlines())


def test_no_line_of_yaml_shows_what_it_does_not_hold() -> None:
    """Control characters and marks that turn the line around are escaped, so that what is read is what is there."""
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", to_yaml(hostile())
    )


def test_the_file_checks_clean_and_is_content_for_another_workshop(tmp_path: Path) -> None:
    folder = tmp_path / "glossaries"
    folder.mkdir()
    for sample in (built_in(), found()):
        (folder / "own.yaml").write_text(to_yaml(sample), encoding="utf-8")
        report = check(folder / "own.yaml")
        assert report.files == 1
        assert report.problems == []


def test_json_says_what_it_is_and_holds_the_fields_of_the_model() -> None:
    data = json.loads(to_json(found()))
    assert list(data)[:2] == ["format", "version"]
    assert (data.pop("format"), data.pop("version")) == ("workshop-glossary", 1)
    assert Glossary.model_validate(data) == found()


def test_csv_starts_nothing_in_a_spreadsheet() -> None:
    """Not our own reader: the standard library's, as spreadsheets split cells."""
    import csv
    import io

    seen = 0
    for text in to_csv(hostile()).values():
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
            for cell in row:
                seen += cell.startswith("'")
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
                assert not re.match(r"-(?!\d+\.\d+$)", cell), cell
    assert seen > len([text for text in HOSTILE if text[0] in "=+-@\t\r"])
