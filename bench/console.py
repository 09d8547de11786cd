"""Start-up and keys of the console beside a minimal Textual application, interleaved in one run.

    python bench/console.py [ROUNDS]

Prints medians and ratios. CPU is what the program itself used; wall clock is what a person waits.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.pty.terminal import Terminal  # noqa: E402

MINIMAL = [sys.executable, str(ROOT / "bench" / "minimal.py")]
SIZE = (120, 40)
LIVE_KEYS = (
    "n", "n", "p", "space", "space", "plus", "minus", "t", "f5", "w", "w", "l", "f5", "f1", "f5", "pagedown", "pageup",
    "1", "u", "U", "f9", "f9", "f3", "f5", "f7", "s",
)  # fmt: skip
OPENING_KEYS = {"enter": "f2", "ctrl+p": "ctrl+p", "k": "f3", "o": "f3", "y": "f3", "a": "f3", "e": "f3", "d": "f3",
                "f6": "f3", "c": None, "x": None, "f2": None, "f4": None, "b": None}  # fmt: skip
"""Keys that open something, and the key of the minimal application that does the same."""


def measure_start(argv: list[str], until: str, env: dict[str, str]) -> tuple[float, float]:
    """Return milliseconds to the first paint, and the CPU milliseconds used until a text stands on the screen."""
    with Terminal(argv, size=SIZE, env=env) as terminal:
        paint = terminal.wait(lambda text: bool(text.strip()))
        terminal.wait(until)
        return (paint - terminal.started) * 1000, terminal.cpu_ms()


def cpu(argv: list[str]) -> float:
    """Return the CPU milliseconds of a whole process."""
    before = os.times()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return 1000 * (after.children_user + after.children_system - before.children_user - before.children_system)


def startup(rounds: int, workshop: list[str], folder: Path, env: dict[str, str]) -> None:
    rows: list[tuple[float, float, float, float]] = []
    for turn in range(rounds + 1):
        minimal = measure_start(MINIMAL, "Hello bench", env)
        ours = measure_start([*workshop, "run", str(folder)], "over; planned|left of", env)
        if turn:  # the first round warms the disk cache
            rows.append((*minimal, *ours))
    paint, usable = (statistics.median(row[i + 2] / row[i] for row in rows) for i in (0, 1))
    medians = [statistics.median(row[i] for row in rows) for i in range(4)]
    print(f"first paint, wall ms   minimal {medians[0]:6.0f}   console {medians[2]:6.0f}   ratio {paint:.2f}")
    print(f"usable, CPU ms         minimal {medians[1]:6.0f}   console {medians[3]:6.0f}   ratio {usable:.2f}")
    pairs = [(cpu([sys.executable, "-c", "pass"]), cpu([*workshop, "--version"])) for _ in range(2 * rounds)]
    ratio = statistics.median(b for _, b in pairs) / statistics.median(a for a, _ in pairs)
    print(f"workshop --version is {ratio:.1f} times python -c pass, in CPU")


def keys(rounds: int, workshop: list[str], folder: Path, env: dict[str, str]) -> None:
    reference: dict[str, list[float]] = {}
    ours: dict[str, list[float]] = {}
    for _ in range(rounds):
        with Terminal(MINIMAL, size=SIZE, env=env) as terminal:
            terminal.wait("Hello bench")
            terminal.settle()
            for key, close in (("f2", "q"), ("f3", "f4"), ("ctrl+p", "escape")):
                note(reference, key, terminal.time_key(key))
                terminal.time_key(close)
        with Terminal([*workshop, "run", str(folder)], size=SIZE, env=env) as terminal:
            terminal.wait("Help")
            terminal.settle(1.0)
            for key in LIVE_KEYS:
                note(ours, key, terminal.time_key(key))
            terminal.time_key("space")  # a tick of the step's clock is no answer to a key
            for key in OPENING_KEYS:
                note(ours, key, terminal.time_key(key))
                terminal.time_key("escape")
                time.sleep(0.1)
    for key, times in sorted(ours.items(), key=lambda item: -statistics.median(item[1])):
        like = OPENING_KEYS.get(key)
        beside = f"   minimal, {like}: {statistics.median(reference[like]):.0f} ms" if like else ""
        print(f"{key:<10} {statistics.median(times):6.0f} ms to the first change{beside}")


def note(table: dict[str, list[float]], key: str, value: float | None) -> None:
    table.setdefault(key, []).append(3000.0 if value is None else value)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    workshop = [str(Path(sys.executable).parent / "workshop")]
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "demo"
        env = {"WORKSHOP_HOME": home}
        environment = {**os.environ, **env}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment, "check": True}
        subprocess.run([*workshop, "demo", str(folder), "--no-open"], **quiet)
        subprocess.run([*workshop, "run", str(folder), "--plain"], input=b"next\n", **quiet)
        startup(rounds, workshop, folder, env)
        keys(max(1, rounds // 3), workshop, folder, env)


if __name__ == "__main__":
    main()
