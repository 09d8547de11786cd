"""Words in dispute: from verdicts on cases to where meanings part, and why. Standard library only."""
