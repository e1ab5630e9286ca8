"""Reports are written whole or not at all, whatever comes between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run

COMPARE = ("compare", "reference.txt", "version.txt")
PREPARED = "import os, resource, signal, sys\n{}\nfrom wirediff.cli import main\nmain()"


def _run(preparation: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, after some preparation."""
    command = [sys.executable, "-c", PREPARED.format(preparation), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_kill_before_the_file_has_its_name_leaves_the_old_one(folder: Path) -> None:
    """The content is on the disk by then, under another name."""
    folder.joinpath("a.json").write_text("old", "utf-8")
    done = _run("os.fsync = lambda file: os.kill(os.getpid(), signal.SIGKILL)", *COMPARE, "-o", "a.json")
    assert (done.returncode, folder.joinpath("a.json").read_text("utf-8")) == (-signal.SIGKILL, "old")


def test_a_disk_that_takes_no_more_leaves_the_old_file(folder: Path) -> None:
    """One line, status 2, and nothing else remains."""
    folder.joinpath("a.json").write_text("old", "utf-8")
    before = sorted(folder.iterdir())
    done = _run("resource.setrlimit(resource.RLIMIT_FSIZE, (99, 99))", *COMPARE, "-o", "a.json")
    assert (done.returncode, folder.joinpath("a.json").read_text("utf-8")) == (2, "old")
    assert done.stderr == "wirediff: a.json: cannot be written (File too large)\n"
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_trouble(run: Run, folder: Path) -> None:
    """The line names the file and the reason."""
    folder.joinpath("closed").mkdir(0o500)
    result = run(*COMPARE, "-o", "closed/a.json")
    assert (result.status, result.err) == (2, "wirediff: closed/a.json: cannot be written (Permission denied)\n")


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("folder.json", "is a folder"),
        ("link.json", "is a symbolic link"),
        ("hard.txt", "is also an input"),
        ("fifo.json", "is not a regular file"),
        ("reference.txt/a.json", "there is no folder reference.txt"),
    ],
)
def test_what_is_no_place_for_a_report_is_refused_before_any_work(
    run: Run, folder: Path, output: str, reason: str
) -> None:
    """Nothing is read or written."""
    folder.joinpath("folder.json").mkdir()
    folder.joinpath("link.json").symlink_to("nowhere.json")
    folder.joinpath("hard.txt").hardlink_to("reference.txt")
    os.mkfifo(folder / "fifo.json")
    before = folder.joinpath("reference.txt").read_bytes()
    result = run(*COMPARE, "-o", output)
    assert (result.status, result.out, folder.joinpath("reference.txt").read_bytes()) == (2, "", before)
    assert reason in result.err
    assert not folder.joinpath("nowhere.json").exists()


def test_one_file_named_twice_is_written_once_and_whole(run: Run, folder: Path) -> None:
    """Also by another path to it; its permissions stay."""
    folder.joinpath("a.json").touch(0o640)
    result = run(*COMPARE, "-o", "a.json", "-o", "./a.json")
    assert (result.status, result.err) == (1, "")
    assert folder.joinpath("a.json").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_ctrl_c_ends_with_130_and_no_word(folder: Path) -> None:
    """Also while a plugin works in a process of its own, which ends too."""
    folder.joinpath("slow.py").write_text(
        "import os, pathlib, time\nfrom wirediff import hookimpl\nfrom wirediff.model import Detector\n"
        "def detect(alignment, options):\n"
        "    pathlib.Path('begun').write_text(str(os.getpid()))\n    time.sleep(60)\n"
        "@hookimpl\ndef wirediff_detectors():\n    return [Detector('slow', 'x', (), detect)]\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "wirediff", "-p", "slow.py", *COMPARE, "-o", "a.json"]
    begun = folder / "begun"
    deadline = time.monotonic() + 60
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # shells start background jobs without it
    ) as process:
        while not (begun.exists() and begun.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert not folder.joinpath("a.json").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)
