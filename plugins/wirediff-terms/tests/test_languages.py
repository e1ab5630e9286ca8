"""Other languages than English: no English word list speaks for them."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from wirediff_terms.lexicon import languages


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
                ("spelling", "12 %", "12 pour cent"),
                ("synonym", "Kiev", "Kyiv"),
                ("spelling", "événement", "évènement"),
            ],
        ),
    ],
)
def test_tables_of_a_language(changes, notes, language, reference, version, expected):
    """Numbers, days, names, notations and negations are distinguished from other replacements; a note says that the
    rest is not."""
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
    """Whatever groups their digits; a comma precedes decimals."""
    sentence = "Der Rat von Brenna gibt {} Euro für den alten Hafen aus, sagte der Sprecher am Montag."
    found = changes(sentence.format(reference), sentence.format(version), language="de")
    assert [(each, words.removesuffix(" Euro")) for each, words, _ in found] == [(code, reference)]


@pytest.mark.parametrize(
    ("language", "reference", "version", "code"),
    [
        ("fr", "pour 1,25 milliard d'euros", "pour 1,25 million d'euros", "number"),
        ("fr", "le 1er août 2024 à 18h30", "le 01.08.2024 à 18:30", "spelling"),
        ("fr", "pendant un trimestre et 12 mois", "pendant un trimestre et 1 an", "spelling"),
        ("fr", "avec des centaines de voisins", "avec des milliers de voisins", "number"),
        ("es", "por 1.250 millones de euros", "por 1,25 mil millones de euros", "spelling"),
        ("es", "con el 20% de los votos", "con el 20 por ciento de los votos", "spelling"),
        ("es", "el 5 de agosto de 2018", "el 6 de agosto de 2018", "number"),
        ("fr", "avec environ 300 voisins", "avec plus de 300 voisins", "number"),
        ("de", "mit mehr als 300 Booten", "mit rund 300 Booten", "number"),
        ("fr", "le prix a doublé", "le prix a triplé", "number"),
        ("es", "con treinta y dos vecinos", "con 32 vecinos", "spelling"),
        ("es", "con treinta y dos vecinos", "con 33 vecinos", "number"),
        ("de", "mit zweiunddreißig Booten", "mit 32 Booten", "spelling"),
        ("nl", "na drieëntwintig weken", "na 23 weken", "spelling"),
        ("de", "nach anderthalb Jahren", "nach 18 Monaten", "spelling"),
        ("de", "um 18.30 Uhr", "um 18:30 Uhr", "spelling"),
        ("de", "nach einem Tag und 1,5 Milliarden Euro", "nach einem Tag und 1.500 Millionen Euro", "spelling"),
        ("de", "mit zwei Drittel der Stimmen", "mit einem Drittel der Stimmen", "number"),
        ("it", "per 3 miliardi di euro", "per 3 milioni di euro", "number"),
        ("pt", "por quinze dias", "por 15 dias", "spelling"),
        ("nl", "na twintig weken", "na 20 weken", "spelling"),
    ],
)
def test_quantities_of_a_language(changes, language, reference, version, code):
    """Magnitudes, units, dates and times of day are compared by value."""
    sentence = "Ilse Varga Brenna Vallin {} Salter Quill Holm."
    found = changes(sentence.format(reference), sentence.format(version), language=language)
    assert {each for each, _, _ in found} == {code}


def test_closed_classes_of_a_language(changes):
    """Replaced, added and removed articles and prepositions are minor, unless one became its opposite."""
    found = changes(
        "La maire de Brenna a fermé le port après une tempête en mer, selon Varga.",
        "Le maire de Brenna a fermé le port avant la guerre des douanes, selon Varga.",
        language="fr",
    )
    assert found == [
        ("function-word", "La", "Le"),
        ("negation", "après", "avant"),
        ("function-word", "une", "la"),
        ("replacement", "tempête", "guerre"),
        ("function-word", "en", "des"),
        ("replacement", "mer", "douanes"),
    ]


@pytest.mark.parametrize(
    ("language", "reference", "hedge"),
    [
        ("de", "Der mutmaßliche Dieb floh aus dem Hafen von Brenna.", "mutmaßliche"),
        ("es", "El presunto ladrón huyó del puerto viejo de Brenna.", "presunto"),
        ("fr", "Le prétendu voleur a fui le vieux port de Brenna.", "prétendu"),
        ("fr", "Le voleur a peut-être fui le vieux port de Brenna.", "peut-être"),
    ],
)
def test_hedges_of_a_language(detect, language, reference, hedge):
    """A removed hedge is reported, and more serious than other removed words."""
    (found,) = detect(reference, reference.replace(f"{hedge} ", ""), language=language)
    assert (found.code, found.severity, [span.text for span in found.reference]) == ("terms/removed", "error", [hedge])


@pytest.mark.parametrize("opening", ["", "Ilse Varga. ", "Ilse Varga: «"])
def test_a_sentence_begins_with_a_capital(changes, opening):
    """The capital does not make a word a name."""
    texts = (
        "{}Siempre cerró el puerto viejo de Brenna, y Varga calló.",
        "{}Ayer cerró el puerto viejo de Brenna, y Holm calló.",
    )
    found = changes(*(text.format(opening) for text in texts), language="es")
    assert found == [("replacement", "Siempre", "Ayer"), ("name", "Varga", "Holm")]


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
    monkeypatch.setattr(languages, "find_spec", str)
    languages._wordnet.cache_clear()
    texts = (
        "Die Fischer hatten eine Straße zum alten Hafen gesperrt.",
        "Die Fischer hatten eine Weg zum alten Hafen gesperrt.",
    )
    found, disclosed = changes(*texts, language="de"), notes(*texts, language="de")
    languages._wordnet.cache_clear()
    assert (found, disclosed) == ([("synonym", "Straße", "Weg")], [])


@pytest.mark.parametrize(
    ("language", "reference", "version", "expected"),
    [
        ("fr", "Le maire serait parti lundi soir.", "Le maire est parti lundi soir.", ("modality", "error")),
        ("de", "Die Reederei soll pleite sein.", "Die Reederei dürfte pleite sein.", ("modality", "error")),
        ("nl", "De haven zou sluiten.", "De haven zal sluiten.", ("modality", "error")),
        ("es", "El alcalde habría huido del puerto.", "El alcalde ha huido del puerto.", ("modality", "error")),
        ("it", "La nave sarebbe affondata ieri.", "La nave è affondata ieri.", ("modality", "error")),
        ("de", "Die Werft muss schließen.", "Die Werft kann schließen.", ("modality", "warning")),
        ("de", "Das Angeln ist dort erlaubt.", "Das Angeln ist dort verboten.", ("negation", "error")),
        ("fr", "Le loyer a augmenté en avril.", "Le loyer a baissé en avril.", ("negation", "error")),
        ("it", "La mostra ha aperto ieri.", "La mostra ha chiuso ieri.", ("negation", "error")),
        ("es", "Cuesta dos millones y medio de euros.", "Cuesta 2,5 millones de euros.", ("spelling", "note")),
        ("nl", "Het kost anderhalf miljoen euro.", "Het kost 1,5 miljoen euro.", ("spelling", "note")),
        ("it", "Si parte alle 20.45 dal molo.", "Si parte alle 20:45 dal molo.", ("spelling", "note")),
        ("pt", "O projecto da ponte parou.", "O projeto da ponte parou.", ("spelling", "note")),
        ("de", "Der Delphin schwamm fort.", "Der Delfin schwamm fort.", ("spelling", "note")),
        ("de", "Der Rat ehrte Ilse Varga.", "Der Rat ehrte Uwe Holm.", ("name", "error")),
        ("fr", "Brenna a battu Orvik hier.", "Orvik a battu Brenna hier.", ("negation", "error")),
    ],
)
def test_meaning_in_other_languages(detect, language, reference, version, expected):
    """Hearsay, obligation, opposites, values, reformed spellings, full names, and who did what to whom."""
    (found,) = detect(reference, version, language=language)
    assert (found.code.removeprefix("terms/"), found.severity) == expected
