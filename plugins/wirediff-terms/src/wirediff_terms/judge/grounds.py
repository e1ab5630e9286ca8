"""The grounds on which a change is judged: for each its code, what `data` says of it, and how often it is right.

Confidences are the only numbers of judgement, so that a benchmark can measure them row by row: of the findings with
0.9, nine in ten should be right. Where a comment gives a share, it was measured by tests/benchmarks/confidences.py on
the development parts of SummEdits and CondaQA (negations, names, figures) and of SWORDS, as many accepted as rejected
substitutes (synonyms); the others were chosen by hand on the fixtures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wirediff.model import Rule, Severity
from wirediff_terms.codes import (
    added,
    broken_phrase,
    function_word,
    inflection,
    modality,
    name,
    negation,
    number,
    punctuation,
    removed,
    replacement,
    spelling,
    synonym,
)
from wirediff_terms.lexicon.relations import JudgedRelation, WordRelation


class Judgement(NamedTuple):
    """The rule of a change, the relation of its words, where that is known from, and how likely that is right.

    `detail` is what `data.relation` says instead of the relation (the dimension of a value, the strengths of two
    modals), `expression` the fixed expression that was broken. `severity` and `message` replace the rule's.
    """

    rule: Rule
    relation: JudgedRelation
    source: str
    confidence: float
    detail: str = ""
    expression: str = ""
    severity: Severity | None = None
    message: str = ""


_ALIGNMENT, _CLOSED, _RULE, _VALUE = "alignment", "closed class", "rule", "value"
_MARKS = "marks"
_LEXICON = "WordNet 3.1"
_RELATED = "Moby Thesaurus II, GloVe"
_NAMES = "list of names"
_MOVED = "“{words}” was moved within the sentence."
_EXCHANGED = "Words swapped places: {change}; who did what to whom may be reversed."

# the same words in another place or form
MOVED = Judgement(replacement.RULE, "moved", _ALIGNMENT, 0.8, severity="note", message=_MOVED)
MOVED_CONTENT = MOVED._replace(confidence=0.7)
MOVED_HEDGE = MOVED._replace(source=_CLOSED, confidence=0.7)
EXCHANGED = {
    "name": Judgement(name.RULE, "exchanged", _ALIGNMENT, 0.7, message=_EXCHANGED),
    "value": Judgement(number.RULE, "exchanged", _ALIGNMENT, 0.8, message="Numbers swapped places: {change}."),
    "word": Judgement(negation.RULE, "exchanged", _ALIGNMENT, 0.7, message=_EXCHANGED),
}
CAPITALS = Judgement(spelling.RULE, "capitals", _RULE, 0.9)
SPACES = Judgement(spelling.RULE, "spaces", _RULE, 0.9)
SCRIPT = Judgement(spelling.RULE, "letters of another script", _RULE, 0.9)
ACCENTS = Judgement(spelling.RULE, "accents", _RULE, 0.9)
VARIANT = Judgement(spelling.RULE, "variant", _RULE, 0.95)
VARIANT_PART = VARIANT._replace(confidence=0.9)
NOTATION = Judgement(spelling.RULE, "equal notation", "table", 0.9)
CONTRACTION = Judgement(function_word.RULE, "contraction", _RULE, 0.97)
GENITIVE = Judgement(inflection.RULE, "possessive", _RULE, 0.9)
INFLECTED = Judgement(inflection.RULE, "inflection", _LEXICON, 0.9)
ASPECT = INFLECTED._replace(confidence=0.8)
NUMERAL = INFLECTED._replace(source="number words")
BACKSHIFT = Judgement(inflection.RULE, "reported speech", _CLOSED, 0.7)

# values
EQUAL_VALUE = Judgement(spelling.RULE, "equal value", _VALUE, 0.95)
EQUAL_TIME = EQUAL_VALUE._replace(rule=synonym.RULE)
OTHER_VALUE = Judgement(number.RULE, "other value", _VALUE, 0.95)
OTHER_PART = OTHER_VALUE._replace(confidence=0.9)
OTHER_DIGITS = Judgement(number.RULE, "other value", "digits", 0.8)
ROUNDED = Judgement(number.RULE, "rounded", _VALUE, 0.5, severity="warning")
OTHER_RANGE = Judgement(number.RULE, "range", _VALUE, 0.9)
OTHER_ORDINAL = Judgement(number.RULE, "ordinal", _VALUE, 0.9)
OTHER_BOUND = Judgement(number.RULE, "other bound", _CLOSED, 0.8)
OTHER_SHARE = Judgement(number.RULE, "quantifier", _CLOSED, 0.7)

# names
OTHER_NAME = Judgement(name.RULE, "name", "capitals", 0.95)  # .98 of 183
UNLINKED_NAME = OTHER_NAME._replace(confidence=0.9)  # .97 of 36
OTHER_LABEL = OTHER_NAME._replace(rule=replacement.RULE, confidence=0.85)
SAME_NAME = Judgement(synonym.RULE, "equivalent", _NAMES, 0.9)
ACRONYM = Judgement(synonym.RULE, "acronym", "initials", 0.9)
NAME_SYNONYM = Judgement(synonym.RULE, "synonym", _LEXICON, 0.7)
NAME_DERIVED = Judgement(synonym.RULE, "derivation", _LEXICON, 0.7)

# meaning
NEGATION_ADDED = Judgement(negation.RULE, "negation added", _CLOSED, 0.9)  # .92 of 203
NEGATION_REMOVED = Judgement(negation.RULE, "negation removed", _CLOSED, 0.8)  # .78 of 64
NEGATION = Judgement(negation.RULE, "negation", _CLOSED, 0.85)  # .87 of 127
NEGATION_AMONG_FEW = NEGATION._replace(confidence=0.65)  # .64 of 108: content words may make up for it
NEGATION_AMONG_MANY = NEGATION._replace(confidence=0.45)
DENIAL = NEGATION._replace(relation="denial", confidence=0.5)
NEGATION_ELSEWHERE = Judgement(function_word.RULE, "negation in another form", _CLOSED, 0.7)
OPPOSITES: Mapping[WordRelation, Judgement] = {
    "antonym": Judgement(negation.RULE, "antonym", _LEXICON, 0.85),  # .75 of 12, .96 of 245 before the list
    "opposite": Judgement(negation.RULE, "opposite", "list of opposites", 0.95),  # .95 of 191
    "prefix": Judgement(negation.RULE, "prefix", _RULE, 0.95),  # .97 of 190
    "polarity": Judgement(negation.RULE, "polarity", "VADER", 0.75),  # .74 of 19
    "indirect antonym": Judgement(negation.RULE, "antonym", _LEXICON, 0.9),  # .92 of 25
    "contrast": Judgement(negation.RULE, "contrast", "Fallows, Moby Thesaurus II, GloVe", 0.85),  # .94 of 18
}
"""By the relation of the words, the surest first."""
HEDGE_ADDED = Judgement(added.RULE, "hedge", _CLOSED, 0.9, severity="error")
HEDGE_REMOVED = HEDGE_ADDED._replace(rule=removed.RULE)
MODAL_ADDED = Judgement(modality.RULE, "added", _CLOSED, 0.6)  # with the next two .60 of 20
MODAL_REMOVED = Judgement(modality.RULE, "removed", _CLOSED, 0.6)
MODAL_ADDED_ELSEWHERE = Judgement(function_word.RULE, "added", _CLOSED, 0.7)
MODAL_REMOVED_ELSEWHERE = Judgement(function_word.RULE, "removed", _CLOSED, 0.7)
HEARSAY = Judgement(modality.RULE, "hearsay", _CLOSED, 0.7, severity="error")
STRENGTH = Judgement(modality.RULE, "strength", _CLOSED, 0.6)

# marks
MARK = Judgement(punctuation.RULE, "mark", _MARKS, 0.95)
QUESTION = Judgement(punctuation.RULE, "question", _MARKS, 0.9, severity="warning")
DISTANCE = Judgement(punctuation.RULE, "distance", _MARKS, 0.7, severity="warning")
COMMA = Judgement(punctuation.RULE, "comma", _MARKS, 0.5, severity="warning")
OTHER_SIGN = Judgement(number.RULE, "sign", _MARKS, 0.8)

# function words
FUNCTION_ADDED = Judgement(function_word.RULE, "added", _CLOSED, 0.9)
FUNCTION_REMOVED = Judgement(function_word.RULE, "removed", _CLOSED, 0.9)
FUNCTION_SAME = Judgement(function_word.RULE, "replaced", _CLOSED, 0.9)
FUNCTION_ALIKE = FUNCTION_SAME._replace(confidence=0.7)
FUNCTION_LISTED = FUNCTION_SAME._replace(confidence=0.6)
FUNCTION_PHRASE = FUNCTION_SAME._replace(confidence=0.5)
FUNCTION_UNLIKE = FUNCTION_SAME._replace(confidence=0.45)

# other wording
ADDED = Judgement(added.RULE, "none", _ALIGNMENT, 0.85)
REMOVED = ADDED._replace(rule=removed.RULE)
LABEL_ADDED, LABEL_REMOVED = ADDED._replace(severity="note"), REMOVED._replace(severity="note")
EQUIVALENT = Judgement(synonym.RULE, "equivalent", _CLOSED, 0.9)
SAME_EXPRESSION = Judgement(synonym.RULE, "synonym", _LEXICON, 0.8)  # .79 of 14
NEGATED_ANTONYM = Judgement(synonym.RULE, "negated antonym", _LEXICON, 0.6)
LISTED = Judgement(synonym.RULE, "listed", "Moby Thesaurus II; other synonyms in this version", 0.5)
RARE_SYNONYM = Judgement(synonym.RULE, "synonym", _LEXICON, 0.5)  # .51 of 63
SYNONYMS: Mapping[WordRelation, Judgement] = {
    "synonym": Judgement(synonym.RULE, "synonym", _LEXICON, 0.75),  # .77 of 148
    "similar": Judgement(synonym.RULE, "similar", _LEXICON, 0.65),  # .64 of 76
    "derivation": Judgement(synonym.RULE, "derivation", _LEXICON, 0.7),
    "derived-synonym": Judgement(synonym.RULE, "derived-synonym", _LEXICON, 0.7),  # .73 of 15
    "hypernym": Judgement(synonym.RULE, "hypernym", _LEXICON, 0.6),  # .59 of 102
    "hyponym": Judgement(synonym.RULE, "hyponym", _LEXICON, 0.55),  # .56 of 192
    "related": Judgement(synonym.RULE, "related", _RELATED, 0.6),  # .58 of 99
}
"""By the relation of the words, the closest first."""
REWORDED: Mapping[WordRelation, Judgement] = {
    relation: found._replace(confidence=0.5) for relation, found in SYNONYMS.items()
}
"""By the relation of whole phrases whose words were matched by their place only."""
BROKEN = Judgement(broken_phrase.RULE, "none", _LEXICON, 0.6)
BROKEN_RELATED = BROKEN._replace(confidence=0.8)
REWRITTEN = Judgement(replacement.RULE, "rewritten", _ALIGNMENT, 0.8)
_REPLACED = Judgement(replacement.RULE, "none", _ALIGNMENT, 0.3)


def installed(relation: WordRelation, language: str) -> Judgement:
    """Return the judgement on words that an installed wordnet of `language` links."""
    return Judgement(synonym.RULE, relation, f"wn ({language})", 0.8)


def replaced(relation: JudgedRelation, strength: float) -> Judgement:
    """Return the judgement on any other words, surer the more their form and place have in common."""
    return _REPLACED._replace(relation=relation, confidence=round(0.3 + 0.8 * min(strength, 0.6), 2))


def recurring(count: int) -> float:
    """Return the confidence in a replacement that recurs `count` times."""
    return round(min(0.99, 0.7 + 0.05 * count), 2)
