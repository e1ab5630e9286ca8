"""Each code on a short pair, and what must not be reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from wirediff.model import Finding

Find = Callable[..., list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str, str]]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
QUOTE = "“We have run out of money and out of ferries,” said council chair Orla Finch."
PLAIN = "Residents of the island asked the county court to stop the closure before winter."


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """The article, and its version with a change of the quotation's paragraph."""
    assert old in QUOTE
    return [LEAD, QUOTE, PLAIN], [LEAD, QUOTE.replace(old, new), PLAIN]


# ── quotations ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_reworded(find: Find, brief: Brief) -> None:
    """The spans have exactly the words that changed."""
    found = find(*changed("money and out of ferries", "cash and out of boats"))
    assert brief(found) == [("quote-altered", "money … ferries", "cash … boats")]
    assert found[0].severity == "error"
    assert found[0].data["change"] == "reworded"
    assert found[0].data["reference"]["speaker"] == "Orla Finch"
    assert found[0].data["reference"]["cue"] == "said"
    assert found[0].data["version"]["content"] == "We have run out of cash and out of boats,"
    assert found[0].message == "Quotation of Orla Finch altered: “money … ferries” became “cash … boats”."


def test_trimmed(find: Find) -> None:
    """With an ellipsis, which is minor, or without."""
    for shown, ellipsis, severity in (("", False, "warning"), (" …", True, "note")):
        (found,) = find(*changed(" and out of ferries", shown))
        assert (found.data["change"], found.data["ellipsis"], found.severity) == ("trimmed", ellipsis, severity)


def test_bracketed(find: Find) -> None:
    """An insertion that is shown as one."""
    found = find(*changed("We have", "[The council has]"))
    assert [(each.code, each.data["change"]) for each in found] == [("attributions/quote-altered", "bracketed")]


def test_respelled(find: Find) -> None:
    """Regional spelling is a note."""
    found = find(
        ["“The harbour and the colour of it,” Orla Finch said."], ["“The harbor and the color of it,” Orla Finch said."]
    )
    assert [(each.data["change"], each.severity) for each in found] == [("spelling", "note")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“We have run out of money and out of ferries,”", '"We have run out of money and out of ferries,"'),
        ("money and", "money, and"),
        ("money and", "money\N{NO-BREAK SPACE}and"),
        ("ferries,” said", "ferries”, said"),
    ],
)
def test_punctuation_and_glyphs_are_not_changes(find: Find, old: str, new: str) -> None:
    """Only words count."""
    assert find(*changed(old, new)) == []


def test_unquoted_and_quoted(find: Find, brief: Brief) -> None:
    """A quotation that became a paraphrase, and the reverse."""
    direct = ["Orla Finch said the council had “run out of money and out of ferries”.", PLAIN]
    indirect = ["Orla Finch said the council had run out of money and out of ferries.", PLAIN]
    words = "run out of money and out of ferries"
    assert brief(find(direct, indirect)) == [("unquoted", words, words)]
    found = find(indirect, direct)
    assert brief(found) == [("quoted", words, words)]
    assert found[0].severity == "error"


@pytest.mark.parametrize(
    ("reference", "version", "old", "new"),
    [
        (
            "‘We’re out of the farmers’ reach,’ she said.",
            "‘We’re out of the farmers’ grasp,’ she said.",
            "reach",
            "grasp",
        ),
        ("„Wir haben kein Geld“, sagte sie.", "„Wir haben wenig Geld“, sagte sie.", "kein", "wenig"),
        ("« Nous avons perdu », a-t-elle dit.", "« Nous avons gagné », a-t-elle dit.", "perdu", "gagné"),
    ],
)
def test_quotation_marks_of_other_kinds(
    find: Find, brief: Brief, reference: str, version: str, old: str, new: str
) -> None:
    """UK single marks with apostrophes, low-high, guillemets."""
    found = [each for each in find([reference, PLAIN], [version, PLAIN]) if each.code.endswith("quote-altered")]
    assert brief(found) == [("quote-altered", old, new)]


