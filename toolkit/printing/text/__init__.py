"""Text in any script: from a string to glyphs in the order in which they are seen."""
