"""No regular expression backtracks catastrophically: all of them, also those made of word lists, are tried."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def test_no_pattern_is_slow_on_any_repetition() -> None:
    """In a process of its own, where nothing has been compiled yet."""
    script = Path(__file__).with_name("patterns.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    *slow, tried = done.stdout.splitlines()
    assert slow == []
    assert int(tried) > 40
