"""Names are found however they are written, and nothing else is."""

from __future__ import annotations

import re
import time
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.workshop import everyday_words
from toolkit.workshop.everyday_words import EVERYDAY, FUNCTION
from toolkit.workshop.name_finder import GONE, NameFinder
from toolkit.workshop.name_folding import folded, placed


@pytest.mark.parametrize(
    ("name", "text", "without"),
    [
        ("Anna Łuczak", "ANNA  łuczak said", f"{GONE} said"),
        ("Anna Łuczak", "ask Anna's table, or Łuczak", f"ask {GONE}'s table, or {GONE}"),
        ("Anna Łuczak", "Hannah, annals, anna, Annalena", f"Hannah, annals, {GONE}, Annalena"),
        ("Anna Łuczak", normalize("NFD", "Zoë and Łuczak"), f"Zoë and {GONE}".replace("Zoë", normalize("NFD", "Zoë"))),
        ("Zoë Krüger-Bianchi 🎨", normalize("NFD", "Zoë, Krüger and Bianchi"), f"{GONE}, {GONE} and {GONE}"),
        ("Lars van der Meer", "van der, Meer, the Meerse", f"van der, {GONE}, the Meerse"),
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
        ("Ed Li", "Ed edited; Ed Li left", f"{GONE} edited; {GONE} left"),
        ("<b>Bo</b>", "x <b>bo</b> y", f"x {GONE} y"),
        ("a.c", "abc a.c", f"abc {GONE}"),
    ],
)
def test_a_name_and_its_parts(name: str, text: str, without: str) -> None:
    finder = NameFinder([name])
    assert finder.without(text) == without
    assert bool(finder.found(text)) == (text != without)


@pytest.mark.parametrize(
    ("name", "text", "without"),
    [
        # parts of two letters, with a capital alone
        ("Bo Li", "Bo asks LI; bold lions, bo, li", f"{GONE} asks {GONE}; bold lions, bo, li"),
        ("An Đỗ", "An idea. Do it, but ask Đỗ, or an đỗ", f"An idea. Do it, but ask {GONE}, or {GONE}"),
        ("No In", "No, In that case", "No, In that case"),
        # any case
        ("Mehmet Aydın", "MEHMET, mehmet, aydin, AYDIN, Aydın", ", ".join([GONE] * 5)),
        ("Tomasz “Tomek” Łuczak", "tomek asks łuczak", f"{GONE} asks {GONE}"),
        ("JOSÉ PÉREZ", "jose and Perez", f"{GONE} and {GONE}"),
        ("Jose Perez", "josé and Pérez", f"{GONE} and {GONE}"),
        ("Пётр Королёв", "петр и КОРОЛЕВ", f"{GONE} и {GONE}"),
        ("Γιώργος Ψάλτης", "ΓΙΩΡΓΟΣ, γιωργοσ", f"{GONE}, {GONE}"),
        # words that anybody may say
        ("Will Marks", "will it? Will said: marks, Marks; wills", f"will it? {GONE} said: marks, {GONE}; wills"),
        ("May", "we may; May may", f"we may; {GONE} may"),
        ("Hope Grant", "we hope; hope grant asks", f"we hope; {GONE} asks"),
        ("Nguyễn Thế Anh", "the idea. The next. Thế spoke", f"the idea. The next. {GONE} spoke"),
        ("Thi Bia", "This bias, that; ask thi", f"This bias, that; ask {GONE}"),
        ("Ana Silva (she/her)", "she asks her; ana silva too", f"she asks her; {GONE} too"),
        # what stands between the parts
        ("Mehmet Aydın", "Mehmet\u00a0Aydın, mehmet_aydin, Mehmet\n  Aydın, Mehmet-Aydın", ", ".join([GONE] * 4)),
        ("Mehmet Aydın", "@MehmetAydin, mehmet.aydin2, x_mehmet1", f"@{GONE}, {GONE}2, x_{GONE}1"),
        ("Bo Li", "boli, bo  li", f"boli, {GONE}"),
        ("Zoë Krüger-Bianchi", "zoe kruger bianchi", GONE),
        ("佐藤 健太", "佐藤健太さん", f"{GONE}さん"),
        # a genitive, and what stands before an apostrophe
        ("Mehmet Aydın", "Mehmet's, Mehmets, Mehmet’in, MEHMETS", f"{GONE}'s, {GONE}, {GONE}’in, {GONE}"),
        ("Иван Петров", "слово Ивана Петрова", "слово Ивана Петрова"),
        # other spellings, and signs that nobody sees
        ("Jürgen Strauß", "juergen STRAUSS, Jurgen Strauss", f"{GONE}, {GONE}"),
        ("Ingrid Ævarsdóttir", "aevarsdottir", GONE),
        ("Samuel O'Neill", "oneill? O`Neill, neill", f"oneill? {GONE}, {GONE}"),
        ("Mehmet Aydın", "Meh\u00admet and Ay\u200bdın!", f"{GONE} and {GONE}!"),
        ("葛城 美和", "葛\U000e0100城さん", f"{GONE}さん"),
        ("김철수", normalize("NFD", "철수 씨"), f"{GONE}{normalize('NFD', ' 씨')}"),
        ("2nd Hand", "12nd hand, 2nd hand", f"12nd hand, {GONE}"),
        ("name removed", GONE, GONE),
    ],
)
def test_a_name_however_it_is_written(name: str, text: str, without: str) -> None:
    assert NameFinder([name]).without(text) == without


