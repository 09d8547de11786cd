"""JSON Schema of every content file, for editors, made from the same models that read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def schema_text(name: str, model: type[BaseModel]) -> str:
    """Return the JSON Schema of `model` as text, the same for every run."""
    schema = model.model_json_schema(mode="validation")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Workshop toolkit: {name}"
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
