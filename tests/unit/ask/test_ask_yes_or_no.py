"""What settles a question of yes or no: its weekday, with each of its words or the opposite."""

from __future__ import annotations

import pytest

from bot.ask.asked import Asked
from bot.ask.query import understand
from bot.ask.yes_or_no import settled

SETTLED = {
    "Schools in Dunmere stay closed on Monday, the council said.": True,
    "Schools open on Monday at nine.": True,
    "Schools in Dunmere stay closed on Tuesday.": False,
    "Schools may open their kitchens to parents.": False,
    "Shops are open on Monday.": False,
}


@pytest.mark.parametrize("sentence", SETTLED)
def test_a_sentence_of_the_day_that_holds_each_word_or_its_opposite_settles_it(sentence: str) -> None:
    query = understand("are schools open on monday")
    assert settled(Asked(query, dict.fromkeys(query.words, 1.0)), sentence) is SETTLED[sentence]


@pytest.mark.parametrize("question", ["when do schools open on monday", "are schools open"])
def test_a_question_of_another_kind_or_of_no_day_is_not_settled(question: str) -> None:
    query = understand(question)
    assert not settled(Asked(query, dict.fromkeys(query.words, 1.0)), "Schools open on Monday at nine.")
