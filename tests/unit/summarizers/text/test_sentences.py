from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.text.sentences import ranges, split

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
NEWSLIKE = st.lists(
    st.sampled_from(
        [
            "Mr. Arlo",
            "spoke",
            '"',
            "“",
            "”",
            "No!",
            "said",
            ". ",
            "? ",
            "\n",
            "[...]",
            "p.m.",
            "ET",
            "U.S.",
            "(",
            ")",
        ]
    ),
    max_size=40,
).map(" ".join)


def texts(body: str) -> list[str]:
    return [sentence.text for sentence in split(body)]


@given(ANY_TEXT | NEWSLIKE)
def test_every_sentence_is_the_slice_of_the_body_at_its_offsets(body: str) -> None:
    for sentence in split(body):
        assert sentence.text == body[sentence.start : sentence.end] == sentence.text.strip() != ""


@given(ANY_TEXT | NEWSLIKE)
def test_sentences_are_in_order_and_leave_out_only_white_space(body: str) -> None:
    at = 0
    for number, sentence in enumerate(split(body)):
        assert sentence.index == number
        assert body[at : sentence.start].strip() == ""
        at = sentence.end
    assert body[at:].strip() == ""


@given(ANY_TEXT | NEWSLIKE)
def test_ranges_are_those_of_the_sentences(body: str) -> None:
    assert ranges(body) == [(sentence.start, sentence.end) for sentence in split(body)]


@given(NEWSLIKE)
def test_no_sentence_crosses_a_line_break(body: str) -> None:
    assert not any("\n" in text for text in texts(body))


@pytest.mark.parametrize("body", ["", " ", "\n\t \n", "\u2003\u2028"])
def test_white_space_alone_holds_no_sentence(body: str) -> None:
    assert split(body) == ()


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\n\n \n"])
def test_a_line_ends_at_every_break_of_lines(ends: str) -> None:
    first, second = split(f"  The port closed{ends}\x0b The mine opened ")
    assert (first.text, second.text) == ("The port closed", "The mine opened")
    assert (first.paragraph, second.start) == (0, len(f"  The port closed{ends}\x0b "))


def test_paragraphs_are_numbered_from_line_breaks() -> None:
    assert [one.paragraph for one in split("One. Two.\nThree.\r\nFour.")] == [0, 0, 1, 2]


def test_sentences_inside_a_quotation_are_told_apart() -> None:
    assert texts('Arlo said, "We want a deal. We will wait. They know it." He left.') == [
        'Arlo said, "We want a deal.',
        "We will wait.",
        'They know it."',
        "He left.",
    ]


def test_curly_quotation_marks_stay_with_their_sentence() -> None:
    assert texts("“It is done.” “Is it?” Then he left.") == ["“It is done.”", "“Is it?”", "Then he left."]


def test_a_shouted_quotation_stays_with_its_speaker() -> None:
    assert texts('"No!" Minister Arlo said. "Why?" Bey Tamm asked.') == [
        '"No!" Minister Arlo said.',
        '"Why?" Bey Tamm asked.',
    ]


def test_a_quotation_that_runs_on_in_lower_case_is_one_sentence() -> None:
    assert texts('They shouted "shame on you!" and left.') == ['They shouted "shame on you!" and left.']


def test_a_time_zone_stays_with_its_time() -> None:
    assert texts("Polls close at 5 p.m. ET on Friday. Results follow.") == [
        "Polls close at 5 p.m. ET on Friday.",
        "Results follow.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Argument goes forward at 10 a.m. Eastern, and the act takes effect later.",
        "Polls close at 8 p.m. Pacific Time on Tuesday.",
        "The vote is at 10 a.m. Monday, the clerk said.",
        "He met the envoys at 3 p.m. Nov. 5 in Orle.",
        "The talks end at 6 p.m. Grenmouth time, officials said.",
        "It ended at 10 a.m. (1500 GMT) on Monday.",
    ],
)
def test_what_belongs_to_a_time_of_day_stays_with_it(sentence: str) -> None:
    assert texts(f"{sentence} Results follow.") == [sentence, "Results follow."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The house votes on 3. April.",
        "It reports on Tuesday, 24. March 2026, in Bonn.",
        "They must register by 3. April.",
        "The fair was moved to 3. April in Bonn.",
    ],
)
def test_the_stop_of_a_day_before_its_month_ends_no_sentence(sentence: str) -> None:
    assert texts(f"{sentence} Results follow.") == [sentence, "Results follow."]


