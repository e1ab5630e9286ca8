"""Pages of invented sites with known edits: what captions and structure find is what was done, no more and no less."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

import wirediff
from tests.conftest import need_plugins
from tests.generator.editing import EDITS, Edit, Edited, Gold, edited
from tests.generator.pages import WIRE, page, sites
from tests.generator.stories import stories
from wirediff.model import Finding

PLUGINS = ("captions", "structure")
STORIES = stories()
_OF_MARK_UP = frozenset({"link", "image_swapped", "image_renamed", "caption_shared"})
"""Edits that plain text does not show."""


@pytest.fixture(autouse=True, scope="module")
def _both_plugins() -> None:
    need_plugins(*PLUGINS)


def _findings(made: Edited, one: str, other: str) -> list[Finding]:
    report = wirediff.compare(page(made.reference, one), page(made.version, other))
    assert report.failures == ()
    return [finding for finding in report.findings if finding.plugin in PLUGINS]


def _unmatched(findings: Sequence[Finding], gold: Sequence[Gold]) -> tuple[list[str], list[Gold]]:
    """Findings that nothing was done for, and edits that were not found."""
    left, extra = list(gold), []
    for finding in findings:
        fitting = [each for each in left if _fits(finding, each)]
        if not fitting:
            extra.append(f"{finding.code}: {finding.message}")
        for each in fitting[: None if finding.code == "captions/widget-text" else 1]:
            left.remove(each)
    return extra, [each for each in left if not each.optional]


def _fits(finding: Finding, gold: Gold) -> bool:
    """Whether a finding is of this code and its words; a line of several labels may be one finding."""
    texts = [" ".join(span.text.split()) for span in (finding.reference if gold.reference else finding.version)]
    return finding.code == gold.code and (
        not gold.text or any(text and (gold.text in text or text in gold.text) for text in texts)
    )


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_one_edit_is_found_and_nothing_else(edit: Edit) -> None:
    """In each story, on two pages of chance; with spun paragraphs half of the times."""
    for seed, (name, (story, table)) in enumerate(sorted(STORIES.items())):
        chance = random.Random(f"{edit.__name__} {name}")
        made = edited(story, table, seed, [edit], spun=chance.random() < 0.5)
        known = [site for site in sites() if not (site == WIRE and edit.__name__ in _OF_MARK_UP)]
        one, other = chance.choice(known), chance.choice(known)
        extra, missed = _unmatched(_findings(made, one, other), made.gold)
        assert (extra, missed) == ([], []), (name, one, other)


@pytest.mark.parametrize("name", STORIES)
def test_another_template_is_no_finding(name: str) -> None:
    """Every site's page against the next one's."""
    story, _ = STORIES[name]
    for one, other in pairwise([*sites(), sites()[0]]):
        assert _findings(Edited(story, story, (), ()), one, other) == [], (one, other)
