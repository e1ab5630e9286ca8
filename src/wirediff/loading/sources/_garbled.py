"""Mojibake: text that was decoded wrongly before it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from wirediff.model import Note

_CONTINUED = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_GARBLED = re.compile(
    rf"[\u00c2-\u00f4]{_CONTINUED}(?:(?<=[\u00c2-\u00df].)|{_CONTINUED}(?:(?<=[\u00e0-\u00ef]..)|{_CONTINUED}))"
)
"""A UTF-8 sequence read as windows-1252; a class of characters comes first, as `re` is quick to find one of those."""
_FEW = 50
"""Places that are tried: one that ftfy can repair is enough for the note."""
_AROUND = 20
"""Characters around a place, so that ftfy can see which encoding it was."""


def garbled(texts: Iterable[str]) -> Note | None:
    """A note on places such as "â€™" for an apostrophe, or None where there are none.

    The texts are left as they are: what the source says is evidence.
    """
    text = "\n".join(text for text in texts if not text.isascii())
    places = islice(_GARBLED.finditer(text), _FEW)
    samples = [text[max(place.start() - _AROUND, 0) : place.end() + _AROUND] for place in places]
    if not samples:
        return None
    from ftfy import fix_encoding

    changed = next((sample for sample in samples if len(fix_encoding(sample)) < len(sample)), None)
    example = _GARBLED.search(changed) if changed else None
    if example is None:
        return None
    message = (
        f'some characters look garbled by a wrong encoding (such as "{example[0]}"); they are compared as they are'
    )
    return Note("mojibake", message)
