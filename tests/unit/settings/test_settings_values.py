"""Values of the settings: which are secret, which are refused, in words of ours."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import load
from tests.unit.settings.given import complaint, write


@pytest.mark.parametrize(
    ("variable", "url", "password"),
    [
        ("STORE__URL", "postgresql://user:p%5Bass@db.example/communique", "p[ass"),
        ("STORE__URL", "postgresql://user:p[ass@db.example/communique", "p[ass"),
        ("FETCH__PROXY", "http://user:p%40ss@proxy.example:3128", "p@ss"),
    ],
)
def test_the_password_in_an_address_is_a_secret_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, variable: str, url: str, password: str
) -> None:
    monkeypatch.setenv(f"COMMUNIQUE_{variable}", url)
    assert password in load().secrets


@pytest.mark.parametrize("url", ["proxy.example:3128", "socks5://p.example", "http://", "http://p:port"])
def test_a_proxy_that_cannot_be_asked_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("COMMUNIQUE_FETCH__PROXY", url)
    assert "COMMUNIQUE_FETCH__PROXY" in complaint()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('"25:99"', "'25:99' is no time of day"),
        ("9", "9 is no time of day"),
        ("true", "true is no time of day"),
        ("[8, 0]", "a list is no time of day"),
        ('"08:00+02:00"', "a wall time has no offset"),
    ],
)
def test_what_is_no_time_of_day_is_said_in_our_words(written: str, said: str) -> None:
    write(f"[digests.x]\nat = {written}\n")
    assert said in complaint()


@pytest.mark.parametrize("written", ['"08:30"', '"08:30:00"', "08:30:00"])
def test_a_time_of_day_is_text_or_a_time_of_toml(written: str) -> None:
    write(f"[digests.x]\nat = {written}\n")
    assert load().digests["x"].at == time(8, 30)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("data_dir = 7", "data_dir (communique.toml): 7 where text in quotation marks is expected"),
        ('store = "here"', "store (communique.toml): text where a table is expected"),
        ("[ask]\nminutes = 1.5", "ask.minutes (communique.toml): 1.5 where a whole number is expected"),
        ('[ask]\nminutes = "x"', "ask.minutes (communique.toml): 'x' where a whole number is expected"),
        ("[ask]\nminutes = true", "ask.minutes (communique.toml): true where a number is expected"),
        ("[run]\ngrace = false", "run.grace (communique.toml): false where a number is expected"),
        ("[ask]\nminutes = nan", "ask.minutes (communique.toml): nan where a finite number is expected"),
        ("[run]\ngrace = 601", "run.grace (communique.toml): 601 where 600 or less is expected"),
        ("[run]\ngrace = -1", "run.grace (communique.toml): -1 where 0 or more is expected"),
        ("[ask]\nsemantic = 2025-01-01", "2025-01-01 where true or false is expected"),
        (
            '[topics.a]\nany = "b"',
            "topics.a.any (communique.toml): text where a list in brackets is expected",
        ),
        ("[reminders]\nladder = []", "a list with nothing in it where at least one entry is expected"),
        ("[reminders]\nladder = [7, []]", "reminders.ladder.1 (communique.toml): a list with nothing in it"),
        ("[reminders]\nlate_hours = 0", "0 where more than 0 is expected"),
        ('[fetch]\ncontact = "a\\nb"', "fetch.contact (communique.toml): it stands in a header"),
        (
            '[fetch]\nallow = ["127.0.0.1:80"]',
            "'127.0.0.1:80' is neither a network nor a host without a port",
        ),
        ('[log]\nlevel = "loud"', "'loud' where 'debug', 'info', 'warning' or 'error' is expected"),
        ('[digests.a]\nlanguage = "xx"', "digests.a.language (communique.toml): 'xx' where 'en' or 'de'"),
        ("[digests.a]\nlanguage = []", "digests.a.language (communique.toml): a list with nothing in it"),
        ('[digests.a.quiet]\nstart = "22:00"', "digests.a.quiet.end (communique.toml): it is missing"),
        (f'[log]\nlevel = "{"a" * 999}"', "aaa… where"),
    ],
)
def test_what_is_of_another_type_is_said_in_our_words(table: str, said: str) -> None:
    Path("communique.toml").write_text(table, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load()
    assert said in caught.value.what
    assert "Input" not in caught.value.what
    assert (caught.value.kept, caught.value.todo) == ("Nothing was changed", "Mend it there and start again")


def test_what_stands_where_a_secret_belongs_is_not_repeated() -> None:
    Path("communique.toml").write_text('[slack]\nbot_token = ["xoxb-hush"]\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load()
    assert "hush" not in caught.value.what


def test_an_unknown_key_of_a_topic_or_digest_is_named_with_the_nearest_one() -> None:
    write('[topics.rail]\nanny = ["strike"]\n')
    assert "topics.rail.any?" in complaint()
    write('[digests.late]\nchanel = "x"\n')
    assert "digests.late.channel?" in complaint()
