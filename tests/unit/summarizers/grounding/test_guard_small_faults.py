"""Faults that leave nearly every word of a bullet in its place, each refused for its reason."""

import json
from pathlib import Path

import pytest

from summarizers.grounding.guard import objections

FAULTS = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "data/guard_faults.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_a_bullet_with_one_small_fault_is_refused_for_it(number: int) -> None:
    case = FAULTS[number]
    found = {one.kind.value for one in objections(case["text"], [case["evidence"]], 1000)}
    assert case["kind"] in found, case["text"]


def test_objections_of_one_kind_stand_in_the_same_order_in_every_process() -> None:
    evidence = "Orsa praised Arden, Selwyn praised Brenn, Tamm praised Venn and Holm praised Kale."
    turned = "Arden praised Orsa, Brenn praised Selwyn, Venn praised Tamm and Kale praised Holm."
    pairs = [one.what for one in objections(turned, [evidence]) if " " in one.what]
    assert len(pairs) == 4
    assert pairs == sorted(pairs)
