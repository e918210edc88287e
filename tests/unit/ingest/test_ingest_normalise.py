"""What makes two entries the same article: address, clean text, derived id."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.article import RawEntry
from bot.ingest.normalise import canonical_url, clean_text, derived_id, untracked


def test_a_host_has_one_form_in_letters_beyond_ascii() -> None:
    assert canonical_url("https://Münster.example/a") == canonical_url("https://xn--mnster-3ya.example/a")


@pytest.mark.parametrize(
    "address",
    [
        "https://lantern.example/ports/reopen?page=2&section=a",
        "http://lantern.example/ports/reopen?page=2&section=a",
        "HTTPS://LANTERN.example./ports/reopen/?section=a&page=2",
        "https://lantern.example:443/ports/reopen?page=2&section=a#comments",
        "http://lantern.example:80/ports/reopen?page=2&section=a",
        "https://lantern.example/ports/reopen?utm_source=push&utm_medium=app&page=2&section=a",
        "https://lantern.example/ports/reopen?fbclid=x&page=2&gclid=y&section=a&ref=front&REF_SRC=z&at_medium=q",
        "  https://lantern.example/ports/reopen?page=2&section=a  ",
        "https://reader:word@lantern.example/ports/reopen?page=2&section=a",
    ],
)
def test_one_article_has_one_address_however_it_was_linked(address: str) -> None:
    assert canonical_url(address) == "https://lantern.example/ports/reopen?page=2&section=a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://lantern.example/a", "https://lantern.example/b"),
        ("https://lantern.example/a", "https://lantern.example/A"),
        ("https://lantern.example/?id=1", "https://lantern.example/?id=2"),
        ("https://lantern.example/index.php?ports-reopen", "https://lantern.example/index.php?strike-ends"),
        ("https://lantern.example/?20251103", "https://lantern.example/?20251104"),
        ("https://lantern.example/app#/story/1", "https://lantern.example/app#/story/2"),
        ("https://lantern.example/#!story-1", "https://lantern.example/#!story-2"),
        ("https://lantern.example/a", "https://lantern.example:8443/a"),
        ("https://lantern.example/a", "https://www.lantern.example/a"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::2]/a"),
    ],
)
def test_two_articles_have_two_addresses(one: str, other: str) -> None:
    assert canonical_url(one) is not None
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "   ",
        "lantern.example/a",
        "https://lantern.example",
        "https://lantern.example/",
        "https://lantern.example/?utm_source=front#top",
        "https:///a",
        "ftp://lantern.example/a",
        "javascript:alert(1)",
        "mailto:desk@lantern.example",
        "https://lantern.example:port/a",
        "https://lantern.example:99999/a",
        "https://[2001:db8::1/a",
    ],
)
def test_what_names_no_article_on_the_web_is_no_address(address: str | None) -> None:
    assert canonical_url(address) is None


@example("HTTP://0/ #")
@given(st.text(max_size=60) | st.text(max_size=40).map(lambda tail: f"https://lantern.example/a{tail}"))
def test_a_canonical_address_is_its_own_canonical_address(address: str) -> None:
    once = canonical_url(address)
    assert once is None or canonical_url(once) == once


def test_clean_text_collapses_blanks_and_keeps_lines() -> None:
    assert (
        clean_text("  Ports \t reopen.\r\n\r\n \u00a0Cranes\u2003move. \n") == "Ports reopen.\nCranes move."
    )


def test_clean_text_drops_invisible_characters_and_unites_forms() -> None:
    assert clean_text("tar\u00adiff \ufb01sh \u200bcafe\u0301") == "tariff fish caf\u00e9"


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    clean = clean_text(text)
    assert clean == clean.strip()
    assert not any(unicodedata.category(c) == "Cf" for c in clean)
    assert clean_text(clean) == clean


def entry(**changes: str) -> RawEntry:
    return RawEntry(**{"body": "Cranes move.", "title": "Ports", "source": "The Lantern", **changes})  # type: ignore[arg-type] # only text fields are changed


def test_an_entry_without_id_is_known_by_its_address_whatever_it_says() -> None:
    address = "https://lantern.example/a"
    assert derived_id(entry(), address) == derived_id(entry(body="Cranes stop.", title="Halt"), address)


@pytest.mark.parametrize("changes", [{"body": "Cranes stop."}, {"title": "Halt"}, {"source": "The Courier"}])
def test_without_an_address_source_title_and_body_tell_entries_apart(changes: dict[str, str]) -> None:
    assert derived_id(entry(), None) != derived_id(entry(**changes), None)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://lantern.example/a?utm_source=push&b=1&gclid=y&b", "https://lantern.example/a?b=1&b"),
        ("http://Lantern.example/a/?utm_medium=rss", "http://Lantern.example/a/"),
        ("https://lantern.example/a?b=%20x&fbclid=1#part", "https://lantern.example/a?b=%20x#part"),
        ("https://lantern.example/a#utm_source=rss", "https://lantern.example/a"),
        ("https://lantern.example/a?ref=12&partner=x", "https://lantern.example/a?ref=12&partner=x"),
        ("https://lantern.example/a?#", "https://lantern.example/a?#"),
        ("https://[2001:db8::1/a?utm_source=x", "https://[2001:db8::1/a?utm_source=x"),
        (None, None),
    ],
)
def test_people_are_given_addresses_without_what_says_who_sent_them(
    address: str | None, said: str | None
) -> None:
    assert untracked(address) == said
