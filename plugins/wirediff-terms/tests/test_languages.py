"""Other languages than English: no English word list speaks for them."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from wirediff_terms import _languages


@pytest.mark.parametrize(
    ("language", "reference", "version", "expected"),
    [
        (
            "de",
            "Der Rat von Brenna will am Montag den alten Hafen nicht schließen, die Kosten sind zu hoch.",
            "Der Rat von Brenna will am Dienstag den alten Hafen schließen, die Ausgaben sind zu hoch.",
            [("number", "Montag", "Dienstag"), ("replacement", "Kosten", "Ausgaben"), ("negation", "nicht", "")],
        ),
        (
            "fr-CA",
            "Le conseil de Brenna a fermé cinq routes, selon Ilse Varga, qui habite le port.",
            "Le conseil de Brenna a fermé 5 rues, selon Ilse Sorel, qui habite le port.",
            [("spelling", "cinq", "5"), ("replacement", "routes", "rues"), ("name", "Varga", "Sorel")],
        ),
        (
            "es",
            "El alcalde de Brenna nunca cerró las tres calles del puerto viejo.",
            "El alcalde de Brenna siempre cerró las cuatro calles del puerto viejo.",
            [("negation", "nunca", "siempre"), ("number", "tres", "cuatro")],
        ),
        (
            "de",
            "Der Rat wird den Hafen von Brenna schließen, das ist nicht sicher.",
            "Der Rat wird den Hafen von Brenna schließen.",
            [("removed", "das ist nicht sicher", "")],
        ),
        (
            "de",
            "Brenna plant den Bau einer Brücke am alten Hafen.",
            "Brenna plant den Bau eines Stegs am alten Hafen.",
            [("inflection", "einer", "eines"), ("replacement", "Brücke", "Stegs")],
        ),
        (
            "fr",
            "Selon M. Holm, 12 % des habitants de Kiev ont vu cet événement dans le port.",
            "Selon Monsieur Holm, 12 pour cent des habitants de Kyiv ont vu cet évènement dans le port.",
            [
                ("spelling", "M.", "Monsieur"),
                ("spelling", "%", "pour cent"),
                ("synonym", "Kiev", "Kyiv"),
                ("spelling", "événement", "évènement"),
            ],
        ),
    ],
)
def test_tables_of_a_language(changes, notes, language, reference, version, expected):
    """Numbers, days, names, notations and negations are told from other replacements; that the rest is not known is
    disclosed."""
    assert changes(reference, version, language=language) == expected
    assert notes(reference, version, language=language) == ["unsupported-language"]


@pytest.mark.parametrize(
    ("reference", "version", "code"),
    [
        ("14 000", "14.000", "spelling"),
        ("14’000,50", "14\u202f000.5", "spelling"),
        ("2,5", "2.5", "spelling"),
        ("14.000", "14,000", "number"),
        ("14 000", "15 000", "number"),
        ("2,5", "25", "number"),
    ],
)
def test_figures_are_compared_by_value(changes, reference, version, code):
    """Whatever groups their digits; a comma goes before decimals."""
    sentence = "Der Rat von Brenna gibt {} Euro für den alten Hafen aus, sagte der Sprecher am Montag."
    found = changes(sentence.format(reference), sentence.format(version), language="de")
    assert [(each, ours.removesuffix(" Euro")) for each, ours, _ in found] == [(code, reference)]


class Wordnet:
    """A wordnet of one synset."""

    def __init__(self, lang):
        self.lang = lang

    def synsets(self, form):
        """The synset of road words."""
        return [SimpleNamespace(id="road", hypernyms=list)] if form in ("straße", "weg") else []


def test_an_installed_wordnet_is_used(changes, notes, monkeypatch):
    """Where the package `wn` has a lexicon of the language, synonyms are found and nothing is disclosed."""
    fake = SimpleNamespace(lexicons=lambda **_: ["odenet"], Wordnet=Wordnet, Error=LookupError)
    monkeypatch.setitem(sys.modules, "wn", fake)
    monkeypatch.setattr(_languages, "find_spec", str)
    _languages._wordnet.cache_clear()
    texts = (
        "Die Fischer hatten eine Straße zum alten Hafen gesperrt.",
        "Die Fischer hatten eine Weg zum alten Hafen gesperrt.",
    )
    found, disclosed = changes(*texts, language="de"), notes(*texts, language="de")
    _languages._wordnet.cache_clear()
    assert (found, disclosed) == ([("synonym", "Straße", "Weg")], [])
