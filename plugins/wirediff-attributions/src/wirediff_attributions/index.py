"""In which blocks each word of an article stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import regex

from wirediff.model import Block

WORD = regex.compile(r"\w[\w’'.-]*")
ENDS = ".’'-"
"""What a word in that sense may end with, and is none of it."""


def by_word(blocks: Sequence[Block]) -> Mapping[str, set[int]]:
    """The numbers of the blocks by the words in them, in lower case and without a possessive's ending."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, block in enumerate(blocks):
        for word in set(WORD.findall(block.text.casefold())):
            found[word.removesuffix("’s").removesuffix("'s").rstrip(ENDS)].add(number)
    return found
