"""A journal with every kind of event in it, as SQL: each released version of the format keeps one under `fixtures/`.

    python -m tests.session.journal_fixture

writes the one of the present version. Those of older versions are never written again: they are what old journals are.
"""

from __future__ import annotations

import inspect
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import plan
from tests.session.room import ANA, BEN, START, TurnedClock, desk_on, done, scratch
from toolkit.session.codec import VERSION
from toolkit.session.database import APPLICATION_ID
from toolkit.session.events import SpeedSet, Waited

if TYPE_CHECKING:
    from toolkit.session.desk import Desk

FOLDER = Path(__file__).parent / "fixtures"
STRUCK = "a name that was not to be written down"


def load(dump: Path, path: Path) -> None:
    """Make the journal that a dump describes."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(dump.read_text(encoding="utf-8"))


def dump(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        pragmas = [f"PRAGMA application_id={APPLICATION_ID};", f"PRAGMA user_version={version};"]
        return "\n".join([*pragmas, *db.iterdump(), ""])


def afternoon(desk: Desk, clock: TurnedClock) -> None:
    """Let an afternoon happen in which everything happens once at least."""
    for person in ("ana", "ben", "chi"):
        done(desk, "arrive", person=person, domain="design" if person == "chi" else "")
    for minutes in (6, 11):
        done(desk, "next")
        clock.turn(minutes)
        done(desk, "note", BEN, text=f"said after {minutes} minutes: “治理” is not <governance>\n\0", domain="OS")
    done(desk, "next")
    done(desk, "extend", minutes="3")
    done(desk, "spoke", domain="design")
    done(desk, "spoke", domain="OS")
    clock.turn(4)
    done(desk, "pause", BEN)
    clock.turn(2)
    done(desk, "go", BEN)
    done(desk, "park", text="who pays for the translation?", at="13:40")
    done(desk, "note", text=STRUCK)
    done(desk, "amend", ref="n3", text=f"{STRUCK}, corrected")
    done(desk, "strike", BEN, ref="n3")
    done(desk, "take-over", plan=desk.view.plan)
    done(desk, "goto", step="b3.s1", at="13:50")
    done(desk, "commit", owner="ana", by="+14", ask="the treasury", text="draft the budget line")
    done(desk, "commit", owner="-", text="find a room")
    done(desk, "checked", commitment="k1", what="budget", answer="no")
    done(desk, "amend", ref="k2", text="find a room for May")
    corrected_aloud(desk)
    words_in_dispute(desk)
    sitting_down(desk)
    done(desk, "leave", BEN, person="chi")
    done(desk, "undo", BEN)
    done(desk, "redo", BEN)
    done(desk, "note", text="taken back")
    done(desk, "undo")
    clock.turn(9)
    done(desk, "replan", number="1")
    done(desk, "goto", step="b3.s2")
    done(desk, "read", ref="k2")
    clock.turn(8)
    done(desk, "next")
    desk.keep_draft("ana/1", "half a sen")


def corrected_aloud(desk: Desk) -> None:
    """Put each part of a commitment right, and say what became of it."""
    done(desk, "commit", owner="ana", text="write to all")
    done(desk, "owner", BEN, commitment="k3", owner="ben")
    done(desk, "due", BEN, commitment="k3", due="+7")
    done(desk, "ask", BEN, commitment="k3", ask="the caretaker")
    done(desk, "kept", BEN, commitment="k3", answer="moved", by="+21", text="the council meets later")


def sitting_down(desk: Desk) -> None:
    """Make tables for those who are here, let somebody walk in, and key what two people answered."""
    done(desk, "groups", size="2", arrangement="domain")
    done(desk, "groups", size="2-tables", rounds="2", seed="3")
    done(desk, "walk-in", BEN, name="Dee", domain="design")
    done(desk, "other-tables")
    done(desk, "tables", BEN)
    done(desk, "round")
    done(desk, "person", BEN, person="NEW1", name="Dee Ng", domain="open-source", access="by the door")
    done(desk, "leave", BEN, person="NEW1")
    done(desk, "sheet", BEN, when="before", code="r4tk", domain="design", answers="1 3 - 4")
    done(desk, "sheet", BEN, when="after", code="R4TK", domain="design", answers="2554")


def words_in_dispute(desk: Desk) -> None:
    """Take one word from its first case to a dissent."""
    done(desk, "case", term="governance", text="a rule is changed and nobody voted")
    done(desk, "case", term="governance", text="a case that is not wanted")
    done(desk, "undo")
    done(desk, "case", term="治理", text="a minister signs an order")
    done(desk, "starter", term="governance")
    done(desk, "freeze", term="governance")
    done(desk, "slip", term="governance", domain="OS", counts="401 0-4-1 320")
    done(desk, "tally", BEN, case="c1", domain="design", yes="0", no="3", unsure="1")
    for person, answer in (("ana", "yes"), ("ben", "no"), ("chi", "unsure")):
        done(desk, "verdict", BEN, case="c1", person=person, answer=answer)
    done(desk, "pool", term="governance", domains="design open-source")
    done(desk, "undo")
    done(desk, "sense", term="governance", domain="design", text="the agreed path <by> which a system grows")
    done(desk, "facet", sense="s1", facet="decides", code="maintainers", text="those who keep it")
    done(desk, "facet", sense="s1", facet="by-when", code="within-days")
    done(desk, "example", sense="s1", text="a date picker")
    done(desk, "rate", sense="s1", person="ana", rating="-1")
    done(desk, "rate-tally", sense="s1", domain="design", agree="3", passed="1", disagree="0")
    done(desk, "reveal", term="governance")
    done(desk, "outcome", term="governance", decision="prefix", text="protocol and public governance")
    done(desk, "dissent", term="governance", domain="design", text="a prefix hides the user")


def main() -> None:
    clock = TurnedClock()
    with scratch() as folder:
        with desk_on(folder / "session.db", inspect.unwrap(plan)(), clock) as desk:
            afternoon(desk, clock)
            with desk.journal.deciding():  # a rehearsal's, as nothing else has them
                desk.journal.append(clock.at + 60_000, ANA, Waited(60.0))
                desk.journal.append(clock.at + 60_000, ANA, SpeedSet(1.5))
            desk.journal.set_mark("rehearsal-clock", START)
        text = dump(folder / "session.db")
    FOLDER.mkdir(exist_ok=True)
    target = FOLDER / f"journal-v{VERSION}.sql"
    target.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main()
