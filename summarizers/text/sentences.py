"""Sentence boundaries with exact offsets.

`sentencex` decides where a sentence ends; four of its habits are corrected here, each shown in the tests:
it takes everything between quotation marks or brackets as one sentence, it splits a shouted quotation from
its speaker (`"No!" Smith said.`), it splits `5 p.m. ET` and `5 p.m. Monday` after the dot, and it cannot read
lone surrogates.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from summarizers.text.markup import BLOCK_END
from summarizers.text.segmented import segmented
from summarizers.text.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BREAKS = "\r\u2028\u2029"
"""What ends a line beside the usual break."""
_QUOTING = '"“”„«»[]'
_HALF = re.compile(r"[\ud800-\udfff]")
_WIDE_INITIAL = re.compile(r"(\b[A-Z]\s*)[^\S\x00-\x7f](?=\.)")
"""An initial, a space beyond ASCII and a stop: `sentencex` takes the space for one byte and panics."""
_WIDE_STOP = re.compile(r"\.(?<=[^\S\x00-\x7f]\.)")
"""Stands in every match of `_WIDE_INITIAL`; asked by its stop, `re` passes by all other characters."""

_WINDOW = 4096
"""Characters up to which a paragraph is cut in one go."""
_MARKS = re.compile(r"(?:['‘’]\s?){3,}")

_BETWEEN = f" \t{_QUOTING}"
_NEAR = 64
"""Characters before a cut in which these are looked for first: of a long paragraph the rest is not copied."""
_CLOSING = re.compile(r"""["”»’')\]]*""")
_OPENING = re.compile(r"""["“„«'‘(\[]*$""")
_ZONE = re.compile(
    r"(?:[AECMP][SD]?T|GMT|UTC|BST|CES?T|[IJK]ST|local time)\b"
    r"|(?:U\.?S\.? )?(?:Eastern|Central|Mountain|Pacific|Atlantic)"
    r"(?=\s*(?:[,.;:)—–]|$|(?:and|or|but|on|in|at|to|for|after|before|time)\b))"
    r"|(?!(?:Th(?:is|at|e)|Next|Last|First|Another|Some|Any)\b)(?:[A-Z][\w.]+\s+){1,3}?[Tt]ime\b"
)
_DAY = re.compile(
    r"(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d)"
    r"(?![’']|\s+(?:is|was|were|has|had|will|would|brought|brings|saw|sees|marks|marked)\b)"
)
"""The day right after a time of day, American order: `10 a.m. Monday`; not one that is itself the subject."""
_SPEAKER = re.compile(
    r"(?:[\w.’'-]+\s+){0,6}?(?:said|says|wrote|tweeted|asked|added|told|shouted|chanted|replied|declared)\b"
)
_QUOTED = ('"', "”", "...")
_SHORTENED = re.compile(r"(?:^|\s)[A-Z]\w{0,4}\.\s*$")
"""A short capitalised word with a stop, which ends no sentence before a small letter: `Oy Kft. bought`."""

_ASIDE = re.compile(r"\([^()]{1,60}\)[,;:]?\s+[a-z]")
"""What stands beside such a word in the middle of a sentence: `Oy Kft. (OYK) bought`."""

_ORDINAL = re.compile(
    r"(?:\b(?:[Oo]n|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Ss]ince)|day,?) \d{1,2}\.\s*$"
)
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b")
"""The two sides of the stop in `on 3. April`, which ends no sentence."""

_OFTEN_AN_AMOUNT = re.compile(r"\b(?:by|to) \d{1,2}\.\s*$")
_ENDS_A_DATE = re.compile(
    _MONTH.pattern
    + r"(?:,? \d{4}|[.,;:)]|$|\s(?:at|in|for|and|or|because|when|while|if|unless|to|with|from)\b)"
)
"""The same for `by 3. April`, which as often ends a sentence: `fell to 3. April was worse`."""

_BEHIND_A_MONTH = re.compile(
    r"\. (?=[A-Z][a-z])(?:(?<=[a-z\d] (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\. )"
    r"|(?<=[a-z\d] Sept\. ))"
)
"""Where a sentence ends with a month, which `sentencex` takes for a shortened one (`rule in May. Then`)."""

_CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
_PLAIN = re.compile(r"(?<=[^m\d]\. )[A-Z]")
"""A stop behind no time of day or number, one space, a capital: a boundary that needs no correction."""

_FRAME = 16
"""Characters of a word before a day of the month, and of the day."""


def split(body: str) -> tuple[Sentence, ...]:
    """The sentences of `body` in order, stripped of outer white space, none empty, none across a line break.

    Nor across the end of an HTML block. Every character that is not white space lies in exactly one
    sentence, and `text == body[start:end]`.
    """
    found: list[Sentence] = []
    for number, (paragraph, bare, offset) in enumerate(_paragraphs(body)):
        for start, text in _within(paragraph, bare, offset):
            found.append(Sentence(start, start + len(text), len(found), number, text))
    return tuple(found)


def ranges(body: str) -> list[tuple[int, int]]:
    """Start and end of the sentences that `split` gives, without making a Sentence of each."""
    own = (one for paragraph in _paragraphs(body) for one in _within(*paragraph))
    return [(start, start + len(text)) for start, text in own]


