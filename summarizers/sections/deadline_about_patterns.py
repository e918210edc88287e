"""Where a sentence is cut to what its deadline is about. Data only."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.patterns import shared_prefixes

ATTRIBUTION: Final = re.compile(
    r"^.{0,80}?\b(?:said|says|announced|told (?!(?:the|an?)\b)\w+(?: [A-Z]\w+)*+|added|confirmed|"
    r"warned|reported|stated)\b(?: (?:on|late|early|last|earlier|this [a-z]+|in [A-Z]\w+|at [A-Z]\w+))*"
    r"(?: [A-Z][a-z]+day)?(?: that (?=talks\b|[a-z]+s\b)"
    r"|(?: that)?,? (?=(?:he|she|it|they|we|i|the|his|her|its|their|an?)\b|[A-Z]"
    r"|(?:[a-z’'-]+ ){1,6}?(?:will|would|are|is|has|have|must|can|could|should|may|might)\b))"
)
TAIL: Final = re.compile(r",? (?:according to|[A-Z]?\w+ (?:said|says|told|reported|added))\b.*$")
PRONOUN: Final = re.compile(
    r"^(?:and |but |then |also )?(?:he|she|it|they|we|i|you|this|that|which|who|there)\b"
    r"(?:['’](?:ll|d|s|re|ve))?(?: (?:also|will|would|is|are|was|were|has|have|had|now|to|be|"
    r"been|plans?|can|could|may|might|must|should))*\s+",
    re.IGNORECASE,
)
LEADING: Final = re.compile(
    r"^(?:and|but|so|then|that|or|as|while|with|also|however|meanwhile|in addition|raising|pushing)\b,?\s*|"
    r"^according to [^,]{2,60}, |^['’]s |^(?:will )?(?:brings?|sees?|marks?) (?=(?:the|an?|its)\b)|"
    r"^[\s,;:.\"“”'‘’()–—-]+",
    re.IGNORECASE,
)
LEADS: Final = (
    "on|by|between|until|till|before|through|from|in|at|of|for|as of|starting|beginning|effective|within"
    "|no later than|not later than|after|ahead of|as early as|as soon as|as late as|close of business|the"
    "|at least|around|about|over|during|next|to|with effect|set for|late|early"
)
LEAD: Final = shared_prefixes(dict.fromkeys((lead[::-1] for lead in LEADS.split("|")), ""))
DATE_LEAD: Final = re.compile(rf"\s*(?:\b{LEAD}\b\s*,?)*", re.IGNORECASE)
"""What stands before a date, read backwards: few words are, where each of the sentence might begin it."""
BE_IN: Final = re.compile(r"\bbe in(?= (?:by|before|on|no later than)(?: the)?\s*$)")
"""Before the date by which something has to arrive."""
LEFT_OF_THE_DATE: Final = re.compile(
    r"^[\s,]*(?:(?:eastern|central|pacific|mountain|local)(?: time)?\b|at the (?:earliest|latest)\b|"
    r"(?:is|are) (?:out|over)\b|"
    r"or so\b|away\b(?: from\b)?|from now\b|sharp\b|left\b|lunch-?time\b|tea-?time\b)?[\s,]*",
    re.IGNORECASE,
)
CREDIT: Final = re.compile(
    r"^, (?:(?!(?:and|but|or|so|when|where|while|which|who|if|unless|after|before)\b)[\w’'-]+ ){1,8}?"
    r"(?:said|says?|told|ruled|thinks?|believes?|reckons?|warn(?:ed|s)?|reported|added|announced|confirmed|wrote|"
    r"ordered)\b(?:[^,;]*$|, )"
)
"""Right behind a date, who says so: `by 3 December, analysts say`."""
INSERT: Final = re.compile(
    r", (?:(?:in|of|for|on|to|with) )?(?:which|whom|who|whose|where|an?|the|its|his|her|their|one)\b"
    r"(?:[^,;:“”\"]|(?<=\d),(?=\d)){2,110},(?= [a-z])"
)
ARTICLE: Final = re.compile(r"\b(?:the|an?|its|his|her|their)\s?$", re.IGNORECASE)
WEEKDAY: Final = re.compile(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?= [a-z])")
OF_IT: Final = re.compile(r"(?<=[a-z]{3}s) (?:on|about|over|of) (?:it|them)\b(?= [a-z]+)")
"""Behind a noun (`talks on it`): what it points at stands in another sentence."""
LOOSE_END: Final = re.compile(
    r",? (?:and|but|or|while|as|which|who|that|because|if|unless)(?: \S+){0,3}$|, \S+(?: \S+)?$"
)
"""What a cut may leave hanging."""
VERB: Final = (
    r"(?:will|would|is|are|was|were|has|have|had|may|might|could|can|must|should|shall|does|did|expects?|"
    r"plans?|wants?|"
    r"hopes?|aims?|said|says|agreed|vowed)"
)
PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i"})
_PAST: Final = (
    "kept|left|held|made|took|gave|met|won|lost|sold|bought|paid|told|fell|rose|drew|broke|struck|went|came|sent"
    "|found|sought|spent|built|began"
)
SUBJECT_END: Final = re.compile(
    rf",|\s(?:that|which|who|whose|{VERB}|{_PAST}|(?:[a-z]{{4,}}|[a-z]{{2}}[^\We])ed)\b"
)
ROW: Final = re.compile(r"[:–—] |- ")
ENTRY: Final = re.compile(r"[,;|] (?=\d)")
"""What stands between a date and its entry in a table, and between one entry and the next."""
LINK: Final = re.compile(" (?:and|but|or) ")
SECOND_VERB: Final = re.compile(
    rf",? (?:and|but|or)(?: then| also)? "
    rf"(?={VERB}\b|(?:told|asked|ordered|urged|warned|gave) (?:it|them|him|her)\b)"
)
HIS_OWN: Final = re.compile(
    r" (?:said|says)(?: that)? (?:it|he|she|they)(?= (?:will|would|must|is|are|was|were)\b)"
)
"""Between who speaks and what he says of himself."""
PLAIN: Final = (
    r"(?:applies|begins?|starts?|opens?|ends?|closes?|expires?|lapses?|finish(?:es)?|runs?|resumes?|reopens?|"
    r"concludes?|"
    r"returns?|takes|goes|comes|meets?|votes|decides|leaves|arrives)"
)
SUBJECT_AND_VERB: Final = rf"(?!(?:{VERB}|{PLAIN}|then|also)\b)(?:[\w.’'-]+\s){{1,4}}?(?:{VERB}|{PLAIN})\b"
CONJUNCTION: Final = re.compile(
    rf"^.{{4,}}\s(?:after|as|because|while|when)\s(?=(?:[\w.’'-]+\s){{1,4}}?(?:{VERB}|[a-z]{{3,}}ed)\b)"
    rf"|^.{{4,}}\s(?:before|until|once|that)\s(?=(?:[\w.’'-]+\s){{1,4}}?{PLAIN}$)"
)
"""The last conjunction before a date with a subject and a verb behind it."""
_CONJUNCTIONS: Final = "after as because while when before until once that"
CONJUNCTIONS: Final = frozenset(_CONJUNCTIONS.split())
SETTING: Final = re.compile(
    r"^\W*(?:As|While|After|Following|Despite|Amid|Because|Although|Though|When|With|Since)\s[^,;“”\"]{8,120},\s"
    rf"(?=(?:[\w.’'-]+\s){{1,5}}?{VERB}\b)"
)
"""The clause before the one that dates something: `As the regulator reviews the deal, the bank is …`."""
AFRESH: Final = re.compile(rf"^,\s(?:[\w.’'-]+\s){{1,4}}?{VERB}\b")
"""The clause behind one that opened with `while`: it has a subject and a verb of its own."""
LAST_CLAUSE: Final = re.compile(rf".*(?P<and>\s)(?:and|but)\s(?={SUBJECT_AND_VERB})")
"""The last `and` before a date that a clause with a subject of its own follows."""
VERB_BEFORE: Final = re.compile(rf"\b(?:{VERB}|{PLAIN}|[a-z]{{3,}}ed)\s")
"""Before it the verb of another clause."""

LISTED_DAYS: Final = re.compile(
    r" on (?:the )?\d{1,2}(?:st|nd|rd|th)?(?:, \d{1,2}(?:st|nd|rd|th)?)*(?:,|,? and) $"
)
"""Before a day, others of the same month (`on 21, 23 and 28 May`)."""
DAY_ENDS: Final = re.compile(r"(?:\d|\d [A-Z][a-z]{2,8}|[a-z]day|noon|midnight)$")
WHOLE: Final = re.compile(rf"{SUBJECT_AND_VERB}\s*$")
"""Before the comma behind which another clause begins without a link, and that clause up to its date."""
THIRD_CLAUSE: Final = re.compile(rf"(?:^|,? )(?:and|but) {SUBJECT_AND_VERB}.*")
"""A clause with a subject of its own behind a date."""
PLAIN_END: Final = re.compile(rf"\s{PLAIN}\b")
SECOND_PLAIN: Final = re.compile(
    rf"(?:\d|[a-z]day).*?(?P<and>,? (?:and|but)(?: then| also| again)? )(?={PLAIN}\b)"
)
"""Between a first date and the verb of a second one (`begins on 10 November and ends`)."""
NEXT_PLAIN: Final = re.compile(
    rf"(?:^|,? )(?:and|but)(?: then| also| again)? "
    rf"(?:(?:{PLAIN}|{VERB})\b|[a-z]{{3,}}ed (?:the|an?|its|his|her|their|it|them)\b).*"
    r"|^(?:and|but) (?:then )?again\b.*"
)
AGAIN: Final = re.compile(
    r"(?:\s(?:on|from|at|in|by) (?:the )?(?:[\d.:]+ ?(?:[ap]\.?m\.?|hrs|hours)?|noon|midnight|\d+(?:st|nd|"
    r"rd|th)?"
    r"|(?:\d+ )?[A-Z][a-z]+(?:\.? \d+)?,?)(?: \d{4})?)+,? (?:and|but) (?:then )?again$"
)
"""Before the second of two days of one thing (`closes on Tuesday and again on 14 May`)."""
GIVES: Final = re.compile(r"\b(?:give|gives|gave|given|giving|grants?|granted|allows?|allowed)\b[^,;]{0,60}$")
NEXT_CLAUSE: Final = re.compile(r"[,;: ](?:(?<! )(?!(?<=:)\d)|(?:and|but|while|with) )")
RELATIVE: Final = re.compile(r"\b(?:which|who|whose)\s*$")
LAST_NOUN: Final = re.compile(
    r"(?:^|\s)((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)"
    r"(?:\s(?!(?:the|an?|its|his|her|their|our|that|which|who)\b)[^\s,;:]+){1,8})$"
)
STATES: Final = re.compile(
    rf"\s(?:{VERB}|[a-z]{{2,}}ed|needs?|seeks?|requires?|awaits?|faces?|backs?|threatens?|gave|made|took|won|lost)\b"
)
WHOSE: Final = re.compile(r"([A-Z][\w’'-]*+(?: [A-Z][\w’'-]*+){0,3}), whose\s*$")
LOST: Final = re.compile(r"(?:was|were|is|are|has|have|had|by which|in which|of which|[a-z]+ed)\b")
TOLD: Final = re.compile("according to|said|says|announced|told|added|confirmed|warned|reported|stated")
"""One of these stands wherever it is told who says so."""
SAID: Final = re.compile(
    r"^(?:just |also |later )?(?:said|says|announced|added|confirmed|warned)(?: that)?\s+"
)
SPEAKER: Final = re.compile(
    rf"^(?P<who>[A-Z][^,;:“”\"]*?)\s(?:{VERB}[^,;:“”\"]*\s)??(?:said|says|announced|added|confirmed|warned)"
    r"(?: on [A-Z]\w+day)?(?: that)?\s*$"
)
HIMSELF: Final = re.compile(r"^\s*(?:it|he|she|they)\s")
AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|will|would|may|might|could|must|should|set|due)\b")
FEWEST: Final = 3
SUBJECT_WORDS: Final = 6
MOST_CHARS: Final = 60
FEWEST_LEFT: Final = 4
WEAK_WORDS: Final = (
    "a about after also an and are as at be been before between but by even for from had has "
    "have her his if in into is its just more no not of on or over per s set than that the their these "
    "this those through to until was were when which while who will with would"
)
WEAK_END: Final = frozenset(["", *WEAK_WORDS.split()])
"""Words with which nothing ends, and a bare mark."""

OPENING_WORDS: Final = (
    "in on at for with by from that which who whose as unless if after before between among against over "
    "under because while when where whether and or but since during through including amid despite without"
    " of"
)
OPENERS: Final = frozenset(OPENING_WORDS.split())
"""Words before which a sentence may end."""

_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
ALTERNATIVE: Final = re.compile(
    r"^,? or (?:in |on |by |from )?(?:early |late |mid-?)?(?:the )?(?:next |\d|[A-Z])"
    rf"|^,? and (?:on |from )?(?:{_MONTHS} \d|\d{{1,2}}(?:-\d{{1,2}})? {_MONTHS})"
)
"""Behind a date, another one in its place."""
PARTICIPLE: Final = re.compile(
    r"\b(?<!is )(?<!are )(?<!was )(?<!were )(?:set|due|scheduled|expected|meant) to [a-z]+\s*$"
)
VERB_NEXT: Final = re.compile(rf"^,? {VERB}\b")
HAS_VERB: Final = re.compile(rf"\b(?:{VERB}|{PLAIN}|[a-z]{{3,}}ed)\b")
WAITS: Final = re.compile(rf"\b{VERB}(?: (?:be|been|not|also|then|now))?\s*$")
"""A head whose verb stands behind the date: `the court will, on 3 May, decide`."""
NEXT_SENTENCE: Final = re.compile(r"[.!?]\s+(?=[A-Z])")
NAMED_BY_DATE: Final = re.compile(
    r"^(?=(?:deadline|vote|hearing|meeting|election|summit|talks|date|target)\b)(?:\S+ ){4,}?"
    r"(?=(?:is|was|are|were|has|have|had|will|would)\b)"
)
"""`deadline for ministers to answer`, before `is neither …`."""
OWNED: Final = re.compile(r"^['’]s ")
ONESELF: Final = re.compile(r"^(?:them|it|him|her|our|your|my)sel(?:f|ves)\b")
LEFT_DAY: Final = re.compile(
    r"(?<=\w) from (?:the )?(?:[A-Z][a-z]{2,5}day|\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})$"
)
"""Before the day to which something moves, the one that it leaves."""
INITIALS: Final = re.compile(r"(?:\b[A-Z]\.)+[A-Z]$|\b[ap]\.m$")
"""A name of initials, or `p.m.`, that has lost its last stop."""
PARTICLE: Final = re.compile(r"\s*in (?=(?:from|on|by|at|before|until|after|as)\b)")
"""Of two prepositions before a date the first is the verb's: `would kick in from`."""
WITH_IN: Final = re.compile(r"\b(?:be|sworn|kick(?:s|ed|ing)?|phas(?:e|ed|ing)|ushered) in$")
LONGEST_WITH_IN: Final = len(" ushered")
"""Verbs to which an `in` belongs."""
ANOTHER_MATTER: Final = re.compile(r"\s*,(?!\s(?:to|in|at|for|unless|if|provided|subject)\b)")
"""Behind a date, a comma but for one that only ends the date: `until Monday, 4 March, to send notices`."""
NEXT_VERB: Final = re.compile(f"{VERB}|{PLAIN}")
ARTICLES: Final = frozenset({"a", "an", "the", "its", "his", "her", "their"})
OF_WHAT_WORDS: Final = (
    "ahead all amount because beginning capable day days end front group hour hours instead kind lack"
    " list many minute minutes month months most number one out part rest series set some start"
    " use week weeks year years"
)
OF_WHAT: Final = frozenset(OF_WHAT_WORDS.split())
"""Words that say nothing without their `of`."""
IN_BRACKETS: Final = re.compile(r"([^,;:()]{3,80}?) \((?:[^()]{1,25}(?:–|-|—| to) ?)?$")
"""An entry before a date that stands in brackets behind it: `a second phase (May 2016 – June 2017)`."""
IN_BRACKETS_REACH: Final = 30
"""Characters within which its bracket opens."""
DEED: Final = re.compile(rf"{VERB}|[a-z]{{3,}}ed")
DEED_WORDS: Final = 5
"""A deed of more words may be told without a long subject."""
BE: Final = frozenset({"is", "are", "was", "were"})
GOVERNING: Final = frozenset({"that", "which", "who", "to"})
"""Before a verb, what may make it another's than the subject's."""
_CLOCK: Final = (
    r"\s(?:from|at|until|to) (?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight)"
    r"(?: (?:on|of)(?: \d{1,2} [A-Z][a-z]+| [A-Z][a-z]+(?: \d{1,2})?)?)?"
)
CLOCK_END: Final = re.compile(rf"{_CLOCK}(?:{_CLOCK})*\s*$")
"""The hour before a day."""
SOMEBODY: Final = re.compile(r"^for (?=\S+(?: \S+){0,3} to [a-z])")
"""Before who has to do what: `for ministers to answer`."""
