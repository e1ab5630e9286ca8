"""Each code on a short pair, and what must not be reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
import wirediff_captions
from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.model import Block, Finding
from wirediff.testing import compare_texts

Text = str | tuple[str, str] | Block
Find = Callable[[list[Text], list[Text]], list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str]]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
NEXT = "Residents of the island said they would ask the county court to stop the closure before winter."
PIER = ("caption", "Passengers wait on the pier at Port Salter on Tuesday.")
PIER_SPUN = ("caption", "Travellers wait on the jetty at Port Salter on Tuesday.")
MAYOR = ("caption", "Orla Finch, who chairs the council, arrives for the vote.")
CREDIT = ("credit", "Tilda Voss/Salter News")
HIDE, TOGGLE = ("widget", "hide caption"), ("widget", "toggle caption")


def under(image: str, text: str) -> Block:
    """A caption of that figure."""
    return Block("", "caption", text, figure=image)


def test_a_credit_printed_twice_is_one_finding(find: Find, brief: Brief) -> None:
    """The further copy is the finding; the first stands opposite the reference's."""
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, HIDE, TOGGLE, CREDIT, LEAD])
    assert ("credit-duplicate", CREDIT[1]) in brief(found)
    credit = next(each for each in found if each.code == "captions/credit-duplicate")
    assert (credit.version[0].block, credit.reference[0].block) == ("v5", "r2")
    assert credit.data == {"count": 2, "reference_count": 1, "place": "around a control"}
    assert credit.message == f"Credit printed twice (once in the reference): “{CREDIT[1]}”."


def test_two_pictures_with_a_doubled_credit_each_are_two_findings(find: Find, brief: Brief) -> None:
    """Each credit is counted by itself."""
    other = ("credit", "Ivo Brandt/Coast Agency")
    found = find([CREDIT, LEAD, other, NEXT], [CREDIT, CREDIT, LEAD, other, other, NEXT])
    assert brief(found) == [("credit-duplicate", CREDIT[1]), ("credit-duplicate", other[1])]


def test_what_the_reference_prints_twice_too_is_no_finding(find: Find) -> None:
    """Genuine pages repeat credits and captions."""
    assert find([PIER, CREDIT, LEAD, CREDIT, PIER], [PIER, CREDIT, LEAD, CREDIT, PIER]) == []


def test_a_third_copy_beyond_the_references_two_is_one_finding(find: Find, brief: Brief) -> None:
    """Only what goes beyond the baseline counts."""
    found = find([CREDIT, LEAD, CREDIT], [CREDIT, LEAD, CREDIT, NEXT, CREDIT])
    assert brief(found) == [("credit-duplicate", CREDIT[1])]


def test_a_caption_printed_twice(find: Find, brief: Brief) -> None:
    """The same words, quotation marks and spaces aside."""
    assert brief(find([PIER, LEAD, NEXT], [PIER, LEAD, NEXT, PIER])) == [("duplicate", PIER[1])]


def test_a_reworded_caption_printed_twice_counts_by_its_counterpart(find: Find, brief: Brief) -> None:
    """A spun caption that stands twice on both sides is no duplicate."""
    found = find([PIER, LEAD, PIER], [PIER_SPUN, LEAD, PIER_SPUN])
    assert {rule for rule, _ in brief(found)} == {"changed"}


def test_a_reworded_copy_is_a_near_duplicate(find: Find, brief: Brief) -> None:
    """The original caption stays, a spun copy of it is added."""
    assert brief(find([PIER, LEAD, NEXT], [PIER, LEAD, NEXT, PIER_SPUN])) == [("near-duplicate", PIER_SPUN[1])]


def test_a_caption_repeated_as_a_paragraph(find: Find, brief: Brief) -> None:
    """The caption itself may be there or not."""
    assert brief(find([PIER, LEAD], [PIER, LEAD, PIER[1]])) == [("in-body", PIER[1])]


def test_a_paragraph_that_the_reference_has_too_is_none(find: Find) -> None:
    """The reference repeats its caption in the body as well."""
    assert find([PIER, LEAD, PIER[1]], [PIER, LEAD, PIER[1]]) == []


