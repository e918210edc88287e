"""How a reply gets to the person who asked: within the interaction's 15 minutes, or as a message after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.deliver.outline import Form as Shape
from bot.deliver.outline import Paragraph, words
from bot.deliver.spoken import spoken
from bot.domain.action import Action, Button
from bot.domain.command import Visibility
from bot.domain.form import Form
from bot.domain.reply import Reply
from bot.platforms.discord.card import card
from bot.platforms.discord.forms import modal, opener, page_id
from bot.platforms.discord.pages import Page, fitted
from bot.texts import say, speaking

if TYPE_CHECKING:
    from discord import Interaction
    from discord.ui import LayoutView

ACKNOWLEDGED, UNKNOWN_INTERACTION, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, EXPIRED = (
    40060,
    10062,
    10008,
    10015,
    50027,
)
OVER = frozenset({UNKNOWN_INTERACTION, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, EXPIRED})
"""The interaction can no longer be answered (docs.discord.com, "JSON error codes")."""

LABEL_MOST = 80

TRIES, BETWEEN = 3, 0.3
"""How often, and after how many seconds, what broke on its way is done again: an interaction waits for 3."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Answering:
    """One interaction, to be answered once; `silent` says that it shows no message that waits for words."""

    interaction: Interaction
    silent: bool = False

    async def working(self, *, public: bool = False) -> bool:
        """Say that it is being worked on; False if it is too late for any answer."""
        self.silent = public
        response = self.interaction.response
        if public:
            return await _at_once(response.defer)
        return await _at_once(lambda: response.defer(ephemeral=True, thinking=True))

    async def open(self, reply: Reply, page: int) -> bool:
        """Answer at once: the form's page, a choice of its pages, or a message; False if it is too late."""
        with speaking(reply.language):
            return await self._opened(reply, page)

    async def _opened(self, reply: Reply, page: int) -> bool:
        response, form = self.interaction.response, reply.form
        if form is not None and (len(form.pages) == 1 or page >= 0):
            return await _at_once(lambda: response.send_modal(modal(form, max(page, 0))))
        if form is not None:
            return await _at_once(lambda: response.send_message(view=_choice_of_pages(form), ephemeral=True))
        first, *rest = shown(reply)
        told = await _at_once(lambda: response.send_message(view=view_of(first), ephemeral=True))
        if told:
            await self._follow(rest, ephemeral=True)
        return told

    async def finish(self, reply: Reply) -> None:
        """Answer what is being worked on; after 15 minutes in the channel, where it was asked.

        What is worked on in public has no message of its own to fill in: its original is the one pressed.
        """
        with speaking(reply.language):
            await self._finished(reply)

    async def _finished(self, reply: Reply) -> None:
        import discord

        public = reply.visibility is not Visibility.EPHEMERAL
        first, *rest = shown(reply)
        try:
            if public or self.silent:
                await self._follow([first, *rest], ephemeral=not public)
            else:
                await again(lambda: self.interaction.edit_original_response(view=view_of(first)))
                await self._follow(rest, ephemeral=True)
        except discord.HTTPException as error:
            if error.code not in OVER:
                raise
            await self._late(reply)

    async def _follow(self, pages: list[Page], *, ephemeral: bool) -> None:
        for page in pages:
            await self.interaction.followup.send(view=view_of(page), ephemeral=ephemeral)

    async def _late(self, reply: Reply) -> None:
        channel: Any = self.interaction.channel
        name = self.interaction.user.display_name
        before = words(Shape.SMALL, say("chat.timed_out", name=name))
        for page in shown(reply, before):
            await channel.send(view=view_of(page))


async def again(act: Callable[[], Awaitable[object]]) -> None:
    """Do what may be done twice, once more where the connection broke before an answer came."""
    import aiohttp

    for left in reversed(range(TRIES)):
        try:
            await act()
        except (aiohttp.ClientError, OSError):
            if not left:
                raise
            await asyncio.sleep(BETWEEN)
        else:
            return


async def _at_once(act: Callable[[], Awaitable[object]]) -> bool:
    """Give the first answer; False if it is too late for any.

    One that stands already is our own, whose confirmation was lost, or that of another delivery of the same
    interaction: the claim on it decides who goes on.
    """
    import discord

    try:
        await again(act)
    except discord.HTTPException as error:
        if error.code not in {ACKNOWLEDGED, *OVER}:
            raise
        if error.code != ACKNOWLEDGED:
            log.warning("interaction is gone", extra={"action": "interaction_gone", "code": error.code})
        return error.code == ACKNOWLEDGED
    return True


def shown(reply: Reply, before: tuple[Paragraph, ...] = ()) -> tuple[Page, ...]:
    """The messages of a reply with all of its buttons, after what stands `before` it."""
    below = reply.post.buttons if reply.post else ()
    shared = (reply.share,) if reply.share else ()
    return fitted((*before, *spoken(reply)), (), (*below, *reply.buttons, *shared))


def reopening(reply: Reply, code: str) -> Reply:
    """What is wrong with a form, with the button that opens it again: Discord closes a form at once."""
    if not reply.problems:
        return reply
    action = opener(code)
    with speaking(reply.language):
        again = Button(label=say(f"button.{action.name}"), action=action, primary=True)
    return replace(reply, buttons=(*reply.buttons, again))


def view_of(page: Page) -> LayoutView:
    """The view; its buttons are heard as events, also after a restart."""
    made = card(page)
    made.stop()
    return made


def _choice_of_pages(form: Form) -> LayoutView:
    """One button a page, named after its fields."""
    from discord import ui

    action: Action = opener(form.code)
    row: ui.ActionRow[Any] = ui.ActionRow()
    for number, fields in enumerate(form.pages):
        label = ", ".join(field.label for field in fields)
        short = label if len(label) <= LABEL_MOST else f"{label[: LABEL_MOST - 2]} …"
        row.add_item(ui.Button(label=short, custom_id=page_id(number, action)))
    made = ui.LayoutView(timeout=None)
    made.add_item(ui.TextDisplay(f"### {form.title}"))
    made.add_item(row)
    made.stop()
    return made
