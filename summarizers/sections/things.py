"""What `it` is that begins or ends: the one thing of the sentence before that can.

English only, and deliberately narrow: nothing is told where two things might be meant, or where what is done
takes an object (`it starts work`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.text.sentence import Sentence

_WILL: Final = (
    r"(?:(?:will|would|shall|should|may|might|could|must)|(?:is|are|was|were|had been) "
    r"(?:due|set|scheduled|expected|meant|supposed|to)(?: to)?|had|did)"
)
_LASTS: Final = (
    r"(?:expires?|lapses?|ends?|starts?|begins?|lasts?|runs?|resumes?|takes? effect|"
    r"comes? into (?:force|effect)|goes into (?:force|effect)|"
    r"(?:be|remains?|stays?) (?:in (?:force|place|effect)|valid))"
)
_OPENS: Final = r"(?P<opens>opens?|closes?)"
_MOVED: Final = (
    r"(?:will be|has been|have been|had been|was|were)(?: now| since)? "
    r"(?:extended|prolonged|renewed|postponed|put (?:off|back)|moved|delayed|suspended|adjourned)"
)
_WHEN: Final = (
    r"(?=[.,;]|$| (?:on|in|at|from|until|till|by|before|for|through|after|as|next|this|tomorrow|again|late|"
    r"early|midnight|noon|[A-Z\d])\b)"
)
IT_LASTS: Final = re.compile(
    rf"(?P<who>It|They)"
    rf"(?= (?:(?:{_WILL} )?(?:now |then |also |not |again )?(?:{_LASTS}|{_OPENS})|{_MOVED}){_WHEN})"
)
"""The pronoun of what begins, ends, lasts or was moved then."""

_HELD: Final = (
    "consultation|registration|exhibition|festival|tournament|season|sale|auction|ballot|election|tender|window"
    "|session|conference|summit|service|route|offer|bid|scheme|programme|program"
)
"""Things that open and close as well."""

_ONE: Final = (
    rf"{_HELD}|truce|ceasefire|cease-fire|deal|pact|accord|agreement|treaty|mandate|licen[cs]e|permit|lease"
    "|contract|embargo|moratorium|ban|waiver|exemption|order|curfew|emergency|lockdown|mission|facility|loan"
    "|strike|walkout|stoppage|concession|closure|suspension|quota|freeze|pause|standstill|trial|hearing|inquiry"
    "|vote|referendum|law|act|levy|tax|fee|charge|campaign|voyage|launch|project|course|term|shutdown|blockade"
    "|amnesty|subsidy|grant|patent"
)
_MANY: Final = (
    "sanctions|restrictions|measures|tariffs|duties|quotas|talks|works|repairs|elections|hearings|strikes"
)
_LINKS: Final = "and|or|of|to|in|on|for|by|with|from|that|which|who|was|were|is|are|will"
_WHICH: Final = rf"(?:[a-z]+ed )?(?:(?!(?:{_LINKS})\b)(?![a-z]+ed\b)[\w’'-]+ ){{0,3}}?"
_DETERMINED: Final = r"\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) "
_ALONE: Final = (
    r"\b(?! (?:law|act|order|ban|deal|talks|session|vote|minister|ministry|officials?|office|court)\b)"
)
_THING: Final = re.compile(rf"{_DETERMINED}(?P<what>{_WHICH}(?P<noun>{_ONE})){_ALONE}")
_THINGS: Final = re.compile(
    rf"(?:{_DETERMINED}(?P<what>{_WHICH}(?P<noun>{_MANY}))|\b(?P<bare>{_MANY})){_ALONE}"
)
_OPENING: Final = re.compile(_HELD)

_LONGEST_READ: Final = 2000
"""Characters of a sentence that are looked into."""


def thing(sentences: Sequence[Sentence], index: int, pronoun: re.Match[str]) -> tuple[str, int] | None:
    """What `pronoun`, found by `IT_LASTS`, means at the head of sentence `index`, and where that is named.

    It is told as `the …` and stands in the sentence before in its paragraph, or, where that one opens with a
    pronoun too, in one before that. None where it names no such thing, or several.
    """
    for at in range(index - 1, -1, -1):
        if sentences[at].paragraph != sentences[index].paragraph:
            return None
        text = sentences[at].text[:_LONGEST_READ]
        named = dict(_named(text, pronoun))
        if named or not text.startswith(("It ", "They ")):
            return (f"the {next(iter(named.values()))}", at) if len(named) == 1 else None
    return None


def _named(text: str, pronoun: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The things in `text` that the pronoun may mean: nouns, each with the words that tell which."""
    for found in (_THINGS if pronoun["who"] == "They" else _THING).finditer(text):
        if pronoun["opens"] is None or _OPENING.fullmatch(found["noun"] or ""):
            bare = found.groupdict().get("bare")
            yield (bare, bare) if bare else (found["noun"], found["what"])


def in_full(sentences: Sequence[Sentence], index: int) -> str:
    """Sentence `index` with the thing in place of its first word, where that is plain; else as it stands."""
    text = sentences[index].text
    pronoun = IT_LASTS.match(text)
    found = thing(sentences, index, pronoun) if pronoun else None
    return text if pronoun is None or found is None else f"T{found[0][1:]}{text[pronoun.end() :]}"
