"""Words of disputes in a quiet sense that labelled articles have: a record is hit, wildfires threaten homes.

Of `calm.py` words are no cues at all. Here they stay cues, for the weights know them; but where a sentence
has no other, it tells no dispute.
"""

from __future__ import annotations

from typing import Final

from summarizers.sections.lexicon.calm import Calm

_HAZARDS: Final = (
    "fires blaze wildfire wildfires bushfire bushfires storm storms flood floods flooding wind winds rain"
    " rains snow landslide landslides tsunami aftershock aftershocks quake earthquake eruption volcano lava"
    " cyclone hurricane typhoon lightning avalanche avalanches drought heatwave tornado "
)
_ILLS: Final = (
    "infection infections disease diseases cancer illness illnesses measles flu asthma ebola malaria"
    " dementia stroke diabetes obesity "
)
_CAUSES: Final = "factors snap fog glitch bug oversight error faulty icy " + _HAZARDS
BLAMELESS: Final = frozenset(_CAUSES.split())
"""What may be blamed without accusing anybody."""

_OVER: Final = "over about with between"

QUIET: Final = (
    # disputes
    Calm("split", behind="among evenly equally", near="lottery jackpot prize"),
    Calm(
        "division divisions",
        before="lending retail second third research sales truck aircraft infantry airborne armoured"
        " mountain property chemicals electronics",
    ),
    Calm("conflict conflicts", behind="resolution prevention zone zones"),
    Calm(
        "rivals rival",
        before="smaller bigger larger cheaper european asian american japanese",
        behind="such including like",
    ),
    Calm(
        "battle fight fights fighting fought",
        near="inflation poverty terrorism piracy hunger poaching odds loneliness " + _HAZARDS + _ILLS,
        unless=_OVER,
    ),
    Calm("maintains maintained", behind="its his her their buy hold"),
    Calm("locked_in", near="rates mortgage room car"),
    Calm("escalating", behind="costs prices bills rents"),
    Calm("bitter", before="a", behind="taste medicine pill disappointment"),
    Calm("insists insisted insisting insist", near="importance"),
    Calm("turn_on turned_on turning_on", near="lights heating radio television taps lamp"),
    # accusations and refusals
    Calm(
        "fault faults",
        before="electrical technical mechanical signal geological san",
        behind="line lines zone",
        near="cable engine recall battery device devices software firmware airbag airbags",
    ),
    Calm("blame blamed blames blaming", near=_CAUSES),
    Calm(
        "critics",
        before="film music restaurant food art literary",
        near="praised acclaimed acclaim album novel",
    ),
    Calm("struck", before="was were been be is am", behind="by"),
    Calm(
        "claimed claiming claims",
        behind="victory gold silver bronze responsibility benefits first",
        near="lives medal luggage",
    ),
    Calm("question", before="no any same abstract your", behind="time mark", near="answer answered"),
    Calm("questions", near="answer answered answers"),
    Calm(
        "challenge challenges",
        before="many main biggest economic financial technical social environmental health",
        behind="ahead facing faced include including",
    ),
    Calm("declines", before="price steep sharp reported", behind="in of"),
    Calm(
        "decline declines declined declining",
        near="earnings sales shipments profit profits revenue revenues income prices yields stock bond"
        " enrolment membership rates currency output",
        unless="an a its his her their",
    ),
    Calm(
        "respond responds responded responding",
        near="tweet question questions comment comments email emergency crews officers firefighters"
        " request requests survey",
    ),
    Calm("condemn condemns condemned condemning", behind="terrorism"),
    Calm("condemn_the condemns_the condemned_the condemning_the", behind="blasts"),
    Calm(
        "condemned_terror condemned_terrorist condemned_the_terror condemned_the_terrorist condemns_terrorist"
        " condemns_terror condemn_the_terrorist condemns_the_terrorist condemning_the_terrorist",
        behind="attack attacks bombing bombings blast blasts act acts threat threats",
    ),
    Calm("denied", behind="parole boarding"),
    Calm("denied_bail", before="was were been be being is are", behind="to for by until", unless="out"),
    Calm("holding_out hold_out held_out holds_out", near="hope hopes"),
    Calm("stuck", near="traffic snow mud lift elevator sand jam"),
    Calm("walked_away walk_away walking_away", near="crash unhurt uninjured injuries"),
    Calm("block", before="development", behind="grant grants"),
    # threats and fears
    Calm(
        "risk risks danger dangers at_risk threat threats threaten threatens threatened threatening",
        before="fire choking",
        near=_HAZARDS + _ILLS + "extinction species fungus pests habitat habitats wildlife bees coral",
    ),
    Calm(
        "warn warns warned warning warnings",
        near=_HAZARDS
        + _ILLS
        + "erupt mountain walkers hikers climbers swimmers bathers tourists scam scams ash travellers"
        " travelers",
    ),
    Calm("warned_against warns_against", behind="travel travelling traveling"),
    Calm("warned_against_all warns_against_all", behind="travel"),
    Calm("warned_to_plan", behind="their ahead for"),
    Calm(
        "nervous",
        before="was were felt feel am i'm bit little got get quite so very",
        unless="about over",
    ),
    Calm("fear fears", before="greatest biggest worst my", near=_ILLS),
    Calm("concern concerns", before="health", near=_ILLS),
    Calm(
        "concern concerns concerned worry worried worries worrying fear fears risk risks at_risk uncertainty",
        near="bond bonds yields",
    ),
    Calm("aggressive", behind="expansion growth marketing pricing treatment investment strategy"),
    Calm(
        "pressure pressures",
        before="cost price wage margin margins competitive inflationary selling buying",
        near="margins prices profits yields currency",
    ),
    Calm("anxious", behind="wait"),
    # measures, courts and inquiries
    Calm(
        "shutdown shutdowns shut_down",
        before="maintenance planned winter annual refinery reactor seasonal",
        near="maintenance reactor refinery " + _HAZARDS,
    ),
    Calm("ban", behind="ki"),
    Calm("legal", behind="exposures side advice fees age limit limits status team department"),
    Calm("lawyers", behind="fees"),
    Calm("ruled ruling", near="empire dynasty century centuries decades kingdom"),
    Calm("abuse", before="domestic drug alcohol substance"),
    Calm("illegal", behind="drugs gambling parking"),
    Calm("audit audits", before="annual internal energy", behind="firm firms", near="accounts"),
    Calm(
        "investigate investigates investigated investigating investigation investigations inquiry inquiries"
        " probe",
        near="cause caused crash blaze fire collision circumstances derailment coroner marshal " + _HAZARDS,
    ),
    # protests
    Calm("strike strikes striking", behind="midnight", near="clock balance chord"),
    Calm(
        "rally rallies",
        before="campaign market pep election stock relief car",
        behind="supporting",
        near="stocks supporters candidate",
        unless="against over by",
    ),
    Calm("vigil", before="prayer candlelight candlelit easter", near="prayer candles church"),
    Calm("occupied occupying occupy", near="seat seats bed beds"),
    # obstacles
    Calm("fell", behind="by to from below sharply off"),
    Calm(
        "failed failing failure failures",
        before="heart engine power organ kidney liver equipment mechanical bank signal",
        behind="rate rates state states bank banks",
        near="sensor valve pump battery motor computer antenna radio brake",
    ),
    Calm("lack lacks lacked", near="sleep rainfall oxygen infrastructure"),
    Calm(
        "struggle struggles struggled struggling",
        near="breathe mortgage rent " + _ILLS,
        unless="against " + _OVER,
    ),
    Calm(
        "problem problems",
        before="mental drinking drug math health social decision technical plumbing weight",
        behind="solving",
    ),
    Calm("issue issues", before="bond share technical specific"),
    Calm(
        "issues",
        before="local global regional social environmental current declining advancing",
        behind="affecting ranging",
    ),
    Calm("gap gaps", before="gender age yield skills generation", behind="inc inc's"),
    Calm(
        "hit_a hits_a hitting_a",
        near="record high low tree pole car vehicle peak pedestrian lorry truck",
    ),
    Calm("ran_into run_into running_into ran_out run_out", near="tree wall car fuel water"),
    Calm(
        "sit_on sits_on sat_on sitting_on",
        near="board committee hill bench beach shelf panel edge cliff throne",
    ),
    Calm("has_yet_to have_yet_to", near="casualties victims rescuers rescue"),
    Calm("stall stalls", before="market food fruit street", behind="selling"),
    Calm("complicated", before="how more very", near="surgery machine"),
    Calm(
        "prevent prevents preventing prevented",
        behind="spread",
        near=_ILLS + _HAZARDS + "accidents waste theft erosion suicide",
    ),
    # demands and hard words
    Calm(
        "calls call called calling",
        before="plan deal agreement accord pact budget bill contract schedule recipe programme program truce"
        " design",
        near="lifeboat firefighters ambulance paramedics volunteers help",
    ),
    Calm("call", behind="for", near="cooperation unity calm", unless="to will would could may"),
    Calm("urge urged urges urging", near="dialogue restraint patience anyone everyone"),
    Calm("must_be", near="aged registered received applicants applications wearing accompanied"),
    Calm(
        "demand",
        before="unprecedented softer weak weaker slow slower slowing rising falling lower higher"
        " domestic future energy customer export forecasting boosted boost buoyant",
        near="tickets oil electricity consumer",
    ),
    Calm("wrong", before="went gone go goes going", behind="side way time place direction number turn"),
    Calm(
        "disaster disasters",
        before="natural national",
        behind="mitigation management relief preparedness response recovery area agency",
    ),
    Calm("hate", behind="crime crimes", near="love villain"),
    Calm(
        "unprecedented",
        behind="demand growth heat levels level scale rainfall success",
        near=_HAZARDS + _ILLS,
    ),
    Calm("want wants wanted", before="you who anyone", near="police"),
)
"""What divides nobody where it is all that could."""