def test_one_caption_under_two_images(find: Find, brief: Brief) -> None:
    """The second image had a caption of its own."""
    reference: list[Text] = [under("pier", PIER[1]), LEAD, under("vote", MAYOR[1])]
    version: list[Text] = [under("pier", PIER[1]), LEAD, under("vote", PIER[1])]
    found = find(reference, version)
    assert ("shared", PIER[1]) in brief(found)
    assert {rule for rule, _ in brief(found)} <= {"shared", "missing"}


def test_control_text_printed_as_content(find: Find, brief: Brief) -> None:
    """The reference does not print it."""
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, HIDE, TOGGLE, LEAD])
    assert brief(found) == [("widget-text", "hide caption"), ("widget-text", "toggle caption")]


def test_reworded_control_text_names_its_original(find: Find, brief: Brief) -> None:
    """The same control, its label spun."""
    found = find([PIER, CREDIT, HIDE, LEAD], [PIER, CREDIT, ("widget", "disguise caption"), LEAD])
    assert brief(found) == [("widget-text", "disguise caption")]
    assert [span.text for span in found[0].reference] == ["hide caption"]


def test_control_text_that_the_reference_prints_too_is_none(find: Find) -> None:
    """As often and in the same words."""
    assert find([PIER, HIDE, LEAD], [PIER, HIDE, LEAD]) == []


def test_a_button_is_no_content(find: Find) -> None:
    """A template whose controls are buttons differs in nothing that a reader takes for text."""
    button = Block("", "widget", "hide caption", path="/html/body/main/figure[1]/button[1]")
    assert find([PIER, CREDIT, LEAD], [PIER, CREDIT, button, LEAD]) == []


@pytest.mark.parametrize("label", ["Bild vergrößern", "Masquer la légende", "Ocultar pie de foto", "show caption"])
def test_control_text_taken_for_a_paragraph_is_known_in_many_languages(find: Find, brief: Brief, label: str) -> None:
    """Beside a picture, a label all of whose words are those of controls."""
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, label, LEAD])
    assert brief(found) == [("widget-text", label)]


def test_a_short_paragraph_is_no_control(find: Find) -> None:
    """A sentence, or words that no control has."""
    assert find([PIER, CREDIT, LEAD], [PIER, CREDIT, "Read more.", "Ferries rest", LEAD]) == []


def test_a_changed_caption_names_the_words(find: Find, brief: Brief) -> None:
    """The spans hold what was replaced, no more."""
    found = find([PIER, LEAD], [PIER_SPUN, LEAD])
    assert [each.code for each in found] == ["captions/changed"]
    assert [span.text for span in found[0].version] == ["Travellers", "jetty"]
    assert [span.text for span in found[0].reference] == ["Passengers", "pier"]


def test_a_caption_of_the_same_image_in_other_words_is_changed(find: Find, brief: Brief) -> None:
    """Matched by the image where no words are left."""
    found = find([under("pier", PIER[1]), LEAD], [under("pier", "Grey sky above empty water."), LEAD])
    assert brief(found) == [("changed", "Grey sky above empty water.")]


def test_a_missing_and_an_added_caption(find: Find, brief: Brief) -> None:
    """Neither resembles another one."""
    assert brief(find([PIER, LEAD, NEXT], [LEAD, NEXT])) == [("missing", PIER[1])]
    assert brief(find([LEAD, NEXT], [LEAD, NEXT, MAYOR])) == [("added", MAYOR[1])]


def test_captions_in_another_order_are_none(find: Find) -> None:
    """Templates place pictures as they like."""
    assert find([PIER, LEAD, MAYOR, NEXT], [MAYOR, LEAD, NEXT, PIER]) == []


def test_a_copy_less_is_a_missing_caption(find: Find, brief: Brief) -> None:
    """The words of the second print are gone, so a note says so."""
    found = find([PIER, LEAD, PIER], [PIER, LEAD])
    assert brief(found) == [("missing", PIER[1])]
    assert found[0].message == f"Caption missing (a copy remains): “{PIER[1].rstrip('.')}”."


# ── credits ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_credit_with_and_without_its_label_is_one_credit(find: Find, brief: Brief) -> None:
    """The label is no part of it; the same credit with a label is no other one."""
    labelled = ("credit", "Photo: Tilda Voss/Salter News")
    assert brief(find([PIER, CREDIT, LEAD], [PIER, CREDIT, labelled, LEAD])) == [("credit-duplicate", labelled[1])]
    assert find([PIER, CREDIT, LEAD], [PIER, labelled, LEAD]) == []


