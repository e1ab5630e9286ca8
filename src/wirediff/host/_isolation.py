"""Run a plugin's code so that whatever it does costs its own results only.

Two walls stand around it. In this process what it raises is caught, what it prints turned aside, its time limited
(`wirediff.host._guard`). With `apart` it also has a process of its own (`wirediff.host._apart`), for what no handler
catches: a crash, a loop in compiled code, threads that never end, changes to the interpreter that the others need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from wirediff.errors import OptionError
from wirediff.host import Plugin, failure
from wirediff.host._apart import AVAILABLE, Lost, each_apart
from wirediff.host._guard import guarded
from wirediff.model import Failure, Stage

T = TypeVar("T")
LEAST_SECONDS = 1.0
"""What every plugin may use, also where the budget is spent before it begins."""


def isolated(plugin: Plugin, stage: Stage, seconds: float, work: Callable[[], T]) -> T | Failure:
    """The result of `work`, or the failure of its plugin. An OptionError passes, since it is the user's to mend."""
    try:
        with guarded(max(seconds, LEAST_SECONDS)):
            return work()
    except (KeyboardInterrupt, OptionError):
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return failure(plugin.found, stage, error)


def _no_complaint() -> None:
    """All is well."""


def each_isolated(
    plugins: Sequence[Plugin],
    stage: Stage,
    seconds: Callable[[], float],
    work: Callable[[Plugin], T],
    *,
    at_once: int = 0,
    complaint: Callable[[], str | None] = _no_complaint,
) -> list[T | Failure]:
    """`work` of each plugin, or its failure; in processes of their own, `at_once` together, unless that is 0.

    `complaint` is asked after each what the plugin did that it must not.
    """

    def inside(plugin: Plugin) -> T | Failure:
        outcome = isolated(plugin, stage, seconds(), partial(work, plugin))
        reason = complaint()
        return failure(plugin.found, stage, reason) if reason else outcome

    def in_child(plugin: Plugin) -> T | Failure | OptionError:
        try:
            return inside(plugin)
        except OptionError as error:
            return OptionError(str(error))
        except KeyboardInterrupt as error:
            # Not the user's: Ctrl-C does not reach this process.
            return failure(plugin.found, stage, error)

    if not (at_once and AVAILABLE):
        return [inside(plugin) for plugin in plugins]
    outcomes = each_apart(in_child, plugins, lambda: max(seconds(), LEAST_SECONDS), at_once)
    return [_delivered(plugin, stage, outcome) for plugin, outcome in zip(plugins, outcomes, strict=True)]


def _delivered(plugin: Plugin, stage: Stage, outcome: T | Failure | OptionError | Lost) -> T | Failure:
    if isinstance(outcome, OptionError):
        raise outcome
    return failure(plugin.found, stage, outcome.reason) if isinstance(outcome, Lost) else outcome
