"""The verdict and its figures."""

from __future__ import annotations

import pytest

from wirediff.align import align
from wirediff.align.verdict import changes_words, language_notes, summarize
from wirediff.model import Alignment, Article, Block, Finding, Rule, Source
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


RULES = [
    Rule(f"test/{nature}", nature, "", severity, nature)
    for nature, severity in (("substitution", "warning"), ("meaning", "error"), ("fact", "error"), ("source", "error"))
]


def verdict(reference, version, natures=None):
    """The summary of two tuples of paragraphs; `natures` are what a detector says of words of the reference."""
    alignment = align(_article("r", reference, "en"), _article("v", version, "en"))
    edits = [edit for pair in alignment.pairs for edit in pair.edits if edit.op == "replace"]
    rules = {rule.nature: rule for rule in RULES}
    found = [
        rules[nature].finding("", [edit.reference], [edit.version])
        for edit in edits
        if (nature := (natures or {}).get(edit.reference.text))
    ]
    return summarize(alignment, found, RULES)


THESAURUS = dict.fromkeys(SPUN, "substitution")


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
        ([spin(text) for text in STORY], "revised"),
        (STORY[:3], "excerpt"),
        (OTHER, "unrelated"),
        ((*STORY[:5], OTHER[0], STORY[5].replace("nine", "eleven")), "revised"),
        (("Varga promised an inquiry.",), "undetermined"),
    ],
)
def test_verdict(version, expected):
    """Each kind of version is named for what it is."""
    assert verdict(STORY, version).verdict == expected


@pytest.mark.parametrize(
    ("natures", "expected"),
    [
        (THESAURUS, "spun"),
        ({}, "revised"),
        (dict.fromkeys(list(SPUN)[:2], "substitution"), "revised"),
        (dict.fromkeys(SPUN, "meaning"), "revised"),
        (dict.fromkeys(SPUN, "fact"), "revised"),
        (THESAURUS | dict.fromkeys(list(SPUN)[:4], "meaning"), "spun"),
        (THESAURUS | dict.fromkeys(list(SPUN)[:4], "meaning") | dict.fromkeys(list(SPUN)[4:8], "fact"), "revised"),
        (dict.fromkeys(SPUN, "source"), "revised"),
    ],
)
def test_spun_rests_on_several_words_that_mean_the_same(natures, expected):
    """More than there are other meanings and facts; without detectors nothing is spun."""
    assert verdict(STORY, [spin(text) for text in STORY], natures).verdict == expected


def test_a_few_exchanges_are_an_edit():
    """Seven, though a thesaurus has each of them and every sentence has one."""
    few = dict(list(SPUN.items())[:7])
    version = list(STORY)
    for old, new in few.items():
        version = [text.replace(old, new) for text in version]
    summary = verdict(STORY, version, THESAURUS)
    assert (summary.verdict, summary.evidence.exchanges, summary.evidence.synonyms) == ("revised", 7, 7)


def test_whoever_adds_and_cuts_as_much_is_an_editor():
    """Function words count as well."""
    edited = [spin(text).replace(".", " as it is.").replace(" the ", " ", 1).replace(" a ", " ", 1) for text in STORY]
    assert verdict(STORY, edited, THESAURUS).verdict == "revised"


def test_evidence_counts_places():
    """Those in quotations that a detector compared, those that recur, and what no serious finding covers."""
    reference = (
        "The harbour board said: the harbour is safe, and the road is open.",
        "The road to the harbour is long.",
    )
    version = [text.replace("harbour", "seaport").replace("road", "highway") for text in reference]
    found = verdict(reference, version, {"harbour": "substitution", "road": "fact"}).evidence
    assert (found.exchanges, found.sentences, found.repeated) == (5, 2, 5)
    assert (found.synonyms, found.facts, found.meanings, found.others) == (3, 2, 0, 3)
    assert verdict(reference, version, {"harbour": "source"}).evidence.quoted == 3


def test_what_a_paragraph_says_that_one_side_lacks_is_no_evidence():
    """It was not exchanged for anything."""
    alignment = align(_article("r", STORY, "en"), _article("v", STORY[:5], "en"))
    [lacking] = [pair.reference[0] for pair in alignment.pairs if not pair.version]
    finding = RULES[1].finding("", [lacking.span(0, 5)])
    assert summarize(alignment, [finding], RULES).evidence.meanings == 0


def test_findings_that_a_report_leaves_out_are_evidence_all_the_same():
    """Whoever ignores a code is told the same verdict."""
    alignment = align(_article("r", STORY, "en"), _article("v", [spin(text) for text in STORY], "en"))
    edits = [edit for pair in alignment.pairs for edit in pair.edits if edit.op == "replace"]
    found = [RULES[0].finding("", [edit.reference], [edit.version]) for edit in edits]
    summary = summarize(alignment, (), RULES, found)
    assert (summary.verdict, dict(summary.counts)) == ("spun", {})


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
