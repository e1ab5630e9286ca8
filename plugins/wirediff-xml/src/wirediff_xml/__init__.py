"""The report as XML, and as a TEI critical apparatus."""

from __future__ import annotations

from wirediff import hookimpl
from wirediff.model import Emitter, Options, Report


def _emit_xml(report: Report, options: Options) -> bytes:  # noqa: ARG001
    from wirediff_xml.report import write

    return write(report)


def _emit_tei(report: Report, options: Options) -> bytes:  # noqa: ARG001
    from wirediff_xml.tei import write

    return write(report)


@hookimpl
def wirediff_emitters() -> tuple[Emitter, ...]:
    """The `xml` and `tei` formats."""
    return (
        Emitter(
            "xml",
            "The whole report, both texts in one with ins and del (urn:wirediff:report:1)",
            ".xml",
            _emit_xml,
            schema=schema,
        ),
        Emitter("tei", "TEI P5 critical apparatus, parallel segmentation", ".tei.xml", _emit_tei),
    )


def schema() -> str:
    """Return the RELAX NG schema (XML syntax) that the `xml` format follows."""
    from importlib.resources import files

    return files("wirediff_xml").joinpath("schema", "report.rng").read_text("utf-8")
