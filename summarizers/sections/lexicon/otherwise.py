"""Cue words that are none by their neighbours: slammed into a wall, a flood warning, a good sign of it."""

from __future__ import annotations

from typing import Final, NamedTuple


class Sense(NamedTuple):
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

SENSES: Final = (
    Sense(
        "slam slams slammed slamming blast blasts blasted blasting",
        "accuse",
        behind="into onto against off through",
    ),
    Sense("lash lashes lashed lashing", "accuse", behind=_WEATHER, reach=6, unless="out"),
    Sense(
        "fight fights fighting fought battle battles battling battled",
        "dispute oppose foe",
        behind=_ILLS,
        reach=4,
        unless="relief aid funding liability compensation levy rule rules mandate bill court plan plans cuts",
    ),
    Sense(
        "devastating devastated worst terrible horrible dangerous disastrous catastrophic brutal cruel",
        "harsh fear",
        behind=_HAZARDS,
        reach=3,
    ),
    Sense(
        "disaster",
        "harsh",
        before="natural",
        behind="relief zone area areas response management recovery fund",
    ),
    Sense("false", "harsh", behind="positive positives negative negatives alarm alarms start teeth killer"),
    Sense(
        "warn warns warned warning warnings",
        "threat",
        before="weather flood storm snow rain wind ice",
        behind=_WEATHER,
        reach=3,
        unless="strike strikes protest protests sanctions lawsuits action",
    ),
    Sense("difficult", "obstacle", behind=_TIMES),
    Sense("delay delays", "obstacle", behind=_TRAFFIC, reach=4),
    Sense("problem problems issue issues", "obstacle", before=_AILING),
    Sense("difficulty difficulties", "obstacle", before="breathing technical learning"),
    Sense("sign", "conclude", before=_A + " " + _SIGNED, behind="of"),
    Sense("signs", "conclude", before=_A + " " + _SIGNED, behind="of that"),
    Sense(
        "charter",
        "accord",
        behind="bus buses flight flights plane planes boat boats jet jets school schools company",
    ),
    Sense("protocol protocols", "accord", before="safety covid medical emergency treatment standard"),
    Sense("protocols", "accord", before="health security"),
    Sense(
        "settlement settlements",
        "accord",
        before="israeli jewish informal human illegal",
        behind="building expansion construction",
        unless="dispute disputes claim claims case lawsuit row",
    ),
    Sense("understanding", "accord", before="better deeper", behind="how why what the"),
    Sense(
        "consensus",
        "accord",
        before="analysts market street economists",
        behind="forecast estimate estimates expectations",
    ),
    Sense("passing", "pass", before="a an every each"),
    Sense(
        "accept accepts accepted accepting",
        "concede deed",
        behind=_GIFTS,
        reach=4,
        unless="offer bid stock pay wage percent tribunal arbitrator arbitrators arbitrators' arbitrator's",
    ),
    Sense("drop drops", "concede ease deed", before="a the slight sharp steep big"),
    Sense("ruled", "court", behind="out"),
    Sense(
        "legal",
        "court",
        behind="limit limits age status name guardian guardians tender work advice fees costs",
    ),
    Sense("penalty penalties fine fines", "measure", before="pay pays paid paying", back=6),
    Sense(
        "violating breaching breaking infringing flouting violate breach break infringe flout",
        "unlawful",
        before="without",
    ),
    Sense(
        "suspend suspends suspended suspending",
        "concede ease deed",
        behind=_SUPPLIES,
        reach=3,
        unless=_BURDENS,
    ),
    Sense(
        "called",
        "concede ease",
        behind="talks negotiations summit meeting visit wedding",
        reach=4,
        unless=_BURDENS,
    ),
    Sense(
        "withdraw withdraws withdrew withdrawn withdrawing",
        "concede ease deed",
        behind=_PACTS + " ambassador support",
        reach=7,
        unless=_BURDENS + _HOLDS,
    ),
    Sense("pull pulls pulled pulling", "concede", behind=_PACTS, reach=5, unless=_BURDENS + _HOLDS),
    Sense("sign signs signed signing", "promise agree", behind="for", reach=2),
    Sense("problem problems issue issues difficulty difficulties", "obstacle", before=_MENDED, back=3),
    Sense(
        "run runs ran running",
        "obstacle",
        before=_SHIPS,
        back=8,
        behind="rocks reef sandbank water",
        reach=8,
    ),
    Sense(
        "prevent prevents prevented preventing",
        "obstacle",
        behind=_ILLS + " spread accident accidents injury injuries death deaths crime prices inflation",
        reach=5,
    ),
    Sense(
        "deal deals merger contract takeover acquisition agreement settlement truce ceasefire pact",
        "deal transact accord",
        before="previous expired prior",
        back=3,
        behind="deadline talks negotiations negotiators bargaining",
    ),
    Sense("deal merger contract acquisition agreement pact", "deal transact accord", before="former", back=2),
)
