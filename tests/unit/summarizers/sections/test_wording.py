from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.furniture import stripped
from summarizers.sections.inserts import INSERT, may_hold_insert
from summarizers.sections.pieces import lacks_what_was_said, sets_condition
from summarizers.sections.wording import quoted, trim
from summarizers.types import MAX_POINT_CHARS

PIECES = st.sampled_from(
    [
        "The minister said", ", which", " and the union", " signed the deal", '"', "“", "”", " — ", "; ",
        ", after", " unless", " in a statement", ", but", " (Reuters)", " that would", " talks began",
        " on Friday", ", the envoy,",
    ]
)  # fmt: skip
SHORTENED = (Path(__file__).parents[3] / "data" / "shortened.txt").read_text("utf-8").splitlines()
"""Long sentences; what goes stands in braces."""
ROAD = " the winding road to the harbour of Selwyn"


@given(st.text(max_size=400) | st.lists(PIECES, max_size=30).map("".join))
def test_a_bullet_never_exceeds_its_limit_and_is_never_blank(text: str) -> None:
    bullet = trim(text)
    assert bullet is None or len(bullet) <= MAX_POINT_CHARS


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_word_of_a_bullet_stands_in_its_source_in_that_order(text: str) -> None:
    words = iter(re.findall(r"\w+", text.lower()))
    assert all(word in words for word in re.findall(r"\w+", (trim(text) or "").lower()))


def test_a_short_sentence_stays_as_it_is() -> None:
    assert trim("The port reopened on Monday.") == "The port reopened on Monday."


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        ("SELWYN (Reuters) - The port reopened today.", "The port reopened today."),
        ("PORT SELWYN, Veltland — The port reopened today.", "The port reopened today."),
        ("Selwyn — The port reopened today.", "The port reopened today."),
        ("Update at 1:25 p.m. ET: The port reopened today.", "The port reopened today."),
        ("The port reopened today, Reuters reported.", "The port reopened today."),
        ("The port reopened today, according to AP and Reuters.", "The port reopened today."),
        (
            "The Harbour Workers Union (HWU) accepted the offer.",
            "The Harbour Workers Union accepted the offer.",
        ),
        ("• The port reopened again today.", "The port reopened again today."),
        (
            "Arlo said he “could sign the deal today,” Reuters reported.",
            "Arlo said he “could sign the deal today.”",
        ),
    ],
)
def test_furniture_goes(text: str, bullet: str) -> None:
    assert trim(text) == bullet


@pytest.mark.parametrize(
    "text",
    [
        "The company will pay 40 million crowns ($52 million) to the fishermen.",
        "The port reopened today, the harbour master said.",
        "The port reopened today, according to the harbour master.",
        'Arlo said, "We (all of us) want the deal."',
    ],
)
def test_figures_speakers_and_quoted_words_stay(text: str) -> None:
    assert trim(text) == text


def test_an_entry_of_a_live_report_loses_its_clock_and_a_translation_goes() -> None:
    assert trim("14:05 Talks resume in the old town.") == "Talks resume in the old town."
    source = 'He said "we will pay it all" ((es))Spanish language: lo pagaremos todo'
    assert trim(source) == 'He said "we will pay it all"'


def test_a_long_quotation_without_its_speaker_in_front_is_not_cut_loose() -> None:
    assert (
        trim(f'"We will sue, and we will tell everybody about{ROAD} and{ROAD} and{ROAD} and{ROAD}.') is None
    )


def test_brackets_without_a_space_before_them_belong_to_their_word() -> None:
    assert (
        trim("The firm will pay more into the 401(k) plans.")
        == "The firm will pay more into the 401(k) plans."
    )


def test_furniture_stays_where_nothing_would_be_left() -> None:
    assert stripped("The port closed, Reuters reported.") == "The port closed, Reuters reported."


def test_an_omission_inside_a_quotation_is_shown() -> None:
    assert trim('Arlo said, "We wait [...] we hope."') == 'Arlo said, "We wait … we hope."'
    assert trim('Arlo said, "We wait for them [...]') == 'Arlo said, "We wait for them"'


