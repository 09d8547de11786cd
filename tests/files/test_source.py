"""Bytes on disk become text, or one line that says why not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.faults import faults, yaml_faults
from toolkit.files.look import is_file, is_folder
from toolkit.files.source import MAX_BYTES, MAX_PROBLEMS, UNUSABLE, decode_source, read_source
from toolkit.files.yaml_reader import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

UTF16 = "1:1: the file is UTF-16: save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("a: 1".encode("utf-16"), UTF16),
        (b"\xfe\xff\0a", UTF16),
        ("a: ü\nb: ".encode() + b"\xe9t\xe9", "2:4: byte 0xe9 is not UTF-8: save the file as UTF-8"),
        ("🎨 ".encode() + b"\xff", "1:3: byte 0xff is not UTF-8: save the file as UTF-8"),
        (b"a\r\nb\rc \xff", "3:3: byte 0xff is not UTF-8: save the file as UTF-8"),
        (b"a: \xc3", "1:4: byte 0xc3 is not UTF-8: save the file as UTF-8"),
        (b"a: \xed\xa0\x80", "1:4: byte 0xed is not UTF-8: save the file as UTF-8"),
        (b"a: 1\nb: \0", "2:4: control character U+0000: delete it"),
        (b"a: \x1b[31m", "1:4: control character U+001B: delete it"),
        (b"a: \x7f", "1:4: control character U+007F: delete it"),
        ("a: \x9b".encode(), "1:4: control character U+009B: delete it"),
        ("a: \ufffe".encode(), "1:4: control character U+FFFE: delete it"),
        ("a: x\x85y".encode(), "1:5: line separator U+0085: begin a new line, or write \\u0085 in double quotes"),
        ("a: x\u2028y".encode(), "1:5: line separator U+2028: begin a new line, or write \\u2028 in double quotes"),
    ],
)
def test_what_is_no_clean_text_is_named_with_its_place(data: bytes, fault: str) -> None:
    assert yaml_faults(data) == [fault]


def test_millions_of_control_characters_are_a_few_faults_at_once() -> None:
    found = faults(lambda: decode_source(b"\x01" * MAX_BYTES, "f"))
    assert found == [f"1:{i}: control character U+0001: delete it" for i in range(1, MAX_PROBLEMS + 1)]


def test_the_remedy_for_a_line_separator_works() -> None:
    assert yaml_faults('a: "x\\u2028y"') == []


@given(st.text(st.characters(codec="utf-8")))
def test_clean_text_is_read_verbatim(text: str) -> None:
    clean = UNUSABLE.sub("", text).replace("\r", "").lstrip("\ufeff")
    assert decode_source(clean.encode(), "f") == clean
    assert decode_source(b"\xef\xbb\xbf" + clean.replace("\n", "\r\n").encode(), "f") == clean


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_faults_with_a_place(data: bytes) -> None:
    for fault in faults(lambda: decode_source(data, "f")):
        line, column, _ = fault.split(":", 2)
        assert 1 <= int(line) <= data.count(b"\n") + data.count(b"\r") + 1
        assert 1 <= int(column) <= len(data) + 1


def whole_file_fault(path: Path) -> str:
    (fault,) = faults(lambda: read_yaml(path))
    assert fault.startswith("0:0: ")
    return fault.removeprefix("0:0: ")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert whole_file_fault(tmp_path / "gone.yaml") == "cannot be read (no such file or directory): check the path"


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    assert whole_file_fault(tmp_path) == "this is a folder: name a file in it"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert whole_file_fault(tmp_path / "pipe.yaml") == "this is not an ordinary file: name one"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(device: str, tmp_path: Path) -> None:
    link = tmp_path / "device.yaml"
    link.symlink_to(device)
    assert whole_file_fault(link) == "this is not an ordinary file: name one"


def test_a_file_of_a_hundred_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert whole_file_fault(path) == "larger than 4 MB: split it, or name the right file"


def test_the_largest_file_allowed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_source(path)) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert whole_file_fault(path).startswith("larger than 4 MB")


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.yaml"
    path.write_text("a: 1")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert whole_file_fault(path) == "cannot be read (permission denied): check the path"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "loop"])
def test_a_path_that_no_system_can_open_is_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    path = tmp_path / name
    assert not is_file(path)
    assert not is_folder(path)
    assert whole_file_fault(path).startswith("cannot be read (")


def test_what_stands_there_is_seen(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert (is_file(tmp_path / "file"), is_folder(tmp_path / "file")) == (True, False)
    assert (is_file(tmp_path), is_folder(tmp_path)) == (False, True)
