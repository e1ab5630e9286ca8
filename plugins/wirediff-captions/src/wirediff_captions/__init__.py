"""Captions and photo credits: printed twice, changed, missing; and control text printed as content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wirediff import hookimpl
from wirediff.model import Alignment, Detector, Finding, Options
from wirediff_captions.rules import RULES

__all__ = ["wirediff_detectors"]


def _run(alignment: Alignment, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    from wirediff_captions.detector import run

    return run(alignment)


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """The detector of captions and credits."""
    return [Detector("captions", "captions and credits: duplicated, changed, missing", tuple(RULES.values()), _run)]
