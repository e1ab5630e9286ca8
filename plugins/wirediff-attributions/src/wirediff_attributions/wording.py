"""The words that edits changed, and the messages on quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

import regex

from wirediff.model import Edit, Severity, Span
from wirediff.segment import DASHES, QUOTES, SENTENCE_ENDS, expand, same_spelling
from wirediff_attributions.grammar import negations
from wirediff_attributions.lookup import WORD, is_long
from wirediff_attributions.quotations import Quotation

QuoteChange: TypeAlias = Literal["reworded", "trimmed", "bracketed", "spelling"]
"""What was done to a quotation: `data.change` of `attributions/quote-altered`."""
SEVERITY: Mapping[QuoteChange, Severity] = {
    "reworded": "error",
    "trimmed": "warning",
    "bracketed": "note",
    "spelling": "note",
}
_ABBREVIATED = regex.compile(r"\b\p{L}(?:\.\p{L})+$")
"""The end of an abbreviation, whose full stop belongs to it: "the U.K."."""
_EDGES = "".join((*QUOTES, *DASHES, *SENTENCE_ENDS, *",;: \t\n"))


class Rewording(NamedTuple):
    """An edit of words: each side without white space and punctuation at its edges, and its words."""

    edit: Edit
    reference: Span
    version: Span
    old: list[str]
    new: list[str]


def changes(edits: Iterable[Edit]) -> Iterator[Rewording]:
    """Yield the edits of words, except glyphs, punctuation and passages rewritten at length."""
    for edit in edits:
        if not edit.is_change or is_long(edit):
            continue
        old, new = words_of(edit.reference), words_of(edit.version)
        if old != new:
            yield Rewording(edit, trimmed(edit.reference), trimmed(edit.version), old, new)


def words_of(span: Span) -> list[str]:
    """Return the words of a span in lower case."""
    return WORD.findall(span.text.casefold())


def trimmed(span: Span) -> Span:
    """Return the span without white space and punctuation at its edges."""
    text = span.text
    start = len(text) - len(text.lstrip(_EDGES))
    end = len(text.rstrip(_EDGES))
    if text[end : end + 1] == "." and _ABBREVIATED.search(text[:end]):
        end += 1
    if (start == 0 and end == len(text)) or start >= end:
        return span
    return Span(span.block, span.start + start, span.start + end, text[start:end])


def word_by_word(change: Rewording) -> list[tuple[Span, Span]]:
    """Return the words of a change with their counterparts, one by one if both sides have as many; else all of it."""
    if len(change.old) != len(change.new):
        return [(change.reference, change.version)]
    return list(zip(_each(change.edit.reference), _each(change.edit.version), strict=True))


def _each(span: Span) -> Iterator[Span]:
    for match in WORD.finditer(span.text):
        yield Span(span.block, span.start + match.start(), span.start + match.end(), match[0])


def texts(found: Sequence[Rewording]) -> tuple[str, str]:
    """Return the words replaced or removed, and the words added, each as one text."""
    old = " … ".join(each.reference.text for each in found if each.old)
    return old, " … ".join(each.version.text for each in found if each.new)


def kind_of(found: Sequence[Rewording], opposite: Sequence[Quotation], language: str) -> tuple[QuoteChange, bool]:
    """Return what was done to a quotation, and whether an ellipsis shows what is missing."""
    if all(same_spelling(each.edit.reference.text, each.edit.version.text) for each in found):
        return "spelling", False
    plain = [each for each in found if not _is_bracketed(each)]
    if not plain:
        return "bracketed", False
    if not any(each.new for each in plain) and not any(_negates(each, language) for each in plain):
        text = " ".join(each.inner.text for each in opposite)
        return "trimmed", "…" in text or "..." in text
    return "reworded", False


def _negates(change: Rewording, language: str) -> bool:
    """Whether a negation is among the removed words: without it, the rest says the opposite."""
    words = (word for reference in words_of(change.reference) for word in expand(reference.replace("’", "'")))
    return not negations(language).isdisjoint(words)


def _is_bracketed(change: Rewording) -> bool:
    """Whether the version's words are in square brackets."""
    text = change.edit.version.text
    return (text.strip().startswith("[") and text.strip(" .,;:!?").endswith("]")) or (bool(change.new) and "[" in text)


_ALTERED: Mapping[QuoteChange, str] = {
    "reworded": "Quotation{of} altered",
    "trimmed": "Quotation{of} cut",
    "bracketed": "Words in brackets put into the quotation{of}",
    "spelling": "Spelling changed in the quotation{of}",
}
"""Headings of messages on quotations; `of` names the speaker."""


def quotation_message(kind: QuoteChange, name: str | None, old: str, new: str) -> str:
    """Return the message on a quotation."""
    if not new:
        return f"“{old}” was cut from {f'the quotation of {name}' if name else 'a quotation'}."
    if not old:
        return f"“{new}” was added to {f'the quotation of {name}' if name else 'a quotation'}."
    return f"{_ALTERED[kind].format(of=f' of {name}' if name else '')}: “{old}” became “{new}”."
