"""What other programs read and write: glossaries in seven formats, calendars, text for an invitation."""
