import pytest

from summarizers.dates import find
from summarizers.dates.scan import RULES
from summarizers.types import Publication

PUBLISHED = Publication.parse("2025-10-29")
"""The Wednesday on which the sentences of all rules were published."""


@pytest.mark.parametrize(
    ("sentence", "expression", "value"),
    [pytest.param(*example, id=f"{rule.name}: {example[1]}") for rule in RULES for example in rule.yes],
)
def test_an_example_of_a_rule_has_its_value(sentence: str, expression: str, value: str) -> None:
    found = {timex.text: timex.value for timex in find(sentence, PUBLISHED)}
    assert found.get(expression) == value, found


@pytest.mark.parametrize(
    "sentence",
    [pytest.param(sentence, id=f"{rule.name}: {sentence}") for rule in RULES for sentence in rule.no],
)
def test_a_counter_example_of_a_rule_holds_no_expression(sentence: str) -> None:
    assert find(sentence, PUBLISHED) == ()


def test_every_rule_has_an_example_and_a_name_of_its_own() -> None:
    assert all(rule.yes for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
