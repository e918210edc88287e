"""Articles written in one line each, for the ledger's tests: a dated sentence ends with its deadline.

`Sarrow Post 2031-11-01: The grain truce ends on 10 November. {2031-11-10 expiry}` is one article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from bot.domain.article import Article
from bot.domain.ledger import Entry
from bot.remind.ledger import Told, absorb
from bot.remind.signals import reports_of
from summarizers.types import Deadline, Point, Publication, Section, Span, Summary

SEEN = dt.datetime(2031, 10, 1, tzinfo=dt.UTC)
_HEAD = re.compile(
    r"(?:(?P<id>\w+)#(?P<rev>\d) )?(?P<source>[^0-9]+) (?P<day>[0-9T:+-]+): (?P<body>.*)", re.DOTALL
)
_MARK = re.compile(r" ?\{(?P<date>[\d-]+)(?:\.\.(?P<end>[\d-]+))?(?P<words>[^}]*)\}")
KINDS = {"expiry", "due", "effective", "vote", "meeting", "hearing", "election", "release", "other"}


def told(line: str, number: int = 0) -> Told:
    """The article and what it says of deadlines; its id is its number, or what stands before `#revision`."""
    head = _HEAD.fullmatch(line.strip())
    assert head, line
    pieces, points, start = [], [], 0
    article_id = head["id"] or f"a{number}"
    for sentence in re.split(r"(?<=[.?!}”]) (?=[A-Z“])", head["body"]):
        text = _MARK.sub("", sentence)
        pieces.append(text)
        span = Span(article_id, start, start + len(text))
        points += [_point(mark, text, span) for mark in _MARK.finditer(sentence)]
        start += len(text) + 1
    body = " ".join(pieces)
    article = Article(
        tenant_id="local",
        id=article_id,
        revision=int(head["rev"] or 1),
        title=pieces[0],
        source=head["source"],
        body=body,
        clean=body,
        group_id=article_id,
        first_seen=SEEN,
        seen=SEEN,
        published=Publication.parse(head["day"]),
    )
    return Told(
        article=article,
        reports=reports_of(article, Summary(gist=None, points=(), dated=tuple(points), engine="t")),
    )


def _point(mark: re.Match[str], text: str, span: Span) -> Point:
    words = set(mark["words"].split())
    day = dt.date.fromisoformat(mark["date"])
    end = dt.date.fromisoformat(mark["end"]) if mark["end"] else None
    clock = next((word for word in words if ":" in word), None)
    kinds = [
        kind
        for kind in ("expiry", "due", "effective", "vote", "meeting", "hearing", "election")
        if kind in words
    ]
    deadline = Deadline(
        date=day,
        end=end,
        granularity="minute" if clock else "month" if end else "day",
        kind=kinds[0] if kinds else "other",  # type: ignore[arg-type]  # one of the literals above
        certainty="conditional" if "if" in words else "fixed",
        boundary="by" if "by" in words else "on",
        about=text,
        time=clock,
    )
    return Point(section=Section.DEADLINE, text=text, evidence=(span,), engine="t", deadline=deadline)


def ledger_of(lines: Sequence[str]) -> tuple[Entry, ...]:
    """The entries of these articles, taken in together."""
    return absorb((), [told(line, number) for number, line in enumerate(lines)])


def summed(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """Each entry as its date, its state and its disputed dates, by date."""
    found = [
        (str(entry.deadline.date), entry.state.value, *(str(other.date) for other in entry.disputed))
        for entry in entries
    ]
    return sorted(found)
