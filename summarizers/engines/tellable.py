"""Whether a sentence of an article may be shown at all, whatever it states."""

from __future__ import annotations

from functools import lru_cache

from summarizers.grounding.intrusion import gives_orders
from summarizers.sections.furniture import is_furniture
from summarizers.text.markup import readable


@lru_cache(maxsize=64)
def tellable(sentence: str) -> bool:
    """Whether it is news: not what a page says of itself, no row of a table, no order to a machine."""
    return not is_furniture(sentence) and not gives_orders(readable(sentence))
