"""What a finding says about its change, and what is not a change."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("village", "vill\u0430ge", "spelling"),
        ("Varga", "V\u0430rg\u0430", "spelling"),
        ("Oleg", "\u041e\u043b\u0435\u0433", "name"),
    ],
)
def test_letters_of_another_script_are_spelling(changes, old, new, rule):
    """In a word that is the same otherwise."""
    assert changes(f"The house of {old} burned.", f"The house of {new} burned.") == [(rule, old, new)]


def test_the_date_of_a_page_is_not_a_serious_value(detect):
    """In the text it is serious."""
    assert [f.severity for f in detect("March 2, 2026", "March 4, 2026", kinds=("date",))] == ["note"]


def test_the_label_of_a_credit_is_minor(detect):
    """Another name in the credit is not minor."""
    reference = "Photo: Hanne Bly, Brisby Herald"
    assert [f.severity for f in detect(reference, "Hanne Bly, Brisby Herald", kinds=("credit",))] == ["note"]
    assert [f.severity for f in detect(reference, "Photo: Hanne Bly, Herald", kinds=("credit",))] == ["warning"]
    assert [f.severity for f in detect("It closed on March 2.", "It closed on March 4.")] == ["error"]


@pytest.mark.parametrize(
    ("old", "new"), [("Photo:", "Pic:"), ("Foto:", "Bildquelle:"), ("Photo by", "Kuva:"), ("Zdroj:", "Handout:")]
)
def test_another_label_of_a_credit_is_no_change(changes, old, new):
    """It means the same in any language; in a paragraph it is a word like others."""
    assert changes(f"{old} Orla Finch/dpa", f"{new} Orla Finch/dpa", kinds=("credit",)) == []
    assert changes("The photo: Orla Finch stood there.", "The pic: Orla Finch stood there.") != []


def test_a_label_before_a_further_maker_is_no_name(changes):
    """Whoever is named after it may be."""
    reference, version = (f"Repro: Hanne Bly / Brisby Herald, {label} Orla Finch" for label in ("Foto:", "Bild:"))
    assert changes(reference, version, kinds=("credit",)) == []
    assert changes(reference, version.replace("Orla Finch", "Ivo Brandt"), kinds=("credit",)) != []


@pytest.mark.parametrize(("old", "new"), [("Photo:", "Illustration:"), ("Foto:", "Symbolbild:"), ("Dessin:", "Photo:")])
def test_a_label_that_says_what_the_picture_is_is_a_word_and_no_name(detect, old, new):
    """The picture is another kind of picture now; nobody's name changed."""
    findings = detect(f"{old} Orla Finch/dpa", f"{new} Orla Finch/dpa", kinds=("credit",))
    assert [(f.code, f.severity) for f in findings] == [("terms/replacement", "warning")]


def test_equal_texts_have_no_findings(changes):
    """The same text twice gives no finding."""
    assert changes("The quay dates from 1911.", "The quay dates from 1911.") == []


def test_quotation_marks_and_dashes_are_not_changes(changes):
    """Glyphs of quotation marks, apostrophes and dashes are format."""
    assert changes("“We can’t wait” – he said.", '"We can\'t wait" — he said.') == []


def test_widgets_are_not_compared(changes):
    """The text of a page's controls has no terms."""
    assert changes("hide caption", "disguise caption", kinds=("widget",)) == []


def test_function_words_are_separate_in_a_rewritten_stretch(changes):
    """If most words changed, an article or a preposition is not joined to the word next to it."""
    found = changes(
        "The council of Brenna rejected the plan that the harbour master had drawn up for the old quay.",
        "The council of Brenna blocked a scheme which an engineer from Marand sketched for the old quay.",
    )
    assert ("synonym", "plan", "scheme") in found
    assert ("function-word", "that", "which") in found
    assert ("function-word", "", "from") in found


def test_words_next_to_matched_ones_follow_them(changes):
    """In a rewritten stretch words of the same part of speech correspond if words next to them do."""
    found = changes(
        "Brenna has said that the crews will mend the wooden quay before the autumn storms.",
        "Before the autumn storms, Marand announced, labourers are going to mend the rotten pier.",
    )
    assert ("replacement", "wooden", "rotten") in found
    assert not any(words == "wooden quay" for _, words, _ in found)


