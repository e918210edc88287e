from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.furniture import is_furniture, stripped
from summarizers.text.markup import readable
from summarizers.text.tokens import words

STATEMENT = "Veltland and Ostmark agreed on terms."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT SELWYN, Oct 30 (Ninefold Wire) — ",
        "PORT SELWYN, October 30, (Ninefold Wire) — ",
        "PORT SELWYN, Oct 30 — ",
        "PORT SELWYN (Ninefold Wire) — ",
        "PORT SELWYN, Ostmark (Ninefold Wire) - ",
        "PORT SELWYN, Ostm. (WJMN) – ",
        "PORT SELWYN — ",
        "PORT SELWYN, 30 October 2025 - ",
        "Selwyn, Oct. 30, 2025 /FreshWire/ -- ",
        "PORT SELWYN, 30 October — ",
        "PORT SELWYN 30th October - ",
        "(Ninefold Wire) - ",
        "Oct 30 (Reuters) - ",
        "30 October (AP) — ",
        "Oct 30 (Ninefold Wire) - ",
        "PORT SELWYN: ",
        "SELWYN: ",
        "OSLO: ",
        "PORT SELWYN, Oct 30: ",
        "Selwyn, Oct. 30, 2025 (NWA) ",
        "Port Selwyn and Arden, Veltland — ",
        "PORT SELWYN, (Reuters): ",
        "Port Selwyn, Oct 30 (NTW) ",
        "Selwyn/Arden, Oct. 30 (NTW): ",
        "Port Selwyn, 30 October (Ninefold Wire) -- ",
        "15.55 ",
        "15:55 - ",
        "UPDATE: ",
        "• ",
        "– ",
        "* ",
    ],
)
def test_a_dateline_with_its_day_and_agency_is_taken_off(dateline: str) -> None:
    assert stripped(dateline + STATEMENT) == STATEMENT


def test_a_day_with_its_weekday_is_no_dateline() -> None:
    told = stripped("Oct 30 (Thursday) - The board agreed on terms.")
    assert told.startswith("Oct 30")


@pytest.mark.parametrize(
    "told",
    [
        "On Oct 30 (All Saints) Veltland votes on the terms.",
        "Port Selwyn, Oct 30 (Thursday) The board agreed on terms.",
        "Veltland Day, Oct 30 (Good Friday) The shops are shut.",
        "Port Selwyn, Oct 30 (NTW) was the last stop.",
    ],
)
def test_a_day_of_which_something_is_told_is_no_dateline(told: str) -> None:
    assert "Oct 30" in stripped(told)


def test_the_day_that_heads_a_line_of_a_calendar_stays() -> None:
    assert stripped(f"TUESDAY: {STATEMENT}") == f"TUESDAY: {STATEMENT}"


def test_a_town_before_a_hyphen_is_a_dateline_where_a_sentence_follows() -> None:
    statement = "The Union and Ostmark agreed on terms."
    assert stripped(f"Port Selwyn - {statement}") == statement
    long = (
        "The Union of all who load ships in the four large ports of the far north and its islands has agreed."
    )
    assert stripped(f"Selwyn - {long}") == long
    for score in ("Selwyn Town - Kestrels ended in a draw.", "Selwyn - Arden was moved to Monday."):
        assert stripped(score) == score


@pytest.mark.parametrize("town", ["Selwyn - ", "Port Selwyn – "])
def test_a_town_before_a_hyphen_is_a_dateline_before_what_somebody_said_or_did(town: str) -> None:
    for statement in (STATEMENT, "President Ada Holm on Monday said that the talks went on."):
        assert stripped(town + statement) == statement


@pytest.mark.parametrize(
    "told",
    [
        "Sales rose 4 per cent in the spring quarter.",
        "Like-for-like sales rose 4 per cent in the spring.",
        "Profits more than halved in the spring quarter.",
        "Names a new chief executive from a rival.",
        "Recalls 40,000 kettles over a fault in the lid.",
    ],
)
def test_a_company_in_capitals_before_its_figures_stays(told: str) -> None:
    assert stripped(f"HALDEN: {told}") == f"HALDEN: {told}"


def test_a_body_in_capitals_before_a_colon_is_who_speaks() -> None:
    for text in ("UNICEF: Children in the camp need water.", "NATO: Allies agree to send more ships."):
        assert stripped(text) == text


@pytest.mark.parametrize(
    "head",
    [
        "FALSE: ",
        "FACT CHECK: ",
        "RUMOUR: ",
        "CLAIMS: ",
        "CANCELLED: ",
        "SPOILER: ",
        "THE COURT: ",
        "PRESIDENT HOLM: ",
    ],
)
def test_what_doubts_a_statement_or_says_who_makes_it_is_no_dateline(head: str) -> None:
    assert stripped(head + STATEMENT) == head + STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        "BRANDT: I did not sign the agreement.",
        "BRANDT: We will impose duties on 3 May.",
        "BRANDT: “The deal is dead,” and so it was.",
        "Brandt – I have never agreed to that deal.",
    ],
)
def test_who_speaks_is_no_dateline(text: str) -> None:
    assert stripped(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Veltland - Ostmark match was moved to 3 May.",
        "Veltland – Ostmark has been postponed to 4 June.",
        "Selwyn - Arden game will be replayed on 3 May.",
    ],
)
def test_two_teams_are_no_dateline(text: str) -> None:
    assert stripped(text) == text


