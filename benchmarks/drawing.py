"""Pictures of pages, as a chromium shows them; where there is none, the pages alone are left."""

from __future__ import annotations

import re
import shutil
import subprocess
from enum import IntEnum
from pathlib import Path

from PIL import Image

COLOURS = 64
HEIGHT = re.compile(r'data-height="(\d+)"')
MEASURED = "<script>document.body.dataset.height = Math.ceil(document.documentElement.scrollHeight)</script>"


class Scheme(IntEnum):
    """What a reader's system prefers, in chromium's numbers."""

    DARK = 0
    LIGHT = 1


def draw(path: Path, html: str, width: int) -> None:
    """Write the page, and its picture beside it, as high as the page is."""
    path.write_text(html, encoding="utf-8")
    print(path)
    if browser := found():
        screen(path, path.with_suffix(".png"), (width, _height(browser, path.resolve(), html, width)))


def screen(page: Path, picture: Path, size: tuple[int, int], scheme: Scheme = Scheme.LIGHT) -> None:
    """Draw the page as a screen of that width and height shows it, and say so."""
    if browser := found():
        width, height = size
        prefers = f"--blink-settings=preferredColorScheme={scheme:d}"
        into = f"--screenshot={picture.resolve()}"
        _shown(browser, page.resolve(), f"--window-size={width},{height}", prefers, into)
        _small(picture)
        print(picture)


def found() -> str | None:
    """The chromium of this machine; where there is none, that is said."""
    browser = shutil.which("chromium")
    if browser is None:
        print("not drawn: chromium is not installed")
    return browser


def _small(picture: Path) -> None:
    """The same with few colours: text needs no more."""
    with Image.open(picture) as drawn:
        drawn.convert("RGB").quantize(COLOURS).save(picture, optimize=True)


def _height(browser: str, page: Path, html: str, width: int) -> int:
    measured = page.with_suffix(".measured.html")
    measured.write_text(html + MEASURED, encoding="utf-8")
    try:
        told = _shown(browser, measured, f"--window-size={width},100", "--dump-dom")
    finally:
        measured.unlink()
    height = HEIGHT.search(told)
    return int(height[1]) if height else 1_000


def _shown(browser: str, page: Path, *options: str) -> str:
    whole = "--run-all-compositor-stages-before-draw"  # a busy machine would leave out tiles
    command = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", whole, *options, page.as_uri()]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return done.stdout
