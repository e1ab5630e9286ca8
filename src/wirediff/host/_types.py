"""Check objects against the annotations of their own dataclasses, with errors that help a plugin's author."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

_NUMBERS: Mapping[Any, tuple[type, ...]] = {int: (int,), float: (int, float)}
_NAMES: Mapping[Any, str] = {
    str: "a string",
    bytes: "bytes",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    types.NoneType: "None",
    Callable: "callable",
    Mapping: "a mapping",
}
_LISTS = (tuple, Sequence)
_MAX_SHOWN = 60
"""Characters of a wrong value that an error shows: enough to recognise it."""


def check(name: str, value: Any, hint: Any) -> None:
    """Raise TypeError where `value` is not what the annotation `hint` says, for example `confidence must be a number`.

    Dataclasses are checked field by field, and a list passes for a tuple.
    """
    if not _fits(value, hint):
        raise TypeError(f"{name} must be {_named(hint)}, got {shown(value)}")
    if get_origin(hint) in _LISTS:
        for each in value:
            check(f"each of {name}", each, get_args(hint)[0])
    elif get_origin(hint) is Mapping:
        for key, each in value.items():
            check(f"{name}.{key}", each, get_args(hint)[1])
    elif is_dataclass(hint):
        check_fields(name, value)


def check_fields(name: str, value: Any) -> None:
    """Check every field of a dataclass object; errors begin with `name`."""
    kind: Any = type(value)
    for field, hint in _hints(kind):
        check(f"{name}: {field}", getattr(value, field), hint)


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


def _fits(value: Any, hint: Any) -> bool:
    origin = get_origin(hint) or hint
    if origin is Any:
        return True
    if origin is Literal:
        return isinstance(value, str) and value in get_args(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, each) for each in get_args(hint))
    if origin is tuple:
        return isinstance(value, tuple | list)
    if origin is Sequence:
        return isinstance(value, Sequence) and not isinstance(value, str | bytes)
    if origin in _NUMBERS:
        return isinstance(value, _NUMBERS[origin]) and not isinstance(value, bool)
    return callable(value) if origin is Callable else isinstance(value, origin)


def _named(hint: Any) -> str:
    """Return what `hint` asks for, in words: `one of error, warning, note`."""
    origin, arguments = get_origin(hint) or hint, get_args(hint)
    if origin is Literal:
        return f"one of {', '.join(arguments)}"
    if origin in (Union, types.UnionType):
        return " or ".join(map(_named, arguments))
    if origin in _LISTS:
        return f"a list, each item {_named(arguments[0])}"
    return _NAMES.get(origin) or f"{'an' if origin.__name__[0] in 'AEIOU' else 'a'} {origin.__name__}"


def shown(value: Any) -> str:
    """Return a wrong value as an error shows it: a string or number itself, else the type."""
    if value is None or isinstance(value, str | bytes | int | float):
        text = repr(value)
        return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
    return f"an object of the type {type(value).__name__}"