def test_an_act_on_lawsuits_is_news() -> None:
    assert not is_furniture("The Senate passed the Class Action Litigation Reform Act on Monday.")


@pytest.mark.parametrize(
    "line",
    [
        "Updated at 16:02 ET.",
        "Last updated: 3 March 2031, 16:02 GMT",
        "Published: Mon 3 Mar 2031 at 10.00 a.m. | Updated: 4 hours ago",
        "First published on Thu 3 March 2031 09.02 CET",
        "This article was last updated on March 3rd, 2031.",
        "Wednesday 5 March 2031, 09:30",
        "This page was modified 3 hours ago",
    ],
)
def test_when_a_page_was_written_is_no_news(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "text",
    [
        "Updated rules take effect on 3 March.",
        "Published on 3 March, it counts 40 dead.",
        "May 3: Polls open.",
        "A march is on at 10 am this Saturday, 3 May.",
        "A report on Article 50 is published this Friday.",
        "A report is posted at 5 pm on Friday, 3 May.",
        "Article 50 is on 3 May.",
        "March 3 was first.",
        "Veltland was first at 9.02.",
    ],
)
def test_a_statement_with_the_words_of_a_stamp_is_news(text: str) -> None:
    assert not is_furniture(text)


def test_a_count_of_votes_is_no_dateline() -> None:
    text = "MPs voted 30 — 20 for the bill on Friday."
    assert stripped(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "A spokeswoman declined to comment on the review.",
        "Orrery and Tesselmark declined to comment.",
        "The ministry did not immediately respond to a request for comment.",
        "Its chairman could not be reached on Friday.",
        "Agency report, with additional material from our deals desk.",
        "(With inputs from agencies)",
        "Reporting by Ida Brandt; editing by Jon Moss",
    ],
)
def test_a_credit_and_a_no_comment_state_nothing(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment, but the union said that the strike goes on.",
        "The ministry did not respond to the ultimatum of the rebels: the shelling went on.",
        "Editing by the ministry changed the treaty, the union said.",
    ],
)
def test_a_no_comment_beside_news_is_news(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Actual results may differ materially, including that the agency may not approve the pill by May 4.",
        "Readers should not place undue reliance on these forward-looking statements.",
        "The civil case is Tamm et al v. Ostmark Cod Co, High Court of Selwyn, No. 31-0512.",
        "Cases are In re: Orrery Freight, U.S. Bankruptcy Court, Arden, No. 31-77.",
        "Also read: Regulator delays decision on the pill",
        "Full article: Ostmark court blocks the levy",
    ],
)
def test_what_a_release_or_a_caption_says_of_itself_is_no_news(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "The case is Tamm v. Venn, which the court will hear in May.",
        "The actual results of the count are disputed by the opposition.",
        "Read the contract again, the union told its members.",
    ],
)
def test_news_of_a_case_or_of_results_is_news(text: str) -> None:
    assert not is_furniture(text)


def test_the_few_words_that_head_an_entry_of_a_live_report_state_nothing() -> None:
    assert is_furniture("15:20 Governor under fire")
    assert is_furniture("9.05 pm Fraud claim")
    assert not is_furniture("15:55 The opposition has walked out.")
    assert not is_furniture("15:58 Veltland signs the treaty with Ostmark")


@given(st.lists(st.text(min_size=1, max_size=6), max_size=7).map(" ".join))
def test_fewer_than_five_words_and_a_colon_are_the_head_of_a_list_in_any_script(head: str) -> None:
    told = [word for word in words(f"{head}:") if word[0].isalpha()]
    assert len(told) >= 5 or is_furniture(f"{head}:")


def test_a_day_inside_a_sentence_is_no_dateline() -> None:
    text = "In Selwyn, 30 October 2025 was a day of rest - for most."
    assert stripped(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "READ NEXT: the pact that the two signed in figures and in words",
        "Photograph by: Ada Holm, who has been at the quay since the morning",
        "Sign up for our letter on ships and ports and quays of the north",
        "(Additional reporting by Bey Tamm in Selwyn and Ada Holm in Arden)",
        "©Ninefold Wire, which has written of the ports for many years now",
    ],
)
def test_a_line_of_the_page_is_one_in_any_case(line: str) -> None:
    assert all(map(is_furniture, (line, line.upper(), line.lower())))


def test_a_line_is_read_on_until_it_has_words() -> None:
    assert not is_furniture("1,200 3,400 5,600 7,800 9,000 1,200 3,400 5,600 7,800 9,000 1,200 " + STATEMENT)


@given(st.text(st.sampled_from("a é\xa0\t\u200b<b>&;"), max_size=12))
def test_what_is_read_is_on_one_line_with_single_spaces(text: str) -> None:
    told = readable(text)
    assert told == " ".join(told.split()) == readable(f" {text}\n")
