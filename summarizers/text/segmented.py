"""`sentencex`, whose failures stay with the text that causes them."""

from __future__ import annotations

from typing import Final

from sentencex import segment

_PANIC: Final = "PanicException"
"""What a failure inside a library written in Rust is called; its class cannot be imported."""


def segmented(text: str) -> list[str]:
    """The pieces of `text` that end where a sentence does, making it up; itself where `sentencex` panics.

    A panic is no `Exception`, so that it would pass by whoever takes an article that cannot be read for one
    fault among many, and end the process.
    """
    try:
        pieces: list[str] = segment("en", text)
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        return [text]
    return pieces
