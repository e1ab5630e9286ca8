"""How well the classes of single substitutions tell what they do to a sentence, on Breaking_NLI.

    python tests/benchmarks/typed_substitutions.py dataset.jsonl --part dev

Each pair differs in one word or phrase; gold is entailment, contradiction or neutral. A report answers by the gravest
of its `terms/` findings: changed names and numbers, antonyms, negations and sister terms contradict, and added words
and modality are neutral, related terms follow. Where one substitution has two labels, none can be right each time: how
far an oracle would get that knows the commoner label of each is printed beside. The categories of the pairs are read as
types too, each asking for one class. Half of the pairs, by parity of their number, is `dev`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

import wirediff
from wirediff.model import Finding, Source

LABELS = ("contradiction", "neutral", "entailment")
CONTRADICT = frozenset({"terms/number", "terms/name", "terms/negation"})
UNRELATED = frozenset({"none", "sibling"})
CLASSES = {
    "antonyms": "terms/negation",
    "antonyms_wordnet": "terms/negation",
    "synonyms": "terms/synonym",
    "cardinals": "terms/number",
    "ordinals": "terms/number",
    "countries": "terms/name",
    "nationalities": "terms/name",
    "planets": "terms/name",
}
"""The class that the pairs of a category ask for; of any other category `OTHER`."""
OTHER = "terms/replacement"


def answer(findings: tuple[Finding, ...]) -> str:
    """The label that the findings amount to."""
    found = {label_of(finding) for finding in findings if finding.code.startswith("terms/")}
    return next((label for label in LABELS if label in found), "entailment")


def label_of(finding: Finding) -> str:
    """The label of one change."""
    relation = finding.data.get("relation", "")
    replaced = finding.code == "terms/replacement" and relation != "moved"
    if finding.code in CONTRADICT or replaced or (finding.code == "terms/broken-phrase" and relation in UNRELATED):
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


def replaced(premise: str, hypothesis: str) -> tuple[str, str]:
    """The words that differ between two sentences."""
    ours, theirs = premise.lower().rstrip(".").split(), hypothesis.lower().rstrip(".").split()
    before = _shared(ours, theirs)
    behind = _shared(ours[before:][::-1], theirs[before:][::-1])
    return " ".join(ours[before : len(ours) - behind]), " ".join(theirs[before : len(theirs) - behind])


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))


def best_possible(cases: Sequence[tuple[str, str, str, str]]) -> Counter[tuple[str, str]]:
    """The confusion of an oracle that sees the substitution alone, and knows how each is labelled most often."""
    labels: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, gold, premise, hypothesis in cases:
        labels[replaced(premise, hypothesis)][gold] += 1
    return Counter(
        (gold, labels[replaced(premise, hypothesis)].most_common(1)[0][0]) for _, gold, premise, hypothesis in cases
    )


def class_of(findings: tuple[Finding, ...], wanted: str) -> str:
    """The class of the change of a pair: the wanted one, if it is among those found."""
    codes = [finding.code for finding in findings if finding.code.startswith("terms/")]
    return wanted if wanted in codes else next(iter(codes), "none")


def f1(label: str, confusion: Counter[tuple[str, str]]) -> float:
    """F1 of one label."""
    right = confusion[label, label]
    gold = sum(count for (wanted, _), count in confusion.items() if wanted == label)
    found = sum(count for (_, given), count in confusion.items() if given == label)
    return 2 * right / (gold + found) if gold + found else 1.0


def macro(confusion: Counter[tuple[str, str]], labels: Collection[str] = LABELS) -> float:
    """Mean F1 of the labels."""
    return sum(f1(label, confusion) for label in labels) / len(labels)


def main() -> None:
    """Print F1 by label and by class, and accuracy by category."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--part", choices=("dev", "held-out", "all"), default="dev")
    parser.add_argument("--show", type=int, default=0, help="print this many wrong answers")
    arguments = parser.parse_args()
    confusion: Counter[tuple[str, str]] = Counter()
    classes: Counter[tuple[str, str]] = Counter()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    cases = list(read_cases(arguments.dataset, arguments.part))
    for category, gold, premise, hypothesis in cases:
        report = wirediff.compare(Source.from_text(premise, "reference"), Source.from_text(hypothesis, "version"))
        given = answer(report.findings)
        confusion[gold, given] += 1
        wanted = CLASSES.get(category, OTHER)
        classes[wanted, class_of(report.findings, wanted)] += 1
        total[category] += 1
        right[category] += given == gold
        if given != gold and confusion[gold, given] <= arguments.show:
            changes = [(f.code, f.data.get("relation"), f.message) for f in report.findings]
            print(category, gold, given, changes)
    for label in LABELS:
        print(f"{label:<14} F1 {100 * f1(label, confusion):.1f}")
    two = [f1(label, confusion) for label in ("contradiction", "entailment")]
    oracle = best_possible(list(read_cases(arguments.dataset, "all")))
    print(f"macro-F1 {100 * macro(confusion):.1f}")
    print(f"macro-F1 of an oracle that sees the substitution alone, on all pairs {100 * macro(oracle):.1f}")
    print(f"macro-F1 of contradiction and entailment {50 * sum(two):.1f}")
    known = sorted({*CLASSES.values(), OTHER})
    print(f"macro-F1 of the classes that the categories ask for {100 * macro(classes, known):.1f}")
    for name in known:
        print(f"   {name:<18} F1 {100 * f1(name, classes):.1f}")
    for category, count in total.most_common():
        print(f"   {category:<18} {count:>5}  accuracy {100 * right[category] / count:.1f}")


if __name__ == "__main__":
    main()
