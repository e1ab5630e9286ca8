"""The class of a change: the first test that holds decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from wirediff.segment import spelling
from wirediff_terms.changes.change import OPPOSED, Change
from wirediff_terms.changes.names import described, dotless, kept, unaccented
from wirediff_terms.judge.features import VALUES, Case, Judgement, Test, Tests, case_of
from wirediff_terms.judge.one_sided import ONE_SIDED
from wirediff_terms.judge.valued import both_bounds, compound_number, digits, other_bound, other_share, quantity
from wirediff_terms.lexicon.relations import JudgedRelation, WordRelation
from wirediff_terms.lexicon.similarity import are_equivalent, word_relation
from wirediff_terms.lexicon.wordnet import lemmas, parts_of_speech, phrase_lemmas, relation
from wirediff_terms.lexicon.words import (
    bare,
    closed_classes,
    differs_in_script,
    expanded,
    is_determiner,
    is_function,
    is_telling_modal,
    modality,
    negations,
)
from wirediff_terms.match.passage import Passage

LEXICON = "WordNet 3.1"
RELATED = "Moby Thesaurus II, GloVe"
_FEW = 3
"""Maximum content words replaced along with a negation that rarely say the same without it; chosen by hand."""
_COMMON_SENSE = 0.8
"""Minimum strength of synonyms in senses that are frequent for both words; the lexicon gives these 0.85."""


def classify(change: Change, passage: Passage, tests: Tests | None = None) -> Judgement:
    """Return the class of `change` by `tests`, or by those for English."""
    case = case_of(change, passage)
    return _in_english(case) if tests is None else _first(tests, case)


@lru_cache(maxsize=8192)
def _in_english(case: Case) -> Judgement:
    return _first((ONE_SIDED, _TWO_SIDED), case)


def _first(tests: Tests, case: Case) -> Judgement:
    for test in tests[bool(case.r and case.v)]:
        found = test(case)
        if found is not None:
            return found
    raise AssertionError("the last test always answers")


def moved(case: Case) -> Judgement | None:
    """Judge the same content words in another place, or with other capitals."""
    same = sorted(word.casefold() for word in case.r) == sorted(word.casefold() for word in case.v)
    if case.r == case.v or (same and VALUES.isdisjoint(case.relations) and len(case.r) > 1):
        return Judgement("replacement", "moved", "alignment", 0.8)
    if same and VALUES.isdisjoint(case.relations):
        return Judgement("spelling", "capitals", "rule", 0.9)
    if case.relations == {"equal"} and _content(case.r) == _content(case.v):
        return Judgement("replacement", "moved", "alignment", 0.7)
    if case.relations <= {"equal", "inflection"} and _is_genitive(case.r, case.v):
        return Judgement("inflection", "possessive", "rule", 0.9)
    return None


def _is_genitive(reference: Sequence[str], version: Sequence[str]) -> bool:
    """Whether the same words became a phrase with "of": "the museum's roof → the roof of the museum"."""
    short, long = sorted(
        (tuple(map(str.casefold, side)) for side in (reference, version)), key=lambda side: "of" in side
    )
    if "of" in short or "of" not in long or not any(word.endswith(("'s", "s'")) for word in short):
        return False
    return _content([*map(bare, short)]) == _content([*map(bare, long)])


def _content(forms: Sequence[str]) -> list[str]:
    return sorted(form.casefold() for form in forms if not is_function(form))


def _name(case: Case) -> Judgement | None:
    if not case.are_names:
        return None
    if dotless(case.r) == dotless(case.v) or spelling(" ".join(case.r)) == spelling(" ".join(case.v)):
        return Judgement("spelling", "variant", "rule", 0.9)
    if unaccented(dotless(case.r)) == unaccented(dotless(case.v)):
        return Judgement("spelling", "accents", "rule", 0.9)
    reference, version = _plain(case.r), _plain(case.v)
    if names := kept(reference, version):
        return _around(reference, version, names)
    if are_equivalent(reference, version):
        return Judgement("synonym", "equivalent", "list of names", 0.9)
    known = relation(phrase_lemmas(tuple(map(bare, reference))), phrase_lemmas(tuple(map(bare, version))))
    if known is not None and known.name == "synonym":
        return Judgement("synonym", "synonym", LEXICON, 0.7)
    return None if described(reference, version) else Judgement("name", "name", "capitals", 0.85)


def _around(reference: Sequence[str], version: Sequence[str], names: WordRelation) -> Judgement | None:
    """Judge words next to the same names: "Israel's ruling → Israel ruling", "Chinese officials → officials
    from China"."""
    if tuple(map(bare, reference)) == tuple(map(bare, version)):
        return Judgement("inflection", "possessive", "rule", 0.9)
    beside = [
        sorted(word for word in side if word.islower() and not is_function(word)) for side in (reference, version)
    ]
    if beside[0] != beside[1] or names == "equal":
        return None
    return Judgement("synonym", names, LEXICON, 0.7)


