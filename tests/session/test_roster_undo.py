"""An edit of the roster is undone and redone in the file, and never at the cost of what somebody wrote there since."""

from __future__ import annotations

import multiprocessing
import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import ANA, BEN, act, done, prove, refused, scratch
from tests.workshop.sample import make
from toolkit.session.actions.opening import TakeOver
from toolkit.session.desk import Desk, Done, Refused
from toolkit.session.events import Undone
from toolkit.session.journal import Journal
from toolkit.session.opening import files_changed, open_session
from toolkit.session.people_events import PersonEdited
from toolkit.session.register import know_people
from toolkit.workshop.former import Edit, edit_of, edits_file, keep_edit, read_edits
from toolkit.workshop.prepare import prepare
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from toolkit.workshop.folder import Folder
    from toolkit.workshop.roster import Person

ROSTER = "id,name,domain,role\nA1,Anna Nowak,design,host\nB2,Ben Ito,academia,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return make(tmp_path / "w", roster=ROSTER)


@contextmanager
def seated(folder: Folder, by: str = ANA) -> Iterator[Desk]:
    """Sit at a desk on the session of a folder, which knows its roster."""
    with closing(open_session(folder, by, lambda: prepare(folder).plan)) as opened:
        know_people(opened.desk, folder)
        yield opened.desk


@pytest.fixture
def desk(folder: Folder) -> Iterator[Desk]:
    with seated(folder) as desk:
        yield desk


@pytest.fixture
def other(folder: Folder, desk: Desk) -> Iterator[Desk]:
    """A second window, in which Ben works."""
    with seated(folder, BEN) as other:
        yield other


def text(folder: Folder) -> str:
    return (folder.path / "roster.csv").read_text(encoding="utf-8")


def write(folder: Folder, old: str, new: str) -> None:
    """Change the roster as an editor does."""
    assert old in text(folder)
    (folder.path / "roster.csv").write_text(text(folder).replace(old, new), encoding="utf-8")


def anna(folder: Folder) -> Person:
    return next(person for person in read_roster(folder.path / "roster.csv").people if person.id == "A1")


def test_undo_writes_the_old_cells_back_and_redo_the_new_ones(desk: Desk, folder: Folder) -> None:
    done(desk, "arrive", person="A1")
    done(desk, "person", person="A1", name="Hannah Nowak", domain="academia", role="guest, with a comma")
    changed = text(folder)
    result = done(desk, "undo")
    assert (result.event.body, result.reply) == (Undone(3, "person-edited"), "undone: person-edited (event 3)")
    assert text(folder) == ROSTER
    assert (desk.names["A1"], result.state.hat("A1"), result.state.presence["A1"].domain) == (
        "Anna Nowak",
        "design",
        "design",
    )
    state = done(desk, "redo").state
    assert text(folder) == changed
    assert (desk.names["A1"], state.hat("A1"), desk.people["A1"].role) == (
        "Hannah Nowak",
        "academia",
        "guest, with a comma",
    )
    done(desk, "undo")
    assert text(folder) == ROSTER
    assert not files_changed(folder, desk)


def test_a_domain_that_was_taken_away_comes_back(desk: Desk, folder: Folder) -> None:
    assert done(desk, "person", person="A1", domain="-").state.hat("A1") is None
    assert done(desk, "undo").state.hat("A1") == "design"
    assert anna(folder).domain == "design"


def test_one_edit_after_the_other_is_undone(desk: Desk, folder: Folder) -> None:
    for name in ("Hanna Nowak", "Hannah Nowak"):
        done(desk, "person", person="A1", name=name)
    names = []
    for word in ("undo", "undo", "redo", "redo"):
        done(desk, word)
        names.append(anna(folder).name)
    assert names == ["Hanna Nowak", "Anna Nowak", "Hanna Nowak", "Hannah Nowak"]


def test_after_a_restart_it_is_undone_as_well(folder: Folder) -> None:
    with seated(folder) as desk:
        done(desk, "person", person="A1", name="Hannah Nowak")
    with seated(folder) as desk:
        done(desk, "undo")
    assert text(folder) == ROSTER


