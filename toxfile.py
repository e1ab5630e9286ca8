"""What tox notes for tests/matrix/table.py: how long each environment took and how it ended."""

from __future__ import annotations

import json
import resource
import time
from typing import TYPE_CHECKING, Any

from tox.plugin import impl

if TYPE_CHECKING:
    from tox.execute import Outcome
    from tox.tox_env.api import ToxEnv

_begun: dict[str, tuple[float, float]] = {}


def _clocks() -> tuple[float, float]:
    """Seconds now: of the clock, and of the processors in all that tox has run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic(), used.ru_utime + used.ru_stime


@impl
def tox_on_install(tox_env: ToxEnv, arguments: Any, section: str, of_type: str) -> None:  # noqa: ARG001
    """Note when the environment's first installation begins: it counts."""
    _begun.setdefault(tox_env.name, _clocks())


@impl
def tox_before_run_commands(tox_env: ToxEnv) -> None:
    """Note when its commands begin, where nothing was installed before."""
    _begun.setdefault(tox_env.name, _clocks())


@impl
def tox_after_run_commands(tox_env: ToxEnv, exit_code: int, outcomes: list[Outcome]) -> None:  # noqa: ARG001
    """Write `.tox/results/NAME.json` with its seconds and its status, and which environments there could be."""
    results = tox_env.core["work_dir"] / "results"
    results.mkdir(parents=True, exist_ok=True)
    seconds, processor = (now - then for now, then in zip(_clocks(), _begun[tox_env.name], strict=True))
    told = {
        "seconds": seconds,
        "processor": processor,
        "status": exit_code,
        "environments": list(tox_env.core["env_list"].envs),
    }
    results.joinpath(f"{tox_env.name}.json").write_text(json.dumps(told), "utf-8")
