"""Word documents: what is text, what is left out, and what cannot be read."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest

Make = Callable[..., bytes]
Read = Callable[..., Any]

PROSE = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island for good."
STYLES = """
<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Bild"><w:name w:val="House picture text"/>
  <w:basedOn w:val="Beschriftung"/></w:style>
<w:style w:type="paragraph" w:styleId="Autor"><w:name w:val="Byline"/></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Unsichtbar"><w:name w:val="Notes to self"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
IMAGE = b"\x89PNG\r\n\x1a\n not a picture that could be shown, but bytes are bytes"
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="People on a pier"/>'
    '<a:blip r:embed="media/image1.png"/></wp:inline></w:drawing></w:r>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes its only run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content if content.startswith('<') else run(content)}</w:p>"


# ── roles ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_styles_give_roles(word: Make, read: Read) -> None:
    """Names count, not ids, which Word writes in the user's language; a desk's own are read like class names."""
    body = (
        par("Council closes ferry line", "Titel")
        + par("Two boats are to be sold", "Untertitel")
        + par("Maud Ellery", "Autor")
        + par(PROSE)
        + par("What islanders lose", "berschrift1")
        + par("The sea does not ask.", "Zitat")
        + par("one boat", "Liste")
        + par("two boats", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + par("No item", "Liste", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert read(word(body, styles_xml=STYLES)).shown == [
        ("headline", "Council closes ferry line"),
        ("subheading", "Two boats are to be sold"),
        ("byline", "Maud Ellery"),
        ("paragraph", PROSE),
        ("subheading", "What islanders lose"),
        ("quote", "The sea does not ask."),
        ("list-item", "one boat"),
        ("list-item", "two boats"),
        ("paragraph", "No item"),
    ]


def test_the_first_heading_is_the_headline_where_nothing_is_called_title(word: Make, read: Read) -> None:
    """But not one below the text."""
    heading, other = par("Council closes ferry line", "berschrift1"), par("What islanders lose", "berschrift1")
    story = read(word(heading + par(PROSE) + other + par(PROSE), styles_xml=STYLES))
    assert [kind for kind, _ in story.shown] == ["headline", "paragraph", "subheading", "paragraph"]
    assert story.article.title == "Council closes ferry line"
    below = read(word(par("Council closes ferry line") + par(PROSE) + other + par(PROSE), styles_xml=STYLES))
    assert [kind for kind, _ in below.shown] == ["headline", "paragraph", "subheading", "paragraph"]


def test_a_heading_is_known_by_the_name_of_its_style_alone(word: Make, read: Read) -> None:
    """LibreOffice writes no outline level if the document was a page."""
    styles = STYLES.replace('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', "")
    assert styles != STYLES
    body = par("Boats and buses") + par("Council closes ferry line", "berschrift1") + par(PROSE)
    assert [kind for kind, _ in read(word(body, styles_xml=styles)).shown] == ["paragraph", "headline", "paragraph"]


def test_without_styles_the_form_of_lines_gives_roles(word: Make, read: Read) -> None:
    """As in plain text."""
    body = par("Council closes ferry line") + par("By Maud Ellery") + par("12 May 2026") + par(PROSE) + par(PROSE)
    assert [kind for kind, _ in read(word(body)).shown] == ["headline", "byline", "date", "paragraph", "paragraph"]


def test_places_are_numbers_of_paragraphs(word: Make, read: Read) -> None:
    """Empty ones are counted, as in Word."""
    article = read(word(par(PROSE) + par("<w:r/>") + par(PROSE))).article
    assert [(block.path, block.line) for block in article.blocks] == [
        ("word/document.xml/p[1]", 1),
        ("word/document.xml/p[3]", 3),
    ]


@pytest.mark.parametrize(
    "below",
    [
        par("The pier on Monday. Photo: Ivo Karel/Norvia Press", "Bild"),
        par(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + par("The pier on Monday. Photo: Ivo Karel/Norvia Press", "Bild")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ),
    ],
    ids=["below", "in a text box"],
)
def test_a_picture_has_its_caption_its_credit_and_its_content(below: str, word: Make, read: Read) -> None:
    """The caption is in the next paragraph; the picture is known by its bytes, as its name says nothing."""
    story = read(word(par(PROSE) + par(PICTURE) + below + par(PROSE), styles_xml=STYLES, media__image1_png=IMAGE))
    [picture] = story.article.pictures
    assert [block.text for block in picture.captions] == ["The pier on Monday."]
    assert [block.text for block in picture.credits] == ["Photo: Ivo Karel/Norvia Press"]
    assert (picture.figure.image, picture.figure.alt) == (None, "People on a pier")
    assert picture.figure.sha256 == hashlib.sha256(IMAGE).hexdigest()


def test_a_large_first_letter_is_part_of_its_word(word: Make, read: Read) -> None:
    """Word has it in a paragraph of its own."""
    first = par("T", properties='<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert read(word(first + par(PROSE[1:]))).shown == [("paragraph", PROSE)]


BELOW = {
    "in one paragraph": par("The pier on Monday. Photo: Ivo Karel/Norvia Press"),
    "in two": par("Passengers wait on the pier on Monday.") + par("Photo: Ivo Karel/Norvia Press"),
    "in italics": par(run("The pier on Monday", "<w:i/>")),
    "in the picture's paragraph": "",
}


@pytest.mark.parametrize("name", BELOW)
def test_text_next_to_a_picture_is_its_caption_without_a_style_too(name: str, word: Make, read: Read) -> None:
    """By its form, as on pages."""
    picture = (
        par(PICTURE) + BELOW[name] if BELOW[name] else par(PICTURE + run("The pier on Monday. Photo: Ivo Karel/AP"))
    )
    story = read(word(par("Council closes ferry line", "Titel") + par(PROSE) + picture + par(PROSE), styles_xml=STYLES))
    [held] = story.article.pictures
    assert len(held.captions) == 1
    assert len(held.credits) == (name != "in italics")
    assert [kind for kind, _ in story.shown if kind == "paragraph"] == ["paragraph"] * 2


def test_rows_of_tables_are_blocks(word: Make, read: Read) -> None:
    """Cells are parted as on pages; a table in a cell is read with it."""
    cells = "".join(f"<w:tc>{par(text)}</w:tc>" for text in ("Gull Island", "212,400"))
    row = f"<w:tr>{cells}</w:tr>"
    story = read(word(f"<w:tbl>{row}</w:tbl>" + par(PROSE)))
    assert story.shown[0] == ("table", "Gull Island | 212,400")


def test_notes_come_at_the_end_and_have_their_signs_in_the_text(word: Make, read: Read) -> None:
    """Footnotes count 1, 2; endnotes i, ii, unless the settings say otherwise; one without a sign is left out."""
    references = (
        '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" and ") + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    footnotes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{par(run("A tie."))}</w:footnote><w:footnote w:id="8">{par("Nobody.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{par("In Tarn.")}</w:endnote>'
    story = read(word(par(run("A vote") + references), footnotes_xml=footnotes, endnotes_xml=endnotes))
    assert story.shown == [("paragraph", "A vote1 and i"), ("list-item", "A tie."), ("list-item", "In Tarn.")]
    assert story.left_out == [("no-role", "Nobody.")]
    assert [link.url for link in story.article.blocks[0].links] == ["#footnote-7", "#endnote-2"]
    settings = '<w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr>'
    lettered = read(word(par(run("A vote") + references), endnotes_xml=endnotes, settings_xml=settings))
    assert lettered.shown[0] == ("paragraph", "A vote1 and A")


FIELD = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>"""
LINKS = {
    "an element": f'<w:hyperlink r:id="rId9">{run("the ferry")}</w:hyperlink>',
    "a field": FIELD.format(code='HYPERLINK "https://gull.example/"', result=run("the ferry")),
}


@pytest.mark.parametrize("inside", LINKS.values(), ids=LINKS)
def test_links(inside: str, word: Make, read: Read) -> None:
    """However Word writes them."""
    story = read(word(par(run("Take ") + inside + run(" home.")), {"rId9": "https://gull.example/"}))
    [block] = story.article.blocks
    [link] = block.links
    assert block.text == "Take the ferry home."
    assert (block.text[link.start : link.end], link.url) == ("the ferry", "https://gull.example/")
    assert story.left_out == []


BOX = "<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent>"
ALTERNATIVES = f"""<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>
<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
TEXTS = {
    "line break": ("<w:r><w:t>sea</w:t><w:br/><w:t>side</w:t></w:r>", "sea side"),
    "tab": ("<w:r><w:t>sea</w:t><w:tab/><w:t>side</w:t></w:r>", "sea side"),
    "hyphen": ("<w:r><w:t>sea</w:t><w:noBreakHyphen/><w:t>side</w:t></w:r>", "sea‑side"),
    "symbol": ('<w:r><w:sym w:font="Arial" w:char="00A7"/><w:t>5</w:t></w:r>', "§5"),
    "holders": (f"<w:smartTag><w:sdt><w:sdtContent>{run('sea')}</w:sdtContent></w:sdt></w:smartTag>", "sea"),
    "formula": ("<m:oMath><m:r><m:t>x = 2</m:t></m:r></m:oMath>", "x = 2"),
    "mark-up": ("<w:r><w:t>a &lt;b&gt; &amp; c</w:t></w:r>", "a <b> & c"),
    "field": (FIELD.format(code="SEQ Figure", result=run("Figure 1")), "Figure 1"),
    "alternatives": (ALTERNATIVES, "Box"),
}


@pytest.mark.parametrize(("inside", "text"), TEXTS.values(), ids=TEXTS)
def test_text_of_every_kind_is_read_once(inside: str, text: str, word: Make, read: Read) -> None:
    """Nothing of it is lost, or doubled."""
    assert [block.text for block in read(word(f"<w:p>{inside}</w:p>")).article.blocks] == [text]


# ── what is left out ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_tracked_changes_are_read_as_accepted_and_disclosed(word: Make, read: Read) -> None:
    """What was deleted or moved away is left out; a paragraph whose mark was deleted goes on in the next."""
    deleted = "<w:r><w:delText>twice</w:delText></w:r>"
    body = (
        f"<w:p>{run('They voted ')}<w:ins>{run('once')}</w:ins><w:del>{deleted}</w:del>{run('.')}</w:p>"
        + par(run("They went "), properties="<w:rPr><w:del/></w:rPr>")
        + par("home.")
        + f"<w:p><w:moveFrom>{run('Nobody spoke.')}</w:moveFrom></w:p>"
        + f"<w:p><w:moveTo>{run('Nobody spoke.')}</w:moveTo></w:p>"
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{par('Cape Elder')}</w:tc></w:tr></w:tbl>"
    )
    story = read(word(body))
    assert [text for _, text in story.shown] == ["They voted once.", "They went home.", "Nobody spoke."]
    assert story.left_out == [("hidden", "twice"), ("repeated", "Nobody spoke."), ("hidden", "Cape Elder")]
    [note] = story.article.notes
    assert (note.code, note.incomplete) == ("tracked-changes", False)
    assert "2 added, 4 deleted" in note.message


LEFT_OUT = {
    "hidden": (par(run("Seen.") + run("Unseen.", "<w:vanish/>")), {}, ("hidden", "Unseen.")),
    "hidden by its style": (
        par(run("Seen.") + run("Unseen.", '<w:rStyle w:val="Unsichtbar"/>')),
        {"styles_xml": STYLES},
        ("hidden", "Unseen."),
    ),
    "header": (par("Seen."), {"header1_xml": par("The Salter Post")}, ("boilerplate", "The Salter Post")),
    "footer": (par("Seen."), {"footer1_xml": par("Page 1")}, ("boilerplate", "Page 1")),
    "comment": (
        par("Seen."),
        {"comments_xml": f"<w:comment>{par('Check.')}{par('Twice.')}</w:comment>"},
        ("comments", "Check.\nTwice."),
    ),
    "chart": (par("Seen."), {"charts__chart1_xml": "<a:t>Passengers</a:t>"}, ("no-role", "Passengers")),
    "field code": (par(FIELD.format(code="PAGE", result=run("Seen."))), {}, ("script", "PAGE")),
    "word art": (
        par(run("Seen.") + '<w:r><w:pict><v:textpath string="SALE"/></w:pict></w:r>'),
        {},
        ("no-role", "SALE"),
    ),
}


@pytest.mark.parametrize(("body", "parts", "omission"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_no_part_of_the_text_is_left_out_with_its_reason(
    body: str, parts: Mapping[str, str], omission: tuple[str, str], word: Make, read: Read
) -> None:
    """It is no block, and it is recorded."""
    story = read(word(body, **parts))
    assert [text for _, text in story.shown] == ["Seen."]
    assert story.left_out == [omission]


def test_text_in_another_format_makes_the_result_incomplete(word: Make, read: Read) -> None:
    """Word shows such parts within the text."""
    assert read(word(par(PROSE) + '<w:altChunk r:id="rId5"/>')).notes == [("part-not-read", True)]


# ── what cannot be read ──────────────────────────────────────────────────────────────────────────────────────────────


def test_documents_of_the_strict_kind_are_read(word: Make, read: Read) -> None:
    """They have other namespaces."""
    data = rezipped(word(par(PROSE)), lambda text: text.replace(*STRICT))
    assert read(data).shown == [("paragraph", PROSE)]


STRICT = (
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def rezipped(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with each of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return file.getvalue()


def stream(name: str) -> bytes:
    """A compound file with such a stream in it, as far as its name goes."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + name.encode("utf-16-le") + bytes(500)


UNREADABLE: Mapping[str, tuple[Callable[[Make], bytes], str]] = {
    "cut short": (lambda word: word(par(PROSE))[:900], "story: the archive is damaged or cut short"),
    "no document": (
        lambda word: rezipped(word(par(PROSE)), lambda data: data.replace(b"word/document.xml", b"word/lost.xml")),
        "story: has no word/lost.xml",
    ),
    "damaged XML": (lambda word: word("<w:p><w:r>"), "story: word/document.xml is not well-formed XML"),
    "entities": (
        lambda word: rezipped(
            word(par("&a;")), lambda data: data.replace(b"<w:document", b"<!DOCTYPE d [<!ENTITY a 'A'>]><w:document", 1)
        ),
        "story: word/document.xml declares entities",
    ),
    "a bomb": (
        lambda word: word(par("0" * 5_000_000)),
        "story: word/document.xml unpacks to more than 500 times its size",
    ),
    "nesting": (
        lambda word: word("<w:sdt>" * 1500 + par("Deep.") + "</w:sdt>" * 1500),
        "story: has elements inside each other without end",
    ),
    "encrypted": (lambda _: stream("EncryptedPackage"), "story: is encrypted; save it without a password"),
    "of Word 97": (lambda _: stream("WordDocument"), "story: a Word document of the format before 2007 (.doc)"),
    "of Outlook": (lambda _: stream("__substg1.0_1000001F"), "story: an Outlook message (.msg); save it as .eml"),
    "without text": (lambda word: word("<w:p/>"), "story: no text was found in it"),
    "a workbook": (
        lambda word: rezipped(word(""), lambda data: data.replace(b"w:document", b"w:workbook")),
        "story: a ZIP archive, as office documents and e-books are; known formats are",
    ),
}


@pytest.mark.parametrize(("make", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_an_error_with_name_and_reason(
    make: Callable[[Make], bytes], reason: str, word: Make, problem: Callable[[bytes], str]
) -> None:
    """One line that says what to do, where something can be done."""
    assert problem(make(word)).startswith(reason)
