"""Words that make a date a deadline, hedge it, or say it is none. Data only, for lower-case text."""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.prefilter import Prefiltered

_MAY: Final = (
    r"(?<!\d )(?<!\bin )(?<!\bof )(?<!\bby )(?<!\bon )(?<!\bto )(?<!\b(?:mid|end)-)(?<!\b(?:last|next|from) )"
    r"(?<!\b(?:early|until|since|after) )(?<!\bbefore )may(?!,? \d)"
)
"""The verb, not the month."""

STRONG: Final = Prefiltered(
    r"\b(?:deadlines?|(?:last|final) (?:[a-z]+ )?(?:days?|dates?)|closing date|expir\w+|due (?:on|by|in|"
    r"to|at|for)|"
    r"cut-?off|ultimatum|laps(?:e|es|ing)|"
    r"(?:takes?|taking|goes?|going|come|comes|go|enters?) (?:into )?(?:effect|force)|"
    r"scheduled|slated|rescheduled|postponed (?:until|to)|set (?:for|to|an?|the(?= $)|on)|no later than|"
    r"set (?:(?!(?:records?|high|low|stage|tone|pace|scene|example|aside)\b)[a-z.’'-]+ ){1,9}for(?= $)|"
    r"(?:action|goal|target|trial|sentencing|hearing|court|start|launch|release|opening|closing|effective|"
    r"delivery|decision|payment|completion) date of(?= $)|"
    r"(?:fixed|listed|pencil(?:l)?ed in|earmarked|adjourned|relisted) (?:for|to|until)|"
    r"(?:called|convened|summoned|booked|timed|billed) for(?= $)|"
    r"(?:called|planned|arranged|booked) (?:an?|the|its|their|"
    r"another) (?:[a-z0-9-]+ ){1,4}for(?=(?: the)? $)|"
    r"(?:listed|posted|fixed|adjourned) the (?:matter|case|plea|petition|appeal|suit)(?: [a-z]+){0,3} "
    r"(?:on|for|to|until)(?= $)|"
    r"effective|runs? out|sunsets?|(?:is|are) up|dr(?:y|ies) up|kicks? (?:off|in)|snaps? back|go(?:es)? live|"
    r"is to|are to|to be held)\b"
)
"""Words that by themselves mark a dated commitment."""

