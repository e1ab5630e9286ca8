"""The verdict and its figures."""

from __future__ import annotations

import pytest

from wirediff.align import align
from wirediff.align.verdict import changes_words, language_notes, summarize
from wirediff.model import Alignment, Article, Block, Finding, Source
from wirediff.testing import compared, growth

STORY = (
    "The harbour board voted late on Monday to close its northern quay until repairs end in spring.",
    "Ferry crews said they had learned of the decision from passengers who read it on a notice.",
    "Mayor Ilse Varga promised an independent inquiry before the council meets again in August.",
    "Fishermen blocked the road to the terminal on Tuesday morning, and two of them were arrested.",
    "The quay dates from the last century and was repaired for the last time after the great storm.",
    "A budget of nine million crowns covers dredging, new cranes and a shelter for the commuters.",
)
SPUN = {
    "harbour": "seaport",
    "close": "shut",
    "learned": "discovered",
    "passengers": "travellers",
    "promised": "pledged",
    "inquiry": "probe",
    "road": "highway",
    "arrested": "detained",
    "repaired": "mended",
    "great": "nice",
    "budget": "price range",
    "shelter": "refuge",
}
OTHER = (
    "Reservoirs in the highlands stand at forty percent after a dry winter, engineers have warned.",
    "Farmers fear for their barley and have asked the province for cheaper water until the rains come.",
    "Snow fell on nine days this season, fewer than in any year since measurements began there.",
)


def verdict(reference, version):
    """The summary of two tuples of paragraphs."""
    return summarize(align(_article("r", reference, "en"), _article("v", version, "en")), ())


def _article(side, texts, language):
    blocks = tuple(Block(f"{side}{number}", "paragraph", text) for number, text in enumerate(texts, 1))
    return Article(Source.from_text(""), language=language, blocks=blocks)


def spin(text):
    """The text with every word of the thesaurus replaced."""
    for old, new in SPUN.items():
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (STORY, "identical"),
        ([text.replace("'", "’").replace(" ", "\u00a0", 1) for text in STORY], "identical"),
        ([spin(text) for text in STORY], "spun"),
        (STORY[:3], "excerpt"),
        (OTHER, "unrelated"),
        ((*STORY[:5], OTHER[0], STORY[5].replace("nine", "eleven")), "revised"),
        (("Varga promised an inquiry.",), "undetermined"),
    ],
)
def test_verdict(version, expected):
    """Each kind of version is named for what it is."""
    assert verdict(STORY, version).verdict == expected


@pytest.mark.parametrize(("language", "expected"), [("es", ["two-languages"]), ("en-GB", []), ("und", [])])
def test_a_translation_is_not_called_unrelated(language, expected):
    """What two languages have in common cannot be told."""
    blocks = ("Una huelga dejó varados en la isla a miles de turistas que volvían a casa. " * 4,)
    alignment = align(_article("r", STORY, "en"), _article("v", blocks, language))
    summary = summarize(alignment, ())
    assert [note.code for note in language_notes(alignment, summary)] == expected
    assert summary.verdict == ("undetermined" if expected else "unrelated")


def test_figures_add_up():
    """Kept, substituted and dropped words are all of the reference's words."""
    summary = verdict(STORY, [spin(STORY[0]), *STORY[2:], OTHER[0]])
    assert summary.words_kept + summary.words_substituted + summary.words_dropped == summary.reference_words
    assert (summary.words_substituted, summary.words_dropped, summary.words_new) == (2, 17, 15)


def test_moved_paragraphs_lower_the_order_kept():
    """The share of kept words in order is that of the paragraphs that did not move."""
    summary = verdict(STORY, [STORY[5], *STORY[:5]])
    assert summary.order_kept == pytest.approx(1 - 16 / summary.words_kept)


def test_findings_are_counted_by_code():
    """`counts` gives each code's number of findings."""
    findings = [Finding(code, "note", 1.0, "") for code in ("b/x", "a/y", "b/x")]
    alignment = align(Article(Source.from_text("")), Article(Source.from_text("")))
    assert dict(summarize(alignment, findings).counts) == {"a/y": 1, "b/x": 2}


def test_a_change_in_a_widget_changes_no_words():
    """Control text is not the article's."""
    sides = [
        Article(Source.from_text(""), blocks=(Block(f"{side}1", "widget", text),))
        for side, text in (("r", "share"), ("v", "post"))
    ]
    assert not changes_words(align(*sides))


def test_cost_of_the_verdict_is_near_linear() -> None:
    """One paragraph of thousands of sentences, each with a substitution."""
    sentence = "The council of the port voted today to close line number {} for good. "

    def substituted(count: int) -> Alignment:
        return compared(sentence.format("one") * count, sentence.format("two") * count)

    assert growth(substituted, lambda alignment: summarize(alignment, ()), 4_000) < 1.5
