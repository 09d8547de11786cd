"""The roster, as people save it: any delimiter, order, case and script."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.sample import put
from toolkit.workshop.codes import codes
from toolkit.workshop.csv_rows import DELIMITERS, LOOK
from toolkit.workshop.roster import FIELDS, Roster, read_roster
from toolkit.workshop.table import MAX_LINES

if TYPE_CHECKING:
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy


def read(root: Path, data: str | bytes) -> Roster:
    return read_roster(put(root, "roster.csv", data))


@pytest.mark.parametrize("delimiter", list(DELIMITERS))
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_delimiters_line_ends_and_byte_order_marks_make_no_difference(
    delimiter: str, ending: str, mark: str, tmp_path: Path
) -> None:
    rows = [["name", "domain", "note"], ["Ana", "design", "a.b"], ["陳志明", "", ""]]
    roster = read(tmp_path, mark + ending.join(delimiter.join(row) for row in rows) + ending)
    assert [(person.name, person.domain, person.extra, person.line) for person in roster.people] == [
        ("Ana", "design", {"note": "a.b"}, 2),
        ("陳志明", "", {"note": ""}, 3),
    ]
    assert roster.problems == ()


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("name,keep_apart,email", "Ana,Ben,a@b.c"),
        ("EMAIL , Name,KEEP APART", "a@b.c, Ana ,Ben"),
        ("Keep-Apart,eMail,NAME", "Ben,a@b.c,Ana"),
        ('"name","keep apart","email"', '"Ana","Ben","a@b.c"'),
    ],
)
def test_columns_come_in_any_order_and_case(header: str, row: str, tmp_path: Path) -> None:
    (person,) = read(tmp_path, f"{header}\n{row}\n").people
    assert (person.name, person.keep_apart, person.email, person.extra) == ("Ana", "Ben", "a@b.c", {})


@pytest.mark.parametrize(
    ("data", "extra"),
    [
        ("Name|Domain|note\nAna|design|a,b;c\n", "a,b;c"),
        ("sep=;\r\nName;Domain;note\r\nAna;design;a,b\r\n", "a,b"),
        ('\ufeff"SEP=;"\nName;Domain;note\nAna;design;a\n', "a"),
        ("sep=^\nName^Domain^note\nAna^design^a\n", "a"),
        ("sep=;\nName,Domain,note\nAna,design,a;b\n", "a;b"),
        ('"Diet, allergies, access, and the rest";Name;Domain;note\n"none, at all";Ana;design;a\n', "a"),
        ('note,Domain,"Your name; as on the badge; please; thanks",Name\na,design,x,Ana\n', "a"),
        ("Workshop of 3 May; see you, there; bring, a, pen\n\nName,Domain,note\nAna,design,a\n", "a"),
        ('Title "in part" quoted\n"open\nName;Domain;note\nAna;design;a\n', "a"),
        (",,\nList,of people,\nName,Domain,note\nAna,design,a\n", "a"),
        ("\n" * 30 + "title\n" * (LOOK - 1) + "Name|Domain|note\nAna|design|a\n", "a"),
    ],
)
def test_the_delimiter_and_the_header_are_those_under_which_a_column_is_called_name(
    data: str, extra: str, tmp_path: Path
) -> None:
    roster = read(tmp_path, data)
    assert [(person.name, person.domain, person.extra["note"]) for person in roster.people] == [
        ("Ana", "design", extra)
    ]
    assert roster.problems == ()


def test_a_header_is_not_looked_for_among_the_people(tmp_path: Path) -> None:
    roster = read(tmp_path, "who,what\n" + "Ana,x\n" * LOOK + "name,what\n")
    assert [problem.what for problem in roster.problems] == ["no column is called name: add one"]


def test_unknown_columns_are_kept_under_their_own_heading(tmp_path: Path) -> None:
    (person,) = read(tmp_path, "name, T-Shirt Size ,line,extra,\nAna,XL,7,more,lost\n").people
    assert person.extra == {"T-Shirt Size": "XL", "line": "7", "extra": "more"}
    assert person.line == 2


def test_blank_lines_and_empty_rows_are_nobody(tmp_path: Path) -> None:
    roster = read(tmp_path, "\n\nname,domain\n\nAna,design\n,\n  ,  \n\nBen,\n\n")
    assert [(person.name, person.line) for person in roster.people] == [("Ana", 5), ("Ben", 9)]
    assert roster.problems == ()


def test_a_row_may_end_early(tmp_path: Path) -> None:
    (person,) = read(tmp_path, "name,domain,email\nAna\n").people
    assert (person.name, person.domain, person.email) == ("Ana", "", "")


def test_people_without_an_id_get_the_next_free_code_every_time_the_same(tmp_path: Path) -> None:
    fresh = list(islice(codes(()), 4))
    text = f"name,id\nAna,\nBen,{fresh[1].lower()}\nChi,\nDan,K-1\n"
    for _ in range(2):
        ids = [person.id for person in read(tmp_path, text).people]
        assert ids == [fresh[0], fresh[1].lower(), fresh[2], "K-1"]


def test_names_are_looked_up_by_id(tmp_path: Path) -> None:
    assert read(tmp_path, "id,name\nA1,Ana\nB2,Ben\n").names() == {"A1": "Ana", "B2": "Ben"}


def test_a_heading_that_stands_twice_is_named_and_the_first_is_read(tmp_path: Path) -> None:
    roster = read(tmp_path, "name,Name,domain\nAna,Ben,design\n")
    assert [person.name for person in roster.people] == ["Ana"]
    assert [str(problem.what) for problem in roster.problems] == ["two columns are called name: only the first is read"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty: the first line names the columns"),
        (b"\n,,\n \n", "the file is empty: the first line names the columns"),
        (b"who,domain\nAna,design\n", "no column is called name: add one"),
        (b"sep=;\n", "the file is empty: the first line names the columns"),
        ("name\nAna\n".encode("utf-16"), "the file is UTF-16: save it as UTF-8"),
        (b"#" * 4_000_001, "larger than 4 MB: split it, or name the right file"),
        (b"name\n" + b"A\n" * MAX_LINES, f"more than {MAX_LINES:,} lines: name the right file"),
    ],
)
def test_a_file_that_is_no_roster_has_one_fault_and_nobody_in_it(data: bytes, what: str, tmp_path: Path) -> None:
    roster = read(tmp_path, data)
    assert roster.people == ()
    assert [problem.what for problem in roster.problems] == [what]


def test_a_header_that_cannot_be_read_is_named_first(tmp_path: Path) -> None:
    roster = read(tmp_path, 'name,"domain\n')
    assert roster.people == ()
    assert [(problem.line, problem.what) for problem in roster.problems] == [
        (1, "a quote is opened and not closed: close it; the row is left out"),
        (1, "the file is empty: the first line names the columns"),
    ]


@pytest.mark.parametrize("name", ["gone.csv", "folder", "x" * 300, "loop.csv"])
def test_a_path_that_is_no_file_has_one_fault_and_nobody_in_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    roster = read_roster(tmp_path / name)
    assert (len(roster.people), len(roster.problems)) == (0, 1)


def test_the_largest_rosters_are_read_at_once(tmp_path: Path) -> None:
    roster = read(tmp_path, "name\n" + "Ana\n" * (MAX_LINES - 1))
    assert len({person.id for person in roster.people}) == MAX_LINES - 1


SYMBOLS = st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\n")
CELLS = st.text(SYMBOLS, max_size=30)
NAMES = CELLS.filter(lambda cell: bool(cell.strip()))
HEADINGS = [name for name in FIELDS if name != "id"]


@st.composite
def tables(draw: st.DrawFn, names: SearchStrategy[str] = NAMES) -> tuple[list[str], list[list[str]]]:
    """Draw a header with a name column, and rows of sound cells."""
    header = draw(st.permutations(["name", *draw(st.lists(st.sampled_from(HEADINGS[1:]), max_size=4, unique=True))]))
    row = st.tuples(*(names if heading == "name" else CELLS for heading in header)).map(list)
    return header, draw(st.lists(row, max_size=6))


def written(rows: list[list[str]], delimiter: str, ending: str, quoting: int) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=ending, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return buffer.getvalue()


@given(
    tables(),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_any_table_of_sound_cells_is_read_verbatim(
    tmp_path_factory: pytest.TempPathFactory,
    table: tuple[list[str], list[list[str]]],
    delimiter: str,
    ending: str,
    quoting: int,
) -> None:
    header, rows = table
    text = written([header, *rows], delimiter, ending, quoting)
    roster = read(tmp_path_factory.getbasetemp(), text)
    assert not [problem for problem in roster.problems if not re.search("as well: delete one|^keep_", problem.what)]
    expected = [[cell.strip() for cell in row] for row in rows]
    assert [[getattr(person, heading) for heading in header] for person in roster.people] == expected
