"""Settings from a chat: who may change them, and when they hold."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from bot.domain.action import Action, ActionName
from bot.domain.channel import Channel, Platform, Topic
from bot.domain.form import FieldKind
from bot.domain.preferences import ChannelSettings
from bot.domain.reminder import Policy
from bot.domain.style import Length
from bot.ports import Pause
from bot.texts import Language
from summarizers.types import Section
from tests.fakes.chat import ANNA, BEN, EVENING, ChatWorld, chat
from tests.fakes.messenger import Fault, Message
from tests.fakes.world import ROOM, schedule
from tests.unit.converse.saying import failure_of

OTHER = Channel(Platform.SLACK, "local", "C2")


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


async def kept(world: ChatWorld, channel: Channel = ROOM) -> ChannelSettings | None:
    async with world.store.read() as unit:
        return await unit.preferences.get(channel)


async def next_runs(world: ChatWorld) -> list[tuple[str, str]]:
    async with world.store.read() as unit:
        return [(one.id, run.at.isoformat()) for one, run in await unit.schedules.every()]


def digests(world: ChatWorld) -> list[Message]:
    return [one for one in world.platform.messages if one.post.kind == "digest"]


async def test_who_may_not_manage_the_channel_changes_nothing_whatever_is_sent(world: ChatWorld) -> None:
    for form in ("settings", "setup", "settings:x"):
        reply = await world.submit(form, BEN, zone="Asia/Tokyo", times="03:00")
        assert "manages this channel" in failure_of(reply).what
    for name in ActionName:
        await world.press(Action(name=name, target="x"), BEN)
    assert await kept(world) is None
    assert await world.audit() == []


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("times", "25:00"),
        ("times", "noon"),
        ("times", "1,2,3,4,5"),
        ("time", ""),
        ("zone", "Mars/Olympus"),
        ("zone", "localtime"),
        ("zone", ""),
        ("quiet", "22:00"),
        ("quiet", "22:00-22:00"),
        ("topics", ",".join(f"w{n}" for n in range(11))),
        ("topics", "w" * 61),
        ("topics", "?!"),
        ("weekdays", "7"),
        ("sections", "gossip"),
        ("length", "epic"),
        ("sources", "Nowhere Times"),
        ("reminders", "soon"),
        ("reminders", "91"),
        ("reminders", "1,2,3,4,5,6"),
        ("role", "<!channel>"),
    ],
)
async def test_what_cannot_be_meant_is_told_beside_its_field_and_changes_nothing(
    world: ChatWorld, field: str, typed: str
) -> None:
    reply = await world.submit("settings", values={field: (typed,)})
    assert [problem.field for problem in reply.problems] == [field]
    assert await kept(world) is None
    assert await next_runs(world) == []


async def test_a_change_holds_at_once_and_is_noted_with_who_made_it(world: ChatWorld) -> None:
    reply = await world.submit("settings", times="21:00", zone="Europe/Berlin", topics="cerrolite")
    assert reply.paragraphs == ("Saved.", "next: today 21:00 Europe/Berlin")
    await world.live(EVENING + dt.timedelta(hours=2))
    assert [one.part for one in digests(world)] == [0, 1]
    assert digests(world)[0].post.title == "Communiqué · Thursday 30 October 2025"
    noted = await world.audit()
    assert all(line.startswith("slack:U1: slack:local:C1: ") for line in noted)
    assert any("times, topics changed" in line for line in noted)


async def test_what_the_chat_says_wins_over_the_settings_file_for_that_channel(world: ChatWorld) -> None:
    files = (schedule(), schedule("other", channel=OTHER))
    await world.register(*files)
    await world.submit("settings", times="09:30")
    assert [name for name, _ in await next_runs(world)] == ["chat:slack:local:C1:1", "settings:other"]
    assert await world.register(*files) == ()
    assert [name for name, _ in await next_runs(world)] == ["chat:slack:local:C1:1", "settings:other"]


async def test_what_the_file_says_stays_where_a_form_leaves_it(world: ChatWorld) -> None:
    world.policies = [Policy(channel=ROOM, zone="Europe/Berlin", topics=("Trade",))]
    await world.register(schedule(zone="Europe/Berlin", weekdays=frozenset({0, 1}), topics=("Trade",)))
    await world.submit("settings", length="short")
    settings = await kept(world)
    assert settings == ChannelSettings(
        channel=ROOM,
        zone="Europe/Berlin",
        times=(dt.time(8),),
        weekdays=frozenset({0, 1}),
        topics=("Trade",),
        length=Length.SHORT,
        language=Language.ENGLISH,
    )


async def test_a_schedule_moved_after_todays_send_starts_tomorrow(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00", zone="UTC")
    await world.live(EVENING + dt.timedelta(hours=2))
    await world.submit("settings", times="23:00")
    assert await next_runs(world) == [("chat:slack:local:C1:1", "2025-10-31T23:00:00+00:00")]
    assert len(digests(world)) == 2


async def test_what_the_file_sent_today_is_not_sent_again_by_the_chat(
    world: ChatWorld,
) -> None:
    await world.register(schedule(at=dt.time(19)))
    await world.live(EVENING + dt.timedelta(hours=1))
    await world.submit("settings", times="22:00")
    assert await next_runs(world) == [("chat:slack:local:C1:1", "2025-10-31T22:00:00+00:00")]


async def test_no_times_mean_no_digests(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00", zone="UTC")
    reply = await world.submit("settings", times="")
    assert reply.paragraphs[-1] == "No briefing is scheduled here."
    assert await next_runs(world) == []


async def test_sections_and_length_hold_for_the_next_digest(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00", zone="UTC", sections=["deadline"], length="short")
    await world.live(EVENING + dt.timedelta(hours=2))
    [message] = digests(world)
    blocks = message.post.blocks
    assert [block.section for block in blocks] == [Section.DEADLINE]
    assert len(blocks[0].lines) == 3


async def test_a_digest_keeps_what_was_chosen_when_it_was_made(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00", zone="UTC", length="long", reminders="")
    world.platform.faults = [Fault.NONE, Fault.RATE]
    await world.live(EVENING + dt.timedelta(hours=1, minutes=30))
    assert [one.part for one in digests(world)] == [0]
    await world.submit("settings", length="short", times="20:00")
    await world.live(EVENING + dt.timedelta(hours=2))
    assert [one.part for one in digests(world)] == [0, 1]
    [sent] = await world.deliveries()
    assert sent.style.length is Length.LONG


async def test_reminders_follow_the_chat_at_once(world: ChatWorld) -> None:
    await world.submit("settings", zone="UTC", times="08:00", reminders="1, 0", role="S1")
    await world.live(dt.datetime(2025, 11, 9, 9, tzinfo=dt.UTC))
    told = [one.post for one in world.platform.messages if one.post.kind == "reminder"]
    assert any("November 10" in ref.quote for post in told for ref in post.references)
    assert {post.role for post in told} <= {"S1", ""}
    assert any(post.role == "S1" for post in told)
    await world.submit("settings", reminders="")
    await world.live(dt.datetime(2025, 11, 20, 9, tzinfo=dt.UTC))
    assert len([one for one in world.platform.messages if one.post.kind == "reminder"]) == len(told)


async def test_a_channel_reads_only_the_sources_that_it_chose(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00", zone="UTC", sources=["ninefold wire"], reminders="1, 0")
    settings = await kept(world)
    assert settings is not None
    assert settings.sources == ("Ninefold Wire",)
    await world.live(EVENING + dt.timedelta(hours=2))
    post = digests(world)[0].post
    assert "Only from: Ninefold Wire" in post.subtitle
    assert {ref.source for ref in post.references} == {"Ninefold Wire"}
    shown = (await world.command("now")).post
    assert shown is not None
    assert {ref.source for ref in shown.references} == {"Ninefold Wire"}
    ours, every = [(await world.command("deadlines", channel=one)).post for one in (ROOM, OTHER)]
    assert ours is not None
    assert every is not None
    assert 0 < ours.blocks[0].more < every.blocks[0].more
    home = await world.desk.home(ANNA, [ROOM])
    assert "Only from: Ninefold Wire" in home.channels[0].lines
    await world.submit("settings", sources="", topics="cerrolite")
    async with world.store.read() as unit:
        assert [one.topics for one, _ in await unit.schedules.every()] == [('"cerrolite"',)]


async def test_topics_and_sources_together_read_what_fits_both(world: ChatWorld) -> None:
    world.topics["ours"] = Topic(name="ours", any_of=("cerrolite",), sources=("Lantern",))
    await world.submit("settings", times="20:00", zone="UTC", topics="cerrolite", sources=["Ninefold Wire"])
    shown = (await world.command("now", hours="168")).post
    assert shown is not None
    assert 'Topics: "cerrolite" · Only from: Ninefold Wire' in shown.subtitle
    assert {ref.source for ref in shown.references} == {"Ninefold Wire"}
    other = (await world.command("now", topic="ours", hours="168")).post
    assert other is not None
    assert other.references == ()


async def test_sources_are_a_menu_or_lines_where_they_are_too_many(world: ChatWorld) -> None:
    form = (await world.command("settings")).form
    assert form is not None
    [field] = [one for one in form.fields if one.name == "sources"]
    assert (field.kind, field.choices[0].value) == (FieldKind.CHOICES, "Ninefold Wire")
    await world.takes(
        *(
            json.dumps({"id": f"o{n}", "title": "T", "source": f"Outlet, {n}", "body": f"Berth {n} opened."})
            for n in range(30)
        )
    )
    await world.submit("settings", sources="outlet, 7\nOutlet, 8\n\n")
    form = (await world.command("settings")).form
    assert form is not None
    [field] = [one for one in form.fields if one.name == "sources"]
    assert (field.kind, field.values) == (FieldKind.LONG_TEXT, ("Outlet, 7\nOutlet, 8",))
    many = "\n".join(f"Outlet, {n}" for n in range(26))
    assert "At most 25" in (await world.submit("settings", sources=many)).problems[0].what


async def test_a_topic_typed_in_a_chat_filters_digests(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00", zone="UTC", topics="cerrolite")
    await world.live(EVENING + dt.timedelta(hours=2))
    post = digests(world)[0].post
    assert 'Topics: "cerrolite"' in post.subtitle
    assert {ref.source for ref in post.references}


async def test_a_sent_form_that_is_none_of_ours_is_answered(world: ChatWorld) -> None:
    assert "earlier version" in failure_of(await world.submit("elsewhere", ANNA)).what


async def test_saving_the_settings_of_a_paused_channel_tries_it_again(world: ChatWorld) -> None:
    async with world.store.write() as unit:
        await unit.channels.pause(ROOM, Pause(reason="not_in_channel", since=EVENING))
    await world.submit("settings", times="20:00", zone="UTC", reminders="")
    await world.live(EVENING + dt.timedelta(hours=2))
    assert [one.part for one in digests(world)] == [0, 1]
    assert any("no longer paused" in line for line in await world.audit())


async def test_a_digest_of_the_settings_file_tells_the_next_of_its_channel(world: ChatWorld) -> None:
    await world.register(schedule(at=dt.time(7, 30)), schedule("evening", at=dt.time(20)))
    await world.live(EVENING + dt.timedelta(hours=2))
    assert digests(world)[0].post.footer.endswith("Next: Friday 31 October 2025 07:30 UTC.")


async def test_a_digest_ends_with_when_the_next_one_comes(world: ChatWorld) -> None:
    await world.submit("settings", times="20:00, 07:30", zone="Europe/Berlin", weekdays=["0", "3"])
    await world.live(EVENING + dt.timedelta(hours=2))
    assert digests(world)[0].post.footer.endswith("Next: Monday 3 November 2025 07:30 Europe/Berlin.")
    await world.submit("settings", times="")
    await world.live(EVENING + dt.timedelta(days=8))
    assert len(digests(world)) == 2
