"""What a person types is one address, however it is typed."""

from __future__ import annotations

import pytest

from bot.errors import InputError
from bot.gather.adding import address


@pytest.mark.parametrize(
    "typed",
    [
        "https://feeds.example/Atom.xml?a=B",
        " feeds.example/Atom.xml?a=B ",
        "//feeds.example/Atom.xml?a=B",
        "HTTPS://Feeds.Example:443/Atom.xml?a=B#newest",
        "feed://feeds.example/Atom.xml?a=B#",
        "<https://feeds.example/Atom.xml?a=B|feeds.example>",
    ],
)
def test_one_feed_has_one_address(typed: str) -> None:
    assert address(typed).replace("http://", "https://") == "https://feeds.example/Atom.xml?a=B"


def test_a_host_alone_is_its_front_page() -> None:
    assert (
        address("A.example")
        == address("https://a.example:443?#top")
        == address("a.example:")
        == "https://a.example/"
    )


@pytest.mark.parametrize(
    "typed",
    ["münchen.example/feed", "https://MÜNCHEN.example:443/feed", "https://xn--mnchen-3ya.example/feed"],
)
def test_a_host_with_letters_beyond_ascii_is_the_one_that_is_looked_up(typed: str) -> None:
    assert address(typed) == "https://xn--mnchen-3ya.example/feed"


@pytest.mark.parametrize("host", ["ü..example", "ü" * 70])
def test_a_host_that_can_be_no_name_stays_as_it_is_typed(host: str) -> None:
    assert address(f"https://{host}:8080/x") == f"https://{host}:8080/x"


def test_what_tells_feeds_apart_stays() -> None:
    for url in (
        "http://a.example:8080/",
        "http://Me:Pass@a.example/",
        "http://[2001:db8::80]/x",
        "https://a.example/x/",
        "https://a.example/X",
    ):
        assert address(url) == url


@pytest.mark.parametrize("typed", ["", "http://", "two words", "http://[::1", "#", ":443", "https://:443/"])
def test_what_names_no_host_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        address(typed)
