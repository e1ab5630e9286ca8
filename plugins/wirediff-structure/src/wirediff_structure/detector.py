"""The detector: every code on its own, as none depends on what another found."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Finding, Options
from wirediff_structure.codes import CODES


def run(alignment: Alignment, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    """Yield all findings."""
    for code in CODES:
        yield from code.find(alignment)
