"""Whatever surroundings the command is started in, it ends with 0, 1 or 2 and at most one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import need_plugins

WIREDIFF = f"{sys.executable} -m wirediff"
COMPARE = f"{WIREDIFF} compare reference.txt version.txt -f markdown"
REPORT = "# Harbour council"


def _shell(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize(
    ("script", "status", "out", "err"),
    [
        (f"{COMPARE} >&-", 2, "", "wirediff: standard output: is closed\n"),
        (f"{COMPARE} 2>&-", 1, REPORT, ""),
        (f"{WIREDIFF} compare - version.txt <&-", 2, "", "wirediff: standard input: is closed\n"),
        (
            f"{WIREDIFF} --help >/dev/full",
            2,
            "",
            "wirediff: standard output: cannot be written (No space left on device)\n",
        ),
        (f"{WIREDIFF} compare reference.txt missing 2>/dev/full", 2, "", ""),
        (f"trap '' CHLD; {COMPARE}", 1, REPORT, ""),
        (
            f"d=$PWD;mkdir gone; cd gone; rmdir ../gone; {WIREDIFF} compare $d/reference.txt $d/version.txt -fmarkdown",
            1,
            REPORT,
            "",
        ),
        (f"{WIREDIFF} compare reference.txt $'missing\\e[2J'", 2, "", "wirediff: missing⟨U+001B⟩[2J: no such file\n"),
    ],
)
def test_it_ends_well(folder: Path, script: str, status: int, out: str, err: str) -> None:
    """With the report where there can be one, else with the reason."""
    done = _shell(script)
    assert (done.returncode, done.stderr) == (status, err)
    assert done.stdout.startswith(out)
    assert bool(done.stdout) is bool(out)


def test_without_file_descriptors_plugins_are_lost_but_not_the_report(folder: Path) -> None:
    """Each is named, with the reason."""
    need_plugins("terms")
    done = _shell(f"ulimit -n 7; {COMPARE}")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Too many open files" in done.stderr
