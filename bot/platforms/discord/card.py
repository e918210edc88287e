"""A page as a Components V2 view, with the ids by which it is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.action import Button
from bot.platforms.discord.marker import marker_of
from bot.platforms.discord.pages import Beside, Page, Piece, Row, Rule

if TYPE_CHECKING:
    from discord.ui import LayoutView

LABEL_MOST = 80
"""Characters of a button's label (docs.discord.com, "Component Reference")."""


def card(page: Page, delivery_id: str = "", ping: str = "") -> LayoutView:
    """The view of a page; `ping`, ours and never of an article, is mentioned above it."""
    from discord import ui

    marker = marker_of(delivery_id) if delivery_id else None
    frame: ui.Container[Any] = ui.Container(id=marker.container if marker else None)
    for n, piece in enumerate(page.pieces):
        known = marker.first if marker and n == 0 else None
        frame.add_item(_item(piece, f"{ping}\n" if ping and n == 0 else "", known))
    view = ui.LayoutView(timeout=None)
    view.add_item(frame)
    return view


def _item(piece: Piece, before: str, known: int | None) -> Any:
    from discord import ui

    if isinstance(piece, Row):
        return ui.ActionRow(*buttons_of(piece), id=known)
    if isinstance(piece, Rule):
        return ui.Separator(id=known)
    if isinstance(piece, Beside):
        return ui.Section(before + piece.text, accessory=_button(piece.button, None), id=known)
    return ui.TextDisplay(before + piece.text, id=known)


def buttons_of(row: Row, line: int | None = None) -> list[Any]:
    """The buttons of a row; `line` is its number where a view has rows by number."""
    return [_button(one, line) for one in row.buttons]


def _button(button: Button, line: int | None) -> Any:
    from discord import ButtonStyle, ui

    style = ButtonStyle.primary if button.primary else ButtonStyle.secondary
    return ui.Button(label=button.label[:LABEL_MOST], custom_id=button.action.code, style=style, row=line)
