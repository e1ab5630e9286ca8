"""Every tampering is found where it was done, and nothing else is reported."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.generator.spinning import FIXTURES
from tests.generator.tampering import Statement, Tampered, tamper
from wirediff.model import Finding
from wirediff.testing import compare_texts

wirediff_attributions = pytest.importorskip("wirediff_attributions")

DATA = Path(__file__).parent / "data" / "statements.toml"
SEEDS = 16


def articles() -> Iterator[tuple[list[str], list[Statement]]]:
    """The paragraphs of each text, and its statements."""
    for name, table in tomllib.loads(DATA.read_text("utf-8")).items():
        paragraphs = [part.strip() for part in (FIXTURES / name).read_text("utf-8").split("\n\n")[1:] if len(part) > 60]
        yield paragraphs, [_placed(paragraphs, *each) for each in table["statements"]]


def _placed(paragraphs: Sequence[str], speaker: str, cue: str, content: str) -> Statement:
    number = next(number for number, text in enumerate(paragraphs) if speaker in text and content in text)
    text = paragraphs[number]
    said = text.index(content)
    # The speaker and the cue stand together: "X said", or "said X".
    pairs = [f"{speaker} {cue}", f"{cue} {speaker}", f"{speaker}, "]
    near = min((abs(text.index(pair) - said), text.index(pair)) for pair in pairs if pair in text)[1]
    who = text.index(speaker, near)
    verb = text.index(cue, who) if text[near:].startswith(speaker) else near
    place = (said, said + len(content))
    return Statement(number, (who, who + len(speaker)), (verb, verb + len(cue)), place, content[0] in '“"‘')


def _run(tampered: Tampered) -> list[Finding]:
    report = compare_texts(list(tampered.reference), list(tampered.version), [wirediff_attributions])
    assert report.failures == ()
    return list(report.findings)


def _counted(tampered: Tampered) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    """What was expected and is lost, and what was found beside it: code and paragraph."""
    expected = Counter(tampered.expected)
    found = Counter(
        (finding.code.partition("/")[2], int((finding.reference or finding.version)[0].block[1:]) - 1)
        for finding in _run(tampered)
    )
    return expected - found, found - expected


def test_precision_and_recall_over_random_tamperings() -> None:
    """At least 0.95 each; what is lost or beside the point is printed."""
    lost: Counter[tuple[str, int]] = Counter()
    beside: Counter[tuple[str, int]] = Counter()
    total = 0
    for paragraphs, statements in articles():
        for seed in range(SEEDS):
            tampered = tamper(paragraphs, statements, seed, share=0.7)
            missing, extra = _counted(tampered)
            lost, beside, total = lost + missing, beside + extra, total + len(tampered.expected)
    right = total - lost.total()
    assert total > 200
    assert right / total >= 0.95, lost
    assert right / (right + beside.total()) >= 0.95, beside


GLYPHS: dict[str, Callable[[str], str]] = {
    "straight": lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'"),
    "guillemets": lambda text: text.replace("“", "«").replace("”", "»"),
    "spaced guillemets": lambda text: text.replace("“", "« ").replace("”", " »"),
    "inward guillemets": lambda text: text.replace("“", "»").replace("”", "«"),
    "low-high": lambda text: text.replace("“", "„").replace("”", "“"),
    "single": lambda text: text.replace("“", "‘").replace("”", "’"),
}


@pytest.mark.parametrize("style", GLYPHS)
def test_other_quotation_marks_are_no_change(style: str) -> None:
    """Whatever the glyphs."""
    for paragraphs, _ in articles():
        if any("“" in text for text in paragraphs):
            version = tuple(map(GLYPHS[style], paragraphs))
            assert _run(Tampered(tuple(paragraphs), version, ())) == []


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_leaves_the_statements_alone_is_no_change(seed: int) -> None:
    """Glyphs, synonyms elsewhere, moved, split and merged paragraphs."""
    for paragraphs, statements in articles():
        assert _run(tamper(paragraphs, statements, seed, share=0, sources=False)) == []
