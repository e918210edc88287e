"""Persons and towns that are written as a state or its seat is: Jim Jordan, Chad Smith, Paris in Texas."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_GIVEN: Final = """
Aaron Adam Alan Alex Alexander Alice Amanda Amy Andrea Andrew Andy Angela Anna Anne Anthony Barbara Ben
Benjamin Bill Bob Brandon Brian Carl Carol Caroline Catherine Charles Charlie Chris Christina Christine
Christopher Claire Colin Craig Dan Daniel Dave David Deborah Dennis Diana Diane Donald Donna Doug Douglas Ed
Edward Elizabeth Emily Emma Eric Frank Gary George Grace Graham Greg Gregory Hannah Harry Heather Helen
Henry Ian Jack Jacob James Jane Janet Jason Jeff Jeffrey Jennifer Jeremy Jerry Jessica Jill Jim Jimmy Joan
Joe John Jon Jonathan Joseph Joshua Joyce Judith Judy Julia Julie Justin Karen Kate Katherine Kathryn Keith
Kelly Ken Kenneth Kevin Kim Larry Laura Lauren Linda Lisa Louis Louise Lucy Luke Margaret Maria Marie Mark
Martha Martin Mary Matt Matthew Michael Michelle Mike Nancy Natalie Nathan Neil Nicholas Nick Nicola Nicole
Nigel Oliver Olivia Pam Pamela Patricia Patrick Paul Paula Peter Phil Philip Rachel Ralph Ray Raymond
Rebecca Richard Rob Robert Robin Roger Ron Ronald Rose Roy Russell Ruth Ryan Sam Samantha Samuel Sandra Sara
Sarah Scott Sean Sharon Simon Sophie Stephanie Stephen Steve Steven Stuart Sue Susan Suzanne Teresa Terry
Theresa Thomas Tim Timothy Tina Todd Tom Tony Tracy Valerie Vanessa Victor Victoria Vincent Walter Wayne
Wendy William Zoe
"""
_SURNAMES: Final = "Jordan|Ireland|France|Israel|German|Poland|Brazil"
"""States that families are called by."""

_FIRST: Final = "Chad|Jordan|Georgia|Israel|India|Kenya|Cuba|America"
"""States that people are called by."""

_OFFICE: Final = (
    r"President|Prime|Premier|King|Queen|Crown|Prince|Princess|Emir|Sultan|Foreign|Defen[cs]e|Finance|Interior"
    r"|Trade|Energy|Health|Minister|Ministry|Government|Parliament|Army|Navy|Air|Central|National|Supreme|High"
    r"|Football|Cricket|Rugby|Olympic|Today|Daily|News|Times|Post|Airlines?|Airways|Bank|Basin|House|Tech|Power"
    r"|State|Street|Senate|Bulldogs|Gaza|Lebanon|Syria|Iraq|Egypt|Sudan|Libya|Niger|Nigeria|Cameroon|Pakistan"
    r"|China|Russia|Iran|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April"
    r"|May|June|July|August|September|October|November|December"
)
_TITLE: Final = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Judge|Justice|Coach|Captain|Congressman|Congresswoman)\.?"
_PERSON: Final = re.compile(
    rf"\b(?:{'|'.join(_GIVEN.split())}|{_TITLE})(?: [A-Z]\.)? (?P<surname>{_SURNAMES})\b"
    rf"|\b(?P<first>{_FIRST}) (?!(?:{_OFFICE})\b)[A-Z][a-zé]+(?:-[A-Z][a-z]+)?\b"
)

_PROVINCES: Final = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|"
    "Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
    "Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|"
    "New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|"
    "West Virginia|Wisconsin|Wyoming"
    r"|(?:Ala|Ark|Conn|Ga|Ill|Ind|Ky|La|Me|Mich|Minn|Miss|Mo|Tenn|Tex|Va|Wis)\."
)
_TOWN: Final = re.compile(rf"\b(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?), (?:{_PROVINCES})(?!\w)")


def namesakes(text: str) -> frozenset[str]:
    """What a text writes as states are written, and means persons or towns by, wherever else it says so.

    A text that tells of `Jim Jordan` means him by `Jordan` from then on; one that is of both says `Jordanian`
    or `Amman` as well, which are not taken out. Nobody is called by a first name alone: where `Israel` stands
    without `Katz` behind it, it is the state.
    """
    persons = tuple(_PERSON.finditer(text))
    firsts = Counter(one["first"] for one in persons if one["first"])
    alone = {name for name, times in firsts.items() if len(re.findall(rf"\b{name}\b", text)) > times}
    towns = {form for one in _TOWN.finditer(text) for form in (one["town"], one["town"].split()[-1])}
    return frozenset({one["surname"] for one in persons if one["surname"]} | (firsts.keys() - alone) | towns)
