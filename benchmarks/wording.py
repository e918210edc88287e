"""How the default engine's bullets read to somebody who has nothing but them, as a table.

    python benchmarks/wording.py [ARTICLES.jsonl …]

Each file of articles (by default the bundled demo) is one column. The patterns are this program's own, not
those by which the engine decides: they also count what it does not look for.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.train_sections import read_lines
from summarizers.engines.extractive import Extractive
from summarizers.grounding.guard import supports
from summarizers.text.tokens import content, words
from summarizers.types import MAX_POINT_CHARS, Budget
from summarizers.wire import story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizers.types import Document, Point, Summary

_DEMO: Final = Path(__file__).parent.parent / "config" / "demo" / "articles.jsonl"
_SAME: Final = 0.6
"""Share of the shorter bullet's words of meaning from which two bullets of a section tell one fact."""

_POINTS_BACK: Final = re.compile(
    r"[“\"]?(?:He|She|It|They|His|Her|Its|Their|This|These|Those"
    r"|Both (?:sides|men|women|governments|countries)"
    r"|That (?!the\b)|The (?:two|other|latter|former)\b)(?=\s)"
    r"(?!It (?:is|was|will be|would be|has been) \w+ (?:that|to|whether)\b)"
)
_OBJECT: Final = re.compile(
    r"\b(?:reject|den(?:y|i)|dismiss|disput|welcom|condemn|oppos|accept|refus|challeng|support|approv|call)[a-z]*"
    r" (?:it|that|this|them|those|these)(?=[.,;]|$)"
)
_NAMED: Final = re.compile(
    r"(?<!^)(?<![.!?] )(?<![“\"])\b[A-Z][\w’'.-]*|^(?!The\b|An?\b|In\b|On\b|At\b)[A-Z]\w+|\d"
)
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|does|did|do|\w+ed|\w{2,}s|made"
    r"|took|gave|met|won|lost|told|began|came|left|held|kept|put|set|cut|hit|let|sent|sold|bought|paid|built|got"
    r"|went|saw|found|brought|broke|chose|fell|rose|led|struck|wrote|spoke|withdrew|drew|fought|sought|became|ran"
    r"|said|say|want|plan|need|remain|agree|oppose|reject|expect|hope|fear|seek|face|call)\b|n[’']t\b"
)
_QUOTED: Final = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
_BRACKETED: Final = re.compile(r"\((?:on|by|before|until|from|within) \d{1,2} [A-Z][a-z]+ \d{4}[^()]*\)\.$")
_OPENS: Final = re.compile(
    r"(?:Yesterday|Today|Also|But|And|However|Meanwhile"
    r"|(?:Late |Early )?[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


_FAULTS: Final[dict[str, Callable[[str], bool]]] = {
    "opens with a pronoun or `the two sides`": lambda text: _POINTS_BACK.match(text) is not None,
    "accepts, denies … `it` or `that`": lambda text: _OBJECT.search(text) is not None,
    "names nobody and no figure": lambda text: _NAMED.search(text) is None,
    "has no verb outside its quotation": lambda text: (
        _VERB.search(_QUOTED.sub("", text)) is None and ": " not in text
    ),
    "a date in brackets for want of a clause": lambda text: _BRACKETED.search(text) is not None,
    "opens with a day or a linking word": lambda text: _OPENS.match(text) is not None,
    f"longer than {MAX_POINT_CHARS} characters": lambda text: len(text) > MAX_POINT_CHARS,
}


def faults(point: Point, quotes: list[str]) -> Iterator[str]:
    """What a reader would stumble over in one bullet."""
    yield from (name for name, is_one in _FAULTS.items() if is_one(point.text))
    if not supports(point.text, quotes):
        yield "the guard refuses it"


def pairs(points: tuple[Point, ...]) -> Iterator[str]:
    """What two bullets of one section say both."""
    for one, other in combinations(points, 2):
        if one.section is not other.section:
            continue
        mine, theirs = (frozenset(content(words(point.text))) for point in (one, other))
        if one.text == other.text:
            yield "the same words twice in a section"
        elif len(mine & theirs) >= _SAME * min(len(mine), len(theirs)):
            yield "one fact twice in a section"


def judged(taken: Document, summary: Summary) -> Counter[str]:
    """How often each fault is in one briefing."""
    found: Counter[str] = Counter(bullets=len(summary.points))
    for point in summary.points:
        quotes = [taken.body[span.start : span.end] for span in point.evidence]
        found.update(faults(point, quotes))
        found["cites more than one sentence"] += len(quotes) > 1
    found.update(pairs(summary.points))
    if summary.gist is not None:
        found["gists"] += 1
        found["gist points back"] += _POINTS_BACK.match(summary.gist.text) is not None
        found["gist opens with a day or a linking word"] += _OPENS.match(summary.gist.text) is not None
    return found


def table(path: Path) -> Counter[str]:
    """The sums over the articles in `path`."""
    found: Counter[str] = Counter()
    engine = Extractive()
    for line in read_lines(path):
        (taken,) = story(line, dated=line.get("published") is not None)
        found.update(judged(taken, engine.summarize((taken,), Budget())))
    return found


def main() -> None:
    """Print the table."""
    paths = [Path(name) for name in sys.argv[1:]] or [_DEMO]
    columns = [table(path) for path in paths]
    names = dict.fromkeys(name for column in columns for name in column)
    print(f"{'':44}" + "".join(f"{path.parent.name:>16}" for path in paths))
    for name in sorted(names, key=lambda one: (one not in {"bullets", "gists"}, one)):
        print(f"{name:44}" + "".join(f"{column[name]:16}" for column in columns))


if __name__ == "__main__":
    main()
