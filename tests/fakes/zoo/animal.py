"""One feed or page of the zoo: what its server answers, and what is to be kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.source import Health
from tests.fakes.hostile_web import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An ordinary answer. In a text `{here}` stands for the address of its folder, `{front}` for its host."""

    body: str | bytes
    type: str = "application/rss+xml"
    status: str = "200 OK"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article that is to be kept. `text` is in its body, `published` how its date reads, "" for none.

    `path` is the end of its address, None if it has none; `hides` is not in its body.
    """

    title: str
    text: str = ""
    published: str | None = None
    path: str | None = ""
    hides: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    """`answers` says what stands at each path of its folder; `start` is the one that is listed as a source.

    `end` is the path at which the source is to be in the end, when it moves.
    """

    name: str
    answers: Mapping[str, Answer | Act]
    told: tuple[Told, ...] = ()
    health: Health = Health.OK
    start: str = "feed"
    end: str = ""


def rss(*items: str, channel: str = "", declared: str = "", root: str = '<rss version="2.0">') -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f"{declared}{root}<channel><title>The Quay</title>{channel}{inside}</channel></rss>"


def item(
    title: str = "Pier one opens",
    text: str = "Pier one opened on Monday.",
    date: str = "Mon, 10 Nov 2025 08:30:00 +0100",
    link: str = "{here}/1",
    more: str = "<guid isPermaLink='false'>1</guid>",
) -> str:
    """The parts of an RSS item; an empty one is left out."""
    parts = {"title": title, "link": link, "description": text, "pubDate": date}
    return "".join(f"<{name}>{value}</{name}>" for name, value in parts.items() if value) + more


def one(
    name: str, *items: str, told: Told | tuple[Told, ...] = (), health: Health = Health.OK, channel: str = ""
) -> Animal:
    """An animal that is one RSS feed."""
    kept = told if isinstance(told, tuple) else (told,)
    return Animal(
        name=name, answers={"feed": Answer(body=rss(*items, channel=channel))}, told=kept, health=health
    )


def plain(name: str, body: str | bytes, *told: Told, type: str = "application/rss+xml") -> Animal:
    """An animal that is one answer with that body."""
    return Animal(name=name, answers={"feed": Answer(body=body, type=type)}, told=told)


PIER = Told(
    title="Pier one opens",
    text="Pier one opened on Monday.",
    published="2025-11-10T08:30:00+01:00",
    path="/1",
)
"""What the ordinary item comes to."""


def story(about: str, paragraphs: int = 6) -> str:
    """Paragraphs of an article about something, as HTML."""
    said = (
        "The council of Velden spoke about {0} on Monday, and nobody objected to the plan as it stands.",
        "Work on {0} is to begin in spring, the harbour master said, when the ice on the river has gone.",
        "Residents asked who would pay for {0}; the treasurer answered that the money was put aside long ago.",
        "A second meeting on {0} is planned, and the minutes of the first one were read to the public.",
        "Shipping companies had asked for {0} for years, and their speaker called the day a good one.",
        "Those who doubt that {0} will be ready in time point to the old bridge, which took nine years.",
    )
    return "".join(f"<p>{said[n % len(said)].format(about)}</p>" for n in range(paragraphs))


def web_page(title: str, body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'><head><title>{title} | The Quay</title>{head}</head><body><header><nav>"
        f"<a href='/'>Home</a> <a href='/ships'>Ships</a></nav></header><main><article><h1>{title}</h1>{body}"
        "</article></main><footer>All rights reserved by the Quay.</footer></body></html>"
    )
