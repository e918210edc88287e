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
