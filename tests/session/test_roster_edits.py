"""What the roster has of somebody changes in the roster; the journal knows that it did, and the domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.room import ANA, BEN, act, done, refused
from toolkit.session.desk import Refused
from toolkit.session.opening import files_changed, open_session
from toolkit.session.people_events import PersonEdited
from toolkit.session.register import know_people
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.session.desk import Desk
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.roster import Person


@pytest.fixture
def running(demo: Folder) -> Iterator[Desk]:
    """The sample's session, which knows its roster."""
    opened = open_session(demo, "ana", lambda: prepare(demo).plan)
    know_people(opened.desk, demo)
    yield opened.desk
    opened.close()


def row(demo: Folder, name: str) -> Person:
    return next(person for person in read_roster(demo.path / "roster.csv").people if person.name == name)


def test_cells_are_written_and_every_other_byte_stays(running: Desk, demo: Folder) -> None:
    before = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()
    reply = done(running, "person", person="Ruth", role="host, with a comma", access="SECRET by the door").reply
    after = (demo.path / "roster.csv").read_text(encoding="utf-8").splitlines()
    assert [line for line in before if "Ruth" not in line] == [line for line in after if "Ruth" not in line]
    ruth = row(demo, "Ruth Abernathy")
    assert (ruth.role, ruth.access) == ("host, with a comma", "SECRET by the door")
    assert reply == f"{ruth.id} Ruth Abernathy: role, access changed in the roster"
    assert running.people[ruth.id] == ruth
    assert not files_changed(demo, running)


def test_none_of_it_is_in_the_journal(running: Desk, demo: Folder) -> None:
    done(running, "person", person="Ruth", name="Ruth SECRET", access="SECRET", pronouns="SECRET")
    body = running.journal.read()[-1].body
    assert body == PersonEdited(row(demo, "Ruth SECRET").id, ("name", "pronouns", "access"))
    assert b"SECRET" not in b"".join(file.read_bytes() for file in demo.path.glob("session.db*"))
    assert running.names[body.person] == "Ruth SECRET"


def test_another_domain_is_another_hat(running: Desk, demo: Folder) -> None:
    done(running, "arrive", person="Ruth")
    id_ = row(demo, "Ruth Abernathy").id
    for word, domain in (("design", "design"), ("-", None)):
        state = done(running, "person", person=id_, domain=word).state
        assert (state.hat(id_), state.presence[id_].domain) == (domain, domain)
        assert row(demo, "Ruth Abernathy").domain == (domain or "")
    assert (
        done(running, "person", person="Samuel", domain="design").state.hat(row(demo, "Samuel O'Neill").id) == "design"
    )


def test_a_walk_in_can_be_edited_and_still_be_taken_back(running: Desk, demo: Folder) -> None:
    done(running, "walk-in", name="Dee Ng", domain="design")
    done(running, "person", person="Dee", pronouns="they/them")
    assert row(demo, "Dee Ng").pronouns == "they/them"
    assert [done(running, "undo").reply.split(" (")[0] for _ in range(2)] == [
        "undone: person-edited",
        "undone: walked-in",
    ]


def test_what_another_edited_is_in_the_way_of_no_walk_in(running: Desk) -> None:
    done(running, "walk-in", ANA, name="Dee Ng", domain="design")
    done(running, "person", BEN, person="Dee", pronouns="they/them")
    assert done(running, "undo", ANA).reply.startswith("undone: walked-in")


def test_what_is_the_same_is_no_change_and_a_name_stands_once(running: Desk) -> None:
    assert "nothing is different" in refused(running, "person", person="Ruth", name="Ruth Abernathy")
    assert "is the name of" in refused(running, "person", person="Ruth", name="samuel o'neill")
    assert "that is no name" in refused(running, "person", person="Ruth", name="a\x1b")
    assert "on one line" in refused(running, "person", person="Ruth", role="a\nb")
    assert "there is no domain" in refused(running, "person", person="Ruth", domain="desing")


def test_a_rehearsal_leaves_the_roster_alone(demo: Folder) -> None:
    opened = open_session(demo, "ana", lambda: prepare(demo).plan, rehearsal=True)
    know_people(opened.desk, demo)
    before = (demo.path / "roster.csv").read_bytes()
    assert "stays as it is in a rehearsal" in refused(opened.desk, "person", person="Ruth", role="host")
    assert (demo.path / "roster.csv").read_bytes() == before
    opened.close()


def test_a_disk_that_refuses_leaves_journal_and_roster_as_they_were(
    running: Desk, demo: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = (demo.path / "roster.csv").read_bytes()
    monkeypatch.setattr("toolkit.workshop.table_edit.write_whole", full)
    result = act(running, "person", person="Ruth", role="host")
    assert isinstance(result, Refused)
    assert "nothing could be written into the roster" in result.reason
    assert (demo.path / "roster.csv").read_bytes() == before


def test_another_window_reads_the_roster_again(running: Desk, demo: Folder) -> None:
    second = open_session(demo, "ben", lambda: prepare(demo).plan)
    know_people(second.desk, demo)
    id_ = row(demo, "Ruth Abernathy").id
    done(running, "person", person=id_, name="Ruth A. Abernathy")
    assert second.desk.refresh()
    assert second.desk.names[id_] == "Ruth A. Abernathy"
    second.close()
