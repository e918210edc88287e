import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.deadline_dates import after_period, is_far
from summarizers.sections.deadlines import MOST_DATES, deadlines
from summarizers.sections.due import Due
from summarizers.text.sentence import Sentence
from summarizers.text.sentences import split
from summarizers.types import Deadline, Document, Publication


def article(*texts: str, published: str | None = "2025-10-29") -> tuple[Document, tuple[Sentence, ...]]:
    """A document of one paragraph whose sentences are `texts`."""
    body, sentences = "", []
    for index, text in enumerate(texts):
        body += " " if body else ""
        start = len(body)
        body += text
        sentences.append(Sentence(start=start, end=len(body), index=index, paragraph=0, text=text))
    day = Publication.parse(published) if published else None
    return Document(id="a1", title="", body=body, published=day), tuple(sentences)


def points(*texts: str, published: str | None = "2025-10-29") -> tuple[Due, ...]:
    return deadlines(*article(*texts, published=published))


def only(*texts: str) -> Deadline:
    (point,) = points(*texts)
    return point.deadline


def test_an_undated_article_has_no_deadline() -> None:
    assert points("The truce expires on November 10, 2025.", published=None) == ()


def test_the_evidence_of_a_deadline_is_its_whole_sentence() -> None:
    document, sentences = article("All was calm.", "The truce expires on November 10.")
    (point,) = deadlines(document, sentences)
    assert (point.document_id, point.telling) == ("a1", (sentences[1],))
    assert point.text == sentences[1].text


def test_one_date_and_kind_is_one_deadline() -> None:
    found = points("The truce expires on November 10.", "The pause is set to expire on November 10.")
    assert len(found) == 1


def test_two_dates_in_a_sentence_are_two_deadlines() -> None:
    found = points("The law takes effect on December 1 and will expire on March 1, 2026.")
    assert [point.deadline.date.isoformat() for point in found] == [
        "2025-12-01",
        "2026-03-01",
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The truce expires on November 10.", "expiry"),
        ("The fee is due on November 10.", "due"),
        ("The ban takes effect on November 10.", "effective"),
        ("Deputies will vote on November 10.", "vote"),
        ("The envoys will meet on November 10.", "meeting"),
        ("The hearing is set for November 10.", "hearing"),
        ("The election will be held on November 10.", "election"),
        ("The bank will publish its figures on November 10.", "release"),
        ("The mayor will wed on November 10.", "other"),
        ("Parliament extended the mandate for peace talks until November 10.", "expiry"),
        ("The council extended the deadline for bids until November 10.", "due"),
        ("The union renewed its call and members can vote until November 10.", "vote"),
        ("The court extended his term and he must vacate the office until November 10.", "due"),
    ],
)
def test_the_nearest_trigger_gives_the_kind(sentence: str, kind: str) -> None:
    assert only(sentence).kind == kind


def test_a_time_keeps_its_zone_and_minute() -> None:
    deadline = only("Bids must be in by 5 p.m. EST on November 10.")
    assert (deadline.time, deadline.tz, deadline.granularity) == ("17:00", "-05:00", "minute")


def test_midnight_from_which_something_runs_is_the_next_day() -> None:
    assert only("The ceasefire will run from midnight Friday.").date == dt.date(2025, 11, 1)


def test_midnight_by_which_something_must_be_done_is_that_day() -> None:
    deadline = only("The crews must agree by midnight Friday.")
    assert (deadline.date, deadline.granularity, deadline.time) == (dt.date(2025, 10, 31), "day", None)


@pytest.mark.parametrize(
    ("sentence", "granularity"),
    [
        ("The council will vote this weekend.", "weekend"),
        ("The council will vote next week.", "week"),
        ("The council will vote in February 2026.", "month"),
        ("The council will vote in the second quarter of 2026.", "quarter"),
        ("The council will vote in the second half of next year.", "half"),
        ("The council will vote in the spring of 2026.", "season"),
        ("The council must vote by 2027.", "year"),
    ],
)
def test_a_coarse_date_stays_coarse(sentence: str, granularity: str) -> None:
    deadline = only(sentence)
    assert deadline.granularity == granularity
    assert deadline.end is not None


def test_a_period_that_has_begun_starts_with_the_publication() -> None:
    assert only("The council will vote this month.").date == dt.date(2025, 10, 29)


def test_what_comes_later_in_a_period_starts_after_the_publication() -> None:
    assert only("The council will vote later this month.").date == dt.date(2025, 10, 30)


def test_a_target_three_years_ahead_is_no_deadline() -> None:
    assert points("The fleet will be electric by November 10, 2028.") == ()


def test_a_called_off_date_is_no_deadline() -> None:
    assert points("The summit planned for November 10 was cancelled.") == ()


