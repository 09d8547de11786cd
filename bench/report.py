"""The report of a full day, beside `python -c pass` and `workshop status`, interleaved in one run.

    python bench/report.py [ROUNDS]

The day: 24 people of the sample, four words with every ballot keyed by name, 400 turns, 300 notes, sheets before and
after. Prints medians of seconds as a person waits for them, and ratios. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toolkit.library.schemas import schema_text  # noqa: E402
from toolkit.session import events as ev  # noqa: E402
from toolkit.session import people_events as pe  # noqa: E402
from toolkit.session import term_events as te  # noqa: E402
from toolkit.session.journal import Journal  # noqa: E402
from toolkit.workshop.create import create_demo  # noqa: E402
from toolkit.workshop.kinds import WORKSHOP  # noqa: E402
from toolkit.workshop.prepare import prepare  # noqa: E402
from toolkit.workshop.times import MINUTE  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.body import Body
    from toolkit.workshop.plan import Plan

SAID = "“治理” is not what we vote on; it is who answers the telephone when it breaks on a Sunday."


def day(plan: Plan, start: int) -> Iterator[Body]:
    """Yield what happens on a long and busy day."""
    chance = random.Random(1)
    yield ev.WorkshopOpened(plan)
    yield from (ev.Arrived(person.id, person.domain) for person in plan.people)
    for n, step in enumerate(plan.steps):
        yield ev.Entered(step.id, start + n * 7 * MINUTE)
        yield from (ev.Spoke(chance.choice(plan.domains).id) for _ in range(400 // len(plan.steps)))
    yield from (ev.Noted(f"n{n}", f"{n}: {SAID}", start, None, chance.choice(plan.domains).id) for n in range(1, 301))
    yield from (ev.Parked(f"x{n}", SAID, start) for n in range(1, 31))
    yield from (ev.Committed(f"k{n}", SAID, start, plan.people[n].id, "2027-01-15", "treasury") for n in range(1, 20))
    for number, term in enumerate(plan.terms):
        cases = [f"c{number * 6 + n}" for n in range(1, 7)]
        yield from (te.CaseHung(case, term.id, SAID) for case in cases)
        for person in plan.people:
            for case in cases:
                answer = chance.choice(("yes", "yes", "no", "unsure"))
                yield te.Judged(case, person.id, answer, term.id, person.domain or "design")
        for n, domain in enumerate(plan.domains, 1):
            yield te.SenseWritten(f"s{number * 6 + n}", term.id, domain.id, SAID)
            yield te.Dissented(f"d{number * 6 + n}", term.id, domain.id, SAID)
        counts = ((4, 0, 0), (0, 4, 0))
        yield te.Revealed(term.id, cases[0], "open-source", "design", *counts, "conflict", indicative=False)
        yield te.Decided(f"o{number + 1}", term.id, "prefix", SAID)
    for n, person in enumerate(plan.people):
        for when in ("before", "after"):
            answers = tuple(chance.randint(1, 5) for _ in plan.survey)
            yield pe.SheetKeyed(when, f"Q{n}Z", person.domain or "design", answers)


def write(path: Path) -> tuple[Path, int]:
    """Write the sample with a day in its journal; return its folder and how many events there are."""
    at = dt.datetime(2026, 12, 3, 13, 30, tzinfo=dt.UTC)
    folder = create_demo(path, at, schema_text(WORKSHOP.name, WORKSHOP.model))
    with folder.file.open("a", encoding="utf-8") as file:
        file.write("survey: [One., Two., Three., Four., Five., Six., Seven., Eight.]\n")
    plan = prepare(folder).plan
    journal, start = Journal(folder.journal()), plan.at(plan.starts)
    with journal.deciding():
        for n, body in enumerate(day(plan, start)):
            journal.append(start + n * 10_000, "ana", body)
    count = len(journal.read())
    journal.close()
    return folder.path, count


def seconds(*argv: str) -> float:
    """Return how long a process takes, from its start to its end."""
    before = time.perf_counter()
    subprocess.run(argv, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return time.perf_counter() - before


def main(rounds: int = 5) -> None:
    """Print what the report costs."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["WORKSHOP_HOME"] = name
        folder, count = write(Path(name) / "day")
        toolkit = (sys.executable, "-m", "toolkit")
        sides = {
            "python -c pass": (sys.executable, "-c", "pass"),
            "workshop status": (*toolkit, "status", str(folder)),
            f"workshop report, {count:,} events": (*toolkit, "report", str(folder)),
            "the same with --anonymous": (*toolkit, "report", str(folder), "--anonymous"),
        }
        found: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(rounds):
            for side, argv in sides.items():
                found[side].append(seconds(*argv))
        kilobytes = (folder / "out" / "report.pdf").stat().st_size / 1024
    reference = statistics.median(found["python -c pass"])
    for side, times in found.items():
        middle = statistics.median(times)
        print(f"{side:<36} {middle:6.2f} s {middle / reference:6.1f} times python -c pass")
    print(f"{'size of the PDF':<36} {kilobytes:6.0f} KB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
