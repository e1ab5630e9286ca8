"""A caption that only the version has."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_captions.review import Review

_PICTURE = "<figure><img src='pier.jpg'><figcaption>Passengers wait on the pier.</figcaption></figure>"
_TEXT = "<p>The council of Port Salter met on Tuesday.</p><p>Forty pupils cross the sound every morning.</p>"
RULE = Rule(
    "captions/added",
    "caption added",
    "The version has a caption of its own, which does not copy another one: “Passengers wait on the pier” came with a "
    "picture that the reference doesn't have.",
    "note",
    nature="meaning",
    message="Caption added: “{text}”.",
    examples=(
        Example(
            f"<main>{_TEXT}</main>",
            f"<main>{_PICTURE}{_TEXT}</main>",
            (("", "Passengers wait on the pier."),),
            "text/html",
        ),
        Example(f"<main>{_PICTURE}{_TEXT}</main>", f"<main>{_TEXT}{_PICTURE}</main>", (), "text/html"),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each caption of the version that nothing explains."""
    for block in review.lost_captions(review.version):
        yield RULE.finding(RULE.message.format(text=excerpt(block.text)), (), [block.whole])
