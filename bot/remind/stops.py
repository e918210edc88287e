"""Words by which what has a date is stopped, goes on again, or is over: bans, courts, closures."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.VERBOSE

_THINGS = (
    r"(?:rules?|laws?|acts?|bans?|caps?|quotas?|curbs?|curfews?|embargo(?:es)?|ordinances?|reforms?|orders?"
    r"|regulations?|tariffs?|dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|surcharges?"
    r"|tolls?|charges?|fees?|decree|mandate|scheme|launch|closures?|hearing|trial"
    r"|referendum|elections?|votes?|sale|merger|takeover|strikes?|walkouts?)\b"
)
THINGS = re.compile(rf"\b{_THINGS}", _FLAGS)

_BEFORE_IT = (
    r"(?=\ (?:(?!(?:after|at|before|during|for|from|in|on|over|short|to|until|with)\b)[\w’'%-]+\ ){0,6}?"
    rf"{_THINGS})"
)
_FOR_A_WHILE = (
    r"(?![^.;]*\b(?:until|till)\b(?!\ further\ notice)"
    r"|[^.;]*\bfor\ (?:\w+\ ){1,2}(?:day|week|month|year)s?\b)"
)

STOPPED = re.compile(
    r"\b(?:(?:suspend|block|halt|overturn|void|stop|froz|freez)(?:e|es|s|p?ed|en|p?ing)?|stayed"
    rf"|(?:strikes|struck)\ down){_BEFORE_IT}",
    _FLAGS,
)
"""What a court or an authority does to what has not begun: only where one is named is anything called off."""

PAUSES = re.compile(
    rf"\b(?:(?:suspend|paus|froz|freez)(?:e|es|s|ed|en|ing)?){_BEFORE_IT}{_FOR_A_WHILE}", _FLAGS
)
PAUSED = re.compile(
    rf"\b(?:suspended|paused|frozen|halted|blocked|stopped|on\ (?:hold|ice)){_FOR_A_WHILE}", _FLAGS
)
"""The same by whoever has it in hand; what is put off for a time goes on at its end."""

AUTHORITY = re.compile(
    r"\b(?:minist(?:er|ry)|government|parliament|council|senate|assembly|congress|cabinet|president|governor"
    r"|mayor|regulators?|commission|authorit(?:y|ies)|agency|watchdog)\b",
    _FLAGS,
)

COURT = re.compile(r"\b(?:courts?|judges?|tribunals?|justices|magistrates?)\b", _FLAGS)

_UNBAN = (
    r"(?:lift|overturn|revok|rescind|annul|repeal|void|quash|dissolv)(?:s|e|es|ed|ing)?\ (?:[\w’']+\ ){0,3}?"
    r"(?:bans?|injunctions?|moratori(?:um|a)|prohibitions?|suspensions?|stay|block)"
)
UNBANNED = re.compile(rf"\b{_UNBAN}\b", _FLAGS)
"""What forbade something is gone: that calls off itself, and not what it forbade."""

BAN = re.compile(
    r"\b(?:bans?|bann\w+|injunctions?|moratori|prohibit|suspen|stay|block|curb|halt|freez|froz)", _FLAGS
)

CLOSED = re.compile(r"\b(?:clos(?:ed?|es|ing|ures?)|shut(?:s|ting|down)?)\b", _FLAGS)
"""What ends with a reopening."""

REOPENED = re.compile(r"\breopened\b", _FLAGS)

_ON_AGAIN = (
    rf"{_UNBAN}|reinstat\w+|reviv(?:e|es|ed|ing)|restor(?:e|es|ed|ing)|reschedul\w+"
    r"|new\ (?:date|day|deadline)|after\ all|(?:back\ )?on\ again"
)
ON_AGAIN = re.compile(rf"\b(?:{_ON_AGAIN})\b", _FLAGS)
"""By these what was called off goes on, whichever day the next sentence names."""

ANEW = re.compile(rf"\b(?:{_ON_AGAIN}|(?:will|is|are)\ now|now\ (?:due|set|scheduled|planned))\b", _FLAGS)
"""By these what was called off has a day again."""

WAS_DUE = re.compile(
    r"\b(?:was|were|had\ been)\ (?:(?:first|originally|initially)\ )?"
    r"(?:due|set|scheduled|supposed|meant|planned|to)\b",
    _FLAGS,
)
"""What a date was, and no longer is."""
