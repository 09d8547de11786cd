"""The few words of our own that exports contain, and sentences made of them, in English and Traditional Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.names import side_counts, sides, told
from toolkit.exchange.values import domain_label
from toolkit.library.fields import in_language

if TYPE_CHECKING:
    from toolkit.exchange.values import Setting
    from toolkit.library.fields import Review
    from toolkit.library.glossary import Outcome, Pair, Term

_EN = {
    "decides": "Who decides",
    "by_when": "By when",
    "follows": "What follows if it goes wrong",
    "domain": "Domain",
    "definition": "What it means",
    "example": "Example",
    "origin": "From the workshop",
    "reviewed": "Reviewed by {by} on {on}",
    "unreviewed": "Not reviewed by a practitioner",
    "outcome": "Outcome",
    "adopt": "One sense is adopted",
    "prefix": "Each sense keeps the word with a prefix",
    "rename": "One side renames",
    "park": "Parked",
    "dissent": "Dissent",
    "cases": "Cases",
    "case": "Case",
    "counts": "yes / no / unsure",
    "pairs": "Where domains met and parted",
    "consensus": "same use",
    "conflict": "different uses",
    "vague": "unsettled inside a domain",
    "undecided": "too few to tell",
    "deciding": "deciding case",
    "of": "{a} of {all_a} against {b} of {all_b} said yes",
    "unsure": "{count} unsure",
    "withheld": "not all counts are told",
    "tally": "counted by show of hands, indicative only",
    "mixed": "counted in part by show of hands, indicative only",
    "mismatch": "mismatch {value:.2f}",
    "sources": "Sources",
    "held": "Held",
}
_ZH = {
    "decides": "由誰決定",
    "by_when": "何時之前",
    "follows": "出錯時會如何",
    "domain": "領域",
    "definition": "意思",
    "example": "例子",
    "origin": "出自工作坊",
    "reviewed": "{by} 於 {on} 審閱",
    "unreviewed": "尚無實務工作者審閱",
    "outcome": "結果",
    "adopt": "採用其中一個意思",
    "prefix": "各自加上前綴保留",
    "rename": "其中一方改名",
    "park": "擱置",
    "dissent": "異議",
    "cases": "案例",
    "case": "案例",
    "counts": "是／否／不確定",
    "pairs": "各領域的異同",
    "consensus": "用法相同",
    "conflict": "用法不同",
    "vague": "領域內部未定",
    "undecided": "人數太少，無法判斷",
    "deciding": "關鍵案例",
    "of": "{all_a} 人中 {a} 人說是，{all_b} 人中 {b} 人說是",
    "unsure": "{count} 人不確定",
    "withheld": "票數未全部公布",
    "tally": "舉手計數，僅供參考",
    "mixed": "部分為舉手計數，僅供參考",
    "mismatch": "差異 {value:.2f}",
    "sources": "來源",
    "held": "舉辦",
}


def phrase(name: str, language: str) -> str:
    """Return one of our own words; in English where we have none in `language`."""
    chinese = language.casefold().split("-")[0] == "zh" and "hans" not in language.casefold()
    return (_ZH if chinese else _EN)[name]


def review_line(review: Review | str, language: str) -> str:
    """Return who reviewed something, or that nobody did."""
    if isinstance(review, str):
        return phrase("unreviewed", language)
    return phrase("reviewed", language).format(by=review.by, on=review.on)


def outcome_line(outcome: Outcome, language: str) -> str:
    """Return what was decided."""
    return f"{phrase(outcome.decision, language)}: {in_language(outcome.text, language)}"


def pair_line(pair: Pair, term: Term, setting: Setting, language: str) -> str:
    """Return how two domains stand to each other, with the counts of the case that decides where they are told."""
    state = phrase(pair.state, language)
    first = f"{domain_label(pair.a, setting, language)} – {domain_label(pair.b, setting, language)}: {state}"
    parts = [first]
    if pair.mismatch is not None:
        parts.append(phrase("mismatch", language).format(value=pair.mismatch))
    if pair.evidence != "named":
        parts.append(phrase(pair.evidence, language))
    if pair.deciding_case:
        parts.append(_deciding(pair, term, language))
    return "; ".join(parts)


def _deciding(pair: Pair, term: Term, language: str) -> str:
    case = next((case for case in term.cases if case.id == pair.deciding_case), None)
    if case is None:
        return f"{phrase('deciding', language)} {pair.deciding_case}"
    quoted = f"{phrase('deciding', language)} “{in_language(case.text, language)}”"
    if not all(told(case.verdicts, side) for side in sides(pair)):
        return f"{quoted}; {phrase('withheld', language)}"
    (yes_a, no_a, unsure_a), (yes_b, no_b, unsure_b) = (side_counts(case.verdicts, side) for side in sides(pair))
    counts = phrase("of", language).format(a=yes_a, all_a=yes_a + no_a, b=yes_b, all_b=yes_b + no_b)
    if unsure := unsure_a + unsure_b:
        counts += f" ({phrase('unsure', language).format(count=unsure)})"
    return f"{quoted}: {counts}"
