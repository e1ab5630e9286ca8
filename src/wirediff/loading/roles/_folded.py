"""What two texts have in common that are printed differently."""

from __future__ import annotations

import re

_OTHERS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The letters and digits of a text, without case."""
    return _OTHERS.sub("", text.casefold())
