"""The outlet whose word a question asks for, stored or not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizers.text.tokens import STOP_WORDS

_BEFORE = r"\b(?:according to|as reported (?:by|in)|reported by|as told by|in|from|by|per|with)\s+(?:the\s+)?"
_APOSTROPHES = "‘’ʼ"
_TELLS = r"(?:say|says|said|report|reports|reported|write|writes|wrote|written|tell|tells|told|publish\w*)"
_ASKED = r"\b(?:what|how|who|when|where|why|which)\b[^?]*?\b(?:do|does|did|has|have|had)\s+(?:the\s+)?"
_PIECE = r"[’']s?\s+(?:report|story|account|coverage|article|piece|version|view|news|word)s?\b"
_ABOUT = r"\s+(?:on|about)\s"
_OUTLET = (
    r"Gazette|Herald|Times|Post|Wire|Courier|Daily|News|Echo|Tribune|Observer|Journal|Radio|Broadcasting|Weekly"
    r"|Agency|Press|Standard|Mail|Chronicle|Ledger|Review|Magazine|Television|TV|Globe|Guardian|Telegraph"
    r"|Reuters|AFP|AP|BBC|CNN|Bloomberg"
)
_NAME = r"((?:[A-Z][\w’'-]*+(?:\s+(?:of\s+(?:the\s+)?)?(?=[A-Z]))?){1,6})"
_AGENCY = r"(?:Reuters|AFP|AP|BBC|CNN|Bloomberg)"
_AGENCY_CITED = re.compile(
    rf"\b(?:according to|as reported by|reported by|from)\s+(?:the\s+)?(?P<one>{_AGENCY})(?:\s+news)?\b"
    rf"|\b(?:does|did|do|has|have)\s+(?:the\s+)?(?P<other>{_AGENCY})(?:\s+news)?\s+{_TELLS}\b",
    re.IGNORECASE,
)
_CITED = re.compile(rf"\b[Aa]ccording to (?:the )?{_NAME}|\b[Aa]s reported (?:by|in) (?:the )?{_NAME}")
_QUERIED = re.compile(rf"\b(?:does|did|do|has|have) (?:the )?{_NAME}\s+{_TELLS}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who is cited, in `text[start:end]` with the words that cite it; not `surely` an outlet's.

    `names` are the stored sources that are meant, none where it is not stored; `name` is how to say it.
    """

    start: int
    end: int
    name: str
    surely: bool = True
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Called:
    """How some stored sources are called: a pattern, and who may be meant."""

    pattern: str
    names: tuple[str, ...]


def stored_outlet(text: str, sources: Sequence[str]) -> Outlet | None:
    """The stored sources whose word is asked for: one by its whole name, the longer one of two, or else all
    that are called by a word, as "the Herald". Names beside it ("the Echo and the Wire") are meant too.
    """  # noqa: D205 - one sentence
    text = _level(text)
    called = _called(text, sources)
    for one in called:
        for pattern in _contexts(one.pattern):
            if found := re.search(pattern, text, re.IGNORECASE):
                return _with_others(text, found.span("all"), one, called)
    return None


def _called(text: str, sources: Sequence[str]) -> list[_Called]:
    """What of the text may be the name of a source, the longest first, words for several of them last."""
    spoken = _spaced(text)
    bare = {source: re.sub(r"^the\s+", "", _level(source.strip()), flags=re.IGNORECASE) for source in sources}
    whole = [source for source in sources if bare[source] and _spaced(bare[source]) in spoken]
    called = [
        _Called(_pattern(bare[source]), (source,))
        for source in sorted(whole, key=lambda one: (-len(one), one))
    ]
    for word in dict.fromkeys(_alone(text)):
        meant = tuple(sorted(one for one in sources if bare[one].endswith((f" {word}", f"-{word}"))))
        called += [_Called(f"(?-i:{word}(?!\\s+[A-Z]))", meant)] if meant else []
    return called


def _pattern(name: str) -> str:
    """A name however it is spaced; one that is an empty word as well ("The", "Who") only as it is written."""
    pattern = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name)))
    return f"(?-i:{pattern})" if name.lower() in STOP_WORDS else pattern


def _level(text: str) -> str:
    """A text of the same length without accents and with straight apostrophes, as names are typed."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKD", c)[0] if c not in _APOSTROPHES else "'" for c in text)


def _alone(text: str) -> Iterator[str]:
    """Words for outlets that are not the end of a longer name."""
    for found in re.finditer(rf"(?:([\w’'-]+)\s+)?\b({_OUTLET})\b", text):
        if not found[1] or not found[1][0].isupper() or found[1].lower() in STOP_WORDS:
            yield found[2]


def _spaced(text: str) -> str:
    return " ".join(re.split(r"[\s-]+", text)).casefold()


def _with_others(text: str, span: tuple[int, int], one: _Called, called: Sequence[_Called]) -> Outlet:
    """The source in `text[span]` with those that are named right before and after it."""
    (start, end), names = span, dict.fromkeys(one.names)
    while before := _linked(text[:start], called, r"{}\s*(?:,|,?\s*(?:and|or)\b|&)\s*(?:the\s+)?$"):
        start, names = before[0].start(), {**dict.fromkeys(before[1].names), **names}
    while after := _linked(text[end:], called, r"^\s*(?:,|,?\s*(?:and|or)\b|&)\s*(?:the\s+)?{}"):
        end, names = end + after[0].end(), {**names, **dict.fromkeys(after[1].names)}
    return Outlet(start=start, end=end, name=" and ".join(names), names=tuple(names))


def _linked(text: str, called: Sequence[_Called], form: str) -> tuple[re.Match[str], _Called] | None:
    for one in called:
        if found := re.search(form.format(rf"(?<!\w){one.pattern}(?!\w)"), text, re.IGNORECASE):
            return found, one
    return None


def _contexts(name: str) -> tuple[str, ...]:
    whole = rf"{name}(?!\w)"
    return (
        rf"(?P<all>{_BEFORE}{whole})",
        rf"{_ASKED}(?P<all>{whole}\s+{_TELLS}\b)",
        rf"\b(?P<all>(?:the\s+)?{whole}\s+{_TELLS}\b)",
        rf"\b(?P<all>(?:the\s+)?{whole}{_PIECE})",
        rf"^\s*(?P<all>(?:the\s+)?{whole}(?:\s*:|{_ABOUT}))",
    )


def other_outlet(text: str) -> Outlet | None:
    """What is cited like a source; sure only of a name that an outlet would have."""
    found = _CITED.search(text)
    if found:
        name = (found[1] or found[2]).strip()
        sure = re.search(rf"\b(?:{_OUTLET})\b", name) is not None
        return Outlet(start=found.start(), end=found.end(), name=name, surely=sure)
    found = _QUERIED.search(text)
    if found and re.search(rf"\b(?:{_OUTLET})\b", found[1]):
        return Outlet(start=found.start(1), end=found.end(1), name=found[1].strip())
    if found := _AGENCY_CITED.search(text):
        kind = "one" if found["one"] else "other"
        return Outlet(start=found.start(kind), end=found.end(kind), name=found[kind])
    return None
