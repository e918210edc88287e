"""A busy day in invented outlets: who reported, and what a digest tells of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.post import Line, Reference
from summarizers.types import Deadline


def _source(n: int, source: str, title: str, address: str, published: str = "6 March 2031") -> Reference:
    return Reference(n=n, source=source, title=title, url=f"https://{address}", quote="", published=published)


SOURCES = (
    _source(
        1,
        "Harbour Ledger",
        "Veltland and Ostmark settle fish quotas after all-night talks",
        "harbour-ledger.example/2031/03/06/fish-quotas",
    ),
    _source(
        2,
        "The Inland Courier",
        "Fishing fleets cheer a deal; conservationists do not",
        "inland-courier.example/2031/fleets-and-reefs?ref=front&edition=late",
    ),
    _source(
        3,
        "Meridian Wire",
        "Rail unions and Northline agree on a cooling-off period",
        "meridian-wire.example/2031/rail/cooling-off",
        "5 March 2031",
    ),
    _source(
        4,
        "Northline Observer",
        "What the cooling-off period means for commuters",
        "northline-observer.example/2031/explained/cooling-off",
    ),
    _source(
        5,
        "Tidewater Post",
        "Budget vote slips to the end of the month as coalition haggles",
        "tidewater-post.example/2031/politics/budget-vote",
    ),
    _source(
        6,
        "Capital Gazette of Arden",
        "Finance minister: no new debt, ‘not one crown’",
        "arden-gazette.example/2031/no-new-debt",
        "5 March 2031",
    ),
    _source(
        7,
        "Glasshouse Review",
        "Delegates in Port Selwyn close in on a methane text",
        "glasshouse-review.example/2031/selwyn/methane",
    ),
    _source(
        8,
        "Meridian Wire",
        "Island states threaten to leave climate talks over loss fund",
        "meridian-wire.example/2031/selwyn/islands",
    ),
    _source(
        9,
        "Ticker & Tape",
        "Corvane sweetens its bid for Halden Optics to 41 crowns a share",
        "ticker-and-tape.example/2031/corvane-halden",
        "5 March 2031",
    ),
    _source(
        10,
        "Börsenblick Arden",
        "Kartellamt prüft die Übernahme von Halden Optics vertieft",
        "boersenblick.example/2031/halden-kartellamt",
    ),
    _source(
        11,
        "Harbour Ledger",
        "Ostmark’s parliament wants a say on the quotas",
        "harbour-ledger.example/2031/03/06/parliament",
    ),
    _source(
        12,
        "Radio Selwyn",
        "Loss fund: a compromise is on the table, say two delegates",
        "radio-selwyn.example/2031/loss-fund",
        "",
    ),
)


def cite(n: int, quote: str) -> Reference:
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
        cite(
            1,
            "After eleven hours of talks, Veltland and Ostmark set this year’s cod quota at 84,000 tonnes, "
            "to be shared evenly between the two fleets, ministers said on Thursday.",
        ),
        cite(2, "The 84,000-tonne figure is a third above what the reef survey had advised."),
        mark="new",
        status="agreed",
        sources=3,
    ),
    _line(
        "Northline and its two rail unions agreed to a cooling-off period of 30 days.",
        cite(3, "Northline and its two rail unions agreed to a cooling-off period of 30 days."),
        status="agreed",
        sources=4,
    ),
    _line(
        "Delegates expect to adopt a text that would cut methane leaks from pipelines by 60 %, "
        "the chair’s office said.",
        cite(
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
        cite(
            9,
            "Corvane raised its offer to 41 crowns a share on Wednesday, and this time Halden’s board "
            "unanimously recommended that shareholders accept.",
        ),
        status="agreed",
        sources=1,
    ),
    _line(
        "A compromise on the loss fund is on the table, two delegates said.",
        cite(
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
        cite(
            2,
            "Three conservation groups called the quota reckless and said they would challenge it in "
            "court within the week.",
        ),
        mark="new",
        sources=2,
    ),
    _line(
        "Island states threaten to walk out of the climate talks unless the loss fund is binding.",
        cite(
            8,
            "“We did not sail here to sign a brochure,” said the envoy of the Lantern Isles, adding that "
            "the bloc would walk out unless payments became binding.",
        ),
        cite(12, "The island bloc’s threat to leave still stood on Thursday night."),
        mark="updated",
        sources=3,
    ),
    _line(
        "Arden’s coalition partners remain split over new debt, which the finance minister rules out.",
        cite(
            6,
            "The finance minister ruled out new debt, “not one crown of it”, hours after her coalition "
            "partner had called borrowing unavoidable.",
        ),
        sources=2,
    ),
    _line(
        "Das Kartellamt sieht den Wettbewerb bei Messgeräten gefährdet.",
        cite(10, "Das Kartellamt sieht den Wettbewerb bei optischen Messgeräten „erheblich gefährdet“."),
        mark="new",
        sources=1,
    ),
    _line(
        "Rail unions say the pay gap of 4.5 points is no smaller than before the pause.",
        cite(
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
        cite(11, "The chamber will vote on the quotas on Friday at 15:00, its speaker announced."),
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
        cite(7, "The talks are scheduled to close between 12 and 14 March."),
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
        cite(5, "If the partners agree on a text, the lower house could vote on 28 March."),
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
        cite(3, "The period runs until 4 April, after which the unions are free to strike again."),
        sources=2,
        when="until 4 April 2031, in 29 days",
        deadline=Deadline(
            date=date(2031, 4, 4), kind="expiry", boundary="until", about="Rail cooling-off period ends"
        ),
    ),
    _line(
        "Corvane expects to close its purchase of Halden Optics.",
        cite(9, "Corvane expects the purchase to close in September, subject to approval."),
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
