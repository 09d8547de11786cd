"""The live console and the room's screen."""
