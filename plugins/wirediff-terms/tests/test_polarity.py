"""Negations, hedges, modals and opposites: whether the statement still says what it said."""

from __future__ import annotations

import pytest

CASES = [
    (
        "what has yet to happen",
        "The guild has yet to publish its accounts.",
        "The guild published its accounts.",
        [("inflection", "publish", "published"), ("negation", "has yet to", "")],
    ),
    (
        "an adverb that denies",
        "The ferry seldom stops at Brenna.",
        "The ferry stops at Brenna.",
        [("negation", "seldom", "")],
    ),
    (
        "an exception that became an example",
        "Every quay except the old one was dredged.",
        "Every quay including the old one was dredged.",
        [("negation", "except", "including")],
    ),
    (
        "a place that became its surroundings",
        "They camped in the fort on Friday.",
        "They camped outside of the fort on Friday.",
        [("negation", "in", "outside of")],
    ),
    (
        "two adverbs that deny",
        "He barely knew the town of Brenna.",
        "He only just knew the town of Brenna.",
        [("synonym", "barely", "only just")],
    ),
    (
        "a negative word and a negation",
        "The age of the bridge is uncertain.",
        "The age of the bridge is not quite known.",
        [("function-word", "uncertain", "not quite known")],
    ),
    (
        "a negative word and praise",
        "The sculptor of the fountain is unknown.",
        "The sculptor of the fountain is amply documented.",
        [("negation", "unknown", "amply documented")],
    ),
    (
        "a negation removed near a word that became the opposite",
        "The council did not raise the toll.",
        "The council lowered the toll.",
        [("synonym", "not raise", "lowered"), ("function-word", "did", "")],
    ),
    (
        "a negation removed as its word became the opposite",
        "The plan was not good for the ports of Brenna.",
        "The plan was bad for the ports of Brenna.",
        [("synonym", "not good", "bad")],
    ),
    (
        "and with words between them",
        "This clip may not be appropriate for children in Brenna.",
        "This clip may be inappropriate for children in Brenna.",
        [("synonym", "not … appropriate", "inappropriate")],
    ),
    (
        "a clause that negates something of its own",
        "The old mill brought luck to its owner; nobody knows exactly how.",
        "The old mill brought luck to its owner.",
        [("removed", "nobody knows exactly how", "")],
    ),
    (
        "a clause after a conjunction",
        "Crowds filled the stadium of Brenna even though the team never lives up to its fame.",
        "Crowds filled the stadium of Brenna.",
        [("removed", "even though the team never lives up to its fame", "")],
    ),
    (
        "a hedge of what is kept",
        "The mayor, it is alleged, closed the port of Brenna.",
        "The mayor closed the port of Brenna.",
        [("function-word", "it is", ""), ("removed", "alleged", "")],
    ),
    (
        "a negation of what is kept",
        "The mayor did not want to close the port of Brenna.",
        "The mayor did want to close the port of Brenna.",
        [("negation", "not", "")],
    ),
    (
        "an answer",
        "No, the mayor will close the port of Brenna.",
        "The mayor will close the port of Brenna.",
        [("negation", "No", "")],
    ),
    (
        "a fact becomes a possibility",
        "The minister of Marand took bribes, the crews of Brenna said.",
        "The minister of Marand may have taken bribes, the crews of Brenna said.",
        [("modality", "took", "may have taken")],
    ),
    (
        "a duty is added",
        "The crews repair the quay in spring.",
        "The crews must repair the quay in spring.",
        [("modality", "", "must")],
    ),
    (
        "a verb that denies another",
        "The mayor failed to close the quay.",
        "The mayor closed the quay.",
        [("inflection", "close", "closed"), ("negation", "failed to", "")],
    ),
    (
        "a negation is added",
        "The engineers were warned about the northern dam.",
        "The engineers were not warned about the northern dam.",
        [("negation", "", "not")],
    ),
    (
        "an antonym",
        "Exports rose sharply after the harvest.",
        "Exports fell sharply after the harvest.",
        [("negation", "rose", "fell")],
    ),
    (
        "modality",
        "Europe must be involved in the talks.",
        "Europe should be involved in the talks.",
        [("modality", "must", "should")],
    ),
    (
        "the tense of reported speech",
        "The maker said on Monday it would close two plants in Marand.",
        "The maker announced on Monday that it will close two plants in Marand.",
        [("synonym", "said", "announced"), ("inflection", "would", "will"), ("function-word", "", "that")],
    ),
    (
        "the same two modals without reported speech",
        "The old bridge will fall into the river.",
        "The old bridge would fall into the river.",
        [("modality", "will", "would")],
    ),
    (
        "a hedge in another place",
        "Neighbours, some of whom had feared the bees, were invited to the tasting.",
        "Neighbours, of whom some had feared the bees, were invited to the tasting.",
        [("replacement", "some", ""), ("replacement", "", "some")],
    ),
    (
        "a modal and its paraphrase",
        "Visitors will be able to watch the bees through a wall of glass.",
        "Visitors can watch the bees through a wall of glass.",
        [("synonym", "will be able to", "can")],
    ),
    (
        "modals of one strength",
        "The sponges may live longer than the ships of Brenna.",
        "The sponges might live longer than the ships of Brenna.",
        [("function-word", "may", "might")],
    ),
    (
        "another bound of a number",
        "The harbour master received at least £86,000 in cash.",
        "The harbour master received up to £86,000 in cash.",
        [("number", "at least", "up to")],
    ),
    (
        "cannot became can",
        "The mayor cannot dismiss the board.",
        "The mayor can dismiss the board.",
        [("negation", "cannot", "can")],
    ),
    (
        "a hedge is removed",
        "The broker allegedly sold forged permits.",
        "The broker sold forged permits.",
        [("removed", "allegedly", "")],
    ),
    (
        "less of the opposite",
        "The new trains are cheaper for the town of Brenna.",
        "The new trains are less costly for the town of Brenna.",
        [("synonym", "cheaper", "less costly")],
    ),
    (
        "the opposite with its own comparison",
        "The board gave less money to the town of Brenna.",
        "The board gave more money to the town of Brenna.",
        [("negation", "less", "more")],
    ),
    (
        "a negation within a bound",
        "At least 40 residents left the town of Brenna.",
        "No fewer than 40 residents left the town of Brenna.",
        [("synonym", "At least", "No fewer than")],
    ),
    (
        "an office no longer former, and a thing no longer one of several",
        "The former head of the port lives in one of the largest towns of Brenna.",
        "The head of the port lives in the largest towns of Brenna.",
        [("removed", "former", ""), ("removed", "one of", "")],
    ),
    (
        "an added ordinal",
        "It is the largest town in the region of Brenna.",
        "It is the second-largest town in the region of Brenna.",
        [("number", "largest", "second-largest")],
    ),
    (
        "a time ago in another unit",
        "The old quay of Brenna burned down two weeks ago.",
        "The old quay of Brenna burned down a fortnight ago.",
        [("spelling", "two weeks ago", "a fortnight ago")],
    ),
    (
        "a difference and a result",
        "Fares fell by a third in Brenna, and rose 3 percent in Holm.",
        "Fares fell to a third in Brenna, and rose by 3 percent in Holm.",
        [("number", "by", "to"), ("function-word", "", "by")],
    ),
    (
        "another direction",
        "The storm moved northeast from Brenna to the northern quay.",
        "The storm moved northwest from Brenna to the eastern quay.",
        [("negation", "northeast", "northwest"), ("negation", "northern", "eastern")],
    ),
    (
        "another bound",
        "More than 1,000 residents left the town of Brenna, nearly 40 by sea.",
        "Nearly 1,000 residents left the town of Brenna, almost 40 by sea.",
        [("number", "More than", "Nearly"), ("synonym", "nearly", "almost")],
    ),
]


@pytest.mark.parametrize(
    ("reference", "version", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_change(changes, reference, version, expected):
    """Each change is found with exactly its words and its kind."""
    assert changes(reference, version) == expected


def test_a_modal_in_another_place_was_not_added_or_removed(changes):
    """What should be done is still what should be done."""
    found = changes(
        "The meters cost much and should be paid for by the state of Brenna, the board said.",
        "The state of Brenna should pay for the meters, which cost much, the board said.",
    )
    assert ("function-word", "and should", "") in found
    assert all(rule != "modality" for rule, _, _ in found)


def test_about_is_a_hedge_before_a_number_only(detect):
    """Elsewhere it is a preposition, which goes with its noun."""
    (estimate,) = detect("It cost about 50 crowns.", "It cost 50 crowns.")
    (topic,) = detect("She read the letter about the quarry.", "She read the quarry.")
    assert (estimate.data["relation"], topic.data["relation"]) == ("hedge", "none")
