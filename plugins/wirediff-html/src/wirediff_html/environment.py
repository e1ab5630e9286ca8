"""The environment of the templates, and the pages and style sheets that they make."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wirediff import wording
from wirediff.model import Article
from wirediff.wording import shorten, show
from wirediff_html.left_out import Fold
from wirediff_html.rows import Departure, Unchanged
from wirediff_html.text import day, heading, web_address, without

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}", re.ASCII)
_UNNAMED = ("und", "zxx", "mul", "en")


def page(template: str, style: Markup, values: Mapping[str, Any]) -> str:
    """Return the page that a template makes of `values`, whose only style sheet is `style`."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return _environment().get_template(template).render({**values, "style": style, "style_hash": digest})


def style_sheet(template: str, **values: Any) -> Markup:
    """Return the style sheet that a template makes of `values`; it holds nothing from an article."""
    return Markup(_environment().get_template(template).render(values))  # noqa: S704 -- our own template, no text of an article


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
        fold=lambda passage: isinstance(passage, Fold),
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
