"""Words broken at the ends of lines, whose hyphen belongs to the word only if it is printed elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wirediff.model import Article

_SOFT = "\u00ad"
"""What loaders put in place of a hyphen at the end of a line, as most such words have none inside a line."""
_BROKEN = re.compile(rf"\w+(?:-\w+)*{_SOFT}\w+(?:-\w+)*")
_COMPOUND = re.compile(r"\w+(?:-\w+)+")


def with_hyphens(articles: Sequence[Article]) -> Sequence[Article]:
    """Return the articles with a hyphen in place of a soft one in words that have one elsewhere in any of them.

    No dictionary could say whether "long-" and "serving" on two lines are one word or two, but the other document can.
    """
    texts = [block.text for article in articles for block in article.blocks]
    if not any(_SOFT in text for text in texts):
        return articles
    known = {word.casefold() for text in texts for word in _COMPOUND.findall(text)}

    def whole(found: re.Match[str]) -> str:
        word = found[0].replace(_SOFT, "-")
        return word if word.casefold() in known else found[0]

    return [
        replace(article, blocks=tuple(replace(block, text=_BROKEN.sub(whole, block.text)) for block in article.blocks))
        for article in articles
    ]
