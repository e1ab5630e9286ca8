"""How much one document may hold: beyond this it is no article, and comparing it would take minutes and gigabytes."""

from __future__ import annotations

from wirediff.errors import InputError
from wirediff.model import Note

MAX_BYTES = 64 * 1024 * 1024
"""The largest document that is read, and that an archive may unpack to; news pages are a hundredth of it."""
MOST_BLOCKS = 30_000
"""A million words in paragraphs of 33; comparing 50,000 that all differ took 25 s of the processor."""
MOST_CHARACTERS = 8_000_000
"""A million words and a half."""


def check_bytes(name: str, size: int, grown: str = "larger than") -> None:
    """Raise InputError for a document of more than `MAX_BYTES`; `grown` says how it came to have them."""
    if size > MAX_BYTES:
        raise InputError(f"{name}: {grown} {MAX_BYTES // 1024**2} MB")


def check_size(name: str, blocks: int, characters: int) -> None:
    """Raise InputError for a document with more paragraphs or more text than can be compared."""
    if blocks > MOST_BLOCKS:
        raise InputError(f"{name}: has {blocks:,} paragraphs; more than {MOST_BLOCKS:,} cannot be compared")
    if characters > MOST_CHARACTERS:
        raise InputError(f"{name}: has {characters:,} characters; more than {MOST_CHARACTERS:,} cannot be compared")


def truncated(problem: str) -> Note:
    """An incomplete note that a part of an archive is missing."""
    return Note("truncated-archive", f"{problem}; only what came before is compared", True)
