"""What is written into a spreadsheet, and that everything else in it stays: formulas and what they came to first."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import PatternFill

from tests.workshop.sample import DOMAINS, make, put
from toolkit.cli.main import main
from toolkit.files.problems import InputError
from toolkit.workshop.enrol import edit, enrol
from toolkit.workshop.package import with_text
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import read_roster, write_ids
from toolkit.workshop.sheet_xml import reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PEOPLE = [("Ana", "Silva", "design"), ("Ben", "O'Neil", "Academia"), ("Chi", "Ng", "")]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CHAIN = f'<calcChain xmlns="{MAIN}"><c r="D2" i="1"/><c r="D3"/><c r="D4"/></calcChain>'.encode()


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def related(parts: dict[str, bytes], name: str, data: bytes) -> None:
    """Add a part that the workbook refers to, as Excel does."""
    kind = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{name}+xml"
    relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
    parts[f"xl/{name}.xml"] = data
    for file, end, more in (
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/xl/{name}.xml" ContentType="{kind}"/>'),
        (
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            f'<Relationship Id="{name}" Type="{relation}" Target="{name}.xml"/>',
        ),
    ):
        parts[file] = parts[file].replace(end.encode(), (more + end).encode())


def with_shared_strings(data: bytes) -> dict[str, bytes]:
    """Return the files of a workbook with its text in one list, where Excel has it."""
    parts, strings = files(data), dict[str, int]()

    def shared(match: re.Match[str]) -> str:
        return f' t="s"><v>{strings.setdefault(match[1], len(strings))}</v></c>'

    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        inline = r' t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>'
        parts[name] = re.sub(inline, shared, parts[name].decode()).encode()
    listed = "".join(f"<si><t>{text}</t></si>" for text in strings)
    related(parts, "sharedStrings", f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{listed}</sst>'.encode())
    return parts


def as_excel_saves(prefix: str = "") -> bytes:
    """Return a roster whose names are formulas that were worked out: one written out, the others sharing it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["First", "Last", "Domain", "Name", "Id"])
    for row, person in enumerate(PEOPLE, 2):
        sheet.append(person)
        sheet.cell(row, 4, 1).fill = PatternFill("solid", "FFEE00")
    out = io.BytesIO()
    book.save(out)
    parts = with_shared_strings(out.getvalue())
    xml = parts["xl/worksheets/sheet1.xml"].decode().replace("<row r=", '<row spans="1:5" r=')
    for row, (first, last, _) in enumerate(PEOPLE, 2):
        formula = '<f t="shared" ref="D2:D4" si="0">A2&amp;" "&amp;B2</f>' if row == 2 else '<f t="shared" si="0"/>'
        kept = rf'(<c r="D{row}" s="\d+") t="n"><v>1</v>'
        xml, count = re.subn(kept, rf'\1 t="str">{formula}<v>{first} {last}</v>', xml)
        assert count == 1
    if prefix:
        xml = re.sub(r"<(/?)(?=[a-zA-Z])", rf"<\1{prefix}:", xml).replace("xmlns=", f"xmlns:{prefix}=")
    parts["xl/worksheets/sheet1.xml"] = xml.encode()
    related(parts, "calcChain", CHAIN)
    return packed(parts)


def values(path: Path, column: int) -> list[object]:
    sheet = load_workbook(path, data_only=True).worksheets[0]
    return [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]


def formulas(path: Path, column: int) -> list[object]:
    sheet = load_workbook(path).worksheets[0]
    return [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]


