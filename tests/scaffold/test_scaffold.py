"""What `wirediff plugins new` writes: installed, tested, linted and type-checked for real.

ruff and mypy run where they are installed, as in tox's `scaffold` environment.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from wirediff.errors import OutputError
from wirediff.scaffold import create

pytestmark = pytest.mark.slow

Run = Callable[..., "subprocess.CompletedProcess[str]"]
KINDS = ("detector", "emitter", "loader")


@pytest.fixture(scope="module", params=KINDS)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as it is written."""
    home = tmp_path_factory.mktemp(request.param)
    command = [sys.executable, "-m", "wirediff", "plugins", "new", "shouting", "--kind", request.param]
    subprocess.run(command, cwd=home, check=True, capture_output=True)
    return home / "wirediff-shouting"


@pytest.fixture(scope="module")
def run(project: Path) -> Run:
    """Run a module in the project, which is installed for it."""
    pytest.importorskip("hatchling")
    site = project.parent / "site"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(site),
    ]
    subprocess.run([*pip, str(project)], check=True, capture_output=True)
    path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=project,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_its_tests_pass(run: Run) -> None:
    """The example's own and those of the conformance suite."""
    result = run("pytest", "-q", "-p", "no:cacheprovider")
    assert result.returncode == 0, result.stdout
    assert " passed" in result.stdout


def test_it_is_found(run: Run) -> None:
    """By its entry point, under its name."""
    result = run("wirediff", "plugins", "show", "shouting")
    assert (result.returncode, result.stdout.split()[:2]) == (0, ["shouting", "0.1.0,"])


def test_its_findings_reach_every_report(run: Run, project: Path) -> None:
    """A detector's findings are in the text, the JSON, the HTML and the XML report, if these are installed."""
    if "Detector" not in project.joinpath("src", "wirediff_shouting", "__init__.py").read_text("utf-8"):
        pytest.skip("no detector")
    for name, text in (("a", "He said no to all of it."), ("b", "He said NO to all of it.")):
        project.parent.joinpath(f"{name}.txt").write_text(text, "utf-8")
    formats = ["text", "json", "markdown", "sarif"]
    formats += [name for name in ("html", "xml") if importlib.util.find_spec(f"wirediff_{name}")]
    for name in formats:
        result = run("wirediff", "compare", "../a.txt", "../b.txt", "-f", name)
        assert (result.returncode, "shouting/example" in result.stdout) == (1, True), name


@pytest.mark.parametrize(
    "command", [("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "src", "tests")], ids=" ".join
)
def test_checks_are_clean(run: Run, command: tuple[str, ...]) -> None:
    """By the settings in its own pyproject.toml."""
    if importlib.util.find_spec(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = run(*command)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["a", "class", "my-house-style-2", "a-name-as-long-as-names-may-be"])
def test_any_name_gives_clean_code(tmp_path: Path, name: str, kind: str) -> None:
    """Short, long, with hyphens, with digits, a word of Python's: what is written compiles and is formatted."""
    target = create(name, kind, tmp_path)
    for path in target.rglob("*.py"):
        compile(path.read_text("utf-8"), path, "exec")
    assert tomllib.loads((target / "pyproject.toml").read_text("utf-8"))["project"]["name"] == f"wirediff-{name}"
    if importlib.util.find_spec("ruff"):
        for command in (("check",), ("format", "--check")):
            done = subprocess.run([sys.executable, "-m", "ruff", *command, target], capture_output=True, text=True)
            assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("3com", "is not a plugin name: use small letters"),
        ("Foo", "is not a plugin name: use small letters"),
        ("a--b", "is not a plugin name: use small letters"),
        ("../evil", "is not a plugin name: use small letters"),
        ("", "is not a plugin name: use small letters"),
        ("x" * 300, "is too long for a plugin name: at most 30 characters"),
        ("core", "a plugin or format already has it"),
        ("text", "a plugin or format already has it"),
    ],
)
def test_other_names_are_refused(tmp_path: Path, name: str, told: str) -> None:
    """In one line, and nothing is written."""
    command = [sys.executable, "-m", "wirediff", "plugins", "new", name, "--kind", "emitter"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert told in done.stderr


def test_an_existing_folder_is_left_alone(tmp_path: Path) -> None:
    """Even an empty one, or a link to nowhere."""
    (tmp_path / "wirediff-there").mkdir()
    (tmp_path / "wirediff-link").symlink_to("nowhere")
    for name in ("there", "link"):
        with pytest.raises(OutputError, match="already exists"):
            create(name, "detector", tmp_path)
