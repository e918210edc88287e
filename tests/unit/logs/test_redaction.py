"""No secret gets into the log, wherever in a record it stands and whatever surrounds it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import redact, set_up

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
PASSWORDS = st.text(LETTERS + "@:/!$%&*+=?#-_.~", min_size=6, max_size=20).map("q9{}9q".format)


def made(minimum: int, most: int, more: str = "") -> st.SearchStrategy[str]:
    return st.text(LETTERS + more, min_size=minimum, max_size=most)


SLACK = st.builds(
    "{}{}-{}".format,
    st.sampled_from(["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-1-A0-", "xoxe.xoxp-1-", "xoxe-1-"]),
    made(9, 13),
    made(24, 40),
)
DISCORD = st.builds("{}.{}.{}".format, made(24, 28, "-_"), made(6, 7, "-_"), made(27, 38, "-_"))
SECRETS = st.one_of(
    SLACK.map(lambda token: (token, token)),
    DISCORD.map(lambda token: (token, token)),
    made(20, 60, "-_.").map(lambda token: (f"q{token}q", f"Authorization: Bearer q{token}q")),
    made(20, 60, "-_.").map(lambda token: (f"q{token}q", f"bearer  q{token}q")),
    made(24, 24).map(lambda part: (part, f"https://hooks.slack.com/services/T01/B02/{part}")),
    made(40, 68, "-_").map(lambda part: (part, f"https://discord.com/api/webhooks/1234567/{part}")),
    made(40, 68, "-_").map(
        lambda part: (part, f"http://127.0.0.1:80/api/v10/interactions/12/{part}/callback")
    ),
    PASSWORDS.map(lambda word: (word, f"postgresql://news:{word}@db.example/news")),
    PASSWORDS.map(lambda word: (word, f"redis://:{word}@127.0.0.1:6379/0")),
    made(20, 40).map(lambda word: (word, f"https://{word}@feeds.example/rss")),
    made(8, 30).map(lambda word: (word, f"host=db password={word} user=news")),
    made(8, 30).map(lambda word: (word, f'{{"client_secret": "{word}"}}')),
)
AROUND = st.sampled_from(["", " ", "(", '"', "'", "=", "\n", "url: ", "é "])


@pytest.fixture(autouse=True)
def _logging() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


def fail(text: str) -> None:
    raise ConnectionError(text)


def logged(style: str, text: str, where: str, known: tuple[str, ...] = ()) -> str:
    stream = io.StringIO()
    set_up("info", style, stream, known)
    log = logging.getLogger("test.redaction")
    if where == "message":
        log.info(text)  # noqa: G004, RUF100 - the message itself is what is tested
    elif where == "argument":
        log.info("failed: %s", text)
    elif where == "extra":
        log.info("failed", extra={"detail": text})
    elif where == "nested":
        log.info("failed", extra={"detail": {"inner": [text, (text,)], text: 1}})
    else:
        try:
            fail(text)
        except ConnectionError:
            log.exception("failed")
    return stream.getvalue()


@pytest.mark.untraced
@pytest.mark.parametrize("where", ["message", "argument", "extra", "nested", "exception"])
@pytest.mark.parametrize("style", ["text", "json"])
@given(secret=SECRETS, before=AROUND, after=AROUND)
def test_no_secret_is_logged(
    style: str, where: str, secret: tuple[str, str], before: str, after: str
) -> None:
    hidden, text = secret
    line = logged(style, f"{before}{text} {after}", where)
    assert hidden not in line
    assert "[redacted]" in line
    if style == "json":
        json.loads(line)


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize(
    "key", ["token", "bot_token", "signing_secret", "Authorization", "password", "api_key"]
)
def test_an_extra_field_named_like_a_secret_is_hidden_whole(style: str, key: str) -> None:
    stream = io.StringIO()
    set_up("info", style, stream)
    logging.getLogger("test.redaction").info("called", extra={key: "plain", "deep": {key: "plain"}})
    assert "plain" not in stream.getvalue()


@pytest.mark.untraced
@pytest.mark.parametrize("style", ["text", "json"])
@given(secret=st.text(LETTERS, min_size=8, max_size=40).map("q9{}".format))
def test_a_secret_of_the_settings_is_hidden_whatever_it_looks_like(style: str, secret: str) -> None:
    assert secret not in logged(style, f"body was {secret}!", "message", (secret,))


def test_an_empty_or_short_secret_of_the_settings_does_not_blank_the_log() -> None:
    assert "all is well" in logged("text", "all is well", "message", ("", "a"))


@pytest.mark.parametrize(
    "text",
    [
        "digest posted to slack:T012:C345 in 120 ms",
        "https://outlet.example:8080/2031/03/06/fish-quotas?ref=front",
        "https://outlet.example/@editor/column",
        "sqlite:////srv/communique/communique.db",
        "the bot acknowledged",
        "mail editor@outlet.example",
        "2031-03-06T18:00:00+01:00 briefing 3f2a made of 14 articles",
    ],
)
def test_what_is_no_secret_stays_as_it_is(text: str) -> None:
    assert redact(text) == text


def test_a_url_keeps_its_host_and_path() -> None:
    assert redact("postgresql://news:p@ss@db.example/news") == "postgresql://[redacted]@db.example/news"
    assert redact("redis://:hush@cache.example/0") == "redis://[redacted]@cache.example/0"


def test_what_a_stranger_wrote_is_no_line_of_its_own_in_the_log() -> None:
    stream = io.StringIO()
    set_up("info", "text", stream)
    forged = "a title\n2025-11-03 08:00:00,000 ERROR bot: all is lost\r\x1b[2J\u2028"
    logging.getLogger("bot").info("read %s", forged, extra={"title": forged})
    try:
        fail(forged)
    except ConnectionError:
        logging.getLogger("bot").exception("broke")
    first, second, *traceback = stream.getvalue().split("\n")
    assert first.count(r"\n2025-11-03") == 2
    assert (second.endswith(" ERROR bot: broke"), traceback[0][:9]) == (True, "Traceback")
    assert not {"\r", "\x1b", "\u2028"} & set(stream.getvalue())
