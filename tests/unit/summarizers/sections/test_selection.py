from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.due import Due
from summarizers.sections.offers import Offer, ranked_as_asked
from summarizers.sections.offers import ranked as ranked_offers
from summarizers.sections.selection import MOST_DATED, Candidate, Fact, Ranked, all_dated, choose
from summarizers.text.sentence import Sentence
from summarizers.types import Budget, Deadline, DeadlineKind, Point, Section, Span


def candidate(
    section: Section,
    weight: float,
    words: str,
    *,
    document: str = "a",
    start: int = 0,
    deadline: Deadline | None = None,
) -> Candidate:
    span = Span(document, start, start + 9)
    point = Point(
        section=section,
        text=words,
        evidence=(span,),
        engine="e",
        weight=weight,
        deadline=deadline,
    )
    told = Sentence(start, start + 9, 0, 0, words)
    what = Due(deadline, document, (told,), words, weight) if deadline else frozenset(words.split())
    return Candidate(point=point, fact=Fact(section, weight, what))


def due(
    day: int,
    words: str,
    *,
    end: int | None = None,
    kind: DeadlineKind = "due",
    weight: float = 1.0,
    start: int = 0,
) -> Candidate:
    last = dt.date(2031, 3, end) if end else None
    deadline = Deadline(date=dt.date(2031, 3, day), end=last, about=words, kind=kind)
    return candidate(Section.DEADLINE, weight, words, deadline=deadline, start=start)


def offer(plain: Candidate, lost: float = 0.0, asked: list[str] | None = None) -> Offer:
    """`plain`, which loses so much when it is worded; `asked` is told of it."""

    def worded() -> Candidate:
        if asked is not None:
            asked.append(plain.point.text)
        return plain.told_as(replace(plain.point, weight=plain.point.weight - lost), plain.days)

    return Offer(plain.fact, worded)


def ranked(candidates: Iterable[Candidate]) -> Ranked:
    return ranked_offers(map(offer, candidates))


def texts(points: tuple[Point, ...]) -> list[str]:
    return [point.text for point in points]


CANDIDATE = st.builds(
    candidate,
    st.sampled_from([Section.AGREEMENT, Section.TENSION]),
    st.floats(0, 1),
    st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=4).map(" ".join),
    start=st.integers(0, 50),
) | st.builds(
    due, st.integers(1, 28), st.sampled_from(["vote", "talks end", "truce"]), start=st.integers(0, 50)
)
CANDIDATES = st.lists(CANDIDATE, max_size=25)


@given(CANDIDATES, st.integers(0, 9), st.integers(0, 6))
def test_no_budget_is_exceeded(candidates: list[Candidate], points: int, per_section: int) -> None:
    chosen = choose(ranked(candidates), Budget(points=points, per_section=per_section))
    assert len(chosen) <= points
    for section in Section:
        assert sum(point.section is section for point in chosen) <= per_section


@given(CANDIDATES)
def test_sections_come_in_order_deadlines_by_date_the_rest_by_weight(candidates: list[Candidate]) -> None:
    chosen = choose(ranked(candidates), Budget(points=50, per_section=50))
    sections = [list(Section).index(point.section) for point in chosen]
    assert sections == sorted(sections)
    days = [point.deadline.last_day for point in chosen if point.deadline]
    assert days == sorted(days)
    for section in (Section.AGREEMENT, Section.TENSION):
        weights = [point.weight for point in chosen if point.section is section]
        assert weights == sorted(weights, reverse=True)


def test_of_two_bullets_for_one_fact_the_heavier_stays() -> None:
    pair = [
        candidate(Section.TENSION, 0.6, "union rejects pay offer"),
        candidate(Section.TENSION, 0.9, "union rejects offer again"),
        candidate(Section.TENSION, 0.5, "court fines port"),
    ]
    assert texts(choose(ranked(pair), Budget())) == ["union rejects offer again", "court fines port"]


def test_the_same_words_in_two_sections_are_two_facts() -> None:
    both = [candidate(section, 0.9, "union ends strike") for section in (Section.AGREEMENT, Section.TENSION)]
    assert len(choose(ranked(both), Budget())) == 2


def test_a_fact_of_two_articles_cites_both_once_each() -> None:
    told = [
        candidate(Section.AGREEMENT, 0.9, "union ends strike", document="a"),
        candidate(Section.AGREEMENT, 0.8, "union ends long strike", document="b"),
        candidate(Section.AGREEMENT, 0.7, "the union ends strike", document="b", start=70),
    ]
    (point,) = choose(ranked(told), Budget())
    assert point.evidence == (Span("a", 0, 9), Span("b", 0, 9))