def test_addresses_are_found_whole() -> None:
    finder = NameFinder.of_roster({"K7X": "Ana Silva", "M3V": "M3V"}, ["ops", "Bea"], ["m.Costa-Reis@uni.example"])
    text = "M3V, ops and Bea: ask M.COSTA-REIS@uni.example, not costa; joao@uni.example neither"
    assert finder.without(text) == f"M3V, ops and {GONE}: ask {GONE}, not costa; joao@uni.example neither"


def test_another_person_known_by_the_whole_name_is_left() -> None:
    finder = NameFinder(["Ana Silva"], stand=["Ana Lopez", "Ana", "Rui Silva Costa"])
    text = "Ana Lopez, ANA  LOPEZ's and rui silva costa; ana, Silva, Ana Lopezova"
    assert finder.without(text) == f"Ana Lopez, ANA  LOPEZ's and rui silva costa; {GONE}, {GONE}, {GONE} Lopezova"
    assert NameFinder(["Ana Silva"], stand=["ana silva"]).found("Ana Silva") == ["Ana Silva"]


def test_the_lists_of_words_are_sorted_and_apart() -> None:
    source = Path(everyday_words.__file__).read_text(encoding="utf-8")
    lists = [found.split() for found in re.findall(r'= """(.*?)"""', source, re.DOTALL)]
    assert [set(words) for words in lists] == [FUNCTION, EVERYDAY]
    assert all(words == sorted(set(words)) for words in lists)
    assert not FUNCTION & EVERYDAY
    said = (
        "will mark art may june april grace hope faith joy rose bill frank grant rich chase dean max pat rob sue gene"
    )
    assert set(said.split()) <= EVERYDAY


def test_many_names_take_no_longer_than_few() -> None:
    first = ("Amara", "Boris", "Elif")
    names = [f"{first[n % 3]}{n} Okoye{'abcdefghij'[n % 10]}" for n in range(400)]
    finder = NameFinder(names)
    texts = [
        f"the council decides {n}, {names[n % 400] if n % 10 == 0 else 'nobody'} was asked: möglich"
        for n in range(10_000)
    ]
    begun = time.perf_counter()
    assert sum(len(finder.found(text)) for text in texts) == 1_000
    assert time.perf_counter() - begun < 10, "one pattern for all of them"


def test_without_names_nothing_is_found() -> None:
    assert NameFinder([]).without("Anna") == "Anna"
    assert NameFinder(["", "  "]).found("Anna  ") == []


NAMES = st.text(min_size=1) | st.text("aÅöß0ij İıΣς한국ᄒ́̈.-_'ﬁk", min_size=1)


@given(NAMES.filter(lambda name: folded(name).strip() and name.strip() != GONE), st.text(), st.text())
def test_a_whole_name_on_its_own_is_always_found(name: str, before: str, after: str) -> None:
    finder = NameFinder([name])
    assert finder.found(f"{before} {' '.join(name.split())} {after}")
    for form in ("NFC", "NFD"):
        assert finder.without(normalize(form, name.strip())) != normalize(form, name.strip())


@given(NAMES.map(lambda text: text * 3))
def test_every_place_in_folded_text_is_one_in_the_text(text: str) -> None:
    plain, places = placed(text)
    assert len(places) == len(plain) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
