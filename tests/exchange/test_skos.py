"""SKOS: accepted by VocPub, SkoHub's shapes and skosify; each of them refuses a broken export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SDO, SKOS

from tests.exchange.judges import graph, skohub, skosify, vocpub
from tests.exchange.samples import SAMPLES, built_in, found, hostile, sense, setting
from tests.exchange.strategies import characters, glossaries
from toolkit.exchange.skos import to_skos
from toolkit.exchange.turtle import literal
from toolkit.exchange.values import Setting
from toolkit.files.problems import UserError
from toolkit.library.glossary import Glossary, Pair, Term

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy  # noqa: F401

from hypothesis import strategies as st

BASE = "https://example.org/glossary/autumn-2026-12-03/"


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_domains_file_is_a_vocabulary_to_all_three(
    sample: Callable[[], Glossary], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = to_skos(sample(), setting())
    domains = [text for name, text in files.items() if name.startswith("domains/")]
    assert len(domains) >= 2
    for text in domains:
        assert vocpub(text) == []
        assert skohub(text) == []
        assert skosify(text, tmp_path, caplog) == []


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_bundle_keeps_the_conditions_of_skos(
    sample: Callable[[], Glossary], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = to_skos(sample(), setting())["bundle.ttl"]
    assert skohub(text) == []
    assert skosify(text, tmp_path, caplog) == []


def test_all_files_together_keep_the_conditions_of_skos() -> None:
    whole = Graph()
    for text in to_skos(found(), setting()).values():
        whole += graph(text)
    assert skohub(whole.serialize(format="turtle")) == []


def test_vocpub_refuses_a_vocabulary_without_its_metadata() -> None:
    text = to_skos(found(), setting())["domains/design.ttl"]
    for predicate in (DCTERMS.created, DCTERMS.publisher, SKOS.hasTopConcept, SKOS.historyNote, SDO.name):
        assert vocpub(without(text, predicate)), predicate
    second = 'skos:prefLabel "Design"@fr ;\n    dcterms:created'
    assert vocpub(text.replace("dcterms:created", second, 1))


def without(text: str, predicate: URIRef) -> str:
    """Return Turtle without what one predicate says."""
    changed = graph(text)
    changed.remove((None, predicate, None))
    assert len(changed) < len(graph(text))
    return changed.serialize(format="turtle")


def test_skohub_refuses_what_breaks_a_condition() -> None:
    text = to_skos(found(), setting())["bundle.ttl"]
    a, b = f"<{BASE}senses/governance.design>", f"<{BASE}senses/governance.public-service>"
    assert f"{a}\n" in text
    same = "same as altLabel"
    broken = {
        "S13": f'{a} skos:altLabel "{same}"@en ; skos:prefLabel "{same}"@en .',
        "S14": f'{a} skos:prefLabel "another"@en .',
        "S9": f"{a} a skos:ConceptScheme .",
        "S46": f"{a} skos:relatedMatch {b} .",
    }
    for condition, line in broken.items():
        assert condition in "".join(skohub(f"{text}\n{line}\n")), condition


def test_skosify_warns_of_a_second_label_and_of_a_second_scheme(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = to_skos(found(), setting())["bundle.ttl"]
    second = f'<{BASE}senses/governance.design> skos:prefLabel "another"@en .'
    assert "more than one prefLabel" in "".join(skosify(f"{text}\n{second}\n", tmp_path, caplog))
    assert "Multiple concept schemes" in "".join(
        skosify(f"{text}\n<urn:x:y> a skos:ConceptScheme .\n", tmp_path, caplog)
    )


def test_senses_are_labelled_with_their_domain_and_by_the_bare_word() -> None:
    bundle = graph(to_skos(found(), setting())["bundle.ttl"])
    concept = URIRef(f"{BASE}senses/governance.public-service")
    assert set(bundle.objects(concept, SKOS.prefLabel)) == {
        Literal("governance (Public service)", "en"),
        Literal("治理 (公部門)", "zh-Hant"),
    }
    assert set(bundle.objects(concept, SKOS.altLabel)) == {Literal("governance", "en"), Literal("治理", "zh-Hant")}


def related(glossary: Glossary) -> set[tuple[str, str, str]]:
    """Return the relations of a bundle by the last parts of their addresses."""
    bundle = graph(to_skos(glossary, Setting(base="urn:x:"))["bundle.ttl"])
    names = ("exactMatch", "closeMatch", "relatedMatch", "incompatibleWith")
    triples = ((str(s), str(p).rpartition("#")[2].rpartition(":")[2], str(o)) for s, p, o in bundle)
    return {(s.rpartition("/")[2], p, o.rpartition("/")[2]) for s, p, o in triples if p in names}


def test_a_conflict_is_said_same_use_is_a_match_and_the_undecided_stays_unsaid() -> None:
    assert related(found()) == {
        ("governance.blockchain", "incompatibleWith", "governance.public-service"),
        ("governance.public-service", "incompatibleWith", "governance.blockchain"),
        ("governance.design", "exactMatch", "governance.public-service"),
        ("governance.public-service", "exactMatch", "governance.design"),
    }


def test_counts_without_names_say_nothing_that_a_relation_could() -> None:
    word = of_pairs(("a", "b", "conflict")).terms[0]
    pairs = [pair.model_copy(update={"evidence": "tally"}) for pair in word.pairs]
    assert related(Glossary(title="x", terms=[word.model_copy(update={"pairs": pairs})])) == set()


def of_pairs(*pairs: tuple[str, str, str], twice: str = "") -> Glossary:
    """Return a word with senses of a, b and c, and pairs between them."""
    made = [Pair.model_validate({"a": a, "b": b, "state": state, "evidence": "named"}) for a, b, state in pairs]
    senses = [sense(id_, f"as {id_} says") for id_ in (*"abc", *twice)]
    return Glossary(title="x", terms=[Term(id="t", labels={"en": "t"}, senses=senses, pairs=made)])


@pytest.mark.parametrize(
    ("glossary", "relations"),
    [
        (of_pairs(("a", "b", "consensus"), ("b", "c", "consensus"), ("a", "c", "consensus")), {"exactMatch"}),
        # exactMatch is transitive: it would say that a and c are the same, which nobody found.
        (of_pairs(("a", "b", "consensus"), ("b", "c", "consensus"), ("a", "c", "vague")), {"closeMatch"}),
        (of_pairs(("a", "b", "consensus"), ("b", "c", "consensus")), {"closeMatch"}),
        # ... and two senses of one domain.
        (of_pairs(("a", "b", "consensus"), twice="a"), {"closeMatch"}),
        # Two rooms that found different things, and a domain counted with another.
        (of_pairs(("a", "b", "consensus"), ("b", "a", "conflict")), set()),
        (of_pairs(("a+b", "c", "conflict")), set()),
    ],
)
def test_a_match_says_no_more_than_was_found(glossary: Glossary, relations: set[str]) -> None:
    assert {relation for _, relation, _ in related(glossary)} == relations


def test_the_bundle_defines_its_own_relation_as_a_mapping() -> None:
    text = to_skos(built_in(), setting())["bundle.ttl"]
    assert "/incompatibleWith>\n    a rdf:Property ;" in text
    assert "rdfs:subPropertyOf skos:mappingRelation" in text


def test_any_text_is_in_the_turtle_as_it_is() -> None:
    files = to_skos(hostile(), setting())
    texts = {str(o) for text in files.values() for o in graph(text).objects() if isinstance(o, Literal)}
    for term in hostile().terms:
        assert isinstance(term.note, str)
        assert term.note.strip() in texts or term.note == "\x1c"
    assert "␜" in texts


@settings(max_examples=300)
@given(st.text(characters, max_size=20))
def test_a_literal_is_read_as_what_was_written(text: str) -> None:
    (read,) = graph(f"<urn:a> <urn:b> {literal(text, 'en')} .").objects()
    assert (str(read), read.language) == (text, "en")  # type: ignore[attr-defined]


@settings(max_examples=25)
@given(glossaries())
def test_any_glossary_keeps_the_conditions_of_skos(glossary: Glossary) -> None:
    for text in to_skos(glossary, Setting()).values():
        assert skohub(text) == []


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert to_skos(found(), setting()) == to_skos(found().model_copy(deep=True), setting())


def test_addresses_begin_with_the_base_or_with_one_made_of_the_title() -> None:
    assert (
        "<https://w3id.org/us/senses/risk.design>"
        in to_skos(found(), Setting(base="https://w3id.org/us"))["bundle.ttl"]
    )
    chinese = Glossary(title='治理 <a> "b" {x}|y', terms=found().terms)
    for text in to_skos(chinese, Setting()).values():
        assert "<https://example.org/glossary/%E6%B2%BB%E7%90%86-a-b-x-y/" in text
    for base in ("no scheme", "https://a b/", "https://a/<b>", "x", 'https://"/'):
        with pytest.raises(UserError, match="is no base of addresses"):
            to_skos(found(), Setting(base=base))
