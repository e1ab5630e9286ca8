"""A caption of the reference that the version doesn't print."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_captions.review import Review

_PICTURE = "<figure><img src='pier.jpg'><figcaption>Passengers wait on the pier.</figcaption></figure>"
_TEXT = "<p>The council of Port Salter met on Tuesday.</p><p>Forty pupils cross the sound every morning.</p>"
RULE = Rule(
    "captions/missing",
    "caption missing",
    "The reference has a caption, or a copy of one, that the version prints nowhere, neither below an image nor in its "
    "body: “Passengers wait on the pier” is gone with its picture.",
    "note",
    nature="meaning",
    message="Caption missing{remark}: “{text}”.",
    examples=(
        Example(
            f"<main>{_PICTURE}{_TEXT}</main>",
            f"<main>{_TEXT}</main>",
            (("Passengers wait on the pier.", ""),),
            "text/html",
        ),
        Example(f"<main>{_PICTURE}{_TEXT}</main>", f"<main>{_TEXT}{_PICTURE}</main>", (), "text/html"),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each caption of the reference that nothing explains."""
    for block in review.lost_captions(review.reference):
        copies = review.version.same("caption", review.reference.key(block))
        remark = " (a copy remains)" if copies else ""
        yield RULE.finding(RULE.message.format(remark=remark, text=excerpt(block.text)), [block.whole])
