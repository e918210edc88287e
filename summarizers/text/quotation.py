"""Which sentences lie inside a quotation that an earlier sentence opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.text.sentence import Sentence

MARKS = '"“”'


def continued(sentences: Sequence[Sentence]) -> list[bool]:
    """For each sentence, whether a quotation is still open where it begins.

    A quotation ends with its paragraph at the latest: an unbalanced mark cannot swallow the rest of the
    text. A sentence that begins with a mark opens its own.
    """
    inside: list[bool] = []
    still_open, paragraph = False, -1
    for sentence in sentences:
        still_open = still_open and sentence.paragraph == paragraph
        inside.append(still_open and sentence.text[0] not in MARKS)
        still_open, paragraph = is_open_after(sentence.text, open_before=still_open), sentence.paragraph
    return inside


def is_open_after(text: str, *, open_before: bool) -> bool:
    """Whether a quotation is open at the end of `text`."""
    if "“" in text or "”" in text:
        return text.rfind("“") > text.rfind("”")
    return open_before ^ (text.count('"') % 2 == 1)


_WHOLE = re.compile(r"\W{0,3}(?:“[^“”]*”?|\"[^\"]*\"?)\W{0,3}")


def is_whole(text: str) -> bool:
    """Whether nothing of `text` stands outside its one quotation, a speaker least of all."""
    return text[:1] in MARKS and _WHOLE.fullmatch(text) is not None
