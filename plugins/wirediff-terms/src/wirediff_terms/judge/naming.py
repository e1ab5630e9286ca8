"""Tests of names."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff.segment import spelling
from wirediff_terms.changes.names import described, dotless, kept
from wirediff_terms.judge import grounds
from wirediff_terms.judge.features import Features
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.similarity import are_equivalent
from wirediff_terms.lexicon.spelling import unaccented
from wirediff_terms.lexicon.wordnet import are_listed, phrase_lemmas, relation
from wirediff_terms.lexicon.words import bare, is_function, without_determiners


def acronym(f: Features) -> Judgement | None:
    """Judge a name and its initials: "ECB", "European Central Bank"."""
    short, long = sorted((without_determiners(f.r), without_determiners(f.v)), key=len)
    if len(short) != 1 or len(long) < 2 or spelling(short[0]) == spelling(" ".join(long)):
        return None
    letters = short[0].replace(".", "")
    if long[-1].endswith("s") and len(letters) > 2:
        letters = letters.removesuffix("s")  # "NGOs"
    initials = [word if word.isupper() else word[0] for word in long]
    both = "".join(initials).upper(), "".join(filter(str.isupper, initials))  # "neural MT", "Bank of England"
    return grounds.ACRONYM if letters.isupper() and letters in both and len(letters) > 1 else None


def name(f: Features) -> Judgement | None:
    """Judge a name that became another, or another form of itself."""
    if not f.are_names:
        return None
    if dotless(f.r) == dotless(f.v) or spelling(" ".join(f.r)) == spelling(" ".join(f.v)):
        return grounds.VARIANT_PART
    if unaccented(dotless(f.r)) == unaccented(dotless(f.v)):
        return grounds.ACCENTS
    reference, version = without_determiners(f.r), without_determiners(f.v)
    if names := kept(reference, version):
        return _around(reference, version, names)
    if are_equivalent(reference, version):
        return grounds.SAME_NAME
    known = relation(_lemmas(reference), _lemmas(version))
    if known is not None and known.name == "synonym":
        return grounds.NAME_SYNONYM
    if f.relations <= {"inflection", "equal"} or described(reference, version):
        return None
    return _other(f)


def _lemmas(forms: Sequence[str]) -> tuple[str, ...]:
    return phrase_lemmas(tuple(map(bare, forms)))


def _around(reference: Sequence[str], version: Sequence[str], names: WordRelation) -> Judgement | None:
    """Judge words next to the same names: "Israel's ruling → Israel ruling", "Chinese officials → officials
    from China"."""
    if tuple(map(bare, reference)) == tuple(map(bare, version)):
        return grounds.GENITIVE
    beside = [
        sorted(word for word in side if word.islower() and not is_function(word)) for side in (reference, version)
    ]
    return None if beside[0] != beside[1] or names == "equal" else grounds.NAME_DERIVED


def unlinked(f: Features) -> Judgement | None:
    """Judge capitalised words of the dictionary that became others which nothing links to them: "Star Trek",
    "Star Wars"."""
    if not f.are_capitalised or f.label or described(f.r, f.v) or are_listed(_lemmas(f.r), _lemmas(f.v)):
        return None
    return grounds.UNLINKED_NAME


def capitalised(f: Features) -> Judgement | None:
    """Judge a proper name by its capital, in languages that capitalise nothing else."""
    return _other(f) if f.are_names else None


def _other(f: Features) -> Judgement:
    """Judge another name; the capitalised label of a credit is none: "Foto" became "Symbolbild"."""
    if len(f.r) == len(f.v) == 1 and any(a.isupper() and b == f"{a}s" for a, b in (f.r + f.v, f.v + f.r)):
        return grounds.INFLECTED  # "NGO", "NGOs"
    return grounds.OTHER_LABEL if f.label else grounds.OTHER_NAME
