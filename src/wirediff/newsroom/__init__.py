"""What a newsroom knows: credits, agencies, bylines, datelines, dates, and the control texts of pages.

The lists are data: one file a language in `data/languages`, and the agencies of all languages in `data/agencies.toml`.
"""

from __future__ import annotations

from wirediff.newsroom._authors import Byline, author_names, parse_byline
from wirediff.newsroom._controls import is_control, is_counter
from wirediff.newsroom._credits import credit_start, is_credit
from wirediff.newsroom._datelines import Dateline, dateline
from wirediff.newsroom._dates import Calendar, Moment, calendar, day, is_date, is_of_date, moment
from wirediff.newsroom._labels import credit_label
from wirediff.newsroom._lists import Listed, words
from wirediff.newsroom._names import agency
from wirediff.newsroom._parties import Credit, parse_credit

__all__ = [
    "Byline",
    "Calendar",
    "Credit",
    "Dateline",
    "Listed",
    "Moment",
    "agency",
    "author_names",
    "calendar",
    "credit_label",
    "credit_start",
    "dateline",
    "day",
    "is_control",
    "is_counter",
    "is_credit",
    "is_date",
    "is_of_date",
    "moment",
    "parse_byline",
    "parse_credit",
    "words",
]
