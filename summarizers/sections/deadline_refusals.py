"""Words beside a date by which it is no deadline. Data only, for lower-case text."""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.prefilter import AnyOf, Prefiltered

REPORTED: Final = Prefiltered(
    r"\b(?<!\bbe )(?<!\bbeing )(?:said|says|told (?!to )(?:(?! to )[a-z ]){1,30}(?! to )|"
    r"announced|announcement|reported|wrote|"
    r"tweeted|stated|"
    r"added|confirmed|warned|testified|argued|insisted|"
    r"declared|acknowledged|conceded|noted|posted|spoke|speaking|interview|statement|"
    r"conference|briefing|letter|published|updated)"
    r"(?: (?:late|early|earlier))?(?: (?:in|to|at) (?:(?!\b(?:will|is|are|has|have|must|may|expires?|ends?|"
    r"begins?|starts?|opens?|closes?|lapses?|takes?|comes?|goes|runs?)\b)[\w .]){2,30})?"
    r"(?:,)?(?: (?:on|in))?(?: the)?\s*$"
)
"""A reporting verb right before the date: the date is that of the report, unless it will be published then,
or a verb of its own stands before the date (`the pause announced in April expires on Wednesday`)."""
TO_SPEAK: Final = Prefiltered(
    r"\b(?:(?:will|to|shall|may|must|should)(?: also| then| next)? (?:make|give|hold|issue|deliver|host|have|"
    r"release|address|attend|appear at)|(?:have|has) (?:the|an?|another)|"
    r"(?:releases|issues|publishes|holds|hosts|gives|delivers) (?:the|an?|its|their|another)) "
    r"(?:[a-z’'-]+ ){0,5}"
    r"(?:announcement|interview|statement|conference|"
    r"briefing|letter)\b(?: (?:in|at) [\w .]{2,30})?(?:,)?(?: on)?\s*$"
)
"""Before the day on which somebody is to speak: no report yet."""
REPORTED_AFTER: Final = Prefiltered(
    r"^,? (?:that\b|said\b|told\b|announced\b|in (?:a|an) (?:statement|interview|tweet|letter|"
    r"speech|report|memo|email)\b)"
)
STRETCH_BACK: Final = Prefiltered(r"\b(?:last|past|previous|recent|first|prior)\b")
BEFORE_YEAR: Final = Prefiltered(
    r"\b(?:by|in|until|till|before|through|from|starting|beginning)(?: the)?(?: end of| start of)?\s*$"
)
"""What stands before a bare year that is a date, not a name (`the 2028 election`)."""
NOT_A_DATE: Final = Prefiltered(
    r"^ on (?:the )?(?:[a-z]+ )?day\b|^,? (?:(?:on )?(?:weekdays|weekends|[a-z]{3,6}days)|daily|"
    r"(?:each|every) (?:day|weekday|morning|[a-z]{3,6}day))\b"
    r"|^(?:['’]s?)? (?:break|recess|weekend|holidays?|parade|season|sales?|dinner|shopping|travel)\b"
    r"|^ than\b|^(?: [a-z]+)? (?:program(?:me)?|show|edition|issue|broadcast|column|newspaper)\b"
)
"""After a holiday that only names a break, or a time of a day that has no date (`10pm on polling day`)."""
CALLED_OFF_AFTER: Final = Prefiltered(
    r"^, [^,;.]{2,60}? (?:postponed|cancell?ed|delayed|scrapped|called off|put off|dropped) (?:it|them)\b|"
    r"^[^,;.]{0,60}?\b(?:fell through|(?:is|are) (?:now )?off(?= ?[,;.]|$| for| the table)|"
    r"(?:postponed|cancell?ed|delayed|scrapped|called off) it|"
    r"(?:was|were|has been|have been) (?:cancel|call|scrapp|abandon|dropped|shelved|axed)\w*)\b"
    r"|^, (?:was|were|has been|have been|is|are) (?:[a-z]+ )?(?:cancel|called off|scrapp|abandon|shelv|"
    r"off\b)\w*"
    r"|^ (?:will not|won['’]t|is not to) (?:now |longer )?(?:take place|go ahead|be held|happen)\b"
    r"|^[^;.]{0,60}?\b(?:adjourned|postponed|delayed|deferred|put (?:off|back)|suspended)\b[^;.]{0,40}?"
    r"\b(?:indefinitely|sine die|until further notice)\b"
)
STANDING: Final = Prefiltered(
    r"^ (?:of (?!(?:today|now|the (?:announcement|deal|agreement)(?! being\b))\b)|once |(?:after|from) "
    r"(?!(?:today|now|[a-z]+day)\b)|(?:prior |advance |written )?(?:notice|warning)\b)"
)
"""What follows a duration that a rule counts from some event, not from the article."""
FROM_THAT_DAY: Final = Prefiltered(
    r"\b(?:will|shall|must|(?:is|are) (?:to|due to|set to))\b[^;,]{0,200}\bon (?:[a-z]{3,6}day|\d+ [a-z]+|"
    r"[a-z]+\.? \d+)\b[^;]{0,300}"
    r"\band\b[^;]{0,300}\bwithin $"
)
"""Before a duration that runs from a day just named (`will open on Wednesday and must close within …`)."""
STRETCH: Final = Prefiltered(
    r"\b(?:in|for|over|of|during) (?:the|its|their) (?:first |last |full |past )?(?:[a-z0-9]+ )?(?:year|"
    r"quarter|half|"
    r"months|weeks) to(?: the end of| end-?)? ?$"
)
"""Before the day up to which figures are told (`sales in the year to March`)."""
OF_ALL: Final = re.compile(
    r"^\W*(?!(?:the|these|those|its|his|her|their|our|both)\b)(?:[a-z’'-]+ ){0,3}?[a-z’'-]+s "
    r"(?:must|shall|should|have to|need to|are to) (?:[a-z]+ )?be [a-z]+(?: [a-z’'-]+){0,4} within $"
)
"""Before a duration that holds for all of a kind (`Invoices must be paid within 30 days`)."""
OF_ALL_WHO: Final = re.compile(
    r"^\W*(?:those|anyone|people|(?!(?:the|these|its|his|her|their|our|both)\b)(?:[a-z’'-]+ "
    r"){0,3}?[a-z’'-]+s),?"
    r" (?:who (?!(?:was|were|had|has|have)\b)(?:[a-z’'-]+(?<!ed)) (?:[a-z’'-]+ ){0,6}?|"
    r"(?:caught|convicted|fined|found|refused|denied|sentenced|turned|given|issued|charged|billed|"
    r"stopped|served|dismissed|made) (?:[a-z’'-]+ ){0,6}?)"
    r"(?:have|get|has|gets|are (?:given|allowed|granted)) (?:up to |only )?$"
)
"""Before a duration that all to whom something happens have (`Drivers caught speeding have 21 days`)."""
BY_ITS_TERMS: Final = re.compile(
    r"^,? (?:according to|under) [^,;]{2,60}?\b(?:terms|rules?|laws?|contracts?|code|policy|guidelines|"
    r"regulations?|statutes?|conditions)\b"
)
"""After a duration that is written in rules (`within 30 days, according to its terms`)."""
ORDERED: Final = re.compile(r"[^;]*\b(?:said|says|ruled?s?|order(?:ed|s)|decided|decreed|directed|told)\b")
"""After a clause whose words are an order of that day (`…, the judge said`)."""
TO_DO: Final = re.compile(
    r"(?: left| remaining| more)? to (?!\d|(?:live|play|run|go)\b|the end\b|[a-z]+day\b|next\b|"
    r"(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b)"
)
"""After a length that is given for doing something, and not up to a day."""
RULE: Final = Prefiltered(r"\b(?:each|every|any|such an?)\b")
"""After a duration that is granted anew for each case."""
COMES_AGAIN: Final = Prefiltered(
    r"\b(?:each|every) (?:single )?(?:year|month|week|season|spring|summer|autumn|winter)\b[^,;]*$"
)
"""Before a date that comes again (`every year on 31 January`)."""
LABELLED: Final = Prefiltered(
    r"\b(?:of|on) record(?: as of| as at| at| on)?(?: the)?(?: close of (?:business|trading))?(?: on)?\s*$"
    r"|\b(?:best[- ]before|use[- ]by|sell[- ]by|best[- ]by)\b[^,;]*$"
)
"""Before a date that is printed on goods, or on which only a list of names is drawn up."""
IN_TIME_FOR: Final = Prefiltered(r"\b(?:in time|dates?|days|ready|cards|gifts|presents|plans|menu) for\s*$")
"""Before a feast that something else is done in time for (`last posting dates for Christmas`)."""
FEASTS: Final = frozenset({"christmas", "easter", "halloween", "hallowe'en", "hallowe’en", "thanksgiving"})
AT_A_FEAST: Final = Prefiltered(r"\b(?:at|on|by|until|till|before|after|from|through|since) $")
FOR_A_FEAST: Final = Prefiltered(
    r"(?<!\bscheduled )(?<!\bplanned )(?<!\bset )(?<!\bslated )(?<!\bdue )(?<!\bplans )\bfor $"
)
AGE: Final = Prefiltered(
    r"\b(?:turns?|turning|(?:will|would) (?:be|turn)) (?:\d{1,3}|[a-z]+ty)(?: years old)?(?: on| in| next)? $"
    r"|\b(?:anniversary|birthday|centenary|jubilee) (?:falls|is|was) (?:on |in )?$"
)
"""Before a birthday or an anniversary."""
EARNED: Final = Prefiltered(
    r"^[ -](?:(?:net|operating|pre-?tax|adjusted|core|gross|group|consolidated|financial|trading) ){0,2}"
    r"(?:results?|earnings|profits?|loss(?:es)?|revenues?|sales|income|figures|numbers|report|update|"
    r"guidance|gdp|"
    r"growth|data|output)\b"
)
"""After a quarter, half or year whose figures are meant, not its days."""
OF_FIGURES: Final = Prefiltered(
    r"\b(?:figures|results|data|earnings|numbers|sales|profits?|revenues?|output|growth|gdp|inflation|report)"
    r" (?:for|of) (?:the |its |their )?$"
)
"""Before a quarter, half or month whose figures are meant, not its days."""
YEARLY: Final = Prefiltered(
    r"^(?:,? (?:and|or) (?:on )?(?:the )?[\w ]{3,15}?)? (?:of |in )?(?:each|every) "
    r"(?:year|month|week|season)\b"
)
"""After a date that comes again."""
BARE: Final = re.compile(r"the (?:day|week|month|quarter|year|summer|winter|spring|autumn)")
"""A time that is named only in passing, unless a frame makes a term of it."""
IN_A_SEASON: Final = re.compile(
    r"\b(?:will|(?:is|are) (?:to|due|expected|likely|set|scheduled|planned)|should|could|may|might|can|"
    r"expects?|plans?|hopes?)\b[^,;]* in $"
)
"""Before a season in which something is to happen."""
BEFORE_MONTH: Final = re.compile(
    r"(?:\b(?:in|of|for|by|since|until|till|during|early|late|mid|on|from|through|is|"
    r"to|before|after|next|this|coming|and|or|between|at|around)[ -](?:the )?|[(,] ?|^\W*)$"
)
OF_A_MONTH: Final = re.compile(
    r"^[ -](?!(?:the|a|an|and|or|to|in|at|on|for|of|with|by|if|unless|when|while|as|but|after|before|"
    r"that|which|"
    r"deadline|election|vote|ballot|meeting|summit|hearing|trial|talks|session|referendum|launch|expiry|"
    r"run-?off|"
    r"primary|conference|date|target|start|opening|election)s?\b)[a-z]{3,}"
)
"""After a month that only tells which ones are meant (`divert November sailings`)."""
NOBODY: Final = Prefiltered(
    r"\b(?<!\bif )(?:nobody|no one|none of)\b[^,;]*$|\b(?:remember(?:s|ed)?|"
    r"(?<!\ba )(?<!\bthe )(?<!\bits )(?<!\bthis )recall(?:s|ed)?(?! of\b))(?: that)?\b[^;]*$"
    r"|\b(?:especially|particularly|as) in $"
)
"""Before a date at which nobody does anything, that is recalled, or that stands for every such time."""
DENIED: Final = Prefiltered(
    r"\b(?:(?:will|would|need|does|do|is|are) not|won['’]t|wouldn['’]t|isn['’]t|aren['’]t)\b"
    r"(?!.*\b(?:but|until|unless|that|which|before)\b)[^,;]*$"
    r"|\bnot (?:on|in|at|by)(?: the)? $"
    r"|(?:\bthere (?:will|would|is|are|was|were)(?: to)?(?: be)? |^\W*)no (?:[a-z’'-]+ ){0,2}?(?:vote|hearing"
    r"|deadline|meeting|talks|debate|ruling|decision|verdict|announcement|briefing|match|game)(?: on| at)? $"
)
"""Before a day on which, it is said, something does not happen; what stands behind `but` or `until` does."""
PASSED_AFTER: Final = Prefiltered(
    r"^['’]s (?:[a-z-]+ )?(?:deadline|ultimatum|cut-?off|target) (?:has |had )?(?:passed|came and went|"
    r"expired|lapsed|"
    r"was (?:missed|not met)|went by)\b"
)
"""After a day whose deadline is over."""
MOVED_AFTER: Final = Prefiltered(
    r"^,? (?:will now (?:be held|take place|begin|start|open|end|close|run|meet|go ahead|be)\b"
    r"(?=[^.;]{0,30}? (?:on|until|to|from|by|in) (?:[a-z]+ )?(?:\d|[a-z]+day\b))|"
    r"(?:was|were|has been|have been|is being|are being) (?:[a-z]+ )?(?:extended|prolonged|postponed|"
    r"renewed|"
    r"moved|put back|pushed back|delayed|deferred|brought forward|rescheduled|rolled over|carried over)\b)"
    r"|^ (?:[a-z-]+ ){1,3}(?:back |forward )?(?:to|until|till|by) (?!\d+ (?:votes|percent)\b)(?:$|"
    r"[a-z]+\.? ?\d|\d|[a-z]+day\b|next\b|"
    r"(?:a|an|another|two|three|four|five|six|ten|twelve|further|one more)\b.{0,12}(?:day|week|month|"
    r"year)s?\b)"
)
"""After a date from which something moves, where a verb of moving stands before it."""
MOVED_ON: Final = Prefiltered(
    r"^,? (?:and|then|but|only)(?: then| later| now| was| were)? (?:moved |put |pushed |brought )?"
    r"(?:back|forward|again|on)(?: again)? to(?: the)? (?:\d|[a-z]+ \d|[a-z]+day\b)"
)
"""After a day to which something was moved, and which it left again (`to 9 December and back to …`)."""
MOVED_TO: Final = re.compile(
    r"\b(?:postpon|delay|mov|push|shift|reschedul|defer|bring|brought|put)[a-z]*\b[^.;]{0,80}? to (?:the )?$"
)
LEFT: Final = re.compile(
    r"\b(?:extend|postpon|delay|mov|push|shift|reschedul|defer|bring|brought|put)[a-z]*\b[^.;]{0,140}? from $"
)
"""Before the first of two days, where `FOR_ANOTHER` stands behind it: something moves away from it."""
FOR_ANOTHER: Final = Prefiltered(r"^ to (?:the )?(?:\d|[a-z]{3,9}\.? \d|[a-z]{3,6}day\b)")
MOVING: Final = Prefiltered(
    r"\b(?:extend|postpon|delay|mov|push|shift|reschedul|defer|bring|brought|put)\w*(?: back)?(?: (?:the|"
    r"a|its|their|his|her))?"
    r"(?: [a-z’'-]+){0,2} $"
)
BEATEN: Final = Prefiltered(
    r"\b(?:signed|approved|agreed|reached|struck|passed|adopted|clinched|sealed|settled|submitted|filed|"
    r"delivered|accepted|completed|finished|concluded|announced|ratified|met)\b[^;]*?"
    r"\b(?:minutes|hours|moments|days|weeks|just|shortly|well|right) (?:before|ahead of) "
    r"(?:the|an?|its|their) (?:[a-z-]+ )?$"
)
"""Before the date of a deadline that was kept (`signed hours before a midnight deadline`)."""
PLANNED: Final = re.compile(r", (?:due|set|scheduled|planned|slated) (?:for|on|to [a-z]+(?: on| at)?) $")
PUT_OFF: Final = re.compile(
    r"[^,;]{0,60}, (?:was|were|had been|has been|have been) (?:[a-z]+ )?(?:delayed|postponed|"
    r"put (?:off|back)|pushed back|moved|rescheduled|deferred|adjourned|cancell?ed|"
    r"called off|scrapped|scrubbed)\b"
)
"""After a day for which something was `PLANNED` that the main verb puts off."""
HABIT: Final = Prefiltered(
    r"\bopen(?:ing (?:hours|times)(?!(?: [a-z’'-]+){0,3} (?:will|to|change|apply|start|begin)\b)|s? daily|"
    r"s? (?:from )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)? ?(?:to|[-–]) ?\d)\b[^;]*$"
    r"|\b(?:usually|normally|typically|generally|always|often)\b[^,;]*$"
    r"|\b(?:every|each) [a-z]+day(?:, [a-z]+day)*,? (?:and|or) (?:on )?$"
)
"""Before a date at which something happens every year, every week (`each Tuesday and Friday`), or day
(`open daily`)."""
EVERY_WEEK: Final = Prefiltered(
    r"\b(?:end|stop|scrap|cut|drop|abolish|allow|restore|introduce)(?:ing|ping|ting)? (?:all |its |their )?$"
)
OF_A_WEEKDAY: Final = re.compile(r"[a-z]+day (?:[a-z]+ )?[a-z]{3,}(?<!s)s\b(?! (?:on|at|in|of) (?!\d))")
"""A weekday that tells which things are meant, week by week: `end Saturday deliveries`."""
RATE: Final = Prefiltered(
    r"\b(?:times?|once|twice|days|hours|shifts|nights)(?: (?:or more|a day))? (?:with)?in\s*$"
)
"""Right before a duration that only counts how often (`nine start times in a fortnight`)."""
UNSAID: Final = Prefiltered(
    r"\b(?:declin|refus)\w+ to (?:say|comment|speculate|predict)\b|\b(?:not|n['’]t) (?:say|know|rule out)\b"
)
"""Before a date about which nothing is said."""
CONTRADICTED: Final = Prefiltered(
    r"\b(?:den(?:y|ies|ied|ying) (?:that|reports?|claims?|suggestions?|rumou?rs?|media)\b|"
    r"(?:dismiss|reject|refut)\w* (?:[a-z]+ )?(?:reports?|claims?|suggestions?|rumou?rs?|speculation)\b)"
    r"[^;]*$"
)
"""Before a date of which somebody says that it is not so."""
CALLED_OFF: Final = Prefiltered(
    r"\b(?:(?:cancel(?:l)?ed(?<!not cancelled)|called off(?<!not called off)|scrapped(?<!not scrapped)|"
    r"abandoned|shelved|postponed indefinitely|indefinitely postponed|put on hold|suspended indefinitely)"
    r"(?![^.;]*, (?:will|(?:is|are) (?:now )?to)\b)|"
    r"(?:was|were) to have\b(?!.*\b(?:has|have|been|now|will)\b)|"
    r"(?:was|were|had been) (?:meant|supposed) to|had been "
    r"(?:due|scheduled|set|slated|planned|expected|pencil(?:l)?ed in|earmarked)\b"
    r"(?!.*\b(?:now|will|(?:has|have) (?:since )?been (?:extended|prolonged|renewed|postponed|"
    r"put (?:off|back)|pushed back|moved|delayed|deferred|rescheduled|brought forward))\b)|would have(?! "
    r"to\b))\b"
)
SUPERSEDED: Final = Prefiltered(
    r"\b(?:(?:originally|previously|initially)\b|(?:earlier|first) (?:set|due|scheduled|planned|announced|"
    r"expected|proposed|fixed)\b|"
    r"(?:initial|original|earlier|previous|old|outgoing) "
    r"(?:[a-z-]+ )?(?:deadline|date|expiry|target|plan|"
    r"schedule|timetable|end|mandate|lease|contract|licen[cs]e|truce|ceasefire|agreement|permit|waiver|"
    r"extension|order|accord)\b|last (?:year|month|week)['’]s (?:[a-z-]+ )?(?:deadline|date|timetable)\b)"
    r"(?:(?!, (?:starts?|begins?|opens?|closes?|ends?|runs?|takes?|expires?|is|are)\b"
    r"|\b(?:now|but|will|and|(?:has|have) (?:slipped|moved|shifted)|"
    r"(?:been|was|were|is|are) (?:[a-z]+ )?(?:postpon|delay|mov|push|shift|"
    r"reschedul|"
    r"defer|extend|prolong|put (?:back|off)|brought forward|changed|adjourn)[a-z]*)\b)[^.;])*$|\b(?:extend|"
    r"postpon|delay|mov|push|shift|reschedul|defer|chang|"
    r"slip|brought|put(?= (?:back|off)\b))\w*\b(?:[^.;]{0,60})?\bfrom(?: the)?\s*$|instead of\s*$"
    r"|rather than\s*$"
    r"|(?<!would )(?<!could )(?<!will )(?<!may )(?<!might )(?<!to )(?<!should )"
    r"(?:extend|prolong|renew)(?:ed|s|ing)?\b"
    r"[^.;]{0,80}(?:\b(?:was|were|had been) (?:(?:due|set|scheduled) )?|, (?:due|set|scheduled) )"
    r"to (?:expire|end|lapse|run out)(?: on| at| in)?\s*$"
)
"""Right before a date that another one has replaced (`postponed from A to B` leaves B)."""

