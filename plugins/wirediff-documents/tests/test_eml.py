"""Mail: which text is the letter's, what its head says, what is attached."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any

import pytest

Read = Callable[..., Any]
PROSE = (
    "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island for good.",
    "Residents said that they would ask the county court to stop the closure before the autumn storms begin.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)
PAGE = f"<html><body><h1>Council closes ferry line</h1><p>By Orla Finch</p>{PARAGRAPHS}</body></html>"


def letter(text: str = "", **headers: str) -> EmailMessage:
    """A letter with a plain text, if any."""
    message = EmailMessage()
    said = {"From": "Maud Ellery <maud@salter.example>", "Subject": "Ferry line closes", **headers}
    for name, value in said.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    return message


PLAIN = "\n\n".join(PROSE)


def test_a_plain_letter_has_its_subject_as_headline(read: Read) -> None:
    """And its sender as author, as nothing else says who that is; the signature is left out."""
    message = letter(f"{PLAIN}\n\n-- \nMaud Ellery\nPort Salter", Date="Tue, 12 May 2026 09:10:00 +0200")
    story = read(bytes(message))
    assert [kind for kind, _ in story.shown] == ["headline", "paragraph", "paragraph"]
    assert (story.article.title, story.article.metadata.bylines) == ("Ferry line closes", ("Maud Ellery",))
    assert story.article.metadata.published == "2026-05-12T09:10:00+02:00"
    assert story.left_out == [
        ("boilerplate", "-- \nMaud Ellery\nPort Salter\n"),
        ("no-role", "Maud Ellery <maud@salter.example>"),
        ("no-role", "Tue, 12 May 2026 09:10:00 +0200"),
    ]


@pytest.mark.parametrize(
    "subject", ["Fwd: Ferry line closes", "AW: Re: Ferry line closes", "=?utf-8?q?Re=3A?= Ferry line closes"]
)
def test_what_programs_put_before_a_subject_is_no_part_of_it(subject: str, read: Read) -> None:
    """In several languages."""
    assert read(bytes(letter(PLAIN, Subject=subject))).article.title == "Ferry line closes"


def test_a_subject_that_the_text_prints_is_not_repeated(read: Read) -> None:
    """And a headline of a page is the headline."""
    printed = read(bytes(letter(f"Ferry line closes\n\n{PLAIN}")))
    assert [kind for kind, _ in printed.shown] == ["headline", "paragraph", "paragraph"]
    message = letter(Subject="Our story for today")
    message.set_content(PAGE, subtype="html")
    story = read(bytes(message))
    assert story.article.title == "Council closes ferry line"
    assert story.article.metadata.bylines == ("Orla Finch",)
    assert ("no-role", "Our story for today") in story.left_out


def test_of_two_forms_the_page_is_read(read: Read) -> None:
    """What the plain text has besides is left out."""
    message = letter(f"Council closes ferry line\n\nRead it as a page.\n\n{PLAIN}")
    message.add_alternative(PAGE, subtype="html")
    story = read(bytes(message))
    assert [kind for kind, _ in story.shown] == ["headline", "byline", "paragraph", "paragraph"]
    assert ("no-role", "Read it as a page.") in story.left_out
    assert ("repeated", PROSE[0]) in story.left_out


def test_attachments_are_named_and_not_read(read: Read) -> None:
    """They are documents of their own."""
    message = letter(PLAIN)
    message.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="story für Ann.docx")
    story = read(bytes(message))
    assert ("no-role", "story für Ann.docx") in story.left_out
    assert [note.message for note in story.article.notes] == [
        "what is attached to the letter was not read: story für Ann.docx"
    ]


@pytest.mark.parametrize("related", [True, False], ids=["all related", "in two forms"])
def test_pictures_in_a_letter_are_known_by_their_content(related: bool, read: Read) -> None:
    """Also where all of it is of related parts, as a saved page is."""
    figure = '<figure><img src="cid:pier@salter" alt="People"><figcaption>The pier on Monday.</figcaption></figure>'
    message = letter("" if related else PLAIN, To="desk@salter.example")
    page = PAGE.replace("</body>", f"{figure}</body>")
    if related:
        message.set_content(page, subtype="html")
        message.add_related(b"bytes", "image", "png", cid="<pier@salter>")
    else:
        message.add_alternative(page, subtype="html")
        message.get_payload()[1].add_related(b"bytes", "image", "png", cid="<pier@salter>")
    [picture] = read(bytes(message)).article.pictures
    assert [block.text for block in picture.captions] == ["The pier on Monday."]
    assert picture.figure.sha256 == hashlib.sha256(b"bytes").hexdigest()


def test_a_forwarded_letter_is_read_where_it_is_the_only_text(read: Read) -> None:
    """Else it is left out."""
    inner = letter(PLAIN, Subject="Ferry line closes")
    outer = letter(Subject="Fwd: Ferry line closes")
    outer.add_attachment(inner)
    assert [kind for kind, _ in read(bytes(outer)).shown] == ["headline", "paragraph", "paragraph"]
    commented = letter("Please run this tomorrow, and call the council before you do so, as it may have changed.")
    commented.add_attachment(inner)
    assert ("outside", PROSE[0]) in read(bytes(commented)).left_out


def test_lines_of_flowed_texts_are_joined(read: Read) -> None:
    """A space at the end of a line says that the paragraph goes on."""
    message = letter("The harbour council \nof Port Salter \nvoted.\n\nNobody spoke.\n")
    message.set_param("format", "flowed")
    assert [text for _, text in read(bytes(message)).shown][1:] == [
        "The harbour council of Port Salter voted.",
        "Nobody spoke.",
    ]


NO_LETTERS = {
    "text with a date": b"Date: 12 May 2026\n\nThe council voted.",
    "text with a colon": b"From: the harbour\nit is a mile to the island, and Ann: said so.\n\nThe council voted.",
    "a head alone": b"From: a@b.example\nTo: b@c.example",
}


@pytest.mark.parametrize("data", NO_LETTERS.values(), ids=NO_LETTERS)
def test_texts_that_only_begin_like_letters_are_texts(data: bytes, read: Read) -> None:
    """They are left to the core."""
    assert read(data).article.source.media_type == "text/plain"


def _encrypted() -> bytes:
    message = letter()
    message["Content-Type"] = 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"'
    message.set_payload("--b\n\nA\n--b--\n")
    return bytes(message)


def _attached_only() -> bytes:
    message = letter()
    message.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="story.docx")
    return bytes(message)


UNREADABLE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (_encrypted, "story: is encrypted; save the text that your mail program shows"),
    "attachments only": (_attached_only, "story: a message without text; compare what is attached to it: story.docx"),
    "parts without end": (
        lambda: b"From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nA\n" * 6000,
        "story: a message with more than 5,000 parts",
    ),
}


@pytest.mark.parametrize(("make", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_an_error_with_name_and_reason(
    make: Callable[[], bytes], reason: str, problem: Callable[[bytes], str]
) -> None:
    """One line that says what to do."""
    assert problem(make()) == reason


def test_a_letter_that_is_cut_short_is_incomplete(read: Read) -> None:
    """What is there is read."""
    message = letter(PLAIN)
    message.add_alternative(PAGE, subtype="html")
    data = bytes(message)
    story = read(data[: data.index(b"</body>")])
    assert story.article.title == "Council closes ferry line"
    assert ("truncated", True) in story.notes
