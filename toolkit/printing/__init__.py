"""Paper: printables and values in, PDF out."""
