"""Which loader reads a source."""

from __future__ import annotations

import pytest

from tests.loading.documents import load
from wirediff.errors import InputError, OptionError
from wirediff.loading import LOADERS, load_with
from wirediff.model import Article, Block, Loader, Source


def loader(
    name: str, media_type: str = "application/x-none", text: str | None = None, begins: tuple[bytes, ...] = ()
) -> Loader:
    """A loader that takes everything, or nothing where `text` is None."""

    def run(source: Source) -> Article | None:
        return None if text is None else Article(source, blocks=(Block("b1", "paragraph", text),))

    return Loader(name, name, (media_type,), run, begins)


def broken(name: str) -> Loader:
    """A loader with a defect."""

    def run(source: Source) -> Article | None:
        raise ZeroDivisionError("oops")

    return Loader(name, name, ("application/x-none",), run)


def chosen(loaders: list[Loader], media_type: str | None = None, input_format: str | None = None) -> str:
    """The text that the chosen loader gave."""
    return load_with(loaders, Source("s", b"text", media_type), input_format).blocks[0].text


def test_the_exact_media_type_goes_first() -> None:
    """A declared type beats the order of names."""
    assert chosen([loader("a", text="by name"), loader("z", "text/x-z", "by type")], "text/x-z") == "by type"


def test_then_loaders_are_asked_by_name() -> None:
    """The order of registration does not matter."""
    assert chosen([loader("b", text="second"), loader("a", text="first")]) == "first"


def test_a_loader_that_names_first_bytes_goes_before_others() -> None:
    """They show the format as well as a declared type does."""
    assert (
        chosen([loader("a", text="by name"), loader("z", text="by first bytes", begins=(b"nil", b"te"))])
        == "by first bytes"
    )


def test_a_loader_that_names_first_bytes_is_not_asked_of_others() -> None:
    """Unless the type is declared, or the user says so."""
    loaders = [loader("a", "text/x-a", "taken", begins=(b"%PDF",)), loader("b", text="by name")]
    assert chosen(loaders) == "by name"
    assert chosen(loaders, media_type="text/x-a") == "taken"
    assert chosen(loaders, input_format="a") == "taken"


def test_a_letter_is_no_saved_page_where_letters_have_a_loader() -> None:
    """Both may be messages of related parts."""
    head = b"Subject: s\nContent-Type: multipart/related; boundary=b\n"
    parts = b"\n--b\nContent-Type: text/html\n\n<!doctype html><p>A page.</p>\n--b--\n"
    loaders = [*LOADERS, loader("letters", "message/rfc822", "A letter.", begins=(b"Subject:", b"To:"))]
    letter, page = Source("s", b"To: a@b.example\n" + head + parts), Source("s", head + parts)
    assert load_with(loaders, letter).blocks[0].text == "A letter."
    assert load_with(loaders, page).blocks[0].text == "A page."
    assert load_with(LOADERS, letter).blocks[0].text == "A page."
    assert load_with(loaders, letter, "html").blocks[0].text == "A page."


def test_plain_text_is_asked_last_even_when_declared() -> None:
    """Servers call anything text/plain."""
    assert chosen([loader("a", "text/plain", "plain"), loader("z", text="special")], "text/plain") == "special"


def test_a_loader_that_declines_is_passed_over() -> None:
    """None means: not mine."""
    assert chosen([loader("a"), loader("b", text="taken")]) == "taken"


def test_an_input_format_forces_its_loader() -> None:
    """HTML can be looked at as the text it is written in."""
    article = load_with(LOADERS, Source("s", b"<!doctype html><html><p>Markup</p></html>"), "text")
    assert article.blocks[0].text == "<!doctype html><html><p>Markup</p></html>"


def test_an_unknown_input_format_lists_the_known_ones() -> None:
    """The user sees what to type instead."""
    with pytest.raises(OptionError, match="no input format named 'docx'; known are a, b"):
        chosen([loader("b"), loader("a")], input_format="docx")


def test_a_forced_loader_that_declines_is_an_error() -> None:
    """Forcing does not fall back to another format."""
    with pytest.raises(InputError, match="s: cannot be read as nitf"):
        load_with(LOADERS, Source("s", b"Just text."), "nitf")


def test_a_broken_loader_costs_its_own_result_only() -> None:
    """The next loader is asked, and an incomplete note names the broken one."""
    article = load_with([broken("a"), loader("b", text="taken")], Source("s", b"text"))
    assert article.blocks[0].text == "taken"
    assert [(note.code, note.incomplete) for note in article.notes] == [("loader-failed", True)]
    assert "the loader a failed (ZeroDivisionError: oops)" in article.notes[0].message


def test_the_failure_is_the_reason_where_nobody_else_reads() -> None:
    """One line tells file, loader and error."""
    with pytest.raises(InputError, match=r"s: the loader a failed \(ZeroDivisionError: oops\)"):
        load_with([broken("a")], Source("s", b"text"))


def test_nobody_takes_it() -> None:
    """A format nobody knows is a clear error."""
    with pytest.raises(InputError, match="s: of no known format; known are a, b"):
        chosen([loader("a"), loader("b")])


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_an_error(data: bytes) -> None:
    """Nothing would compare as equal to nothing."""
    with pytest.raises(InputError, match="story: is empty"):
        load(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "a PNG image"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0", "a ZIP archive, as office documents and e-books are"),
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (rb"{\rtf1\ansi Hello}", "an RTF file"),
        (b"SQLite format 3\0\x10\0\x01\x01\0@", "a SQLite database"),
        (b"ID3\x04\0\0\0\0\0#TSSE", "an MP3 recording"),
        (b"\0" * 257 + b"ustar\x0000", "a tar archive"),
    ],
)
def test_a_file_that_holds_no_text_is_called_by_its_kind(data: bytes, kind: str) -> None:
    """Pictures, recordings, archives and office files are not taken for text."""
    with pytest.raises(InputError, match=f"^story: {kind}; known formats are html, markdown, newsml-g2, ninjs"):
        load(data)


@pytest.mark.parametrize("data", [b"\1\2\3\4 text", bytes(range(256))])
def test_a_binary_file_of_unknown_kind_is_an_error(data: bytes) -> None:
    """Control characters are no text, also without zeros."""
    with pytest.raises(InputError, match="story: a binary file, not text"):
        load(data)


def test_a_loader_for_binary_files_is_still_asked() -> None:
    """A plugin may know what the core's loaders call binary."""
    article = load_with([*LOADERS, loader("zip", text="unpacked")], Source("s", b"PK\x03\x04\0\0\0\0"))
    assert article.blocks[0].text == "unpacked"


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?><rss><channel><title>News</title></channel></rss>',
        '{"answer": 42}',
        "<!-- saved --><p:feed><entry>News</entry></p:feed>\n",
        "<feed/>",
        "<feed version='1' />\n",
    ],
)
def test_documents_for_programs_are_no_plain_text(content: str) -> None:
    """Comparing a feed's mark-up word by word would mislead."""
    with pytest.raises(InputError, match="of no known format"):
        load(content)


def test_markup_declared_as_plain_text_is_plain_text() -> None:
    """Who says text/plain gets it."""
    assert load('{"answer": 42}', media_type="text/plain").blocks[0].text == '{"answer": 42}'


def test_a_page_is_a_page_whatever_its_name() -> None:
    """Content decides, not the suffix."""
    assert load("<!doctype html><title>T</title><p>Hello there.</p>", "story.txt").source.media_type == "text/html"
