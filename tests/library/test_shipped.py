"""Everything that ships is sound, complete by its model, and fit for the screen it is shown on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.library.content import SHIPPED, shipped
from toolkit.files.places import CONTENT_FOLDERS, built_in
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import in_language
from toolkit.workshop.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.library.domain import Domain
    from toolkit.library.exercise import Exercise
    from toolkit.library.glossary import Term

CATALOGUE = Catalogue()
EXERCISES = [found.item for found in CATALOGUE.exercises().values()]
DOMAINS = list(CATALOGUE.domains().values())

TENSIONS = {
    "commercialization-pressure", "veteran-newcomer-asymmetry", "norms-without-responsibility",
    "public-private-role-ambiguity", "large-state-small-state", "legitimacy-efficiency",
    "human-post-human-governance", "technology-optimism-skepticism", "token-fiat-investors", "transition-shock",
    "language-mismatch", "expectation-asymmetry",
    "online-consensus-offline-execution", "agreement-without-alignment", "displaced-responsibility",
}  # fmt: skip
LATER_WORK = {
    "organizational-design", "governance-mechanisms", "ai-native-delegation", "human-machine-responsibility",
}  # fmt: skip


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_file_checks_clean(path: Path) -> None:
    assert check(path).problems == []


def test_the_folders_as_a_whole_check_clean() -> None:
    report = check(built_in("exercises").parent)
    assert report.problems == []
    assert report.files == len(SHIPPED)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_first_line_points_editors_to_a_schema_that_is_there(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match is not None
    assert (path.parent / match[1]).is_file()


def test_nothing_but_content_lies_in_the_folders() -> None:
    for folder in CONTENT_FOLDERS:
        assert {path.suffix for path in built_in(folder).rglob("*") if path.is_file()} <= {".yaml", ".json"}


def test_the_fifteen_tensions_and_four_fields_of_later_work_are_there() -> None:
    kinds = {id_: tension.kind for id_, tension in CATALOGUE.tensions().items()}
    assert {id_ for id_, kind in kinds.items() if kind == "tension"} == TENSIONS
    assert {id_ for id_, kind in kinds.items() if kind == "later-work"} == LATER_WORK


def test_the_six_exercises_of_the_first_afternoon_are_there() -> None:
    assert {exercise.id for exercise in EXERCISES} >= {
        "arrival-round", "term-collision", "who-decides-by-when", "where-agreement-stops", "responsibility-relay",
        "commitments",
    }  # fmt: skip


@pytest.mark.parametrize("field", ["id", "code", "colour", "pattern", "label"])
def test_no_two_domains_share_what_tells_them_apart(field: str) -> None:
    values = [str(getattr(domain, field)).casefold() for domain in DOMAINS]
    assert len(set(values)) == len(values) == 6


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_luminance_is_that_of_the_standard() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert (1.05) / (luminance("#767676") + 0.05) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.id)
def test_black_or_white_text_reads_at_seven_to_one_on_every_domains_colour(domain: Domain) -> None:
    light = luminance(domain.colour)
    assert max(1.05 / (light + 0.05), (light + 0.05) / 0.05) >= 7


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
class TestEveryExercise:
    def test_says_in_its_invitation_what_is_recorded(self, exercise: Exercise) -> None:
        invitation = in_language(exercise.invitation, "en").casefold()
        assert re.search(r"record|written|write|note", invitation)

    def test_has_what_a_stranger_needs_to_run_it(self, exercise: Exercise) -> None:
        for name in ("purposes", "materials", "debrief", "traps", "access", "variations", "outputs", "sources"):
            assert getattr(exercise, name), name
        for name in ("when", "when_not", "bridges", "space", "power"):
            assert len(in_language(getattr(exercise, name), "en")) > 40, name
        assert exercise.group.table is not None

    def test_has_steps_with_something_to_say_do_and_watch_for(self, exercise: Exercise) -> None:
        for step in exercise.steps:
            assert min(len(in_language(text, "en")) for text in (step.say, step.do)) > 40, step.id
            assert step.watch_for is not None, step.id

    def test_has_minutes_that_add_up_to_what_a_session_can_hold(self, exercise: Exercise) -> None:
        shortest, ideal, longest = exercise.minutes
        assert shortest < ideal < longest <= 120
        for step in exercise.steps:
            assert step.minutes.min <= step.minutes.ideal <= step.minutes.max
            assert step.cut != "shorten" or step.minutes.min < step.minutes.ideal, step.id

    def test_claims_no_run_that_no_room_has_made(self, exercise: Exercise) -> None:
        assert exercise.run == "none"

    def test_shows_at_most_eight_lines_of_thirty_four_characters(self, exercise: Exercise) -> None:
        for line_count, longest in shown(exercise):
            assert line_count <= 8
            assert longest <= 34

    def test_uses_the_word_in_dispute_only_where_it_is_made_for_one(self, exercise: Exercise) -> None:
        shows_the_word = any(step.show and step.show.view == "word" for step in exercise.steps)
        assert ("{term}" in str(exercise.model_dump())) == shows_the_word
        assert set(re.findall(r"\{[a-z_]+\}", " ".join(spoken(exercise)))) <= {"{term}"}


def shown(exercise: Exercise) -> Iterator[tuple[int, int]]:
    """Yield the lines and the longest line of each text for the room, with a long word filled in."""
    for step in exercise.steps:
        if step.show and step.show.text:
            lines = in_language(step.show.text, "en").replace("{term}", "responsibility").strip().splitlines()
            yield len(lines), max(map(len, lines))


def spoken(exercise: Exercise) -> Iterator[str]:
    for step in exercise.steps:
        yield in_language(step.say, "en")
        yield in_language(step.do, "en")


TERMS = {
    "governance", "responsibility", "risk", "participation", "accountability", "consensus", "legitimacy",
    "decentralization", "ownership", "transparency", "trust", "community", "contribution", "stakeholder", "token",
    "compliance", "autonomy", "delegation", "scale", "sustainability",
}  # fmt: skip


def test_the_twenty_terms_are_there() -> None:
    assert set(CATALOGUE.terms()) == TERMS


@pytest.mark.parametrize("term", [term for term, _ in CATALOGUE.terms().values()], ids=lambda term: term.id)
class TestEveryTerm:
    def test_has_senses_of_four_domains_at_least_each_with_its_sources(self, term: Term) -> None:
        assert len({sense.domain for sense in term.senses}) >= 4
        for sense in term.senses:
            assert any(source.address for source in sense.sources), sense.domain

    def test_has_been_reviewed_by_nobody_yet(self, term: Term) -> None:
        assert {sense.review for sense in term.senses} == {case.review for case in term.cases} == {"none"}

    def test_has_labels_senses_and_cases_in_english_and_traditional_chinese(self, term: Term) -> None:
        texts = [sense.definition for sense in term.senses] + [case.text for case in term.cases]
        assert {"en", "zh-Hant"} <= set(term.labels)
        assert all(isinstance(text, dict) and {"en", "zh-Hant"} <= set(text) for text in texts)

    def test_has_starter_cases_that_split_domains_beside_one_that_all_accept_and_one_that_all_refuse(
        self, term: Term
    ) -> None:
        expected = [case.expect for case in term.cases]
        assert expected.count("yes") >= 1
        assert expected.count("no") >= 1
        assert expected.count("borderline") >= 2
        assert all(case.splits for case in term.cases if case.expect == "borderline")

    def test_no_case_gives_the_word_away(self, term: Term) -> None:
        word = term.labels["en"].casefold()
        assert not [case.id for case in term.cases if word in in_language(case.text, "en").casefold()]


def test_no_field_that_ships_is_left_empty() -> None:
    for path in SHIPPED:
        assert all(value not in ("", None) for value in leaves(shipped(path).data)), path


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def test_every_tension_and_field_has_an_exercise_made_for_it() -> None:
    """The first tension of an exercise is the one it is made for."""
    assert {exercise.tensions[0] for exercise in EXERCISES} == TENSIONS | LATER_WORK


def test_the_ordinary_parts_of_a_day_are_there_and_what_closes_it_is_kept_whole() -> None:
    by_id = {exercise.id: exercise for exercise in EXERCISES}
    assert by_id.keys() >= {
        "arrival-round", "check-in", "stand-where-you-are", "harvest", "consent-round", "closing-round", "commitments",
    }  # fmt: skip
    assert {id_ for id_, exercise in by_id.items() if exercise.priority == "keep"} >= {"closing-round", "commitments"}
    for exercise in EXERCISES:
        for step in exercise.steps:
            if step.show and step.show.view == "commitments" and "commitments" in step.capture:
                assert step.cut == "never", f"{exercise.id}: {step.id}"
