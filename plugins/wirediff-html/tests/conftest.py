"""Builds reports by hand: blocks in a small notation, findings on words of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from wirediff.model import (
    Alignment,
    Article,
    Block,
    Edit,
    Failure,
    Figure,
    Finding,
    Generator,
    Kind,
    Metadata,
    Note,
    Omission,
    Op,
    Pair,
    Relation,
    Report,
    Rule,
    Severity,
    Source,
    Span,
    Summary,
    Verdict,
)

_EDIT = re.compile(r"\{(~?)([^{}|]*)\|([^{}|]*)\}")


@dataclass
class ReportBuilder:
    """Collects pairs and findings.

    In the notation of `pair`, `{old|new}` is a replacement, `{old|}` a deletion, `{|new}` an insertion and `{~a|b}` a
    difference of format.
    """

    language: str = "en"
    title: str | None = "Harbour council votes to close the ferry line"
    pairs: list[Pair] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    metadata: Metadata = field(default_factory=Metadata)
    counts: dict[str, int] = field(default_factory=lambda: {"r": 0, "v": 0})
    blocks: dict[str, Block] = field(default_factory=dict)
    omitted: tuple[Omission, ...] = ()
    figures: tuple[Figure, ...] = (Figure("f1", "https://example.org/quay.jpg", "A quay at dusk"),)

    def pair(self, relation: Relation, *parts: str, kind: Kind = "paragraph", figure: str | None = None) -> Pair:
        """A pair of one part, or of several where a block was split or merged."""
        steps = [list(_steps(part)) for part in parts]
        ours = self._side(
            "r", relation, "inserted", "split", [[step[1] for step in part] for part in steps], kind, figure
        )
        theirs = self._side(
            "v", relation, "deleted", "merged", [[step[2] for step in part] for part in steps], kind, figure
        )
        at: dict[str, int] = {}
        edits = []
        for number, part in enumerate(steps):
            r, v = (side[min(number, len(side) - 1)].id if side else "" for side in (ours, theirs))
            edits += [Edit(op, _take(at, r, before), _take(at, v, after)) for op, before, after in part]
        self.pairs.append(Pair(ours, theirs, relation, 0.5, tuple(edits)))
        return self.pairs[-1]

    def _side(
        self,
        side: str,
        relation: Relation,
        absent: Relation,
        joined: Relation,
        texts: list[list[str]],
        kind: Kind,
        figure: str | None,
    ) -> tuple[Block, ...]:
        if relation == absent:
            return ()
        whole = ["".join(part) for part in texts]
        made = []
        for text in ["".join(whole)] if relation == joined else whole:
            self.counts[side] += 1
            made.append(
                Block(f"{side}{self.counts[side]}", kind, text, line=self.counts[side], column=1, figure=figure)
            )
            self.blocks[made[-1].id] = made[-1]
        return tuple(made)

    def place(self, block: str, words: str, occurrence: int = 1) -> Span:
        """Where `words` stand in a block."""
        start = -1
        for _ in range(occurrence):
            start = self.blocks[block].text.index(words, start + 1)
        return self.blocks[block].span(start, start + len(words))

    def find(
        self,
        code: str,
        message: str,
        reference: Iterable[Span] = (),
        version: Iterable[Span] = (),
        severity: Severity = "warning",
        data: dict[str, Any] | None = None,
    ) -> Finding:
        """A finding of `code`, whose rule is made up on the way."""
        rule = self.rules.setdefault(code, Rule(code, f"what {code} means", f"A paragraph on {code}.", severity))
        finding = replace(rule.finding(message, reference, version, severity=severity), data=data or {})
        self.findings.append(replace(finding, id=f"i{len(self.findings)}", plugin=code.partition("/")[0]))
        return self.findings[-1]

    def report(self, verdict: Verdict = "revised") -> Report:
        """The report on what was collected."""
        articles = [
            Article(
                Source.from_text("\n".join(block.text for block in blocks), f"{name}.txt"),
                self.title,
                self.language,
                self.metadata,
                blocks,
                self.figures,
                omitted=self.omitted,
            )
            for name, blocks in (("reference", self._of("r")), ("version", self._of("v")))
        ]
        return Report(
            Generator("0.1.0", {"html": "0.1.0"}),
            self.options,
            Alignment(*articles, tuple(self.pairs)),
            tuple(self.findings),
            tuple(self.notes),
            tuple(self.failures),
            tuple(self.rules.values()),
            Summary(verdict, 843, 812, 20, 11, 840, 8, 1.0),
        )

    def _of(self, side: str) -> tuple[Block, ...]:
        return tuple(block for name, block in self.blocks.items() if name.startswith(side))


def _steps(notation: str) -> Iterable[tuple[Op, str, str]]:
    at = 0
    for match in _EDIT.finditer(notation):
        if match.start() > at:
            yield "equal", notation[at : match.start()], notation[at : match.start()]
        mark, before, after = match.groups()
        yield "format" if mark else "replace" if before and after else "insert" if after else "delete", before, after
        at = match.end()
    if at < len(notation):
        yield "equal", notation[at:], notation[at:]


def _take(at: dict[str, int], block: str, text: str) -> Span:
    start = at.get(block, 0)
    at[block] = start + len(text)
    return Span(block, start, start + len(text), text) if block else Span("", 0, 0, "")


@pytest.fixture
def harbour() -> Article:
    """An article with a picture, and with passages that were left out before, between and after its blocks."""
    blocks = (
        Block("r1", "headline", "Harbour council votes to close the ferry line", "/html/body/h1", 3, 1),
        Block("r2", "caption", "The quay at dusk.", "/html/body/figure", 5, 1, "f1", on_demand=True),
        Block("r3", "paragraph", "The council of Port Salter voted on Tuesday.", "/html/body/p", 8, 1),
    )
    omitted = (
        Omission.of("Home\nHarbour\nWeather", "navigation", path="/html/body/nav", line=1),
        Omission.of("Share", "controls", path="/html/body/div[1]", line=6, after=2),
        Omission.of("Read next: the new lighthouse", "related", path="/html/body/div[2]", line=7, after=2),
        Omission.of("About us\nImprint", "navigation", path="/html/body/footer", line=12, after=3),
    )
    return Article(
        Source("harbour.html", b"<html>", "text/html"),
        "Harbour council votes to close the ferry line",
        "en",
        Metadata(("Maud Ellery",), "Port Salter", "2026-03-02T10:00:00Z"),
        blocks,
        (Figure("f1", "https://example.org/quay.jpg", "A quay at dusk"),),
        (Note("guessed-encoding", "harbour.html: the encoding was guessed."),),
        omitted,
    )


@pytest.fixture
def builder() -> ReportBuilder:
    """An empty report to fill."""
    return ReportBuilder()


@pytest.fixture
def ferry(builder: ReportBuilder) -> ReportBuilder:
    """Every relation, findings of several plugins that overlap, a ledger, a failure."""
    b = builder
    b.pair("edited", "Harbour council {votes|decides} to close the ferry line", kind="headline")
    b.find("terms/synonym", "“votes” became “decides”.", [b.place("r1", "votes")], [b.place("v1", "decides")])
    b.pair("same", "By Nora Vance", kind="byline")
    b.pair("edited", "The quay at {dusk|nightfall}.", kind="caption", figure="f1")
    b.find("captions/changed", "The caption differs.", [b.place("r3", "dusk")], [b.place("v3", "nightfall")])
    b.pair("same", "Ida Holm/Coast Wire", kind="credit", figure="f1")
    b.pair("inserted", "{|Ida Holm/Coast Wire}", kind="credit", figure="f1")
    b.find("captions/credit-duplicate", "The credit is printed twice.", (), [b.place("v5", "Ida Holm/Coast Wire")])
    b.pair("edited", "“The line {must|should} stay,” {said|claimed} Mayor {Ewa Lind|E. Lind}, {allegedly |}on Monday.")
    b.find(
        "attributions/quote-altered",
        "Words inside the quotation marks differ: “must” became “should”.",
        [b.place("r5", "“The line must stay,”")],
        [b.place("v6", "“The line should stay,”")],
        "error",
    )
    b.find("terms/modality", "“must” became “should”.", [b.place("r5", "must")], [b.place("v6", "should")])
    b.find("attributions/cue-changed", "“said” became “claimed”.", [b.place("r5", "said")], [b.place("v6", "claimed")])
    b.find("terms/removed", "“allegedly” was left out.", [b.place("r5", "allegedly")])
    for word in ("One", "Two", "Three"):
        b.pair("same", f"{word} unchanged paragraph of the story, which nobody touched.")
    b.pair("split", "The first half about the {boats|vessels}. ", "The second half about the {boats|vessels}.")
    for start in (1, 2):
        b.find(
            "terms/synonym",
            "“boats” became “vessels”.",
            [b.place("r9", "boats", start)],
            [b.place(f"v{9 + start}", "vessels")],
            "note",
        )
    b.find(
        "terms/systematic",
        "“boats” became “vessels” twice.",
        [b.place("r9", "boats", 1), b.place("r9", "boats", 2)],
        [b.place("v10", "vessels"), b.place("v11", "vessels")],
        data={"reference": "boats", "version": "vessels", "count": 2, "exceptions": 1},
    )
    moved = b.pair("moved", "A paragraph that went {further|farther} down.")
    b.find(
        "structure/moved",
        "A paragraph stands at another place.",
        [moved.reference[0].span(0, 34)],
        [moved.version[0].span(0, 34)],
        "note",
    )
    b.pair("merged", "One sentence here. ", "Another {there|elsewhere}.")
    gone = b.pair("deleted", "{Nobody from the ferry company was available.|}")
    b.find("structure/deleted", "A paragraph is missing.", [gone.reference[0].span(0, len(gone.reference[0].text))])
    b.pair("edited", 'An {unexplained|obscure} change and {~“quoted”|"quoted"} words.')
    b.omitted = (
        Omission.of("Home\nHarbour\nWeather", "navigation", line=1),
        *(Omission.of(f"Share with {'your ' * number}friends", "controls", line=number) for number in range(2, 9)),
    )
    b.failures.append(Failure("example", "1.0", "detect", "ValueError: nothing to see"))
    return b