def test_a_sentence_inside_a_quotation_gets_the_mark_it_lacks() -> None:
    assert trim('Arlo said, "We want peace.') == 'Arlo said, "We want peace."'
    assert trim('We want peace at last."') == '"We want peace at last."'
    assert trim("Arlo said, “We want peace.") == "Arlo said, “We want peace.”"
    assert trim("We want peace at last.”") == "“We want peace at last.”"


LONG = {
    'Bey Tamm said, "We will take the government to the highest court in the land"': (
        'Bey Tamm said, "We will take the government to the highest court in the land, and we will tell'
        f' everybody about{ROAD} and{ROAD} and{ROAD}."'
    ),
    "Veltland signed the treaty with Ostmark.": (
        f"On Thursday, Veltland signed the treaty with Ostmark, which has been in dispute over{ROAD}"
        f" and{ROAD} and{ROAD}."
    ),
    "Ostmark banned all trawlers from the northern bay.": (
        f"Ostmark banned all trawlers from the northern bay; the ban covers{ROAD} and{ROAD} and{ROAD} too."
    ),
    "Veltland signed the treaty with Ostmark and its island neighbours.": (
        f"Veltland, which has held the chair of the council since{ROAD}, signed the treaty with Ostmark and"
        f" its island neighbours, leaving{ROAD} and{ROAD} and{ROAD} for a second treaty later on."
    ),
    "Veltland signed the treaty on cod, crab and whales with Ostmark and its three island neighbours.": (
        f"In the small town at the end of{ROAD} and{ROAD}, Veltland signed the treaty on cod, crab and whales"
        " with Ostmark and its three island neighbours."
    ),
    "“We will take the government to the highest court,” said the union.": (
        "“We will take the government to the highest court,” said the union in a statement about"
        f"{ROAD} and then again about{ROAD} and so on."
    ),
    "The union leader Bey Tamm said, “We will take the government to the highest court”": (
        "The union leader Bey Tamm said, “We will take the government to the highest court, and we will tell"
        f" everybody about{ROAD} and{ROAD} and{ROAD}.”"
    ),
    "“We will take the government to the highest court,” Bey Tamm said.": (
        "“We will take the government to the highest court, and we will tell everybody about"
        f"{ROAD} and{ROAD} and{ROAD},” Bey Tamm said."
    ),
    "Ostmark banned all trawlers from the northern bay, the harbour master said on Friday.": (
        f"Ostmark banned all trawlers from the northern bay and will tax the others for{ROAD} and{ROAD}"
        f" and{ROAD}, the harbour master said on Friday."
    ),
    "Ostmark turned down the treaty because it gave away too much.": (
        f"Ostmark turned down the treaty because it gave away too much and was drawn up behind{ROAD}"
        f" and{ROAD} and{ROAD} in the hills."
    ),
    "The fishers of Ostmark opposed the mayor's plan for the bay.": (
        "The fishers of Ostmark opposed the mayor's plan for the bay: \"It ends what our fathers"
        f' began when they came down{ROAD} and{ROAD} and{ROAD}."'
    ),
    f"Senator Bey Tamm called the treaty{ROAD} and{ROAD} and{ROAD} a mere gift to trawlers.": (
        f"Senator Bey Tamm, D-Ostmark, called the treaty{ROAD} and{ROAD} and{ROAD} a mere gift to trawlers."
    ),
    "Veltland stopped the ferry at the request of the mayor.": (
        "Veltland stopped the ferry at the request of the mayor, who owns the land"
        f" along{ROAD} and{ROAD} and{ROAD}."
    ),
    'The envoy said it is possible "that this ferry carries goods which harm the safety of the bay."': (
        'The envoy said it is possible "that this ferry carries goods which harm the safety of the bay,"'
        f" and the ban followed long talks about{ROAD} and{ROAD} and{ROAD}."
    ),
    "They found that the treaty on the bay between Veltland and Ostmark is “null and void”": (
        "They found that the treaty on the bay between Veltland and Ostmark is “null and void” and"
        " “does harm to the"
        f" rights of the towns along{ROAD} and{ROAD} and{ROAD}”."
    ),
    "“The dockers want a better life and put their names to the offer,” Bey Tamm said.": (
        "“The dockers want a better life and put their names to the offer and put their bodies on the line in"
        f" a fight over{ROAD} and{ROAD} and{ROAD},” Bey Tamm said."
    ),
    "“The office has chosen to end the strike in a way,” Bey Tamm said.": (
        f"“The office has chosen to end the strike in a way that has harmed{ROAD} and{ROAD} and{ROAD} and"
        f"{ROAD},” Bey Tamm said."
    ),
    "Earlier agreements between the two countries are set to expire in May.": (
        "Earlier agreements between the two countries that had kept the peace along"
        f"{ROAD} and{ROAD} and{ROAD}, are set to expire in May."
    ),
}


