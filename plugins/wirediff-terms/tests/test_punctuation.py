"""Punctuation marks that changed while the words are the same."""

from __future__ import annotations

import pytest

NOTE, CHECK, SERIOUS = "note", "warning", "error"


@pytest.mark.parametrize(
    ("reference", "version", "expected"),
    [
        ("The quay is open. Crews left.", "The quay is open? Crews left.", ("punctuation", CHECK, ".", "?")),
        ("The repair began in May.", "The “repair” began in May.", ("punctuation", CHECK, "", "“ … ”")),
        ("The firm (a small one) paid.", "The firm, a small one, paid.", ("punctuation", NOTE, "( … )", ", … ,")),
        ("Come and help, captain.", "Come and help captain.", ("punctuation", CHECK, ",", "")),
        ("No, the crew stays.", "No the crew stays.", ("punctuation", CHECK, ",", "")),
        ("The pilots, who slept, woke.", "The pilots who slept, woke.", ("punctuation", CHECK, ",", "")),
        ("They sell cod, eel and crab.", "They sell cod, eel, and crab.", ("punctuation", NOTE, "", ",")),
        ("The quay is wet; it rains.", "The quay is wet. It rains.", ("punctuation", NOTE, ";", ".")),
        ("It was −12 degrees cold.", "It was 12 degrees cold.", ("number", SERIOUS, "−", "")),
    ],
)
def test_changed_marks(detect, reference, version, expected):
    """A mark that may change the reading is to be checked, a sign is a number, any other mark is minor."""
    (found,) = detect(reference, version)
    texts = [" … ".join(span.text for span in spans) for spans in (found.reference, found.version)]
    assert (found.code.removeprefix("terms/"), found.severity, *texts) == expected


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("“The quay is open,” she said.", '"The quay is open," she said.'),
        ("The quay – long closed – is open.", "The quay — long closed — is open."),
        ("The quay is open …", "The quay is open..."),
        ("• The quay is open.", "- The quay is open."),
    ],
)
def test_typography_is_no_change_of_marks(detect, reference, version):
    """Glyphs of quotation marks, kinds of dashes, an ellipsis and the bullets of a list are form."""
    assert detect(reference, version) == []


def test_marks_of_a_credit_only_part_its_names(detect):
    """The marks in credits, bylines and datelines say nothing."""
    assert detect("Foto: Orla Finch/dpa", "Foto: Orla Finch, dpa", kinds=("credit",)) == []
