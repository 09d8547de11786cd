"""Every number of a report, worked out anew from `workshop log --json` and the roster: nothing of the toolkit is used.

Lines are regular expressions, because some of their words (how a pair is called, what became of a block) are no numbers
and are tested elsewhere; every digit in them is literal.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise
from statistics import median_low
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

Json = Any
ANY = r"[^0-9|]*"
DECISIONS = {
    "adopt": "we adopt",
    "prefix": "we keep both, with prefixes",
    "rename": "we rename it",
    "park": "we park it",
}
MINUTE = 60_000


def names_of(roster: Path) -> dict[str, str]:
    with roster.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["name"] for row in csv.DictReader(file)}


def runs(numbers: Iterable[int]) -> list[str]:
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found]


def mark(numbers: Iterable[int]) -> str:
    seqs = sorted(set(numbers))
    parts = runs(seqs)
    return f"#{', '.join(parts)}" if len(parts) <= 4 else f"{len(seqs)} of #{seqs[0]}–{seqs[-1]}"


def minutes(milliseconds: float) -> str:
    return f"{round(milliseconds / MINUTE, 1):g}"


KEPT = {"yes": "done", "partly": "partly done", "no": "not done", "moved": "moved", "dropped": "no longer to be done"}


class Recount:
    """One journal, and what a report of it must say."""

    def __init__(self, log: Sequence[Json], names: dict[str, str]) -> None:
        self.all = log
        self.log = [event for event in log if not event["undone"]]
        self.names = names
        plan = next(event["body"]["plan"] for event in log if event["kind"] == "workshop-opened")
        self.plan = plan
        self.tz = ZoneInfo(plan["timezone"])
        self.labels = {domain["id"]: domain["label"] for domain in plan["domains"]}
        self.listed = {person["id"]: person["domain"] for person in plan["people"]}
        self.listed |= {event["body"]["person"]: event["body"]["domain"] for event in self.of("walked-in")}
        self.struck = {event["body"]["ref"] for event in self.of("struck")}
        self.explained = False
        self.far: list[tuple[str, list[int]]] = []
        """Figures whose numbers are written out at the end."""
        self.last = max(self.instant(event["at"]) for event in log)

    def of(self, *kinds: str) -> list[Json]:
        return [event for event in self.log if event["kind"] in kinds]

    def instant(self, at: str) -> int:
        return round(dt.datetime.fromisoformat(at).timestamp() * 1000)

    def clock(self, instant: int) -> str:
        return f"{dt.datetime.fromtimestamp(instant / 1000, self.tz):%H:%M}"

    def planned(self, minute: int) -> int:
        midnight = dt.datetime.fromisoformat(self.plan["date"]).replace(tzinfo=self.tz)
        return round(midnight.timestamp() * 1000) + minute * MINUTE

    def row(
        self, under: str, cells: Sequence[str], numbers: Iterable[int], name: int = 1, wild: Sequence[int] = ()
    ) -> str:
        """Return a row of a table that ends with its journal numbers."""
        seqs = sorted(set(numbers))
        if len(runs(seqs)) > 4:
            self.far.append((f"{under}, {cells[name]}", seqs))
        shown = [ANY if i in wild else re.escape(cell) for i, cell in enumerate(cells)]
        end = r" \| " + re.escape(mark(seqs)) if seqs else r"(?: \| )?"  # a table that has no numbers has no column
        return r"\| " + r" \| ".join(shown) + end + r" \|"

    def line(self, under: str, text: str, numbers: Iterable[int], sign: str = "- ") -> str:
        """Return a line that ends with its journal numbers, if it has any."""
        seqs = sorted(set(numbers))
        if len(runs(seqs)) > 4:
            self.far.append((f"{under}, {text[:40]}", seqs))
        return re.escape(f"{sign}{text} ({mark(seqs)})" if seqs else f"{sign}{text}")

    def texts(self, kind: str, field: str) -> dict[str, tuple[str, list[int]]]:
        """Return the words of what has an id, and the events that they come from; what was struck has none."""
        found: dict[str, tuple[str, list[int]]] = {}
        for event in self.of(kind):
            found[event["body"][field]] = (event["body"]["text"] or "", [event["seq"]])
        for event in self.of("amended"):
            if (ref := event["body"]["ref"]) in found:
                found[ref] = (event["body"]["text"], [*found[ref][1], event["seq"]])
        return {id_: said for id_, said in found.items() if id_ not in self.struck}

    # -- people

    def hats(self) -> dict[str, tuple[str, list[int]]]:
        found: dict[str, tuple[str, list[int]]] = {}
        for event in self.of("arrived", "left", "walked-in"):
            body, before = event["body"], found.get(event["body"]["person"], ("", []))
            found[body["person"]] = (body.get("domain") or before[0], [*before[1], event["seq"]])
        return found

    def hat(self, person: str) -> str:
        known = self.hats().get(person)
        return (known[0] if known else "") or self.listed.get(person) or ""

    def name(self, person: str) -> str:
        return self.names.get(person, person)

    def room(self) -> dict[str, list[int]]:
        """Return who came, with the events that say so; before anybody came, who was expected."""
        return {person: seqs for person, (_, seqs) in self.hats().items()} or {person: [] for person in self.listed}

    # -- lines

    def lines(self) -> list[str]:
        """Return the numbered lines of a report, in order."""
        parts: list[Callable[[], Iterator[str]]] = [
            self.first_page, self.afternoon, self.words, self.disagreements, self.commitments, self.voice, self.survey,
            self.parking, self.noted, self.present, self.origins,
        ]  # fmt: skip
        self.far, self.explained = [], False
        found = [line for part in parts for line in part()]
        return [line for line in found if re.search(r"\d", line.replace(ANY, "").replace(r"\d", ""))]

    def outcomes(self) -> list[tuple[str, str, str, str, list[int]]]:
        said = self.texts("decided", "outcome")
        kept = {event["body"]["term"]: event["body"] for event in self.of("decided")}
        rows = []
        for term in self.plan["terms"]:
            body = kept.get(term["id"])
            if body and body["outcome"] in said:
                text, seqs = said[body["outcome"]]
                rows.append(
                    (body["outcome"], term["id"], body["decision"], f"{DECISIONS[body['decision']]}: {text}", seqs)
                )
        return rows

    def dissents(self) -> list[tuple[str, str, str, str, list[int]]]:
        said = self.texts("dissented", "dissent")
        order = [term["id"] for term in self.plan["terms"]]
        bodies = sorted((event["body"] for event in self.of("dissented")), key=lambda body: order.index(body["term"]))
        return [
            (body["dissent"], body["term"], self.labels[body["domain"]], *said[body["dissent"]])
            for body in bodies
            if body["dissent"] in said
        ]

    def undecided(self) -> list[tuple[str, int]]:
        """Return the words that the room was shown and did nothing about, with the event that showed them."""
        decided = {event["body"]["term"] for event in self.of("decided")}
        shown = {event["body"]["term"]: event["seq"] for event in self.of("revealed")}
        return [(term["id"], shown[term["id"]]) for term in self.plan["terms"] if term["id"] in shown.keys() - decided]

    def promised(self) -> list[Json]:
        said = self.texts("committed", "commitment")
        rows = []
        for event in self.of("committed"):
            body = event["body"]
            if body["commitment"] in said:
                text, seqs = said[body["commitment"]]
                checks = [e for e in self.of("checked") if e["body"]["commitment"] == body["commitment"]]
                answers = {e["body"]["what"]: e["body"]["answer"] for e in checks}
                body = dict(body)
                for later in self.of("owner-set", "due-set", "ask-set", "kept"):  # put right since, or moved
                    if later["body"]["commitment"] == body["commitment"]:
                        new = {name: later["body"][name] for name in ("owner", "due", "ask") if name in later["body"]}
                        body |= new if later["kind"] != "kept" or later["body"]["due"] is not None else {}
                        if later["kind"] == "kept":
                            body |= {"kept": later["body"]["answer"], "kept_text": later["body"]["text"]}
                        seqs = [*seqs, later["seq"]]
                who = self.name(body["owner"]) if body["owner"] else "nobody yet"
                rows.append({**body, "text": text, "who": who, "checks": answers,
                             "seqs": [*seqs, *(e["seq"] for e in checks)]})  # fmt: skip
        return sorted(rows, key=lambda row: row["owner"] is None)

    def to_do(self) -> list[Json]:
        return [row for row in self.promised() if row.get("kept") not in ("yes", "dropped")]

    def lot(self) -> list[tuple[str, str, str, str, list[int]]]:
        return self._said("parked", "item")

    def _said(self, kind: str, field: str) -> list[tuple[str, str, str, str, list[int]]]:
        said = self.texts(kind, field)
        bodies = [event["body"] for event in self.of(kind) if event["body"][field] in said]
        return [
            (body[field], said[body[field]][0], self.labels.get(body["domain"], "–"), self.clock(body["said_at"]),
             said[body[field]][1])
            for body in bodies
        ]  # fmt: skip

    def first_page(self) -> Iterator[str]:
        plan = self.plan
        starts, ends = (self.clock(self.planned(plan[name])) for name in ("starts", "ends"))
        yield re.escape(f"{plan['date']}, {starts} to {ends}, {plan['place']}")
        for _, term, decision, text, _ in self.outcomes():
            if decision != "park":
                yield re.escape(f"| {term} | {text} |")
        opened = [f"| {term} | {who} | {text} |" for _, term, who, text, _ in self.dissents()]
        opened += [f"| {term} | The room | {text} |" for _, term, kind, text, _ in self.outcomes() if kind == "park"]
        opened += [f"| {term} | – | No decision was recorded. |" for term, _ in self.undecided()]
        lot = [f"| parking lot | {who} | {text} |" for _, text, who, _, _ in self.lot()]
        yield from map(re.escape, [*opened[:7], *lot[:5]])
        if more := max(0, len(opened) - 7) + max(0, len(lot) - 5):
            yield f"And {more} more, further on."
        for row in self.to_do():
            yield re.escape(f"| {row['who']} | {row['text']} | {row['due'] or '–'} | {row['ask'] or '–'} |")

    def timeline(self) -> tuple[list[tuple[str, int, int]], int | None]:
        """Return step, start and end of every stay, and when the last step was over."""
        stays: list[tuple[str | None, int]] = []
        for event in self.of("entered", "finished"):
            since = event["body"]["since"]
            stays = [stay for stay in stays if stay[1] < since]
            stays.append((event["body"].get("step"), since))
        over = stays[-1][1] if stays and stays[-1][0] is None else None
        closed = [*stays, (None, over or self.last)]
        return [(step, start, end) for (step, start), (_, end) in pairwise(closed) if step], over

    def afternoon(self) -> Iterator[str]:
        stays, over = self.timeline()
        moves = self.of("entered", "finished")
        starts, at = [], self.planned(self.plan["starts"])
        for block in self.plan["blocks"]:
            at = max(at, self.planned(block["at"])) if block["at"] is not None else at
            starts.append(at)
            at += sum(step["seconds"] for step in block["steps"]) * 1000
        moved = [event["body"]["ends"] for event in self.of("replanned")[-1:] if event["body"]["ends"] is not None]
        hard = self.clock(self.planned(self.plan["ends"])) + "".join(
            f", moved to {self.clock(self.planned(ends))}" for ends in moved[-1:]
        )
        ended = (
            f"Ended {self.clock(over)}."
            if over
            else f"Not ended: the last thing was recorded at {self.clock(self.last)}."
        )
        seqs = [event["seq"] for event in (*self.of("entered")[:1], *self.of("finished")[-1:])]
        if stays:
            yield re.escape(
                f"Began {self.clock(stays[0][1])}, planned {self.clock(starts[0])}. {ended} "
                f"Planned end {self.clock(at)}, hard end {hard}. "
                f"It took {minutes((over or self.last) - stays[0][1])} min. ({mark(seqs)})"
            )
        for block, start in zip(self.plan["blocks"], starts, strict=True):
            steps = {step["id"] for step in block["steps"]}
            mine = [(begin, end) for step, begin, end in stays if step in steps]
            took = minutes(sum(end - begin for begin, end in mine))
            real = f"{self.clock(mine[0][0])}, {took} min" if mine else "–"
            length = minutes(sum(step["seconds"] for step in block["steps"]) * 1000)
            own = [event["body"].get("step") in steps for event in moves]
            seqs = [e["seq"] for i, e in enumerate(moves) if own[i] or (i and own[i - 1])]
            cells = [block["title"], f"{self.clock(start)}, {length} min", real, self.fate(block, stays, over)]
            wild = () if re.search(r"\d", cells[3]) else (3,)
            yield self.row("What was planned, and what happened", cells, seqs, name=0, wild=wild)
        yield from self.changed()

    def fate(self, block: Json, stays: Sequence[tuple[str, int, int]], over: int | None) -> str:
        """Return how many steps were passed over or dropped, of a block whose steps that befell more than three of."""
        been = {step for step, _, _ in stays}
        steps = [step["id"] for step in block["steps"]]
        if over is None or not been & set(steps):
            return ""
        dropped = [step for step in (self.of("replanned") or [{"body": {"dropped": []}}])[-1]["body"]["dropped"]
                   if step in steps and step not in been]  # fmt: skip
        skipped = [step for step in steps if step not in been and step not in dropped]
        titles = {step["id"]: f"“{step['title']}”" for step in block["steps"]}
        parts = []
        for name, gone in (("dropped", dropped), ("passed over", skipped)):
            if gone:
                few = ", ".join(titles[step] for step in gone)
                parts.append(f"{name}: {few if len(gone) <= 3 else f'{len(gone)} of {len(steps)} steps'}")
        return "; ".join(parts)

    def changed(self) -> Iterator[str]:
        steps = {step["id"]: (block, step) for block in self.plan["blocks"] for step in block["steps"]}

        def called(id_: str) -> str:
            block, step = steps[id_]
            return block["title"] if len(block["steps"]) == 1 else f"{block['title']} · {step['title']}"

        found: list[tuple[list[int], str]] = []
        seconds: dict[str, int] = {}
        dropped: list[str] = []
        ends = None
        for event in self.of("replanned"):
            body = event["body"]
            parts = [f"{called(step)} dropped" for step in body["dropped"] if step not in dropped]
            for step, now in body["seconds"].items():
                was = seconds.get(step, steps[step][1]["seconds"])
                if was != now and step not in body["dropped"]:
                    parts.append(f"{called(step)} {minutes(was * 1000)} to {minutes(now * 1000)} min")
            if body["ends"] is not None and body["ends"] != ends:
                parts.append(f"hard end moved to {self.clock(self.planned(body['ends']))}")
            parts.append(f"to end at {self.clock(body['ends_at'])}")
            at = self.clock(self.instant(event["at"]))
            found.append(([event["seq"]], f"{at} re-planned: {'; '.join(parts)}"))
            seconds, dropped, ends = body["seconds"], body["dropped"], body["ends"]
        for step in dict.fromkeys(event["body"]["step"] for event in self.of("extended")):
            mine = [event for event in self.of("extended") if event["body"]["step"] == step]
            given = sum(event["body"]["seconds"] for event in mine)
            at = self.clock(self.instant(mine[0]["at"]))
            much = f"{minutes(abs(given) * 1000)} min {'more' if given >= 0 else 'less'}"
            found.append(([event["seq"] for event in mine], f"{at} {called(step)}: {much}"))
        yield from (self.line("What was planned, and what happened", text, seqs) for seqs, text in sorted(found))

    # -- words

    def words(self) -> Iterator[str]:
        for term in (term["id"] for term in self.plan["terms"]):
            for _, word, _, text, seqs in self.outcomes():
                if word == term:
                    yield re.escape(f"{text[0].upper()}{text[1:]} ({mark(seqs)})")
            yield from self.senses(term)
            texts = self.texts("case-hung", "case")
            wall = [e["body"]["case"] for e in self.of("case-hung") if e["body"]["term"] == term]
            hung = [id_ for id_ in wall if id_ in texts]
            yield from (re.escape(f"- {id_}: {texts[id_][0]} ({mark(texts[id_][1])})") for id_ in hung)
            if any(event["body"]["term"] == term for event in self.of("revealed")):
                yield from self.counted(term, wall)

    def senses(self, term: str) -> Iterator[str]:
        texts = self.texts("sense-written", "sense")
        bodies = [
            e["body"] for e in self.of("sense-written") if e["body"]["term"] == term and e["body"]["sense"] in texts
        ]
        rated = []
        for body in bodies:
            text, seqs = texts[body["sense"]]
            more = [e for e in self.of("facet-set", "example-given") if e["body"]["sense"] == body["sense"]]
            example = [e["body"]["text"] for e in more if e["kind"] == "example-given"]
            text += f" (for example: {example[-1]})" if example else ""
            codes = {code["id"]: code["label"] for code in self.plan["facets"]}
            answers = {e["body"]["facet"]: "; ".join(filter(None, (codes[e["body"]["code"]], e["body"]["text"])))
                       for e in more if e["kind"] == "facet-set"}  # fmt: skip
            cells = [body["sense"], self.labels[body["domain"]], text]
            cells += [answers.get(facet, "") for facet in ("decides", "by_when", "follows")]
            yield self.row(f"The word: {term}", cells, [*seqs, *(e["seq"] for e in more)])
            rated += list(self.rated(term, body["sense"]))
        yield from rated

    def rated(self, term: str, sense: str) -> Iterator[str]:
        for domain, label in self.labels.items():
            named = {e["body"]["person"]: e for e in self.of("rated") if e["body"]["sense"] == sense}
            named = {person: e for person, e in named.items() if self.hat(person) == domain}
            dots = [e for e in self.of("rate-tallied") if (e["body"]["sense"], e["body"]["domain"]) == (sense, domain)]
            if named:
                votes = [e["body"]["rating"] for e in named.values()]
                counts = [sum(v > 0 for v in votes), sum(v == 0 for v in votes), sum(v < 0 for v in votes)]
            elif dots:
                counts = [dots[-1]["body"][name] for name in ("agree", "passed", "disagree")]
            else:
                continue
            seqs = [e["seq"] for e in named.values()] or [dots[-1]["seq"]]
            yield self.row(f"The word: {term}", [sense, label, *map(str, counts)], seqs)

    def ballots(self, term: str, domain: str) -> tuple[dict[str, tuple[int, int, int]], list[int], str]:
        """Return a domain's counts by case, the events they come from, and of what kind they are."""
        judged = [event for event in self.of("judged") if event["body"]["term"] == term]
        latest = {(e["body"]["person"], e["body"]["case"]): e for e in judged}
        named = {key: e for key, e in latest.items() if self.hat(key[0]) == domain}
        as_whom = {e["body"]["person"]: e["body"]["domain"] for e in judged}
        slips: dict[str, tuple[Json, int]] = {}
        for event in self.of("tallied"):
            if (event["body"]["term"], event["body"]["domain"]) == (term, domain):
                slips |= {count["case"]: (count, event["seq"]) for count in event["body"]["counts"]}
        if named and (not slips or any(as_whom[person] == domain for person, _ in named)):
            answers = Counter((case, e["body"]["answer"]) for (_, case), e in named.items())
            cases = {case for case, _ in answers}
            counts = {case: (answers[case, "yes"], answers[case, "no"], answers[case, "unsure"]) for case in cases}
            return counts, [e["seq"] for e in named.values()], "ballots"
        counts = {case: (c["yes"], c["no"], c["unsure"]) for case, (c, _) in slips.items()}
        return counts, [seq for _, seq in slips.values()], "count" if slips else ""

    def side(self, term: str, domains: Sequence[str], wall: Sequence[str]) -> Json:
        """Return the counts of some domains together, the events, the kind, and how many people answered."""
        found = [self.ballots(term, domain) for domain in domains]
        found = [one for one in found if one[2]]
        kinds = {kind for _, _, kind in found}
        counts = {case: tuple(sum(one[0].get(case, (0, 0, 0))[i] for one in found) for i in range(3)) for case in wall}
        if kinds == {"ballots"}:
            rows: Counter[str] = Counter()
            latest = {(e["body"]["person"], e["body"]["case"]): e["body"] for e in self.of("judged")
                      if e["body"]["term"] == term and self.hat(e["body"]["person"]) in domains}  # fmt: skip
            rows.update(person for (person, _), body in latest.items() if body["answer"] != "unsure")
            people = sum(2 * number >= len(wall) for number in rows.values())
        else:
            handed = [sum(triple) for triple in counts.values()]
            said = sum(triple[0] + triple[1] for triple in counts.values())
            people = median_low(handed) if handed and 2 * said >= sum(handed) else 0
        kind = kinds.pop() if len(kinds) == 1 else "both" if kinds else ""
        return counts, [seq for one in found for seq in one[1]], kind, people

    def counted(self, term: str, wall: Sequence[str]) -> Iterator[str]:
        pools = [e["body"]["domains"] for e in self.of("pooled") if e["body"]["term"] == term]
        sides: list[list[str]] = []
        for domain in self.labels:
            side = next((pool for pool in pools if domain in pool), [domain])
            if side not in sides:
                sides.append(side)
        found = {" + ".join(self.labels[domain] for domain in side): self.side(term, side, wall) for side in sides}
        found = {label: side for label, side in found.items() if side[2]}
        for label, (counts, seqs, kind, _) in found.items():
            if label == next(iter(found)):
                yield re.escape(f"| Who | From | {' | '.join(wall)} | Journal |")
            answers = [" / ".join(map(str, counts[case])) if any(counts[case]) else "–" for case in wall]
            yield self.row(f"The word: {term}", [label, kind, *answers], seqs, name=0)
        pairs = [line for (a, of_a), (b, of_b) in combinations(found.items(), 2)
                 if (line := self.pair(term, f"{a} – {b}", of_a, of_b, wall))]  # fmt: skip
        yield from pairs
        if pairs and not self.explained:
            self.explained = True
            yield r"Mismatch: .* 0 or less is none, 1 is the most\. .*"

    def pair(self, term: str, label: str, a: Json, b: Json, wall: Sequence[str]) -> str:
        """Return the row of a pair; nothing where no case was answered on both sides."""
        judged = {case: (a[0][case], b[0][case]) for case in wall}
        comparable = [case for case, (x, y) in judged.items() if min(x[0] + x[1], y[0] + y[1]) >= 2]
        numbers = [mismatch(*judged[case]) for case in comparable]
        enough = min(a[3], b[3]) >= 4 and numbers
        among = comparable or [case for case, (x, y) in judged.items() if x[0] + x[1] and y[0] + y[1]]
        if not among:
            return ""
        gaps = {case: abs(share(judged[case][0]) - share(judged[case][1])) for case in among}
        case = max(gaps, key=lambda one: gaps[one])
        (yes_a, no_a, unsure_a), (yes_b, no_b, unsure_b) = judged[case]
        against = f"{yes_a} of {yes_a + no_a} against {yes_b} of {yes_b + no_b}"
        against += f", {unsure_a + unsure_b} unsure" if unsure_a + unsure_b else ""
        size = f"{float(sum(numbers) / len(numbers)):.2f}".replace("-0.00", "0.00") if enough else "–"
        return self.row(f"The word: {term}", [label, "", size, case, against], [*a[1], *b[1]], name=0, wild=(1,))

    # -- what was agreed, who spoke, who was there

    def disagreements(self) -> Iterator[str]:
        for id_, term, who, text, seqs in self.dissents():
            yield self.row("Open disagreements", [id_, term, who, text], seqs)
        for id_, term, decision, text, seqs in self.outcomes():
            if decision == "park":
                yield self.row("Open disagreements", [id_, term, "The room", text], seqs)
        for term, seq in self.undecided():
            yield self.row("Open disagreements", ["–", term, "–", "No decision was recorded."], [seq])

    def commitments(self) -> Iterator[str]:
        for row in self.promised():
            if row.get("kept"):
                became = KEPT[row["kept"]] + (f": {row['kept_text']}" if row["kept_text"] else "")
                yield self.row("Commitments", [row["commitment"], row["who"], row["text"], became], row["seqs"])
        for row in self.to_do():
            checks = [row["checks"].get(what, "–") for what in ("budget", "law", "people")]
            cells = [row["commitment"], row["who"], row["text"], row["ask"] or "–", row["due"] or "–", *checks]
            yield self.row("Commitments", cells, row["seqs"])

    def voice(self) -> Iterator[str]:
        spoke = self.of("spoke")
        room = {person: (self.hat(person), seqs) for person, seqs in self.room().items() if self.hat(person)}
        for domain, label in self.labels.items() if spoke else ():
            turns = [event["seq"] for event in spoke if event["body"]["domain"] == domain]
            people = [seqs for hat, seqs in room.values() if hat == domain]
            of_people = f"{len(people) / len(room):.0%}" if room else "–"
            cells = [label, str(len(turns)), f"{len(turns) / len(spoke):.0%}", str(len(people)), of_people]
            yield self.row("Voice by domain", cells, [*turns, *(seq for seqs in people for seq in seqs)], name=0)

    def survey(self) -> Iterator[str]:
        latest = {(e["body"]["code"], e["body"]["when"]): e for e in self.of("sheet-keyed")}
        hats = {
            code: e["body"]["domain"] for (code, when), e in sorted(latest.items(), key=lambda x: x[0][1] == "after")
        }
        if not latest:
            return
        yield re.escape("How many ticked 1 (not at all) to 5 (fully)") + ".*"
        for number, statement in enumerate(self.plan["survey"], 1):
            yield re.escape(f"### Statement {number}: {statement}")
            yield re.escape("| Who | Before: 1-2-3-4-5 | After: 1-2-3-4-5 | In pairs | Shift | Journal |")
            groups = {"Everybody": set(hats)}
            groups |= {label: {c for c, hat in hats.items() if hat == domain} for domain, label in self.labels.items()}
            for label, codes in groups.items():
                if codes:
                    mine = {key: e for key, e in latest.items() if key[0] in codes}
                    cells = [label, *self.ticked(mine, number - 1)]
                    yield self.row("Before and after", cells, [e["seq"] for e in mine.values()], name=0)

    def ticked(self, sheets: dict[tuple[str, str], Json], statement: int) -> list[str]:
        answers = {key: event["body"]["answers"][statement] for key, event in sheets.items()}
        shown = []
        for when in ("before", "after"):
            ticks = [answer for (_, time), answer in answers.items() if time == when and answer]
            counts = "-".join(str(ticks.count(point)) for point in range(1, 6))
            mean = f", mean {sum(ticks) / len(ticks):.1f}" if len(ticks) >= 4 else ""
            shown.append(counts + mean if ticks else "–")
        moves = [answers[code, "after"] - answer for (code, when), answer in answers.items()
                 if when == "before" and answer and answers.get((code, "after"))]  # fmt: skip
        up, down = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
        shown.append(f"of {len(moves)}: {up} up, {len(moves) - up - down} same, {down} down" if moves else "–")
        shift = f"{sum(moves) / len(moves):+.1f}" if len(moves) >= 4 else "too few to tell"
        return [*shown, "+0.0" if shift == "-0.0" else shift]

    def parking(self) -> Iterator[str]:
        for *cells, seqs in self.lot():
            yield self.row("Parking lot", cells, seqs)

    def noted(self) -> Iterator[str]:
        for *cells, seqs in self._said("noted", "note"):
            yield self.row("Notes", cells, seqs)

    def present(self) -> Iterator[str]:
        hats, room = self.hats(), self.room()
        seqs = [seq for _, seqs in hats.values() for seq in seqs]
        if hats:
            yield self.line("Who was there", f"{len(hats)} came; the list has {len(self.listed)}.", seqs, "")
        else:
            yield f"Arrivals were not recorded; {len(self.listed)} were expected."
        for domain, label in {**self.labels, "": "No domain declared"}.items():
            mine = {person: seqs for person, seqs in room.items() if self.hat(person) == domain}
            known = [seq for seqs in mine.values() for seq in seqs]
            names = ", ".join(map(self.name, mine))
            if mine:
                yield self.line("Who was there", f"{label}, {len(mine)}: {names}", known)

    def origins(self) -> Iterator[str]:
        yield re.escape("#12 is event 12 of the journal: “workshop log DIR”") + ".*"
        yield from (re.escape(f"- {label}: #{', '.join(runs(seqs))}") for label, seqs in self.far)


def unescaped(line: str) -> str:
    """Return a line of Markdown as a renderer shows it, as far as text that was said is concerned."""
    return re.sub(r"\\(.)|&#(\d+);", lambda found: found[1] or chr(int(found[2])), line)


def share(counts: tuple[int, int, int]) -> Fraction:
    return Fraction(counts[0], counts[0] + counts[1])


def mismatch(a: tuple[int, int, int], b: tuple[int, int, int]) -> Fraction:
    """Return O - (W_A + W_B) / 2 of one case, as it is defined."""
    p, q = share(a), share(b)

    def within(one: tuple[int, int, int]) -> Fraction:
        n = one[0] + one[1]
        return 2 * share(one) * (1 - share(one)) * Fraction(n, n - 1)

    return p * (1 - q) + q * (1 - p) - (within(a) + within(b)) / 2
