from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestServer

from bot.domain.action import ActionName, button
from bot.domain.channel import Channel, Platform
from bot.domain.post import Post, Receipt
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.platforms.discord.messenger import DiscordMessenger
from bot.platforms.discord.rest import rest_client
from bot.ports import Presence
from tests.fakes.discord_server.faults import Fault
from tests.fakes.discord_server.rest import Rest, served
from tests.fakes.discord_server.state import DM, FORUM, HISTORY, PUBLIC_THREAD

TOKEN = "invented.token.x"
HERE = "700000000000000001"
AGO = timedelta(minutes=5)
SEND = f"POST /api/v10/channels/{HERE}/messages"


@dataclass(frozen=True)
class Posting:
    messenger: DiscordMessenger
    rest: Rest

    def held(self, channel: str = HERE) -> list[dict[str, Any]]:
        return list(self.rest.state.channels[channel].messages.values())

    async def find(self, delivery_id: str) -> Presence:
        channel = Channel(platform=Platform.DISCORD, tenant_id="local", channel_id=HERE)
        since = self.rest.clock.now() - AGO
        return (await self.messenger.reconcile(delivery_id, channel, since)).presence


@asynccontextmanager
async def posting(rest: Rest) -> AsyncIterator[Posting]:
    async with (
        TestServer(served(rest)) as server,
        rest_client(TOKEN, str(server.make_url("/api/v10"))) as link,
    ):
        yield Posting(DiscordMessenger(rest=link), rest)


@pytest.fixture
async def discord() -> AsyncIterator[Posting]:
    rest = Rest(token=TOKEN)
    rest.state.channel(HERE)
    async with posting(rest) as ready:
        yield ready


@pytest.fixture
def post(busy_post: Post) -> Post:
    channel = Channel(platform=Platform.DISCORD, tenant_id="local", channel_id=HERE)
    return replace(busy_post, channel=channel)


def words(message: dict[str, Any]) -> str:
    frame = message["components"][0]
    return "\n".join(part["content"] for part in frame["components"] if part["type"] == 10)


async def test_a_digest_is_one_message_with_its_details_in_its_thread(discord: Posting, post: Post) -> None:
    parent: Receipt | None = None
    for part in range(discord.messenger.parts(post)):
        receipt = await discord.messenger.post(f"d.{part}", post, part, parent)
        parent = parent or receipt
    assert parent is not None
    (message,) = discord.held()
    assert post.title in words(message)
    assert discord.rest.state.channels[parent.message_id].kind == PUBLIC_THREAD
    thread = discord.held(parent.message_id)
    assert len(thread) == discord.messenger.parts(post) - 1
    assert all(line.text in "".join(map(words, thread)) for story in post.stories for line in story.lines)


async def test_a_history_that_may_not_be_read_tells_nothing(discord: Posting, post: Post) -> None:
    """Discord shows one without the right to it as empty, which is not the same as "not there"."""
    assert await discord.find("d.0") is Presence.ABSENT
    await discord.messenger.post("d.0", post, 0, None)
    discord.rest.state.channels[HERE].denied = HISTORY
    assert await discord.find("d.0") is Presence.UNKNOWN
    later = discord.rest.clock.now() + timedelta(minutes=1)
    channel = Channel(platform=Platform.DISCORD, tenant_id="local", channel_id=HERE)
    assert (await discord.messenger.reconcile("e.0", channel, later)).presence is Presence.ABSENT


async def test_a_person_is_written_to_alone_and_found_there(discord: Posting, post: Post) -> None:
    hers = discord.messenger.direct(post.channel, "600000000000000001")
    since = discord.rest.clock.now() - AGO
    assert (await discord.messenger.reconcile("d.0", hers, since)).presence is Presence.ABSENT
    told = replace(post, channel=hers, about=post.channel, stories=())
    receipt = await discord.messenger.post("d.0", told, 0, None)
    assert discord.held() == []
    (direct,) = [one for one in discord.rest.state.channels.values() if one.kind == DM]
    (message,) = direct.messages.values()
    assert words(message).startswith(f"<#{HERE}>\n")
    found = await discord.messenger.reconcile("d.0", hers, since)
    assert found.receipt == receipt


