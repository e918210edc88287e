"""A source is added from a chat: what stands at its address is shown, and only then kept."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.converse.cases import Cases
from bot.converse.failing import not_allowed, refused
from bot.converse.sharing import NO_EVENT, kept_id
from bot.domain.action import ActionName, Button, button
from bot.domain.channel import Channel
from bot.domain.command import MOST_ADDRESS
from bot.domain.form import Field, FieldKind, Filled, Form, FormName
from bot.domain.reply import Failure, KeptReply, Reply
from bot.domain.request import Person, Press, Request
from bot.domain.shown import shown
from bot.domain.source import LONGEST_NAME, Source
from bot.errors import FetchError, InputError
from bot.gather.adding import address
from bot.gather.advice import refused as unread
from bot.gather.told import name_of, preview_lines
from bot.texts import say

LIFE = timedelta(hours=1)
"""How long a source that was shown may be kept as it was shown."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who wants something of the sources, where, and in which event."""

    channel: Channel
    person: Person
    event_id: str

    @classmethod
    def of(cls, asked: Request | Press | Filled) -> Asker:
        """The one who asked."""
        return cls(channel=asked.channel, person=asked.person, event_id=asked.event_id)

    @property
    def who(self) -> str:
        """The same for the audit."""
        return f"{self.channel.platform}:{self.person.id}"

    @property
    def tenant_id(self) -> str:
        """Whose sources are meant."""
        return self.channel.tenant_id


def source_form() -> Form:
    """The form that takes an address."""
    url = Field(
        name="url",
        kind=FieldKind.TEXT,
        label=say("form.url"),
        hint=say("form.url.hint"),
        required=True,
        most=MOST_ADDRESS,
    )
    name = Field(
        name="name",
        kind=FieldKind.TEXT,
        label=say("form.name"),
        hint=say("form.name.hint"),
        most=LONGEST_NAME,
    )
    title, submit = say("form.source"), say("form.source.submit")
    return Form(name=FormName.SOURCE, title=title, submit=submit, pages=((url, name),))


async def add(_cases: Cases, _press: Press) -> Reply:
    """The form that takes an address."""
    return Reply(form=source_form())


async def filled_in(cases: Cases, filled: Filled) -> Reply:
    """The preview of what stands at an address that came in the form."""
    if not filled.person.may_source:
        return not_allowed(filled.person, "chat.not_sourcer")
    url, name = (shown(" ".join(filled.values.get(field, ()))) for field in ("url", "name"))
    return await preview(cases, Asker.of(filled), url, name)


async def preview(cases: Cases, asker: Asker, url: str, name: str = "") -> Reply:
    """What stands at an address, with the buttons that keep it or do not."""
    try:
        found = await cases.add.preview(asker.tenant_id, url, name=name, who=asker.who)
    except FetchError as error:
        log.info("no preview", extra={"action": "preview_failed", "detail": error.what})
        return Reply(failure=Failure.of(unread(address(url), error), ""))
    now = cases.clock.now()
    reply_id = kept_id(asker.channel, asker.person, asker.event_id, now)
    buttons = (button(ActionName.KEEP_SOURCE, reply_id, primary=True), button(ActionName.CANCEL, reply_id))
    reply = Reply(title=say("chat.source.new"), paragraphs=preview_lines(found), buttons=buttons)
    kept = KeptReply(
        id=reply_id,
        channel=asker.channel,
        owner=asker.person.id,
        until=now + LIFE,
        reply=reply,
        source=found.source,
    )
    async with cases.store.write() as unit:
        await unit.replies.put(kept)
    return reply


async def keep(cases: Cases, press: Press) -> Reply:
    """The source that was shown is a source from now on; a second click on the button is told the same."""
    kept = await _taken(cases, press)
    if kept is None or kept.source is None:
        return refused("chat.source.stale", "chat.source.stale.todo")
    source = kept.source
    if kept.shared_by in {"", press.event_id}:
        try:
            source = await cases.add.keep(source)
        except InputError:
            if not kept.shared_by:
                raise  # else this very press kept it before it was cut off
    return _added(source)


async def _taken(cases: Cases, press: Press) -> KeptReply | None:
    """What this person was shown here, as it was before this press took it; of two presses one takes it.

    What another press took is told only while the source stands that came of it.
    """
    async with cases.store.write() as unit:
        kept = await unit.replies.get(press.channel, press.action.target)
        if kept is None or kept.until < cases.clock.now() or kept.owner != press.person.id:
            return None
        if not kept.shared_by:
            await unit.replies.put(replace(kept, shared_by=press.event_id or NO_EVENT))
        elif kept.shared_by != press.event_id and kept.source is not None:
            stands = await unit.sources.get(press.channel.tenant_id, kept.source.id)
            return kept if stands else None
    return kept


async def cancel(cases: Cases, press: Press) -> Reply:
    """What was shown is not kept, and can no longer be; of what was kept before it is told that it is."""
    async with cases.store.write() as unit:
        kept = await unit.replies.get(press.channel, press.action.target)
        if kept is None or kept.until < cases.clock.now() or kept.owner != press.person.id:
            return Reply(paragraphs=(say("source.unkept"),))
        if kept.shared_by in {"", press.event_id}:
            await unit.replies.put(replace(kept, source=None))
            return Reply(paragraphs=(say("source.unkept"),))
        stands = kept.source and await unit.sources.get(press.channel.tenant_id, kept.source.id)
    return _added(stands) if stands else Reply(paragraphs=(say("source.unkept"),))


def _added(source: Source) -> Reply:
    said = say("chat.source.added", name=name_of(source))
    return Reply(paragraphs=(said,), buttons=care_buttons(source))


def care_buttons(source: Source) -> tuple[Button, ...]:
    """What can be done with a source that is there."""
    names = (
        ActionName.TEST_SOURCE,
        ActionName.RESUME_SOURCE if source.is_paused else ActionName.PAUSE_SOURCE,
        ActionName.REMOVE_SOURCE,
    )
    return tuple(button(name, source.id) for name in names)
