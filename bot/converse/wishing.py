"""The buttons beside a deadline: snooze, mute, remind me, source."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from bot.converse.cases import Cases, local, look_up
from bot.converse.change import note
from bot.converse.failing import refused
from bot.deliver.agenda import line_of, numbered
from bot.domain.action import ActionName, button
from bot.domain.ledger import Entry
from bot.domain.reminder import Wish, WishKind
from bot.domain.reply import Reply
from bot.domain.request import Press
from bot.ports import UnitOfWork
from bot.remind.view import event_of, known_at
from bot.texts import say

SNOOZES = ("1", "4", "24", "72", "168")
"""Hours that are offered."""

Doer = Callable[[Cases, Press], Awaitable[Reply]]


async def _entry(unit: UnitOfWork, press: Press) -> Entry | None:
    """The deadline that a button means, among those of the tenant in which it was pressed."""
    found = await unit.ledger.get(press.channel.tenant_id, [press.action.target])
    return found[0] if found else None


def _gone() -> Reply:
    return refused("chat.no_entry", "chat.no_deadline.todo")


async def snooze(cases: Cases, press: Press) -> Reply:
    """Quiet for some hours; without a choice, the choices."""
    entry_id, hours = press.action.target, press.action.choice
    if not hours:
        buttons = tuple(button(ActionName.SNOOZE, entry_id, one) for one in SNOOZES)
        return Reply(paragraphs=(say("chat.snooze"),), buttons=buttons)
    if hours not in SNOOZES:
        return refused("chat.old_button", "chat.see_help")
    until = cases.clock.now() + timedelta(hours=int(hours))
    place = await look_up(cases, press.channel, press.person)
    day = f"{local(until, place.zone):%Y-%m-%d %H:%M} {place.zone}"
    wish = Wish(channel=press.channel, entry_id=entry_id, kind=WishKind.SNOOZE, until=until)
    return await _wished(cases, press, wish, lambda entry: say("wish.snoozed", day=day, text=entry.text))


async def mute(cases: Cases, press: Press) -> Reply:
    """No more reminders of it in this channel."""
    wish = Wish(channel=press.channel, entry_id=press.action.target, kind=WishKind.MUTE)
    return await _wished(
        cases, press, wish, lambda entry: say("wish.muted", text=entry.text), ActionName.UNMUTE
    )


async def remind_me(cases: Cases, press: Press) -> Reply:
    """This person is reminded with the channel."""
    wish = Wish(
        channel=press.channel, entry_id=press.action.target, kind=WishKind.REMIND, reader=press.person.id
    )
    return await _wished(
        cases, press, wish, lambda entry: say("wish.remind", text=entry.text), ActionName.FORGET_ME
    )


async def _wished(
    cases: Cases,
    press: Press,
    wish: Wish,
    words: Callable[[Entry], str],
    undo: ActionName | None = None,
) -> Reply:
    async with cases.store.write() as unit:
        entry = await _entry(unit, press)
        if entry is None:
            return _gone()
        await unit.wishes.put(wish)
        if not wish.reader:
            await note(unit, press.channel, press.person, cases.clock.now(), words(entry))
    buttons = (button(undo, entry.id),) if undo else ()
    return Reply(paragraphs=(words(entry),), buttons=buttons)


async def unmute(cases: Cases, press: Press) -> Reply:
    """Reminded of it again."""
    return await _dropped(cases, press, reader="", key="wish.unmuted")


async def forget_me(cases: Cases, press: Press) -> Reply:
    """This person is not reminded any more."""
    return await _dropped(cases, press, reader=press.person.id, key="wish.forgotten")


async def _dropped(cases: Cases, press: Press, *, reader: str, key: str) -> Reply:
    async with cases.store.write() as unit:
        entry = await _entry(unit, press)
        if entry is None:
            return _gone()
        dropped = await unit.wishes.drop(press.channel, entry.id, reader)
        said = say(key, text=entry.text)
        if dropped and not reader:
            await note(unit, press.channel, press.person, cases.clock.now(), said)
    return Reply(paragraphs=(said,))


async def source(cases: Cases, press: Press) -> Reply:
    """The sentences that prove it, as far as they are known now."""
    now = cases.clock.now()
    place = await look_up(cases, press.channel, press.person)
    today = local(now, place.zone).date()
    async with cases.store.read() as unit:
        entry = await _entry(unit, press)
    known = known_at(entry, now, place.zone) if entry else None
    if known is None:
        return _gone()
    event = event_of(known)
    line = line_of(event, today, place.zone, numbered([event]))
    said = " · ".join(word for word in (line.when, line.status) if word)
    return Reply(title=line.text, paragraphs=(said,), quotes=line.references)


DOERS: Mapping[ActionName, Doer] = MappingProxyType(
    {
        ActionName.SNOOZE: snooze,
        ActionName.MUTE: mute,
        ActionName.UNMUTE: unmute,
        ActionName.REMIND_ME: remind_me,
        ActionName.FORGET_ME: forget_me,
        ActionName.SOURCE: source,
    }
)
