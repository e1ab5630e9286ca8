"""The whole command on damaged documents and any options: status 0, 1 or 2, never a traceback, never half a file.

The environment variable FUZZ_EXAMPLES says how many comparisons it makes, ten times over: 20 by default.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import Run
from tests.loading.test_fuzz import EXAMPLES, SEEDS, broken

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAIRS = [
    (next(folder.glob("reference.*")).read_bytes(), next(folder.glob("version.*")).read_bytes())
    for folder in sorted(FIXTURES.iterdir())
    if folder.joinpath("expected.json").exists()
]
COMPLETE: Mapping[str, Callable[[bytes], object]] = {
    "a.json": json.loads,
    "a.sarif": json.loads,
    "a.xml": etree.fromstring,
    "a.tei.xml": etree.fromstring,
    "a.html": lambda page: page.rstrip().endswith(b"</html>"),
    "a.md": bytes.decode,
    "a.txt": bytes.decode,
}
"""What raises an error, or is false, if a report of that name is cut short."""
NAMES = ("story.txt", "story.html", "story.md", "story.xml", "story.json", "story")
READING = [
    *(("--budget", value) for value in ("0.001", "0", "1e300", "inf", "nan")),
    *(("--set", value) for value in ("html.theme=?", "terms.glossary=none.csv", "terms", "a.b=c", "=")),
    *(("--input-format", value) for value in ("text", "html", "nitf", "none")),
    *(("-f", value) for value in ("text", "json", "xml", "html", "none")),
    ("--no-text",),
]
OPTIONS = [
    *((f"--{name}", value) for name in ("select", "ignore") for value in ("terms", "captions/duplicate", "terms/none")),
    *(("--min-confidence", value) for value in ("0", "0.9", "1", "nan", "2")),
    *(("--fail-on", value) for value in ("any", "note", "error", "never", "?")),
    *READING,
]


@st.composite
def documents(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Two documents that have something in common, one of them damaged or both."""
    reference, version = draw(st.sampled_from([*PAIRS, *((seed, seed) for seed in SEEDS)]))
    return draw(st.one_of(st.just(reference), broken([reference]))), draw(broken([version]))


@settings(
    max_examples=max(EXAMPLES // 10, 1),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    pair=documents(),
    names=st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
    options=st.lists(st.sampled_from(OPTIONS), max_size=2),
    outputs=st.sets(st.sampled_from(sorted(COMPLETE)), max_size=3),
)
def test_the_command_ends_well(
    pair: tuple[bytes, bytes],
    names: tuple[str, str],
    options: list[tuple[str, ...]],
    outputs: set[str],
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """What it wrote is whole, and nothing else remains."""
    folder = tmp_path_factory.mktemp("fuzz")
    inputs = [folder / side / name for side, name in zip(("reference", "version"), names, strict=True)]
    for path, data in zip(inputs, pair, strict=True):
        path.parent.mkdir()
        path.write_bytes(data)
    assert _ended_well(run, ["compare", *inputs], options, folder, outputs) in (0, 1, 2)


@settings(
    max_examples=max(EXAMPLES // 10, 1),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    data=broken([data for pair in PAIRS for data in pair]),
    name=st.sampled_from(NAMES),
    options=st.lists(st.sampled_from(READING), max_size=1),
    outputs=st.sets(st.sampled_from(["a.html", "a.json", "a.txt"]), max_size=3),
)
def test_loading_ends_well(
    data: bytes,
    name: str,
    options: list[tuple[str, ...]],
    outputs: set[str],
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """So do the pages and data of one document."""
    folder = tmp_path_factory.mktemp("fuzz")
    document = folder / "reference" / name
    document.parent.mkdir()
    document.write_bytes(data)
    assert _ended_well(run, ["load", document], options, folder, outputs) in (0, 2)


def _ended_well(
    run: Run, arguments: Sequence[object], options: Iterable[tuple[str, ...]], folder: Path, outputs: set[str]
) -> int:
    """The status of a command whose files are whole, and are all there unless it says why they are not."""
    targets = (word for name in sorted(outputs) for word in ("-o", folder / name))
    done = run(*arguments, *(word for option in options for word in option), *targets)
    assert "Traceback" not in done.err
    assert done.err or done.status < 2
    written = {path.name for path in folder.iterdir()} - {"reference", "version"}
    assert written <= outputs
    assert written == outputs or done.status == 2
    for name in written:
        assert COMPLETE[name]((folder / name).read_bytes()) is not False
    return done.status
