"""Fingerprints, and the bands by which near-duplicates are found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Fingerprint
from bot.store.chunks import portions
from bot.store.tables import fingerprint_bands, fingerprints

_drop = delete(fingerprints).where(
    fingerprints.c.tenant_id == bindparam("tenant_id"), fingerprints.c.article_id == bindparam("article_id")
)
_drop_band = delete(fingerprint_bands).where(
    fingerprint_bands.c.tenant_id == bindparam("tenant_id"),
    fingerprint_bands.c.band == bindparam("band"),
    fingerprint_bands.c.article_id == bindparam("article_id"),
)


async def keep(connection: AsyncConnection, tenant_id: str, made: Sequence[Fingerprint]) -> None:
    """Keep fingerprints, replacing earlier ones of the same articles."""
    last = {one.article_id: one for one in made}
    earlier = await _of(connection, tenant_id, tuple(last))
    if earlier:
        await connection.execute(_drop_band, _band_rows(tenant_id, earlier))
        await connection.execute(_drop, [_row(tenant_id, one) for one in earlier])
    if last:
        await connection.execute(insert(fingerprints), [_row(tenant_id, one) for one in last.values()])
    if bands := _band_rows(tenant_id, last.values()):
        await connection.execute(insert(fingerprint_bands), bands)


async def sharing(
    connection: AsyncConnection, tenant_id: str, bands: Sequence[int]
) -> tuple[Fingerprint, ...]:
    """The fingerprints that share at least one of these bands, ordered by article id."""
    query = select(fingerprint_bands.c.article_id).where(fingerprint_bands.c.tenant_id == tenant_id)
    ids: set[str] = set()
    for portion in portions(bands):
        ids.update(await connection.scalars(query.where(fingerprint_bands.c.band.in_(portion))))
    return tuple(sorted(await _of(connection, tenant_id, tuple(ids)), key=lambda one: one.article_id))


async def _of(connection: AsyncConnection, tenant_id: str, ids: Sequence[str]) -> list[Fingerprint]:
    query = select(fingerprints).where(fingerprints.c.tenant_id == tenant_id)
    found: list[Fingerprint] = []
    for portion in portions(ids):
        rows = await connection.execute(query.where(fingerprints.c.article_id.in_(portion)))
        found.extend(
            Fingerprint(article_id=id_, group_id=group_id, signature=signature, bands=bands)
            for _, id_, group_id, signature, bands in rows
        )
    return found


def _row(tenant_id: str, made: Fingerprint) -> dict[str, object]:
    return {
        "tenant_id": tenant_id,
        "article_id": made.article_id,
        "group_id": made.group_id,
        "signature": made.signature,
        "bands": made.bands,
    }


def _band_rows(tenant_id: str, made: Iterable[Fingerprint]) -> list[dict[str, object]]:
    return [
        {"tenant_id": tenant_id, "band": band, "article_id": one.article_id}
        for one in made
        for band in dict.fromkeys(one.bands)
    ]
