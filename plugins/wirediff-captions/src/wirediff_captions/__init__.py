"""Captions and photo credits: printed twice, changed, missing; and control text printed as content."""

from __future__ import annotations

from collections.abc import Iterable

from wirediff import hookimpl
from wirediff.model import Detector
from wirediff_captions.codes import RULES
from wirediff_captions.detector import run

__all__ = ["wirediff_detectors"]


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """Return the detector of captions and credits."""
    return [Detector("captions", "captions and credits: duplicated, changed, missing", RULES, run)]
