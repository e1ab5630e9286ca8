"""The page: what it says, that it is inert, and that its marks and links belong together."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from wirediff_html import OPTIONS, wirediff_emitters
from wirediff_html.page import render

from wirediff.model import Figure, Metadata, Note, Option

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]>&lt;b&gt;",
    "</style>",
    "{{ 7 * 7 }}",
    "\u202e\x00\ud800",
]


def page(report: Any, **options: Any) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(render(report, options))


def words(elements: list[html.HtmlElement]) -> list[str]:
    """The text of each element."""
    return [" ".join(element.text_content().split()) for element in elements]


def test_assessment_is_one_sentence_with_figures(ferry: Any) -> None:
    """The cover gives the figures that the verdict rests on."""
    (verdict,) = page(ferry.report()).cssselect(".verdict > p:nth-of-type(2)")
    assert words([verdict])[0].startswith(
        "Of the reference's 843 words, 812 (96%) are unchanged and in the same order. "
        "20 were replaced, 11 removed and 8 added."
    )


def test_cover_identifies_both_documents(ferry: Any) -> None:
    """Publisher, date in words, address and hash of either document stand on the cover."""
    ferry.metadata = Metadata(publisher="Coast Wire", published="2026-05-01", url="https://example.org/ferry")
    report = ferry.report()
    text = words(page(report).cssselect(".documents section:first-child"))[0].replace(" ", "")
    wanted = ["CoastWire", "1May2026", "https://example.org/ferry", report.reference.source.sha256]
    assert [each for each in wanted if each not in text] == []


def test_failures_are_said_at_the_top(ferry: Any) -> None:
    """A failed plugin and an incomplete note come before the assessment."""
    ferry.notes.append(Note("cut", "The reference was cut at 10 MB.", incomplete=True))
    (alert,) = page(ferry.report()).cssselect(".cover > .alert")
    assert words(alert.cssselect("li")) == [
        "Plugin “example” (1.0) failed during detection; its findings are missing: ValueError: nothing to see",
        "The reference was cut at 10 MB.",
    ]


def test_what_was_left_out_on_request_is_said(ferry: Any) -> None:
    """Codes, confidence and text that the options took away, and all notes."""
    ferry.options = {"select": ("terms",), "ignore": ("terms/spelling",), "min_confidence": 0.5, "text": False}
    ferry.notes.append(Note("guessed-encoding", "a.txt: not UTF-8; read as windows-1252"))
    pictures, left_out, *told = reversed(words(page(ferry.report()).cssselect(".unchecked > ul > li"))[:-1])
    assert pictures.startswith("Images were not compared (1 in the reference, 1 in the version)")
    assert left_out.startswith("Left out as not part of the article: 59 words of the reference")
    assert told[::-1] == [
        "Only these findings were requested: terms.",
        "These findings were left out on request: terms/spelling.",
        "Findings with a confidence below 0.5 were left out on request.",
        "Article text was omitted on request, except the words quoted in findings.",
        "a.txt: not UTF-8; read as windows-1252",
    ]


def test_the_cover_says_nothing_twice(ferry: Any) -> None:
    """A name or a date that a document prints with its label stands without it."""
    ferry.metadata = Metadata(bylines=("By Nora Vance",), published="Published: 9 February 2026")
    assert words(page(ferry.report()).cssselect(".documents section:first-child dd"))[:2] == [
        "Nora Vance",
        "9 February 2026",
    ]


@pytest.mark.parametrize(
    ("metadata", "shown"),
    [
        (Metadata(), []),
        (Metadata(published="2026-02-09"), ["9 February 2026"]),
        (Metadata(published="2026-02-09", published_guessed=True), ["9 February 2026 (not declared, guessed)"]),
    ],
)
def test_the_cover_says_of_a_date_whether_it_was_guessed(ferry: Any, metadata: Metadata, shown: list[str]) -> None:
    """And nothing of one that is not known."""
    ferry.metadata = metadata
    found = page(ferry.report()).xpath("//dt[.='Published']/following-sibling::dd")
    assert list(dict.fromkeys(words(found))) == shown


def test_the_most_serious_findings_come_first(ferry: Any) -> None:
    """Five paired excerpts, the serious one before the others, with the changed words marked."""
    items = page(ferry.report()).cssselect(".serious-findings li")
    assert len(items) == 5
    assert [each for each in words(items[0].cssselect("del, ins")) if each] == [
        "must",
        "said",
        "Ewa Lind",
        "allegedly",
        "should",
        "claimed",
        "E. Lind",
    ]


def test_findings_on_other_sentences_come_first(builder: Any) -> None:
    """Among equally grave ones, those that show something new."""
    builder.pair("edited", "The {old|new} boat {left|departed}.")
    builder.pair("edited", "The {old|new} quay.")
    for block, before, after in (("1", "old", "new"), ("1", "left", "departed"), ("2", "old", "new")):
        message = f"A word changed: “{before}” became “{after}”."
        builder.find(
            "terms/synonym", message, [builder.place(f"r{block}", before)], [builder.place(f"v{block}", after)]
        )
    items = page(builder.report()).cssselect(".serious-findings .see")
    assert words(items) == ["No. 1", "No. 3", "No. 2"]


def test_a_date_line_comes_behind_its_equals(builder: Any) -> None:
    """Every publisher prints its own; what is in the text matters more."""
    builder.pair("edited", "{14|15} March", kind="date")
    builder.pair("edited", "It cost {two|six} crowns.")
    for block, before, after in (("1", "14", "15"), ("2", "two", "six")):
        places = [builder.place(f"r{block}", before)], [builder.place(f"v{block}", after)]
        builder.find("terms/number", f"The value changed: “{before}” became “{after}”.", *places, "error")
    assert words(page(builder.report()).cssselect(".serious-findings .see")) == ["No. 2", "No. 1"]


def test_an_excerpt_shows_where_words_are_missing(builder: Any) -> None:
    """Both sides are cut around the same place, and a caret marks the gap."""
    long = "word " * 40
    builder.pair("edited", f"{long}but he did {{not |}}agree {long}")
    builder.find("terms/negation", "“not” was left out.", [builder.place("r1", "not")])
    reference, version = words(page(builder.report()).cssselect(".serious-findings blockquote p"))
    assert "he did not agree" in reference
    assert "he did ‸agree" in version


def test_an_excerpt_pairs_places_that_correspond(builder: Any) -> None:
    """Where a finding has several on either side, not the first of each."""
    builder.pair("edited", "One {|new }thing.")
    builder.pair("edited", "Two {old|late} things, three {dear|costly} ones.")
    builder.find(
        "attributions/quote-altered",
        "Words differ.",
        [builder.place("r2", "old"), builder.place("r2", "dear")],
        [builder.place("v1", "new"), builder.place("v2", "late"), builder.place("v2", "costly")],
    )
    assert words(page(builder.report()).cssselect(".serious-findings blockquote p")) == [
        "Two old things, three dear ones.",
        "Two late things, three costly ones.",
    ]


def test_every_finding_is_linked_both_ways(ferry: Any) -> None:
    """Each number in the list leads to one mark, and that mark's number back to it."""
    tree = page(ferry.report())
    there = {link.get("id"): link.get("href") for link in tree.cssselect("#findings .list a")}
    back = {link.get("id"): link.get("href") for link in tree.cssselect(".ver .t a[id]")}
    assert there == {f"f{number}": f"#t{number}" for number in range(1, 12)}
    assert back == {f"t{number}": f"#f{number}" for number in range(1, 12)}


