"""Settings: which source wins, and errors that name the variable, the file or the key they came from."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from bot.app.changing import Changing
from bot.domain.channel import Channel, Platform
from bot.errors import SettingsError
from bot.settings import load
from bot.settings.listed import listed_in
from bot.texts import Language


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    folder = tmp_path / "secrets"
    folder.mkdir()
    return folder


def complaint(config: Path | None = None, secrets: Path | None = None) -> str:
    with pytest.raises(SettingsError) as caught:
        load(config, secrets)
    assert caught.value.todo
    return caught.value.what


def write(text: str) -> None:
    Path("communique.toml").write_text(text, encoding="utf-8")


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


# ── who wins ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_packaged_defaults_are_complete() -> None:
    settings = load()
    assert settings.zone == "UTC"
    assert settings.digests["morning"].channel == "console:local:terminal"


def test_each_source_wins_over_those_before_it(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(None, secrets).zone == "UTC"
    write('zone = "Europe/Oslo"')
    assert load(None, secrets).zone == "Europe/Oslo"
    (secrets / "zone").write_text("Europe/Rome\n", encoding="utf-8")
    assert load(None, secrets).zone == "Europe/Rome"
    monkeypatch.setenv("COMMUNIQUE_ZONE", "Europe/Riga")
    assert load(None, secrets).zone == "Europe/Riga"
    assert load(None, secrets, zone="Europe/Zurich").zone == "Europe/Zurich"


def test_sources_share_a_table_key_by_key(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("[store]\nbusy_timeout = 7.5\n[digests.evening]\nat = 18:00:00\n")
    (secrets / "store__url").write_text("sqlite:////srv/news.db", encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_DIGESTS__EVENING__ZONE", "Europe/Oslo")
    settings = load(None, secrets)
    assert (settings.store.url, settings.store.busy_timeout) == ("sqlite:////srv/news.db", 7.5)
    assert (settings.digests["evening"].at.hour, settings.digests["evening"].zone) == (18, "Europe/Oslo")
    assert "morning" in settings.digests


def test_lists_and_tables_in_the_environment_are_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_TOPICS__TRADE__ANY", '["tariff", "quota"]')
    monkeypatch.setenv("COMMUNIQUE_TOPICS__RAIL", '{"any": ["strike"]}')
    settings = load()
    assert settings.topics["trade"].any == ("tariff", "quota")
    assert settings.topics["rail"].any == ("strike",)


# ── the secrets folder ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["slack__bot_token", "SLACK__BOT_TOKEN", "communique_slack__bot_token"])
def test_a_secrets_file_reaches_a_nested_key(secrets: Path, name: str) -> None:
    (secrets / name).write_text("xoxb-hush\n", encoding="utf-8")
    assert load(None, secrets).slack.bot_token.get_secret_value() == "xoxb-hush"


def test_files_of_other_programs_hidden_files_and_folders_are_left_alone(secrets: Path) -> None:
    for name in ("postgres_password", ".gitkeep", "..data"):
        (secrets / name).write_text("hush", encoding="utf-8")
    (secrets / "zone").mkdir()
    assert load(None, secrets).zone == "UTC"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("slack__bot_tokn", "slack__bot_token"),
        ("slack_bot_token", "slack__bot_token"),
        ("discord__key", ""),
    ],
)
def test_a_secrets_file_that_nearly_is_a_setting_is_named(secrets: Path, name: str, meant: str) -> None:
    (secrets / name).write_text("hush", encoding="utf-8")
    said = complaint(secrets=secrets)
    assert str(secrets / name) in said
    assert meant in said
    assert "hush" not in said


def test_a_byte_order_mark_at_the_start_of_a_file_says_nothing(secrets: Path) -> None:
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}"
    write(f'{mark}zone = "Europe/Berlin"\n[sources]\nfile = "listed.toml"\n')
    (secrets / "slack__bot_token").write_text(f"{mark}xoxb-1\n", encoding="utf-8")
    Path("listed.toml").write_text(f'{mark}[Wire]\nurl = "https://wire.example/feed"\n', encoding="utf-8")
    settings = load(secrets=secrets)
    assert (settings.zone, settings.slack.bot_token.get_secret_value()) == ("Europe/Berlin", "xoxb-1")
    assert [one.name for one in listed_in(settings.sources.file)] == ["Wire"]


def test_a_named_secrets_folder_must_be_there(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in complaint(secrets=tmp_path / "none")


def test_a_secrets_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("x", encoding="utf-8")
    assert str(file) in complaint(secrets=file)


def test_a_secrets_file_that_is_no_text_is_named(secrets: Path) -> None:
    (secrets / "slack__bot_token").write_bytes(b"\xff\xfe\x00")
    assert "slack__bot_token" in complaint(secrets=secrets)


# ── unknown names ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("COMMUNIQUE_ZON", "COMMUNIQUE_ZONE"),
        ("COMMUNIQUE_DATADIR", "COMMUNIQUE_DATA_DIR"),
        ("COMMUNIQUE_SLACK_BOT_TOKEN", "COMMUNIQUE_SLACK__BOT_TOKEN"),
        ("COMMUNIQUE_SLACK__BOT_TOKN", "COMMUNIQUE_SLACK__BOT_TOKEN"),
        ("COMMUNIQUE_TOPICS__TRADE__ANI", "COMMUNIQUE_TOPICS__TRADE__ANY"),
        ("COMMUNIQUE_DIGESTS__EVENING__QUIET__STRT", "COMMUNIQUE_DIGESTS__EVENING__QUIET__START"),
        ("COMMUNIQUE_ZONE__NAME", "COMMUNIQUE_ZONE"),
        ("COMMUNIQUE_XYZZY", ""),
        ("communique_zon", "COMMUNIQUE_ZONE"),
    ],
)
def test_an_unknown_variable_is_an_error_with_the_nearest_name(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "hush")
    said = complaint()
    assert name in said
    assert meant in said
    assert ("did you mean" in said) == bool(meant)
    assert "hush" not in said


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('[digest.morning]\nat = "08:00"', "digests"),
        ('[topic.trade]\nany = ["tariff"]', "topics"),
        ("[briefing]\nhour = 24", "briefing.hours"),
        ('[digests.morning.quite]\nstart = "22:00"', "digests.morning.quiet"),
        ("[xyzzy]\nat = 1", ""),
    ],
)
def test_an_unknown_table_or_key_of_the_file_is_an_error_with_the_nearest_name(
    written: str, meant: str
) -> None:
    write(written)
    assert complaint().partition("no such setting")[2] == (f"; did you mean {meant}?" if meant else "")


def test_every_unknown_variable_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_ZON", "x")
    monkeypatch.setenv("COMMUNIQUE_LOGS__LEVEL", "debug")
    said = complaint()
    assert "COMMUNIQUE_ZON:" in said
    assert "COMMUNIQUE_LOG__LEVEL" in said


def test_what_kubernetes_sets_for_a_service_of_our_name_is_no_setting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (
        "SERVICE_HOST",
        "SERVICE_PORT",
        "SERVICE_PORT_HTTP",
        "PORT",
        "PORT_80_TCP",
        "PORT_80_TCP_ADDR",
    ):
        monkeypatch.setenv(f"COMMUNIQUE_{name}", "10.0.0.1")
    assert load().zone == "UTC"


def test_an_unknown_key_of_a_file_is_named_with_the_nearest_one() -> None:
    write('[slack]\nmod = "http"\n')
    said = complaint()
    assert "communique.toml" in said
    assert "slack.mod (" in said
    assert "slack.mode" in said


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


# ── the true source ──────────────────────────────────────────────────────────────────────────────────


def test_a_bad_value_in_the_environment_does_not_blame_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('zone = "Europe/Oslo"\n')
    monkeypatch.setenv("COMMUNIQUE_ZONE", "Europe/Berln")
    said = complaint()
    assert "environment variable COMMUNIQUE_ZONE" in said
    assert "Europe/Berlin" in said
    assert "communique.toml" not in said


def test_a_bad_value_in_a_file_does_not_blame_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    write("[store]\nbusy_timeout = -1\n")
    monkeypatch.setenv("COMMUNIQUE_STORE__URL", "sqlite:////x.db")
    said = complaint()
    assert "store.busy_timeout (communique.toml)" in said
    assert "COMMUNIQUE" not in said


def test_a_bad_value_in_the_secrets_folder_names_its_file(secrets: Path) -> None:
    (secrets / "discord__base_url").write_text("discord.com", encoding="utf-8")
    assert str(secrets / "discord__base_url") in complaint(secrets=secrets)


def test_a_bad_value_of_a_flag_names_the_option() -> None:
    write('zone = "Europe/Oslo"\n')
    with pytest.raises(SettingsError, match=r"zone \(--zone\)"):
        load(zone="Nowhere")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COMMUNIQUE_TOPICS__RAIL__ANY", "strike"),
        ("COMMUNIQUE_TOPICS__RAIL__ANY", '["strike"'),
        ("COMMUNIQUE_TOPICS", "rail"),
        ("COMMUNIQUE_SLACK", "on"),
        ("COMMUNIQUE_DIGESTS__LATE__QUIET", "22:00"),
    ],
)
def test_a_variable_that_should_be_json_and_is_not_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("COMMUNIQUE_TOPICS__DOCKS__ANY", '["dock"]')
    monkeypatch.setenv(name, value)
    said = complaint()
    assert f"environment variable {name}" in said
    assert "DOCKS" not in said


def test_a_missing_key_is_blamed_on_who_gave_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    write('[digests.late]\nat = "22:00"\n')
    monkeypatch.setenv("COMMUNIQUE_DIGESTS__LATE__QUIET__END", "07:00")
    said = complaint()
    assert "digests.late.quiet.start" in said
    assert "COMMUNIQUE_DIGESTS__LATE__QUIET" in said
    assert "communique.toml" not in said


def test_all_problems_are_told_each_with_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    write('zone = "Nowhere"\n')
    monkeypatch.setenv("COMMUNIQUE_LOG__LEVEL", "loud")
    said = complaint()
    assert "zone (communique.toml)" in said
    assert "log.level (environment variable COMMUNIQUE_LOG__LEVEL)" in said


def test_a_file_that_was_named_must_be_there_and_be_toml(tmp_path: Path) -> None:
    assert "none.toml" in complaint(tmp_path / "none.toml")
    write("zone =")
    assert "communique.toml is not TOML" in complaint()


# ── topics, digests and paths ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[topics.rail]\n", "topics.rail"),
        ('[topics.rail]\nany = [""]\n', "topics.rail"),
        ('[topics.rail]\nnone = ["football"]\n', "topics.rail"),
        ('[topics." "]\nany = ["strike"]\n', "topics"),
        ('[digests.late]\ntopics = ["rail"]\n', "digests.late"),
        ('[digests.late]\nchannel = "general"\n', "digests.late"),
        ('[digests.late]\nchannel = "irc:a:b"\n', "console, slack or discord"),
        ('[digests.late]\nzone = "Europe/Berln"\n', "Europe/Berlin"),
        ("[digests.late]\nweekdays = []\n", "digests.late"),
        ('[digests.late]\nat = "08:00+02:00"\n', "digests.late"),
        ('[digests.late.quiet]\nstart = "22:00"\nend = "22:00"\n', "digests.late"),
        ('data_dir = "~no-such-user/news"\n', "no-such-user"),
        ('data_dir = "a\\u0000b"\n', "data_dir"),
    ],
)
def test_what_cannot_be_used_is_an_error_of_the_settings(table: str, said: str) -> None:
    write(table)
    what = complaint()
    assert said in what
    assert "communique.toml" in what


def test_a_topic_of_the_environment_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('[topics.docks]\nany = ["dock"]\n')
    monkeypatch.setenv("COMMUNIQUE_TOPICS__RAIL__ANY", '[""]')
    said = complaint()
    assert "COMMUNIQUE_TOPICS__RAIL__ANY" in said
    assert "communique.toml" not in said


def test_a_disabled_digest_need_not_be_right() -> None:
    write('[digests.late]\nenabled = false\ntopics = ["rail"]\n')
    assert [schedule.id for schedule in load().schedules] == ["settings:morning"]


# ── questions ────────────────────────────────────────────────────────────────────────────────────────


def test_how_often_one_may_ask_is_a_setting() -> None:
    assert (load().ask.limits.person, load().ask.limits.channel) == (10, 60)
    write("[ask]\nper_person = 3\nper_channel = 5\nminutes = 10")
    limits = load().ask.limits
    assert (limits.person, limits.channel, limits.span.total_seconds()) == (3, 5, 600)


def test_a_limit_that_lets_nobody_ask_is_refused() -> None:
    write("[ask]\nper_person = 0")
    assert "ask.per_person" in complaint()


# ── languages ────────────────────────────────────────────────────────────────────────────────────────

TABLE = '[digests.{name}]\nchannel = "discord:1:{channel}"\nevents = true\n'


def test_a_channel_has_the_language_of_its_digests_and_else_that_of_all() -> None:
    write(
        'language = "de"\n'
        + TABLE.format(name="a", channel="2")
        + TABLE.format(name="b", channel="3")
        + TABLE.format(name="c", channel="3")
        + 'language = "en"\n'
    )
    settings = load()
    here, there, nowhere = (Channel(Platform.DISCORD, "1", name) for name in "234")
    assert settings.languages.of(here, None) is Language.GERMAN
    assert settings.languages.of(there, None, Language.GERMAN) is Language.ENGLISH
    assert settings.languages.of(nowhere, None) is Language.GERMAN
    assert settings.languages.of(nowhere, None, Language.ENGLISH) is Language.ENGLISH
    assert {one.channel: one.language for one in settings.calendars} == {
        here: Language.GERMAN,
        there: Language.ENGLISH,
    }


@pytest.mark.parametrize("text", ['language = "xx"\n', '[digests.a]\nlanguage = "German"\n'])
def test_a_language_that_is_not_spoken_is_told_with_those_that_are(text: str) -> None:
    write(text)
    told = complaint()
    assert "language" in told
    assert "'en' or 'de'" in told or "'en'" in told


def test_what_a_reload_says_of_languages_holds_at_once() -> None:
    before = Changing.of(load())
    languages = before.languages
    write('language = "de"\n')
    before.become(Changing.of(load()))
    assert languages.default is Language.GERMAN
