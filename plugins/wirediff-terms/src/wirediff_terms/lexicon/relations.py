"""The names of relations: how a word relates to the word it became, and what a judgement says about a change.

They are literals, so that a type checker refuses a name that nothing declares.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

WordRelation: TypeAlias = Literal[
    # the same word or value
    "equal",
    "contraction",
    "inflection",
    "spelling",
    "equal value",
    # another value
    "other value",
    # what the lexicon links
    "synonym",
    "similar",
    "derivation",
    "derived-synonym",
    "hypernym",
    "hyponym",
    "related",
    "sibling",
    "antonym",
    "indirect antonym",
    "prefix",
    "contrast",
    "polarity",
    # what the closed classes link
    "opposite",
    "equivalent",
    "modal",
    "bound",
    # what only letters or places link
    "compound",
    "letters",
    "place",
]
"""How a matched word of the reference relates to its counterpart."""

JudgedRelation: TypeAlias = (
    WordRelation
    | Literal[
        "none",
        # words in another place
        "moved",
        "exchanged",
        "rewritten",
        # other letters, the same words
        "capitals",
        "variant",
        "accents",
        "spaces",
        "letters of another script",
        "equal notation",
        "possessive",
        # marks
        "mark",
        "question",
        "distance",
        "comma",
        "sign",
        # names
        "name",
        "acronym",
        # values
        "rounded",
        "range",
        "ordinal",
        "quantifier",
        "other bound",
        # synonyms
        "negated antonym",
        "listed",
        # meaning
        "negation",
        "denial",
        "negation added",
        "negation removed",
        "negation in another form",
        "strength",
        "hearsay",
        "reported speech",
        "hedge",
        # function words
        "added",
        "removed",
        "replaced",
    ]
)
"""What `data.relation` says about a change, unless a judgement is more precise (`detail`)."""
