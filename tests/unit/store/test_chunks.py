"""Long lists go to the database in statements of which every build takes the parameters."""

from __future__ import annotations

import pytest

from bot.store.chunks import portions

OLDEST_LIMIT = 999


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_no_portion_has_more_parameters_than_any_build_takes(columns: int) -> None:
    values = range(2_500)
    parts = list(portions(values, columns))
    assert [one for part in parts for one in part] == [*values]
    assert max(len(part) * columns for part in parts) < OLDEST_LIMIT
    assert list(portions([], columns)) == []
