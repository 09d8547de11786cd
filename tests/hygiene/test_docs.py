"""The documentation is true: examples are run, tables come from the code, links lead somewhere."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from toolkit.cli.main import COMMANDS
from toolkit.files.places import HOME_VARIABLE, built_in
from toolkit.library.catalogue import Catalogue
from toolkit.session.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ANYTHING = "…"


class Example(NamedTuple):
    """A command of a page, and what it says the command prints."""

    command: str
    printed: list[str]


def examples(text: str) -> Iterator[Example]:
    """Yield the commands of a page's console blocks; lines after a command that begin with `> ` belong to it."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *printed = part.rstrip("\n").split("\n")
            while printed and printed[0].startswith("> "):
                command += "\n" + printed.pop(0).removeprefix("> ")
            yield Example(command, printed)


def pattern(lines: list[str]) -> str:
    """Return a regular expression for printed lines: `…` is anything, alone on a line any number of lines."""
    parts = [
        r"(?:.*\n)*?" if line == ANYTHING else re.escape(line).replace(re.escape(ANYTHING), ".*") + r"\n"
        for line in lines
    ]
    return "".join(parts)


@pytest.mark.parametrize(
    "page", [p for p in PAGES if "```console" in p.read_text(encoding="utf-8")], ids=lambda p: p.name
)
def test_every_example_prints_what_the_page_says(page: Path, tmp_path: Path) -> None:
    shim = tmp_path / "bin" / "workshop"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m toolkit "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    env = {**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}", HOME_VARIABLE: str(tmp_path / "home")}
    found = list(examples(page.read_text(encoding="utf-8")))
    assert found
    for example in found:
        command = example.command.replace("EXERCISES", str(built_in("exercises")))
        done = subprocess.run(
            ["bash", "-c", f"exec 2>&1\n{command}"], cwd=work, env=env, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stdout
        if example.printed:
            assert re.fullmatch(pattern(example.printed), done.stdout), f"$ {example.command}\n{done.stdout}"
        else:
            assert done.returncode == 0, f"$ {example.command}\n{done.stdout}"


def generator() -> Any:  # noqa: ANN401 - a module
    """Import docs/generate.py."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["keys", "plan keys", "commands", "cli", "coverage"])
def test_tables_in_the_docs_come_from_the_code(name: str) -> None:
    path, text = generator().page(name)
    assert path.read_text(encoding="utf-8") == text, "run `python docs/generate.py`"


def test_every_tension_has_an_exercise_that_is_made_for_it() -> None:
    rows = generator().coverage().splitlines()[2:]
    assert len(rows) == 19
    assert all("`" in row for row in rows)
    assert {found.item.tensions[0] for found in Catalogue().exercises().values()} == set(Catalogue().tensions())


def test_every_command_is_documented() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    for command in COMMANDS:
        assert f"workshop {command.name}" in pages, command.name
    for spec in ACTIONS.values():
        assert spec.internal or f"`{spec.name}" in pages, spec.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_readme_has_one_command_for_the_demo_and_one_for_the_tests() -> None:
    blocks = re.findall(r"```sh\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 2
    assert blocks[0].endswith("workshop demo")
    assert "pytest" in blocks[1]


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "pictures").glob("*.svg")), ids=lambda path: path.name)
def test_pictures_ask_the_network_for_nothing(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert "url(http" not in text
    assert not re.findall(r'(?:href|src)="http', text)
