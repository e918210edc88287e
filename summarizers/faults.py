"""What a fault of ours over one text looks like, told apart from what would befall every text."""

from __future__ import annotations

import re
from typing import Final

FAULTS: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError,
    re.error,
)  # fmt: skip
"""A rule that fails over a hostile text raises one of these; a full disk or memory, a missing file and an
engine that cannot be used do not, for they must end the work and not pass for a quiet day."""
