"""The author guide cannot rot: its examples run, and every hook stands in it as it is declared."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from wirediff import hookspecs

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "plugins" / "README.md").read_text("utf-8")
HOOKS = [name for name in vars(hookspecs) if name.startswith("wirediff_")]


def test_every_example_runs() -> None:
    """In order, each on what the ones before it defined."""
    examples = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    namespace: dict[str, object] = {"__name__": "guide"}
    assert len(examples) > 4
    for number, example in enumerate(examples, 1):
        exec(compile(example, f"plugins/README.md, example {number}", "exec"), namespace)  # noqa: S102


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_documented_with_its_signature(name: str) -> None:
    """Name, arguments and result."""
    signature = inspect.signature(getattr(hookspecs, name))
    assert f"`{name}{signature}`".replace("'", "") in GUIDE


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_tested(name: str) -> None:
    """Some test of the core implements it."""
    tests = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    assert any(f"def {name}" in text for text in tests)


def test_the_classes_of_the_guide_have_these_fields() -> None:
    """What the table of hooks says they are made of."""
    from wirediff import model

    for name, fields in re.findall(r"`(Detector|Emitter|Loader)\(([^)]*)\)`", GUIDE):
        assert fields.split(", ") == list(inspect.signature(getattr(model, name)).parameters)
