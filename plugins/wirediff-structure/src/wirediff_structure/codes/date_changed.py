"""A printed date line, or a declared day, with another value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from wirediff.model import Alignment, Article, Block, Example, Finding, Metadata, Pair, Rule

if TYPE_CHECKING:
    from wirediff.newsroom import Moment


def _page(date: str) -> str:
    return (
        f"<main><h1>Council votes to close the ferry</h1><time>{date}</time>"
        "<p>The council of Port Salter met on Tuesday.</p></main>"
    )


RULE = Rule(
    "structure/date-changed",
    "publication or update date changed",
    "A printed date line, or the day of publication or last change that a page declares, differs, or one side neither "
    "prints nor declares that day: “12 May 2026” became “14 May 2026”. The same day in another notation or language is "
    "ignored.",
    "note",
    nature="fact",
    message="{what} {change}.",
    examples=(
        Example(_page("12 May 2026"), _page("14 May 2026"), (("12 May 2026", "14 May 2026"),), "text/html"),
        Example(_page("12 May 2026"), _page("May 12, 2026"), media_type="text/html"),
    ),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each date line that differs in value or that one side lacks.

    Where no printed dates differ, the declared days are compared.
    """
    pairs = _date_pairs(alignment)
    lost, new = _left_over(alignment, pairs)
    differing = [(pair.reference[0], pair.version[0]) for pair in pairs if _differ(alignment, pair)]
    differing += zip(lost, new, strict=False)
    for reference, version in differing:
        message = _message("Date line", f"changed: “{reference.text}” became “{version.text}”")
        yield RULE.finding(message, [reference.whole], [version.whole])
    for block in _unknown(lost[len(new) :], alignment.reference, alignment.version):
        yield RULE.finding(_message("Date line", f"removed: “{block.text}”"), [block.whole])
    for block in _unknown(new[len(lost) :], alignment.version, alignment.reference):
        yield RULE.finding(_message("Date line", f"added: “{block.text}”"), (), [block.whole])
    if not differing:
        yield from _declared(alignment)


def _message(what: str, change: str) -> str:
    return RULE.message.format(what=what, change=change)


def _date_pairs(alignment: Alignment) -> list[Pair]:
    """Return the pairs of date lines; the date of a figure is the picture's."""
    return [
        pair
        for pair in alignment.pairs
        if all(block.kind == "date" and block.figure is None for block in (*pair.reference, *pair.version))
    ]


def _differ(alignment: Alignment, pair: Pair) -> bool:
    """Whether aligned date lines name different moments; several lines of one side are read as one."""
    if not pair.reference or not pair.version or not any(edit.is_change for edit in pair.edits):
        return False
    reference, version = (" ".join(block.text for block in blocks) for blocks in (pair.reference, pair.version))
    return _moment(reference, alignment.reference.language).differs(_moment(version, alignment.version.language))


def _moment(text: str, language: str) -> Moment:
    # Here, as rules are read whenever the command starts, and the newsroom's `regex` takes 90 ms.
    from wirediff.newsroom import moment

    return moment(text, language)


def _left_over(alignment: Alignment, pairs: Sequence[Pair]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return the date lines without a counterpart of each side, except those that say the same on both sides."""
    lost = [block for pair in pairs if not pair.version for block in pair.reference]
    new = [block for pair in pairs if not pair.reference for block in pair.version]
    waiting: dict[object, list[Block]] = defaultdict(list)
    for block in lost:
        waiting[_moment(block.text, alignment.reference.language).value].append(block)
    left = []
    for block in new:
        equal = waiting[_moment(block.text, alignment.version.language).value]
        if equal:
            equal.pop()
        else:
            left.append(block)
    remaining = {block.id for blocks in waiting.values() for block in blocks}
    return [block for block in lost if block.id in remaining], left


def _unknown(blocks: Sequence[Block], own: Article, other: Article) -> Iterator[Block]:
    """Yield the date lines of `own` whose day the other side neither prints nor declares."""
    if not blocks:
        return
    dates = [block.text for block in other.blocks if block.kind == "date"]
    dates += filter(None, (other.metadata.published, other.metadata.modified))
    known = [_moment(date, other.language) for date in dates]
    for block in blocks:
        printed = _moment(block.text, own.language)
        # One number is not a day that templates print once or twice, but a year of the story, or "3 hours ago".
        if len(printed.day) < 2 or all(map(printed.differs, known)):
            yield block


def _declared(alignment: Alignment) -> Iterator[Finding]:
    """Yield the declared days that differ; they are nowhere in the text, so the place is its beginning."""
    if not alignment.reference.blocks or not alignment.version.blocks:
        return
    places = ([article.blocks[0].span(0, 0)] for article in (alignment.reference, alignment.version))
    reference_place, version_place = places
    reference, version = alignment.reference.metadata, alignment.version.metadata
    for what, old, new in (
        ("Declared publication date", _published(reference), _published(version)),
        ("Declared update date", reference.modified, version.modified),
    ):
        before, after = _declared_date(old), _declared_date(new)
        if before and after and _are_other_days(before, after):
            change = f"changed: {before.date().isoformat()} became {after.date().isoformat()}"
            yield RULE.finding(
                _message(what, change), reference_place, version_place, reference_date=old, version_date=new
            )


def _published(metadata: Metadata) -> str | None:
    """Return the date of publication that an article declares, not one that was guessed."""
    return metadata.published_declared if metadata.published_guessed else metadata.published


def _declared_date(text: str | None) -> datetime | None:
    """Return an ISO 8601 date; None for what was printed, not declared, and is compared as a date line."""
    try:
        return datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None


def _are_other_days(reference: datetime, version: datetime) -> bool:
    """Whether two dates are different days; the same moment in two time zones is one day."""
    if reference.tzinfo and version.tzinfo and reference == version:
        return False
    return reference.date() != version.date()
