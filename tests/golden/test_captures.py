"""Captures of pages of invented sites: what comes and goes around an article is no difference, an edit in it is one."""

from __future__ import annotations

import pytest

import wirediff
from tests.conftest import need_plugins
from tests.generator.captures import NOTICE, captured
from tests.generator.pages import WIRE, page, sites
from tests.generator.stories import stories
from wirediff.align.verdict import differs
from wirediff.model import Source

STORIES = stories()
SITES = [site for site in sites() if site != WIRE]


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("site", SITES)
def test_two_captures_of_an_unchanged_article_do_not_differ(site: str, name: str) -> None:
    """Whatever the hour: other teasers, counts, clocks, weather, offers."""
    need_plugins("structure")
    story, _ = STORIES[name]
    one, other = (captured(page(story, site), f"{name} {site} {number}") for number in (1, 2))
    report = wirediff.compare(one, other)
    assert [finding.message for finding in report.findings] == []
    assert not differs(report.alignment)
    assert report.summary.verdict == "identical"


@pytest.mark.parametrize("site", SITES)
def test_a_word_of_a_standing_notice_is_seen(site: str) -> None:
    """In another capture too."""
    story, _ = next(iter(STORIES.values()))
    one, other = (captured(page(story, site), f"{site} {number}") for number in (1, 2))
    changed = other.data.decode("utf-8").replace(NOTICE, NOTICE.replace("ten lines", "four lines"))
    report = wirediff.compare(one, Source.from_text(changed, other.name, "text/html"))
    [(reference, version)] = report.alignment.outside
    assert (reference.text, version.text) == (NOTICE, NOTICE.replace("ten lines", "four lines"))
    assert report.summary.verdict == "revised"
