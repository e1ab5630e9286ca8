"""How often the findings of the terms plugin are right, beside the confidence they give.

    python tests/benchmarks/confidences.py PAIRS.jsonl…

Each line of a file is a pair judged by people: `reference`, `version`, and `same`, whether the version still says the
same. A finding that claims another meaning, name or figure is right if it does not; one that claims the same in other
words, another form or spelling is right if it does, and is counted only where it is the pair's only finding. Findings
that claim neither ("other wording", added words) are left out. The rows are those of `wirediff_terms/judge/grounds.py`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import wirediff_terms

from wirediff.model import Finding
from wirediff.testing import compare_texts

SAME = ("terms/synonym", "terms/spelling", "terms/inflection", "terms/function-word")
CHANGED = ("terms/number", "terms/name", "terms/negation", "terms/modality")
Row = tuple[str, str, str, float]
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def claims(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, bool]]:
    """Yield the findings that claim something, each with whether it claims the same meaning."""
    for each in findings:
        if each.code in CHANGED or (each.code in SAME and len(findings) == 1):
            yield each, each.code in SAME


def row(finding: Finding) -> Row:
    """Return the ground of a finding, as far as its report shows it."""
    relation = str(finding.data["relation"])
    relation = "strength" if relation.startswith("strength") else relation
    return finding.code, relation, str(finding.data["source"]), finding.confidence


def main() -> None:
    """Print one line for each ground, then the reliability table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path)
    found: Counter[Row] = Counter()
    right: Counter[Row] = Counter()
    for path in parser.parse_args().pairs:
        for line in path.read_text("utf-8").splitlines():
            pair = json.loads(line)
            report = compare_texts((pair["reference"],), (pair["version"],), [wirediff_terms])
            for finding, same in claims(report.findings):
                found[row(finding)] += 1
                right[row(finding)] += same == pair["same"]
    for each, count in sorted(found.items()):
        print(f"{each[0]:22} {each[1]:18} {each[2]:34} says {each[3]:.2f}, right {right[each] / count:.2f} of {count}")
    print()
    for low, high in pairwise(BINS):
        rows = [each for each in found if low <= each[3] < high]
        if count := sum(found[each] for each in rows):
            says = sum(each[3] * found[each] for each in rows) / count
            print(f"says {says:.2f}, right {sum(right[each] for each in rows) / count:.2f} of {count}")


if __name__ == "__main__":
    main()
