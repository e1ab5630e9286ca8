"""The grammar of photo credits."""

from __future__ import annotations

import pytest

from wirediff.newsroom import credit_start, is_credit

CREDITS = [
    "Ana Brill/AP",
    "(AP Photo/Ana Brill)",
    "[Ana Brill/Reuters]",
    "AP",
    "Getty Images",
    "AFP via Getty Images",
    "Ana Brill via Getty Images",
    "Ana Brill for The Elder Post",
    "Ana Brill | AP",
    "Ana Brill - AFP",
    "Ana Brill, Reuters",
    "Photo: Ana Brill/NWA",
    "Photograph: Ana Brill/The Elder Post",
    "Photo by Ana Brill",
    "Photo courtesy of the Port Office",
    "Image source, Getty Images",
    "Courtesy of Ana Brill",
    "© Ana Brill",
    "(c) Elder Post",
    "Foto: Ana Brill/dpa",
    "FOTO: ANA BRILL",
    "Bild: picture alliance / dpa",
    "Crédit photo : Ana Brill",
    "Foto: Ana Brill / TT",
    "Kuva: Ana Brill / Lehtikuva",
    "Fot. Ana Brill / PAP",
    "Фото: РИА Новости",
    "写真：共同",
    "Fotoğraf: Ana Brill/AA",
    "Handout",
    "picture-alliance/dpa",
    "Imago/Elder-News.example",
    "Ana Brill / Reuters file",
    "Photo: iHarbour",
    "Quelle: elder-online",
    "[File: Reuters]",
    "Photo AFP",
    "Photo Ana Brill. AFP",
    "Foto Ana Brill / EFE",
    "Fotos © Ana Brill",
    "Screenshot by Ana Brill/NWA",
    "Foto: Ana Brill og Orla Finch Jensen (Elder Post) Ana Brill og Orla Finch Jensen (Elder Post)",
    "AFP AFP",
]
PLAIN = [
    "The harbour reopened on Monday.",
    "and/or",
    "Photo Ana Brill",
    "Images of the harbour. AFP",
    "He drove at 120 km/h through the town",
    "Photo: the harbour reopened on Monday. Nobody was hurt.",
    "Courtesy costs nothing, my grandmother used to say when we went to town",
    "https://example.org/a/b",
    "24/7",
    "GRANTS/DONATIONS",
    "Softshell Jacket (Polyester/Spandex)",
    "공연/전시",
    "港は月曜日に撮影された。",
    "Port Elder",
    "Mira Tolland, harbour master",
    "Harbour reopens",
    "",
    "Either/or questions are not always the best ones to ask a witness in court, says the judge",
]


@pytest.mark.parametrize("text", CREDITS)
def test_credits_are_recognised(text: str) -> None:
    """Labels, openers, agencies and bare names, in brackets or not."""
    assert is_credit(text)


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_no_credit(text: str) -> None:
    """Slashes, labels and names alone do not make one."""
    assert not is_credit(text)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Le port d'Elder, le 27 octobre 2026", "(Photo Ana Brill. AFP)"),
        ("Boats lie in the harbour on Monday.", "(AP Photo/Ana Brill)"),
        ("Boats lie in the harbour on Monday.", "Photo: Ana Brill/NWA"),
        ("Boats lie in the harbour", "Foto: Ana Brill/dpa"),
        ("Boats lie in the harbour.", "© Ana Brill/NWA"),
        ("Boats lie in the harbour.", "Ana Brill/AP"),
        ("Boats in the harbour", "| Photo by Ana Brill"),
        ("Boote im Hafen (Archivbild).", "Quelle: dpa"),
        ("Boats lie in the harbour at Elder on May 25, 2019.", "A. Brill / AP file"),
        ("Boats lie in the harbour on Monday.", "(AP Photo/Ana Brill)AP2026"),
        ("Boats lie in the harbour.", "Ana Brill/Copyright 2026 The AP"),
        ("Boats lie in the harbour.", "(Ana Brill/Copyright 2026 The AP. All rights reserved)"),
        ("재개된 항구에 배들이 정박해 있다.", "[사진=연합뉴스]"),
        ("Boats lie in the harbour at Elder on Nov. 7.", "Ana Brill/NWA Images for Elder"),
        ("The bell of St. Hilda's.", "Ana Brill for The Gazette"),
        ("Gov. Brill.", "| Ivo Karn/AP"),
        ("The harbour, Monday, Dec. 8, 2025.", "(AP Photo/Ana Brill) -"),
        ("Cranes at work.", "(Photo by Ana Brill / AFP) (Photo by ANA BRILL/AFP via Getty Images)"),
        ("Divers go down.", "Coast Guard photo by Ana Brill"),
        ("Boats lie in the harbour", "(brill_77/iStock)"),
        ("Stau am Hafen", "© brill / Shutterstock"),
        ("Nets dry at Elder", "/ Photo: Ana Brill"),
        ("Cranes at Port Elder", "Ana B. Brill for The Gazette"),
        ("They chose plan B.", "Ana Brill/AP"),
        ("再開した港", "＝共同"),
        ("再開した港＝13日、東京で", "（山田太郎撮影）"),
    ],
)
def test_the_credit_at_the_end_of_a_caption(caption: str, credit: str) -> None:
    """The cut stands before the credit's first character."""
    text = f"{caption} {credit}" if not credit.startswith("＝") else caption + credit
    start = credit_start(text)
    assert start is not None
    assert text[start:].lstrip(" |") == credit.lstrip(" |")