def test_overlapping_marks_share_their_words(ferry: Any) -> None:
    """A word that two findings mark carries the classes of both."""
    (mark,) = [each for each in page(ferry.report()).cssselect(".ver ins") if each.text == "should"]
    assert len(mark.get("class").split()) == 2


def test_a_number_is_not_repeated_where_another_stands(builder: Any) -> None:
    """A finding of several places is numbered at its first, and where its words would go without."""
    builder.pair("edited", "“{One|A}, {two|b}, {three|c}.”")
    places = [
        [builder.place(block, word) for word in side]
        for block, side in (("r1", ("One", "two", "three")), ("v1", "Abc"))
    ]
    builder.find("attributions/quote-altered", "Words differ.", *places, severity="error")
    builder.find("terms/synonym", "“two” became “b”.", [builder.place("r1", "two")], [builder.place("v1", "b")])
    numbers = page(builder.report()).cssselect(".row .t a")
    assert words(numbers) == ["1", "2", "1"] * 2


def test_space_that_came_with_words_is_not_underlined(builder: Any) -> None:
    """The mark ends with the word."""
    builder.pair("edited", "A {|very }old boat.")
    builder.find("terms/added", "“very” was added.", (), [builder.place("v1", "very")])
    inserted = page(builder.report()).cssselect(".ver ins")
    assert [(each.text, each.get("class")) for each in inserted] == [("very", "k0")]


