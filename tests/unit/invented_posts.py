"""Digests for the tests of those who draw them: a busy day, a quiet one, and one on which nothing came in."""

from __future__ import annotations

from datetime import date

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.post import Block, Line, Post, PostKind, StoryBlock
from summarizers.types import Section
from tests.unit.invented_bullets import AGREEMENTS, DEADLINES, SOURCES, TENSIONS, cite

DAY = date(2031, 3, 6)


def _story(headline: str, gist: str, outlets: str, numbers: tuple[int, ...], *lines: Line) -> StoryBlock:
    references = tuple(cite(n, gist if n == numbers[0] else f"{headline}, in brief.") for n in numbers[:2])
    return StoryBlock(headline=headline, gist=gist, outlets=outlets, references=references, lines=lines)


STORIES = (
    _story(
        "Fish quotas between Veltland and Ostmark",
        "Two neighbours settled a year-long quarrel over cod, and the quarrel moved to the courts.",
        "Harbour Ledger, The Inland Courier",
        (1, 2, 11),
        AGREEMENTS[0],
        TENSIONS[0],
        DEADLINES[0],
    ),
    _story(
        "Climate talks in Port Selwyn",
        "A methane text is close while the loss fund may still break the talks.",
        "Glasshouse Review, Meridian Wire, Radio Selwyn",
        (7, 8, 12),
        AGREEMENTS[2],
        AGREEMENTS[4],
        TENSIONS[1],
        DEADLINES[1],
    ),
    _story(
        "Rail dispute at Northline",
        "Trains run again for 30 days; the pay gap stays.",
        "Meridian Wire, Northline Observer",
        (3, 4),
        AGREEMENTS[1],
        TENSIONS[4],
        DEADLINES[3],
    ),
    _story(
        "Arden’s budget",
        "The vote slipped to the end of the month at the earliest.",
        "Tidewater Post, Capital Gazette of Arden",
        (5, 6),
        TENSIONS[2],
        DEADLINES[2],
    ),
    _story(
        "Corvane’s bid for Halden Optics",
        "A higher bid won the board, not yet the regulator.",
        "Ticker & Tape, Börsenblick Arden",
        (9, 10),
        AGREEMENTS[3],
        TENSIONS[3],
        DEADLINES[4],
    ),
)


def _blocks(
    agreements: tuple[Line, ...], tensions: tuple[Line, ...], deadlines: tuple[Line, ...], more: int
) -> tuple[Block, ...]:
    rows = (
        (Section.AGREEMENT, "Key agreements", agreements, "No agreements reported."),
        (Section.TENSION, "Open tensions", tensions, "No tensions reported."),
        (Section.DEADLINE, "Deadlines", deadlines, "No deadlines ahead."),
    )
    return tuple(
        Block(section=section, heading=heading, lines=lines, empty=empty, more=more if lines else 0)
        for section, heading, lines, empty in rows
    )


def busy_post() -> Post:
    """Five bullets a section, five stories, twelve sources."""
    return Post(
        key="digest:busy",
        kind=PostKind.DIGEST,
        channel=LOCAL_CHANNEL,
        title="Communiqué · Thursday 6 March 2031",
        subtitle="as of 18:00 Europe/Berlin\n14 articles, 10 outlets, 5 stories; 1 source failed",
        blocks=_blocks(AGREEMENTS, TENSIONS, DEADLINES, more=2),
        stories=STORIES,
        references=SOURCES,
        footer="Each bullet quotes its source. Written by extractive-19.",
        day=DAY,
    )


def quiet_post() -> Post:
    """Articles came in, and nothing in them was agreed, disputed or due."""
    return Post(
        key="digest:quiet",
        kind=PostKind.DIGEST,
        channel=LOCAL_CHANNEL,
        title="Communiqué · Sunday 9 March 2031",
        subtitle="as of 18:00 Europe/Berlin\n3 articles, 2 outlets, 3 stories",
        notice="A quiet day: nothing agreed, disputed or due in what was published.",
        blocks=_blocks((), (), (), more=0),
        stories=(
            _story(
                "A lighthouse turns two hundred",
                "The keepers’ families met on the pier.",
                "Harbour Ledger",
                (1,),
            ),
        ),
        references=SOURCES[:1],
        footer="Each bullet quotes its source. Written by extractive-19.",
        day=date(2031, 3, 9),
    )


def empty_post() -> Post:
    """Nothing came in: a notice without blocks, stories or sources."""
    return Post(
        key="notice:empty",
        kind=PostKind.NOTICE,
        channel=LOCAL_CHANNEL,
        title="Communiqué · Monday 10 March 2031",
        subtitle="as of 18:00 Europe/Berlin",
        notice="No articles in this window (9 March 2031 18:00 to 10 March 2031 18:00).",
    )
