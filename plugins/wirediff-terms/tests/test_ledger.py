"""The ledger: what was replaced again and again."""

from __future__ import annotations

REFERENCE = (
    "The harbour war began in March.",
    "Every War has its profiteers, the mayor said.",
    "She called the war’s cost absurd.",
    "A war like this ends nowhere.",
    "No war was ever cheap.",
)
VERSION = (
    "The harbour struggle began in March.",
    "Every Struggle has its profiteers, the mayor said.",
    "She called the struggle’s cost absurd.",
    "A war like this ends nowhere.",
    "No conflict was ever cheap.",
)


def test_counts_across_forms(ledger):
    """Capitals and possessives are one term."""
    (finding,) = ledger(REFERENCE, VERSION)
    assert (finding.data["reference"], finding.data["version"], finding.data["count"]) == ("war", "struggle", 3)


def test_has_its_places(ledger):
    """Every place is in the finding."""
    (finding,) = ledger(REFERENCE, VERSION)
    assert [span.text for span in finding.reference] == ["war", "War", "war’s"]
    assert [span.text for span in finding.version] == ["struggle", "Struggle", "struggle’s"]


def test_names_its_exceptions(ledger):
    """Places where the term was kept, or became something else, are exceptions."""
    (finding,) = ledger(REFERENCE, VERSION)
    listed = [(item["kind"], item["reference"][0]["block"]) for item in finding.data["exceptions"]]
    assert listed == [("kept", "r4"), ("replaced otherwise", "r5")]


def test_two_common_replacements_are_not_systematic(ledger):
    """Twice the same synonym may be chance."""
    assert ledger(REFERENCE[:2], VERSION[:2]) == []


def test_two_changed_names_are_systematic(ledger):
    """Twice the same changed name is not chance."""
    reference = ("Mayor Ilse Varga promised an inquiry.", "Crews had asked Varga for it.")
    version = ("Mayor Ilse Vargo promised an inquiry.", "Crews had asked Vargo for it.")
    (finding,) = ledger(reference, version)
    assert (finding.data["count"], finding.severity) == (2, "error")


def test_words_of_a_broken_expression_count(ledger):
    """A term inside broken expressions is the same term."""
    reference = ("The Defense Secretary left.", "Their defense ministers met.", "Costs of defense rose.")
    version = ("The Protection Secretary left.", "Their protection ministers met.", "Costs of protection rose.")
    (finding,) = ledger(reference, version)
    assert (finding.data["reference"], finding.data["count"]) == ("defense", 3)


def test_counts_across_inflections(ledger):
    """All forms of a verb are one term, doubled letters or not."""
    reference = ("The crews called the mayor.", "They call at noon.", "The board travelled, calling for help.")
    version = ("The crews warned the mayor.", "They warn at noon.", "The board travelled, warning for help.")
    (finding,) = ledger(reference, version)
    assert finding.data["count"] == 3


def test_words_of_a_quantity_count(ledger):
    """A unit is a term of its own, whatever the number before it."""
    reference = ("He served 18 years.", "It took four years to build.", "They waited for the years to pass in Brenna.")
    version = (
        "He served 18 decades.",
        "It took four decades to build.",
        "They waited for the decades to pass in Brenna.",
    )
    (finding,) = ledger(reference, version)
    assert (finding.data["reference"], finding.data["version"], finding.data["count"]) == ("years", "decades", 3)


def test_words_always_added_with_a_replacement_belong_to_it(ledger, changes):
    """A word added next to a replacement each time it is made is part of it."""
    reference = ("The government of Marand fell.", "She left the government in May.")
    version = ("The ruling administration of Marand fell.", "She left the ruling administration in May.")
    assert changes(reference, version) == [("synonym", "government", "ruling administration")] * 2
    (finding,) = ledger(reference, version)
    assert (finding.data["version"], finding.data["count"]) == ("ruling administration", 2)


def test_words_added_with_a_replacement_once_do_not(changes):
    """In another place the same replacement is made without that word."""
    reference = ("The government of Marand fell.", "She left the government in May.", "A government fell.")
    version = ("The ruling administration of Marand fell.", "She left the ruling administration in May.",
               "An administration fell.")  # fmt: skip
    assert ("added", "", "ruling") in changes(reference, version)


def test_a_hedge_is_a_change_of_its_own_each_time(changes):
    """A hedge is never part of a synonym."""
    reference = ("The killer of Marand fled.", "She met the killer in May.")
    version = ("The alleged murderer of Marand fled.", "She met the alleged murderer in May.")
    assert changes(reference, version).count(("added", "", "alleged")) == 2
