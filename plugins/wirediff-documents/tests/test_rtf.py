r"""RTF: what is text, what is left out, and what is damaged. (Documents are written here as raw strings.)"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]
PROSE = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island for good."
HEAD = r"""{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Mincho;}}
{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2 Title;}{\s3\sbasedon4 House caption;}
{\s4 caption;}{\*\cs9 Default Paragraph Font;}}{\info{\title In the file}{\author Ann}}{\*\generator X;}"""


def document(body: str) -> bytes:
    """A document."""
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0 " + HEAD + body + "}").encode("latin-1")


def par(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"\\pard\\plain{properties} {text}\\par\n"


def texts(read: Read, body: str) -> list[str]:
    """The texts of a document's blocks."""
    return [text for _, text in read(document(body)).shown]


def test_styles_give_roles(read: Read) -> None:
    """By their names, and by the style that they are based on."""
    body = par("Council closes ferry line", r"\s2") + par(PROSE) + par("What islanders lose", r"\s1")
    body += r"\pard{\listtext \u8226 ?\tab}\ls1 one boat\par " + par(r"The pier. Photo: Ivo Karel/Norvia Press", r"\s3")
    assert read(document(body)).shown == [
        ("headline", "Council closes ferry line"),
        ("paragraph", PROSE),
        ("subheading", "What islanders lose"),
        ("list-item", "one boat"),
        ("caption", "The pier."),
        ("credit", "Photo: Ivo Karel/Norvia Press"),
    ]


CHARACTERS = {
    "of the code page": (r"caf\'e9", "café"),
    "of a font": (r"{\f1\'cc\'e8\'f0}", "Мир"),
    "of two bytes": (r"{\f2\'93\'fa\'96\'7b}", "日本"),
    "Unicode": (r"M\u252 uller", "Müller"),
    "Unicode, with more to pass over": (r"\uc2 M\u252 uxller", "Müller"),
    "Unicode, with nothing to pass over": (r"\uc0 M\u252ller", "Müller"),
    "Unicode, negative": (r"\u-10179 ?\u-8704 ?", "😀"),
    "named": (r"\ldblquote No\rdblquote\~\emdash  yes", "“No”\u00a0— yes"),
    "escaped": (r"\{a\\b\}", r"{a\b}"),
    "line break": (r"sea\line side", "sea side"),
    "raw": ("sea\nside", "seaside"),
}


@pytest.mark.parametrize(("written", "text"), CHARACTERS.values(), ids=CHARACTERS)
def test_characters(written: str, text: str, read: Read) -> None:
    """However they are written."""
    assert texts(read, par(written)) == [text]


def test_a_large_first_letter_is_part_of_its_word(read: Read) -> None:
    """Word has it in a paragraph of its own."""
    assert texts(read, par("T", r"\dropcapli2\dropcapt1") + par(PROSE[1:])) == [PROSE]


def test_rows_of_tables_are_blocks(read: Read) -> None:
    """What comes after the table is no part of it."""
    row = r"\trowd\cellx1\cellx2\pard\intbl Gull Island\cell\pard\intbl 212,400\cell\row "
    assert read(document(row + row + par(PROSE))).shown == [
        ("table", "Gull Island | 212,400"),
        ("table", "Gull Island | 212,400"),
        ("paragraph", PROSE),
    ]


def test_notes_come_at_the_end_and_have_their_signs_in_the_text(read: Read) -> None:
    """The sign inside the note is not repeated."""
    story = read(document(par(r"A vote{\super\chftn}{\footnote\pard\plain\chftn  A tie.\par} was lost.")))
    assert story.shown == [("paragraph", "A vote1 was lost."), ("list-item", "A tie.")]


def test_links(read: Read) -> None:
    """They are fields."""
    linked = r'{\field{\*\fldinst{HYPERLINK "https://gull.example/"}}{\fldrslt{\ul the ferry}}}'
    story = read(document(par(f"Take {linked} home.")))
    [block] = story.article.blocks
    [link] = block.links
    assert block.text == "Take the ferry home."
    assert (block.text[link.start : link.end], link.url) == ("the ferry", "https://gull.example/")


@pytest.mark.parametrize("written", ["{digits}", r"\bin4 {binary}"], ids=["in digits", "in binary"])
def test_a_picture_has_its_caption_and_its_content(written: str, read: Read) -> None:
    """The other form of the picture, for older programs, is none."""
    data = b"}{\\p"
    picture = written.format(digits=data.hex(), binary=data.decode())
    described = r"{\*\picprop{\sp{\sn wzDescription}{\sv People on a pier}}}"
    shown = r"{\*\shppict{\pict" + described + r"\pngblip " + picture + r"}}{\nonshppict{\pict\wmetafile8 00ff}}"
    story = read(document(par(PROSE) + par(shown) + par("The pier on Monday.", r"\s4")))
    [picture] = story.article.pictures
    assert [block.text for block in picture.captions] == ["The pier on Monday."]
    assert picture.figure.alt == "People on a pier"
    assert picture.figure.sha256 == hashlib.sha256(data).hexdigest()
    assert len(story.article.figures) == 1


LEFT_OUT = {
    "hidden": (par(r"Seen.{\v Unseen.}"), ("hidden", "Unseen.")),
    "header": (r"{\header\pard The Salter Post\par}" + par("Seen."), ("boilerplate", "The Salter Post")),
    "comment": (par(r"Seen.{\*\atnid AB}{\*\atnauthor Ann}\chatn{\*\annotation Check.}"), ("comments", "Check.")),
    "field code": (par(r"{\field{\*\fldinst PAGE }{\fldrslt Seen.}}"), ("script", "PAGE")),
    "index entry": (par(r"Seen.{\xe Ferries}"), ("script", "Ferries")),
}


@pytest.mark.parametrize(("body", "omission"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_no_part_of_the_text_is_left_out_with_its_reason(
    body: str, omission: tuple[str, str], read: Read
) -> None:
    """It is no block, and it is recorded."""
    story = read(document(body))
    assert [text for _, text in story.shown] == ["Seen."]
    assert story.left_out == [omission]


def test_what_only_programs_read_is_no_text(read: Read) -> None:
    """Unknown optional destinations, data, and the second form of shapes."""
    shape = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box\par}}{\shprslt Box again}}"
    nested = r"{\nonesttables Not nested.\par}"
    assert texts(read, par(r"{\*\unheard nothing}Seen." + shape + nested)) == ["Seen.", "Box"]


def test_tracked_changes_are_read_as_accepted_and_disclosed(read: Read) -> None:
    """What was deleted is left out."""
    story = read(document(par(r"They voted {\revised once}{\deleted twice}.")))
    assert [text for _, text in story.shown] == ["They voted once."]
    assert story.left_out == [("hidden", "twice")]
    assert "1 added, 1 deleted" in story.article.notes[0].message


def test_a_document_that_is_cut_short_is_incomplete(read: Read) -> None:
    """What is there is read."""
    story = read(document(par(PROSE) + par("More."))[:-9])
    assert story.shown[0] == ("paragraph", PROSE)
    assert ("truncated", True) in story.notes


def test_groups_without_end_are_an_error(problem: Callable[[bytes], str]) -> None:
    """With name and reason."""
    assert problem(document("{" * 20_000)).startswith("story: has more than 5,000 groups inside each other")