async def test_only_a_person_is_written_to_alone(discord: Posting, post: Post) -> None:
    assert discord.messenger.is_direct(discord.messenger.direct(post.channel, "600000000000000001"))
    assert not discord.messenger.is_direct(post.channel)


async def test_who_takes_no_direct_messages_is_told_of_in_the_refusal(discord: Posting, post: Post) -> None:
    hers = discord.messenger.direct(post.channel, "600000000000000001")
    discord.rest.faults.add([Fault(on="/messages", status=403, code=50007)])
    with pytest.raises(PermanentRefusal, match="Allow direct messages"):
        await discord.messenger.post("d.0", replace(post, channel=hers), 0, None)


@pytest.mark.parametrize("fault", [Fault(on="/users/@me/channels", status=500, times=9)])
async def test_nothing_was_sent_where_discord_does_not_name_a_persons_channel(
    discord: Posting, post: Post, fault: Fault
) -> None:
    hers = discord.messenger.direct(post.channel, "600000000000000001")
    discord.rest.faults.add([fault])
    with pytest.raises(RetryableRefusal):
        await discord.messenger.post("d.0", replace(post, channel=hers), 0, None)


async def test_nobody_is_pinged(discord: Posting, post: Post) -> None:
    await discord.messenger.post("d.0", replace(post, notice="@everyone <@&5> <@6>"), 0, None)
    (message,) = discord.held()
    allowed = message["allowed_mentions"]
    assert allowed["parse"] == []
    assert not allowed.get("roles")
    assert not allowed.get("users")
    assert "@everyone" not in words(message)
    assert r"\<@" in words(message)


async def test_only_the_role_and_the_person_of_the_post_are_pinged(discord: Posting, post: Post) -> None:
    await discord.messenger.post("d.0", replace(post, role="55", reader="66"), 0, None)
    (message,) = discord.held()
    assert message["allowed_mentions"]["roles"] == [55]
    assert message["allowed_mentions"]["users"] == [66]
    assert words(message).startswith("<@&55> <@66>\n")


async def test_buttons_carry_their_action(discord: Posting, post: Post) -> None:
    asked = button(ActionName.ASK_ABOUT, "b1")
    await discord.messenger.post("d.0", replace(post, buttons=(asked,)), 0, None)
    row = discord.held()[0]["components"][0]["components"][-1]
    assert [one["custom_id"] for one in row["components"]] == [asked.action.code]


async def test_the_same_delivery_sent_twice_within_minutes_stands_once(discord: Posting, post: Post) -> None:
    first = await discord.messenger.post("d.0", post, 0, None)
    again = await discord.messenger.post("d.0", post, 0, None)
    assert first == again
    assert len(discord.held()) == 1


async def test_a_lost_answer_is_ambiguous_and_its_message_is_found(discord: Posting, post: Post) -> None:
    discord.rest.faults.add([Fault(on=SEND, drop_after=True)])
    with pytest.raises(AmbiguousOutcome):
        await discord.messenger.post("d.0", post, 0, None)
    assert await discord.find("d.0") is Presence.FOUND
    assert await discord.find("e.0") is Presence.ABSENT


async def test_a_message_that_was_never_taken_is_absent(discord: Posting, post: Post) -> None:
    discord.rest.faults.add([Fault(on=SEND, drop_before=True)])
    with pytest.raises(AmbiguousOutcome):
        await discord.messenger.post("d.0", post, 0, None)
    assert await discord.find("d.0") is Presence.ABSENT