AHEAD: Final = Prefiltered(
    r"\b(?:(?:will|would|shall|must|may|might|could|can|should|to)(?: [a-z]+)?? (?:be|"
    r"get)(?: [a-z]+ly)? [a-z]{3,}|"
    r"if|unless|will|won['’]t|shall|would|(?:is|are|be|been|was|were) (?:due|set|slated|"
    r"scheduled|expected|planned|likely|supposed|poised|ready)|"
    r"(?:is|are|'re|’re|'s|’s) (?:to|going to|planning|preparing|expecting|[a-z]+ing)|(?:have|"
    r"has) (?:until|till|to)|must|"
    rf"{_MAY}|"
    r"might|could|can|should|"
    r"scheduled|slated|expects?|expected|plans?|planned|planning|intends?|hopes?|aims?|"
    r"pledge[sd]?|promise[sd]?|vow(?:s|ed)?|(?:has|have) offered to|"
    r"(?:vowing|promising|pledging|threatening|hoping|aiming|preparing|offers|offering) to|"
    r"agreed to(?! (?:the|an?|its|his|her|their|this|that)\b)"
    r"|begins?|starts?|opens?|meets?|expires?|ends?|closes?|kicks? off|"
    r"votes|decides|rules on|convenes|reconvenes|resumes|holds|hosts|visits|faces|hears|travels to|delivers|"
    r"announces|presents|publishes|airs|(?:is|are) (?:also )?out(?! of\b)|"
    r"welcomes|chairs|taking place|(?:com(?:ing|es?)|go(?:ing|es)?) (?:up|before)|"
    r"takes? "
    r"(?:effect|place|office)|goes into|comes into|due|deadline|upcoming|"
    r"targeted|pencilled in|earmarked|(?<=, )payable(?= (?:on )?$)|"
    r"ahead of|prospects? of|predict\w*|to be [a-z]+|calls? for|"
    r"called for (?:an?|another) (?:[a-z-]+ ){0,3}(?:meeting|summit|strike|protest|vote|session|rally)|"
    r"requir\w+|deadline|want\w*|demand\w*|urg\w+|"
    r"ask\w*|(?:told|ordered|instructed|directed|advised|warned|obliged|bailed) to|"
    r"(?:until|pending) (?:an?|the|its|his|her|their) (?:[a-z-]+ ){0,3}(?:hearing|trial|appearance|vote|"
    r"review|ruling|verdict|sentencing)|"
    r"(?:told|tells?|orders?|ordered|instruct(?:s|ed)|direct(?:s|ed)|required|obliged|obliges?) "
    r"(?:(?!that\b)[a-z’'-]+ ){1,5}to(?! (?:the|an?|its|his|her|their)\b)|"
    r"(?:invite[sd]?|inviting|summon(?:s|ed|ing)?) (?:(?!that\b)[a-z’'-]+ ){1,6}?to (?:an?|the|its|their|"
    r"another|talks)\b[^,;]*|"
    r"propos\w+|threaten\w*|gives?|gave|seek\w*|need\w*)\b"
    r"|\b(?:is|are)(?: out| now)?(?: on| at| in)? ?$"
    r"|\b(?:is|are|(?:has|have) been) (?:[a-z]{3,}e[dn]|down|up) for (?:the )?$"
    r"|\b(?:returns?|reopens?|resumes?|lapses?|runs|lasts|continues|stays|remains|holds|stands|applies|"
    r"(?:runs?|walks?) out|steps? down|rises?|changes|leaves|"
    r"premieres|reaches|adjourns|arrives|departs|matures|shuts|defends|faces|plays?|stops|ceases|joins|"
    r"moves|switches|retires|quits|sits|takes on|files|hosts?|follows?|rises for|"
    r"(?<!\bthe )(?<!\bnot )(?<!n['’]t )(?:face|play|meet|gather|convene|entertain|travel to|visit|host|"
    r"open) [a-z'’-]+(?: at home| away)?|"
    r"(?:rises|falls|increases|drops|goes up|goes down) (?:by|to|from) [^ ]{1,9}(?: per cent|"
    r" percent| million)?|"
    r"(?:[a-z]{2,}+(?<=s)|who) (?:(?:vote|elect|choose|pick)(?: on (?:the|an?|its|their)(?: [a-z-]+){1,4}?)?|"
    r"shut|mature|break up|sit|rise|fall due|(?:rise|fall|increase|drop|go up|go down) by "
    r"(?:a further |another )?[^ ]{1,9}(?: per cent| percent)?)|"
    r"(?:is|are) (?:opened|named|announced|published|paid|counted|drawn|sold|heard|held|unveiled|delivered|"
    r"lifted|abolished|scrapped|raised|reduced|banned|introduced|replaced|suspended|withdrawn|"
    r"reopened|closed|phased|switched|handed|sworn)|falls|"
    r"comes? in|launches|lifts|reports|unveils|appears? in court|reports? back|"
    r"go(?:es)? (?:to (?:the |an? )?(?:polls|floor|vote|trial|court|plenary|senate|"
    r"voters)|on (?:sale|strike|trial|recess|display|show)|back|forward|"
    r"out|under the hammer))"
    r"(?: [a-z0-9-]+){0,4} ?$"
    r"|[a-z]['’](?:ll|d)\b|^\W*come $"
)
"""Words that look ahead; the plain verbs of the last rows only right at the date."""

BACK: Final = Prefiltered(
    r"\b(?:said|says|told|announced|reported|wrote|tweeted|was|were|had|did|been|went|came|"
    r"made|took|gave|got|held|met|began|became|fell|rose|left|"
    r"won|lost|sent|saw|found|kept|led|ran|spoke|struck|shot|died|killed|arrested|signed|"
    r"passed|approved|voted|rejected|released|issued|"
    r"launched|published|happened|occurred|"
    r"stood|broke|drew|grew|threw|fled|flew|chose|drove|fought|set the (?:stage|tone|pace|scene)|"
    r"(?!(?:speed|need|feed|seed|exceed|proceed|succeed|indeed|hundred|united|limited)\b)[a-z]{3,}ed)\b"
)
"""Words that look back."""


_TIME_OF_DAY: Final = (
    r"(?: (?:(?:the )?(?:close|end|start) of (?:the )?(?:business|play|trading|(?:working |business )?day)|"
    r"sundown|sunset|dusk|dawn|sunrise))?(?: on)?"
)
"""What may stand between a frame and its day (`by close of business on Monday`)."""

LASTS: Final = Prefiltered(
    r"\b(?:is|are|been|was|were|being) (?:[a-z]+ly )?[a-z]{2,}(?:ed|en|nt|ut|ld)\b|\b(?:remanded|adjourned|"
    r"suspended|cancell?ed|tabled|banned|barred|closed|shut|halted|grounded|froze|jailed|detained|deferred|"
    r"ruled out)\b"
)
"""Before `until`: what was done lasts from then on, where `served until June` is over."""