@pytest.mark.parametrize(
    "other",
    [
        "Foto: Orla Finch/dpa",
        "Bildquelle: Orla Finch/dpa",
        "Pic: Orla Finch/dpa",
        "(Kuva: Orla Finch / dpa)",
        "Zdroj: Orla Finch, dpa",
    ],
)
def test_a_credit_is_whom_it_names(find: Find, brief: Brief, other: str) -> None:
    """Not its label, in any language, nor its punctuation; another person makes another credit."""
    credit, labelled = ("credit", "Orla Finch/dpa"), ("credit", other)
    assert brief(find([PIER, credit, LEAD], [PIER, credit, LEAD, labelled])) == [("credit-duplicate", other)]
    another = ("credit", other.replace("Orla", "Ivo"))
    assert find([PIER, credit, LEAD], [PIER, credit, LEAD, another]) == []


def test_an_agency_is_one_by_either_name(find: Find, brief: Brief) -> None:
    """Short or in full."""
    short, full = ("credit", "Photo: Tilda Voss/AP"), ("credit", "Tilda Voss/Associated Press")
    assert brief(find([PIER, short, LEAD], [PIER, short, LEAD, full])) == [("credit-duplicate", full[1])]


def test_the_credit_of_an_added_picture_is_no_duplicate(find: Find, brief: Brief) -> None:
    """A picture that the version adds may be by the same photographer."""
    assert brief(find([PIER, CREDIT, LEAD], [PIER, CREDIT, LEAD, MAYOR, CREDIT])) == [("added", MAYOR[1])]
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, LEAD, MAYOR, CREDIT, TOGGLE, CREDIT])
    assert ("credit-duplicate", CREDIT[1]) in brief(found)


# ── captions in the text ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_caption_within_a_paragraph(find: Find, brief: Brief) -> None:
    """The span is the caption's sentence."""
    assert brief(find([PIER, LEAD, NEXT], [PIER, f"{LEAD} {PIER[1]}", NEXT])) == [("in-body", PIER[1])]


def test_a_reworded_caption_in_the_text(find: Find, brief: Brief) -> None:
    """A paragraph without a counterpart that resembles a caption of the same names."""
    assert brief(find([PIER, CREDIT, LEAD], [PIER, CREDIT, LEAD, PIER_SPUN[1]])) == [("in-body", PIER_SPUN[1])]


def test_a_paragraph_about_the_same_people_is_none(find: Find) -> None:
    """Names alone make no copy."""
    told = "Port Salter has had a pier since the ferry company moved there, on a Tuesday in spring."
    assert find([PIER, LEAD], [PIER, LEAD, told]) == []


def test_one_more_print_than_the_references_own(find: Find, brief: Brief) -> None:
    """The reference repeats its caption once, the version twice."""
    found = find([PIER, LEAD, PIER[1]], [PIER, LEAD, PIER[1], NEXT, PIER[1]])
    assert brief(found) == [("in-body", PIER[1])]


def test_a_caption_that_no_mark_up_tells_is_still_the_caption(find: Find) -> None:
    """A line right above the credit of its picture, which the version has nowhere else."""
    assert find([PIER, CREDIT, LEAD], [PIER[1], CREDIT, LEAD]) == []


# ── likeness ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", ["Passengers wait on the pier at Brennock on Monday.", "Passengers on the pier at Port Salter in 1962."]
)
def test_a_caption_of_the_same_pattern_is_an_added_one(find: Find, brief: Brief, text: str) -> None:
    """Other names or numbers make another caption."""
    assert brief(find([PIER, LEAD], [PIER, LEAD, ("caption", text)])) == [("added", text)]


def test_words_replaced_elsewhere_count_as_their_originals(find: Find, brief: Brief) -> None:
    """Where "ferry" became "boat" throughout, a copy with "boat" is a copy."""
    ferries = ("caption", "Ferries and ferry captains rest in the harbour below town.")
    spun = ("caption", "Boats and boat skippers rest in the port below town.")
    body = ["The ferry and the captains of the harbour.", "A harbour, a ferry, two ferries and their captains."]
    spun_body = ["The boat and the skippers of the port.", "A port, a boat, two boats and their skippers."]
    found = find([ferries, *body], [ferries, *spun_body, spun])
    assert brief(found) == [("near-duplicate", spun[1])]


