"""A form's page as a modal, and what comes back from one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from bot.domain.action import Action, ActionName
from bot.domain.form import OPENERS, Choice, Field, FieldKind, Form, FormName
from bot.platforms.discord.place import is_id

if TYPE_CHECKING:
    from discord import SelectOption
    from discord.ui import Label, Modal

FORM = "form:"
"""Begins the custom_id of a modal; the form's code follows."""

PAGE = "page:"
"""Begins that of a button which opens a page of a form; its number and the action follow."""

LABEL_MOST, HINT_MOST, TEXT_MOST = 45, 100, 4_000
"""docs.discord.com, "Component Reference": labels, their descriptions, text inputs."""


def modal(form: Form, page: int) -> Modal:
    """A page of the form; one that is not there is the first."""
    from discord import ui

    made = ui.Modal(title=form.title, custom_id=f"{FORM}{form.code}")
    for field in form.pages[page if page < len(form.pages) else 0]:
        made.add_item(_labelled(field))
    # Answers come as events, also after a restart: the library need not wait for them.
    made.stop()
    return made


def opener(code: str) -> Action:
    """The action that opens a form again, by its code."""
    name, _, target = code.partition(":")
    known = name in list(FormName)
    return Action(
        name=OPENERS[FormName(name)] if known else ActionName.UNKNOWN, target=target if known else ""
    )


def page_id(page: int, action: Action) -> str:
    """The custom_id of the button that opens a page."""
    return f"{PAGE}{page}:{action.code}"


def page_of(custom_id: str) -> tuple[int, str]:
    """The page that a button asks for, and the code of its action; the first page for any other button."""
    if not custom_id.startswith(PAGE):
        return 0, custom_id
    number, _, code = custom_id.removeprefix(PAGE).partition(":")
    return (int(number) if is_id(number) else 0), code


def values_of(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What was filled in, by field; a field that was left empty has no values."""
    return {str(part["custom_id"]): tuple(_filled(part)) for part in _parts(data)}


def _parts(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for row in data.get("components") or ():
        inner = row.get("component")
        yield from [inner] if inner else row.get("components") or ()


def _filled(part: Mapping[str, Any]) -> Iterator[str]:
    if str(part.get("value") or "").strip():
        yield str(part["value"])
    yield from map(str, part.get("values") or ())


def _labelled(field: Field) -> Label[Any]:
    from discord import ui

    hint = shorten(field.hint, HINT_MOST, placeholder=" …") if field.hint else None
    return ui.Label(text=field.label[:LABEL_MOST], description=hint, component=_input(field))


def _input(field: Field) -> Any:
    from discord import Object, SelectDefaultValue, SelectDefaultValueType, TextStyle, ui

    if field.kind is FieldKind.ROLE:
        held = [
            SelectDefaultValue(id=Object(int(one)).id, type=SelectDefaultValueType.role)
            for one in field.values
            if is_id(one)
        ]
        return ui.RoleSelect[Any](
            custom_id=field.name, default_values=held, required=field.required, min_values=int(field.required)
        )
    if field.kind in {FieldKind.CHOICE, FieldKind.CHOICES}:
        return ui.Select[Any](
            custom_id=field.name,
            options=[_offered(choice, field) for choice in field.choices],
            min_values=int(field.required),
            max_values=len(field.choices) if field.kind is FieldKind.CHOICES else 1,
            required=field.required,
        )
    return ui.TextInput[Any](
        custom_id=field.name,
        style=TextStyle.paragraph if field.kind is FieldKind.LONG_TEXT else TextStyle.short,
        default="".join(field.values)[: field.most],
        required=field.required,
        max_length=min(field.most, TEXT_MOST),
    )


def _offered(choice: Choice, field: Field) -> SelectOption:
    from discord import SelectOption

    return SelectOption(label=choice.label, value=choice.value, default=choice.value in field.values)
