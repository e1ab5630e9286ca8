"""The last table of tox: what it shows, and when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matrix.stamp import stamp
from tests.matrix.table import Case, Environment, complaints, listed, main, ran_nowhere, read, reasons, table

RUN = (Case("tests.a.test_one[x]", "passed"), Case("tests.a.test_two[y]", "skipped", "no such thing"))


def test_a_line_for_each_environment() -> None:
    """What became of it, its tests and its seconds; blanks where there are none."""
    lines = list(table([Environment("lint", True), Environment("py311-all", True, 30, RUN), Environment("py399-all")]))
    assert [line.split() for line in lines[1:]] == [
        ["lint", "failed"],
        ["py311-all", "ok", "1", "0", "1", "30.0"],
        ["py399-all", "no", "interpreter"],
    ]


def test_reasons_are_counted() -> None:
    """For each, how many tests of which environment."""
    assert list(reasons([Environment("a", True, 1, RUN), Environment("b", True, 1, RUN)])) == [
        "skipped: no such thing: 1 in a, 1 in b"
    ]


def test_a_group_that_is_skipped_whole_in_every_environment() -> None:
    """It is a failure, unless one of its tests ran somewhere or its reason is excused."""
    skipped = [Environment("a", True, 1, RUN)]
    assert list(ran_nowhere(skipped, ())) == ["ran in no environment: tests.a.test_two: no such thing"]
    assert list(ran_nowhere(skipped, ("no such",))) == []
    assert list(ran_nowhere([*skipped, Environment("b", True, 1, (Case("tests.a.test_two[z]", "passed"),))], ())) == []


def test_a_module_that_is_skipped_as_it_is_imported() -> None:
    """It ran if one of its tests did."""
    skipped = Environment("a", True, 1, (Case("tests.a", "skipped", "collection skipped"),))
    assert list(ran_nowhere([skipped], ())) == ["ran in no environment: tests.a: collection skipped"]
    assert list(ran_nowhere([skipped, Environment("b", True, 1, RUN[:1])], ())) == []


def test_some_environments_alone_are_not_judged_by_groups() -> None:
    """Others may be those that run what these skip; that nothing passed in one is told all the same."""
    assert list(complaints([Environment("a", True, 1, RUN), Environment("lint")])) == []
    assert list(complaints([Environment("a", True, 1, RUN[1:]), Environment("lint")])) == ["no test passed in a"]


@pytest.mark.parametrize(("skipped", "status"), [("", 0), ('<skipped message="not installed"/>', 1)])
def test_the_last_line_counts_tests(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], skipped: str, status: int
) -> None:
    """Of what the environments have left; the next table begins with nothing."""
    settings, folder = tmp_path / "tox.ini", tmp_path / "results"
    settings.write_text("[tox]\nenv_list =\n    {a,b}\n    report\n", "utf-8")
    for name in ("a", "b"):
        stamp(folder / name, "begin")
        stamp(folder / name, "end")
    cases = f'<testcase classname="t" name="one"/><testcase classname="t" name="two">{skipped}</testcase>'
    folder.joinpath("a.xml").write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>", "utf-8")
    assert main(settings, folder) == status
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == ("1 passed, 0 failed, 1 skipped" if skipped else "2 passed, 0 failed, 0 skipped")
    assert [path.name for path in folder.iterdir()] == ["table.txt"]


def test_an_environment_whose_last_command_did_not_run_has_failed(tmp_path: Path) -> None:
    """A beginning without an end; patterns are written out, the table itself left out."""
    settings, folder = tmp_path / "tox.ini", tmp_path / "results"
    settings.write_text("[tox]\nenv_list =\n    lint\n    x{1,2}-{a,b}\n    report\n", "utf-8")
    stamp(folder / "lint", "begin")
    outcomes = {each.name: each.outcome for each in read(listed(settings), folder)}
    assert outcomes == dict.fromkeys(("x1-a", "x1-b", "x2-a", "x2-b"), "not run") | {"lint": "failed"}
