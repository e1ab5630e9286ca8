"""Blocks, headlines and links on short pairs, and what must not be reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
import wirediff_structure
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.model import Block, Finding, Link
from wirediff.testing import HOSTILE, compare_texts
from wirediff.wording import excerpt

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
    assert found[0].message == f"Correction or editor’s note added: “{excerpt(note)}”."


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("CORRECTION (12 May 2026): The line opened in 1911.", "correction"),
        ("Editor’s note — This story was first printed in April.", "correction"),
        ("This article was amended on 12 May 2026 to name the island.", "correction"),
        ("In einer früheren Version hieß es, die Linie sei neu.", "correction"),
        ("(This May 12 story has been corrected to say that the line opened in 1911.)", "correction"),
        ("(Corrects spelling of name in paragraph four)", "correction"),
        ("Une erreur figurait dans une version précédente de cet article.", "correction"),
        ("Correction officers crossed the sound by boat.", "body"),
        ("The council has corrected its earlier version of the timetable.", "body"),
        ("For the record shops of the island it was a good year.", "body"),
    ],
)
def test_a_label_needs_its_mark(find: Find, text: str, role: str) -> None:
    """Words that only begin like a note make none."""
    assert [each.data["role"] for each in find([LEAD, COST], [LEAD, COST, text])] == [role]


def test_a_moved_paragraph(find: Find) -> None:
    """One finding, no insertion and no deletion."""
    assert brief(find([LEAD, COST, COURT, SCHOOL], [LEAD, SCHOOL, COST, COURT])) == [("moved", SCHOOL, SCHOOL)]


def test_a_moved_sentence(find: Find) -> None:
    """A sentence that left its paragraph for another one."""
    found = find([f"{LEAD} {SCHOOL}", f"{COST} {COURT}"], [LEAD, f"{COST} {COURT} {SCHOOL}"])
    assert brief(found) == [("moved", SCHOOL, SCHOOL)]


def test_a_paragraph_whose_sentences_moved_is_no_deletion(find: Find) -> None:
    """Each sentence is told with its new place."""
    found = find([LEAD, f"{COST} {COURT}", SCHOOL], [f"{LEAD} {COURT}", f"{SCHOOL} {COST}"])
    assert {rule for rule, *_ in brief(found)} == {"moved", "merged"}
    assert [each.reference[0].text for each in found if each.code == "structure/moved"] == [COURT, SCHOOL]


def test_a_caption_that_became_a_paragraph_is_told_as_moved(find: Find) -> None:
    """The reference has it, so it is no insertion."""
    caption = ("caption", "Passengers and crews wait on the pier at Port Salter on Tuesday.")
    moved = "Passengers and staff wait on the jetty at Port Salter on Tuesday."
    found = find([caption, LEAD], [moved, LEAD])
    assert [each.message for each in found] == [f"Sentence moved from a caption to a paragraph: “{excerpt(moved)}”."]


def test_a_paragraph_printed_twice_is_told_as_such(find: Find) -> None:
    """The reference has it once."""
    found = find([LEAD, COST], [LEAD, COST, LEAD])
    assert [each.message for each in found] == [f"Paragraph added (another copy): “{excerpt(LEAD)}”."]


def test_split_and_merged_paragraphs(find: Find) -> None:
    """Both directions."""
    assert brief(find([f"{LEAD} {COST}", COURT], [LEAD, COST, COURT])) == [("split", f"{LEAD} {COST}", LEAD)]
    assert brief(find([LEAD, COST, COURT], [f"{LEAD} {COST}", COURT])) == [("merged", LEAD, f"{LEAD} {COST}")]


def test_what_the_template_places_is_none(find: Find) -> None:
    """Captions, credits, widgets and bylines go where a template puts them."""
    caption, credit, widget = ("caption", "The pier at dawn."), ("credit", "Tilda Voss"), ("widget", "Share")
    assert find([caption, credit, LEAD, COST], [LEAD, widget, COST, caption, credit]) == []


def test_a_caption_printed_as_a_paragraph_is_minor(find: Find) -> None:
    """What it repeats is the captions' business."""
    caption = ("caption", "Passengers wait on the pier at Port Salter on Tuesday.")
    found = find([caption, LEAD, COST], [caption, LEAD, caption[1], COST])
    assert [(each.code, each.severity, each.data["role"]) for each in found] == [
        ("structure/inserted", "note", "caption")
    ]


