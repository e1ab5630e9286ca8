"""The objects that cross wirediff's plugin boundary.

Data flows one way: bytes → `Article` → `Alignment` → `Finding` → `Report`. Everything here is immutable; a later stage
never reaches back into an earlier one. Offsets count Unicode code points of a block's raw text, as Python's `str` does.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "headline",
    "subheading",
    "byline",
    "dateline",
    "date",
    "paragraph",
    "quote",
    "list-item",
    "caption",
    "credit",
    "widget",
    "table",
    "other",
]
Op: TypeAlias = Literal["equal", "format", "replace", "insert", "delete"]
Relation: TypeAlias = Literal["same", "edited", "moved", "split", "merged", "inserted", "deleted"]
Severity: TypeAlias = Literal["error", "warning", "note"]
Verdict: TypeAlias = Literal["identical", "revised", "spun", "excerpt", "unrelated", "undetermined"]
TokenKind: TypeAlias = Literal["word", "number", "punctuation"]
Stage: TypeAlias = Literal["import", "register", "load", "detect", "emit"]


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Source:
    """The bytes of one document and what is known about them from outside.

    `name` is a file name without its folder, `-` for standard input. `media_type` and `encoding` are None unless
    declared by whoever delivered the bytes. `url` and `captured` (ISO 8601) come from a container such as WARC or
    MHTML. `notes` hold what unwrapping a container had to disclose.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str | None = None
    encoding: str | None = None
    url: str | None = None
    captured: str | None = None
    notes: tuple[Note, ...] = ()

    @classmethod
    def from_text(cls, text: str, name: str = "text", media_type: str = "text/plain") -> Source:
        """Wrap `text` as UTF-8; lone surrogates survive as `surrogatepass` bytes and are disclosed when loading."""
        return cls(name, text.encode("utf-8", "surrogatepass"), media_type, "utf-8")

    @property
    def size(self) -> int:
        """Number of bytes."""
        return len(self.data)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Note:
    """Something a stage has to disclose; only an `incomplete` one makes the result untrustworthy (exit status 2).

    `code` is a short kebab-case word such as `guessed-encoding`; `message` is one sentence for people.
    """

    code: str
    message: str
    incomplete: bool = False


@dataclass(frozen=True)
class Link:
    """A hyperlink over `start:end` of its block's text."""

    start: int
    end: int
    url: str


@dataclass(frozen=True)
class Figure:
    """An image of the article; captions and credits name it by `id` (`f1`, `f2`, …)."""

    id: str
    image: str | None = None
    alt: str | None = None