GAPPED: Final = Prefiltered(
    r"\b(?:will|to|shall|should|must) be [a-z]+(?:ed|en|wn|ut)\b[^;.]{0,40},? (?:and|with) "
    r"(?:[a-z’'-]+ ){1,4}[a-z]+(?:ed|en|wn)(?: on| in| by)? $"
)
"""Before the day of a second thing that will be done (`will be sold in May and the winner named on …`)."""

FRAMES: Final = (
    (
        "by",
        Prefiltered(
            r"\b(?:by|no later than|not later than|on or before|latest by)(?: at least| "
            r"around| about| the| its| their)*" + _TIME_OF_DAY + r"\s*$"
        ),
    ),
    (
        "until",
        Prefiltered(
            r"\b(?:until|till|through|thru|'til|up to|to last through|lasting to)(?: and including| at least|"
            r" around| about| the| its| their| as late as| after| midnight| on)*" + _TIME_OF_DAY + r"\s*$"
            r"|\b(?:days|weeks|months|years?), (?:up )?to(?: the)?\s*$"
            r"|\b(?:runs?|lasts?|continues?|valid) to(?: the)?\s*$"
        ),
    ),
    ("before", Prefiltered(r"\b(?:before|ahead of|prior to|in advance of)(?: the)*\s*$")),
    (
        "from",
        Prefiltered(
            r"\b(?:from|starting|beginning|commencing|(?<!\bbecome )(?<!\bbecomes )effective|"
            r"as of|with effect from|as (?:soon|early) as|after|following)(?: on| in| at| the)*\s*$"
        ),
    ),
)

AWAITED: Final = Prefiltered(
    r"\b(?:will|shall|must|(?:is|are) (?:now )?"
    r"(?:to|(?:due|set|expected|scheduled|likely|slated|planned|going) (?:to|for)|"
    r"(?:due|expected|scheduled|planned)(?= (?:(?:later )?(?:on )?)?$)|meeting|going ahead|taking place)|"
    r"expect(?:s|ed)? (?:[a-z’'-]+ ){1,4}to)\b"
)
"""Before the article's own day: what is still to come on it."""
WITHIN: Final = Prefiltered(
    r"\b(?:within|in)(?: about| around| roughly| under| as (?:little|few) as| the next| the| next)*\s*$"
)
OVER: Final = re.compile(r"(?:over|during) $")
"""Before `the next 48 hours`: a term where something must be done in them, else only how long it lasts."""
DONE_IN_THEM: Final = Prefiltered(
    r"\b(?:must|will|shall|should|would|(?:is|are) (?:to|due to|expected to|set to)|has to|have to|needs? to|"
    r"(?:pledge|promise|vow|plan|intend|hope|agree)(?:s|d|ed|ned)? to)"
    r" (?:[a-z]+ly )?(?:be available|send|(?:be|get) (?!held\b|kept\b|closed\b|used\b|needed\b)"
    r"[a-z]{2,}(?:ed|en|wn|ut|lt|de|ld)|decide|announce|publish|vote|sign|submit|reach|choose|pick|name|complete|finali[sz]e|hand|present|"
    r"rule on|respond|reply|resign|approve|agree|leave|restart|lift|lodge|file|pay|repay|appoint|elect|"
    r"unveil|release|return|surrender|withdraw|register|apply)\b"
)
"""What is over once it is done, not what goes on (`rain will fall over the next 48 hours`)."""
GIVEN: Final = Prefiltered(
    r"\b(?:has|have|having|had|gives?|gave|giving|given|allows?|granted)\b[^.;]{0,50}$"
)
NOT_BEFORE: Final = Prefiltered(
    r"\b(?:(?:will|would) not|won['’]t) (?:now |yet )?(?:take effect|(?:come|go) into (?:effect|force)|begin|"
    r"start|open|reopen|resume|apply|be (?:ready|known|released|published|decided|reopened))\b"
    r"(?: [a-z]+){0,2} for(?: at least| about| another)? $"
    r"|\b(?:will|would|shall|must|(?:is|are) (?:due |set |expected )?to) (?:then )?(?:take (?:effect|hold)|"
    r"(?:come|go|enter) into (?:effect|force)|begin|start|open|reopen|resume|apply)(?: again)? after $"
)
"""Before a length after which something is to begin (`will not take effect for two weeks`)."""
STARTING: Final = Prefiltered(
    r"\b(?:starting|beginning|commencing|effective|with effect from)(?: on| in| at| the)* $"
)
"""Before the day from which something is so, whenever it was decided."""
ENDS_OR_BEGINS: Final = Prefiltered(
    r"\b(?:will|shall|must|(?:is|are) (?:due |set )?to)(?: [a-z]+ly)? (?:end|expire|lapse|close|open|reopen|"
    r"begin|start|take effect|come into (?:force|effect)|cease|be (?:abolished|scrapped|phased out|lifted|"
    r"closed|introduced|completed|banned)) in $"
)
"""Before a year that is a date by itself: nothing else about it is as plain."""
NOT_YET: Final = Prefiltered(
    r"(?:\bnot|n['’]t|\bno [a-z]+(?: [a-z]+)? (?:is|are|was|will be)|\bunlikely)\b(?! only\b)[^,;]* "
    r"before (?:the )?$"
)
"""Before the day on which something may be at the earliest (`is not expected before next year`)."""
PLAINLY_AHEAD: Final = re.compile(
    r"(?:the )?(?:next|tomorrow|coming|this coming|later (?:this|in)|early next|late next)\b"
)

