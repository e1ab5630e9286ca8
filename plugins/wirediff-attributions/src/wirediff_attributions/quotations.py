"""Quotations: what is between quotation marks, whatever their glyphs, across paragraphs too.

No article is given up for one bad mark: a mark without a partner ends with its paragraph, and the next one begins anew.
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
"""One class of glyphs first, over which `re` runs twice as fast as over alternatives. A single "`" is no mark to any
rule below."""
_DOUBLED = {"''": '"', "``": '"'}
_APOSTROPHES = frozenset("'’")
_SPACED = frozenset("«»‹›")
"""French sets these off by spaces."""
_DEPTH = 3
"""Quotations of one kind inside each other; more are a row of bad marks."""
_PARAGRAPHS = 50
"""Paragraphs of one quotation; in more, each is one by itself."""
_WINDOW = 400
"""Marks that are looked at for the end of one quotation."""


class Quotation(NamedTuple):
    """One quoted stretch of a block: `outer` with its marks, `inner` without; `closed` where a mark ends it."""

    outer: Span
    inner: Span
    closed: bool
    continues: bool
    """Whether it goes on from the quotation before it, whose paragraph had no closing mark."""


def quotations(blocks: Sequence[Block]) -> dict[str, list[Quotation]]:
    """The outermost quotations of each block by its id, in order.

    A quotation that no mark closes in its block goes on in the next one where that begins with an opening mark of the
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
    behind: str

    @property
    def may_open(self) -> bool:
        """Whether a word begins right after it, and none ends right before it."""
        if self.glyph in _SPACED:
            return bool(self.behind)
        if not self.behind or self.behind.isspace() or self.before.isalnum():
            return False
        if self.glyph == "”":
            return not self.before or self.before.isspace()
        if self.glyph == "'":
            return self.behind.isalpha() or self.behind in '"“[…$£€'
        return self.glyph != '"' or self.before not in tuple(".,!?…")

    @property
    def may_close(self) -> bool:
        """Whether something ends right before it."""
        if self.glyph in _SPACED:
            return True
        if not self.before or (self.before.isspace() and (self.glyph != '"' or self.behind.isalnum())):
            return False
        return not (self.glyph in _APOSTROPHES and self.behind.isalnum())

    @property
    def surely_closes(self) -> bool:
        """Whether punctuation is next to it, as it is not next to the apostrophe of a plural's possessive."""
        return self.before in tuple(".,!?…;:)—") or not self.behind or self.behind in ".,!?…;:)—"


def _marks(text: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text):
        (start, end), glyph = match.span(), match[0]
        before, behind = text[start - 1 : start], text[end : end + 1]
        if glyph in _APOSTROPHES and before.isalnum() and behind.isalnum():
            continue  # Within a word, where nothing opens or closes.
        found.append(_Mark(start, end, _DOUBLED.get(glyph, glyph), before, behind))
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
    """The glyphs that open in this block: of guillemets the one that comes first."""
    first = (next((mark.glyph for mark in marks if mark.glyph in pair), None) for pair in ("«»", "‹›"))
    return _ALWAYS_OPEN.union(glyph for glyph in first if glyph)


_ALWAYS_OPEN = frozenset("“”„‘‚\"'「")


def _closing(marks: Sequence[_Mark], at: int, openers: frozenset[str]) -> int | None:
    """The index of the mark that closes the one at `at`; quotations of other marks inside are passed over."""
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
    """The same for single marks, which the apostrophe of a plural's possessive looks like."""
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
    """Watches for a mark of another kind that has no partner of its own, and therefore closes what is before it."""

    def __init__(self, glyphs: str) -> None:
        self.at: int | None = None
        self._glyphs = glyphs
        self._open = 0

    def closes_at(self, index: int, mark: _Mark, depth: int) -> bool:
        """Whether this mark is the first such one."""
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
    """Whether an unclosed double mark begins a quotation that ends with its paragraph: none of its kind opens later."""
    opener = marks[at].glyph
    if opener in "‘'‚‹›”":
        return False
    later = range(at + 1, len(marks))  # A slice would copy all marks for each that is unclosed.
    return not any(marks[index].glyph == opener and marks[index].may_open for index in later)
