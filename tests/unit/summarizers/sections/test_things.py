"""What `it` is that begins or ends."""

from __future__ import annotations

import pytest

from summarizers.engines.extractive import Extractive
from summarizers.types import Budget, Document, Point, Publication, Section


def due(body: str) -> Point:
    """The one deadline of `body`."""
    document = Document(id="a", title="", body=body, published=Publication.parse("2031-11-05"))
    (point,) = [
        one for one in Extractive().summarize((document,), Budget()).points if one.section is Section.DEADLINE
    ]
    return point


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The old permit was to lapse on Friday. It will run until 3 March.", "The old permit will run"),
        ("The council approved the new ferry scheme. It starts on 3 March.", "The new ferry scheme starts"),
        ("Both sides signed a truce. It was extended until 3 March.", "The truce was extended"),
        ("The ministry announced tariffs on steel. They take effect on 3 March.", "The tariffs take effect"),
        ("The planned duties were approved. They expire on 3 March.", "The planned duties expire"),
        ("A ban on cod fishing was agreed. It will be in place until 3 March.", "The ban will be in place"),
        ("The film festival has a new director. It opens on 3 March.", "The film festival opens"),
        ("A consultation began. It was opened by the mayor. It ends on 3 March.", "The consultation ends"),
    ],
)  # fmt: skip
def test_it_is_the_one_thing_before_that_can_begin_or_end(body: str, told: str) -> None:
    point = due(body)
    assert point.deadline is not None
    assert point.deadline.about == told
    assert point.text.startswith(told)
    assert len(point.evidence) == 2


@pytest.mark.parametrize(
    "body",
    [
        "The firm won the harbour contract. It starts work on 3 March.",
        "The museum raised its fee. It opens on 3 March.",
        "The museum is closed for repairs. It will open on 3 March.",
        "The firm won the contract after a strike. It ends on 3 March.",
        "The council approved the scheme.\nIt starts on 3 March.",
        "The mayor was late. It ends on 3 March.",
    ],
)
def test_where_something_else_may_be_meant_it_stays(body: str) -> None:
    point = due(body)
    assert "It " in point.text
    assert point.deadline is not None
    assert not point.deadline.about.startswith("The ")
