"""How a bullet stands to what the channel was shown of late: new, updated or unchanged."""

from __future__ import annotations

from collections.abc import Sequence

from bot.condense.facts import Statement, gives_other_day, overlap, same_day, same_fact, same_figures
from bot.domain.briefing import Briefing, Bullet, Mark

SAME_EVIDENCE = 0.9
"""Share of words from which two quotes are one sentence, perhaps lightly edited."""


def statement(bullet: Bullet) -> Statement:
    """What counts of a bullet for comparing it."""
    return Statement(bullet.section, bullet.text, bullet.deadline)


def mark(bullet: Bullet, shown: Sequence[Briefing]) -> Mark:
    """New if no briefing in `shown`, the last one first, had anything on this fact.

    Updated if the last of them that had it told it otherwise.
    """
    for briefing in shown:
        known = [item.bullet for item in briefing.items if _about_the_same(bullet, item.bullet)]
        if known:
            return Mark.UNCHANGED if any(_tells_the_same(bullet, one) for one in known) else Mark.UPDATED
    return Mark.NEW


def _about_the_same(bullet: Bullet, other: Bullet) -> bool:
    if same_fact(statement(bullet), statement(other)):
        return True
    # A deadline that moved has another date but is still the same event, in the same words or nearly so.
    if bullet.deadline is None or other.deadline is None:
        return False
    alike = overlap(bullet.text, other.text) >= SAME_EVIDENCE
    return alike or gives_other_day(statement(bullet), statement(other))


def _tells_the_same(bullet: Bullet, other: Bullet) -> bool:
    same_terms = bullet.status == other.status and same_day(bullet.deadline, other.deadline)
    return same_terms and same_figures(bullet.text, other.text)
