"""Blocks, headlines, links, images, dates, and characters that cannot be seen: a plugin of wirediff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wirediff import hookimpl
from wirediff.model import Alignment, Detector, Finding, Options
from wirediff_structure.codes import CODES, RULES

__all__ = ["wirediff_detectors"]


def _run(alignment: Alignment, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    for code in CODES:
        yield from code.find(alignment)


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """Return the detector of whole blocks and of everything in them except words."""
    return [Detector("structure", "blocks, headlines, links, images, dates", RULES, _run)]
