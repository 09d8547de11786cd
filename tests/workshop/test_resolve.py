"""From the files of a folder to the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.faults import faults
from tests.library.content import EXERCISE, GLOSSARY
from tests.workshop.sample import ROSTER, WORKSHOP, make, put
from toolkit.workshop.folder import Folder
from toolkit.workshop.prepare import prepare
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

AGENDA = WORKSHOP[: WORKSHOP.index("  - exercise")]


def test_the_sample_resolves_without_a_fault(demo: Folder) -> None:
    resolved = resolve(demo)
    assert resolved.problems == ()
    assert len(resolved.roster.people) == len(resolved.plan.people) == 24
    assert [block.milliseconds // 60_000 for block in resolved.plan.blocks[:4]] == [15, 45, 30, 15]
    assert [term.id for term in resolved.plan.terms] == ["governance", "risk", "responsibility", "participation"]


def test_the_plan_says_what_the_files_say(tmp_path: Path) -> None:
    text = (
        AGENDA + "  - exercise: tiny\n    terms: [risk]\n  - talk: Next\n    minutes: 5\n    at: 16:00\n    say: So.\n"
    )
    put(tmp_path, "exercises/tiny.yaml", EXERCISE.replace("do: Do", "do: Do\n    watch_for: '{term}!'"))
    exercise, talk = resolve(make(tmp_path, text)).plan.blocks
    assert (exercise.id, exercise.kind, exercise.source, exercise.title) == ("b1", "exercise", "tiny", "Tiny: risk")
    (step,) = exercise.steps
    assert (step.id, step.name, step.say, step.watch_for) == ("b1.s1", "first", "Say risk", "risk!")
    assert (step.seconds, step.shortest, step.longest, step.cut) == (120, 60, 180, "never")
    assert (talk.id, talk.kind, talk.title, talk.at, talk.steps[0].say) == ("b2", "talk", "Next", 960, "So.")
    assert (talk.steps[0].seconds, talk.steps[0].shortest) == (300, 300)


def test_without_a_word_the_sentence_still_reads_well(tmp_path: Path) -> None:
    put(tmp_path, "exercises/tiny.yaml", EXERCISE)
    (block,) = resolve(make(tmp_path, AGENDA + "  - exercise: tiny\n")).plan.blocks
    assert (block.title, block.steps[0].say) == ("Tiny", "Say this word")


def test_the_agenda_may_rename_and_shorten_an_exercise(tmp_path: Path) -> None:
    put(tmp_path, "exercises/tiny.yaml", EXERCISE)
    text = AGENDA + "  - exercise: tiny\n    title: Ours\n    terms: [risk]\n    minutes: 3\n"
    (block,) = resolve(make(tmp_path, text)).plan.blocks
    assert (block.title, block.milliseconds) == ("Ours", 180_000)


def test_every_text_is_in_the_workshops_language(tmp_path: Path) -> None:
    localised = EXERCISE.replace("title: Tiny", "title: {en: Tiny, zh-Hant: 小}").replace(
        "say: Say", "say: {en: a, zh-Hant: '說 {term}'} #"
    )
    put(tmp_path, "exercises/tiny.yaml", localised)
    text = AGENDA + "  - exercise: tiny\n    terms: [governance]\nlanguage: zh-Hant-TW\n"
    plan = resolve(make(tmp_path, text)).plan
    assert plan.blocks[0].title == "小: 治理"
    assert plan.blocks[0].steps[0].say == "說 治理"
    assert plan.domains[0].label == "設計"


def test_a_workshop_past_midnight_counts_on(tmp_path: Path) -> None:
    text = WORKSHOP.replace("13:30", "22:00").replace("17:00", "01:30") + "    at: 00:15\nends_latest: 02:00\n"
    plan = resolve(make(tmp_path, text)).plan
    assert (plan.starts, plan.ends, plan.ends_latest) == (22 * 60, 25 * 60 + 30, 26 * 60)
    assert plan.blocks[1].at == 24 * 60 + 15


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        ("  - exercise: arival-round\n", ["8:15: there is no exercise 'arival-round': did you mean 'arrival-round'?"]),
        ("  - exercise: tensions\n", ["8:15: there is no exercise 'tensions': use one of "]),
        ("  - exercise: commitments\n    terms: [risc]\n", ["9:13: there is no term 'risc': did you mean 'risk'?"]),
        (
            "  - exercise: x\n  - exercise: y\nterms: [zz]\n",
            ["8:15: there is", "9:15: there is", "10:9: there is no term"],
        ),
    ],
)
def test_names_that_stand_for_nothing_are_all_told(agenda: str, found: list[str], tmp_path: Path) -> None:
    told = faults(lambda: resolve(make(tmp_path, AGENDA + agenda)))
    assert len(told) == len(found)
    assert all(line.startswith(start) for line, start in zip(told, found, strict=True))


def test_an_unknown_domain_gets_the_nearest(tmp_path: Path) -> None:
    text = WORKSHOP.replace("academia]", "acadamia]")
    assert faults(lambda: resolve(make(tmp_path, text))) == [
        "6:19: there is no domain 'acadamia': did you mean 'academia'?"
    ]


def test_a_domain_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    theatre = "{id: theatre, label: T, about: A, code: DE, colour: '#ffffff', pattern: dots}"
    text = WORKSHOP.replace("academia]", f"design, {theatre}]")
    assert faults(lambda: resolve(make(tmp_path, text))) == [
        "6:19: 'DE' stands for two domains here: keep one",
        "6:19: 'design' stands for two domains here: keep one",
        "6:27: 'DE' stands for two domains here: keep one",
    ]


def test_an_exercise_that_cannot_be_read_is_told_together_with_why(tmp_path: Path) -> None:
    put(tmp_path, "exercises/tiny.yaml", EXERCISE.replace("run: none", "run: 3"))
    told = faults(lambda: resolve(make(tmp_path, AGENDA + "  - exercise: tiny\n")))
    assert len(told) == 2
    assert "8:15: the exercise 'tiny' cannot be read: mend its file" in told


def test_content_that_nothing_uses_may_be_broken(tmp_path: Path) -> None:
    put(tmp_path, "exercises/other.yaml", "id: [")
    put(tmp_path, "glossaries/other.yaml", GLOSSARY)
    assert len(resolve(make(tmp_path)).plan.blocks) == 2


def test_a_missing_roster_is_told_where_one_is_named(tmp_path: Path) -> None:
    assert resolve(make(tmp_path, roster=None)).problems == ()
    named = resolve(make(tmp_path, WORKSHOP + "roster: rooster.csv\n", roster=None))
    assert [(problem.file, problem.what) for problem in named.problems] == [
        (str(tmp_path / "rooster.csv"), "cannot be read (no such file or directory): check the path")
    ]


def test_bad_rows_do_not_stop_a_session(tmp_path: Path) -> None:
    resolved = resolve(make(tmp_path, roster=ROSTER + ",design\nChi,theatre\n"))
    assert [person.name for person in resolved.roster.people] == ["Ana", "Ben", "Chi"]
    assert [person.domain for person in resolved.plan.people] == ["design", "academia", None]
    assert [problem.line for problem in resolved.problems] == [4, 5]


def test_the_plan_has_ids_and_no_names(tmp_path: Path) -> None:
    resolved = resolve(make(tmp_path))
    assert [person.id for person in resolved.plan.people] == [person.id for person in resolved.roster.people]
    assert "Ana" not in repr(resolved.plan)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("gone", "there is no such folder"),
        ("empty", "the folder has no workshop.yaml"),
        ("x" * 300, "there is no such folder"),
    ],
)
def test_what_is_no_workshop_says_how_to_make_one(name: str, what: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (fault,) = faults(lambda: resolve(Folder(tmp_path / name)))
    assert fault.startswith(f"0:0: {what}")
    assert "`workshop new`" in fault


def test_preparing_writes_ids_and_reads_the_same_plan(tmp_path: Path) -> None:
    folder = make(tmp_path)
    prepared = prepare(folder)
    assert (tmp_path / "roster.csv").read_text().startswith("id,name,domain\n")
    assert prepare(folder).plan == prepared.plan == resolve(folder).plan


def test_a_roster_that_cannot_be_written_is_a_problem_and_not_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("toolkit.workshop.table.write_whole", refuse)
    resolved = prepare(make(tmp_path))
    assert len(resolved.roster.people) == 2
    assert [problem.what for problem in resolved.problems] == [
        "new ids could not be written (permission denied): allow it before printing"
    ]


def test_a_folder_knows_what_is_where_in_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert folder.journal() != folder.journal(rehearsal=True)
    assert {path.parent for path in (folder.file, folder.out, folder.journal())} == {tmp_path}


VOTES = EXERCISE.replace("say: Say {term}", "say: Vote").replace("cut: never", "cut: never\n    capture: [verdicts]")
OWN = "term: {id: mine, labels: {en: a case of mine}, cases: [{id: a, text: A door, expect: yes}]}\n"


def test_an_exercise_that_is_given_no_word_brings_its_own_along(tmp_path: Path) -> None:
    put(tmp_path, "exercises/tiny.yaml", VOTES + OWN)
    plan = resolve(make(tmp_path, AGENDA + "  - exercise: tiny\n")).plan
    (block,), (term,) = plan.blocks, plan.terms
    assert (block.title, block.terms) == ("Tiny", ("mine",))
    assert (term.label("en"), term.exercise, [case.text for case in term.cases]) == (
        "a case of mine",
        "tiny",
        ["A door"],
    )


def test_a_word_of_the_agenda_or_a_glossary_comes_before_an_exercises_own(tmp_path: Path) -> None:
    put(tmp_path, "exercises/tiny.yaml", VOTES + OWN)
    plan = resolve(make(tmp_path, AGENDA + "  - exercise: tiny\n    terms: [risk]\n")).plan
    assert [(term.id, term.exercise) for term in plan.terms] == [("risk", "")]
    put(tmp_path, "glossaries/own.yaml", GLOSSARY.replace("id: risk", "id: mine").replace("en: risk", "en: ours"))
    plan = resolve(make(tmp_path, AGENDA + "  - exercise: tiny\n")).plan
    assert [(term.label("en"), term.exercise, term.cases) for term in plan.terms] == [("ours", "", ())]


def test_a_workshop_takes_the_steps_of_its_mode(tmp_path: Path) -> None:
    step = EXERCISE[EXERCISE.index("  - id: first") : EXERCISE.index("debrief")]
    written = EXERCISE.replace("[in-person]", "[in-person, online]").replace(
        step,
        step.replace("cut: never", "cut: never\n    modes: [in-person]")
        + step.replace("id: first", "id: on-screen").replace("cut: never", "cut: never\n    modes: [online]"),
    )
    put(tmp_path, "exercises/tiny.yaml", written)
    for mode, name in (("in-person", "first"), ("online", "on-screen"), ("hybrid", "first")):
        plan = resolve(make(tmp_path, f"mode: {mode}\n{AGENDA}  - exercise: tiny\n")).plan
        assert [step.name for step in plan.steps] == [name]