@pytest.mark.parametrize(
    ("message", "severity", "hint"),
    [
        ("“old” became “late”.", "warning", None),
        ("“old” became “late”; the verb is harsher.", "warning", "“old” became “late”; the verb is harsher."),
        ("Words differ.", "error", None),
    ],
)
def test_a_number_tells_what_is_not_to_be_seen(builder: Any, message: str, severity: Any, hint: str | None) -> None:
    """Its tip is the message, unless both sides show as much or the message stands below the row."""
    builder.pair("edited", "An {old|late} boat.")
    builder.find("terms/synonym", message, [builder.place("r1", "old")], [builder.place("v1", "late")], severity)
    (number,) = page(builder.report()).cssselect(".ver .t a")
    assert number.get("title") == hint


def test_a_long_article_with_every_fourth_word_replaced_stays_small(builder: Any) -> None:
    """20,000 words with 5,000 findings make a page that a mail can carry: under 2 MB."""
    for pair in range(1, 251):
        builder.pair("edited", " ".join(f"{{word{number:02}|term{number:02}}} of the harbour" for number in range(20)))
        for number in range(20):
            old, new = f"word{number:02}", f"term{number:02}"
            message = f"“{old}” became “{new}” ({pair})."
            builder.find("terms/synonym", message, [builder.place(f"r{pair}", old)], [builder.place(f"v{pair}", new)])
    assert len(render(builder.report(), {}).encode()) < 2_000_000


def test_numbers_follow_the_version(ferry: Any) -> None:
    """Whoever reads the version meets the numbers in order."""
    numbers = [int(link.text) for link in page(ferry.report()).cssselect(".ver .t a[id]")]
    assert numbers == sorted(numbers)


def test_ledger_row_names_its_places(ferry: Any) -> None:
    """The ledger counts a substitution and links the single findings."""
    (row,) = page(ferry.report()).cssselect("#ledger tbody tr")
    assert words(row.cssselect("th, td"))[:4] == ["boats", "vessels", "2", "1"]
    assert [link.get("href") for link in row.cssselect("a")] == ["#t8", "#t9"]


def test_ledger_names_the_longer_phrase_around_a_place(builder: Any) -> None:
    """A row of single words leads to findings of the same plugin that span more, and is no finding of its own."""
    builder.pair("edited", "The {Defense|Protection} Secretary spoke.")
    whole = [builder.place("r1", "Defense Secretary")], [builder.place("v1", "Protection Secretary")]
    builder.find("attributions/title-changed", "A title changed.", *whole)
    builder.find("terms/broken-phrase", "The expression changed.", *whole)
    builder.find(
        "terms/systematic",
        "“defense” became “protection” twice.",
        [builder.place("r1", "Defense")],
        [builder.place("v1", "Protection")],
        data={"reference": "defense", "version": "protection", "count": 2},
    )
    tree = page(builder.report())
    assert words(tree.cssselect("#ledger .places")) == ["2"]
    assert words(tree.cssselect("#findings h3 code")) == ["attributions/title-changed", "terms/broken-phrase"]


