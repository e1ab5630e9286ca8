"""The `markdown` format: for a ticket or a mail, without mark-up of the article's own."""

from __future__ import annotations

import pytest

from wirediff.align import align
from wirediff.align.verdict import summarize
from wirediff.emitting.markdown import emit, plain
from wirediff.model import Article, Block, Finding, Generator, Note, Report, Source


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>&amp;*x*", r"&lt;b&gt;\&amp;\*x\*"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("[a](https://example.org) www.example.org", r"\[a\]\(https\://example.org\) www\.example.org"),
        ("a|b\nc", r"a\|b c"),
        ("\x1b\u202e", "⟨U+001B⟩⟨U+202E⟩"),
        ("“Plain,” he said: 3.5%.", "“Plain,” he said: 3.5%."),
    ],
)
def test_text_stays_text(text: str, written: str) -> None:
    """Nothing in an article is read as mark-up, a link or a control sequence; plain text is left alone."""
    assert plain(text) == written


def report(notes: tuple[Note, ...] = ()) -> Report:
    """A report of two equal findings at two places."""
    articles = [
        Article(
            Source.from_text("x", f"{side}.txt"),
            "The ferry",
            blocks=tuple(Block(f"{side}{n}", "paragraph", f"A {word} {n}.", line=n) for n in (1, 2)),
        )
        for side, word in (("r", "boat"), ("v", "vessel"))
    ]
    alignment = align(*articles)
    findings = tuple(
        Finding("terms/synonym", "warning", 1.0, "“boat” became “vessel”.", (), (block.span(2, 8),))
        for block in articles[1].blocks
    )
    return Report(Generator("0"), {}, alignment, findings, notes, (), (), summarize(alignment, findings))


def test_equal_findings_share_a_line() -> None:
    """One message, all its places."""
    lines = emit(report(), {}).splitlines()
    assert lines[lines.index("## Check (2)") + 2] == "- “boat” became “vessel”. `terms/synonym` (line 1, line 2)"


def test_incomplete_input_is_said() -> None:
    """What could not be examined stands before the findings."""
    text = emit(report((Note("cut", "The reference was cut.", incomplete=True),)), {})
    assert text.index("- The reference was cut.") < text.index("## Check")
