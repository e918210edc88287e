"""Posts for the renderers' tests, from invented outlets and events, and a strategy for posts of any text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import strategies as st

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.post import Block, Line, Post, PostKind, Reference, StoryBlock
from summarizers.types import Certainty, Deadline, Granularity, Section

DAY = date(2031, 3, 6)

SOURCES = tuple(
    Reference(
        n=n,
        source=source,
        title=title,
        url=f"https://{host}.example/2031/{path}",
        quote="",
        published=published,
    )
    for n, source, title, host, path, published in [
        (
            1,
            "Harbour Ledger",
            "Veltland and Ostmark settle fish quotas after all-night talks",
            "harbour-ledger",
            "03/06/fish-quotas",
            "6 March 2031",
        ),
        (
            2,
            "The Inland Courier",
            "Fishing fleets cheer a deal; conservationists do not",
            "inland-courier",
            "fleets-and-reefs?ref=front&edition=late",
            "6 March 2031",
        ),
        (
            3,
            "Meridian Wire",
            "Rail unions and Northline agree on a cooling-off period",
            "meridian-wire",
            "rail/cooling-off",
            "5 March 2031",
        ),
        (
            4,
            "Northline Observer",
            "What the cooling-off period means for commuters",
            "northline-observer",
            "explained/cooling-off",
            "6 March 2031",
        ),
        (
            5,
            "Tidewater Post",
            "Budget vote slips to the end of the month as coalition haggles",
            "tidewater-post",
            "politics/budget-vote",
            "6 March 2031",
        ),
        (
            6,
            "Capital Gazette of Arden",
            "Finance minister: no new debt, ‘not one crown’",
            "arden-gazette",
            "no-new-debt",
            "5 March 2031",
        ),
        (
            7,
            "Glasshouse Review",
            "Delegates in Port Selwyn close in on a methane text",
            "glasshouse-review",
            "selwyn/methane",
            "6 March 2031",
        ),
        (
            8,
            "Meridian Wire",
            "Island states threaten to leave climate talks over loss fund",
            "meridian-wire",
            "selwyn/islands",
            "6 March 2031",
        ),
        (
            9,
            "Ticker & Tape",
            "Corvane sweetens its bid for Halden Optics to 41 crowns a share",
            "ticker-and-tape",
            "corvane-halden",
            "5 March 2031",
        ),
        (
            10,
            "Börsenblick Arden",
            "Kartellamt prüft die Übernahme von Halden Optics vertieft",
            "boersenblick",
            "halden-kartellamt",
            "6 March 2031",
        ),
        (
            11,
            "Harbour Ledger",
            "Ostmark’s parliament wants a say on the quotas",
            "harbour-ledger",
            "03/06/parliament",
            "6 March 2031",
        ),
        (
            12,
            "Radio Selwyn",
            "Loss fund: a compromise is on the table, say two delegates",
            "radio-selwyn",
            "loss-fund",
            "",
        ),
    ]
)


def _cite(n: int, quote: str) -> Reference:
    return replace(SOURCES[n - 1], quote=quote)


def _line(
    text: str,
    *references: Reference,
    mark: str = "",
    status: str = "",
    sources: int = 0,
    deadline: Deadline | None = None,
    when: str = "",
) -> Line:
    return Line(
        text=text,
        mark=mark,
        status=status,
        sources=sources or len({ref.n for ref in references}),
        references=references,
        deadline=deadline,
        when=when,
    )


AGREEMENTS = (
    _line(
        "Veltland and Ostmark set this year’s cod quota at 84,000 tonnes, shared evenly.",
        _cite(
            1,
            "After eleven hours of talks, Veltland and Ostmark set this year’s cod quota at 84,000 tonnes, "
            "to be shared evenly between the two fleets, ministers said on Thursday.",
        ),
        _cite(2, "The 84,000-tonne figure is a third above what the reef survey had advised."),
        mark="new",
        status="agreed",
        sources=3,
    ),
    _line(
        "Northline and its two rail unions agreed to a cooling-off period of 30 days.",
        _cite(3, "Northline and its two rail unions agreed to a cooling-off period of 30 days."),
        status="agreed",
        sources=4,
    ),
    _line(
        "Delegates expect to adopt a text that would cut methane leaks from pipelines by 60 %, "
        "the chair’s office said.",
        _cite(
            7,
            "Delegates expect to adopt a text that would cut methane leaks from pipelines by 60 %, the "
            "chair’s office said late in the evening.",
        ),
        mark="updated",
        status="tentative",
        sources=2,
    ),
    _line(
        "Corvane raised its offer for Halden Optics to 41 crowns a share, and Halden’s board backed it.",
        _cite(
            9,
            "Corvane raised its offer to 41 crowns a share on Wednesday, and this time Halden’s board "
            "unanimously recommended that shareholders accept.",
        ),
        status="agreed",
        sources=1,
    ),
    _line(
        "A compromise on the loss fund is on the table, two delegates said.",
        _cite(
            12, "“There is a compromise on the table,” one of the two delegates said, asking not to be named."
        ),
        mark="new",
        status="tentative",
        sources=1,
    ),
)

TENSIONS = (
    _line(
        "Conservation groups call the cod quota reckless and will challenge it in court.",
        _cite(
            2,
            "Three conservation groups called the quota reckless and said they would challenge it in "
            "court within the week.",
        ),
        mark="new",
        sources=2,
    ),
    _line(
        "Island states threaten to walk out of the climate talks unless the loss fund is binding.",
        _cite(
            8,
            "“We did not sail here to sign a brochure,” said the envoy of the Lantern Isles, adding that "
            "the bloc would walk out unless payments became binding.",
        ),
        _cite(12, "The island bloc’s threat to leave still stood on Thursday night."),
        mark="updated",
        sources=3,
    ),
    _line(
        "Arden’s coalition partners remain split over new debt, which the finance minister rules out.",
        _cite(
            6,
            "The finance minister ruled out new debt, “not one crown of it”, hours after her coalition "
            "partner had called borrowing unavoidable.",
        ),
        sources=2,
    ),
    _line(
        "Das Kartellamt sieht den Wettbewerb bei Messgeräten gefährdet.",
        _cite(10, "Das Kartellamt sieht den Wettbewerb bei optischen Messgeräten „erheblich gefährdet“."),
        mark="new",
        sources=1,
    ),
    _line(
        "Rail unions say the pay gap of 4.5 points is no smaller than before the pause.",
        _cite(
            4,
            "The unions insist that the gap of 4.5 percentage points is exactly as wide as it was before "
            "the pause.",
        ),
        sources=1,
    ),
)

DEADLINES = (
    _line(
        "Ostmark’s parliament votes on the fish quotas.",
        _cite(11, "The chamber will vote on the quotas on Friday at 15:00, its speaker announced."),
        mark="new",
        when="tomorrow, Friday 7 March 2031, 15:00",
        deadline=Deadline(
            date=date(2031, 3, 7),
            granularity="minute",
            kind="vote",
            time="15:00",
            about="Ostmark’s parliament votes on the fish quotas",
        ),
    ),
    _line(
        "Climate talks in Port Selwyn are to close.",
        _cite(7, "The talks are scheduled to close between 12 and 14 March."),
        sources=3,
        when="12 to 14 March 2031, in 6 days",
        deadline=Deadline(
            date=date(2031, 3, 12),
            end=date(2031, 3, 14),
            kind="meeting",
            about="Climate talks in Port Selwyn close",
        ),
    ),
    _line(
        "Arden’s lower house may vote on the budget, if the coalition agrees on a text.",
        _cite(5, "If the partners agree on a text, the lower house could vote on 28 March."),
        mark="updated",
        status="conditional",
        sources=2,
        when="28 March 2031, in 22 days",
        deadline=Deadline(
            date=date(2031, 3, 28),
            kind="vote",
            certainty="conditional",
            about="Arden’s lower house votes on the budget",
        ),
    ),
    _line(
        "The rail cooling-off period ends; strikes may resume the day after.",
        _cite(3, "The period runs until 4 April, after which the unions are free to strike again."),
        sources=2,
        when="until 4 April 2031, in 29 days",
        deadline=Deadline(
            date=date(2031, 4, 4), kind="expiry", boundary="until", about="Rail cooling-off period ends"
        ),
    ),
    _line(
        "Corvane expects to close its purchase of Halden Optics.",
        _cite(9, "Corvane expects the purchase to close in September, subject to approval."),
        status="not certain",
        sources=1,
        when="in September 2031, in 179 days",
        deadline=Deadline(
            date=date(2031, 9, 1),
            end=date(2031, 9, 30),
            granularity="month",
            kind="effective",
            certainty="tentative",
            about="Corvane closes its purchase of Halden Optics",
        ),
    ),
)


def _story(headline: str, gist: str, outlets: str, numbers: tuple[int, ...], *lines: Line) -> StoryBlock:
    references = tuple(_cite(n, gist if n == numbers[0] else f"{headline}, in brief.") for n in numbers[:2])
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


@pytest.fixture(scope="session")
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
        footer="Each bullet quotes its source. Written by extractive-13.",
        day=DAY,
    )


@pytest.fixture(scope="session")
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
        footer="Each bullet quotes its source. Written by extractive-13.",
        day=date(2031, 3, 9),
    )


@pytest.fixture(scope="session")
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


_ANY = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</style><img src=x>",
        "\x1b[31m",
        "[red]x[/red]",
        "[link=http://e.example]x",
        "\x1b]8;;http://e.example\x07x",
        "\u202egnp.exe",
        "{{ 7 * 7 }}",
        '" onload="x',
        ":warning:",
        "&lt;b&gt;",
    ]
)
_URLS = st.none() | _ANY | st.builds("https://a.example/{}".format, _ANY) | st.just("javascript:alert(1)")
_REFERENCES = st.builds(
    Reference, n=st.integers(0, 9), source=_ANY, title=_ANY, url=_URLS, quote=_ANY, published=_ANY
)
_SPANS = st.lists(st.dates(date(2031, 1, 1), date(2034, 1, 1)), min_size=1, max_size=2).map(sorted)


@st.composite
def _deadlines(draw: st.DrawFn) -> Deadline:
    days = draw(_SPANS)
    return Deadline(
        date=days[0],
        end=days[1] if len(days) > 1 else None,
        granularity=draw(st.sampled_from(get_args(Granularity))),
        certainty=draw(st.sampled_from(get_args(Certainty))),
        about=draw(_ANY),
        time=draw(st.none() | st.just("15:00") | _ANY),
        tz=draw(st.none() | st.just("+02:00") | _ANY),
    )


_LINES = st.builds(
    Line,
    text=_ANY,
    mark=_ANY,
    status=_ANY,
    sources=st.integers(0, 20),
    references=st.lists(_REFERENCES, max_size=2).map(tuple),
    deadline=st.none() | _deadlines(),
    when=_ANY,
)
_FEW_LINES = st.lists(_LINES, max_size=2).map(tuple)
_BLOCKS = st.builds(
    Block,
    section=st.sampled_from(Section),
    heading=_ANY,
    lines=_FEW_LINES,
    empty=_ANY,
    more=st.integers(0, 3),
)
_STORIES = st.builds(
    StoryBlock,
    headline=_ANY,
    gist=_ANY,
    outlets=_ANY,
    references=st.lists(_REFERENCES, max_size=2).map(tuple),
    lines=_FEW_LINES,
)


@pytest.fixture(scope="session")
def any_post() -> st.SearchStrategy[Post]:
    """Posts with arbitrary text in every field."""
    return st.deferred(_posts)


def _posts() -> st.SearchStrategy[Post]:
    return st.builds(
        Post,
        key=_ANY,
        kind=st.sampled_from(PostKind),
        channel=st.just(LOCAL_CHANNEL),
        title=_ANY,
        subtitle=_ANY,
        notice=_ANY,
        blocks=st.lists(_BLOCKS, max_size=3).map(tuple),
        stories=st.lists(_STORIES, max_size=2).map(tuple),
        references=st.lists(_REFERENCES, max_size=3).map(tuple),
        footer=_ANY,
        day=st.none() | st.dates(date(2031, 1, 1), date(2032, 1, 1)),
    )
