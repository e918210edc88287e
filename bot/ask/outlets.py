"""The outlet whose word a question asks for, stored or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BEFORE = r"\b(?:according to|as reported (?:by|in)|reported by|as told by|in|from|by|per|with)\s+(?:the\s+)?"
_TELLS = r"(?:say|says|said|report|reports|reported|write|writes|wrote|written|tell|tells|told|publish\w*)"
_ASKED = r"\b(?:what|how|who|when|where|why|which)\b[^?]*?\b(?:do|does|did|has|have|had)\s+(?:the\s+)?"
_PIECE = r"[’']s?\s+(?:report|story|account|coverage|article|piece|version|view|news|word)s?\b"
_ABOUT = r"\s+(?:on|about)\s"
_OUTLET = (
    r"Gazette|Herald|Times|Post|Wire|Courier|Daily|News|Echo|Tribune|Observer|Journal|Radio|Broadcasting|Weekly"
    r"|Agency|Press|Standard|Mail|Chronicle|Ledger|Review|Magazine|Television|TV|Globe|Guardian|Telegraph"
    r"|Reuters|AFP|AP|BBC|CNN|Bloomberg"
)
_NAME = r"((?:[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?(?=[A-Z]))?){1,6})"
_CITED = re.compile(rf"\b[Aa]ccording to (?:the )?{_NAME}|\b[Aa]s reported (?:by|in) (?:the )?{_NAME}")
_QUERIED = re.compile(rf"\b(?:does|did|do|has|have) (?:the )?{_NAME}\s+{_TELLS}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A name that is cited, in `text[start:end]` with the words that cite it; not `surely` an outlet's."""

    start: int
    end: int
    name: str
    surely: bool = True


def stored_outlet(text: str, sources: Sequence[str]) -> Outlet | None:
    """The stored source whose word is asked for; of two, the one with the longer name."""
    for source in sorted(sources, key=lambda one: (-len(one), one)):
        bare = re.sub(r"^the\s+", "", source.strip(), flags=re.IGNORECASE)
        name = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", bare)))
        for pattern in _contexts(name) if bare else ():
            if found := re.search(pattern, text, re.IGNORECASE):
                return Outlet(start=found.start("all"), end=found.end("all"), name=source)
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
    return None
