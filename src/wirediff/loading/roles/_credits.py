"""Lines that have something of a credit."""

from __future__ import annotations

from wirediff.newsroom import credit_label, words
from wirediff.newsroom._labels import label_of

MAX_WORDS = 16
"""Words of a line that may be a credit by its label alone; longer ones are captions. Chosen by hand on the fixtures."""
_MAX_CHARACTERS = 160


def is_label(text: str) -> bool:
    """Return whether a line is only the label before a credit: "Photo:"."""
    return 0 < len(text) <= _MAX_CHARACTERS and credit_label(text) == len(text)


def names_label(text: str) -> bool:
    """Return whether a line is only the word of a label, as pages print it for those who cannot see a picture."""
    return text.casefold() in words("credits.labels")


def opens_credit(text: str) -> bool:
    """Return whether a text begins as credits do, with a label, an opener or "AP Photo", whatever follows."""
    return label_of(text.lstrip("([|")) is not None
