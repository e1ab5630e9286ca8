"""The HTML report, and the page of one article: self-contained files that an editor can forward."""

from __future__ import annotations

from wirediff import hookimpl
from wirediff.model import Article, Emitter, Option, Options, Report

OPTIONS = (
    Option("title", "Heading of the cover; default: the reference's title."),
    Option("case", "File or case reference, printed on the cover."),
    Option("prepared-by", "Who prepared the report, printed on the cover."),
    Option("excerpts", "Show only the passages with findings.", type=bool, default=False),
)


def _emit(report: Report, options: Options) -> str:
    from wirediff_html.page import render

    return render(report, options)


def _emit_article(article: Article, options: Options) -> str:
    from wirediff_html.article import render

    return render(article, options)


@hookimpl
def wirediff_emitters() -> tuple[Emitter, ...]:
    """The `html` formats of reports and of articles."""
    return (
        Emitter("html", "One self-contained page: cover, ledger, both texts, findings", ".html", _emit, OPTIONS),
        Emitter(
            "html",
            "One self-contained page: an article as it is read, with what is left out folded in its place",
            ".html",
            _emit_article,
            OPTIONS,
            accepts=Article,
        ),
    )
