"""Spellings of one word, and words that only sound alike."""

from __future__ import annotations

import pytest
from wirediff_terms.lexicon.variants import variation


@pytest.mark.parametrize(
    ("reference", "version", "expected"),
    [
        ("odour", "odor", "variant"),
        ("moustachioed", "mustachioed", "variant"),
        ("naïve", "naive", "variant"),
        ("façade", "facade", "variant"),
        ("haemorrhage", "hemorrhage", "variant"),
        ("amphitheatre", "amphitheater", "variant"),
        ("accomodation", "accommodation", "variant"),
        ("goverment", "government", "mistake"),
        ("harobur", "harbour", "mistake"),
        ("desert", "dessert", None),
        ("hoping", "hopping", None),
        ("united", "untied", None),
        ("quay", "key", None),
        ("stationary", "stationery", None),
        ("form", "from", None),
    ],
)
def test_variation(reference, version, expected):
    """A variant sounds alike and means the same; a typing mistake is in no dictionary, and near a word that is."""
    assert variation(reference, version) == variation(version, reference) == expected
