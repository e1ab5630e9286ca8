"""Which figures show one picture, and which captions changed places."""

from __future__ import annotations

import pytest

from wirediff.align import align
from wirediff.images import called_alike, depict_one, exchanges, seen_alike
from wirediff.model import Alignment, Article, Block, Figure, Metadata, Picture, Source

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
COST = "Repairs to both ferries would cost more than the council takes in fees within a decade."
PIER, MAYOR, SHED = "The pier at dawn.", "Orla Finch at her desk.", "Boats in the old shed."
LOOK = "0123456789abcdef0123456789abcdef-808080"


def inverted(look: str, bits: int) -> str:
    """A look that differs in that many bits."""
    shape, _, colour = look.partition("-")
    return f"{int(shape, 16) ^ ((1 << bits) - 1):032x}-{colour}"


def picture(image: str | None, alt: str | None = None, caption: str = PIER, look: str | None = None) -> Picture:
    """A figure with one caption."""
    return Picture(Figure("f1", image, alt, None, look), (Block("r1", "caption", caption, figure="f1"),))


# ── one picture or two ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("bits", "alike"), [(0, True), (24, True), (25, None), (39, None), (40, False)])
def test_the_look_of_an_image_says_whether_it_is_one_picture(bits: int, alike: bool | None) -> None:
    """A little changes when an image is saved anew; between that and another picture it says nothing."""
    assert seen_alike(Figure("f1", look=LOOK), Figure("f2", look=inverted(LOOK, bits))) is alike


def test_equal_bytes_are_one_picture() -> None:
    """Whatever the addresses; other bytes alone prove nothing, as images are saved anew."""
    assert seen_alike(Figure("f1", "a.jpg", sha256="1" * 64), Figure("f2", "b.jpg", sha256="1" * 64)) is True
    assert seen_alike(Figure("f1", "a.jpg", sha256="1" * 64), Figure("f2", "a.jpg", sha256="2" * 64)) is None


def test_the_look_overrules_names() -> None:
    """At one address, or under other names; but another address of one name may be another cut of the picture."""
    other = inverted(LOOK, 60)
    assert depict_one(picture("pier.jpg", look=LOOK), picture("pier.jpg", look=other)) is False
    assert depict_one(picture("pier.jpg", look=LOOK), picture("dawn.jpg", look=LOOK)) is True
    assert depict_one(picture("/a/pier.jpg", look=LOOK), picture("/b/pier-150x150.jpg", look=other)) is None


@pytest.mark.parametrize(
    ("alt", "alike"),
    [("Passengers wait under umbrellas", True), ("The pier", False), (PIER, False), (None, False)],
)
def test_a_description_outweighs_names_if_it_says_something(alt: str | None, alike: bool) -> None:
    """One of two words, or one that repeats the caption, may be anywhere; then the names decide."""
    assert called_alike(picture("quay-dawn.jpg", alt), picture("protest-march.jpg", alt)) is alike


def test_a_description_that_repeats_the_caption_contradicts_none() -> None:
    """Programs write the caption there; that is no other picture than one that somebody described."""
    assert called_alike(picture(None, "People with suitcases"), picture(None, PIER)) is None


def test_names_that_a_system_gave_out_say_nothing() -> None:
    """They differ on every site."""
    assert called_alike(picture("5f0c9d1e2b3a4c5d.jpg"), picture("77a0b1c2d3e4f5a6.jpg")) is None


# ── captions that changed places ─────────────────────────────────────────────────────────────────────────────────────


def compared(reference: list[tuple[Figure, str]], version: list[tuple[Figure, str]]) -> Alignment:
    """Two articles of figures with captions between paragraphs, aligned."""
    sides = []
    for side, figures in (("r", reference), ("v", version)):
        blocks = [
            Block(f"{side}{number}", "caption", text, f"/figure[{number}]", figure=figure.id)
            for number, (figure, text) in enumerate(figures, 1)
        ]
        prose = (Block(f"{side}8", "paragraph", LEAD), Block(f"{side}9", "paragraph", COST))
        figures_only = tuple(figure for figure, _ in figures)
        sides.append(Article(Source.from_text("x"), None, "en", Metadata(), (*blocks, *prose), figures_only))
    return align(*sides)


