"""Names leave YAML files where somebody wrote them; what a file rests on stays, and so does all else as it was."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.session.room import prove
from toolkit.workshop.forget_yaml import names_in, without_names
from toolkit.workshop.name_finder import GONE, NameFinder

FILE = """\
# as Ana has it  # Silva
title: Design with Ana     # hers: ana's
place: "Zo\\u00eb\\x41na, Ana \\u0053ilva"
domains: [open-source, design, {id: ana, label: Ana, code: AN}]   # design
roster: Ana.csv
Ana: design
agenda:
  - exercise: ana
    title: {en: Ana and Silva, pt: 'd''Ana', say: Ana}
  - break: |  # Ana's
      with Ana
        Silva

      and design
    minutes: 5
  - talk: >-
      Ana
      Silva speaks
  - exercise: design
    title: &a "\\x41na"
  - talk: *a
    say: {view: Ana, show: Ana}
# Ana ends it"""
CLEANED = """\
# as (name removed) has it  # (name removed)
title: (name removed) with (name removed)     # hers: (name removed)'s
place: "Zoë\u0041na, (name removed)"
domains: [open-source, design, {id: ana, label: Ana, code: AN}]   # design
roster: Ana.csv
Ana: design
agenda:
  - exercise: ana
    title: {en: (name removed) and (name removed), pt: 'd''(name removed)', say: (name removed)}
  - break: |  # (name removed)'s
      with (name removed)

      and design
    minutes: 5
  - talk: >-
      (name removed) speaks
  - exercise: design
    title: &a "(name removed)"
  - talk: *a
    say: {view: Ana, show: (name removed)}
# (name removed) ends it"""


def test_only_what_somebody_wrote_is_cleaned() -> None:
    finder = NameFinder(["Ana Silva", "Design"])
    assert without_names(FILE, finder) == CLEANED
    assert names_in(FILE, finder) == [1, 2, 3, 9, 10, 11, 17, 20, 22, 23]
    assert without_names("\ufeff" + FILE, finder) == "\ufeff" + without_names(FILE, finder)
    assert names_in(without_names(FILE, finder), finder) == []


WORDS = st.lists(st.sampled_from(["Ana", "ana", "Silva", "design", "é", "#", ":", "'", '"', "\\", "a", "\n", "  "]))
TEXTS = WORDS.map(" ".join)
VALUES = st.recursive(
    TEXTS | st.none() | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "en", "exercise", "id", "survey", "domains", "Ana"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(
    VALUES.map(lambda value: {"agenda": value}),
    st.sampled_from(["|", ">", "'", '"', None]),
    st.booleans(),
    st.integers(12, 80),
)
@prove(300)
def test_a_file_says_the_same_without_the_names(
    value: dict[str, Any], style: str | None, flow: bool, width: int
) -> None:
    text = yaml.safe_dump(value, default_style=style, default_flow_style=flow, width=width, allow_unicode=False)
    finder = NameFinder(["Ana Silva"])
    found = yaml.safe_load(without_names(text, finder))
    assert spaced(found) == spaced(cleaned(yaml.safe_load(text), finder))


def cleaned(value: Any, finder: NameFinder, above: str = "", key: str = "") -> Any:  # noqa: ANN401
    """Return what a file should say: names are gone below `title` and `survey`, also where these have languages."""
    if isinstance(value, dict):
        return {name: cleaned(part, finder, key, name) for name, part in value.items()}
    if isinstance(value, list):
        return [cleaned(part, finder, above, key) for part in value]
    prose = key in ("title", "survey") or (key in ("en", "id", "Ana") and above in ("title", "survey"))
    return finder.without(value) if isinstance(value, str) and prose else value


def spaced(value: Any) -> Any:  # noqa: ANN401
    """Return a value with single spaces: a name may have gone with the line that ended in it."""
    if isinstance(value, dict):
        return {name: spaced(part) for name, part in value.items()}
    if isinstance(value, list):
        return [spaced(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("text", ["title: [Ana", "title: 'Ana", "a: b: Ana", "title: \udc80"])
def test_what_is_no_yaml_is_told(text: str) -> None:
    with pytest.raises((yaml.YAMLError, UnicodeError)):
        without_names(text, NameFinder(["Ana"]))


def test_the_mark_of_a_removed_name_is_plain_yaml() -> None:
    assert yaml.safe_load(f"[{GONE}, {{a: {GONE}}}]") == [GONE, {"a": GONE}]
