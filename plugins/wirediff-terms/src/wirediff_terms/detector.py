"""The detector: from an alignment to findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from wirediff.model import Alignment, Finding, Note, Options, Severity, Span, Token
from wirediff.newsroom import credit_label
from wirediff_terms.changes.change import Change
from wirediff_terms.changes.exchange import are_exchanged
from wirediff_terms.changes.joining import joined, whole_names
from wirediff_terms.changes.phrases import changes
from wirediff_terms.codes import RULES, Code
from wirediff_terms.judge.english import classify
from wirediff_terms.judge.features import Judgement, Tests
from wirediff_terms.judge.habit import Judged, by_habit
from wirediff_terms.judge.languages import note, primary, tests_of
from wirediff_terms.ledger import Ledger
from wirediff_terms.lexicon.glossary import Glossary, read_glossary
from wirediff_terms.lexicon.words import joins_clauses
from wirediff_terms.match.matcher import match
from wirediff_terms.match.passage import Passage, Passages
from wirediff_terms.values.quantity import UNORDERED_DATE
from wirediff_terms.values.translation import ENGLISH

EXCHANGED = Judgement("name", "exchanged", "alignment", 0.7)
_NEXT_MAKER = re.compile(r"[,;/|·•]\s*")
"""Before a further maker in the line of a credit."""
_LEDGER_RULES: tuple[Code, ...] = ("synonym", "broken-phrase", "replacement", "name", "number", "negation", "modality")


def run(alignment: Alignment, options: Options) -> Iterator[Finding | Note]:
    """Yield all findings: single changes in the reference's order, then the ledger."""
    glossary = read_glossary(options.get("glossary"))
    language = primary(alignment.reference.language)
    if disclosed := note(language):
        yield Note("unsupported-language", disclosed)
    tests = None if language in ENGLISH else tests_of(language)
    passages = Passages(alignment, language)
    judged: Sequence[Judged] = _judged(list(passages.changed()), glossary, tests)
    if tests is None:
        judged = by_habit(judged)
    ledger = Ledger()
    for each in judged:
        _enter(each, ledger)
    yield from [_finding(each) for each in judged]
    yield from ledger.systematic(passages)


def _judged(changed: Sequence[Passage], glossary: Glossary, tests: Tests | None) -> list[Judged]:
    """Return the classes of all changes except accepted ones, and except a credit's label that became another.

    Stage by stage for all passages, which takes an eighth less time than passage by passage.
    """
    matchings = [match(passage) for passage in changed]
    found = [
        (change, passage)
        for passage, matching in zip(changed, matchings, strict=True)
        for change in whole_names(changes(passage, matching), passage)
        if not (change.reference and change.version and _are_labels(change, passage))
    ]
    judged = []
    for change, passage in joined(found):
        status = _status(change, passage, glossary) if glossary.pairs else None
        if status != "accepted":
            judgement = classify(change, passage, tests)
            if tests is None:
                judgement = _evened(judgement, change, passage)
            if judgement.rule == "name" and _are_labels(change, passage, plain=False):
                judgement = judgement._replace(rule="replacement")  # "Foto" became "Symbolbild": words, not names
            if judgement.relation == "moved" and are_exchanged(change, passage):
                judgement = EXCHANGED
            judged.append(Judged(change, passage, judgement, status == "forbidden"))
    return judged


def _evened(judgement: Judgement, change: Change, passage: Passage) -> Judgement:
    """Return the judgement, milder for a negation, modal or hedge that only moved within its sentence."""
    if judgement.relation == "hedge" and _are_on_both_sides(change, passage):
        return Judgement("replacement", "moved", judgement.source, 0.7)
    if judgement.rule == "modality" and not change.links and _are_on_both_sides(change, passage):
        return judgement._replace(rule="function-word", confidence=0.7)
    if judgement.rule != "negation" or judgement.relation in ("antonym", "opposite"):
        return judgement
    if passage.reference.negations != passage.version.negations:
        return judgement
    return Judgement("function-word", "negation in another form", judgement.source, 0.7)


def _are_on_both_sides(change: Change, passage: Passage) -> bool:
    """Whether the added or removed words, conjunctions apart, are as frequent on the other side of the passage."""
    words = [passage.reference.folded[i] for i in change.reference]
    words += [passage.version.folded[j] for j in change.version]
    reference, version = passage.reference.folded, passage.version.folded
    return all(reference.count(word) == version.count(word) for word in words if not joins_clauses(word))


def _status(change: Change, passage: Passage, glossary: Glossary) -> str | None:
    version = [passage.version.forms[j] for j in change.version]
    return glossary.status(passage.reference.forms, change.reference, version)


def _enter(judged: Judged, ledger: Ledger) -> None:
    """Enter a change in the ledger: of an expression, a full name or a quantity only the words replaced in it."""
    change, passage, judgement, _ = judged
    if judgement.rule not in _LEDGER_RULES or judgement.relation in ("moved", EXCHANGED.relation):
        return
    if (change.unit or judgement.rule == "name") and len(change.links) > 1:
        for link in change.links:
            ledger.add(passage, link.reference, link.version, judgement.rule)
    elif change.reference and change.version:
        inside = change.unit or judgement.rule == "number"
        reference, version = _differing(change, passage) if inside else (change.reference, change.version)
        ledger.add(passage, reference, version, judgement.rule)


