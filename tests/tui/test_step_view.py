"""What is to be said stands on the screen to its last letter, whatever the script."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tests.tui.test_fuzz import _everywhere, _session
from toolkit.tui.session import Session
from toolkit.tui.widgets.step_view import step_table

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.workshop.plan import Plan

UNBROKEN = {
    "a word of 2,000 letters": "".join(chr(0x100 + n % 200) for n in range(2_000)),
    "Chinese, which has no spaces": "請看您的卡片上面寫的領域對不對如果空白請寫下今天您從哪個領域回答" * 4,
}


@pytest.mark.parametrize("text", UNBROKEN.values(), ids=UNBROKEN)
@pytest.mark.parametrize("width", [58, 78])
def test_no_letter_of_the_step_is_cut(text: str, width: int, plan: Plan, names: dict[str, str], tmp_path: Path) -> None:
    desk = _session(tmp_path / "session.db", _everywhere(plan, text), names, text)
    session = Session("Ana", desk.state, names, desk.clock)
    out = StringIO()
    Console(file=out, width=width).print(step_table(session, accent="red", muted="red"))
    desk.journal.close()
    letters = "".join(out.getvalue().split())
    for label in ("SAY", "DO", "WATCH", "ROOM"):
        assert label + text in letters
