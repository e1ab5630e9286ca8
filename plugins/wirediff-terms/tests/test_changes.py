"""Single changes: which words were replaced by which, and of what kind that is."""

from __future__ import annotations

import pytest

CASES = [
    (
        "a synonym",
        "The council offered help to the farmers of Brenna.",
        "The council offered aid to the farmers of Brenna.",
        [("synonym", "help", "aid")],
    ),
    (
        "neighbouring replacements are two",
        "Ministers agreed on larger grants for the harbour towns.",
        "Ministers agreed on bigger subsidies for the harbour towns.",
        [("synonym", "larger", "bigger"), ("synonym", "grants", "subsidies")],
    ),
    (
        "an adjective without its noun",
        "The rich and powerful of Brenna left the harbour.",
        "The wealthy and powerful of Brenna left the harbour.",
        [("synonym", "rich", "wealthy")],
    ),
    (
        "one word becomes an expression next to another replacement",
        "Officials begged the aged supporter to resign in Brenna.",
        "Officials begged the old best friend to resign in Brenna.",
        [("synonym", "aged", "old"), ("synonym", "supporter", "best friend")],
    ),
    (
        "figures in an address",
        "Maps of Brenna are at https://maps.example/2019/old today.",
        "Maps of Brenna are at https://charts.example/2020/new today.",
        [("replacement", "https://maps.example/2019/old", "https://charts.example/2020/new")],
    ),
    (
        "a pronoun is not a changed value",
        "Brenna is one of the oldest ports on the long river Tessel.",
        "Brenna, a suburb of Tolm (population 1,255), has some of the oldest ports on the long river Tessel.",
        [
            ("function-word", "one", "some"),
            ("function-word", "is", ""),
            ("added", "", "a suburb of Tolm (population 1,255), has"),
        ],
    ),
    (
        "a figure next to the same letters",
        "The A4 between Brenna and Tolm is closed for repairs.",
        "The A7 between Brenna and Tolm is closed for repairs.",
        [("number", "A4", "A7")],
    ),
    (
        "words in each other's places before a synonym in another place",
        "If a Varga administration were to open Brenna, the rules of the port would hold.",
        "If a Varga regulation were to open Brenna, the realms of the port would hold.",
        [("synonym", "administration", "regulation"), ("replacement", "rules", "realms")],
    ),
    (
        "an auxiliary of time belongs to its verb, not to the word before",
        "Potholes are expensive, and nobody proposes to abolish the roads of Brenna.",
        "Potholes are expensive, and no one is proposing to abolish the roads of Brenna.",
        [("function-word", "nobody", "no one"), ("inflection", "proposes", "is proposing")],
    ),
    (
        "another tense of one verb",
        "The astronomer Rosa Achter dies at her home in Oakhaven.",
        "The astronomer Rosa Achter has died at her home in Oakhaven.",
        [("inflection", "dies", "has died")],
    ),
    (
        "a conjunction does not belong to a replacement next to it",
        "The nurses see them all, and most will be offered exercise.",
        "The nurses see them all; the majority will be offered exercise.",
        [("synonym", "most", "the majority"), ("function-word", "and", "")],
    ),
    (
        "regional spelling with and without a hyphen",
        "The grey-seal exhibition in the harbour hall has closed.",
        "The gray seal exhibition in the harbor hall has closed.",
        [("spelling", "grey-seal", "gray seal"), ("spelling", "harbour", "harbor")],
    ),
    (
        "a preposition goes with what it leads",
        "Brackley thought they had won when Marsh struck the crossbar with four minutes left.",
        "With four minutes remaining, Brackley thought they had won when Marsh hit the woodwork.",
        [
            ("synonym", "struck", "hit"),
            ("replacement", "crossbar", "woodwork"),
            ("replacement", "with four minutes", "With four minutes"),
            ("synonym", "left", "remaining"),
        ],
    ),
    (
        "a genitive turned round",
        "The hives on the roof of the museum hold many bees.",
        "The hives on the museum's roof hold many bees.",
        [("inflection", "roof of the museum", "museum's roof")],
    ),
    (
        "a word after a comma belongs to none before it",
        "Four members abstained, so that pleas of the hotel were heard.",
        "With four members abstaining, the pleas of the hotel were heard.",
        [
            ("inflection", "abstained", "abstaining"),
            ("function-word", "so that", "the"),
            ("function-word", "", "With"),
        ],
    ),
    (
        "a rare sense says less than the neighbours do",
        "The board had threatened to hire temporary drivers.",
        "The board had taken steps to enlist brief drivers.",
        [
            ("replacement", "threatened", "taken steps"),
            ("synonym", "hire", "enlist"),
            ("replacement", "temporary", "brief"),
        ],
    ),
    (
        "a range in figures",
        "It will take six to eight weeks to mend the dam of Brenna.",
        "It will take 6-8 weeks to mend the dam of Brenna.",
        [("spelling", "six to eight", "6-8")],
    ),
    (
        "a range in figures next to another word",
        "It takes six to eight weeks until the first combs are full.",
        "It lasts 6-8 weeks until the first combs are full.",
        [("replacement", "takes", "lasts"), ("spelling", "six to eight", "6-8")],
    ),
    (
        "a second is not an ordinal",
        "It came a moment after the storm of Brenna.",
        "It came a second after the storm of Brenna.",
        [("synonym", "moment", "second")],
    ),
    (
        "an estimate goes with its number",
        "The tax would add about $90 to the price of a tonne of barley.",
        "The tax would raise the price of a tonne of barley by roughly $90.",
        [
            ("replacement", "add", "raise"),
            ("synonym", "about", "roughly"),
            ("replacement", "$90", "$90"),
            ("function-word", "to", ""),
            ("function-word", "", "by"),
        ],
    ),
    (
        "another range",
        "It will take six to eight weeks to mend the dam of Brenna.",
        "It will take 6-9 weeks to mend the dam of Brenna.",
        [("number", "six to eight", "6-9")],
    ),
    (
        "an article stays outside the phrase",
        "The war has emptied the villages along the Tessel.",
        "The struggle has emptied the villages along the Tessel.",
        [("synonym", "war", "struggle")],
    ),
    (
        "a fixed expression is broken as a whole",
        "Output fell to a third of the gross domestic product in Marand.",
        "Output fell to a third of the gross home product in Marand.",
        [("broken-phrase", "gross domestic product", "gross home product")],
    ),
    (
        "an expression that became another statement is not broken",
        "The long-term effects of alcohol abuse in Brenna are well known.",
        "The long-term effects of alcohol of continuous and heavy consumption in Brenna are well known.",
        [("replacement", "abuse", "of continuous and heavy consumption")],
    ),
    (
        "nor is one that unrelated words replace",
        "However, the police officer of Brenna closed the port.",
        "However, the violin of Brenna closed the port.",
        [("replacement", "police officer", "violin")],
    ),
    (
        "both halves of an expression replaced are one change",
        "She had led the foreign policy committee for years.",
        "She had led the overseas coverage committee for years.",
        [("broken-phrase", "foreign policy", "overseas coverage")],
    ),
    (
        "the particle of a verb belongs to it",
        "Smaller ports were cut out of the negotiations.",
        "Smaller ports were lower out of the negotiations.",
        [("broken-phrase", "cut out", "lower out")],
    ),
    (
        "one word becomes several",
        "Ships arrived before the storm reached Brenna.",
        "Ships arrived earlier than the storm reached Brenna.",
        [("synonym", "before", "earlier than")],
    ),
    (
        "a connective of several words",
        "Otherwise the crews will have never left Brenna.",
        "In any other case the crews will have by no means left Brenna.",
        [("synonym", "Otherwise", "In any other case"), ("synonym", "never", "by no means")],
    ),
    (
        "words that changed places around another are one change",
        "Officials stressed the safety and comfort of the passengers in Brenna.",
        "Officials stressed the comfort and safety of the passengers in Brenna.",
        [("replacement", "safety and comfort", "comfort and safety")],
    ),
    (
        "a genitive turned round, its head replaced",
        "They had to wait for the verdict of the court in Marand for years.",
        "They had to wait for the court’s ruling in Marand for years.",
        [("replacement", "verdict of the court", "court’s ruling")],
    ),
    (
        "a word linked to the head of an expression only",
        "The town of Brenna thanked a basketball player.",
        "The town of Brenna thanked a musician.",
        [("replacement", "basketball player", "musician")],
    ),
    (
        "an expression for a word alone in its place",
        "The harbour board of Brenna informed the public in May.",
        "The harbour board of Brenna informed the common man in May.",
        [("synonym", "public", "common man")],
    ),
    (
        "a modifier added before a synonym stays an addition",
        "The council offered help to the farmers of Brenna.",
        "The council offered urgent aid to the farmers of Brenna.",
        [("synonym", "help", "aid"), ("added", "", "urgent")],
    ),
    (
        "a verb's preposition does not belong to it",
        "The crews were living in Brenna when the storm came.",
        "The crews were lodging in Brenna when the storm came.",
        [("synonym", "living", "lodging")],
    ),
    (
        "another part of the whole",
        "Most members of the council supported the plan.",
        "Some members of the council supported the plan.",
        [("number", "Most", "Some")],
    ),
    (
        "neighbours among quantifiers are near enough",
        "Most members of the council supported the plan.",
        "Many members of the council supported the plan.",
        [("function-word", "Most", "Many")],
    ),
    (
        "words that moved together are one change",
        "The quay was closed early on Tuesday because the storm had torn up its planks.",
        "Because the storm had torn up its planks, the quay was closed early on Tuesday.",
        [("replacement", "The quay was closed early on Tuesday", "the quay was closed early on Tuesday")],
    ),
    (
        "more of the same magnitude",
        "Thousands of residents lost power, and 5 million gulls left the port of Brenna.",
        "Tens of thousands of residents lost power, and 5 gulls left the port of Brenna.",
        [("number", "Thousands", "Tens of thousands"), ("number", "5 million", "5")],
    ),
    (
        "a figure in another place",
        "The firm offered a pay rise of 6.5 percent to the crews of Brenna.",
        "The firm offered a 6.5 percent pay rise to the crews of Brenna.",
        [("replacement", "pay rise of 6.5 percent", "6.5 percent pay rise")],
    ),
    (
        "a bound is added before a number",
        "The crews of Brenna raised £20,000 for the quay.",
        "The crews of Brenna raised more than £20,000 for the quay.",
        [("added", "", "more than")],
    ),
    (
        "American and British spelling",
        "The defence ministry organised a theatre programme.",
        "The defense ministry organized a theater program.",
        [
            ("spelling", "defence", "defense"),
            ("spelling", "organised", "organized"),
            ("spelling", "theatre", "theater"),
            ("spelling", "programme", "program"),
        ],
    ),
    (
        "another form of the word",
        "The minister meets the farmers of Brenna.",
        "The minister met the farmers of Brenna.",
        [("inflection", "meets", "met")],
    ),
    (
        "a contraction",
        "The mayor said the crews would not return to the quay.",
        "The mayor said the crews wouldn’t return to the quay.",
        [("function-word", "would not", "wouldn’t")],
    ),
    (
        "a number",
        "Floods displaced 340 families in the valley.",
        "Floods displaced 430 families in the valley.",
        [("number", "340", "430")],
    ),
    (
        "a unit",
        "The road runs 5 miles along the coast.",
        "The road runs 5 km along the coast.",
        [("number", "5 miles", "5 km")],
    ),
    (
        "the same length in another unit",
        "The road runs 5 miles along the coast.",
        "The road runs 8 km along the coast.",
        [("spelling", "5 miles", "8 km")],
    ),
    (
        "the same share written out",
        "Nearly a third of the crews stayed ashore.",
        "Nearly a 3rd of the crews stayed ashore.",
        [("spelling", "a third", "a 3rd")],
    ),
    (
        "the same sum written out",
        "Repairs cost $1.2bn in all, the board said.",
        "Repairs cost 1.2 billion dollars in all, the board said.",
        [("spelling", "$1.2bn", "1.2 billion dollars")],
    ),
    (
        "another weekday",
        "The board voted on Monday to close the quay.",
        "The board voted on Tuesday to close the quay.",
        [("number", "Monday", "Tuesday")],
    ),
    (
        "the same date in another order",
        "The quay was closed on 12 March 2019 for repairs.",
        "The quay was closed on March 12, 2019 for repairs.",
        [("spelling", "12 March 2019", "March 12, 2019")],
    ),
    (
        "function words",
        "He spoke at the gate, as the crews left the harbour.",
        "He spoke on the gate, because the crews left the harbour.",
        [("function-word", "at", "on"), ("function-word", "as", "because")],
    ),
    (
        "a broader term that another word narrows",
        "The guests met in the bathroom of the old house.",
        "The guests met in the common room of the old house.",
        [("replacement", "bathroom", "common room")],
    ),
    (
        "a number within a compound",
        "She lives in a first-floor flat near the port of Brenna.",
        "She lives in a second-floor flat near the port of Brenna.",
        [("number", "first-floor", "second-floor")],
    ),
    (
        "words were reordered within a phrase",
        "Parliament approved aid for the military on Monday.",
        "Parliament approved military help on Monday.",
        [("synonym", "aid for the military", "military help")],
    ),
    (
        "a figure in place of a name is not another value",
        "The museum returns the panels to Harn valley.",
        "The museum returns the panels after 120 years.",
        [("function-word", "to", "after"), ("replacement", "Harn", "120"), ("replacement", "valley", "years")],
    ),
    (
        "words divided differently",
        "Crews went home without pay.",
        "Crews went home with out pay.",
        [("spelling", "without", "with out")],
    ),
]


@pytest.mark.parametrize(
    ("reference", "version", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_change(changes, reference, version, expected):
    """Each change is found with exactly its words and its kind."""
    assert changes(reference, version) == expected
