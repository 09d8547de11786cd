"""Everything that stands in an exercise, a term or a printable, as a text that a person reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.library.exercise import Exercise, Run, Side, Step
    from toolkit.library.fields import Source
    from toolkit.library.glossary import Term
    from toolkit.library.printable import Printable

_Texts = Sequence[str | dict[str, str]]


def ran(exercise: Exercise) -> str:
    """Return how often rooms have run an exercise, in words."""
    if exercise.run == "none":
        return "not run yet"
    return f"run {len(exercise.run)} time{'s' if len(exercise.run) > 1 else ''}"


def exercise_text(exercise: Exercise, language: str) -> str:
    """Return all fields of an exercise."""
    return "\n".join(_exercise(exercise, language))


def _exercise(exercise: Exercise, language: str) -> Iterator[str]:
    yield from _head(exercise, language)
    before: tuple[tuple[str, _Texts], ...] = (
        ("Purposes", exercise.purposes),
        ("When", [exercise.when, *([exercise.when_not] if exercise.when_not else [])]),
        ("How it bridges", [exercise.bridges]),
        ("Space and materials", [exercise.space, *exercise.materials]),
        ("Invitation", [exercise.invitation]),
        ("Sides", [_side(side, language) for side in exercise.sides]),
        ("What is voted on, where the agenda gives it no word", list(_own_term(exercise))),
    )
    for heading, texts in before:
        yield from _section(heading, [in_language(text, language) for text in texts])
    yield "\nSTEPS"
    for number, step in enumerate(exercise.steps, 1):
        yield from _step(number, step, exercise, language)
    after: tuple[tuple[str, _Texts], ...] = (
        ("What a table might write", [exercise.worked_example] if exercise.worked_example else []),
        ("Debrief", exercise.debrief),
        ("Traps", exercise.traps),
        ("Access", exercise.access),
        ("Power", [exercise.power]),
        ("With 5 people", [exercise.at_scale.five]),
        ("With 15 people", [exercise.at_scale.fifteen]),
        ("With 50 people", [exercise.at_scale.fifty]),
        ("Variations", exercise.variations),
        ("What the room has at the end", exercise.outputs),
        ("To print", exercise.printables),
        ("Sources", [_source(source, language) for source in exercise.sources]),
        ("Rooms that ran it", [] if exercise.run == "none" else [_run(run, language) for run in exercise.run]),
    )
    for heading, texts in after:
        yield from _section(heading, [in_language(text, language) for text in texts])


def _head(exercise: Exercise, language: str) -> Iterator[str]:
    shortest, ideal, longest = exercise.minutes
    table = exercise.group.table
    tables = f", tables of {table[0]} to {table[1]}" if table else ""
    yield in_language(exercise.title, language)
    yield in_language(exercise.tagline, language)
    yield f"\n{shortest:g} to {longest:g} minutes, best {ideal:g}; {', '.join(exercise.modes)}"
    yield f"{exercise.group.min} to {exercise.group.max} people{tables}; {ran(exercise)}"
    yield f"Tensions: {', '.join(exercise.tensions)}"
    if exercise.words:
        yield f"Words in dispute that the agenda gives it: {exercise.words}"
    if exercise.priority != "normal":
        yield {"keep": "When late: kept whole", "first-to-go": "When late: the first to go"}[exercise.priority]


def _side(side: Side, language: str) -> str:
    return f"{in_language(side.label, language)}: {in_language(side.best_case, language)}"


def _own_term(exercise: Exercise) -> Iterator[str | dict[str, str]]:
    if exercise.term:
        yield dict(exercise.term.labels)
        yield from (case.text for case in exercise.term.cases)


def _section(heading: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield f"\n{heading.upper()}"
        yield from texts if len(texts) == 1 else (f"• {text}" for text in texts)


def _step(number: int, step: Step, exercise: Exercise, language: str) -> Iterator[str]:
    minutes = step.minutes
    title = in_language(step.title, language)
    yield f"\n{number}. {title}  ({minutes.min:g} to {minutes.max:g} minutes, best {minutes.ideal:g})"
    grouping = {"domain": ", each domain with its own", "mixed": ", domains mixed", "free": ""}[step.grouping]
    each = f"; {step.per_person:g} min for each person" if step.per_person else ""
    cut = {"never": "not cut", "shorten": "shorten", "drop": "drop"}[step.cut]
    only = f"; only {' and '.join(step.modes)}" if step.modes else ""
    yield f"   {step.arrangement}{grouping}{each}{only}; when late: {cut}"
    yield f"   Say: {in_language(step.say, language)}"
    yield f"   Do: {in_language(step.do, language)}"
    if step.show:
        shown = in_language(step.show.text, language).strip().replace("\n", " / ") if step.show.text else ""
        drawn = "" if step.show.view == "text" else f"the {step.show.view.replace('-', ' ')}"
        yield f"   The room sees: {': '.join(filter(None, (drawn, shown)))}"
    if step.voices:
        labels = {side.id: in_language(side.label, language) for side in exercise.sides}
        yield f"   Heard here: {', '.join(labels[voice] for voice in step.voices)}"
    if step.capture:
        yield f"   Written down: {', '.join(step.capture)}"
    if step.watch_for:
        yield f"   Watch for: {in_language(step.watch_for, language)}"


def _source(source: Source, language: str) -> str:
    parts = [source.title, *([source.address] if source.address else [])]
    parts += [f"“{in_language(source.quotation, language)}”"] if source.quotation else []
    parts += [in_language(source.use, language)] if source.use else []
    return "  ".join(parts)


def _run(run: Run, language: str) -> str:
    what = [run.on, run.where, f"{run.people} people" if run.people else None]
    learned = in_language(run.learned, language) if run.learned else None
    return ", ".join(part for part in [*what, learned] if part)


def term_text(term: Term, language: str) -> str:
    """Return what may be read of a term before a room has judged: its labels and note, and how much there is."""
    lines = [in_language(dict(term.labels), language), *(f"{tag}: {label}" for tag, label in term.labels.items())]
    if term.note:
        lines.append(in_language(term.note, language))
    reviewed = sum(sense.review != "none" for sense in term.senses)
    lines.append(
        f"\n{len(term.senses)} senses in the library, {reviewed} of them reviewed by a practitioner; "
        f"{len(term.cases)} starter cases. They are kept back until the room has judged for itself."
    )
    return "\n".join(lines)


def printable_text(printable: Printable, language: str) -> str:
    """Return what a printable is for, and how it is made."""
    title, about = in_language(printable.title, language), in_language(printable.about, language)
    return f"{title}\n{about}\n\nOne for each {printable.per}. `workshop print DIR {printable.id}`"
