"""Forms of settings: what is read of them, what is refused, and that they fit both platforms."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.converse.read_form import read
from bot.converse.settings_form import settings_form, setup_form
from bot.domain.channel import Topic
from bot.domain.form import FIELDS_A_PAGE, TITLE_MOST, Form
from bot.domain.preferences import MOST_SOURCES, ChannelSettings
from bot.domain.schedule import EVERY_DAY, QuietHours, QuietPolicy
from bot.domain.style import Length
from bot.texts import Language
from summarizers.types import Section
from tests.fakes.chat import ChatWorld
from tests.fakes.world import ROOM

CASES = ChatWorld(topics={"Trade": Topic(name="Trade", any_of=("tariff",))}).cases
BLANK = ChannelSettings(channel=ROOM, zone="UTC", times=())
WALLS = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20).filter(
    lambda word: word.casefold() != "trade"
)
SETTINGS = st.builds(
    ChannelSettings,
    channel=st.just(ROOM),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu"]),
    times=st.lists(WALLS, unique=True, max_size=4).map(tuple),
    topics=st.lists(WORDS.map('"{}"'.format), unique_by=str.casefold, max_size=5).map(tuple),
    sources=st.lists(
        st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=90),
        unique_by=str.casefold,
        max_size=MOST_SOURCES,
    ).map(tuple),
    weekdays=st.sets(st.sampled_from(sorted(EVERY_DAY)), min_size=1).map(frozenset),
    quiet=st.none()
    | st.tuples(WALLS, WALLS)
    .filter(lambda span: span[0] != span[1])
    .map(lambda span: QuietHours(start=span[0], end=span[1])),
    sections=st.sets(st.sampled_from(Section), min_size=1).map(
        lambda wanted: tuple(section for section in Section if section in wanted)
    ),
    length=st.sampled_from(Length),
    role=st.sampled_from(["", "S0123"]),
    language=st.sampled_from(Language),
    ladder=st.sets(st.integers(0, 90), min_size=1, max_size=5).map(
        lambda days: tuple(sorted(days, reverse=True))
    ),
)


@pytest.mark.untraced
@given(SETTINGS)
def test_a_form_sent_as_it_was_opened_changes_nothing(settings: ChannelSettings) -> None:
    form = settings_form(settings, CASES.topics, ["The Tide", "The Quay"])
    values = {field.name: field.values for field in form.fields}
    assert read(CASES, settings, values) == (settings, ())


LISTED = ("Trade, steel", "Trade", "Two  blanks", "long " * 16, "x" * 80)


@pytest.mark.parametrize(
    "topics",
    [LISTED, *((one,) for one in LISTED), tuple(f'"{str(n) * 60}"' for n in range(10))],
    ids=lambda topics: f"{len(topics)} {topics[0][:12]}",
)
def test_topics_of_whatever_name_stay_as_they_are(topics: tuple[str, ...]) -> None:
    cases = ChatWorld(topics={name: Topic(name=name, any_of=("tariff",)) for name in LISTED}).cases
    before = replace(BLANK, topics=topics)
    for form in (settings_form(before, cases.topics), setup_form(before, cases.topics)):
        field = next(one for one in form.fields if one.name == "topics")
        assert len("".join(field.values)) <= field.most
        assert read(cases, before, {"topics": field.values}) == (before, ())


NAMES = [*(field.name for field in settings_form(BLANK, ()).fields), "time", "elsewhere"]


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=30), max_size=3).map(tuple)))
def test_whatever_is_filled_in_is_read_or_named_as_a_problem(values: dict[str, tuple[str, ...]]) -> None:
    settings, problems = read(CASES, BLANK, values, ["The Tide"])
    assert isinstance(settings, ChannelSettings)
    assert {problem.field for problem in problems} <= set(values)
    assert all(problem.what for problem in problems)
    assert settings == BLANK or not problems


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("times", "8, 17:30", (dt.time(8), dt.time(17, 30))),
        ("times", "08.00 8:00", (dt.time(8),)),
        ("times", "", ()),
        ("topics", "trade, Soy  beans ,", ("Trade", '"Soy beans"')),
        ("zone", "europe/berlin", "Europe/Berlin"),
        ("zone", "America/New York", "America/New_York"),
        ("quiet", "22:00-07:00", QuietHours(start=dt.time(22), end=dt.time(7))),
        ("quiet", "22 to 7", QuietHours(start=dt.time(22), end=dt.time(7))),
        ("quiet", "", None),
        ("reminders", "0, 14, 3", (14, 3, 0)),
    ],
)
def test_what_people_type_is_understood(field: str, typed: str, value: object) -> None:
    settings, problems = read(CASES, BLANK, {field: (typed,)})
    assert problems == ()
    assert getattr(settings, "ladder" if field == "reminders" else field) == value


@pytest.mark.parametrize("field", ["topics", "times", "zone", "quiet", "reminders", "sources", "role"])
def test_a_value_longer_than_its_field_is_not_even_read(field: str) -> None:
    typed = "-" * 1_000_000 + " x y"
    settings, [problem] = read(CASES, BLANK, {field: (typed,)}, ["The Tide"])
    assert settings == BLANK
    assert problem.what.startswith("At most ")


def test_quiet_hours_keep_their_policy() -> None:
    quiet = QuietHours(start=dt.time(20), end=dt.time(6), policy=QuietPolicy.DROP)
    settings, _ = read(CASES, replace(BLANK, quiet=quiet), {"quiet": ("21:00-06:00",)})
    assert settings.quiet == replace(quiet, start=dt.time(21))


@pytest.mark.parametrize("form", [setup_form(BLANK, CASES.topics), settings_form(BLANK, CASES.topics)])
def test_a_form_fits_both_platforms(form: Form) -> None:
    assert len(form.title) <= TITLE_MOST
    assert all(len(page) <= FIELDS_A_PAGE for page in form.pages)
    names = [field.name for field in form.fields]
    assert len(set(names)) == len(names)
    for field in form.fields:
        assert len(field.label) <= 45
        assert len(field.hint) <= 100
        assert {value for value in field.values if field.choices} <= {one.value for one in field.choices}
