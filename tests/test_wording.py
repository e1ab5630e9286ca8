"""What all reports say in the same words."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.model import (
    Alignment,
    Article,
    Block,
    Failure,
    Finding,
    Generator,
    Omission,
    Reason,
    Report,
    Severity,
    Source,
    Summary,
)
from wirediff.wording import (
    REASONS,
    assessment,
    describe_failure,
    exceptions,
    excerpt,
    kept,
    language_name,
    reservations,
    shorten,
    show,
    sums_up,
    tally,
    title,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("\ud800", "⟨U+D800⟩"),
        ("\u200d", "⟨U+200D⟩"),
        ("👩\u200d🚀 می\u200cخواهم\tتا", "👩\u200d🚀 می\u200cخواهم\tتا"),
        ("plain — “text”", "plain — “text”"),
    ],
)
def test_characters_that_hide_are_named(text: str, shown: str) -> None:
    """Control, direction and zero-width characters are named; joiners within words are left to work."""
    assert show(text) == shown


@given(st.text(st.characters()))
def test_whatever_is_shown_can_be_encoded(text: str) -> None:
    """No lone surrogate is left."""
    show(text).encode()


def test_shortened_between_words() -> None:
    """A long text ends at a word."""
    assert shorten("one two  three four", 13) == "one two…"
    assert shorten("one two … three four", 13) == "one two…"
    assert shorten("One two. Three four.", 10) == "One two…"
    assert shorten("x" * 50, 10) == "x" * 10 + "…"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The harbour is closed.", "The harbour is closed"),
        ("He lives in the U.S.", "He lives in the U.S."),
        ("Is it closed?", "Is it closed?"),
    ],
)
def test_an_excerpt_leaves_the_full_stop_to_its_sentence(text: str, quoted: str) -> None:
    """`Paragraph removed: “The harbour is closed”.` has one full stop."""
    assert excerpt(text) == quoted


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((0, 0, 0, 0, 3, 3), "The reference has no words to compare; the version has 3 words."),
        (
            (9, 8, 0, 1, 8, 0),
            "Of the reference's 9 words, 8 (89%) are unchanged and in the same order. 1 was removed.",
        ),
        ((2, 0, 2, 0, 3, 1), "Of the reference's 2 words, none is unchanged. 2 were replaced and 1 added."),
        (
            (1000, 1, 0, 0, 1, 0),
            "Of the reference's 1,000 words, 1 (under 1%) is unchanged.",
        ),
    ],
)
def test_the_assessment_is_a_sentence(figures: tuple[int, ...], sentence: str) -> None:
    """Its figures agree with their verbs, and no share is rounded to all or nothing."""
    assert assessment(Summary("revised", *figures)) == sentence


def test_order_is_told_with_the_figures() -> None:
    """How many of the unchanged words are still in order."""
    assert "9 (90%) are unchanged, 75% of them in the same order." in assessment(
        Summary("revised", 10, 9, 0, 0, 9, 0, 0.75)
    )


@pytest.mark.parametrize(
    ("name", "blocks", "called"),
    [
        ("  The\nferry ", (), "The ferry"),
        (None, (Block("r1", "headline", "The quay"),), "The quay"),
        (None, (Block("r1", "paragraph", "A boat came in. It left."),), "“A boat came in. It left …”"),
        (None, (), "a.txt"),
    ],
)
def test_an_article_has_a_title(name: str | None, blocks: tuple[Block, ...], called: str) -> None:
    """Its title, else its headline, its opening words, its file."""
    assert title(Article(Source.from_text("", "a.txt"), name, blocks=blocks)) == called


@pytest.mark.parametrize(
    ("data", "is_row", "kept"),
    [
        ({"reference": "a", "version": "b", "count": 2}, True, 0),
        ({"reference": "a", "version": "b", "count": 2, "exceptions": 3}, True, 3),
        ({"reference": "a", "version": "b", "count": 2, "exceptions": [{}, {}]}, True, 2),
        ({"reference": {}, "version": {}, "count": 2}, False, 0),
        ({}, False, 0),
    ],
)
def test_rows_of_the_ledger_are_known(data: dict[str, object], is_row: bool, kept: int) -> None:
    """By what their data holds, whoever found them."""
    finding = Finding("terms/systematic", "warning", 1.0, "…", data=data)
    assert (sums_up(finding), exceptions(finding)) == (is_row, kept)


def test_left_unchanged_is_less_than_all_exceptions() -> None:
    """A place where the term was replaced by a third one is an exception, but was not left unchanged."""
    exceptions = [{"kind": "kept"}, {"kind": "replaced otherwise"}, {}]
    assert kept(Finding("terms/systematic", "warning", 1.0, "…", data={"exceptions": exceptions})) == 2
    assert kept(Finding("terms/systematic", "warning", 1.0, "…", data={"exceptions": 3})) == 3


@pytest.mark.parametrize(
    ("severities", "sentence"),
    [
        ((), "No findings."),
        (("note",), "1 finding: 1 minor."),
        (("error", "warning", "warning"), "3 findings: 1 serious, 2 to check."),
    ],
)
def test_findings_are_counted_by_severity(severities: tuple[Severity, ...], sentence: str) -> None:
    """Most serious first."""
    assert tally([Finding("a/b", severity, 1.0, "…") for severity in severities]) == sentence


@pytest.mark.parametrize(("tag", "name"), [("ar", "Arabic"), ("pt-BR", "Portuguese"), ("xx", "“xx”")])
def test_languages_are_named(tag: str, name: str) -> None:
    """In English, or by their tag where there is no name."""
    assert language_name(tag) == name


def test_every_reason_has_words() -> None:
    """In the order of the model."""
    assert tuple(REASONS) == get_args(Reason)


def left_out(*passages: tuple[Reason, str]) -> Report:
    """A report on two articles, of whose version these are left out."""
    omitted = tuple(Omission.of(text, reason) for reason, text in passages)
    source = Source.from_text("One.", "a.txt")
    alignment = Alignment(Article(source), Article(source, omitted=omitted), ())
    return Report(Generator("0"), {}, alignment, (), (), (), (), Summary("identical"))


@pytest.mark.parametrize(
    ("passages", "said"),
    [
        ([("hidden", "One.")], "1 of the version (hidden text)."),
        (
            [("controls", "Share"), ("navigation", "Home and harbour")],
            "4 of the version (navigation and page controls).",
        ),
        (
            [("controls", "a b c d"), ("hidden", "a b c"), ("related", "a b"), ("consent", "a")],
            "10 of the version (page controls, hidden text, links to other articles and other text).",
        ),
    ],
)
def test_what_was_left_out_is_one_sentence(passages: list[tuple[Reason, str]], said: str) -> None:
    """Words of both sides, and the reasons of most words."""
    sentence = f"Left out as not part of the article: 0 words of the reference, {said}"
    assert sentence in reservations(left_out(*passages))


def test_nothing_is_said_where_nothing_was_left_out() -> None:
    """As in plain text."""
    assert not any(each.startswith("Left out") for each in reservations(left_out()))


def test_a_failure_is_a_sentence() -> None:
    """Who, when and why."""
    sentence = describe_failure(Failure("example", "1.0", "import", "ImportError: no"))
    assert sentence == "Plugin “example” (1.0) could not be imported; its results are missing: ImportError: no"
