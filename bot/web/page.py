"""A post as one self-contained HTML page: no script, no request to anywhere, fit for phone and paper.

Every value enters the template through `shown` and is then escaped; a link is made of nothing but what
`web_link` lets through. The page's own policy allows no source of anything but its one style sheet, by hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.domain.parts import blocks_in_order, facts_of, numbers_of, quotes_of, sources_of
from bot.domain.post import Post
from bot.domain.shown import shown, shown_lines, web_link
from bot.texts import count, say
from bot.web.timeline import timeline
from summarizers.types import Deadline, Granularity

if TYPE_CHECKING:
    from jinja2 import Environment, Template


_CLOCK = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_OFFSET = re.compile("Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]")


def render_page(post: Post) -> str:
    """The page of a post; the same post always gives the same page.

    Sections stand in their fixed order, then the stories, then the numbered sources. Each bullet opens to its
    verbatim quotes; its numbers lead to the sources, and these to the articles where the address is safe.
    """
    sheet = _sheet()
    name, _, day = post.title.partition(" · ")
    blocks = blocks_in_order(post)
    deadlines = [line.deadline for block in blocks for line in block.lines if line.deadline]
    return sheet.template.render(
        post=post,
        name=name,
        day=day,
        blocks=blocks,
        sources=sources_of(post),
        timeline=timeline(deadlines, post.day),
        policy=sheet.policy,
        style=sheet.style,
    )


def moment(deadline: Deadline) -> str:
    """The value of a `datetime` attribute, as coarse as the deadline (HTML standard, "valid date string")."""
    first = deadline.date
    coarse: dict[Granularity, str] = {
        "year": f"{first:%Y}",
        "month": f"{first:%Y-%m}",
        "week": "{0.year:04}-W{0.week:02}".format(first.isocalendar()),
    }
    whole = coarse.get(deadline.granularity, first.isoformat())
    if deadline.time is None or _CLOCK.fullmatch(deadline.time) is None:
        return whole
    offset = deadline.tz if deadline.tz and _OFFSET.fullmatch(deadline.tz) else ""
    return f"{first.isoformat()}T{deadline.time}{offset}"


@dataclass(frozen=True, slots=True)
class _Sheet:
    template: Template
    policy: str
    style: str


@cache
def _sheet() -> _Sheet:
    """The template, its style sheet, and the content security policy that allows this style sheet only."""
    from markupsafe import Markup

    environment = _environment()
    style = environment.get_template("page.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    sources = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:"
    policy = f"{sources}; base-uri 'none'; form-action 'none'"
    trusted = Markup(style)  # noqa: S704  # our own style sheet, shipped with the package
    return _Sheet(environment.get_template("page.html"), policy, trusted)


def _environment() -> Environment:
    """Templates that escape everything and show strangers' text harmlessly."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("bot.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {"count": count, "say": say}
    views = {"facts_of": facts_of, "moment": moment, "numbers_of": numbers_of, "quotes_of": quotes_of}
    environment.globals.update(words | views)
    environment.filters.update(shown=shown, lines=shown_lines, link=web_link)
    return environment


def _harmless(value: object) -> object:
    """Any text but what jinja2 has already made safe, as `shown`."""
    return shown(value) if type(value) is str else value