@dataclass(frozen=True)
class Block:
    """One typographic unit of an article in reading order.

    `id` is `r1`, `r2`, … in a reference and `v1`, `v2`, … in a version. `text` is the raw text a reader sees. `path` is
    where it stands in the source's structure (an XPath in HTML and XML), `line` and `column` count from 1.
    """

    id: str
    kind: Kind
    text: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    figure: str | None = None
    links: tuple[Link, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of this block's text from `start` to `end`."""
        return Span(self.id, start, end, self.text[start:end])


@dataclass(frozen=True)
class Metadata:
    """What the source declares about the article; dates are ISO 8601 where they could be parsed, else as printed."""

    bylines: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    section: str | None = None


@dataclass(frozen=True)
class Article:
    """One document as its reader sees it. `language` is a BCP 47 tag: declared, else detected, else `und`."""

    source: Source
    title: str | None = None
    language: str = "und"
    metadata: Metadata = Metadata()
    blocks: tuple[Block, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()

    @cached_property
    def _blocks_by_id(self) -> Mapping[str, Block]:
        return {block.id: block for block in self.blocks}

    def block(self, block_id: str) -> Block:
        """The block named `block_id`; KeyError if there is none."""
        return self._blocks_by_id[block_id]

    @cached_property
    def _figures_by_id(self) -> Mapping[str, Figure]:
        return {figure.id: figure for figure in self.figures}

    def figure(self, block: Block) -> Figure | None:
        """The figure that `block` belongs to, or None."""
        return None if block.figure is None else self._figures_by_id[block.figure]


# ── places in a text ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Span:
    """`text` is the raw text of `block` from `start` to `end`; empty where start equals end."""

    block: str
    start: int
    end: int
    text: str


class Token(NamedTuple):
    """A word, number or punctuation mark of one block; offsets count in the block's raw text.

    `norm` is the normal form: NFKC, straight quotation marks and apostrophes, plain hyphens and dashes, no soft
    hyphens. Two tokens of one norm differ in format only. (A named tuple because an article holds thousands of them:
    building frozen dataclasses costs five times as much.)
    """

    start: int
    end: int
    text: str
    norm: str
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span without surrounding white space, and its tokens in order."""

    span: Span
    tokens: tuple[Token, ...]


# ── alignment ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the reference's text to the version's.

    A pair's edits tile the raw text of both its sides. `format` edits differ in surface only. An `insert` has an empty
    reference span as its anchor, a `delete` an empty version span; where a whole block has no counterpart, the empty
    span's `block` is the empty string.
    """

    op: Op
    reference: Span
    version: Span


@dataclass(frozen=True)
class Pair:
    """Blocks of the reference and the blocks of the version that they became.

    `reference` or `version` is empty for an inserted or deleted block; a `split` pair has one reference block and
    several version blocks, a `merged` one the reverse. `similarity` runs from 0 to 1: the share of words (weighted by
    how telling they are) that both sides have in common. `edits` of a `moved` pair describe what changed beside the
    place.
    """

    reference: tuple[Block, ...]
    version: tuple[Block, ...]
    relation: Relation
    similarity: float
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentences that correspond; either side is empty for an inserted or deleted sentence.

    A `moved` one went to another place of its block or into another block; the edits there show it deleted and
    inserted.
    """

    reference: tuple[Sentence, ...]
    version: tuple[Sentence, ...]
    moved: bool = False


@dataclass(frozen=True)
class Alignment:
    """How the version's text lies against the reference's.

    `pairs` stand in the version's reading order, deleted blocks where the reference had them. `sentences` maps every
    block id of both sides to its sentences; `sentence_pairs` hold every sentence of aligned blocks, and those of others
    that moved.
    """

    reference: Article
    version: Article
    pairs: tuple[Pair, ...]
    sentences: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict, repr=False)
    sentence_pairs: tuple[SentencePair, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = ()

    @cached_property
    def _pair_by_block(self) -> Mapping[str, Pair]:
        return {block.id: pair for pair in self.pairs for block in (*pair.reference, *pair.version)}

    @cached_property
    def _edits_by_block(self) -> Mapping[str, tuple[Edit, ...]]:
        found: dict[str, list[Edit]] = {block_id: [] for block_id in self._pair_by_block}
        for pair in self.pairs:
            for edit in pair.edits:
                for span in (edit.reference, edit.version):
                    if span.block:
                        found[span.block].append(edit)
        return {block_id: tuple(edits) for block_id, edits in found.items()}

    @cached_property
    def _edit_starts_by_block(self) -> Mapping[str, tuple[int, ...]]:
        """Where each edit of a block starts in it, ascending, as edits tile their blocks."""
        return {
            block_id: tuple((edit.reference if block_id.startswith("r") else edit.version).start for edit in edits)
            for block_id, edits in self._edits_by_block.items()
        }

    @cached_property
    def _sentence_pair_by_start(self) -> Mapping[tuple[str, int], SentencePair]:
        return {
            (sentence.span.block, sentence.span.start): pair
            for pair in self.sentence_pairs
            for sentence in (*pair.reference, *pair.version)
        }

    def block(self, block_id: str) -> Block:
        """The block of either side named `block_id`; KeyError if there is none."""
        return (self.reference if block_id.startswith("r") else self.version).block(block_id)

    def pair(self, block_id: str) -> Pair:
        """The pair that holds the block named `block_id`; KeyError if there is none."""
        return self._pair_by_block[block_id]

    def edits(self, block_id: str) -> tuple[Edit, ...]:
        """The edits that touch the block named `block_id`, in its order; KeyError if there is no such block."""
        return self._edits_by_block[block_id]

    def sentence_pair(self, sentence: Sentence) -> SentencePair | None:
        """The pair that holds `sentence`, or None where its block has no counterpart."""
        return self._sentence_pair_by_start.get((sentence.span.block, sentence.span.start))

    def counterpart(self, span: Span) -> tuple[Span, ...]:
        """Where `span`, of either side, lies on the other side: one span for each block it reaches, none if it has no
        counterpart.

        Inside an equal or format edit the place is exact to the character where both texts are; a replaced stretch that
        `span` touches counts whole.
        """
        on_reference = span.block.startswith("r")
        ranges: dict[str, tuple[int, int]] = {}
        edits = self.edits(span.block)
        first = max(bisect_left(self._edit_starts_by_block[span.block], span.start) - 1, 0)
        for edit in map(edits.__getitem__, range(first, len(edits))):
            here, there = (edit.reference, edit.version) if on_reference else (edit.version, edit.reference)
            if here.start >= span.end:
                break
            if here.start == here.end or here.end <= span.start or there.start == there.end:
                continue
            start, end = there.start, there.end
            if edit.op == "equal":
                start += max(span.start - here.start, 0)
                end -= max(here.end - span.end, 0)
            low, high = ranges.get(there.block, (start, end))
            ranges[there.block] = (min(low, start), max(high, end))
        return tuple(self.block(block_id).span(start, end) for block_id, (start, end) in ranges.items())


# ── what plugins deliver ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Finding:
    """One thing that was done to the article, with its evidence.

    `reference` and `version` are the places on either side; one may be empty. `message` is one sentence in plain words.
    `data` holds JSON values only. Detectors leave `id` and `plugin` alone: the core stamps them.
    """

    code: str
    severity: Severity
    confidence: float
    message: str
    reference: tuple[Span, ...] = ()
    version: tuple[Span, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    plugin: str = ""


@dataclass(frozen=True)
class Rule:
    """What one finding code means.

    `summary` is one line, `help` a paragraph with an example; `severity` is what its findings have unless a finding
    says otherwise.
    """

    code: str
    summary: str
    help: str
    severity: Severity

    def finding(
        self,
        message: str,
        reference: Iterable[Span] = (),
        version: Iterable[Span] = (),
        /,
        *,
        severity: Severity | None = None,
        confidence: float = 1.0,
        **data: Any,
    ) -> Finding:
        """A finding of this rule; keyword arguments beyond the named ones become its `data`.

        The first three go by place alone, so that `reference` and `version` may be names in the data.
        """
        return Finding(
            self.code, severity or self.severity, confidence, message, tuple(reference), tuple(version), data
        )


@dataclass(frozen=True)
class Option:
    """A setting of a plugin, given as `--set PLUGIN.NAME=VALUE` or in the configuration file.

    `type` converts the text of a value (`int`, `float`, `str`, `bool`, `pathlib.Path`); `choices`, if any, are the only
    values allowed. Detectors and emitters receive the converted value, or `default`.
    """

    name: str
    help: str
    type: Callable[[str], Any] = str
    default: Any = None
    choices: tuple[Any, ...] = ()


Options: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Detector:
    """`run(alignment, options)` yields the findings and notes of the declared `rules`."""

    name: str
    summary: str
    rules: tuple[Rule, ...]
    run: Callable[[Alignment, Options], Iterable[Finding | Note]]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Emitter:
    """`run(report, options)` returns the report as text or bytes; `suffix` (such as `.html`) chooses it for `-o`.

    `schema()`, if any, returns the text of the schema that the output follows; `wirediff schema NAME` prints it.
    """

    name: str
    summary: str
    suffix: str
    run: Callable[[Report, Options], str | bytes]
    options: tuple[Option, ...] = ()
    schema: Callable[[], str] | None = None


@dataclass(frozen=True)
class Loader:
    """`run(source)` returns an article, or None where the source is not of its format.

    A loader numbers blocks `b1`, `b2`, … or leaves the ids empty; the core gives them their final ones.
    """

    name: str
    summary: str
    media_types: tuple[str, ...]
    run: Callable[[Source], Article | None]


# ── the result ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Failure:
    """A plugin that did not do its work, and why; its results are missing from the report."""

    plugin: str
    plugin_version: str
    stage: Stage
    error: str


@dataclass(frozen=True)
class Generator:
    """What made the report: wirediff's version, and every active plugin's by name."""

    version: str
    plugins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Summary:
    """The verdict and the figures it rests on, all counted in words of blocks that are not widgets.

    `words_kept`, `words_substituted` and `words_dropped` add up to `reference_words`; `words_new` counts the version's
    words without a counterpart. `order_kept` is the share of aligned words, 0 to 1, that stand in the reference's
    order. `counts` gives the number of findings by code.
    """

    verdict: Verdict
    reference_words: int = 0
    words_kept: int = 0
    words_substituted: int = 0
    words_dropped: int = 0
    version_words: int = 0
    words_new: int = 0
    order_kept: float = 1.0
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """Everything that is known about one pair, and what it takes to repeat it."""

    generator: Generator
    options: Mapping[str, Any]
    alignment: Alignment
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    failures: tuple[Failure, ...]
    rules: tuple[Rule, ...]
    summary: Summary

    @property
    def reference(self) -> Article:
        """The article that was compared with."""
        return self.alignment.reference

    @property
    def version(self) -> Article:
        """The article that was examined."""
        return self.alignment.version

    def rule(self, code: str) -> Rule:
        """The rule of `code`; KeyError if no active plugin declares it."""
        return self._rules_by_code[code]

    @cached_property
    def _rules_by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    @property
    def incomplete(self) -> bool:
        """Whether something was not read or not checked, so that silence does not mean "no difference"."""
        return bool(self.failures) or any(note.incomplete for note in self.notes)
