"""Open and fold a journal of 100,000 events, beside `python -c pass`, interleaved in one run.

    python bench/journal.py [EVENTS] [ROUNDS]

Prints medians of CPU time (what the program itself used) and ratios. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from toolkit.session.events import Entered, Noted, Spoke  # noqa: E402
from toolkit.session.journal import Journal  # noqa: E402

OPEN = """
import sys
from pathlib import Path
from toolkit.session.desk import Desk
from toolkit.session.journal import Journal
desk = Desk(Journal(Path(sys.argv[1])))
assert desk.state.seq == int(sys.argv[2])
"""
AFTERNOON_MS = 4 * 3600 * 1000


def write(path: Path, count: int) -> None:
    """Write a journal as a very long afternoon leaves it: mostly notes, some turns, some steps."""
    journal = Journal(path)
    with journal.deciding():
        for n in range(1, count + 1):
            at = 1_796_304_600_000 + n * AFTERNOON_MS // count
            if n % 10 == 0:
                journal.append(at, "ana", Entered(f"b1.s{n % 30 // 10 + 1}", at))
            elif n % 3 == 0:
                journal.append(at, "ana", Spoke("design"))
            else:
                journal.append(at, "ana", Noted(f"n{n}", f"{n}: what do we mean by “we”?", at, "b1.s1", "design"))
    journal.close()


def cpu(argv: list[str]) -> float:
    """Return the CPU milliseconds of a whole process."""
    before = os.times()
    subprocess.run(argv, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    after = os.times()
    return 1000 * (after.children_user + after.children_system - before.children_user - before.children_system)


def scrubbing(path: Path) -> float:
    """Return the CPU milliseconds of erasing an event's words from the whole file."""
    journal = Journal(path)
    with journal.deciding():
        journal.redact(1, journal.read()[0].body)
    before = os.times()
    journal.scrub()
    after = os.times()
    journal.close()
    return 1000 * (after.user + after.system - before.user - before.system)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "session.db"
        write(path, count)
        rows = [
            (
                cpu([sys.executable, "-c", "pass"]),
                cpu([sys.executable, "-c", OPEN, str(Path(folder) / "empty.db"), "0"]),
                cpu([sys.executable, "-c", OPEN, str(path), str(count)]),
            )
            for _ in range(rounds)
        ]
        size = path.stat().st_size / 1e6
        scrub = scrubbing(path)
    nothing, empty, full = (statistics.median(row[i] for row in rows) for i in range(3))
    table = {
        "python -c pass": nothing,
        "open an empty journal": empty,
        f"open and fold {count:,} events ({size:.0f} MB)": full,
        "erase words from that file": scrub,
    }
    for name, milliseconds in table.items():
        print(f"{name:<42} {milliseconds:6.0f} ms CPU {milliseconds / nothing:6.1f} times python -c pass")


if __name__ == "__main__":
    main()
