"""Names are found however they are written, and nothing else is."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.workshop.name_finder import GONE, NameFinder


@pytest.mark.parametrize(
    ("name", "text", "without"),
    [
        ("Anna Łuczak", "ANNA  łuczak said", f"{GONE} said"),
        ("Anna Łuczak", "ask Anna's table, or Łuczak", f"ask {GONE}'s table, or {GONE}"),
        ("Anna Łuczak", "Hannah, annals, anna, Annalena", "Hannah, annals, anna, Annalena"),
        ("Anna Łuczak", normalize("NFD", "Zoë and Łuczak"), f"Zoë and {GONE}".replace("Zoë", normalize("NFD", "Zoë"))),
        ("Zoë Krüger-Bianchi 🎨", normalize("NFD", "Zoë, Krüger and Bianchi"), f"{GONE}, {GONE} and {GONE}"),
        ("Lars van der Meer", "van der, Meer, the Meers", f"van der, {GONE}, the Meers"),
        ("Dr. Chiamaka Okonkwo", "Dr. Chiamaka and Dr. No", f"Dr. {GONE} and Dr. No"),
        ("Tomasz “Tomek” Żółkiewski", "Tomek spoke", f"{GONE} spoke"),
        ("Anna Łuczak", "ask LUCZAK or Luczak", f"ask {GONE} or {GONE}"),
        ("Zoë Krüger-Bianchi", "Zoe and Kruger", f"{GONE} and {GONE}"),
        ("Samuel O'Neill", "O’Neill said", f"{GONE} said"),
        ("ana silva", "ask Ana, and SILVA", f"ask {GONE}, and {GONE}"),
        ("अदिति शर्मा", "ask शर्मा", f"ask {GONE}"),
        ("นภัสสร ศรีสุข", "นภัสสร said", f"{GONE} said"),
        ("陳志明", "陳志明說話，志明不同意", f"{GONE}說話，{GONE}不同意"),
        ("佐藤 健太", "佐藤さんと健太", f"{GONE}さんと{GONE}"),
        ("خالد منصور", "قال خالد منصور نعم", f"قال {GONE} نعم"),
        ("Ed Li", "Ed edited; Ed Li left", f"Ed edited; {GONE} left"),
        ("<b>Bo</b>", "x <b>bo</b> y", f"x {GONE} y"),
        ("a.c", "abc a.c", f"abc {GONE}"),
    ],
)
def test_a_name_and_its_parts(name: str, text: str, without: str) -> None:
    finder = NameFinder([name])
    assert finder.without(text) == without
    assert bool(finder.found(text)) == (text != without)


def test_without_names_nothing_is_found() -> None:
    assert NameFinder([]).without("Anna") == "Anna"
    assert NameFinder(["", "  "]).found("Anna  ") == []


@given(st.text(min_size=1).filter(str.strip), st.text(), st.text())
def test_a_whole_name_on_its_own_is_always_found(name: str, before: str, after: str) -> None:
    finder = NameFinder([name])
    assert finder.found(f"{before} {' '.join(name.split())} {after}")
    assert finder.without(name.strip()) != name.strip()
