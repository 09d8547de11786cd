"""Exercises, glossaries, printables, domains and tensions as typed models, read from YAML."""
