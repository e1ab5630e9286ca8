"""Alignment of articles: blocks, sentences and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.align import align
from wirediff.model import Article, Block, Source

HARBOUR = (
    "The harbour board voted late on Monday to close its northern quay until repairs end in spring.",
    "Ferry crews said they had learned of the decision from passengers.",
    "A budget of nine million crowns covers dredging.",
)
MAYOR = (
    "Mayor Ilse Varga promised an independent inquiry before the council meets again in August.",
    "She said the cost had doubled since the contract was signed.",
)
UNION = (
    "Fishermen blocked the road to the terminal on Tuesday morning, and two were arrested.",
    "Their union called the arrests absurd.",
)
HISTORY = ("The quay dates from 1911.", "It was last repaired after the storm of 1987.")
DROUGHT = ("Reservoirs in the highlands stand at forty percent after a dry winter, engineers warned.",)


def article(side, *texts, kinds=()):
    """An article of paragraphs, or of `kinds`, with ids `r1`, … or `v1`, …."""
    every = [*kinds, *["paragraph"] * (len(texts) - len(kinds))]
    blocks = tuple(
        Block(f"{side}{n}", kind, text if isinstance(text, str) else " ".join(text))
        for n, (kind, text) in enumerate(zip(every, texts, strict=True), 1)
    )
    return Article(Source.from_text(""), language="en", blocks=blocks)


def compare(reference, version, kinds=((), ())):
    """The alignment of two tuples of texts."""
    return align(article("r", *reference, kinds=kinds[0]), article("v", *version, kinds=kinds[1]))


def relations(alignment):
    """`(relation, reference ids, version ids)` of each pair."""
    return [
        (pair.relation, [block.id for block in pair.reference], [block.id for block in pair.version])
        for pair in alignment.pairs
    ]


def changes(alignment):
    """`(op, reference text, version text)` of each edit that is not equal."""
    return [
        (edit.op, edit.reference.text, edit.version.text)
        for pair in alignment.pairs
        for edit in pair.edits
        if edit.op != "equal"
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "the",
            "The",
            "war",
            "struggle",
            " ",
            "  ",
            "\u00a0",
            ".",
            ",",
            "“",
            "”",
            '"',
            "—",
            " - ",
            "U.S.",
            "1,000",
            "e\u0301",
        ]
    ),
    max_size=25,
).map("".join)
TEXTS = st.lists(PIECES.filter(str.strip), max_size=4)


@given(TEXTS, TEXTS)
def test_edits_tile_the_text_of_both_sides(reference, version):
    """Every pair's edits, one after the other, spell its blocks' raw text on both sides."""
    for pair in compare(reference, version).pairs:
        assert "".join(edit.reference.text for edit in pair.edits) == "".join(b.text for b in pair.reference)
        assert "".join(edit.version.text for edit in pair.edits) == "".join(b.text for b in pair.version)


@given(TEXTS, TEXTS)
def test_spans_hold_the_text_they_name(reference, version):
    """A span's text is its block's from start to end, and each block stands in exactly one pair."""
    alignment = compare(reference, version)
    for pair in alignment.pairs:
        for edit in pair.edits:
            for span in (edit.reference, edit.version):
                assert span.block == "" or alignment.block(span.block).text[span.start : span.end] == span.text
    named = [block.id for pair in alignment.pairs for block in (*pair.reference, *pair.version)]
    assert sorted(named) == sorted(
        block.id for side in (alignment.reference, alignment.version) for block in side.blocks
    )


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(texts):
    """Against itself every block is the same."""
    assert {relation for relation, _, _ in relations(compare(texts, texts))} <= {"same"}


def test_substituted_words_are_single_replacements():
    """Spans of a substitution hold exactly the replaced words."""
    version = "The port board voted late on Monday to shut down its northern quay until repairs end in spring."
    assert changes(compare([HARBOUR[0]], [version])) == [
        ("replace", "harbour", "port"),
        ("replace", "close", "shut down"),
    ]


def test_an_added_word_comes_with_its_space():
    """An insertion inside a sentence brings one space along, and leaves the space beside it in place."""
    assert changes(compare([UNION[1]], ["Their own union reportedly called the arrests absurd."])) == [
        ("insert", "", "own "),
        ("insert", "", "reportedly "),
    ]


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ('She said: "It’s over."', "She said: “It's over.”"),
        ("the quay—closed since May—reopened", "the quay – closed since May – reopened"),
        ("nine million crowns", "nine\u00a0million\u00a0crowns"),
        ("the co\u00adoperation of ofﬁcials", "the cooperation of officials"),
        ("He waited … and left...", "He waited ... and left…"),
        ("caf\u00e9 au lait", "cafe\u0301 au lait"),
        ("« Non », dit-elle", '"Non", dit-elle'),
    ],
)
def test_differences_of_glyphs_and_spaces_are_format(reference, version):
    """Nothing but format edits, and the blocks count as the same."""
    alignment = compare([reference], [version])
    assert {op for op, _, _ in changes(alignment)} == {"format"}
    assert relations(alignment) == [("same", ["r1"], ["v1"])]


@pytest.mark.parametrize(
    ("reference", "version", "expected"),
    [
        ("He came on Tuesday.", "He came on Monday on Tuesday.", "on Monday "),
        ("Sava (left) sat.", "Sava (right) and Ema (left) sat.", "(right) and Ema "),
        ("The mayor, the bank and I met.", "The mayor, the council, the bank and I met.", "the council, "),
    ],
)
def test_an_addition_that_could_be_in_several_places_is_where_a_phrase_is(reference, version, expected):
    """It holds no half of a pair of brackets, begins and ends at marks, or else does not end with a short word."""
    assert changes(compare([reference], [version])) == [("insert", "", expected)]


@pytest.mark.parametrize(
    ("reference", "version"),
    [("café", "cafe"), ("facade", "façade"), ("re-elected", "reelected"), ("Straße", "Strasse"), ("Œuvre", "oeuvre")],
)
def test_spellings_of_a_word_meet(reference, version):
    """Accents, ligatures and hyphens keep no word from its counterpart, whatever else is rewritten next to it."""
    alignment = compare([f"They said {reference} twice in town."], [f"Nobody had {version} once in town."])
    assert ("replace", reference, version) in changes(alignment)


def test_a_hyphen_between_figures_counts():
    """“2-1” and “21” are other figures, and no spellings of one word, as “e-mail” and “email” are."""
    scores, words = compare(["They won 2-1."], ["They won 21."]), compare(["They won e-mail."], ["They won email."])
    assert scores.pairs[0].similarity < words.pairs[0].similarity == 1.0


def test_capitals_count_except_where_a_sentence_begins():
    """“polish” for “Polish” is a change; “the” for “The” at the start of a sentence is not."""
    alignment = compare(["Later the Polish crew left."], ["later the polish crew left."])
    assert changes(alignment) == [("format", "Later", "later"), ("replace", "Polish", "polish")]


def test_a_sentence_set_in_capitals_changes_no_word():
    """As in a wire's copy; a single word in capitals is emphasised, or another word."""
    assert relations(compare([HARBOUR], [[each.upper() for each in HARBOUR]])) == [("same", ["r1"], ["v1"])]
    assert ("replace", "Monday", "MONDAY") in changes(compare(HARBOUR[:1], [HARBOUR[0].replace("Monday", "MONDAY")]))


