"""The HTML report: one self-contained file that an editor can forward."""

from __future__ import annotations

from wirediff import hookimpl
from wirediff.model import Emitter, Option, Options, Report

OPTIONS = (
    Option("title", "Heading of the cover; default: the reference's title."),
    Option("case", "File or case reference, printed on the cover."),
    Option("prepared-by", "Who prepared the report, printed on the cover."),
    Option("excerpts", "Show only the passages with findings.", type=bool, default=False),
)


def _emit(report: Report, options: Options) -> str:
    from wirediff_html.page import render

    return render(report, options)


@hookimpl
def wirediff_emitters() -> tuple[Emitter, ...]:
    """The `html` format."""
    return (Emitter("html", "One self-contained page: cover, ledger, both texts, findings", ".html", _emit, OPTIONS),)
