"""A digest in Slack: it fits whatever it holds, nothing is lost, and no text in it acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.deliver.when import deadline_in_words
from bot.domain.action import DIGEST_ACTIONS, REMINDER_ACTIONS, Button, button
from bot.domain.parts import blocks_in_order, lines_of
from bot.domain.post import Line, Post
from bot.domain.shown import shown
from bot.platforms.slack.digest import Message, messages
from bot.platforms.slack.markup import unmarked
from bot.platforms.slack.pack import BLOCKS_MOST, CHARACTERS_MOST
from bot.platforms.slack.prose import item
from summarizers.types import Boundary, Deadline

HOSTILE = "<!channel> <@U0001> <#C0001> @here *bold* _i_ ~s~ `c` <https://x.example|y> &lt;!here&gt; :tada:"
UNDER = tuple(button(name, "b1") for name in DIGEST_ACTIONS)
BESIDE = tuple(button(name, "e1") for name in REMINDER_ACTIONS)
ACTING = {"user", "usergroup", "channel", "broadcast", "emoji", "team", "color"}


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _walk(value)
    if isinstance(node, (list, tuple)):
        for value in node:
            yield from _walk(value)


def _characters(message: Message) -> int:
    strings = [
        node[key] for node in _walk(message.blocks) for key in ("text", "url") if type(node.get(key)) is str
    ]
    return len(message.text) + sum(map(len, strings))


def _said(message: Message) -> str:
    """Every shown string of the blocks, in order."""
    return "".join(
        node[key]
        for node in _walk(message.blocks)
        for key in ("text", "fallback")
        if type(node.get(key)) is str
    )


def _types(message: Message) -> list[str]:
    return [block["type"] for block in message.blocks]


def _longer(post: Post, times: int) -> Post:
    """The same post with every bullet, title and source so many times as long."""
    blocks = tuple(
        replace(block, lines=tuple(_long(line, times) for line in block.lines)) for block in post.blocks
    )
    stories = tuple(
        replace(
            story, lines=tuple(_long(line, times) for line in story.lines), headline=story.headline * times
        )
        for story in post.stories
    )
    return replace(post, title=post.title * times, blocks=blocks, stories=stories, footer=post.footer * times)


def _long(line: Line, times: int) -> Line:
    references = tuple(replace(one, quote=one.quote * times) for one in line.references)
    return replace(line, text=line.text * times, references=references)


def _pressable(post: Post, beside: tuple[Button, ...] = ()) -> Post:
    """The post with the buttons of a digest, and with these at every bullet."""
    blocks = tuple(
        replace(block, lines=tuple(replace(line, buttons=beside) for line in block.lines))
        for block in post.blocks
    )
    return replace(post, blocks=blocks, buttons=UNDER)


@pytest.fixture(scope="session")
def any_length(any_post: st.SearchStrategy[Post]) -> st.SearchStrategy[Post]:
    return st.builds(_longer, any_post, st.sampled_from((1, 1, 30, 400)))


def _limits(message: Message) -> None:
    assert 1 <= len(message.blocks) <= BLOCKS_MOST
    assert _characters(message) <= CHARACTERS_MOST
    assert 1 <= len(message.text) <= 4_000
    for node in _walk(message.blocks):
        if node.get("type") == "header":
            assert 1 <= len(node["text"]["text"]) <= 150
        if node.get("type") == "rich_text":
            assert sum(len(one["text"]) for one in _walk(node) if type(one.get("text")) is str) <= 3_000
        if node.get("type") in {"text", "link", "plain_text", "mrkdwn"}:
            assert 1 <= len(node["text"]) <= 3_000
        if node.get("type") == "button":
            assert len(node["text"]["text"]) <= 75
            assert len(node.get("value", "")) <= 2_000


@pytest.mark.untraced
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_message_of_any_post_fits(data: st.DataObject, any_length: st.SearchStrategy[Post]) -> None:
    post = data.draw(any_length)
    for message in messages(_pressable(post, BESIDE)):
        _limits(message)
    assert messages(post) == messages(post)


@pytest.mark.untraced
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_word_of_a_bullet_is_lost(data: st.DataObject, any_length: st.SearchStrategy[Post]) -> None:
    post = replace(data.draw(any_length), footer="")  # it may stand between two halves of an endless word
    said = "".join(_said(message) for message in messages(post))
    for line in lines_of(post):
        assert shown(line.text) in said


@pytest.mark.untraced
@given(data=st.data())
def test_text_of_strangers_stands_only_where_slack_reads_no_markup(
    data: st.DataObject, any_post: st.SearchStrategy[Post]
) -> None:
    for message in messages(_pressable(data.draw(any_post), BESIDE)):
        for node in _walk(message.blocks):
            assert node.get("type") not in ACTING | {"mrkdwn"}
            assert node.get("emoji", False) is False


def _hostile(post: Post) -> Post:
    blocks = tuple(
        replace(block, lines=(Line(text=HOSTILE, mark="", status="", sources=1, references=()), *block.lines))
        for block in post.blocks
    )
    return replace(post, title=HOSTILE, blocks=blocks)


def test_markup_in_an_article_is_shown_literally_and_pings_nobody(busy_post: Post) -> None:
    parent = messages(_hostile(busy_post))[0]
    assert {"type": "text", "text": HOSTILE} in list(_walk(parent.blocks))
    assert "<" not in parent.text
    assert ">" not in parent.text
    assert "&lt;!channel&gt;" in parent.text


def test_a_digest_is_header_counts_three_sections_sources_buttons_and_footer(busy_post: Post) -> None:
    parent = messages(_pressable(busy_post))[0]
    assert _types(parent) == ["header", "context", *["rich_text"] * 4, "actions", "context"]
    headings = [block["elements"][0]["elements"][0]["text"] for block in parent.blocks[2:6]]
    assert headings == [*(block.heading for block in blocks_in_order(busy_post)), "Sources"]
    buttons = parent.blocks[-2]["elements"]
    assert [one["action_id"] for one in buttons] == [one.action.code for one in UNDER]


def test_the_details_stand_in_the_thread_with_their_proof(busy_post: Post) -> None:
    _, *thread = messages(busy_post)
    said = "".join(map(_said, thread))
    assert thread
    for story in busy_post.stories:
        assert story.headline in said
        for line in story.lines:
            assert all(reference.quote in said for reference in line.references)


def test_a_quiet_day_says_so_and_has_no_thread(quiet_post: Post) -> None:
    parent = messages(replace(quiet_post, stories=()))
    assert len(parent) == 1
    assert quiet_post.notice in _said(parent[0])
    assert quiet_post.notice.split()[0] in parent[0].text


def test_what_does_not_fit_the_parent_goes_whole_into_the_thread(busy_post: Post) -> None:
    long = _longer(busy_post, 20)
    parent, *thread = messages(_pressable(long))
    last = blocks_in_order(long)[-1].lines[-1].text
    assert shown(last) not in _said(parent)
    assert shown(last) in "".join(map(_said, thread))
    assert _types(parent)[-1] == "actions"


def test_no_message_ends_with_a_heading_under_which_nothing_stands(busy_post: Post) -> None:
    for times in range(5, 60, 5):
        for message in messages(_longer(busy_post, times)):
            last = [block for block in message.blocks if block["type"] == "rich_text"][-1]["elements"][-1]
            bold = [one for one in last["elements"] if one.get("style", {}).get("bold")]
            assert bold != last["elements"] or len(message.blocks) == 1


def test_a_post_without_buttons_shows_none(busy_post: Post) -> None:
    for message in messages(replace(_pressable(busy_post), buttons=())):
        assert "actions" not in _types(message)


def test_the_buttons_of_a_deadline_stand_right_below_it(busy_post: Post) -> None:
    parent = messages(_pressable(busy_post, BESIDE))[0]
    first = blocks_in_order(busy_post)[0].lines[0]
    at = _types(parent).index("actions")
    assert shown(first.text) in str(parent.blocks[at - 1])
    codes = [one["action_id"] for one in parent.blocks[at]["elements"]]
    assert codes == [one.action.code for one in BESIDE]


def test_an_unsafe_address_is_no_link(busy_post: Post) -> None:
    unsafe = tuple(replace(one, url="javascript:alert(1)") for one in busy_post.references)
    post = replace(busy_post, blocks=(), stories=(), references=unsafe)
    assert not [node for node in _walk(messages(post)[0].blocks) if node.get("type") == "link"]


def test_a_notification_says_a_date_that_moved_once(busy_post: Post) -> None:
    due = Deadline(date=date(2031, 3, 12), about="the ferry truce ends")
    line = replace(busy_post.blocks[-1].lines[0], text="Both sides said the ferry truce ends.", deadline=due)
    block = replace(busy_post.blocks[-1], lines=(line,))
    notice = "Moved from 10 March to 12 March (Harbour Ledger): the ferry truce ends"
    said = messages(replace(busy_post, blocks=(block,), notice=notice))[0].text
    assert said.count("the ferry truce ends") == 1
    assert "Moved from 10 March" in said
    assert "Both sides said" in messages(replace(busy_post, blocks=(block,), notice="Quiet."))[0].text


@given(st.text())
def test_the_text_of_a_message_opens_no_control_sequence(text: str) -> None:
    said = unmarked(text)
    assert not set(said) & set("<>")
    assert not re.search(r"&(?!amp;|lt;|gt;)", said)


@pytest.mark.parametrize(("boundary", "before"), [("by", "by "), ("on", ""), ("from", "from ")])
def test_a_moment_in_a_known_zone_is_shown_on_each_readers_own_clock(
    busy_post: Post, boundary: Boundary, before: str
) -> None:
    due = Deadline(date=date(2031, 11, 10), about="vote", time="14:00", tz="Europe/Berlin", boundary=boundary)
    when = deadline_in_words(due, date(2031, 11, 1))
    for deadline in (due, replace(due, tz=None), replace(due, time=None, tz=None)):
        line = replace(busy_post.blocks[-1].lines[0], deadline=deadline, when=when)
        [element, *_] = item(line)[0].elements
        if deadline is not due:
            assert element == {"type": "text", "text": when, "style": {"bold": True}}
            continue
        assert (element["type"], element["timestamp"]) == ("date", 1952082000)
        assert element["format"] == f"{before}{{date_long_pretty}} {{time}} (in 9 days)"
        assert element["fallback"] == f"{before}Monday 10 November 2031 14:00 Europe/Berlin (in 9 days)"
