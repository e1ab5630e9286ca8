"""Quotations: what is between quotation marks, whatever their glyphs, across paragraphs too.

One bad mark does not spoil an article: a quotation without a closing mark ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.model import Block, Span

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "'": "'",
    "「": "」",
    "”": "”",
}
"""Opening marks and what may close them. `»` opens in German books, `”` and `»` in Swedish and Finnish text."""
_MARK = re.compile(r"""["'`“”„«»‘’‚‹›「」](?:(?<=')'|(?<=`)`)?""")
"""One class of glyphs first, which `re` searches for twice as fast as for alternatives. No rule below treats a single
"`" as a mark."""
_DOUBLED = {"''": '"', "``": '"'}
_APOSTROPHES = frozenset("'’")
_SPACED = frozenset("«»‹›")
"""French puts spaces between these and the quoted words."""
_DEPTH = 3
"""Maximum quotations of one kind inside each other; more are a row of bad marks. Chosen by hand."""
_PARAGRAPHS = 50
"""Maximum paragraphs of one quotation, after which a new one begins: one of 50,000 took minutes."""
_WINDOW = 400
"""Maximum marks among which the end of one quotation is looked for, so that cost is linear in the marks."""


class Quotation(NamedTuple):
    """One quoted stretch of a block: `outer` with its marks, `inner` without; `closed` where a mark ends it."""

    outer: Span
    inner: Span
    closed: bool
    continues: bool
    """Whether it continues the quotation before it, whose paragraph had no closing mark."""


def quotations(blocks: Sequence[Block]) -> dict[str, list[Quotation]]:
    """Return the outermost quotations of each block by its id, in order.

    A quotation that no mark closes in its block continues in the next one if that begins with an opening mark of the
    same kind; this is how quotations of several paragraphs are printed.
    """
    found: dict[str, list[Quotation]] = {}
    open_mark: str | None = None
    paragraphs = 0
    for block in blocks:
        own = list(_in_block(block, open_mark))
        found[block.id] = own
        last = own[-1] if own else None
        unclosed = last is not None and not last.closed and last.inner.end >= len(block.text.rstrip())
        paragraphs = (paragraphs + 1) % _PARAGRAPHS if unclosed else 0
        open_mark = last.outer.text[0] if paragraphs and last is not None else None
    return found


class _Mark(NamedTuple):
    """A quotation mark, with the characters next to it."""

    start: int
    end: int
    glyph: str
    before: str
    after: str

    @property
    def may_open(self) -> bool:
        """Whether a word begins right after it, without one ending right before it."""
        if self.glyph in _SPACED:
            return bool(self.after)
        if not self.after or self.after.isspace() or self.before.isalnum():
            return False
        if self.glyph == "”":
            return not self.before or self.before.isspace()
        if self.glyph == "'":
            return self.after.isalpha() or self.after in '"“[…$£€'
        return self.glyph != '"' or self.before not in tuple(".,!?…")

    @property
    def may_close(self) -> bool:
        """Whether something ends right before it."""
        if self.glyph in _SPACED:
            return True
        if not self.before or (self.before.isspace() and (self.glyph != '"' or self.after.isalnum())):
            return False
        return not (self.glyph in _APOSTROPHES and self.after.isalnum())

    @property
    def surely_closes(self) -> bool:
        """Whether punctuation is next to it, so that it isn't the apostrophe of a plural's possessive."""
        return self.before in tuple(".,!?…;:)—") or not self.after or self.after in ".,!?…;:)—"


def _marks(text: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text):
        (start, end), glyph = match.span(), match[0]
        before, after = text[start - 1 : start], text[end : end + 1]
        if glyph in _APOSTROPHES and before.isalnum() and after.isalnum():
            continue  # Within a word no quotation opens or closes.
        found.append(_Mark(start, end, _DOUBLED.get(glyph, glyph), before, after))
    return found


