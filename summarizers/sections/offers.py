"""What may be shown is worded only while it can still be chosen: wording is most of what a bullet costs."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from summarizers.sections.selection import Candidate, Ranked, admit, is_same
from summarizers.types import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What becomes a candidate when it is worded, or None where it cannot be told.

    `plain` is the candidate without its words: its section, deadline, article and stems are those of the
    worded one, which weighs as much or less.
    """

    plain: Candidate
    worded: Callable[[], Candidate | None]


def ranked(offers: Iterable[Offer], wanted: int | None = None) -> Ranked:
    """The facts that `offers` state, each once, with all the evidence for it, the heaviest first.

    Where all offers are of one article, `wanted` tells how many agreements and how many tensions can be shown
    at most: neither more are worded, nor what only repeats a heavier one.
    """
    found: dict[Section, list[Candidate]] = {section: [] for section in Section}
    queue: list[tuple[float, bool, int, Offer | Candidate]] = [
        (-offer.plain.point.weight, False, place, offer) for place, offer in enumerate(offers)
    ]
    heapify(queue)
    while queue:
        _, _, place, one = heappop(queue)
        if isinstance(one, Candidate):
            admit(found[one.point.section], one)
        elif wanted is None or _can_be_shown(one.plain, found[one.plain.point.section], wanted):
            candidate = one.worded()
            if candidate is not None:
                heappush(queue, (-candidate.point.weight, True, place, candidate))
    return found


def _can_be_shown(plain: Candidate, kept: Sequence[Candidate], wanted: int) -> bool:
    """Whether there is room behind `kept`, all at least as heavy, and none of them states the same fact.

    There is room for every deadline: they are listed too.
    """
    room = plain.point.section is Section.DEADLINE or len(kept) < wanted
    return room and not any(is_same(other, plain) for other in kept)
