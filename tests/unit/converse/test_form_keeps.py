"""A form of settings loses nothing: what it does not show stays, and what nobody touched does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.converse.of_file import of_file
from bot.converse.read_form import read
from bot.converse.settings_form import settings_form, setup_form
from bot.domain.action import Action, ActionName
from bot.domain.appointment import CalendarPolicy
from bot.domain.channel import Channel, Platform, Topic
from bot.domain.form import Field, Form
from bot.domain.preferences import ChannelSettings
from bot.domain.reminder import Policy
from bot.domain.schedule import EVERY_DAY, QuietHours, QuietPolicy, Schedule
from bot.domain.style import Length
from bot.platforms.discord import forms as discord_forms
from bot.platforms.slack import forms as slack_forms
from bot.texts import Language, speaking
from tests.fakes.chat import ANNA, ChatWorld, chat
from tests.fakes.world import ROOM, schedule

GUILD_ROOM = Channel(Platform.DISCORD, "local", "C1")
NAMES = ["Trade", "Trade, steel", "Two  blanks", "ärger", "x" * 80, *(f"topic {n:03d}" for n in range(200))]
TOPICS = {name: Topic(name=name, any_of=("tariff",)) for name in NAMES}
CASES = ChatWorld(topics=TOPICS).cases

few = settings(max_examples=12)
"""A form of two hundred topics takes a while to build; twelve channels of these sizes try every field."""

SPANS = st.tuples(st.times(), st.times()).filter(lambda span: span[0] != span[1])
QUIET = st.none() | st.builds(
    lambda span, policy: QuietHours(start=span[0], end=span[1], policy=policy),
    SPANS,
    st.sampled_from(QuietPolicy),
)
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "localtime", "America/New_York"])
FOLLOWED = st.lists(st.sampled_from(NAMES), unique=True, max_size=40).map(tuple)
SCHEDULES = st.lists(
    st.builds(
        schedule,
        at=st.times(),
        zone=ZONES,
        weekdays=st.sets(st.sampled_from(sorted(EVERY_DAY)), min_size=1).map(frozenset),
        quiet=QUIET,
        topics=FOLLOWED,
        skip_after=st.timedeltas(dt.timedelta(minutes=1), dt.timedelta(days=7)),
    ),
    min_size=1,
    max_size=8,
).map(lambda many: [replace(one, id=f"settings:{n}") for n, one in enumerate(many)])
POLICIES = st.none() | st.builds(
    Policy,
    channel=st.just(ROOM),
    zone=ZONES,
    ladder=st.lists(st.integers(0, 366), min_size=1, max_size=9).map(tuple),
    morning=st.times(),
    quiet=QUIET,
    topics=FOLLOWED,
    late=st.timedeltas(dt.timedelta(minutes=1), dt.timedelta(days=7)),
)
CALENDARS = st.none() | st.builds(CalendarPolicy, channel=st.just(ROOM), zone=ZONES, topics=FOLLOWED)


def at_home(
    channel: Channel, given: list[Schedule], policy: Policy | None, calendar: CalendarPolicy | None
) -> Any:
    """All of it in another channel."""
    return (
        [replace(one, channel=channel) for one in given],
        policy and replace(policy, channel=channel),
        calendar and replace(calendar, channel=channel),
    )


def through_slack(form: Form) -> Mapping[str, tuple[str, ...]]:
    """What comes back from a modal that is sent as it was opened."""
    view = slack_forms.modal(form, slack_forms.Kept(form=form.code, channel="C1"), {})
    state = {}
    for block in view["blocks"]:
        element = block["element"]
        if "max_length" in element:
            assert len(element.get("initial_value", "")) <= element["max_length"]
        state[block["block_id"]] = {
            slack_forms.VALUE: {
                "value": element.get("initial_value"),
                "selected_time": element.get("initial_time"),
                "selected_option": element.get("initial_option"),
                "selected_options": list(reversed(element.get("initial_options", []))),
            }
        }
    kept = slack_forms.Kept.of(view["private_metadata"])
    assert len(view["private_metadata"]) <= 3_000
    assert kept.form == form.code
    return slack_forms.values_of({"state": {"values": state}})


def through_discord(form: Form) -> Mapping[str, tuple[str, ...]]:
    """What comes back from all of its modals, each sent as it was opened."""
    values: dict[str, tuple[str, ...]] = {}
    for page in range(len(form.pages)):
        modal = discord_forms.modal(form, page).to_dict()
        assert len(modal["custom_id"]) <= 100
        assert len(discord_forms.page_id(page, discord_forms.opener(form.code))) <= 100
        assert modal["custom_id"].removeprefix(discord_forms.FORM) == form.code
        parts = []
        for label in modal["components"]:
            held = dict(label["component"])
            assert len(label.get("description") or "") <= 100
            defaults = [one["id"] for one in held.pop("default_values", [])]
            chosen = [one["value"] for one in held.pop("options", []) if one.get("default")]
            parts.append({"component": {**held, "values": [*map(str, defaults), *chosen]}})
        values |= discord_forms.values_of({"components": parts})
    return values


PLATFORMS = ((ROOM, through_slack), (GUILD_ROOM, through_discord))
Through = Callable[[Form], Mapping[str, tuple[str, ...]]]


@few
@given(SCHEDULES, POLICIES, CALENDARS)
def test_what_a_settings_file_says_comes_back_whole(
    given_schedules: list[Schedule], policy: Policy | None, calendar: CalendarPolicy | None
) -> None:
    settings = of_file(given_schedules, policy, calendar)
    ours = [replace(one, id="") for one in settings.schedules]
    assert ours == [replace(one, id="") for one in sorted(given_schedules, key=lambda one: (one.at, one.id))]
    assert settings.policy == policy
    assert settings.calendar == calendar


@pytest.mark.parametrize(("channel", "through"), PLATFORMS)
@few
@given(SCHEDULES, POLICIES, CALENDARS)
def test_any_form_sent_as_it_was_opened_changes_nothing(
    channel: Channel,
    through: Through,
    given_schedules: list[Schedule],
    policy: Policy | None,
    calendar: CalendarPolicy | None,
) -> None:
    settings = of_file(*at_home(channel, given_schedules, policy, calendar))
    for form in (settings_form(settings, TOPICS, ["The Tide"]), setup_form(settings, TOPICS)):
        assert read(CASES, settings, through(form), ["The Tide"], form.target) == (settings, ())


@few
@given(SCHEDULES, POLICIES, CALENDARS, st.sampled_from(Length))
def test_one_field_changed_changes_no_other(
    given_schedules: list[Schedule], policy: Policy | None, calendar: CalendarPolicy | None, length: Length
) -> None:
    settings = of_file(given_schedules, policy, calendar)
    form = settings_form(settings, TOPICS)
    values = {**through_slack(form), "length": (length.value,)}
    changed, problems = read(CASES, settings, values, (), form.target)
    assert problems == ()
    assert changed == replace(settings, length=length)
    assert changed.schedules == settings.schedules
    assert changed.policy == settings.policy


def field(form: Form, name: str) -> Field:
    return next(one for one in form.fields if one.name == name)


async def opened(world: ChatWorld, name: ActionName = ActionName.SETTINGS, channel: Channel = ROOM) -> Form:
    form = (await world.press(Action(name=name), channel=channel)).form
    assert form is not None
    return form


async def kept(world: ChatWorld) -> ChannelSettings | None:
    async with world.store.read() as unit:
        return await unit.preferences.get(ROOM)


async def planned(world: ChatWorld) -> list[Schedule]:
    async with world.store.read() as unit:
        return [one for one, _ in await unit.schedules.every()]


@contextmanager
def german() -> Iterator[None]:
    with speaking(Language.GERMAN):
        yield


async def world_of_many() -> ChatWorld:
    """A channel of the settings file with twelve topics and six times."""
    world = await chat()
    world.topics.update(
        {f"topic {n:02d}": Topic(name=f"topic {n:02d}", any_of=("tariff",)) for n in range(12)}
    )
    await world.register(
        *(schedule(f"{n}", at=dt.time(8 + n), topics=tuple(sorted(world.topics))) for n in range(6))
    )
    return world


async def test_more_topics_and_times_than_a_chat_sets_are_shown_and_stay() -> None:
    world = await world_of_many()
    form = await opened(world)
    assert field(form, "topics").values == (", ".join(sorted(world.topics)),)
    assert field(form, "times").values == ("08:00, 09:00, 10:00, 11:00, 12:00, 13:00",)
    before = await planned(world)
    values = {one.name: one.values for one in form.fields} | {"length": ("short",)}
    assert (await world.submit(form.code, values=values)).problems == ()
    assert [one.topics for one in await planned(world)] == [one.topics for one in before]
    assert [one.at for one in await planned(world)] == [one.at for one in before]


async def test_what_a_field_holds_may_not_grow_beyond_what_a_chat_sets() -> None:
    world = await world_of_many()
    topics, times = sorted(world.topics), ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00"]
    for values, ok in (
        ({"topics": ", ".join([*topics, "more"])}, False),
        ({"topics": ", ".join([*topics[1:], "more"])}, True),
        ({"times": ", ".join([*times, "14:00"])}, False),
        ({"times": ", ".join([*times[1:], "14:00"])}, True),
    ):
        assert (
            bool((await world.submit("settings", values={k: (v,) for k, v in values.items()})).problems) != ok
        )
    settings = await kept(world)
    assert settings is not None
    assert settings.topics == (*topics[1:], '"more"')
    assert settings.times == tuple(dt.time(8 + n) for n in range(1, 7))


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.GERMAN])
async def test_what_does_not_fit_is_kept_and_said(spoken: Language) -> None:
    topics = tuple(f"{n:02d} {'long name ' * 9}".strip() for n in range(20))
    settings = of_file([schedule(topics=topics)], None, None)
    with speaking(spoken):
        form = settings_form(settings, ())
    held = field(form, "topics")
    shown = held.values[0].split(", ")
    assert 0 < len(shown) < len(topics)
    assert f"{len(topics) - len(shown)}" in held.hint[:100]
    assert len(held.values[0]) <= held.most
    after, problems = read(CASES, settings, {"topics": (", ".join([*shown[1:], "Trade"]),)}, (), form.target)
    assert problems == ()
    assert after.topics == (*shown[1:], "Trade", *topics[len(shown) :])


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.GERMAN])
def test_lines_on_what_is_kept_fit_below_a_field_of_discord(spoken: Language) -> None:
    one, other = schedule(topics=("Trade",)), schedule("b", at=dt.time(9), weekdays=frozenset({1}))
    settings = of_file([one, replace(other, zone="Europe/Berlin")], None, None)
    with speaking(spoken):
        form = settings_form(settings, TOPICS)
        first = field(setup_form(settings, ()), "time")
        plain = settings_form(of_file([one], None, None), TOPICS)
        hints = {name: field(form, name).hint for name in ("topics", "zone", "weekdays")}
        usual = {name: field(plain, name).hint for name in hints}
    for name, hint in hints.items():
        line = hint.removesuffix(usual[name]).strip()
        assert 0 < len(line) <= 100
    assert "1" in first.hint
    assert len(first.hint) <= 100


async def test_each_digest_keeps_what_is_its_own() -> None:
    world = await chat()
    world.topics.update(TOPICS)
    trade = schedule("a", at=dt.time(8), topics=("Trade",), weekdays=frozenset({0}))
    rest = schedule("b", at=dt.time(20), zone="Europe/Berlin", skip_after=dt.timedelta(hours=1))
    world.policies = [
        Policy(channel=ROOM, zone="UTC", ladder=(30, 2), morning=dt.time(6, 30), topics=("Trade",))
    ]
    await world.register(trade, rest)
    form = await opened(world)
    values = {one.name: one.values for one in form.fields}
    assert values["reminders"] == ("30, 2",)
    await world.submit(form.code, values=values | {"length": ("short",)})
    assert [replace(one, id="") for one in await planned(world)] == [
        replace(one, id="") for one in (trade, rest)
    ]
    settings = await kept(world)
    assert settings is not None
    assert settings.policy == world.policies[0]
    form = await opened(world)
    await world.submit(form.code, values={"zone": ("Asia/Tokyo",), "times": ("08:00, 21:00",)})
    first, second = await planned(world)
    assert replace(first, id="") == replace(trade, id="", zone="Asia/Tokyo")
    assert (second.at, second.zone, second.skip_after) == (dt.time(21), "Asia/Tokyo", dt.timedelta(hours=6))


async def test_a_channel_of_the_file_stays_the_files_where_nothing_is_changed() -> None:
    world = await world_of_many()
    before, form = await planned(world), await opened(world)
    reply = await world.submit(form.code, values={one.name: one.values for one in form.fields})
    assert reply.paragraphs[0] == "Saved."
    assert await planned(world) == before
    assert await kept(world) is None
    assert await world.audit() == [line for line in await world.audit() if line.startswith("settings: ")]


async def test_two_people_who_save_one_form_both_get_what_they_changed() -> None:
    world = await chat()
    await world.submit("settings", times="08:00", zone="UTC", topics="cerrolite")
    hers, his = await opened(world), await opened(world)
    values = {one.name: one.values for one in hers.fields}
    await world.submit(hers.code, values=values | {"times": ("09:00",)})
    await world.submit(his.code, replace(ANNA, id="U9"), values=values | {"topics": ("tariffs",)})
    settings = await kept(world)
    assert settings is not None
    assert (settings.times, settings.topics) == ((dt.time(9),), ('"tariffs"',))


async def test_the_form_of_first_contact_keeps_the_times_of_the_file_that_it_does_not_show() -> None:
    world = await world_of_many()
    form = await opened(world, ActionName.SETUP)
    before = await planned(world)
    await world.submit(form.code, values={one.name: one.values for one in form.fields})
    assert [(one.at, one.topics) for one in await planned(world)] == [(one.at, one.topics) for one in before]


async def test_what_is_offered_to_a_new_channel_is_taken_as_it_stands() -> None:
    world = await chat()
    form = await opened(world, ActionName.SETUP)
    await world.submit(form.code, values={one.name: one.values for one in form.fields})
    assert [(one.at, one.zone) for one in await planned(world)] == [(dt.time(8), "Europe/Berlin")]


async def test_a_topic_that_is_gone_from_the_file_stays_what_it_was() -> None:
    world = await chat()
    world.topics["Trade"] = TOPICS["Trade"]
    await world.submit("settings", topics="Trade", times="08:00", zone="UTC")
    del world.topics["Trade"]
    form = await opened(world)
    await world.submit(form.code, values={"topics": ("Trade, tariffs",)})
    settings = await kept(world)
    assert settings is not None
    assert settings.topics == ("Trade", '"tariffs"')


async def test_what_was_typed_into_a_form_that_is_refused_is_said_back() -> None:
    world = await chat()
    await world.submit("settings", times="08:00", zone="UTC", topics="cerrolite")
    form = await opened(world)
    values = {one.name: one.values for one in form.fields}
    new = {"topics": ("rare earths, <!channel>",), "times": ("noonish",), "length": ("short",)}
    reply = await world.submit(form.code, values=values | new)
    assert [one.field for one in reply.problems] == ["times"]
    assert reply.paragraphs == (
        "You typed under Topics: rare earths, <!channel>",
        "You typed under Times: noonish",
    )
    asked = await world.submit("ask:b1", question="?! " * 5)
    assert asked.failure is not None
    assert asked.paragraphs == ("You typed under Your question: ?! ?! ?! ?! ?!",)
    assert (await world.submit(form.code, values=values)).paragraphs[0] == "Saved."
    too_long = await world.submit("settings", topics="x" * 10_000)
    assert 900 < len(too_long.paragraphs[0]) < 1_100


async def test_a_form_of_first_contact_that_comes_second_undoes_nothing() -> None:
    world = await chat()
    hers, his = await opened(world, ActionName.SETUP), await opened(world, ActionName.SETUP)
    values = {one.name: one.values for one in hers.fields}
    await world.submit(hers.code, values=values | {"time": ("06:30",), "topics": ("cerrolite",)})
    await world.submit(his.code, replace(ANNA, id="U9"), values=values)
    settings = await kept(world)
    assert settings is not None
    assert (settings.times, settings.topics) == ((dt.time(6, 30),), ('"cerrolite"',))


async def test_what_a_form_shows_holds_where_the_file_names_the_channel_no_more() -> None:
    world = await chat()
    await world.register(schedule(at=dt.time(7), zone="Europe/Berlin"))
    form = await opened(world)
    await world.register()
    values = {one.name: one.values for one in form.fields}
    await world.submit(form.code, values=values | {"length": ("short",)})
    assert [(one.at, one.zone) for one in await planned(world)] == [(dt.time(7), "Europe/Berlin")]
