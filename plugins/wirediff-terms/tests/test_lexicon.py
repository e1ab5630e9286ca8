"""What the compact WordNet knows."""

from __future__ import annotations

import pytest
from wirediff_terms.lexicon import lemmas, phrase_lemmas, relation


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("ministers", "minister"), ("went", "go"), ("children", "child"), ("stopped", "stop"), ("larger", "large")],
)
def test_lemma(form, lemma):
    """Regular and irregular forms are led back to their lemma."""
    assert lemma in lemmas(form)


@pytest.mark.parametrize(
    ("ours", "theirs", "name"),
    [
        ("help", "aid", "synonym"),
        ("rise", "fall", "antonym"),
        ("dog", "canine", "hypernym"),
        ("canine", "dog", "hyponym"),
        ("island", "isle", "hyponym"),
        ("foreign", "overseas", "similar"),
        ("tomato", "potato", "sibling"),
        ("blue", "purple", "sibling"),
    ],
)
def test_relation(ours, theirs, name):
    """Lemmas are related as WordNet has it."""
    assert relation(lemmas(ours), lemmas(theirs)).name == name


def test_unrelated_words_have_no_relation():
    """Nothing is made up."""
    assert relation(lemmas("harbour"), lemmas("allegedly")) is None


def test_a_person_is_no_kind():
    """That a writer was called Marsh makes no marsh a writer."""
    assert relation(lemmas("marsh"), lemmas("writer")) is None


def test_expressions_of_several_words():
    """Expressions are known by their last word's lemma too."""
    assert phrase_lemmas(("prime", "ministers")) == ("prime minister",)


def test_related_words_come_after_what_wordnet_knows():
    """The second list speaks where WordNet is silent, and never of things of one kind."""
    assert relation(("easy",), ("straightforward",)).name == "related"
    assert relation(("big",), ("large",)).name == "synonym"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("severe", "harsh"), ("arrive", "turn up"), ("urge", "call on")],
)
def test_what_a_thesaurus_and_usage_have_alike_is_related(ours, theirs):
    """Words that WordNet keeps apart, and verbs of several words."""
    assert relation((ours,), (theirs,)).name == "related"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        *[("truck", "bus"), ("entrance", "exit"), ("bank", "finance"), ("doctor", "nurse"), ("army", "navy")],
        *[("brother", "sister"), ("monday", "tuesday"), ("english", "french"), ("rifle", "pistol"), ("knee", "ankle")],
        *[("breakfast", "dinner"), ("theft", "fraud"), ("drink", "eat"), ("walk", "drive"), ("red", "blue")],
    ],
)
def test_things_of_one_kind_are_not_related(ours, theirs):
    """A thesaurus lists them together and they occur in like contexts, but one is not the other."""
    found = relation((ours,), (theirs,))
    assert found is None or found.name in ("sibling", "antonym", "indirect antonym")


@pytest.mark.parametrize(
    ("ours", "theirs"), [("significantly", "substantially"), ("usually", "typically"), ("secretly", "covertly")]
)
def test_adverbs_are_alike_as_their_adjectives_are(ours, theirs):
    """WordNet links adverbs to hardly anything but their adjectives."""
    assert relation((ours,), (theirs,)).name == "derived-synonym"
