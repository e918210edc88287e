"""How a bullet stands to the channel's last briefing: new, updated or unchanged."""

from __future__ import annotations

from bot.condense.facts import Statement, overlap, same_fact, same_figures
from bot.domain.briefing import Briefing, Bullet, Mark

SAME_EVIDENCE = 0.9
"""Share of words from which two quotes are one sentence, perhaps lightly edited."""


def statement(bullet: Bullet) -> Statement:
    """What counts of a bullet for comparing it."""
    return Statement(bullet.section, bullet.text, bullet.deadline)


def mark(bullet: Bullet, previous: Briefing | None) -> Mark:
    """New if the last briefing had nothing on this fact, updated if it told it otherwise."""
    earlier = [item.bullet for item in previous.items] if previous else []
    known = [other for other in earlier if _about_the_same(bullet, other)]
    if not known:
        return Mark.NEW
    return Mark.UNCHANGED if any(_tells_the_same(bullet, other) for other in known) else Mark.UPDATED


def _about_the_same(bullet: Bullet, other: Bullet) -> bool:
    if same_fact(statement(bullet), statement(other)):
        return True
    # A deadline that moved has another date but is still the same event in the same words.
    both = bullet.deadline is not None and other.deadline is not None
    return both and overlap(bullet.text, other.text) >= SAME_EVIDENCE


def _tells_the_same(bullet: Bullet, other: Bullet) -> bool:
    same_terms = (bullet.status, bullet.deadline and bullet.deadline.date) == (
        other.status,
        other.deadline and other.deadline.date,
    )
    return same_terms and same_figures(bullet.text, other.text)
