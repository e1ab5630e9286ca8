"""What edits did to the words of a quotation, and how to say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex

from wirediff.model import Edit, Severity, Span
from wirediff_attributions._quotations import Quotation
from wirediff_attributions._spelling import same_spelling

GRAVITY: Mapping[str, Severity] = {"reworded": "error", "trimmed": "warning", "bracketed": "note", "spelling": "note"}
WORD = regex.compile(r"\w[\w’'.-]*")
_EDGES = "“”„«»‘’‚‹›\"' \t\n.,;:!?—–-"


def changes_words(edit: Edit) -> bool:
    """Whether words differ; punctuation alone does not count."""
    if edit.op in ("equal", "format"):
        return False
    return words_of(edit.reference) != words_of(edit.version)


def words_of(span: Span) -> list[str]:
    """The words of a span in lower case."""
    return WORD.findall(span.text.casefold())


def trimmed(span: Span) -> Span:
    """The span without white space and punctuation at its edges."""
    text = span.text
    start = len(text) - len(text.lstrip(_EDGES))
    end = len(text.rstrip(_EDGES))
    return Span(span.block, span.start + start, span.start + end, text[start:end]) if start < end else span


def word_by_word(edit: Edit) -> list[tuple[Span, Span]]:
    """The words of an edit with those opposite, one by one if there are as many on both sides; else all of it."""
    ours, theirs = (list(WORD.finditer(span.text)) for span in (edit.reference, edit.version))
    if len(ours) != len(theirs):
        return [(trimmed(edit.reference), trimmed(edit.version))]
    return [(_part(edit.reference, one), _part(edit.version, other)) for one, other in zip(ours, theirs, strict=True)]


def _part(span: Span, match: regex.Match[str]) -> Span:
    return Span(span.block, span.start + match.start(), span.start + match.end(), match[0])


def joined(spans: Iterable[Span]) -> str:
    """The texts of the spans that have words, as one."""
    return " … ".join(text for span in spans if (text := trimmed(span).text) and words_of(span))


def change_of(edits: Sequence[Edit], theirs: Sequence[Quotation]) -> tuple[str, bool]:
    """What was done to a quotation, and whether an ellipsis shows what is missing."""
    text = " ".join(each.inner.text for each in theirs)
    ellipsis = "…" in text or "..." in text
    if all(same_spelling(edit.reference.text, edit.version.text) for edit in edits):
        return "spelling", False
    plain = [edit for edit in edits if not _is_bracketed(edit)]
    if not plain:
        return "bracketed", False
    if all(not words_of(edit.version) for edit in plain):
        return "trimmed", ellipsis
    return "reworded", False


def _is_bracketed(edit: Edit) -> bool:
    """Whether what the version has instead stands in square brackets."""
    return (edit.version.text.strip().startswith("[") and edit.version.text.strip(" .,;:!?").endswith("]")) or (
        bool(words_of(edit.version)) and "[" in edit.version.text
    )


def told(change: str, name: str | None, ours: str, theirs: str, *, whole: bool) -> str:
    """The message; `whole` where all of the edits only leave words out."""
    of = f" of {name}" if name else ""
    if whole or not theirs:
        return f"The quotation{of} lacks “{ours}”."
    if not ours:
        return f"The quotation{of} has “{theirs}”, which the reference has not."
    kind = {"spelling": " in spelling", "bracketed": " by a bracketed insertion"}.get(change, "")
    return f"Words in the quotation{of} differ{kind}: “{ours}” became “{theirs}”."
