"""Text of an article, safe to show on one line: without control sequences and invisible characters."""

from __future__ import annotations

from wirediff.wording import show


def printable(text: str) -> str:
    """Return `text` on one line, with what cannot be shown named by its code point."""
    return show(" ".join(text.split()))