def test_a_headline_may_change_its_capitals():
    """Title case is a matter of house style."""
    kinds = (("headline",), ("headline",))
    assert relations(compare(["Board closes quay"], ["BOARD CLOSES QUAY"], kinds)) == [("same", ["r1"], ["v1"])]


def test_a_paragraph_in_capitals_is_the_same_paragraph():
    """As wires and courts write; a word in capitals is not."""
    text = "The harbour board of Orvik met on Tuesday to review the plan for the northern channel."
    assert relations(compare([text], [text.upper()])) == [("same", ["r1"], ["v1"])]
    shouted = compare(["Later the Polish crew left."], ["Later the POLISH crew left."])
    assert changes(shouted) == [("replace", "Polish", "POLISH")]


def test_inserted_and_deleted_blocks_stand_where_they_were():
    """Pairs follow the version; a deleted block follows the block it followed in the reference."""
    alignment = compare([HARBOUR, MAYOR, HISTORY], [DROUGHT, HARBOUR, HISTORY])
    assert relations(alignment) == [
        ("inserted", [], ["v1"]),
        ("same", ["r1"], ["v2"]),
        ("deleted", ["r2"], []),
        ("same", ["r3"], ["v3"]),
    ]


def test_a_moved_block_may_be_edited():
    """Its pair is `moved` and holds what changed beside the place."""
    changed = " ".join(UNION).replace("absurd", "ridiculous")
    alignment = compare([HARBOUR, MAYOR, UNION, HISTORY], [changed, HARBOUR, MAYOR, HISTORY])
    assert relations(alignment)[0] == ("moved", ["r3"], ["v1"])
    assert changes(alignment) == [("replace", "absurd", "ridiculous")]


