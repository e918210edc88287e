"""Whether a sentence of an article may be shown at all, whatever it states."""

from __future__ import annotations

from functools import lru_cache

from summarizers.grounding.intrusion import gives_orders
from summarizers.sections.furniture import is_furniture, stripped
from summarizers.sections.greetings import is_greeting
from summarizers.text.markup import readable


@lru_cache(maxsize=64)
def tellable(sentence: str) -> bool:
    """Whether it is news: no question, greeting, line of the page or of a table, nor order to a machine."""
    if is_furniture(sentence) or gives_orders(readable(sentence)):
        return False
    told = stripped(sentence)
    return not told.endswith("?") and not is_greeting(told)
