"""From what a source and its page say to the entry that ingest keeps."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

from bot.domain.article import MAX_BODY_CHARS, RawEntry
from bot.domain.fetched import DatedBy, Item, Page, Reading
from bot.domain.source import Source
from bot.gather.misdated import is_far
from summarizers.types import Publication

MAX_TITLE_CHARS = 500
"""A longer title is text that stands in the wrong place: it is cut, for the body has it."""

MAX_OUTLET_CHARS = 200

_SAID = frozenset({DatedBy.JSON_LD, DatedBy.META})


def entry_of(
    item: Item, page: Page | None, source: Source, reading: Reading, *, instead: datetime | None = None
) -> RawEntry | None:
    """The entry of an item, with the text of its page where that says more; None if neither says anything.

    `instead` is when a misdated item was found: it is of then, unless its page has a date that can be.
    """
    text = longer(page.text if page and not page.stub else "", item.text)
    body = text or (page.text if page else "") or item.title
    if not body.strip():
        return None
    url = (page.url if page else None) or item.url
    published = published_of(item, page)
    assumed = published is not None and instead is not None and is_far(published, instead)
    return RawEntry(
        id=None if url else _id_of(source, item),
        body=body[:MAX_BODY_CHARS],
        title=(item.title or (page.title if page else ""))[:MAX_TITLE_CHARS],
        source=(item.outlet or (page.outlet if page else "") or source.name or reading.title)[
            :MAX_OUTLET_CHARS
        ],
        url=url,
        published=_found_at(instead) if instead and assumed else published,
        language=item.language or (page.language if page else None) or reading.language,
        assumed=assumed,
    )


def published_of(item: Item, page: Page | None) -> Publication | None:
    """The item's date; its page's where the item has none, or one that was not wholly believed.

    A page that only looks as if it were of some day knows less than the item.
    """
    if page and page.published and item.problem and page.dated_by in _SAID:
        return page.published
    return item.published or (page.published if page else None)


def _found_at(now: datetime) -> Publication:
    return Publication(local_date=now.date(), at=now)


def wants_page(item: Item) -> bool:
    """Whether the item is only a teaser of something that stands elsewhere."""
    return not item.whole and item.url is not None


def longer(page: str, item: str) -> str:
    """The fuller text: a page that shows less than the feed's teaser is a stub, whatever it calls itself."""
    return page if len(page) >= len(item) else item


def _id_of(source: Source, item: Item) -> str:
    """Of an item without an address: the same whenever its source tells it again."""
    return f"{source.id}-" + blake2b(item.key.encode(errors="surrogatepass"), digest_size=12).hexdigest()
