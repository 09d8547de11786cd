"""A whole afternoon of the sample as two facilitators type it, in processes of their own, one of them killed half way.

The room's clock is the real one: steps are entered `at` times that have passed, as somebody does who forgot `next`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.pty.plain_process import PlainProcess
from toolkit.library.schemas import schema_text
from toolkit.workshop.create import create_demo
from toolkit.workshop.kinds import WORKSHOP
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.plan import Plan

LONG = 228
"""Minutes from the first step to the moment at which everything is typed."""
STATEMENTS = ("We mean the same by governance.", "I know whom to ask.", "It ends well.")
ABSENT = ("박서연", "Jean-Baptiste", "Pascal")
SECRET = "please-not-this"
"""Stands in all that is struck."""


def afternoon_demo(path: Path) -> Folder:
    """Write the sample so that it began four hours ago, on an afternoon: in a zone where that is now."""
    now = dt.datetime.now(dt.UTC)
    hours = (17 - now.hour + 11) % 24 - 11
    zone = f"Etc/GMT{-hours:+d}"
    at = (now + dt.timedelta(hours=hours, minutes=-LONG)).replace(tzinfo=dt.UTC)
    folder = create_demo(path, at, schema_text(WORKSHOP.name, WORKSHOP.model))
    survey = ", ".join(f'"{statement}"' for statement in STATEMENTS)
    with folder.file.open("a", encoding="utf-8") as file:
        file.write(f"timezone: {zone}\nsurvey: [{survey}]\n")
    return folder


class Script:
    """What is typed, by whom, in order."""

    def __init__(self, folder: Folder) -> None:
        self.plan: Plan = prepare(folder).plan
        self.people: dict[str, list[str]] = {}
        for person in self.plan.people:
            self.people.setdefault(person.domain or "", []).append(person.id)

    def at(self, minutes: int) -> str:
        """Return a clock time so many minutes after the planned start."""
        total = self.plan.starts + minutes
        return f"{total // 60 % 24:02d}:{total % 60:02d}"

    def first(self) -> Iterator[tuple[str, str]]:
        """Yield who types what until the kill."""
        yield "Ana", f"goto b1.s1 at {self.at(3)}"
        yield "Ana", f"goto b1.s3 at {self.at(9)}"
        yield from self._arrivals()
        yield "Ana", f"goto b2.s1 at {self.at(21)}"
        yield "Ana", f"at {self.at(22)} note who is “we” in 2 words?"
        yield "Ben", f"from blockchain at {self.at(23)} note 3 of us | *vote* <b>1</b>"
        yield "Ana", f"note {SECRET} 77"
        yield "Ben", "note taken back 78"
        yield "Ben", "undo"
        yield "Ana", "strike n3"
        yield from (("Ana", line) for line in ["starter governance"] * 4)
        yield "Ben", "case governance A council of 9 users blocks a release."
        yield "Ana", "case governance A bounty is paid after a chat."
        yield "Ana", "amend c6 A bounty of 40 is paid after a chat in a hallway."
        yield "Ana", "freeze governance"
        yield "Ben", f"goto b2.s2 at {self.at(34)}"
        yield from self._ballots()

    def _arrivals(self) -> Iterator[tuple[str, str]]:
        ids = {person: domain for domain, people in self.people.items() for person in people}
        absent = {self.people["open-source"][6], self.people["public-service"][4], self.people["academia"][1]}
        for number, person in enumerate(ids):
            if person not in absent:
                yield ("Ana", "Ben")[number % 2], f"arrive {person}"
        yield "Ben", f"arrive {self.people['open-source'][4]} academia"  # another hat
        yield "Ana", f"leave {self.people['design'][3]}"
        yield "Ben", 'walk-in "Ada Example" design'
        yield "Ana", "groups 4 mixed"
        for number, domain in enumerate(["design", "open-source", "open-source", "academia", "blockchain"] * 5):
            yield ("Ana", "Ben")[number % 3 == 0], f"spoke {domain}"
        yield "Ben", "spoke design"
        yield "Ben", "undo"

    def _ballots(self) -> Iterator[tuple[str, str]]:
        slips = {"design": "400 040 310 121 130 220", "policy-research": "200 020 200 110 200 011",
                 "public-service": "400 040 040 031 310 022", "academia": "200 110 011 020 200 020"}  # fmt: skip
        yield "Ana", "pool governance policy-research academia"
        for domain, counts in slips.items():
            yield "Ben", f"slip governance {domain} {counts}"
        yield "Ana", "tally c1 design 3 1 0"  # counted again
        for number, person in enumerate([*self.people["open-source"][:4], self.people["open-source"][5]]):
            for case, answer in enumerate(("yes", "no", "yes", "unsure" if number else "yes", "no", "yes"), 1):
                yield "Ana", f"verdict c{case} {person} {answer}"
        for number, person in enumerate(self.people["blockchain"]):
            for case, answer in enumerate(("yes", "no", "no", "yes", "no" if number else "yes", "yes"), 1):
                yield "Ben", f"verdict c{case} {person} {answer}"
        yield "Ben", f"verdict c2 {self.people['blockchain'][0]} yes"  # a slip of the finger, keyed anew
        yield "Ben", f"verdict c2 {self.people['blockchain'][0]} no"

    def second(self) -> Iterator[tuple[str, str]]:
        """Yield who types what after the kill."""
        yield "Ana", f"goto b2.s4 at {self.at(48)}"
        yield from self._senses()
        yield "Ana", "reveal governance"
        yield "Ana", "outcome governance prefix project governance, and 1 public governance"
        yield "Ben", "dissent governance design Neither says who was asked, in 2026."
        yield "Ben", "dissent governance academia 100 years of theory are left out"
        yield from (("Ana", line) for line in ["starter risk", "starter risk", "freeze risk"])
        yield "Ben", "slip risk open-source 510 150"
        yield "Ben", "slip risk design 040 400"
        yield "Ana", "reveal risk"
        yield "Ana", "outcome risk adopt a risk is what 2 people fear"
        yield "Ana", "starter responsibility"
        yield "Ben", "slip responsibility open-source 510"
        yield "Ana", "slip responsibility blockchain 040"
        yield "Ben", "reveal responsibility"
        yield "Ana", "outcome participation park we meet again on the 5th"
        yield from self._lot()
        yield from self._clock()
        yield from self._sheets()
        yield from self._promises()

    def _senses(self) -> Iterator[tuple[str, str]]:
        yield "Ana", "sense governance open-source who may put what in, within 14 days"
        yield "Ben", "sense governance academia steering by 3 kinds of norm"
        yield "Ana", f"sense governance design {SECRET} 79"
        yield "Ana", "strike s3"
        yield "Ben", "facet s1 decides maintainers whoever earned it in 2 years"
        yield "Ben", "example s1 release 4.2"
        yield "Ana", "rate-tally s1 design 3 1 0"
        yield "Ana", "rate-tally s1 open-source 6 0 0"
        for number, person in enumerate(self.people["open-source"][:4]):
            yield "Ana", f"rate s1 {person} {number - 1}"

    def _lot(self) -> Iterator[tuple[str, str]]:
        yield "Ben", f"from design at {self.at(70)} park who pays for 12 translations?"
        yield "Ana", f"from academia at {self.at(71)} park whose 2nd language is this?"
        yield "Ana", f"park {SECRET} 80"
        yield "Ana", "strike x3"

    def _clock(self) -> Iterator[tuple[str, str]]:
        yield "Ben", f"goto b3.s1 at {self.at(75)}"
        yield "Ana", "status"  # sees where Ben went
        yield "Ana", "+2"
        yield "Ana", "+3"
        yield "Ben", "-1"
        yield "Ana", f"goto b5.s1 at {self.at(118)}"  # no coffee
        yield "Ana", "pause"
        yield "Ana", "go"
        yield "Ana", f"goto b6.s1 at {self.at(200)}"
        yield "Ana", "replan 1"
        yield "Ana", f"goto b5.s2 at {self.at(205)}"  # back again
        yield "Ben", f"goto b7.s1 at {self.at(211)}"
        yield "Ben", "undo"
        yield "Ben", f"goto b8.s1 at {self.at(219)}"

    def _sheets(self) -> Iterator[tuple[str, str]]:
        hats = ["open-source"] * 5 + ["design"] * 4 + ["academia"] * 2
        for number, domain in enumerate(hats):
            before = " ".join(str(1 + (number + n) % 4) for n in range(3))
            yield "Ben", f"sheet before C{number:03d}Q {domain} {before}"
            if number != 4:
                after = f"{2 + number % 4} - {1 + number % 5}"
                yield "Ana", f"sheet after C{number:03d}Q {domain} {after}"
        yield "Ben", "sheet before C000Q open-source 5 5 5"  # keyed anew

    def _promises(self) -> Iterator[tuple[str, str]]:
        yield "Ana", f"commit {self.people['open-source'][0]} --by 2027-01-15 --ask treasury draft 1 budget line"
        yield "Ben", f"commit {self.people['academia'][0]} read 3 papers"
        yield "Ana", "commit - --by 2027-02-01 find a room for 30"
        yield "Ben", f"commit {self.people['design'][0]} {SECRET} 81"
        yield "Ana", "strike k4"
        yield "Ben", f"commit {self.people['design'][1]} taken back 82"
        yield "Ben", "undo"
        yield "Ana", "amend k1 draft 2 budget lines"
        for commitment, what, answer in (("k1", "budget", "no"), ("k1", "law", "unknown"), ("k2", "people", "yes")):
            yield "Ben", f"checked {commitment} {what} {answer}"
        yield "Ben", "checked k1 budget yes"


def play(folder: Folder) -> list[str]:
    """Type the whole afternoon; Ana is killed in the middle of typing. Return the errors that were answered."""
    script, errors = Script(folder), []

    def ask(who: PlainProcess, line: str) -> None:
        if (reply := who.ask(line)).startswith("error"):
            errors.append(f"{line}: {reply}")

    with PlainProcess(folder, "--as", "Ben") as ben:
        with PlainProcess(folder, "--as", "Ana") as ana:
            for by, line in script.first():
                ask(ana if by == "Ana" else ben, line)
            ana.type(*(f"note typed at once {n}" for n in range(40)))
            ana.kill(after=0.005)
        with PlainProcess(folder, "--as", "Ana") as ana:
            for by, line in script.second():
                ask(ana if by == "Ana" else ben, line)
            while ana.ask("next") != "the last step is over":
                pass
            ana.end()
        ben.end()
    return errors
