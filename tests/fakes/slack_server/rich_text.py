"""Rich text: its sections, lists and quotes, and what stands in them.

Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

from __future__ import annotations

from tests.fakes.slack_server.checks import Check, anything, boolean, by_type, integer, items, one_of, record
from tests.fakes.slack_server.checks import string as text

STYLE = record({}, {"bold": boolean, "italic": boolean, "strike": boolean, "code": boolean})


def _piece(name: str, required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return record({"type": one_of(name), **required}, {"style": STYLE, **(optional or {})})


PIECE = by_type(
    {
        "text": _piece("text", {"text": text(13_200)}),
        "link": _piece("link", {"url": text(3_000)}, {"text": text(13_200), "unsafe": boolean}),
        "channel": _piece("channel", {"channel_id": text(50)}),
        "user": _piece("user", {"user_id": text(50)}),
        "usergroup": _piece("usergroup", {"usergroup_id": text(50)}),
        "emoji": _piece("emoji", {"name": text(100)}),
        "date": _piece(
            "date", {"timestamp": integer(0, 10**11), "format": text(200)}, {"fallback": text(500)}
        ),
    }
)
PIECES = items(PIECE, 1_000)
SECTION = record({"type": one_of("rich_text_section"), "elements": PIECES})
QUOTE = record({"type": one_of("rich_text_quote"), "elements": PIECES}, {"border": integer(0, 1)})
LIST = record(
    {
        "type": one_of("rich_text_list"),
        "style": one_of("bullet", "ordered"),
        "elements": items(SECTION, 1_000),
    },
    {"indent": integer(0, 8), "offset": integer(0, 10_000), "border": integer(0, 1)},
)
ELEMENT = by_type(
    {
        "rich_text_section": SECTION,
        "rich_text_quote": QUOTE,
        "rich_text_list": LIST,
        "rich_text_preformatted": anything,
    }
)