async def test_a_part_is_found_in_its_thread(discord: Posting, post: Post) -> None:
    parent = await discord.messenger.post("d.0", post, 0, None)
    assert await discord.find("d.1") is Presence.ABSENT
    await discord.messenger.post("d.1", post, 1, parent)
    assert await discord.find("d.1") is Presence.FOUND
    assert await discord.find("d.2") is Presence.ABSENT
    assert await discord.find("gone.1") is Presence.UNKNOWN


async def test_a_note_is_found_in_the_thread_of_the_message_that_it_answers(
    discord: Posting, post: Post
) -> None:
    parent = await discord.messenger.post("d.0", post, 0, None)
    since = discord.rest.clock.now() - AGO
    missing = await discord.messenger.reconcile("note.1", post.channel, since, parent)
    assert missing.presence is Presence.ABSENT
    await discord.messenger.post("note.1", post, 1, parent)
    found = await discord.messenger.reconcile("note.1", post.channel, since, parent)
    assert found.presence is Presence.FOUND


async def test_a_thread_that_was_begun_already_is_used(discord: Posting, post: Post) -> None:
    parent = await discord.messenger.post("d.0", post, 0, None)
    begin = f"POST /api/v10/channels/{HERE}/messages/{parent.message_id}/threads"
    discord.rest.faults.add([Fault(on=begin, drop_after=True)])
    with pytest.raises(RetryableRefusal):
        await discord.messenger.post("d.1", post, 1, parent)
    await discord.messenger.post("d.1", post, 1, parent)
    assert len(discord.held(parent.message_id)) == 1


async def test_within_a_thread_the_details_follow_the_parent(discord: Posting, post: Post) -> None:
    discord.rest.state.channels[HERE].kind = PUBLIC_THREAD
    parent = await discord.messenger.post("d.0", post, 0, None)
    await discord.messenger.post("d.1", post, 1, parent)
    assert len(discord.held()) == 2
    assert await discord.find("d.1") is Presence.FOUND


async def test_a_forum_gets_a_post_with_the_tag_of_its_kind(discord: Posting, post: Post) -> None:
    forum = discord.rest.state.channels[HERE]
    forum.kind, forum.tags = FORUM, [
        {"id": "11", "name": "Other", "moderated": False, "emoji_id": None, "emoji_name": None},
        {"id": "12", "name": "Digest", "moderated": False, "emoji_id": None, "emoji_name": None},
    ]  # fmt: skip
    parent = await discord.messenger.post("d.0", post, 0, None)
    await discord.messenger.post("d.1", post, 1, parent)
    thread = discord.rest.state.channels[parent.message_id]
    assert thread.tagged == ["12"]
    assert thread.name == post.title
    assert len(discord.held(parent.message_id)) == 2
    assert await discord.find("d.0") is Presence.FOUND
    assert await discord.find("d.1") is Presence.FOUND
    assert await discord.find("e.0") is Presence.ABSENT


async def test_a_forum_that_wants_tags_gets_its_first(discord: Posting, post: Post) -> None:
    forum = discord.rest.state.channels[HERE]
    tag = {"id": "11", "name": "Other", "moderated": False, "emoji_id": None, "emoji_name": None}
    forum.kind, forum.tags, forum.flags = FORUM, [tag], 16
    parent = await discord.messenger.post("d.0", post, 0, None)
    assert discord.rest.state.channels[parent.message_id].tagged == ["11"]


async def test_no_forum_post_stands_twice_after_a_failing_server(discord: Posting, post: Post) -> None:
    discord.rest.state.channels[HERE].kind = FORUM
    discord.rest.faults.add([Fault(on=f"POST /api/v10/channels/{HERE}/threads", drop_after=True)])
    with pytest.raises(AmbiguousOutcome):
        await discord.messenger.post("d.0", post, 0, None)
    assert await discord.find("d.0") is Presence.FOUND


