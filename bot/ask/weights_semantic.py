"""Learned weights."""

SENTENCE: tuple[float, ...] = ()
