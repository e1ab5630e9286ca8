"""What looks like a name."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff_terms._lexicon import lemmas, phrase_lemmas
from wirediff_terms._passage import Words
from wirediff_terms._words import is_function

_CASE_FREE = ("headline", "subheading", "byline", "dateline", "date", "credit")


def looks_like_name(words: Words, indices: Sequence[int]) -> bool:
    """Whether a word among `indices` is a name by its capital."""
    return any(_looks_like_name(words, index) for index in indices)


def _looks_like_name(words: Words, index: int) -> bool:
    """A capital that its place does not explain, on a word that is no common one."""
    form = words.forms[index]
    if not form[:1].isupper() or is_function(form):
        return False
    if "-" in form and phrase_lemmas(tuple(words.bare[index].split("-"))):
        return False
    if words.blocks[index].kind in _CASE_FREE or index == 0:
        return not lemmas(words.bare[index])
    return not _titled(words, index)


def _titled(words: Words, index: int) -> bool:
    """Whether a capitalised word is a common noun or adjective of a title or an institution ("Defense Secretary")."""
    known = lemmas(words.bare[index])
    if not known or "." in words.forms[index]:
        return False
    neighbours = [n for n in (index - 1, index + 1) if 0 <= n < len(words)]
    return any(words.forms[n][:1].isupper() and lemmas(words.bare[n]) for n in neighbours)


def dotless(forms: Sequence[str]) -> str:
    """Words as one, without full stops and capitals."""
    return "".join(forms).replace(".", "").casefold()