def test_what_was_written_by_hand_since_stays(desk: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", name="Hannah Nowak", role="guest")
    write(folder, "guest", "by hand")
    before = text(folder)
    why = refused(desk, "undo")
    assert why == (
        "the role of A1 in the roster is neither what it was nor what it became, and stays: "
        "change it anew if that is not right"
    )
    assert text(folder) == before
    done(desk, "person", person="A1", role="guest")
    done(desk, "undo")
    assert text(folder) == before


def test_redo_leaves_what_was_written_by_hand_as_well(desk: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", role="guest")
    done(desk, "undo")
    write(folder, "host", "by hand")
    assert "the role of A1 in the roster is neither" in refused(desk, "redo")
    assert anna(folder).role == "by hand"


def test_somebody_whose_row_is_gone_is_named(desk: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", role="guest")
    write(folder, "A1,Anna Nowak,design,guest\n", "")
    assert "no row has the id A1: write it, or take the files over" in refused(desk, "undo")


def test_a_name_that_somebody_else_has_by_now_is_not_given_back(desk: Desk, other: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", name="Hannah Nowak")
    done(other, "person", BEN, person="B2", name="Anna Nowak")
    assert refused(desk, "undo") == "Anna Nowak is the name of B2 as well: tell the two apart"
    assert anna(folder).name == "Hannah Nowak"


def test_a_window_that_did_not_do_it_knows_what_came_back(desk: Desk, other: Desk) -> None:
    seen = []
    for words in (
        ("person", {"person": "A1", "name": "Hannah Nowak", "domain": "academia"}),
        ("undo", {}),
        ("redo", {}),
    ):
        done(desk, words[0], ANA, **words[1])
        assert other.refresh()
        seen.append((other.names["A1"], other.state.hat("A1")))
    assert seen == [("Hannah Nowak", "academia"), ("Anna Nowak", "design"), ("Hannah Nowak", "academia")]


def test_each_takes_back_their_own_and_what_others_changed_since_comes_first(
    desk: Desk, other: Desk, folder: Folder
) -> None:
    done(desk, "person", ANA, person="A1", role="guest")
    done(other, "person", BEN, person="B2", role="clerk")
    done(other, "person", BEN, person="A1", name="Hannah Nowak", role="chair")
    assert refused(desk, "undo", ANA) == "ben has changed the role of A1 since: undo that first"
    done(other, "undo", BEN)
    done(desk, "undo", ANA)
    assert text(folder) == ROSTER.replace("academia,", "academia,clerk")
    done(other, "undo", BEN)
    assert text(folder) == ROSTER


def test_an_edit_is_not_made_again_over_what_others_changed_since(desk: Desk, other: Desk) -> None:
    done(desk, "person", ANA, person="A1", domain="academia")
    done(desk, "undo", ANA)
    for domain in ("academia", "design"):
        done(other, "person", BEN, person="A1", domain=domain)
    assert refused(desk, "redo", ANA) == "ben has changed the domain of A1 since: undo that first"


def take_over(desk: Desk, folder: Folder, by: str) -> None:
    assert isinstance(desk.do(TakeOver(prepare(folder).plan), by), Done)


def test_a_plan_that_was_read_meanwhile_has_the_domain_and_keeps_it(desk: Desk, other: Desk, folder: Folder) -> None:
    done(desk, "person", ANA, person="A1", domain="academia")
    take_over(other, folder, BEN)
    assert "ben has taken changed files over since: change the domain of A1 anew" in refused(desk, "undo", ANA)
    done(other, "undo", BEN)
    done(desk, "undo", ANA)
    assert "the clock or the plan has changed since" in refused(other, "redo", BEN)
    take_over(other, folder, BEN)
    assert "ben has taken changed files over since" in refused(desk, "redo", ANA)
    assert (desk.state.hat("A1"), anna(folder).domain) == ("design", "design")


def test_a_plan_is_in_the_way_of_no_other_column(desk: Desk, other: Desk, folder: Folder) -> None:
    done(desk, "person", ANA, person="A1", role="guest")
    take_over(other, folder, BEN)
    done(desk, "undo", ANA)
    done(desk, "redo", ANA)
    assert anna(folder).role == "guest"


def test_an_edit_that_nobody_knows_any_more_is_passed_over(desk: Desk, folder: Folder) -> None:
    done(desk, "note", text="a")
    done(desk, "person", person="A1", role="guest")
    edits_file(folder).unlink()  # an older version kept none; forgetting takes them away
    assert done(desk, "undo").reply == "undone: noted (event 2)"
    assert anna(folder).role == "guest"


def test_an_undo_of_an_edit_that_nobody_knows_any_more_stands(desk: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", role="guest")
    done(desk, "undo")
    edits_file(folder).unlink()
    assert refused(desk, "redo") == "what the roster was changed to is not known any more: change it anew"


@pytest.mark.parametrize("damage", ["", "{", "[3]", '[{"event": 1}]', "\udcff"])
def test_a_file_that_cannot_be_read_is_named_and_nothing_is_lost(damage: str, desk: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", role="guest")
    before = text(folder)
    edits_file(folder).write_bytes(damage.encode("utf-8", "surrogateescape"))
    for result in (act(desk, "undo"), act(desk, "person", person="A1", role="host")):
        assert isinstance(result, Refused)
        assert ".former.json:1:1: cannot be read: delete it" in result.reason
    assert text(folder) == before


def dies(folder: Folder, target: str, *, before: bool, do: Callable[[Desk], object]) -> None:
    """Do something in another process that dies before or after the first call of a function."""
    process = multiprocessing.get_context("fork").Process(target=_die, args=(folder, target, before, do))
    process.start()
    process.join()
    assert process.exitcode == 9


def _die(folder: Folder, target: str, before: bool, do: Callable[[Desk], object]) -> None:
    def die(*args: object, **words: object) -> None:
        if not before:
            whole(*args, **words)
        os._exit(9)

    with pytest.MonkeyPatch.context() as patch, seated(folder) as desk:
        module, _, name = target.rpartition(".")
        whole = getattr(__import__(module, fromlist=[name]), name)
        patch.setattr(target, die)
        do(desk)


def rename(desk: Desk) -> None:
    act(desk, "person", person="A1", name="Hannah Nowak", domain="academia")


@pytest.mark.parametrize(
    ("target", "before", "name"),
    [
        ("toolkit.workshop.former.keep_edits", True, "Anna Nowak"),
        ("toolkit.workshop.former.keep_edits", False, "Anna Nowak"),
        ("toolkit.workshop.enrol.replace_cells", True, "Anna Nowak"),
        ("toolkit.workshop.enrol.replace_cells", False, "Hannah Nowak"),
        ("toolkit.session.journal.encode", False, "Hannah Nowak"),
    ],
)
def test_a_death_leaves_no_name_unknown_and_the_next_edit_is_undone_rightly(
    target: str, before: bool, name: str, folder: Folder
) -> None:
    with seated(folder) as desk:
        done(desk, "note", text="a")
    dies(folder, target, before=before, do=rename)
    assert anna(folder).name == name
    with seated(folder) as desk:
        assert [type(event.body) for event in desk.journal.read()].count(PersonEdited) == 0
        assert {name, "Anna Nowak"} <= {one for edit in read_edits(folder) for one in edit.names} | {"Anna Nowak"}
        if name != "Anna Nowak":
            assert "Anna Nowak" in read_edits(folder)[-1].names
        done(desk, "person", person="A1", role="guest")
        done(desk, "undo")
        assert (anna(folder).name, anna(folder).role) == (name, "host")
        assert done(desk, "undo").reply == "undone: noted (event 2)"


def test_an_undo_that_died_after_the_roster_is_finished_by_saying_it_again(folder: Folder) -> None:
    with seated(folder) as desk:
        rename(desk)
    dies(folder, "toolkit.workshop.enrol.replace_cells", before=False, do=lambda desk: act(desk, "undo"))
    assert text(folder) == ROSTER
    with seated(folder) as desk:
        assert desk.state.hat("A1") == "academia"
        assert done(desk, "undo").state.hat("A1") == "design"
    assert text(folder) == ROSTER


def test_of_several_edits_under_one_number_the_last_came_to_be_the_event(folder: Folder) -> None:
    for role in ("one", "two"):
        keep_edit(folder, Edit(7, "A1", {"role": ("", role)}))
    keep_edit(folder, Edit(8, "A1", {"role": ("two", "three")}))
    found = edit_of(read_edits(folder), 7)
    assert found is not None
    assert found.cells == {"role": ("", "two")}


def test_journals_have_none_of_it(desk: Desk, folder: Folder) -> None:
    done(desk, "person", person="A1", name="Hannah SECRET")
    done(desk, "undo")
    assert b"SECRET" not in b"".join(file.read_bytes() for file in folder.path.glob("session.db*"))
    with closing(Journal(folder.journal(), read_only=True)) as journal:
        assert [type(event.body) for event in journal.read()][-2:] == [PersonEdited, Undone]


_MOVES = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["person", "person", "person", "undo", "undo", "redo", "take-over", "role"]),
        st.sampled_from(["A1", "A1", "B2"]),
        st.sampled_from(["design", "academia", "-"]),
    ),
    max_size=12,
)


@prove(100)
@given(_MOVES)
def test_whatever_two_do_the_state_has_the_domains_of_the_roster(moves: list[tuple[bool, str, str, str]]) -> None:
    with scratch() as place:
        folder = make(place / "w", roster=ROSTER)
        with seated(folder) as one, seated(folder, BEN) as two:
            for second, name, person, domain in moves:
                desk, by = ((one, ANA), (two, BEN))[second]
                if name == "take-over":
                    desk.do(TakeOver(prepare(folder).plan), by)
                elif name in ("undo", "redo"):
                    act(desk, name, by)
                else:
                    act(desk, "person", by, person=person, **{name if name == "role" else "domain": domain})
                known = {row.id: row.domain or None for row in read_roster(folder.path / "roster.csv").people}
                assert {id_: desk.state.hat(id_) for id_ in known} == known


def test_a_domain_that_stood_there_by_its_label_is_written_back_as_it_was(tmp_path: Path) -> None:
    folder = make(tmp_path / "w", roster=ROSTER.replace("Nowak,design", "Nowak,Design"))
    with seated(folder) as desk:
        assert "nothing is different" in refused(desk, "person", person="A1", domain="design")
        done(desk, "person", person="A1", domain="academia")
        assert "Anna Nowak,academia" in text(folder)
        done(desk, "undo")
        assert "Anna Nowak,Design" in text(folder)
        assert desk.state.hat("A1") == "design"
