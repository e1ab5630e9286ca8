"""Each code on a short pair, and what must not be reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from wirediff.model import Block, Finding

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
    assert credit.data == {"count": 2, "reference_count": 1}
    assert credit.message == "The version prints this credit twice, the reference once."


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


def test_a_reference_with_two_copies_and_a_version_with_one_is_none(find: Find) -> None:
    """A copy less is nothing that is lost."""
    assert find([PIER, LEAD, PIER], [PIER, LEAD]) == []
