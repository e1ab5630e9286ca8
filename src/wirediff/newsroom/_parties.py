"""The people and agencies that credits name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from wirediff.newsroom._credits import once, without_brackets
from wirediff.newsroom._labels import credit_label
from wirediff.newsroom._lists import words
from wirediff.newsroom._names import agency, is_nobody
from wirediff.packaged import alternatives

_EDGES = re.compile(r"^\W+|\W+$")
_YEAR = re.compile(r"^(?:19|20)\d\d\s+")
"""Of a copyright: "© 2026 Ana Brill"."""
_HONORIFIC = re.compile(r"^(?:the|dr|mr|mrs|ms|prof|sir)\b\.?\s+", re.IGNORECASE)
_WITH_AGENCIES = re.compile(r"\s+with agencies$", re.IGNORECASE)
_STOP = r"(?<=[^\W\d_]{3})\.\s"
"""A full stop between names, not that of an initial or a title: "Ana Brill. AFP"."""
_MOST_PIECES = 3
"""An agency's name may have a separator in it: "REX/Shutterstock"."""


class Credit(NamedTuple):
    """What a photo credit says: its label as printed, the people it names, and the usual names of agencies."""

    label: str
    people: tuple[str, ...]
    agencies: tuple[str, ...]


@lru_cache(maxsize=4096)
def parse_credit(text: str) -> Credit:
    """Return label, people and agencies of a text that is known to be a credit.

    "(Foto: Orla Finch/dpa)" gives `Credit("Foto:", ("Orla Finch",), ("dpa",))`. Names keep their case and order.
    """
    inner = without_brackets(once(text))
    end = _label_end(inner)
    return Credit(inner[:end].strip(), *_named(once(inner[end:])))


def _label_end(text: str) -> int:
    """Where the label of a credit ends; one without a colon counts if something follows it."""
    if end := credit_label(text):
        return end
    found = _bare_label().match(text)
    return found.end() if found else 0


def _named(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people and agencies of a text without its label, each once."""
    people: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for part in _parts(text):
        if found := agency(part):
            agencies[found] = None
        elif name := _person(part):
            people[name] = None
    return tuple(people), tuple(agencies)


def _parts(text: str) -> Iterator[str]:
    """The parts of a text between separators; an agency's name with a separator in it is one part."""
    bounds = [0, *(place for found in _separator().finditer(text) for place in found.span()), len(text)]
    pieces = [(start, end) for start, end in pairwise(bounds)][::2]
    at = 0
    while at < len(pieces):
        for length in range(_MOST_PIECES, 0, -1):
            whole = _without_edges(text[pieces[at][0] : pieces[min(at + length, len(pieces)) - 1][1]])
            if length == 1 or (at + length <= len(pieces) and agency(whole)):
                yield _without_suffix(whole)
                at += length
                break


def _person(part: str) -> str:
    """A part's name without another opener and honorifics; nothing if it names nobody."""
    name = _WITH_AGENCIES.sub("", _HONORIFIC.sub("", _YEAR.sub("", part)))
    return "" if is_nobody(name) or not any(map(str.isalpha, name)) else name


def _without_edges(part: str) -> str:
    """A part without punctuation, and without the opener or label that it has again: "Photo: Photo by Ana Brill"."""
    bare = _EDGES.sub("", part)
    while (end := credit_label(bare)) and end < len(bare) and "/" not in bare[:end]:
        bare = _EDGES.sub("", bare[end:])
    return bare


def _without_suffix(part: str) -> str:
    """An agency's name without "photo", "file" and the like after it; any other part as it is."""
    name, _, last = part.rpartition(" ")
    return name if last.casefold() in words("credits.suffixes") and agency(name) else part


@cache
def _separator() -> re.Pattern[str]:
    """Punctuation and words between names. White space is tried from its beginning only, so that a long run of it is
    not read again for each of its characters."""
    joining = alternatives(words("bylines.between") | {"via", "for"})
    return re.compile(rf"(?:(?<!\s)\s+)?(?:[/|;,&•·()—–]|(?<=\s){joining}(?=\s)|{_STOP})\s*", re.IGNORECASE)


@cache
def _bare_label() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(words('credits.labels'))}\s+(?=\S)", re.IGNORECASE)
