"""Text of an article made safe to show in one line: no control sequence, nothing invisible."""

from __future__ import annotations

from wirediff.wording import show


def printable(text: str) -> str:
    """`text` on one line, with what cannot be shown named by its code point."""
    return show(" ".join(text.split()))


def shortened(text: str, length: int) -> str:
    """`text` cut at a word to at most `length` characters, an ellipsis where something is missing."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
