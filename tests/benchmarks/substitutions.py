"""Precision and recall of substitutions, their classes and the ledger, on versions generated from the fixtures.

    python tests/benchmarks/substitutions.py [--seeds N]

A finding of the terms plugin and a change that the generator made match where their words overlap (on the side that has
words); exactly where both spans are the same. The ledger's entries are those that were carried out three times or more.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import wirediff_terms

from tests.generator.spinning import Change, Spun, articles, spin
from wirediff.model import Finding, Report, Span
from wirediff.testing import compare_texts

LEDGER = "systematic"
"""The rule that comes on top of the single findings."""
OFTEN = 3


def words(spans: Iterable[Span]) -> set[tuple[str, int]]:
    """Places of characters that are no white space."""
    return {
        (span.block, span.start + at) for span in spans for at, character in enumerate(span.text) if character != " "
    }


def gold(change: Change, spun: Spun) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """The same places of a change, on both sides."""
    sides = (("r", spun.reference, change.reference), ("v", spun.version, change.version))
    return tuple(  # type: ignore[return-value]
        {(f"{side}{change.paragraph + 1}", at) for at in range(*place) if texts[change.paragraph][at] != " "}
        for side, texts, place in sides
    )


class Counts(Counter[str]):
    """Totals over all versions."""

    def told(self) -> str:
        """The figures."""
        precision, recall = self["overlap"] / self["found"], self["overlap"] / self["gold"]
        exact = 2 * self["exact"] / (self["found"] + self["gold"])
        return (
            f"{self['gold']} changes, {self['found']} findings\n"
            f"by overlap: precision {precision:.3f} recall {recall:.3f} "
            f"F1 {2 * precision * recall / (precision + recall):.3f}\n"
            f"exact spans: F1 {exact:.3f}\n"
            f"class right: {self['class'] / self['overlap']:.3f}\n"
            f"ledger: recall {self['ledger found'] / max(1, self['ledger']):.3f}, count exact "
            f"{self['ledger exact'] / max(1, self['ledger']):.3f} of {self['ledger']}"
        )


def count(spun: Spun, report: Report, counts: Counts, misses: Counter[str]) -> None:
    """Add one version."""
    found = [each for each in report.findings if each.code.partition("/")[2] != LEDGER]
    places = [(words(each.reference), words(each.version)) for each in found]
    used: set[int] = set()
    counts["found"] += len(found)
    counts["gold"] += len(spun.changes)
    for change in spun.changes:
        ours, theirs = gold(change, spun)
        match = next(
            (n for n, (r, v) in enumerate(places) if n not in used and (r & ours if ours else v & theirs)),
            None,
        )
        if match is None:
            misses[f"missed {change.rule}: {change.old} -> {change.new}"] += 1
            continue
        used.add(match)
        rule = found[match].code.partition("/")[2]
        counts["overlap"] += 1
        counts["exact"] += places[match] == (ours, theirs)
        counts["class"] += _same_class(rule, change)
        if not _same_class(rule, change):
            misses[f"class {change.rule}: {change.old} -> {change.new} is {rule}"] += 1
        elif places[match] != (ours, theirs):
            misses[f"span {change.old} -> {change.new} is {found[match].message}"] += 1
    _count_ledger(spun, report.findings, counts)


def _same_class(rule: str, change: Change) -> bool:
    return rule == change.rule or (change.rule == "synonym" and rule == "broken-phrase")


def _count_ledger(spun: Spun, findings: Sequence[Finding], counts: Counts) -> None:
    often = Counter((change.old.lower(), change.new.lower()) for change in spun.changes if change.old and change.new)
    entries = {
        (each.data["reference"].lower(), each.data["version"].lower()): each.data["count"]
        for each in findings
        if each.code == "terms/systematic"
    }
    for pair, times in often.items():
        if times >= OFTEN:
            counts["ledger"] += 1
            counts["ledger found"] += pair in entries
            counts["ledger exact"] += entries.get(pair) == times


def main() -> None:
    """Generate, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=25)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    counts, misses = Counts(), Counter[str]()
    for article in articles():
        for seed in range(arguments.seeds):
            spun = spin(article, seed)
            count(spun, compare_texts(spun.reference, spun.version, [wirediff_terms]), counts, misses)
    print(counts.told())
    if arguments.misses:
        for told, times in misses.most_common(60):
            print(times, told)


if __name__ == "__main__":
    main()
