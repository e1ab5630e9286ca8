"""One caption under different images; `duplicate` finds it, as both are prints too many."""

from __future__ import annotations

from wirediff.model import Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_captions.copies import CITED, Extra


def _page(caption: str) -> str:
    return (
        "<main><figure><img src='pier-at-dawn.jpg'><figcaption>Passengers wait on the pier.</figcaption></figure>"
        "<p>The council of Port Salter met on Tuesday.</p>"
        f"<figure><img src='orla-finch.jpg'><figcaption>{caption}</figcaption></figure></main>"
    )


RULE = Rule(
    "captions/shared",
    "one caption under different images",
    "The version prints one caption under several images, and the reference under fewer: the portrait of the mayor has "
    "the caption of the pier. `data.images` names them; two sizes of one image are one.",
    "warning",
    nature="fact",
    message="Caption under {count} different images: “{text}”.",
    examples=(
        Example(
            _page("Orla Finch arrives for the vote."),
            _page("Passengers wait on the pier."),
            (("Passengers wait on the pier.", "Passengers wait on the pier."),),
            "text/html",
        ),
        Example(_page("Passengers wait on the pier."), _page("Passengers wait on the pier."), (), "text/html"),
    ),
)


def finding(extra: Extra) -> Finding:
    """Return the finding that a caption is under further images."""
    return RULE.finding(
        RULE.message.format(count=len(extra.images), text=excerpt(extra.block.text)),
        (each.whole for each in extra.originals[:CITED]),
        [extra.block.whole],
        images=extra.images[: 2 * CITED],
    )
