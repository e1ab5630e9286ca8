"""A report without article text, but for the words its findings quote (`--no-text`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wirediff.model import Alignment, Article, Block, Edit, Figure, Pair, Report, Sentence, SentencePair, Span, Token

COVER = "▒▒▒▒▒▒▒ "
"""Stands in for text, repeated by position: neither words nor their lengths show, and every offset stays true."""


def without_text(report: Report) -> Report:
    """The same report with all text covered that stands in no finding's span; titles and bylines stay."""
    shown: dict[str, list[Span]] = {}
    for finding in report.findings:
        for span in (*finding.reference, *finding.version):
            shown.setdefault(span.block, []).append(span)
    return replace(report, alignment=_Redacted(report.alignment, shown).alignment())


class _Redacted:
    """Rebuilds an alignment on covered blocks."""

    def __init__(self, original: Alignment, shown: dict[str, list[Span]]) -> None:
        self.original = original
        self.blocks = {
            block.id: replace(block, text=_covered(block, shown.get(block.id, ())), links=())
            for article in (original.reference, original.version)
            for block in article.blocks
        }

    def alignment(self) -> Alignment:
        original = self.original
        return Alignment(
            self._article(original.reference),
            self._article(original.version),
            tuple(self._pair(pair) for pair in original.pairs),
            {block: tuple(map(self._sentence, sentences)) for block, sentences in original.sentences.items()},
            tuple(self._sentence_pair(pair) for pair in original.sentence_pairs),
            original.notes,
        )

    def _article(self, article: Article) -> Article:
        figures = tuple(Figure(figure.id, figure.image) for figure in article.figures)
        return replace(article, blocks=tuple(self.blocks[block.id] for block in article.blocks), figures=figures)

    def _pair(self, pair: Pair) -> Pair:
        reference, version = (tuple(self.blocks[block.id] for block in side) for side in (pair.reference, pair.version))
        return replace(pair, reference=reference, version=version, edits=self._edits(pair))

    def _edits(self, pair: Pair | SentencePair) -> tuple[Edit, ...]:
        return tuple(Edit(edit.op, self._span(edit.reference), self._span(edit.version)) for edit in pair.edits)

    def _span(self, span: Span) -> Span:
        return self.blocks[span.block].span(span.start, span.end) if span.block else span

    def _sentence(self, sentence: Sentence) -> Sentence:
        text = self.blocks[sentence.span.block].text
        tokens = tuple(
            Token(token.start, token.end, text[token.start : token.end], text[token.start : token.end], token.kind)
            for token in sentence.tokens
        )
        return Sentence(self._span(sentence.span), tokens)

    def _sentence_pair(self, pair: SentencePair) -> SentencePair:
        return SentencePair(
            tuple(map(self._sentence, pair.reference)),
            tuple(map(self._sentence, pair.version)),
            pair.moved,
            self._edits(pair),
        )


def _covered(block: Block, shown: Iterable[Span]) -> str:
    length = len(block.text)
    text = list((COVER * (length // len(COVER) + 1))[:length])
    for span in shown:
        text[span.start : span.end] = block.text[span.start : span.end]
    return "".join(text)
