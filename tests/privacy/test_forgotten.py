"""Whoever is forgotten is in no byte of the folder, under no name that they ever had; others are called as before."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.test_forget import session, traces
from tests.session.room import act, prove, scratch
from tests.workshop.sample import make
from toolkit.cli.main import main
from toolkit.session.desk import Done
from toolkit.workshop.roster import read_roster

if TYPE_CHECKING:
    from toolkit.session.desk import Desk
    from toolkit.workshop.folder import Folder

ROSTER = "id,name,domain,role\nA1,Anna Łuczak,design,\nB2,Mehmet Aydın,academia,\nC3,陳志明,design,\n"
NAMES = {
    "A1": ("Anna Łuczak", "Hannah Kowalska", "Zoë Krüger-Bianchi"),
    "B2": ("Mehmet Aydın", "Lars Eriksson", "Priya Raghunathan"),
    "C3": ("陳志明", "Ingrid Ævarsdóttir", "王小明"),
}
"""What each is called one time or another; nobody's has anything in common with another's."""


class Move(NamedTuple):
    """Something that is done, and by which of somebody's names."""

    name: str
    person: str
    which: int
    form: str


class Afternoon:
    """What happens to three people, and what they were called until then."""

    def __init__(self, folder: Folder, desk: Desk) -> None:
        self._folder, self._desk = folder, desk
        self.had = {person: [names[0]] for person, names in NAMES.items()}

    def play(self, move: Move) -> None:
        """Let something happen; people are only called what they were called until then."""
        if move.name == "rename":
            name = NAMES[move.person][move.which]
            if isinstance(act(self._desk, "person", person=move.person, name=name), Done):
                self.had[move.person].append(name)
        elif move.name == "role":
            act(self._desk, "person", person="B2", role=f"asked by {self._called(move)}")
        elif move.name == "note":
            act(self._desk, "note", text=f"{self._called(move)} said so")
        elif move.name == "draft":
            self._desk.keep_draft(f"x/{self._called(move)}", f"{self._called(move)} was ab")
        elif move.name == "print":
            assert main(["print", str(self._folder.path), "participant-cards", "--spares", "0"]) == 0
        else:
            act(self._desk, move.name)

    def name_of(self, person: str, which: int) -> str:
        """Return one of the names that somebody has had."""
        return self.had[person][which % len(self.had[person])]

    def _called(self, move: Move) -> str:
        name = self.name_of(move.person, move.which)
        forms = {"first": name.split()[0], "shouted": name.upper(), "apart": normalize("NFD", name)}
        return forms.get(move.form, name)


_moves = st.lists(
    st.builds(
        Move,
        st.sampled_from(["rename", "rename", "rename", "note", "note", "draft", "role", "undo", "redo", "print"]),
        st.sampled_from(list(NAMES)),
        st.integers(0, 2),
        st.sampled_from(["", "first", "shouted", "apart"]),
    ),
    max_size=14,
)


def pieces(name: str) -> set[str]:
    """Return a name and its words, but for those that any file could have by chance."""
    return {form for one in (name, *name.split()) if len(one) > 3 or not one.isascii() for form in (one, one.upper())}


@prove(60)
@given(_moves, st.sampled_from(list(NAMES)), st.integers(0, 20))
def test_no_name_that_somebody_ever_had_is_left(moves: list[Move], who: str, which: int) -> None:
    with scratch() as place:
        folder = make(place / "w", roster=ROSTER)
        with closing(session(folder)) as opened:
            afternoon = Afternoon(folder, opened.desk)
            for move in moves:
                afternoon.play(move)
        others = {p.id: p.name for p in read_roster(folder.path / "roster.csv").people if p.id != who}
        assert main(["forget", str(folder.path), afternoon.name_of(who, which), "--yes"]) == 0
        had = sorted({piece for name in afternoon.had[who] for piece in pieces(name)})
        assert traces(folder.path, had) == []
        assert {p.id: p.name for p in read_roster(folder.path / "roster.csv").people} == {**others, who: who}
