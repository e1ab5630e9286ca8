"""Run the detectors, each on its own, and stamp what they find."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from wirediff.host import Plugin, PluginSet
from wirediff.host._checks import checked_finding, checked_note
from wirediff.host._isolation import each_isolated
from wirediff.host._snapshot import unchanged
from wirediff.model import Alignment, Detector, Failure, Finding, Note, Options

MAX_FINDINGS = 100_000
"""Findings and notes that are taken from one plugin: more than a reader, or a viewer of the report, gets through."""
FEW_TOKENS = 200_000
"""Tokens up to which all plugins run at once; beyond, two do, as each may need several times the articles' memory."""


class Detected(NamedTuple):
    """What all detectors delivered."""

    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    failures: tuple[Failure, ...]


def detect(
    alignment: Alignment,
    plugins: PluginSet,
    settings: Mapping[str, Options],
    deadline: float = math.inf,
    *,
    forked: bool = False,
) -> Detected:
    """Run every detector; one that fails costs all findings of its plugin and no others.

    `deadline` is a time of `time.monotonic`. With `forked` each plugin has a process of its own. Findings are stamped
    with plugin and id and sorted by their place in the version, then in the reference.
    """
    asked = [plugin for plugin in plugins.plugins if plugin.detectors]
    outcomes = each_isolated(
        asked,
        "detect",
        lambda: deadline - time.monotonic(),
        lambda plugin: _run_all(plugin, alignment, settings[plugin.name]),
        at_once=_at_once(alignment, asked) if forked else 0,
    )
    found = [
        (plugin.name, item)
        for plugin, outcome in zip(asked, outcomes, strict=True)
        if not isinstance(outcome, Failure)
        for item in outcome
    ]
    order = {
        block.id: number
        for article in (alignment.version, alignment.reference)
        for number, block in enumerate(article.blocks)
    }
    findings = [(name, item) for name, item in found if isinstance(item, Finding)]
    findings.sort(key=lambda named: _place(named[1], order))
    return Detected(
        tuple(_stamped(findings)),
        tuple(item for _, item in found if isinstance(item, Note)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Failure)),
    )


def _at_once(alignment: Alignment, plugins: Sequence[Plugin]) -> int:
    tokens = sum(len(sentence.tokens) for sentences in alignment.sentences.values() for sentence in sentences)
    return max(len(plugins), 1) if tokens <= FEW_TOKENS else 2


def _run_all(plugin: Plugin, alignment: Alignment, options: Options) -> list[Finding | Note]:
    """Return what the plugin's detectors yield, checked; beyond `MAX_FINDINGS` a note says that there is more."""
    options = MappingProxyType(dict(options))
    with unchanged(alignment):
        found = [
            item
            for detector in plugin.detectors
            for item in islice(_run(detector, alignment, options), MAX_FINDINGS + 1)
        ]
    if len(found) <= MAX_FINDINGS:
        return found
    message = f"The plugin {plugin.name} has more than {MAX_FINDINGS:,} findings; the rest is omitted."
    return [*found[:MAX_FINDINGS], Note("too-many-findings", message, incomplete=True)]


def _run(detector: Detector, alignment: Alignment, options: Options) -> Iterator[Finding | Note]:
    """Yield what the detector yields, checked."""
    codes = {rule.code for rule in detector.rules}
    found = detector.run(alignment, options)
    if not isinstance(found, Iterable):
        raise TypeError(f"detector {detector.name} must yield findings and notes, got {type(found).__name__}")
    for item in found:
        if isinstance(item, Finding):
            yield checked_finding(item, codes, alignment)
        elif isinstance(item, Note):
            yield checked_note(item)
        else:
            raise TypeError(f"detector {detector.name} must yield findings and notes, got {type(item).__name__}")


def _place(finding: Finding, order: Mapping[str, int]) -> tuple[Any, ...]:
    """Sort in the version's order; what only the reference has comes after the version's block of that number."""
    first = (finding.version or finding.reference)[:1]
    return (
        [(order[span.block], not finding.version, span.start, span.end) for span in first],
        finding.code,
        finding.message,
        [(span.block, span.start, span.end) for span in (*finding.reference, *finding.version)],
    )


def _stamped(findings: Iterable[tuple[str, Finding]]) -> Iterator[Finding]:
    """Yield findings with their plugins and ids: a hash of code and texts, or of the message where no block is named,
    and a number where several are the same."""
    seen: dict[str, int] = {}
    for plugin, finding in findings:
        parts = [finding.code, *[s.text for s in finding.reference], "\0", *[s.text for s in finding.version]]
        if not (finding.reference or finding.version):
            parts.append(finding.message)
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]
        number = seen[digest] = seen.get(digest, 0) + 1
        # It was made when it was checked: nobody else has it, and another copy would cost more than all else here.
        vars(finding).update(plugin=plugin, id=digest if number == 1 else f"{digest}-{number}")
        yield finding
