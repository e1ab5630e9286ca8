"""The files of the compact WordNet and of related and opposed words, opened when the first word is looked up.

`lemmas-*.bin`, `related.bin` and others: two little-endian 32-bit numbers (of chunks, of bytes of their first
words), the first word of each chunk on a line of its own, the size of each chunk (32 bit), then the chunks: deflated
lines `lemma|senses|antonyms|derivations|name`, `word|closely related|listed with it`, and `word|opposites of a
dictionary|inferred ones|valence|negative`; `expressions.bin`: `word|what follows it in expressions|words written after
it`. The scripts in `tools` write them.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import NamedTuple

_LEMMA_FILES = ("wordnet/lemmas-1.bin", "wordnet/lemmas-2.bin")


class LemmaEntry(NamedTuple):
    """What the lexicon has about a lemma; senses are synset numbers, the most frequent of each part of speech first.

    `is_name` says that it is mostly written with a capital.
    """

    senses: tuple[int, ...]
    antonyms: tuple[str, ...]
    derived: tuple[str, ...]
    is_name: bool


class Synsets(NamedTuple):
    """Parts of speech and links of synsets by their number."""

    ends: tuple[int, int, int, int]
    parents: Mapping[int, tuple[int, ...]]
    similar: Mapping[int, tuple[int, ...]]
    opposite: Mapping[int, tuple[int, ...]]

    def part_of_speech(self, synset: int) -> str:
        """`n`, `v`, `a` or `r`."""
        return "nvar"[bisect_right(self.ends, synset)]


class _Lines:
    """The lines of all words in order, in chunks, from several consecutive files."""

    def __init__(self, names: Iterable[str]) -> None:
        self._firsts: list[bytes] = []
        self._chunks: list[memoryview] = []
        for name in names:
            data = _read(name)
            count, size = struct.unpack_from("<II", data)
            self._firsts += data[8 : 8 + size].split(b"\n")
            sizes = _numbers("I", data[8 + size : 8 + size + 4 * count])
            starts = accumulate(sizes, initial=8 + size + 4 * count)
            self._chunks += [memoryview(data)[start:end] for start, end in pairwise(starts)]

    def chunk(self, word: bytes) -> int:
        """Return the number of the chunk that `word` would be in."""
        return max(bisect_right(self._firsts, word) - 1, 0)

    def leads(self, chunk: int, start: bytes) -> bool:
        """Whether the first word of a chunk begins with `start`."""
        return chunk < len(self._firsts) and self._firsts[chunk].startswith(start)

    def lines(self, chunk: int) -> dict[str, str]:
        """Return the rest of each line of a chunk by its word."""
        return {word: rest for word, _, rest in (line.partition("|") for line in self._text(chunk).split("\n"))}

    def line(self, word: str) -> str:
        """Return the rest of the line of `word`; the empty string if there is none."""
        _, _, rest = f"\n{self._text(self.chunk(_key(word)))}".partition(f"\n{word}|")
        return rest.partition("\n")[0]

    def _text(self, chunk: int) -> str:
        return zlib.decompress(self._chunks[chunk]).decode()


def _read(name: str) -> bytes:
    return files("wirediff_terms").joinpath("data", name).read_bytes()


def _numbers(kind: str, data: bytes) -> array[int]:
    numbers: array[int] = array(kind, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@lru_cache(maxsize=1)
def _lemmas() -> _Lines:
    return _Lines(_LEMMA_FILES)


@lru_cache(maxsize=2048)
def _lines(chunk: int) -> dict[str, str]:
    return _lemmas().lines(chunk)


@lru_cache(maxsize=65536)
def entry(lemma: str) -> LemmaEntry | None:
    """Return the entry of `lemma` (lower case, words joined by spaces), or None."""
    line = _lines(_lemmas().chunk(_key(lemma))).get(lemma)
    return None if line is None else _parse(line)


def has_longer(start: str) -> bool:
    """Whether a lemma of more words begins with the words `start`."""
    beginning = f"{start} "
    key = _key(beginning)
    chunk = _lemmas().chunk(key)
    return _lemmas().leads(chunk + 1, key) or any(lemma.startswith(beginning) for lemma in _lines(chunk))


def _key(lemma: str) -> bytes:
    return lemma.encode("utf-8", "surrogatepass")


def _parse(line: str) -> LemmaEntry:
    senses, antonyms, derived, name = line.split("|")
    return LemmaEntry(
        tuple(int(sense, 36) for sense in senses.split(",")),
        tuple(filter(None, antonyms.split(","))),
        tuple(filter(None, derived.split(","))),
        bool(name),
    )


@lru_cache(maxsize=1)
def synsets() -> Synsets:
    """Parts of speech, hypernyms and similar adjectives of all synsets."""
    data = zlib.decompress(_read("wordnet/synsets.bin"))
    counts = struct.unpack_from("<4I", data)
    first, second, third, fourth = accumulate(counts)
    at = 16
    maps = []
    for _ in range(3):
        counted = data[at : at + fourth]
        at += fourth
        (links,) = struct.unpack_from("<I", data, at)
        maps.append(_Links(counted, _numbers("i", data[at + 4 : at + 4 + 4 * links])))
        at += 4 + 4 * links
    return Synsets((first, second, third, fourth), *maps)


class _Links(Mapping[int, tuple[int, ...]]):
    """Return the targets of each synset from one flat array."""

    def __init__(self, counts: bytes, targets: array[int]) -> None:
        self._starts = array("I", accumulate(counts, initial=0))
        self._targets = targets

    def __getitem__(self, synset: int) -> tuple[int, ...]:
        return tuple(self._targets[self._starts[synset] : self._starts[synset + 1]])

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self)))

    def __len__(self) -> int:
        return len(self._starts) - 1


@lru_cache(maxsize=1)
def _related() -> _Lines:
    return _Lines(["related.bin"])


@lru_cache(maxsize=65536)
def related(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return words after `word` in the alphabet: those closely related to it, and those merely listed with it."""
    close, _, listed = _related().line(word).partition("|")
    return frozenset(close.split(",")), frozenset(listed.split(","))