def test_lines_of_a_picture_are_no_paragraphs(find: Find) -> None:
    """By their figure, between credits, or without an empty line between."""
    credit = ("credit", "Tilda Voss")
    assert find([credit, LEAD], [credit, "disguise caption", credit, LEAD]) == []
    assert find([LEAD], [LEAD, Block("", "paragraph", SCHOOL, figure="f1")]) == []
    picture = Block("", "credit", "Tilda Voss", line=4)
    assert find([picture, LEAD], [picture, Block("", "paragraph", SCHOOL, line=5), LEAD]) == []
    found = find([picture, LEAD], [picture, Block("", "paragraph", SCHOOL, line=6), LEAD])
    assert brief(found) == [("inserted", "", SCHOOL)]
    assert brief(find([credit, LEAD], [credit, SCHOOL, credit, LEAD])) == [("inserted", "", SCHOOL)]


def test_on_demand_only_what_repeats_a_caption_is_no_paragraph(find: Find) -> None:
    """A dialog enlarges a picture, but a closed `<details>` may hold a part of the story."""
    caption = ("caption", "Passengers wait on the pier at Port Salter on Tuesday.")
    repeated = Block("", "paragraph", caption[1], on_demand=True)
    assert find([caption, LEAD], [caption, LEAD, repeated]) == []
    found = find([caption, LEAD], [caption, LEAD, Block("", "paragraph", SCHOOL, on_demand=True)])
    assert brief(found) == [("inserted", "", SCHOOL)]


def test_a_line_above_the_headline_is_minor(find: Find) -> None:
    """A kicker, or the name of the page's section."""
    found = find([("subheading", "Coast"), HEAD, LEAD], [HEAD, LEAD])
    assert [(each.severity, each.message) for each in found] == [("note", "Line above the headline removed: “Coast”.")]


def test_what_the_other_side_has_as_a_control_is_none(find: Find) -> None:
    """One loader knows the button, the other takes it for a subheading."""
    assert find([("widget", "Read more"), LEAD], [("subheading", "Read more"), LEAD]) == []


def test_one_print_less_is_told_as_such(find: Find) -> None:
    """The version has the paragraph still."""
    found = find([LEAD, COST, LEAD], [LEAD, COST])
    assert [each.message for each in found] == [f"Paragraph removed (a copy remains): “{excerpt(LEAD)}”."]


# ── headlines ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_changed_headline_names_its_words(find: Find) -> None:
    """Spans hold the words, the data all edits."""
    found = find([HEAD, LEAD], [("headline", "Harbour council votes to keep the ferry line"), LEAD])
    assert brief(found) == [("headline-changed", "close", "keep")]
    assert found[0].data == {"role": "headline", "edits": [{"reference": "close", "version": "keep"}]}


def test_a_headline_in_another_house_style_is_minor(find: Find) -> None:
    """It differs in spelling and capitals only."""
    (found,) = find([HEAD, LEAD], [("headline", HEAD[1].replace("Harbour", "Harbor")), LEAD])
    assert (found.severity, found.message.startswith("Headline changed in spelling: “")) == ("note", True)


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


# ── links ────────────────────────────────────────────────────────────────────────────────────────────────────────────


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


def test_a_link_whose_words_were_replaced_too(find: Find) -> None:
    """It stands in the same place and spans the same words, with less confidence."""
    text = LEAD.replace("ferry line", "boat route")
    start = text.index("boat route")
    version = [Block("", "paragraph", text, links=(Link(start, start + 10, "https://deals.example/boats"),)), COST]
    found = find(linked("https://salter.example/ferry"), version)
    assert [(each.code, each.confidence) for each in found] == [("structure/link-changed", 0.8)]


# ── properties ───────────────────────────────────────────────────────────────────────────────────────────────────────

PARTS = st.sampled_from([LEAD, COST, COURT, SCHOOL, HEAD, ("date", "12 May 2026"), *HOSTILE.values()])
TEXTS = st.text("ab αо\u200b\u200d\u202eе.,\U000e0068❤", max_size=30)


@settings(deadline=None)
@given(st.lists(PARTS | TEXTS, max_size=8))
def test_an_article_against_itself(items: list[Any]) -> None:
    """Whatever is hidden in it."""
    assert compare_texts(items, items, [wirediff_structure]).findings == ()


@settings(deadline=None)
@given(st.lists(PARTS | TEXTS, max_size=6), st.lists(PARTS | TEXTS, max_size=6))
def test_spans_hold_their_text(reference: list[Any], version: list[Any]) -> None:
    """Any two articles."""
    report = compare_texts(reference, version, [wirediff_structure])
    assert report.failures == ()
    for finding in report.findings:
        for span in (*finding.reference, *finding.version):
            assert report.alignment.block(span.block).text[span.start : span.end] == span.text
