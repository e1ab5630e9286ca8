"""A report without article text, except the words that its findings quote (`--no-text`).

The text is covered in the report itself, not by each emitter, so that no format, of whatever plugin, ever sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from wirediff.model import Alignment, Article, Block, Edit, Figure, Omission, Pair, Report, Sentence, SentencePair, Span

COVER = "▒▒▒▒▒▒▒ "
"""Replaces text, repeated by position: neither words nor their lengths show, and every offset stays true."""


def covered(article: Article) -> Article:
    """Return the same article with all text covered; title and bylines stay."""
    blocks = {block.id: replace(block, text=_covered(block, ()), links=()) for block in article.blocks}
    result: Article = _rebuilt(article, blocks)
    return result


def without_text(report: Report) -> Report:
    """Return the same report with all text covered that lies in no finding's span; titles and bylines stay."""
    quoted: dict[str, list[Span]] = {}
    for finding in report.findings:
        for span in (*finding.reference, *finding.version):
            quoted.setdefault(span.block, []).append(span)
    blocks = {
        block.id: replace(block, text=_covered(block, quoted.get(block.id, ())), links=())
        for article in (report.reference, report.version)
        for block in article.blocks
    }
    return replace(report, alignment=_rebuilt(report.alignment, blocks))


def _covered(block: Block, quoted: Iterable[Span]) -> str:
    text = list(_cover(len(block.text)))
    for span in quoted:
        text[span.start : span.end] = block.text[span.start : span.end]
    return "".join(text)


def _cover(length: int) -> str:
    return (COVER * (length // len(COVER) + 1))[:length]


def _rebuilt(value: Any, blocks: Mapping[str, Block]) -> Any:
    """Return `value` with every block, and every place in one, taken from the covered `blocks`."""
    match value:
        case Block():
            return blocks[value.id]
        case Span():
            return blocks[value.block].span(value.start, value.end) if value.block else value
        case Sentence():
            text = blocks[value.span.block].text
            shown = ((token, text[token.start : token.end]) for token in value.tokens)
            tokens = tuple(token._replace(text=cover, norm=cover) for token, cover in shown)
            return Sentence(_rebuilt(value.span, blocks), tokens)
        case Figure():
            return Figure(value.id, value.image)
        case Omission():
            return replace(value, text=_cover(len(value.text)))
        case Sequence() if not isinstance(value, str | bytes):
            return tuple(_rebuilt(each, blocks) for each in value)
        case Mapping():
            return {key: _rebuilt(each, blocks) for key, each in value.items()}
        case Alignment() | Article() | Pair() | Edit() | SentencePair():
            return type(value)(**{each.name: _rebuilt(getattr(value, each.name), blocks) for each in fields(value)})
    return value
