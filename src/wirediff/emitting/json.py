"""The `json` format: the whole report, or one article, as one JSON document."""

from __future__ import annotations

import json
from typing import Any

from wirediff import jsonable
from wirediff.model import Article, Options, Report


def emit(report: Report, options: Options) -> str:  # noqa: ARG001
    """Return the report on one line."""
    return _dumped(jsonable.report(report))


def emit_article(article: Article, options: Options) -> str:  # noqa: ARG001
    """Return the article on one line, in the shape that the report has for its two."""
    return _dumped(jsonable.article(article))


def _dumped(value: Any) -> str:
    """Return one line of JSON; all of it in ASCII if it has lone surrogates, which UTF-8 cannot hold."""
    text = json.dumps(value, ensure_ascii=False, check_circular=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(value)
    return text + "\n"


def schema() -> str:
    """Return the JSON Schema of the `json` format."""
    from importlib.resources import files

    return files("wirediff.emitting").joinpath("schema", "report.schema.json").read_text("utf-8")
