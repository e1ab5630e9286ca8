"""Suites that plugins inherit: what they refuse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

import pytest

from wirediff.model import Alignment, Article, Block, Detector, Example, Finding, Loader, Omission, Rule, Source
from wirediff.testing import DetectorSuite, LoaderSuite, article, compared

PLAIN = Example("The ferry sails.", "The ferry SAILS.", (("sails", "SAILS"),))
PAGE = Example(
    "<main><p>The pier opens today.</p><p>The ferry sails.</p></main>",
    "<main><p>The pier OPENS today.</p><p>The ferry SAILS.</p></main>",
    (("opens", "OPENS"), ("sails", "SAILS")),
    "text/html",
)
SILENT = Example("The ferry sails.", "The boat sails.")
RULE = Rule("shouting/capitals", "words in capitals", "“no” became “NO”.", "note", message="“{word}” is in capitals.")


def suite_of(rule: Rule, message: str = RULE.message) -> DetectorSuite:
    """A suite over a detector of one rule, which finds words that the version has in capitals."""

    def run(alignment: Alignment, options: Mapping[str, Any]) -> Iterator[Finding]:
        for pair in alignment.pairs:
            for edit in pair.edits:
                if edit.is_change and edit.version.text.isupper():
                    reference = [edit.reference] if edit.reference.block else []
                    yield rule.finding(message.format(word=edit.version.text), reference, [edit.version])

    class Shouting(DetectorSuite):
        detector: ClassVar = Detector("shouting", "words in capitals", (rule,), run)

    return Shouting()


def test_examples_of_rules_pass_in_any_format() -> None:
    """Plain text and a page, with findings and without."""
    suite = suite_of(replace(RULE, examples=(PLAIN, PAGE, SILENT)))
    suite.test_examples_of_the_rules_are_found()
    suite.test_rules_with_examples_have_both_kinds()


@pytest.mark.parametrize(
    "wrong", [replace(PLAIN, expected=(("sails", "Sails"),)), replace(SILENT, version="THE FERRY")]
)
def test_an_example_with_other_words_fails(wrong: Example) -> None:
    """Neither fewer findings than it names nor more; the error shows both, as pytest does not rewrite our asserts."""
    with pytest.raises(AssertionError, match=r"shouting/capitals in 'T.*': \(\(.*\), not \("):
        suite_of(replace(RULE, examples=(wrong,))).test_examples_of_the_rules_are_found()


def test_a_message_beside_the_template_fails() -> None:
    """Where a rule declares a message, its findings say that."""
    suite = suite_of(replace(RULE, examples=(PLAIN,)), "Somebody shouts: “{word}”.")
    with pytest.raises(AssertionError, match="Somebody shouts"):
        suite.test_examples_of_the_rules_are_found()


@pytest.mark.parametrize("only", [PLAIN, SILENT])
def test_a_rule_with_one_kind_of_example_fails(only: Example) -> None:
    """What a rule says is shown by what it does not say, too."""
    with pytest.raises(AssertionError, match="shouting/capitals"):
        suite_of(replace(RULE, examples=(only,))).test_rules_with_examples_have_both_kinds()


def test_a_source_is_read_by_the_loaders_of_the_core() -> None:
    """Its blocks have the ids of their side."""
    page = Source.from_text(PAGE.reference, media_type="text/html")
    assert [(block.id, block.kind) for block in article(page, "v").blocks] == [("v1", "paragraph"), ("v2", "paragraph")]
    assert [pair.relation for pair in compared(page, page).pairs] == ["same", "same"]


class Lines(LoaderSuite):
    """A loader of lines, of which it keeps the first."""

    loader: ClassVar = Loader(
        "lines",
        "lines",
        ("text/x-lines",),
        lambda source: Article(
            source,
            blocks=(Block("b1", "paragraph", "One two."),),
            omitted=(Omission.of("Home", "navigation"),),
        ),
    )
    examples: ClassVar = (Source("a", b"Home\nOne two.\nThree."),)


def test_every_visible_word_is_in_blocks_or_left_out() -> None:
    """As often as it is seen; without `visible` nothing is asked."""
    suite = Lines()
    suite.test_every_word_is_kept_or_recorded()
    suite.visible = ("Home One two.",)  # type: ignore[misc]
    suite.test_every_word_is_kept_or_recorded()
    suite.visible = ("Home One two. Home Three.",)  # type: ignore[misc]
    with pytest.raises(AssertionError, match="a: in no block and not in `omitted`: Home, Three"):
        suite.test_every_word_is_kept_or_recorded()
