"""The detector: from an alignment to findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from wirediff.model import Alignment, Finding, Note, Options, Span
from wirediff_terms.changes.change import Change
from wirediff_terms.changes.joining import joined, whole_names
from wirediff_terms.changes.labels import PLAIN, label_of
from wirediff_terms.changes.marks import Mark, marks
from wirediff_terms.changes.phrases import changes
from wirediff_terms.codes import name, number
from wirediff_terms.judge.countering import countered
from wirediff_terms.judge.decisions import is_unexplained, judge, looks_spun
from wirediff_terms.judge.features import Features, features_of
from wirediff_terms.judge.grounds import NEGATED_ANTONYM, NEGATION_ELSEWHERE, Judgement
from wirediff_terms.judge.reading import judge_mark
from wirediff_terms.ledger import Ledger
from wirediff_terms.lexicon.glossary import Glossary, read_glossary
from wirediff_terms.lexicon.languages import note, primary
from wirediff_terms.match.matcher import match
from wirediff_terms.match.passage import Passage, Passages
from wirediff_terms.values.quantity import UNORDERED_DATE

_DATES = ("date", UNORDERED_DATE, "weekday", "month", "quarter", "year", "decade")
_WHAT = {**dict.fromkeys(_DATES, "Date"), "time of day": "Time"}
"""Nouns for the values of dimensions; a value of any other dimension is a number."""


class Judged(NamedTuple):
    """A change of a passage, and the judgement on it."""

    change: Change
    passage: Passage
    features: Features
    judgement: Judgement
    forbidden: bool


def run(alignment: Alignment, options: Options) -> Iterator[Finding | Note]:
    """Yield all findings: single changes in the reference's order, then the ledger."""
    glossary = read_glossary(options.get("glossary"))
    language = primary(alignment.reference.language)
    if disclosed := note(language):
        yield Note("unsupported-language", disclosed)
    passages = Passages(alignment, language)
    judged = _by_habit(_evened(_judged(list(passages.changed()), glossary)))
    ledger = Ledger()
    for each in judged:
        _enter(each, ledger)
    yield from [_finding(each) for each in judged]
    for mark in marks(alignment, passages.pairs):
        yield _of_mark(mark, judge_mark(mark, language))
    yield from ledger.systematic(passages)


def _judged(changed: Sequence[Passage], glossary: Glossary) -> list[Judged]:
    """Return the judgements on all changes except accepted ones, and except a credit's label that became another.

    Stage by stage for all passages, which takes an eighth less time than passage by passage.
    """
    matchings = [match(passage) for passage in changed]
    found = [
        (change, passage)
        for passage, matching in zip(changed, matchings, strict=True)
        for change in whole_names(changes(passage, matching), passage)
        if not (change.reference and change.version and label_of(change, passage) == PLAIN)
    ]
    judged = []
    for change, passage in joined(found):
        status = _status(change, passage, glossary) if glossary.pairs else None
        if status != "accepted":
            features = features_of(change, passage)
            judged.append(Judged(change, passage, features, judge(features), status == "forbidden"))
    return judged


def _evened(judged: Sequence[Judged]) -> Sequence[Judged]:
    """Return the changes, with negations and opposites that cancel each other as other wording."""
    gone = countered([(each.change, each.passage, each.judgement) for each in judged])
    return [each._replace(judgement=_milder(each.change)) if n in gone else each for n, each in enumerate(judged)]


def _milder(change: Change) -> Judgement:
    return NEGATED_ANTONYM if change.reference and change.version else NEGATION_ELSEWHERE


def _by_habit(judged: Sequence[Judged]) -> Sequence[Judged]:
    """Return the changes; in a version that looks spun, those that nothing explains are judged again in that light."""
    if not looks_spun([each.judgement for each in judged]):
        return judged
    return [
        each._replace(judgement=judge(each.features._replace(is_spun=True))) if is_unexplained(each.judgement) else each
        for each in judged
    ]


def _status(change: Change, passage: Passage, glossary: Glossary) -> str | None:
    version = [passage.version.forms[j] for j in change.version]
    return glossary.status(passage.reference.forms, change.reference, version)


def _enter(judged: Judged, ledger: Ledger) -> None:
    """Enter a change in the ledger: of an expression, a full name or a quantity only the words replaced in it."""
    change, passage, _, judgement, _ = judged
    if judgement.rule.nature == "form" or judgement.relation in ("moved", "exchanged"):
        return
    if (change.unit or judgement.rule is name.RULE) and len(change.links) > 1:
        for link in change.links:
            ledger.add(passage, link.reference, link.version, judgement.rule)
    elif change.reference and change.version:
        inside = change.unit or judgement.rule is number.RULE
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
    change, passage, _, judgement, forbidden = judged
    reference = passage.reference.spans(change.reference)
    version = passage.version.spans(change.version)
    data: dict[str, Any] = {"relation": judgement.detail or judgement.relation, "source": judgement.source}
    if judgement.expression:
        data["expression"] = judgement.expression
    if forbidden:
        data["glossary"] = "forbidden"
    if pairs := _pairs(change, passage):
        data["words"] = pairs
    words_r, words_v = _quoted(reference), _quoted(version)
    message = _message(judgement, words_r, words_v, _change(words_r, words_v))
    return judgement.rule.finding(
        f"{message} The glossary forbids this." if forbidden else message,
        reference,
        version,
        severity="error" if forbidden else judgement.severity,
        confidence=1.0 if forbidden else judgement.confidence,
        **data,
    )


def _of_mark(mark: Mark, judgement: Judgement) -> Finding:
    """Return the finding of a changed mark."""
    reference, version = _quoted(mark.spans_r), _quoted(mark.spans_v)
    change = _change(reference, version)
    if mark.is_enclosed and not (reference and version):
        change = f"quotation marks around “{mark.between}” were {'added' if version else 'removed'}"
    message = _message(judgement, reference, version, change)
    data = {"relation": judgement.relation, "source": judgement.source}
    return judgement.rule.finding(
        message, mark.spans_r, mark.spans_v, severity=judgement.severity, confidence=judgement.confidence, **data
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


def _message(judgement: Judgement, reference: str, version: str, change: str) -> str:
    return (judgement.message or judgement.rule.message).format(
        what=_WHAT.get(judgement.detail, "Number"),
        change=change,
        reference=reference,
        version=version,
        words=reference or version,
    )


def _change(reference: str, version: str) -> str:
    if reference and version:
        return f"“{reference}” became “{version}”"
    return f"“{version}” was added" if version else f"“{reference}” was removed"
