"""The page holds the whole post, stands alone, and cannot be acted on by anything in a text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.parts import lines_of
from bot.domain.post import Block, Line, Post, PostKind, Reference
from bot.domain.shown import shown
from bot.web import render_page
from bot.web.page import moment
from summarizers.types import Deadline, Section

VOID = frozenset({"meta", "link", "br", "line", "circle"})
"""HTML's void elements, and the drawing's empty ones, which close themselves."""

TAGS = {
    *(
        "html",
        "head",
        "meta",
        "link",
        "title",
        "style",
        "body",
        "header",
        "main",
        "footer",
        "section",
        "article",
    ),
    *("h1", "h2", "h3", "div", "p", "span", "bdi", "time", "ul", "ol", "li", "a", "details", "summary"),
    *("figure", "blockquote", "figcaption", "svg", "g", "line", "circle", "text"),
}


@dataclass
class Tree(HTMLParser):
    """What a reader of the page's tags sees: elements, attributes, texts, and whether the tags balance."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if name in attrs]

    def of(self, tag: str) -> str:
        return "".join(text for parent, text in self.texts if parent == tag)


def _read(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    tree.close()
    assert tree.open == []
    return tree


def _words(page: str) -> str:
    """The page's text as it is read, without the style sheet."""
    texts = "".join(text for parent, text in _read(page).texts if parent != "style")
    return " ".join(texts.replace("\u2060", "").split())


def _post(line: Line | None = None, **fields: object) -> Post:
    block = Block(section=Section.DEADLINE, heading="H", lines=(line,) if line else (), empty="None.")
    post = Post(key="k", kind=PostKind.DIGEST, channel=LOCAL_CHANNEL, title="T", subtitle="", blocks=(block,))
    return replace(post, **fields)  # type: ignore[arg-type]  # any field of a post, by name


def _line(text: str = "t", deadline: Deadline | None = None, url: str | None = None) -> Line:
    source = Reference(n=1, source="Outlet", title="Title", url=url, quote="The quote.")
    return Line(
        text=text, mark="", status="", sources=1, references=(source,), deadline=deadline, when="soon"
    )


def test_every_quote_stands_as_proof_in_a_native_details_element(busy_post: Post) -> None:
    tree = _read(render_page(busy_post))
    quotes = {ref.quote for line in lines_of(busy_post) for ref in line.references}
    assert quotes <= {text for parent, text in tree.texts if parent == "p"}
    tags = [tag for tag, _ in tree.tags]
    bullets = sum(len(block.lines) for block in busy_post.blocks)
    assert tags.count("details") == tags.count("summary") == bullets + len(busy_post.stories)


def test_every_text_of_the_post_is_on_the_page(busy_post: Post) -> None:
    words = _words(render_page(busy_post))
    told = [line for block in busy_post.blocks for line in block.lines]
    sources = [part for ref in busy_post.references for part in (ref.source, ref.title, ref.published)]
    stories = [part for story in busy_post.stories for part in (story.headline, story.gist, story.outlets)]
    facts = [part for line in told for part in (line.text, line.when, line.status, line.mark)]
    for text in (*sources, *stories, *facts, *busy_post.subtitle.split("\n"), busy_post.footer):
        assert text in words


def test_each_number_leads_to_its_source_and_each_source_to_its_article(busy_post: Post) -> None:
    page = render_page(busy_post)
    tree = _read(page)
    sources = {f"source-{ref.n}" for ref in busy_post.references}
    targets = {href[1:] for href in tree.attributes("href") if href.startswith("#")}
    assert targets == set(tree.attributes("id")) == sources | {"stories"}
    outward = [attrs for tag, attrs in tree.tags if tag == "a" and not attrs["href"].startswith("#")]
    assert [attrs["href"] for attrs in outward] == [ref.url for ref in busy_post.references]
    assert {attrs["rel"] for attrs in outward} == {"noopener noreferrer nofollow"}


def test_a_source_that_only_a_bullet_cites_is_listed_too() -> None:
    page = render_page(_post(_line(url="https://a.example/1")))
    assert _read(page).attributes("href")[-1] == "https://a.example/1"


def test_no_id_is_given_twice(busy_post: Post) -> None:
    twice = replace(busy_post, references=busy_post.references * 2, blocks=busy_post.blocks * 2)
    for post in (busy_post, twice):
        assert max(Counter(_read(render_page(post)).attributes("id")).values()) == 1


def test_the_parts_stand_in_fixed_order_whatever_the_order_of_the_blocks(busy_post: Post) -> None:
    page = render_page(replace(busy_post, blocks=tuple(reversed(busy_post.blocks))))
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", page) == [
        "Key agreements",
        "Open tensions",
        "Deadlines",
        "Stories",
        "Sources",
    ]
    assert page == render_page(busy_post)