def test_a_holiday_that_names_a_break_is_no_deadline() -> None:
    assert points("The bill will wait until deputies begin their Thanksgiving recess.") == ()


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Talks on it start on November 10.", "Talks start"),
        ("The agency extended its review, pushing the decision date to November 10.", "the decision date"),
        (
            "He added that talks on cod would begin in Oslo on November 10.",
            "talks on cod would begin in Oslo",
        ),
        (
            "Mediators hope to win more time, and aid for the towns, before the truce lapses on November 10.",
            "the truce lapses",
        ),
        (
            "As the regulator reviews the plan, the bank is preparing for a vote set for November 10.",
            "the bank is preparing for a vote",
        ),
        (
            "While the talks were to end on November 10, they are likely to go into overtime.",
            "the talks were to end",
        ),
        (
            "A judge put the eviction on hold until November 10's hearing.",
            "A judge put the eviction on hold until the hearing",
        ),
        (
            "With effect from November 10, checks are free for the under-18s.",
            "checks are free for the under-18s",
        ),
        ("The truce expires on November 10.", "The truce expires"),
        (
            "Officials said that the ban on exports takes effect on November 10.",
            "the ban on exports takes effect",
        ),
        (
            "Old trade deals, which cut duties and resumed exports, are set to expire on November 10.",
            "Old trade deals are set to expire",
        ),
        ("The pact, which was due to lapse on November 10, is dead.", "The pact was due to lapse"),
        (
            "The ceasefire begins at dawn, and ends on November 10.",
            "The ceasefire begins at dawn, and ends on November 10",
        ),
        ("On November 10, the senate will vote on the bill.", "the senate will vote on the bill"),
        (
            "Dockers rejected a pay offer of 4.2 per cent and will strike from November 10.",
            "Dockers will strike",
        ),
        (
            "Voting in the ballot, in which about 2,300 dockers may take part, ends on November 10.",
            "Voting in the ballot ends",
        ),
        (
            "The court gave the ministry until November 10 to hand over the recordings.",
            "The court gave the ministry time to hand over the recordings",
        ),
        (
            "The hearing will go forward on November 10 at 10 a.m. Eastern, the clerk said.",
            "The hearing will go forward",
        ),
        (
            "Yard manager Ole Tamm told reporters that VSA hopes to launch the buoy again on November 10.",
            "VSA hopes to launch the buoy again",
        ),
        (
            "The mayor told Selwyn Radio on Monday that Veltland will vote on November 10.",
            "Veltland will vote",
        ),
        (
            "The council of the old town by the sea will vote on plans for its port on November 10.",
            "The council of the old town by the sea will vote",
        ),
    ],
)
def test_about_reads_alone_without_the_date(sentence: str, about: str) -> None:
    assert only(sentence).about == about


def test_two_days_of_one_thing_are_two_deadlines_about_it() -> None:
    found = [one.deadline for one in points("Hearings are set for November 10 and December 3.")]
    assert [(one.date.day, one.about) for one in found] == [(10, "Hearings"), (3, "Hearings")]


def test_about_has_at_most_twelve_words() -> None:
    long = "The council of the old town by the sea will vote on the new plan for the harbour on November 10."
    assert 0 < len(only(long).about.split()) <= 12


@pytest.mark.parametrize(
    ("title", "about"),
    [
        (
            "Appeals court fixes date for fight over Data Custody Act",
            "A decision is expected (Data Custody Act)",
        ),
        ("A date for the fight is fixed", "A decision is expected"),
        ("November brings a fight", "A decision is expected"),
    ],
)
def test_what_names_nobody_is_told_with_a_name_of_the_headline(title: str, about: str) -> None:
    body = "The court will hear the Data Custody Act case in November. A decision is expected in January."
    document = Document(id="d", title=title, body=body, published=Publication.parse("2025-10-29"))
    found = deadlines(document, tuple(split(body)))
    assert found[-1].deadline is not None
    assert found[-1].deadline.about == about


def test_what_concerns_the_two_of_a_headline_is_told_with_both() -> None:
    body = "Norland and Sudland struck a deal with Sudland giving way. The quota takes effect on 1 January."
    title = "Norland and Sudland share cod"
    document = Document(id="d", title=title, body=body, published=Publication.parse("2025-10-29"))
    (found,) = deadlines(document, tuple(split(body)))
    assert found.deadline is not None
    assert found.deadline.about == "The quota takes effect (Norland and Sudland)"


def test_evidence_near_the_head_weighs_more() -> None:
    filler = ["All was calm."] * 10
    first, second = points("The ban takes effect on November 10.", *filler, "The fee is due on November 12.")
    assert first.weight > second.weight


