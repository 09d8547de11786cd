"""Opening a session: the files are read once, and after that the journal is enough."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.session.room import ANA, BEN, done
from toolkit.files.problems import InputError, Problem
from toolkit.session.events import WorkshopOpened
from toolkit.session.journal import Journal, JournalError
from toolkit.session.opening import FILES_MARK, files_changed, keep_fingerprint, open_session
from toolkit.session.register import know_people
from toolkit.workshop.folder import Folder
from toolkit.workshop.prepare import prepare

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.plan import Plan


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def unreadable() -> Plan:
    raise InputError([Problem("workshop.yaml", 3, 1, "no title: write one")])


def test_the_first_event_has_the_whole_plan_and_who_opened_it(folder: Folder, plan: Plan) -> None:
    with closing(open_session(folder, ANA, lambda: plan)) as opened:
        (event,) = opened.desk.journal.read()
    assert (event.by, event.body) == (ANA, WorkshopOpened(plan))


def test_the_files_are_not_needed_once_the_session_is_open(folder: Folder, plan: Plan) -> None:
    open_session(folder, ANA, lambda: plan).close()
    with closing(open_session(folder, BEN, unreadable)) as opened:
        assert (opened.desk.state.plan, opened.desk.state.seq) == (plan, 1)


def test_a_fault_in_the_files_leaves_nothing_behind(folder: Folder, plan: Plan) -> None:
    with pytest.raises(InputError, match="no title"):
        open_session(folder, ANA, unreadable)
    assert [file.name for file in folder.path.iterdir()] == ["home"]


def test_only_a_rehearsal_is_ever_begun_anew(folder: Folder, plan: Plan) -> None:
    with closing(open_session(folder, ANA, lambda: plan)) as opened:
        done(opened.desk, "note", text="a")
    with closing(open_session(folder, ANA, lambda: plan, restart=True)) as opened:
        assert len(opened.desk.state.notes) == 1


def test_a_journal_that_a_crash_left_empty_is_begun(folder: Folder, plan: Plan) -> None:
    Journal(folder.journal()).close()
    with pytest.raises(InputError):
        open_session(folder, ANA, unreadable)
    with closing(open_session(folder, ANA, lambda: plan)) as opened:
        assert opened.desk.state.seq == 1


def test_a_session_that_cannot_be_begun_says_so(folder: Folder, plan: Plan) -> None:
    Journal(folder.journal()).close()
    with closing(Journal(folder.journal())) as journal:
        journal._db.execute("CREATE TRIGGER no BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(JournalError, match=r"the session could not be begun: not recorded, .*\(disk full\)"):
        open_session(folder, ANA, lambda: plan)


def test_a_changed_file_is_noticed_until_it_is_taken_over(demo: Folder) -> None:
    with closing(open_session(demo, ANA, lambda: prepare(demo).plan)) as opened:
        desk = opened.desk
        assert not files_changed(demo, desk)
        demo.file.write_text(demo.file.read_text().replace("minutes: 15", "minutes: 20", 1))
        assert files_changed(demo, desk)
        done(desk, "take-over", plan=prepare(demo).plan)
        keep_fingerprint(demo, desk)
        assert not files_changed(demo, desk)
        assert desk.journal.mark(FILES_MARK) is not None


def test_names_are_those_of_the_roster_and_never_in_the_journal(demo: Folder) -> None:
    with closing(open_session(demo, ANA, lambda: prepare(demo).plan)) as opened:
        know_people(opened.desk, demo)
        names = opened.desk.names
        assert len(names) == 24
        assert set(names) == {person.id for person in opened.desk.view.plan.people}
    content = demo.journal().read_bytes()
    assert not [name for name in names.values() if name.encode() in content]


def test_without_a_roster_people_are_called_by_their_codes(demo: Folder) -> None:
    with closing(open_session(demo, ANA, lambda: prepare(demo).plan)) as opened:
        (demo.path / "roster.csv").unlink()
        know_people(opened.desk, demo)
        person = opened.desk.view.plan.people[0].id
        assert done(opened.desk, "arrive", person=person.lower()).reply.startswith(f"{person} is here")