@pytest.mark.parametrize(
    "text",
    [
        "Pavel Kovac (center) speaks.",
        "Anna Holt (SPD)",
        "Boats lie in the harbour on Monday.",
        "AP",
        "Erstes Bild: Der Hafen",
        "Tres ministros tras la foto de familia del Consejo de Norvia.",
        "Visitors look at photos by the harbour wall.",
        "(©Ana Brill/NWA",
    ],
)
def test_no_credit_is_cut_off_where_there_is_none(text: str) -> None:
    """Places in a picture, parties, and lines that are a credit as a whole."""
    assert credit_start(text) is None


def test_glued_parts_come_apart() -> None:
    """Inline elements without a space between them print so."""
    text = "Anna Holt (SPD) im HafenQuelle: Ana Brill/dpa"
    assert text[credit_start(text) or 0 :] == "Quelle: Ana Brill/dpa"


def test_a_name_after_the_last_sentence_needs_a_sure_caption() -> None:
    """In a caption it is the photographer; in a paragraph it may be anybody."""
    text = "Boats lie in the harbour on Monday. Ana Brill"
    assert credit_start(text) is None
    assert text[credit_start(text, surely=True) or 0 :] == "Ana Brill"


def test_a_full_name_before_a_slash_needs_a_sure_caption_and_a_small_word_before_it() -> None:
    """No full stop parts it from the caption."""
    text = "Le marché au bord du canal Ana Brill / Ivo Karn"
    assert credit_start(text) is None
    assert text[credit_start(text, surely=True) or 0 :] == "Ana Brill / Ivo Karn"
    assert credit_start("Der Blick vom Hafen Ana Brill / Ivo Karn", surely=True) is None


def test_a_date_behind_the_double_hyphen_of_a_japanese_caption_is_no_credit() -> None:
    """It says where and when."""
    assert credit_start("再開した港＝東京で2026年3月", surely=True) is None


@pytest.mark.parametrize(
    "text",
    ["brill_77/iStock/Getty Images", "Ana Brill/nwa", "brill/harbour-pictures.example", "Photo: NWA / Scan by her"],
)
def test_a_line_of_a_picture_that_is_surely_a_credit(text: str) -> None:
    """In an article, what an agency follows may be an editor's initials."""
    assert is_credit(text, surely=True)


@pytest.mark.parametrize("text", ["abr/AFP", "brill_77/iStock"])
def test_initials_before_an_agency_need_a_picture(text: str) -> None:
    """Editors sign so at the end of a story."""
    assert not is_credit(text)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The clinic of Port Elder / picture alliance", " / picture alliance"),
        ("再開した港にて、漁師（Ｃ）共同通信社", "（Ｃ）共同通信社"),
        ("Das Rathaus am Hafen© Ana Brill", "© Ana Brill"),
    ],
)
def test_a_credit_after_a_caption_without_a_full_stop(text: str, credit: str) -> None:
    """A spaced slash before an agency, or the sign for copyright, parts them."""
    assert text[credit_start(text, surely=True) or 0 :] == credit


def test_initials_within_a_name_end_no_sentence() -> None:
    """The last name is not the photographer's."""
    assert credit_start("Der Minister am Hafen mit J. R. Holt", surely=True) is None
