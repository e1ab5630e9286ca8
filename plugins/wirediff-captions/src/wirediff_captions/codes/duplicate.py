"""A caption printed more often than in the reference."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Example, Finding, Rule
from wirediff_captions.codes import shared
from wirediff_captions.copies import BASELINE, copy_finding, extra_captions, repeat_findings
from wirediff_captions.review import Review

_PICTURE = "<figure><img src='pier.jpg'><figcaption>Passengers wait on the pier.</figcaption></figure>"
_TEXT = "<p>The council of Port Salter met on Tuesday.</p>"
RULE = Rule(
    "captions/duplicate",
    "caption printed again",
    "The version prints the same caption once more, as where a page shows it again in an overlay: “Passengers wait on "
    f"the pier” below a picture and in a dialog, or twice in one line. {BASELINE}",
    "warning",
    nature="form",
    message="Caption printed {count} ({reference_count} in the reference): “{text}”.",
    examples=(
        Example(
            f"<main>{_PICTURE}{_TEXT}</main>",
            f"<main>{_PICTURE}{_TEXT}{_PICTURE}</main>",
            (("Passengers wait on the pier.", "Passengers wait on the pier."),),
            "text/html",
        ),
        Example(
            f"<main>{_PICTURE}{_TEXT}</main>",
            f"<main>{_PICTURE}{_TEXT}<details><summary>Photo</summary><p>Passengers wait on the pier.</p></details>"
            "</main>",
            (("Passengers wait on the pier.", "Passengers wait on the pier."),),
            "text/html",
        ),
        Example(
            f"<main>{_PICTURE}{_TEXT}</main>",
            f"<main>{_PICTURE.replace('pier.<', 'pier. Passengers wait on the pier.<')}{_TEXT}</main>",
            (("Passengers wait on the pier.", "Passengers wait on the pier."),),
            "text/html",
        ),
        Example(
            f"<main>{_PICTURE}{_TEXT}{_PICTURE}</main>", f"<main>{_PICTURE}{_TEXT}{_PICTURE}</main>", (), "text/html"
        ),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each caption too many; one below more images than in the reference is `captions/shared`."""
    for extra, is_shared in extra_captions(review):
        yield shared.finding(extra) if is_shared else copy_finding(review, RULE, extra)


def find_in_lines(review: Review) -> Iterator[Finding]:
    """Yield a finding for each print of a caption too many inside its own line."""
    yield from repeat_findings(review, RULE, "caption")
