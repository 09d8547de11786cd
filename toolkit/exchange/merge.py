"""Join the glossaries of several workshops: every sense stays, and says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.phrases import outcome_line
from toolkit.exchange.values import texts
from toolkit.library.fields import in_language
from toolkit.library.glossary import Case, Glossary, Sense, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.library.glossary import Dissent, Outcome, Pair


def merge(glossaries: Sequence[Glossary], *, shipped: Iterable[Term] = ()) -> Glossary:
    """Return one glossary of all terms: the senses and cases of a term stand side by side, each with its origin.

    Only what is equal in every field, origin too, is kept once. Where glossaries contradict each other (a label, a
    note, an outcome), a note says what each of them has, and nothing is chosen.

    Args:
        glossaries: In the order in which their terms and senses will stand.
        shipped: Terms of the library. Their senses and cases were written in no workshop, so a glossary that was held
            in one does not give them its name.
    """
    if len(glossaries) == 1:
        return glossaries[0]
    library: list[Sense | Case] = []
    for term in shipped:
        library += [*term.senses, *term.cases]
    found: dict[str, list[tuple[str, Term]]] = {}
    for glossary in glossaries:
        for term in glossary.terms:
            signed = _signed(term, glossary.held.workshop if glossary.held else None, library)
            found.setdefault(term.id, []).append((_name(glossary), signed))
    titles = list(dict.fromkeys(in_language(glossary.title, "en") for glossary in glossaries))
    return Glossary(title=" + ".join(titles), terms=[_joined(terms) for terms in found.values()])


def _name(glossary: Glossary) -> str:
    """Return what notes call a glossary."""
    if held := glossary.held:
        return f"{held.workshop}, {held.on}"
    return in_language(glossary.title, "en")


def _signed(term: Term, workshop: str | None, library: list[Sense | Case]) -> Term:
    """Return a term whose senses and cases say that they come from `workshop`, where they say nothing yet."""
    if workshop is None:
        return term
    parts: dict[str, object] = {}
    for field in ("senses", "cases"):
        parts[field] = [
            part if part.origin or part in library else part.model_copy(update={"origin": workshop})
            for part in getattr(term, field)
        ]
    return term.model_copy(update=parts)


def _joined(found: list[tuple[str, Term]]) -> Term:
    """Return one term out of several of the same id; the name before each is its glossary's."""
    first = found[0][1]
    if len(found) == 1:
        return first
    senses: list[Sense] = []
    cases: list[Case] = []
    pairs: list[Pair] = []
    for _, term in found:
        senses += [_distinct_sense(sense, senses) for sense in term.senses if sense not in senses]
        names = _add_cases(term, cases)
        moved = [_decided_by(pair, names) for pair in term.pairs]
        pairs += [pair for pair in moved if pair not in pairs]
    labels, clashes = _labels(found)
    outcome, outcomes = _outcome(found)
    update: dict[str, object] = {
        "labels": labels,
        "note": _note([term.note for _, term in found if term.note], [*clashes, *outcomes]),
        "senses": senses,
        "cases": cases,
        "pairs": pairs,
        "outcome": outcome,
        "dissents": _dissents(found),
    }
    return first.model_copy(update={field: value for field, value in update.items() if value != getattr(first, field)})


def _decided_by(pair: Pair, names: Mapping[str, str]) -> Pair:
    """Return a pair whose deciding case goes by the name that it has now."""
    if not pair.deciding_case:
        return pair
    return pair.model_copy(update={"deciding_case": names.get(pair.deciding_case, pair.deciding_case)})


def _dissents(found: list[tuple[str, Term]]) -> list[Dissent]:
    dissents: list[Dissent] = []
    for _, term in found:
        dissents += [dissent for dissent in term.dissents if dissent not in dissents]
    return dissents


def _free(id_: str, taken: Iterable[str | None]) -> str:
    """Return an id like `id_` that is not taken."""
    known = set(taken)
    number, made = 2, id_
    while made in known:
        made = f"{id_[:55].rstrip('-')}-{number}"
        number += 1
    return made


def _distinct_sense(sense: Sense, before: list[Sense]) -> Sense:
    if sense.id is None:
        return sense
    return sense.model_copy(update={"id": _free(sense.id, (other.id for other in before))})


def _add_cases(term: Term, cases: list[Case]) -> dict[str, str]:
    """Add a term's cases to those before; return what each is called now.

    A case that was there already without anybody's answers takes these answers; two rooms' answers stay two cases.
    """
    names: dict[str, str] = {}
    known = len(cases)
    for case in term.cases:
        twin = next((i for i, other in enumerate(cases[:known]) if _same_case(case, other)), None)
        if twin is None:
            made = case.model_copy(update={"id": _free(case.id, (other.id for other in cases))})
            cases.append(made)
            names[case.id] = made.id
            continue
        if case.verdicts:
            cases[twin] = case.model_copy(update={"id": cases[twin].id})
        names[case.id] = cases[twin].id
    return names


def _same_case(one: Case, other: Case) -> bool:
    """Tell whether two cases are the same situation and at most one of them was answered, or both alike."""
    bare: dict[str, object] = {"id": "x", "verdicts": {}, "origin": None}
    if one.model_copy(update=bare) != other.model_copy(update=bare):
        return False
    if one.verdicts and other.verdicts:
        return one.verdicts == other.verdicts and one.origin == other.origin
    asked = [case.origin for case in (one, other) if not case.verdicts]
    return one.origin == other.origin or None in asked


def _labels(found: list[tuple[str, Term]]) -> tuple[dict[str, str], list[str]]:
    """Return the labels of all, the first of each language, and a line for each that says another word."""
    labels: dict[str, str] = {}
    clashes: list[str] = []
    for name, term in found:
        for tag, label in term.labels.items():
            if labels.setdefault(tag, label) != label:
                clashes.append(f"{name}: the word is {label} ({tag})")
    return labels, clashes


def _outcome(found: list[tuple[str, Term]]) -> tuple[Outcome | None, list[str]]:
    """Return the one outcome there is; where there are several, none of them, and a line for each."""
    outcomes = [(name, term.outcome) for name, term in found if term.outcome]
    if not outcomes or all(outcome == outcomes[0][1] for _, outcome in outcomes):
        return (outcomes[0][1] if outcomes else None), []
    return None, [f"{name}: {outcome_line(outcome, 'en')}" for name, outcome in outcomes]


def _note(notes: list[str | dict[str, str]], lines: list[str]) -> str | dict[str, str] | None:
    """Return the notes of all, each once, and the lines about what clashes."""
    kept: list[str | dict[str, str]] = []
    for note in notes:
        if note not in kept:
            kept.append(note)
    said = [note for note in kept if isinstance(note, str)]
    if len(said) == len(kept):
        return "\n".join([*said, *lines]) or None
    by_language: dict[str, list[str]] = {}
    for note in [*kept, *lines]:
        for tag, text in texts(note, "en").items():
            by_language.setdefault(tag, []).append(text)
    return {tag: "\n".join(parts) for tag, parts in by_language.items()}
