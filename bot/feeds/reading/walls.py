"""Pages that show only the beginning of an article, or none of it: paywalls and consent walls."""

from __future__ import annotations

import re
from typing import Any

from bot.feeds.reading.whole import ends_as_teaser

SHORT = 200
"""Words: what is shown before a wall. A longer text is the article, whatever stands below it."""

_MARK = re.compile(
    r"pay-?wall|reg-?wall|meter-?wall|subscri(?:be|ption|ber)s?-?(?:wall|only|gate|required)|piano-|tp-modal"
    r"|paid-?content|premium-?(?:content|gate|wall)|content-?gate|gated-?content|metered",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"subscribe (?:now |today )?to (?:continue|keep|read)|(?:continue|keep) reading (?:with|by|for)\b|"
    r"already a (?:subscriber|member)|(?:for|to) subscribers only|exclusive(?:ly)? (?:for|to) subscribers|"
    r"this (?:article|content|story) is (?:reserved |only )?for (?:our )?(?:subscribers|members)|"
    r"(?:sign|log) in to (?:continue|read)|register to (?:continue|read)|create an? (?:free )?account to|"
    r"start your (?:free )?trial|you have (?:reached|read) your|unlock this (?:article|story)|"
    r"(?:nur|exklusiv) für abonnenten|jetzt (?:abonnieren|weiterlesen)|bereits abonnent|"
    r"réservée? aux abonnés|déjà abonné|solo para suscriptores|ya eres suscriptor|riservato agli abbonati",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:we|our partners) [^.]{0,60}\b(?:use|store) [^.]{0,40}\bcookies|accept all|value your privacy|"
    r"before you continue|(?:manage|your) (?:consent|privacy) (?:choices|preferences|settings)|"
    r"alle akzeptieren|tout accepter|enable javascript|javascript is (?:disabled|required)|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|are you a robot",
    re.IGNORECASE,
)

_SAYING = ("p", "div", "a", "button", "h2", "h3", "h4", "span", "section", "aside", "strong", "b")


def is_consent(text: str) -> bool:
    """Whether a text is what a page asks before it shows anything: nothing of it is an article's."""
    return len(text.split()) <= SHORT / 2 and bool(_CONSENT.search(text))


def is_stub(root: Any, text: str, *, locked: bool) -> bool:
    """Whether the text is only what stands before a wall; `locked` is what the page's JSON-LD says."""
    words = len(text.split())
    if words > SHORT and not (locked and ends_as_teaser(text)):
        return False
    if locked or ends_as_teaser(text) or _CONSENT.search(text) or _WORDS.search(text):
        return True
    return _has_mark(root) or bool(_WORDS.search(" ".join(root.itertext(*_SAYING))))


def _has_mark(root: Any) -> bool:
    """Whether an element is named as a wall."""
    for element in root.iter("div", "section", "aside", "p", "article"):
        if _MARK.search(element.get("class") or "") or _MARK.search(element.get("id") or ""):
            return True
    return False
