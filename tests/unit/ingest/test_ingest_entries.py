"""One line of input: what is taken, what is refused, and what the refusal says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.article import MAX_BODY_CHARS, RawEntry
from bot.errors import InputError
from bot.ingest.entries import MAX_FIELD_CHARS, MAX_ID_CHARS, identifier_of, parse

NUL = "\0"
BODY = "Cranes at Port Selwyn moved again on Monday."


def line(**fields: object) -> bytes:
    return json.dumps({"body": BODY, **fields}).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        parse(data)
    return caught.value.what


def test_every_field_is_taken_and_trimmed_except_the_body() -> None:
    entry = parse(
        line(
            id=" a-1 ",
            title=" Ports reopen ",
            source=" The Lantern ",
            url=" https://lantern.example/a ",
            published="2025-11-03",
            language=" en ",
            body=f"  {BODY}\n",
            note="whatever else there is",
        )
    )
    assert (entry.id, entry.title, entry.source, entry.language) == (
        "a-1",
        "Ports reopen",
        "The Lantern",
        "en",
    )
    assert entry.url == "https://lantern.example/a"
    assert entry.published is not None
    assert entry.published.local_date == date(2025, 11, 3)
    assert entry.body == f"  {BODY}\n"


@pytest.mark.parametrize("empty", [None, "", "   "])
def test_a_field_that_is_null_or_blank_is_as_good_as_absent(empty: str | None) -> None:
    given_empty = line(id=empty, title=empty, source=empty, url=empty, published=empty, language=empty)
    assert parse(given_empty) == RawEntry(body=BODY)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not json", "not JSON: Expecting value at character 0"),
        (b'{"body": "cut off', "not JSON: Unterminated string"),
        (b'{"body": "a"} {"body": "b"}', "not JSON: Extra data"),
        (b"", "not JSON"),
        (b'["a", "b"]', "not a JSON object but an array"),
        (b'"text"', "not a JSON object but text"),
        (b"null", "not a JSON object but null"),
        (b"NaN", "not a JSON object but a number"),
        (b"\xff\xfe{", "not UTF-8 at byte 0"),
        (b'{"body": "\xc3("}', "not UTF-8 at byte 10"),
        (b"[" * 200_000, "not usable JSON: nested too deeply"),
        (b'{"body": "a", "id": ' + b"9" * 5_000 + b"}", "not usable JSON: a number of too many digits"),
        (b'{"body": "cut', "not JSON: Unterminated string starting at character 9"),
        (b'{"body": "cut\n', "not JSON: Invalid control character at character 13"),
        (b'{"title": "a", "body": "b", "title": "c"}', "title stands twice in the object"),
        (b'{"id": "a", "body": "b", "id": "a"}', "id stands twice in the object"),
        (line(body="\0\0 \x1f\x7f"), "the article has no body"),
        (line(body=None), "the article has no body"),
        (b'{"id": "a"}', "the article has no body"),
        (line(body=""), "the article has no body"),
        (line(body=" \n\t\u00a0\u2003"), "the article has no body"),
        (line(body=["a"]), "body is not text but an array"),
        (line(body=1), "body is not text but a number"),
        (line(title=1.5), "title is not text but a number"),
        (line(title={"en": "a"}), "title is not text but an object"),
        (line(source=["The Lantern"]), "source is not text but an array"),
        (line(url=False), "url is not text but true or false"),
        (line(published=1762128000), "published is not text but a number"),
        (line(language=0), "language is not text but a number"),
        (line(id=True), "id is not text but true or false"),
        (line(id=1.0), "id is not text but a number"),
        (b'{"body": "a", "id": NaN}', "id is not text but a number"),
        (b'{"body": "a", "id": 1e999}', "id is not text but a number"),
        (line(id=["a"]), "id is not text but an array"),
        (line(id="a" * (MAX_ID_CHARS + 1)), "id has 301 characters, more than 300"),
        (line(title="a" * (MAX_FIELD_CHARS + 1)), "title has 4,001 characters, more than 4,000"),
        (line(body="a" * (MAX_BODY_CHARS + 1)), "body has 2,000,001 characters, more than 2,000,000"),
        (line(published="yesterday"), "published: not an ISO date or a time with offset: 'yesterday'"),
        (line(published="03.11.2025"), "published: not an ISO date"),
        (line(published="2025-11-03T08:00:00"), "published: a time needs a UTC offset"),
        (line(published="2025-02-30"), "published: day is out of range"),
        (line(published="2025-11-03T25:00Z"), "published: hour must be in 0..23"),
        (line(published="0001-01-01T00:00:00+14:00"), "published: the year 1 cannot be meant"),
        (line(published="9999-12-31"), "published: the year 9999 cannot be meant"),
    ],
)
def test_a_bad_line_is_refused_with_the_field_and_the_reason(data: bytes, says: str) -> None:
    assert refusal(data).startswith(says)


@pytest.mark.parametrize("field", ["body", "id", "title", "source", "url", "published", "language"])
def test_a_lone_surrogate_is_refused_in_every_field(field: str) -> None:
    data = line(**{field: "a\ud800b"})
    assert refusal(data) == f"{field} holds a lone surrogate at character 1"


def test_control_characters_are_removed_from_all_but_the_body() -> None:
    said = dict.fromkeys(("id", "title", "source", "url", "language"), f" a{NUL}\x1b\x7fb ")
    entry = parse(line(body=f"a{NUL}b", published=f"2025-11-03{NUL}", **said))
    assert (entry.id, entry.title, entry.source, entry.url, entry.language) == ("ab",) * 5
    assert entry.published is not None
    assert entry.body == f"a{NUL}b"


def test_a_name_that_stands_twice_deeper_within_means_nothing() -> None:
    assert parse(b'{"body": "a", "more": {"x": 1, "x": 2}}') == RawEntry(body="a")


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert parse(b'{"body": "\\ud83d\\ude80"}').body == "\U0001f680"


@pytest.mark.parametrize(("given_id", "kept"), [(17, "17"), (0, "0"), (-3, "-3"), (10**400, None)])
def test_a_whole_number_may_serve_as_id(given_id: int, kept: str | None) -> None:
    data = line(id=given_id)
    if kept is None:
        assert refusal(data).startswith("id has 401 characters")
    else:
        assert parse(data).id == kept


def test_a_byte_order_mark_before_the_object_is_no_part_of_it() -> None:
    assert parse(b"\xef\xbb\xbf" + line(id="first")).id == "first"


def test_a_body_of_the_longest_allowed_length_is_taken_whole() -> None:
    assert len(parse(line(body="a" * MAX_BODY_CHARS)).body) == MAX_BODY_CHARS


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (line(id="a", body=""), "a"),
        (line(id=5, title=[]), "5"),
        (line(id=[], body=""), None),
        (b'{"id": "\\ud800"}', None),
        (b"not json", None),
        (b"\xff", None),
        (b"", None),
    ],
)
def test_the_id_of_a_bad_line_is_named_if_it_can_be_read(data: bytes, named: str | None) -> None:
    assert identifier_of(data) == named


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["body", "id", "title", "source", "url", "published", "language"])


@given(st.binary(max_size=60) | st.dictionaries(FIELDS, JSON).map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_an_entry_that_can_be_stored_or_a_refusal_in_words(data: bytes) -> None:
    try:
        entry = parse(data)
    except InputError as error:
        said, stored = error.what, ""
        identifier_of(data)
    else:
        said, stored = "", entry.body.strip()
        for field in (entry.body, entry.id, entry.title, entry.source, entry.url, entry.language):
            (field or "").encode()
    assert bool(said) != bool(stored)
