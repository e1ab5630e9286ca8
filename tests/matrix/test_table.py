"""The last table of tox: what it shows, and when it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.matrix.table import Case, Environment, complaints, main, ran_nowhere, reasons, table

RUN = (Case("tests.a.test_one[x]", "passed"), Case("tests.a.test_two[y]", "skipped", "no such thing"))


def test_a_line_for_each_environment() -> None:
    """What became of it, its tests and its seconds; blanks where there are none."""
    lines = list(
        table([Environment("lint", 1, 1.24, 0.5), Environment("py311-all", 0, 30, 55, RUN), Environment("py399-all")])
    )
    assert [line.split() for line in lines[1:]] == [
        ["lint", "failed", "1.2", "0.5"],
        ["py311-all", "ok", "1", "0", "1", "30.0", "55.0"],
        ["py399-all", "no", "interpreter"],
    ]


def test_reasons_are_counted() -> None:
    """For each, how many tests of which environment."""
    assert list(reasons([Environment("a", 0, 1, 1, RUN), Environment("b", 0, 1, 1, RUN)])) == [
        "skipped: no such thing: 1 in a, 1 in b"
    ]


def test_a_group_that_is_skipped_whole_in_every_environment() -> None:
    """It is a failure, unless one of its tests ran somewhere or its reason is excused."""
    skipped = [Environment("a", 0, 1, 1, RUN)]
    assert list(ran_nowhere(skipped, ())) == ["ran in no environment: tests.a.test_two: no such thing"]
    assert list(ran_nowhere(skipped, ("no such",))) == []
    assert list(ran_nowhere([*skipped, Environment("b", 0, 1, 1, (Case("tests.a.test_two[z]", "passed"),))], ())) == []


def test_a_module_that_is_skipped_as_it_is_imported() -> None:
    """It ran if one of its tests did."""
    skipped = Environment("a", 0, 1, 1, (Case("tests.a", "skipped", "collection skipped"),))
    assert list(ran_nowhere([skipped], ())) == ["ran in no environment: tests.a: collection skipped"]
    assert list(ran_nowhere([skipped, Environment("b", 0, 1, 1, RUN[:1])], ())) == []


def test_some_environments_alone_are_not_judged_by_groups() -> None:
    """Others may be those that run what these skip; that nothing passed in one is told all the same."""
    assert list(complaints([Environment("a", 0, 1, 1, RUN), Environment("lint")])) == []
    assert list(complaints([Environment("a", 0, 1, 1, RUN[1:]), Environment("lint")])) == ["no test passed in a"]


@pytest.mark.parametrize(("skipped", "status"), [("", 0), ('<skipped message="not installed"/>', 1)])
def test_the_last_line_counts_tests(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], skipped: str, status: int
) -> None:
    """Of what the environments have left; the next table begins with nothing."""
    told = {"seconds": 2.5, "processor": 4.5, "status": 0, "environments": ["a", "report"]}
    tmp_path.joinpath("a.json").write_text(json.dumps(told), "utf-8")
    cases = f'<testcase classname="t" name="one"/><testcase classname="t" name="two">{skipped}</testcase>'
    tmp_path.joinpath("a.xml").write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>", "utf-8")
    assert main(tmp_path) == status
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == ("1 passed, 0 failed, 1 skipped" if skipped else "2 passed, 0 failed, 0 skipped")
    assert [path.name for path in tmp_path.iterdir()] == ["table.txt"]
