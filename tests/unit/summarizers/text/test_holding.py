from __future__ import annotations

from summarizers.text.holding import holds_any


def test_a_text_holds_a_piece_wherever_it_stands_in_it() -> None:
    assert holds_any("The ferry sails at dawn.", ("barge", "sail"))


def test_nothing_is_held_of_what_does_not_stand_in_the_text() -> None:
    assert not holds_any("The ferry sails at dawn.", ("barge", "Sail"))
    assert not holds_any("The ferry sails at dawn.", ())
