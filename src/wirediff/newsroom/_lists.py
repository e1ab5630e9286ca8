"""The lists of words and phrases of each language, one file a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from wirediff.packaged import entries, table

Listed: TypeAlias = Literal[
    "bylines.between",
    "bylines.closers",
    "bylines.ends",
    "bylines.nobody",
    "bylines.openers",
    "bylines.weak",
    "calendar.weak",
    "captions.signs",
    "consent.buttons",
    "consent.signs",
    "consent.terms",
    "controls.marks",
    "controls.naming",
    "controls.telling",
    "controls.texts",
    "controls.words",
    "credits.closers",
    "credits.labels",
    "credits.openers",
    "credits.particles",
    "credits.suffixes",
    "credits.telling",
    "dates.openers",
    "dates.others",
    "offers.calls",
    "offers.channels",
    "offers.headings",
    "offers.leads",
    "offers.notices",
    "offers.own",
    "offers.subjects",
    "words.joining",
    "words.negations",
]
"""Section and name of a list in the files `data/languages/*.toml`, where a comment says what each list is for."""


@cache
def words(listed: Listed, language: str | None = None) -> frozenset[str]:
    """Return the entries of a list, case-folded: those of `language` (a BCP 47 tag), or of all languages."""
    section, _, name = listed.partition(".")
    tables = languages().values() if language is None else (_language(language),)
    lists = (known.get(section, {}).get(name, "") for known in tables)
    return frozenset(entry for known in lists for entry in entries(known.casefold()))


@cache
def phrases(listed: Listed) -> tuple[str, ...]:
    """Return the entries of a list in all languages, as `str.startswith` and `str.endswith` take them."""
    return tuple(words(listed))


def section(name: str, language: str) -> Mapping[str, Any]:
    """Return a section of a language's file; it is empty if the language has none."""
    found: Mapping[str, Any] = _language(language).get(name, {})
    return found


@cache
def languages() -> Mapping[str, Mapping[str, Any]]:
    """Return the files of all languages by the languages' tags."""
    folder = files(__package__).joinpath("data", "languages")
    names = sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    return {name: table(__package__, f"languages/{name}") for name in names}


def _language(tag: str) -> Mapping[str, Any]:
    return languages().get(tag.partition("-")[0].lower(), {})
