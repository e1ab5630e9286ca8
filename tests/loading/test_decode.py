"""From bytes to text."""

from __future__ import annotations

import codecs

import pytest

from tests.loading.documents import codes, load
from wirediff.model import Article, Source

TEXT = "Café “Österreich” — naïve"


def text_of(article: Article) -> str:
    """The text of the only block."""
    return article.blocks[0].text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """The mark itself is no text, and nothing has to be disclosed."""
    article = load(mark + TEXT.encode(encoding))
    assert (text_of(article), article.source.encoding, article.notes) == (TEXT, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(encoding: str) -> None:
    """Every other byte is zero; the guess is disclosed."""
    article = load(TEXT.encode(encoding))
    assert (text_of(article), codes(article)) == (TEXT, ["guessed-encoding"])


def test_utf_8_needs_no_declaration() -> None:
    """No other text looks like valid UTF-8 by chance."""
    article = load(TEXT.encode())
    assert (text_of(article), article.source.encoding, article.notes) == (TEXT, "utf-8", ())


def test_what_is_no_utf_8_is_read_as_windows_1252() -> None:
    """The guess is disclosed and does not make the result untrustworthy."""
    article = load(TEXT.encode("cp1252"))
    assert (text_of(article), codes(article), article.notes[0].incomplete) == (TEXT, ["guessed-encoding"], False)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "港は月曜日に再開した。"),
        ("koi8-r", "Порт открылся в понедельник."),
        ("gb18030", "港口周一重新开放。"),
    ],
)
def test_the_deliverer_knows_the_encoding(encoding: str, text: str) -> None:
    """What the server or caller declares is used without a note."""
    article = load(text.encode(encoding), encoding=encoding)
    assert (text_of(article), article.notes) == (text, ())


def test_a_meta_tag_declares_the_encoding() -> None:
    """The head of a page is searched for its charset."""
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Žluťoučký kůň přišel domů dnes.</p></body></html>'
    article = load(page.encode("iso-8859-2"), "page.html")
    assert (text_of(article), codes(article)) == ("Žluťoučký kůň přišel domů dnes.", [])


def test_an_xml_declaration_declares_the_encoding() -> None:
    """The same for XML."""
    nitf = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><body.content><p>Café</p></body.content></body></nitf>'
    )
    assert text_of(load(nitf.encode("latin-1"))) == "Café"


def test_latin_1_is_read_as_windows_1252() -> None:
    """As the web standard says: quotation marks stand where Latin-1 has control characters."""
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>He said “no”.</p></body></html>'
    assert text_of(load(page.encode("cp1252"), "page.html")) == "He said “no”."


def test_a_declaration_that_the_bytes_contradict_is_a_conflict() -> None:
    """Valid UTF-8 wins over a wrong declaration."""
    article = load(TEXT.encode(), encoding="iso-8859-1")
    assert (text_of(article), codes(article)) == (TEXT, ["encoding-conflict"])
    assert article.notes[0].message == "declared as iso-8859-1, but the bytes are utf-8"


def test_ascii_contradicts_no_declaration() -> None:
    """Nothing is disclosed that makes no difference."""
    assert load(b"Plain words only.", encoding="iso-8859-15").notes == ()


def test_windows_1252_declared_as_utf_8_is_a_conflict() -> None:
    """A whole file of the other encoding is read in it rather than full of replacement characters."""
    article = load(TEXT.encode("cp1252"), encoding="utf-8")
    assert (text_of(article), codes(article)) == (TEXT, ["encoding-conflict"])


def test_an_unknown_declaration_is_disclosed() -> None:
    """The bytes decide then."""
    article = load(TEXT.encode(), encoding="x-martian")
    assert (text_of(article), codes(article)) == (TEXT, ["unknown-encoding"])


def test_bytes_that_fit_no_encoding_make_the_result_incomplete() -> None:
    """One damaged place among good UTF-8 stays visible."""
    article = load(("é" * 30).encode() + b" caf\xff end", encoding="utf-8")
    (note,) = article.notes
    assert (note.code, note.incomplete) == ("undecodable-bytes", True)
    assert note.message == "1 place is not valid utf-8 and could not be read"
    assert "\ufffd" in text_of(article)


def test_lone_surrogates_make_the_result_incomplete() -> None:
    """A Python text may hold what no encoding can."""
    from wirediff.loading import LOADERS, load_with

    article = load_with(LOADERS, Source.from_text("Caf\ud800 é"))
    assert [(note.code, note.incomplete) for note in article.notes] == [("undecodable-bytes", True)]


def test_garbled_text_is_noted_and_left_alone() -> None:
    """UTF-8 that was once read as windows-1252 is recognised."""
    garbled = "It’s “here”, she said.".encode().decode("cp1252", "ignore")
    article = load(garbled)
    assert (text_of(article), codes(article)) == (garbled, ["mojibake"])


@pytest.mark.parametrize("text", ["Ã la carte", "ÂME", "Tête-à-tête à Évian; «Âge d’or»", "Não há pão"])
def test_accents_are_not_garbled_text(text: str) -> None:
    """French and Portuguese have these letters too."""
    assert load(text).notes == ()
