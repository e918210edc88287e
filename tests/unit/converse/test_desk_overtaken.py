"""Two people who set one channel at the same time."""

from __future__ import annotations

import pytest

from bot.domain.request import Person
from tests.fakes.chat import ANNA, ChatWorld, chat
from tests.unit.converse.saying import text_of


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


CORA = Person(id="U3", name="Cora", zone="Europe/Berlin", may_manage=True)
MEANWHILE = "by somebody else meanwhile. Save once more to replace that"


async def opened(world: ChatWorld, person: Person = ANNA) -> tuple[str, dict[str, tuple[str, ...]]]:
    """A form of settings before a person: its code, and what it holds."""
    form = (await world.command("settings", person)).form
    assert form is not None
    return form.code, {field.name: field.values for field in form.fields}


async def test_what_another_set_meanwhile_is_said_before_it_is_replaced(world: ChatWorld) -> None:
    await world.submit("settings", times="08:00")
    code, held = await opened(world)
    await world.submit(code, CORA, values={**held, "times": ("09:00",), "weekdays": ("0", "1")})
    mine = {**held, "times": ("10:00",), "weekdays": ("5",), "length": ("short",)}
    told = await world.submit(code, values=mine)
    assert {one.field: one.what for one in told.problems} == {
        "times": f"Times: set to “09:00” {MEANWHILE}",
        "weekdays": f"Days: set to “Monday, Tuesday” {MEANWHILE}",
    }
    assert told.paragraphs == ("You typed under Times: 10:00", "You typed under Days: Saturday")
    assert (await opened(world))[1]["times"] == ("09:00",)
    assert (await world.submit(told.renewed, values=mine)).problems == ()
    after = (await opened(world))[1]
    assert (after["times"], after["weekdays"], after["length"]) == (("10:00",), ("5",), ("short",))


async def test_a_form_that_is_told_keeps_what_else_another_set_and_tells_of_what_comes_after(
    world: ChatWorld,
) -> None:
    await world.submit("settings", times="08:00")
    code, held = await opened(world)
    await world.submit(code, CORA, values={**held, "times": ("09:00",), "quiet": ("22:00-06:00",)})
    mine = {**held, "times": ("10:00",)}
    told = await world.submit(code, values=mine)
    assert len(told.renewed) <= 100
    await world.submit(
        (await opened(world))[0], CORA, values={**(await opened(world))[1], "times": ("11:00",)}
    )
    again = await world.submit(told.renewed, values=mine)
    assert ["11:00" in one.what for one in again.problems] == [True]
    assert "Saved" in text_of(await world.submit(again.renewed, values=mine))
    after = (await opened(world))[1]
    assert (after["times"], after["quiet"]) == (("10:00",), ("22:00-06:00",))


async def test_two_who_set_the_same_are_told_nothing(world: ChatWorld) -> None:
    await world.submit("settings", times="08:00")
    code, held = await opened(world)
    await world.submit(code, CORA, values={**held, "times": ("09:00",)})
    assert "Saved" in text_of(await world.submit(code, values={**held, "times": ("9:00",)}))


async def test_a_role_and_what_was_emptied_are_told_without_a_value(world: ChatWorld) -> None:
    await world.submit("settings", times="08:00", role="R1")
    code, held = await opened(world)
    await world.submit(code, CORA, values={**held, "times": (), "role": ("R2",)})
    told = await world.submit(code, values={**held, "times": ("10:00",), "role": ("R3",)})
    assert [one.what for one in told.problems] == [
        f"Times: changed {MEANWHILE}",
        f"Role to ping: changed {MEANWHILE}",
    ]