# ── cue, speaker, title ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("new", "stances", "severity"),
    [
        ("claimed", ("neutral", "distancing"), "warning"),
        ("stated", ("neutral", "neutral"), "note"),
        ("burdened", ("neutral", "unknown"), "warning"),
    ],
)
def test_a_changed_cue(find: Find, brief: Brief, new: str, stances: tuple[str, str], severity: str) -> None:
    """More serious if the stance differs, and found even if the new word is not a reporting verb."""
    found = find(*changed("said", new))
    assert brief(found) == [("cue-changed", "said", new)]
    assert (found[0].data["from_stance"], found[0].data["to_stance"]) == stances
    assert found[0].severity == severity


@pytest.mark.parametrize("new", ["says", "has said"])
def test_another_tense_of_the_verb_is_not_a_change(find: Find, new: str) -> None:
    """The lemma counts."""
    assert [each for each in find(*changed("said", new)) if each.code.endswith("cue-changed")] == []


def test_another_speaker(find: Find, brief: Brief) -> None:
    """In the same place."""
    found = find(*changed("Orla Finch", "Maud Ellery"))
    assert ("speaker-changed") in [rule for rule, *_ in brief(found)]
    change = next(each for each in found if each.code.endswith("speaker-changed"))
    assert (change.data["reference"]["speaker"], change.data["version"]["speaker"]) == ("Orla Finch", "Maud Ellery")


def test_a_misspelled_or_shortened_name_is_the_same_speaker(find: Find, brief: Brief) -> None:
    """A slip, the family name alone, a pronoun."""
    for name in ("Orla Fynch", "Finch", "she"):
        assert "speaker-changed" not in [rule for rule, *_ in brief(find(*changed("council chair Orla Finch", name)))]


DIRECT = "“We will not pay for this bridge,” said Mayor Ilse Varga."


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        (DIRECT, "Mayor Ilse Varga said the town would not pay for the bridge.", ["unquoted"]),
        (
            "Mayor Ilse Varga said the town would not pay for the bridge.",
            "“The town will not pay for the bridge,” Mayor Ilse Varga said.",
            ["quoted"],
        ),
        (DIRECT, DIRECT.replace("will not", "won’t"), ["quote-altered"]),
        (DIRECT, "Mayor Ilse Varga said: “We will not pay for this bridge.”", []),
    ],
)
def test_one_person_who_says_the_same(find: Find, brief: Brief, old: str, new: str, rules: list[str]) -> None:
    """In direct and in reported speech, in another order, shortened: source, verb and title are not lost."""
    assert [rule for rule, *_ in brief(find([PLAIN, old], [PLAIN, new]))] == rules


@pytest.mark.parametrize(("old", "new"), [("Mayor Ilse Varga", "a spokesman"), ("a spokesman", "Mayor Ilse Varga")])
def test_someone_without_a_name_is_another_speaker(find: Find, old: str, new: str) -> None:
    """Not a speaker with another title."""
    text = "“We will not pay for this bridge,” said {}."
    (found,) = find(text.format(old), text.format(new))
    assert found.code == "attributions/speaker-changed"


def test_a_negation_left_out_of_a_quotation_is_serious(find: Find) -> None:
    """The rest says the opposite."""
    (found,) = find(DIRECT, DIRECT.replace("not ", ""))
    assert (found.severity, found.data["change"]) == ("error", "reworded")


@pytest.mark.parametrize(
    ("language", "old", "change"),
    [
        ("de", "„Wir werden nicht für diese Brücke zahlen“, sagte Ilse Varga.", "reworded"),
        ("en", "“It was a nicht nice bridge to look at,” said Mayor Ilse Varga.", "trimmed"),
    ],
)
def test_a_negation_is_one_of_the_text_s_language(find: Find, language: str, old: str, change: str) -> None:
    """A negation of another language is a word like any other."""
    (found,) = find(old, old.replace("nicht ", ""), language)
    assert found.data["change"] == change


