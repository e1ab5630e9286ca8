"""`wirediff quotes`: the attributed statements of one article."""

from __future__ import annotations

import json
from typing import Any

import click


@click.command()
@click.argument("file", metavar="FILE")
@click.option("-f", "--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--input-format", metavar="FORMAT", help="Take the document for this format.")
def quotes(file: str, format_name: str, input_format: str | None) -> None:
    """List who says what in FILE; `-` is standard input."""
    from wirediff import load
    from wirediff_attributions._article import statements_of

    article = load(file, input_format=input_format)
    found = statements_of(article)
    if format_name == "json":
        from wirediff import jsonable

        listed = {"article": jsonable.article(article), "quotes": [_jsonable(each) for each in found]}
        click.echo(json.dumps(listed, ensure_ascii=True))
        return
    for each in found:
        who = each.name or " ".join(span.text for span in each.speaker) or "?"
        line = article.block(each.content[0].block).line
        cue = f" ({each.cue[0].text})" if each.cue else ""
        click.echo(f"{line or each.content[0].block}: {each.kind}: {who}{cue}: {' '.join(each.content_text.split())}")


def _jsonable(statement: Any) -> dict[str, Any]:
    from wirediff import jsonable

    return {
        "kind": statement.kind,
        "speaker": [jsonable.span(span) for span in statement.speaker],
        "name": statement.name,
        "title": [jsonable.span(span) for span in statement.title],
        "cue": [jsonable.span(span) for span in statement.cue],
        "content": [jsonable.span(span) for span in statement.content],
    }
