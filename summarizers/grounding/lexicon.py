"""The word lists of the guard."""

from __future__ import annotations

from typing import Final

_NEGATORS = """
no not never neither nor none nothing nobody cannot without hardly scarcely
"""
NEGATORS: Final = frozenset(_NEGATORS.split())
"""Words that deny what follows; so does every word in -n't."""

_REFUSALS = """
fail failed fails failing refuse refused refuses refusing decline declined declines declining unable
unwilling failure refusal
"""
REFUSALS: Final = frozenset(_REFUSALS.split())
"""Words that deny the verb that follows them with `to`."""

_HEDGES = """
may might could should likely unlikely possibly possible potentially potential perhaps maybe
reportedly allegedly alleged alleges apparently seemingly purportedly supposedly probable probably
presumably expected expects expect expecting plans planned planning hopes hoped hope hoping intends
intended intend considering considers consider mulling weighing proposes proposed proposing aims
aimed aiming seeks seeking poised believed thought suspected suspects appears appeared seems seemed
tentative tentatively preliminary draft estimated estimates rumoured rumored unconfirmed
provisionally conditionally prospective eventual
"""
HEDGES: Final = frozenset(_HEDGES.split())
"""Words that keep a statement from being a fact."""

FUTURES: Final = frozenset({"would"})
"""A hedge that `will`, a promise or a reported speaker keeps as well (`said it would`, `it will`)."""

_KEEPS_FUTURE = """
will would to shall promised pledged vowed agreed plans said says committed must
"""
KEEPS_FUTURE: Final = frozenset(_KEEPS_FUTURE.split())

_CONDITIONS = """
if unless provided providing pending subject conditional contingent
"""
CONDITIONS: Final = frozenset(_CONDITIONS.split())
"""Words that make a statement hang on another one."""

_APPROXIMATE = """
about around nearly almost roughly approximately some circa
"""
APPROXIMATE: Final = frozenset(_APPROXIMATE.split())
AT_LEAST: Final = frozenset(
    ("more than", "over", "at least", "above", "no fewer than", "no less than", "upwards of")
)
AT_MOST: Final = frozenset(
    ("less than", "fewer than", "up to", "under", "at most", "no more than", "below", "as many as")
)

_TELLING = """
said says say told tells added adds wrote writes warned warns argued argues stated states announced
announces insisted insists claimed claims noted notes explained explains replied responded declared
declares confirmed confirms acknowledged complained denied denies according
"""
TELLING: Final = frozenset(_TELLING.split())
"""Verbs of speech: who said a thing is judged on its own, so they need no support."""

_FAINT = """
new also still since while amid including among set part make made take taken took former current
recent recently latest early later earlier
"""
FAINT: Final = frozenset(_FAINT.split())
"""Words too faint to count for or against a rewrite."""

_BE = """
is are was were be been being get gets got
"""
BE: Final = frozenset(_BE.split())
_AUXILIARIES = """
has have had having do does did will would shall should can could may might must to also then
already now still both all each jointly again soon reportedly
"""
AUXILIARIES: Final = BE | frozenset(_AUXILIARIES.split())

_PREPOSITIONS = """
in at on with from to of for by under over near against about after before between through toward
towards outside inside across among amid into onto off despite during since until via per
"""
PREPOSITIONS: Final = frozenset(_PREPOSITIONS.split())

_BREAKS = """
but while although though whereas which who because after before if unless as when where despite and
or that than
"""
BREAKS: Final = frozenset(_BREAKS.split())
"""Words at which a new clause may begin."""

CALENDAR: Final = {
    word: names[0]
    for names in (
        ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
        ("june", "jun"),
        ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"),
        ("november", "nov"), ("december", "dec"), ("monday", "mon"), ("tuesday", "tue", "tues"),
        ("wednesday", "wed"), ("thursday", "thu", "thurs"), ("friday", "fri"), ("saturday", "sat"),
        ("sunday", "sun"),
    )
    for word in names
}  # fmt: skip
"""Months and weekdays by every spelling."""

