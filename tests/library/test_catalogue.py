"""Content is found in the workshop's folder first, then in the user's, then in what ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.content import EXERCISE, GLOSSARY, PRINTABLE, SHIPPED
from toolkit.files.places import user_data
from toolkit.library.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path


def put(root: Path, name: str, text: str) -> Path:
    """Write a content file, such as `exercises/tiny.yaml`."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tiny(title: str, id_: str = "tiny") -> str:
    return EXERCISE.replace("title: Tiny", f"title: {title}").replace("id: tiny", f"id: {id_}")


def glossary(label: str, id_: str = "risk") -> str:
    return GLOSSARY.replace("en: risk", f"en: {label}").replace("id: risk", f"id: {id_}")


def test_everything_that_ships_is_found_without_a_workshop() -> None:
    catalogue = Catalogue()
    found = {*catalogue.exercises(), *catalogue.printables(), *catalogue.sheets()}
    reserved = {"domains", "tensions", "facets"}
    shipped = {path.stem for path in SHIPPED} - reserved
    assert found | set(catalogue.terms()) == shipped
    assert len(catalogue.domains()) == 6
    assert catalogue.facets() is not None
    assert catalogue.problems == []


def test_the_nearest_place_hides_the_others(tmp_path: Path) -> None:
    put(user_data(), "exercises/commitments.yaml", tiny("User", "commitments"))
    assert Catalogue().exercises()["commitments"].origin == "user"
    put(tmp_path, "exercises/commitments.yaml", tiny("Workshop", "commitments"))
    catalogue = Catalogue(tmp_path)
    for found in (catalogue.exercise("commitments"), catalogue.exercises()["commitments"]):
        assert found is not None
        assert (found.origin, found.item.title) == ("workshop", "Workshop")
    assert catalogue.exercises()["arrival-round"].origin == "built-in"


def test_items_come_in_alphabetical_order_wherever_they_are_from(tmp_path: Path) -> None:
    put(tmp_path, "exercises/zebra.yaml", tiny("Z", "zebra"))
    put(user_data(), "exercises/aardvark.yaml", tiny("A", "aardvark"))
    ids = list(Catalogue(tmp_path).exercises())
    assert ids == sorted(ids)
    assert (ids[0], ids[-1]) == ("aardvark", "zebra")


def test_an_id_that_differs_from_the_files_name_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "exercises/other.yaml", tiny("Tiny"))
    catalogue = Catalogue(tmp_path)
    assert catalogue.exercise("other") is None
    assert "other" not in catalogue.exercises()
    assert [str(problem) for problem in catalogue.problems] == [
        f"{path}:1:5: id 'tiny' differs from the file's name: call the file tiny.yaml, or write `id: other`"
    ]


@pytest.mark.parametrize("broken", ["id: [", "id: broken\n", "\0", "- a list", tiny("X")])
def test_a_broken_file_is_reported_and_costs_no_other(broken: str, tmp_path: Path) -> None:
    put(tmp_path, "exercises/broken.yaml", broken)
    put(tmp_path, "exercises/sound.yaml", tiny("Sound", "sound"))
    catalogue = Catalogue(tmp_path)
    assert catalogue.exercise("sound") is not None
    assert catalogue.problems == []
    assert "sound" in catalogue.exercises()
    assert "broken" not in catalogue.exercises()
    assert {problem.file for problem in catalogue.problems} == {str(tmp_path / "exercises/broken.yaml")}


def test_a_folder_with_a_content_files_name_is_reported(tmp_path: Path) -> None:
    (tmp_path / "printables" / "odd.yaml").mkdir(parents=True)
    catalogue = Catalogue(tmp_path)
    assert "odd" not in catalogue.printables()
    assert [problem.what for problem in catalogue.problems] == ["this is a folder: name a file in it"]


def test_a_broken_file_still_hides_what_it_stands_for(tmp_path: Path) -> None:
    put(tmp_path, "printables/participant-cards.yaml", "id: participant-cards\n")
    catalogue = Catalogue(tmp_path)
    assert catalogue.printable("participant-cards") is None
    assert "participant-cards" not in catalogue.printables()


def test_what_is_read_twice_is_reported_once(tmp_path: Path) -> None:
    put(tmp_path, "printables/bad.yaml", "id: [")
    catalogue = Catalogue(tmp_path)
    for _ in range(3):
        catalogue.printables()
        catalogue.printable("bad")
    assert len(catalogue.problems) == 1


@pytest.mark.parametrize(
    "name", ["domains", "facets", "tensions", "../exercises/tiny", "x/y", "", ".", "a\0b", "x" * 300]
)
def test_a_name_that_is_no_items_finds_nothing_and_breaks_nothing(name: str, tmp_path: Path) -> None:
    put(tmp_path, "exercises/tiny.yaml", tiny("Tiny"))
    catalogue = Catalogue(tmp_path)
    assert (catalogue.exercise(name), catalogue.printable(name), catalogue.term(name)) == (None, None, None)
    assert catalogue.problems == []
    assert len(catalogue.domains()) == 6


def test_a_term_is_found_in_a_file_of_any_name(tmp_path: Path) -> None:
    put(tmp_path, "glossaries/our-words.yaml", glossary("stake", "stake"))
    term = Catalogue(tmp_path).term("stake")
    assert term is not None
    assert term.labels == {"en": "stake"}


@pytest.mark.parametrize("name", ["aaa", "risk", "zzz"])
def test_the_workshops_term_comes_first_whatever_its_file_is_called(name: str, tmp_path: Path) -> None:
    put(tmp_path, f"glossaries/{name}.yaml", glossary("our risk"))
    catalogue = Catalogue(tmp_path)
    for term in (catalogue.term("risk"), catalogue.terms()["risk"][0]):
        assert term is not None
        assert term.labels["en"] == "our risk"
    assert catalogue.terms()["risk"][1].origin == "workshop"


def test_a_glossary_hides_its_terms_only_and_no_others_of_its_name(tmp_path: Path) -> None:
    put(tmp_path, "glossaries/risk.yaml", glossary("danger", "danger"))
    catalogue = Catalogue(tmp_path)
    risk = catalogue.term("risk")
    assert risk is not None
    assert len(risk.senses) > 0
    assert {"danger", "risk"} <= set(catalogue.terms())
    assert list(catalogue.terms()) == sorted(catalogue.terms())


def test_a_workshop_may_define_a_domain_and_redefine_another(tmp_path: Path) -> None:
    define = "{{id: {}, label: {}, about: We act, code: XX, colour: '#ffffff', pattern: dots}}"
    text = f"domains:\n  - {define.format('theatre', 'Theatre')}\n  - {define.format('design', 'Our design')}\n"
    put(tmp_path, "glossaries/domains.yaml", text)
    domains = Catalogue(tmp_path).domains()
    assert domains["design"].label == "Our design"
    assert set(domains) > {"theatre", "academia"}


def test_broken_domains_of_a_workshop_leave_those_that_ship(tmp_path: Path) -> None:
    put(tmp_path, "glossaries/domains.yaml", "domains: 3")
    catalogue = Catalogue(tmp_path)
    assert len(catalogue.domains()) == 6
    assert len(catalogue.problems) == 1


def test_a_printable_of_the_users_is_found() -> None:
    put(user_data(), "printables/card.yaml", PRINTABLE)
    found = Catalogue().printable("card")
    assert found is not None
    assert found.origin == "user"
