"""A page as an embed, for where Discord refuses Components V2: the same words, the same buttons, a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.platforms.discord.card import buttons_of
from bot.platforms.discord.marker import footer_of
from bot.platforms.discord.pages import Beside, Page, Row, Words

if TYPE_CHECKING:
    from discord.ui import View

ROWS_MOST = 5
"""Rows of buttons under a message without Components V2 (docs.discord.com, "Component Reference")."""


def embedded(page: Page, delivery_id: str, ping: str = "") -> dict[str, Any]:
    """What to send: the page's words as one embed's description, which takes 4,096 characters.

    Only text outside of embeds mentions anybody, so `ping` stands there. Rows of buttons beyond the fifth
    are left out: Discord has no place for them.
    """
    from discord import Embed

    said = "\n".join(piece.text for piece in page.pieces if isinstance(piece, Words | Beside))
    embed = Embed(description=said).set_footer(text=footer_of(delivery_id))
    return {"content": ping or None, "embed": embed, "view": _view(page)}


def _view(page: Page) -> View:
    from discord import ui

    view = ui.View(timeout=None)
    for number, row in enumerate(_rows(page)[:ROWS_MOST]):
        for made in buttons_of(row, line=number):
            view.add_item(made)
    return view


def _rows(page: Page) -> list[Row]:
    """The rows of buttons; what stood beside the words is a row of its own, the last."""
    rows = [piece for piece in page.pieces if isinstance(piece, Row)]
    return [*rows, *(Row(buttons=(one.button,)) for one in page.pieces if isinstance(one, Beside))]
