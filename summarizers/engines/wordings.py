"""The words of an article's statements: each is worded when it is asked for, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.engines.alone import Alone, read_alone
from summarizers.engines.tellable import tellable
from summarizers.sections.cued import still_gives, still_states
from summarizers.sections.leaning import is_thin
from summarizers.sections.speakers import names_its_speaker, speaker
from summarizers.sections.spoken_on import speaks_by_pronoun, spoken_on
from summarizers.sections.wording import quoted, trim
from summarizers.text.quotation import is_whole
from summarizers.types import AGREEMENT, MAX_POINT_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizers.sections.spoken_on import Speaker
    from summarizers.sections.statements import Statement
    from summarizers.text.analysis import Analysis


class Wordings:
    """How one article's `statements` for one section are told; a statement is named by its sentence."""

    __slots__ = ("_analysis", "_known", "_statements")

    def __init__(self, analysis: Analysis, statements: Iterable[Statement]) -> None:
        self._analysis = analysis
        self._statements = {one.sentence: one for one in statements}
        self._known: dict[int, Alone | None] = {}

    def told(self, index: int) -> Alone | None:
        """The words of a statement; None where there is none, or none that may be told and says something."""
        if index not in self._known:
            statement = self._statements.get(index)
            self._known[index] = None if statement is None else self._saying(statement)
        return self._known[index]

    def is_in_front(self, index: int) -> bool:
        """Whether the sentence stands in front of another bullet of its section, which needs it."""
        after = self.told(index + 1)
        return after is not None and after.paired

    def sure(self, index: int, *, paired: bool) -> float:
        """How probable the statement is; where `paired`, that or the one in front, if it can be told."""
        own = self._statements[index].probability
        before = self._statements.get(index - 1) if paired else None
        if before is None or before.probability <= own or self.told(index - 1) is None:
            return own
        return before.probability

    def at_most(self, index: int) -> float:
        """What `sure` can come to, before anything is worded."""
        own, before = self._statements[index].probability, self._statements.get(index - 1)
        return own if before is None or before.probability <= own else before.probability

    def _saying(self, statement: Statement) -> Alone | None:
        may = tellable(self._analysis.sentences[statement.sentence].text)
        wording = self._wording(statement) if may else None
        return None if wording is None or is_thin(wording.text) else wording

    def _wording(self, statement: Statement) -> Alone | None:
        """A bullet and the sentences it rests on; None if no clause fits or the speaker is unknown."""
        analysis, index = self._analysis, statement.sentence
        text = analysis.sentences[index].text
        if analysis.inside[index] or is_whole(text):
            return self._quoted(statement)
        trimmed = trim(text, keeps=still_states(statement.section, statement.kinds))
        if trimmed is None and statement.section is AGREEMENT:
            trimmed = trim(text, keeps=still_gives(statement.kinds))
        return None if trimmed is None else read_alone(analysis, index, trimmed)

    def _quoted(self, statement: Statement) -> Alone | None:
        """A sentence that is quoted, behind its speaker."""
        analysis, index = self._analysis, statement.sentence
        text = analysis.sentences[index].text
        keeps = still_states(statement.section, statement.kinds)
        if names_its_speaker(text) and not speaks_by_pronoun(text):
            trimmed = trim(text, keeps=keeps)
            return None if trimmed is None else read_alone(analysis, index, trimmed)
        found = self._speaker(index)
        if found is None:
            return None
        name, named_in = found
        said = quoted(text, MAX_POINT_CHARS - len(name) - len(": "), keeps)
        if said is None:
            return None
        return Alone(f"{name}: {said}", tuple(dict.fromkeys((index, *named_in))), quoted=True)

    def _speaker(self, index: int) -> Speaker | None:
        sentences, inside = self._analysis.sentences, self._analysis.inside
        found = speaker(sentences, inside, index)
        return spoken_on(sentences, inside, index) if found is None else (found[0], (found[1],))
