"""TBX-Basic: accepted by the core structure and by the dialect's rules; each of them refuses a broken export."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.exchange.judges import tbx_basic, tbx_core
from tests.exchange.samples import HOSTILE, SAMPLES, found, hostile, setting
from tests.exchange.strategies import glossaries
from tests.shared import shared
from toolkit.exchange.foreign import visible
from toolkit.exchange.tbx import REPLACED, to_tbx
from toolkit.exchange.values import Setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.library.glossary import Glossary

NS = {"t": "urn:iso:std:iso:30042:ed-2"}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_valid_to_both(sample: Callable[[], Glossary]) -> None:
    text = to_tbx(sample(), setting())
    assert tbx_core(text) == []
    assert tbx_basic(text) == []


@settings(max_examples=25)
@given(glossaries())
def test_any_glossary_is_valid_to_both(glossary: Glossary) -> None:
    text = to_tbx(glossary, Setting())
    assert tbx_core(text) == []
    assert tbx_basic(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('target="governance.design"', 'target="nobody"'),
        ("<conceptEntry id=", "<conceptEntry name="),
        ('style="dca"', 'style="other"'),
        ("<term>risk</term>", "<word>risk</word>"),
    ],
)
def test_the_core_structure_refuses_what_breaks_it(old: str, new: str) -> None:
    text = to_tbx(found(), setting())
    assert old in text
    assert tbx_core(text.replace(old, new, 1))


BROKEN = [
    ('type="TBX-Basic"', 'type="TBX-Core"', "TBX-Basic"),
    ('type="subjectField"', 'type="domain"', "Permitted type value(s): subjectField"),
    ('type="crossReference"', 'type="rival"', "Permitted type value(s): crossReference"),
    ('<descrip type="definition" xml:lang="en">What may', '<descrip type="context" xml:lang="en">What may', "termSec"),
    ("<note", '<termNote type="partOfSpeech">word</termNote><note', "termSec level"),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_the_dialect_refuses_what_breaks_it(old: str, new: str, message: str) -> None:
    text = to_tbx(found(), setting())
    assert old in text
    assert any(message in failure for failure in tbx_basic(text.replace(old, new, 1)))


@pytest.mark.skipif(importlib.util.find_spec("pyschematron") is None, reason="pyschematron needs Python 3.12")
def test_the_established_schematron_says_the_same(tmp_path: Path) -> None:
    from pyschematron import validate_document  # type: ignore[import-not-found]

    schema = shared("validators", "tbx", "TBX-Basic_DCA.sch")
    text = to_tbx(found(), setting())
    for old, new in [("", ""), *((old, new) for old, new, _ in BROKEN)]:
        path = tmp_path / "export.tbx"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert validate_document(path, schema).is_valid() is not tbx_basic(path.read_text(encoding="utf-8"))


def test_a_sense_is_an_entry_of_its_domain_that_refers_to_its_rivals() -> None:
    root = etree.fromstring(to_tbx(found(), setting()).encode())
    (entry,) = root.xpath("//t:conceptEntry[@id='governance.public-service']", namespaces=NS)
    assert entry.xpath("t:descrip[@type='subjectField']/text()", namespaces=NS) == ["Public service"]
    assert entry.xpath("t:ref/@target", namespaces=NS) == [
        f"governance.{domain}" for domain in ("blockchain", "design", "academia")
    ]
    assert entry.xpath("t:langSec/@xml:lang", namespaces=NS) == ["en", "zh-Hant"]
    notes = " ".join(entry.xpath("t:note/text()", namespaces=NS))
    assert "4 of 4 against 0 of 5 said yes (1 unsure)" in notes
    assert "A prefix hides the question." in notes


def test_any_text_is_in_the_xml_and_a_note_says_where_pictures_stand() -> None:
    root = etree.fromstring(to_tbx(hostile(), setting()).encode())
    for number, text in enumerate(HOSTILE):
        (entry,) = root.xpath(f"//t:conceptEntry[@id='t{number}.design']", namespaces=NS)
        words = entry.xpath("t:langSec[@xml:lang='zh-Hant']//t:term/text()", namespaces=NS)
        assert words == [visible(text)]
        replaced = REPLACED in entry.xpath("t:note/text()", namespaces=NS)
        assert replaced is (visible(text) != text), text