def found(reference: list[tuple[Figure, str]], version: list[tuple[Figure, str]]) -> list[tuple[set[str], str]]:
    """The words of the captions that changed places, and what identifies their pictures."""
    return [({block.text for block in each.version}, each.evidence) for each in exchanges(compared(reference, version))]


NOTHING = Figure("f1"), Figure("f2")
NAMED = Figure("f1", "/x/a1.jpg"), Figure("f2", "/x/b2.jpg")
RESIZED = Figure("f1", "/y/a1.webp"), Figure("f2", "/y/b2.webp")
DESCRIBED = Figure("f1", None, "A pier"), Figure("f2", None, "A desk")
HELD = Figure("f1", "a.jpg", sha256="1" * 64), Figure("f2", "b.jpg", sha256="2" * 64)
HELD_ELSEWHERE = Figure("f1", "x.jpg", sha256="1" * 64), Figure("f2", "y.jpg", sha256="2" * 64)


@pytest.mark.parametrize(
    ("reference", "version", "evidence"),
    [
        (NAMED, NAMED, "address"),
        (NAMED, RESIZED, "name"),
        (DESCRIBED, DESCRIBED, "description"),
        (HELD, HELD_ELSEWHERE, "content"),
        (NOTHING, NOTHING, "place"),
    ],
)
def test_captions_that_changed_places(
    reference: tuple[Figure, Figure], version: tuple[Figure, Figure], evidence: str
) -> None:
    """Under the same pictures by their content, address, name, description, or if nothing is known by their place."""
    before, after = zip(reference, (PIER, MAYOR), strict=True), zip(version, (MAYOR, PIER), strict=True)
    assert found(list(before), list(after)) == [({PIER, MAYOR}, evidence)]


A, B, C = Figure("f1", "a.jpg"), Figure("f2", "b.jpg"), Figure("f3", "c.jpg")


def test_images_that_changed_places_are_the_same() -> None:
    """Each caption is with the picture of the other one, whichever was moved."""
    assert found([(A, PIER), (B, MAYOR)], [(B, PIER), (A, MAYOR)]) == [({PIER, MAYOR}, "address")]


def test_three_captions_in_a_ring_are_one_exchange() -> None:
    """Each has the picture of the next one."""
    assert found([(A, PIER), (B, MAYOR), (C, SHED)], [(A, SHED), (B, PIER), (C, MAYOR)]) == [
        ({PIER, MAYOR, SHED}, "address")
    ]


def test_a_gallery_in_another_order_is_none() -> None:
    """Captions that move with their pictures are where they belong."""
    assert found([(A, PIER), (B, MAYOR), (C, SHED)], [(C, SHED), (A, PIER), (B, MAYOR)]) == []


def test_a_caption_that_only_moved_on_is_none() -> None:
    """The other one is gone: that is another image, and a missing caption."""
    assert found([(A, PIER), (B, MAYOR)], [(B, PIER), (C, SHED)]) == []


def test_what_several_pictures_share_identifies_none_of_them() -> None:
    """A placeholder is above every caption until a script runs; then their descriptions or places decide."""
    waiting = Figure("f1", "blank.gif"), Figure("f2", "blank.gif")
    assert found([(waiting[0], PIER), (waiting[1], MAYOR)], [(waiting[0], MAYOR), (waiting[1], PIER)]) == [
        ({PIER, MAYOR}, "place")
    ]


def test_a_caption_that_is_printed_below_both_pictures_is_none() -> None:
    """One print is where it belongs."""
    assert found([(A, PIER), (B, MAYOR)], [(A, PIER), (B, PIER), (C, MAYOR)]) == []


def test_another_print_of_a_caption_may_be_where_it_belongs() -> None:
    """As where the first picture of a gallery is above the text too."""
    lead = Figure("f4", "a.jpg")
    assert found([(lead, PIER), (A, PIER), (B, MAYOR)], [(lead, PIER), (A, MAYOR), (B, PIER)]) == [
        ({PIER, MAYOR}, "address")
    ]
