"""Pairs of written, invented articles: two outlets' copies of one text, or two texts that only look alike.

The parts stand in `tests/data/near_duplicates`: an event a file, reports that share a form in
`templates.txt`, what outlets put around a text in `outlets.txt`, pages that show no article in `stubs.txt`. A
line `{2}` of a part stands for the second paragraph of the event's wire report. Events and forms with an odd
number are the half that thresholds were chosen on; the even ones were not looked at until they were fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from bot.domain.article import RawEntry

DATA = Path(__file__).parent / "data" / "near_duplicates"

SAME = ("wire copy", "copy set anew", "rewrite", "shortened", "updated", "form, copied")
OTHER = ("follow-up", "same topic", "same form", "roundup", "no article")

_PARAGRAPH = re.compile(r"\{(\d)\}")
_CITIES = ("Velden", "Halm", "Lessing", "Port Anselm", "Ansel")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries, and whether they are one text. `number` is that of the event or form."""

    kind: str
    number: int
    one: RawEntry
    other: RawEntry

    @property
    def same(self) -> bool:
        """Whether they are to be linked."""
        return self.kind in SAME

    @property
    def held_out(self) -> bool:
        """Whether no threshold was chosen on it."""
        return self.number % 2 == 0

    @property
    def name(self) -> str:
        """What a test calls it."""
        return f"{self.number}-{self.kind.replace(' ', '-').replace(',', '')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What was written on one event: each kind's headline and text."""

    number: int
    parts: dict[str, tuple[str, str]]

    def text(self, kind: str) -> str:
        """The text of a part, with the wire's paragraphs where it names them."""
        paragraphs = self.parts["wire"][1].split("\n\n")
        return _PARAGRAPH.sub(lambda mark: paragraphs[int(mark[1]) - 1], self.parts[kind][1])

    def entry(self, kind: str, outlet: int, text: str | None = None) -> RawEntry:
        """A part as one of the outlets prints it, or another text under the part's headline."""
        return dressed(self.parts[kind][0], text or self.text(kind), outlet, f"{self.number}-{kind}-{outlet}")


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs, in a fixed order."""
    return (*_of_events(), *_of_forms(), *_roundups(), *_stubs())


@cache
def events() -> tuple[Event, ...]:
    """All events, by number."""
    files = sorted(DATA.glob("[0-9][0-9]-*.txt"))
    return tuple(Event(number=int(file.name[:2]), parts=dict(_sections(file))) for file in files)


def dressed(title: str, text: str, outlet: int, name: str) -> RawEntry:
    """A text as an outlet prints it; the number also chooses place and day of its head line."""
    source, form = _outlets()[outlet % len(_outlets())]
    city, day = _CITIES[outlet % len(_CITIES)], _DAYS[outlet % len(_DAYS)]
    body = form
    for mark, value in (("{text}", text), ("{CITY}", city.upper()), ("{city}", city), ("{day}", day)):
        body = body.replace(mark, value)
    return RawEntry(
        id=name, title=title, source=source, url=f"https://{name}.example/{outlet}", published=None, body=body
    )


def _of_events() -> Iterator[Pair]:
    for event in events():
        n, wire = event.number, event.text("wire")
        first = event.entry("wire", n)
        others = {
            "wire copy": event.entry("short", n + 3, wire),
            "copy set anew": event.entry("rewrite", n + 6, _set_anew(wire)),
            "rewrite": event.entry("rewrite", n + 1),
            "shortened": event.entry("short", n + 4),
            "updated": event.entry("update", n + 2),
            "follow-up": event.entry("followup", n + 5),
            "same topic": event.entry("other", n),
        }
        for kind, other in others.items():
            yield Pair(kind=kind, number=n, one=first, other=other)


def _of_forms() -> Iterator[Pair]:
    for number, (_, (title, form)) in enumerate(_sections(DATA / "templates.txt"), start=1):
        text, _, filled = form.partition("\n--\n")
        rows = [line.split(" | ") for line in filled.splitlines()]
        reports = [(title.format(*row), text.format(*row)) for row in rows]
        entries = [dressed(*report, number + 2 * n, f"form-{number}-{n}") for n, report in enumerate(reports)]
        for one, other in combinations(entries, 2):
            yield Pair(kind="same form", number=number, one=one, other=other)
        copied = dressed(*reports[0], number + 5, f"form-{number}-copy")
        yield Pair(kind="form, copied", number=number, one=entries[0], other=copied)


def _roundups() -> Iterator[Pair]:
    """A report against a page that holds it among reports on other events."""
    every = events()
    for n, event in enumerate(every):
        others = [every[(n + step) % len(every)].text("short") for step in (5, 11, 17, 23)]
        items = [*others[: n % 4], event.text("wire"), *others[n % 4 :]]
        page = dressed("The day in five reports", "\n\n".join(items), n, f"{event.number}-roundup")
        yield Pair(kind="roundup", number=event.number, one=event.entry("wire", n + 1), other=page)


def _stubs() -> Iterator[Pair]:
    for number, (heads, (_, text)) in enumerate(_sections(DATA / "stubs.txt"), start=1):
        titles = heads.split(" | ")
        one, other = (dressed(title, text, 6, f"stub-{number}-{n}") for n, title in enumerate(titles))
        yield Pair(kind="no article", number=number, one=one, other=other)


@cache
def _outlets() -> tuple[tuple[str, str], ...]:
    return tuple((name, form) for name, (_, form) in _sections(DATA / "outlets.txt"))


def _sections(file: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """The parts of a file: what stands in the line `== kind: title`, and the text below it."""
    for section in file.read_text("utf-8").split("== ")[1:]:
        head, _, text = section.partition("\n")
        kind, _, title = head.partition(": ")
        yield kind, (title, text.strip())


def _set_anew(text: str) -> str:
    """Other quotation marks, dashes, spelling and paragraphs, as another newsroom sets the same text."""
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019").replace("per cent", "percent")
    paragraphs = text.split("\n\n")
    return "\n".join(" ".join(paragraphs[n : n + 2]) for n in range(0, len(paragraphs), 2))
