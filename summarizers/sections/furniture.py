"""What stands around a news sentence and is no part of what it states: datelines, credits, asides."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from summarizers.sections.datelines import OPENINGS, may_open
from summarizers.sections.pieces import FINITE
from summarizers.sections.stamps import is_stamp
from summarizers.text.alternatives import tree
from summarizers.text.holding import holds_any
from summarizers.text.markup import readable
from summarizers.text.tokens import WORD, lowered

_OUTLET = (
    r"(?:[Tt]he )?(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg(?: News)?|CNN|CNBC"
    r"|BBC(?: News)?|NPR|Xinhua|Kyodo|Yonhap|DPA|TASS|(?:New York|Financial|Los Angeles) Times"
    r"|Wall Street Journal|Washington Post|Guardian|USA Today)"
)
_OUTLET_NAME = re.compile(
    r"Reuters|Press|AP|AFP|Agence|Bloomberg|CNN|CNBC|BBC|NPR|Xinhua|Kyodo|Yonhap|DPA|TASS|Times|Journal|Post"
    r"|Guardian|USA"
)
"""One of these stands in every match of `_OUTLET`."""

_OUTLETS = rf"{_OUTLET}(?: and {_OUTLET})?"
_TRANSLATION = re.compile(r"\s*\(\(\w+\)\)\s*\w+ language:.*$")
_TRANSLATED = re.compile(r"\s*\(\(\w+\)\)\s*\w+ language:")
"""Its head alone, where the sentence goes on behind it."""

_TRANSLATED_NAME = re.compile(
    rf"{_TRANSLATED.pattern} [A-Z]\w*(?: (?:[a-z]{{1,3}} )?[A-Z]\w*)*"
    r"(?= (?:\w+ly )?(?:[a-z]+ed|is|are|was|were|has|have|had|will|would)\b)"
)
"""The head and a name before a verb: the name before the head in another language, which is no part of it."""

_IN_LANGUAGE = re.compile(r"\s*\(\([a-z]{2,3}\)\)(?!\s*\w+ language:)")
"""Of which language a source is, without its words."""

_ASIDE = re.compile(r"(?:\s+|(?<![\w\s]))\((?:[^()\d$€£%\s]+\s){0,7}[^()\d$€£%\s]+\)(?!\w)")
"""Not behind a word without a space: `401(k)` is one."""
_OMISSION = re.compile(r"\s*\[(?:\.|…)+\]")
_CREDIT = re.compile(
    rf",? (?:according to {_OUTLETS}|{_OUTLETS} (?:reports?|reported|said|says|writes|wrote)"
    rf"|as quoted by {_OUTLET})"
    r"(?:,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?:, citing [^,]{3,60})?(?=\.?$)"
)
_FEWEST_WORDS = 4
_PAGE = tree(
    r"(?:(?:also read|read)(?: more| also| next)?|full (?:article|story)|explore|see also"
    r"|related(?: articles?| stories)?|more on this|advertisement|sponsored"
    r"|(?:file photo|photo)(?:graph)?(?: by)?|image|video|watch|listen|(?:cookie|privacy)s?(?: policy)?"
    r"|terms of (?:use|service)|key (?:events|points)|log ?in|share)\s{0,3}(?:[:|–—-]|$)"
    r"|(?:sign up (?:for|to) (?:our|the|my)|subscribe (?:to|for)|follow us|share this|click (?:here|to)"
    r"|copyright|©|all rights reserved|skip to|agency (?:report|copy)"
    r"|\(?with (?:inputs|files|reporting) (?:from|by)"
    r"|\(?(?:additional |further )?(?:reporting|editing|writing|compiled|edited|written)"
    r" (?:by|from) (?!(?:the|an?)\b))\b"
)
"""Of a line in lower case."""

_LEGAL = ("forward-looking statement", "undue reliance", "securities litigation reform act")
"""What a company's release says of itself, and no news report of the company."""

_CAPTION = re.compile(
    r"\b[Cc]ases? (?:is|are)\b.{0,80}? (?:vs?\.?|In re:?) [A-Z]"
    r"(?!.{0,300}\b(?:which|who|whether|will|would)\b).{0,200}\b[Cc]ourt\b"
)
"""How a lawsuit is called and where it is filed: `The case is Tamm v. Venn, U.S. District Court …`."""

_SILENCE = re.compile(
    r"[^,;:“”\"]{0,140}?\b(?:(?:declined|refused) (?:to )?(?:further |any )?comment\w*"
    r"|(?:did not|didn[’']t) (?:immediately )?(?:respond|reply|return)"
    r"|could not (?:immediately )?be reached"
    r"|(?:was|were)(?: not|n[’']t) (?:immediately )?available (?:for|to) comment)"
    r"\b[^,;:“”\"]{0,100}\.?",
    re.IGNORECASE,
)
"""That somebody said nothing to a reporter, and not a word more."""

