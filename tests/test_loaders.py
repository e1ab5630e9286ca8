"""What loaders of plugins build with."""

from __future__ import annotations

import hashlib

from tests.loading.documents import PROSE
from wirediff import loaders
from wirediff.model import Block, Link, Source


def test_content_has_the_roles_of_a_page_and_leaves_nothing_out() -> None:
    """Class names count; what would be furniture of a page is content; lines are those of the mark-up."""
    builder = loaders.content(
        "<h1>Ferry line closes</h1>\n<p class='standfirst'>Two boats are to be sold</p>\n"
        "<p class='byline'>Orla Finch</p>\n<aside><p>Two boats stay.</p></aside>"
    )
    found = [(block.kind, block.text, block.line) for block in builder.blocks]
    assert found == [
        ("headline", "Ferry line closes", 1),
        ("subheading", "Two boats are to be sold", 2),
        ("byline", "Orla Finch", 3),
        ("paragraph", "Two boats stay.", 4),
    ]


def test_pictures_that_a_document_holds_are_known_by_their_content() -> None:
    """Also within another document."""
    image = "<figure><img src='a.png'><figcaption>The pier on Monday.</figcaption></figure>"
    builder = loaders.Builder()
    for _ in range(2):
        builder.extend(loaders.content(image, {"a.png": b"bytes"}))
    assert [(figure.id, figure.sha256) for figure in builder.figures] == [
        (name, hashlib.sha256(b"bytes").hexdigest()) for name in ("f1", "f2")
    ]
    assert [block.figure for block in builder.blocks] == ["f1", "f2"]


def test_paragraphs_get_roles_by_form() -> None:
    """The headline and the byline by their place; a caption and its credit in one paragraph are parted."""
    picture = "The ferry at the pier. Photo: Ivo Karel/Norvia Press"
    plain = [
        Block("", "paragraph", "Ferry line closes"),
        Block("", "paragraph", "By Orla Finch"),
        *(Block("", "paragraph", text) for text in PROSE),
        Block(
            "",
            "paragraph",
            picture,
            path="p[6]",
            links=(Link(4, 9, "https://a.example"), Link(30, 39, "https://b.example")),
        ),
        Block("", "table", "Line | Boats"),
    ]
    found = loaders.with_roles_by_form(plain)
    assert [block.kind for block in found] == ["headline", "byline", *["paragraph"] * 3, "caption", "credit", "table"]
    assert [block.id for block in found] == [f"b{number}" for number in range(1, 9)]
    caption, credit = found[5:7]
    assert (caption.text, caption.path, caption.links) == (
        "The ferry at the pier.",
        "p[6]",
        (Link(4, 9, "https://a.example"),),
    )
    assert credit.text == "Photo: Ivo Karel/Norvia Press"
    assert [credit.text[link.start : link.end] for link in credit.links] == ["Ivo Karel"]


def test_a_nested_document_is_read_as_one_by_itself() -> None:
    """With its own format."""
    article = loaders.nested(Source("part", f"<!doctype html><h1>Port reopens</h1><p>{PROSE[0]}</p>".encode()))
    assert (article.title, article.source.media_type) == ("Port reopens", "text/html")
