"""The agenda's entries as blocks of steps: exercises looked up, minutes shared out, in the workshop's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.library.fields import in_language
from toolkit.library.unknown import unknown
from toolkit.workshop.allot import allot
from toolkit.workshop.file import BreakEntry, ExerciseEntry, ParallelEntry, TalkEntry
from toolkit.workshop.plan import Block, PlannedStep, Track
from toolkit.workshop.remaining import BREAK_FLOOR
from toolkit.workshop.times import parse_clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.files.document import Document, Trail
    from toolkit.files.problems import Problem
    from toolkit.library.catalogue import Catalogue
    from toolkit.library.exercise import Exercise, Step
    from toolkit.library.fields import LocalText
    from toolkit.library.glossary import Term
    from toolkit.workshop.file import TrackEntry, WorkshopFile

TERM = "{term}"
"""What a spoken or shown text says in place of the block's word."""


class Blocks:
    """Makes the blocks of one workshop file, and finds what is wrong with its entries."""

    def __init__(self, file: WorkshopFile, document: Document, catalogue: Catalogue, terms: Mapping[str, Term]) -> None:
        self.file, self.document, self.catalogue, self.terms = file, document, catalogue, terms
        self.problems: list[Problem] = []

    def all(self) -> Iterator[Block]:
        """Yield the block of each entry that is right."""
        for i, entry in enumerate(self.file.agenda):
            block_id, at = f"b{i + 1}", self._lock(entry.at)
            if isinstance(entry, ExerciseEntry):
                if (exercise := self._exercise(("agenda", i, "exercise"), entry.exercise)) is not None:
                    yield self._exercise_block(block_id, at, entry, exercise)
            elif isinstance(entry, ParallelEntry):
                yield self._parallel_block(block_id, at, entry, ("agenda", i, "parallel"))
            else:
                yield self._plain_block(block_id, at, entry)

    def _lock(self, at: str | None) -> int | None:
        return None if at is None else parse_clock(self.file.starts) + self.file.length(at)

    def _exercise(self, trail: Trail, id_: str) -> Exercise | None:
        if found := self.catalogue.exercise(id_):
            return found.item.for_mode(self.file.mode)
        if not any(Path(problem.file).stem == id_ for problem in self.catalogue.problems):
            self.problems += unknown(self.document, trail, id_, "exercise", self.catalogue.exercises())
        else:
            self.problems.append(self.document.problem(trail, f"the exercise {id_!r} cannot be read: mend its file"))
        return None

    def _exercise_block(self, block_id: str, at: int | None, entry: ExerciseEntry, exercise: Exercise) -> Block:
        word = self._word(entry.terms)
        title = self._said(entry.title or exercise.title)
        seconds = allot([(s.minutes.min, s.minutes.ideal, s.minutes.max) for s in exercise.steps], entry.minutes)
        return Block(
            id=block_id,
            kind="exercise",
            title=f"{title}: {word}" if word and not entry.title else title,
            source=exercise.id,
            at=at,
            invitation=spoken(self._said(exercise.invitation), word),
            terms=tuple(entry.terms) or ((exercise.term.id,) if exercise.term else ()),
            priority=entry.priority or exercise.priority,
            steps=tuple(
                self._step(f"{block_id}.s{n}", step, seconds[n - 1], word) for n, step in enumerate(exercise.steps, 1)
            ),
        )

    def _step(self, id_: str, step: Step, seconds: int, word: str) -> PlannedStep:
        show = step.show.text if step.show and step.show.text else ""
        return PlannedStep(
            id=id_,
            name=step.id,
            title=self._said(step.title),
            seconds=seconds,
            shortest=round(step.minutes.min * 60),
            longest=round(step.minutes.max * 60),
            say=spoken(self._said(step.say), word),
            do=spoken(self._said(step.do), word),
            watch_for=spoken(self._said(step.watch_for), word),
            view=step.show.view if step.show else "text",
            show=spoken(self._said(show), word),
            arrangement=step.arrangement,
            grouping=step.grouping,
            cut=step.cut,
            capture=tuple(step.capture),
        )

    def _plain_block(self, block_id: str, at: int | None, entry: BreakEntry | TalkEntry) -> Block:
        kind, text = ("break", entry.break_) if isinstance(entry, BreakEntry) else ("talk", entry.talk)
        title, seconds = self._said(text), round(entry.minutes * 60)
        shortest = min(seconds, max(BREAK_FLOOR, seconds // 2)) if kind == "break" else seconds
        say = self._said(entry.say) if isinstance(entry, TalkEntry) else ""
        step = PlannedStep(f"{block_id}.s1", kind, title, seconds, shortest, seconds, say=say, arrangement="plenary")
        return Block(block_id, kind, title, (step,), at=at, priority=entry.priority)

    def _parallel_block(self, block_id: str, at: int | None, entry: ParallelEntry, trail: Trail) -> Block:
        """Return one block with one step, as long as its longest track."""
        tracks, lengths = [], []
        for i, track in enumerate(entry.parallel):
            exercise = self._exercise((*trail, i, "exercise"), track.exercise) if track.exercise else None
            if exercise:
                lengths.append(exercise.minutes)
            tracks.append(self._track(track))
        title = self._said(entry.title) or " | ".join(track.title for track in tracks)
        bounds = [max(length[n] for length in lengths) for n in range(3)] if lengths else [entry.minutes or 1] * 3
        shortest, ideal, longest = (round(minutes * 60) for minutes in bounds)
        seconds = ideal if entry.minutes is None else round(entry.minutes * 60)
        shown = "\n".join(" — ".join(filter(None, (track.title, track.place))) for track in tracks)
        step = PlannedStep(
            f"{block_id}.s1", "parallel", title, seconds, min(shortest, seconds), max(longest, seconds),
            show=shown, do="\n".join(map(_track_line, tracks)), arrangement="tables",
        )  # fmt: skip
        return Block(block_id, "parallel", title, (step,), at=at, priority=entry.priority, tracks=tuple(tracks))

    def _track(self, track: TrackEntry) -> Track:
        return Track(
            title=self._said(track.title),
            place=self._said(track.place),
            lead=self._said(track.lead),
            source=track.exercise or "",
            text=self._said(track.text),
        )

    def _said(self, text: LocalText | None) -> str:
        return in_language(text, self.file.language) if text else ""

    def _word(self, terms: list[str]) -> str:
        """Return the label of a block's first word in the workshop's language, or nothing."""
        term = self.terms.get(terms[0]) if terms else None
        return self._said(dict(term.labels)) if term else ""


def _track_line(track: Track) -> str:
    led = f" ({track.lead})" if track.lead else ""
    return ": ".join(filter(None, (f"{track.title}{led}", track.text or track.source)))


def spoken(text: str, word: str) -> str:
    """Fill in the block's word; without one, the words `this word` read well aloud."""
    return text.replace(TERM, word or "this word").strip()