def _same_expression(case: Case) -> Judgement | None:
    """Judge expressions of several words with one meaning, whatever each word means: "World War II", "the Second World
    War"."""
    reference, version = _plain(case.r), _plain(case.v)
    if not reference or not version or len(reference) + len(version) == 2:
        return None
    known = relation(phrase_lemmas(tuple(map(bare, reference))), phrase_lemmas(tuple(map(bare, version))))
    return Judgement("synonym", "synonym", LEXICON, 0.9) if known is not None and known.name == "synonym" else None


def _acronym(case: Case) -> Judgement | None:
    """Judge a name and its initials: "ECB", "European Central Bank"."""
    short, long = sorted((_plain(case.r), _plain(case.v)), key=len)
    if len(short) != 1 or len(long) < 2 or spelling(short[0]) == spelling(" ".join(long)):
        return None
    letters = short[0].replace(".", "")
    initials = "".join(word[0] for word in long if word[0].isupper())
    is_one = letters.isupper() and letters == initials and len(letters) > 1
    return Judgement("synonym", "acronym", "initials", 0.9) if is_one else None


def _plain(forms: Sequence[str]) -> tuple[str, ...]:
    """Return the words without articles and other determiners."""
    return tuple(form for form in forms if not is_determiner(form.casefold()))


def respelled(case: Case) -> Judgement | None:
    """Judge the same letters, divided into words differently."""
    if "".join(case.r).casefold().replace("-", "") == "".join(case.v).casefold().replace("-", ""):
        return Judgement("spelling", "spaces", "rule", 0.9)
    return None


def _look_alike(case: Case) -> Judgement | None:
    """Judge the same words with some letters from another script."""
    if not differs_in_script("".join(case.r), "".join(case.v)):
        return None
    return Judgement("spelling", "letters of another script", "rule", 0.9)


def _negation(case: Case) -> Judgement | None:
    if (negations(case.r) > 0) != (negations(case.v) > 0) and not are_equivalent(case.r, case.v):
        content = [word for word in (*expanded(case.r), *expanded(case.v)) if not is_function(word)]
        return Judgement("negation", "negation", "closed class", _sure_of(len(content)))
    return None


def _negated_antonym(case: Case) -> Judgement | None:
    """Judge a negated opposite as a synonym: "cheaper" and "less costly"."""
    return Judgement("synonym", "negated antonym", LEXICON, 0.6) if case.is_negated else None


def _sure_of(content: int) -> float:
    """Return the confidence in a negation that comes with `content` content words, which may make up for it."""
    if not content:
        return 0.9
    return 0.6 if content <= _FEW else 0.45


