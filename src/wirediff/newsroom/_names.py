"""Names of people and agencies, by capitals and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from wirediff.newsroom._lists import words
from wirediff.packaged import table

PARTS = re.compile(r"(?:(?<!\s)\s+)?[/|·•]\s*|(?<!\s)\s+(?:[–—-]|via|for)\s+|,\s+")
"""What separates the names in a credit. White space is tried from its beginning only, so that a long run of it is not
read again for each of its characters."""
_MOST_WORDS = 7
"""A name with its particles and an initial; longer runs of capitals are headlines."""
_SURE = 3
"""Agencies' names longer than this are recognised in any case: "AP" and "X" need their capitals."""
_OPENING = "\"'“‘„«(@#’"
_DOMAINS = (".com", ".org", ".net", ".de")
_WORDS = re.compile(r"[\s/|]+")


def agency(name: str) -> str | None:
    """Return the usual name of the agency, picture library or outlet that is called `name`, in any case, or None.

    An editor's word for nobody, such as "Pool" or "Handout", is not an agency's name.
    """
    return _usual_names().get(_folded(name)) or None


def is_nobody(name: str) -> bool:
    """Return whether a part of a credit says only how a picture was given out: "Pool", "File"."""
    return _usual_names().get(_folded(name)) == ""


def is_wire(name: str) -> bool:
    """Return whether `name` is a news agency's, in any case."""
    return _folded(name) in _wires()


def is_agency(text: str) -> bool:
    """Return whether a part of a line is an agency's name, perhaps with a suffix ("AP file"), or a word for nobody.

    Nothing around it shows that it is one, so short names need their capitals.
    """
    folded = text.casefold().strip(" .")
    if folded in _sure_names() or text in _printed_names():
        return True
    name, _, last = text.strip(" .").rpartition(" ")
    return last.casefold() in words("credits.suffixes") and (
        name.casefold() in _sure_names() or name in _printed_names()
    )


def is_name(text: str) -> bool:
    """Return whether `text` is one to seven words with capitals, apart from particles ("van", "de la").

    Letters without case count as capitals.
    """
    parts = text.split()
    if not 1 <= len(parts) <= _MOST_WORDS or not any(map(str.isalpha, text)):
        return False
    return all(map(_is_of_name, parts))


def mostly_names(text: str) -> bool:
    """Return whether there is an agency in `text`, or at least half of its words could be a name's."""
    if any(is_agency(part) for part in PARTS.split(text) if part):
        return True
    parts = [word for word in _WORDS.split(text) if any(map(str.isalnum, word))]
    return bool(parts) and 2 * sum(map(_is_of_name, parts)) >= len(parts)


def _is_of_name(word: str) -> bool:
    return _is_capitalised(word) or word.casefold() in words("credits.particles")


def _is_capitalised(word: str) -> bool:
    word = word.lstrip(_OPENING)
    return not word[:1].islower() or not word.islower() or "@" in word or word.casefold().endswith(_DOMAINS)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")


@cache
def _groups() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The names of each agency, its usual one first, by kind."""
    kinds = table(__package__, "agencies")
    return {
        kind: {name: (name, *others) for name, others in group.items() if name != "source"}
        for kind, group in kinds.items()
    }


@cache
def _usual_names() -> Mapping[str, str]:
    """The usual name for each name; it is empty for the words for nobody."""
    return {
        _folded(name): "" if kind.startswith("nobody") else usual
        for kind, group in _groups().items()
        for usual, names in group.items()
        for name in names
    }


@cache
def _wires() -> frozenset[str]:
    return frozenset(_folded(name) for names in _groups()["wires"].values() for name in names)


@cache
def _printed_names() -> frozenset[str]:
    """Names that are a credit by themselves, as they are printed."""
    groups = (group for kind, group in _groups().items() if kind != "nobody_inside")
    return frozenset(name for group in groups for names in group.values() for name in names)


@cache
def _sure_names() -> frozenset[str]:
    """Those that are recognised by their letters alone."""
    return frozenset(name.casefold() for name in _printed_names() if len(name.casefold()) > _SURE or not name.isascii())
