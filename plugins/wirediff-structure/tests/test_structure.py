"""Each code on a short pair, and what must not be reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
import wirediff_structure

from wirediff.model import Article, Block, Figure, Finding, Link, Metadata, Source
from wirediff.pipeline import Comparison, examine
from wirediff.plugins import PluginSet
from wirediff.testing import plugin_of

Find = Callable[[Any, Any], list[Finding]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
COST = "Repairs to both ferries would cost more than the council takes in fees within a decade."
COURT = "Residents of the island said they would ask the county court to stop the closure before winter."
SCHOOL = "Forty pupils cross the sound every morning to reach the secondary school at Brennock."
HEAD = ("headline", "Harbour council votes to close the ferry line")


def brief(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Rule and first texts on both sides."""
    return [
        (
            each.code.removeprefix("structure/"),
            each.reference[0].text if each.reference else "",
            each.version[0].text if each.version else "",
        )
        for each in findings
    ]


# ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_inserted_and_a_deleted_paragraph(find: Find) -> None:
    """The span is the whole paragraph."""
    assert brief(find([LEAD, COST], [LEAD, SCHOOL, COST])) == [("inserted", "", SCHOOL)]
    assert brief(find([LEAD, SCHOOL, COST], [LEAD, COST])) == [("deleted", SCHOOL, "")]


def test_a_correction_note_is_told_as_one(find: Find) -> None:
    """The role is in the data and in the message."""
    note = "Correction: An earlier version of this article gave a wrong number of pupils."
    found = find([LEAD, COST], [LEAD, COST, note])
    assert brief(found) == [("inserted", "", note)]
    assert found[0].data == {"role": "correction"}
    assert "correction or editor’s note" in found[0].message


def test_a_moved_paragraph(find: Find) -> None:
    """One finding, no insertion and no deletion."""
    assert brief(find([LEAD, COST, COURT, SCHOOL], [LEAD, SCHOOL, COST, COURT])) == [("moved", SCHOOL, SCHOOL)]


def test_a_moved_sentence(find: Find) -> None:
    """A sentence that left its paragraph for another one."""
    found = find([f"{LEAD} {SCHOOL}", f"{COST} {COURT}"], [LEAD, f"{COST} {COURT} {SCHOOL}"])
    assert brief(found) == [("moved", SCHOOL, SCHOOL)]


def test_split_and_merged_paragraphs(find: Find) -> None:
    """Both directions."""
    assert brief(find([f"{LEAD} {COST}", COURT], [LEAD, COST, COURT])) == [("split", f"{LEAD} {COST}", LEAD)]
    assert brief(find([LEAD, COST, COURT], [f"{LEAD} {COST}", COURT])) == [("merged", LEAD, f"{LEAD} {COST}")]


def test_what_the_template_places_is_none(find: Find) -> None:
    """Captions, credits, widgets and bylines go where a template puts them."""
    caption, credit, widget = ("caption", "The pier at dawn."), ("credit", "Tilda Voss"), ("widget", "Share")
    assert find([caption, credit, LEAD, COST], [LEAD, widget, COST, caption, credit]) == []


# ── headlines ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_changed_headline_names_its_words(find: Find) -> None:
    """Spans hold the words, the data all edits."""
    found = find([HEAD, LEAD], [("headline", "Harbour council votes to keep the ferry line"), LEAD])
    assert brief(found) == [("headline-changed", "close", "keep")]
    assert found[0].data == {"role": "headline", "edits": [{"reference": "close", "version": "keep"}]}


def test_another_headline_is_one_finding(find: Find) -> None:
    """Without a word in common."""
    other = ("headline", "Islanders cut off from next summer")
    assert brief(find([HEAD, LEAD, COST], [other, LEAD, COST])) == [("headline-changed", HEAD[1], other[1])]


def test_a_changed_deck(find: Find) -> None:
    """The subheading between headline and text is the deck, no other one is."""
    decks = ("subheading", "No money for repairs, says chair"), ("subheading", "No money for repairs, says mayor")
    found = find([HEAD, decks[0], LEAD], [HEAD, decks[1], LEAD])
    assert [(each.code, each.data["role"]) for each in found] == [("structure/headline-changed", "deck")]
    assert find([HEAD, LEAD, decks[0], COST], [HEAD, LEAD, decks[1], COST]) == []


# ── links, images, dates ─────────────────────────────────────────────────────────────────────────────────────────────


def linked(url: str) -> list[Any]:
    """An article with a link on "ferry line"."""
    start = LEAD.index("ferry line")
    return [Block("", "paragraph", LEAD, links=(Link(start, start + 10, url),)), COST]