@pytest.mark.parametrize("bullet", LONG)
def test_a_long_sentence_loses_whole_clauses(bullet: str) -> None:
    assert len(LONG[bullet]) > MAX_POINT_CHARS
    assert trim(LONG[bullet]) == bullet


@pytest.mark.parametrize(("opens", "shuts"), [('"', '"'), ("“", "”")])
@pytest.mark.parametrize(
    "insert",
    [
        ", including all the dues of the harbour,",
        ", which nobody in the bay wants to hear,",
        " — as we always have and will —",
    ],
)
def test_nothing_is_cut_out_of_the_middle_of_a_quotation(opens: str, shuts: str, insert: str) -> None:
    said = f"we will pay the whole sum{insert} to the towns of the bay"
    lead = f"Bey Tamm told the council of{ROAD} and of the hills by the old lighthouse that"
    text = f"{lead} {opens}{said}{shuts} today."
    assert len(text) > MAX_POINT_CHARS
    assert "sum to the towns" not in (trim(text) or "")


def test_a_condition_is_never_cut_off() -> None:
    long = f"{ROAD}, and{ROAD}, and{ROAD}, and{ROAD}"
    assert (
        trim(f"The union will strike at every port, unless the firm, which owns ships, pays for{long}.")
        is None
    )


@pytest.mark.parametrize(
    "term", ["unless", "only if", "Provided", "subject to", "Until", "except", "on condition", "as long as"]
)
def test_every_word_that_sets_a_condition_is_known(term: str) -> None:
    assert sets_condition(f", {term} the firm pays")
    assert not sets_condition(f", {term}x the firm pays")


@pytest.mark.parametrize(
    "insert",
    [
        ", which owns the ships,",
        ", where ships are built,",
        ", including two ships,",
        ", D-Selwyn,",
        ", 54,",
        ", a builder of ships,",
        ", their builder,",
        " — a builder of ships —",
        " -- who builds ships --",
    ],
)
def test_what_may_hold_an_insert_is_looked_into(insert: str) -> None:
    text = f"The firm of Bey Tamm{insert} will pay, it says"
    assert INSERT.search(text) is not None
    assert may_hold_insert(text)
    assert not may_hold_insert("The firm of Bey Tamm, it says, will pay, and that at once")


@pytest.mark.parametrize(
    "place",
    [
        "an interview",
        "a speech",
        "a news conference",
        "a press release",
        "a blog post",
        "his remarks",
        "a memo",
    ],
)
def test_where_a_thing_was_said_goes_first(place: str) -> None:
    head = f"The union will strike at every port{ROAD}{ROAD}{ROAD}, its leader said"
    assert trim(f"{head} in {place} that was shown on Tuesday evening, and he thanked all.") == f"{head}."


@pytest.mark.parametrize("verb", ["said", "says", "announced", "explained"])
def test_a_clause_that_ends_before_what_was_said_lacks_it(verb: str) -> None:
    assert lacks_what_was_said(f"The union {verb}")
    assert not lacks_what_was_said(f"The union {verb} no")
    assert not lacks_what_was_said(f"The union will strike, it {verb}")
    assert not lacks_what_was_said(f"The union un{verb}")


def test_a_list_is_not_cut_in_the_middle() -> None:
    text = f"The treaty covers cod of{ROAD}{ROAD}, mackerel of{ROAD}{ROAD}, and whales of{ROAD}."
    assert trim(text) is None


def test_a_sentence_does_not_stop_where_what_was_said_should_begin() -> None:
    text = f"The ambassador openly alleged, by way of{ROAD}, Veltland had{ROAD} and{ROAD} and{ROAD} too."
    assert trim(text) is None


