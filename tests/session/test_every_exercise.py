"""Each exercise that ships, walked in rehearsal from its first step to its last."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.session.room import ANA, done
from toolkit.library.catalogue import Catalogue
from toolkit.session.opening import open_session
from toolkit.session.room_view import room_view
from toolkit.workshop.folder import Folder
from toolkit.workshop.resolve import resolve

if TYPE_CHECKING:
    from pathlib import Path

EXERCISES = {id_: found.item for id_, found in Catalogue().exercises().items()}

FILE = """title: {id}
date: 2026-12-03
starts: 13:30
ends: 17:00
timezone: UTC
domains: [open-source, blockchain, design, policy-research, public-service, academia]
terms: [governance, risk]
agenda:
  - exercise: {id}
    terms: [governance, risk]
"""


@pytest.mark.parametrize("id_", EXERCISES)
def test_an_exercise_is_walked_from_its_first_step_to_its_last(id_: str, tmp_path: Path) -> None:
    (tmp_path / "workshop.yaml").write_text(FILE.format(id=id_), encoding="utf-8")
    folder = Folder(tmp_path)
    with closing(open_session(folder, ANA, lambda: resolve(folder).plan, rehearsal=True)) as opened:
        desk = opened.desk
        for step in EXERCISES[id_].steps:
            done(desk, "next")
            assert desk.state.step is not None
            assert desk.state.step.name == step.id
            assert "{" not in f"{desk.state.step.say}{desk.state.step.do}{desk.state.step.show}"
            assert room_view(desk.state, desk.now, {}).lines or step.show is None
            done(desk, "wait", minutes=f"{step.minutes.ideal:g}")
        done(desk, "next")
        assert desk.state.finished is not None
        projection = desk.state.projection(desk.now)
        assert abs(projection.behind) <= 60_000 * len(EXERCISES[id_].steps)
