"""Glossaries to files that other tools read, and back: YAML, CSV, JSON, Markdown, SKOS, TBX, Glossarist."""
