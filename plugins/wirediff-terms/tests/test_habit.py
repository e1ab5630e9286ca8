"""In a version full of synonyms, words that a thesaurus lists together are synonyms too; alone they are not."""

from __future__ import annotations

import pytest

SPUN = (
    ("The mayor wants to help the old harbour.", "The mayor wants to aid the old harbour."),
    ("The crews began to repair the bridge in May.", "The crews started to repair the bridge in May."),
    ("The council will buy a new ferry this year.", "The council will purchase a new ferry this year."),
    ("A big crowd stood on the quay at noon.", "A large crowd stood on the quay at noon."),
    ("The storm hit the coast of Brenna rapidly.", "The storm hit the coast of Brenna quickly."),
)
"""Five synonyms that WordNet has."""
KEPT = tuple((reference, reference) for reference, _ in SPUN)


@pytest.mark.parametrize(
    ("around", "old", "new", "rule"),
    [
        (SPUN, "documents", "scripts", "synonym"),
        (KEPT, "documents", "scripts", "replacement"),
        (SPUN, "documents", "gardens", "replacement"),
        (SPUN, "guitars", "violins", "replacement"),
        (SPUN, "Monday", "Tuesday", "number"),
    ],
    ids=["listed", "listed in a version that keeps its words", "not listed", "things of one kind", "a day"],
)
def test_habit(detect, around, old, new, rule):
    """The class of a pair of words, given the other changes of the version."""
    references, versions = zip(*around, strict=True)
    found = detect(
        (*references, f"The board read all the {old} of the town."),
        (*versions, f"The board read all the {new} of the town."),
    )
    last = next(finding for finding in found if finding.version[0].text == new)
    assert last.code == f"terms/{rule}"
    assert (last.data["relation"] == "listed") == (rule == "synonym")


def test_unrelated_words_in_expressions_are_not_synonyms(detect):
    """An unrelated word in a fixed expression is no evidence of a thesaurus."""
    references = (
        *(reference for reference, _ in SPUN[:4]),
        "The prime minister spoke in Marand.",
        "The board read all the documents of the town.",
    )
    versions = (
        *(version for _, version in SPUN[:4]),
        "The prime violin spoke in Marand.",
        "The board read all the scripts of the town.",
    )
    assert [finding.code for finding in detect(references, versions)][-2:] == [
        "terms/replacement",
        "terms/replacement",
    ]
