"""House glossaries."""

from __future__ import annotations

import pytest

from wirediff.errors import OptionError

REFERENCE = "The council offered help to the farmers of Brenna."
VERSION = "The council offered aid to the growers of Brenna."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("house.csv", "reference,version,status\nhelp,aid,accepted\nfarmer,grower,forbidden\n"),
        ("house.toml", '[accepted]\nhelp = "aid"\n[forbidden]\nfarmer = ["grower"]\n'),
    ],
)
def test_accepted_is_silent_and_forbidden_is_an_error(detect, tmp_path, name, text):
    """An accepted pair is not reported, a forbidden one is, in whatever inflection."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    found = [(f.reference[0].text, f.severity, f.data["glossary"]) for f in detect(REFERENCE, VERSION, glossary=path)]
    assert found == [("farmers", "error", "forbidden")]


@pytest.mark.parametrize(
    ("reference", "version", "forbidden"),
    [
        ("The mayor saw the old town in May.", "The mayor saw the old city in May.", True),
        ("The mayor saw the new town in May.", "The mayor saw the new city in May.", False),
        ("The gross domestic product fell in May.", "The gross home product fell in May.", True),
        ("The domestic product fell in May.", "The home product fell in May.", False),
    ],
)
def test_words_next_to_those_that_differ_are_part_of_a_term(detect, tmp_path, reference, version, forbidden):
    """An entry applies to its whole term, even if a finding spans only the replaced words, or more."""
    path = tmp_path / "house.toml"
    path.write_text('[forbidden]\n"old town" = "old city"\n"gross domestic product" = "gross home product"\n', "utf-8")
    (found,) = detect(reference, version, glossary=path)
    assert ("glossary" in found.data) == forbidden


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("house.csv", "reference,version,status\nhelp,aid,maybe\n", "'maybe' is neither accepted nor forbidden"),
        ("house.csv", "reference,version\nhelp\n", "line 2: a term is missing"),
        ("house.csv", "old,new\nhelp,aid\n", "the columns reference and version are needed"),
        ("house.toml", "[accepted\n", "house.toml"),
        ("house.toml", "[accepted]\nhelp = 3\n", "3 is not a term"),
    ],
)
def test_a_faulty_glossary_is_named(detect, tmp_path, name, text, reason):
    """The message names the file and the fault."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(OptionError, match=reason):
        detect(REFERENCE, VERSION, glossary=path)


def test_a_missing_glossary_is_an_error(detect, tmp_path):
    """A missing file is not an empty glossary."""
    with pytest.raises(OptionError, match=r"glossary none\.csv: No such file or directory$"):
        detect(REFERENCE, VERSION, glossary=tmp_path / "none.csv")
