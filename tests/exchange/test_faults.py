"""What is wrong with a file that comes in is told at its line and column, all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.faults import faults
from toolkit.exchange.csv_file import from_csv, read_csv_glossary
from toolkit.exchange.formats import read
from toolkit.exchange.json_text import parse_json
from toolkit.files.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

SENSES = "term,labels.en,domain,definition,origin\nrisk,risk,design,What may fail,Autumn\n"


def senses(tmp_path: Path, text: str | bytes, name: str = "g-senses.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_are_read_as_people_save_them(delimiter: str, mark: bytes, end: str, tmp_path: Path) -> None:
    text = SENSES.replace(",", delimiter).replace("\n", end)
    glossary = read(senses(tmp_path, mark + text.encode(), "my words.csv"))
    assert glossary.title == "my words"
    assert glossary.terms[0].senses[0].definition == "What may fail"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1: the file is empty: the first line names the columns"]),
        ("term,labels.en\n", ["1:1: 'terms' is missing: add it"]),
        ("domain\ndesign\n", ["1:1: the column 'term' is missing: add it"]),
        (SENSES.replace("origin", "orgin"), ["1:34: unknown column 'orgin': did you mean 'origin'?, or delete it"]),
        (SENSES.replace("design,", "De sign,"), ["2:11: domain: 'De sign' cannot stand here: "]),
        (SENSES + "risk,danger,design,x,Autumn\n", ["3:6: labels.en: another row, or another column"]),
        (SENSES + 'risk,,design,"x\n', ["3:14: a quote is opened and not closed: close it"]),
        (SENSES + 'risk,,design,"x" y,\n', ["3:17: text follows a closing quote: "]),
        (SENSES + "risk,,design,x,Autumn,y\n", ["3:23: the row has more cells than the header: "]),
        (SENSES + ",,design,x,Autumn\n", ["3:1: 'term' is missing: write the word's id"]),
        (SENSES.replace("origin", "domain"), ["1:34: the column 'domain' stands here twice: keep one"]),
        (SENSES.encode() + b"risk,,\xff", ["3:7: byte 0xff is not UTF-8: save the file as UTF-8"]),
        ("term;note.en;note\nrisk;a;b\n", ["2:1: 'labels' is missing: add it", "2:8: note: another row, or another"]),
    ],
)
def test_a_fault_of_a_table_stands_at_its_cell(text: str | bytes, expected: list[str], tmp_path: Path) -> None:
    told = faults(lambda: read(senses(tmp_path, text)))
    assert all(any(line.startswith(start) for line in told) for start in expected), told


def test_faults_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    path = senses(tmp_path, SENSES.replace("design", "De sign"))
    cases = 'term,case,text,expect,domain,yes\nrisk,c1,"a\nb",maybe,design,x\nrsk,c2,a,yes,,\nrisk,c3,a,yes,,3\n'
    (tmp_path / "g-cases.csv").write_text(cases, encoding="utf-8")
    (tmp_path / "g-pairs.csv").write_text("term,a,b,state,evidence\nrisk,a,b,vage,named\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_csv_glossary(path)
    told = [str(problem).removeprefix(f"{tmp_path}/") for problem in caught.value.problems]
    starts = [
        "g-cases.csv:3:4: expect: 'maybe' is not valid",
        "g-cases.csv:3:17: yes: a whole number is wanted, not 'x'",
        "g-cases.csv:4:1: the table of senses has no term 'rsk': did you mean 'risk'?",
        "g-cases.csv:5:16: whose answers are these? write the domain",
        "g-pairs.csv:2:10: state: 'vage' is not valid: did you mean 'vague'?",
        "g-senses.csv:2:11: domain: 'De sign' cannot stand here",
    ]
    assert len(told) == len(starts)
    assert all(line.startswith(start) for line, start in zip(told, starts, strict=True)), told


def test_a_domain_answers_a_case_once(tmp_path: Path) -> None:
    cases = senses(tmp_path, "term,case,text,expect,domain,yes\n" + "risk,c1,a,yes,design,3\n" * 2, "c.csv")
    told = faults(lambda: from_csv({"senses": senses(tmp_path, SENSES), "cases": cases}))
    assert told == ["3:15: 'design' has answered this case twice: keep one row"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: not JSON (expecting value): mend it"),
        ("[]", "1:1: the file is a list or a single value: put it between { and }"),
        ('{"title": "x"', "1:14: not JSON (, is wanted): mend it"),
        ('{"title": "x",}', "1:15: not JSON (a name in double quotes is wanted): mend it"),
        ('{"title": "x"} {}', "1:16: not JSON (text follows the end): mend it"),
        ('{\n "title": "x",\n "title": "y"}', "3:2: not JSON ('title' stands here twice): mend it"),
        ('{\n "title": 3}', "2:11: title: text is wanted, not the number 3: "),
        ('{"format": "x"}', "1:12: format is 'x', not 'workshop-glossary': name a glossary"),
        ('{"version": 2}', "1:13: version 2 is newer than this program reads: update it"),
        ('{"version": true}', "1:13: version is a whole number: write 1"),
        ('{"title": "x", "trems": []}', "1:16: unknown field 'trems': did you mean 'terms'?"),
        ('{"a": ' + "[" * 100_000, "1:"),
        ('{"a": ' + "1" * 5_000 + "}", "1:7: not JSON (the number is far too long): mend it"),
    ],
)
def test_a_fault_of_json_stands_at_its_place(text: str, expected: str, tmp_path: Path) -> None:
    told = faults(lambda: read(senses(tmp_path, text, "g.json")))
    assert any(line.startswith(expected) for line in told), told


@settings(max_examples=200)
@given(value=st.dictionaries(st.text(max_size=5), st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
)), indent=st.sampled_from([None, 0, 2]), ascii_=st.booleans())  # fmt: skip
def test_our_scanner_reads_json_as_the_standard_library_does(value: object, indent: int | None, ascii_: bool) -> None:
    import json

    assert parse_json(json.dumps(value, indent=indent, ensure_ascii=ascii_), "x.json").data == value


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    told = faults(lambda: read(tmp_path / "words.docx"))
    assert told == ["0:0: cannot be read as a glossary: name a file that ends in .yaml, .csv or .json"]
