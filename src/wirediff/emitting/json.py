"""The `json` format: the whole report as one JSON document."""

from __future__ import annotations

import json

from wirediff import jsonable
from wirediff.model import Options, Report


def emit(report: Report, options: Options) -> str:  # noqa: ARG001
    """Return the report on one line; all of it in ASCII if it has lone surrogates, which UTF-8 cannot hold."""
    value = jsonable.report(report)
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
