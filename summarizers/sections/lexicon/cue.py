"""How a class of cue words is written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One class of cue words, all lower-case.

    `verbs` are base forms, inflected as by `summarizers.sections.inflection` (a trailing `+` doubles the last
    consonant: drop+ → dropped); `past` are further past forms; `words` stand as written.
    `phrases`, one a line, are matched word by word, hyphens as spaces; a first word marked `~` is inflected,
    `#` stands for any number and `*` for any one word.
    """

    name: str
    verbs: str = ""
    past: str = ""
    words: str = ""
    phrases: str = ""
