"""Note when an environment of tox begins and ends, for table.py: `stamp.py RESULTS/NAME begin|end`.

The end is noted by the last of its commands, which tox only runs where none before it has failed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def stamp(result: Path, moment: str) -> None:
    """Write the time to `result` with the suffix `.begin` or `.end`; a beginning removes what an earlier run left."""
    result.parent.mkdir(parents=True, exist_ok=True)
    if moment == "begin":
        for suffix in (".end", ".xml"):
            result.with_name(result.name + suffix).unlink(missing_ok=True)
    result.with_name(f"{result.name}.{moment}").write_text(str(time.time()), "utf-8")


if __name__ == "__main__":
    stamp(Path(sys.argv[1]), sys.argv[2])