@pytest.mark.parametrize(
    "opening",
    ["Bey Tamm added", "The summary ended with the words", "Bey Tamm of the union told the press"],
)
def test_what_only_leads_up_to_a_quotation_is_no_bullet(opening: str) -> None:
    assert trim(f'{opening}: "The treaty of{ROAD} and{ROAD} and{ROAD} and{ROAD} is void."') is None


def test_a_deed_that_workers_are_told_apart_by_is_not_cut_off() -> None:
    text = f"Workers hired by the port and paid by the town went on strike over{ROAD} and{ROAD} and{ROAD}."
    assert trim(text) is None


def test_what_must_stay_decides_between_cuts() -> None:
    text = f"Veltland signed the treaty, which ends on 4 May, after talks about{ROAD} and{ROAD} and{ROAD}."
    assert (
        trim(text, keeps=lambda part: "4 May" in part) == "Veltland signed the treaty, which ends on 4 May."
    )


def test_a_sentence_without_a_separable_clause_has_no_bullet() -> None:
    assert trim("word " * 60) is None


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        ("But the union rejected the offer.", "The union rejected the offer."),
        ("And on Friday, the union rejected the offer.", "The union rejected the offer."),
        ("Also on Friday, the union rejected it.", "The union rejected it."),
        ("On Friday, the union will vote on the offer.", "On Friday, the union will vote on the offer."),
        ("However, the union rejected the offer.", "The union rejected the offer."),
        ("Even so, the union rejected the offer.", "The union rejected the offer."),
        ("By contrast, the union rejected the offer.", "The union rejected the offer."),
        ("Still unsigned, the treaty lapsed.", "Still unsigned, the treaty lapsed."),
        ("Meanwhile, officials said, they will wait.", "Meanwhile, officials said, they will wait."),
        ("Meanwhile, officials said on Monday they will wait.", "Officials said on Monday they will wait."),
        ("Meanwhile, officials said, adding that they wait.", "Officials said, adding that they wait."),
        ("For its part, the union rejected the offer.", "The union rejected the offer."),
        ("“But the union rejected the offer,” Tamm said.", "“But the union rejected the offer,” Tamm said."),
        ("So far the union has rejected every offer.", "So far the union has rejected every offer."),
        ("Yet to be signed is the treaty on cod.", "Yet to be signed is the treaty on cod."),
    ],
)
def test_a_word_that_ties_a_sentence_to_the_one_before_goes(text: str, bullet: str) -> None:
    assert trim(text) == bullet


def test_what_hung_on_an_opening_phrase_does_not_dangle_without_it() -> None:
    text = (
        "In its own brief, filed hours before the deadline, Penwick Cloud called the clause a trap for every"
        f" company that has ever kept a record in{ROAD} and{ROAD} and{ROAD} and{ROAD} and{ROAD}."
    )
    assert not (trim(text) or "").startswith("Filed")


def test_a_noun_that_waits_for_its_verb_is_no_end() -> None:
    text = (
        "A ceasefire between Sarrane and the Upland Council is holding along most of the front despite"
        " exchanges"
        " of fire near Dravik Bridge, the envoy who brokered it said on Tuesday, but talks over"
        " prisoners have"
        " slowed since the weekend."
    )
    assert trim(text) == (
        "A ceasefire between Sarrane and the Upland Council is holding along most of the front."
    )
    text = (
        "The tariff standstill lapses on 10 November unless both cabinets have approved its extension, and in"
        " Havrenne the Miners’ Bloc, on whose nine votes the government relies, warned on Thursday that"
        " it would"
        " oppose any guarantee of supplies."
    )
    assert not (trim(text) or "").endswith("Bloc.")


