"""The demo articles hold what the demo, its README and the scenario tests rely on."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

DEMO = Path(__file__).parents[2] / "config" / "demo"
FIELDS = {"id", "title", "source", "url", "published", "body", "language", "note"}
NEWEST, ORDINARY = date(2025, 10, 30), date(2025, 10, 26)
STORIES = {
    "trade": r"standstill",
    "docks": r"Quayworkers",
    "climate": r"climate",
    "merger": r"Orrery",
    "ceasefire": r"Upland Council",
    "budget": r"budget",
    "court": r"Data Custody Act",
}

Article = dict[str, str | None]


def load() -> list[Article]:
    lines = (DEMO / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


ARTICLES = load()


def text(article: Article, field: str) -> str:
    value = article[field]
    assert isinstance(value, str)
    return value


def local_day(article: Article) -> date | None:
    published = article["published"]
    return None if published is None else datetime.fromisoformat(published).date()


def of_day(day: date) -> list[Article]:
    return [article for article in ARTICLES if local_day(article) == day]


def stories(articles: Iterable[Article]) -> set[str]:
    bodies = [text(article, "body") for article in articles]
    return {name for name, cue in STORIES.items() if any(re.search(cue, body) for body in bodies)}


def address(article: Article) -> str:
    parts = urlsplit(text(article, "url"))
    return f"{parts.netloc}{parts.path}"


def shingles(article: Article) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text(article, "body").lower())
    return set(zip(*(words[start:] for start in range(5)), strict=False))


def shared(left: Article, right: Article) -> float:
    mine, theirs = shingles(left), shingles(right)
    return len(mine & theirs) / len(mine | theirs)


def test_every_line_has_exactly_the_documented_fields() -> None:
    assert all(set(article) == FIELDS for article in ARTICLES)


def test_every_article_says_that_it_is_invented() -> None:
    assert {article["note"] for article in ARTICLES} == {"Invented for the Communiqué demo; not real news."}


def test_every_address_lies_in_the_reserved_domain() -> None:
    hosts = [urlsplit(text(article, "url")).hostname or "" for article in ARTICLES]
    assert all(host.endswith(".example") for host in hosts)


def test_a_publication_time_carries_its_offset_and_one_article_has_none() -> None:
    times = [datetime.fromisoformat(when) for when in (a["published"] for a in ARTICLES) if when]
    offsets = {time.utcoffset() for time in times}
    assert None not in offsets
    assert len(offsets) >= 5
    assert len(times) == len(ARTICLES) - 1


def test_bodies_have_the_length_of_agency_reports() -> None:
    assert all(180 <= len(text(article, "body").split()) <= 450 for article in ARTICLES)


def test_at_least_thirty_articles_of_nine_outlets_tell_seven_stories() -> None:
    assert len(ARTICLES) >= 30
    assert len({article["source"] for article in ARTICLES}) >= 9
    assert stories(ARTICLES) == set(STORIES)


def test_ten_days_in_a_row_have_articles() -> None:
    days = {day for day in map(local_day, ARTICLES) if day is not None}
    assert days == {NEWEST - timedelta(days=back) for back in range(10)}


def test_the_newest_day_is_rich() -> None:
    newest = of_day(NEWEST)
    assert len(newest) >= 8
    assert len({article["source"] for article in newest}) >= 6
    assert stories(newest) == set(STORIES)


def test_the_ordinary_day_touches_none_of_the_stories() -> None:
    assert len(of_day(ORDINARY)) >= 4
    assert stories(of_day(ORDINARY)) == set()


def test_three_reports_or_more_appear_again_in_another_outlet() -> None:
    pairs = [(a, b) for a, b in combinations(ARTICLES, 2) if a["source"] != b["source"]]
    copies = [pair for pair in pairs if shared(*pair) > 0.6]
    assert len(copies) >= 3
    assert all(shared(*pair) < 0.1 for pair in pairs if pair not in copies)


def test_two_articles_or_more_are_revised_under_the_same_id_or_address() -> None:
    revised = [
        {"same id": a["id"] == b["id"], "same address": address(a) == address(b)}
        for a, b in combinations(ARTICLES, 2)
        if address(a) == address(b) and a["body"] != b["body"]
    ]
    assert {"same id": True, "same address": True} in revised
    assert {"same id": False, "same address": True} in revised


def test_the_readme_gives_the_number_of_articles() -> None:
    readme = (DEMO / "README.md").read_text(encoding="utf-8")
    assert f"holds {len(ARTICLES)} lines" in readme
