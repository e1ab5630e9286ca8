"""Sentences that were written anew, which are one change rather than many small ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wirediff_terms.changes.change import Change
from wirediff_terms.match.matcher import Matching
from wirediff_terms.match.passage import Passage, Words

_KEPT = 0.4
"""Minimum share of content words that an edited sentence keeps, or replaces by words that the lexicon links."""
_KEPT_OF_TITLE = 0.5
"""The same of a headline, whose few words are about one thing anyway. Both chosen by hand on the fixtures."""
_TITLES = ("headline", "subheading")
_SURE = 0.5
"""Minimum strength of a relation that links a word to its counterpart, rather than to any word of its kind."""
_UNEQUAL = 0.25
"""Minimum difference of both sides' lengths between kept words, as a share of the longer ones: in TextFooler's attacks,
which exchange word for word, sentences without this condition cost one word in a hundred its own finding."""
_LONGEST_GAP = 6
"""Maximum distance of kept words between which equal lengths are no chance; chosen by hand."""
_FEWEST = 4
"""Minimum content words of a sentence of which a share says something; chosen by hand."""


def rewritten(passage: Passage, matching: Matching) -> Change | None:
    """Return all that changed in a sentence as one change, if too little of it is left; None if it was edited."""
    if _KEPT_OF_TITLE * max(len(passage.reference), len(passage.version)) <= len(passage.matched):
        return None
    content_r, content_v = _content(passage.reference), _content(passage.version)
    if min(len(content_r), len(content_v)) < _FEWEST:
        return None
    if any(link.relation == "other value" for link in matching.links) or _is_word_for_word(passage):
        return None  # Such a number is between the same words.
    title = passage.reference.blocks[0].kind in _TITLES
    kept = set(_kept(passage, matching, in_places=title))
    if len(content_r & kept) >= (_KEPT_OF_TITLE if title else _KEPT) * max(len(content_r), len(content_v)):
        return None
    kept_v = set(passage.matched.values())
    reference = [i for i in range(len(passage.reference)) if i not in passage.matched]
    version = [j for j in range(len(passage.version)) if j not in kept_v]
    return Change(reference, version, is_rewritten=True) if reference and version else None


def _kept(passage: Passage, matching: Matching, *, in_places: bool) -> Iterator[int]:
    """Yield the words that are kept or have a related word; `in_places`, of moved ones only those that moved with a
    neighbour, as any two headlines of one story share lone words."""
    links = [link for link in matching.links if link.strength >= _SURE and link.relation != "place"]
    partner = dict(passage.matched) | {
        i: j for link in links for i, j in zip(link.reference, link.version, strict=False)
    }
    yield from passage.matched
    for link in links:
        i, j = link.reference[0], link.version[0]
        if not in_places or link.relation != "equal" or partner.get(i - 1) == j - 1 or partner.get(i + 1) == j + 1:
            yield from link.reference


def _is_word_for_word(passage: Passage) -> bool:
    """Whether between kept words there are about as many on both sides, as in a text whose words were exchanged."""
    spine = [(-1, -1)]
    for i, j in sorted(passage.matched.items()):
        if j > spine[-1][1]:
            spine.append((i, j))
    gaps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise([*spine, (len(passage.reference), len(passage.version))])]
    changed = sum(max(r, v) - 1 for r, v in gaps)
    unequal = sum(abs(r - v) if max(r, v) <= _LONGEST_GAP else max(r, v) for r, v in gaps)
    return unequal < _UNEQUAL * changed


def _content(words: Words) -> set[int]:
    """Return the content words; not figures, of which a row may be a table."""
    return {n for n, function in enumerate(words.function) if not function and words.forms[n].isalpha()}
