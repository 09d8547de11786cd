"""What is imported when: the command line and the console's first picture wait for nothing they do not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "reportlab", "pydantic", "yaml", "platformdirs", "sqlite3")


def loaded(code: str) -> set[str]:
    """Return the heavy packages that a piece of code imports."""
    check = f"{code}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()) if done.stdout.strip() else set()


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(argument: str) -> None:
    code = f"from toolkit.cli.main import main\ntry: main([{argument!r}])\nexcept SystemExit: pass"
    assert loaded(code) == set()


def test_the_first_picture_needs_neither_models_nor_yaml_nor_the_session() -> None:
    code = "import toolkit.tui.start, sys\nassert not [m for m in sys.modules if m.startswith('toolkit.session')]"
    assert loaded(code) <= {"textual", "rich", "platformdirs"}


def test_an_open_session_needs_neither_models_nor_yaml() -> None:
    assert loaded("import toolkit.tui.entry, toolkit.plain.converse") <= {"textual", "rich", "platformdirs", "sqlite3"}


def test_plain_mode_needs_no_textual() -> None:
    assert loaded("import toolkit.plain.converse, toolkit.session.opening") <= {"sqlite3"}
