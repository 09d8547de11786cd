"""What lies beside the project and is not part of it: numbers and judges that nobody here wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "WORKSHOP_SHARED"
ROOT = Path(__file__).resolve().parents[1]


def shared(*parts: str) -> Path:
    """Return a file or folder beside the project; skip the test where it is not there.

    CI sets the variable, as it tests a clone elsewhere; otherwise the folder is looked for beside the checkout.
    """
    place = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared").joinpath(*parts)
    if not place.exists():
        pytest.skip(f"{place} is not there: set {VARIABLE} to the folder that holds it")
    return place