def _in_block(block: Block, open_mark: str | None) -> Iterator[Quotation]:
    text = block.text
    marks = _marks(text)
    openers = _openers(marks) if marks else frozenset()
    at = 0
    while at < len(marks):
        mark = marks[at]
        if mark.glyph not in openers or not mark.may_open:
            at += 1
            continue
        continues = mark.glyph == open_mark and not text[: mark.start].strip()
        close = _closing(marks, at, openers)
        if close is not None:
            end = marks[close]
            yield Quotation(block.span(mark.start, end.end), block.span(mark.end, end.start), True, continues)
            at = close + 1
            continue
        if _runs_on(marks, at):
            stop = len(text.rstrip())
            yield Quotation(block.span(mark.start, stop), block.span(mark.end, stop), False, continues)
            return
        at += 1


def _openers(marks: Sequence[_Mark]) -> frozenset[str]:
    """Return the glyphs that open quotations in this block: of guillemets the one that comes first."""
    first = (next((mark.glyph for mark in marks if mark.glyph in pair), None) for pair in ("«»", "‹›"))
    return _ALWAYS_OPEN.union(glyph for glyph in first if glyph)


_ALWAYS_OPEN = frozenset("“”„‘‚\"'「")


def _closing(marks: Sequence[_Mark], at: int, openers: frozenset[str]) -> int | None:
    """Return the index of the mark that closes the one at `at`, past quotations with other marks inside."""
    opener = marks[at].glyph
    if opener in _SINGLE:
        return _closing_single(marks, at)
    depth = 0
    mixed = _Mixed(_MIXED.get(opener, ""))
    for index in range(at + 1, min(len(marks), at + _WINDOW)):
        mark = marks[index]
        if mixed.closes_at(index, mark, depth) and opener == '"':
            return index
        if mark.glyph in _CLOSERS[opener] and mark.may_close:
            if not depth:
                return index
            depth -= 1
        elif mark.glyph == opener and mark.glyph in openers and mark.may_open:
            depth += 1
            if opener == '"' or depth > _DEPTH or mixed.at is not None:
                break
    return mixed.at


def _closing_single(marks: Sequence[_Mark], at: int) -> int | None:
    """Return the same for a single mark; the apostrophe of a plural's possessive looks like its closing mark."""
    opener = marks[at].glyph
    possible: list[int] = []
    for index in range(at + 1, min(len(marks), at + _WINDOW)):
        mark = marks[index]
        if mark.glyph in _CLOSERS[opener] and mark.may_close:
            if mark.surely_closes:
                return index if not possible or marks[possible[0]].before == "s" else possible[0]
            possible.append(index)
        elif mark.glyph == opener and mark.may_open:
            break
    unlike_possessives = [index for index in possible if marks[index].before != "s"]
    return next(iter(unlike_possessives or possible), None)


_SINGLE = "‘'‚"
_MIXED = {"“": '"', '"': "“”"}
"""Marks of another kind that a quotation may end with by mistake: “so", and "so”."""


class _Mixed:
    """Finds a mark of another kind that opens or closes nothing else, and therefore closes the quotation before it."""

    def __init__(self, glyphs: str) -> None:
        self.at: int | None = None
        self._glyphs = glyphs
        self._open = 0

    def closes_at(self, index: int, mark: _Mark, depth: int) -> bool:
        """Whether this mark is the first of that kind."""
        if mark.glyph not in self._glyphs or not self._glyphs:
            return False
        if mark.may_open and mark.glyph != "”":
            self._open += 1
        elif self._open:
            self._open -= mark.may_close
        elif self.at is None and not depth and (mark.surely_closes or mark.glyph == "”"):
            self.at = index
            return True
        return False


def _runs_on(marks: Sequence[_Mark], at: int) -> bool:
    """Whether an unclosed double mark begins a quotation up to its paragraph's end: none of its kind opens later."""
    opener = marks[at].glyph
    if opener in "‘'‚‹›”":
        return False
    later = range(at + 1, len(marks))  # A slice would copy all marks for each that is unclosed.
    return not any(marks[index].glyph == opener and marks[index].may_open for index in later)
