"""Ten thousand spoiled content files and rosters: a line for each fault, and never a traceback."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.library.content import SHIPPED
from tests.workshop.mutate import mutated
from tests.workshop.sample import DOMAINS, put
from toolkit.files.problems import InputError, Problem, printable
from toolkit.workshop.check import check
from toolkit.workshop.prepare import prepare
from toolkit.workshop.projection import Progress, project
from toolkit.workshop.roster import Roster, read_roster, write_ids

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from toolkit.workshop.folder import Folder

PER_SEED = 100
SEEDS = {"content": 60, "roster": 34, "workshop": 6}
LINE = re.compile(r"\S.*:[1-9]\d*:[1-9]\d*: \S.*")


def test_ten_thousand_files_are_spoiled() -> None:
    assert sum(SEEDS.values()) * PER_SEED == 10_000


def told(problems: Sequence[Problem], path: Path) -> bool:
    """Tell whether anything is wrong; each fault has the form that is promised and stands within the file."""
    data = path.read_bytes()
    last = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        shown = str(problem)
        assert LINE.fullmatch(shown), shown
        assert shown.isprintable()
        assert shown.startswith(printable(problem.file) + ":")
        assert problem.file != str(path) or problem.line <= last, shown
    return bool(problems)


@pytest.mark.parametrize("seed", range(SEEDS["content"]))
def test_spoiled_content_gives_lines_and_no_traceback(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    faulty = 0
    for number in range(PER_SEED):
        source = SHIPPED[(seed + number) % len(SHIPPED)]
        path = put(tmp_path, f"{source.parent.name}/{source.name}", mutated(source.read_bytes(), random))
        faulty += told(check(path).problems, path)
    assert faulty > PER_SEED / 2


@pytest.mark.parametrize("seed", range(SEEDS["roster"]))
def test_a_spoiled_roster_gives_lines_and_ids_that_stick(seed: int, demo: Folder) -> None:
    random = Random(seed)
    path = demo.path / "roster.csv"
    sound = path.read_bytes()
    for number in range(PER_SEED):
        path.write_bytes(mutated(sound, random))
        before = read_roster(path, DOMAINS)
        told(before.problems, path)
        if number % 5 == 0:
            write_ids(path, before)
            after = read_roster(path, DOMAINS)
            assert people(after) == people(before)
            assert [problem.line for problem in after.problems] == [problem.line for problem in before.problems]
    told(check(path).problems, path)


def people(roster: Roster) -> list[tuple[str, str, str, int]]:
    return [(person.name, person.id, person.domain, person.line) for person in roster.people]


@pytest.mark.parametrize("seed", range(SEEDS["workshop"]))
def test_a_spoiled_workshop_gives_lines_or_can_be_opened(seed: int, demo: Folder) -> None:
    random = Random(seed)
    sound = demo.file.read_bytes()
    for _ in range(PER_SEED):
        demo.file.write_bytes(mutated(sound, random))
        told(check(demo.file).problems, demo.file)
        try:
            plan = prepare(demo).plan
        except InputError:
            continue
        projection = project(plan, Progress(), plan.at(plan.starts))
        assert projection.ends_at >= projection.now
