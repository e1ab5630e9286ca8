"""wirediff and other diffs as functions of two texts, for `compare_peers.py`.

    python tests/benchmarks/peers.py TOOL REFERENCE VERSION

does one comparison and prints the peak memory of the process in MB.
"""

from __future__ import annotations

import html
import importlib
import resource
import sys
from collections.abc import Callable
from pathlib import Path

Texts = tuple[str, str]


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def _wirediff(texts: Texts) -> None:
    import wirediff
    from wirediff.model import Source

    reference, version = (Source.from_text(text) for text in texts)
    wirediff.emit(wirediff.compare(reference, version), "json")


def _lxml(texts: Texts) -> None:
    from lxml.html.diff import htmldiff

    htmldiff(*map(_paragraphs, texts))


def _difflib(texts: Texts, module: str = "difflib") -> None:
    a, b = (text.split() for text in texts)
    importlib.import_module(module).SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _xmldiff(texts: Texts) -> None:
    importlib.import_module("xmldiff.main").diff_texts(*(f"<a>{_paragraphs(text)}</a>" for text in texts))


def _redlines(texts: Texts) -> None:
    importlib.import_module("redlines").Redlines(*texts).output_markdown  # noqa: B018 - computed on access


def _diff_match_patch(texts: Texts) -> None:
    differ = importlib.import_module("diff_match_patch").diff_match_patch()
    differ.diff_cleanupSemantic(differ.diff_main(*texts))


def _web_monitoring(texts: Texts) -> None:
    importlib.import_module("web_monitoring_diff").html_diff_render(
        *(f"<html><body>{_paragraphs(text)}</body></html>" for text in texts)
    )


TOOLS: dict[str, tuple[str, Callable[[Texts], None]]] = {
    "wirediff": ("wirediff", _wirediff),
    "lxml.html.diff": ("lxml.html.diff", _lxml),
    "difflib": ("difflib", _difflib),
    "cydifflib": ("cydifflib", lambda texts: _difflib(texts, "cydifflib")),
    "diff-match-patch": ("diff_match_patch", _diff_match_patch),
    "redlines": ("redlines", _redlines),
    "xmldiff": ("xmldiff.main", _xmldiff),
    "web-monitoring-diff": ("web_monitoring_diff.html_render_diff", _web_monitoring),
}


def installed() -> list[str]:
    """The tools that can be imported here."""
    return [name for name, (module, _) in TOOLS.items() if _can_be_imported(module)]


def _can_be_imported(module: str) -> bool:
    try:
        importlib.import_module(module)
    except (ImportError, RuntimeError):  # web-monitoring-diff raises the latter beside another libxml2
        return False
    return True


def read(files: tuple[Path, Path]) -> Texts:
    """Both files' texts."""
    return files[0].read_text("utf-8"), files[1].read_text("utf-8")


def peak() -> int:
    """Peak memory of this process in MB; on Linux getrusage would count that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        return (
            int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1]) // 1000
        )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    tool, *paths = sys.argv[1:]
    TOOLS[tool][1](read((Path(paths[0]), Path(paths[1]))))
    print(peak())
