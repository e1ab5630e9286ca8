"""What credits and bylines say: label, people, agencies."""

from __future__ import annotations

import pytest

from wirediff.newsroom import Byline, Credit, agency, credit_label, is_credit, parse_byline, parse_credit, words
from wirediff.packaged import table

LABELS = sorted(words("credits.labels"))
AGENCIES = sorted(
    name
    for kind, group in table("wirediff.newsroom", "agencies").items()
    for usual, others in group.items()
    if usual != "source"
    for name in (usual, *others)
)
PEOPLE = ("Orla Finch", "Jörg von der Ansbach", "Mia Omm-Brandt", "A. Brill", "山田太郎")


@pytest.mark.parametrize("label", LABELS)
def test_every_label_goes_with_every_agency(label: str) -> None:
    """A credit made of a label, a name and an agency gives back these three; every second one is in brackets."""
    for place, name in enumerate(AGENCIES):
        person = PEOPLE[place % len(PEOPLE)]
        known = (usual,) if (usual := agency(name)) else ()
        printed = f"({label.capitalize()}: {person} / {name})" if place % 2 else f"{label}: {person}/{name}"
        credit = parse_credit(printed)
        assert (credit.label.casefold(), credit.people, credit.agencies) == (f"{label}:", (person,), known), printed


@pytest.mark.parametrize("opener", sorted(words("credits.openers") - {"ap photo", "afp photo", "reuters photo"}))
def test_every_opener_is_a_label(opener: str) -> None:
    """Without a colon."""
    assert parse_credit(f"{opener} Orla Finch") == Credit(opener, ("Orla Finch",), ())


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("AP Photo/Tilda Voss, File", Credit("", ("Tilda Voss",), ("AP",))),
        ("Tilda Voss via Getty Images", Credit("", ("Tilda Voss",), ("Getty Images",))),
        ("© 2024 Tilda Voss", Credit("©", ("Tilda Voss",), ())),
        ("Photo: Photo by Ana Brill", Credit("Photo:", ("Ana Brill",), ())),
        ("Photo Ana Brill. AFP", Credit("Photo", ("Ana Brill",), ("AFP",))),
        ("Photo: REX/Shutterstock", Credit("Photo:", (), ("Rex",))),
        ("Foto: Anna Berg och Nils Holm/TT", Credit("Foto:", ("Anna Berg", "Nils Holm"), ("TT",))),
        ("Image source, Getty Images", Credit("Image source,", (), ("Getty Images",))),
        ("CreditAna Brill/NWA", Credit("Credit", ("Ana Brill", "NWA"), ())),
        ("A. Brill / AP file", Credit("", ("A. Brill",), ("AP",))),
        ("Foto: Bild", Credit("Foto:", ("Bild",), ())),
        ("Handout: Orla Finch", Credit("Handout:", ("Orla Finch",), ())),
        ("Pool", Credit("", (), ())),
    ],
)
def test_credits(text: str, credit: Credit) -> None:
    """Openers, several names, agencies in other words, and words that name nobody."""
    assert parse_credit(text) == credit


@pytest.mark.parametrize(
    ("text", "end"),
    [("Foto: Orla Finch", 6), ("(Photo by Orla Finch)", 10), ("AP Photo/Orla Finch", 0), ("Orla Finch/AP", 0)],
)
def test_where_a_label_ends(text: str, end: int) -> None:
    """An agency that a credit begins with is not a label."""
    assert credit_label(text) == end


def test_agencies_are_recognised_in_a_credit() -> None:
    """Whatever their kind."""
    assert [name for name in AGENCIES if not is_credit(f"Photo: Orla Finch/{name}")] == []


def test_names_of_one_agency_are_one() -> None:
    """In any case; words for nobody are not agencies."""
    assert agency("The Associated Press") == agency("ap") == agency("A.P.") == "AP"
    assert agency("Handout") is None
    assert agency("Orla Finch") is None


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("By Maud Ellery and Ivo Brandt", Byline(("Maud Ellery", "Ivo Brandt"), ())),
        ("Von Maud Ellery und Ivo Brandt", Byline(("Maud Ellery", "Ivo Brandt"), ())),
        ("Text: By Maud Ellery", Byline(("Maud Ellery",), ())),
        ("Maud Ellery / AP", Byline(("Maud Ellery",), ("AP",))),
        ("By Maud Ellery in Port Salter", Byline(("Maud Ellery",), ())),
        ("Maud Ellery, Political Correspondent", Byline(("Maud Ellery",), ())),
        ("By Dr Maud Ellery for The Daily Post", Byline(("Maud Ellery",), ())),
        ("By Maud Ellery for Reuters", Byline(("Maud Ellery",), ("Reuters",))),
        ("By", Byline((), ())),
        ("By Maud Ellery with agencies", Byline(("Maud Ellery",), ())),
        ("By Associated Press writers Maud Ellery and Ivo Brandt", Byline(("Maud Ellery", "Ivo Brandt"), ("AP",))),
    ],
)
def test_bylines(text: str, byline: Byline) -> None:
    """Names alone: no "By", no post, no place, no outlet."""
    assert parse_byline(text) == byline


@pytest.mark.parametrize(
    ("printed", "credit"),
    [
        ("Photo: Orla Finch/dpa Photo: Orla Finch/dpa", Credit("Photo:", ("Orla Finch",), ("dpa",))),
        ("(AP Photo/Orla Finch) (AP Photo/Orla Finch)", Credit("", ("Orla Finch",), ("AP",))),
        ("Orla Finch/dpaOrla Finch/dpa", Credit("", ("Orla Finch",), ("dpa",))),
        ("Foto: Orla Finch | Orla Finch", Credit("Foto:", ("Orla Finch",), ())),
        ("Foto: Bora Bora", Credit("Foto:", ("Bora Bora",), ())),
    ],
)
def test_a_credit_twice_in_one_line_names_nobody_else(printed: str, credit: Credit) -> None:
    """A page without the button between them has them so; a single word twice may be a name."""
    assert parse_credit(printed) == credit
    assert is_credit(printed)
