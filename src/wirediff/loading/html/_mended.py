"""Where libxml2's tree of a page differs from HTML5's so that a reader would miss something.

libxml2 knows the elements of HTML4 only. A `main` or `figure` that begins a page without `<body>` stays in its head;
what comes after `</body>` is outside of the body and of all that is open, and all after `</html>` is lost.

Why no other parser makes the tree: on 416 news pages lexbor (selectolax) finds the same words in the same order. Of
html5lib's 1,592 tests of trees 49 had other words, now 39: character data in drawings (20), framesets, `plaintext`.
What else differs (a `p` that a `figure` should end, text that HTML5 moves out of tables) changes the blocks of 3 of the
416 pages. lexbor does not say on which line an element is, turbohtml is young and its tree is not lxml's, html5lib
takes 30 times as long, and html5-parser's wheel does not load beside that of lxml.
"""

from __future__ import annotations

import re
from itertools import dropwhile

from lxml import etree
from lxml.etree import _Element

_END = re.compile(rb"</(?:body|html)\b[^>]*>?", re.IGNORECASE)
_STREAMED = "S:"
_HEAD = frozenset({"base", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"})
_FRAMES = frozenset({"frameset", "noframes"})


def without_ends(data: bytes) -> bytes:
    """The bytes of a page, its ends of body and page blank: HTML5 goes on after them in the element that is open."""
    return _END.sub(lambda end: b" " * len(end[0]), data)


def mend(root: _Element) -> None:
    """Put into the body of a page what libxml2 leaves in its head or before its body."""
    head, body = root.find("head"), root.find("body")
    begun = [] if head is None else list(dropwhile(lambda each: each.tag in _HEAD, head))
    before = [each for each in root if each is not head and each is not body and each.tag not in _FRAMES]
    first = next(iter((*begun, *before)), None)
    if first is None:
        return
    if body is None:
        body = etree.SubElement(root, "body")
        body.sourceline = first.sourceline
    text, body.text = body.text, None
    body[:0] = [*begun, *before]
    last = body[len(begun) + len(before) - 1]
    last.tail = f"{last.tail or ''}{text or ''}"


def put_streamed(root: _Element) -> None:
    """Put what React sends at the end of a page where its scripts put it in a browser.

    The content of the hidden `div` "S:4" belongs where the template "B:4" or "P:4" is. Without that, a part of an
    article would be hidden, and come after the page's footer. The first one is always the body's own child.
    """
    if not any(each.get("id", "").startswith(_STREAMED) for each in root.iterfind("body/div")):
        return
    places = {place.get("id"): place for place in root.iter("template")}
    for part in list(root.iter("div")):
        name = part.get("id", "").removeprefix(_STREAMED)
        place = places.get(f"B:{name}", places.get(f"P:{name}"))
        if place is None or part.get("hidden") is None or part in place.iterancestors():
            continue
        place.tag = "span"
        place.text, part.text = part.text, None
        place.extend(part)