def test_captions_without_a_picture_have_a_place_for_one(builder: Any) -> None:
    """In plain text the first caption or credit of a run stands under a placeholder."""
    builder.figures = ()
    for kind, text in (
        ("caption", "A quay."),
        ("credit", "Ida Holm"),
        ("paragraph", "A boat."),
        ("credit", "Ida Holm"),
    ):
        builder.pair("same", text, kind=kind)
    before = [figure.getnext() for figure in page(builder.report()).cssselect(".ref .figure")]
    assert [block.get("class") for block in before] == ["block caption", "block credit"]


def test_unexplained_changes_are_told_apart(ferry: Any) -> None:
    """Only changes that no finding covers count as residual; a difference of format never does."""
    changed = page(ferry.report()).cssselect(".ref del.u, .ver ins.u")
    assert words(changed) == ["Ewa Lind", "E. Lind", "there", "elsewhere", "unexplained", "obscure"]


def test_columns_hold_the_articles(ferry: Any) -> None:
    """Reading down a column gives the text of that article, marks and numbers aside."""
    report = ferry.report()
    tree = page(report)
    for number in tree.cssselect(".t a, .gap"):
        number.drop_tree()
    assert ["".join(each.itertext()) for each in tree.cssselect(".ref .t")] == [b.text for b in report.reference.blocks]
    for deleted in tree.cssselect(".ver del, .ver .gone"):
        deleted.drop_tree()
    assert ["".join(each.itertext()) for each in tree.cssselect(".ver .t")] == [b.text for b in report.version.blocks]


def test_moved_block_is_tied_to_both_places(ferry: Any) -> None:
    """The reference's place names the block and links to the version's, and back."""
    tree = page(ferry.report())
    (departure,) = tree.cssselect(".departure")
    (row,) = tree.cssselect(".row.moved")
    assert departure.cssselect("a")[0].get("href") == f"#{row.get('id')}"
    assert row.cssselect(".relation a")[0].get("href") == f"#{departure.get('id')}"


def test_headlines_stand_side_by_side(builder: Any) -> None:
    """Also where they share so little that the alignment has one as left out and the other as new."""
    builder.pair("deleted", "{Harbour council closes the line|}", kind="headline")
    builder.pair("inserted", "{|Islanders lose their ferry}", kind="headline")
    builder.pair("deleted", "{A paragraph that went.|}")
    builder.pair("inserted", "{|A paragraph that came.}")
    sides = (
        [builder.place("r1", "Harbour council closes the line")],
        [builder.place("v1", "Islanders lose their ferry")],
    )
    builder.find("structure/headline-changed", "The headline differs.", *sides)
    rows = page(builder.report()).cssselect(".row")
    shown = [(words(row.cssselect(".ref .t del")), words(row.cssselect(".ver .t ins"))) for row in rows]
    assert shown == [
        (["Harbour council closes the line"], ["Islanders lose their ferry"]),
        (["A paragraph that went."], []),
        ([], ["A paragraph that came."]),
    ]


def test_unchanged_stretches_fold(ferry: Any) -> None:
    """Neighbouring unchanged passages are gathered under one summary."""
    (stretch,) = page(ferry.report()).cssselect("details.same-stretch")
    assert len(stretch.cssselect(".row")) == 3


def test_excerpts_leave_unchanged_passages_out(ferry: Any) -> None:
    """With `excerpts` on, only passages with changes or findings are shown."""
    tree = page(ferry.report(), excerpts=True)
    assert "unchanged paragraph" not in " ".join(words(tree.cssselect("#texts .t")))
    assert "3 unchanged passages left out." in words(tree.cssselect(".omitted"))


