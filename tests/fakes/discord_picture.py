"""A Discord message as an HTML page, near enough to Discord's look to judge a layout by, light and dark."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape

from tests.fakes.discord_server.state import Json

WIDTH = 692
PALETTES = {
    "light": {"page": "#ffffff", "box": "#f8f8f9", "edge": "#e1e1e4", "text": "#2f3035", "small": "#5d5e66"},
    "dark": {"page": "#1a1a1e", "box": "#242429", "edge": "#3a3a41", "text": "#dfe0e2", "small": "#9b9ca3"},
}
LINKS = {"light": "#0068e0", "dark": "#68a5ff"}
FONTS = '"gg sans", "Noto Sans", "DejaVu Sans", sans-serif'
STYLE = """
body {{ background: {page}; color: {text}; font: 15px/1.4 {fonts};
  width: 640px; margin: 0 auto; padding: 18px 0; }}
.name {{ font-weight: bold; margin-bottom: 4px; }} .app {{ background: #5865f2; color: #fff; font-size: 10px;
  border-radius: 4px; padding: 1px 5px; margin-left: 4px; vertical-align: 2px; }}
.box {{ background: {box}; border: 1px solid {edge}; border-radius: 8px; padding: 12px 16px; }}
hr {{ border: 0; border-top: 1px solid {edge}; margin: 10px 0; }}
.section {{ display: flex; justify-content: space-between; align-items: flex-start; }}
h2 {{ font-size: 20px; margin: 4px 0; }} h3 {{ font-size: 16px; margin: 10px 0 2px; }}
.small {{ color: {small}; font-size: 12.5px; }} ul {{ margin: 2px 0; padding-left: 22px; }}
blockquote {{ border-left: 4px solid {edge}; margin: 4px 0; padding-left: 10px; }}
a {{ color: {link}; text-decoration: none; }}
.time {{ background: {edge}; border-radius: 3px; padding: 0 2px; }}
button {{ font: 500 14px {fonts}; border: 0; border-radius: 8px; color: {text};
  background: {edge}; padding: 7px 14px; margin: 8px 8px 0 0; }} button.primary {{ background: #5865f2;
  color: #fff; }}
label {{ display: block; font-weight: 600; margin-top: 14px; }}
.field {{ background: {page}; border: 1px solid {edge}; border-radius: 8px; padding: 8px 12px; margin: 4px 0;
  min-height: 21px; }}
.mark {{ display: inline-block; margin-right: 16px; white-space: nowrap; }} .open {{ float: right; }}
"""
ROW, BUTTON, SECTION, TEXT, SEPARATOR, CONTAINER = 1, 2, 9, 10, 14, 17
PRIMARY = 1
MENUS = {3, 6}
"""Of texts and of roles; where only one may be chosen, it alone is shown until the menu is opened."""
_LINE = re.compile(r"(?P<mark>## |### |-# |- |> )?(?P<rest>.*)", re.DOTALL)
_TAGS = {"## ": "<h2>{}</h2>", "### ": "<h3>{}</h3>", "-# ": '<div class="small">{}</div>'}
_TAGS |= {"- ": "<ul><li>{}</li></ul>", "> ": "<blockquote>{}</blockquote>"}
_PIECE = re.compile(
    r"\\(?P<plain>[\\*_~`|<\[\]])|\[(?P<said>(?:\\.|[^\]\\])+)\]\((?P<url>[^)]+)\)|<t:(?P<at>\d+):(?P<style>[FR])>"
    r"|\*\*(?P<bold>(?:\\.|[^*\\])+)\*\*|\*(?P<thin>(?:\\.|[^*\\])+)\*"
)


def message(shown: Json, theme: str) -> str:
    """A message of the bot as a whole page."""
    name = f'<div class="name">{escape(shown["author"]["username"])}<span class="app">APP</span></div>'
    return _page(name + "".join(map(_part, shown["components"])), theme)


def form(modal: Json, theme: str) -> str:
    """A form as a whole page."""
    fields = "".join(map(_field, modal["components"]))
    submit = '<button class="primary">Submit</button>'
    return _page(f'<div class="box"><h2>{escape(modal["title"])}</h2>{fields}{submit}</div>', theme)


def _page(body: str, theme: str) -> str:
    style = STYLE.format(**PALETTES[theme], link=LINKS[theme], fonts=FONTS)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{body}"


def _field(label: Json) -> str:
    part = label["component"]
    optional = "" if part.get("required", True) else ' <span class="small">(optional)</span>'
    hint = f'<div class="small">{escape(label["description"])}</div>' if label.get("description") else ""
    return f'<label>{escape(label["label"])}{optional}</label>{hint}<div class="field">{_value(part)}</div>'


def _value(part: Json) -> str:
    if part["type"] in MENUS and part.get("max_values", 1) == 1:
        chosen = [one["label"] for one in part.get("options", ()) if one.get("default")]
        return f'<span class="open">▾</span>{escape("".join(chosen)) or "&nbsp;"}'
    if "options" in part:
        marks = ((one.get("default"), one["label"]) for one in part["options"])
        return "".join(f'<span class="mark">{"☑" if on else "☐"} {escape(text)}</span>' for on, text in marks)
    return escape(part.get("value") or "") or "&nbsp;"


def _part(part: Json) -> str:
    if part["type"] == TEXT:
        return "".join(map(_line, part["content"].split("\n")))
    inner = "".join(map(_part, part.get("components") or []))
    if part["type"] == BUTTON:
        kind = "primary" if part.get("style") == PRIMARY else ""
        return f'<button class="{kind}">{escape(part["label"])}</button>'
    if part["type"] == SECTION:
        return f'<div class="section"><div>{inner}</div>{_part(part["accessory"])}</div>'
    if part["type"] == SEPARATOR:
        return "<hr>"
    return f'<div class="box">{inner}</div>' if part["type"] == CONTAINER else f"<div>{inner}</div>"


def _line(line: str) -> str:
    found = _LINE.fullmatch(line)
    mark, rest = (found["mark"] or "", found["rest"]) if found else ("", line)
    return _TAGS.get(mark, "<div>{}</div>").replace("{}", _inline(rest))


def _inline(text: str) -> str:
    made, at = [], 0
    for found in _PIECE.finditer(text):
        made += [escape(text[at : found.start()]), _piece(found)]
        at = found.end()
    return "".join([*made, escape(text[at:])])


def _piece(found: re.Match[str]) -> str:
    if found["plain"]:
        return escape(found["plain"])
    if found["url"]:
        return f'<a href="#">{_inline(found["said"])}</a>'
    if found["at"]:
        at = datetime.fromtimestamp(int(found["at"]), UTC)
        return f'<span class="time">{at:%A, %d %B %Y %H:%M}</span>' if found["style"] == "F" else ""
    tag, inner = ("b", found["bold"]) if found["bold"] else ("i", found["thin"])
    return f"<{tag}>{_inline(inner)}</{tag}>"
