"""Words and sentences of raw text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.model import Block
from wirediff.segment import same_spelling, sentences, spelling, tokenize, uses_fallback, written_out


def split(text, language="en"):
    """The sentences of `text`."""
    return [sentence.span.text for sentence in sentences(Block("r1", "paragraph", text), language)]


@pytest.mark.parametrize(
    "word",
    [
        "U.S.",
        "N.Y.",
        "p.m.",
        "don’t",
        "o'clock",
        "L’État",
        "state-of-the-art",
        "AT&T",
        "$1.2bn",
        "€3,50",
        "2%",
        "1,000",
        "1\u00a0000",
        "24/7",
        "5.25%",
        "9:30",
        "½",
        "cafe\u0301",
        "soft\u00adhyphen",
        "Pan-\u00adSalterism",
        "60-\u00adyear-\u00adold",
        "2018-08-05",
        "3–1",
        "1914-18",
        "6-foot-2",
        "ﬁnancial",
        "www.example.org/a.b?c=1",
        "desk@example.org",
        "#vote",
        "@harbour_board",
        "ארה״ב",
        "👩‍👩‍👧",
        "🇫🇷",
        "…",
        ". . .",
        "--",
    ],
)
def test_what_an_editor_sees_as_one_word_is_one_token(word):
    """Also in the middle of a sentence, with a comma behind it."""
    assert [token.text for token in tokenize(f"so {word}, then")] == ["so", word, ",", "then"]


@pytest.mark.parametrize("space", [" ", "\u2009", "\u00a0", "\u202f"])
def test_a_space_that_groups_digits_does_not_cut_a_number(space):
    """Where the language writes so; the normal form does not tell one space from the other."""
    number = f"2{space}014{space}000,50"
    assert [(token.text, token.norm) for token in tokenize(f"rund {number} Euro", "de-CH")][1] == (
        number,
        "2 014 000,50",
    )


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("On May 4 200 people came", "en", ["4", "200"]),
        ("Im Jahr 2024 300 Euro", "de", ["2024", "300"]),
        ("Zimmer 5 10 Gäste", "de", ["5", "10"]),
        ("000 " * 7, "fr", ["000 000 000 000 000 000", "000"]),
    ],
)
def test_a_space_between_numbers_does_not_make_one_of_them(text, language, numbers):
    """In English, behind a year, before fewer than three digits, and beyond any number that is written so."""
    assert [token.text for token in tokenize(text, language) if token.kind == "number"] == numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“", '"'),
        ("«", '"'),
        ("‘", "’"),
        ("don’t", "don't"),
        ("—", "-"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁre", "fire"),
        ("…", "..."),
        ("cafe\u0301", "café"),
        ("Ａ", "A"),
        ("non\u2011stop", "non-stop"),
        ("zero\u200bwidth", "zerowidth"),
        ("a Pan-\u00adSalterist", "a Pan-Salterist"),
    ],
)
def test_what_differs_in_format_only_has_one_normal_form(one, other):
    """Glyphs of quotation marks and dashes, ligatures, soft hyphens, composed letters."""
    assert [token.norm for token in tokenize(one)] == [token.norm for token in tokenize(other)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["The U.S. Senate voted.", "Mr. Hale paid $1.2bn (2%) on Jan. 5, i.e. less…", "But “Why?” he asked."]),
        ("en", ["He lives in the U.S.", "The President of the U.S. said so."]),
        ("en", ["Dr. J. R. R. Hale Jr. met Gen. A. Kowal at 5 p.m. Thursday.", "It was No. 5 on the list."]),
        ("en", ["“It is over.”", "The mayor left.", "'No.'", "He said 'no'."]),
        ("en", ["Sales rose at Yahoo! and fell elsewhere.", "They cost $3.5 million—maybe more."]),
        ("en", ["“We’ll go,” Ann said.", "“Now.”", "(It rained.)", "Then they left"]),
        ("de", ["Am 3. Oktober sagte er, z. B. die EU habe 3,5 Mio. Euro bezahlt.", "„Nein“, sagte sie."]),
        ("de", ["Im 20. Jahrhundert war das u. a. verboten.", "Es kamen 12.", "Der Rat schwieg."]),
        ("fr", ["« Non », a dit M. Dupont.", "Il a payé 1 000 € l’an dernier."]),
        ("es", ["¿Quién dijo eso?", "¡Nadie!", "El Sr. Vela llegó a las 3 p. m. y dijo: «No»."]),
        ("ar", ["قال الرئيس: «لن نتراجع».", "ثم غادر؟", "نعم."]),
        ("ja", ["東京で2024年に開催された。", "雨だった。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language, expected):
    """Abbreviations, initials, ordinals and quotations do not end one by themselves."""
    between = "" if language == "ja" else " "
    assert split(between.join(expected), language) == expected


@given(
    st.text(st.sampled_from("aZé3.,!?…’'“”«»-—&()\u00ad\u200b\u0301 \n\u00a0漢กא$%"), max_size=60),
    st.sampled_from(["en", "de"]),
)
def test_tokens_and_sentences_lie_in_order_and_hold_their_text(text, language):
    """Offsets are exact, nothing overlaps, and sentences together hold all tokens."""
    block = Block("r1", "paragraph", text)
    tokens = tokenize(text, language)
    assert all(token.text == text[token.start : token.end] for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    found = sentences(block, language)
    assert tuple(token for sentence in found for token in sentence.tokens) == tokens
    assert all(s.span == block.span(s.tokens[0].start, s.tokens[-1].end) for s in found)


@pytest.mark.parametrize(
    ("text", "without_spaces"), [("漢字", True), ("ไทย", True), ("한국어 뉴스", False), ("“Zürich”", False)]
)
def test_scripts_without_spaces_are_told(text, without_spaces):
    """Their tokens are characters, which has to be disclosed."""
    assert uses_fallback(text) is without_spaces


@pytest.mark.parametrize(
    ("word", "whole"), [("Gov.", "governor"), ("gov", "governor"), ("N.Y.", "new york"), ("Mayor", "Mayor"), (".", ".")]
)
def test_abbreviations_are_written_out(word, whole):
    """Of titles, states and companies, with their stop or without."""
    assert written_out(word) == whole


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("neighbourhoods", "neighborhoods", True),
        ("Analyse", "analyze", True),
        ("co-operation", "cooperation", True),
        ("Gov.", "Governor", True),
        ("nine", "9", True),
        ("harbour", "labour", False),
        ("tanks", "tracks", False),
    ],
)
def test_spellings_of_one_word_are_one(one, other, same):
    """British and American, with a hyphen and without, in full and in short, in figures."""
    assert (spelling(one) == spelling(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the colour-coded centre, 12 per cent", "The color coded center 12%", True),
        ("We won’t say it's so", "We will not say it is so", True),
        ("the colour of the centre", "the colour of the quay", False),
        ("the town's quay", "the town is quay", False),
        ("drei größere Boote im Kühlhaus", "drei groessere Boote im Kuehlhaus", True),
        ("schon morgen", "schön morgen", False),
        ("Holm & Brandt, 40 BC", "Holm and Brandt, 40 BCE", True),
        ("", " ", False),
    ],
)
def test_texts_that_differ_in_spelling_only(one, other, same):
    """Whatever their spaces, hyphens and capitals; nothing is not the same as nothing."""
    assert same_spelling(one, other) is same
