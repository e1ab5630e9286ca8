"""How often *spun* is said of what was spun by a machine, and of what people revised.

    python tests/benchmarks/verdict.py [--attacks FILE …] [--revisions FILE …]

`--attacks` are CSV files whose rows hold a text and the same attacked by synonyms, in columns `passage_1, passage_2` or
`text1, text2` (QData/Reevaluating-NLP-Adversarial-Examples); five snippets make a text. `--revisions` are tables of
reviews that people revised, with columns `batch_id` and `Text` (acmi-lab/counterfactually-augmented-data). Versions
that are generated from the fixtures are always compared: spun at several rates, or only shortened and reordered.

The second table shows how far the verdict can be relied on: of the versions with so many exchanges that are called
spun, how many are.
"""

from __future__ import annotations

import argparse
import csv
import html
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import wirediff
from tests.generator.spinning import articles, spin
from wirediff.align.verdict import FEW_WORDS
from wirediff.model import Source, Summary

SEEDS = range(12)
RATES = (0.1, 0.3, 0.6, 1.0)
SNIPPETS = 5
ATTACKED = 0.1
"""Share of exchanged words from which an attacked text counts as spun."""
PASSAGES = ("passage_1", "passage_2", "text1", "text2")
BANDS = (8, 12, 20, 40)


class Case(NamedTuple):
    """A pair, where it is from, and whether a machine spun the version."""

    origin: str
    is_spun: bool
    reference: str
    version: str


def generated() -> Iterator[Case]:
    """Versions of the fixtures' texts: with a thesaurus at several rates, and with another order and cuts only."""
    for article in articles():
        text = "\n\n".join(article)
        for seed in SEEDS:
            for rate in RATES:
                spun = spin(article, seed, share=rate)
                exchanged = sum(change.rule != "added" for change in spun.changes)
                is_spun = exchanged >= ATTACKED * len(text.split())
                if is_spun or rate == min(RATES):
                    yield Case(f"generated, {rate:.0%} of what can be", is_spun, text, "\n\n".join(spun.version))
        yield Case("shortened and reordered", False, text, "\n\n".join((*article[2:4], *article[:2])))


def attacked(path: Path) -> Iterator[Case]:
    """Attacks by synonyms; some are of a few words only."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {
            (row.get("passage_1") or row["text1"], row.get("passage_2") or row["text2"]) for row in csv.DictReader(file)
        }
    plain = sorted(tuple(re.sub(r"\[\[|\]\]", "", text) for text in row) for row in rows)
    pairs = [(old, new) for old, new in plain if len(old.split()) == len(new.split())]
    for group in zip(*[iter(pairs)] * SNIPPETS, strict=False):
        old, new = ("\n\n".join(texts) for texts in zip(*group, strict=True))
        changed = sum(a != b for a, b in zip(old.split(), new.split(), strict=False))
        if changed >= ATTACKED * len(old.split()):
            yield Case(f"attacks: {path.stem}", True, old, new)


def revised(path: Path) -> Iterator[Case]:
    """Reviews that people turned into their opposite."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            groups[row["batch_id"]].append(html.unescape(re.sub(r"(<br\s*/?>)+", "\n\n", row["Text"])).strip())
    for texts in groups.values():
        if len(texts) == len(set(texts)) == 2:
            yield Case(f"revisions: {path.stem}", False, *texts)


def judged(cases: Iterable[Case]) -> Iterator[tuple[Case, Summary]]:
    """Each case that is long enough for a verdict."""
    for case in cases:
        if min(len(text.split()) for text in case[2:]) >= FEW_WORDS:
            sides = Source.from_text(case.reference, "reference"), Source.from_text(case.version, "version")
            yield case, wirediff.compare(*sides).summary


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attacks", type=Path, nargs="*", default=[])
    parser.add_argument("--revisions", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    cases = [*generated()]
    cases += [case for path in given.attacks for case in attacked(path)]
    cases += [case for path in given.revisions for case in revised(path)]
    by_origin: defaultdict[tuple[bool, str], Counter[str]] = defaultdict(Counter)
    by_band: defaultdict[int, Counter[bool]] = defaultdict(Counter)
    for case, summary in judged(cases):
        by_origin[case.is_spun, case.origin][summary.verdict] += 1
        if summary.verdict == "spun":
            by_band[max(band for band in BANDS if band <= summary.evidence.exchanges)][case.is_spun] += 1
    for (is_spun, origin), verdicts in sorted(by_origin.items(), reverse=True):
        total = verdicts.total()
        what = "spun " if is_spun else "human"
        print(f"{what}  {origin:40} {total:5}  called spun {verdicts['spun'] / total:.3f}  {dict(verdicts)}")
    for band, found in sorted(by_band.items()):
        print(
            f"{band:3} exchanges or more, called spun: {found.total():4}, which are {found[True] / found.total():.3f}"
        )


if __name__ == "__main__":
    main()
