"""A command typed in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.command import BY_NAME
from bot.domain.typed import said_command, typed


@pytest.mark.parametrize(
    ("text", "name", "options"),
    [
        ("", "help", {}),
        ("   ", "help", {}),
        ("now", "now", {}),
        ("NOW", "now", {}),
        ("now tariffs", "now", {"topic": "tariffs"}),
        ("now 12", "now", {"hours": "12"}),
        ("now rare earths 12", "now", {"topic": "rare earths", "hours": "12"}),
        ('now topic:"rare earths" hours=12', "now", {"topic": '"rare earths"', "hours": "12"}),
        ('now "rare earths" 12', "now", {"topic": '"rare earths"', "hours": "12"}),
        ("now “rare earths” 12", "now", {"topic": '"rare earths"', "hours": "12"}),
        ("deadlines topic:„rare earths“", "deadlines", {"topic": '"rare earths"'}),
        ('now topic:""', "now", {"topic": ""}),
        ('deadlines "tariff truce"', "deadlines", {"deadline": "tariff truce"}),
        ("ask When is it? days:3", "ask", {"question": "When is it? days:3"}),
        ("ask", "ask", {}),
        ("deadlines -3", "deadlines", {"days": "-3"}),
        ("deadlines tariff truce days:30", "deadlines", {"deadline": "tariff truce", "days": "30"}),
        ("why 2025-11-10", "why", {"day": "2025-11-10"}),
        ("why yesterday", "why", {"day": "yesterday"}),
        ("sources add", "sources", {"add": ""}),
        ("sources Pause", "sources", {"pause": ""}),
        ("sources source", "sources", {"source": "source"}),
        ("settings all", "settings", {"": "all"}),
        ("explode now", "explode", {"": "now"}),
        ("deadlines colour:red", "deadlines", {"deadline": "colour:red"}),
    ],
)
def test_a_line_is_a_command_with_its_options(text: str, name: str, options: dict[str, str]) -> None:
    assert typed(text) == (name, options)


@given(st.sampled_from(sorted(BY_NAME)), st.text(max_size=60))
def test_no_text_breaks_it_and_every_option_is_of_its_command(name: str, rest: str) -> None:
    found, options = typed(f"{name} {rest}")
    assert found == name
    assert set(options) <= {"", *(option.name for option in BY_NAME[name].options)}


@pytest.mark.parametrize(
    ("text", "name", "options"),
    [
        ('deadlines topic "rare earths"', "deadlines", {"topic": '"rare earths"'}),
        ("why day 2025-10-30", "why", {"day": "2025-10-30"}),
        ("why 2025-10-30", "why", {"day": "2025-10-30"}),
        ("now\nhours:5", "now", {"hours": "5"}),
        ("now „seltene Erden“", "now", {"topic": '"seltene Erden"'}),
        ("now „never „closed", "now", {"topic": "„never „closed"}),
    ],
)
def test_words_are_read_as_they_are_meant(text: str, name: str, options: dict[str, str]) -> None:
    assert typed(text) == (name, options)


def test_a_mark_behind_the_name_of_the_bot_s_command_is_no_command() -> None:
    assert said_command("/brief?") == ("help", {})
    assert said_command("/brief: now hours:5") == ("now", {"hours": "5"})
