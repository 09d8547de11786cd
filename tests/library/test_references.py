"""Names in one file exist in the others, and stand for one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.faults import read_text
from tests.library.content import EXERCISE, GLOSSARY, spoiled
from toolkit.library.catalogue import Catalogue
from toolkit.library.kinds import DOMAINS, TENSIONS
from toolkit.library.kinds import EXERCISE as EXERCISES
from toolkit.library.kinds import GLOSSARY as GLOSSARIES
from toolkit.library.references import check_references
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from toolkit.library.kinds import Kind

SENSE = """\
    senses:
      - domain: design
        definition: x
        decides: {code: maintainers}
        by_when: {code: at-once}
        follows: {code: fork-or-exit}
        example: x
        sources: [{title: x}]
"""
CASES = "    cases: [{id: one, text: x, expect: yes}, {id: two, text: x, expect: no}, {id: one, text: y, expect: no}]\n"
DOMAIN = "{{id: {}, label: x, about: x, code: XX, colour: '#ffffff', pattern: dots}}"
TENSION = "{{id: {}, title: x, setting: x, description: x}}"


def reference_faults(kind: Kind, text: str) -> list[str]:
    document = read_text(text)
    problems = check_references(validate(kind.model, document), document, Catalogue())
    return [f"{problem.line}:{problem.column}: {problem.what}" for problem in problems]


def test_names_that_exist_are_no_fault() -> None:
    assert reference_faults(EXERCISES, EXERCISE + "printables: [participant-cards]\n") == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            spoiled(EXERCISE, "[language-mismatch]", "[expectation-asymmetry, langage-mismatch]"),
            "4:35: there is no tension 'langage-mismatch': did you mean 'language-mismatch'?",
        ),
        (
            EXERCISE + "printables: [participant-card]\n",
            "27:14: there is no printable 'participant-card': did you mean 'participant-cards'?",
        ),
    ],
)
def test_an_exercise_names_what_exists(text: str, fault: str) -> None:
    assert reference_faults(EXERCISES, text) == [fault]


@pytest.mark.parametrize(
    ("name", "wrong", "fault"),
    [
        ("design", "desing", "6:17: there is no domain 'desing': did you mean 'design'?"),
        ("maintainers", "maintainer", "8:25: there is no decides code 'maintainer': did you mean 'maintainers'?"),
        ("at-once", "once", "9:25: there is no by_when code 'once': did you mean 'at-once'?"),
        ("fork-or-exit", "fork", "10:25: there is no follows code 'fork': use one of"),
    ],
)
def test_a_sense_names_a_domain_and_codes_that_exist(name: str, wrong: str, fault: str) -> None:
    assert reference_faults(GLOSSARIES, GLOSSARY + SENSE) == []
    (found,) = reference_faults(GLOSSARIES, GLOSSARY + spoiled(SENSE, name, wrong))
    assert found.startswith(fault)


def test_two_cases_of_one_name_are_a_fault_at_the_second() -> None:
    assert reference_faults(GLOSSARIES, GLOSSARY + CASES) == ["5:83: two cases are called 'one': rename one"]


@pytest.mark.parametrize(("kind", "entry"), [(DOMAINS, DOMAIN), (TENSIONS, TENSION)])
def test_two_entries_of_one_name_are_a_fault_at_the_second(kind: Kind, entry: str) -> None:
    text = f"{kind.sign}:\n  - {entry.format('one')}\n  - {entry.format('two')}\n  - {entry.format('one')}\n"
    assert reference_faults(kind, text) == ["4:10: 'one' stands here twice: keep one"]


def test_two_terms_of_one_name_are_a_fault_at_the_second() -> None:
    text = GLOSSARY + "  - id: risk\n    labels: {en: Risk}\n"
    assert reference_faults(GLOSSARIES, text) == ["5:9: 'risk' stands here twice: keep one"]
