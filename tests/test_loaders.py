"""What loaders of plugins build with."""

from __future__ import annotations

from tests.loading.documents import PROSE
from wirediff import loaders
from wirediff.model import Block, Link, Source


def test_content_has_the_roles_of_a_page_and_leaves_nothing_out() -> None:
    """Class names count; what would be furniture of a page is content; lines are those of the mark-up."""
    builder = loaders.content(
        "<h1>Ferry line closes</h1>\n<p class='byline'>Orla Finch</p>\n<aside><p>Two boats stay.</p></aside>"
    )
    found = [(block.kind, block.text, block.line) for block in builder.blocks]
    assert found == [
        ("headline", "Ferry line closes", 1),
        ("byline", "Orla Finch", 2),
        ("paragraph", "Two boats stay.", 3),
    ]


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
