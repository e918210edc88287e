"""The calibration: labelled questions move it towards themselves, and few of them only a little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ask.calibration import COVERAGE, SHIPPED, Calibration, Labelled, fitted, quality

WIDTH = len(SHIPPED.weights)


def _labelled(first: float, *, answerable: bool) -> Labelled:
    return Labelled(signals=(first, *(0.5,) * (WIDTH - 1)), answerable=answerable)


MANY = [_labelled(n / 10 + (3 if n % 2 else 0), answerable=bool(n % 2)) for n in range(60)]


def test_fitting_lowers_the_error_and_lets_the_promised_share_through() -> None:
    made = fitted(MANY, SHIPPED)
    before, after = quality(MANY, SHIPPED), quality(MANY, made)
    assert after.brier < before.brier
    assert after.answered >= COVERAGE


def test_a_stronger_pull_back_changes_less() -> None:
    weak, strong = fitted(MANY, SHIPPED, 1.0), fitted(MANY, SHIPPED, 1000.0)
    assert abs(weak.weights[0] - SHIPPED.weights[0]) > abs(strong.weights[0] - SHIPPED.weights[0])


def test_what_never_differs_keeps_its_weight() -> None:
    assert fitted(MANY, SHIPPED).weights[1:] == pytest.approx(SHIPPED.weights[1:], abs=0.2)


@pytest.mark.untraced
@pytest.mark.parametrize("bias", [-25.0, 25.0])
def test_from_however_far_the_fit_arrives(bias: float) -> None:
    far = Calibration(weights=(0.0,) * WIDTH, bias=bias, answer_from=0.5)
    assert quality(MANY, fitted(MANY, far)).brier < quality(MANY, far).brier / 2


def test_labels_of_one_kind_are_refused() -> None:
    with pytest.raises(ValueError, match="both kinds"):
        fitted([one for one in MANY if one.answerable], SHIPPED)


@pytest.mark.parametrize(("width", "bar"), [(WIDTH - 1, 0.5), (WIDTH, 1.5)])
def test_weights_for_other_signals_and_impossible_bars_are_refused(width: int, bar: float) -> None:
    with pytest.raises(ValueError, match=r"other signals|probability"):
        Calibration(weights=(0.0,) * width, bias=0.0, answer_from=bar)


@pytest.mark.untraced
@given(st.lists(st.floats(-1e6, 1e6), min_size=WIDTH, max_size=WIDTH))
def test_whatever_the_signals_the_result_is_a_probability(signals: list[float]) -> None:
    assert 0.0 <= SHIPPED.probability(signals) <= 1.0
