"""Who goes on speaking: `he added` behind a quotation, and paragraphs that only quote.

News gives a speaker once: a paragraph that is nothing but a quotation is said by whoever spoke at the end of
the one before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summarizers.sections.pronouns import may_be, person_before
from summarizers.sections.short_names import spelled_out
from summarizers.sections.speakers import VERBS, names_in, names_its_speaker, quotation, speaker
from summarizers.text.quotation import MARKS, is_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.text.sentence import Sentence

Speaker = tuple[str, tuple[int, ...]]
"""A name or a role, and the sentences that give it."""

_FURTHEST: Final = 6
"""Paragraphs back to the one that names the speaker."""

_LONGEST_READ: Final = 2000
"""Characters of a sentence that are looked into."""

_ALSO: Final = r"(?:(?:also|then|had|later)\s+)?"
_HE: Final = re.compile(
    rf"[”\"],?\s+(?:(?:he|she)\s+{_ALSO}{VERBS}\b|{VERBS}\s+(?:he|she)\b)"
    rf"|^(?:(?:But|And)\s)?(?:He|She)\s+{_ALSO}{VERBS}\b"
)
"""A pronoun that speaks."""

_THEY: Final = re.compile(rf"[”\"],?\s+(?:they|it|he|she)\s+{_ALSO}{VERBS}\b")
_ROLE: Final = re.compile(
    rf"(?:^|[,”\"]\s+)([Tt]he|[Aa]n?)(\s[^,;:“”\"]{{3,80}}?)\s{_ALSO}{VERBS}\b"
    rf"|[”\"],?\s+{VERBS}\s(the|an?)(\s[^,;:“”\"]{{3,80}}?)(?=[,.])"
)
_ACTS: Final = re.compile(
    r"\b(?:who|that|which|is|are|was|were|has|have|had|will|would|after|before|since|when|until)\b"
)
_DEED: Final = re.compile(r"\b(?:added|continued|reads?)\b(?= (?!that\b|[“\"]))")
"""What is no saying where nothing is quoted: a fund added 4 percent, fighting continued."""
_ASKS: Final = re.compile(
    r"\?[”\"],?\s[^“”\"]{0,120}\basked\b|\basked (?:[\w ]{0,40} )?(?:why|whether|if|how|what|when|who)\b"
)
"""Before an answer, which is another's."""
_SUFFERS: Final = re.compile(
    r"\b(?:(?:is|are|was|were|been|being) (?:[a-z]+ly )?[a-z]+ed|fac(?:es|ed|ing)|quot(?:es|ed|ing)"
    r"|cit(?:es|ed|ing))\b"
)
"""Of whom others speak: `was accused of “reckless” conduct`."""
_REPLY: Final = re.compile(
    rf"\b{VERBS}\b[^“”\"]{{0,200}}?\b(?:but|while|whereas|although|who)\s[^“”\"]{{0,60}}?[A-Z][\w’'-]+\s[A-Z]"
)
"""Behind a speaker another who may go on: `said it was lost, but the envoy Bey Tamm disagreed`."""
_NOBODY: Final = re.compile(r"\b(?:statement|group|letter|report|document|company|firm|pair|man|woman|two)$")
"""Roles that tell nobody who it is."""


def speaks_by_pronoun(text: str) -> bool:
    """Whether nobody but a pronoun says what `text` quotes."""
    return _THEY.search(text) is not None


def spoken_on(sentences: Sequence[Sentence], inside: Sequence[bool], index: int) -> Speaker | None:
    """Who says sentence `index`, which is quoted, and the sentences that tell so; None where nobody is sure.

    `inside[i]` tells whether sentence i begins inside a quotation. It is for quotations whose own sentences
    name nobody (`summarizers.sections.speakers`).
    """
    return _spoken_on(sentences, inside, index, _FURTHEST)


def _spoken_on(
    sentences: Sequence[Sentence], inside: Sequence[bool], index: int, furthest: int
) -> Speaker | None:
    first, last = quotation(sentences, inside, index)
    for at in (last, first):
        text = sentences[at].text[:_LONGEST_READ]
        if (he := _HE.search(text)) is not None:
            return _person(sentences, first, (at,), he[0])
        if (role := _role(sentences, at, text)) is not None:
            return role
        if names_its_speaker(text):
            return None
    opens = sentences[first].text[0] in MARKS and is_whole(sentences[first].text)
    return _told_before(sentences, inside, first - 1, furthest) if opens and first and furthest else None


def _told_before(
    sentences: Sequence[Sentence], inside: Sequence[bool], at: int, furthest: int
) -> Speaker | None:
    """Who speaks in sentence `at`, behind which a paragraph only quotes."""
    text = sentences[at].text[:_LONGEST_READ]
    if _ASKS.search(text) is not None:
        return None
    if inside[at] or text[0] in MARKS:
        found = speaker(sentences, inside, at)
        return (found[0], (found[1],)) if found else _spoken_on(sentences, inside, at, furthest - 1)
    if (he := _HE.search(text)) is not None:
        return _person(sentences, at, (at,), he[0])
    text = _DEED.sub("did", text)
    names, role = names_in(text), _role(sentences, at, text)
    if names or role is not None:
        others = [name for name in names if role is None or name not in role[0]]
        if _REPLY.search(text) is not None:
            return None
        return role if not others else (others[0], (at,)) if role is None and len(others) == 1 else None
    leads_up = text.endswith(":") or any(mark in text for mark in MARKS)
    return _person(sentences, at + 1, ()) if leads_up and _SUFFERS.search(text) is None else None


def _person(
    sentences: Sequence[Sentence], index: int, cited: tuple[int, ...], told: str = ""
) -> Speaker | None:
    """The person whom a pronoun in sentence `index` means, behind the sentences that use it in `told`."""
    found = person_before(sentences, index)
    if found is None or not all(may_be(word, found[0]) for word in _HE_OR_SHE.findall(told)):
        return None
    return found[0], tuple(dict.fromkeys((*cited, found[1])))


_HE_OR_SHE: Final = re.compile(r"\b[Ss]?[Hh]e\b")


def _role(sentences: Sequence[Sentence], at: int, text: str) -> Speaker | None:
    """The role that speaks in sentence `at`, with the full name where it is the short form of one."""
    found = _ROLE.search(text)
    if found is None:
        return None
    noun = found[2] or found[4]
    if _ACTS.search(noun) is not None or _NOBODY.search(noun) is not None:
        return None
    role = (found[1] or found[3]).capitalize() + noun
    full = spelled_out(sentences, at, role + " said")
    return (role, (at,)) if full is None else (full[0].removesuffix(" said"), (at, full[1]))