CONDITIONAL: Final = Prefiltered(
    r"^\W*should\b|\b(?:if(?! (?:any|ever)\b)|unless|provided|assuming|subject to|in the event|should "
    r"(?:the|it|they|he|she|no|congress|talks)|contingent|as long as|(?<!at )once|pending)\b"
)
TENTATIVE: Final = Prefiltered(
    rf"\b(?:could|{_MAY}(?! (?:also |still )?(?:register|apply|comment|book|object|appeal|submit|enrol|opt|"
    rf"claim)\b)|might|expect\w*|likely|possibl[ey]|perhaps|hop(?:e|es|ed|ing)|aim\w*|"
    r"propos(?!als? (?:must|should|shall|are due|are invited|will be (?:accepted|received|opened))\b)\w+|"
    r"consider\w*|potential\w*|tentative\w*|intend\w*|(?<!\bthe )plans|planned|"
    r"planning(?! (?:committee|commission|board|permission|application|authority|officers?|inspector\w*|"
    r"department|appeal|inquiry|consent|panel|meeting))|(?:[a-z]+s|they|we|who|also) plan|predict\w*|"
    r"forecast\w*|estimat\w+|would|target\w*|anticipat\w+|threaten\w*|seek\w*|"
    r"appears?(?! (?:in|at|before|on)\b)|(?:around|about)(?= ?(?:the )?$)|probably|suggest\w*)\b"
)
MOVED: Final = Prefiltered(
    r"\b(?:extend|prolong|renew|postpon|delay|mov|push|shift|reschedul|defer|chang|adjourn|slip|brought|"
    r"bring|put|post(?=ed\b)|(?:stood|held|put|carried) over|roll(?:s|ed|ing)? over)"
    r"\w*\b(?:[^.;]|(?<=[ap])\.(?=m)|(?<=\.m)\.){0,160}?"
    r"\b(?:to|until|till|through)(?: no (?:earlier|later|sooner) than)?(?: the)?\s*$"
)
"""Right before the date to which something has been moved."""

OUT: Final = Prefiltered(
    r"(?:\b(?:am|is|are|was|were|be|been|being|ruled|sidelined)|['’](?:s|m|re))"
    r"(?: (?:still|also|again|now|all|both))? out (?:on )?$"
)
"""Before the day for which somebody is missing: who walks out or goes out then does something."""
UNFIT: Final = Prefiltered(
    r"^ (?:with|through|(?:after|because of|due to|owing to)"
    r"(?! (?:[a-z-]+ ){0,4}?(?:infection|virus|suspension)\b))"
    r" (?:(?:an?|his|her|their) )?(?:[a-z-]+ ){0,3}?"
    r"(?:injur(?:y|ies)|illness|infection|concussion|fracture|strain|sprain|virus|surgery|suspension|knock|"
    r"knee|ankle|hamstring|groin|calf|thigh|toe|shoulder|wrist|ribs?)"
    r"(?: (?:problems?|trouble|issues?|tear|complaint))?"
    r"(?=$|[^a-z -]| (?:[^a-z]|(?:in|on|to|at|of|that|from|during|against|and|but|he|she|they|last|sustained|"
    r"suffered|picked)\b))"
)
"""Behind a day for which somebody is `OUT`: he cannot play. A virus delay is no virus; after a suspension a
whole staff may be out."""
