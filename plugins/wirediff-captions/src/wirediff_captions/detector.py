"""The detector: the codes in an order in which each leaves to the next what it cannot explain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from wirediff.model import Alignment, Finding, Options
from wirediff_captions.codes import (
    CODES,
    changed,
    credit_duplicate,
    duplicate,
    in_body,
    near_duplicate,
    swapped,
    widget_text,
)
from wirediff_captions.review import Review

_ORDERED: tuple[Callable[[Review], Iterable[Finding]], ...] = (
    widget_text.find,  # first, as a line of a control is not a caption, whatever the loader says
    swapped.find,  # before what counts prints, and before changed, as such captions may be aligned by their places
    duplicate.find,
    in_body.find,
    widget_text.find_in_captions,  # after in-body: paragraphs that swallowed a caption may hold its controls
    duplicate.find_in_lines,  # after the controls between two prints are known
    near_duplicate.find,
    near_duplicate.find_in_lines,
    credit_duplicate.find,
    changed.find,  # after all copies, which are not counterparts of anything
)
"""What has to come in this order; other codes, which look at what is left, come last."""


def run(alignment: Alignment, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    """Yield all findings; an article without pictures has none."""
    review = Review(alignment)
    if any(layout.of_kind("caption", "credit", "widget") for layout in (review.reference, review.version)):
        others = (code.find for code in CODES if hasattr(code, "find") and code.find not in _ORDERED)
        for find in (*_ORDERED, *others):
            yield from find(review)
