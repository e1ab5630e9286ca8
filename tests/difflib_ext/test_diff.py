"""Opcodes: properties that hold for any two sequences, and the choices a reader would make."""

from __future__ import annotations

import difflib
import random
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difflib_ext import apply, diff, from_matches, information, intern, invert, slide

WORDS = st.lists(st.sampled_from(["the", "of", "peace", "war", ",", ".", "Brussels"]), max_size=30)
WEIGHTS = {"the": 1, "of": 1, "peace": 3, "war": 3, ",": 0, ".": 0, "Brussels": 3}


def matched(opcodes, a):
    """The items kept, in order."""
    return [item for op in opcodes if op.tag == "equal" for item in a[op.i1 : op.i2]]


def weigh(a):
    """The weights of the words of `a`."""
    return [WEIGHTS[word] for word in a]


def measure(a, b):
    """The self-information of the items of `a`, by their frequency in both."""
    numbers_a, numbers_b = intern(a, b)
    bits = information(numbers_a, numbers_b)
    return [bits[number] for number in numbers_a]


def every_way(a, b, **more):
    """The opcodes of `a` and `b` with and without weights and cleaning."""
    options = product([None, weigh(a)], [None, measure(a, b)])
    return [diff(a, b, weights=weights, bits=bits, **more).opcodes for weights, bits in options]


@given(WORDS, WORDS, st.sampled_from([1, 3, 20_000]))
def test_opcodes_tile_both_sequences(a, b, limit):
    """Every opcode starts where the one before it ended, on both sides, and the last ends at both ends."""
    for opcodes in every_way(a, b, limit=limit):
        i = j = 0
        for opcode in opcodes:
            assert (opcode.i1, opcode.j1) == (i, j)
            assert opcode.i2 > i or opcode.j2 > j
            i, j = opcode.i2, opcode.j2
        assert (i, j) == (len(a), len(b))


@given(WORDS, WORDS, st.sampled_from([1, 3, 20_000]))
def test_opcodes_turn_a_into_b(a, b, limit):
    """Applied to `a` they give `b`; inverted and applied to `b` they give `a`."""
    for opcodes in every_way(a, b, limit=limit):
        assert apply(opcodes, a, b) == b
        assert apply(invert(opcodes), b, a) == a
        assert all(a[op.i1 : op.i2] == b[op.j1 : op.j2] for op in opcodes if op.tag == "equal")


@given(WORDS, WORDS)
def test_unweighted_diff_keeps_as_much_as_any_can(a, b):
    """The number of items kept is that of a longest common subsequence."""
    lengths = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, item in enumerate(a):
        for j, other in enumerate(b):
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if item == other else max(lengths[i][j + 1], lengths[i + 1][j])
    assert len(matched(diff(a, b).opcodes, a)) == lengths[-1][-1]


@given(WORDS, WORDS)
def test_symmetric_input_keeps_symmetric_weight(a, b):
    """Exchanging the sides keeps common items of the same total weight."""
    there = matched(diff(a, b, weights=weigh(a)).opcodes, a)
    back = matched(diff(b, a, weights=weigh(b)).opcodes, b)
    assert sum(weigh(there)) == sum(weigh(back))


@given(WORDS, WORDS)
def test_result_does_not_depend_on_what_the_items_are(a, b):
    """Other items with the same pattern of equality give the same opcodes."""
    names = {word: (number, word) for number, word in enumerate(WEIGHTS)}
    assert diff(a, b) == diff([names[word] for word in a], [names[word] for word in b])


def test_items_are_compared_by_equality_not_by_hash():
    """A letter is not its code point, and unequal items of one hash stay unequal."""

    class Clash(str):
        __slots__ = ()

        def __hash__(self) -> int:
            return 1

    assert [op.tag for op in diff(["a"], [97]).opcodes] == ["replace"]
    assert [op.tag for op in diff([Clash("x")], [Clash("y")]).opcodes] == ["replace"]
    assert [op.tag for op in diff([-1], [-2]).opcodes] == ["replace"]


def test_an_item_of_weight_zero_never_costs_a_word():
    """Two commas do not win over one word."""
    a, b = ["peace", ",", ","], [",", ",", "peace"]
    assert matched(diff(a, b, weights=[1, 0, 0]).opcodes, a) == ["peace"]


def test_a_telling_word_wins_over_two_that_are_not():
    """The heaviest common subsequence is kept, not the longest."""
    a, b = ["Brussels", "of", "the"], ["of", "the", "Brussels"]
    assert matched(diff(a, b, weights=[3, 1, 1]).opcodes, a) == ["Brussels"]