def _modality(case: Case) -> Judgement | None:
    reference, version = modality(case.r), modality(case.v)
    if (reference is None) != (version is None) and "inflection" in case.relations:
        modal = reference or version
        if modal is not None and is_telling_modal(modal[0]):
            return Judgement("modality", "added" if version else "removed", "closed class", 0.8)
    if reference is None or version is None or reference[0] == version[0] or OPPOSED & case.relations:
        return None
    if are_equivalent(case.r, case.v):
        return None
    if case.is_backshifted:
        return Judgement("inflection", "reported speech", "closed class", 0.7)
    if reference[1] == version[1]:
        return None
    return Judgement("modality", "strength", "closed class", 0.9, detail=f"strength {reference[1]} to {version[1]}")


def _spelling(case: Case) -> Judgement | None:
    same = spelling("".join(case.r)) == spelling("".join(case.v))
    if same or [*map(spelling, _parted(case.r))] == [*map(spelling, _parted(case.v))]:
        return Judgement("spelling", "variant", "rule", 0.95)
    return Judgement("spelling", "variant", "rule", 0.9) if case.relations == {"spelling"} else None


def _parted(forms: Sequence[str]) -> Sequence[str]:
    """Return all words, with compounds split at their hyphens."""
    return [part for form in forms for part in form.casefold().split("-")]


def _contraction(case: Case) -> Judgement | None:
    if expanded(case.r) == expanded(case.v):
        return Judgement("function-word", "contraction", "rule", 0.97)
    return None


def _inflection(case: Case) -> Judgement | None:
    if case.relations - {"inflection", "contraction", "equal"}:
        return None
    if len(case.r) == len(case.v):
        return Judgement("inflection", "inflection", LEXICON, 0.9)
    reference, version = _without_aspect(case.r), _without_aspect(case.v)
    return Judgement("inflection", "inflection", LEXICON, 0.8) if len(reference) == len(version) == 1 else None


def _without_aspect(forms: Sequence[str]) -> Sequence[str]:
    """Return a verb without auxiliaries that keep its meaning: "has died", "did say", "is living", not "was seen"."""
    bases = {"have", "do", "be"} if forms[-1].casefold().endswith("ing") else {"have", "do"}
    while len(forms) > 1 and not bases.isdisjoint(lemmas(forms[0].casefold())):
        forms = forms[1:]
    return forms


def _function_words(case: Case) -> Judgement | None:
    if OPPOSED & case.relations or not all(is_function(word) for word in (*case.r, *case.v)):
        return None
    reference, version = (frozenset().union(*map(closed_classes, map(str.casefold, side))) for side in (case.r, case.v))
    if "equivalent" in case.relations:
        likely = 0.9
    elif not (shared := reference & version):
        likely = 0.45
    elif case.is_kept:
        likely = 0.9
    else:
        likely = 0.7 if len(case.r) == len(case.v) == 1 and shared != {"determiners"} else 0.5
    return Judgement("function-word", "replaced", "closed class", likely)


def _equivalent(case: Case) -> Judgement | None:
    """Judge equivalent connectives, prepositions and quantifiers, and forms of one name."""
    forms = ((case.r, case.v), (_plain(case.r), _plain(case.v)))
    if case.relations != {"equivalent"} and not any(are_equivalent(*both) for both in forms):
        return None
    return Judgement("synonym", "equivalent", "closed class", 0.9)


def _antonym(case: Case) -> Judgement | None:
    if "antonym" in case.relations:
        return Judgement("negation", "antonym", LEXICON, 0.8)
    if "opposite" in case.relations:
        return Judgement("negation", "opposite", "list of opposites", 0.8)
    return Judgement("negation", "antonym", LEXICON, 0.6) if "indirect antonym" in case.relations else None


def _broken(case: Case) -> Judgement | None:
    """Judge a fixed expression that lost its form, with more confidence if the words replaced in it are related."""
    found = _main_relation(case)
    confidence = 0.6 if found == "none" else 0.8
    hyphened = case.r[0].casefold().split("-") if len(case.r) == 1 else []
    if len(hyphened) > 1 and phrase_lemmas(tuple(hyphened)) and "-" in case.v[0]:
        version = phrase_lemmas(tuple(case.v[0].casefold().split("-")))
        return None if version else Judgement("broken-phrase", found, LEXICON, confidence, " ".join(hyphened))
    if not case.unit or case.whole:
        return None
    if phrase_lemmas(tuple(bare(word) for word in case.v)):
        return None
    return Judgement("broken-phrase", found, LEXICON, confidence, case.unit)


