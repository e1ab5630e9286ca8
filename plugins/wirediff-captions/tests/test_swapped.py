"""Captions that changed places: what is said of them, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

import wirediff_captions

from wirediff.model import Finding, Source
from wirediff.testing import compare_texts

LEAD = "<p>The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island.</p>"
COST = "<p>Repairs to both ferries would cost more than the council takes in fees within a decade.</p>"
PIER, MAYOR, SHED, MARKET = "The pier at dawn.", "Orla Finch at her desk.", "Boats in the old shed.", "Fish on sale."


def figure(image: str, caption: str, credit: str = "") -> str:
    """A picture of a page."""
    line = f"<span class='credit'>{credit}</span>" if credit else ""
    return f"<figure><img src='{image}'><figcaption>{caption} {line}</figcaption></figure>"


def findings(reference: Sequence[str], version: Sequence[str]) -> list[Finding]:
    """What is found between two pages of these pictures."""
    pages = [f"<html lang='en'><main>{LEAD}{COST.join(pictures)}{COST}</main>" for pictures in (reference, version)]
    sources = [Source.from_text(page, media_type="text/html") for page in pages]
    report = compare_texts(*sources, [wirediff_captions])
    assert report.failures == ()
    return list(report.findings)


def test_captions_and_credits_that_changed_places_are_one_finding() -> None:
    """The message says that the credits went along."""
    before = figure("a.jpg", PIER, "Tilda Voss"), figure("b.jpg", MAYOR, "Ivo Brandt")
    after = figure("a.jpg", MAYOR, "Ivo Brandt"), figure("b.jpg", PIER, "Tilda Voss")
    (finding,) = findings(before, after)
    assert (finding.code, finding.severity) == ("captions/swapped", "error")
    assert finding.message == (
        "The captions and credits of two pictures changed places: “Orla Finch at her desk” and “The pier at dawn”."
    )
    assert finding.data == {
        "moved": "captions",
        "credits_went_along": True,
        "reference_images": ["b.jpg", "a.jpg"],
        "version_images": ["a.jpg", "b.jpg"],
    }


def test_it_says_whether_captions_or_images_moved() -> None:
    """Where the captions are in their order, the images above them changed places."""
    (finding,) = findings(
        (figure("a.jpg", PIER), figure("b.jpg", MAYOR)), (figure("b.jpg", PIER), figure("a.jpg", MAYOR))
    )
    assert finding.data["moved"] == "images"


def test_of_pictures_that_no_page_names_it_is_to_be_checked_only() -> None:
    """A gallery in another order looks the same."""
    (finding,) = findings((figure("", PIER), figure("", MAYOR)), (figure("", MAYOR), figure("", PIER)))
    assert (finding.severity, finding.confidence) == ("warning", 0.5)
    assert finding.message.endswith("The pages do not say whether the images did too.")


def test_a_long_ring_is_shortened_in_the_message() -> None:
    """The spans have all of them."""
    texts = [PIER, MAYOR, SHED, MARKET]
    (finding,) = findings(
        [figure(f"{n}.jpg", text) for n, text in enumerate(texts)],
        [figure(f"{n}.jpg", text) for n, text in enumerate([*texts[1:], texts[0]])],
    )
    assert finding.message.startswith("The captions of four pictures changed places: ")
    assert finding.message.endswith(" and 1 more.")
    assert len(finding.reference) == len(finding.version) == 4


def test_a_caption_that_was_changed_too_is_found_as_well() -> None:
    """The other words are another fact."""
    found = findings(
        (figure("a.jpg", PIER), figure("b.jpg", "Orla Finch arrives for the vote on Monday.")),
        (figure("a.jpg", "Orla Finch arrives for the vote on Friday."), figure("b.jpg", PIER)),
    )
    assert [each.code for each in found] == ["captions/swapped", "captions/changed"]


def test_prints_of_a_picture_above_the_text_too_are_no_copies() -> None:
    """One caption has two prints instead of one, as the other one had before."""
    lead, pier, mayor = figure("a.jpg", PIER), figure("a.jpg", PIER), figure("b.jpg", MAYOR)
    swapped = figure("a.jpg", MAYOR), figure("a.jpg", MAYOR), figure("b.jpg", PIER)
    assert [each.code for each in findings((lead, pier, mayor), swapped)] == ["captions/swapped"]
    found = findings((lead, pier, mayor), (*swapped, figure("a.jpg", MAYOR)))
    assert {each.code for each in found} == {"captions/duplicate", "captions/swapped"}
