"""Alignment of documents: order, moves, splits and merges."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from difflib_ext import Correspondence, align, heaviest_chain

HARBOUR = "the harbour board voted late on monday to close its northern quay until repairs end in spring".split()
FERRY = "ferry crews said they had learned of the decision from passengers who read it on a notice".split()
BUDGET = "a budget of nine million crowns covers dredging new cranes and a shelter for commuters".split()
MAYOR = "mayor ilse varga promised an independent inquiry before the council meets again in august".split()

DOCUMENTS = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=8).map(tuple), max_size=8)


def sides(result):
    """Indices of both sides, without figures."""
    return [(match.a, match.b) for match in result.correspondences]


@given(DOCUMENTS, DOCUMENTS)
@example([("a",)], [("a", "a")])
def test_each_document_corresponds_once_at_most(a, b):
    """No index is in two correspondences, and similarity stays between 0 and 1; also if no item carries information."""
    found = align(a, b).correspondences
    for side in (0, 1):
        named = [index for match in found for index in match[side]]
        assert len(named) == len(set(named))
    assert all(0 <= match.similarity <= 1 for match in found)


@given(DOCUMENTS)
def test_equal_sides_correspond_one_to_one(documents):
    """Any documents against themselves: each with itself, nothing moved."""
    expected = [Correspondence((k,), (k,), 1.0, False) for k in range(len(documents))]
    assert [
        match._replace(similarity=round(match.similarity, 9)) for match in align(documents, documents).correspondences
    ] == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.1, 9)), max_size=12))
def test_chain_is_as_heavy_as_any(pairs):
    """The chain increases in both members and no other weighs more."""
    pairs = sorted(pairs)
    chain = [pairs[k] for k in heaviest_chain(pairs)]
    assert all(x[0] < y[0] and x[1] < y[1] for x, y in pairwise(chain))
    best = [0.0] * len(pairs)
    for k, (i, j, weight) in enumerate(pairs):
        best[k] = weight + max((best[m] for m in range(k) if pairs[m][0] < i and pairs[m][1] < j), default=0.0)
    assert sum(weight for _, _, weight in chain) == pytest.approx(max(best, default=0.0))


def test_edited_documents_keep_their_order():
    """Changed words do not keep documents apart."""
    edited = [[*HARBOUR[:5], "yesterday", *HARBOUR[6:]], FERRY[2:], MAYOR]
    assert sides(align([HARBOUR, FERRY, MAYOR], edited)) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_a_moved_document_is_the_one_that_left_the_order():
    """Of two that cross, the one whose move explains less text has moved."""
    found = align([HARBOUR, FERRY, BUDGET], [BUDGET, HARBOUR, FERRY]).correspondences
    assert [(match.a, match.b, match.moved) for match in found] == [
        ((0,), (1,), False),
        ((1,), (2,), False),
        ((2,), (0,), True),
    ]


def test_a_split_document_corresponds_to_all_its_parts():
    """Three consecutive parts of one document are found, whichever is the longest."""
    whole = [*HARBOUR, *FERRY, *BUDGET]
    assert sides(align([whole, MAYOR], [HARBOUR, FERRY, BUDGET, MAYOR])) == [((0,), (0, 1, 2)), ((1,), (3,))]


def test_merged_documents_correspond_to_the_whole():
    """A merge is a split seen from the other side."""
    whole = [*HARBOUR, *FERRY]
    assert sides(align([MAYOR, HARBOUR, FERRY], [MAYOR, whole])) == [((0,), (0,)), ((1, 2), (1,))]


def test_unlike_groups_never_correspond():
    """An equal document of another group is no counterpart."""
    assert align([HARBOUR], [HARBOUR], groups=(["caption"], ["body"])).correspondences == ()


def test_unrelated_documents_have_no_counterpart():
    """Documents that share only common words are left alone."""
    assert align([HARBOUR, FERRY], [MAYOR, BUDGET]).correspondences == ()


def test_of_equal_documents_those_beside_known_neighbours_correspond():
    """A credit that is printed twice in `b` belongs to the caption before it."""
    caption, credit = MAYOR, ["varga", "press"]
    assert sides(align([caption, credit], [credit, caption, credit])) == [((0,), (1,)), ((1,), (2,))]


def test_many_equal_documents_cost_no_square():
    """Ten thousand equal documents are paired in order."""
    found = align([["same"]] * 10_000, [["same"]] * 9_990)
    assert [match.a[0] - match.b[0] for match in found.correspondences] == [0] * 9_990


def test_one_more_copy_of_an_often_repeated_document_moves_no_other():
    """As the rule between the rows of a table, when a row comes in at the middle."""
    rows = [[("rule",), tuple(f"{word} {k}" for word in HARBOUR)] for k in range(20)]
    before = [document for row in rows for document in row]
    after = [*before[:14], ("new", "row"), ("rule",), *before[14:]]
    found = align(before, after).correspondences
    assert [(match.a, match.b) for match in found] == [((k,), (k if k < 14 else k + 2,)) for k in range(40)]