def test_headings_go_down_one_step_at_a_time(busy_post: Post) -> None:
    levels = [int(tag[1]) for tag, _ in _read(render_page(busy_post)).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_nothing_on_the_page_is_fetched_from_anywhere(busy_post: Post) -> None:
    page = render_page(busy_post)
    tree = _read(page)
    assert {tag for tag, _ in tree.tags} <= TAGS
    assert not {"src", "srcset", "action", "style", "poster", "background"} & {
        name for _, attrs in tree.tags for name in attrs
    }
    assert [attrs["href"] for tag, attrs in tree.tags if tag == "link"] == ["data:,"]
    assert not re.search(r"url\(|@import|expression\(", tree.of("style"))
    assert set(re.findall(r"https?://[^/\"<]+", page)) == {
        ref.url[: ref.url.index("/", 8)] for ref in busy_post.references if ref.url
    }


def test_the_policy_allows_the_style_sheet_on_the_page_and_nothing_else(busy_post: Post) -> None:
    tree = _read(render_page(busy_post))
    policy = next(attrs["content"] for _, attrs in tree.tags if "http-equiv" in attrs)
    digest = base64.b64encode(hashlib.sha256(tree.of("style").encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_its_language_width_and_title(busy_post: Post) -> None:
    page = render_page(busy_post)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert "<title>Communiqué · Thursday 6 March 2031</title>" in page


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "</style><b>", "{{ 7 * 7 }}"]
)
def test_markup_in_a_text_is_shown_as_it_is_written(text: str) -> None:
    page = render_page(_post(_line(text), title=text, notice=text, subtitle=text, footer=text))
    assert _words(page).count(text) >= 5
    assert {tag for tag, _ in _read(page).tags} <= TAGS


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "https://bank.example@evil.example/"],
)
def test_an_unsafe_address_is_not_linked(url: str) -> None:
    page = render_page(_post(_line(url=url)))
    assert url.strip() not in page
    assert "<bdi>Title</bdi>" in page


def test_invisible_characters_of_a_text_do_not_reach_the_page() -> None:
    page = render_page(_post(_line("a\u202eb\u200bc\x1b[1m\x00d")))
    assert "abc[1md" in page
    assert not set(page) & set("\u202e\u200b\x1b\x00")


def test_a_quiet_day_says_so_above_the_empty_sections(quiet_post: Post) -> None:
    words = _words(render_page(quiet_post))
    told = ["A quiet day:", "No agreements reported.", "No tensions reported.", "No deadlines ahead."]
    assert sorted(told, key=words.index) == told


def test_an_empty_post_is_its_masthead_and_notice(empty_post: Post) -> None:
    page = render_page(empty_post)
    assert empty_post.notice in _words(page)
    assert not {"section", "footer", "svg"} & {tag for tag, _ in _read(page).tags}


def test_deadlines_are_drawn_with_their_names_and_told_to_who_cannot_see_them(busy_post: Post) -> None:
    page = render_page(busy_post)
    assert 'role="img"' in page
    assert 'aria-label="What is ahead: 7 Mar, 12–14 Mar, 28 Mar, 4 Apr, Sep"' in page
    assert "<title>28 Mar: Arden’s lower house votes on the budget</title>" in page
    assert page.count('<g class="stop uncertain">') == 2