def test_an_article_moves_only_with_its_noun(changes):
    """The same article before another noun is not a moved word."""
    found = changes(
        "On Monday the crews of Brenna closed a northern quay, and ministers praised them.",
        "Ministers praised the dockers, who closed northern piers in Brenna on Monday.",
    )
    assert ("replacement", "the", "the") not in found


@pytest.mark.parametrize(
    ("kind", "reference", "version"),
    [
        (
            "paragraph",
            "Cousins Ilse and Otto go on skis, sail, paddle and walk around Brenna",
            "Ilse (27) and Otto (30) are on an extreme adventure no one has thought of: Magical",
        ),
        (
            "headline",
            "Ferry firm of Brenna drops night sailings after fall in bookings",
            "No more boats at night: island fears for its link to Brenna",
        ),
        (
            "paragraph",
            "The board of the museum met on Monday to discuss the price of the old quay.",
            "On Monday a crowd of skippers gathered at the lock to shout against the sale of their boathouse.",
        ),
        (
            "headline",
            "Museum opens second hall after quarrel with town",
            "Town settled its quarrel over the old hall, museum reports",
        ),
    ],
)
def test_a_sentence_written_anew_is_one_replacement(detect, kind, reference, version):
    """What little a sentence and another one share is no reason to pair the rest of their words."""
    found = detect(reference, version, kinds=(kind,))
    assert [(each.code, each.data["relation"]) for each in found] in ([("terms/replacement", "rewritten")], [])


def test_a_sentence_whose_words_were_exchanged_one_by_one_is_not_written_anew(changes):
    """Where every word has its counterpart in its place, each exchange is a finding."""
    found = changes("The crew left the harbour in a hurry.", "The band quit the haven in a rush.")
    assert len(found) == 4


def test_a_broken_expression_says_how_its_words_relate(detect):
    """The finding names the expression, and what links the word that was exchanged."""
    (found,) = detect("The gross domestic product of Brenna grew.", "The gross home product of Brenna grew.")
    assert (found.code, found.data["relation"]) == ("terms/broken-phrase", "similar")
    assert found.data["expression"] == "gross domestic product"


@pytest.mark.parametrize(
    ("reference", "version"),
    [("gross domestic product", "gross garden product"), ("neural network", "harbour network")],
    ids=["a word that no thesaurus has for it", "another thing"],
)
def test_another_thing_is_no_broken_expression(detect, reference, version):
    """An expression is broken by a word that a thesaurus offers; any other word makes it another thing."""
    assert [finding.code for finding in detect(f"The {reference} grew.", f"The {version} grew.")] == [
        "terms/replacement"
    ]


@pytest.mark.parametrize(
    ("reference", "version", "code"),
    [
        ("fluid dynamics", "liquid dynamics", "broken-phrase"),
        ("sediment transport", "sediment conveyance", "broken-phrase"),
        ("disease detection", "malady location", "broken-phrase"),
        ("different quays", "various quays", "synonym"),
        ("heavy rains", "strong rains", "synonym"),
    ],
)
def test_terms_of_art(detect, reference, version, code):
    """A term of art in words that nobody writes is broken; a word that describes a noun may have a synonym."""
    found = detect(f"The report on {reference} is long.", f"The report on {version} is long.")
    assert {finding.code for finding in found} == {f"terms/{code}"}


def test_words_of_a_change_are_paired(detect):
    """A change of several words on both sides says which became which."""
    (found,) = detect("The mayor waited for the verdict of the court.", "The mayor waited for the tribunal's ruling.")
    assert sorted(found.data["words"]) == [["court", "tribunal's"], ["verdict", "ruling"]]


def test_words_replaced_in_a_sentence_that_moved(changes):
    """Only they are reported, although the edits of its blocks delete and insert all of it."""
    crews = "Ferry crews said they had learned of the decision from passengers who read it on a notice."
    budget = "A budget of nine million crowns covers dredging, new cranes and a shelter for the commuters."
    union = "Fishermen blocked the road to the terminal on Tuesday morning, and two of them were arrested."
    moved = crews.replace("learned", "heard").replace("notice", "poster")
    assert changes((f"{budget} {crews}", union), (budget, f"{union} {moved}")) == [
        ("synonym", "learned", "heard"),
        ("synonym", "notice", "poster"),
    ]
