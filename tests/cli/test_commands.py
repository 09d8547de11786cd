"""The `workshop` command: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from toolkit import __version__
from toolkit.cli.main import COMMANDS, main

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.folder import Folder


def test_version_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"workshop {__version__}\n"


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_with_an_example_that_it_understands(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"example: workshop {command}" in capsys.readouterr().out


def test_wrong_usage_exits_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["bogus"], ["status"], ["schema", "bogus"], ["run"]):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 2
    assert "invalid choice: 'bogus'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["status", "log", "check", "print", "plan", "replan", "run", "screen"])
def test_a_folder_without_a_workshop_is_one_line_and_exit_one(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        assert main([command, str(folder)]) == 1
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    assert len((shown.out + shown.err).strip().splitlines()) <= 4


def test_the_demo_checks_clean_and_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "demo"
    assert main(["demo", str(folder), "--no-open"]) == 0
    file = folder / "workshop.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert main(["demo", str(folder), "--no-open"]) == 0
    assert "# mine" in (folder / "workshop.yaml").read_text(encoding="utf-8")
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_check_prints_each_fault_and_exits_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "workshop.yaml"
    path.write_text("title: x\nstarts: 25:99\nagenda:\n  - nap: 5\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert all(line.startswith(f"{path}:") for line in lines)
    assert any(":2:9: starts:" in line for line in lines)
    assert sum("begin it with one of" in line for line in lines) == 1
    assert f"{len(lines)} faults" in shown.err


def test_new_takes_flags_and_defaults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "autumn"
    flags = ["--title", 'Say: "hi" # now', "--starts", "9:00", "--ends", "12:00", "--terms", "risk,governance"]
    assert main(["new", str(folder), *flags]) == 0
    assert main(["check", str(folder)]) == 0
    assert main(["status", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["workshop"] == 'Say: "hi" # now'
    assert main(["new", str(folder)]) == 1


def test_new_with_a_wrong_answer_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "autumn"
    assert main(["new", str(folder), "--agenda", "arival-round"]) == 1
    assert "did you mean 'arrival-round'?" in capsys.readouterr().err
    assert not folder.exists()


def test_library_lists_and_searches(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"exercises", "terms", "printables"}
    collision = next(e for e in found["exercises"] if e["id"] == "term-collision")
    assert collision["minutes"] == {"min": 32, "ideal": 43, "max": 59}
    assert {"id", "title", "tensions", "minutes", "group", "modes", "origin"} <= set(collision)
    assert {"id", "labels", "domains"} == set(found["terms"][0])
    assert {"id", "title", "per"} == set(found["printables"][0])
    assert main(["library", "relay"]) == 0
    assert capsys.readouterr().out.startswith("exercise   responsibility-relay")


def test_a_seventh_exercise_is_one_file(demo: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    from toolkit.files.places import built_in

    text = (built_in("exercises") / "arrival-round.yaml").read_text(encoding="utf-8")
    own = demo.path / "exercises"
    own.mkdir()
    (own / "my-round.yaml").write_text(text.replace("id: arrival-round", "id: my-round", 1), encoding="utf-8")
    agenda = demo.file.read_text(encoding="utf-8").replace("exercise: arrival-round", "exercise: my-round")
    demo.file.write_text(agenda, encoding="utf-8")
    assert main(["check", str(demo.path)]) == 0
    assert main(["status", str(demo.path)]) == 0


def test_schema_is_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("exercise", "glossary", "printable", "workshop"):
        assert main(["schema", kind]) == 0
        assert json.loads(capsys.readouterr().out)["$schema"].endswith("2020-12/schema")


def test_doctor_and_completion_say_something_to_paste(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert f"workshop-toolkit {__version__}" in capsys.readouterr().out
    assert main(["completion", "bash"]) == 0
    assert "workshop" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f"{sys.executable} -m toolkit schema exercise | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
