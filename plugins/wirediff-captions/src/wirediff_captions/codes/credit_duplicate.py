"""A photo credit printed more often than in the reference."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Example, Finding, Rule
from wirediff_captions.copies import BASELINE, copy_finding, extra_credits
from wirediff_captions.review import Review

_CAPTION, _CREDIT = "Passengers wait on the pier at Port Salter.", "Tilda Voss/AP"
_TEXT = "The council of Port Salter met on Tuesday and closed the ferry line."
RULE = Rule(
    "captions/credit-duplicate",
    "photo credit printed again",
    "The version prints the same photo credit again, as happens when a page is copied together with its “hide caption” "
    "and “toggle caption” buttons: the credit is before and after them. A credit is the people and agencies it names, "
    "with or without a label (“Photo: …”). The one credit of a picture that the version adds does not count. "
    f"{BASELINE}",
    "warning",
    nature="form",
    message="Credit printed {count} ({reference_count} in the reference): “{text}”.",
    examples=(
        Example(
            f"{_CAPTION}\n{_CREDIT}\n\n{_TEXT}",
            f"{_CAPTION}\n{_CREDIT}\nhide caption\ntoggle caption\nPhoto: {_CREDIT}\n\n{_TEXT}",
            ((_CREDIT, f"Photo: {_CREDIT}"),),
        ),
        Example(f"{_CAPTION}\n{_CREDIT}\n\n{_TEXT}", f"{_CAPTION}\nPhoto: {_CREDIT}\n\n{_TEXT}"),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each credit too many."""
    for extra in extra_credits(review):
        yield copy_finding(review, RULE, extra)