def test_a_post_that_somebody_holds_is_not_where_a_thing_was_said() -> None:
    text = (
        "“This is a combination about speed,” said Marguerite Oake, the chief executive, who has spent"
        " much of"
        " her three years in the post explaining to investors why a landlord of sheds should want to"
        " own all of"
        " the locomotives."
    )
    assert not (trim(text) or "").endswith("three years.")
    plain = (
        f"The minister said in a social media post that the ban stays{ROAD} and{ROAD} and{ROAD} and{ROAD}."
    )
    assert trim(plain) is None


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        (
            "Leader Arlo Venn of the Right Party ((xx))Ostmark language: Rekta i Prava openly announced it.",
            "Leader Arlo Venn of the Right Party openly announced it.",
        ),
        (
            "Minister Arlo Venn of the tax ((xx))Ostmark language: rekta leads the talks on Friday.",
            "Minister Arlo Venn of the tax rekta leads the talks on Friday.",
        ),
    ],
)
def test_a_translation_in_the_midst_of_a_sentence_takes_a_name_along_and_nothing_else(
    text: str, bullet: str
) -> None:
    assert trim(text) == bullet


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        ("Yesterday, Ostmark closed its ports.", "Ostmark closed its ports."),
        ("Late on Sunday, Ostmark closed its ports.", "Ostmark closed its ports."),
        ("Today, Ostmark is to close its ports.", "Today, Ostmark is to close its ports."),
        ("On Friday, it rained.", "On Friday, it rained."),
        ("Late Sunday, Ostmark closed its ports.", "Ostmark closed its ports."),
        ("Sunday night, Ostmark closed its ports.", "Ostmark closed its ports."),
        ("On Sunday, July 6, Ostmark closed its ports.", "Ostmark closed its ports."),
        ("On Sunday, 6 July 2031, Ostmark closed its ports.", "Ostmark closed its ports."),
        ("On Sunday Ostmark closed its ports.", "Ostmark closed its ports."),
        ("On Sunday the port closed again.", "The port closed again."),
        ("On Sunday the 6th of July it rained.", "On Sunday the 6th of July it rained."),
        (
            "On Sunday, July 6, Ostmark is to close its ports.",
            "On Sunday, July 6, Ostmark is to close its ports.",
        ),
    ],
)
def test_a_day_that_is_over_does_not_open_a_bullet(text: str, bullet: str) -> None:
    assert trim(text) == bullet


def test_a_participle_without_a_verb_of_its_own_is_no_bullet() -> None:
    assert trim('Saying "there are many threats in the bay"') is None
    assert trim("Refusing to move, eight dockers were arrested.") is not None


def test_what_dashes_enclose_does_not_lose_its_sentence() -> None:
    insert = "a loan of nine million crowns by four banks for the ailing ferries of Ostmark"
    end = f"is being met with doubt all over the old town of Selwyn and in the {'old ' * 9}port."
    found = trim(f"The deal that was signed on Sunday evening — {insert} — {end}")
    assert found is None or "doubt" in found


def test_who_says_it_keeps_a_comma_where_an_insert_goes() -> None:
    insert = f"which began {'so very ' * 13}late"
    text = f"Talks on cod resume on Monday to discuss the truce, {insert}, the office of Ada Venn said."
    assert trim(text) == "Talks on cod resume on Monday to discuss the truce, the office of Ada Venn said."


def test_a_verb_parted_from_its_object_keeps_it() -> None:
    start = "It took the minister an hour to present the budget to the assembly of Veltland on Wednesday"
    rest = (
        ", and by its end she had lost, by our count, the attention of eleven members and the goodwill of one"
    )
    assert trim(start + rest + " of the parties that carry her.") == start + "."


@pytest.mark.parametrize("marked", SHORTENED)
def test_brackets_offices_lists_and_who_told_it_go_where_there_is_no_room(marked: str) -> None:
    sentence = marked.replace("{", "").replace("}", "")
    assert len(sentence) > MAX_POINT_CHARS
    assert trim(sentence) == re.sub(r"\{[^}]*\}", "", marked)


def test_who_is_quoted_stays() -> None:
    said = "We will not sign what we have not read, and nobody here should, whatever the ministry may promise"
    sentence = (
        f"“{said} us tonight or in the weeks ahead of the vote,” the chief delegate told a press conference."
    )
    shorter = trim(sentence)
    assert shorter is None or "delegate" in shorter


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We will fight.", "“We will fight.”"),
        ('"But we will fight', '"We will fight."'),
        ("“We told him (Mr Tamm) so.", "“We told him (Mr Tamm) so.”"),
        ("“We call it “war”.”", None),
    ],
)
def test_a_sentence_of_a_quotation_stands_between_marks(text: str, said: str | None) -> None:
    assert quoted(text, MAX_POINT_CHARS) == said