def _differing(change: Change, passage: Passage) -> tuple[Sequence[int], Sequence[int]]:
    """Return the words of a change without those that both sides begin or end with: "years → decades" of "18 years"."""
    r, v = change.reference, change.version
    reference, version = passage.reference.folded, passage.version.folded
    while len(r) > 1 and len(v) > 1 and reference[r[0]] == version[v[0]]:
        r, v = r[1:], v[1:]
    while len(r) > 1 and len(v) > 1 and reference[r[-1]] == version[v[-1]]:
        r, v = r[:-1], v[:-1]
    return r, v


def _finding(judged: Judged) -> Finding:
    change, passage, judgement, forbidden = judged
    reference = passage.reference.spans(change.reference)
    version = passage.version.spans(change.version)
    words_r, words_v = _quoted(reference), _quoted(version)
    data: dict[str, Any] = {"relation": judgement.detail or judgement.relation, "source": judgement.source}
    if judgement.expression:
        data["expression"] = judgement.expression
    if forbidden:
        data["glossary"] = "forbidden"
    if pairs := _pairs(change, passage):
        data["words"] = pairs
    return RULES[judgement.rule].finding(
        _message(judgement, words_r, words_v, forbidden),
        reference,
        version,
        severity="error" if forbidden else _severity(judgement, change, passage),
        confidence=1.0 if forbidden else judgement.confidence,
        **data,
    )


def _pairs(change: Change, passage: Passage) -> list[list[str]]:
    """Return which words of several correspond; none for a single word on one side, or if all correspond together."""
    count = len(change.reference) + len(change.version)
    if min(len(change.reference), len(change.version)) == 1 or not change.links:
        return []
    links = [link for link in change.links if len(link.reference) + len(link.version) < count]
    return [
        [
            " ".join([passage.reference.tokens[i].text for i in link.reference]),
            " ".join([passage.version.tokens[j].text for j in link.version]),
        ]
        for link in links
    ]


def _quoted(spans: Sequence[Span]) -> str:
    return spans[0].text if len(spans) == 1 else " … ".join([span.text for span in spans])


def _message(judgement: Judgement, reference: str, version: str, forbidden: bool) -> str:
    text = _sentence(judgement, reference, version)
    return f"{text} The glossary forbids this." if forbidden else text


def _sentence(judgement: Judgement, reference: str, version: str) -> str:
    """Return what a judgement says about the words, by its relation first, then by its rule."""
    if judgement.relation == "exchanged":
        return f"“{reference}” swapped places with another name: who did what to whom may be reversed."
    if judgement.relation == "moved":
        return f"“{reference or version}” was moved within the sentence."
    return RULES[judgement.rule].message.format(
        what=_WHAT.get(judgement.detail, "Number"),
        change=_change(reference, version),
        reference=reference,
        version=version,
    )


_DATES = ("date", UNORDERED_DATE, "weekday", "month", "quarter", "year", "decade")
_WHAT = {**dict.fromkeys(_DATES, "Date"), "time of day": "Time"}
"""Nouns for the values of dimensions; a value of any other dimension is a number."""


def _change(reference: str, version: str) -> str:
    if reference and version:
        return f"“{reference}” became “{version}”"
    return f"“{version}” was added" if version else f"“{reference}” was removed"


def _severity(judgement: Judgement, change: Change, passage: Passage) -> Severity | None:
    """Return a severity other than the rule's: higher for hedges, lower for words that only moved, for a page's date
    and for the label of a credit."""
    if judgement.relation == "hedge":
        return "error"
    if judgement.relation == "moved":
        return "note"
    if judgement.relation == "rounded":
        return "warning"
    if judgement.rule == "number" and any(passage.reference.blocks[i].kind == "date" for i in change.reference):
        return "note"
    if judgement.rule in ("added", "removed") and _are_labels(change, passage):
        return "note"
    return None


def _are_labels(change: Change, passage: Passage, *, plain: bool = True) -> bool:
    """Whether all words of a change belong to labels of credits; plain ones ("Photo:", "Picture by") mean the same."""
    sides = (passage.reference, change.reference), (passage.version, change.version)
    return all(
        words.blocks[i].kind == "credit" and _is_in_label(words.tokens[i], words.blocks[i].text, plain)
        for words, places in sides
        for i in places
    )


def _is_in_label(word: Token, credit: str, plain: bool) -> bool:
    """Whether a word belongs to a label, also to one before a further maker: "Montage: Ana Brill, Fotos: dpa"."""
    part = max((found.end() for found in _NEXT_MAKER.finditer(credit, 0, word.start)), default=0)
    return word.end <= part + credit_label(credit[part:], plain=plain)
