"""Time and peak memory of wirediff beside other diffs on one pair, cold starts, and how cost grows with length.

    python tests/benchmarks/compare_peers.py [REFERENCE VERSION] [--growth]

Without files the pair is `fixtures/spun-text`. wirediff runs all of its detectors and writes JSON. Peers, as far as
they are installed: lxml.html.diff, xmldiff, redlines, diff-match-patch, difflib, cydifflib, web-monitoring-diff. Texts
become HTML paragraphs for those that take HTML. Times are taken by pytest-benchmark in one process; memory is the peak
of a fresh process that does one comparison. `--growth` compares edited articles of 1,000 to 1,000,000 words.
"""

from __future__ import annotations

import argparse
import math
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peers
import pytest

FIXTURE = Path(__file__).parents[2] / "fixtures" / "spun-text"
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
WORDS_A_PARAGRAPH = 60
EDITED = 0.05
"""Share of the words that the growth table's versions replace."""
STARTS = 5


class Given:
    """The pair of files as a fixture of pytest."""

    def __init__(self, files: tuple[Path, Path]) -> None:
        self.files = files

    @pytest.fixture(name="texts", scope="session")
    def texts(self) -> peers.Texts:
        """Both files' texts."""
        return peers.read(self.files)


@pytest.mark.parametrize("tool", peers.installed())
def test_time(benchmark: Any, tool: str, texts: peers.Texts) -> None:
    """One comparison in a warm process."""
    work = peers.TOOLS[tool][1]
    work(texts)
    benchmark(work, texts)


def _print_memory(files: tuple[Path, Path]) -> None:
    print("\npeak memory of one comparison in a fresh process, MB")
    for tool in peers.installed():
        run = subprocess.run(
            [sys.executable, peers.__file__, tool, *map(str, files)], capture_output=True, text=True, check=False
        )
        print(f"{tool:>20} {run.stdout.strip() or 'failed'}")


def _print_starts(files: tuple[Path, Path]) -> None:
    print(f"\ncold starts, the best of {STARTS}, seconds")
    for arguments in (["--help"], ["compare", *map(str, files)], ["compare", *map(str, files), "-f", "json"]):
        seconds = []
        for _ in range(STARTS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "wirediff", *arguments], capture_output=True, check=False)
            seconds.append(time.perf_counter() - start)
        print(f"{min(seconds):8.2f}  wirediff {' '.join(arguments[:1] + arguments[3:])}")


def _print_growth() -> None:
    import wirediff
    from wirediff.model import Source

    print(f"\nedited articles: {100 * EDITED:g}% of the words replaced; exponents are of the growth since the last row")
    print(f"{'words':>10} {'align s':>10} {'exponent':>10} {'compare s':>10} {'exponent':>10}")
    last: tuple[int, float, float] | None = None
    for length in LENGTHS:
        reference, version = (Source.from_text(text) for text in _edited(length))
        whole = _timed(lambda: wirediff.compare(reference, version, budget=1e9))  # noqa: B023
        aligned = _timed(lambda: _aligned(reference, version))  # noqa: B023
        exponents = ["", ""]
        if last:
            steps = math.log(length / last[0])
            exponents = [f"{math.log(now / then) / steps:.2f}" for now, then in ((aligned, last[1]), (whole, last[2]))]
        print(f"{length:>10,} {aligned:>10.3f} {exponents[0]:>10} {whole:>10.3f} {exponents[1]:>10}")
        last = (length, aligned, whole)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _aligned(*sources: Any) -> object:
    from dataclasses import replace

    import wirediff
    from wirediff.align import align

    articles = []
    for side, source in zip("rv", sources, strict=True):
        article = wirediff.load(source)
        blocks = tuple(replace(block, id=f"{side}{number}") for number, block in enumerate(article.blocks, 1))
        articles.append(replace(article, blocks=blocks))
    return align(*articles)


def _edited(length: int) -> peers.Texts:
    """A text of so many words of a vocabulary with Zipf's frequencies, and the same with words replaced."""
    chance = random.Random(length)
    vocabulary = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 10))) for _ in range(8_000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    words = chance.choices(vocabulary, weights, k=length)
    edited = [chance.choice(vocabulary) if chance.random() < EDITED else word for word in words]
    return _as_text(words), _as_text(edited)


def _as_text(words: list[str]) -> str:
    starts = range(0, len(words), WORDS_A_PARAGRAPH)
    return "\n\n".join(" ".join(words[at : at + WORDS_A_PARAGRAPH]).capitalize() + "." for at in starts)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[FIXTURE / "reference.txt", FIXTURE / "version.txt"])
    parser.add_argument("--growth", action="store_true", help="also compare longer and longer articles")
    arguments = parser.parse_args()
    if len(arguments.files) != 2:
        parser.error("two files, or none")
    files = (arguments.files[0], arguments.files[1])
    columns = ["--benchmark-columns=min,median,rounds", "--benchmark-sort=min", "--benchmark-warmup=on"]
    pytest.main([__file__, "-q", "-p", "no:cacheprovider", "-W", "ignore", *columns], plugins=[Given(files)])
    _print_memory(files)
    _print_starts(files)
    if arguments.growth:
        _print_growth()


if __name__ == "__main__":
    main()
