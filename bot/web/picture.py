"""The time line of what is ahead as a PNG, for places that show no SVG.

A card with its own ground, so that it reads alike on a light and on a dark page, at twice its shown size. The
font is the one Pillow carries (Aileron): a letter it lacks is drawn as a box, never an error.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.texts import say
from bot.web.timeline import Label, Stop, Timeline, timeline
from summarizers.types import Deadline

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

WIDTH = 1440
"""Pixels: 720 as it is shown."""

MARGIN = 56
LINE = 44
"""Pixels from one line of text to the next."""

DATES = 250
"""Pixels of the column of dates."""

LISTED = 12
"""Dates that are listed with their words; the others are counted."""

ABOUT_LINES = 3
ROW = 36
DOT = 12

GROUND, INK, FAINT, ACCENT = "#fdfcf9", "#1d2430", "#667085", "#b3261e"


@dataclass(frozen=True, slots=True)
class _Fonts:
    title: FreeTypeFont | ImageFont
    text: FreeTypeFont | ImageFont
    small: FreeTypeFont | ImageFont


def picture(deadlines: Iterable[Deadline], today: date) -> bytes | None:
    """A PNG of what is not over on `today`, None if nothing is; the same input gives the same bytes.

    It is 1,440 pixels wide and as high as its list needs, at most about 2,000.
    """
    model = timeline(deadlines, today)
    return None if model is None else _drawn(model)


def _drawn(model: Timeline) -> bytes:
    # Imported when a picture is asked for: no other command needs to wait for it.
    from PIL import Image, ImageDraw, ImageFont

    fonts = _Fonts(*(ImageFont.load_default(size) for size in (44, 32, 24)))
    rows = [(stop, _wrapped(_about(stop), fonts.text)) for stop in model.stops[:LISTED]]
    hidden = len(model.stops) - len(rows)
    top = _list_top(model)
    height = top + sum(LINE * len(lines) + 16 for _, lines in rows) + (LINE if hidden else 0) + MARGIN
    image = Image.new("RGB", (WIDTH, height), GROUND)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, MARGIN), say("timeline.title"), font=fonts.title, fill=INK)
    _draw_line(draw, model, fonts)
    bottom = _draw_list(draw, rows, top, fonts)
    if hidden:
        draw.text((MARGIN, bottom), say("timeline.more", dates=hidden), font=fonts.small, fill=FAINT)
    kept = io.BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _axis() -> int:
    return MARGIN + 130


def _list_top(model: Timeline) -> int:
    return _axis() + 40 + ROW * model.rows + 40


def _place(x: float) -> float:
    """Pixels from the left of a place in per cent of the line."""
    return MARGIN + x / 100 * (WIDTH - 2 * MARGIN)


def _draw_line(draw: ImageDraw, model: Timeline, fonts: _Fonts) -> None:
    """The line with its ticks above, its stops on it and their dates below."""
    axis = _axis()
    draw.line([(MARGIN, axis), (WIDTH - MARGIN, axis)], fill=FAINT, width=3)
    for tick in (*model.ticks, *([model.today] if model.today else [])):
        draw.line([(_place(tick.x), axis - 12), (_place(tick.x), axis)], fill=FAINT, width=3)
        _label(draw, tick, axis - 46, fonts.small, FAINT)
    for stop in sorted(model.stops, key=lambda one: one.x == one.end):
        _draw_stop(draw, stop, axis)
        if stop.row is not None:
            _label(draw, stop.label, axis + 28 + ROW * stop.row, fonts.small, INK)


def _draw_stop(draw: ImageDraw, stop: Stop, axis: int) -> None:
    """A dot for a day, a slimmer bar for a period; what is not certain is drawn hollow."""
    radius = DOT if stop.x == stop.end else DOT - 4
    box = [_place(stop.x) - radius, axis - radius, _place(stop.end) + radius, axis + radius]
    fill = ACCENT if stop.certain else GROUND
    draw.rounded_rectangle(box, radius=radius, fill=fill, outline=ACCENT, width=4)


def _label(draw: ImageDraw, label: Label, y: int, font: FreeTypeFont | ImageFont, fill: str) -> None:
    anchor = {"start": "la", "middle": "ma", "end": "ra"}[label.anchor]
    draw.text((_place(label.x), y), _drawable(label.text), font=font, fill=fill, anchor=anchor)


def _drawable(text: str) -> str:
    """`text` with the dashes that the font lacks as hyphens."""
    return text.replace("–", "-").replace("—", "-")


def _draw_list(draw: ImageDraw, rows: Sequence[tuple[Stop, list[str]]], top: int, fonts: _Fonts) -> int:
    """Each date with what it is about; return where the list ends."""
    for stop, lines in rows:
        draw.text((MARGIN, top), _drawable(stop.label.text), font=fonts.text, fill=ACCENT)
        for number, line in enumerate(lines):
            draw.text((MARGIN + DATES, top + LINE * number), line, font=fonts.text, fill=INK)
        top += LINE * len(lines) + 16
    return top


def _about(stop: Stop) -> str:
    """What falls due then, each thing with its own doubt."""
    told = (
        about if sure else f"{about} ({say('certainty.tentative')})"
        for about, sure in zip(stop.abouts, stop.sure, strict=True)
    )
    return _drawable(" · ".join(one[:1].upper() + one[1:] for one in told))


def _wrapped(text: str, font: FreeTypeFont | ImageFont) -> list[str]:
    """`text` in lines that fit beside the dates, at most `ABOUT_LINES`, the last with an ellipsis."""
    lines = list(_lines(text, font))
    if len(lines) <= ABOUT_LINES:
        return lines
    return [*lines[: ABOUT_LINES - 1], lines[ABOUT_LINES - 1][:-1] + "…"]


def _lines(text: str, font: FreeTypeFont | ImageFont) -> Iterator[str]:
    """Lines broken between words, and within a word that is longer than a line."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if _fits(longer, font):
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, font)
        yield from whole
    yield line


def _pieces(word: str, font: FreeTypeFont | ImageFont) -> Iterator[str]:
    """A word in pieces that fit, mostly one."""
    while not _fits(word, font):
        size = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or _fits(word[:n], font))
        yield word[:size]
        word = word[size:]
    yield word


def _fits(text: str, font: FreeTypeFont | ImageFont) -> bool:
    return font.getlength(text) <= WIDTH - 2 * MARGIN - DATES
