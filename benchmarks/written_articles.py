"""Articles written for this repository, their sentences marked in the form of the labelled set.

`benchmarks/written/*.txt`: an article begins with `## id` and lines of `name: value`; then, after an empty
line, its paragraphs, a line each. Behind a sentence stands what it carries, in braces: `A1` an agreement,
`T2` a tension, `D1=2025-04-04` a deadline with its day or `first..last`; `!` marks a key item, `~` a
tentative one, `a?` what a careful reader could call an agreement. The marks were set before any engine had
read the articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from summarizers.text.sentences import split

Json = dict[str, Any]

FOLDER: Final = Path(__file__).parent / "written"
TUNED: Final = ("talks", "chambers", "wires", "dispatches", "columns", "papers")
"""Files that were read while rules were mended; the others were kept for counting."""

SEALED: Final = ("sealed", "closed")
"""Of those, what no variant was chosen by: scored at first sight and once an engine is done."""

_SECTIONS: Final = {"A": "agreement", "T": "tension", "D": "deadline"}
_MARKS: Final = re.compile(r"\s*\{([^{}]*)\}\s*")
_MARK: Final = re.compile(
    r"(?P<item>[ATD]\d+)(?P<flags>[!~]*)(?:=(?P<start>[\d-]+)(?:\.\.(?P<end>[\d-]+))?)?$"
)
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Written:
    """One article with its labels, both as the labelled set has them."""

    article: Json
    labels: Json


@dataclass(slots=True)
class _Reading:
    """What was gathered of one article so far."""

    body: str = ""
    carried: list[tuple[int, str]] = field(default_factory=list)


def written(name: str) -> list[Written]:
    """The articles of one file, by its name without `.txt`."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [_one(block) for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]


def names() -> list[str]:
    """The files, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _one(block: str) -> Written:
    head, _, text = block.partition("\n\n")
    key, *lines = head.splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    reading = _Reading()
    for paragraph in filter(None, map(str.strip, text.splitlines())):
        _read(paragraph, reading)
    article = {"id": key, "body": reading.body, **{k: told[k] for k in ("title", "source", "published")}}
    labels = {"id": key, "group": told["group"], "gist": told["gist"], **_labelled(key, reading)}
    return Written(article, labels)


def _read(paragraph: str, reading: _Reading) -> None:
    """Add a paragraph without its marks, and where each mark stood."""
    reading.body += "\n" if reading.body else ""
    parts = _MARKS.split(paragraph)
    for at in range(0, len(parts), 2):
        reading.body += (" " if at and parts[at] else "") + parts[at]
        if at + 1 < len(parts):
            reading.carried.append((len(reading.body) - 1, parts[at + 1]))


def _labelled(key: str, reading: _Reading) -> Json:
    """Sentences, items and deadlines; ValueError where a mark is not understood."""
    sentences: list[Json] = []
    items: Json = {}
    deadlines: Json = {}
    for one in split(reading.body):
        marks = " ".join(mark for at, mark in reading.carried if one.start <= at < one.end).split()
        sure = [_MARK.match(mark) for mark in marks if not mark.endswith("?")]
        if None in sure:
            raise ValueError(f"{key}: {marks} is no mark")
        found = [mark for mark in sure if mark is not None]
        for mark in found:
            _take(mark, items, deadlines)
        sentences.append(
            {
                "i": one.index,
                "start": one.start,
                "end": one.end,
                "labels": sorted({_SECTIONS[mark["item"][0]] for mark in found}) or ["none"],
                "item": [mark["item"].lower() for mark in found],
                "maybe": [_SECTIONS[mark[0].upper()] for mark in marks if mark.endswith("?")],
                "first_20_chars": one.text[:_SHOWN],
            }
        )
    return {"sentences": sentences, "items": list(items.values()), "deadlines": list(deadlines.values())}


def _take(mark: re.Match[str], items: Json, deadlines: Json) -> None:
    """Keep the item that a mark names, once; a key one is key wherever it says so."""
    name = mark["item"].lower()
    item = items.setdefault(name, {"item": name, "section": _SECTIONS[mark["item"][0]], "key": False})
    item["key"] = item["key"] or "!" in mark["flags"]
    item["status"] = "tentative" if "~" in mark["flags"] else item.get("status", "agreed")
    if mark["start"]:
        day = {"item": name, "iso": mark["start"], "upcoming": True}
        deadlines[name] = day | ({"end": mark["end"]} if mark["end"] else {})
