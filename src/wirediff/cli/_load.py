"""`wirediff load`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wirediff.cli._completion import complete_article_format
from wirediff.cli._outputs import Outputs, output_options
from wirediff.cli._progress import progress
from wirediff.cli._settings import Settings, reading_options
from wirediff.errors import ExitStatus, PluginError
from wirediff.host import active_plugins, resolve
from wirediff.model import Article
from wirediff.run.disclosure import FAILED

EPILOG = """
\b
Examples:
  wirediff load story.html
  wirediff load story.html -o story-as-read.html
  curl -s … | wirediff load - -f json
  wirediff load 'crawl.warc.gz#https://example.org/story'
\b
Exit status: 0 read whole; 2 error: bad usage, an input that could not be
read, or not completely, a plugin that failed.
"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE", type=click.Path())
@output_options(complete_article_format)
@reading_options
@click.pass_context
def load(
    context: click.Context,
    /,
    file: str,
    outputs: tuple[Path, ...],
    format_name: str | None,
    **_: Any,
) -> int:
    """Show how FILE is read, and what is left out; `-` is standard input.

    Shows the metadata, the text in blocks with their roles and places, the pictures, and every passage that is not
    part of the article, with the reason. Formats are text, json and html.
    """
    settings: Settings = context.obj.given_in(context)
    with settings.located():
        request = settings.request()
        active = active_plugins(request)
        resolve(active, request.settings)
        asked = Outputs.asked(outputs, format_name, (file,), active, Article)
        from wirediff.run.documents import read  # here, as `wirediff --help` would take longer with it

        with progress() as stage:
            stage("reading")
            article = read(file, request, forked=True)
            article, contents = asked.made(article, request.settings, active)
    failed = [note.message for note in article.notes if note.code == FAILED]
    if request.strict and failed:
        raise PluginError(failed[0])
    lacking = [note.message for note in article.notes if note.incomplete]
    asked.write(contents, lacking)
    return ExitStatus.ERROR if lacking else ExitStatus.SAME
