"""The codes of this plugin."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff.model import Rule, Severity


def _rule(name: str, severity: Severity, summary: str, explanation: str) -> Rule:
    return Rule(f"terms/{name}", summary, explanation, severity)


_ALL = (
    _rule(
        "synonym",
        "warning",
        "another word or phrase of about the same meaning",
        'The version uses a synonym, a broader or a narrower term: "aid" became "help". `data.relation` says which of '
        "these it is, `data.source` where that is known from.",
    ),
    _rule(
        "broken-phrase",
        "warning",
        "a fixed expression was replaced by wording that is none",
        'A term of art or a fixed expression lost its form: "gross domestic product" became "gross home product". The '
        "finding spans the whole expression; `data.expression` gives its dictionary form.",
    ),
    _rule(
        "spelling",
        "note",
        "variant spelling or notation of the same word or value",
        "Regional spelling, spaces, capitals, or the same value written otherwise: "
        '"defence" and "defense", "12 months" and "a year".',
    ),
    _rule(
        "inflection",
        "note",
        "another form of the same word",
        'The word is the same but for number, tense, degree or possessive: "minister" became "ministers".',
    ),
    _rule(
        "function-word",
        "note",
        "only function words or contractions differ",
        'Articles, prepositions, conjunctions, auxiliaries and contractions: "do not" became "don\'t".',
    ),
    _rule(
        "name",
        "error",
        "a proper name changed",
        'Another name, one spelled otherwise, or two that changed places: "Varga" became "Vargas".',
    ),
    _rule(
        "number",
        "error",
        "a number, date, amount or unit changed in value",
        'The value differs, not only its notation: "5 miles" became "5 km"; or its bound: "more than", "nearly" 50.',
    ),
    _rule(
        "negation",
        "error",
        "the polarity flipped",
        'A negation came or went, or a word became its opposite: "rose" became "fell".',
    ),
    _rule(
        "modality",
        "warning",
        "the strength of an obligation or a likelihood changed",
        '"must" became "should", "will" became "may".',
    ),
    _rule("replacement", "warning", "other wording", "Words were replaced by others that no source relates to them."),
    _rule(
        "added",
        "warning",
        "words without a counterpart in the reference",
        "The version adds words inside an aligned sentence; serious are those that hedge, such as "
        '"allegedly", "about", "former" and "one of".',
    ),
    _rule(
        "removed",
        "warning",
        "words without a counterpart in the version",
        "The version leaves out words inside an aligned sentence; serious are those that hedge, such as "
        '"allegedly", "about", "former" and "one of".',
    ),
    _rule(
        "systematic",
        "warning",
        "one term was replaced by another again and again",
        "The ledger: the same replacement at several places, in whatever form and capitals. `data` holds the two "
        "terms, the count, and as exceptions the places where the version kept the term or replaced it otherwise.",
    ),
)

RULES: Mapping[str, Rule] = {rule.code.removeprefix("terms/"): rule for rule in _ALL}
"""Every rule by the part of its code behind the slash."""
