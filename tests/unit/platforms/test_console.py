"""The terminal shows the whole post within its columns, and nothing in a text can act on the screen."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.parts import lines_of
from bot.domain.post import Block, Line, Post, PostKind, Reference
from bot.domain.shown import shown
from bot.platforms.console import render_plain, render_terminal
from summarizers.types import Section

SGR = re.compile(r"\x1b\[[0-9;]*m")
HYPERLINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")


def _terminal(post: Post, *, width: int = 80, colour: bool = True, links: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=True,
        legacy_windows=False,
        color_system="truecolor" if colour else None,
        _environ={},
    )
    render_terminal(post, console, links=links)
    return file.getvalue()


def _bare(text: str) -> str:
    return SGR.sub("", text)


def _joined(text: str) -> str:
    """The words of a rendering without its line breaks, indents and quote bars."""
    return " ".join(text.replace("│", " ").split())


def _one_line(**values: object) -> Post:
    line = Line(text="t", mark="", status="", sources=0, references=())
    return _post(lines=(replace(line, **values),))  # type: ignore[arg-type]  # any field of a line, by name


def _post(lines: tuple[Line, ...] = (), references: tuple[Reference, ...] = (), title: str = "T") -> Post:
    block = Block(section=Section.TENSION, heading="Open tensions", lines=lines, empty="None.")
    return Post(
        key="k",
        kind=PostKind.DIGEST,
        channel=LOCAL_CHANNEL,
        title=title,
        subtitle="",
        blocks=(block,),
        references=references,
    )


def _all_quotes(post: Post) -> set[str]:
    return {ref.quote for line in lines_of(post) for ref in line.references}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_but_an_address_is_wider_than_the_terminal(busy_post: Post, width: int, colour: bool) -> None:
    lines = _bare(_terminal(busy_post, width=width, colour=colour)).splitlines()
    assert [row for row in lines if cell_len(row) > min(width, 100) and "https://" not in row] == []


def test_plain_text_is_at_most_100_columns_wide_and_has_no_trailing_blanks(busy_post: Post) -> None:
    lines = render_plain(busy_post).splitlines()
    assert max(map(cell_len, lines)) == 100
    assert all(row == row.rstrip() for row in lines)


def test_the_terminal_shows_what_plain_text_shows(
    busy_post: Post, quiet_post: Post, empty_post: Post
) -> None:
    for post in (busy_post, quiet_post, empty_post):
        assert _bare(_terminal(post, width=100)) == render_plain(post)
        assert _terminal(post, width=100, colour=False) == render_plain(post)


def test_the_parts_stand_in_fixed_order_whatever_the_order_of_the_blocks(busy_post: Post) -> None:
    text = render_plain(replace(busy_post, blocks=tuple(reversed(busy_post.blocks))))
    headings = re.findall(r"^── (.+?) ─+$", text, re.MULTILINE)
    assert headings == ["Key agreements", "Open tensions", "Deadlines", "Stories", "Sources"]
    assert text == render_plain(busy_post)


def test_a_bullet_shows_its_numbers_status_mark_and_sources(busy_post: Post) -> None:
    text = _joined(render_plain(busy_post))
    assert "shared evenly. [1][2] agreed · new · 3 sources" in text
    assert "a share, and Halden’s board backed it. [9] agreed · 1 source •" in text


def test_a_deadline_leads_with_its_absolute_and_relative_time(busy_post: Post) -> None:
    assert "  • 28 March 2031, in 22 days\n    Arden’s lower house may vote" in render_plain(busy_post)


def test_every_quote_is_shown_once(busy_post: Post) -> None:
    text = _joined(render_plain(busy_post))
    sections, stories = text.split("── Stories", 1)
    verbatim = {line.text for block in busy_post.blocks for line in block.lines}
    for quote in _all_quotes(busy_post):
        assert stories.count(quote) == 1
        assert (quote in sections) == (quote in verbatim)


def test_without_stories_the_quotes_stand_under_their_bullets(busy_post: Post) -> None:
    text = _joined(render_plain(replace(busy_post, stories=())))
    assert all(text.count(quote) == 1 for quote in _all_quotes(busy_post))


def test_a_quote_that_only_a_source_brings_is_shown_too() -> None:
    source = Reference(n=1, source="Outlet", title="Title", url=None, quote="The proof itself.")
    assert "    │ The proof itself. [1]\n" in render_plain(_post(references=(source,)))


def test_every_cited_number_is_listed_among_the_sources() -> None:
    cited = Reference(n=7, source="Outlet", title="Title", url="https://a.example/7", quote="q")
    assert "  [7] Outlet · Title\n      https://a.example/7\n" in render_plain(_one_line(references=(cited,)))


def test_a_quiet_day_says_so_above_the_empty_sections(quiet_post: Post) -> None:
    text = render_plain(quiet_post)
    assert "\n\n┃ A quiet day: nothing agreed, disputed or due in what was published.\n\n" in text
    for words in ("No agreements reported.", "No tensions reported.", "No deadlines ahead."):
        assert f"\n  {words}\n" in text


def test_an_empty_post_is_its_title_and_notice(empty_post: Post) -> None:
    assert render_plain(empty_post) == (
        "Communiqué · Monday 10 March 2031\nas of 18:00 Europe/Berlin\n\n"
        "┃ No articles in this window (9 March 2031 18:00 to 10 March 2031 18:00).\n"
    )


def test_what_is_left_out_is_counted(busy_post: Post) -> None:
    assert render_plain(busy_post).count("  + 2 more in the details\n") == 3


def test_where_links_are_followed_titles_are_links_and_addresses_are_not_printed(busy_post: Post) -> None:
    text = _terminal(busy_post, links=True)
    assert set(HYPERLINK.findall(text)) - {""} == {ref.url for ref in busy_post.references}
    assert "https://" not in HYPERLINK.sub("", text)


def test_where_links_are_not_followed_each_address_is_printed_unbroken() -> None:
    url = "https://a.example/" + "long/" * 40
    text = _terminal(_post(references=(Reference(n=1, source="O", title="T", url=url, quote=""),)))
    assert url in text
    assert "\x1b]8" not in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example@b.example/"])
def test_an_unsafe_address_is_neither_linked_nor_printed(url: str) -> None:
    post = _post(references=(Reference(n=1, source="O", title="T", url=url, quote=""),))
    assert url not in _terminal(post, links=True)
    assert url not in render_plain(post)


@pytest.mark.parametrize(
    "text",
    ["[red]not red[/red]", "[link=https://e.example]here[/link]", ":warning: [/]", "[bold", "\\[x]", "{app}"],
)
def test_markup_in_a_text_is_shown_as_it_is_written(text: str) -> None:
    for rendering in (_bare(_terminal(_one_line(text=text))), render_plain(_post(title=text))):
        assert text in rendering


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "[31mred"),
        ("\x1b]8;;https://e.example\x07here", "]8;;https://e.examplehere"),
        ("\x9b2Jgone", "2Jgone"),
        ("over\rwrite\x08", "over write"),
        ("gp\u202egnp.exe", "gpgnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_what_would_act_on_the_screen_is_taken_out(text: str, expected: str) -> None:
    assert f"  • {expected}\n" in render_plain(_one_line(text=text))


def test_wide_characters_are_counted_by_their_columns() -> None:
    text = render_plain(_one_line(text="日本語の長い文章" * 30))
    assert max(map(cell_len, text.splitlines())) <= 100


def test_a_very_narrow_terminal_still_shows_every_word(busy_post: Post) -> None:
    text = _joined(_bare(_terminal(busy_post, width=10, colour=False)))
    assert all(word in text for word in shown(busy_post.blocks[0].lines[0].text).split())


@pytest.mark.untraced
@given(data=st.data())
def test_no_text_brings_an_escape_or_a_control_character(
    any_post: st.SearchStrategy[Post], data: st.DataObject
) -> None:
    post = data.draw(any_post)
    plain = render_plain(post)
    assert all(shown(row) == " ".join(row.split()) for row in plain.split("\n"))
    coloured = SGR.sub("", HYPERLINK.sub("", _terminal(post, width=100, links=True)))
    assert "\x1b" not in coloured
    assert render_plain(post) == plain