def test_a_long_sentence_of_a_quotation_ends_with_one_of_its_clauses() -> None:
    text = (
        f"“It is a shame that no offer was made, which we had hoped for since we came down{ROAD} and{ROAD}.”"
    )
    assert quoted(text, 120) == "“It is a shame that no offer was made.”"


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(10, MAX_POINT_CHARS))
def test_what_is_quoted_is_verbatim(text: str, limit: int) -> None:
    said = quoted(text, limit)
    plain = re.sub(r"\W+", " ", text.lower())
    assert said is None or (len(said) <= limit and re.sub(r"\W+", " ", said.lower()).strip() in plain)


@pytest.mark.parametrize("measure", ["within 45 days", "a year", "just hours", "shortly"])
def test_what_counts_from_a_day_keeps_that_day(measure: str) -> None:
    text = f"The court ruled that the vote on the treaty must be held {measure} after the old house has ended"
    assert trim(f"{text} its term and gone down{ROAD} and{ROAD} and{ROAD} to the sea.") is None


def test_a_day_that_counts_from_nothing_is_told_without_what_came_before_it() -> None:
    text = (
        f"The talks on the treaty collapsed last week before they had begun in the hall"
        f" beside{ROAD} and{ROAD}"
    )
    assert trim(f"{text} and{ROAD}.") == "The talks on the treaty collapsed last week."


def test_a_subject_behind_an_opening_phrase_is_no_description_of_its_name() -> None:
    text = (
        "In the town of Selwyn, the Harbour Party and the River Party, the two largest of the"
        " opposition, walked"
        f" out of the house and did not vote on the motion about{ROAD} and{ROAD}."
    )
    assert not (trim(text) or "").startswith("In the town of Selwyn the two")


def test_what_holds_the_verb_is_no_insert() -> None:
    text = (
        "Bey Tamm, the Lord President of the court decided, by the summary that was read out, that"
        " advice to the"
        f" queen on{ROAD} and{ROAD} was void, which pleased the towns."
    )
    assert "Tamm by the summary" not in (trim(text) or "")


def test_what_goes_on_with_an_insert_does_not_hang_without_it() -> None:
    text = (
        "Tamm Industries, a holding company with sales of about $1.9 billion, largely from ferries and"
        " cranes, did"
        f" not comment on the offer for{ROAD} and{ROAD} and{ROAD}."
    )
    assert "Industries largely" not in (trim(text) or "")


def test_what_somebody_said_is_not_told_without_who_said_it() -> None:
    text = (
        f"The fault will cause trouble in “rare circumstances that nobody will meet along{ROAD}” such"
        f" as{ROAD} or"
        f"{ROAD}, said Bey Tamm, editor of the Courier."
    )
    assert "circumstances" not in (trim(text) or "") or "Tamm" in (trim(text) or "")


def test_a_phrase_that_ends_on_and_is_not_taken_for_an_opening() -> None:
    text = (
        "With the purchase Tamm said it seeks to grow in the south of Ostmark and, over 18 months at a"
        " cost of one"
        " billion crowns, intends to merge the stores there into its chain of 386 shops along the coast"
        " of Veltland."
    )
    assert trim(text) == "With the purchase Tamm said it seeks to grow in the south of Ostmark."


def test_a_clause_that_has_begun_keeps_its_verb() -> None:
    text = (
        'The summary ended: "The court will make an order that the advice to the queen and the closure which'
        f' came of it along{ROAD} and{ROAD} and{ROAD} was unlawful."'
    )
    assert "closure" not in (trim(text) or "")


def test_those_of_whom_only_a_relative_clause_tells_keep_it() -> None:
    text = (
        f"The ministry said on Sunday that it will pay back the dues of all who have"
        f" sold{ROAD} and{ROAD} and{ROAD}"
    )
    assert trim(f"{text} and{ROAD}.") is None


