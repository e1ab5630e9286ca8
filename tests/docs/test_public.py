"""What is public, written down: a change here is a change for plugin authors."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import difflib_ext
import wirediff
from wirediff import (
    addresses,
    align,
    errors,
    hookspecs,
    images,
    jsonable,
    loaders,
    model,
    newsroom,
    packaged,
    segment,
    testing,
    wording,
)

WRITTEN = Path(__file__).with_name("public.txt")
MODULES = (
    wirediff,
    *(
        addresses,
        align,
        errors,
        hookspecs,
        images,
        jsonable,
        loaders,
        model,
        newsroom,
        packaged,
        segment,
        testing,
        wording,
    ),
    difflib_ext,
)


def _public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The classes and functions of a module that authors may use: those in `__all__`, else its own."""
    for name, value in sorted(vars(module).items()):
        own = (
            name in module.__all__
            if hasattr(module, "__all__")
            else getattr(value, "__module__", None) == module.__name__
        )
        if own and not name.startswith("_") and (inspect.isclass(value) or inspect.isroutine(value)):
            yield name, value


def _signature(value: object) -> str:
    """Names, kinds and defaults of parameters."""
    assert callable(value)
    signature = inspect.signature(value)
    bare = [each.replace(annotation=inspect.Parameter.empty) for each in signature.parameters.values()]
    return str(signature.replace(parameters=bare, return_annotation=inspect.Signature.empty))


def _lines() -> Iterator[str]:
    for module in MODULES:
        for name, value in _public(module):
            is_error = inspect.isclass(value) and issubclass(value, BaseException)
            bases = f"({', '.join(base.__name__ for base in value.__bases__)})" if is_error else None
            yield f"{module.__name__}.{name}{bases or _signature(value)}"


def test_names_and_signatures_are_as_written_down() -> None:
    """Whoever changes `public.txt` changes what plugins rely on, and says so in CHANGELOG.md.

    `python -m tests.docs.test_public > tests/docs/public.txt` writes it anew.
    """
    assert list(_lines()) == WRITTEN.read_text("utf-8").splitlines()


def test_the_function_load_is_not_hidden_by_a_module() -> None:
    """Whatever has been imported before."""
    wirediff.compare(model.Source.from_text("One."), model.Source.from_text("One."))
    assert inspect.isfunction(wirediff.load)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in _lines())
