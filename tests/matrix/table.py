"""Print what each of tox's environments did, and fail where a group of tests ran in none of them.

Run by `tox -e report`, the last of all, with tox.ini and the folder where each environment has left NAME.begin and, if
all went well, NAME.end (stamp.py), and NAME.xml if it ran tests (pytest).
"""

from __future__ import annotations

import configparser
import os
import re
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

STATES = ("passed", "failed", "skipped")
ROW = "{:<22} {:<14} {:>7} {:>7} {:>7} {:>8}"
NEVER_MET = ("root may", "needs /dev/full")
"""Beginnings of the reasons that nothing one installs does away with."""
MET_BY_CI = ("Chromium is not installed", "pdftotext is not installed")
"""Reasons that .ci/run does away with, but that a developer's machine may have."""


@dataclass(frozen=True)
class Case:
    """A test as an environment ran it."""

    name: str
    state: str
    reason: str = ""

    @property
    def group(self) -> str:
        """The test function, or the module where all of it was skipped."""
        return self.name.partition("[")[0]


@dataclass(frozen=True)
class Environment:
    """What an environment has left; `seconds` is None unless its last command succeeded."""

    name: str
    begun: bool = False
    seconds: float | None = None
    tests: Sequence[Case] = field(default=())

    @property
    def outcome(self) -> str:
        """What became of it, in two or three words."""
        if self.begun:
            return "failed" if self.seconds is None else "ok"
        return "not run" if _interpreter(self.name) else "no interpreter"


def _interpreter(name: str) -> bool:
    """Whether the interpreter that an environment's name asks for is on the path."""
    asked = re.match(r"py(\d)(\d+)-", name)
    return asked is None or shutil.which(f"python{asked[1]}.{asked[2]}") is not None


def listed(settings: Path) -> Iterator[str]:
    """Yield the environments in the `env_list` of tox.ini, except the one that runs this."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(settings, "utf-8")
    for pattern in parser["tox"]["env_list"].split():
        yield from (name for name in _expanded(pattern) if name != "report")


def _expanded(pattern: str) -> Iterator[str]:
    """Yield the names that a pattern such as `py3{11,12}-{all,core}` stands for."""
    braces = re.search(r"\{(.*?)\}", pattern)
    if braces is None:
        yield pattern
        return
    for choice in braces[1].split(","):
        yield from _expanded(pattern[: braces.start()] + choice + pattern[braces.end() :])


def read(names: Iterable[str], folder: Path) -> list[Environment]:
    """Return what the listed environments, and others that ran, have left in `folder`."""
    others = sorted(path.stem for path in folder.glob("*.begin"))
    return [_environment(folder / name) for name in dict.fromkeys((*names, *others))]


def _environment(result: Path) -> Environment:
    begin, end, junit = (result.with_name(result.name + suffix) for suffix in (".begin", ".end", ".xml"))
    seconds = float(end.read_text("utf-8")) - float(begin.read_text("utf-8")) if end.exists() else None
    return Environment(result.name, begin.exists(), seconds, tuple(_tests(junit)) if junit.exists() else ())


def _tests(junit: Path) -> Iterator[Case]:
    for case in ElementTree.parse(junit).iter("testcase"):  # noqa: S314 - pytest wrote it
        name = ".".join(filter(None, (case.get("classname"), case.get("name"))))
        if (skipped := case.find("skipped")) is not None:
            yield Case(name, "skipped", skipped.get("message", ""))
        else:
            broken = case.find("failure") is not None or case.find("error") is not None
            yield Case(name, "failed" if broken else "passed")


def table(environments: Iterable[Environment]) -> Iterator[str]:
    """A line for each environment."""
    yield ROW.format("environment", "", *STATES, "seconds")
    for each in environments:
        counts = Counter(test.state for test in each.tests)
        numbers = [counts[state] if each.tests else "" for state in STATES]
        seconds = "" if each.seconds is None else f"{each.seconds:.1f}"
        yield ROW.format(each.name, each.outcome, *numbers, seconds)


def reasons(environments: Iterable[Environment]) -> Iterator[str]:
    """Why tests were skipped: how many, in which environments."""
    skipped: dict[str, Counter[str]] = defaultdict(Counter)
    for each in environments:
        for test in each.tests:
            if test.state == "skipped":
                skipped[test.reason][each.name] += 1
    for reason, counts in sorted(skipped.items()):
        yield f"skipped: {reason}: " + ", ".join(f"{count} in {name}" for name, count in counts.items())


def ran_nowhere(environments: Iterable[Environment], excused: Sequence[str]) -> Iterator[str]:
    """The groups that each environment skipped whole, for a reason that does not begin with an `excused` one."""
    ran: set[str] = set()
    skipped: dict[str, str] = {}
    for test in (test for each in environments for test in each.tests):
        if test.state == "skipped":
            skipped[test.group] = test.reason
        else:
            ran.update((test.group, *_modules(test.group)))
    for group, reason in sorted(skipped.items()):
        if group not in ran and not reason.startswith(tuple(excused)):
            yield f"ran in no environment: {group}: {reason}"


def _modules(group: str) -> Iterator[str]:
    """What a group stands in: a module that is skipped as it is imported is a group too."""
    while group := group.rpartition(".")[0]:
        yield group


def complaints(environments: Sequence[Environment]) -> Iterator[str]:
    """What makes the whole fail, though each environment may have passed."""
    for each in environments:
        if each.tests and not any(test.state == "passed" for test in each.tests):
            yield f"no test passed in {each.name}"
    # With some environments only, as by `tox -e py311-core,report`, others may be those that run a group.
    if all(each.outcome != "not run" for each in environments):
        yield from ran_nowhere(environments, NEVER_MET if "CI" in os.environ else NEVER_MET + MET_BY_CI)


def main(settings: Path, folder: Path) -> int:
    """Print everything, and leave it in `table.txt`; the last line is one that test runners end with."""
    environments = read(listed(settings), folder)
    wrong = list(complaints(environments))
    counts = Counter(test.state for each in environments for test in each.tests)
    missing = sorted({each.name.partition("-")[0] for each in environments if each.outcome == "no interpreter"})
    lines = [*table(environments), "", *reasons(environments), *wrong]
    lines += [f"interpreters that are not here: {', '.join(missing)}"] if missing else []
    lines += ["", ", ".join(f"{counts[state]} {state}" for state in STATES)]
    print("\n".join(lines))  # noqa: T201
    for path in folder.iterdir():  # So that the next table has nothing of this one's.
        path.unlink()
    folder.joinpath("table.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
