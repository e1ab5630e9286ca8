"""Blocks, headlines, links, images, dates, and characters that cannot be seen: a plugin of wirediff."""

from __future__ import annotations

from collections.abc import Iterable

from wirediff import hookimpl
from wirediff.model import Detector
from wirediff_structure.codes import RULES
from wirediff_structure.detector import run

__all__ = ["wirediff_detectors"]


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """Return the detector of whole blocks and of everything in them except words."""
    return [Detector("structure", "blocks, headlines, links, images, dates", RULES, run)]
