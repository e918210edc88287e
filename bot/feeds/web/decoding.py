"""Compressed bodies unpacked as they come in, to no more than a limit."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

CODINGS = "gzip, deflate, br, zstd"
"""What is said to be understood."""

MOST_CODINGS = 2
"""Codings one upon the other; more is no server but an attack."""

_WINDOW = 23
"""Base-2 logarithm of zstd's largest window: 8 MiB, as RFC 9659 asks of HTTP."""

_PORTION = 64 * 1024
"""How much is unpacked at a time, so that a bomb costs no more memory than that and the limit."""


class Undecodable(Exception):
    """A body in a coding that is not understood, or that does not hold what its coding promises."""


class _Coding(Protocol):
    """One coding's state: `unpack` gives what packed bytes hold, in portions; `ended` is its own end mark."""

    @property
    def ended(self) -> bool: ...

    def unpack(self, data: bytes) -> Iterator[bytes]: ...


@dataclass(slots=True)
class _Gzip:
    """gzip (RFC 1952): one member after another; what follows the last one is padding."""

    unit: zlib._Decompress = field(default_factory=lambda: zlib.decompressobj(16 + zlib.MAX_WBITS))
    members: int = 0

    @property
    def ended(self) -> bool:
        return self.unit.eof

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self.unit.eof:
                if not data.startswith(b"\x1f"):
                    return
                self.unit = zlib.decompressobj(16 + zlib.MAX_WBITS)
            yield self.unit.decompress(data, _PORTION)
            data = self.unit.unused_data if self.unit.eof else self.unit.unconsumed_tail


@dataclass(slots=True)
class _Deflate:
    """deflate: zlib's format (RFC 9110, 8.4.1.2), or the bare one that some servers send under its name."""

    unit: zlib._Decompress = field(default_factory=zlib.decompressobj)
    began: bool = False

    @property
    def ended(self) -> bool:
        return self.unit.eof

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while data and not self.unit.eof:
            try:
                plain = self.unit.decompress(data, _PORTION)
            except zlib.error:
                if self.began:
                    raise
                self.unit = zlib.decompressobj(-zlib.MAX_WBITS)
                plain = self.unit.decompress(data, _PORTION)
            self.began = True
            data = self.unit.unconsumed_tail
            yield plain


@dataclass(slots=True)
class _Brotli:
    """br (RFC 7932)."""

    unit: brotli.Decompressor = field(default_factory=brotli.Decompressor)

    @property
    def ended(self) -> bool:
        return bool(self.unit.is_finished())

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while not self.unit.is_finished():
            plain = self.unit.process(data, output_buffer_limit=_PORTION)
            data = b""
            yield plain
            if not plain and self.unit.can_accept_more_data():
                return


def _zstd() -> ZstdDecompressor:
    return ZstdDecompressor(options={DecompressionParameter.window_log_max: _WINDOW})


@dataclass(slots=True)
class _Zstd:
    """zstd (RFC 8878): one frame after another."""

    unit: ZstdDecompressor = field(default_factory=_zstd)

    @property
    def ended(self) -> bool:
        return self.unit.eof

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while True:
            if self.unit.eof:
                data = self.unit.unused_data or data
                if not data:
                    return
                self.unit = _zstd()
            yield self.unit.decompress(data, _PORTION)
            data = b""
            if not self.unit.eof and self.unit.needs_input:
                return
            if self.unit.eof and not self.unit.unused_data:
                return


_CODINGS: dict[str, Callable[[], _Coding]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
    "br": _Brotli,
    "zstd": _Zstd,
}


class Unpacking:
    """A body as it comes in. `plain` never grows beyond `most` bytes; `full` says that there was more."""

    def __init__(self, content_encoding: str, most: int) -> None:
        """Raise Undecodable for a coding that is not understood."""
        names = [name.strip().lower() for name in content_encoding.split(",")]
        names = [name for name in names if name not in ("", "identity")]
        if len(names) > MOST_CODINGS or any(name not in _CODINGS for name in names):
            raise Undecodable(content_encoding[:80])
        self.plain = bytearray()
        self.full = False
        self._most = most
        self._codings = [_CODINGS[name]() for name in reversed(names)]

    def feed(self, data: bytes) -> None:
        """Take what came in; nothing is unpacked any more once it is full. Raise Undecodable."""
        try:
            for plain in self._through(data, 0):
                room = self._most - len(self.plain)
                self.plain += plain[:room]
                if len(plain) > room:
                    self.full = True
                    return
        except (zlib.error, brotli.error, ZstdError) as error:
            raise Undecodable(str(error)) from None

    @property
    def whole(self) -> bool:
        """Whether every coding came to its own end."""
        return all(coding.ended for coding in self._codings)

    @property
    def ended_early(self) -> bool:
        """Whether less came in than a coding promised; what was left behind at the limit is no such case."""
        return not (self.full or self.whole)

    def _through(self, data: bytes, step: int) -> Iterator[bytes]:
        if step == len(self._codings):
            yield data
            return
        for plain in self._codings[step].unpack(data):
            if plain:
                yield from self._through(plain, step + 1)
