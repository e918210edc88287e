"""What one entry means to what is kept: a new article, a new revision, or nothing new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.article import Article, RawEntry
from bot.ingest.dedupe import Filed
from bot.ingest.likeness import likeness
from bot.ingest.normalise import untracked
from bot.ingest.prepared import Prepared
from bot.ports import Fingerprint, Opening
from summarizers.types import Publication


class Outcome(StrEnum):
    """What became of an entry."""

    NEW = "new"
    REVISION = "revision"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The outcome for one entry, and what to keep: nothing when it is unchanged."""

    outcome: Outcome
    article: Article | None = None
    fingerprint: Fingerprint | None = None
    linked_to: str | None = None


@dataclass(slots=True)
class Decider:
    """Decides a batch entry by entry, so that an entry also sees those before it in the same batch.

    `heads` and `candidates` are what the store knows of the batch's ids, URLs and bands; `history` holds all
    revisions of those heads that an entry of the batch differs from (see `differing`), `openings` how those
    candidates begin that may be the same text as an entry (see `worth_reading`).

    An address belongs for good to the first article that came with it. Were it to move with the newest
    revision, a file that is read again would not find what it said before.
    """

    tenant_id: str
    now: datetime
    heads: Iterable[Article]
    candidates: Iterable[Fingerprint]
    history: Iterable[Article] = ()
    openings: Mapping[str, Opening] = field(default_factory=dict)
    _revisions: dict[str, list[Article]] = field(init=False)
    _by_id: dict[str, Article] = field(init=False)
    _by_url: dict[str, Article] = field(init=False)
    _filed: Filed = field(init=False)
    _openings: dict[str, Opening] = field(init=False)

    def __post_init__(self) -> None:
        """Index what the store knows."""
        self._by_id, self._by_url, self._revisions = {}, {}, {}
        self._filed, self._openings = Filed(), {**self.openings}
        for article in self.history:
            self._revisions.setdefault(article.id, []).append(article)
        for article in sorted(self.heads, key=lambda head: head.id):
            self._remember(article)
        for fingerprint in self.candidates:
            self._filed.file(fingerprint)

    def decide(self, prepared: Prepared) -> Decision:
        """The same id, or else the same canonical URL, is the same article; a changed text is a revision.

        What an article said in an earlier revision is nothing new either: a file or feed that is read again
        tells its whole history again. A text that was really put back has another publication time.
        """
        heads = _heads(prepared, self._by_id, self._by_url)
        if not heads:
            return self._new(prepared)
        if any(_same(known, prepared.entry) for head in heads for known in self._revisions[head.id]):
            return Decision(outcome=Outcome.UNCHANGED)
        return self._revision(heads[0], prepared)

    def _new(self, prepared: Prepared) -> Decision:
        alike = self._same_text(prepared)
        article = self._article(prepared, alike.group_id if alike else prepared.id)
        return self._keep(article, prepared, Outcome.NEW, alike.article_id if alike else None)

    def _revision(self, head: Article, prepared: Prepared) -> Decision:
        fresh = self._article(prepared, head.group_id)
        article = replace(
            fresh,
            id=head.id,
            revision=head.revision + 1,
            first_seen=head.first_seen,
            title=fresh.title or head.title,
            source=fresh.source or head.source,
            url=fresh.url or head.url,
            canonical_url=head.canonical_url or fresh.canonical_url,
            published=_published(head, prepared.entry),
            language=fresh.language or head.language,
        )
        return self._keep(article, prepared, Outcome.REVISION, None)

    def _article(self, prepared: Prepared, group_id: str) -> Article:
        entry = prepared.entry
        return Article(
            tenant_id=self.tenant_id,
            id=prepared.id,
            revision=1,
            title=entry.title,
            source=entry.source,
            body=entry.body,
            clean=prepared.clean,
            group_id=group_id,
            first_seen=self.now,
            seen=self.now,
            url=untracked(entry.url),
            canonical_url=None if prepared.canonical in self._by_url else prepared.canonical,
            published=entry.published,
            language=entry.language,
        )

    def _keep(
        self, article: Article, prepared: Prepared, outcome: Outcome, linked_to: str | None
    ) -> Decision:
        fingerprint = Fingerprint(
            article_id=article.id,
            group_id=article.group_id,
            signature=prepared.signature,
            bands=self._filed.uncrowded(prepared.bands),
        )
        self._remember(article)
        self._filed.file(fingerprint)
        self._openings[article.id] = replace(prepared.opening, title=article.title)
        return Decision(outcome=outcome, article=article, fingerprint=fingerprint, linked_to=linked_to)

    def _same_text(self, prepared: Prepared) -> Fingerprint | None:
        """The kept article that is most like the entry, if one is the same text."""
        best, most = None, 0.0
        for candidate in self._filed.likeliest(prepared.signature, prepared.bands):
            opening = self._openings.get(candidate.article_id)
            alike = likeness(prepared.opening, opening) if opening else 0.0
            if alike > most:
                best, most = candidate, alike
        return best

    def _remember(self, article: Article) -> None:
        self._by_id[article.id] = article
        self._revisions.setdefault(article.id, []).append(article)
        if article.canonical_url:
            self._by_url[article.canonical_url] = article


def differing(prepared: Iterable[Prepared], heads: Iterable[Article]) -> tuple[str, ...]:
    """The ids of the heads that some entry is about and says something else than."""
    by_id = {head.id: head for head in heads}
    by_url = {head.canonical_url: head for head in by_id.values() if head.canonical_url}
    found = ((head, one.entry) for one in prepared for head in _heads(one, by_id, by_url))
    return tuple(dict.fromkeys(head.id for head, entry in found if not _same(head, entry)))


def worth_reading(prepared: Sequence[Prepared], candidates: Sequence[Fingerprint]) -> tuple[str, ...]:
    """The ids of the candidates that may be the same text as an entry."""
    filed = Filed()
    for candidate in candidates:
        filed.file(candidate)
    found = (near for one in prepared for near in filed.likeliest(one.signature, one.bands))
    return tuple(dict.fromkeys(near.article_id for near in found))


def _heads(
    prepared: Prepared, by_id: Mapping[str, Article], by_url: Mapping[str, Article]
) -> tuple[Article, ...]:
    """The article with the entry's id, then the one with its address, as far as there are such."""
    found = (by_id.get(prepared.id), by_url.get(prepared.canonical or ""))
    return tuple(head for head in found if head)


def _same(head: Article, entry: RawEntry) -> bool:
    """Whether an entry says nothing that its stored head does not; a field it leaves out says nothing."""
    return (
        entry.body == head.body
        and entry.title in {"", head.title}
        and _published(head, entry) == head.published
    )


def _published(head: Article, entry: RawEntry) -> Publication | None:
    """When a revision came out: by its entry, or as its head did where that says nothing or only assumes.

    What is found again is not news again; but a head from ahead is of the day on which it is found to be.
    """
    told, known = entry.published, head.published
    if entry.assumed and told and known and known.local_date <= told.local_date:
        return known
    return told or known
