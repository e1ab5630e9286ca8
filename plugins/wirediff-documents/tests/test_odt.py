"""OpenDocument texts: what is text, what is left out, and what cannot be read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import pytest

Make = Callable[..., bytes]
Read = Callable[..., Any]
PROSE = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island for good."
LOOKS = """<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="nn"/></style:default-style>
<style:style style:name="Byline" style:family="paragraph"/>
<style:style style:name="Illustration" style:family="paragraph"/>
<style:style style:name="House_20_head" style:display-name="House head" style:family="paragraph"
  style:default-outline-level="2"/>
</office:styles>"""
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Byline"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="House_20_head"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
"""
IMAGE = "not a picture that could be shown, but bytes are bytes"


def par(content: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def test_styles_and_elements_give_roles(open_text: Make, read: Read) -> None:
    """Automatic styles say what people did by hand to a style that has a name; the first heading is the headline."""
    body = (
        '<text:h text:outline-level="1">Council closes ferry line</text:h>'
        + par("Maud Ellery", "P1")
        + par(PROSE)
        + par("What islanders lose", "P2")
        + f"<text:list><text:list-item>{par('one boat')}</text:list-item></text:list>"
        + par("The sea does not ask.", "Quotations")
    )
    styles = STYLES + '<style:style style:name="Quotations" style:family="paragraph"/>'
    assert read(open_text(body, styles, LOOKS)).shown == [
        ("headline", "Council closes ferry line"),
        ("byline", "Maud Ellery"),
        ("paragraph", PROSE),
        ("subheading", "What islanders lose"),
        ("list-item", "one boat"),
        ("quote", "The sea does not ask."),
    ]


def test_the_language_is_declared_where_the_text_is_too_short_to_show_it(open_text: Make, read: Read) -> None:
    """By the default style."""
    assert read(open_text(par("42"), looks=LOOKS)).article.language == "nn"


def test_a_picture_in_a_box_has_the_caption_in_it(open_text: Make, read: Read) -> None:
    """LibreOffice puts both into one paragraph of a text box."""
    frame = '<draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>People on a pier</svg:desc></draw:frame>'
    caption = par(f"{frame}The pier on Monday. Photo: Ivo Karel/Norvia Press", "Illustration")
    body = par(PROSE) + par(f"<draw:frame><draw:text-box>{caption}</draw:text-box></draw:frame>") + par(PROSE)
    story = read(open_text(body, looks=LOOKS, Pictures__1_png=IMAGE))
    [picture] = story.article.pictures
    assert [block.text for block in picture.captions] == ["The pier on Monday."]
    assert [block.text for block in picture.credits] == ["Photo: Ivo Karel/Norvia Press"]
    figure = picture.figure
    assert (figure.image, figure.alt) == (None, "People on a pier")
    assert figure.sha256 == hashlib.sha256(IMAGE.encode()).hexdigest()


def test_notes_come_at_the_end(open_text: Make, read: Read) -> None:
    """Footnotes before endnotes, each with the sign that the text has."""

    def note(kind: str, sign: str, text: str) -> str:
        citation = f"<text:note-citation>{sign}</text:note-citation>"
        return f'<text:note text:note-class="{kind}">{citation}<text:note-body>{par(text)}</text:note-body></text:note>'

    story = read(open_text(par(f"A vote{note('endnote', 'i', 'In Tarn.')} and{note('footnote', '1', 'A tie.')}.")))
    assert story.shown == [("paragraph", "A votei and1."), ("list-item", "A tie."), ("list-item", "In Tarn.")]


TEXTS = {
    "spaces": ("sea<text:s text:c='3'/>side", "sea side"),
    "line break": ("sea<text:line-break/>side", "sea side"),
    "spans": ("s<text:span>e</text:span>a", "sea"),
    "field": ("page <text:page-number>7</text:page-number>", "page 7"),
    "bookmark": ("<text:bookmark-start text:name='b'/>sea<text:bookmark-end text:name='b'/>", "sea"),
    "ruby": ("<text:ruby><text:ruby-base>sea</text:ruby-base></text:ruby>", "sea"),
    "shape": ("<draw:custom-shape><text:p>Box</text:p></draw:custom-shape>", "Box"),
}


@pytest.mark.parametrize(("inside", "text"), TEXTS.values(), ids=TEXTS)
def test_text_of_every_kind_is_read_once(inside: str, text: str, open_text: Make, read: Read) -> None:
    """Nothing of it is lost, or doubled."""
    assert [block.text for block in read(open_text(par(inside))).article.blocks] == [text]


def test_tables_sections_and_indexes_are_read(open_text: Make, read: Read) -> None:
    """Rows in a table's heading too."""
    cells = "".join(f"<table:table-cell>{par(text)}</table:table-cell>" for text in ("Line", "Boats"))
    row = f"<table:table-row>{cells}</table:table-row>"
    body = (
        f"<table:table><table:table-header-rows>{row}</table:table-header-rows>{row}</table:table>"
        f"<text:section text:name='S'>{par('In a section.')}</text:section>"
        f"<text:table-of-content><text:index-body>{par('In an index.')}</text:index-body></text:table-of-content>"
    )
    assert [text for _, text in read(open_text(body)).shown] == [
        "Line | Boats",
        "Line | Boats",
        "In a section.",
        "In an index.",
    ]


def test_tracked_changes_are_read_as_accepted_and_disclosed(open_text: Make, read: Read) -> None:
    """What was deleted is left out where it was."""
    changes = (
        "<text:tracked-changes>"
        f'<text:changed-region text:id="c1"><text:deletion>{par("twice")}</text:deletion></text:changed-region>'
        '<text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    inserted = '<text:change-start text:change-id="c2"/>once<text:change-end text:change-id="c2"/>'
    story = read(open_text(changes + par(f'They voted {inserted}<text:change text:change-id="c1"/>.')))
    assert [text for _, text in story.shown] == ["They voted once."]
    assert story.left_out == [("hidden", "twice")]
    assert story.notes == [("tracked-changes", False)]
    assert "1 added, 1 deleted" in story.article.notes[0].message


MARGIN = "<style:master-page><style:header>{}</style:header></style:master-page>"
LEFT_OUT: Mapping[str, tuple[str, Mapping[str, str], tuple[str, str]]] = {
    "hidden": (par("Seen.<text:span text:style-name='T1'>Unseen.</text:span>"), {}, ("hidden", "Unseen.")),
    "hidden section": (
        f"{par('Seen.')}<text:section text:display='none'>{par('Unseen.')}</text:section>",
        {},
        ("hidden", "Unseen."),
    ),
    "hidden paragraph": (
        par("Seen.") + par('<text:hidden-paragraph text:is-hidden="true"/>Unseen.'),
        {},
        ("hidden", "Unseen."),
    ),
    "header": (par("Seen."), {"looks": MARGIN.format(par("The Salter Post"))}, ("boilerplate", "The Salter Post")),
    "comment": (
        par(f"Seen.<office:annotation><dc:creator>Ann</dc:creator>{par('Check.')}{par('Twice.')}</office:annotation>"),
        {},
        ("comments", "Check.\nTwice."),
    ),
    "script": (par("Seen.<text:script>x()</text:script>"), {}, ("script", "x()")),
    "chart": (
        par("Seen.<draw:frame><draw:object xlink:href='./O'/></draw:frame>"),
        {"O__content_xml": "<chart><p>Passengers</p></chart>"},
        ("no-role", "Passengers"),
    ),
}


@pytest.mark.parametrize(("body", "parts", "omission"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_no_part_of_the_text_is_left_out_with_its_reason(
    body: str, parts: Mapping[str, str], omission: tuple[str, str], open_text: Make, read: Read
) -> None:
    """It is no block, and it is recorded."""
    story = read(open_text(body, STYLES, **parts))
    assert [text for _, text in story.shown] == ["Seen."]
    assert story.left_out == [omission]


ENCRYPTED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
UNREADABLE: Mapping[str, tuple[Callable[[Make], bytes], str]] = {
    "cut short": (lambda make: make(par(PROSE))[:400], "story: the archive is damaged or cut short"),
    "damaged XML": (lambda make: make("<text:p>"), "story: content.xml is not well-formed XML"),
    "encrypted": (
        lambda make: make(par(PROSE), **{"META-INF__manifest_xml": ENCRYPTED}),
        "story: is encrypted; save it without a password",
    ),
    "a bomb": (lambda make: make(par("0" * 5_000_000)), "story: content.xml unpacks to more than 500 times its size"),
    "without text": (lambda make: make(""), "story: no text was found in it"),
}


@pytest.mark.parametrize(("make", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_an_error_with_name_and_reason(
    make: Callable[[Make], bytes], reason: str, open_text: Make, problem: Callable[[bytes], str]
) -> None:
    """One line that says what to do, where something can be done."""
    assert problem(make(open_text)).startswith(reason)
