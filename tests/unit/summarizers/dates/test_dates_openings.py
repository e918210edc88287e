import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizers.dates.lexicon import SMALL_NUMBERS
from summarizers.dates.openings import first_word, opening, trigger_of
from summarizers.dates.rules.rule import Rule
from summarizers.dates.scan import RULES

OPENING = opening(trigger for rule in RULES for trigger in rule.triggers)
"""Where an expression may begin, for all rules together."""

WORD = re.compile(r"(?<![a-z0-9_@])(?:[a-z]+(?:-[a-z]+)*|\d)")
NARROWED = [
    rule
    for rule in RULES
    if any(one == "0" or first_word(one) != one or one in SMALL_NUMBERS for one in rule.triggers)
]
"""The rules that are only looked at where something else follows their first word or number."""


@pytest.mark.untraced
@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in NARROWED])
@settings(max_examples=40)
@given(data=st.data())
def test_nothing_that_a_rule_can_read_is_passed_over(rule: Rule, data: st.DataObject) -> None:
    """Texts made from the rule's own pattern; only its triggers are asked for, as without narrowing."""
    text = data.draw(st.from_regex(rule.pattern))
    read = re.search(rule.pattern, text)
    start = read.start() if read else 0
    word = WORD.match(text, start)
    trigger = "" if word is None else "0" if word[0].isdigit() else word[0]
    assume(len(trigger) > 1 or trigger == "0")
    assume(trigger in map(first_word, rule.triggers))
    hit = OPENING.search(f" {text}", start)
    assert hit is not None, text
    assert (hit.start(), trigger_of(hit)) == (start, trigger)


@pytest.mark.parametrize(
    "text",
    [
        "at the gate", "that the dam holds", "a new bridge", "more than all others", "the president said",
        "his father, right of her", "48 people", "3.2 million", "12, he said", "7%", "1,250 homes", "5. Then",
        "40 markets", "one of them", "three men", "some said", "many a song",
    ],
)  # fmt: skip
def test_words_and_numbers_that_tell_no_time_open_nothing(text: str) -> None:
    assert OPENING.search(f" {text}") is None
