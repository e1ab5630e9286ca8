"""Build the list of fixed expressions and of word pairs that are written, from sources that ask for credit at most.

    git clone …/physh-org/PhySH                            # physh_skos_compat.ttl
    git clone …/DiseaseOntology/HumanDiseaseOntology       # DOreports/allXREFinDO.tsv
    git clone …/NatLibFi/Annif-tutorial                    # data-sets/yso-nlf/yso-en.tsv
    git clone …/berkeleybop/artificial-intelligence-ontology      # aio.obo
    git clone …/ISA-tools/stato                            # releases/1.4/stato.obo
    git clone …/obi-ontology/obi                           # views/obi.obo
    pip download --no-deps symspellpy && unzip symspellpy-*.whl    # both frequency dictionaries
    pip download --no-deps -d docs scikit-learn scipy …    # the packages named in data/expressions-sources.txt
    python tools/build_expressions.py lists symspellpy docs

`lists` is a folder with the six files. Fixed expressions are the terms of two to four words of these lists, and pairs
that occur together far more often than by chance in the documentation of packages, where the terms of statistics and
computing are: a noun after a word that says of what kind it is. (The bigrams of the web would double them, with pairs
such as "opposition leader" that have synonyms: 16 of 645 careful rewordings of summaries were then told as broken
expressions, without them 10.) Written pairs are those of all sources; they show that a new wording is one that people
use.

Written to src/wirediff_terms/data/expressions.bin, in the format of the lexicon: `word|fixed|written`, what follows the
word in expressions, and the words that are written after it.
"""

from __future__ import annotations

import math
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from build_lexicon import write_lemmas
from wirediff_terms.lexicon.expressions import classifies, is_noun
from wirediff_terms.lexicon.wordnet import phrase_lemmas
from wirediff_terms.lexicon.words import is_function

Pair = tuple[str, str]
TARGET = Path(__file__).parents[1] / "src/wirediff_terms/data/expressions.bin"
LABELS = {
    "physh_skos_compat.ttl": r'Label\s+"([^"]+)"',
    "allXREFinDO.tsv": r'(?m)^"DOID:\d+"\t"([^"]+)"',
    "yso-en.tsv": r"(?m)^<[^>]+>\t([^(\n]+)",
    "aio.obo": r'(?m)^(?:name: |synonym: ")([^"\n]+)',
    "stato.obo": r'(?m)^(?:name: |synonym: ")([^"\n]+)',
    "obi.obo": r'(?m)^(?:name: |synonym: ")([^"\n]+)',
}
"""How each file has its terms."""
LONGEST = 4
ASSOCIATED, DESCRIBED = 5.0, 5.5
"""Minimum pointwise mutual information (natural logarithm) of a fixed pair, and of one whose adjective describes.
Chosen by hand on the development half of a list of tortured phrases and on rewordings of summaries."""
FILES, FILES_OF_WRITTEN = 3, 2
"""Minimum files of documentation that have a fixed pair, or one that is written; chosen by hand."""
WORD = re.compile(r"[a-z]{3,}(?:-[a-z]+)*")
LEWD = re.compile(
    r"anal|asian?s?|babes?|blowjobs?|boobs?|busty|cocks?|cum|cunts?|dicks?|dildos?|erotic\w*|escorts?|fetish|fuck\w*|"
    r"gay|girls?|hairy|hardcore|horny|lesbians?|lewd|lolita|mature|milfs?|naked|nipples?|nud\w+|orgy|panties|penis|piss|"
    r"porn\w*|pussy|sex\w*|sluts?|spank\w*|swingers?|teens?|thumbnails?|tits?|tranny|voyeur|webcams?|whores?|xxx"
)
"""Words of the pairs of the web that are left out: pages that sold sex in 2006 are a large part of it."""


def terms(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the terms of all lists, in lower case, that are plain words."""
    for name, label in LABELS.items():
        for found in re.findall(label, (folder / name).read_text("utf-8")):
            words = tuple(found.lower().split())
            if 2 <= len(words) <= LONGEST and all(map(re.compile(r"[a-z][a-z'-]*").fullmatch, words)):
                yield words


def documented(folder: Path) -> tuple[Counter[Pair], Counter[str]]:
    """Return in how many files of documentation each pair and each word is."""
    pairs: Counter[Pair] = Counter()
    single: Counter[str] = Counter()
    for wheel in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(wheel) as files:
            for name in files.namelist():
                if name.endswith((".py", ".rst", ".md")):
                    runs = [run.lower().split() for run in _runs(files.read(name).decode("utf-8", "replace"), name)]
                    pairs.update({pair for run in runs for pair in pairwise(run)})
                    single.update({word for run in runs for word in run})
    return pairs, single


def _runs(text: str, name: str) -> list[str]:
    """Return the runs of words without punctuation, in code those of its docstrings."""
    prose = "\n".join(re.findall(r'"""(.*?)"""', text, re.DOTALL)) if name.endswith(".py") else text
    return re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*(?:[ \n]+[A-Za-z]+(?:-[A-Za-z]+)*)+", prose)


def counted(folder: Path) -> tuple[Counter[Pair], Counter[str]]:
    """Return the counts of symspellpy's bigrams and words."""
    pairs: Counter[Pair] = Counter()
    single: Counter[str] = Counter()
    for line in (folder / "frequency_bigramdictionary_en_243_342.txt").read_text("utf-8-sig").splitlines():
        first, second, count = line.split()
        pairs[first, second] = int(count)
    for line in (folder / "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines():
        word, count = line.split()
        single[word] = int(count)
    return pairs, single


def _content(pairs: Iterable[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if all(map(_is_content, pair)))


def _is_content(word: str) -> bool:
    return bool(WORD.fullmatch(word)) and not is_function(word) and not LEWD.fullmatch(word)


def associated(pairs: Counter[Pair], single: Counter[str]) -> Iterator[Pair]:
    """Yield a noun after a word that classifies it, if they occur together far more often than by chance.

    Other adjectives need a closer association.
    """
    total = sum(single.values())
    for first, second in _content(pairs):
        count = pairs[first, second]
        if count < FILES or not is_noun(second) or not single[first] or not single[second]:
            continue
        strength = math.log(count * total / single[first] / single[second])
        if strength >= (ASSOCIATED if classifies(first) else DESCRIBED):
            yield first, second


def main(lists: Path, symspellpy: Path, docs: Path) -> None:
    """Write the file."""
    known = set(terms(lists))
    counts, documents = counted(symspellpy), documented(docs)
    fixed = known | set(associated(*documents))
    written = {*_content(counts[0]), *_content(pair for pair, n in documents[0].items() if n >= FILES_OF_WRITTEN)}
    written |= set(_content(pair for term in known for pair in pairwise(term)))
    lines: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for first, *rest in fixed:
        if not phrase_lemmas((first, *rest)):
            lines[first][0].add(" ".join(rest))
    for first, second in written:
        lines[first][1].add(second)
    write_lemmas(
        TARGET, [f"{word}|{','.join(sorted(f))}|{','.join(sorted(w))}" for word, (f, w) in sorted(lines.items())]
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
