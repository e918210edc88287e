"""What may be shown is worded only while it can still be chosen: wording is most of what a bullet costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import Final

from summarizers.sections.selection import Candidate, Fact, Ranked, admit, is_same
from summarizers.types import SECTIONS, Section


class Offer:
    """A fact that becomes a candidate when it is worded, or None where it cannot be told."""

    __slots__ = ("fact", "worded")

    def __init__(self, fact: Fact, worded: Callable[[], Candidate | None]) -> None:
        self.fact: Final = fact
        self.worded: Final = worded


def ranked(offers: Iterable[Offer]) -> Ranked:
    """The facts that `offers` state, each once, with all the evidence for it, the heaviest first."""
    found: dict[Section, list[Candidate]] = {}
    for section, own in _by_section(offers).items():
        kept = found[section] = list[Candidate]()
        for candidate in _heaviest_first(own):
            admit(kept, candidate)
    return found


def ranked_as_asked(offers: Iterable[Offer]) -> Ranked:
    """As `ranked`, but each fact is worded when it is first looked at; all `offers` are of one article.

    There a repetition adds nothing to what it repeats, so none is worded that can be told by its stems.
    """
    return {section: _Facts(own) for section, own in _by_section(offers).items()}


def _by_section(offers: Iterable[Offer]) -> dict[Section, list[Offer]]:
    found: dict[Section, list[Offer]] = {section: [] for section in SECTIONS}
    for offer in offers:
        found[offer.fact.section].append(offer)
    return found


class _Facts:
    """The facts of one section of one article, the heaviest first, looked at as often as one likes."""

    __slots__ = ("_kept", "_worded")

    def __init__(self, offers: Sequence[Offer]) -> None:
        self._kept: list[Candidate] = []
        self._worded = _heaviest_first(offers, self._is_known)

    def __iter__(self) -> Iterator[Candidate]:
        """Each fact in turn, worded now if nobody has looked so far yet."""
        at = 0
        while at < len(self._kept) or self._found_another():
            yield self._kept[at]
            at += 1

    def _found_another(self) -> bool:
        for one in self._worded:
            if not self._is_known(one.fact):
                self._kept.append(one)
                return True
        return False

    def _is_known(self, fact: Fact) -> bool:
        for other in self._kept:  # noqa: SIM110 - a generator takes longer than what it asks
            if is_same(other.fact, fact):
                return True
        return False


def _heaviest_first(
    offers: Sequence[Offer], is_known: Callable[[Fact], bool] = lambda _fact: False
) -> Iterator[Candidate]:
    """The candidates that `offers` become, by what they weigh in words; none of what `is_known` by then."""
    queue: list[tuple[float, bool, int, Offer | Candidate]] = [
        (-offer.fact.weight, False, place, offer) for place, offer in enumerate(offers)
    ]
    heapify(queue)
    while queue:
        _, _, place, one = heappop(queue)
        if isinstance(one, Candidate):
            yield one
        elif not is_known(one.fact):
            candidate = one.worded()
            if candidate is not None:
                heappush(queue, (-candidate.point.weight, True, place, candidate))
