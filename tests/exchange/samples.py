"""Glossaries to exchange: what ships, one full of hostile text, one with what a workshop found."""

from __future__ import annotations

from functools import cache

from toolkit.exchange.values import Setting
from toolkit.library.catalogue import Catalogue
from toolkit.library.fields import Source
from toolkit.library.glossary import Case, Counts, Dissent, Facet, Glossary, Held, Outcome, Pair, Sense, Term

HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "''=1",
    "'tis",
    "no",
    "13:30",
    "null",
    "~",
    "- x",
    "? x",
    "a: b",
    "a #b",
    "# a",
    "[red]",
    "[/etc/hosts]",
    "{{x}}",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "&amp;",
    "]]>",
    "*a* _b_ `c` ~~d~~",
    "1. one",
    "2) two",
    "| a | b |",
    "![x](y)",
    "http://example.org <x@y.z>",
    "\\",
    "a\\",
    '"',
    "'",
    '"""',
    "''' \"\"\"",
    "../../etc/passwd",
    "%s {0} ${x}",
    "  leading",
    "trailing  ",
    "two\nlines",
    "two\r\nlines",
    "ends\n",
    "\n begins",
    "  indented\nthen not",
    "spaces  \nbefore the end of a line",
    "a\n\n\nb",
    "tab\tin",
    "nul\x00in",
    "bell\x07 esc\x1b[31m",
    "del\x7f c1\x85\x9b",
    "line\u2028sep\u2029par",
    "\u202eoverride\u202c",
    "\u2066isolate\u2069",
    "non\ufffechar\uffff",
    "\ufeffmark",
    "👩‍👩‍👧‍👦 emoji",
    "治理、責任",
    "مرحبا",
    "x" * 2000,
    "word " * 400 + "end",
    "semi;colon,comma",
    "\xa0nbsp\xa0",
    "\x1c",
    "---",
    "...",
    "%YAML 1.1",
    "@context",
    "<http://a> <b> <c> .",
    '{"a": 1}',
    "e\u0301",
)


@cache
def setting() -> Setting:
    """What exports of the samples are told."""
    catalogue = Catalogue()
    return Setting(catalogue.domains(), catalogue.facets(), on="2026-12-03")


@cache
def built_in() -> Glossary:
    """Everything that ships, as one glossary."""
    terms = [term for term, _ in Catalogue().terms().values()]
    return Glossary(title={"en": "What ships", "zh-Hant": "內建詞彙"}, terms=terms)


def sense(domain: str, text: str | dict[str, str], **more: object) -> Sense:
    """Return a sense that a table in a room wrote."""
    return Sense.model_validate({"domain": domain, "definition": text, "origin": "Autumn", **more})


@cache
def hostile() -> Glossary:
    """Every hostile text in every field that takes any text."""
    return Glossary(
        title=HOSTILE[0],
        held=Held(workshop="Words; <b>\x07 \"'", on="2026-12-03", place="=1+1"),
        terms=[_hostile_term(i, text) for i, text in enumerate(HOSTILE)],
    )


def _hostile_term(number: int, text: str) -> Term:
    facet = Facet(code="maintainers", text=text)
    answers = {"decides": facet, "by_when": Facet(code="at-once"), "follows": Facet(code="nothing", text={"fr": text})}
    source = Source(title=text, address=text, quotation=text, use={"en": text, "fr": text})
    return Term(
        id=f"t{number}",
        labels={"en": text, "EN": f"{text}!", "no": text, "zh-Hant": text, "zh-Hans": text},
        note=text,
        senses=[
            sense("design", text, example=text, sources=[source], **answers),
            sense("design", text, id="s2", example={"ja": text}),
            sense("own-domain", text, origin=text, review={"by": text, "on": "2026-01-31"}),
        ],
        cases=[Case(id="c1", text=text, expect="no", splits=text, verdicts={"design": Counts(yes=4), "no": Counts()})],
        pairs=[
            Pair(a="design", b="own-domain", state="conflict", mismatch=-0.25, evidence="named", deciding_case="c1")
        ],
        outcome=Outcome(decision="rename", text=text),
        dissents=[Dissent(domain="design", text=text)],
    )


@cache
def found() -> Glossary:
    """What an afternoon came to: verdicts, pairs in every state, outcomes, dissents."""
    return Glossary(
        title="Autumn words",
        held=Held(workshop="Autumn", on="2026-12-03", place="Room 2"),
        terms=[_governance(), _risk()],
    )


def _governance() -> Term:
    case = Case(
        id="c1",
        text={"en": "A stake vote upgrades the software.", "zh-Hant": "持有者投票更新軟體。"},
        expect="borderline",
        verdicts={"blockchain": Counts(yes=4), "public-service": Counts(no=5, unsure=1), "design": Counts(yes=1, no=3)},
        origin="Autumn",
    )
    return Term(
        id="governance",
        labels={"en": "governance", "zh-Hant": "治理"},
        senses=[
            sense("blockchain", "Rules that change by a vote.", id="s1"),
            sense("public-service", {"en": "Who may decide what.", "zh-Hant": "誰能決定什麼。"}, id="s2"),
            sense("design", "How a system grows.", id="s3"),
            sense("academia", "Shared rule.", id="s4"),
        ],
        cases=[case, Case(id="c2", text="Nobody was asked.", expect="no")],
        pairs=[
            Pair(a="blockchain", b="public-service", state="conflict", mismatch=0.58, p_adjusted=0.03, evidence="named",
                 deciding_case="c1"),
            Pair(a="design", b="public-service", state="consensus", mismatch=0.0, evidence="named"),
            Pair(a="academia", b="design", state="vague", evidence="tally"),
            Pair(a="academia", b="blockchain", state="undecided", evidence="mixed"),
            Pair(a="academia+design", b="blockchain", state="conflict", evidence="tally", deciding_case="c1"),
        ],
        outcome=Outcome(decision="prefix", text="Say chain governance and public governance."),
        dissents=[Dissent(domain="academia", text="A prefix hides the question.")],
    )  # fmt: skip


def _risk() -> Term:
    return Term(id="risk", labels={"en": "risk"}, senses=[sense("design", "What may go wrong.")])


SAMPLES = {"built-in": built_in, "hostile": hostile, "found": found}
