"""What is written for other programs: calendars, and text for an invitation."""
