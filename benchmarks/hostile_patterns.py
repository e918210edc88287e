"""How long every regular expression of the packages takes on texts made to keep it busy, as a table.

    python benchmarks/hostile_patterns.py [--all] [--seed N]

Articles, feeds and messages are strangers' texts, so no pattern may take more than quadratic time. Tried
are those that a module holds, or makes when it is asked; not those of bytes, or written where they are
searched for. Each is searched for (matched, where only a match at a place is asked) in texts made of its
own parts and in general ones, of 1,000 characters and the worst of them of 4,000: `growth` is how many
times longer these take (4 is linear, 16 quadratic). Printed are those that take longer than a hundredth of
a second; all with `--all`.
Seconds are of the processor, so other work beside it changes little.

The exit status is 1 if one grows faster than quadratically, or takes longer than a second for 4,000
characters.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.hostile_texts import attacks, text
from benchmarks.patterns_found import Found, patterns

SHORT, LONG = 1_000, 4_000
"""Characters."""
LIMIT: Final = 1.0
"""Seconds for the long texts; the slowest quadratic pattern took half of that where it was measured."""
FASTEST: Final = 40.0
"""Growth beyond that of a quadratic pattern, with what a busy machine adds."""
SHOWN, SURE = 0.01, 0.05
"""Seconds from which a reading is shown, and from which its growth tells something."""
_WORST: Final = 3


class Reading(NamedTuple):
    """Seconds for a long text, how many times those for a short one, and the attack that it is made of."""

    seconds: float
    growth: float
    attack: tuple[str, str, str]

    @property
    def is_bad(self) -> bool:
        """Whether a stranger's text could keep the pattern busy."""
        return self.seconds > LIMIT or (self.seconds > SURE and self.growth > FASTEST)


def worst(found: Found, seed: int) -> Reading:
    """The slowest reading of a pattern; one that is too slow for a short text is enough."""
    tried: list[tuple[float, tuple[str, str, str]]] = []
    for one in attacks(found.pattern, seed):
        tried.append((_seconds(found, text(one, SHORT)), one))
        if tried[-1][0] > LIMIT:
            break
    slowest = sorted(tried, reverse=True)[:_WORST]
    return max(_reading(found, short, attack) for short, attack in slowest)


def _reading(found: Found, short: float, attack: tuple[str, str, str]) -> Reading:
    long = min(_seconds(found, text(attack, LONG)) for _ in range(2)) if short < LIMIT else short
    return Reading(long, long / max(short, 1e-6), attack)


def _seconds(found: Found, hostile: str) -> float:
    asked = found.pattern.match if found.anchored else found.pattern.search
    began = time.process_time()
    with _no_longer_than(2 * LIMIT):
        asked(hostile)
        if not found.anchored:
            for _ in found.pattern.finditer(hostile):
                pass
    return time.process_time() - began


class _TooLongError(Exception):
    pass


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLongError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except _TooLongError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main() -> int:
    """Print the table; 1 if a pattern is too slow."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all", action="store_true", help="also what takes no time")
    parser.add_argument("--seed", type=int, default=0, help="other texts")
    options = parser.parse_args()
    found = patterns()
    readings = sorted(
        ((worst(one, options.seed), one) for one in found), reverse=True, key=lambda row: row[0]
    )
    print(f"{'module':45}{'name':28}{'asked':8}{'seconds':>8}{'growth':>8}  at")
    for reading, one in readings:
        if options.all or reading.seconds > SHOWN:
            print(_row(reading, one))
    bad = sum(reading.is_bad for reading, _ in readings)
    print(f"{len(found)} patterns, {bad} too slow")
    return 1 if bad else 0


def _row(reading: Reading, found: Found) -> str:
    asked = "match" if found.anchored else "search"
    mark = "!" if reading.is_bad else " "
    head, piece, end = reading.attack
    at = f"{head[-30:]!r} + {piece[:30]!r} + {end!r}"
    return f"{found.module:45}{found.name:28}{asked:8}{reading.seconds:8.3f}{reading.growth:7.1f}x{mark} {at}"


if __name__ == "__main__":
    sys.exit(main())
