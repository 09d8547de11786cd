"""What changed in the files since a session was opened."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.workshop.difference import aligned, differences
from toolkit.workshop.plan import Block, DomainInfo, PersonInfo, Plan, PlannedStep, TermInfo


def block(number: int, title: str, kind: str = "break", source: str = "", minutes: int = 10) -> Block:
    step = PlannedStep(f"b{number}.s1", "s", "S", minutes * 60, 60, 600)
    return Block(f"b{number}", kind, title, (step,), source=source)


def plan_of(titles: str, **more: object) -> Plan:
    """Return a plan with one break for each letter."""
    blocks = tuple(block(number, title) for number, title in enumerate(titles, 1))
    plan = Plan("T", "2026-12-03", 810, 1000, "en", "in-person", blocks, (), timezone="UTC")
    return replace(plan, **more)  # type: ignore[arg-type]


def ids(plan: Plan) -> dict[str, str]:
    return {block.title: block.id for block in plan.blocks}


def test_the_same_plan_is_no_difference(plan: Plan) -> None:
    assert aligned(plan, plan) == plan
    assert differences(plan, plan) == []


def test_a_block_keeps_its_id_wherever_it_is_moved() -> None:
    running = plan_of("ABCD")
    moved = aligned(running, plan_of("DABC"))
    assert ids(moved) == ids(running)
    assert differences(running, moved) == ["the order of the agenda is changed"]


def test_a_new_block_gets_a_new_id_and_a_gone_one_is_told() -> None:
    running = plan_of("ABC")
    changed = aligned(running, plan_of("AXC"))
    assert ids(changed) == {"A": "b1", "X": "b4", "C": "b3"}
    assert [step.id for step in changed.blocks[1].steps] == ["b4.s1"]
    assert differences(running, changed) == ["new: X", "gone: B"]


def test_an_exercise_is_the_same_when_only_its_title_or_minutes_changed() -> None:
    running = plan_of("", blocks=(block(1, "Old", kind="exercise", source="x"),))
    files = plan_of("", blocks=(block(1, "New", kind="exercise", source="x", minutes=20),))
    assert aligned(running, files).blocks[0].id == "b1"
    assert differences(running, aligned(running, files)) == ["New: 10 to 20 min"]
    renamed = plan_of("", blocks=(block(1, "New", kind="exercise", source="x"),))
    assert differences(running, aligned(running, renamed)) == ["New: changed"]


def test_the_same_exercise_on_another_word_is_another_block() -> None:
    first = replace(block(1, "X", kind="exercise", source="x"), terms=("risk",))
    other = replace(first, terms=("governance",))
    changed = aligned(plan_of("", blocks=(first,)), plan_of("", blocks=(other,)))
    assert changed.blocks[0].id == "b2"


def test_every_change_is_told_in_words() -> None:
    running = plan_of("A", people=(PersonInfo("X1", None), PersonInfo("X2", None)))
    files = replace(
        running,
        title="U",
        starts=800,
        ends_latest=1100,
        domains=(DomainInfo("d", "D", "DD", "#ffffff", "dots"),),
        terms=(TermInfo("risk", {"en": "risk"}),),
        people=(PersonInfo("X1", None), PersonInfo("X3", None), PersonInfo("X4", None)),
    )
    assert differences(running, files) == [
        "title is changed",
        "starts is changed",
        "ends latest is changed",
        "new: the domain D",
        "the domains are changed",
        "new: the term risk",
        "the terms are changed",
        "2 more on the roster",
        "1 fewer on the roster",
    ]


def test_a_domain_and_a_term_that_went_are_named_with_what_that_means() -> None:
    running = replace(
        plan_of("A"),
        domains=(DomainInfo("d", "D", "DD", "#ffffff", "dots"),),
        terms=(TermInfo("risk", {"en": "risk"}),),
    )
    told = differences(running, replace(running, domains=(), terms=()))
    assert "gone: the domain D, and what was recorded of it is shown no more" in told
    assert "gone: the term risk, and what was recorded of it is shown no more" in told


def test_somebody_who_declared_a_domain_on_the_roster_is_told() -> None:
    running = plan_of("A", people=(PersonInfo("X1", None),))
    changed = replace(running, people=(PersonInfo("X1", "design"),))
    assert differences(running, changed) == ["somebody's domain is changed on the roster"]


AGENDAS = st.text("ABCDE", max_size=8)


@given(AGENDAS, AGENDAS)
def test_ids_are_unique_steps_follow_them_and_the_rest_is_the_files(old: str, new: str) -> None:
    running, files = plan_of(old), plan_of(new)
    changed = aligned(running, files)
    assert [block.title for block in changed.blocks] == [block.title for block in files.blocks]
    assert len({block.id for block in changed.blocks}) == len(changed.blocks)
    for block_ in changed.blocks:
        assert [step.id for step in block_.steps] == [f"{block_.id}.s1"]


@given(AGENDAS, AGENDAS)
def test_as_many_blocks_keep_their_ids_as_can(old: str, new: str) -> None:
    running, changed = plan_of(old), aligned(plan_of(old), plan_of(new))
    titles = {block.id: block.title for block in running.blocks}
    kept = [block for block in changed.blocks if block.id in titles]
    assert all(titles[block.id] == block.title for block in kept)
    assert len(kept) == sum(min(old.count(letter), new.count(letter)) for letter in "ABCDE")


@given(AGENDAS, AGENDAS)
def test_no_difference_is_told_exactly_when_there_is_none(old: str, new: str) -> None:
    running, changed = plan_of(old), aligned(plan_of(old), plan_of(new))
    assert (differences(running, changed) == []) == (old == new)
    assert aligned(changed, changed) == changed
