"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from toolkit.files.atomic import write_whole


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "plan.yaml"
    path.parent.mkdir()
    path.write_text("old")
    return path


@pytest.mark.parametrize("content", ["", "治理\r\n", b"\x00\xff", "not UTF-8: \udcff"])
def test_what_is_written_is_what_is_read(content: str | bytes, target: Path) -> None:
    write_whole(target, content)
    data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
    assert target.read_bytes() == data
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_an_existing_file_keeps_its_permissions(mode: int, target: Path) -> None:
    target.chmod(mode)
    write_whole(target, "new")
    assert target.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_gets_what_the_umask_leaves(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        write_whole(tmp_path / "new", "x")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == mode


def _fail(*_: Any, **__: Any) -> None:  # noqa: ANN401 - takes anything
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace", "tempfile.mkstemp"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(step, _fail)
        with pytest.raises(OSError, match="No space left") as told:
            write_whole(target, "new")
    assert told.value.filename == str(target)
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]


def test_an_interruption_leaves_nothing_either(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_whole(target, "new")
    assert list(target.parent.iterdir()) == [target]
    assert target.read_text() == "old"


def test_the_content_is_on_disk_before_the_name_points_to_it(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        steps.append(f"fsync {Path(f'/proc/self/fd/{handle}').resolve().suffix or 'folder'}")
        fsync(handle)

    def replaced(self: Path, other: Path) -> Path:
        steps.append("replace")
        return replace(self, other)

    monkeypatch.setattr("os.fsync", synced)
    monkeypatch.setattr("pathlib.Path.replace", replaced)
    write_whole(target, "new")
    assert steps == ["fsync .part", "replace", "fsync folder"]


def test_a_link_stays_a_link_and_its_target_is_replaced(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert sorted(tmp_path.iterdir()) == sorted([link, target.parent, tmp_path / "home"])


def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "made")
    write_whole(link, "new")
    assert (tmp_path / "made").read_text() == "new"
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["x" * 255, "治" * 85, ".hidden", "a b\n[c]"])
def test_any_name_that_a_folder_can_hold_can_be_written(name: str, tmp_path: Path) -> None:
    write_whole(tmp_path / name, "x")
    assert (tmp_path / name).read_text() == "x"


def test_a_missing_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "file", "x")
