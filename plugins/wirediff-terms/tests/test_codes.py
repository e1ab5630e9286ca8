"""Codes and relations are declared, and a name that nothing declares is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from wirediff_terms.codes import RULES, Code

RIGHT = """\
from wirediff_terms.case import Judgement

judged = Judgement("negation", "hedge", "closed class", 0.9)
assert judged.relation == "hedge"
"""


def test_every_code_has_its_module() -> None:
    """What a judgement may say is what the modules declare."""
    assert set(get_args(Code)) == set(RULES)


@pytest.mark.parametrize(
    ("written", "misspelled", "error"),
    [
        ('"negation"', '"negatoin"', "arg-type"),
        ('"hedge", "closed', '"hegde", "closed', "arg-type"),
        ('== "hedge"', '== "hegde"', "comparison-overlap"),
    ],
)
def test_a_misspelled_name_is_refused_by_the_type_checker(
    tmp_path: Path, written: str, misspelled: str, error: str
) -> None:
    """`mypy --strict` takes the right name and refuses the wrong one."""
    pytest.importorskip("mypy")
    files = []
    for name, text in (("right", RIGHT), ("wrong", RIGHT.replace(written, misspelled))):
        files.append(tmp_path / f"{name}.py")
        files[-1].write_text(text, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", *map(str, files)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert len(errors) == 1, done.stdout
    assert errors[0].startswith("wrong.py:"), done.stdout
    assert errors[0].endswith(f"[{error}]"), done.stdout
