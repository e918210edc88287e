"""Questions after a section: what is open, what was agreed, what falls due."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.ask.choose import Choice
from bot.ask.kinds import Kind, kind_of
from summarizers.types import Section, Summary

_CUES = (
    (
        Section.DEADLINE,
        re.compile(
            r"\b(?:deadlines?|expir\w+|due|run out|takes? effect|come into force)\b"
            r"|\bwhen (?:does|do|will|is|are)\b.*"
            r"\b(?:end|lapse|vote|hearing|meet|open|start|begin|decide|close|decision|ballot)s?\b",
            re.IGNORECASE,
        ),
    ),
    (
        Section.TENSION,
        re.compile(
            r"\b(?:still open|unresolved|unsettled|sticking points?|disputes?|disagree\w*|tensions?|at odds"
            r"|obstacles?|threat\w*|object\w* to|oppos\w+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Section.AGREEMENT,
        re.compile(r"\b(?:agree[ds]?|agreements?|settled|deals?|pacts?|signed|accords?)\b", re.IGNORECASE),
    ),
)

_WHEN = re.compile(
    r"\b(?:until|till|by|from) when\b|\bwhen (?:is|are|does|do|will|can|must|should)\b"
    r"|\b(?:last|final|closing) (?:day|date)\b"
    r"|\bhow long (?:is|are|will|does|do)\b",
    re.IGNORECASE,
)

_FRAMES = re.compile(
    r"\b(?:still open|unresolved|unsettled|sticking points?|obstacles?|disagree\w*|at odds|agreed?)\b",
    re.IGNORECASE,
)
"""Words that name the section and that what stands in it need not hold."""

_LATEST = re.compile(
    r"\b(?:latest|newest|what(?:[’']?s| is) new (?:with|on|about|in|from)|updates? (?:on|about)|so far)\b",
    re.IGNORECASE,
)

WORTH = 7.0
"""How much more a sentence counts that stands behind a bullet of the section asked for."""


def section_of(question: str) -> Section | None:
    """The section a question is after; None for most questions."""
    return next((section for section, cue in _CUES if cue.search(question)), None)


def asks_when(question: str) -> bool:
    """Whether a question is after the day of something that may lie ahead, whatever it is."""
    return _WHEN.search(question) is not None


def frames_of(question: str) -> tuple[tuple[int, int], ...]:
    """Where a question only names a section, or asks for the latest: "what is still open on the levies" and
    "updates on the levies" look for the levies.
    """  # noqa: D205 - one sentence
    latest = (found,) if (found := latest_in(question)) else ()
    if kind_of(question) is not Kind.WHAT or section_of(question) is None:
        return latest
    return (*latest, *(found.span() for found in _FRAMES.finditer(question)))


def latest_in(question: str) -> tuple[int, int] | None:
    """Where a question asks for the latest; None for most questions."""
    found = _LATEST.search(question)
    return found and found.span()


def preferring(
    section: Section, choices: Sequence[Choice], summaries: Mapping[tuple[str, int], Summary]
) -> tuple[Choice, ...]:
    """The choices in their new order, those that prove a bullet of the section counting `WORTH` more."""
    proofs = {
        (article_id, revision, span.start, span.end)
        for (article_id, revision), summary in summaries.items()
        for point in summary.points
        if point.section is section
        for span in point.evidence
    }
    moved = [replace(one, strength=one.strength + WORTH) if _proves(one, proofs) else one for one in choices]
    return tuple(sorted(moved, key=lambda one: -one.strength))


def _proves(one: Choice, proofs: set[tuple[str, int, int, int]]) -> bool:
    at = one.citation
    return any(
        (id_, revision) == (at.article_id, at.revision) and start < at.end and at.start < end
        for id_, revision, start, end in proofs
    )
