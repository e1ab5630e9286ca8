"""Opposites beyond WordNet's antonyms, and words that only look opposed."""

from __future__ import annotations

import pytest
from wirediff_terms.lexicon.opposites import opposition

OPPOSED = [
    ("dismal", "delightful", "polarity"),
    ("superb", "dire", "opposite"),
    ("plummeted", "rallied", "opposite"),
    ("forbids", "authorises", "opposite"),
    ("acquitted", "convicted", "opposite"),
    ("unlicensed", "licensed", "prefix"),
    ("non-toxic", "toxic", "prefix"),
    ("subzero", "sub-zero", None),
    ("prewar", "postwar", "prefix"),
    ("reassemble", "disassemble", "prefix"),
    ("misquoted", "quoted", "prefix"),
    ("regulate", "deregulate", "prefix"),
    ("hopeful", "hopeless", "prefix"),
    ("graceful", "graceless", "prefix"),
    ("stale", "fresh", "contrast"),
]
ALIKE = [
    ("great", "large"),
    ("left", "remaining"),
    ("inflammable", "flammable"),
    ("invaluable", "valuable"),
    ("discovered", "covered"),
    ("department", "partment"),
    ("murky", "unclear"),
    ("violent", "strong"),
    ("shut", "closed"),
    ("quay", "pier"),
]


@pytest.mark.parametrize(("reference", "version", "expected"), OPPOSED)
def test_opposed(reference, version, expected):
    """Words are opposed by the list, an affix, a dictionary or their valence, in either direction."""
    assert opposition(reference, version) == opposition(version, reference) == expected


@pytest.mark.parametrize(("reference", "version"), ALIKE)
def test_alike(reference, version):
    """Words of one meaning, and words that only share letters, are not opposed."""
    assert opposition(reference, version) is None
