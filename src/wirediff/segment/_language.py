"""The language of a text by its commonest words: cheap, and enough to choose lists and rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from wirediff.packaged import table

_WORD = re.compile(r"\w+")
_BEYOND_LATIN = re.compile("[\u0301-\U0010ffff]")
# The limits were chosen by hand on the fixtures.
_REACH = 20_000
"""Characters that are looked at."""
_MIN_SHARE = 0.12
_MIN_WORDS = 6
"""How many of the words, and what share of them, must be among the commonest of the language."""
_LEAD = 1.15
"""By what factor the best language must lead the second one."""


def detected(text: str) -> str:
    """Return the BCP 47 tag of the language of `text`, or `und` if its words do not show one."""
    sample = text[:_REACH].casefold()
    script = _by_script(sample)
    if script:
        return script
    words, common = Counter(_WORD.findall(sample)), _stop_words()
    known, scores = defaultdict[str, int](int), defaultdict[str, float](float)
    for word in filter(common.__contains__, words):
        count, tags = words[word], common[word]
        for tag in tags:
            known[tag] += count
            # The fewer languages share a word, the more it says.
            scores[tag] += count / len(tags)
    ranked = sorted(scores, key=lambda tag: (-scores[tag], tag))
    if not ranked or known[ranked[0]] < max(_MIN_WORDS, _MIN_SHARE * words.total()):
        return "und"
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] >= _LEAD * scores[ranked[1]] else "und"


def _by_script(sample: str) -> str | None:
    """The language of a script that only one large language uses."""
    letters = Counter(_script(char) for char in _BEYOND_LATIN.findall(sample) if char.isalpha())
    count = letters.total()
    if count < 10 or count < 0.3 * sum(char.isalpha() for char in sample):
        return None
    if letters["ja"] > 0.05 * count:
        return "ja"
    tag = letters.most_common(1)[0][0]
    return tag or None


@cache
def _script(char: str) -> str:
    return next((tag for tag, low, high in _ranges() if low <= char <= high), "")


@cache
def _ranges() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (tag, low, high)
        for tag, pairs in table("wirediff.segment", "languages")["scripts"].items()
        for low, high in pairs
    )


@cache
def _stop_words() -> dict[str, list[str]]:
    """The languages that have a word among their commonest."""
    found: dict[str, list[str]] = {}
    for tag, words in table("wirediff.segment", "languages")["words"].items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(tag)
    return found
