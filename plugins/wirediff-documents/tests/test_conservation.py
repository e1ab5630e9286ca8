"""Every word of a document is in a block or in the record of what was left out, and in one of them only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

Make = Callable[..., bytes]
Read = Callable[..., Any]
Wrap = Callable[[str], str]
WORDS = st.lists(st.integers(0, 10**6).map("w{}".format), min_size=1, max_size=4).map(" ".join)


BESIDES = Counter({"Begin.": 1, "|": 1000})
"""What the tests themselves add, and what parts the paragraphs of a table's row."""


def _w(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


IN_WORD: Sequence[Wrap] = (
    _w,
    lambda text: f"<w:ins>{_w(text)}</w:ins>",
    lambda text: f"<w:del>{_w(text, 'delText')}</w:del>",
    lambda text: f"<w:moveFrom>{_w(text)}</w:moveFrom>",
    lambda text: f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r>",
    lambda text: f"<w:hyperlink w:anchor='a'>{_w(text)}</w:hyperlink>",
    lambda text: f"<w:sdt><w:sdtContent>{_w(text)}</w:sdtContent></w:sdt>",
    lambda text: f"<w:fldSimple>{_w(text)}</w:fldSimple>",
    lambda text: f"<w:r><w:pict><w:txbxContent><w:p>{_w(text)}</w:p></w:txbxContent></w:pict></w:r>",
    lambda text: f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>",
    lambda text: f"<w:r><w:ruby><w:rt>{_w(text)}</w:rt><w:rubyBase>{_w(text)}</w:rubyBase></w:ruby></w:r>",
)
AROUND_WORD: Sequence[Wrap] = (
    lambda inside: f"<w:p>{inside}</w:p>",
    lambda inside: f"<w:tbl><w:tr><w:tc><w:p>{inside}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    lambda inside: f"<w:sdt><w:sdtContent><w:p>{inside}</w:p></w:sdtContent></w:sdt>",
    lambda inside: f"<w:ins><w:p>{inside}</w:p></w:ins>",
)
IN_OPEN: Sequence[Wrap] = (
    str,
    lambda text: f"<text:span>{text}</text:span>",
    lambda text: f"<text:span text:style-name='H'>{text}</text:span>",
    lambda text: f"<text:a xlink:href='a'>{text}</text:a>",
    lambda text: (
        f"<text:note><text:note-citation/><text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    ),
    lambda text: f"<office:annotation><text:p>{text}</text:p></office:annotation>",
    lambda text: f"<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>",
    lambda text: f"<text:user-defined>{text}</text:user-defined>",
    lambda text: f"<text:hidden-text text:string-value='{text}'/>",
)
AROUND_OPEN: Sequence[Wrap] = (
    lambda inside: f"<text:p>{inside}</text:p>",
    lambda inside: f"<text:h>{inside}</text:h>",
    lambda inside: f"<text:list><text:list-item><text:p>{inside}</text:p></text:list-item></text:list>",
    lambda inside: f"<text:section text:display='none'><text:p>{inside}</text:p></text:section>",
    lambda inside: (
        f"<table:table><table:table-row><table:table-cell><text:p>{inside}</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    ),
)
HIDDEN = "<style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>"
IN_RTF: Sequence[Wrap] = (
    lambda text: f" {text}",
    lambda text: rf"{{\b {text}}}",
    lambda text: rf"{{\v {text}}}",
    lambda text: rf"{{\deleted {text}}}",
    lambda text: rf"{{\footnote\pard {text}}}",
    lambda text: rf"{{\*\annotation {text}}}",
    lambda text: rf'{{\field{{\*\fldinst HYPERLINK "a"}}{{\fldrslt {text}}}}}',
    lambda text: rf"{{\shp{{\*\shpinst{{\shptxt\pard {text}\par}}}}{{\shprslt {text}}}}}",
    lambda text: rf"{{\header\pard {text}\par}}",
)
AROUND_RTF: Sequence[Wrap] = (
    lambda inside: rf"\pard{inside}\par ",
    lambda inside: rf"{{\pard{inside}\par}}",
    lambda inside: rf"\trowd\pard\intbl{inside}\cell\row\pard ",
)


def documents(inside: Sequence[Wrap], around: Sequence[Wrap]) -> st.SearchStrategy[tuple[str, Counter[str]]]:
    """Bodies of documents, and their words: paragraphs of all kinds with pieces of all kinds."""
    piece = st.tuples(st.sampled_from(inside), WORDS)
    paragraph = st.tuples(st.sampled_from(around), st.lists(piece, min_size=1, max_size=4))
    return st.lists(paragraph, min_size=1, max_size=6).map(_written)


def _written(paragraphs: list[tuple[Wrap, list[tuple[Wrap, str]]]]) -> tuple[str, Counter[str]]:
    body = "".join(wrap("".join(piece(f"{text} ") for piece, text in pieces)) for wrap, pieces in paragraphs)
    return body, Counter(_words(paragraphs))


def _words(paragraphs: list[tuple[Wrap, list[tuple[Wrap, str]]]]) -> Iterator[str]:
    for _, pieces in paragraphs:
        for piece, text in pieces:
            yield from text.split() * (2 if piece is IN_WORD[-1] else 1)


@given(data=st.data())
def test_word_documents(data: st.DataObject, word: Make, read: Read) -> None:
    """Changes, hidden text, links, fields, text boxes, formulas, readings above words; in paragraphs and cells."""
    body, words = data.draw(documents(IN_WORD, AROUND_WORD))
    assert read(word(f"<w:p>{_w('Begin.')}</w:p>{body}")).words - BESIDES == words


@given(data=st.data())
def test_open_documents(data: st.DataObject, open_text: Make, read: Read) -> None:
    """Spans, notes, comments, boxes, fields; in paragraphs, headings, lists, sections and cells."""
    body, words = data.draw(documents(IN_OPEN, AROUND_OPEN))
    assert read(open_text(f"<text:p>Begin.</text:p>{body}", HIDDEN)).words - BESIDES == words


@given(data=st.data())
def test_rich_text(data: st.DataObject, read: Read) -> None:
    """Hidden and deleted text, notes, comments, links, text boxes, running heads; in paragraphs, groups and cells."""
    body, words = data.draw(documents(IN_RTF, AROUND_RTF))
    written = rf"{{\rtf1\ansi \pard Begin.\par {body}}}".encode()
    assert read(written).words - BESIDES == words
