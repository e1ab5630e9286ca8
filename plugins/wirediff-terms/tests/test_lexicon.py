"""What the compact WordNet knows."""

from __future__ import annotations

import pytest
from wirediff_terms.lexicon.wordnet import lemmas, phrase_lemmas, relation


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("ministers", "minister"), ("went", "go"), ("children", "child"), ("stopped", "stop"), ("larger", "large")],
)
def test_lemma(form, lemma):
    """Regular and irregular forms have their lemma."""
    assert lemma in lemmas(form)


@pytest.mark.parametrize(
    ("reference", "version", "name"),
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
def test_relation(reference, version, name):
    """Lemmas are related as WordNet has it."""
    assert relation(lemmas(reference), lemmas(version)).name == name


def test_unrelated_words_have_no_relation():
    """Nothing is made up."""
    assert relation(lemmas("harbour"), lemmas("allegedly")) is None


def test_a_person_is_not_a_kind():
    """A marsh is not a writer because a writer was called Marsh."""
    assert relation(lemmas("marsh"), lemmas("writer")) is None


def test_expressions_of_several_words():
    """Expressions are known by their last word's lemma too."""
    assert phrase_lemmas(("prime", "ministers")) == ("prime minister",)


def test_related_words_come_after_the_links_of_wordnet():
    """The second list counts only for words that WordNet does not link, and never for things of one kind."""
    assert relation(("easy",), ("straightforward",)).name == "related"
    assert relation(("big",), ("large",)).name == "synonym"


@pytest.mark.parametrize(
    ("reference", "version"),
    [("severe", "harsh"), ("arrive", "turn up"), ("urge", "call on")],
)
def test_words_alike_in_a_thesaurus_and_in_usage_are_related(reference, version):
    """Words that WordNet does not link, and verbs of several words."""
    assert relation((reference,), (version,)).name == "related"


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        *[("truck", "bus"), ("entrance", "exit"), ("bank", "finance"), ("doctor", "nurse"), ("army", "navy")],
        *[("brother", "sister"), ("monday", "tuesday"), ("english", "french"), ("rifle", "pistol"), ("knee", "ankle")],
        *[("breakfast", "dinner"), ("theft", "fraud"), ("drink", "eat"), ("walk", "drive"), ("red", "blue")],
    ],
)
def test_things_of_one_kind_are_not_related(reference, version):
    """A thesaurus lists them together and they occur in similar contexts, but they are different things."""
    found = relation((reference,), (version,))
    assert found is None or found.name in ("sibling", "antonym", "indirect antonym")


@pytest.mark.parametrize(
    ("reference", "version"), [("significantly", "substantially"), ("usually", "typically"), ("secretly", "covertly")]
)
def test_adverbs_are_alike_as_their_adjectives_are(reference, version):
    """WordNet links adverbs to hardly anything but their adjectives."""
    assert relation((reference,), (version,)).name == "derived-synonym"
