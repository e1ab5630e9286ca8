"""Who said what, and how it was changed: quotations, reporting verbs, speakers, bylines, credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from wirediff import hookimpl
from wirediff.model import Alignment, Detector, Finding, Note, Options
from wirediff_attributions.codes import RULES

if TYPE_CHECKING:
    import click

__all__ = ["wirediff_commands", "wirediff_detectors"]


def _run(alignment: Alignment, options: Options) -> Iterator[Finding | Note]:  # noqa: ARG001
    from wirediff_attributions.detector import run

    return run(alignment)


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """Return the detector of changed attributions."""
    return [Detector("attributions", "who said what, and how it was changed", RULES, _run)]


@hookimpl
def wirediff_commands() -> Iterable[click.Command]:
    """Return the command `wirediff quotes`."""
    from wirediff_attributions.command import quotes

    return [quotes]
