"""What of a briefing does not hold any more, by the ledger and by what its articles say now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.article import Article
from bot.domain.briefing import Briefing, Item
from bot.domain.correction import Correction, Wrong
from bot.domain.ledger import Entry, EntryState, Signal
from summarizers.types import Deadline


def corrections_of(
    briefing: Briefing, entries: Sequence[Entry], fresh: Mapping[str, Article]
) -> tuple[Correction, ...]:
    """What of a briefing does not hold any more, by articles that came in since it was shown.

    A deadline by what the ledger knows of it; any other bullet only if every article that it quotes was
    changed and none holds its sentence any more.
    """
    found = (_moved(item, entries, fresh) or _withdrawn(item, fresh) for item in briefing.items)
    return tuple(one for one in found if one)


def _moved(item: Item, entries: Sequence[Entry], fresh: Mapping[str, Article]) -> Correction | None:
    deadline = item.bullet.deadline
    if deadline is None:
        return None
    for entry in entries:
        if not _told_by(entry, item):
            continue
        off = entry.state is EntryState.CALLED_OFF
        teller = _teller(entry, fresh)
        if teller in fresh and (off or not _may_be(entry, deadline)):
            wrong = Wrong.CALLED_OFF if off else Wrong.MOVED
            day = None if off else entry.deadline.date
            return Correction(item_key=item.key, wrong=wrong, source=fresh[teller].source, day=day)
    return None


def _teller(entry: Entry, fresh: Mapping[str, Article]) -> str:
    """The article by which it was called off, or moved to the date that holds; empty if none did.

    What was put off `to December` gets its day by a report that moves nothing: that counts if undisputed.
    """
    off = entry.state is EntryState.CALLED_OFF
    kind, day = (Signal.CALLED_OFF, None) if off else (Signal.MOVED, entry.deadline.date)
    tellers = (one.article_id for one in reversed(entry.history) if one.kind is kind and one.after == day)
    told = next((one for one in tellers if one), "")
    return told or ("" if off or entry.disputed else _giving(entry, fresh))


def _giving(entry: Entry, fresh: Mapping[str, Article]) -> str:
    """The newest article since that gives the date which holds; empty if none does."""
    found = [
        (one.published.local_date, one.article_id)
        for one in entry.reports
        if one.article_id in fresh and one.deadline and one.deadline.date == entry.deadline.date
    ]
    return max(found, default=(None, ""))[1]


def _may_be(entry: Entry, deadline: Deadline) -> bool:
    """Whether the day that was told holds, or is what some outlets still say."""
    return deadline.date in {one.date for one in (entry.deadline, *entry.disputed)}


def _told_by(entry: Entry, item: Item) -> bool:
    """Whether one of the bullet's articles reported this deadline with the bullet's date."""
    cited = {(citation.article_id, citation.revision) for citation in item.bullet.citations}
    day = item.bullet.deadline.date if item.bullet.deadline else None
    return any(
        (report.article_id, report.revision) in cited and report.deadline and report.deadline.date == day
        for report in entry.reports
    )


def _withdrawn(item: Item, fresh: Mapping[str, Article]) -> Correction | None:
    citations = item.bullet.citations
    gone = [fresh.get(one.article_id) for one in citations]
    heads = [head for head in gone if head]
    if len(heads) < len(citations):
        return None
    if any(one.quote in head.body for one, head in zip(citations, heads, strict=True)):
        return None
    return Correction(item_key=item.key, wrong=Wrong.WITHDRAWN, source=heads[0].source)
