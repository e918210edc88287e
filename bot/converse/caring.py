"""Sources that are there, looked after from a chat: paused, resumed, tested, removed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from bot.converse.adding import Asker, add, cancel, care_buttons, keep, preview
from bot.converse.cases import Cases
from bot.converse.failing import refused
from bot.domain.action import ActionName
from bot.domain.reply import Reply
from bot.domain.request import Press
from bot.domain.source import Source
from bot.errors import InputError
from bot.gather.listed import FILE
from bot.gather.told import looked_line, name_of, source_head, source_line
from bot.texts import say

Doer = Callable[[Cases, Asker, str], Awaitable[Reply]]


def card(cases: Cases, asker: Asker, source: Source, *said: str) -> Reply:
    """One source: what was done with it, where it is, how it fares, and what can be done."""
    lines = (*said, source_head(source), source_line(source, cases.clock.now()))
    buttons = care_buttons(source) if asker.person.may_source else ()
    return Reply(title=say("chat.source"), paragraphs=lines, buttons=buttons)


async def pause(cases: Cases, asker: Asker, named: str) -> Reply:
    """It is not polled any more."""
    source = await cases.care.pause(asker.tenant_id, named, asker.who)
    return card(cases, asker, source, say("source.done.pause", name=name_of(source)))


async def resume(cases: Cases, asker: Asker, named: str) -> Reply:
    """It is polled again, at once."""
    source = await cases.care.resume(asker.tenant_id, named, asker.who)
    return card(cases, asker, source, say("source.done.resume", name=name_of(source)))


async def test(cases: Cases, asker: Asker, named: str) -> Reply:
    """It is looked at now, and what it brings is kept."""
    looked = await cases.gather.one(await cases.care.one(asker.tenant_id, named))
    return card(cases, asker, looked.source, looked_line(looked))


async def remove(cases: Cases, asker: Asker, named: str) -> Reply:
    """It is forgotten; one that a file lists comes back with the next start."""
    source = await cases.care.remove(asker.tenant_id, named, asker.who)
    listed = (say("source.listed", file=FILE),) if source.who == FILE else ()
    return Reply(paragraphs=(say("source.done.remove", name=name_of(source)), *listed))


CARE: Mapping[str, Doer] = MappingProxyType(
    {"add": preview, "pause": pause, "resume": resume, "test": test, "remove": remove}
)
"""What each option of the command does with its value."""

_BESIDE: Mapping[ActionName, Doer] = MappingProxyType(
    {
        ActionName.PAUSE_SOURCE: pause,
        ActionName.RESUME_SOURCE: resume,
        ActionName.TEST_SOURCE: test,
        ActionName.REMOVE_SOURCE: remove,
    }
)


async def _pressed(cases: Cases, press: Press) -> Reply:
    """A button beside a source; one that is not there any more says so."""
    try:
        return await _BESIDE[press.action.name](cases, Asker.of(press), press.action.target)
    except InputError:
        return refused("chat.source.gone", "chat.see_sources")


DOERS: Mapping[ActionName, Callable[[Cases, Press], Awaitable[Reply]]] = MappingProxyType(
    {
        ActionName.ADD_SOURCE: add,
        ActionName.KEEP_SOURCE: keep,
        ActionName.CANCEL: cancel,
        **dict.fromkeys(_BESIDE, _pressed),
    }
)
"""What each button does."""