async def test_the_library_waits_out_a_short_limit(discord: Posting, post: Post) -> None:
    discord.rest.faults.add(
        [Fault(on=SEND, status=429, scope=scope) for scope in ("user", "shared", "global")]
    )
    await discord.messenger.post("d.0", post, 0, None)
    assert len(discord.held()) == 1


async def test_a_long_limit_is_told_with_its_wait(discord: Posting, post: Post) -> None:
    discord.rest.faults.add([Fault(on=SEND, status=429, retry_after=90.0)])
    with pytest.raises(RetryableRefusal) as caught:
        await discord.messenger.post("d.0", post, 0, None)
    assert caught.value.wait == timedelta(seconds=90)


@pytest.mark.parametrize("status", [503, 520])
async def test_a_server_error_is_ambiguous(discord: Posting, post: Post, status: int) -> None:
    discord.rest.faults.add([Fault(on=SEND, status=status)])
    with pytest.raises(AmbiguousOutcome):
        await discord.messenger.post("d.0", post, 0, None)


async def test_a_missing_right_names_itself_and_where_to_give_it(discord: Posting, post: Post) -> None:
    discord.rest.state.channels[HERE].writable = False
    with pytest.raises(PermanentRefusal, match="Send Messages") as caught:
        await discord.messenger.post("d.0", post, 0, None)
    assert caught.value.code == "50013"


@pytest.mark.parametrize("channel", ["700000000000000009", "general", "٣"])
async def test_a_channel_that_is_not_there_is_refused_for_good(
    discord: Posting, post: Post, channel: str
) -> None:
    gone = replace(post, channel=replace(post.channel, channel_id=channel))
    with pytest.raises(PermanentRefusal):
        await discord.messenger.post("d.0", gone, 0, None)


async def test_a_part_beyond_the_last_is_refused(discord: Posting, post: Post) -> None:
    with pytest.raises(RetryableRefusal):
        await discord.messenger.post("d.9", post, 99, None)


async def test_a_wrong_token_says_where_to_get_one(post: Post) -> None:
    async with posting(Rest(token="another")) as discord:
        with pytest.raises(PermanentRefusal, match="COMMUNIQUE_DISCORD__TOKEN"):
            await discord.messenger.post("d.0", post, 0, None)


async def test_a_login_that_failed_is_tried_again(discord: Posting, post: Post) -> None:
    discord.rest.faults.add([Fault(on="users/@me", drop_before=True, times=2)])
    with pytest.raises(RetryableRefusal):
        await discord.messenger.post("d.0", post, 0, None)
    await discord.messenger.post("d.0", post, 0, None)
    assert len(discord.held()) == 1


async def test_a_server_that_is_away_is_tried_again(post: Post) -> None:
    async with rest_client(TOKEN, "http://127.0.0.1:9/api/v10") as link:
        messenger = DiscordMessenger(rest=link)
        with pytest.raises(RetryableRefusal):
            await messenger.post("d.0", post, 0, None)


@pytest.mark.parametrize("kind", [0, FORUM])
async def test_a_message_is_changed_where_it_stands_and_stays_known(
    discord: Posting, post: Post, kind: int
) -> None:
    discord.rest.state.channels[HERE].kind = kind
    receipt = await discord.messenger.post("d.0", post, 0, None)
    for _ in range(2):
        await discord.messenger.edit("d.0", replace(post, title="Corrected"), receipt)
    (message,) = discord.held(receipt.message_id if kind else HERE)
    assert "Corrected" in str(message["components"])
    assert message["edited_timestamp"]
    assert await discord.find("d.0") is Presence.FOUND


async def test_a_message_that_somebody_deleted_cannot_be_changed(discord: Posting, post: Post) -> None:
    receipt = await discord.messenger.post("d.0", post, 0, None)
    discord.rest.state.channels[HERE].messages.clear()
    with pytest.raises(PermanentRefusal):
        await discord.messenger.edit("d.0", post, receipt)
