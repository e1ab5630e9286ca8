"""Time `difflib_ext.diff` beside its peers on revision pairs, and print how the time of each grows.

    python tests/benchmarks/diff_peers.py [REVISIONS.json.gz] [--pairs N]

REVISIONS is a JSON object of lists of `[old, new]` texts, as `tools/data/revs.json.gz` in
wikimedia/mediawiki-php-wikidiff2; without it, edited copies of random text serve. Peers: `difflib`, and as far as they
are installed `cydifflib`, `diff-match-patch` and `lxml.html.diff`. Word tokens for all but the last two, which take
text. Each call runs once, in one process, peers and ours in turn on the same pair.
"""

from __future__ import annotations

import argparse
import gzip
import html
import importlib
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from difflib_ext import diff, information, intern

LONGEST_FOR_PEERS = 60_000
"""Characters a side up to which the peers run: some take minutes beyond."""


def tokens(text: str) -> list[str]:
    """Words and marks."""
    return re.findall(r"\w+|[^\w\s]", text)


def ours(old: str, new: str) -> int:
    """Number of opcodes of difflib_ext, weighted and cleaned."""
    a, b = tokens(old), tokens(new)
    numbers_a, numbers_b = intern(a, b)
    bits = information(numbers_a, numbers_b)
    weights = [int(word[0].isalnum()) for word in a]
    return len(diff(a, b, weights=weights, bits=[bits[number] for number in numbers_a]).opcodes)


def by_module(name: str) -> Callable[[str, str], int]:
    """Number of opcodes of a module with difflib's interface."""
    module = importlib.import_module(name)
    return lambda old, new: len(module.SequenceMatcher(None, tokens(old), tokens(new), autojunk=False).get_opcodes())


def by_diff_match_patch() -> Callable[[str, str], int]:
    """Number of diffs of diff-match-patch, on characters and cleaned."""
    differ = importlib.import_module("diff_match_patch").diff_match_patch()

    def run(old: str, new: str) -> int:
        diffs = differ.diff_main(old, new)
        differ.diff_cleanupSemantic(diffs)
        return len(diffs)

    return run


def by_lxml() -> Callable[[str, str], int]:
    """Length of what lxml.html.diff writes."""
    htmldiff = importlib.import_module("lxml.html.diff").htmldiff
    return lambda old, new: len(htmldiff(html.escape(old), html.escape(new)))


def peers() -> dict[str, Callable[[str, str], int]]:
    """All peers that are installed, by name."""
    makers = {
        "difflib": lambda: by_module("difflib"),
        "cydifflib": lambda: by_module("cydifflib"),
        "diff-match-patch": by_diff_match_patch,
        "lxml.html.diff": by_lxml,
    }
    found = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed")
    return found


def revisions(path: Path | None, count: int) -> Iterator[tuple[str, str]]:
    """`count` pairs of texts, spread over the file's lists, or made at random."""
    if path is None:
        draw = random.Random(1)
        vocabulary = [f"word{k}" for k in range(5000)]
        for size in [500, 2_000, 8_000] * (count // 3 + 1):
            old = draw.choices(vocabulary, k=size)
            new = [draw.choice(vocabulary) if draw.random() < 0.05 else word for word in old]
            yield " ".join(old), " ".join(new)
        return
    lists = json.loads(gzip.decompress(path.read_bytes())).values()
    for pairs in lists:
        for old, new in pairs[: count // len(lists) + 1]:
            yield old, new


def main() -> None:
    """Print one row a tool: seconds in all, for the slowest pair, and against ours."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("revisions", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=50)
    arguments = parser.parse_args()
    tools = {"difflib_ext": ours, **peers()}
    times: dict[str, list[float]] = {name: [] for name in tools}
    skipped: list[float] = []
    for old, new in revisions(arguments.revisions, arguments.pairs):
        long = max(len(old), len(new)) > LONGEST_FOR_PEERS
        for name, tool in tools.items():
            if long and tool is not ours:
                continue
            start = time.perf_counter()
            tool(old, new)
            (skipped if long else times[name]).append(time.perf_counter() - start)
    own = sum(times["difflib_ext"])
    print(f"{len(times['difflib_ext'])} pairs of up to {LONGEST_FOR_PEERS:,} characters a side")
    print(f"{'tool':<18}{'total s':>10}{'slowest s':>12}{'× ours':>9}")
    for name, seconds in times.items():
        print(f"{name:<18}{sum(seconds):>10.3f}{max(seconds, default=0):>12.3f}{sum(seconds) / own:>9.1f}")
    if skipped:
        print(f"difflib_ext alone on {len(skipped)} longer pairs: {sum(skipped):.3f} s, slowest {max(skipped):.3f} s")


if __name__ == "__main__":
    main()
