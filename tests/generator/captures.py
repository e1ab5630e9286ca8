"""Captures of one page: what surrounds the article is what a site shows at that hour, the article stays."""

from __future__ import annotations

import random
import re

from wirediff.model import Source

TEASERS = """
Harbour master to retire after thirty years
Night buses return to Port Salter
Who will run the island school next year?
Storm closes the coast road for a second day
Council puts off vote on the fish market
Lighthouse opens to visitors in June
Five ways to cook late apples
Orvik wins the rowing cup once more
""".strip().splitlines()
OFFERS = """
Save {number}% on garden chairs this week only
New in town: rooms from {number} euros a night
Read everything for {number} euros in the first month.
""".strip().splitlines()
NOTICE = "Readers may quote up to ten lines of each article if they name the paper and the author."
"""What is the same on each capture."""
_PARAGRAPH = re.compile(r"</p>(?=\s*<p)")


def captured(page: Source, seed: str) -> Source:
    """Return a page as it was at some hour, with a notice that never changes."""
    chance = random.Random(seed)
    text = page.data.decode("utf-8")
    text = text.replace("<body>", f'<body data-session="{chance.random()}">{_above(chance)}')
    text = text.replace("</body>", f"{_below(chance)}</body>")
    return Source.from_text(_with_teaser(text, chance), page.name, "text/html")


def _above(chance: random.Random) -> str:
    clock, degrees = f"{chance.randrange(24)}:{chance.randint(10, 59)}", chance.randrange(30)
    weather = chance.choice(("sunny", "cloudy", "rain later"))
    return (
        f'<header><div class="today">Tuesday {chance.randint(1, 28)} December 2026, {clock}</div>'
        f'<div class="weather">Port Salter: {weather}, {degrees} degrees</div></header>'
    )


def _below(chance: random.Random) -> str:
    read = "".join(
        f'<li><a href="/{number}">{teaser}</a> <span>{number} hours ago</span></li>'
        for number, teaser in enumerate(chance.sample(TEASERS, 4), chance.randint(1, 9))
    )
    offer = chance.choice(OFFERS).format(number=chance.randint(2, 60))
    return (
        f'<aside class="most-read"><h2>Most read</h2><ol>{read}</ol></aside>'
        f'<section class="comments"><h2>{chance.randint(0, 99)} comments</h2></section>'
        f'<div class="ad-slot" id="slot-{chance.randrange(10**6)}"><p>{offer}</p></div>'
        f'<footer class="site-footer"><p>{NOTICE}</p>'
        f"<p>{chance.randint(100, 999)} people are reading this now.</p></footer>"
    )


def _with_teaser(text: str, chance: random.Random) -> str:
    """Put a teaser between two paragraphs, where the site has no other."""
    teaser = f'</p><aside class="related"><a href="/also">{chance.choice(TEASERS)}</a></aside>'
    return _PARAGRAPH.sub(teaser, text, count=1)