@pytest.mark.parametrize(
    "url",
    [
        "https://salter.example/ferry",
        "http://www.salter.example/ferry/",
        "https://salter.example/ferry?utm_source=feed&fbclid=9",
        "https://salter.example/ferry#times",
    ],
)
def test_a_link_to_the_same_page_is_none(find: Find, url: str) -> None:
    """Scheme, `www.`, tracking and fragments make no other page."""
    assert find(linked("https://salter.example/ferry"), linked(url)) == []


def test_a_link_to_another_page(find: Find) -> None:
    """The words are the spans, both addresses the data."""
    found = find(linked("https://salter.example/ferry"), linked("https://deals.example/ferry"))
    assert brief(found) == [("link-changed", "ferry line", "ferry line")]
    assert found[0].data["version_url"] == "https://deals.example/ferry"


def examined(reference: Article, version: Article) -> list[Finding]:
    """Findings between two articles built by hand."""
    plugins = PluginSet((plugin_of(wirediff_structure, "structure"),), ())
    return list(examine(reference, version, plugins, Comparison()).findings)


def pictured(side: str, image: str, alt: str | None = None, **metadata: str) -> Article:
    """An article of a caption with an image and a paragraph."""
    caption = Block(f"{side}1", "caption", "Passengers wait on the pier at Port Salter.", figure="f1")
    blocks = (caption, Block(f"{side}2", "paragraph", LEAD))
    figures = (Figure("f1", image, alt),)
    return Article(Source.from_text("x"), None, "en", Metadata(**metadata), blocks, figures)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("image", "alt"),
    [
        ("https://cdn.example/a/pier-800x600.jpg", None),
        ("https://other.example/wp/pier_scaled.webp", None),
        ("https://other.example/5f0c9d1e2b3a4c5d.jpg", None),
        ("https://other.example/boats.jpg", "People waiting on a pier"),
    ],
)
def test_the_same_image_elsewhere_is_none(image: str, alt: str | None) -> None:
    """Other sizes, servers, arbitrary names, or the same alternative text."""
    original = pictured("r", "https://salter.example/img/pier.jpg?w=1200", "People waiting on the pier")
    assert examined(original, pictured("v", image, alt)) == []


def test_another_image() -> None:
    """Neither name nor description agree."""
    original = pictured("r", "https://salter.example/img/pier.jpg", "People waiting on the pier")
    found = examined(original, pictured("v", "https://salter.example/img/storm.jpg", "Waves break over a lighthouse"))
    assert [(each.code, each.confidence) for each in found] == [("structure/image-changed", 0.9)]


def test_dates_differ_by_value(find: Find) -> None:
    """Another notation of the day is the same day."""
    day = ("date", "12 May 2026")
    assert find([HEAD, day, LEAD], [HEAD, ("date", "May 12, 2026"), LEAD]) == []
    found = find([HEAD, day, LEAD], [HEAD, ("date", "14 May 2026"), LEAD])
    assert brief(found) == [("date-changed", "12 May 2026", "14 May 2026")]


def test_declared_days_differ() -> None:
    """The day counts, not the hour."""
    original = pictured("r", "pier.jpg", published="2026-05-12T08:00:00Z")
    assert examined(original, pictured("v", "pier.jpg", published="2026-05-12T23:10:00Z")) == []
    found = examined(original, pictured("v", "pier.jpg", published="2026-05-14"))
    assert [(each.code, each.data["version_date"]) for each in found] == [("structure/date-changed", "2026-05-14")]


# ── characters ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hidden", "code"),
    [("fer\u200bry", "U+200B"), ("f\u0435rry", "U+0435"), ("ferry\u2060", "U+2060"), ("\u202eferry", "U+202E")],
)
def test_hidden_characters(find: Find, hidden: str, code: str) -> None:
    """The finding says which, where, and what the word is without them."""
    found = find([LEAD, COST], [LEAD.replace("ferry", hidden), COST])
    assert [each.code for each in found] == ["structure/hidden-character"]
    assert found[0].data["characters"] == [code]
    assert found[0].data["plain"] in ("ferry", "")


def test_characters_that_the_reference_has_too_are_none(find: Find) -> None:
    """The reference is the baseline."""
    text = LEAD.replace("ferry", "fer\u200bry")
    assert find([text, COST], [text, COST]) == []


@pytest.mark.parametrize(
    "text",
    [
        "خانه\u200cها در ساحل هستند و مردم منتظر کشتی هستند.",
        "A family 👩\u200d👩\u200d👧 waits at the pier with a flag 🏴\U000e0067\U000e0062\U000e0065\U000e007f.",
        "The sign says \u2067שלום\u2069 above the door of the ferry office.",
        "Паром отменён, сообщили в понедельник.",
        "co\u00adop\u00a0ferry “quoted”",
    ],
)
def test_characters_that_belong_there_are_none(find: Find, text: str) -> None:
    """Joiners of scripts and emoji, marks between directions, other alphabets, and differences of format."""
    assert [each for each in find([LEAD], [LEAD, text]) if each.code == "structure/hidden-character"] == []
