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
    ("name", "text", "reason"),
    [
        ("house.csv", "reference,version,status\nhelp,aid,maybe\n", "'maybe' is neither accepted nor forbidden"),
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
    """A file that is not there is no empty glossary."""
    with pytest.raises(OptionError, match=r"glossary none\.csv: No such file or directory$"):
        detect(REFERENCE, VERSION, glossary=tmp_path / "none.csv")