SPOKE = "Mayor Ivo Quill told reporters that the ferry was old."
HE = "He said nobody would miss the ferry when it was gone."


@pytest.mark.parametrize(
    ("before", "name", "found"),
    [
        (SPOKE, "Sven Brandt", [("speaker-changed", "He", "Sven Brandt")]),
        (SPOKE, "Ivo Quill", []),
        (f"{SPOKE} Sven Brandt was there.", "Sven Brandt", []),
        (PLAIN, "Sven Brandt", []),
    ],
)
def test_a_name_in_place_of_a_pronoun(
    find: Find, brief: Brief, before: str, name: str, found: list[tuple[str, str, str]]
) -> None:
    """Another speaker only if the pronoun cannot mean them."""
    assert brief(find([LEAD, before, HE], [LEAD, before, HE.replace("He", name)])) == found


def test_a_name_in_place_of_the_pronoun_of_a_name_next_to_it(find: Find, brief: Brief) -> None:
    """The person meant need not have spoken before."""
    old = "The mayor's rival, Tara Finch, disagreed. “It is no proof of honesty,” she wrote on Monday."
    found = find([LEAD, SPOKE, old], [LEAD, SPOKE, old.replace("she", "Quill")])
    assert brief(found) == [("speaker-changed", "she", "Quill")]
    assert find([LEAD, SPOKE, old], [LEAD, SPOKE, old.replace("she", "Finch")]) == []


def test_a_speaker_is_reported_once(find: Find, brief: Brief) -> None:
    """However much they say in one breath."""
    text = "Ada Quill said the ferry was old, adding that it would be sold. “Nobody will miss it.”"
    found = find([LEAD, text, PLAIN], [LEAD, text.replace("Ada Quill", "Ivo Brandt"), PLAIN])
    assert brief(found) == [("speaker-changed", "Ada Quill", "Ivo Brandt")]


def test_only_the_verb_of_a_cue_is_reported(find: Find, brief: Brief) -> None:
    """Not a neighbour replaced along with it; the terms plugin reports the hearer."""
    old = "“We are out of money,” Orla Finch told reporters in Port Salter."
    found = find([LEAD, old, PLAIN], [LEAD, old.replace("told reporters", "instructed journalists"), PLAIN])
    assert brief(found) == [("cue-changed", "told", "instructed")]


def test_a_verb_within_a_statement(find: Find, brief: Brief) -> None:
    """The cue of a statement within another one."""
    old = "Ada Quill said that the mayor, Ivo Brandt, claimed that the ferry was lost."
    found = find([LEAD, old, PLAIN], [LEAD, old.replace("claimed", "admitted"), PLAIN])
    assert brief(found) == [("cue-changed", "claimed", "admitted")]


# ── sources lost and gained ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_source_dropped_and_added(find: Find, brief: Brief) -> None:
    """The statement stays."""
    with_source = [LEAD, "The ferry line loses a million crowns every year, Orla Finch said.", PLAIN]
    without = [LEAD, "The ferry line loses a million crowns every year.", PLAIN]
    assert [rule for rule, *_ in brief(find(with_source, without))] == ["dropped"]
    assert [rule for rule, *_ in brief(find(without, with_source))] == ["added"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mayor denied the report, Orla Finch said.", "The mayor denied the report."),
        (
            "If the pier closes, the island will be cut off, Orla Finch said.",
            "If the pier closes, the island will be cut off.",
        ),
        ("She said she hoped the ferry would sail in May.", "She hoped the ferry would sail in May."),
    ],
)
def test_a_source_of_words_with_a_cue_or_circumstance_of_their_own(
    find: Find, brief: Brief, old: str, new: str
) -> None:
    """A lost or added source is found nevertheless."""
    assert [rule for rule, *_ in brief(find([LEAD, old, PLAIN], [LEAD, new, PLAIN]))] == ["dropped"]
    assert [rule for rule, *_ in brief(find([LEAD, new, PLAIN], [LEAD, old, PLAIN]))] == ["added"]


