"""A library that panics over a text takes nothing down."""

from __future__ import annotations

import pytest
from sentencex import segment

from summarizers.text.segmented import segmented

_PANICS = "He met A\N{IDEOGRAPHIC SPACE}. B came too. Then it rained."
"""An initial, a wide space and a stop."""


def test_pieces_make_up_the_text() -> None:
    text = "It rained. They signed a pact!  Nobody came."
    assert len(segmented(text)) == 3
    assert "".join(segmented(text)) == text


def test_text_over_which_the_library_panics_is_one_piece(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BaseException, match="boundary") as panic:
        segment("en", _PANICS)
    assert not isinstance(panic.value, Exception)
    assert segmented(_PANICS) == [_PANICS]
    assert "panicked" in capfd.readouterr().err


def test_other_failures_are_not_hidden() -> None:
    with pytest.raises(UnicodeEncodeError):
        segmented("half a character: \ud800")
