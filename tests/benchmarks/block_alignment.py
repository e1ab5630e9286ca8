"""How many blocks are aligned as they were rearranged, in versions generated from a folder of articles.

    python tests/benchmarks/block_alignment.py FOLDER [--seed N]

FOLDER holds plain texts, a paragraph a line, such as `data/dev/text` of networkdynamics/PolNeAR. Of each a version is
made: paragraphs split, merged, deleted, one of them moved, paragraphs of other articles inserted; then words replaced
by random ones of the folder, at each of several rates. Printed is the share of the paragraphs whose pair holds exactly
the right blocks under the right relation.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from wirediff.align import align
from wirediff.model import Article, Block, Relation, Source

RATES = (0.0, 0.15, 0.3, 0.5, 0.6)
LEAST_WORDS = 6
LEAST_PARAGRAPHS = 8
RELATIONS: tuple[Relation, ...] = ("edited", "split", "merged", "moved", "deleted", "inserted")


class Change(NamedTuple):
    """What became of a run of paragraphs: their numbers, the version's texts, and how they relate."""

    reference: tuple[int, ...]
    texts: tuple[str, ...]
    relation: Relation


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a text, headings and other short lines left out."""
    lines = path.read_text("utf-8").splitlines()
    return [line.strip() for line in lines if len(line.split()) > LEAST_WORDS]


def rearranged(texts: Sequence[str], others: Sequence[str], rng: random.Random) -> list[Change]:
    """The changes that make a version, in its order."""
    changes: list[Change] = []
    place = 0
    while place < len(texts):
        changes.append(_change(texts, place, rng))
        place += len(changes[-1].reference)
    kept = [k for k, change in enumerate(changes) if change.relation == "edited"]
    if kept:
        place = rng.choice(kept)
        mover = changes.pop(place)
        changes.insert((place + len(changes) // 2) % len(changes), mover._replace(relation="moved"))
    for _ in range(len(changes) // 7):
        changes.insert(rng.randrange(len(changes) + 1), Change((), (rng.choice(others),), "inserted"))
    return changes


def _change(texts: Sequence[str], place: int, rng: random.Random) -> Change:
    chance, text = rng.random(), texts[place]
    ends = [found.end() for found in re.finditer(r"\w{3}[.!?]\s+(?=[A-Z])", text)]
    if chance < 0.12 and ends:
        cut = rng.choice(ends)
        return Change((place,), (text[:cut].strip(), text[cut:]), "split")
    if 0.12 <= chance < 0.24 and place + 1 < len(texts):
        return Change((place, place + 1), (f"{text} {texts[place + 1]}",), "merged")
    if 0.24 <= chance < 0.3:
        return Change((place,), (), "deleted")
    return Change((place,), (text,), "edited")


def measure(
    texts: Sequence[str], changes: Sequence[Change], words: Sequence[str], rate: float, seed: int
) -> Counter[str]:
    """Counts of paragraphs by relation, and of those that were aligned right (`right RELATION`)."""
    rng = random.Random(seed)
    version: list[str] = []
    gold: list[tuple[tuple[str, ...], tuple[str, ...], Relation]] = []
    for change in changes:
        ids = tuple(f"v{number}" for number, _ in enumerate(change.texts, len(version) + 1))
        version += [" ".join(rng.choice(words) if rng.random() < rate else w for w in t.split()) for t in change.texts]
        gold.append((tuple(f"r{number + 1}" for number in change.reference), ids, change.relation))
    alignment = align(_article("r", texts), _article("v", version))
    counts = Counter[str]()
    for reference, ids, relation in gold:
        pair = alignment.pair((*reference, *ids)[0])
        found = tuple(b.id for b in pair.reference), tuple(b.id for b in pair.version)
        told = "edited" if pair.relation == "same" else pair.relation
        counts[relation] += 1
        counts[f"right {relation}"] += found == (reference, ids) and told == relation
    return counts


def _article(side: str, texts: Sequence[str]) -> Article:
    blocks = tuple(Block(f"{side}{number}", "paragraph", text) for number, text in enumerate(texts, 1))
    return Article(Source.from_text(""), language="en", blocks=blocks)


def _lines(folder: Path, seed: int) -> Iterator[str]:
    articles = [texts for path in sorted(folder.glob("*.txt")) if len(texts := paragraphs(path)) >= LEAST_PARAGRAPHS]
    everything = [text for texts in articles for text in texts]
    words = [word for text in everything for word in text.split()]
    yield f"{'replaced':>10}" + "".join(f"{relation:>18}" for relation in RELATIONS)
    for rate in RATES:
        counts = Counter[str]()
        rng = random.Random(seed)
        for number, texts in enumerate(articles):
            counts += measure(texts, rearranged(texts, everything, rng), words, rate, seed + number)
        told = (f"{counts[f'right {each}'] / (counts[each] or 1):>9.1%} of {counts[each]:>5}" for each in RELATIONS)
        yield f"{rate:>10.0%}" + "".join(told)


def main() -> None:
    """Print a line for each rate of replaced words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for line in _lines(arguments.folder, arguments.seed):
        print(line)


if __name__ == "__main__":
    main()