@pytest.mark.parametrize(
    ("value", "day"),
    [("P2W", "2025-11-12"), ("PT36H", "2025-10-31"), ("P4M", "2026-02-28"), ("P1Y", "2026-10-29")],
)
def test_a_period_ends_so_long_after_the_publication(value: str, day: str) -> None:
    days = after_period(value, dt.date(2025, 10, 29) if value != "P4M" else dt.date(2025, 10, 31))
    assert days is not None
    assert days.last == dt.date.fromisoformat(day)


@pytest.mark.parametrize("value", ["PXD", "PT5M", "P99999Y", "P2Y6M", "PRESENT_REF"])
def test_a_vague_or_endless_period_ends_on_no_day(value: str) -> None:
    assert after_period(value, dt.date(2025, 10, 29)) is None


@given(st.dates(max_value=dt.date(9990, 1, 1)), st.integers(min_value=0, max_value=1000))
def test_nothing_within_three_years_is_far(published: dt.date, ahead: int) -> None:
    assert not is_far(published + dt.timedelta(days=ahead), published)


@given(st.lists(st.text(min_size=1, max_size=60).filter(str.strip), max_size=4), st.dates())
def test_any_text_yields_only_points_ahead_of_its_publication(texts: list[str], day: dt.date) -> None:
    document, sentences = article(*texts, published=day.isoformat())
    for point in deadlines(document, sentences):
        assert point.deadline.last_day >= day


def test_a_sentence_without_end_is_judged_by_its_first_dates_only() -> None:
    cargoes = [f"the levy on cargo {day} expires on {day} November and" for day in range(1, 31)]
    found = [point.deadline for point in points(" ".join([*cargoes, "that was all."]))]
    assert [deadline.date.day for deadline in found] == list(range(1, MOST_DATES + 1))


def test_whose_members_act_is_named_beside_what_they_do() -> None:
    deadline = only("The deal depends on the Rural Alliance, whose members will endorse it on November 10.")
    assert deadline.about == "members will endorse it (Rural Alliance)"


@pytest.mark.parametrize(
    "line",
    [
        "10 November: nominations; 24 November: poll; 25 November: count.",
        "10 November – nominations, 24 November – poll, 25 November – count",
        "Nominations 10 November, poll 24 November, count 25 November.",
        "Key dates: nominations 10 November; poll 24 November; count 25 November.",
    ],
)
def test_each_date_of_a_table_without_verbs_is_a_deadline_by_its_label(line: str) -> None:
    found = [one.deadline for one in points(line)]
    assert [(one.date.day, one.about.lower()) for one in found] == [
        (10, "nominations"),
        (24, "poll"),
        (25, "count"),
    ]


@pytest.mark.parametrize(
    "line",
    ["Photo: talks in Oslo, 3 May 2026, and Bergen, 4 May 2026.", "Key dates: 12 November, 13 November."],
)
def test_dates_without_a_label_of_their_own_are_no_table(line: str) -> None:
    assert points(line) == ()


@pytest.mark.parametrize(
    ("sentence", "abouts"),
    [
        (
            "The court will hear the case on 3 November and rule by 9 December.",
            ["The court will hear the case", "The court will rule"],
        ),
        (
            "If the union accepts the offer by Friday, buses will run again from Monday.",
            ["If the union accepts the offer", "buses will run again"],
        ),
        (
            "The lower house votes on 22 November and the upper house on 29 November.",
            ["The lower house votes", "the upper house votes"],
        ),
        ("Doctors strike on 21 November, nurses on 22 November.", ["Doctors strike", "nurses"]),
        (
            "The ministers meet in Oslo on Monday and in Riga on Thursday.",
            ["The ministers meet in Oslo", "The ministers meet in Riga"],
        ),
        (
            "Kindra Bank will close 12 branches on 30 November and another nine in March.",
            ["Kindra Bank will close 12 branches", "Kindra Bank will close another nine"],
        ),
        (
            "Nominations must be in by 10 November and ballots will be posted on 20 November.",
            ["Nominations must be in", "ballots will be posted"],
        ),
        ("The ban begins on 10 November and ends on 24 November.", ["The ban begins", "The ban ends"]),
        (
            "The fair opens on 10 November and will close on 24 November.",
            ["The fair opens", "The fair will close"],
        ),
    ],
)
def test_each_of_two_verbs_is_told_with_its_subject(sentence: str, abouts: list[str]) -> None:
    assert [one.deadline.about for one in points(sentence)] == abouts


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("The trial is scheduled to begin on November 8 and is expected to last six weeks.", "fixed"),
        ("The ban ends on November 8 and could be renewed.", "fixed"),
        ("The trial is expected to begin on November 8 and will last six weeks.", "tentative"),
        ("Voting on November 8 and 9 could decide the matter.", "tentative"),
        ("The bank meets on November 8 and is expected to hold rates.", "fixed"),
        ("The firm said it would pay in full by November 8.", "fixed"),
        ("The firm said it would probably pay by November 8.", "tentative"),
    ],
)
def test_a_date_is_hedged_by_its_own_verb_only(sentence: str, certainty: str) -> None:
    assert only(sentence).certainty == certainty