def test_every_section_gets_its_first_point_before_any_gets_a_second() -> None:
    crowd = [candidate(Section.TENSION, 0.9 - i / 100, f"t{i}") for i in range(5)]
    crowd += [candidate(Section.AGREEMENT, 0.5, "a0"), due(4, "d0")]
    assert texts(choose(ranked(crowd), Budget(points=3))) == ["a0", "t0", "d0"]


def test_the_last_room_is_a_deadlines() -> None:
    settled = [candidate(Section.AGREEMENT, 0.9, words) for words in ("a b", "c d")]
    both = ranked([*settled, due(1, "e f g"), due(5, "h i j")])
    assert texts(choose(both, Budget(points=3))) == ["a b", "e f g", "h i j"]


def test_deadlines_of_one_day_and_kind_are_one() -> None:
    assert len(choose(ranked([due(4, "vote falls"), due(4, "chamber decides", start=90)]), Budget())) == 1


def test_deadlines_of_one_day_but_other_kind_and_words_are_two() -> None:
    pair = [due(4, "vote falls", kind="vote"), due(4, "truce ends", kind="expiry", start=90)]
    assert len(choose(ranked(pair), Budget())) == 2


def test_a_day_within_a_period_of_the_same_sentence_is_one_deadline() -> None:
    nested = [
        due(4, "leave in March on 4 March", kind="effective", weight=2),
        due(1, "leave in March", end=31),
    ]
    assert len(choose(ranked(nested), Budget())) == 1


def test_a_day_within_a_period_of_another_sentence_stays() -> None:
    apart = [due(4, "vote"), due(1, "talks", end=31, start=90)]
    assert texts(choose(ranked(apart), Budget())) == ["vote", "talks"]


def test_no_deadline_is_left_out_for_want_of_room() -> None:
    facts = ranked([due(day, f"vote {day}", start=day) for day in range(9, 0, -1)])
    assert texts(choose(facts, Budget(points=3))) == ["vote 7", "vote 8", "vote 9"]
    assert texts(all_dated(facts)) == [f"vote {day}" for day in range(1, 10)]


def test_of_an_endless_list_of_dates_the_heaviest_are_kept() -> None:
    crowd = [
        due(1 + number % 28, f"vote {number}", kind="vote", start=number, weight=number)
        for number in range(MOST_DATED)
    ]
    assert len(all_dated(ranked(crowd))) <= MOST_DATED


def test_a_doubtful_point_waits_until_all_surer_ones_are_shown() -> None:
    crowd = [
        candidate(Section.AGREEMENT, 0.49, "doubtful"),
        candidate(Section.TENSION, 0.9, "first row"),
        candidate(Section.TENSION, 0.8, "second quarrel"),
        due(4, "vote"),
    ]
    assert texts(choose(ranked(crowd), Budget(points=3))) == ["first row", "second quarrel", "vote"]
    assert "doubtful" in texts(choose(ranked(crowd), Budget(points=4)))


@given(
    st.lists(st.tuples(CANDIDATE, st.sampled_from([0, 0.1, 0.2])), max_size=25),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_what_is_shown_of_one_article_is_the_same_whether_all_is_worded_or_only_what_can_be_shown(
    pairs: list[tuple[Candidate, float]], points: int, per_section: int
) -> None:
    budget = Budget(points=points, per_section=per_section)
    offers = [offer(plain, lost) for plain, lost in pairs]
    asked = ranked_as_asked(offers)
    assert choose(asked, budget) == choose(ranked_offers(offers), budget)
    assert all_dated(asked) == all_dated(ranked_offers(offers))


def test_neither_a_repetition_nor_what_comes_too_late_is_worded() -> None:
    crowd = [
        candidate(Section.TENSION, 0.9, "union rejects offer"),
        candidate(Section.TENSION, 0.8, "union rejects offer again"),
        candidate(Section.TENSION, 0.7, "court fines port"),
        candidate(Section.TENSION, 0.6, "critics fear levy"),
        due(4, "vote"),
        due(4, "vote falls", start=90, weight=0.9),
    ]
    asked: list[str] = []
    offers = ranked_as_asked([offer(one, 0.05, asked) for one in crowd])
    choose(offers, Budget(points=3))
    all_dated(offers)
    assert asked == ["union rejects offer", "vote", "court fines port"]
