"""Whole blocks, headlines, links, images, dates, and characters that cannot be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wirediff import hookimpl
from wirediff.model import Alignment, Detector, Finding, Options
from wirediff_structure.rules import RULES

__all__ = ["wirediff_detectors"]


def _run(alignment: Alignment, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    from wirediff_structure.detector import run

    return run(alignment)


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """The detector of what happened to whole blocks and to what is no words."""
    return [Detector("structure", "blocks, headlines, links, images, dates", tuple(RULES.values()), _run)]
