"""The areas of the live screen."""
