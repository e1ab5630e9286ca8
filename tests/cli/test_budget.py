"""Texts on which comparisons explode: the result is coarser, valid, and says so, and the time is bounded."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

pytestmark = pytest.mark.slow
BUDGET = 5
SECONDS = 40
"""Of the processors, in sum over all plugins, which stop after the budget or a second at least."""
MEMORY = 1 << 20
"""Kilobytes of the largest process."""
SENTENCE = "The council of Port Salter said on Tuesday that the ferry would close. "


def _page(*paragraphs: str) -> str:
    return f"<!doctype html><article><h1>Ferry</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}</article>"


def _thue_morse(length: int, one: str, other: str) -> str:
    return " ".join(other if number.bit_count() % 2 else one for number in range(length))


def _novel(seed: int, words: int) -> Iterator[str]:
    chance = Random(seed)
    vocabulary = ["".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(2, 9))) for _ in range(5_000)]
    for _ in range(words // 60):
        sentences = (" ".join(chance.choices(vocabulary, k=15)).capitalize() for _ in range(4))
        yield ". ".join(sentences) + "."


def _captions(day: str, count: int) -> str:
    return "".join(
        f"<figure><img src={n}.jpg><figcaption>The quay on {day}. (Photo: Ana Finch)</figcaption></figure>"
        for n in range(count)
    )


WORDS = 300_000
PAIRS: Mapping[str, tuple[str, str]] = {
    "one word": ("word " * WORDS, "word " * (WORDS // 2) + "other " + "word " * (WORDS // 2)),
    "one sentence": (SENTENCE * 10_000, SENTENCE * 5_000 + "The ferry would open. " + SENTENCE * 5_000),
    "one paragraph": (_page(*[SENTENCE] * 10_000), _page(*[SENTENCE.replace("close", "open")] * 10_000)),
    "two novels": ("\n\n".join(_novel(1, 100_000)), "\n\n".join(_novel(2, 100_000))),
    "one line": (" ".join(_novel(1, 200_000)), " ".join(_novel(1, 200_000)).replace(" a", " changed")),
    "empty paragraphs": (_page(*[""] * 100_000, "One two three."), _page(*[""] * 100_000, "One two four.")),
    "Thue–Morse": (_thue_morse(100_000, "alpha", "beta"), _thue_morse(100_000, "beta", "alpha")),
    "captions": tuple(_page(SENTENCE, _captions(day, 5_000)) for day in ("Tuesday", "Monday")),
    "quotation marks": ("“" * 50_000 + " word", "”" * 50_000 + " word"),
    "quotation marks in a page": (_page("“a ‘b" * 25_000), _page("“a ’b" * 25_000)),
    "quotation marks, never closed": ('“I said "no' * 20_000, "“I said 'yes " * 20_000),
    "quotations of many paragraphs": tuple("\n\n".join(f"“We {v} {n}." for n in range(20_000)) for v in ("go", "stay")),
    "captions in the body": (
        _page(SENTENCE, _captions("Tuesday", 5_000)),
        _page(SENTENCE, _captions("Tuesday", 5_000), *["The quay on Tuesday."] * 5_000),
    ),
    "links": tuple(_page(*[f"{SENTENCE}<a href=//{host}.example>here</a>"] * 20_000) for host in ("one", "other")),
    "one paragraph parted": (SENTENCE * 5_000, "\n\n".join([SENTENCE] * 5_000)),
    "no spaces": ("新闻报道说部长周二辞职。" * 5_000, "新闻报道说部长周三辞职。" * 5_000),
    "numbers": (" ".join(map(str, range(60_000))), " ".join(map(str, range(1, 60_001)))),
}
ALIKE = ("quotation marks", "quotation marks in a page")
"""Pairs that differ in the form of their marks only."""


@pytest.mark.parametrize("name", PAIRS)
def test_the_time_is_bounded_and_the_result_honest(tmp_path: Path, name: str) -> None:
    """A report, of the status that it deserves: 2 where a plugin ran out of time, as its failure says."""
    for side, text in zip(("reference", "version"), PAIRS[name], strict=True):
        tmp_path.joinpath(side).write_text(text, "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "wirediff", "compare", "reference", "version", "-f", "json", "--budget", BUDGET]
    done = subprocess.run(list(map(str, command)), cwd=tmp_path, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < SECONDS
    assert after.ru_maxrss < MEMORY
    report = json.loads(done.stdout)
    incomplete = bool(report["failures"]) or any(note["incomplete"] for note in report["notes"])
    assert {failure["error"].partition(":")[0] for failure in report["failures"]} <= {"Timeout"}
    assert done.returncode == (2 if incomplete else int(name not in ALIKE))
