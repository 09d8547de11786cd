"""The JSON Schemas that editors read say what the models say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.content import SHIPPED, shipped, shipped_kind
from toolkit.files.places import CONTENT_FOLDERS, built_in
from toolkit.library.kinds import KINDS, Kind
from toolkit.library.schemas import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def stored(kind: Kind) -> Path:
    (folder,) = (folder for folder in CONTENT_FOLDERS if folder == kind.folder)
    return built_in(folder) / "schema" / f"{kind.name}.json"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_stored_schema_is_what_the_model_gives_now(kind: Kind) -> None:
    assert stored(kind).read_text(encoding="utf-8") == schema_text(kind.name, kind.model)


def test_every_stored_schema_belongs_to_a_kind() -> None:
    found = {path for folder in CONTENT_FOLDERS for path in (built_in(folder) / "schema").iterdir()}
    assert found == {stored(kind) for kind in KINDS}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_shipped_file_points_to_its_own_kinds_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert (path.parent / first.rpartition("=")[2]).resolve() == stored(shipped_kind(path)).resolve()


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Yield every part of a schema that describes fields."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_refuses_unknown_fields_everywhere_as_the_reader_does(kind: Kind) -> None:
    schema = json.loads(stored(kind).read_text(encoding="utf-8"))
    assert schema["$schema"].startswith("https://json-schema.org/")
    parts = list(objects(schema))
    assert parts
    assert all(part["additionalProperties"] is False for part in parts)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_offers_the_names_that_files_use(kind: Kind) -> None:
    schema = json.loads(stored(kind).read_text(encoding="utf-8"))
    aliases = {field.alias or name for name, field in kind.model.model_fields.items()}
    assert set(schema["properties"]) == aliases
    offered = {name for part in objects(schema) for name in part["properties"]}
    assert not any(name.endswith("_") for name in offered)


def test_another_validator_accepts_what_ships() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    for path in SHIPPED:
        schema = json.loads(stored(shipped_kind(path)).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(shipped(path).data)
