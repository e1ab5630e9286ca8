"""Term substitutions and their ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from wirediff.hookspecs import hookimpl
from wirediff.model import Alignment, Detector, Finding, Note, Option, Options
from wirediff_terms.codes import RULES

__all__ = ["wirediff_detectors"]

_GLOSSARY = Option(
    "glossary",
    "CSV or TOML file of replacements that are accepted (not reported) or forbidden (always reported)",
    Path,
)


def _run(alignment: Alignment, options: Options) -> Iterator[Finding | Note]:
    """Load the detector when it is first needed."""
    from wirediff_terms.detector import run

    return run(alignment, options)


@hookimpl
def wirediff_detectors() -> Iterable[Detector]:
    """Return the detector of substituted terms."""
    return [Detector("terms", "substituted terms and their ledger", tuple(RULES), _run, (_GLOSSARY,))]
