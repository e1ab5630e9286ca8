"""The letters of a text, for finding it again where it is printed differently."""

from __future__ import annotations

import re

_OTHERS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return the letters and digits of a text, without case."""
    return _OTHERS.sub("", text.casefold())
