"""Dates, times and datelines."""

from __future__ import annotations

import pytest

from wirediff.newsroom import Dateline, Moment, calendar, dateline, day, is_date, moment


@pytest.mark.parametrize(
    "text",
    [
        "March 2, 2026",
        "Monday, March 2, 2026 10:15 a.m. ET",
        "Published 2 March 2026",
        "Updated: 2026-03-02 10:15",
        "Stand: 02.03.2026, 10:15 Uhr",
        "Publié le 2 mars 2026 à 10h15",
        "Aktualisiert am 2. März 2026",
        "2026年3月2日",
        "10:32",
        "02/03/2026",
    ],
)
def test_dates(text: str) -> None:
    """Numbers, months, weekdays and the words around them."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["The storm began on March 2, 2026", "Three ferries", "12 people", "March", "Room 101", "Set 2", "Out 3"]
)
def test_what_is_no_date(text: str) -> None:
    """A date inside a sentence, numbers without one, and words that are a month in another language only."""
    assert not is_date(text)


@pytest.mark.parametrize("name", sorted(calendar().months))
def test_every_month_makes_a_date(name: str) -> None:
    """Whatever its language."""
    assert is_date(f"2 {name} 2026")
    assert calendar().months[name] in moment(f"2 {name} 2026").day


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Updated 2 March 2026, 10:15 pm", "en", Moment((2, 3, 2026), (22, 15), ())),
        ("2 out 2026", "pt", Moment((2, 10, 2026), None, ())),
        ("5 listopada", "hr", Moment((5, 10), None, ())),
        ("5 listopada", "pl", Moment((5, 11), None, ())),
        ("5 listopada", "und", Moment((5, 11), None, ())),
        ("12.05.26", "de", Moment((5, 12, 2026), None, ())),
        ("3 hours ago", "en", Moment((3,), None, ())),
        ("18:30 Uhr", "de", Moment((), (18, 30), ())),
        ("Just now", "en", Moment((), None, ("just", "now"))),
    ],
)
def test_what_a_date_line_says(text: str, language: str, expected: Moment) -> None:
    """Its day whatever the order, its time, or its words."""
    assert moment(text, language) == expected


def test_moments_differ_by_their_days_first() -> None:
    """The year may be left out; a time counts only where there is no day."""
    second = moment("2 March 2026")
    assert not second.differs(moment("March 2, 10:15"))
    assert second.differs(moment("3 March 2026"))
    assert moment("10:15").differs(moment("10:16"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT ELDER — The harbour reopened.", Dateline("PORT ELDER", None, 0)),
        ("PORT ELDER (AP) — The harbour reopened.", Dateline("PORT ELDER", "AP", 12)),
        ("WASHINGTON, D.C. (AP) -- The harbour reopened.", Dateline("WASHINGTON, D.C.", "AP", 18)),
        ("LONDON, March 2 (Reuters) - The harbour reopened.", Dateline("LONDON", "Reuters", 17)),
        ("Berlin (dpa) - Der Hafen ist offen.", Dateline("Berlin", "dpa", 8)),
        ("(CNN) The harbour reopened.", Dateline(None, "CNN", 1)),
        ("PORT ELDER (May 3) — The harbour reopened.", Dateline("PORT ELDER", None, 0)),
        ("The harbour — which was closed — reopened.", None),
        ("Well — she said — no.", None),
        ("No dateline here.", None),
    ],
)
def test_datelines(text: str, expected: Dateline | None) -> None:
    """Capitals or an agency in brackets, then a dash; or an agency in brackets alone."""
    assert dateline(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2026-05-12", "und", "2026-05-12"),
        ("Written: 2026-05-12 15:03:30 Updated: 2026-05-13", "en", "2026-05-12"),
        ("2026年5月12日", "ja", "2026-05-12"),
        ("2026년 5월 12일 오전 10:30", "ko", "2026-05-12"),
        ("12.05.2026, 10.30 Uhr", "de", "2026-05-12"),
        ("12.5.26", "de", "2026-05-12"),
        ("Published May 12, 2026 at 10:30", "en-US", "2026-05-12"),
        ("Tuesday 12th of May 2026", "en-GB", "2026-05-12"),
        ("Tue May 12 15:28:56 CEST 2026", "de", "2026-05-12"),
        ("12 de mayo de 2026", "es", "2026-05-12"),
        ("10:30 Uhr, 12. Mai 2026", "de", "2026-05-12"),
        ("5/12/2026", "en-US", "2026-05-12"),
        ("12/5/2026", "en-GB", "2026-05-12"),
        ("5/13/2026", "en-GB", "2026-05-13"),
        ("31 February 2026", "en", None),
        ("12 May", "en", None),
        ("3 hours ago", "en", None),
    ],
)
def test_the_day_that_a_line_names(text: str, language: str, expected: str | None) -> None:
    """With its year, in any order and notation; which number is the month depends on the language."""
    found = day(text, language)
    assert (found and found.isoformat()) == expected


def test_a_year_in_front_is_not_one_of_two_digits() -> None:
    """ "26-05-12" is part of it."""
    assert moment("2026-05-12").day == (5, 12, 2026)
