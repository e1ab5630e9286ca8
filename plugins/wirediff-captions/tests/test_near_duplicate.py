"""The numbers that decide whether a caption repeats another one in other words, each at its edge."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wirediff_captions.codes import near_duplicate
from wirediff_captions.likeness import Likeness, Shares
from wirediff_captions.review import Review

from wirediff.model import Block, Finding
from wirediff.testing import Text, compared

Find = Callable[[Text, Text], list[Finding]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
PIER = "Passengers wait on the pier at dawn."
SPUN = "Travellers wait on the jetty at dawn."


def under(image: str, text: str) -> Block:
    """A caption of that figure."""
    return Block("", "caption", text, figure=image)


def copies(found: list[Finding]) -> list[str]:
    """The texts that repeat a caption in other words."""
    return [each.version[0].text for each in found if each.code == "captions/near-duplicate"]


@pytest.mark.parametrize(("likeness", "image", "told"), [
    (0.6, "other", True), (0.599, "other", False), (0.4, "pier", True), (0.399, "pier", False),
])  # fmt: skip
def test_how_alike_a_copy_is(
    monkeypatch: pytest.MonkeyPatch, find: Find, likeness: float, image: str, told: bool
) -> None:
    """0.6; below the same picture 0.4 will do."""
    monkeypatch.setattr(near_duplicate, "likeness_of", lambda *_: likeness)
    found = find([under("pier", PIER), LEAD], [under("pier", PIER), LEAD, under(image, SPUN)])
    assert copies(found) == [SPUN][: int(told)]


@pytest.mark.parametrize(("shares", "likeness"), [
    (Shares(0.25, 1.0), 0.625), (Shares(0.249, 1.0), 0.0), (Shares(0.25, None), 0.25), (Shares(0.249, None), 0.0),
])  # fmt: skip
def test_a_quarter_of_the_words_is_needed_whatever_the_names(
    monkeypatch: pytest.MonkeyPatch, shares: Shares, likeness: float
) -> None:
    """Above it, words and names count the same."""
    monkeypatch.setattr(Likeness, "shares", lambda *_: shares)
    review = Review(compared([("caption", PIER)], [("caption", SPUN)]))
    texts = [layout.wording(layout.article.blocks[0]) for layout in (review.reference, review.version)]
    assert near_duplicate.likeness_of(review, texts[0], texts[1]) == likeness


@pytest.mark.parametrize(("text", "told"), [("Pupils wait near boats.", True), ("Pupils wait near.", False)])
def test_fewer_than_four_words_prove_nothing(
    monkeypatch: pytest.MonkeyPatch, find: Find, text: str, told: bool
) -> None:
    """Whatever they resemble."""
    monkeypatch.setattr(near_duplicate, "likeness_of", lambda *_: 1.0)
    found = find([("caption", PIER), LEAD], [("caption", PIER), LEAD, ("caption", text)])
    assert copies(found) == [text][: int(told)]


@pytest.mark.parametrize(("count", "told"), [(40, True), (41, False)])
def test_a_word_of_more_than_forty_captions_leads_to_none(count: int, told: bool) -> None:
    """A pattern that many captions follow says nothing of one."""
    captions = [("caption", f"Wharf {number}") for number in range(count)]
    review = Review(compared(captions, captions))
    index = near_duplicate.index(review.captions(review.version), review.version)
    assert bool(index.candidates(("wharf",))) == told


def test_eight_captions_are_compared() -> None:
    """Those that share most words with the text."""
    captions = [("caption", f"Wharf {number}") for number in range(10)]
    review = Review(compared(captions, captions))
    index = near_duplicate.index(review.captions(review.version), review.version)
    found = index.candidates(("wharf", "9"))
    assert [len(found), found[0].text] == [8, "Wharf 9"]


def test_words_alone_are_never_certain(find: Find) -> None:
    """The same words in another order."""
    turned = "At dawn passengers wait on the pier."
    found = find([("caption", PIER), LEAD], [("caption", PIER), LEAD, ("caption", turned)])
    assert [(each.code, each.confidence) for each in found] == [("captions/near-duplicate", 0.95)]
