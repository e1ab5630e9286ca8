"""`wirediff quotes`: the attributed statements of one article."""

from __future__ import annotations

import json
import shutil
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from wirediff.errors import ExitStatus

if TYPE_CHECKING:
    from wirediff.model import Article
    from wirediff_attributions.model import Statement

INDENT = 6
"""Columns before the words of a statement: room for a line number of four digits and two spaces."""


@click.command()
@click.argument("file", metavar="FILE")
@click.option("-f", "--format", "format_name", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--input-format", metavar="FORMAT", help="Treat the document as FORMAT.")
@click.pass_context
def quotes(context: click.Context, file: str, format_name: str, input_format: str | None) -> None:
    """List who says what in FILE; `-` is standard input.

    Each statement is direct (all of it between quotation marks), mixed, indirect, or an attitude (what someone thinks
    or wants). In languages other than English only quotations are listed, with the person named next to them.
    """
    from wirediff import load
    from wirediff_attributions.article import statements_of
    from wirediff_attributions.language import is_english, unsupported

    article = load(file, input_format=input_format)
    found = statements_of(article)
    if format_name == "json":
        from wirediff import jsonable

        listed = {"article": jsonable.article(article), "quotes": [_jsonable(each) for each in found]}
        click.echo(json.dumps(listed, ensure_ascii=True))
    else:
        click.echo("\n".join(_lines(article, found, shutil.get_terminal_size().columns)) or "No statements found.")
    if not is_english(article.language):
        click.echo(f"wirediff: {unsupported([article.language], compared='listed')}", err=True)
    lacking = [note.message for note in article.notes if note.incomplete]
    for message in lacking:
        click.echo(f"wirediff: {message}", err=True)
    if lacking:
        context.exit(ExitStatus.ERROR)


def _lines(article: Article, found: Sequence[Statement], width: int) -> Iterator[str]:
    """Yield two lines or more a statement: place, speaker and kind; then the content, folded to `width` columns."""
    for each in found:
        block = article.block(each.content[0].block)
        place = str(block.line) if block.line else block.id
        printed = " ".join(span.text for span in each.speaker)
        who = _plain(each.name or printed or "unattributed")
        title = f", {_plain(each.title[0].text)}" if each.title else ""
        cue = f" ({_plain(each.cue[0].text)})" if each.cue else ""
        yield from _folded(f"{place:>{INDENT - 2}}  {who}{title}{cue}, {each.kind}", width)
        yield from _folded(" " * INDENT + _plain(each.content_text), width)


def _folded(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, max(width, 2 * INDENT), subsequent_indent=" " * INDENT, break_on_hyphens=False)


def _plain(text: str) -> str:
    """Return the text on one line, without what a terminal would take for a command."""
    return "".join(char for char in " ".join(text.split()) if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def _jsonable(statement: Statement) -> dict[str, Any]:
    from wirediff import jsonable

    return {
        "kind": statement.kind,
        "speaker": [jsonable.span(span) for span in statement.speaker],
        "name": statement.name,
        "title": [jsonable.span(span) for span in statement.title],
        "cue": [jsonable.span(span) for span in statement.cue],
        "content": [jsonable.span(span) for span in statement.content],
    }
