"""Text of an article made safe to show in one line: no control sequence, nothing invisible."""

from __future__ import annotations

from wirediff.wording import show


def printable(text: str) -> str:
    """`text` on one line, with what cannot be shown named by its code point."""
    return show(" ".join(text.split()))