NOT_ANY_MORE: Final = Prefiltered(
    r"\bno longer (?:be )?(?:due|required|obliged|planned|scheduled|expected|bound|ha(?:ve|s) to"
    r"|needs? to|must|take (?:effect|place)|go ahead|held)\b(?!.*\b(?:but|until|unless|from|after)\b)[^,;]*$"
)
"""Before a day on which something was due (`Bids will no longer be due by 31 March`)."""
STOPPED: Final = Prefiltered(
    r"\b(?:blocked|stopped|barred|prevented|kept|halted) [^.;,]{1,80}? from (?:taking effect"
    r"|coming into (?:force|effect)|going (?:ahead|into (?:force|effect))|starting|beginning"
    r"|being (?:held|enforced|introduced))(?: on| in| from)? $"
)
"""Before the day on which what is stopped would have begun (`blocked the law from starting on 1 April`)."""

FREE: Final = Prefiltered(r"\b(?:is|are|was|were) out on (?:bail|parole|loan)(?: on)? $")
"""Before a day on which somebody is out, as on any other."""

CERTAINLY_NOT: Final = AnyOf(FREE, NOBODY, UNSAID, HABIT, CONTRADICTED, NOT_ANY_MORE)
REPLACED: Final = AnyOf(CALLED_OFF, SUPERSEDED, STOPPED)
NO_LONGER: Final = AnyOf(NOT_A_DATE, CALLED_OFF_AFTER, PASSED_AFTER)
