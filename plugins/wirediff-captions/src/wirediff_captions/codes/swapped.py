"""The captions of two pictures, or of more, that changed places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wirediff.model import Article, Block, Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_captions.review import Review

if TYPE_CHECKING:
    from wirediff.images import Evidence, Exchange

_PIER, _MAYOR = "Passengers wait on the pier.", "Orla Finch arrives for the vote."


def _page(*pictures: tuple[str, str]) -> str:
    figures = (f"<figure><img src='{image}'><figcaption>{text}</figcaption></figure>" for image, text in pictures)
    return f"<main>{'<p>The council of Port Salter met on Tuesday.</p>'.join(figures)}<p>Nobody spoke.</p></main>"


RULE = Rule(
    "captions/swapped",
    "captions of pictures changed places",
    "Captions of the reference are in the version too, but each is with the picture of another one: the mayor is said "
    "to be the pier, and the pier the mayor. Pictures are recognised by their content where the source holds it, by "
    "address, file name or description; a gallery in another order is no finding. `data.moved` says whether the "
    "captions or the images changed places on the page. Where a page names none of these images, captions that changed "
    "places are to be checked only: their pictures may have moved with them.",
    "error",
    nature="fact",
    message="The captions{credits} of {count} pictures changed places: {captions}.",
    examples=(
        Example(
            _page(("pier.jpg", _PIER), ("finch.jpg", _MAYOR)),
            _page(("pier.jpg", _MAYOR), ("finch.jpg", _PIER)),
            ((f"{_MAYOR} … {_PIER}", f"{_MAYOR} … {_PIER}"),),
            "text/html",
        ),
        Example(
            _page(("pier.jpg", _PIER), ("finch.jpg", _MAYOR)),
            _page(("finch.jpg", _MAYOR), ("pier.jpg", _PIER)),
            (),
            "text/html",
        ),
    ),
)
_UNSEEN = "{message} The pages do not say whether the images did too."
_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_CITED = 3
"""Captions that the message names at most."""
_CONFIDENCE: Mapping[Evidence, float] = {"content": 1.0, "address": 1.0, "name": 0.95, "description": 0.8, "place": 0.5}
"""By what identifies the pictures. Chosen by hand: a file name is rarely given out twice, descriptions are."""


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each ring of captions that changed places."""
    from wirediff.images import exchanges  # here, as whoever only reads the rules needn't wait for it

    for exchange in exchanges(review.alignment):
        _explain(review, exchange)
        yield _finding(review, exchange)


def _explain(review: Review, exchange: Exchange) -> None:
    """Explain the captions of the same words; all their prints, if both sides have as many of them together.

    Where the first picture is printed twice, one caption has become two, and the other one.
    """
    for original, block in zip(exchange.reference, exchange.version, strict=True):
        if review.reference.key(original) == review.version.key(block):
            review.explain(original, block)
    keys = {review.reference.key(original) for original in exchange.reference}
    before, after = (
        [block for key in keys for block in layout.same("caption", key)]
        for layout in (review.reference, review.version)
    )
    if len(before) == len(after):
        review.explain(*before, *after)
        review.swapped.update(keys)


def _finding(review: Review, exchange: Exchange) -> Finding:
    unseen = exchange.evidence == "place"
    along = _credits_went_along(review, exchange)
    message = RULE.message.format(
        credits=" and credits" if along else "",
        count=_COUNTS.get(len(exchange.version), len(exchange.version)),
        captions=_listed(exchange.version),
    )
    return RULE.finding(
        _UNSEEN.format(message=message) if unseen else message,
        (block.whole for block in exchange.reference),
        (block.whole for block in exchange.version),
        severity="warning" if unseen else None,
        confidence=_CONFIDENCE[exchange.evidence],
        moved="images" if _kept_order(review, exchange.version) else "captions",
        credits_went_along=along,
        reference_images=_images(review.reference.article, exchange.reference),
        version_images=_images(review.version.article, exchange.version),
    )


def _listed(captions: Sequence[Block]) -> str:
    named = [f"“{excerpt(block.text)}”" for block in captions]
    if len(named) <= _CITED:
        return f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{', '.join(named[:_CITED])} and {len(named) - _CITED} more"


def _credits_went_along(review: Review, exchange: Exchange) -> bool:
    """Whether each of these captions has a credit, the same one on both sides, and not all of them the same one."""
    before, after = review.reference.credits_of_captions, review.version.credits_of_captions
    credits_before = [before.get(block.id) for block in exchange.reference]
    kept = None not in credits_before and credits_before == [after.get(block.id) for block in exchange.version]
    return kept and len(set(credits_before)) > 1


def _kept_order(review: Review, blocks: Iterable[Block]) -> bool:
    """Whether these captions are where they were among the article's blocks."""
    return all(review.alignment.pair(block.id).relation != "moved" for block in blocks)


def _images(article: Article, captions: Iterable[Block]) -> list[str | None]:
    return [figure.image if (figure := article.figure(block)) else None for block in captions]
