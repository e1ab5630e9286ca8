"""Datelines: where a story was filed, and by which agency."""

from __future__ import annotations

import re
from typing import NamedTuple

from wirediff.newsroom._names import agency

_PLACE = re.compile(
    r"""^(?P<place>[^\W\d_][\w.'’ -]{1,40}(?:,\s[\w.'’ -]{2,30}){0,2}?)   # BRUSSELS · WASHINGTON, D.C.
        (?P<date>,?\s(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?))?  # Jan. 5 · 14 fév
        (?P<agency>\s?\((?:[^()]{2,40})\))?                                # (AP)
        \s?[–—-]{1,2}\s""",
    re.VERBOSE,
)
_AGENCY = re.compile(r"^[^()\n]{0,60}\(([^\W\d_][\w .-]{1,30})\)\s*[-–—]")
"""The agency in "PORT SALTER (AP) —"."""
_AGENCY_FIRST = re.compile(r"^\(([^\W\d_][\w .-]{1,30})\)(?:\s*[-–—]|\s)")
"""The agency in "(CNN) The harbour …"."""
_REACH = 120
_AGENCY_REACH = 61
"""Characters within which the agency's bracket opens."""
_DASH = re.compile(r"[–—-]\s")


class Dateline(NamedTuple):
    """The head of a first paragraph: place and agency as printed, and where the agency's name is in the text."""

    place: str | None
    agency: str | None
    agency_start: int


def dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with: "BRUSSELS (AP) — …", "(CNN) …", or None.

    A place counts if it is in capitals or an agency in brackets follows; an agency if it is in capitals or listed.
    """
    place, found = _place(text), _agency(text)
    if place is None and found is None:
        return None
    return Dateline(place, found[1] if found else None, found.start(1) if found else 0)


def _place(text: str) -> str | None:
    head = text[:_REACH]
    found = _PLACE.match(head) if _DASH.search(head) else None
    if not found:
        return None
    place = found["place"].strip()
    return place if place.split(",")[0].isupper() or found["agency"] else None


def _agency(text: str) -> re.Match[str] | None:
    if "(" not in text[:_AGENCY_REACH]:
        return None
    found = _AGENCY_FIRST.match(text) if text.startswith("(") else _AGENCY.match(text)
    return found if found and (found[1].isupper() or agency(found[1])) else None