@pytest.mark.parametrize("sentence", ["She scored 3.", "Profits fell to 3.", "It was cut by 3."])
def test_a_number_may_end_a_sentence_before_a_month(sentence: str) -> None:
    assert texts(f"{sentence} April was worse.") == [sentence, "April was worse."]


@pytest.mark.parametrize("month", ["May", "Dec", "Sept", "June"])
def test_a_month_may_end_a_sentence_before_a_capital(month: str) -> None:
    sentence = f"The court will rule in {month}."
    assert texts(f"{sentence} Appeals are to be heard.") == [sentence, "Appeals are to be heard."]
    assert texts(f"{sentence[:-1]} 5 at noon.") == [f"{sentence[:-1]} 5 at noon."]


@pytest.mark.parametrize(
    "next_one",
    [
        "Monday was a holiday.",
        "Tuesday’s ruling stands.",
        "May said no.",
        "Eastern ports stayed shut.",
        "This time it was late.",
        "Shares rose for the first time in weeks.",
    ],
)
def test_a_sentence_may_end_with_a_time_of_day(next_one: str) -> None:
    assert texts(f"The gates shut at 4 p.m. {next_one}") == ["The gates shut at 4 p.m.", next_one]


def test_an_omission_in_brackets_ends_a_sentence_before_a_capital() -> None:
    assert texts("We hold the harbour [...] Nobody else does.") == [
        "We hold the harbour [...]",
        "Nobody else does.",
    ]


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    assert texts("Gov. J. P. Arlo met Sen. Tamm of the U.S. party at No. 5 Quay St. on Oct. 3.") == [
        "Gov. J. P. Arlo met Sen. Tamm of the U.S. party at No. 5 Quay St. on Oct. 3."
    ]


def test_scripts_with_their_own_full_stops_are_split() -> None:
    assert texts("港は開いた。船は出た。") == ["港は開いた。", "船は出た。"]
    assert texts("הנמל נפתח. הספינות יצאו.") == ["הנמל נפתח.", "הספינות יצאו."]


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\x85", " \xa0", "\u202f\u3000"], ids=ascii)
def test_a_wide_space_between_an_initial_and_its_stop_is_kept(space: str) -> None:
    assert texts(f"Signed J{space}. Smith. Next one.") == [f"Signed J{space}. Smith.", "Next one."]


def test_half_a_surrogate_pair_is_kept_where_it_stands() -> None:
    assert texts("Odd \ud800 sign. Next one.") == ["Odd \ud800 sign.", "Next one."]


def test_one_sentence_of_a_megabyte_is_one_sentence() -> None:
    body = "word and " * 110_000
    assert [len(text) for text in texts(body)] == [len(body.strip())]


def test_a_short_capitalised_word_with_a_stop_ends_no_sentence_before_a_small_letter() -> None:
    body = "On Monday Veld Kft. bought the yard. The union rejected it."
    assert texts(body) == ["On Monday Veld Kft. bought the yard.", "The union rejected it."]


def test_an_aside_on_a_shortened_word_ends_no_sentence() -> None:
    body = "The yard Veld Kft. (VK) bought the quay. It rained."
    assert texts(body) == ["The yard Veld Kft. (VK) bought the quay.", "It rained."]
    body = "He moved to Velt. (The mayor did not comment.) It rained."
    assert texts(body)[0] == "He moved to Velt."


@pytest.mark.parametrize(
    "sentence", ["Mr. Arlo spoke at 5 p.m. on No. 3.", "“No!” said Ann (of Renn).", "Yes."]
)
def test_a_paragraph_of_any_length_has_the_sentences_of_its_parts(sentence: str) -> None:
    assert set(texts(" ".join([sentence] * 1000))) == set(texts(sentence))


def test_a_long_paragraph_in_chinese_is_cut_at_its_stops() -> None:
    assert len(texts("双方签署协定。" * 3000)) == 3000