class Opposites(NamedTuple):
    """The opposites of a word after it in the alphabet, and its valence: praise above 0, blame below, in tenths.

    It is negative if it is defined by a negation: "sparse: not dense".
    """

    words: frozenset[str]
    valence: int
    is_negative: bool


@lru_cache(maxsize=1)
def _opposites() -> _Lines:
    return _Lines(["opposites.bin"])


@lru_cache(maxsize=65536)
def opposites(word: str) -> Opposites:
    """Return what the list of opposites has of `word`."""
    line = _opposites().line(word)
    if not line:
        return Opposites(frozenset(), 0, False)
    listed, inferred, valence, negative = line.split("|")
    return Opposites(frozenset(filter(None, f"{listed},{inferred}".split(","))), int(valence or 0), bool(negative))


@lru_cache(maxsize=1)
def _exchanges() -> _Lines:
    return _Lines(["exchanges.bin"])


@lru_cache(maxsize=8192)
def exchanges(word: str) -> frozenset[str]:
    """Return rarer words after `word` in the alphabet that a thesaurus offers for it."""
    return frozenset(_exchanges().line(word).split(","))


class Continuations(NamedTuple):
    """What follows a word in fixed expressions, and the content words that are written after it."""

    fixed: frozenset[str]
    written: frozenset[str]


@lru_cache(maxsize=1)
def _expressions() -> _Lines:
    return _Lines(["expressions.bin"])


@lru_cache(maxsize=8192)
def continuations(word: str) -> Continuations:
    """Return what the list of expressions has after `word`."""
    fixed, _, written = _expressions().line(word).partition("|")
    return Continuations(frozenset(filter(None, fixed.split(","))), frozenset(filter(None, written.split(","))))


@lru_cache(maxsize=1)
def irregular() -> Mapping[str, tuple[str, ...]]:
    """Return the lemmas of irregular forms."""
    lines = _read("wordnet/irregular.txt").decode().splitlines()
    return {form: tuple(lemmas) for form, *lemmas in (line.split() for line in lines if not line.startswith("#"))}
