"""How often Python looks for objects that only hold one another."""

from __future__ import annotations

import gc

APART = 20_000
"""New objects between two looks. Python's own 700 are few beside the hundreds of thousands of the libraries
that are loaded here: going through these again and again took an eighth of an ingest's time."""


def look_seldom() -> None:
    """Set it for this process."""
    gc.set_threshold(APART, 10, 10)
