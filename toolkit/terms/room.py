"""How states are said before a room; the statistical names stay in console, report and exports."""

from __future__ import annotations

ROOM_WORDS = {
    "consensus": "same use",
    "conflict": "different uses",
    "vague": "unsettled inside a domain",
    "undecided": "too few to tell",
}
"""By the value of `toolkit.terms.measure.State`."""
