"""Links as Word and RTF write them: fields such as `HYPERLINK "https://a.example" \\o "a tip"`."""

from __future__ import annotations

import re

_LINK = re.compile(r"\s*HYPERLINK\b")
_TIP = re.compile(r"\\[ot]\s+\"[^\"]*\"")
_PAGE = re.compile(r"HYPERLINK\s+(?:\"([^\"]*)\"|([^\s\"\\]\S*))")
_INSIDE = re.compile(r"\\l\s+\"([^\"]*)\"")


def address_of(code: str) -> str | None:
    """The address that the code of a field leads to, or None if it isn't a link."""
    if _LINK.match(code) is None:
        return None
    bare = _TIP.sub(" ", code)
    page, inside = _PAGE.search(bare), _INSIDE.search(bare)
    address = page[1] or page[2] or "" if page else ""
    return f"{address}#{inside[1]}" if inside else address
