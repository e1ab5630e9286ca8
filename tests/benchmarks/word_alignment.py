"""F1 of the word alignment that a report shows, on gold alignments of English paraphrases.

    python tests/benchmarks/word_alignment.py gold.train.sure.json     # Edinburgh++ as in xuchen/jacana
    python tests/benchmarks/word_alignment.py mtref-dev.tsv            # MultiMWA as in chaojiang06/neural-Jacana

Printed are precision, recall and F1 over all words (averaged by sentence pair and pooled) and pooled over pairs of
words that are not identical. Only what `wirediff.compare` returns is read: equal edits, and the spans of `terms/`
findings that are surer than even, sentences written anew excepted. Their words correspond as `data.words` says, else
each to each. The test parts of
both sets are held out: do not run this on them while developing.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import wirediff
from wirediff.model import Finding, Report, Source, Span

Links = set[tuple[int, int]]
PUNCTUATION = ".,;:!?'\"()"
LEAST_CONFIDENCE = 0.5
"""Findings below say of themselves that they are rather wrong than right."""


class Case(NamedTuple):
    """A pair of sentences, cut into words by spaces, and its gold links; `possible` ones count for nothing."""

    reference: list[str]
    version: list[str]
    gold: Links
    possible: Links


class Score(NamedTuple):
    """Counts of links."""

    found: int
    gold: int
    right: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 1 where there is nothing to find."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of either format."""
    if path.suffix == ".json":
        for item in json.loads(path.read_text("utf-8")):
            source, target = item["source"].split(), item["target"].split()
            yield Case(source, target, _links(item["sureAlign"]), _links(item["possibleAlign"]))
        return
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            fields = [field for field in row if "-" in field and field.replace("-", "").replace(" ", "").isdigit()]
            yield Case(row[1].split(), row[3].split(), _links(fields[0] if fields else ""), set())


def _links(text: str) -> Links:
    return {(int(i), int(j)) for i, j in (link.split("-") for link in text.split())}


def links_of(report: Report, case: Case) -> Links:
    """The links between words that the report shows."""
    ours, theirs = _offsets(case.reference), _offsets(case.version)
    found: Links = set()
    for pair in report.alignment.pairs:
        for edit in pair.edits:
            if edit.op in ("equal", "format"):
                a, b = _covered(ours, edit.reference), _covered(theirs, edit.version)
                if len(a) == len(b):
                    found |= set(zip(a, b, strict=True))
    linked_r, linked_v = {i for i, _ in found}, {j for _, j in found}
    for finding in report.findings:
        if _is_substitution(finding):
            a = [i for span in finding.reference for i in _covered(ours, span) if i not in linked_r]
            b = [j for span in finding.version for j in _covered(theirs, span) if j not in linked_v]
            same = finding.data.get("relation") == "moved" and len(a) == len(b)
            if "words" in finding.data:
                found |= _paired(finding.data["words"], a, b, case)
            else:
                found |= set(zip(a, b, strict=True)) if same else {(i, j) for i in a for j in b}
    return found


def _paired(pairs: list[list[str]], a: list[int], b: list[int], case: Case) -> Links:
    """The links of a change whose words are given in pairs, each in the order of the text."""
    left_a, left_b = list(a), list(b)
    found: Links = set()
    for ours, theirs in pairs:
        mine, others = _taken(left_a, case.reference, ours), _taken(left_b, case.version, theirs)
        found |= {(i, j) for i in mine for j in others}
    return found


def _taken(left: list[int], words: list[str], text: str) -> list[int]:
    """The words `left` that make up `text`, which are taken out."""
    found = []
    for form in text.split(" "):
        at = next((n for n in left if words[n].strip(PUNCTUATION) == form.strip(PUNCTUATION)), None)
        if at is not None:
            left.remove(at)
            found.append(at)
    return found


def _is_substitution(finding: Finding) -> bool:
    certain = finding.confidence >= LEAST_CONFIDENCE and finding.data.get("relation") != "rewritten"
    return certain and finding.code.startswith("terms/") and finding.code != "terms/systematic"


def _offsets(words: list[str]) -> list[tuple[int, int]]:
    offsets, at = [], 0
    for word in words:
        offsets.append((at, at + len(word)))
        at += len(word) + 1
    return offsets


def _covered(offsets: list[tuple[int, int]], span: Span) -> list[int]:
    return [n for n, (start, end) in enumerate(offsets) if start < span.end and end > span.start]


def score(found: Links, case: Case) -> Score:
    """Counts over `found`, links that are merely possible left out."""
    certain = found - (case.possible - case.gold)
    return Score(len(certain), len(case.gold), len(certain & case.gold))


def different(links: Links, case: Case) -> Links:
    """The links between words that are not identical."""
    return {(i, j) for i, j in links if case.reference[i].casefold() != case.version[j].casefold()}


def total(scores: list[Score]) -> Score:
    """The sum of all counts."""
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print this many cases with what was missed and wrong")
    arguments = parser.parse_args()
    every, unlike = [], []
    for case in read_cases(arguments.gold):
        report = wirediff.compare(
            Source.from_text(" ".join(case.reference), "reference"), Source.from_text(" ".join(case.version), "version")
        )
        found = links_of(report, case)
        every.append(score(found, case))
        others = Case(case.reference, case.version, different(case.gold, case), different(case.possible, case))
        unlike.append(score(different(found, case), others))
        if len(every) <= arguments.show:
            show(case, found)
    print(f"{len(every)} pairs   macro-F1 over all words {100 * sum(s.f1 for s in every) / len(every):.1f}")
    for name, scores in (("all", every), ("not identical", unlike)):
        whole = total(scores)
        precision, recall = whole.right / max(whole.found, 1), whole.right / max(whole.gold, 1)
        print(f"{name:<14} P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * whole.f1:.1f}")


def show(case: Case, found: Links) -> None:
    """Print a case's wrong and missed links."""
    print(" ".join(case.reference), "\n ", " ".join(case.version))
    for name, links in (("wrong", found - case.gold - case.possible), ("missed", case.gold - found)):
        print(f"   {name}:", ", ".join(f"{case.reference[i]}~{case.version[j]}" for i, j in sorted(links)))


if __name__ == "__main__":
    main()
