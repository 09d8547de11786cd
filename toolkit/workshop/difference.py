"""What changed in the files since a session was opened, and how the running plan takes it over."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.workshop.plan import Block, Plan

_SMALL = ("title", "date", "starts", "ends", "ends_latest", "timezone", "place", "mode", "language", "roster", "survey")


def aligned(running: Plan, files: Plan) -> Plan:
    """Return the plan of the files, with the running plan's ids for blocks that are still there.

    Events name steps by id, so a block keeps its id however the agenda is reordered; a new block gets a new one.
    """
    keep = {new: running.blocks[old].id for old, new in _pairs(running, files)}
    number = max((int(block.id[1:]) for block in running.blocks), default=0)
    blocks = []
    for i, block in enumerate(files.blocks):
        if i not in keep:
            number += 1
        blocks.append(_renamed(block, keep.get(i, f"b{number}")))
    return files.with_blocks(tuple(blocks))


def differences(running: Plan, files: Plan) -> list[str]:
    """Return, in words, how an `aligned` plan of the files differs from the running one."""
    lines = [
        f"{name.replace('_', ' ')} is changed" for name in _SMALL if getattr(running, name) != getattr(files, name)
    ]
    lines += _block_differences(running, files)
    lines += _named("domain", {d.id: d.label for d in running.domains}, {d.id: d.label for d in files.domains})
    if running.domains != files.domains:
        lines.append("the domains are changed")
    lines += _named("term", {t.id: t.id for t in running.terms}, {t.id: t.id for t in files.terms})
    if running.terms != files.terms:
        lines.append("the terms are changed")
    before, after = {p.id for p in running.people}, {p.id for p in files.people}
    if new := len(after - before):
        lines.append(f"{new} more on the roster")
    if gone := len(before - after):
        lines.append(f"{gone} fewer on the roster")
    if before == after and running.people != files.people:
        lines.append("somebody's domain is changed on the roster")
    return lines


def _named(noun: str, running: Mapping[str, str], files: Mapping[str, str]) -> Iterator[str]:
    """Yield what came and went; what was recorded of what went stays in the journal and leaves every picture."""
    for id_ in sorted(running.keys() - files.keys()):
        yield f"gone: the {noun} {running[id_]}, and what was recorded of it is shown no more"
    for id_ in sorted(files.keys() - running.keys()):
        yield f"new: the {noun} {files[id_]}"


def _block_differences(running: Plan, files: Plan) -> Iterator[str]:
    old, new = {b.id: b for b in running.blocks}, {b.id: b for b in files.blocks}
    for id_, block in new.items():
        if id_ not in old:
            yield f"new: {block.title}"
        elif old[id_] != block:
            before, after = (b.milliseconds // 60_000 for b in (old[id_], block))
            yield f"{block.title}: " + (f"{before} to {after} min" if before != after else "changed")
    for id_, block in old.items():
        if id_ not in new:
            yield f"gone: {block.title}"
    if [id_ for id_ in old if id_ in new] != [id_ for id_ in new if id_ in old]:
        yield "the order of the agenda is changed"


def _pairs(running: Plan, files: Plan) -> Iterator[tuple[int, int]]:
    """Yield indexes of blocks that are the same: first in order, then wherever they were moved to."""
    old, new = [_key(block) for block in running.blocks], [_key(block) for block in files.blocks]
    used: set[int] = set()
    matched: set[int] = set()
    for i, j, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for k in range(size):
            used.add(i + k)
            matched.add(j + k)
            yield i + k, j + k
    for j, key in enumerate(new):
        if j not in matched and (i := next((i for i, k in enumerate(old) if k == key and i not in used), -1)) >= 0:
            used.add(i)
            yield i, j


def _key(block: Block) -> tuple[str, ...]:
    return (block.kind, block.source, *block.terms) if block.source else (block.kind, block.title)


def _renamed(block: Block, id_: str) -> Block:
    steps = tuple(replace(step, id=f"{id_}.s{n}") for n, step in enumerate(block.steps, 1))
    return replace(block, id=id_, steps=steps)
