"""Buttons come back as they were sent out, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.action import DIGEST_ACTIONS, MOST, REMINDER_ACTIONS, VERSION, Action, ActionName, button

KNOWN = [name for name in ActionName if name is not ActionName.UNKNOWN]
SHORT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)


@given(name=st.sampled_from(KNOWN), target=SHORT, choice=SHORT)
def test_an_action_comes_back_from_its_code(name: ActionName, target: str, choice: str) -> None:
    action = Action(name=name, target=target, choice=choice)
    try:
        code = action.code
    except ValueError:
        return
    assert code.isascii()
    assert len(code.split()) == 1
    assert len(code) <= MOST
    assert Action.read(code) == action


@given(st.text(max_size=120))
def test_any_other_text_is_the_unknown_action(code: str) -> None:
    read = Action.read(code)
    assert read.name is ActionName.UNKNOWN or code.startswith(f"{VERSION}:{read.name}")


@pytest.mark.parametrize(
    "code", ["", "c0:mute:e1", "c1", "c1:explode", "c1:unknown", "c1:mute:a:b:c", "mute:e1", "c1:mute:e%00"]
)
def test_old_and_foreign_codes_are_unknown(code: str) -> None:
    assert Action.read(code) == Action(name=ActionName.UNKNOWN)


@pytest.mark.parametrize(
    "target", ["e" * 71, '"' * 30, "\N{COLLISION SYMBOL}" * 20, "\ud800", "<!channel>", "%3c"]
)
def test_a_target_that_we_would_not_write_so_is_no_button_of_ours(target: str) -> None:
    assert Action.read(f"{VERSION}:feedback:{target}") == Action(name=ActionName.UNKNOWN)


@pytest.mark.parametrize("name", KNOWN)
def test_what_was_pressed_fits_into_the_buttons_of_its_answer(name: ActionName) -> None:
    read = Action.read(f"{VERSION}:feedback:{'e' * 70}")
    assert len(Action(name=name, target=read.target, choice="168").code) <= MOST


def test_a_code_too_long_for_discord_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 100"):
        _ = Action(name=ActionName.MUTE, target="e" * MOST).code


@pytest.mark.parametrize("name", KNOWN)
def test_every_button_has_a_word_that_fits(name: ActionName) -> None:
    assert 0 < len(button(name, "e1").label) <= 75


def test_a_row_of_buttons_fits_both_platforms() -> None:
    assert len(DIGEST_ACTIONS) <= 5
    assert len(REMINDER_ACTIONS) <= 5