def _paragraphs(body: str) -> Iterator[tuple[str, str, int]]:
    """Lines, whole and bare, with their offsets; left-over HTML ends one behind the tag that ends a block."""
    for mark in _BREAKS:
        body = body.replace(mark, "\n")
    bare = _bare(body)
    offset = 0
    for line in body.split("\n"):
        start = 0
        if "<" in line:
            for block in BLOCK_END.finditer(line):
                first, last = offset + start, offset + block.end()
                yield line[start : block.end()], bare[first:last], first
                start = block.end()
        last = offset + len(line)
        if start < len(line):
            yield line[start:], bare[offset + start : last], offset + start
        offset = last + 1


def _within(paragraph: str, bare: str, offset: int) -> list[tuple[int, str]]:
    """The stripped sentences of one paragraph, each behind its start, shifted by `offset`."""
    found = []
    for first, last in pairwise((0, *_cuts(paragraph, bare), len(paragraph))):
        text = paragraph[first:last].lstrip()
        start = offset + last - len(text)
        text = text.rstrip()
        if text:
            found.append((start, text))
    return found


def _cuts(paragraph: str, bare: str) -> list[int]:
    """Where a new sentence begins inside the paragraph, in rising order."""
    cuts: list[int] = []
    plain = _PLAIN.match
    for start in _starts(paragraph, bare):
        if plain(paragraph, start):
            cuts.append(start)
            continue
        cut = _between_quotes(paragraph, start)
        if cut > (cuts[-1] if cuts else 0) and not _joined(paragraph, cut):
            cuts.append(cut)
    return cuts


def _starts(paragraph: str, bare: str) -> Iterable[int]:
    """Where pieces of the paragraph begin; those of `sentencex` make it up, so their lengths tell."""
    pieces = segmented(bare)[:-1] if len(bare) <= _WINDOW else _piecewise(bare)
    starts = accumulate(map(len, pieces))
    if _BEHIND_A_MONTH.search(paragraph) is None:
        return starts
    return sorted({*starts, *(stop.end() for stop in _BEHIND_A_MONTH.finditer(paragraph))})


def _piecewise(bare: str) -> Iterator[str]:
    """All pieces of a long paragraph but the last, a window at a time.

    `sentencex` reads it anew from its beginning for each stop without a space behind it, as Chinese has
    them, and for each mark of a row of quotation marks. The last two pieces of a window may go on behind it.
    """
    at, reach = 0, _WINDOW
    text = _MARKS.sub(lambda marks: " " * len(marks[0]), bare)
    while at + reach < len(text):
        pieces = segmented(text[at : at + reach])[:-2]
        at, reach = at + sum(map(len, pieces)), _WINDOW if pieces else 2 * reach
        yield from pieces
    yield from segmented(text[at:])[:-1]


def _bare(body: str) -> str:
    """Quotation marks and brackets as spaces, one for one, so that offsets stay; half characters too.

    Mark by mark: `str.translate` looks every character up where one is beyond ASCII. And for all lines at
    once, but for what may reach from one into the next.
    """
    for mark in _QUOTING:
        body = body.replace(mark, " ")
    if body.isascii():
        return body
    body = _whole_characters(body)
    if _WIDE_STOP.search(body) is None:
        return body
    return "\n".join([_WIDE_INITIAL.sub(r"\1 ", line) for line in body.split("\n")])


def _whole_characters(body: str) -> str:
    """`body` with a mark for each half character; that it has none is told soonest by encoding it."""
    try:
        body.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", body)
    return body


def _between_quotes(paragraph: str, start: int) -> int:
    """The cut near `start` that leaves closing marks to the left sentence, opening marks to the right."""
    near = paragraph[max(0, start - _NEAR) : start]
    left = near.rstrip(_BETWEEN)
    stop = start - len(near) + len(left) if left else len(paragraph[:start].rstrip(_BETWEEN))
    closed = _CLOSING.match(paragraph, stop)
    return stop if closed is None else closed.end()


def _joined(paragraph: str, cut: int) -> bool:
    """Whether the text after `cut` still belongs to the sentence before it."""
    left, right = paragraph[max(0, cut - 8) : cut], paragraph[cut : cut + 80].lstrip()
    if "m." in left and _CLOCK.search(left):
        return _ZONE.match(right) is not None or _DAY.match(right) is not None
    if _MONTH.match(right) and _is_ordinal(paragraph, cut, right):
        return True
    if right[:1].islower() and (left.endswith(_QUOTED) or _SHORTENED.search(left)):
        return True
    if right.startswith("(") and (right.startswith("((") or _is_aside(left, right)):
        return True
    return left.endswith(('!"', '?"', "!”", "?”")) and _SPEAKER.match(right) is not None


def _is_aside(left: str, right: str) -> bool:
    """Whether `right` is an aside on the shortened word before it, in a sentence that goes on."""
    return _SHORTENED.search(left) is not None and _ASIDE.match(right) is not None


def _is_ordinal(paragraph: str, cut: int, right: str) -> bool:
    start = max(0, cut - _FRAME)
    if _ORDINAL.search(paragraph, start, cut):
        return True
    return (
        _ENDS_A_DATE.match(right) is not None and _OFTEN_AN_AMOUNT.search(paragraph, start, cut) is not None
    )
