"""Each pair in `fixtures/`: its `expected.json` says what a careful editor finds, written before the tool was asked.

`verdict` and `exit` are the report's; each of `findings` is there, its words within the texts of the finding's spans,
its `data` among the finding's data; no finding has a code of `absent` (or of the plugin named there); and of those in
`exact` there are no findings but these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import wirediff
from tests.conftest import need_plugins
from wirediff.align.verdict import changes_words
from wirediff.model import Finding, Pair, Report

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAIRS = sorted(path.parent.name for path in FIXTURES.glob("*/expected.json"))
PLUGINS = ("attributions", "captions", "structure", "terms")


@pytest.fixture(scope="module")
def reports() -> Mapping[str, Report]:
    """The report on every pair."""
    need_plugins(*PLUGINS)
    return {name: _report(FIXTURES / name) for name in PAIRS}


def _report(folder: Path) -> Report:
    reference, version = (next(folder.glob(f"{side}.*")) for side in ("reference", "version"))
    return wirediff.compare(reference, version)


def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((FIXTURES / name / "expected.json").read_text("utf-8"))
    return expected


@pytest.mark.parametrize("name", PAIRS)
def test_verdict_and_status(reports: Mapping[str, Report], name: str) -> None:
    """What kind of version it is, and whether it differs at all."""
    report, expected = reports[name], _expected(name)
    differs = bool(report.findings) or changes_words(report.alignment)
    assert (report.summary.verdict, int(differs)) == (expected["verdict"], expected["exit"])
    assert not report.incomplete


@pytest.mark.parametrize("name", PAIRS)
def test_expected_findings_are_there(reports: Mapping[str, Report], name: str) -> None:
    """Each by a finding of its own."""
    _, lost = _matched(reports[name], _expected(name))
    assert lost == [], _listed(reports[name])


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_else_is_found(reports: Mapping[str, Report], name: str) -> None:
    """Neither what must be absent, nor more of a plugin than the complete list."""
    report, expected = reports[name], _expected(name)
    found, _ = _matched(report, expected)
    extra = [
        finding
        for finding in report.findings
        if _named(finding, expected["absent"])
        or (finding.plugin in expected.get("exact", ()) and id(finding) not in found)
    ]
    assert [(each.code, each.message) for each in extra] == []


@pytest.mark.parametrize("name", PAIRS)
def test_every_changed_word_is_in_a_finding(reports: Mapping[str, Report], name: str) -> None:
    """Outside widgets no change of words is left unexplained."""
    report = reports[name]
    covered = {
        (span.block, offset)
        for finding in report.findings
        for span in (*finding.reference, *finding.version)
        for offset in range(span.start, span.end)
    }
    left = [
        (token.text, block)
        for pair in report.alignment.pairs
        for block, token in _changed_words(report, pair)
        if (block, token.start) not in covered
    ]
    assert left == []


def _changed_words(report: Report, pair: Pair) -> Iterator[tuple[str, Any]]:
    blocks = {block.id: block for block in (*pair.reference, *pair.version)}
    if any(block.kind == "widget" for block in blocks.values()):
        return
    for edit in pair.edits:
        if edit.op in ("equal", "format"):
            continue
        for span in (edit.reference, edit.version):
            for sentence in report.alignment.sentences.get(span.block, ()):
                for token in sentence.tokens:
                    if token.kind != "punctuation" and span.start <= token.start < span.end:
                        yield span.block, token


def _matched(report: Report, expected: Mapping[str, Any]) -> tuple[set[int], list[Any]]:
    """Identities of the findings that were expected, and the expectations without a finding."""
    found: set[int] = set()
    lost = []
    for wanted in expected["findings"]:
        match = next((each for each in report.findings if id(each) not in found and _fits(each, wanted)), None)
        if match is None:
            lost.append(wanted)
        else:
            found.add(id(match))
    return found, lost


def _fits(finding: Finding, wanted: Mapping[str, Any]) -> bool:
    if finding.code != wanted["code"]:
        return False
    for side, spans in (("reference", finding.reference), ("version", finding.version)):
        texts = [span.text for span in spans]
        if not all(any(text in each for each in texts) for text in wanted.get(side, ())):
            return False
    return all(finding.data.get(key) == value for key, value in wanted.get("data", {}).items())


def _named(finding: Finding, names: list[str]) -> bool:
    return finding.code in names or finding.plugin in names


def _listed(report: Report) -> str:
    return "\n".join(f"{each.code}: {each.message} {dict(each.data)}"[:200] for each in report.findings)
