"""What a verdict rests on: the words that were exchanged, and what detectors say of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from wirediff.model import Alignment, Edit, Evidence, Finding, Nature, Rule, Span

_COVERING: frozenset[Nature] = frozenset({"meaning", "fact"})


class Places:
    """Spans of one side, asked whether another one touches any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for span in spans:
            found[span.block].append((span.start, span.end))
        self._starts: dict[str, list[int]] = {}
        self._reach: dict[str, list[int]] = {}
        for block, each in found.items():
            each.sort()
            self._starts[block] = [start for start, _ in each]
            self._reach[block] = _reaching(end for _, end in each)

    def touch(self, span: Span) -> bool:
        """Whether one of them has text in common with a span, or is next to it."""
        place = bisect_right(self._starts.get(span.block, ()), span.end)
        return place > 0 and self._reach[span.block][place - 1] >= span.start


def _reaching(ends: Iterable[int]) -> list[int]:
    """How far the spans up to each one reach."""
    reach: list[int] = []
    for end in ends:
        reach.append(max(end, reach[-1]) if reach else end)
    return reach


def evidence(
    alignment: Alignment, exchanges: Sequence[Edit], findings: Iterable[Finding], rules: Iterable[Rule]
) -> Evidence:
    """Return what was done to the words of both articles; `exchanges` are the short replacements of content."""
    natures = {rule.code: rule.nature for rule in rules}
    by_nature: defaultdict[Nature, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_nature[natures.get(finding.code, "form")].append(finding)
    told = {nature: list(_in_common(alignment, by_nature[nature])) for nature in _COVERING}
    synonyms = Places(span for finding in by_nature["substitution"] if finding.version for span in finding.reference)
    quotations = Places(span for finding in by_nature["source"] if finding.version for span in finding.reference)
    return Evidence(
        exchanges=len(exchanges),
        sentences=_sentences(alignment, exchanges),
        repeated=_repeated(exchanges),
        quoted=sum(quotations.touch(edit.reference) for edit in exchanges),
        synonyms=sum(synonyms.touch(edit.reference) for edit in exchanges),
        meanings=len(told["meaning"]),
        facts=len(told["fact"]),
        others=_others(alignment, [finding for each in told.values() for finding in each]),
    )


def _in_common(alignment: Alignment, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The serious findings in text that both sides have, not in a paragraph that one side lacks."""
    both = (pair for pair in alignment.pairs if pair.reference and pair.version)
    common = {block.id for pair in both for block in (*pair.reference, *pair.version)}
    for finding in findings:
        if finding.severity == "error" and all(span.block in common for span in (*finding.reference, *finding.version)):
            yield finding


def _sentences(alignment: Alignment, exchanges: Iterable[Edit]) -> int:
    starts = {block: [sentence.span.start for sentence in group] for block, group in alignment.sentences.items()}
    places = (edit.reference for edit in exchanges)
    return len({(span.block, bisect_right(starts[span.block], span.start)) for span in places})


def _repeated(exchanges: Iterable[Edit]) -> int:
    counts = Counter((edit.reference.text.casefold(), edit.version.text.casefold()) for edit in exchanges)
    return sum(count for count in counts.values() if count > 1)


def _others(alignment: Alignment, told: Sequence[Finding]) -> int:
    """How many changed places no finding of another meaning or fact covers."""
    reference = Places(span for finding in told for span in finding.reference)
    version = Places(span for finding in told for span in finding.version)
    return sum(
        edit.is_change and not reference.touch(edit.reference) and not version.touch(edit.version)
        for pair in alignment.pairs
        if not any(block.kind == "widget" for block in (*pair.reference, *pair.version))
        for edit in pair.edits
    )