@pytest.mark.parametrize("prefix", ["", "x"])
def test_names_that_are_formulas_keep_what_they_came_to_when_ids_are_written(prefix: str, tmp_path: Path) -> None:
    path = put(tmp_path, "people.xlsx", as_excel_saves(prefix=prefix))
    before = files(path.read_bytes())
    assert write_ids(path, read_roster(path))
    after = files(path.read_bytes())
    roster = read_roster(path, DOMAINS)
    assert [(p.name, p.id, p.domain) for p in roster.people] == [
        ("Ana Silva", "NHF", "design"), ("Ben O'Neil", "9RC", "academia"), ("Chi Ng", "R7J", ""),
    ]  # fmt: skip
    assert roster.problems == ()
    assert not write_ids(path, roster)
    sheet = "xl/worksheets/sheet1.xml"
    assert {name: data for name, data in after.items() if name != sheet} == {
        name: data for name, data in before.items() if name != sheet
    }
    added = r'<(x:)?c r="E\d"[^>]*><(x:)?is><(x:)?t xml:space="preserve">[A-Z0-9]+</(x:)?t></(x:)?is></(x:)?c>'
    assert re.sub(added, "", after[sheet].decode()) == before[sheet].decode()
    assert formulas(path, 4) == ['=A2&" "&B2', '=A3&" "&B3', '=A4&" "&B4']


def test_a_session_over_such_a_roster_has_its_names_at_every_start(tmp_path: Path) -> None:
    folder = make(tmp_path / "w", roster=None)
    folder.file.write_text(folder.file.read_text(encoding="utf-8") + "roster: people.xlsx\n", encoding="utf-8")
    put(folder.path, "people.xlsx", as_excel_saves())
    for _ in range(2):
        resolved = prepare(folder)
        assert [(p.id, p.domain) for p in resolved.plan.people] == [
            ("NHF", "design"),
            ("9RC", "academia"),
            ("R7J", None),
        ]
        assert resolved.roster.names()["9RC"] == "Ben O'Neil"
        assert resolved.problems == ()


def test_a_formula_that_is_written_over_leaves_those_that_shared_it_their_own(tmp_path: Path) -> None:
    path = put(tmp_path, "people.xlsx", as_excel_saves())
    write_ids(path, read_roster(path))
    assert edit(path, "NHF", {"name": "Ana <S> & co"}) == ("name",)
    assert values(path, 4) == ["Ana <S> & co", "Ben O'Neil", "Chi Ng"]
    assert formulas(path, 4) == ["Ana <S> & co", '=A3&" "&B3', '=A4&" "&B4']
    after = files(path.read_bytes())
    assert "xl/calcChain.xml" not in after
    assert not [name for name, data in after.items() if b"calcChain" in data]
    fill = load_workbook(path).worksheets[0]["D2"].fill
    assert fill.fgColor.rgb == "00FFEE00"


def test_what_is_forgotten_stands_nowhere_in_the_file(tmp_path: Path) -> None:
    folder = make(tmp_path / "w", roster=None)
    folder.file.write_text(folder.file.read_text(encoding="utf-8") + "roster: people.xlsx\n", encoding="utf-8")
    path = put(folder.path, "people.xlsx", as_excel_saves())
    prepare(folder)
    assert main(["forget", str(folder.path), "Ana Silva", "--yes"]) == 0
    parts = files(path.read_bytes())
    assert not [name for name, data in parts.items() if b"Ana" in data or b"Silva" in data]
    assert [p.name for p in read_roster(path).people] == ["NHF", "Ben O'Neil", "Chi Ng"]


@pytest.mark.parametrize("who", [["Ana Silva"], []])
def test_a_name_in_a_title_above_the_header_is_forgotten_and_the_title_stays(who: list[str], tmp_path: Path) -> None:
    text = "sep=;\nAsk Ana Silva; or Bo\n\nname;domain\nAna Silva;design\n"
    folder = make(tmp_path / "w", roster=text)
    assert main(["forget", str(folder.path), *who, "--yes"]) == 0
    left = (folder.path / "roster.csv").read_text(encoding="utf-8")
    assert "Ana" not in left
    assert re.fullmatch(r"sep=;\nAsk [^;\n]*; or Bo\n\nid;name;domain\nNHF;NHF;design\n", left)


