"""The `text` format of an article: how a document is read, and what is left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wirediff.emitting._places import Lines
from wirediff.emitting._terminal import MOST_ROWS, headed, listed, printed
from wirediff.model import Article, Block, Omission, Options, Picture, Reason
from wirediff.wording import (
    READ_IN_PART,
    REASONS,
    by_reason,
    counting,
    language_name,
    printable,
    shorten,
    show,
    title,
    total_words,
)

BEGINNING = 120
"""Characters of what is left out that are shown: enough to see what it is."""


def emit(article: Article, options: Options) -> str:
    """Return the article, in colours only if the option `color` is "always"."""
    return printed(_parts(article), options)


def _parts(article: Article) -> Iterator[RenderableType]:
    yield Text(printable(title(article)), style="bold")
    source = article.source
    kind = f", {printable(source.media_type)}" if source.media_type else ""
    yield Text(f"{printable(source.name)}, {source.size:,} bytes{kind}, SHA-256 {source.sha256}", style="dim")
    # Before the text, of which something is missing then.
    yield from listed(READ_IN_PART, "bold red", (note.message for note in article.notes if note.incomplete))
    yield ""
    yield _metadata(article)
    lines = Lines(article)
    words = sum(len(block.text.split()) for block in article.blocks)
    counts = f"{counting(len(article.blocks), 'block')}, {counting(words, 'word')}"
    yield from headed(f"Text ({counts})", "bold", _blocks(article.blocks, lines))
    if article.pictures:
        yield from headed(f"Pictures ({len(article.pictures):,})", "bold", _pictures(article.pictures))
    yield from _omitted(article, lines)
    yield from listed("Notes", "bold", (note.message for note in article.notes if not note.incomplete))


def _metadata(article: Article) -> Table:
    """Return what the document says of itself."""
    source, meta = article.source, article.metadata
    values = {
        "By": ", ".join(meta.bylines),
        "Dateline": meta.dateline,
        "Published": f"{meta.published} (not declared, guessed)" if meta.published_guessed else meta.published,
        "Modified": meta.modified,
        "Publisher": meta.publisher,
        "Section": meta.section,
        "URL": source.url or meta.url,
        "Captured": source.captured,
        "Language": language_name(article.language) if article.language != "und" else "unknown",
    }
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for term, value in values.items():
        if value:
            table.add_row(term, Text(printable(value)))
    return table


def _blocks(blocks: Iterable[Block], lines: Lines) -> Table:
    """Return every block with its id, its line and its role."""
    table = Table("", "line", "role", "text", box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.columns[0].style = table.columns[1].style = "dim"
    table.columns[1].justify = "right"
    table.columns[2].style = "cyan"
    table.columns[3].overflow = "fold"
    for block in blocks:
        text = "\n".join(printable(line) for line in block.text.splitlines())
        asked = Text(" (shown on demand)", style="dim") if block.on_demand else ""
        table.add_row(block.id, lines.of(block), _role(block), Text.assemble(text, asked))
    return table


def _role(block: Block) -> str:
    return f"{block.kind} {block.figure}" if block.figure else block.kind


def _pictures(pictures: Iterable[Picture]) -> Table:
    """Return every picture with its address, captions and credits."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for picture in pictures:
        figure = picture.figure
        table.add_row(figure.id, Text(printable(figure.image or "without an address")))
        if figure.alt:
            table.add_row("", Text(f"alternative text: {printable(figure.alt)}"))
        for name, blocks in (("caption", picture.captions), ("credit", picture.credits)):
            for block in blocks:
                table.add_row("", Text(f"{name}: {shorten(show(block.text), BEGINNING)}"))
    return table


def _omitted(article: Article, lines: Lines) -> Iterator[RenderableType]:
    """Yield what is left out by reason, each passage with its place and beginning."""
    counts = _counted(article.omitted) if article.omitted else "nothing"
    groups = [
        Padding(part, (0, 0, 0, indent))
        for reason, passages in by_reason(article.omitted).items()
        for indent, part in ((0, _reason(reason, passages)), (2, _passages(passages, article, lines)))
    ]
    yield from headed(f"Left out ({counts})", "bold", *groups)


def _reason(reason: Reason, passages: Sequence[Omission]) -> Text:
    return Text(f"{REASONS[reason].capitalize()}: {_counted(passages)}")


def _passages(passages: Sequence[Omission], article: Article, lines: Lines) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(2):
        table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for passage in passages[:MOST_ROWS]:
        beginning = shorten(show(" · ".join(passage.text.splitlines())), BEGINNING)
        table.add_row(lines.of(passage), _where(passage, article.blocks), Text(beginning))
    return table


def _where(passage: Omission, blocks: Sequence[Block]) -> str:
    if passage.after:
        return f"after {blocks[passage.after - 1].id}"
    return f"before {blocks[0].id}" if blocks else ""


def _counted(omitted: Sequence[Omission]) -> str:
    return f"{counting(len(omitted), 'passage')}, {counting(total_words(omitted), 'word')}"
