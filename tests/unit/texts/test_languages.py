"""Every language says the same: the same keys in the same files, the same fields, nothing left empty."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import re
from collections.abc import Mapping
from datetime import date, timedelta
from string import Formatter

import pytest

from bot.deliver.when import ago, day_in_words, deadline_in_words, short_day
from bot.domain.action import ActionName
from bot.domain.command import COMMANDS, HELP_MOST
from bot.domain.form import TITLE_MOST
from bot.domain.style import Length
from bot.texts import LANGUAGES, Language, count, say, speak, speaking, spoken
from bot.texts.words import Words
from summarizers.types import Deadline

OTHERS = [language for language in Language if language is not Language.ENGLISH]
SOURCE = LANGUAGES[Language.ENGLISH]

DISCORD_LABEL, SLACK_BUTTON, OPTION = 45, 75, 75
"""docs.discord.com, "Component Reference"; docs.slack.dev, "Button element" and "Option object"."""


def files(language: Language) -> Mapping[str, Mapping[str, str]]:
    package = importlib.import_module(f"bot.texts.{language.name.lower()}")
    names = [one.name for one in pkgutil.iter_modules(package.__path__)]
    return {name: importlib.import_module(f"{package.__name__}.{name}").TEXTS for name in names}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def ours(words: Words, prefix: str) -> dict[str, str]:
    return {key: text for key, text in words.messages.items() if key.startswith(prefix)}


def test_every_language_there_is_has_words() -> None:
    assert set(LANGUAGES) == set(Language)
    assert [words.name for words in LANGUAGES.values()] == ["English", "Deutsch"]


@pytest.mark.parametrize("language", OTHERS)
def test_each_file_has_the_keys_of_the_english_one(language: Language) -> None:
    theirs = files(language)
    assert theirs.keys() == files(Language.ENGLISH).keys()
    for name, texts in files(Language.ENGLISH).items():
        assert list(theirs[name]) == list(texts), name


@pytest.mark.parametrize("language", Language)
def test_no_key_is_in_two_files_and_none_is_forgotten(language: Language) -> None:
    keys = [key for texts in files(language).values() for key in texts]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(LANGUAGES[language].messages)


@pytest.mark.parametrize("language", OTHERS)
def test_each_message_has_the_fields_of_the_english_one_and_is_empty_only_where_that_is(
    language: Language,
) -> None:
    theirs = LANGUAGES[language].messages
    for key, text in SOURCE.messages.items():
        assert fields(theirs[key]) == fields(text), key
        assert bool(theirs[key]) == bool(text), key
        assert theirs[key] == theirs[key].strip() or text != text.strip(), key


@pytest.mark.parametrize("language", OTHERS)
def test_commands_addresses_and_settings_that_are_typed_are_the_same_in_every_language(
    language: Language,
) -> None:
    typed = re.compile(r"/brief \w+(?: add)?|https?://\S+|COMMUNIQUE_\w+|\b(?:fetch|sources|slack)\.\w+")
    for key, text in SOURCE.messages.items():
        assert sorted(typed.findall(LANGUAGES[language].messages[key])) == sorted(typed.findall(text)), key


@pytest.mark.parametrize("language", OTHERS)
def test_every_noun_day_and_month_is_there(language: Language) -> None:
    words = LANGUAGES[language]
    assert words.nouns.keys() == SOURCE.nouns.keys()
    assert all(noun.one and noun.other for noun in words.nouns.values())
    assert (len(set(words.weekdays)), len(set(words.months))) == (7, 12)


@pytest.mark.parametrize("language", Language)
def test_what_platforms_bound_fits_in_every_language(language: Language) -> None:
    words = LANGUAGES[language]
    with speaking(language):
        for command in COMMANDS:
            assert 0 < len(command.help) <= HELP_MOST
            assert all(0 < len(command.help_of(option)) <= HELP_MOST for option in command.options)
        assert all(len(say(f"form.{name}")) <= TITLE_MOST for name in ("setup", "settings", "ask", "source"))
        assert all(len(say(f"length.{length}")) <= OPTION for length in Length)
    assert len(words.messages["form.close"]) <= TITLE_MOST
    assert len(words.messages["form.save"]) <= TITLE_MOST
    buttons = ours(words, "button.")
    assert {f"button.{name}" for name in ActionName if name is not ActionName.UNKNOWN} <= buttons.keys()
    assert all(len(text) <= SLACK_BUTTON for text in buttons.values())
    labels = {key: text for key, text in ours(words, "form.").items() if key.count(".") == 1}
    assert [key for key, text in labels.items() if len(text) > DISCORD_LABEL] == []


def test_the_mark_by_which_posts_are_found_again_is_the_same_in_every_language() -> None:
    assert {words.messages["app"] for words in LANGUAGES.values()} == {"Communiqué"}


def test_days_and_distances_are_said_as_each_language_says_them() -> None:
    day = Deadline(date=date(2025, 11, 10), granularity="day", boundary="by", about="vote")
    today = date(2025, 10, 30)
    assert deadline_in_words(day, today) == "by Monday 10 November 2025 (in 11 days)"
    with speaking(Language.GERMAN):
        assert deadline_in_words(day, today) == "bis Montag, 10. November 2025 (in 11 Tagen)"
        assert day_in_words(date(2025, 3, 8)) == "Samstag, 8. März 2025"
        assert short_day(date(2025, 11, 8)) == "8. November 2025"
        assert ago(timedelta(days=1)) == "vor 1 Tag"
        assert ago(timedelta(days=3)) == "vor 3 Tagen"
        assert count("article", 1) == "1 Artikel"
        assert count("day", 1400) == "1.400 Tage"
    assert count("day", 1400) == "1,400 days"


def test_a_locale_is_a_language_where_it_is_spoken_here() -> None:
    assert Language.of_locale("de-DE") is Language.GERMAN
    assert Language.of_locale("de_AT") is Language.GERMAN
    assert Language.of_locale("en-GB") is Language.ENGLISH
    assert Language.of_locale("fr") is None
    assert Language.of_locale("") is None


def test_the_language_is_that_of_the_task_and_goes_with_it_into_threads() -> None:
    async def told(language: Language, wait: asyncio.Event, go: asyncio.Event) -> str:
        with speaking(language):
            go.set()
            await wait.wait()
            return await asyncio.to_thread(say, "when.today")

    async def both() -> list[str]:
        one, other = asyncio.Event(), asyncio.Event()
        return list(
            await asyncio.gather(told(Language.GERMAN, one, other), told(Language.ENGLISH, other, one))
        )

    assert asyncio.run(both()) == ["heute", "today"]
    assert spoken() is Language.ENGLISH


def test_what_is_spoken_from_here_on_is_spoken_in_what_begins_here() -> None:
    async def inner() -> str:
        speak(Language.GERMAN)
        return await asyncio.create_task(asyncio.to_thread(say, "when.tomorrow"))

    assert asyncio.run(inner()) == "morgen"
    assert say("when.tomorrow") == "tomorrow"


def test_within_a_block_none_changes_nothing() -> None:
    with speaking(Language.GERMAN), speaking(None):
        assert spoken() is Language.GERMAN
