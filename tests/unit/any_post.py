"""Posts with any text in every field, such as would break who shows them unguarded."""

from __future__ import annotations

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.post import Block, Line, Post, PostKind, Reference, StoryBlock
from summarizers.types import Certainty, Deadline, Granularity, Section

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


def posts() -> st.SearchStrategy[Post]:
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