def test_a_split_paragraph_changes_no_word():
    """One block becomes two; only white space differs."""
    alignment = compare([HARBOUR, MAYOR], [HARBOUR[:1], HARBOUR[1:], MAYOR])
    assert relations(alignment) == [("split", ["r1"], ["v1", "v2"]), ("same", ["r2"], ["v3"])]
    assert {op for op, _, _ in changes(alignment)} == {"format"}


def test_merged_paragraphs_may_be_edited():
    """Two blocks become one, with the substitution where it was made."""
    merged = " ".join((*HARBOUR, *MAYOR)).replace("promised", "pledged")
    alignment = compare([HARBOUR, MAYOR, UNION], [merged, UNION])
    assert relations(alignment)[0] == ("merged", ["r1", "r2"], ["v1"])
    assert [change for change in changes(alignment) if change[0] != "format"] == [("replace", "promised", "pledged")]


def test_a_paragraph_break_may_move():
    """A sentence that crosses the break between two paragraphs changes no word."""
    alignment = compare([HARBOUR, MAYOR], [HARBOUR[:2], (*HARBOUR[2:], *MAYOR)])
    assert relations(alignment) == [("same", ["r1", "r2"], ["v1", "v2"])]


def test_a_sentence_that_went_elsewhere_is_paired_as_moved():
    """It is deleted and inserted in the edits, and one moved pair of sentences."""
    alignment = compare([HARBOUR, MAYOR, HISTORY], [HARBOUR[:1] + HARBOUR[2:], MAYOR, (*HISTORY, HARBOUR[1])])
    (moved,) = [pair for pair in alignment.sentence_pairs if pair.moved]
    assert [s.span.text for s in moved.reference] == [s.span.text for s in moved.version] == [HARBOUR[1]]


def test_a_sentence_that_went_elsewhere_may_be_reworded():
    """A third of its telling words is enough, if they are more than recur by chance."""
    reworded = "Word of the decision had reached the ferry crews from passengers."
    alignment = compare([HARBOUR, MAYOR, HISTORY], [HARBOUR[:1] + HARBOUR[2:], MAYOR, (*HISTORY, reworded)])
    (moved,) = [pair for pair in alignment.sentence_pairs if pair.moved]
    assert (moved.reference[0].span.text, moved.version[0].span.text) == (HARBOUR[1], reworded)


def test_sentences_on_one_subject_are_no_moved_sentence():
    """What they share is what the article is about."""
    other = "The harbour board was asked on Monday about ferry crews."
    alignment = compare([HARBOUR, MAYOR, HISTORY], [HARBOUR[:1] + HARBOUR[2:], MAYOR, (*HISTORY, other)])
    assert not [pair for pair in alignment.sentence_pairs if pair.moved]


def test_a_paragraph_pasted_in_two_places_is_found_in_both():
    """Its longer part moved, and the sentence that is elsewhere has its old place as counterpart."""
    alignment = compare([HARBOUR, MAYOR, UNION, HISTORY], [MAYOR, HARBOUR[1], UNION, HISTORY, HARBOUR[::2]])
    assert ("moved", ["r1"], ["v5"]) in relations(alignment)
    (moved,) = [pair for pair in alignment.sentence_pairs if pair.moved]
    assert [side[0].span.block for side in (moved.reference, moved.version)] == ["r1", "v2"]