def test_the_person_spoken_about_is_not_another_speaker(find: Find, brief: Brief) -> None:
    """The subject of the rest of a sentence that lost its source."""
    old = "Finch says there needs to be a council that requires the owners of the two ferries to release their figures."
    found = find([LEAD, old, PLAIN], [LEAD, old.replace("Finch says there", "There"), PLAIN])
    assert brief(found) == [
        ("dropped", "Finch … says", "There needs to be a council" + old.partition("council")[2][:-1])
    ]


def test_a_source_that_only_moved_is_not_lost(find: Find, brief: Brief) -> None:
    """ "X said that …" and "…, according to X"."""
    before = "Orla Finch said that the ferry line loses a million crowns every year."
    after = "The ferry line loses a million crowns every year, according to Orla Finch."
    rules = [rule for rule, *_ in brief(find([LEAD, before, PLAIN], [LEAD, after, PLAIN]))]
    assert not {"dropped", "added", "speaker-changed"} & set(rules)


def test_moved_split_and_merged_paragraphs_drop_nothing(find: Find) -> None:
    """The statements are only in other places."""
    said = "Ada Quill said the old ferry would be sold before the end of the season."
    assert find([LEAD, QUOTE, said, PLAIN], [said, LEAD, QUOTE, PLAIN]) == []
    assert find([f"{LEAD} {QUOTE}", said], [LEAD, QUOTE, said]) == []
    assert find([LEAD, QUOTE, said], [LEAD, f"{QUOTE} {said}"]) == []
    assert find([f"{LEAD} {said}", QUOTE, PLAIN], [LEAD, QUOTE, f"{PLAIN} {said}"]) == []


def test_an_altered_quotation_in_a_moved_sentence(find: Find, brief: Brief) -> None:
    """Found in its new place."""
    said = "“The old ferry will be sold before the end of the season,” Ada Quill said."
    altered = said.replace("sold", "scrapped")
    found = find([f"{LEAD} {said}", PLAIN, QUOTE], [LEAD, f"{PLAIN} {altered}", QUOTE])
    assert brief(found) == [("quote-altered", "sold", "scrapped")]


# ── languages ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_other_languages_are_disclosed(find: Find) -> None:
    """Only quotation marks are compared, and the report says so."""
    import wirediff_attributions

    from wirediff.testing import compare_texts

    report = compare_texts(["Das ist so."], ["Das ist so."], [wirediff_attributions], language="de")
    assert [note.code for note in report.notes] == ["unsupported-language"]


def test_a_quotation_put_together_keeps_its_source(find: Find) -> None:
    """Although its second half, longer than the first, came after the speaker."""
    reference = (
        "“We have been patient,” said Joan Petrie, the union's secretary. "
        "“Our members cannot live on promises, and they will not sail on broken ships.”"
    )
    version = (
        "Joan Petrie, the secretary of the union, said: “We have been patient. "
        "Our members cannot live on promises, and they will not sail on broken ships.”"
    )
    assert [each.code for each in find(reference, version) if each.severity != "note"] == []


def test_a_changed_cue_is_the_verb_alone(find: Find) -> None:
    """Even if other words were added between speaker and verb."""
    reference = "Blue Line's chief executive, Marcus Oyelaran, called the strike “irresponsible” and went home."
    version = (
        "Marcus Oyelaran, the chief executive of Blue Line, described the strike as “irresponsible” and went home."
    )
    (changed,) = (each for each in find(reference, version) if each.code == "attributions/cue-changed")
    assert [span.text for span in (*changed.reference, *changed.version)] == ["called", "described"]


def test_a_source_without_a_name_stays_the_same(find: Find, brief: Brief) -> None:
    """It is neither added nor lost when its words become a quotation, or the reverse."""
    said, quoted = "The general said they would not surrender.", "“They would not surrender,” the general said."
    assert [rule for rule, *_ in brief(find([LEAD, said], [LEAD, quoted]))] == ["quoted"]
    assert [rule for rule, *_ in brief(find([LEAD, quoted], [LEAD, said]))] == ["unquoted"]
