"""What tox adds for this project: how long each environment took and how it ended, for tests/matrix/table.py."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from tox.plugin import impl

if TYPE_CHECKING:
    from tox.execute import Outcome
    from tox.tox_env.api import ToxEnv

_begun: dict[str, float] = {}


@impl
def tox_on_install(tox_env: ToxEnv, arguments: Any, section: str, of_type: str) -> None:  # noqa: ARG001
    """Note when the environment's first installation begins: it counts."""
    _begun.setdefault(tox_env.name, time.monotonic())


@impl
def tox_before_run_commands(tox_env: ToxEnv) -> None:
    """Note when its commands begin, where nothing was installed before."""
    _begun.setdefault(tox_env.name, time.monotonic())


@impl
def tox_after_run_commands(tox_env: ToxEnv, exit_code: int, outcomes: list[Outcome]) -> None:  # noqa: ARG001
    """Write `.tox/results/NAME.json` with its seconds and its status, and which environments there could be."""
    results = tox_env.core["work_dir"] / "results"
    results.mkdir(parents=True, exist_ok=True)
    told = {
        "seconds": time.monotonic() - _begun[tox_env.name],
        "status": exit_code,
        "environments": list(tox_env.core["env_list"].envs),
    }
    results.joinpath(f"{tox_env.name}.json").write_text(json.dumps(told), "utf-8")
