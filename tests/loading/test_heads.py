"""Bylines, durations and languages."""

from __future__ import annotations

import pytest

from wirediff.loading.roles._heads import is_duration
from wirediff.newsroom.bylines import is_byline
from wirediff.segment import detected


@pytest.mark.parametrize(
    "text",
    [
        "By Mira Tolland",
        "BY MIRA TOLLAND AND TOM ADEYEMI",
        "By Mira Tolland, Associated Press",
        "Story by Mira Tolland",
        "- by Mira Tolland March 2, 2026",
        "By Mira Tolland, March 2, 2026 2:30 pm",
        "By Mira Tolland on Mon, Mar 2, 2026 at 4:00 am",
        "Par Mira Tolland le 02.03.2026 à 11h46",
        "Additional reporting by Tom Adeyemi; Editing by Mira Tolland",
        "Von Mira Tolland und Jörg Ansbach",
        "Par Mira Tolland",
        "Por Mira Tolland",
        "Di Mira Tolland",
        "Text: Mira Tolland",
        "Автор: Мира Толланд",
        "mira.tolland@example.org",
    ],
)
def test_bylines(text: str) -> None:
    """An opener of any language, then names."""
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "By early morning the harbour was open again.",
        "By noon on Monday",
        "By 5 May 2026",
        "By Monday, 2 March",
        "Von der Küste kam am Montag ein starker Wind auf.",
        "Par exemple",
        "Di notte",
        "By",
        "From Monday the ferries run again.",
    ],
)
def test_what_is_no_byline(text: str) -> None:
    """The same words begin sentences."""
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("text", "is_one"), [("5 min read", True), ("02:57", True), ("Lesezeit: 5 Minuten", True), ("5 boats", False)]
)
def test_durations(text: str, is_one: bool) -> None:
    """How long something takes to read or hear."""
    assert is_duration(text) is is_one


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The harbour of the town was open again and the ferries left for the islands, said the port office."),
        ("de", "Der Hafen der Stadt ist wieder offen und die Fähren fahren zu den Inseln, sagte das Amt am Montag."),
        ("fr", "Le port de la ville est de nouveau ouvert et les bateaux partent pour les îles, dit le bureau."),
        ("es", "El puerto de la ciudad está abierto de nuevo y los barcos salen para las islas, dijo la oficina."),
        ("pt", "O porto da cidade está aberto de novo e os barcos saem para as ilhas, disse o escritório não oficial."),
        ("nl", "De haven van de stad is weer open en de veerboten varen naar de eilanden, zei het kantoor."),
        ("sv", "Stadens hamn är öppen igen och färjorna går till öarna, det säger kontoret som har ansvar för den."),
        (
            "pl",
            "Port w mieście jest znowu otwarty i promy płyną na wyspy, jak powiedział urząd, ale nie dla wszystkich.",
        ),
        ("ru", "Порт города снова открыт, и паромы идут на острова, сказали в управлении, но не для всех и не сразу."),
        (
            "uk",
            "Порт міста знову відкрито, і пороми йдуть на острови, але це не для всіх і не за день.",
        ),
        ("ja", "港は月曜日に再開し、最初のフェリーが正午に出た。"),
        ("zh", "港口周一重新开放，第一批渡轮中午出发。"),
        ("ko", "항구가 월요일에 다시 문을 열었고 첫 배가 정오에 떠났다."),
        ("el", "Το λιμάνι άνοιξε ξανά τη Δευτέρα."),
        ("und", "Zyx wvut qrst mnop"),
        ("und", "12 345 678"),
    ],
)
def test_languages(tag: str, text: str) -> None:
    """Common words or the script tell; else the language stays open."""
    assert detected(text) == tag
