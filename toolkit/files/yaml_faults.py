"""Turn what a YAML parser complains of into where it is and what to do."""

from __future__ import annotations

import re

import yaml

from toolkit.files.problems import Problem


class TooMuch(yaml.YAMLError):
    """Stops a scan at once: what follows cannot or must not be built."""

    def __init__(self, problem: str, line: int, column: int) -> None:
        super().__init__(problem)
        self.problem, self.line, self.column = problem, line, column


_REMEDIES = {
    "that cannot start any token": "put the text in double quotes",
    "mapping values are not allowed": "put a text that contains `: ` in double quotes, or mend the indent",
    "did not find expected key": "mend the indent, or put the text in double quotes",
    "did not find expected '-'": "give the entries of one list the same indent",
    "did not find expected ',' or": "close the bracket, or put a comma between entries",
    "could not find expected ':'": "write `key: value`, with a space after the colon",
    "unexpected end of stream": "close the quote or bracket",
    "did not find expected node content": "close the bracket, or write the value",
    "unknown escape": "use single quotes, or write the backslash twice",
}


_TAB_INDENT = re.compile(r"[ ?:-]*\t")


def syntax_problem(error: yaml.YAMLError, name: str, text: str) -> Problem:
    """Return the problem that a YAML error means, with what to do; `text` is the whole file."""
    if isinstance(error, TooMuch):
        return Problem(name, error.line, error.column, error.problem)
    what = str(getattr(error, "problem", None) or error).splitlines()[0]
    line, column = _place(error, what, text)
    if "tab character" in what or _TAB_INDENT.match(_line(text, line)[:column]):
        return Problem(name, line, column, "a tab where YAML needs spaces: indent with spaces")
    remedy = next((cure for sign, cure in _REMEDIES.items() if sign in what), "mend this line or the one before")
    return Problem(name, line, column, f"not YAML ({what}): {remedy}")


def _place(error: yaml.YAMLError, what: str, text: str) -> tuple[int, int]:
    """Return where a fault stands: where something was opened, if it is noticed only after the last line or word."""
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    last = text.rstrip().split("\n")
    if mark and opened and (mark.line >= len(last) or "expected ':'" in what):
        mark = opened
    if mark and mark.line >= len(last):
        return len(last), max(1, len(last[-1]))
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""
