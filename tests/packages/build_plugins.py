"""Build a wheel and an sdist of each plugin into the folder given: `build` takes one project at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

for plugin in sorted(ROOT.glob("plugins/*/pyproject.toml")):
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", sys.argv[1], str(plugin.parent)]
    subprocess.run(command, check=True)