_SILENT = ("comment", "pond", "reply", "return", "be reached")
"""One of these stands in every match of `_SILENCE`."""

_START = 200
"""Characters that show whether a line has words."""

_GLANCE = 60
"""Characters in which most sentences have words enough."""

_MOST_CELLS = 2
"""From so many bars or tabs on, a line is a row of a table."""

_INTRODUCES = re.compile(
    r"\b(?:said|says|told [\w ]{1,40}|added|wrote|tweeted|asked|continued|follow(?:s|ing)?|this|these)\s*:$"
    r"|^(?:here|what|how|why|who)\b",
    re.IGNORECASE,
)
_LIVE_HEAD = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+[A-Z][\w’'-]*(?:\s[\w’'-]+){0,3}")
"""The few words that head an entry of a live report."""

_FEWEST_OF_A_HEAD = 5
"""Words from which a line before a colon may state something itself: `Banks stay shut until Thursday:`."""

_FEWEST_TOLD = 3
"""Words of the shortest statement: `Union rejects offer`."""


@lru_cache(maxsize=64)
def stripped(text: str) -> str:
    """`text` on one line without furniture, each piece only if a statement is left without it.

    Asides inside a quotation stay: they are somebody's words.
    """
    flat = readable(text)
    if may_open(flat):
        flat = _without_openings(flat)
    if "((" in flat:
        flat = _IN_LANGUAGE.sub("", flat)
        told = _TRANSLATION.sub("", flat)
        flat = _if_enough(
            told if FINITE.search(told) else _TRANSLATED.sub("", _TRANSLATED_NAME.sub("", flat)), flat
        )
    if "(" in flat:
        flat = _if_enough(_ASIDE.sub(_outside_quotation, flat), flat)
    if "[" in flat:
        flat = _OMISSION.sub(_omitted, flat).strip()
    return flat if _OUTLET_NAME.search(flat) is None else _if_enough(_CREDIT.sub("", flat), flat)


def _without_openings(flat: str) -> str:
    for pattern in OPENINGS:
        if pattern.match(flat) is not None:
            flat = _if_enough(pattern.sub("", flat).strip(), flat)
    return flat


@lru_cache(maxsize=64)
def is_furniture(text: str) -> bool:
    """Whether a line states nothing: a row of a table, the head of a list, the page itself, no comment."""
    flat = text.strip()
    low = flat.lower()
    told = _words_at_head(flat)
    return (
        flat.count("|") + flat.count("\t") >= _MOST_CELLS
        or told < _FEWEST_TOLD
        or (flat.endswith(":") and (told < _FEWEST_OF_A_HEAD or _INTRODUCES.search(flat) is not None))
        or _PAGE.match(low) is not None
        or (flat[0].isdigit() and _LIVE_HEAD.fullmatch(flat) is not None)
        or is_stamp(flat)
        or _is_beside_the_news(flat, low)
    )


def _is_beside_the_news(flat: str, low: str) -> bool:
    """Whether a sentence tells of no comment, of a release itself, or where a lawsuit is filed."""
    return (
        (holds_any(low, _SILENT) and _SILENCE.fullmatch(flat) is not None)
        or holds_any(low, _LEGAL)
        or ("actual results" in low and " differ" in low)
        or (" court" in low and _CAPTION.search(flat) is not None)
    )


def _words_at_head(flat: str) -> int:
    """How many words `flat` opens with, no figures, counted no further than is asked."""
    if sum(map(str.isalpha, flat[:_GLANCE].split())) >= _FEWEST_OF_A_HEAD:
        return _FEWEST_OF_A_HEAD  # letters between spaces are a word at least
    told = (word[0] for word in WORD.finditer(lowered(flat[:_START])) if word[0][0].isalpha())
    return sum(1 for _ in islice(told, _FEWEST_OF_A_HEAD))


def _if_enough(shorter: str, text: str) -> str:
    """`shorter` if it still has the words of a statement, else `text`."""
    return shorter if len(shorter.split()) >= _FEWEST_WORDS else text


def _outside_quotation(aside: re.Match[str]) -> str:
    """Nothing in place of an aside, but the aside itself where a quotation is open."""
    before = aside.string[: aside.start()]
    quoted = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
    return aside[0] if quoted else ""


def _omitted(mark: re.Match[str]) -> str:
    """Nothing for an omission at the end, an ellipsis for one between words."""
    return " …" if mark.string[mark.end() :].strip('"” .') else ""
