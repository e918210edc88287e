"""The time line of what is ahead as a PNG, for places that show no SVG.

A card with its own ground, so that it reads alike on a light and on a dark page, at twice its shown size. The
font is Source Sans: Latin, Greek and Cyrillic; a letter it lacks is drawn as a box, never an error.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.texts import say
from bot.web.timeline import Label, Stop, Timeline, timeline
from summarizers.types import Deadline

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH = 1440
"""Pixels: 720 as it is shown."""

MARGIN = 56
LINE = 44
"""Pixels from one line of text to the next."""

DATES, GAP = 210, 40
"""Pixels of the column of dates where none is longer, and from the longest one to its words."""

LISTED = 12
"""Deadlines that are listed with their words; the others are counted."""

ABOUT_LINES = 3
ROW = 36
DOT, RING = 12, 4
"""Pixels of a dot from its middle, and of the ground around it, which keeps two that touch apart."""

GROUND, INK, FAINT, ACCENT, TINT = "#fdfcf9", "#1d2430", "#667085", "#b3261e", "#ecc4bf"


@dataclass(frozen=True, slots=True)
class _Fonts:
    title: FreeTypeFont
    text: FreeTypeFont
    small: FreeTypeFont


def picture(deadlines: Iterable[Deadline], today: date) -> bytes | None:
    """A PNG of what is not over on `today`, None if nothing is; the same input gives the same bytes.

    It is 1,440 pixels wide and as high as its list needs, at most about 2,000.
    """
    model = timeline(deadlines, today)
    return None if model is None else _drawn(model)


def _drawn(model: Timeline) -> bytes:
    # Imported when a picture is asked for: no other command needs to wait for it.
    from PIL import Image, ImageDraw

    fonts = _Fonts(*(_font(size) for size in (48, 34, 26)))
    dates = max(DATES, *(round(fonts.text.getlength(stop.label.text)) for stop in model.stops)) + GAP
    told = list(_told(model))
    rows = [(when, _wrapped(about, fonts.text, dates)) for when, about in told[:LISTED]]
    hidden, top = len(told) - len(rows), _list_top(model)
    height = top + sum(LINE * len(lines) + 16 for _, lines in rows) + (LINE if hidden else 0) + MARGIN
    image = Image.new("RGB", (WIDTH, height), GROUND)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, MARGIN), say("timeline.title"), font=fonts.title, fill=INK)
    _draw_line(draw, model, fonts)
    bottom = _draw_list(draw, rows, top, dates, fonts)
    if hidden:
        draw.text((MARGIN, bottom), say("timeline.more", number=hidden), font=fonts.small, fill=FAINT)
    kept = io.BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _font(size: int) -> FreeTypeFont:
    """Source Sans Pro, which a package brings along; laid out simply, the same whatever is installed."""
    from PIL.ImageFont import Layout, truetype

    file = files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf"
    return truetype(io.BytesIO(file.read_bytes()), size, layout_engine=Layout.BASIC)


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
    for stop in sorted(model.stops, key=lambda one: one.x - one.end):
        _draw_stop(draw, stop, axis)
        if stop.row is not None:
            _label(draw, stop.label, axis + 28 + ROW * stop.row, fonts.small, INK)


def _draw_stop(draw: ImageDraw, stop: Stop, axis: int) -> None:
    """A dot for a day, a slimmer and paler bar for a period; what is not certain is drawn hollow.

    Longer periods come first, so that a shorter one within them is seen.
    """
    is_day = stop.x == stop.end
    radius = DOT if is_day else DOT - 4
    fill = (ACCENT if is_day else TINT) if stop.certain else GROUND
    for size, colour, edge in ((radius + RING, GROUND, GROUND), (radius, fill, ACCENT)):
        box = (_place(stop.x) - size, axis - size, _place(stop.end) + size, axis + size)
        draw.rounded_rectangle(box, radius=size, fill=colour, outline=edge, width=4 if is_day else 2)


def _label(draw: ImageDraw, label: Label, y: int, font: FreeTypeFont, fill: str) -> None:
    anchor = {"start": "la", "middle": "ma", "end": "ra"}[label.anchor]
    draw.text((_place(label.x), y), label.text, font=font, fill=fill, anchor=anchor)


def _draw_list(
    draw: ImageDraw, rows: Sequence[tuple[str, list[str]]], top: int, dates: int, fonts: _Fonts
) -> int:
    """Each date with what it is about; return where the list ends."""
    for when, lines in rows:
        draw.text((MARGIN, top), when, font=fonts.text, fill=ACCENT)
        for number, line in enumerate(lines):
            draw.text((MARGIN + dates, top + LINE * number), line, font=fonts.text, fill=INK)
        top += LINE * len(lines) + 16
    return top


def _told(model: Timeline) -> Iterator[tuple[str, str]]:
    """Each deadline with its own doubt, the first of a date beside that date."""
    for stop in model.stops:
        when = stop.label.text
        for about, sure in zip(stop.abouts, stop.sure, strict=True):
            said = about if sure else f"{about} ({say('certainty.tentative')})"
            yield when, said[:1].upper() + said[1:]
            when = ""


def _wrapped(text: str, font: FreeTypeFont, dates: int) -> list[str]:
    """`text` in lines that fit beside the dates, at most `ABOUT_LINES`, the last with an ellipsis."""
    lines = list(_lines(text, font, WIDTH - 2 * MARGIN - dates))
    if len(lines) <= ABOUT_LINES:
        return lines
    last = lines[ABOUT_LINES - 1]
    return [*lines[: ABOUT_LINES - 1], (last.rpartition(" ")[0] or last[:-1]) + "…"]


def _lines(text: str, font: FreeTypeFont, most: float) -> Iterator[str]:
    """Lines broken between words, and within a word that is longer than a line."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= most:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, font, most)
        yield from whole
    yield line


def _pieces(word: str, font: FreeTypeFont, most: float) -> Iterator[str]:
    """A word in pieces that fit, mostly one."""
    while font.getlength(word) > most:
        size = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or font.getlength(word[:n]) <= most)
        yield word[:size]
        word = word[size:]
    yield word
