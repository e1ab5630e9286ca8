"""Images under the same caption, and when they are another picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from wirediff.model import Article, Block, Figure, Finding, Metadata, Source

Examined = Callable[[Article, Article], list[Finding]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
COST = "Repairs to both ferries would cost more than the council takes in fees within a decade."
SCHOOL = "Forty pupils cross the sound every morning to reach the secondary school at Brennock."


def pictured(side: str, image: str, alt: str | None = None) -> Article:
    """An article of a caption with an image and a paragraph."""
    caption = Block(f"{side}1", "caption", "Passengers wait on the pier at Port Salter.", figure="f1")
    blocks = (caption, Block(f"{side}2", "paragraph", LEAD))
    figures = (Figure("f1", image, alt),)
    return Article(Source.from_text("x"), None, "en", Metadata(), blocks, figures)


@pytest.mark.parametrize(
    ("image", "alt"),
    [
        ("https://cdn.example/a/pier-800x600.jpg", None),
        ("https://other.example/wp/pier_scaled.webp", None),
        ("https://other.example/5f0c9d1e2b3a4c5d.jpg", None),
        ("https://other.example/boats.jpg", "People waiting on a pier"),
    ],
)
def test_the_same_image_elsewhere_is_none(examined: Examined, image: str, alt: str | None) -> None:
    """Other sizes, servers, arbitrary names, or the same alternative text."""
    original = pictured("r", "https://salter.example/img/pier.jpg?w=1200", "People waiting on the pier")
    assert examined(original, pictured("v", image, alt)) == []


def test_another_image(examined: Examined) -> None:
    """Neither name nor description agree."""
    original = pictured("r", "https://salter.example/img/pier.jpg", "People waiting on the pier")
    found = examined(original, pictured("v", "https://salter.example/img/storm.jpg", "Waves break over a lighthouse"))
    assert [(each.code, each.confidence) for each in found] == [("structure/image-changed", 0.9)]


def credited(side: str, image: str, *captions: str) -> Article:
    """A figure with a credit, and captions if wanted."""
    texts = [("caption", text) for text in captions] + [("credit", "Tilda Voss/Coast Agency"), ("paragraph", LEAD)]
    blocks = tuple(
        Block(f"{side}{number}", kind, text, figure=None if kind == "paragraph" else "f1")  # type: ignore[arg-type]
        for number, (kind, text) in enumerate(texts, 1)
    )
    return Article(Source.from_text("x"), None, "en", Metadata(), blocks, (Figure("f1", image),))


def test_an_image_without_caption_is_told_by_its_credit(examined: Examined) -> None:
    """Where there are captions they decide, as one photographer takes many pictures."""
    found = examined(credited("r", "pier.jpg"), credited("v", "storm.jpg"))
    assert [(each.code, each.reference[0].block) for each in found] == [("structure/image-changed", "r1")]
    others = (
        credited("r", "pier.jpg", "The pier at dawn."),
        credited("v", "storm.jpg", "Waves break over a lighthouse."),
    )
    assert examined(*others) == []


def captioned(side: str, *figures: tuple[str, str]) -> Article:
    """Captions, each with an image of its own."""
    blocks = [Block(f"{side}{n}", "caption", text, figure=f"f{n}") for n, (_, text) in enumerate(figures, 1)]
    images = tuple(Figure(f"f{n}", image) for n, (image, _) in enumerate(figures, 1))
    return Article(
        Source.from_text("x"), None, "en", Metadata(), (*blocks, Block(f"{side}9", "paragraph", LEAD)), images
    )


def test_of_a_repeated_caption_any_image_will_do(examined: Examined) -> None:
    """Which print belongs to which is not told by the words."""
    text = "The pier at dawn, seen from the ferry."
    reference = captioned("r", ("pier.jpg", text))
    assert examined(reference, captioned("v", ("storm.jpg", text), ("pier.jpg", text))) == []
    found = examined(reference, captioned("v", ("storm.jpg", text), ("market.jpg", text)))
    assert [each.code for each in found] == ["structure/image-changed"]


def test_further_captions_of_a_figure_tell_nothing_of_its_image(examined: Examined) -> None:
    """A button's text may be taken for one; it stands below every picture."""
    sides = []
    for side, image, text in (("r", "pier.jpg", SCHOOL), ("v", "storm.jpg", COST)):
        first = Block(f"{side}1", "caption", text, figure="f1")
        blocks = (first, Block(f"{side}2", "caption", "Show the whole picture", figure="f1"))
        sides.append(Article(Source.from_text("x"), None, "en", Metadata(), blocks, (Figure("f1", image),)))
    assert examined(*sides) == []


def test_numbered_file_names_are_different_images(examined: Examined) -> None:
    """Series of one camera differ in their numbers only."""
    found = examined(pictured("r", "ferry-port-12.jpg"), pictured("v", "ferry-port-13.jpg"))
    assert [each.code for each in found] == ["structure/image-changed"]


def seen(side: str, image: str, sha256: str, look: str) -> Article:
    """An article of one picture whose image its source holds."""
    article = pictured(side, image)
    return replace(article, figures=(replace(article.figures[0], sha256=sha256 * 64, look=f"{look * 32}-808080"),))


@pytest.mark.parametrize(
    ("version", "severity", "message", "same"),
    [
        (("pier.jpg", "2", "a"), "warning", "The picture is another one, at the same address: pier.jpg.", False),
        (("storm.jpg", "2", "a"), "note", "The picture is another one: storm.jpg instead of pier.jpg.", False),
        (
            ("storm.jpg", "2", "5"),
            "note",
            "Only the image’s address changed, the picture is the same: storm.jpg instead of pier.jpg.",
            True,
        ),
    ],
)
def test_of_an_image_that_was_seen_the_picture_decides(
    examined: Examined, version: tuple[str, str, str], severity: str, message: str, same: bool
) -> None:
    """It is another one also at the same address, or only its address changed."""
    (finding,) = examined(seen("r", "pier.jpg", "1", "5"), seen("v", *version))
    assert (finding.severity, finding.message, finding.data["same_picture"]) == (severity, message, same)


def test_an_image_saved_anew_is_the_same(examined: Examined) -> None:
    """Other bytes at the same address that look alike."""
    assert examined(seen("r", "pier.jpg", "1", "5"), seen("v", "pier.jpg", "2", "5")) == []


def test_of_an_image_that_one_side_holds_the_names_decide(examined: Examined) -> None:
    """As where no side does."""
    (finding,) = examined(seen("r", "pier.jpg", "1", "5"), pictured("v", "storm.jpg"))
    assert (finding.data["same_picture"], finding.confidence) == (None, 0.6)
    assert examined(seen("r", "pier.jpg", "1", "5"), pictured("v", "pier.jpg")) == []


def test_a_short_description_is_no_proof(examined: Examined) -> None:
    """“The quay” may be any picture of one; both names tell what is shown."""
    found = examined(pictured("r", "quay-dawn.jpg", "The quay"), pictured("v", "protest-march.jpg", "The quay"))
    assert [each.code for each in found] == ["structure/image-changed"]


def test_images_that_changed_places_are_the_captions_finding(examined: Examined) -> None:
    """No image was replaced: `captions/swapped` says what happened."""
    reference = captioned("r", ("pier.jpg", SCHOOL), ("storm.jpg", COST))
    assert examined(reference, captioned("v", ("storm.jpg", SCHOOL), ("pier.jpg", COST))) == []
    assert examined(reference, captioned("v", ("pier.jpg", COST), ("storm.jpg", SCHOOL))) == []