def test_a_string_that_another_sheet_has_too_stays(tmp_path: Path) -> None:
    book = Workbook()
    for sheet, rows in ((book.worksheets[0], [["name", "role"], ["Ana", "host"]]), (book.create_sheet("B"), [["Ana"]])):
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    path = put(tmp_path, "people.xlsx", packed(with_shared_strings(out.getvalue())))
    write_ids(path, read_roster(path))
    edit(path, "NHF", {"name": "Bo", "role": "guest"})
    assert load_workbook(path).worksheets[1]["A1"].value == "Ana"
    assert b"host" not in files(path.read_bytes())["xl/sharedStrings.xml"]


def test_a_walk_in_has_a_row_of_their_own_below_the_last(tmp_path: Path) -> None:
    path = put(tmp_path, "people.xlsx", as_excel_saves())
    id_ = enrol(path, "Dee", "design")
    assert [(p.name, p.id, p.line) for p in read_roster(path).people][-1] == ("Dee", id_, 5)
    assert load_workbook(path).worksheets[0].dimensions == "A1:E5"
    assert b'<dimension ref="A1:E5"/>' in files(path.read_bytes())["xl/worksheets/sheet1.xml"]


def merged(path: Path, ranges: list[str], rows: list[list[str | None]]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for area in ranges:
        book.worksheets[0].merge_cells(area)
    book.save(path)
    return path


@pytest.mark.parametrize("area", ["A2:C2", "A2:B2", "B2:C2"])
@pytest.mark.parametrize("with_id", [True, False])
def test_a_row_whose_name_or_id_is_merged_is_named_and_costs_nobody_else(
    area: str, with_id: bool, tmp_path: Path
) -> None:
    header: list[str | None] = ["Name", "Domain", "id"] if with_id else ["Domain", "Name", "Note"]
    ana: list[str | None] = ["Ana", "Design", None] if with_id else ["Design", "Ana", None]
    rows = [header, ["Team one", None, None], ana]
    path = merged(tmp_path / "people.xlsx", [area], rows)
    roster = read_roster(path, DOMAINS)
    assert [(p.name, p.domain) for p in roster.people] == [("Ana", "design")]
    assert [(p.line, p.what.partition(":")[0]) for p in roster.problems] == [(2, "has its name or id in merged cells")]
    assert write_ids(path, roster)
    assert not write_ids(path, read_roster(path))


def test_a_domain_that_is_merged_downwards_is_everybodys_beside_it(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["Domain", "Name"],
        ["Design", "Ana"],
        [None, "Bo"],
        [None, None],
        ["Academia", "Cy"],
    ]
    path = merged(tmp_path / "people.xlsx", ["A2:A4"], rows)
    roster = read_roster(path, DOMAINS)
    assert [(p.name, p.domain) for p in roster.people] == [("Ana", "design"), ("Bo", "design"), ("Cy", "academia")]
    assert roster.problems == ()
    write_ids(path, roster)
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"cell A3 is merged with others\): split merged cells, or save it as CSV"):
        edit(path, "9RC", {"domain": "academia"})
    assert path.read_bytes() == before


def test_a_title_above_the_header_stays_and_names_nobody(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["Who comes", None], [None, None], ["Last update", "3 May"], ["Name", "Domain"]]
    rows.append(["Ana", "DE"])
    path = merged(tmp_path / "people.xlsx", ["A1:B1"], rows)
    roster = read_roster(path, DOMAINS)
    assert [(p.name, p.domain, p.line) for p in roster.people] == [("Ana", "design", 5)]
    assert roster.problems == ()
    write_ids(path, roster)
    sheet = load_workbook(path).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Who comes", None, None], [None, None, None], ["Last update", "3 May", None], ["Name", "Domain", "id"],
        ["Ana", "DE", "NHF"],
    ]  # fmt: skip


