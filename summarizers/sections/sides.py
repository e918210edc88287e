"""The two sides that cues are of: what is settled and what is disputed."""

from __future__ import annotations

from typing import Final

SETTLED: Final = frozenset(
    {"agree", "accord", "conclude", "approve", "concede", "promise", "transact", "pass"}
)
"""Cue classes that state something settled."""

DIVIDED: Final = frozenset(
    {
        "dispute", "accuse", "oppose", "critics", "threat", "measure", "court", "unlawful", "protest",
        "obstacle", "fear", "harsh", "violence", "demand",
    }
)  # fmt: skip
"""Cue classes that state something disputed."""