def test_without_a_deadline_ahead_nothing_is_drawn(quiet_post: Post) -> None:
    over = _post(_line(deadline=Deadline(date=date(2031, 3, 1), about="x")), day=date(2031, 3, 2))
    assert "<svg" not in render_page(quiet_post)
    assert "<svg" not in render_page(over)


def test_the_drawing_holds_the_deadlines_that_are_listed_under_it(busy_post: Post) -> None:
    listed = replace(busy_post.blocks[2], lines=busy_post.blocks[2].lines[:2])
    page = render_page(replace(busy_post, blocks=(listed,)))
    assert 'aria-label="What is ahead: 7 Mar, 12–14 Mar"' in page


def test_how_far_away_a_day_is_stays_on_one_line() -> None:
    line = replace(_line(), when="by Friday (the 7th) (in 2 days)")
    page = render_page(_post(line))
    assert '<p class="when">by Friday (the 7th) <span class="remark">(in 2 days)</span></p>' in page.replace(
        "\n", ""
    )


def test_a_deadline_is_marked_up_with_its_date(busy_post: Post) -> None:
    times = _read(render_page(busy_post)).attributes("datetime")
    assert times[:5] == ["2031-03-07T15:00", "2031-03-12", "2031-03-28", "2031-04-04", "2031-09"]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (Deadline(date=date(2031, 3, 7), about="x"), "2031-03-07"),
        (Deadline(date=date(2031, 3, 7), time="15:00", tz="Europe/Berlin", about="x"), "2031-03-07T15:00"),
        (Deadline(date=date(2031, 3, 7), time="15:00", tz="+01:00", about="x"), "2031-03-07T15:00+01:00"),
        (Deadline(date=date(2031, 3, 7), time="15:00", tz="Z", about="x"), "2031-03-07T15:00Z"),
        (Deadline(date=date(2031, 3, 7), time="noon", about="x"), "2031-03-07"),
        (Deadline(date=date(2031, 1, 1), granularity="year", about="x"), "2031"),
        (Deadline(date=date(2031, 2, 1), granularity="month", about="x"), "2031-02"),
        (Deadline(date=date(2030, 12, 30), granularity="week", about="x"), "2031-W01"),
        (Deadline(date=date(2031, 4, 1), granularity="quarter", about="x"), "2031-04-01"),
    ],
)
def test_the_date_is_as_coarse_as_the_deadline(deadline: Deadline, expected: str) -> None:
    assert moment(deadline) == expected


def _luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_colour_of_text_has_a_contrast_of_at_least_4_5_on_every_ground(busy_post: Post) -> None:
    style = _read(render_page(busy_post)).of("style")
    palettes = [
        dict(re.findall(r"--(\w+): (#\w{6})\b", css)) for css in re.findall(r":root \{([^}]+)\}", style)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        for ground in (palette["paper"], palette["wash"]):
            for name in ("ink", "soft", "agreement", "tension", "deadline"):
                high, low = sorted((_luminance(palette[name]), _luminance(ground)), reverse=True)
                assert (high + 0.05) / (low + 0.05) >= 4.5, (name, ground)


@pytest.mark.untraced
@given(data=st.data())
def test_any_text_gives_one_balanced_page_of_known_elements_without_script(
    any_post: st.SearchStrategy[Post], data: st.DataObject
) -> None:
    post = data.draw(any_post)
    page = render_page(post)
    page.encode()
    tree = _read(page)
    assert {tag for tag, _ in tree.tags} <= TAGS
    assert not [name for _, attrs in tree.tags for name in attrs if name.startswith("on") or name == "style"]
    assert all(
        re.match(r"#source-\d+$|#stories$|https?://|data:,$", href, re.IGNORECASE)
        for href in tree.attributes("href")
    )
    assert all(shown(text) == " ".join(text.replace("\u2060", "").split()) for _, text in tree.texts)
    ids = tree.attributes("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.attributes("href") if href.startswith("#")} <= set(ids)
    assert render_page(post) == page
