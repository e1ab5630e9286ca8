"""ninjs, news in JSON (IPTC ninjs 1.x, 2.x and 3.x)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import parts
from wirediff.loading.sources._decode import decode
from wirediff.model import Article, Block, Metadata, Source

_REACH = 4096
"""Characters among which the opening brace is, whatever white space comes before it."""
_CONTENT = ("headline", "body", "bodies", "description")
"""How the names of fields with text begin; a suffix may say whose or in what form: `headline_main`, `body_xhtml`."""
_IDENTITY = ("uri", "guid")
_MARKED = ("xhtml", "html", "richtext")
_MAIN = ("main", "caption")
_SHORT = ("short", "slug", "seo")


def load(source: Source) -> Article | None:
    """The story of a ninjs object, or None where the source is not one."""
    decoded = decode(source)
    if not decoded.beginning(_REACH).startswith("{"):
        return None
    try:
        item = json.loads(decoded.text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(item, dict) or not any(key in item for key in _IDENTITY):
        return None
    if not any(key.startswith(_CONTENT) for key in item):
        return None
    builder = Builder()
    _add_text(builder, item)
    for picture in _associated(item):
        _add_picture(builder, picture)
    return builder.article(
        source,
        encoding=decoded.encoding,
        metadata=_metadata(item),
        language=_string(item.get("language")),
        notes=decoded.notes,
    )


def _add_text(builder: Builder, item: dict[str, Any]) -> None:
    """Headline, byline and body; a picture item has a caption instead."""
    form, body = _body(item)
    if body and form != "text":
        from wirediff.loading.html import fragment

        builder.extend(fragment(body))
    elif body:
        for part in parts(units(body)):
            builder.add(part.kind, part.text, path="$.body", line=part.line)
    headline, byline = _first_of(item, "headline", "headlines"), _string(item.get("byline"))
    described = [Block("", "headline", headline, path="$.headline")] if headline else []
    builder.lead([*described, *([Block("", "byline", byline, path="$.byline")] if byline else [])])
    if not body and _string(item.get("type")) in ("picture", "graphic", "video"):
        _add_picture(builder, item)


def _body(item: dict[str, Any]) -> tuple[str, str | None]:
    """The form of the body that holds most, `html` or `text`, and the body in it."""
    named = {key: text for key in item if key.startswith("body") and (text := _string(item[key]))}
    for key in sorted(named, key=lambda key: not key.endswith(_MARKED)):
        return ("html" if key.endswith(_MARKED) else "text"), named[key]
    bodies = [body for body in _list(item.get("bodies")) if isinstance(body, dict)]
    for marked in (True, False):
        for body in bodies:
            text = _string(body.get("value"))
            if text and ("html" in str(body.get("contenttype", ""))) == marked:
                return ("html" if marked else "text"), text
    return "text", None


def _associated(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The associated pictures: named ones in ninjs 1.x, a list from 2.0 on."""
    associations = item.get("associations")
    found = list(associations.values()) if isinstance(associations, dict) else _list(associations)
    for each in found:
        if isinstance(each, dict) and _string(each.get("type")) in ("picture", "graphic", "video", None):
            yield each


def _add_picture(builder: Builder, picture: dict[str, Any]) -> None:
    figure = builder.figure(_rendition(picture), _string(picture.get("headline")))
    caption = _first_of(picture, "description", "descriptions") or _first_of(picture, "body", "bodies")
    builder.add_caption(caption, path="$.associations", figure=figure)
    credit = _string(picture.get("creditline")) or _described_credit(picture) or _string(picture.get("byline"))
    builder.add("credit", credit, path="$.associations", figure=figure)


def _described_credit(picture: dict[str, Any]) -> str | None:
    """The credit line among several descriptions."""
    found = (each for each in _list(picture.get("descriptions")) if isinstance(each, dict))
    return next((_string(each.get("value")) for each in found if str(each.get("role")).endswith("creditline")), None)


def _rendition(picture: dict[str, Any]) -> str | None:
    renditions = picture.get("renditions")
    found = list(renditions.values()) if isinstance(renditions, dict) else _list(renditions)
    links = (_string(each.get("href")) for each in found if isinstance(each, dict))
    return next(filter(None, links), _string(picture.get("uri")))


def _metadata(item: dict[str, Any]) -> Metadata:
    subjects = [each for each in _list(item.get("subject") or item.get("subjects")) if isinstance(each, dict)]
    byline = _string(item.get("byline"))
    return Metadata(
        bylines=(byline,) if byline else (),
        dateline=_string(item.get("located")),
        published=_any_of(item, "firstcreated", "firstCreated", "versioncreated", "versionCreated"),
        modified=_any_of(item, "contentmodified", "contentModified", "versioncreated", "versionCreated"),
        publisher=_any_of(item, "copyrightholder", "copyrightHolder"),
        url=_any_of(item, "link", "uri"),
        section=next(filter(None, (_string(subject.get("name")) for subject in subjects)), None),
    )


def _any_of(item: dict[str, Any], *names: str) -> str | None:
    """The first of the fields that has a text; ninjs 3 writes names in camel case."""
    return next(filter(None, (_string(item.get(name)) for name in names)), None)


def _first_of(item: dict[str, Any], old: str, new: str) -> str | None:
    """A text by its name of ninjs 1.x, with or without a suffix, or the main one of the list of newer versions."""
    named = (_string(item[key]) for key in item if key.startswith(f"{old}_") and not key.endswith(_SHORT))
    return next(filter(None, (_string(item.get(old)), _main_of(item.get(new)), *named)), None)


def _main_of(values: Any) -> str | None:
    """Of several texts the one whose role says that it is the main one or a caption, else the longest."""
    texts = [
        (str(each.get("role", "")).endswith(_MAIN), len(text), text)
        for each in _list(values)
        if isinstance(each, dict) and (text := _string(each.get("value")))
    ]
    return max(texts, key=lambda text: text[:2])[2] if texts else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: Any) -> str | None:
    """A text, or None for anything else and for an empty one."""
    return value.strip() or None if isinstance(value, str) else None
