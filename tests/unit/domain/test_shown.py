"""Text of strangers is shown without acting on the reader's screen, and ordinary text stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.shown import shown, shown_lines, web_link

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("  two\n\tlines\u2028here ", "two lines here"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b2Jgone", "2Jgone"),
        ("pay\u202egnihton\u202c", "paygnihton"),
        ("a\u2066b\u2069c", "abc"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("pass\u00adword", "password"),
        ("hid\U000e0041den", "hidden"),
        ("half \ud83d", "half \ufffd"),
        ("not a character \U0001ffff", "not a character \ufffd"),
        ("a\x00\x01", "a"),
    ],
)
def test_what_is_invisible_or_acts_on_a_screen_is_taken_out(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bündnis “für” €5 – 日本",
        "می\u200cخواهم",
        "\U0001f469\u200d\U0001f680 \u2764\ufe0f",
        "क्\u200dष",
        "e\u0301",
    ],
)
def test_honest_text_of_any_script_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "text", ["pass\u200dword", "\u200cstart", "end\u200d", "क\u200d\u200da", "a\u200d\u200dक"]
)
def test_a_joiner_beside_a_european_letter_is_taken_out(text: str) -> None:
    assert "\u200d" not in shown(text)
    assert "\u200c" not in shown(text)


@given(ANY_TEXT)
def test_shown_text_is_one_line_that_can_be_encoded_and_shown_again(text: str) -> None:
    once = shown(text)
    once.encode()
    assert shown(once) == once
    assert not {unicodedata.category(c) for c in once} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(once) & set("\u200b\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_no_visible_ascii_character_is_ever_lost(text: str) -> None:
    assert shown(text).replace(" ", "") == text.replace(" ", "")


def test_lines_that_show_nothing_are_left_out() -> None:
    assert shown_lines("first \n\n \u200b \nsecond\r\n") == ("first", "second")


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        (" http://a.example ", "http://a.example"),
        ("HTTPS://A.example/%20", "HTTPS://A.example/%20"),
        ("https://a.example/ö", "https://a.example/%C3%B6"),
        ('https://a.example/"x<y>', "https://a.example/%22x%3Cy%3E"),
        ("https://a.example/\u202etxt", "https://a.example/%E2%80%AEtxt"),
    ],
)
def test_a_web_address_becomes_an_ascii_link(url: str, link: str) -> None:
    assert web_link(url) == link


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example",
        "https://",
        "https:///path",
        "https://[::1",
        "https://bank.example@evil.example/",
        "https://a.example/two words",
        "https://a.example/\x1b]8;;x",
        "ftp://a.example",
    ],
)
def test_anything_else_is_not_linked(url: str | None) -> None:
    assert web_link(url) is None


@given(ANY_TEXT)
def test_a_link_never_holds_what_could_leave_its_place(text: str) -> None:
    link = web_link("https://a.example/" + text)
    assert link is None or (link.isascii() and link.isprintable() and not set(link) & set('"<> \\`{}'))
