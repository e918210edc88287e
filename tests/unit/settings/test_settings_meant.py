"""What digests, limits and languages of the settings come to."""

from __future__ import annotations

import pytest

from bot.app.changing import Changing
from bot.domain.channel import Channel, Platform
from bot.settings import load
from bot.texts import Language
from tests.unit.settings.given import complaint, write

TABLE = '[digests.{name}]\nchannel = "discord:1:{channel}"\nevents = true\n'


def test_a_disabled_digest_need_not_be_right() -> None:
    write('[digests.late]\nenabled = false\ntopics = ["rail"]\n')
    assert [schedule.id for schedule in load().schedules] == ["settings:morning"]


def test_how_often_one_may_ask_is_a_setting() -> None:
    assert (load().ask.limits.person, load().ask.limits.channel) == (10, 60)
    write("[ask]\nper_person = 3\nper_channel = 5\nminutes = 10")
    limits = load().ask.limits
    assert (limits.person, limits.channel, limits.span.total_seconds()) == (3, 5, 600)


def test_a_limit_that_lets_nobody_ask_is_refused() -> None:
    write("[ask]\nper_person = 0")
    assert "ask.per_person" in complaint()


def test_a_channel_has_the_language_of_its_digests_and_else_that_of_all() -> None:
    write(
        'language = "de"\n'
        + TABLE.format(name="a", channel="2")
        + TABLE.format(name="b", channel="3")
        + TABLE.format(name="c", channel="3")
        + 'language = "en"\n'
    )
    settings = load()
    here, there, nowhere = (Channel(Platform.DISCORD, "1", name) for name in "234")
    assert settings.languages.of(here, None) is Language.GERMAN
    assert settings.languages.of(there, None, Language.GERMAN) is Language.ENGLISH
    assert settings.languages.of(nowhere, None) is Language.GERMAN
    assert settings.languages.of(nowhere, None, Language.ENGLISH) is Language.ENGLISH
    assert {one.channel: one.language for one in settings.calendars} == {
        here: Language.GERMAN,
        there: Language.ENGLISH,
    }


@pytest.mark.parametrize("text", ['language = "xx"\n', '[digests.a]\nlanguage = "German"\n'])
def test_a_language_that_is_not_spoken_is_told_with_those_that_are(text: str) -> None:
    write(text)
    told = complaint()
    assert "language" in told
    assert "'en' or 'de'" in told or "'en'" in told


def test_what_a_reload_says_of_languages_holds_at_once() -> None:
    before = Changing.of(load())
    languages = before.languages
    write('language = "de"\n')
    before.become(Changing.of(load()))
    assert languages.default is Language.GERMAN
