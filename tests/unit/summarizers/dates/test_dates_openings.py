import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizers.dates.lexicon import SMALL_NUMBERS
from summarizers.dates.openings import BEFORE_A_MONTH, first_word, opening, trigger_of
from summarizers.dates.rules.rule import Rule
from summarizers.dates.scan import RULES, TABLE

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
    opened = trigger_of(hit)
    assert (hit.start(), "0" if opened == BEFORE_A_MONTH else opened) == (start, trigger)
    assert rule.pattern in {entry.pattern for entry in TABLE[opened]}


@pytest.mark.parametrize("month", ["jan", "march", "may", "sept.", "october", "mars", "nova", "decent"])
@pytest.mark.parametrize("number", ["1", "07", "10", "31", "300", "1030", "2026"])
def test_what_is_not_asked_before_a_month_reads_nothing_there(number: str, month: str) -> None:
    asked = {entry.pattern for entry in TABLE[BEFORE_A_MONTH]}
    for mark in (" ", " 2027", ", 10 a.m.", " at 5 p.m. gmt", " time", " 12, 1999", "-may 3"):
        text = f"{number} {month}{mark}"
        assert not any(re.match(entry.pattern, text) for entry in TABLE["0"] if entry.pattern not in asked)


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