def test_a_reworded_caption_within_a_paragraph(find: Find, brief: Brief) -> None:
    """The span is the sentence that the paragraph has more than the reference's."""
    assert brief(find([PIER, LEAD, NEXT], [PIER, f"{LEAD} {PIER_SPUN[1]}", NEXT])) == [("in-body", PIER_SPUN[1])]


def test_words_replaced_elsewhere_do_not_hide_a_plain_copy(find: Find, brief: Brief) -> None:
    """Harbours became ports in the text, and Port Salter stands in the caption."""
    body = "The harbour and the pier of the town are closed, and no harbour is near."
    spun = "The port and the pier of the town are closed, and no port is near."
    assert brief(find([PIER, LEAD, body], [LEAD, PIER[1], spun])) == [("in-body", PIER[1])]


def test_a_body_line_shown_on_demand_is_a_copy(find: Find) -> None:
    """A dialog with the caption in it is no part of the text."""
    overlay = Block("", "paragraph", PIER[1], on_demand=True)
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, LEAD, overlay])
    assert [(each.code, each.data["place"]) for each in found] == [("captions/duplicate", "overlay")]


@pytest.mark.parametrize(("text", "rule"), [(PIER[1], "duplicate"), (PIER_SPUN[1], "near-duplicate")])
@pytest.mark.parametrize(("line", "in_body"), [(6, False), (7, True)])
def test_a_line_of_plain_text_among_those_of_a_picture(
    find: Find, brief: Brief, text: str, rule: str, line: int, in_body: bool
) -> None:
    """Right below the credit it is a second caption, behind an empty line a paragraph."""
    picture: list[Text] = [Block("", "caption", PIER[1], line=4), Block("", "credit", CREDIT[1], line=5)]
    found = find([*picture, LEAD], [*picture, Block("", "paragraph", text, line=line), LEAD])
    assert brief(found) == [("in-body" if in_body else rule, text)]


def test_a_caption_of_the_same_figure_is_more_readily_a_copy(find: Find, brief: Brief) -> None:
    """Half of its words are others; below another picture that would be a caption of its own."""
    cars = under("pier", "Parked cars in front of the church: twenty spaces are to go.")
    reworded = "Waiting cars in front of the church: twenty places are to vanish."
    assert brief(find([cars, LEAD], [cars, under("pier", reworded), LEAD])) == [("near-duplicate", reworded)]
    assert brief(find([cars, LEAD], [cars, LEAD, under("vote", reworded)])) == [("added", reworded)]


def marked_up(text: str) -> Block:
    """A caption of a page."""
    return Block("", "caption", text, path="/html/body/figure[1]/figcaption")


def test_a_line_of_plain_text_in_place_of_a_marked_up_caption(find: Find, brief: Brief) -> None:
    """Without mark-up it is a paragraph; elsewhere in the text it is a caption in the body."""
    line = Block("", "paragraph", PIER[1], line=3)
    rest: list[Text] = [f"{LEAD} It said so in a letter to the islanders that was read out.", NEXT, f"{NEXT} And then?"]
    assert find([marked_up(PIER[1]), *rest], [line, *rest]) == []
    assert brief(find([marked_up(PIER[1]), *rest], [*rest, line])) == [("in-body", PIER[1])]


@pytest.mark.parametrize("text", ["Foto", "Photo", "Bild:"])
def test_the_label_of_a_credit_is_no_control(find: Find, text: str) -> None:
    """It may stand on a line of its own."""
    found = find([PIER, CREDIT, LEAD], [PIER, ("widget", text), CREDIT, LEAD])
    assert [each.code for each in found if each.code == "captions/widget-text"] == []


# ── changes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_capitals_are_no_change(find: Find) -> None:
    """A template may print captions in capitals."""
    assert find([PIER, LEAD], [("caption", PIER[1].upper()), LEAD]) == []


