"""Commitments after they were made: corrected aloud, read back, brought along to the next workshop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.journals import traces
from tests.session.room import BEN, SECRET, act, desk_on, done, facts, prove, refused, scratch
from toolkit.session.desk import Done
from toolkit.session.fold import fold
from toolkit.session.read_back import lines_of, read_lines
from toolkit.session.room_view import MARK, room_view
from toolkit.workshop.brought import Carried, LeftOpen

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.session.commitment_state import Commitment
    from toolkit.session.desk import Desk
    from toolkit.workshop.plan import Plan

LAST = (
    Carried("k1", "draft the budget line", "2026-10-01", "K7X", "2026-11-01", "treasury", (("budget", "no"),)),
    Carried("k2", "find a room", "2026-10-01"),
)
OPEN = (LeftOpen("x1", "governance: we park it: too early", None), LeftOpen("x2", "no user was heard", "design"))


@pytest.fixture
def brought(plan: Plan) -> Plan:
    """The plan of a workshop that comes after another."""
    return replace(plan, carried=LAST, left_open=OPEN)


def one(desk: Desk, ref: str = "k1") -> Commitment:
    return next(commitment for commitment in desk.state.commitments if commitment.id == ref)


def test_each_part_of_a_commitment_is_put_right_at_once(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11", ask="treasury")
    assert done(desk, "owner", BEN, commitment="k1", owner="ben").reply == (
        "k1  Ben [laughs]: draft it, by 2026-12-11, asks treasury"
    )
    done(desk, "due", commitment="k1", due="2026-12-18")
    done(desk, "ask", commitment="k1", ask="the council")
    done(desk, "amend", ref="k1", text="write it")
    found = one(desk)
    assert (found.owner, found.due, found.ask, found.text) == ("M3V", "2026-12-18", "the council", "write it")


def test_a_dash_takes_owner_date_and_whom_to_ask_away(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11", ask="treasury")
    for name, field in (("owner", "owner"), ("due", "due"), ("ask", "ask")):
        done(desk, name, commitment="k1", **{field: "-"})
    assert (one(desk).owner, one(desk).due, one(desk).ask) == (None, None, None)


def test_a_correction_is_taken_back_alone_and_what_it_corrects_stays(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it")
    before = facts(desk.state)
    done(desk, "owner", commitment="k1", owner="ben")
    done(desk, "undo")
    assert facts(desk.state) == before
    done(desk, "redo")
    assert one(desk).owner == "M3V"


def test_what_another_has_corrected_cannot_be_taken_back(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it")
    done(desk, "due", BEN, commitment="k1", due="+3")
    assert refused(desk, "undo") == "k1 has been corrected since, by ben: undo that first"
    done(desk, "kept", BEN, commitment="k1", answer="no")
    assert refused(desk, "undo").startswith("k1 has been")


def test_a_struck_commitment_is_not_corrected_any_more(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it")
    done(desk, "strike", ref="k1")
    for name, words in (("owner", {"owner": "ben"}), ("due", {"due": "-"}), ("kept", {"answer": "yes"})):
        assert refused(desk, name, commitment="k1", **words) == "k1 has been struck: nothing is left to correct"


def test_words_about_a_struck_commitment_go_with_it(desk: Desk, path: Path) -> None:
    done(desk, "commit", owner="ana", text="draft it")
    done(desk, "ask", commitment="k1", ask=SECRET)
    done(desk, "kept", commitment="k1", answer="no", text=f"because of {SECRET}")
    assert traces(path.parent, SECRET)
    done(desk, "strike", ref="k1")
    assert traces(path.parent, SECRET) == []
    assert (one(desk).ask, one(desk).kept_text) == (None, None)


@pytest.mark.parametrize(
    ("answer", "still_open"), [("yes", False), ("dropped", False), ("no", True), ("partly", True), ("moved", True)]
)
def test_what_is_done_or_dropped_is_closed(desk: Desk, answer: str, *, still_open: bool) -> None:
    done(desk, "commit", owner="ana", text="draft it")
    done(desk, "kept", commitment="k1", answer=answer, text="as we hear", by="+9" if answer == "moved" else "")
    assert one(desk).open is still_open
    assert one(desk).kept_text == "as we hear"


def test_a_day_that_has_passed_is_taken_and_said(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11")
    assert done(desk, "due", commitment="k1", due="2026-12-02").reply == (
        "k1  Ana Łuczak: draft it, by 2026-12-02; that day has passed"
    )
    assert one(desk).due == "2026-12-02"
    assert done(desk, "kept", commitment="k1", answer="moved", by="2026-12-01").reply.endswith("; that day has passed")
    for day in ("2026-12-03", "-"):
        assert "passed" not in done(desk, "due", commitment="k1", due=day).reply
    assert "passed" not in done(desk, "kept", commitment="k1", answer="moved", by="-").reply


def test_moved_takes_a_new_date_and_done_has_none(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11")
    done(desk, "kept", commitment="k1", answer="moved", by="2027-01-15")
    assert one(desk).due == "2027-01-15"
    for by in ("+1", "-"):
        reason = refused(desk, "kept", commitment="k1", answer="yes", by=by)
        assert reason == "what is done has no new date: leave it out"


def test_moved_without_a_date_says_what_is_missing_and_a_date_alone_needs_no_option(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11")
    for text in ("", "the council meets later", "saturday is too early"):
        assert refused(desk, "kept", commitment="k1", answer="moved", text=text) == (
            "k1 needs the day that it moved to, or - while nobody knows it: say kept k1 moved --by friday"
        )
    reply = done(desk, "kept", commitment="k1", answer="moved", text="2027-01-15").reply
    assert reply == "k1  Ana Łuczak: draft it, by 2027-01-15 → moved"
    assert (one(desk).due, one(desk).kept_text) == ("2027-01-15", None)


@pytest.mark.parametrize("words", [{"by": "-", "text": "nobody knows"}, {"text": "-"}])
def test_what_moved_to_a_day_that_nobody_knows_has_no_date_any_more(desk: Desk, words: dict[str, str]) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11")
    done(desk, "kept", commitment="k1", answer="moved", **words)
    assert (one(desk).due, one(desk).kept, one(desk).kept_text) == (
        None,
        "moved",
        "nobody knows" if "by" in words else None,
    )
    assert fold(desk.journal.read()) == desk.state
    done(desk, "undo")
    assert one(desk).due == "2026-12-11"


def test_an_answer_that_names_no_day_leaves_the_date(desk: Desk) -> None:
    done(desk, "commit", owner="ana", text="draft it", by="2026-12-11")
    done(desk, "kept", commitment="k1", answer="partly", text="-")
    assert (one(desk).due, one(desk).kept_text) == ("2026-12-11", "-")


def test_what_was_promised_last_time_is_there_from_the_start(path: Path, brought: Plan) -> None:
    with desk_on(path, brought) as desk:
        assert [(c.id, c.text, c.owner, c.promised) for c in desk.state.commitments] == [
            ("k1", "draft the budget line", "K7X", "2026-10-01"),
            ("k2", "find a room", None, "2026-10-01"),
        ]
        assert [(item.id, item.text, item.domain) for item in desk.state.parked] == [
            ("x1", "governance: we park it: too early", None),
            ("x2", "no user was heard", "design"),
        ]
        assert done(desk, "commit", owner="ben", text="something new").reply == "k3"
        assert done(desk, "park", text="later").reply == "x3"
        done(desk, "checked", commitment="k1", what="budget", answer="yes")
        done(desk, "kept", commitment="k2", answer="yes")
        assert one(desk).checks == (("budget", "yes"),)
        assert [c.id for c in desk.state.commitments if c.open] == ["k1", "k3"]


def test_what_was_brought_along_is_struck_from_every_copy_of_the_plan(path: Path, brought: Plan) -> None:
    secret = replace(brought, carried=(replace(LAST[0], text=SECRET, ask=SECRET),), left_open=(LeftOpen("x1", SECRET),))
    with desk_on(path, secret) as desk:
        done(desk, "take-over", plan=replace(secret, place="Room 3"))
        assert traces(path.parent, SECRET)
        reply = done(desk, "strike", ref="k1").reply
        assert reply == "k1 is struck: its words are erased; workshop.yaml still has them under `carried:`"
        done(desk, "strike", ref="x1")
        done(desk, "take-over", plan=replace(secret, place="Room 4"))
        assert traces(path.parent, SECRET) == []
        assert [c.text for c in desk.state.commitments] == [None]
        assert desk.state.plan is not None
        assert desk.state.plan.place == "Room 4"
        assert fold(desk.journal.read()) == desk.state


def test_changed_files_do_not_bring_anything_along_a_second_time(path: Path, brought: Plan) -> None:
    with desk_on(path, brought) as desk:
        done(desk, "kept", commitment="k1", answer="yes")
        done(desk, "take-over", plan=replace(brought, carried=(*LAST, Carried("k3", "late")), place="Room 3"))
        assert [(c.id, c.kept) for c in desk.state.commitments] == [("k1", "yes"), ("k2", None)]


def read_back(plan: Plan, view: str = "read-back") -> Plan:
    """Return the plan with its last step showing another view."""
    block = plan.blocks[-1]
    steps = (*block.steps[:-1], replace(block.steps[-1], view=view, show="Yours?"))
    return plan.with_blocks((*plan.blocks[:-1], replace(block, steps=steps)))


def test_outcomes_dissents_and_commitments_are_read_back_in_this_order(path: Path, plan: Plan) -> None:
    with desk_on(path, read_back(plan)) as desk:
        assert [line.text for line in lines_of(desk.view, "read-back")] == [
            "Nothing has been recorded that could be read back."
        ]
        done(desk, "commit", owner="ana", text="draft it")
        done(desk, "outcome", term="governance", decision="prefix", text="protocol and public governance")
        done(desk, "dissent", term="governance", domain="design", text="no user was heard")
        assert read_lines(desk.view) == ()
        assert refused(desk, "read") == "nothing is read back in this step"
        done(desk, "goto", step="b3.s2")
        assert [line.text for line in read_lines(desk.view)] == [
            "o1  governance: we keep both, with prefixes: protocol and public governance",
            "d1  governance: Design does not go along: no user was heard",
            "k1  Ana Łuczak: draft it",
        ]


def test_a_word_without_an_outcome_is_said_to_be_open(path: Path, plan: Plan) -> None:
    with desk_on(path, read_back(plan)) as desk:
        done(desk, "outcome", term="governance", decision="park", text="too early")
        done(desk, "strike", ref="o1")
        assert [line.text for line in lines_of(desk.view, "read-back")] == ["governance: still open"]


def test_last_times_promises_are_read_apart_and_what_is_done_is_not_read_at_the_end(path: Path, brought: Plan) -> None:
    with desk_on(path, read_back(brought)) as desk:
        done(desk, "kept", commitment="k2", answer="yes", text="the hall of the school")
        done(desk, "commit", owner="ben", text="write to all")
        assert [line.text for line in lines_of(desk.view, "promised")] == [
            "k1  Ana Łuczak: draft the budget line, by 2026-11-01, asks treasury, budget no",
            "k2  nobody yet: find a room → done: the hall of the school",
        ]
        assert [line.ref for line in lines_of(desk.view, "commitments")] == ["k1", "k3"]


def test_the_rooms_screen_follows_the_line_that_is_read(path: Path, plan: Plan) -> None:
    with desk_on(path, read_back(plan, "commitments")) as desk, desk_on(path, plan) as other:
        for text in ("one", "two", "three"):
            done(desk, "commit", owner="-", text=text)
        done(desk, "goto", step="b3.s2")
        assert room_view(desk.state, desk.now, {}).mark is None
        assert done(desk, "read").reply == "k1  nobody yet: one"
        assert done(desk, "read", ref="k3").reply == "k3  nobody yet: three"
        other.refresh()
        view = room_view(other.state, other.now, {})
        assert view.mark == 3
        assert view.lines[3] == f"{MARK}k3  nobody yet: three"
        assert view.lines[0] == "Yours?"
        assert done(desk, "read").reply == "k1  nobody yet: one"
        assert done(desk, "read", ref="-").reply == "k3  nobody yet: three"
        assert refused(desk, "read", ref="n1").startswith("n1 is not read back in this step")
        done(desk, "back")
        assert desk.state.reading is None


def test_before_the_first_line_comes_the_last(path: Path, plan: Plan) -> None:
    with desk_on(path, read_back(plan, "commitments")) as desk:
        for text in ("one", "two", "three"):
            done(desk, "commit", owner="-", text=text)
        done(desk, "goto", step="b3.s2")
        assert done(desk, "read", ref="-").reply == "k3  nobody yet: three"


@given(st.integers(1, 5), st.data())
@prove(60)
def test_the_reading_goes_on_with_the_line_that_followed_one_that_is_gone(
    plan: Plan, count: int, data: st.DataObject
) -> None:
    refs = [f"k{n}" for n in range(1, count + 1)]
    read = data.draw(st.sampled_from(refs))
    gone = {read, *data.draw(st.sets(st.sampled_from(refs)))}
    left = [ref for ref in refs if ref not in gone]
    with scratch() as folder, desk_on(folder / "session.db", read_back(plan, "commitments")) as desk:
        for ref in refs:
            done(desk, "commit", owner="-", text=ref)
        done(desk, "goto", step="b3.s2")
        done(desk, "read", ref=read)
        for ref in data.draw(st.permutations(sorted(gone))):
            done(desk, "strike", BEN, ref=ref)
        if not left:
            assert refused(desk, "read") == "nothing is read back in this step"
            return
        place = min(sum(ref < read for ref in left), len(left) - 1)
        view = room_view(desk.state, desk.now, {})
        assert view.mark is not None
        assert view.lines[view.mark].startswith(left[place])
        assert done(desk, "read").reply.startswith(left[place])
        assert done(desk, "read").reply.startswith(left[(place + 1) % len(left)])


def test_what_is_taken_back_by_undo_and_the_line_before_what_is_gone(path: Path, plan: Plan) -> None:
    with desk_on(path, read_back(plan, "commitments")) as desk, desk_on(path, plan) as other:
        for text in ("one", "two", "three"):
            done(desk, "commit", owner="-", text=text)
        done(other, "commit", BEN, owner="-", text="four")
        done(desk, "goto", step="b3.s2")
        done(desk, "read", ref="k4")
        done(other, "undo", BEN)
        assert done(desk, "read").reply == "k3  nobody yet: three"
        done(other, "strike", BEN, ref="k3")
        assert done(desk, "read", ref="-").reply == "k2  nobody yet: two"
        done(other, "strike", BEN, ref="k1")
        done(other, "strike", BEN, ref="k2")
        assert room_view(desk.state, desk.now, {}).mark is not None
        desk.refresh()
        assert room_view(desk.state, desk.now, {}).mark is None


def two_words(plan: Plan) -> Plan:
    """Return the plan with a second word in dispute, its last step reading everything back."""
    risk = replace(plan.terms[0], id="risk", labels={"en": "risk"}, cases=())
    return read_back(replace(plan, terms=(*plan.terms, risk)))


def test_the_reading_goes_on_within_what_was_decided_about_words(path: Path, brought: Plan) -> None:
    with desk_on(path, two_words(brought)) as desk:
        for term in ("governance", "risk"):
            done(desk, "outcome", term=term, decision="park", text="too early")
            done(desk, "dissent", term=term, domain="design", text="no user was heard")
        done(desk, "goto", step="b3.s2")
        for ref, then in (("o1", "d1"), ("d1", "o2"), ("d2", "k1")):
            done(desk, "read", ref=ref)
            done(desk, "strike", ref=ref)
            assert done(desk, "read").reply.startswith(then)
        done(desk, "kept", commitment="k1", answer="yes")
        assert done(desk, "read").reply.startswith("k2")


def test_a_word_that_is_decided_anew_keeps_the_reading(path: Path, plan: Plan) -> None:
    with desk_on(path, two_words(plan)) as desk:
        for term in ("governance", "risk"):
            done(desk, "outcome", term=term, decision="park", text="too early")
        done(desk, "goto", step="b3.s2")
        done(desk, "read")
        done(desk, "outcome", term="governance", decision="adopt", text="who decides")
        assert desk.state.reading == "o3"
        done(desk, "outcome", term="risk", decision="adopt", text="harm")
        assert desk.state.reading == "o3"
        assert done(desk, "read").reply.startswith("o4  risk")
        done(desk, "undo")
        assert done(desk, "read").reply.startswith("o3  governance"), "nobody knows whose outcome it was: begun anew"


def test_undo_after_a_correction_takes_the_correction_back_and_not_the_reading(path: Path, plan: Plan) -> None:
    with desk_on(path, read_back(plan, "commitments")) as desk:
        done(desk, "commit", owner="ana", text="one")
        done(desk, "goto", step="b3.s2")
        done(desk, "owner", commitment="k1", owner="ben")
        done(desk, "read")
        assert done(desk, "undo").reply.startswith("undone: owner-set")
        assert (one(desk).owner, desk.state.reading) == ("K7X", "k1")


corrections = st.lists(
    st.one_of(
        st.tuples(st.just("owner"), st.fixed_dictionaries({"owner": st.sampled_from(["ana", "ben", "-"])})),
        st.tuples(st.just("due"), st.fixed_dictionaries({"due": st.sampled_from(["-", "+1", "+9"])})),
        st.tuples(st.just("ask"), st.fixed_dictionaries({"ask": st.sampled_from(["-", "=cmd", "治理"])})),
        st.tuples(st.just("kept"), st.fixed_dictionaries({"answer": st.sampled_from(["yes", "no", "dropped"])})),
    ),
    max_size=8,
)


@given(corrections)
@prove(40)
def test_as_many_undos_lead_back_to_what_was_promised(brought: Plan, said: list[tuple[str, dict[str, str]]]) -> None:
    with scratch() as folder, desk_on(folder / "session.db", brought) as desk:
        before = facts(desk.state)
        count = sum(isinstance(act(desk, name, commitment="k1", **words), Done) for name, words in said)
        assert count == len(said)
        assert fold(desk.journal.read()) == desk.state
        for _ in range(count):
            done(desk, "undo")
        assert facts(desk.state) == before
