"""What looks like a name."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff_terms._lexicon import is_name, lemmas, phrase_lemmas
from wirediff_terms._passage import Words
from wirediff_terms._words import bare, is_function

_CASE_FREE = ("headline", "subheading", "byline", "dateline", "date", "credit")


def looks_like_name(words: Words, indices: Sequence[int]) -> bool:
    """Whether a word among `indices` is a name by its capital."""
    return any(_looks_like_name(words, index) for index in indices)


def _looks_like_name(words: Words, index: int) -> bool:
    """A capital on a word that is mostly a name, or one that its place does not explain."""
    form = words.forms[index]
    if is_function(form):
        return False
    if any(part[:1].isupper() and is_name(bare(part)) for part in form.split("-")):
        return True
    if not form[:1].isupper():
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
    beside = [n for n in (index - 1, index + 1) if 0 <= n < len(words)]
    return any(
        words.forms[n][:1].isupper() and lemmas(words.bare[n]) and words.is_unbroken(min(n, index), max(n, index) + 1)
        for n in beside
    )


def dotless(forms: Sequence[str]) -> str:
    """Words as one, without full stops and capitals."""
    return "".join(forms).replace(".", "").casefold()
