"""Words around a date that look back or ahead. Data only."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.patterns import shared_prefixes
from summarizers.text.alternatives import tree

AHEAD_BEFORE: Final = tree(
    r"\b(?:(?:until|till|(?:until|till|by|before) (?:the )?(?:close|end|start) of (?:business|play|trading)|"
    r"notice of (?:[a-z0-9-]+ ){0,4}(?:strikes?|walk-?outs?|stoppages?|action|closures?|lock-?outs?)|"
    r"(?:until|till|pending) (?:an?|the|its|his|her|their) (?:[a-z-]+ ){0,3}(?:hearing|trial|appearance|"
    r"sentencing|meeting|vote|review|ruling|verdict|election|summit)|"
    r"v(?<!\bthe v)(?<!\ba v)otes? on (?:the|an?|its|their) (?:[a-z’'-]+ ){0,6}[a-z’'-]+(?= on )|"
    r"no later than|(?:no|not) (?:earlier|sooner) than|starting|beginning|effective|due|"
    r"as (?:soon|early) as|"
    r"(?:rescheduled|postponed|moved|(?:put|pushed) (?:[a-z]+ ){0,6}(?:back|off)|"
    r"pushed(?= (?:[a-z]+ ){1,6}from )|shifted|"
    r"push(?:ed|es|ing)(?= (?:the|its|their|an?) (?:[a-z’'-]+ ){0,4}(?:date|deadline|start|launch|opening|"
    r"vote|hearing|trial|decision|closing|completion|release|delivery|talks|election|meeting|expiry|case|matter|"
    r"proceedings|session|debate|review|summit|visit|match|game|ceremony|ruling|verdict|payment|inquest) )|"
    r"(?:was|were|been|being|is|are) pushed|"
    r"delayed|extended|deferred|prolonged|renewed|"
    r"rolled over|adjourned|reserved|slipped|brought forward)[a-z0-9'’., ]{0,50} "
    r"(?:to|until|till)|by (?:an? |another |a further )?[a-z0-9-]+ (?:hours?|days?|weeks?|months?|years?),? "
    r"(?:to|until|till)|(?:scheduled|set|planned|slated|listed|fixed|booked|timed|earmarked|"
    r"convened|called|announced) for|"
    r"(?:called|scheduled|set|planned|arranged|booked|fixed|listed) (?:an?|the|its|their|another) "
    r"(?:[a-z0-9-]+ ){1,3}for|"
    r"(?:calls?|called|plan(?:s|ned)?) (?:[a-z0-9-]+ ){0,2}(?:strikes|walkouts|stoppages|protests|rallies|"
    r"marches|elections|talks|meetings|votes) for|deadline (?:of|is)|"
    r"(?:set|scheduled|fixed) (?:the )?(?:start of the |next )?(?:trials?|sentencing|hearings?|arguments|"
    r"jury selection|closing|opening|launch|vote|elections?|run-?off)\b[a-z’'. ]{0,40} for|"
    r"(?:action|goal|target|trial|sentencing|hearing|court|start|launch|release|opening|closing|effective|"
    r"delivery|decision|payment|expiry|expiration|completion) date (?:of|is)|"
    r"coming|upcoming|rescheduled for|"
    r"(?:(?:lapse|conclude|retire|cease|mature|start|begin|open|reopen|expire|meet|resume|end|close|vote|go|come|return|leave|run|take)s?|"
    r"(?:finishe|launche|publishe|unveil|appear|fall|applie|premiere|walk|"
    r"step|shut|"
    r"stop|quit|join|switche|move|sit)s)"
    r"(?: again| back| forward| out| down| due| live| away| into [a-z]+| effect| place| office| to the polls|"
    r" on (?:sale|strike|trial|show|display|leave|recess|holiday)| under the hammer| in court|"
    r" to (?:work|court|school|parliament|the table|the air)|"
    r" before [a-z ]{3,20}|"
    r" [a-z]+ly)?(?: at)?|"
    r"(?:is|are) up|(?:dr(?:y|ies)|kicks?|snaps?|goes|go|runs?) (?:up|in|back|live|out(?: in)?|off)|"
    r"(?:reconvene|convene|return|decide|arrive|depart|air)s|follows? (?:on|in)|"
    r"(?:further|extra|another|additional|more) (?:[a-z0-9-]+ ){0,3}(?:days|weeks|months|"
    r"years?),? (?:up )?to|rises(?: for [a-z]+)?|"
    r"(?:rises|falls|increases|drops|goes up|goes down) (?:by|to|from) [^ ]{1,9}(?: per cent|"
    r" percent| million)?(?: on| in| from)|"
    r"walks? out(?: for [a-z0-9-]+ [a-z]+)?|"
    r"comes? in|(?:stays?|remains?|lasts?|runs?|continues?|holds?)(?: [a-z]+){0,2} through|"
    r"(?:is|are) (?:in (?:force|place|effect|operation)|available|open|closed|valid|on (?:sale|display|show))"
    r" from|"
    r"(?:(?:is|are)(?<!said is)(?<!said are)|(?:remain|stay)s?) (?:open|closed|shut)(?: again)?|"
    r"(?=[efmpt])(?<!\bthe )(?<!\ba )(?<!\bnot )(?<!n['’]t )\b(?:face|play|meet|entertain|take on|travel to)"
    r"s? (?:(?![a-z]{3,6}day\b)[a-z'’-]+ ){1,7}(?:at home |away )?on|"
    r"(?:begin|start|stop|resume)s? [a-z]+ing(?: on| at)|"
    r"(?=[obs])(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bnot )(?<!n['’]t )(?<!\bto )\b(?:open|begin|start|"
    r"stage) (?:an?|the|their|"
    r"its) (?:[a-z0-9'’-]+ ){1,5}(?:on|at))"
    r"(?: on| to| from| through| the| at least| [a-z]{3,6}day(?:,| and|, and))* ?$"
    r"|(?:invite[sd]?|inviting|summon(?:s|ed|ing)?) [^.;,]{2,40} to (?:an?|the|its|their|another|talks)\b"
    r"[^.;,]{0,30}? on $"
    r"|(?:is(?<!said is)(?<!it is)|are(?<!said are)(?<!it are))(?: out| now)?(?: on| at| in)? ?$"
    r"|(?:is|are) [a-z]{3,}(?:ed|en) from $"
    r"|(?:is|are|(?:has|have) been) (?:[a-z]{3,}e[dn]|down|up) for $"
    r"|(?:is|are|(?:has|have) been) [a-z]{3,}(?:ed|en) through $"
    r"|(?:has|have) (?:cancell?|suspend|halt|clos|ground|barr|bann|postpon)ed [a-z’' ]{0,40} through $)"
)
MAYBE_AHEAD_BEFORE: Final = re.compile(r"\b(?:by|before|through|ahead of)(?: the| at least)* ?$")
BACK_BEFORE: Final = re.compile(r"\b(?:since|as of|dated|ended|late)(?: on| the)* ?$")
PAST_PERFECT: Final = re.compile(r"(?<!\bhas )(?<!\bhave )\bhad\b(?!.*\b(?:has|have|will|is|are)\b)")
PAST_PERFECT_BEHIND: Final = re.compile(rf"[^.;!?]{{0,40}}?{PAST_PERFECT.pattern}")
_MAY: Final = r"may(?<!\d may)(?<!\d[snrt][tdh] may)(?<!\bof may)(?<!\bin may)(?!,? \d)"
"""The verb, not the month."""
_NOT_YET: Final = (
    "(?: not| also| likely| probably| still| soon| now| then| first| only| instead| finally| again)?"
    "(?: be [a-z]+| have [a-z]+)"
)
_MODAL: Final = r"(?:will|won['’]t|shall|would|" + _MAY + r"|might|could(?! not\b|n['’]t\b)|can|should|must)"
_AHEAD_WORDS: Final = (
    "due payable supposed scheduled slated expect expects expected planned planning intend intends hope "
    "hopes aim aims predict predicts begins starts opens holds hosts visits travels hears decides votes "
    "addresses launches resumes reopens convenes delivers airs welcomes chairs reconvenes heads expires "
    "becomes debates breaks flies applies lapses ends finishes concludes closes meets goes comes retires "
    "publishes releases unveils announces presents upcoming"
)
_BACK_WORDS: Final = (
    "said says told was were had did has have been went came made took gave got held met began became "
    "fell rose left won lost sent saw found kept led ran spoke wrote knew broke grew drew stood struck "
    "shot died cut hit put brought bought sold thought taught caught fought paid heard built spent felt "
    "meant fled flew threw chose rode drove woke stole swore tore wore bore sang sank swam quit beat "
    "shut hurt"
)
_AHEAD: Final = (
    r"to (?:have|get) (?!been\b)(?:(?:the|its|their|all|most) )?[a-z-]+ [a-z]{2,}ed(?= by\b)|"
    rf"{_MODAL}(?:{_NOT_YET}|\b(?: (?!on\b|in\b|by\b|until\b)[a-z]+){{0,2}})|to{_NOT_YET}|"
    r"to (?:cut|put|shut|hit|quit|beat) (?:[a-z0-9$€£.,%-]+ ){1,5}by|"
    r"(?:promised|pledged|vowed|demanded|ordered|wanted|sought) (?!to )(?:[a-z-]+ ){1,5}by|"
    r"be [a-z]{2,}ed|(?:is|are|be) (?:to|due|set|slated|scheduled|"
    r"expected|planned|supposed|likely|going|heard|held|paid|counted|released|"
    r"published|decided|completed)|set to|plans? (?:to|for|an?|(?:[a-z-]+ ){0,2}(?:strike|walkout|stoppage|"
    r"protest|march|rally|rallie|meeting|talk|vote|hearing)s?)\b|takes (?:effect|place|office)|"
    rf"{shared_prefixes(dict.fromkeys(_AHEAD_WORDS.split(), ''))}|"
    r"(?:agreed|vowed|promised|pledged|decided|threatened|want|wants|wanted|ready|able|"
    r"need|needs|asked|urged|told|ordered|instructed|directed|bailed|summoned) "
    r"[a-z ]{0,20}\bto\b(?! (?:the|an?|its|his|her|their|this|that)\b)"
    r"|coming (?:up|before)\b|(?:is|are) (?:also )?out\b(?! of\b)"
    r"|brings (?!the (?:total|toll|tally|number|count|figure)\b)(?:the|an?|more|fresh)\b"
    r"|(?:have|has) (?:(?:until|till) )?(?:the|an?|another) (?:[a-z0-9’'-]+,? ){0,6}?(?:announcement|meeting"
    r"|hearing|vote|game|match|race|call|minutes|results|figures|data|numbers|date|deadline|interview|appointment|election|debate|summit|session|conference|briefing|event|test"
    r"|trial|decision|statement|stop|visit|talks|concert|show|flight)\b"
    r"(?! [^.;]{0,80}?\b(?:after|since|from|following|despite)\b)"
    r"|(?:is|are) (?:now |also )?(?:meeting|"
    r"planning|preparing|going|coming|holding|hosting|leaving|travell?ing|visiting|expecting|"
    r"heading|hoping|aiming|flying|returning|taking|closing|opening|starting|beginning|ending|"
    r"expiring|voting|delivering|publishing|convening|launching|unveiling|playing|facing|appearing|"
    r"speaking at|releasing its|"
    r"reporting (?:its |their )?(?:[a-z-]+ )?(?:earnings|results|figures|numbers))\b"
    r"|(?:vowing|promising|pledging|threatening|planning|hoping|aiming|preparing|(?:has|have) offered|"
    r"offers|offering) to\b"
)
_BACK: Final = (
    r"could(?: not|n['’]t)(?: be)?(?: [a-z]+)?|(?:neither|nobody|no one)\b[a-z'’ "
    r"]{1,60}?\bcould(?: be)?(?: [a-z]+)?|set (?:aside|up|off)|had(?: been)? (?:due|set|"
    r"scheduled|expected|planned|to)(?: to)?(?: [a-z]+)?|"
    rf"{shared_prefixes(dict.fromkeys(_BACK_WORDS.split(), ''))}|"
    r"(?!un[a-z]+ed\b|need|speed|succeed|proceed|exceed|suppos|feed|indeed|hundred|red\b|bed\b|united|"
    r"armed|limited)[a-z]{4,}+(?<=ed)"
)
_SHORT: Final = r"['’](?:(?<=[a-z].)(?:ll|d))\b"
CUE: Final = tree(rf"\b(?:{_AHEAD}|{_BACK})\b|{_SHORT}")
AHEAD_CUE: Final = tree(rf"\b(?:{_AHEAD})\b|{_SHORT}")
"""Of what both match at one place, this one has it."""
