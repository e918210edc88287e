"""A digest in Discord: it fits whatever it holds, nothing is lost, and no text in it acts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.deliver.outline import Form, Paragraph, Span, details, parent
from bot.domain.action import DIGEST_ACTIONS, REMINDER_ACTIONS, ActionName, Button, button
from bot.domain.instant import instant_of
from bot.domain.parts import blocks_in_order
from bot.domain.post import Post
from bot.platforms.discord.card import card
from bot.platforms.discord.markup import escaped, written
from bot.platforms.discord.pages import Beside, Page, Row, Rule, Words, pages
from bot.texts import say
from summarizers.types import Deadline
from tests.fakes.discord_server.components import V2, faults

HOSTILE = (
    "@everyone @here <@1> <@&2> <#3> <t:1:R> </x:1> **b** _i_ ~~s~~ `c` ||s|| [x](https://y.example) # h "
    ":tada: :a::skin-tone-2: 10:30:45"
)
ACTING = re.compile(
    r"(?<!\\)(?:<[@#t/]|\*\*|~~|`|\|\||\[[^\]]*\]\()|(?<!\\):[^\s:\\]+:|@(?:everyone|here)|://"
)


def _words(page: Page) -> str:
    return "\n".join(piece.text for piece in page.pieces if isinstance(piece, Words | Beside))


def _plain(page: Page) -> str:
    return re.sub(r"\\([\\*_~`|<\[\]:])", r"\1", _words(page)).replace("\u2060", "")


def _wrong(page: Page) -> list[str]:
    view = card(page, "delivery.0", ping="<@&1>")
    parts = view.to_components()  # type: ignore[no-untyped-call] # the library leaves it unannotated
    return faults({"flags": V2, "components": parts})


@pytest.fixture(scope="session")
def any_length(any_post: st.SearchStrategy[Post]) -> st.SearchStrategy[Post]:
    return st.builds(_longer, any_post, st.sampled_from((1, 1, 30, 400)), st.booleans())


def _longer(post: Post, times: int, pressed: bool) -> Post:
    """The same post with every bullet so many times as long, with or without buttons everywhere."""
    entries = count()

    def acts() -> tuple[Button, ...]:
        names = REMINDER_ACTIONS[1:] if pressed else ()
        target = f"entry-{next(entries)}"
        return tuple(button(name, target) for name in names)

    below = tuple(button(name, "target") for name in DIGEST_ACTIONS) if pressed else ()
    blocks = tuple(
        replace(
            block,
            lines=tuple(replace(line, text=line.text * times, buttons=acts()) for line in block.lines),
        )
        for block in post.blocks
    )
    return replace(post, title=post.title * times, blocks=blocks, buttons=below)


@pytest.mark.untraced
def test_any_post_fits(any_length: st.SearchStrategy[Post]) -> None:
    @given(any_length)
    @settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def fits(post: Post) -> None:
        for page in pages(post):
            assert not _wrong(page)

    fits()


@pytest.mark.untraced
def test_nothing_that_is_said_is_lost(any_length: st.SearchStrategy[Post]) -> None:
    @given(any_length)
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def whole(post: Post) -> None:
        said = "".join(map(_plain, pages(post)))
        kept = re.sub(r"\s", "", said)
        for paragraph in (*parent(post), *details(post)):
            for span in paragraph.spans:
                if span.deadline and instant_of(span.deadline):
                    continue  # shown as a moment in the reader's own zone
                for word in escaped(span.text).replace("\u2060", "").split():
                    assert re.sub(r"\\([\\*_~`|<\[\]:])", r"\1", word)[:900] in kept

    whole()


def test_buttons_stand_under_their_line_and_below_the_post(busy_post: Post) -> None:
    first, *others = blocks_in_order(busy_post)
    acts = tuple(button(name, "entry") for name in REMINDER_ACTIONS[1:])
    line = replace(first.lines[0], buttons=acts)
    below = (button(DIGEST_ACTIONS[0], "b"),)
    post = replace(busy_post, blocks=(replace(first, lines=(line,)), *others), buttons=below)
    pieces = pages(post)[0].pieces
    rows = [piece for piece in pieces if isinstance(piece, Row)]
    assert [row.buttons for row in rows] == [acts, below]
    before = pieces[pieces.index(rows[0]) - 1]
    assert isinstance(before, Words)
    assert escaped(line.text) in before.text
    assert pieces[-1] == rows[1]


def test_a_rule_parts_the_sections_and_settings_stand_beside_the_title(busy_post: Post) -> None:
    below = tuple(button(name, "b") for name in DIGEST_ACTIONS)
    top, *others = pages(replace(busy_post, buttons=below))[0].pieces
    assert isinstance(top, Beside)
    assert top.button.action.name is ActionName.SETTINGS
    assert busy_post.title in top.text
    headings = [one for one in others if isinstance(one, Words) and one.text.startswith("### ")]
    assert len(headings) == sum(isinstance(one, Rule) for one in others) >= 3
    assert all(isinstance(others[others.index(one) - 1], Rule) for one in headings)
    assert others[-1] == Row(buttons=tuple(one for one in below if one != top.button))


def test_all_sections_stand_before_the_readers_eyes_though_addresses_count_as_characters(
    busy_post: Post,
) -> None:
    blocks = blocks_in_order(busy_post)
    reference = blocks[0].lines[0].references[0]
    refs = tuple(
        replace(reference, n=n, url=f"https://wire.example/{'a' * 60}/{n}", title=f"Title {'b' * 60}")
        for n in range(1, 21)
    )
    lines = tuple(
        replace(blocks[0].lines[0], text=f"{n}: {'word ' * 28}", references=(refs[n], refs[n + 1]))
        for n in range(5)
    )
    full = tuple(replace(block, lines=lines) for block in blocks)
    post = replace(busy_post, blocks=full, references=refs)
    first, second, *_ = pages(post)
    assert all(block.heading in _plain(first) for block in full)
    assert _plain(first).count("word word") == 15 * 14
    assert post.footer in _plain(first)
    assert say("digest.sources_in_thread") in _plain(first)
    assert "https" not in _plain(first)
    assert _plain(second).startswith("### Sources")
    assert "](https://wire.example/" in _words(second)


def test_what_is_left_out_is_in_the_details_only_where_there_are_some(busy_post: Post) -> None:
    detailed, bare = pages(busy_post), pages(replace(busy_post, stories=()))
    assert "2 more in the details" in _plain(detailed[0])
    assert "and 2 more" in _plain(bare[0])
    assert "details" not in _plain(bare[0])


@pytest.mark.untraced
def test_no_heading_ends_a_message(any_length: st.SearchStrategy[Post]) -> None:
    @given(any_length)
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def followed(post: Post) -> None:
        for page in pages(post)[:-1]:
            lines = _words(page).splitlines()
            assert len(lines) == 1 or not lines[-1].startswith("### ") or isinstance(page.pieces[-1], Row)

    followed()


def test_text_of_articles_is_shown_literally(busy_post: Post) -> None:
    first, *others = blocks_in_order(busy_post)
    block = replace(first, lines=(replace(first.lines[0], text=HOSTILE, references=()),))
    page = pages(replace(busy_post, notice=HOSTILE, blocks=(block, *others), references=(), stories=()))[0]
    notice, item = (line for line in _words(page).splitlines() if "here" in line)
    assert not ACTING.search(notice)
    assert not ACTING.search(item.partition(" · ")[0])
    assert HOSTILE in _plain(page)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    "text", ["# head", "> quote", "- item", "+ item", "-# small", "1. first", "23) last"]
)
def test_no_words_of_a_paragraph_begin_with_markup(text: str, form: Form) -> None:
    empty = written(Paragraph(form=form, spans=(Span(text=""),)))
    said = written(Paragraph(form=form, spans=(Span(text=text),))).removeprefix(empty)
    assert not re.match(r"[#>+-]|\d+[.)]", said)
    assert said.replace("\u2060", "") == text


def test_a_button_that_is_asked_for_twice_stands_once(busy_post: Post) -> None:
    twice = (button(DIGEST_ACTIONS[0], "b"), button(DIGEST_ACTIONS[1]), button(DIGEST_ACTIONS[0], "b"))
    first, *_ = pages(replace(busy_post, buttons=twice))
    assert isinstance(first.pieces[-1], Row)
    assert first.pieces[-1].buttons == twice[:2]


def test_an_unsafe_address_is_no_link_and_a_safe_one_ends_where_it_should() -> None:
    bad = Paragraph(form=Form.PLAIN, spans=(Span(text="Here", url="javascript:alert(1)"),))
    good = Paragraph(form=Form.PLAIN, spans=(Span(text="Here", url="https://a.example/x_(y)"),))
    long = Paragraph(form=Form.PLAIN, spans=(Span(text="Here", url=f"https://a.example/{'x' * 600}"),))
    assert written(bad) == written(long) == "Here"
    assert written(good) == "[Here](https://a.example/x_%28y%29)"


def _due(**more: str) -> Deadline:
    return Deadline(date=date(2031, 11, 10), about="vote", **more)  # type: ignore[arg-type] # of strings only


def test_a_deadline_with_time_and_zone_is_shown_in_the_readers_zone() -> None:
    due = _due(time="14:00", tz="Europe/Berlin")
    assert instant_of(due) == datetime(2031, 11, 10, 13, 0, tzinfo=UTC)
    assert instant_of(_due(time="14:00", tz="-05:30")) == datetime(2031, 11, 10, 19, 30, tzinfo=UTC)
    line = written(Paragraph(form=Form.ITEM, spans=(Span(text="10 Nov", bold=True, deadline=due),)))
    assert line == "- **<t:1952082000:F>, <t:1952082000:R>**"


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"time": "14:00"},
        {"tz": "Europe/Berlin"},
        {"time": "14:00", "tz": "Nowhere/Land"},
        {"time": "noon", "tz": "UTC"},
    ],
)
def test_a_day_is_no_instant(more: dict[str, str]) -> None:
    due = _due(**more)
    assert instant_of(due) is None
    assert written(Paragraph(form=Form.ITEM, spans=(Span(text="10 Nov", deadline=due),))) == "- 10 Nov"


def test_a_long_paragraph_is_continued_and_keeps_its_buttons_at_the_end() -> None:
    acts = (button(DIGEST_ACTIONS[0]),)
    spans = (Span(text="word " * 500, url="https://a.example"), Span(text="x" * 1500))
    pieces = Paragraph(form=Form.ITEM, spans=spans, buttons=acts).cut(1000)
    assert [bool(piece.buttons) for piece in pieces] == [*[False] * (len(pieces) - 1), True]
    assert "".join(span.text for piece in pieces for span in piece.spans) == "word " * 500 + "x" * 1500
    assert [span.url for piece in pieces for span in piece.spans].count("https://a.example") == 1
