"""Renders a report as one page."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wirediff import wording
from wirediff.model import Article, Options, Report, Summary
from wirediff.wording import shorten, show
from wirediff_html.excerpts import make_excerpts, most_serious
from wirediff_html.filters import Filters, make_filters
from wirediff_html.listing import make_ledger, make_lists, split_ledger
from wirediff_html.marks import make_marks, place
from wirediff_html.record import settings
from wirediff_html.rows import Departure, Unchanged, make_rows, number_marks, passages
from wirediff_html.text import day, heading, web_address, without

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}", re.ASCII)
_UNNAMED = ("und", "zxx", "mul", "en")
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
    style = _style(filters, sorted({row.size for row in rows}))
    values: Mapping[str, Any] = {
        "report": report,
        "documents": (("Reference", report.reference), ("Version", report.version)),
        "style": style,
        "style_hash": b64encode(sha256(style.encode()).digest()).decode(),
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
        "settings": settings(report),
        "excerpts": make_excerpts(most_serious(singles, report.alignment), rows, report.alignment),
        "ledger": make_ledger(sums, singles),
        "passages": passages(rows, report.reference),
        "changed": any(row.touched for row in rows),
        "residual": sum(row.residual for row in rows),
        "lists": make_lists(singles, report.rules),
        "filters": filters,
    }
    return _environment().get_template("report.html").render(values)


def _shares(summary: Summary) -> dict[str, int] | None:
    """Return the shares of the reference's words that the bar draws, in thousandths that add up to 1000."""
    total = summary.reference_words
    if not total:
        return None
    kept, substituted = (round(1000 * part / total) for part in (summary.words_kept, summary.words_substituted))
    return {"kept": kept, "substituted": substituted, "dropped": 1000 - kept - substituted}


def _style(filters: Filters, sizes: list[int]) -> Markup:
    """Return the style sheet, with rules for `filters` and `sizes` of rows; it holds nothing from an article."""
    return Markup(_environment().get_template("style.css").render(filters=filters, sizes=sizes))  # noqa: S704 -- our own template, no text of an article


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wirediff_html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        title_of=wording.title, severities=wording.SEVERITIES, web_address=web_address, language=_language
    )
    environment.tests.update(
        departure=lambda passage: isinstance(passage, Departure),
        unchanged=lambda passage: isinstance(passage, Unchanged),
    )
    environment.filters.update(
        day=day,
        heading=heading,
        shorten=shorten,
        without=without,
        thousands=lambda number: f"{number:,}",
        times=wording.times,
        percent=lambda share: f"{100 * share:.0f}%",
    )
    return environment


def _finalize(value: Any) -> Any:
    """Make the value of any expression in the templates safe to show: all text of an article passes here."""
    return show(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _language(article: Article) -> str | None:
    """Return the article's language tag if it is valid and differs from the page's own."""
    tag = article.language
    return tag if tag not in _UNNAMED and _LANGUAGE.fullmatch(tag) else None
