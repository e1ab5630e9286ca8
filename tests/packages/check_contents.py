"""Check what the built distributions in the folder given hold, and that the wheels work by themselves."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLUGINS = ("attributions", "captions", "documents", "html", "structure", "terms", "xml")


def check(folder: Path) -> None:
    """Raise SystemExit with all complaints, if there are any."""
    wheels = {path.name.partition("-")[0]: path for path in folder.glob("*.whl")}
    complaints = [f"no wheel of {name}" for name in _expected() if name not in wheels]
    for path in wheels.values():
        complaints += _wheel(path)
    for path in folder.glob("*.tar.gz"):
        complaints += _sdist(path)
    complaints += _installed(sorted(wheels.values()))
    if complaints:
        raise SystemExit("\n".join(complaints))
    print(f"{len(wheels)} wheels are in order")  # noqa: T201


def _expected() -> list[str]:
    return ["wirediff", *(f"wirediff_{name}" for name in PLUGINS)]


def _wheel(path: Path) -> list[str]:
    """Every file of the packages in `src/`, a licence, nothing else."""
    package = path.name.partition("-")[0]
    home = ROOT / "src" if package == "wirediff" else ROOT / "plugins" / package.replace("_", "-") / "src"
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    wanted = {
        file.relative_to(home).as_posix()
        for file in home.glob("*/**/*")  # not src/README.md
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
    }
    found = {name for name in names if ".dist-info/" not in name}
    complaints = [f"{path.name}: lacks {name}" for name in sorted(wanted - found)]
    complaints += [f"{path.name}: holds {name}" for name in sorted(found - wanted)]
    if not any("license" in name.lower() for name in names):
        complaints.append(f"{path.name}: has no licence")
    return complaints


def _sdist(path: Path) -> list[str]:
    with tarfile.open(path) as archive:
        names = archive.getnames()
    return [] if any(name.endswith("/pyproject.toml") for name in names) else [f"{path.name}: has no pyproject.toml"]


def _installed(wheels: list[Path]) -> list[str]:
    """The wheels in an environment of their own, away from the sources: the command compares a fixture pair."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wheels], check=True)
        pair = ROOT / "fixtures" / "spun-text"
        command = [python, "-m", "wirediff", "--strict", "compare", pair / "reference.txt", pair / "version.txt"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 1:
        return [f"the wheels' command ended in {done.returncode}: {done.stderr}"]
    return []


check(Path(sys.argv[1]))
