"""What a rule is: one row of the grammar's tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from summarizers.dates.fields import Fields

Reader: TypeAlias = Callable[[re.Match[str], str], Fields | None]
"""Match in the lower-case text, original text → fields, or None where the words mean something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of naming a time.

    `triggers` are the first words (`0` stands for any digits, `a` for an article before a unit or number); a
    word that mostly means something else may go on with a pattern of what has to stand behind it (`right
    now`). `pattern` matches from there in lower-case text; `read` turns the match into fields. A group
    `other` in the pattern is a second expression inside the first one (`3` in `3-5 May`), read by
    `read_other`.
    `yes` holds sentences with the expression and its value, published on Wednesday 2025-10-29; `no` holds
    sentences in which no expression at all may be found. Both are run as tests.
    """

    name: str
    triggers: tuple[str, ...]
    pattern: str
    read: Reader
    yes: tuple[tuple[str, str, str], ...]
    no: tuple[str, ...] = ()
    read_other: Reader | None = None
