"""What a plugin declares is checked once, before anything relies on it; the errors' texts help its author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from wirediff.model import Detector, Emitter, Loader, Option, Rule, Severity

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_OPTION = re.compile(r"[A-Za-z][\w-]*")
_SUFFIX = re.compile(r"(?:\.[\w-]+)+")
_SEVERITIES = get_args(Severity)
_TYPES = {int: (int,), float: (int, float), str: (str,), bool: (bool,)}
"""Types of options, and those that a default may have."""


def check_declarations(
    name: str, detectors: Iterable[Detector], emitters: Iterable[Emitter], loaders: Iterable[Loader]
) -> None:
    """Raise TypeError or ValueError where the plugin `name` declares what cannot be."""
    options: dict[str, Option] = {}
    codes: set[str] = set()
    for detector in detectors:
        _check_runs("detector", detector)
        for rule in _sequence(f"the rules of detector {detector.name}", detector.rules, Rule):
            _check_rule(name, rule, codes)
    for emitter in emitters:
        _check_runs("format", emitter)
        if not (isinstance(emitter.suffix, str) and _SUFFIX.fullmatch(emitter.suffix)):
            raise ValueError(f"format {emitter.name}: {emitter.suffix!r} is no suffix such as '.csv'")
    for loader in loaders:
        _check_runs("input format", loader)
        _sequence(f"the media types of input format {loader.name}", loader.media_types, str)
    with_options: tuple[Detector | Emitter, ...] = (*detectors, *emitters)
    for each in with_options:
        for option in _sequence(f"the options of {each.name}", each.options, Option):
            _check_option(option)
            if options.setdefault(option.name, option) != option:
                raise ValueError(f"option {option.name!r} is declared twice, and differently")


def _check_runs(what: str, each: Detector | Emitter | Loader) -> None:
    _check_words(what, each.name, _NAME, summary=each.summary)
    if not callable(each.run):
        raise TypeError(f"{what} {each.name}: `run` is no function")


def _check_words(what: str, name: Any, names: re.Pattern[str], **texts: Any) -> None:
    """What every declaration begins with: a name that can be typed, and what is told of it."""
    if not (isinstance(name, str) and names.fullmatch(name)):
        raise ValueError(f"{name!r} is no {what}'s name: letters, digits and hyphens")
    for field, text in texts.items():
        if not isinstance(text, str):
            raise TypeError(f"{what} {name}: the {field} is no text")


def _check_rule(name: str, rule: Rule, codes: set[str]) -> None:
    """Codes begin with the plugin's name, and none is declared twice."""
    prefix = f"{name}/"
    if not (isinstance(rule.code, str) and rule.code.startswith(prefix)):
        raise ValueError(f"code {rule.code!r} does not begin with {prefix!r}")
    if not _NAME.fullmatch(rule.code.removeprefix(prefix)):
        raise ValueError(f"code {rule.code!r}: after {prefix!r} come letters, digits, dots and hyphens")
    if rule.code in codes:
        raise ValueError(f"code {rule.code!r} is declared twice")
    codes.add(rule.code)
    if rule.severity not in _SEVERITIES:
        raise ValueError(f"code {rule.code!r}: severity {rule.severity!r} is not one of {', '.join(_SEVERITIES)}")
    for field in ("summary", "help"):
        text = getattr(rule, field)
        if not (isinstance(text, str) and text.strip()):
            raise ValueError(f"code {rule.code!r} has no {field}")


def _check_option(option: Option) -> None:
    _check_words("option", option.name, _OPTION, help=option.help)
    if not callable(option.type):
        raise TypeError(f"option {option.name!r}: the type is {option.type!r}, not int, float, str, bool or Path")
    if option.default is None:
        return
    kinds = _TYPES.get(option.type) if isinstance(option.type, type) else None
    if kinds and type(option.default) not in kinds:
        raise TypeError(f"option {option.name!r}: the default {option.default!r} is not of its type")
    if option.choices and option.default not in option.choices:
        raise ValueError(f"option {option.name!r}: the default {option.default!r} is none of its choices")


def _sequence(what: str, values: Any, kind: type) -> Sequence[Any]:
    if not isinstance(values, tuple | list):
        raise TypeError(f"{what} are of the type {type(values).__name__}, not a tuple")
    for value in values:
        if not isinstance(value, kind):
            raise TypeError(f"{what} hold {type(value).__name__} instead of {kind.__name__}")
    return values