def test_a_sheet_that_is_a_chart_is_passed_over_and_kept(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Name", "Count"], ["Ana", 3]):
        book.worksheets[0].append(row)
    chart = BarChart()
    chart.add_data(Reference(book.worksheets[0], min_col=2, min_row=1, max_row=2))
    book.create_chartsheet("Chart", 0).add_chart(chart)
    book.save(path := tmp_path / "people.xlsx")
    before = files(path.read_bytes())
    write_ids(path, read_roster(path))
    assert [(p.name, p.id) for p in read_roster(path).people] == [("Ana", "NHF")]
    assert {name for name, data in files(path.read_bytes()).items() if data != before[name]} == {
        "xl/worksheets/sheet1.xml"
    }


def test_a_workbook_of_charts_alone_has_one_fault(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.remove(book.worksheets[0])
    book.save(path := tmp_path / "people.xlsx")
    (problem,) = read_roster(path).problems
    assert problem.what == "no sheet has cells: put the roster on the first one"


SHEET = b'<worksheet xmlns="m"><sheetData/></worksheet>'


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda parts: parts.pop("xl/_rels/workbook.xml.rels"), "no sheet in it"),
        (lambda parts: parts.pop("_rels/.rels"), "no workbook in it"),
        (lambda parts: parts.update({"xl/worksheets/sheet1.xml": b"<worksheet/>"}), "no rows"),
        (lambda parts: parts.update({"xl/worksheets/sheet1.xml": b"<worksheet>"}), "damaged XML"),
        (lambda parts: parts.update({"xl/worksheets/sheet1.xml": "<worksheet/>".encode("utf-16")}), "not in UTF-8"),
        (lambda parts: parts.update({"xl/worksheets/sheet1.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "entities"),
    ],
)
def test_a_package_that_is_not_as_expected_is_refused_whole(
    damage: Callable[[dict[str, bytes]], object], why: str
) -> None:
    parts = files(as_excel_saves())
    damage(parts)
    with pytest.raises(ValueError, match=why):
        with_text(packed(parts), {(0, 0): "x"})


def test_ids_are_the_same_every_time_where_they_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> bytes:
        raise ValueError("not in UTF-8")

    monkeypatch.setattr("toolkit.workshop.package.with_text", refused)
    folder = make(tmp_path / "w", roster=None)
    folder.file.write_text(folder.file.read_text(encoding="utf-8") + "roster: people.xlsx\n", encoding="utf-8")
    path = put(folder.path, "people.xlsx", as_excel_saves())
    before = path.read_bytes()
    for _ in range(2):
        resolved = prepare(folder)
        assert [(p.name, p.id) for p in resolved.roster.people][:2] == [("Ana Silva", "NHF"), ("Ben O'Neil", "9RC")]
        (problem,) = resolved.problems
        assert problem.what == (
            "new ids stay out of the file: it cannot be written into (not in UTF-8): split merged cells, or save it as "
            "CSV in UTF-8"
        )
    assert path.read_bytes() == before


PLACES = st.tuples(st.integers(0, 12), st.integers(0, 30))
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8)
TEXTS = TEXT.filter(
    lambda text: not re.search("_x[0-9A-Fa-f]{4}_", text) and "\ufffe" not in text and "\uffff" not in text
)


@given(st.dictionaries(PLACES, TEXTS, max_size=12), st.dictionaries(PLACES, TEXTS | st.just(""), max_size=12))
def test_whatever_is_written_is_read_and_all_else_as_it_was(
    before: dict[tuple[int, int], str], changes: dict[tuple[int, int], str]
) -> None:
    book = Workbook()
    for (row, column), text in before.items():
        book.worksheets[0].cell(row + 1, column + 1).value = text
        book.worksheets[0].cell(row + 1, column + 1).data_type = "s"
    out = io.BytesIO()
    book.save(out)
    sheet = load_workbook(io.BytesIO(with_text(out.getvalue(), changes))).worksheets[0]
    expected = {reference(*place): text for place, text in {**before, **changes}.items() if text}
    assert {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    } == expected