def test_paragraphs_left_over_in_one_place_do_not_correspond_by_that_alone():
    """If nothing of the one is kept in the other, one was removed and one was added."""
    gone = "The council had discussed the price of the tickets twice in the spring, and nobody in the room was for it."
    new = "In the autumn, it was the rats in the market that were discussed by the council, a report in the paper said."
    alignment = compare([HARBOUR, gone, UNION, MAYOR], [HARBOUR, new, UNION, MAYOR])
    assert [relation for relation, *_ in relations(alignment)] == ["same", "deleted", "inserted", "same", "same"]


def test_a_sentence_exchanged_word_for_word_corresponds():
    """As many words in the same places say that one became the other, though hardly a word is kept."""
    old, new = (
        "Grown men hurled empty bottles at passing guards.",
        "Mature males flung hollow flasks at moving sentries.",
    )
    alignment = compare([HARBOUR, UNION, old], [HARBOUR, UNION, new])
    assert relations(alignment)[2] == ("edited", ["r3"], ["v3"])


def test_roles_align_with_their_like():
    """A caption is matched with the caption, though a paragraph before it says the same."""
    kinds = (("caption",), ("paragraph", "caption"))
    alignment = compare([UNION[0], HISTORY], [UNION[0], UNION[0], HISTORY], kinds)
    assert relations(alignment)[:2] == [("inserted", [], ["v1"]), ("same", ["r1"], ["v2"])]


def test_the_same_text_in_another_role_is_matched_when_nothing_else_is():
    """Where one page marks up a caption and another does not, the text is still the same."""
    kinds = (("caption",), ("paragraph",))
    assert relations(compare([UNION[0], HISTORY], [UNION[0], HISTORY], kinds))[0] == ("same", ["r1"], ["v1"])


def test_a_credit_printed_twice_leaves_the_second_without_counterpart():
    """The copy beside its caption is the counterpart, the other one is inserted."""
    kinds = (("caption", "credit"), ("caption", "credit", "widget", "credit"))
    alignment = compare(
        [UNION[0], "Ada Moreau/AP", HISTORY],
        [UNION[0], "Ada Moreau/AP", "conceal caption", "Ada Moreau/AP", HISTORY],
        kinds,
    )
    assert relations(alignment)[1:4] == [
        ("same", ["r2"], ["v2"]),
        ("inserted", [], ["v3"]),
        ("inserted", [], ["v4"]),
    ]


def test_unrelated_articles_have_no_common_blocks():
    """Common words alone bring nothing together."""
    assert {relation for relation, _, _ in relations(compare([HARBOUR, MAYOR], [DROUGHT, HISTORY]))} == {
        "inserted",
        "deleted",
    }


def test_scripts_without_spaces_are_compared_by_character_and_said_to_be():
    """One character of a Chinese sentence changes; a note discloses the method."""
    alignment = compare(["港口委员会周一决定关闭北码头"], ["港口委员会周二决定关闭北码头"])
    assert changes(alignment) == [("replace", "一", "二")]
    assert [note.code for note in alignment.notes] == ["unsegmented-script"]


def test_lookups_lead_from_one_side_to_the_other():
    """A block's pair, a sentence's pair and a span's counterpart."""
    alignment = compare([HARBOUR, MAYOR], [HARBOUR, " ".join(MAYOR).replace("promised", "pledged")])
    block = alignment.reference.blocks[1]
    assert alignment.pair("v2") is alignment.pair(block.id)
    start = block.text.index("promised")
    (there,) = alignment.counterpart(block.span(start, start + len("promised an")))
    assert there.text == "pledged an"
    sentence = alignment.sentences["r2"][1]
    pair = alignment.sentence_pair(sentence)
    assert pair is not None
    assert [s.span.text for s in pair.version] == [MAYOR[1]]


def test_an_exhausted_budget_is_disclosed():
    """Sentences that differ become one replacement each; what is the same stays the same."""
    sides = article("r", HARBOUR, MAYOR), article("v", HARBOUR, " ".join(MAYOR).replace("promised", "pledged"))
    alignment = align(*sides, budget=-1)
    assert [note.code for note in alignment.notes] == ["time-budget"]
    before = MAYOR[0] + " "
    assert changes(alignment) == [("replace", before, before.replace("promised", "pledged"))]


