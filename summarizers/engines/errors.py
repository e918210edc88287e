"""What keeps an engine from writing, in words a person can act on."""

from __future__ import annotations


class EngineError(Exception):
    """An engine cannot be used: what failed, what was kept, what to do, and a reference to quote."""

    def __init__(self, what: str, *, todo: str, kept: str = "", reference: str = "") -> None:
        super().__init__(what)
        self.what, self.kept, self.todo, self.reference = what, kept, todo, reference

    def __str__(self) -> str:
        """All parts that are filled in, as sentences on one line."""
        parts = (self.what, self.kept, self.todo, self.reference and f"Reference: {self.reference}")
        return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
