"""Sequence alignment beyond difflib.

`diff` compares two sequences of hashables and returns opcodes in the style of `difflib.SequenceMatcher.get_opcodes`,
found by compiled kernels, cleaned of chance matches, in near linear time. `align` compares two sequences of *documents*
(items that are sequences of hashables themselves, such as paragraphs of words) by how much telling content they share,
and finds the moves, splits and merges among them.

Both stay within caps that are counted in work, never in seconds, so that a result does not depend on the machine; where
a cap forced a coarser method the result's `coarse` is true.
"""

from difflib_ext._chain import heaviest_chain
from difflib_ext._clean import clean
from difflib_ext._diff import KERNEL_LIMIT, Diff, diff
from difflib_ext._documents import Correspondence, DocumentAlignment, align
from difflib_ext._information import information
from difflib_ext._intern import intern
from difflib_ext._opcodes import Opcode, Tag, apply, from_matches, invert
from difflib_ext._slide import slide

__all__ = [
    "KERNEL_LIMIT",
    "Correspondence",
    "Diff",
    "DocumentAlignment",
    "Opcode",
    "Tag",
    "align",
    "apply",
    "clean",
    "diff",
    "from_matches",
    "heaviest_chain",
    "information",
    "intern",
    "invert",
    "slide",
]
