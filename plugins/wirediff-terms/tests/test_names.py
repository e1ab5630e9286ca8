"""Names, their other forms, and what a house style writes otherwise."""

from __future__ import annotations

import pytest

CASES = [
    (
        "a name",
        "Mayor Ilse Varga promised an inquiry.",
        "Mayor Ilse Vargo promised an inquiry.",
        [("name", "Varga", "Vargo")],
    ),
    (
        "a name of two words, at the start and in the middle",
        "Chinese sailors waved an Indian flag in the port of Brenna.",
        "Thai sailors waved a South Korean flag in the port of Brenna.",
        [("name", "Chinese", "Thai"), ("inflection", "an", "a"), ("name", "Indian", "South Korean")],
    ),
    (
        "names after a comma, after a first word, and in a compound",
        "In India they called it anti-Israel. He was born in Brenna, Sweden.",
        "In Malaysia they called it anti-Syria. He was born in Brenna, Holland.",
        [("name", "India", "Malaysia"), ("name", "anti-Israel", "anti-Syria"), ("name", "Sweden", "Holland")],
    ),
    (
        "a title in capitals is not a name",
        "Deputy Defense Secretary Ilse Varga promised an inquiry.",
        "Deputy Protection Secretary Ilse Varga promised an inquiry.",
        [("broken-phrase", "Defense Secretary", "Protection Secretary")],
    ),
    (
        "an ordinal",
        "Two men watched as a third man crossed the quay in the first hour.",
        "Two men watched as a 10th man crossed the quay in the sixteenth hour.",
        [("number", "third", "10th"), ("number", "first", "sixteenth")],
    ),
    (
        "the same ordinal in figures",
        "The third man crossed the quay in the sixteenth hour.",
        "The 3rd man crossed the quay in the 16th hour.",
        [("spelling", "third", "3rd"), ("spelling", "sixteenth", "16th")],
    ),
    (
        "a title, a state and a company written out",
        "Gov. Ilse Varga met Brenna Corp. in Albany, N.Y., on the way to the port.",
        "Governor Ilse Varga met Brenna Corporation in Albany, New York, on the way to the port.",
        [("spelling", "Gov.", "Governor"), ("spelling", "Corp.", "Corporation"), ("spelling", "N.Y.", "New York")],
    ),
    (
        "other forms of a name",
        "Officials in the UK met their guests from Kiev in the spring.",
        "Officials in Britain met their guests from Kyiv in the spring.",
        [("synonym", "the UK", "Britain"), ("synonym", "Kiev", "Kyiv")],
    ),
    (
        "an expression that means the same, whatever its words mean",
        "The bridge was built before World War II began in the north.",
        "The bridge was built before the Second World War began in the north.",
        [("synonym", "World War II", "the Second World War")],
    ),
    (
        "names by their initials",
        "The European Central Bank warned of it, as did the WHO in the spring.",
        "The ECB warned of it, as did the World Health Organization in the spring.",
        [("synonym", "European Central Bank", "ECB"), ("synonym", "WHO", "World Health Organization")],
    ),
    (
        "other initials",
        "The European Central Bank warned of it in the spring.",
        "The IMF warned of it in the spring.",
        [("name", "European Central Bank", "IMF")],
    ),
    (
        "a possessive added or removed",
        "A ruling on Israel's duties is due. Varga's staff and Harris' staff left.",
        "A ruling on Israel duties is due. Varga staff and Harris's staff left.",
        [
            ("inflection", "Israel's", "Israel"),
            ("inflection", "Varga's", "Varga"),
            ("inflection", "Harris'", "Harris's"),
        ],
    ),
    (
        "accents",
        "Mayor José Müller promised an inquiry.",
        "Mayor Jose Muller promised an inquiry.",
        [("spelling", "José Müller", "Jose Muller")],
    ),
    (
        "a country and its people",
        "Officials from China met the French president at the port.",
        "Chinese officials met the president of France at the port.",
        [
            ("synonym", "Officials from China", "Chinese officials"),
            ("synonym", "French president", "president of France"),
        ],
    ),
    (
        "a country and another one's people",
        "The French president came to the port, and so did American officials.",
        "The Spanish president came to the port, and so did Canadian officials.",
        [("name", "French", "Spanish"), ("name", "American", "Canadian")],
    ),
    (
        "a place by its description and by its name",
        "Rockets hit the Ukrainian capital on Monday.",
        "Rockets hit Kyiv on Monday.",
        [("replacement", "the Ukrainian capital", "Kyiv")],
    ),
    (
        "a full name",
        "Mayor Ilse Varga met Tom Adeyemi and the crew of the Nolan Reef at the port.",
        "Mayor Sina Holm met Dan Quill and the crew of the Nolan Rock at the port.",
        [("name", "Ilse Varga", "Sina Holm"), ("name", "Tom Adeyemi", "Dan Quill"), ("name", "Reef", "Rock")],
    ),
    (
        "names that changed places",
        "Brazil beat Peru, and Varga blamed Holm for it. The ferry left.",
        "Peru beat Brazil, and Holm blamed Varga for it. The ferry left.",
        [("name", "Brazil beat Peru", "Peru beat Brazil"), ("name", "Varga blamed Holm", "Holm blamed Varga")],
    ),
    (
        "an abbreviated title",
        "Mr Varga met Sen. Holm at the port, and the Democrats left.",
        "Dr Varga met Rep. Holm at the port, and the Republicans left.",
        [("replacement", "Mr", "Dr"), ("replacement", "Sen.", "Rep."), ("name", "Democrats", "Republicans")],
    ),
    (
        "a name in a compound",
        "The London-based firm and its pro-Turkish partner left.",
        "The Leeds-based firm and its pro-Greek partner left.",
        [("name", "London-based", "Leeds-based"), ("name", "pro-Turkish", "pro-Greek")],
    ),
]


