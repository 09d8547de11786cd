"""The house stays small: no god file, no god class, no long function, nothing left open."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCES = sorted(Path("toolkit").rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES, MOST_METHODS = 300, 40, 24


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_files_functions_and_classes_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= MOST_FUNCTION_LINES, f"{node.name}: {length} lines"
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
            assert methods <= MOST_METHODS, f"{node.name}: {methods} methods"


def test_nothing_is_left_open() -> None:
    pattern = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplemented" + r"Error|breakpoint\(")
    assert not [str(path) for path in SOURCES if pattern.search(path.read_text(encoding="utf-8"))]
