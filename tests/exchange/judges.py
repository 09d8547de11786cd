"""Judges of exports that nobody in this project wrote. Each returns what it has to complain of."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import yaml
from lxml import etree
from rdflib import Graph

from tests.exchange.schematron import failures
from tests.shared import shared

if TYPE_CHECKING:
    import pytest


def graph(text: str) -> Graph:
    """Read Turtle with rdflib."""
    return Graph().parse(data=text, format="turtle")


@cache
def _shapes(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


def _shacl(text: str, shapes: Path, **options: Any) -> list[str]:  # noqa: ANN401
    from pyshacl import validate

    conforms, _, report = validate(graph(text), shacl_graph=_shapes(shapes), advanced=True, **options)
    return [] if conforms else [report]


def vocpub(text: str) -> list[str]:
    """VocPub 5.2, as voc4cat ships it: a vocabulary with its metadata. A warning counts as well."""
    import voc4cat

    return _shacl(text, Path(voc4cat.__file__).parent / "profile" / "vocpub-5.2.ttl")


def skohub(text: str) -> list[str]:
    """The integrity conditions of SKOS."""
    return _shacl(text, shared("validators", "skos", "skos.shacl.ttl"))


def skosify(text: str, folder: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    """The checks of skosify, from a warning on."""
    import skosify as checker

    path = folder / "export.ttl"
    path.write_bytes(text.encode())
    caplog.clear()
    with caplog.at_level(logging.WARNING), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its input open
        checker.skosify(str(path))
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


@cache
def _relax_ng(path: Path) -> Any:  # noqa: ANN401
    return etree.RelaxNG(etree.parse(str(path)))


def tbx_core(text: str) -> list[str]:
    """The structure of ISO 30042:2019."""
    schema = _relax_ng(shared("validators", "tbx", "TBXcoreStructV03.rng"))
    return [] if schema.validate(etree.fromstring(text.encode())) else [str(schema.error_log)]


def tbx_basic(text: str) -> list[str]:
    """The rules of TBX-Basic in DCA style."""
    return failures(text.encode(), shared("validators", "tbx", "TBX-Basic_DCA.sch"))


@cache
def _json_schema(path: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(yaml.safe_load(path.read_text(encoding="utf-8")))


def glossarist(name: str, text: str) -> list[str]:
    """The schema of Glossarist v3 that a file is by its folder."""
    folder, _, file = name.rpartition("/")
    kind = {"concepts": "concept", "localized-concepts": "localized-concept", "": "register"}[folder]
    schema = _json_schema(shared("validators", "glossarist", f"{kind}.yaml"))
    data = yaml.safe_load(text)
    return [f"{file}: {error.message}" for error in schema.iter_errors(data)]
