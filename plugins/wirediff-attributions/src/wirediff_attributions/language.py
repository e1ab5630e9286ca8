"""Which languages have rules here."""

from __future__ import annotations

UNSUPPORTED = (
    "Attributions are looked for by English rules; in the language “{language}” only quotation marks are read."
)


def primary(language: str) -> str:
    """The language of a BCP 47 tag."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether a text in this language (BCP 47) is read by English rules; one of unknown language is."""
    return primary(language) in ("en", "und")
