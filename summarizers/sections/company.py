"""Whether nothing is settled though the words are there: what is reached or sealed may be a summit or a bag.

Such words settle something where their sentence also names a deal, a law, a dispute, or who bargains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.sections.bygone import bygone
from summarizers.sections.everyday import is_everyday
from summarizers.sections.inflection import inflect
from summarizers.sections.sides import SETTLED
from summarizers.sections.sought import sought
from summarizers.sections.turned import turned

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizers.sections.cued import Cues

_NEEDING: Final = {
    "agree": "close shake find make come say join strike nod+ warm patch bury bridge meet get see",
    "accord": "standstill handshake handshakes",
    "conclude": """
        seal clinch conclude cement reach secure resolve forge strike struck ink broker work
        wrap+ carve tie pull land draw nail lay bring put stitch call
    """,
    "approve": "clear push wave nod+",
    "concede": """
        relent abandon drop+ restore relax soften spare recede admit+ surrender cave ditch axe
        unlock reverse scrap+ forgive give bow hold let pull withdraw reopen step+ stand go keep
        take roll set walk open
    """,
    "transact": "combine merge snap+ change",
}
"""Verbs by class, as in the lexicon."""

_PAST: Final = {"transact": "bought sold purchased", "pass": "passes passed passing passage"}
"""Single forms by class."""

_NEEDY: Final = frozenset(
    (kind, form) for kind, verbs in _NEEDING.items() for verb in verbs.split() for form in inflect(verb)
).union((kind, form) for kind, forms in _PAST.items() for form in forms.split())
"""Class and word of each cue that needs company."""

_KINDS: Final = """
accord deal law talks burden dispute court unlawful threat protest demand oppose accuse obstacle approve agree
promise tally actors market
"""
_COMPANY: Final = frozenset(_KINDS.split())
"""Classes whose words are company."""

_BODY_NAMES: Final = """
ministers governors chiefs airline airlines contractors firm firms group groups commissioner chairwoman
chairman states association authority authorities operator operators federation bank banks committee
department regulators growers farmers owners landlords tenants lender lenders commanders million billion
stake plan plans terms clause charges case bid scheme jobs
"""
_BODIES: Final = frozenset(_BODY_NAMES.split())
"""Who bargains, what is paid, and what is given up."""

_SETTLING: Final = SETTLED | {"deal", "law", "give", "exchange", "tally"}
"""Classes by which a sentence may settle something."""

_ASKED: Final = _SETTLING | {"deed"}
_SETTLES: Final = frozenset({"settle", "settled", "settles", "settling"})
_DISPUTED: Final = frozenset({"dispute", "burden"})
"""Classes of what is settled wherever it is: `the dispute over the island was settled`."""
_AT: Final = frozenset({"in", "at", "under", "over"})
_TAKEN: Final = _SETTLING - {"give"}
_AHEAD: Final = frozenset({"will", "would", "intend"})
"""Classes by which a deed is still to be done."""


def is_calm(cues: Cues, year: int | None = None) -> bool:
    """Whether each word that could settle something is meant otherwise, lacks company or settles nothing.

    `year` is that of the article, if it is known.
    """
    hits, tokens = cues.hits, cues.tokens
    sure = frozenset[str]() if _DISPUTED.isdisjoint(cues.kinds) else _SETTLES
    asked = {word for kind, word, _ in hits if kind in _ASKED and tokens[word] not in sure}
    calm = sought(hits, tokens).union(turned(hits, tokens), bygone(hits, tokens, year))
    calm.update([word for word in asked if is_everyday(tokens, word)])
    needy = {word for kind, word, _ in hits if (kind, tokens[word]) in _NEEDY}
    if not _SETTLES.isdisjoint(tokens):
        needy.update([word for _, word, _ in hits if _is_placed(tokens, word)])
    if needy and not _has_company(cues, calm | needy):
        calm |= needy
    return bool(calm) and _settles_nothing({kind for kind, word, _ in hits if word not in calm})


def _is_placed(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody settled somewhere, or something was settled there."""
    return tokens[word] in _SETTLES and not _AT.isdisjoint(tokens[word + 1 : word + 2])


def _has_company(cues: Cues, alone: Collection[int]) -> bool:
    """Whether a word beside those `alone` tells of bargaining."""
    known = any(kind in _COMPANY and word not in alone for kind, word, _ in cues.hits)
    return known or not _BODIES.isdisjoint(cues.tokens)


def _settles_nothing(kinds: Collection[str]) -> bool:
    """Whether `kinds` hold nothing that settles; what somebody must do he has not promised."""
    if "obligation" in kinds:
        return _TAKEN.isdisjoint(kinds)
    return _SETTLING.isdisjoint(kinds) and ("deed" not in kinds or _AHEAD.isdisjoint(kinds))
