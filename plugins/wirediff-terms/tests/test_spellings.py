"""Spellings of one word that no table has, and words that only sound alike."""

from __future__ import annotations

import pytest
from wirediff_terms.lexicon.spelling import are_spellings


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("theatregoing", "theatergoing"),
        ("rumoured", "rumored"),
        ("paediatrician", "pediatrician"),
        ("cheques", "checks"),
        ("sceptics", "skeptics"),
        ("jewellery", "jewelry"),
        ("enrolment", "enrollment"),
        ("kilogrammes", "kilograms"),
        ("reflexion", "reflection"),
        ("shrivelled", "shriveled"),
        ("naïve", "naive"),
        ("Gaoled", "jailed"),
    ],
)
def test_spellings_of_any_region(reference: str, version: str) -> None:
    """And old ones; in either direction."""
    assert are_spellings(reference, version)
    assert are_spellings(version, reference)


@pytest.mark.parametrize(
    ("reference", "version"),
    [("harbuor", "harbour"), ("comittee", "committee"), ("fisheris", "fisheries"), ("occassion", "occasion")],
)
def test_a_mistake_in_a_word_and_its_mending(reference: str, version: str) -> None:
    """One letter or the order of two, where only one of the words is known."""
    assert are_spellings(reference, version)


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("planed", "planned"),
        ("stared", "starred"),
        ("chose", "choose"),
        ("desert", "dessert"),
        ("discreet", "discrete"),
        ("council", "counsel"),
        ("cannon", "canon"),
        ("filter", "philtre"),
        ("police", "policy"),
        ("boat", "coat"),
        ("harbour", "harbour"),
        ("its", "it's"),
        ("than", "then"),
    ],
)
def test_words_that_are_two(reference: str, version: str) -> None:
    """However alike they are."""
    assert not are_spellings(reference, version)