def test_a_sentence_of_just_as_many_characters_as_fit_stays() -> None:
    text = "The union rejected the offer " + "again and " * 16 + "again, it said."
    text = text[: MAX_POINT_CHARS - 1].rstrip(".") + "."
    assert trim(text, len(text)) == text


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        ("But now, it is set to come back in April.", "Now, it is set to come back in April."),
        ("But then the port closed.", "The port closed."),
    ],
)
def test_a_first_word_before_a_comma_gets_its_capital(text: str, bullet: str) -> None:
    assert trim(text) == bullet


def test_hours_after_a_deed_something_else_has_happened() -> None:
    text = (
        "Hours after thousands of dockers walked off the job without a warning on Friday, an arbitrator"
        " found that"
        f" the strike along{ROAD} and{ROAD} and{ROAD} was against the law."
    )
    assert not (trim(text) or "").endswith("Friday.")


def test_a_clause_does_not_end_on_but() -> None:
    text = (
        "The forecast is for a slight drop in the measure to 57.3 in December, from 57.5 in November,"
        " but that would"
        f" still be more than was ever seen along{ROAD} and{ROAD}."
    )
    assert (trim(text) or "").endswith("in November.")


@pytest.mark.parametrize(
    "insert",
    [
        ", which has a stop at the amphitheatre of Selwyn on Saturday, July 29",
        ", where Bey Tamm lives, in Arden, Ostmark, and works",
        ", including Selwyn, Ostmark, Mayor Ada Venn",
    ],
)
def test_a_date_or_a_place_is_not_parted_where_an_insert_goes(insert: str) -> None:
    text = (
        f"The festival has told at last of its bands and its tour of the islands{insert} and"
        f" the towns along{ROAD}"
    )
    told = trim(f"{text} and{ROAD} and{ROAD}.") or ""
    assert "islands July" not in told
    assert "islands Ostmark" not in told


def test_what_was_only_reached_after_something_is_not_only_reached() -> None:
    text = (
        "The deal on the port was only reached after the heads of the line, among them Bey Tamm of"
        " Selwyn, Ada Venn of"
        f" Arden, Bo Oake of Ostby, and Ilda Marrow of{ROAD} and{ROAD} joined the talks."
    )
    assert trim(text) is None


def test_of_several_who_do_a_thing_none_goes_with_what_opens_the_sentence() -> None:
    text = (
        "In exchange Tamm Cloud, Datahollow and Venn Systems dropped their request for a stay of the"
        " whole law on"
        " data, a request on which, several lawyers of Selwyn said, they had not been likely to win."
    )
    assert len(text) <= MAX_POINT_CHARS
    assert trim(text, 190) == text.removeprefix("In exchange ")


def test_who_tells_that_something_is_so_is_no_subject_of_it() -> None:
    text = (
        "The Courier also reports that Bey Tamm, the mayor of Arden who was shot in the back on Monday,"
        " has been"
        f" flown to a clinic in Ostmark{ROAD} and{ROAD} and{ROAD}."
    )
    assert "reports has" not in (trim(text) or "")


def test_the_mark_of_a_language_goes_with_both_its_brackets() -> None:
    text = 'The bishop called the ruling "dangerous" ((it)) and "wrong" ((it)) on Monday.'
    assert trim(text) == 'The bishop called the ruling "dangerous" and "wrong" on Monday.'


def test_the_verb_of_what_is_told_of_a_noun_is_not_its_own() -> None:
    deal = "The deal we wrote about on Sunday evening"
    loan = "a loan of 13 billion marks by four banks to the troubled yards on the long northern coast"
    assert (
        trim(f"{deal} — {loan} of Ostmark, with the two ports beside them, and two more in the south.")
        is None
    )
    told = trim(f"{deal} has been signed by both sides, which makes it {loan} of Ostmark, and of two more.")
    assert told is not None
    assert told.startswith(f"{deal} has been signed by both sides")


def test_what_is_listed_beside_a_name_is_not_cut_in_two() -> None:
    text = (
        "The state gazette has published a long interview with Ada Holm, the commissioner responsible for"
        " forts, small arms and the building of ships, in which she said that the deal on yards is signed."
    )
    assert re.search("Ada Holm,? small arms", trim(text) or "") is None