def test_who_is_given_time_is_told_with_what_must_be_done() -> None:
    found = only(
        "A federal judge on Tuesday gave the software company Halvor Systems until November 7 to hand over"
        " internal emails."
    )
    assert found.about == "the software company Halvor Systems to hand over internal emails"


def test_a_feast_in_a_headline_is_no_name() -> None:
    document, sentences = article("A strike planned for Easter is off.", "The talks start on November 14.")
    (point,) = deadlines(replace(document, title="Airport staff call off Easter strike"), sentences)
    assert point.deadline.about == "The talks start"


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        (
            "The pact still needs the backing of the European Parliament, which is due to vote on May 2.",
            "the European Parliament is due to vote",
        ),
        (
            "Two counties asked a judge to block the merger of two banks, which is due to close on May 2.",
            "the merger of two banks is due to close",
        ),
        ("The ban, which ends on November 20, holds.", "The ban ends"),
        ("Oil fell after ministers agreed to lift exports from May 2.", "ministers agreed to lift exports"),
        (
            "The guild said it felt betrayed and would block ports on November 20.",
            "The guild would block ports",
        ),
        ("The firm has accepted the ruling and said it would pay by November 20.", "The firm would pay"),
        ("The next hearing is on November 20.", "The next hearing"),
    ],
)
def test_what_a_deadline_is_about_is_its_own_clause(sentence: str, what: str) -> None:
    assert only(sentence).about == what


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency ordered federal offices to apply the patch within 72 hours.",
        "The judge told the company to comply within 72 hours.",
    ],
)
def test_what_somebody_is_told_to_do_within_hours_is_due(sentence: str) -> None:
    assert only(sentence).date == dt.date(2025, 11, 1)


@pytest.mark.parametrize(
    ("sentence", "whats"),
    [
        (
            "Bids are due on November 3 and the winner will be named on November 9.",
            ["Bids are due", "the winner will be named"],
        ),
        (
            "Voting begins on November 3 in the north and the count starts on November 9.",
            ["Voting begins in the north", "the count starts"],
        ),
        ("Norvik and Altam will meet on November 9.", ["Norvik and Altam will meet"]),
    ],
)
def test_two_clauses_with_a_date_each_are_told_apart(sentence: str, whats: list[str]) -> None:
    assert [point.deadline.about for point in points(sentence)] == whats


@pytest.mark.parametrize(
    "text",
    [
        "The court will hear the case not on 3 December but on 4 December.",
        "The court will not hear the case on 3 December but on 4 December.",
        "The court will hear the case on 4 December and not on 3 December.",
        "Bids must be sent not by 3 December but by 4 December.",
    ],
)
def test_of_two_days_the_one_that_is_denied_is_no_deadline(text: str) -> None:
    assert only(text).date == dt.date(2025, 12, 4)


def test_what_holds_is_told_of_the_day_that_is_not_denied() -> None:
    told = only("The court will not hear the case on 3 December but on 4 December.")
    assert told.about == "The court will hear the case"


def test_a_day_whose_plan_was_dropped_is_no_deadline() -> None:
    told = only("The plan for 3 December was dropped; the council meets on 9 December instead.")
    assert told.date == dt.date(2025, 12, 9)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The trial of two bankers opens on 12 November in Olmen.", "hearing"),
        ("An inquest into the fire opens on 12 November.", "hearing"),
        ("Talks on the pact are to resume on Monday.", "meeting"),
        ("Voting begins on 12 November in the north.", "vote"),
        ("The museum opens on 12 November.", "effective"),
        ("Porters will work to rule from Monday.", "effective"),
        ("The fare rises to four crowns on 1 December.", "effective"),
        ("The council must publish its plan by 11 December.", "due"),
        ("The bank publishes its report on 11 December.", "release"),
        ("Voters elect a mayor on 3 December.", "election"),
    ],
)
def test_what_opens_or_is_owed_has_the_kind_of_the_thing(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The fund could run dry by 3 December, analysts say.", "The fund could run dry"),
        (
            "The council must publish its plan by 11 December, a court ruled.",
            "The council must publish its plan",
        ),
        ("The firm must pay by 3 December, lawyers for the guild said on Monday.", "The firm must pay"),
    ],
)
def test_who_says_so_behind_the_date_is_no_part_of_what_it_is_about(text: str, about: str) -> None:
    assert only(text).about == about
