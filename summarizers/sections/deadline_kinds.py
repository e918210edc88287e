"""Words that say what kind of deadline a date is. Data only, for lower-case text."""

from __future__ import annotations

from typing import Final

from summarizers.text.prefilter import Prefiltered
from summarizers.types import DeadlineKind

KINDS: Final[tuple[tuple[DeadlineKind, Prefiltered], ...]] = (
    (
        "hearing",
        Prefiltered(
            r"\b(?:hearings?|trials?|testif(?:y|ies)|testimony|sentenc(?:ed|ing)|arraign\w*|"
            r"court date|appear in court|(?:be|been) heard|"
            r"hears? (?:(?:the|an?|its|their|his|her|final|oral) )?(?:[a-z’'-]+ )?"
            r"(?:case|appeal|arguments?|plea|petition|challenge|suit|claim)s?|verdict|inquest|(?:listed|posted|"
            r"adjourned) the (?:matter|case|"
            r"plea|petition))\b"
        ),
    ),
    (
        "election",
        Prefiltered(
            r"\b(?:elections?|(?<!-)elects?|primary|primaries|caucus(?:es)?|run-?off|by-election|"
            r"go(?:es)? to the "
            r"polls|polling day)\b"
        ),
    ),
    (
        "vote",
        Prefiltered(
            r"\b(?:votes?|voting|referendum|ballot|confirmation|ratif(?:y|ied|ies|ication)|plebiscite|"
            r"(?:bill|motion|measure|amendment|legislation)s? (?:that )?(?:com(?:es?|ing)|go(?:es|ing)?) "
            r"(?:up|before))\b"
        ),
    ),
    (
        "expiry",
        Prefiltered(
            r"\b(?:expir(?:e|es|ed|ing|y|ation)|falls? away|laps(?:e|es|ed|ing)|runs? out|run(?:ning)? "
            r"out|ends?(?! of (?:business|play|trading|(?:the )?day)\b)|ending|terminat\w+|sunsets?|"
            r"clos(?:e(?! of (?:business|play|trading)\b)|es|ed|ing)|last(?:s|ing)? (?:through|until|till)|"
            r"remain\w*|extend\w*|"
            r"extension|prolong\w*|renew\w*|rolled over|suspend\w*|valid|in (?:place|force)|good through|"
            r"(?:is|are) up|dr(?:y|ies) up|matur(?:e|es|ing|ity)|shuts?)\b"
        ),
    ),
    (
        "release",
        Prefiltered(
            r"\b(?:releas\w+|publish\w*|publication|announce(?! that)|unveil\w*|issue(?:s|d)?|"
            r"report(?:s)? (?:its |their )?(?:[a-z-]+ )?(?:earnings|results|figures|numbers)|"
            r"earnings|results|launch\w*|debut\w*|premi[eè]re[ds]?|premi[eè]ring|figures|data|statement|"
            r"(?:jobs|employment|payrolls?|inflation|sales|trade) (?:reports?|numbers))\b"
        ),
    ),
    (
        "meeting",
        Prefiltered(
            r"\b(?:meet(?:s|ings?)?|summits?|talks|conference|session|negotiations?|visit\w*|"
            r"travel\w*|convene\w*|reconvene\w*|"
            r"gather\w*|host\w*|attend\w*|debate|discuss\w*|forum|address|speech|speak|rally|"
            r"protest|(?<!\d )march(?!,? \d)|ceremony|congress|consultations?|round)\b"
        ),
    ),
    (
        "effective",
        Prefiltered(
            r"\b(?:takes?|taking|took|go(?:es|ing)? into|come(?:s)? into|in) (?:effect|"
            r"force)\b|\b(?:effective|begin(?:s|ning)?|start(?:s|ed|ing)?|"
            r"kick(?:s)? (?:off|in)|restart\w*|snap(?:s)? back|go(?:es)? live|implement\w*|impos\w+|"
            r"enter(?:s)? into force|work[- ]to[- ]rule|rises?|(?<!\bmarket )(?<!\bmarkets )open(?:s|ing)?|"
            r"reopen\w*|resum\w+|resign\w*|step(?:s)? down|"
            r"takes? office|sworn|inaugurat\w+|phase[ds]?|rais(?:e|es|ed)|take over|leave "
            r"office|appl(?:y|ies))\b"
        ),
    ),
    (
        "due",
        Prefiltered(
            r"\b(?:due|deadlines?|(?:last|final) (?:[a-z]+ )?(?:days?|dates?)|closing date|must|"
            r"requir\w+|submit\w*|"
            r"deliver\w*|complet\w+|"
            r"finali[sz]e\w*|(?<!over )(?<!higher )pay(?:ment|able)?|repayable|compl(?:y|iance)|fil(?:e|"
            r"ed|ing)|"
            r"respond|decide|decision|ruling|(?<!work to )(?<!work-to-)rule|pass|target|ultimatum|"
            r"cut-?off|meet the)\b"
        ),
    ),
)
"""Trigger words by kind; of several in a clause the one nearest to the date decides, then this order."""
