"""Made-up articles for the benchmarks: about 500 words each, the same at every run; nothing is read."""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

SENTENCES = 24
VOCABULARY = 8_000
COPIED = 10
"""One article in so many is a wire copy of an earlier one."""

TELLING = 5
"""One sentence in so many is of the kind that briefings quote."""

_TELLING = (
    "{a} and {b} agreed to suspend the levy on {w} for {n} months.",
    "{a} rejected the demand of {b} and threatened to close the {w}.",
    "The arrangement on {w} between {a} and {b} expires on {day}.",
    "A vote on the {w} is scheduled for {day}, said {b}.",
    "{a} hopes to sign a deal with {b} on {w} by the end of the month.",
)


class Desk:
    """Writes articles; events of several articles each are spread over the hours before `until`."""

    def __init__(self, until: datetime, hours: int, per_event: int = 4) -> None:
        self.dice = random.Random(7)  # noqa: S311 - the same text at every run, nothing secret
        letters = "abdefghiklmnoprstuv"
        self.words = ["".join(self.dice.choices(letters, k=3 + n % 7)) for n in range(VOCABULARY)]
        # Added up once: `choices` would add all of them up again for every sentence.
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self.until, self.hours, self.per_event = until, hours, per_event
        self.bodies: deque[str] = deque(maxlen=200)

    def articles(self, number: int) -> Iterator[dict[str, str]]:
        """So many articles as objects that `communique ingest` reads."""
        for n in range(number):
            event = random.Random(n // self.per_event)  # noqa: S311 - as above
            names = [word.title() for word in event.choices(self.words[100:], k=4)]
            at = self.until - timedelta(hours=self.hours) * (number - n - 1) / number
            yield {
                "id": f"article-{n}",
                "title": " ".join([*names[:2], *self._drawn(5)]),
                "source": f"Outlet {n % 37}",
                "url": f"https://outlet-{n % 37}.example/{at:%Y/%m/%d}/{n}?utm_source=feed",
                "published": at.isoformat(timespec="seconds"),
                "body": self._body(names, at),
            }

    def _body(self, names: list[str], at: datetime) -> str:
        if self.bodies and self.dice.randrange(COPIED) == 0:
            return f"(Wire) {self.dice.choice(self.bodies)} All rights reserved."
        text = "\n\n".join(
            " ".join(self._sentence(names, at) for _ in range(4)) for _ in range(SENTENCES // 4)
        )
        self.bodies.append(text)
        return text

    def _sentence(self, names: list[str], at: datetime) -> str:
        day = at + timedelta(days=self.dice.randrange(3, 60))
        if self.dice.randrange(TELLING) == 0:
            a, b = self.dice.sample(names, 2)
            word = self._drawn(1)[0]
            pattern = self.dice.choice(_TELLING)
            return pattern.format(a=a, b=b, w=word, n=self.dice.randrange(2, 40), day=f"{day:%-d %B}")
        chosen = self._drawn(self.dice.randrange(16, 32))
        return " ".join([chosen[0].title(), *chosen[1:], self.dice.choice(names)]) + "."

    def _drawn(self, number: int) -> list[str]:
        return self.dice.choices(self.words, cum_weights=self.weights, k=number)


UNTIL = datetime(2025, 11, 3, 12, tzinfo=UTC)


def write(path: Path, number: int, hours: int) -> int:
    """Write so many articles of the hours before `UNTIL` to a file; return the words in them."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for article in Desk(UNTIL, hours).articles(number):
            words += len(article["body"].split())
            file.write(json.dumps(article) + "\n")
    return words
