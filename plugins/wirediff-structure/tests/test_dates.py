"""Dates that are printed or declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from wirediff.model import Article, Block, Finding, Metadata, Source

Find = Callable[[Any, Any], list[Finding]]
Examined = Callable[[Article, Article], list[Finding]]

HEAD = ("headline", "Harbour council votes to close the ferry line")
LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
COST = "Repairs to both ferries would cost more than the council takes in fees within a decade."


def days(findings: list[Finding]) -> list[tuple[str, str]]:
    """The printed days of both sides, of findings that are all of dates."""
    assert {each.code for each in findings} <= {"structure/date-changed"}
    return [tuple("".join(span.text for span in side) for side in (each.reference, each.version)) for each in findings]


def dated(side: str, published: str | None = None) -> Article:
    """An article of a paragraph that declares when it was published."""
    blocks = (Block(f"{side}1", "paragraph", LEAD),)
    return Article(Source.from_text("x"), None, "en", Metadata(published=published), blocks)


def test_dates_differ_by_value(find: Find) -> None:
    """Another notation of the day is the same day."""
    day = ("date", "12 May 2026")
    assert find([HEAD, day, LEAD], [HEAD, ("date", "May 12, 2026"), LEAD]) == []
    found = find([HEAD, day, LEAD], [HEAD, ("date", "14 May 2026"), LEAD])
    assert days(found) == [("12 May 2026", "14 May 2026")]


def test_a_date_line_of_one_side_only(find: Find) -> None:
    """The words are gone, or new."""
    day = ("date", "12 May 2026")
    assert days(find([HEAD, day, LEAD], [HEAD, LEAD])) == [("12 May 2026", "")]
    assert days(find([HEAD, LEAD], [HEAD, day, LEAD])) == [("", "12 May 2026")]


def test_a_date_line_that_the_other_side_declares_or_prints_too_is_none(examined: Examined, find: Find) -> None:
    """Templates print a day once, twice or not at all."""
    day = ("date", "12 May 2026")
    assert find([HEAD, day, LEAD], [HEAD, day, LEAD, ("date", "Published May 12, 2026")]) == []
    declared = dated("r", "2026-05-12T08:00:00Z")
    printed = dated("v")
    printed = replace(printed, blocks=(*printed.blocks, Block("v2", "date", "12 May 2026")))
    assert examined(declared, printed) == []
    other = replace(printed, blocks=(*printed.blocks[:1], Block("v2", "date", "14 May 2026")))
    assert [each.code for each in examined(declared, other)] == ["structure/date-changed"]


def test_a_year_alone_is_no_day_that_a_template_repeats(find: Find) -> None:
    """A line of the story: its loss is told although the year is printed elsewhere."""
    years = [("date", "1887"), LEAD, ("date", "1887"), COST]
    assert days(find([HEAD, *years], [HEAD, *years[1:]])) == [("1887", "")]


def test_the_date_of_a_picture_is_none_of_the_article(find: Find) -> None:
    """A video's day stands in its figure."""
    assert find([LEAD], [LEAD, Block("", "date", "3 March 2021", figure="f1")]) == []


def test_one_moment_in_two_time_zones_is_one_day(examined: Examined) -> None:
    """Half past eleven in the evening here is the next morning there."""
    original = dated("r", "2026-05-12T23:30:00-05:00")
    assert examined(original, dated("v", "2026-05-13T04:30:00+00:00")) == []


@pytest.mark.parametrize("printed", ["Published May 14, 2026 • 3 minute read", "5:00"])
def test_what_is_no_declared_date_is_not_compared_as_one(examined: Examined, printed: str) -> None:
    """Plain text declares nothing; its printed line stands for that."""
    original = dated("r", "2026-05-12T08:00:00Z")
    assert examined(original, dated("v", printed)) == []


def test_declared_days_differ(examined: Examined) -> None:
    """The day counts, not the hour."""
    original = dated("r", "2026-05-12T08:00:00Z")
    assert examined(original, dated("v", "2026-05-12T23:10:00Z")) == []
    found = examined(original, dated("v", "2026-05-14"))
    assert [(each.code, each.data["version_date"]) for each in found] == [("structure/date-changed", "2026-05-14")]
