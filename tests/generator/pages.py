"""Stories set as pages of invented news sites, by the templates of a data file, or as plain text."""

from __future__ import annotations

import html
import re
import tomllib
from functools import cache, partial
from pathlib import Path
from string import Template
from typing import Any

from tests.generator.stories import Picture, Story
from wirediff.model import Source

DATA = Path(__file__).parent / "data" / "templates.toml"
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_OWN_LINK = re.compile(r"\]\((?=/)")
WIRE = "wire"
"""Plain text, in which a picture's lines stand together."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text("utf-8"))


def sites() -> list[str]:
    """The names of all templates."""
    return [name for name in _data() if name != "furniture"] + [WIRE]


def page(story: Story, site: str) -> Source:
    """The story as `site` prints it."""
    if site == WIRE:
        return Source.from_text(_wire(story), "wire.txt")
    template = _data()[site]
    set_item = partial(_item, template, site)
    parts = {name: html.escape(getattr(story, name)) for name in ("headline", "deck", "byline", "day", "published")}
    text = Template(template["page"]).substitute(
        parts,
        language=story.language,
        body="\n".join(map(set_item, story.items)),
        **_data()["furniture"][story.language],
    )
    return Source.from_text(text, f"{site}.html", "text/html")


def _item(template: dict[str, Any], site: str, item: str | Picture) -> str:
    if isinstance(item, Picture):
        return _figure(template, item)
    own = _OWN_LINK.sub(f"](https://{site}.example", html.escape(item, quote=False))
    return Template(template["paragraph"]).substitute(text=_LINK.sub(r'<a href="\2">\1</a>', own))


def _figure(template: dict[str, Any], shown: Picture) -> str:
    stem, dot, suffix = shown.image.rpartition(".")
    parts = {name: html.escape(value) for name, value in shown._asdict().items() if isinstance(value, str)}
    forms = template["controls"]
    labels = [Template(forms[min(n, len(forms) - 1)]).substitute(label=label) for n, label in enumerate(shown.controls)]
    return Template(template["figure"]).substitute(
        parts,
        stem=stem,
        suffix=f"{dot}{suffix}",
        controls=" ".join(labels),
        control_1="".join(labels[:1]),
        control_2=" ".join(labels[1:]),
        again=Template(template["again"]).substitute(parts) if shown.credit_again else "",
        twice=Template(template["twice"]).substitute(parts) if shown.caption_again else "",
        overlay="<dialog><p>{caption}</p><p>{credit}</p></dialog>".format(**parts) if shown.overlay else "",
    )


def _wire(story: Story) -> str:
    parts = [story.headline, story.deck, story.byline, story.day]
    parts += ["\n".join(_lines(item)) if isinstance(item, Picture) else _LINK.sub(r"\1", item) for item in story.items]
    return "\n\n".join(parts) + "\n"


def _lines(shown: Picture) -> list[str]:
    again = [shown.credit] * shown.credit_again + [shown.caption_again] * bool(shown.caption_again)
    return [shown.caption, shown.credit, *shown.controls, *again]
