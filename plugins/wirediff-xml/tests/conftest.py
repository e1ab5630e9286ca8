"""Reports made at random: every relation and op, any characters at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from wirediff.model import (
    Alignment,
    Article,
    Block,
    Edit,
    Failure,
    Finding,
    Generator,
    Note,
    Omission,
    Op,
    Pair,
    Relation,
    Report,
    Rule,
    Source,
    Span,
    Summary,
)

TEXT = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["<b>&amp;", "]]>", "a\r\nb\rc", "\x00\x1b[31m", "\ud800", "\ufffe\uffff", "\u202eabc", " ", "-->", "\\u{0000}"]
)
RULE = Rule("terms/synonym", "another word of about the same meaning", "…", "warning")


@st.composite
def _edits(draw: st.DrawFn) -> list[tuple[Op, str, str]]:
    """Ops with the texts of both sides."""
    made: list[tuple[Op, str, str]] = []
    for op in draw(st.lists(st.sampled_from(["equal", "format", "replace", "insert", "delete"]), max_size=5)):
        ours, theirs = draw(TEXT), draw(TEXT)
        pair = {"equal": (ours, ours), "insert": ("", theirs), "delete": (ours, "")}.get(op, (ours, theirs))
        made.append((op, *pair))
    return made


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report on two articles whose pairs hold random edits."""
    maker = _Maker()
    for relation in draw(st.lists(st.sampled_from(_RELATIONS), max_size=6)):
        maker.pair(relation, [draw(_edits()) for _ in range(2 if relation in ("split", "merged") else 1)])
    moved = draw(st.permutations([index for index, pair in enumerate(maker.pairs) if pair.relation == "moved"]))
    return maker.report(list(moved), draw(TEXT))


_RELATIONS: list[Relation] = ["same", "edited", "moved", "split", "merged", "inserted", "deleted"]


class _Maker:
    """Collects pairs; block ids are given in the order of the version, and of the reference but for moved pairs."""

    def __init__(self) -> None:
        self.blocks: dict[str, list[Block]] = {"r": [], "v": []}
        self.pairs: list[Pair] = []

    def pair(self, relation: Relation, parts: list[list[tuple[Op, str, str]]]) -> None:
        """A pair of one or two parts; the first side of a split, the second of a merged pair is one block."""
        ours = self._blocks("r", [] if relation == "inserted" else _texts(parts, 1, joined=relation == "split"))
        theirs = self._blocks("v", [] if relation == "deleted" else _texts(parts, 2, joined=relation == "merged"))
        edits: list[Edit] = []
        at: dict[str, int] = {}
        for number, part in enumerate(parts):
            r, v = (side[min(number, len(side) - 1)].id if side else "" for side in (ours, theirs))
            edits += [
                Edit(op, _take(at, r, before), _take(at, v, after)) for op, before, after in part if before or after
            ]
        self.pairs.append(Pair(tuple(ours), tuple(theirs), relation, 0.5, tuple(edits)))

    def _blocks(self, side: str, texts: list[str]) -> list[Block]:
        made = []
        for text in texts:
            made.append(Block(f"{side}{len(self.blocks[side]) + 1}", "paragraph", text, line=1, column=1))
            self.blocks[side].append(made[-1])
        return made

    def report(self, moved: list[int], text: str) -> Report:
        """The report, every text of which a document may choose being `text`."""
        pairs = [pair for index, pair in enumerate(self.pairs) if index not in moved]
        pairs += [self.pairs[index] for index in moved]
        standing = (self.blocks["r"], [block for pair in pairs for block in pair.version])
        articles = [
            Article(
                Source.from_text(text, text or "a"),
                text,
                text or "und",
                blocks=tuple(blocks),
                omitted=(Omission.of(text, "related", path=text, line=7, after=len(blocks)),),
            )
            for blocks in standing
        ]
        findings = [
            Finding("terms/synonym", "warning", 0.5, text, spans, (), {"a": [text, 1, None, {"b": True}], text: text})
            for spans in [(block.span(0, len(block.text)),) for block in self.blocks["r"]]
        ]
        return Report(
            Generator("0", {"terms": "0"}),
            {"select": [text]},
            Alignment(*articles, tuple(pairs)),
            tuple(findings),
            (Note("note", text, incomplete=True),),
            (Failure("terms", "0", "detect", text),),
            (RULE,),
            Summary("revised"),
        )


def _texts(parts: list[list[tuple[Op, str, str]]], side: int, *, joined: bool) -> list[str]:
    texts = ["".join(str(edit[side]) for edit in part) for part in parts]
    return ["".join(texts)] if joined else texts


def _take(at: dict[str, int], block: str, text: str) -> Span:
    start = at.get(block, 0)
    at[block] = start + len(text)
    return Span(block, start, start + len(text), text) if block else Span("", 0, 0, "")


@pytest.fixture
def report() -> Callable[[Relation, list[list[tuple[Op, str, str]]]], Report]:
    """Makes a report of one pair."""

    def make(relation: Relation, parts: list[list[tuple[Op, str, str]]]) -> Report:
        maker = _Maker()
        maker.pair(relation, parts)
        return maker.report([], "text")

    return make


@pytest.fixture(scope="session")
def any_report() -> st.SearchStrategy[Report]:
    """The strategy for reports made at random."""
    return reports()
