"""What happened: an append-only journal, the state folded from it, and the only way to make something happen."""
