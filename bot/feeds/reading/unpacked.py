"""Files that are themselves compressed, such as `sitemap.xml.gz`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.feeds.web.decoding import Undecodable, Unpacking

MOST_UNPACKED = 10_000_000
"""Bytes that a compressed file may unpack to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A body without its own compression.

    `cut` says that it is not whole: it holds more than `MOST_UNPACKED`, or `broken_off` before its end.
    """

    body: bytes
    cut: bool = False
    broken_off: bool = False


def unpacked(body: bytes) -> Unpacked:
    """The file inside, as far as it came; a body that only begins like a compressed one stays as it is."""
    if not body.startswith(b"\x1f\x8b"):
        return Unpacked(body=body)
    unpacking, is_sound = Unpacking("gzip", MOST_UNPACKED), True
    try:
        unpacking.feed(body)
    except Undecodable:
        is_sound = False
    if not (is_sound or unpacking.plain):
        return Unpacked(body=body)
    broken_off = not is_sound or unpacking.ended_early
    return Unpacked(body=bytes(unpacking.plain), cut=broken_off or unpacking.full, broken_off=broken_off)
