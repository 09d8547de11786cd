"""Files on disk: whole-or-nothing writes, places, and the one YAML reader."""
