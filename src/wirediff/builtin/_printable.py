"""Text of an article made safe to show: one line, no control sequence, nothing invisible."""

from __future__ import annotations

import re

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, bidirectional overrides, zero-width characters, lone surrogates and non-characters."""


def printable(text: str) -> str:
    """`text` on one line, with what cannot be shown named by its code point."""
    return _UNSHOWABLE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", " ".join(text.split()))


def shortened(text: str, length: int) -> str:
    """`text` cut at a word to at most `length` characters, an ellipsis where something is missing."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
