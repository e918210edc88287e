from __future__ import annotations

import pytest

from summarizers.sections.deadline_context import context_of


@pytest.mark.parametrize(
    ("title", "body", "context"),
    [
        ("Ostmark ends talks", "The talks in Ostmark are over.", "Ostmark"),
        ("Ostmark and Kestria talk", "The talks of Ostmark and Kestria go on.", "Ostmark and Kestria"),
        ("Ostmark and Kestria talk", "Envoys of Ostmark meet those of the islands (Kestria).", ""),
    ],
)
def test_what_concerns_two_is_not_said_of_one(title: str, body: str, context: str) -> None:
    assert context_of(title, body) == context
