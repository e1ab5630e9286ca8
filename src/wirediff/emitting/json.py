"""The `json` format: the whole report as one JSON document."""

from __future__ import annotations

import json

from wirediff import jsonable
from wirediff.model import Options, Report


def emit(report: Report, options: Options) -> str:  # noqa: ARG001
    """The report on one line; lone surrogates, which UTF-8 has not, make all of it ASCII."""
    value = jsonable.report(report)
    text = json.dumps(value, ensure_ascii=False, check_circular=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(value)
    return text + "\n"


def schema() -> str:
    """The JSON Schema of the `json` format."""
    from importlib.resources import files

    return files("wirediff.emitting").joinpath("schema", "report.schema.json").read_text("utf-8")