@pytest.mark.parametrize(
    ("reference", "version", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_names_and_house_style(changes, reference, version, expected):
    """Another name is distinguished from another form of the same name."""
    assert changes(reference, version) == expected


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("Brazil hit Peru.", "Peru was hit by Brazil."),
        ("Varga met Holm at noon.", "Holm met Varga at noon."),
        ("Quill left after Brandt spoke.", "After Brandt spoke, Quill left."),
        ("Varga said Holm left.", "Holm left, Varga said."),
        ("Holm, Quill and Varga left.", "Varga, Quill and Holm left."),
    ],
)
def test_names_in_another_order_that_do_what_they_did(changes, reference, version):
    """In the passive, in another clause, in a list, and if either may come first."""
    rest = " The ferry of Brenna sank at the quay on Monday."
    assert [each for each in changes(reference + rest, version + rest) if each[0] == "name"] == []


@pytest.mark.parametrize(
    ("reference", "version", "expected"),
    [
        ("A prize went to Wendy Stone.", "A prize went to Summer Field.", ("Wendy Stone", "Summer Field")),
        ("Wendy Stone won the prize.", "Summer Field won the prize.", ("Wendy Stone", "Summer Field")),
        ("She read the Evening Star.", "She read the Morning Star.", ("Evening", "Morning")),
        ("He left Oslo by train.", "He left Mill Valley by train.", ("Oslo", "Mill Valley")),
        ("Paula Green opened the hall.", "Grace Green opened the hall.", ("Paula", "Grace")),
    ],
)
def test_names_of_dictionary_words(changes, reference, version, expected):
    """Capitalised words that nothing links are names, also several as one finding, also at the start of a sentence."""
    assert changes(reference, version) == [("name", *expected)]


@pytest.mark.parametrize(
    ("reference", "version", "rule"),
    [
        ("It was a VAST hall.", "It was a HUGE hall.", "synonym"),
        ("They met at the Library.", "They met at the Libraries.", "inflection"),
        ("She met the Defence Secretary.", "She met the Defense Secretary.", "spelling"),
        ("She thanked Dr Holm.", "She thanked Mr Holm.", "replacement"),
        ("The hall is full. Awful!", "The hall is full. Cheap!", "replacement"),
        ("One word says it: Awful.", "One word says it: Cheap.", "replacement"),
        ("The NGO left the island.", "The NGOs left the island.", "inflection"),
        ("He joined the DHC there.", "He joined the Dutch Harbour Club there.", "synonym"),
    ],
)
def test_capitals_that_show_no_name(changes, reference, version, rule):
    """Emphasis, another form of a word, related words of a title and forms of address are no other name."""
    assert [found[0] for found in changes(reference, version)] == [rule]
