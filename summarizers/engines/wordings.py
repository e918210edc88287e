"""The words of an article's statements: each is worded when it is asked for, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.engines.alone import Alone, read_alone
from summarizers.engines.tellable import tellable
from summarizers.sections.cued import still_states
from summarizers.sections.leaning import is_thin
from summarizers.sections.speakers import speaker
from summarizers.sections.wording import trim
from summarizers.text.quotation import MARKS, is_whole
from summarizers.types import MAX_POINT_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizers.sections.statements import Statement
    from summarizers.text.analysis import Analysis
    from summarizers.types import Section


class Wordings:
    """How the `statements` of one article are told; a statement is named by its section and its sentence."""

    __slots__ = ("_analysis", "_known", "_statements")

    def __init__(self, analysis: Analysis, statements: Iterable[Statement]) -> None:
        self._analysis = analysis
        self._statements = {(one.section, one.index): one for one in statements}
        self._known: dict[tuple[Section, int], Alone | None] = {}

    def told(self, section: Section, index: int) -> Alone | None:
        """The words of a statement; None where there is none, or none that may be told and says something."""
        place = section, index
        if place not in self._known:
            statement = self._statements.get(place)
            self._known[place] = None if statement is None else self._saying(statement)
        return self._known[place]

    def is_in_front(self, section: Section, index: int) -> bool:
        """Whether the sentence stands in front of another bullet of that section, which needs it."""
        after = self.told(section, index + 1)
        return after is not None and after.paired

    def sure(self, section: Section, index: int, *, paired: bool) -> float:
        """How probable the statement is; where `paired`, that or the one in front, if it can be told."""
        own = self._statements[section, index].probability
        before = self._statements.get((section, index - 1)) if paired else None
        if before is None or before.probability <= own or self.told(section, index - 1) is None:
            return own
        return before.probability

    def at_most(self, section: Section, index: int) -> float:
        """What `sure` can come to, before anything is worded."""
        places = (self._statements.get((section, at)) for at in (index - 1, index))
        return max(one.probability for one in places if one is not None)

    def _saying(self, statement: Statement) -> Alone | None:
        may = tellable(self._analysis.sentences[statement.index].text)
        wording = self._wording(statement) if may else None
        return None if wording is None or is_thin(wording.text) else wording

    def _wording(self, statement: Statement) -> Alone | None:
        """A bullet and the sentences it rests on; None if no clause fits or the speaker is unknown."""
        analysis, index = self._analysis, statement.index
        text = analysis.sentences[index].text
        if analysis.inside[index] or is_whole(text):
            return self._quoted(statement)
        trimmed = trim(text, keeps=still_states(statement.section, analysis.words[index]))
        return None if trimmed is None else read_alone(analysis, index, trimmed)

    def _quoted(self, statement: Statement) -> Alone | None:
        """A sentence that is quoted, behind its speaker."""
        analysis, index = self._analysis, statement.index
        found = speaker(analysis.sentences, analysis.inside, index)
        if found is None:
            return None
        name, named_in = found
        keeps = still_states(statement.section, analysis.words[index])
        trimmed = trim(analysis.sentences[index].text, MAX_POINT_CHARS - len(name) - len(": “”"), keeps)
        if trimmed is None or name in trimmed:
            return None if trimmed is None else Alone(text=trimmed, cited=(index,))
        quoted = trimmed if any(mark in trimmed for mark in MARKS) else f"“{trimmed}”"
        return Alone(text=f"{name}: {quoted}", cited=tuple(dict.fromkeys((index, named_in))))
