"""The lists: how they are written, and that each of them is read."""

from __future__ import annotations

from importlib.resources import files
from typing import get_args

import pytest

from wirediff.newsroom import Listed, agency, calendar, is_control, words
from wirediff.packaged import table

LANGUAGES = sorted(
    file.name.removesuffix(".toml") for file in files("wirediff.newsroom").joinpath("data", "languages").iterdir()
)
LISTS = {tuple(listed.split(".")) for listed in get_args(Listed)}
CALENDARS = {"months", "short_months", "weekdays", "short_weekdays"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_of_a_languages_file(language: str) -> None:
    """Each section says where it comes from; each list is one that somebody reads, with each entry once."""
    for section, entries in table("wirediff.newsroom", f"languages/{language}").items():
        assert entries["source"]
        for name in entries.keys() - {"source"}:
            if section == "calendar" and name in CALENDARS:
                continue
            assert (section, name) in LISTS
            listed = entries[name].splitlines()
            assert all(listed)
            assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_of_a_calendar(language: str) -> None:
    """Twelve months and seven days, or none of them."""
    months, weekdays = calendar(language)
    assert set(months.values()) in (set(), set(range(1, 13)))
    assert set(weekdays.values()) in (set(), set(range(1, 8)))


@pytest.mark.parametrize("listed", get_args(Listed))
def test_lists_are_the_union_of_the_languages(listed: Listed) -> None:
    """Of one language, also by a tag with a region, or of all."""
    own = {language: words(listed, language) for language in LANGUAGES}
    assert words(listed) == frozenset().union(*own.values())
    assert words(listed, "de-AT") == own["de"]
    assert words(listed, "xx") == frozenset()


def test_a_name_means_one_month_where_the_language_is_unknown() -> None:
    """Those that mean another one elsewhere are weak in one of the languages."""
    months = calendar().months
    for language in LANGUAGES:
        weak = words("calendar.weak", language)
        for name, number in calendar(language).months.items():
            assert name in weak or months[name] == number, (language, name)


def test_short_names_are_left_out_on_demand() -> None:
    """As "mar" is the sea in Spanish."""
    assert "mar" in calendar("es").months
    assert "mar" not in calendar("es", short=False).months


def test_every_control_text_is_a_control() -> None:
    """In capitals too where they fold back (not "ı"), with punctuation and with a count."""
    texts = words("controls.texts")
    printed = {form for text in texts for form in (text, f"[{text}]", f"{text} (12)")}
    printed |= {text.upper() for text in texts if text.upper().casefold() == text}
    assert [text for text in sorted(printed) if not is_control(text)] == []


def test_each_name_of_an_agency_leads_to_one() -> None:
    """No name is listed for two of them."""
    kinds = table("wirediff.newsroom", "agencies")
    for kind, group in kinds.items():
        for usual in group.keys() - {"source"}:
            expected = None if kind.startswith("nobody") else usual
            assert {agency(name) for name in (usual, *group[usual])} == {expected}