_NEAR_DAYS = """
today tomorrow yesterday tonight overnight
"""
NEAR_DAYS: Final = frozenset(_NEAR_DAYS.split())

_PERIODS = """
day week weekend month quarter year decade century hour minute night morning
"""
PERIODS: Final = frozenset(_PERIODS.split())

ALIKE: Final = (
    "agreement deal accord pact treaty",
    "talks negotiations discussions",
    "tariff duty levy",
    "purchase buy",
    "sell sale",
    "delay postpone defer",
    "end expire lapse",
    "begin start commence",
    "halt stop suspend cease",
    "extend prolong extension",
    "cut reduce lower reduction",
    "raise increase lift hike",
    "approve pass adopt ratify approval adoption ratification",
    "vote ballot poll",
    "lawmaker legislator parliamentarian deputy mp",
    "firm company",
    "strike walkout stoppage",
    "union workers",
    "court judge tribunal",
    "lawsuit suit",
    "fine penalty",
    "ban prohibit prohibition bar",
    "back support endorse",
    "oppose opposition",
    "threaten threat",
    "accuse accusation",
    "meet meeting summit",
    "leader head chief",
    "official authority",
    "plan proposal",
    "pay payment",
    "promise pledge vow commit commitment",
    "sign signing signature",
    "limit curb restrict restriction cap",
    "quit leave exit depart withdraw",
    "seek request ask demand",
    "reach strike clinch conclude",
    "keep retain maintain",
    "give grant provide",
    "deadline limit",
    "dispute row quarrel disagreement",
)
"""Words that the same news may be told with."""

IRREGULAR: Final = {
    form: base
    for base, forms in {
        "buy": "bought", "sell": "sold", "meet": "met", "hold": "held", "take": "took taken", "make": "made",
        "give": "gave given", "begin": "began begun", "keep": "kept", "leave": "left", "lose": "lost",
        "pay": "paid", "rise": "rose risen", "fall": "fell fallen", "send": "sent", "spend": "spent",
        "strike": "struck", "win": "won", "withdraw": "withdrew withdrawn", "find": "found", "seek": "sought",
        "bring": "brought", "build": "built", "lead": "led", "fight": "fought", "grow": "grew grown",
        "choose": "chose chosen", "write": "wrote written", "speak": "spoke spoken", "break": "broke broken",
        "drive": "drove driven", "freeze": "froze frozen", "go": "went gone", "come": "came", "run": "ran",
        "see": "saw seen", "know": "knew known", "show": "shown", "stand": "stood", "tell": "told",
        "think": "thought", "become": "became", "forbid": "forbade forbidden", "bind": "bound", "lie": "lay",
        "steal": "stole stolen", "teach": "taught", "catch": "caught", "feel": "felt", "lend": "lent",
        "draw": "drew drawn", "throw": "threw thrown", "swear": "swore sworn", "die": "dying", "be": "been",
    }.items()
    for form in forms.split()
}  # fmt: skip

PEOPLES: Final = (
    "us usa american americans america states",
    "uk british britain britons kingdom",
    "france french",
    "germany german germans",
    "spain spanish",
    "netherlands dutch",
    "switzerland swiss",
    "greece greek greeks",
    "turkey turkish turkiye",
    "denmark danish danes",
    "poland polish poles",
    "sweden swedish swedes",
    "finland finnish finns",
    "ireland irish",
    "wales welsh",
    "scotland scottish scots",
    "england english",
    "portugal portuguese",
    "philippines philippine filipino",
    "thailand thai",
    "argentina argentine",
    "peru peruvian",
    "iraq iraqi",
    "israel israeli",
    "pakistan pakistani",
    "norway norwegian",
    "belgium belgian",
    "cyprus cypriot",
    "eu european europe",
    "un nations",
)
"""Countries and their people, where no rule leads from one to the other."""

QUANTITIES: Final = {
    word: words.split()[0]
    for words in ("all every each both entire whole", "most majority", "many several numerous dozens",
                  "some few certain", "none neither no", "half", "only", "even", "one")
    for word in words.split()
}  # fmt: skip
"""Words for how many of a thing, each with the first of those that say about the same."""