def test_what_stands_in_the_credit_on_the_other_side_is_no_change(find: Find, brief: Brief) -> None:
    """A note such as "(file photo)" may be the caption's end or the credit's beginning."""
    longer, credit = ("caption", f"{PIER[1]} (Archivbild)"), ("credit", "(Archivbild) Foto: Tilda Voss/Salter News")
    assert find([longer, CREDIT, LEAD], [PIER, credit, LEAD]) == []
    assert brief(find([longer, CREDIT, LEAD], [PIER, CREDIT, LEAD])) == [("changed", "(Archivbild)")]


def test_images_of_two_sizes_are_one(find: Find, brief: Brief) -> None:
    """A caption under two sizes of one picture is printed twice, not shared."""
    found = find([under("pier", PIER[1]), LEAD], [under("pier", PIER[1]), LEAD, under("pier-300x200", PIER[1])])
    assert brief(found) == [("duplicate", PIER[1])]


def test_captions_under_other_images_on_both_sides_are_none(find: Find) -> None:
    """The words count; whether the pictures are others is not this plugin's business."""
    assert (
        find([under("a", PIER[1]), LEAD, under("b", PIER[1])], [under("c", PIER[1]), LEAD, under("d", PIER[1])]) == []
    )


def test_a_caption_in_whose_place_a_copy_stands_is_missing(find: Find, brief: Brief) -> None:
    """The copy resembles it a little, so that the aligner pairs the two."""
    other = "Cyclists wait on the ramp at Port Salter on Tuesday."
    reference: list[Text] = [under("pier", PIER[1]), LEAD, under("ramp", other)]
    found = find(reference, [under("pier", PIER[1]), LEAD, under("ramp", PIER[1])])
    assert brief(found) == [("shared", PIER[1]), ("missing", other)]


def test_the_copy_is_the_one_below_the_other_image(find: Find) -> None:
    """Even where it stands first."""
    reference: list[Text] = [under("vote", MAYOR[1]), LEAD, under("pier", PIER[1])]
    found = find(reference, [under("vote", PIER[1]), LEAD, under("pier", PIER[1])])
    assert [(each.code, each.version[0].block) for each in found if each.version] == [("captions/shared", "v1")]


def test_a_lost_picture_takes_its_credit_along(find: Find, brief: Brief) -> None:
    """It is no reason for a second print beside another picture by the same photographer."""

    def shown(image: str) -> Block:
        return Block("", "credit", CREDIT[1], figure=image)

    kept: list[Text] = [under("pier", PIER[1]), shown("pier")]
    reference = [*kept, LEAD, under("vote", MAYOR[1]), shown("vote")]
    found = find(reference, [*kept, TOGGLE, shown("pier"), LEAD])
    assert ("credit-duplicate", CREDIT[1]) in brief(found)


def test_a_caption_that_the_reference_has_as_a_paragraph_is_no_copy(find: Find) -> None:
    """No mark-up tells what it is there."""
    assert find([PIER[1], CREDIT, LEAD], [under("pier", PIER[1]), CREDIT, LEAD]) == []


# ── properties ───────────────────────────────────────────────────────────────────────────────────────────────────────

ITEMS = st.sampled_from([PIER, PIER_SPUN, MAYOR, CREDIT, HIDE, TOGGLE, LEAD, NEXT, PIER[1], "hide caption", ""])


@settings(deadline=None)
@given(st.lists(ITEMS, max_size=12))
def test_an_article_against_itself(items: list[Text]) -> None:
    """Whatever it repeats."""
    assert compare_texts(items, items, [wirediff_captions]).findings == ()


@settings(deadline=None)
@given(st.lists(ITEMS, max_size=9), st.lists(ITEMS, max_size=9))
def test_spans_hold_their_text_and_codes_do_not_overlap(reference: list[Text], version: list[Text]) -> None:
    """Any two articles."""
    report = compare_texts(reference, version, [wirediff_captions])
    assert report.failures == ()
    places: dict[str, list[tuple[int, int]]] = {}
    for finding in report.findings:
        for span in (*finding.reference, *finding.version):
            assert report.alignment.block(span.block).text[span.start : span.end] == span.text
        for span in finding.version:
            taken = places.setdefault(span.block, [])
            assert not any(span.start < end and start < span.end for start, end in taken), finding
            taken.append((span.start, span.end))
