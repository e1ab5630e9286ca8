"""Renders a report as one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wirediff import wording
from wirediff.model import Options, Report, Summary
from wirediff.wording import shorten
from wirediff_html.environment import page, style_sheet
from wirediff_html.excerpts import make_excerpts, most_serious
from wirediff_html.filters import make_filters
from wirediff_html.left_out import counts, make_groups
from wirediff_html.listing import make_ledger, make_lists, split_ledger
from wirediff_html.marks import make_marks, place
from wirediff_html.record import settings
from wirediff_html.rows import make_rows, number_marks, passages

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 400
"""Characters of a message on the cover; a plugin's error may be of any length."""


def render(report: Report, options: Options) -> str:
    """Return the page for `report`, with the settings of the `html` plugin."""
    marks = make_marks(report)
    singles, sums = split_ledger(marks)
    places = place(singles)
    rows = make_rows(report, places)
    number_marks(rows, singles)
    filters = make_filters(singles, report.rules)
    style = style_sheet("style.css", kinds=filters.kinds, sizes=sorted({row.size for row in rows}))
    documents = (("Reference", report.reference), ("Version", report.version))
    values: Mapping[str, Any] = {
        "report": report,
        "documents": documents,
        "title": options.get("title") or wording.title(report.reference),
        "case": options.get("case"),
        "prepared_by": options.get("prepared-by"),
        "excerpts_only": bool(options.get("excerpts")),
        "headline": wording.headline(report),
        "assessment": wording.assessment(report.summary),
        "tally": wording.tally(report.findings),
        "incomplete": wording.INCOMPLETE,
        "ledger_title": wording.LEDGER,
        "bar": _shares(report.summary),
        "limits": wording.LIMITS,
        "alerts": [shorten(message, MOST) for message in wording.alerts(report)],
        "reservations": [shorten(message, MOST) for message in wording.reservations(report)],
        "left_out": [
            (name, counts(article.omitted), make_groups(article.omitted))
            for name, article in documents
            if article.omitted
        ],
        "settings": settings(report),
        "excerpts": make_excerpts(most_serious(singles, report.alignment), rows, report.alignment),
        "ledger": make_ledger(sums, singles),
        "passages": passages(rows, report.reference),
        "changed": any(row.touched for row in rows),
        "residual": sum(row.residual for row in rows),
        "lists": make_lists(singles, report.rules),
        "filters": filters,
    }
    return page("report.html", style, values)


def _shares(summary: Summary) -> dict[str, int] | None:
    """Return the shares of the reference's words that the bar draws, in thousandths that add up to 1000."""
    total = summary.reference_words
    if not total:
        return None
    kept, substituted = (round(1000 * part / total) for part in (summary.words_kept, summary.words_substituted))
    return {"kept": kept, "substituted": substituted, "dropped": 1000 - kept - substituted}