def test_a_paragraph_that_moved_and_lost_most_of_its_words_has_still_moved():
    """Names and a few words are left of it, which no other paragraph has."""
    reworded = (
        "Mayor Ilse Varga pledged a separate probe ahead of the council's next gathering in August. "
        "She stated that the cost had doubled after the deal was inked."
    )
    found = relations(compare([HARBOUR, MAYOR, UNION, HISTORY], [HARBOUR, UNION, HISTORY, reworded]))
    assert ("moved", ["r2"], ["v4"]) in found


def test_a_paragraph_rewritten_in_its_place_corresponds():
    """Alone between the same neighbours, little in common is enough; elsewhere it is not."""
    old = "Mayor Ilse Varga promised an independent inquiry before the council meets again in August."
    new = "An investigation of its own, to report by August, is what Varga has announced instead."
    assert ("edited", ["r2"], ["v2"]) in relations(compare((HARBOUR, old, UNION), (HARBOUR, new, UNION)))
    assert ("edited", ["r2"], ["v3"]) not in relations(compare((HARBOUR, old, UNION), (HARBOUR, UNION, new)))


def test_a_caption_printed_as_a_paragraph_is_no_rewording_of_one_that_is_gone():
    """It stands in the place of a paragraph and shares its names; the reference has it word for word."""
    caption = "Mayor Ilse Varga and the council before the inquiry in August, as fishermen blocked the road."
    found = compare(
        (caption, HARBOUR, MAYOR, UNION), (caption, HARBOUR, caption, UNION), kinds=(("caption",), ("caption",))
    )
    assert [pair.relation for pair in found.pairs] == ["same", "same", "deleted", "inserted", "same"]


@pytest.mark.parametrize(
    ("reference", "version", "expected"),
    [
        ("Foto: Orla Finch/dpa", "Bildquelle: Orla Finch/dpa", [("format", "Foto", "Bildquelle")]),
        ("Photo by Orla Finch", "Image: Orla Finch", [("format", "Photo by", "Image:")]),
        ("Photo: Orla Finch", "Image: Orla Finn", [("format", "Photo", "Image"), ("replace", "Finch", "Finn")]),
    ],
)
def test_the_label_of_a_credit_is_its_form(reference, version, expected):
    """It names nobody; whoever it introduces does."""
    assert changes(compare((reference,), (version,), (("credit",), ("credit",)))) == expected


@pytest.mark.parametrize("label", ["Illustration", "Video", "Screenshot", "File photo", "Symbolbild", "Dessin"])
def test_a_label_that_says_what_the_picture_is_changes_words(label):
    """A drawing that is now called a photo is another claim, in any language."""
    alignment = compare((f"{label}: Orla Finch",), ("Photo: Orla Finch",), (("credit",), ("credit",)))
    assert any(edit.is_change for pair in alignment.pairs for edit in pair.edits)


def test_a_label_elsewhere_is_a_word_like_others():
    """Only the block's role makes a label of it."""
    assert changes(compare(("Photo: a brief history of film",), ("Image: a brief history of film",))) == [
        ("replace", "Photo", "Image")
    ]


@pytest.mark.parametrize(("old", "new"), [("2.", "3."), ("b)", "c)"), ("(9)", "(10)"), ("2)", "b)"), ("iii.", "iv.")])
def test_the_number_of_a_list_item_is_its_place(old, new):
    """Renumbering a list changes no word."""
    kinds = (("list-item",), ("list-item",))
    alignment = compare([f"{old} Ask the harbour office."], [f"{new} Ask the harbour office."], kinds)
    assert relations(alignment) == [("same", ["r1"], ["v1"])]


@pytest.mark.parametrize(
    ("old", "new"), [("2 boats.", "3 boats."), ("2.5 crowns.", "3.5 crowns."), ("A boat.", "5 boat.")]
)
def test_a_figure_in_a_list_item_is_a_figure(old, new):
    """Without a stop or a bracket after it, or before decimals, it says how many."""
    kinds = (("list-item",), ("list-item",))
    assert relations(compare([old], [new], kinds)) == [("edited", ["r1"], ["v1"])]