def test_settings_stand_on_the_cover(ferry: Any) -> None:
    """Title, case and author of the report are the user's."""
    tree = page(ferry.report(), **{"title": "Our title", "case": "17", "prepared-by": "N. N."})
    assert words(tree.cssselect("h1, .mast span")) == ["Text comparison", "Case 17", "Prepared by N. N.", "Our title"]


def test_policy_allows_only_the_style(ferry: Any) -> None:
    """The content security policy names the hash of the one style sheet and forbids all else."""
    tree = page(ferry.report())
    (style,) = tree.cssselect("style")
    hashed = b64encode(sha256(style.text.encode()).digest()).decode()
    (policy,) = [each.get("content") for each in tree.cssselect("meta[http-equiv]")]
    assert policy == f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"


def test_the_cover_shows_what_was_left_out(ferry: Any) -> None:
    """By reason, the longest passages of each in short; closed, as the sentence above it says how much there is."""
    tree = page(ferry.report())
    groups = ["Page controls 7 passages, 56 words", "Navigation 1 passage, 3 words"]
    assert words(tree.cssselect(".left-out h4")) == [*groups, *groups]
    listed = words(tree.cssselect(".left-out section:first-child li"))
    assert listed[0] == "line 8 Share with your your your your your your your your friends"
    assert listed[4:] == [
        "line 4 Share with your your your your friends",
        "and 2 more",
        "line 1 Home · Harbour · Weather",
    ]
    assert "59 words of the reference, 59 of the version" in words(tree.cssselect(".unchecked > ul > li"))[-3]
    assert tree.cssselect(".left-out[open]") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(builder: Any, text: str) -> None:
    """Wherever a document puts it, it neither becomes an element nor an attribute nor a link."""
    builder.title = builder.language = text
    builder.metadata = Metadata((text,), text, text, text, text, f"javascript:{text}", text)
    builder.figures = (Figure("f1", text, text),)
    builder.pair("edited", "x{|y}", kind="caption", figure="f1")
    builder.pair("inserted", "{|" + text.replace("{", "").replace("}", "") + "}")
    builder.find(f"terms/{text}", text, (), [builder.place("v1", "y")], data={"a": text})
    builder.notes.append(Note("n", text, incomplete=True))
    tree = page(builder.report(), title=text, case=text)
    assert tree.cssselect("script, img, object, iframe, link, [onerror]") == []
    assert len(tree.cssselect("style")) == 1
    assert [link.get("href") for link in tree.cssselect("a") if not link.get("href").startswith("#")] == []


@given(text=st.text(st.characters(exclude_characters="{|}"), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
def test_any_text_can_be_written(builder: Any, text: str) -> None:
    """The page of any text is UTF-8 without control characters."""
    builder.pair("inserted", "{|" + text + "}")
    written = render(builder.report(), {}).encode()
    assert not set(written) & (set(range(32)) - set(b"\t\n\r"))


def test_a_report_without_findings_says_so(builder: Any) -> None:
    """Two equal texts give a page as well."""
    builder.pair("same", "Nothing happened.")
    tree = page(builder.report("identical"))
    assert "No findings." in words(tree.cssselect("#findings .lead"))
    assert words(tree.cssselect(".verdict > p:nth-of-type(2)"))[0].endswith("No findings.")
    assert tree.cssselect("#residual, .filters") == []


def test_settings_are_documented() -> None:
    """The emitters declare the four settings of the design, each with a help text."""
    assert [emitter.options for emitter in wirediff_emitters()] == [OPTIONS, OPTIONS]
    assert [option.name for option in OPTIONS if isinstance(option, Option) and option.help] == [
        "title",
        "case",
        "prepared-by",
        "excerpts",
    ]


def test_no_id_stands_twice(ferry: Any) -> None:
    """Links, labels and filters find the one element that they mean."""
    ids = [element.get("id") for element in page(ferry.report()).cssselect("[id]")]
    assert len(ids) > 10
    assert len(ids) == len(set(ids))