def test_a_rewritten_stretch_is_one_replacement():
    """Chance islands of common words do not survive inside a rewritten stretch."""
    a = "ministers approved the plan to close half of the ports in spring".split()
    b = "a vote by the cabinet means that many of our harbours will shut for good in spring".split()
    bits = [3.0 if word in {"the", "of", "in", "to"} else 10.0 for word in a]
    assert [op.tag for op in diff(a, b, bits=bits).opcodes] == ["replace", "equal"]


def test_words_between_one_for_one_substitutions_stay():
    """Where every change replaces as many words as it brings, the words between them are no chance."""
    a = "they must live directly with the consequences".split()
    b = "they should dwell instantly with the results".split()
    opcodes = diff(a, b, bits=[7.0, 9.0, 9.0, 9.0, 7.0, 4.0, 10.0]).opcodes
    assert matched(opcodes, a) == ["they", "with", "the"]


@pytest.mark.parametrize("limit", [16, 64])
def test_anchors_find_what_the_kernel_would(limit):
    """A long text with scattered changes keeps all that is unchanged, though the kernel sees only short stretches."""
    draw = random.Random(7)
    a = [draw.randrange(1000) for _ in range(3000)]
    b = list(a)
    for place in range(0, 3000, 150):
        b[place] = -1 - place
    found = diff(a, b, limit=limit)
    assert len(matched(found.opcodes, a)) == 3000 - 20
    assert not found.coarse


def test_a_repeated_item_with_one_change_is_exact():
    """Common ends alone settle a million equal items with one other among them."""
    a = ["w"] * 200_000
    b = [*a[:70_000], "x", *a[70_001:]]
    found = diff(a, b)
    assert [op.tag for op in found.opcodes] == ["equal", "replace", "equal"]
    assert found.opcodes[1].j1 == 70_000
    assert not found.coarse


def test_a_cap_reports_itself():
    """What is too long and has no anchor is compared more coarsely, and said to be."""
    a = [0, 1] * 50
    b = [1, 1, 0] * 40
    assert diff(a, b, limit=10).coarse


def test_from_matches_agrees_with_difflib():
    """The opcodes of difflib's matching blocks are difflib's own."""
    a, b = "the war in the north".split(), "the struggle in north".split()
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    matches = [(block.a + k, block.b + k) for block in matcher.get_matching_blocks() for k in range(block.size)]
    assert [tuple(op) for op in from_matches(matches, len(a), len(b))] == matcher.get_opcodes()


def test_an_ambiguous_match_leaves_changes_of_like_length():
    """Of two places where a word could be kept, the one that makes substitutions wins over a deletion."""
    a = "putin knows that this is".split()
    b = "putin is aware of that that is".split()
    changes = [(op.tag, a[op.i1 : op.i2], b[op.j1 : op.j2]) for op in diff(a, b).opcodes if op.tag != "equal"]
    assert changes == [("replace", ["knows"], ["is", "aware", "of"]), ("replace", ["this"], ["that"])]


@given(WORDS, WORDS)
def test_equal_stretches_and_changes_alternate(a, b):
    """No two neighbouring opcodes are both equal or both changes."""
    for opcodes in every_way(a, b):
        assert all((x.tag == "equal") != (y.tag == "equal") for x, y in pairwise(opcodes))


@given(WORDS, WORDS)
def test_sliding_keeps_as_much_and_still_turns_a_into_b(a, b):
    """Whatever the cost, changes and equal stretches alternate, and the opcodes give `b`."""
    before = diff(a, b).opcodes
    after = slide(before, a, b, lambda _side, start, _end: -start)
    assert apply(after, a, b) == b
    assert len(matched(after, a)) == len(matched(before, a))
    assert all((one.tag == "equal") != (other.tag == "equal") for one, other in pairwise(after))


def test_an_addition_slides_to_where_it_costs_least():
    """Of the places where an addition gives the same sequences, the cheapest is taken, else it stays."""
    a, b = "said on tuesday".split(), "said on monday on tuesday".split()

    def place(cost):
        return next(op.j1 for op in slide(diff(a, b).opcodes, a, b, cost) if op.tag == "insert")

    assert place(lambda _side, start, _end: start) == 1
    assert place(lambda _side, start, _end: -start) == 2
    assert place(lambda *_place: 0) in (1, 2)
