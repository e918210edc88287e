"""A source as a row of its table."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row, select

from bot.domain.source import Dealt, Halt, Health, Kind, Source, Validators
from bot.store.tables import sources

_COLUMNS = tuple(column for column in sources.columns if column.name != "claimant")
_NAMES = tuple(column.name for column in _COLUMNS)

_KINDS = {one.value: one for one in Kind}
_HEALTHS = {one.value: one for one in Health}

EVERY = select(*_COLUMNS)
"""Rows that `source_of` reads."""


def which(source: Source) -> dict[str, object]:
    """What says in `whose` and `which` of which source a row is."""
    return {"whose": source.tenant_id, "which": source.id}


def look_row(source: Source) -> dict[str, object]:
    """What a look without news changes; it ends a claim."""
    return {
        **which(source),
        "due": source.due,
        "every": _seconds(source.every),
        "checked": source.checked,
        "read": source.read,
        "claimant": None,
    }


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())


def row_of(source: Source) -> dict[str, object]:
    """All of a source; who has it claimed is not part of it."""
    halt = source.halt
    return {
        "tenant_id": source.tenant_id,
        "id": source.id,
        "url": source.url,
        "kind": source.kind.value,
        "name": source.name,
        "added": source.added,
        "due": source.due,
        "every": _seconds(source.every),
        "who": source.who,
        "health": source.health.value,
        "detail": source.detail,
        "etag": source.validators.etag,
        "last_modified": source.validators.last_modified,
        "checked": source.checked,
        "read": source.read,
        "changed": source.changed,
        "failing": source.failing,
        "moved_from": source.moved_from,
        "halted": halt.at if halt else None,
        "halted_why": halt.reason if halt else "",
        "halted_by": halt.who if halt else "",
        "skip_hours": _bits(source.skip_hours),
        "skip_days": _bits(source.skip_days),
    }


def source_of(row: Row[Any]) -> Source:
    """The source of a row that was selected by `EVERY`."""
    fields: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    at, reason, who = fields.pop("halted"), fields.pop("halted_why"), fields.pop("halted_by")
    validators = Validators(etag=fields.pop("etag"), last_modified=fields.pop("last_modified"))
    fields |= {"kind": _KINDS[fields["kind"]], "health": _HEALTHS[fields["health"]]}
    fields |= {"every": timedelta(seconds=fields["every"]), "validators": validators}
    fields |= {name: _numbers(fields[name]) for name in ("skip_hours", "skip_days")}
    return Source(**fields, halt=Halt(at=at, reason=reason, who=who) if at else None)


def item_rows(look: Dealt) -> list[dict[str, object]]:
    """The rows of `source_items` for what was dealt with."""
    whose = {"tenant_id": look.tenant_id, "source_id": look.source_id, "seen": look.at}
    return [{**whose, "key": key, "digest": digest} for key, digest in look.items.items()]


def _bits(numbers: frozenset[int]) -> int:
    return sum(1 << number for number in numbers)


@cache
def _numbers(bits: int) -> frozenset[int]:
    """Hours are 24 bits and days 7, and few sets of them are in use."""
    return frozenset(number for number in range(bits.bit_length()) if bits >> number & 1)
