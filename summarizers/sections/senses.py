"""Words whose neighbours tell that no party does or suffers anything by them.

A train slams into a bus, firefighters fight a fire, it is a good sign, a dealer accepts bribes.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizers.sections.lexicon.calm import CALM
from summarizers.sections.sides import DIVIDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.sections.cues import Hit
    from summarizers.sections.lexicon.calm import Calm


class _Sense(NamedTuple):
    """When the `words` are no cues of the classes `kinds`.

    That is with a word of `before` among the `back` words in front, or with one of `behind` among the `reach`
    words that follow, and none of `unless` among these or a few more behind.
    """

    words: str
    kinds: str
    before: str = ""
    back: int = 1
    behind: str = ""
    reach: int = 1
    unless: str = ""


_A: Final = "a an the this that every each another no any some"
_HAZARDS: Final = """
fire fires bushfire bushfires wildfire wildfires blaze blazes flames inferno storm storms flood floods
flooding drought earthquake quake cyclone hurricane typhoon avalanche landslide tsunami eruption outbreak
"""
_ILLS: Final = (
    _HAZARDS + "cancer disease diseases infection infections virus pandemic malaria obesity dementia"
)
_WEATHER: Final = _HAZARDS + "rain rains snow ice wind winds weather waves heat cold fog thunderstorms icy"
_TRAFFIC: Final = """
traffic road roads motorists drivers train trains flight flights passengers commuters travel rail
"""
_SUPPLIES: Final = """
supplies supply imports exports deliveries shipments aid funding payments talks negotiations cooperation ties
relations membership licence license trading production operations services
"""
_PACTS: Final = "agreement deal accord pact treaty convention coalition alliance talks negotiations"
_TIMES: Final = """
time times week weeks day days month months year years conditions circumstances period moment weather terrain
season
"""
_AILING: Final = "health medical technical heart mechanical engine mental breathing knee back"
_GIFTS: Final = """
cash bribe bribes gift gifts money payment payments contribution contributions kickback kickbacks award medal
prize trophy nomination
"""
_SIGNED: Final = """
good bad clear first early warning road positive encouraging strong few little of
"""
_MENDED: Final = """
solve solves solved solving address addresses addressed addressing resolve resolves resolved resolving fix
fixes fixed fixing tackle tackles tackled tackling discuss discussed discussing thrash thrashed
"""
_BURDENS: Final = """
tariff tariffs duty duties ban bans curbs levy levies quota quotas sanctions restrictions embargo blockade
boycott strike strikes walkout walkouts protest protests
"""
_HOLDS: Final = """
objection objections opposition veto lawsuit suit complaint claim claims demand demands threat appeal charges
troops forces soldiers fighters city town territory border
"""
"""What somebody gives up or leaves by way of a pact."""
_SHIPS: Final = "boat boats ship ships ferry vessel vessels tanker freighter yacht trawler"

_ROWS: Final = (
    _Sense(
        "slam slams slammed slamming blast blasts blasted blasting",
        "accuse",
        behind="into onto against off through",
    ),
    _Sense("lash lashes lashed lashing", "accuse", behind=_WEATHER, reach=6, unless="out"),
    _Sense(
        "fight fights fighting fought battle battles battling battled",
        "dispute oppose foe",
        behind=_ILLS,
        reach=4,
        unless="relief aid funding liability compensation levy rule rules mandate bill court plan plans cuts",
    ),
    _Sense(
        "devastating devastated worst terrible horrible dangerous disastrous catastrophic brutal cruel",
        "harsh fear",
        behind=_HAZARDS,
        reach=3,
    ),
    _Sense(
        "disaster",
        "harsh",
        before="natural",
        behind="relief zone area areas response management recovery fund",
    ),
    _Sense("false", "harsh", behind="positive positives negative negatives alarm alarms start teeth killer"),
    _Sense(
        "warn warns warned warning warnings",
        "threat",
        before="weather flood storm snow rain wind ice",
        behind=_WEATHER,
        reach=3,
        unless="strike strikes protest protests sanctions lawsuits action",
    ),
    _Sense("difficult", "obstacle", behind=_TIMES),
    _Sense("delay delays", "obstacle", behind=_TRAFFIC, reach=4),
    _Sense("problem problems issue issues", "obstacle", before=_AILING),
    _Sense("difficulty difficulties", "obstacle", before="breathing technical learning"),
    _Sense("sign", "conclude", before=_A + " " + _SIGNED, behind="of"),
    _Sense("signs", "conclude", before=_A + " " + _SIGNED, behind="of that"),
    _Sense(
        "charter",
        "accord",
        behind="bus buses flight flights plane planes boat boats jet jets school schools company",
    ),
    _Sense("protocol protocols", "accord", before="safety covid medical emergency treatment standard"),
    _Sense("protocols", "accord", before="health security"),
    _Sense(
        "settlement settlements",
        "accord",
        before="israeli jewish informal human illegal",
        behind="building expansion construction",
        unless="dispute disputes claim claims case lawsuit row",
    ),
    _Sense("understanding", "accord", before="better deeper", behind="how why what the"),
    _Sense(
        "consensus",
        "accord",
        before="analysts market street economists",
        behind="forecast estimate estimates expectations",
    ),
    _Sense("passing", "pass", before="a an every each"),
    _Sense(
        "accept accepts accepted accepting",
        "concede deed",
        behind=_GIFTS,
        reach=4,
        unless="offer bid stock pay wage percent tribunal arbitrator arbitrators arbitrators' arbitrator's",
    ),
    _Sense("drop drops", "concede ease deed", before="a the slight sharp steep big"),
    _Sense("ruled", "court", behind="out"),
    _Sense(
        "legal",
        "court",
        behind="limit limits age status name guardian guardians tender work advice fees costs",
    ),
    _Sense("penalty penalties fine fines", "measure", before="pay pays paid paying", back=6),
    _Sense(
        "violating breaching breaking infringing flouting violate breach break infringe flout",
        "unlawful",
        before="without",
    ),
    _Sense(
        "suspend suspends suspended suspending",
        "concede ease deed",
        behind=_SUPPLIES,
        reach=3,
        unless=_BURDENS,
    ),
    _Sense(
        "called",
        "concede ease",
        behind="talks negotiations summit meeting visit wedding",
        reach=4,
        unless=_BURDENS,
    ),
    _Sense(
        "withdraw withdraws withdrew withdrawn withdrawing",
        "concede ease deed",
        behind=_PACTS + " ambassador support",
        reach=7,
        unless=_BURDENS + _HOLDS,
    ),
    _Sense("pull pulls pulled pulling", "concede", behind=_PACTS, reach=5, unless=_BURDENS + _HOLDS),
    _Sense("sign signs signed signing", "promise agree", behind="for", reach=2),
    _Sense("problem problems issue issues difficulty difficulties", "obstacle", before=_MENDED, back=3),
    _Sense(
        "run runs ran running",
        "obstacle",
        before=_SHIPS,
        back=8,
        behind="rocks reef sandbank water",
        reach=8,
    ),
    _Sense(
        "prevent prevents prevented preventing",
        "obstacle",
        behind=_ILLS + " spread accident accidents injury injuries death deaths crime prices inflation",
        reach=5,
    ),
    _Sense(
        "deal deals merger contract takeover acquisition agreement settlement truce ceasefire pact",
        "deal transact accord",
        before="previous expired prior",
        back=3,
        behind="deadline talks negotiations negotiators bargaining",
    ),
    _Sense(
        "deal merger contract acquisition agreement pact", "deal transact accord", before="former", back=2
    ),
)


_BEYOND: Final = 3
"""The few more."""


_OF_DISPUTES: Final = DIVIDED | {"probe", "foe"}
"""Classes of which a word is none where it is meant calmly."""

_NEAR: Final = 8
"""The few words on either side of `Calm.near`."""

_PARTY_NAMES: Final = """
union unions opposition minister ministers party parties coalition lawmakers senator senators congress
parliament council regulator regulators critics campaigners protesters tenants landlords farmers talks
deal pact bill law ban cuts lawsuit ruling offer tax plan plans claim claims protest protests quotas
"""
_PARTIES: Final = frozenset(_PARTY_NAMES.split())
"""With one of these near, a dispute may be meant whatever else is: `the union fights cuts in cancer care`."""


class _Row(NamedTuple):
    """A `_Sense` to be asked about one of its words, which the words `tail` follow.

    None of `beside` may stand right in front or behind.
    """

    kinds: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    unless: frozenset[str] = frozenset()
    back: int = 1
    reach: int = 1
    tail: Sequence[str] = ()
    beside: frozenset[str] = frozenset()

    def holds(self, tokens: Sequence[str], word: int) -> bool:
        """Whether the neighbours of the word tell so."""
        end = word + 1
        if self.tail or self.beside:
            end += len(self.tail)
            if not self._stands(tokens, word, end):
                return False
        before = tokens[max(word - self.back, 0) : word]
        if self.before.isdisjoint(before) and self.behind.isdisjoint(tokens[end : end + self.reach]):
            return False
        return self.unless.isdisjoint(before) and self.unless.isdisjoint(
            tokens[end : end + self.reach + _BEYOND]
        )

    def _stands(self, tokens: Sequence[str], word: int, end: int) -> bool:
        """Whether the whole phrase stands there, and nothing beside it tells otherwise."""
        if self.tail and tokens[word + 1 : end] != self.tail:
            return False
        return self.beside.isdisjoint((*tokens[max(word - 1, 0) : word], *tokens[end : end + 1]))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _index() -> dict[str, list[_Row]]:
    """What is to be asked about each word."""
    found = defaultdict[str, list[_Row]](list)
    for word, row in chain(_told_by_class(), chain.from_iterable(map(_told_of_all, CALM))):
        found[word].append(row)
    return dict(found)


def _told_by_class() -> Iterator[tuple[str, _Row]]:
    for sense in _ROWS:
        kinds, before, behind, unless = map(_set, (sense.kinds, sense.before, sense.behind, sense.unless))
        row = _Row(kinds, before, behind, unless, sense.back, sense.reach)
        for word in sense.words.split():
            yield word, row


def _told_of_all(calm: Calm) -> Iterator[tuple[str, _Row]]:
    """The rows of a calm sense: of the words right beside, and of those near."""
    before, behind, near, beside = map(_set, (calm.before, calm.behind, calm.near, calm.unless))
    for phrase in calm.words.split():
        head, *tail = phrase.split("_")
        if before or behind:
            yield head, _Row(_OF_DISPUTES, before, behind, tail=tail, beside=beside)
        if near:
            yield head, _Row(_OF_DISPUTES, near, near, _PARTIES, _NEAR, _NEAR, tail, beside)


_OF_WORD: Final = _index()
_TOLD_APART: Final = frozenset(_OF_WORD)


def as_meant(hits: list[Hit], tokens: Sequence[str]) -> list[Hit]:
    """`hits` without cues whose words are none of their class where they stand."""
    if _TOLD_APART.isdisjoint(tokens):
        return hits
    return [hit for hit in hits if tokens[hit[1]] not in _TOLD_APART or _is_meant(hit, tokens)]


def _is_meant(hit: Hit, tokens: Sequence[str]) -> bool:
    kind, word, _ = hit
    return not any(kind in row.kinds and row.holds(tokens, word) for row in _OF_WORD[tokens[word]])
