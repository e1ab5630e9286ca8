"""The languages that the plugin has rules for."""

from __future__ import annotations

from collections.abc import Iterable

from wirediff.wording import language_name


def unsupported(languages: Iterable[str], *, compared: str = "compared") -> str:
    """Return the note on texts in `languages`, of which only quotations are known."""
    names = " and ".join(map(language_name, languages))
    return f"Attributions are only detected in English. For {names}, only text in quotation marks was {compared}."


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether a text in this language (BCP 47) is read by English rules, as one in an unknown language is."""
    return primary(language) in ("en", "und")
