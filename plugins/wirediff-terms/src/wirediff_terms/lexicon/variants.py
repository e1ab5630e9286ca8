"""Spellings of one word that no rule of the core rewrites: variants that the lexicon has, and typing mistakes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias
from unicodedata import combining, normalize

from wirediff.segment import spelling
from wirediff_terms.lexicon.store import entry
from wirediff_terms.lexicon.wordnet import is_name, lemmas, relation
from wirediff_terms.lexicon.words import is_function

Variation: TypeAlias = Literal["variant", "mistake"]
_FOLDED = (
    ("[æœ]|ae|oe", "e"), ("xion", "ction"), ("ph", "f"), ("ou", "o"), ("au", "a"), ("eau", "o"), ("y", "i"),
    ("z|c(?=[ei])", "s"), ("que|ch?k|c(?!h)", "k"), ("(?<=[bdtv])re(?=$|s$|d$)", "er"), ("ise?(?=[ds]?$)", "is"),
    ("gue?(?=$|s$|d$|i)", "g"), (r"(.)\1", r"\1"), ("e(?=ing|able|ment|$|s$|d$|i)", ""), ("ei", "ie"), ("ie", "i"),
)  # fmt: skip
"""Letters for which spellings differ, rewritten in this order; what remains is equal for variants of one word."""
_LEAST_LETTERS, _LONG = 5, 9
"""Minimum letters of a word with a typing mistake, and with two: shorter words are one letter from many others."""


@lru_cache(maxsize=65536)
def variation(reference: str, version: str) -> Variation | None:
    """Return how two words (lower case) are one word spelled in two ways, or None.

    Variants sound alike and have a meaning in common, or one is in no dictionary; "desert" and "dessert" sound alike.
    """
    if reference == version or is_function(reference) or is_function(version):
        return None
    known_r, known_v = lemmas(reference), lemmas(version)
    if reference.isascii() != version.isascii() and _skeleton(reference) == _skeleton(version):
        return "variant"
    if _skeleton(reference) == _skeleton(version) and (not known_r or not known_v or _are_same(reference, version)):
        return "variant"
    mistaken = reference if not known_r else version if not known_v else ""
    if not mistaken or (not known_r and not known_v) or is_name(version if mistaken == reference else reference):
        return None
    allowed = (len(mistaken) >= _LEAST_LETTERS) + (len(mistaken) >= _LONG)
    return "mistake" if allowed and mistaken.isalpha() and _distance(reference, version) <= allowed else None


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    found = "".join(letter for letter in normalize("NFKD", spelling(word)) if not combining(letter))
    for pattern, folded in _FOLDED:
        found = re.sub(pattern, folded, found)
    return found


def _are_same(reference: str, version: str) -> bool:
    """Whether two words of the lexicon have a meaning in common, and the same ending."""
    if entry(reference) is not None and entry(version) is not None:
        known = relation((reference,), (version,))
        return known is not None and known.name == "synonym"
    known = relation(lemmas(reference), lemmas(version))
    alike = known is not None and (known.name == "synonym" or set(lemmas(reference)) == set(lemmas(version)))
    return alike and reference[-2:] == version[-2:]


def _distance(reference: str, version: str) -> int:
    """Return the number of letters that were added, left out, replaced or exchanged with the next one."""
    if abs(len(reference) - len(version)) > 2 or reference[0] != version[0]:
        return 9
    rows = [list(range(len(version) + 1))]
    for i, a in enumerate(reference, 1):
        row = [i]
        for j, b in enumerate(version, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == version[j - 2] and b == reference[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
