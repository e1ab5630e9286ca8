"""How well the classes of single substitutions tell what they do to a sentence, on Breaking_NLI.

    python tests/benchmarks/typed_substitutions.py dataset.jsonl --part dev

Each pair differs in one word or phrase; gold is entailment, contradiction or neutral. A report answers by the gravest
of its `terms/` findings: changed names and numbers, antonyms, negations and sister terms contradict, and added words
and modality are neutral, related terms follow. Half of the pairs, by parity of their number, is `dev`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import wirediff
from wirediff.model import Finding, Source

LABELS = ("contradiction", "neutral", "entailment")
CONTRADICT = frozenset({"terms/number", "terms/name", "terms/negation"})
FOLLOW = frozenset({"terms/spelling", "terms/inflection", "terms/function-word"})


def answer(findings: tuple[Finding, ...]) -> str:
    """The label that the findings amount to."""
    found = {label_of(finding) for finding in findings if finding.code.startswith("terms/")}
    return next((label for label in LABELS if label in found), "entailment")


def label_of(finding: Finding) -> str:
    """The label of one change."""
    relation = finding.data.get("relation", "")
    if finding.code in CONTRADICT or (finding.code == "terms/replacement" and relation != "moved"):
        return "contradiction"
    if finding.code in ("terms/added", "terms/modality"):
        return "neutral"
    return "entailment"


def read_cases(path: Path, part: str) -> Iterator[tuple[str, str, str, str]]:
    """Category, gold label and both sentences of each pair of the part."""
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        if part == "all" or (item["pairID"] % 2 == 0) == (part == "dev"):
            yield item["category"], item["gold_label"], item["sentence1"], item["sentence2"]


def f1(label: str, confusion: Counter[tuple[str, str]]) -> float:
    """F1 of one label."""
    right = confusion[label, label]
    gold = sum(count for (wanted, _), count in confusion.items() if wanted == label)
    found = sum(count for (_, given), count in confusion.items() if given == label)
    return 2 * right / (gold + found) if gold + found else 1.0


def main() -> None:
    """Print F1 by label and accuracy by category."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--part", choices=("dev", "held-out", "all"), default="dev")
    parser.add_argument("--show", type=int, default=0, help="print this many wrong answers")
    arguments = parser.parse_args()
    confusion: Counter[tuple[str, str]] = Counter()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for category, gold, premise, hypothesis in read_cases(arguments.dataset, arguments.part):
        report = wirediff.compare(Source.from_text(premise, "reference"), Source.from_text(hypothesis, "version"))
        given = answer(report.findings)
        confusion[gold, given] += 1
        total[category] += 1
        right[category] += given == gold
        if given != gold and confusion[gold, given] <= arguments.show:
            changes = [(f.code, f.data.get("relation"), f.message) for f in report.findings]
            print(category, gold, given, changes)
    for label in LABELS:
        print(f"{label:<14} F1 {100 * f1(label, confusion):.1f}")
    two = [f1(label, confusion) for label in ("contradiction", "entailment")]
    print(f"macro-F1 {100 * sum(f1(label, confusion) for label in LABELS) / 3:.1f}")
    print(f"macro-F1 of contradiction and entailment {50 * sum(two):.1f}")
    for category, count in total.most_common():
        print(f"   {category:<18} {count:>5}  accuracy {100 * right[category] / count:.1f}")


if __name__ == "__main__":
    main()
