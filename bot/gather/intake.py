"""What several looks found at the same time is stored together: one transaction, one sync."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.article import RawEntry
from bot.gather.together import Together
from bot.ingest.pipeline import Ingest, Report

MOST = 16
"""Looks whose articles go together: at most some hundreds of articles, as in a batch of a file."""

Found = tuple[str, Sequence[RawEntry]]
"""A tenant, and what one look found for it."""


@dataclass(slots=True, kw_only=True)
class Intake:
    """Hands articles to ingest."""

    ingest: Ingest
    together: Together[Found, Report] = field(init=False)

    def __post_init__(self) -> None:
        """Make the line in which they wait."""
        self.together = Together(act=self._together, most=MOST)

    async def keep(self, tenant_id: str, entries: Sequence[RawEntry]) -> Report:
        """As `Ingest.keep`."""
        return await self.together.run((tenant_id, entries)) if entries else Report()

    async def _together(self, found: Sequence[Found]) -> list[Report]:
        reports: dict[int, Report] = {}
        for tenant_id in dict.fromkeys(whose for whose, _ in found):
            places = [n for n, (whose, _) in enumerate(found) if whose == tenant_id]
            kept = await self.ingest.keep_all(tenant_id, [found[n][1] for n in places])
            reports.update(zip(places, kept, strict=True))
        return [reports[n] for n in range(len(found))]
