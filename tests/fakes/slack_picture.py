"""Block Kit JSON as an HTML page, near enough to Slack's look to judge a layout by."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from bot.texts import say
from tests.fakes.slack_server.nouns import Json

WIDTH = 720
PALETTES = {
    "light": {"page": "#ffffff", "text": "#1d1c1d", "small": "#5c5b5d", "line": "#dddcdd", "edge": "#bbbabb"},
    "dark": {"page": "#1a1d21", "text": "#d1d2d3", "small": "#a5a6a8", "line": "#35373b", "edge": "#565856"},
}
PALETTES["light"] |= {"link": "#1264a3", "button": "#ffffff", "go": "#007a5a", "badge": "#e8e8e8"}
PALETTES["dark"] |= {"link": "#1d9bd1", "button": "#222529", "go": "#148567", "badge": "#35373b"}
FONTS = 'Lato, "Noto Sans", "DejaVu Sans", sans-serif'
STYLE = """
body {{ background: {page}; color: {text}; font: 15px/1.46 {fonts}; width: 640px; margin: 0 auto;
  padding: 20px 0; }}
.who {{ font-weight: bold; margin-bottom: 2px; }} .who .at {{ color: {small}; font: 12px {fonts}; }}
.app {{ background: {badge}; color: {small}; font: bold 10px/1 {fonts}; border-radius: 3px; padding: 2px 4px;
  margin: 0 6px; }}
h2 {{ font-size: 18px; line-height: 1.3; margin: 8px 0; }}
.context, .hint {{ color: {small}; font-size: 13px; }}
.rich {{ margin: 6px 0; white-space: pre-wrap; }} ul {{ margin: 2px 0; padding-left: 22px; }}
li {{ margin: 2px 0; }}
blockquote {{ border-left: 4px solid {line}; margin: 4px 0; padding-left: 10px; }}
a, .channel {{ color: {link}; text-decoration: none; }}
hr {{ border: 0; border-top: 1px solid {line}; margin: 14px 0; }}
button {{ font: bold 13px {fonts}; border: 1px solid {edge}; border-radius: 4px; background: {button};
  color: {text}; padding: 6px 12px; margin: 6px 6px 6px 0; }}
button.primary {{ background: {go}; border-color: {go}; color: #fff; }}
label {{ display: block; font-weight: bold; margin-top: 14px; }}
.field {{ border: 1px solid {edge}; border-radius: 4px; padding: 6px 10px; margin: 4px 0; min-height: 22px; }}
.mark {{ display: inline-block; margin-right: 16px; white-space: nowrap; }} .open {{ float: right; }}
"""
MENUS = {"static_select", "external_select"}
"""Of these the one that is chosen is shown, the others when it is opened."""


def page(shown: Json, names: dict[str, str], theme: str) -> str:
    """A message or view as a whole page; `names` has the channels' names by their ids."""
    title = (shown.get("title") or {}).get("text", "")
    last = (shown.get("submit") or {}).get("text", "")
    parts = [f"<h2>{escape(title)}</h2><hr>" if title else ""]
    parts += [_BLOCKS[block["type"]](block, names) for block in shown["blocks"]]
    parts.append(f'<p><button class="primary">{escape(last)}</button></p>' if last else "")
    who = "" if shown.get("type") in {"modal", "home"} else WHO
    style = STYLE.format(**PALETTES[theme], fonts=FONTS)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{who}{''.join(parts)}"


WHO = f'<div class="who">{say("app")}<span class="app">APP</span><span class="at">8:00 AM</span></div>'


def _header(block: Json, _names: dict[str, str]) -> str:
    return f"<h2>{escape(block['text']['text'])}</h2>"


def _context(block: Json, _names: dict[str, str]) -> str:
    return f'<div class="context">{" ".join(escape(one["text"]) for one in block["elements"])}</div>'


def _divider(_block: Json, _names: dict[str, str]) -> str:
    return "<hr>"


def _actions(block: Json, _names: dict[str, str]) -> str:
    return f"<div>{''.join(map(_button, block['elements']))}</div>"


def _button(element: Json) -> str:
    return f'<button class="{escape(element.get("style", ""))}">{escape(element["text"]["text"])}</button>'


def _rich(block: Json, names: dict[str, str]) -> str:
    return f'<div class="rich">{"".join(_element(one, names) for one in block["elements"])}</div>'


def _element(element: Json, names: dict[str, str]) -> str:
    if element["type"] == "rich_text_list":
        return f"<ul>{''.join(f'<li>{_pieces(one, names)}</li>' for one in element['elements'])}</ul>"
    tag = "blockquote" if element["type"] == "rich_text_quote" else "div"
    return f"<{tag}>{_pieces(element, names)}</{tag}>"


def _pieces(section: Json, names: dict[str, str]) -> str:
    return "".join(_piece(one, names) for one in section["elements"])


def _piece(piece: Json, names: dict[str, str]) -> str:
    if piece["type"] == "channel":
        return f'<b class="channel">#{escape(names[piece["channel_id"]])}</b>'
    said = escape(piece.get("text") or piece.get("fallback") or piece["url"])
    for name, tag in (("bold", "b"), ("italic", "i")):
        said = f"<{tag}>{said}</{tag}>" if (piece.get("style") or {}).get(name) else said
    return f'<a href="#">{said}</a>' if piece["type"] == "link" else said


def _input(block: Json, _names: dict[str, str]) -> str:
    hint = f'<div class="hint">{escape(block["hint"]["text"])}</div>' if block.get("hint") else ""
    optional = ' <span class="hint">(optional)</span>' if block.get("optional") else ""
    label = f"<label>{escape(block['label']['text'])}{optional}</label>"
    return f'{label}<div class="field">{_value(block["element"])}</div>{hint}'


def _value(element: Json) -> str:
    if element["type"] in MENUS:
        return f'<span class="open">▾</span>{_held(element)}'
    if "options" in element:
        chosen = element.get("initial_options", [])
        marks = ((one in chosen, one["text"]["text"]) for one in element["options"])
        return "".join(f'<span class="mark">{"☑" if on else "☐"} {escape(text)}</span>' for on, text in marks)
    return _held(element)


def _held(element: Json) -> str:
    chosen = (element.get("initial_option") or {}).get("text", {}).get("text", "")
    return escape(element.get("initial_value") or element.get("initial_time") or chosen) or "&nbsp;"


_BLOCKS: dict[str, Callable[[Json, dict[str, str]], str]] = {
    "header": _header,
    "context": _context,
    "divider": _divider,
    "actions": _actions,
    "rich_text": _rich,
    "input": _input,
}