def _main_relation(case: Case) -> JudgedRelation:
    """Return the relation of the replaced words that says most, except that they share a place."""
    known = [name for names in (_SYNONYMOUS, _BROADER, _NEAR) for name in names if name in case.relations]
    return next(iter(known), min(case.relations - {"place", "equal"}, default="none"))


_SYNONYMOUS: Mapping[WordRelation, float] = {"synonym": 0.9, "similar": 0.8, "derivation": 0.7, "derived-synonym": 0.7}
_BROADER: Mapping[WordRelation, float] = {"hypernym": 0.75, "hyponym": 0.75}
_NEAR: Mapping[WordRelation, float] = {"related": 0.6}
LISTED = Judgement("synonym", "listed", "Moby Thesaurus II; other synonyms in this version", 0.5)
"""Words that a thesaurus lists together, in a version full of synonyms."""
KNOWN = frozenset((*_SYNONYMOUS, *_BROADER, *_NEAR))
"""Relations by which words may be synonyms."""


def _synonym(case: Case) -> Judgement | None:
    if _is_other_part_of_speech(case) or _is_narrowed(case):
        return None
    found = case.relations | {case.whole}
    for names in (_SYNONYMOUS, _BROADER, _NEAR):
        for name, confidence in names.items():
            if name in found:
                if name == "synonym" and case.strength < _COMMON_SENSE and case.whole != name:
                    confidence = 0.7
                return Judgement("synonym", name, RELATED if names is _NEAR else LEXICON, confidence)
    return None


def _is_narrowed(case: Case) -> bool:
    """Whether a broader term has a word that narrows it to something else: a "common room" is not a broader term
    than "bathroom", though a room is."""
    if "hypernym" not in case.relations or len(case.r) > 1 or len(case.v) == 1:
        return False
    reference, version = phrase_lemmas(tuple(map(bare, case.r))), phrase_lemmas(tuple(map(bare, case.v)))
    whole = relation(reference, version)
    return bool(version) and (whole is None or whole.name == "sibling")


def _is_other_part_of_speech(case: Case) -> bool:
    """Whether what the words around it show to be a noun became a word that cannot head or describe one: "the first
    judge → the primary decide"."""
    if not case.is_noun:
        return False
    known = parts_of_speech(lemmas(bare(case.v[0])))
    return bool(known) and known.isdisjoint(("n", "a"))


def _reworded(case: Case) -> Judgement | None:
    """Judge whole phrases that the lexicon links, though their words were matched only by place."""
    if _is_other_part_of_speech(case):
        return None
    whole = relation(phrase_lemmas(tuple(map(bare, case.r))), phrase_lemmas(tuple(map(bare, case.v))))
    if whole is None and len(case.r) == len(case.v) == 1:
        whole = word_relation(case.r[0], case.v[0])
    if whole is not None and whole.name in KNOWN:
        return Judgement("synonym", whole.name, RELATED if whole.name in _NEAR else LEXICON, 0.6)
    return None


def replacement(case: Case) -> Judgement | None:
    """Judge any other words."""
    relations = case.relations - {"place"}
    return Judgement(
        "replacement", min(relations, default="none"), "alignment", round(0.3 + 0.8 * min(case.strength, 0.6), 2)
    )


_TWO_SIDED: Sequence[Test] = (
    moved,
    respelled,
    _look_alike,
    _contraction,
    quantity,
    both_bounds,
    compound_number,
    digits,
    other_bound,
    _acronym,
    _name,
    _same_expression,
    _negated_antonym,
    _negation,
    _modality,
    other_share,
    _spelling,
    _inflection,
    _function_words,
    _equivalent,
    _antonym,
    _broken,
    _synonym,
    _reworded,
    replacement,
)
