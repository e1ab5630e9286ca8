"""The page of an article: its blocks with their roles, and what was left out where it was."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from lxml import html
from wirediff_html.article import render

from wirediff.model import Article, Metadata, Note, Omission


def page(article: Article, **options: Any) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(render(article, options))


def words(elements: list[html.HtmlElement]) -> list[str]:
    """The text of each element."""
    return [" ".join(element.text_content().split()) for element in elements]


def test_blocks_have_their_roles_and_places(harbour: Article) -> None:
    """Role, picture, id, line, and whether a reader has to ask for it."""
    assert words(page(harbour).cssselect(".block .tag")) == [
        "Headline r1, line 3",
        "Caption f1 r2, line 5, shown on demand",
        "Paragraph r3, line 8",
    ]


def test_what_was_left_out_is_folded_where_it_was(harbour: Article) -> None:
    """Before the first block, between two, after the last; each fold says how much of what it holds."""
    order = page(harbour).cssselect("#text > .block, #text > details")
    assert words([each.find("summary") if each.tag == "details" else each.find("p[2]") for each in order]) == [
        "Left out: navigation (1 passage, 3 words)",
        "Harbour council votes to close the ferry line",
        "The quay at dusk.",
        "Left out: links to other articles (1 passage, 5 words), page controls (1 passage, 1 word)",
        "The council of Port Salter voted on Tuesday.",
        "Left out: navigation (1 passage, 3 words)",
    ]


def test_every_passage_is_there_with_its_place(harbour: Article) -> None:
    """Whole, with line and path."""
    passages = page(harbour).cssselect("details li")
    assert [tuple(words(list(passage))) for passage in passages] == [
        ("Home · Harbour · Weather", "line 1 /html/body/nav"),
        ("Read next: the new lighthouse", "line 7 /html/body/div[2]"),
        ("Share", "line 6 /html/body/div[1]"),
        ("About us · Imprint", "line 12 /html/body/footer"),
    ]


def test_reasons_are_summed_up_with_links_to_the_folds(harbour: Article) -> None:
    """Most words first."""
    rows = page(harbour).cssselect("#left-out tbody tr")
    assert [words(list(row)) for row in rows] == [
        ["Navigation", "2", "6", "before r1, after r3"],
        ["Links to other articles", "1", "5", "after r2"],
        ["Page controls", "1", "1", "after r2"],
    ]


def test_the_counts_come_first(harbour: Article) -> None:
    """How much was read, and how much left out."""
    rows = page(harbour).cssselect("[aria-labelledby=counts] dl > div")
    assert [tuple(words(list(row))) for row in rows] == [
        ("Text", "3 blocks, 20 words"),
        ("Pictures", "1"),
        ("Left out", "4 passages, 12 words"),
        ("Language", "English"),
        ("Dateline", "Port Salter"),
    ]


def test_what_could_not_be_read_is_said_first(harbour: Article) -> None:
    """Incomplete notes are an alert, others are notes."""
    cut = Note("cut", "harbour.html: was cut at 10 MB", incomplete=True)
    tree = page(replace(harbour, notes=(*harbour.notes, cut)))
    assert words(tree.cssselect(".alert")) == ["Not everything was read. harbour.html: was cut at 10 MB"]
    assert words(tree.cssselect("[aria-labelledby=notes] li")) == ["harbour.html: the encoding was guessed."]


def test_nothing_left_out_is_said_too(harbour: Article) -> None:
    """Without folds, without a table."""
    tree = page(replace(harbour, omitted=()))
    assert "nothing" in words(tree.cssselect("[aria-labelledby=counts] dd"))
    assert tree.cssselect("details, #left-out, #unfold") == []


def test_the_policy_allows_only_the_page_s_own_style(harbour: Article) -> None:
    """No script, no image, nothing from the network."""
    tree = page(harbour)
    (style,) = tree.cssselect("style")
    hashed = b64encode(sha256(style.text.encode()).digest()).decode()
    (policy,) = [each.get("content") for each in tree.cssselect("meta[http-equiv]")]
    assert policy == f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style>", "{{ 7 }}"])
def test_hostile_text_stays_text(harbour: Article, text: str) -> None:
    """Wherever a document puts it, it neither becomes an element nor an attribute nor a link."""
    tree = page(
        replace(
            harbour,
            title=text,
            language=text,
            metadata=Metadata((text,), text, text, text, text, f"javascript:{text}", text),
            blocks=tuple(replace(block, text=text, path=text) for block in harbour.blocks),
            figures=tuple(replace(figure, image=text, alt=text) for figure in harbour.figures),
            notes=(Note("n", text), Note("n", text, incomplete=True)),
            omitted=(Omission.of(text, "outside", path=text),),
        ),
        case=text,
    )
    assert tree.cssselect("script, img, object, iframe, link, [onerror]") == []
    assert [link.get("href") for link in tree.cssselect("a") if not link.get("href").startswith("#")] == []


def test_no_id_stands_twice(harbour: Article) -> None:
    """Links find the one element that they mean, and every link has one."""
    tree = page(harbour)
    ids = [element.get("id") for element in tree.cssselect("[id]")]
    assert len(ids) == len(set(ids)) > 10
    assert {link.get("href")[1:] for link in tree.cssselect("a[href^='#']")} <= set(ids)
