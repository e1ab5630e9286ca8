"""Spellings of one English word that are in no table: of any region, old and doubled ones, and typing mistakes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from wirediff_terms.lexicon.wordnet import lemmas, senses
from wirediff_terms.lexicon.words import is_function

_SHORTEST = 3
_MISTAKEN = 5
"""Minimum letters of a word with a typing mistake: of shorter ones too many differ in a letter."""
_ENDINGS = ("ing", "ed", "es", "s", "er", "ers", "est", "ly")
_TYPE = str.maketrans({"æ": "ae", "œ": "oe", "'": "", "-": "", "z": "s", "y": "i", "w": "u"})
_ALTERNATIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kept)
    for pattern, kept in (
        (r"gaol", "jail"),
        (r"^aero(?=[dp])", "air"),  # aeroplane, airplane
        (r"^sc(?=ept)", "sk"),  # sceptic, skeptic
        (r"^mou(?=st)", "mu"),  # moustache, mustache
        (r"^pi(?=jam)", "pa"),
        (r"augh", "af"),  # draughty, drafty
        (r"ough", "ou"),  # plough, plow
        (r"gh(?=[uo])|gu(?=e)", "g"),  # yoghurt, yogurt; catalogued, cataloged
        (r"x(?=io)|ct(?=io)", "kt"),  # inflexion, inflection
        (r"[ct](?=ious|ian)", "s"),  # tendencious, tendentious
        (r"c(?=[eiy])", "s"),  # licence, license
        (r"qu?|ck|ch(?=[rl])|c", "k"),  # disc, disk; cheque, check
        (r"kk+", "k"),
        (r"ph", "f"),
        (r"[ao]e", "e"),  # oestrogen, estrogen
        (r"(?<=[bcdgkptv])er|(?<=[bcdgkptv])re", "r"),  # centre, center; manoeuvrable
        (r"er(?=i$)", "r"),  # jewellery, jewelry
        (r"au(?=[gl])", "a"),  # baulk, balk; gauge, gage
        (r"ou|oo|ao", "o"),  # mould, mold
        (r"ei|ai", "i"),  # greying, graying; phoney, phony
        (r"ium$", "um"),
        (r"(.)\1+", r"\1"),  # fulfill, fulfil
        (r"e(?=ing|ment|able|s?$)|e(?=li?$)", ""),  # judgement, judgment; gramme, gram
    )
)
"""Letters that stand for one sound in the spellings of one word, in the order in which they are made alike. They were
written down from the lists of regional spellings in dictionaries' guides, not from a corpus."""


def are_spellings(reference: str, version: str) -> bool:
    """Return whether two words are spellings of one, or one of them is the other with a typing mistake.

    What sounds alike is one word if it is a known form of one, or known in one spelling only: "planed" and "planned"
    are two.
    """
    a, b = reference.casefold(), version.casefold()
    if a == b or min(len(a), len(b)) < _SHORTEST or is_function(a) or is_function(b):
        return False
    known = lemmas(a), lemmas(b)
    if sound(a) != sound(b):
        return bool(known[0]) != bool(known[1]) and _are_mistaken(a, b)
    if not all(known):
        return True
    if not set(known[0]).isdisjoint(known[1]):
        # Not "chose" and "choose", nor "planed", which may be a form of "plan" by its letters.
        stems = set(known[0]) - {a}, set(known[1]) - {b}
        return stems[0] == stems[1] and any(a.endswith(each) and b.endswith(each) for each in _ENDINGS)
    return not senses(known[0]).isdisjoint(senses(known[1]))


def _are_mistaken(a: str, b: str) -> bool:
    """Whether two words differ in one letter, or in the order of two: "recieved", "ammount"."""
    if min(len(a), len(b)) < _MISTAKEN or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    return OSA.distance(a, b, score_cutoff=1) <= 1 and a[-1] == b[-1]


def unaccented(text: str) -> str:
    """Return `text` without the marks on its letters."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Return what spellings of one word have in common; for comparing, not for showing."""
    form = unaccented(word).translate(_TYPE)
    for pattern, kept in _ALTERNATIONS:
        form = pattern.sub(kept, form)
    return form
