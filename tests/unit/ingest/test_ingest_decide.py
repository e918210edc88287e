"""One entry against what is kept: new, a revision, or nothing new."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.article import Article, RawEntry
from bot.errors import InputError
from bot.ingest.decide import Decider, Decision, Outcome, differing
from bot.ingest.prepared import prepare
from summarizers.types import Publication

NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
ADDRESS = "https://lantern.example/ports"
LONG = " ".join(f"sentence {n} of a report on cranes" for n in range(30))
ENTRY = RawEntry(body=LONG, id="a", title="Ports reopen", source="The Lantern")


def decider(*heads: Article, now: datetime = NOON, history: tuple[Article, ...] = ()) -> Decider:
    return Decider("local", now, heads, (), history)


def decide(at: Decider, **changes: object) -> Decision:
    return at.decide(prepare(replace(ENTRY, **changes)))  # type: ignore[arg-type] # fields of an entry


def kept(at: Decider, **changes: object) -> Article:
    article = decide(at, **changes).article
    assert article is not None
    return article


def test_a_first_entry_is_a_new_article_alone_in_its_group() -> None:
    decision = decide(decider(), url=f"{ADDRESS}?utm_source=x", language="en")
    assert (decision.outcome, decision.linked_to) == (Outcome.NEW, None)
    assert decision.article == Article(
        tenant_id="local",
        id="a",
        revision=1,
        title="Ports reopen",
        source="The Lantern",
        body=LONG,
        clean=LONG,
        group_id="a",
        first_seen=NOON,
        seen=NOON,
        url=ADDRESS,
        canonical_url=ADDRESS,
        language="en",
    )


def test_the_same_entry_again_is_unchanged_and_keeps_nothing() -> None:
    at = decider()
    decide(at)
    assert decide(at) == Decision(outcome=Outcome.UNCHANGED)


@pytest.mark.parametrize(
    "changes",
    [
        {"body": "Cranes stopped again."},
        {"title": "Ports reopen, then close"},
        {"published": Publication(local_date=date(2025, 11, 4))},
    ],
)
def test_a_changed_text_title_or_time_is_a_revision(changes: dict[str, object]) -> None:
    later = NOON + timedelta(hours=5)
    head = kept(decider())
    again = decide(decider(head, now=later, history=(head,)), **changes)
    assert again.outcome is Outcome.REVISION
    assert again.article is not None
    assert (again.article.id, again.article.revision) == ("a", 2)
    assert (again.article.first_seen, again.article.seen) == (NOON, later)
    assert again.article.group_id == head.group_id


@pytest.mark.parametrize(
    "changes", [{"title": ""}, {"published": None}, {"source": "The Courier"}, {"url": ADDRESS}]
)
def test_what_an_entry_leaves_out_or_says_beside_the_news_changes_nothing(changes: dict[str, object]) -> None:
    at = decider()
    decide(at, published=Publication(local_date=date(2025, 11, 3)))
    assert decide(at, **{"published": None, **changes}).outcome is Outcome.UNCHANGED


def test_a_revision_keeps_what_it_does_not_say_itself() -> None:
    at = decider()
    day = Publication(local_date=date(2025, 11, 3))
    first = kept(at, url=ADDRESS, published=day, language="en")
    second = kept(at, body="Cranes stopped again.", title="", source="", published=None)
    for field in ("title", "source", "url", "canonical_url", "published", "language"):
        assert getattr(second, field) == getattr(first, field)


def test_an_entry_with_the_address_of_an_article_is_that_article() -> None:
    at = decider()
    decide(at, url=ADDRESS)
    again = decide(
        at, id=None, url="http://lantern.example/ports/?utm_source=x", body="Cranes stopped again."
    )
    assert again.article is not None
    assert (again.outcome, again.article.id, again.article.revision) == (Outcome.REVISION, "a", 2)


def test_an_earlier_revision_read_again_is_unchanged() -> None:
    at = decider()
    decide(at)
    decide(at, body="Cranes stopped again.")
    assert decide(at).outcome is Outcome.UNCHANGED


def test_an_earlier_text_with_a_new_time_was_really_put_back() -> None:
    at = decider()
    decide(at)
    decide(at, body="Cranes stopped again.")
    back = decide(at, published=Publication(local_date=date(2025, 11, 5)))
    assert back.outcome is Outcome.REVISION


def test_an_address_stays_with_the_first_article_that_came_with_it() -> None:
    at = decider()
    decide(at, url=ADDRESS)
    other = kept(at, id="b", url=None, body="A budget vote, something else altogether.")
    assert other.canonical_url is None
    moved = kept(at, id="b", url=ADDRESS, body="A budget vote at the first one's address.")
    assert (moved.id, moved.url, moved.canonical_url) == ("b", ADDRESS, None)
    assert kept(at, url="https://lantern.example/moved", body="Now elsewhere.").canonical_url == ADDRESS


def test_what_the_article_of_the_address_said_is_nothing_new_under_another_id_either() -> None:
    at = decider()
    decide(at, url=ADDRESS)
    decide(at, id="b", url=ADDRESS, body="A second text at one address.")
    decide(at, id="b", url=None, body="Something else altogether.")
    assert decide(at, id="b", url=ADDRESS, body="A second text at one address.").outcome is Outcome.UNCHANGED


def test_a_copy_joins_the_group_of_the_first_and_says_of_which() -> None:
    at = decider()
    decide(at)
    copy = decide(at, id="b", source="The Courier", body=f"PORT SELWYN - {LONG}")
    assert (copy.outcome, copy.linked_to) == (Outcome.NEW, "a")
    third = decide(at, id="c", source="The Herald", body=f"{LONG} - Wire")
    assert third.article is not None
    assert (third.article.group_id, copy.article and copy.article.group_id) == ("a", "a")


def test_a_text_that_was_replaced_attracts_no_copies() -> None:
    at = decider()
    decide(at)
    decide(at, body="Another text altogether, on the budget.")
    assert decide(at, id="b").linked_to is None


def test_a_revision_stays_in_its_group_and_counts_no_link() -> None:
    at = decider()
    decide(at)
    decide(at, id="b", source="The Courier")
    revised = decide(at, id="b", body="Another text altogether, on the budget.")
    assert revised.article is not None
    assert (revised.article.group_id, revised.linked_to) == ("a", None)


def test_a_body_of_invisible_characters_is_no_body() -> None:
    with pytest.raises(InputError, match="no body"):
        prepare(RawEntry(body="\u200b\u00ad\ufeff"))


def test_the_history_is_wanted_of_heads_by_id_and_by_address_that_differ() -> None:
    at = decider()
    by_id, by_url = kept(at), kept(at, id="b", url=ADDRESS, body="Something else altogether.")
    same, fresh = prepare(ENTRY), prepare(replace(ENTRY, id="a", url=ADDRESS, body="Fresh."))
    assert differing([same], [by_id, by_url]) == ()
    assert differing([same, fresh], [by_id, by_url]) == ("a", "b")
    assert differing([prepare(replace(ENTRY, id="c"))], [by_id, by_url]) == ()
