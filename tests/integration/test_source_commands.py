"""`communique sources` and `communique ingest URL` as a person types them, over real sockets."""

from __future__ import annotations

import json
import logging
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.commands import app
from tests.fakes.feed_site import ALLOWED, feed, feed_site, rss, story
from tests.fakes.hostile_web import HostileWeb


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HostileWeb]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COMMUNIQUE_FETCH__ALLOW", ALLOWED)
    monkeypatch.setenv("COMMUNIQUE_FETCH__DELAY", "0")
    before = logging.getLogger().handlers[:]
    with feed_site() as web:
        yield web
    logging.getLogger().handlers[:] = before


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def listed() -> list[dict[str, object]]:
    return [json.loads(line) for line in done("sources", "list", "--json").splitlines()]


def test_a_source_is_shown_kept_and_read_and_its_articles_are_briefed(site: HostileWeb) -> None:
    url = feed(site, "/feed", rss(1, 2, 3))
    said = done("sources", "add", url, "--yes")
    assert f"The Harbour: a feed at {url}" in said
    assert "Pier 2 opens" in said
    assert "keeps 3 items of 3" in said
    assert "is a source now" in said
    assert re.search(r"The Harbour \(\w{10}\): not read yet\.", done("sources", "list"))
    said = done("sources", "fetch")
    assert "Looked at 1 source." in said
    assert "1 source; 0 cannot be read now, 0 paused." in said
    assert re.search(r"The Harbour \(\w{10}\): ok; read just now; news just now", done("sources", "list"))
    assert "agreed on Monday to reopen pier" in done("brief")
    assert "Looked at 0 sources." in done("sources", "fetch")


def test_a_page_stands_for_the_feed_that_it_names(site: HostileWeb) -> None:
    url = feed(site, "/feed", rss(1))
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hi</body>'
    home = site.says("/", page, Content_Type="text/html")
    done("sources", "add", home, "--yes", "--name", "Quay")
    assert [(one["url"], one["name"]) for one in listed()] == [(url, "Quay")]


def test_a_source_that_moved_for_good_says_where_it_was(site: HostileWeb) -> None:
    old, new = feed(site, "/feed", rss(1)), site.url("/new")
    done("sources", "add", old, "--yes")
    feed(site, "/new", rss(1))
    site.says("/feed", status="301 Moved Permanently", Location=new)
    done("sources", "fetch", "The Harbour")
    said = done("sources", "list")
    assert f"added as {old}." in said
    assert f"  {new}\n" in said


def test_a_feed_that_is_too_long_is_called_so_and_not_broken(
    site: HostileWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_FETCH__MOST_BYTES", "10000")
    said = done("sources", "add", feed(site, "/feed", rss(*range(60))), "--yes")
    assert "longer than fetch.most_bytes" in said
    done("sources", "fetch")
    listing = done("sources", "list")
    assert "truncated: only its beginning was read" in listing
    assert "well-formed" not in said + listing


def test_an_address_whose_host_has_no_dot_is_tested_as_an_address(site: HostileWeb) -> None:
    result = run("sources", "test", "http://localhost/feed")
    assert "localhost is no public name" in result.stderr


def test_without_yes_and_without_a_terminal_nothing_is_kept(site: HostileWeb) -> None:
    result = run("sources", "add", feed(site, "/feed", rss(1)))
    assert result.exit_code == 2
    assert "Pier 1 opens" in result.stdout
    assert "Nothing was stored" in result.stderr
    assert listed() == []


@pytest.mark.parametrize(
    ("status", "said", "todo"),
    [
        ("404 Not Found", "the server answered 404 Not Found", "Open the address in a browser"),
        ("410 Gone", "the server answered 410 Gone", "look for another address"),
        ("429 Too Many Requests", "429", "fewer requests"),
        ("503 Service Unavailable", "503", "the trouble is at the server"),
    ],
)
def test_what_a_feed_answers_is_told_with_what_to_do(
    site: HostileWeb, status: str, said: str, todo: str
) -> None:
    url = site.says("/feed", status=status)
    for command in (("sources", "add", url, "--yes"), ("sources", "test", url), ("ingest", url)):
        result = run(*command)
        assert result.exit_code == 5
        assert result.stderr.startswith(f"Error: {url} could not be read: ")
        assert said in result.stderr
        assert "Nothing was stored." in result.stderr
        assert todo in result.stderr
        assert "Reference: " in result.stderr


def test_an_address_that_is_not_public_is_refused_unless_the_settings_allow_it(
    site: HostileWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = feed(site, "/feed", rss(1))
    monkeypatch.setenv("COMMUNIQUE_FETCH__ALLOW", "[]")
    for command in (("sources", "add", url, "--yes"), ("ingest", url)):
        result = run(*command)
        assert result.exit_code == 5
        assert "could not be read" in result.stderr
        assert "fetch.allow" in result.stderr or "fetch.ports" in result.stderr
    assert site.asked == []


@pytest.mark.parametrize(
    ("url", "todo"),
    [
        ("ftp://harbour.example/feed", "https://example.org/feed"),
        ("https://", "https://example.org/feed"),
        ("https://anna:secret@harbour.example/feed", "without them"),
        ("https://harbour.example:8443/feed", "fetch.ports"),
        ("http://192.168.0.1/feed", "fetch.allow"),
    ],
)
def test_an_address_that_is_not_asked_is_refused_with_what_would_mend_it(
    site: HostileWeb, monkeypatch: pytest.MonkeyPatch, url: str, todo: str
) -> None:
    monkeypatch.setenv("COMMUNIQUE_FETCH__ALLOW", "[]")
    result = run("sources", "add", url)
    assert result.exit_code in {2, 5}
    assert todo in result.stderr
    assert ("fetch.allow" in result.stderr) == (todo == "fetch.allow")


def test_a_source_is_tested_without_being_kept(site: HostileWeb) -> None:
    url = feed(site, "/feed", rss(1))
    said = done("sources", "test", url)
    assert "Pier 1 opens" in said
    assert f"{url} answered with application/rss+xml" in said
    assert "whether anything changed" in said
    assert listed() == []
    done("sources", "add", url, "--yes")
    assert "Pier 1 opens" in done("sources", "test", "The Harbour")
    assert run("sources", "test", "nothing").exit_code == 2
    assert "No article" in done("brief") or "0 articles" in done("brief")


def test_a_source_is_paused_resumed_renamed_and_removed(site: HostileWeb) -> None:
    done("sources", "add", feed(site, "/feed", rss(1)), "--yes")
    assert done("sources", "pause", "the harbour") == "The Harbour is paused.\n"
    assert "paused: paused by hand" in done("sources", "list")
    assert "Looked at 0 sources." in done("sources", "fetch")
    assert done("sources", "resume", "The Harbour") == "The Harbour goes on.\n"
    assert "is called Quay now" in done("sources", "rename", "The Harbour", "Quay")
    assert "Quay brought 1 article." in done("sources", "fetch", "Quay")
    assert done("sources", "remove", "Quay") == "Quay is removed; its articles stay.\n"
    assert "communique sources add" in done("sources", "list")
    assert "communique sources add" in done("sources", "fetch")
    assert run("sources", "remove", "Quay").exit_code == 2
    assert "reopen pier" in done("brief")


def test_a_source_is_named_by_its_address_however_it_is_typed(site: HostileWeb) -> None:
    url = feed(site, "/feed", rss(1))
    done("sources", "add", url, "--yes")
    for typed in (url.upper().replace("/FEED", "/feed"), f"{url}#top"):
        assert done("sources", "pause", typed) == "The Harbour is paused.\n"


def test_on_a_new_machine_there_are_no_sources_yet_and_the_first_step_is_said(site: HostileWeb) -> None:
    assert "communique sources add" in done("sources", "list")


@pytest.mark.parametrize("what", ["pause", "resume", "remove"])
def test_on_a_new_machine_no_source_has_the_name(site: HostileWeb, what: str) -> None:
    result = run("sources", what, "Quay")
    assert (result.exit_code, "There is no source 'Quay'" in result.stderr) == (2, True)


def test_on_a_new_machine_an_empty_list_is_exported(site: HostileWeb) -> None:
    assert "<opml" in done("sources", "export")


def test_a_name_of_nothing_is_refused_with_what_to_do(site: HostileWeb) -> None:
    result = run("sources", "rename", "Quay", " \u202e")
    assert "communique sources rename SOURCE NAME" in result.stderr


def test_an_error_tells_neither_a_password_nor_ten_thousand_characters(site: HostileWeb) -> None:
    for command in (("sources", "add"), ("sources", "test"), ("ingest",)):
        result = run(*command, f"http://user:secret@127.0.0.1/{'x' * 10_000}")
        assert (result.exit_code, "secret" in result.stderr) == (5, False)
        assert "http://127.0.0.1/xxx" in result.stderr
        assert len(result.stderr) < 1_000
    for what in ("add", "test"):
        assert "secret" not in run("sources", what, "user:secret@127.0.0.1/feed").stderr


def test_a_list_that_is_too_long_is_refused_with_what_it_holds(site: HostileWeb, tmp_path: Path) -> None:
    done("sources", "add", feed(site, "/feed", rss(1)), "--yes")
    lines = "".join(f'<outline xmlUrl="https://a{n}.example/"/>' for n in range(2_000))
    (tmp_path / "long.opml").write_text(f"<opml><body>{lines}</body></opml>", encoding="utf-8")
    result = run("sources", "import", str(tmp_path / "long.opml"))
    assert (result.exit_code, len(listed())) == (2, 1)
    assert "2,000 new sources are too many beside the 1 there are: 2,000 is the most." in result.stderr
    assert "Nothing was stored" in result.stderr


def test_a_source_that_fails_is_told_by_fetch_list_and_doctor(site: HostileWeb) -> None:
    url = feed(site, "/feed", rss(1))
    done("sources", "add", url, "--yes")
    site.says("/feed", status="503 Service Unavailable")
    result = run("sources", "fetch", "The Harbour")
    assert result.exit_code == 1
    assert "could not be read: the server answered 503 Service Unavailable" in result.stdout
    assert "its server has trouble (5xx)" in done("sources", "list")
    assert "1 source failed" in done("brief")
    assert "ok   sources: 1 source; 1 cannot be read now" in done("doctor")


def test_doctor_names_a_source_that_failed_for_days_with_what_to_do_and_polling_that_is_off(
    site: HostileWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("sources", "add", feed(site, "/feed", rss(1)), "--yes")
    site.says("/feed", status="410 Gone")
    run("sources", "fetch", "The Harbour")
    database = sqlite3.connect(tmp_path / "data" / "communique.db")
    with database:
        database.execute("UPDATE sources SET failing = failing - 2 * 86400 * 1000000")
    database.close()
    monkeypatch.setenv("COMMUNIQUE_SOURCES__ENABLED", "false")
    result = run("doctor")
    assert result.exit_code == 1
    assert "FAIL source The Harbour: The Harbour (" in result.stdout
    assert "look for another address of that site" in result.stdout
    assert "FAIL sources: Polling is switched off" in result.stdout
    assert "Polling is switched off" in done("sources", "list")
    monkeypatch.setenv("COMMUNIQUE_SOURCES__FILE", "gone.toml")
    assert "FAIL sources: Cannot read gone.toml: No such file or directory" in run("doctor").stdout


def test_sources_go_to_other_readers_and_come_back(site: HostileWeb, tmp_path: Path) -> None:
    for n in range(3):
        done("sources", "add", feed(site, f"/feed/{n}", rss(n, title=f"Paper {n} & Sons")), "--yes")
    before = {(one["url"], one["name"]) for one in listed()}
    done("sources", "export", "feeds.opml")
    assert (tmp_path / "feeds.opml").read_text(encoding="utf-8") == done("sources", "export")
    assert run("sources", "export", "feeds.opml").exit_code == 2
    assert "Added 0 sources of 3.\nSources already: 3.\n" in done("sources", "import", "feeds.opml")
    for n in range(3):
        done("sources", "remove", f"Paper {n} & Sons")
    assert "Added 3 sources of 3." in done("sources", "import", "feeds.opml")
    assert {(one["url"], one["name"]) for one in listed()} == before
    (tmp_path / "none.opml").write_text("nothing", encoding="utf-8")
    assert run("sources", "import", "none.opml").exit_code == 2
    assert run("sources", "import", "gone.opml").exit_code == 2


def test_a_feed_or_page_is_ingested_once_without_becoming_a_source(site: HostileWeb) -> None:
    url = feed(site, "/feed", rss(*range(30)))
    report = json.loads(done("ingest", "--json", url))
    assert (report["new"], report["rejected"]) == (30, 0)
    assert json.loads(done("ingest", "--json", url))["unchanged"] == 30
    text = "".join(f"<p>{story(n)}</p>" for n in range(70, 75))
    page = f"<html><head><title>Notice</title></head><body><article>{text}</article></body></html>"
    notice = site.says("/notice", page.encode(), Content_Type="text/html")
    assert json.loads(done("ingest", "--json", notice))["new"] == 1
    assert listed() == []


def test_teasers_are_ingested_with_the_text_of_their_pages(site: HostileWeb) -> None:
    items = ""
    for n in range(25):
        page = (
            f"<html><body><article><h1>Pier {n}</h1><p>{story(n)}</p><p>{story(n + 100)}</p></article></body>"
        )
        link = site.says(f"/pier/{n}", page.encode(), Content_Type="text/html")
        items += f"<item><title>Pier {n}</title><link>{link}</link><description>More …</description></item>"
    body = f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()
    report = json.loads(done("ingest", "--json", feed(site, "/teasers", body)))
    assert report["new"] == 25
    assert "/robots.txt" in site.paths
    assert sum(path.startswith("/pier/") for path in site.paths) == 25


def test_a_file_lists_sources_and_who_removes_its_table_removes_the_source(
    site: HostileWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, file = feed(site, "/feed", rss(1)), tmp_path / "sources.toml"
    monkeypatch.setenv("COMMUNIQUE_SOURCES__FILE", "sources.toml")
    assert run("sources", "fetch").exit_code == 2
    file.write_text(f'["Velden Quay"]\nurl = "{url}"\n', encoding="utf-8")
    assert "Looked at 1 source." in done("sources", "fetch")
    assert [(one["name"], one["who"]) for one in listed()] == [("Velden Quay", "sources.toml")]
    assert "comes back" in done("sources", "remove", "Velden Quay")
    done("sources", "fetch")
    file.write_text("", encoding="utf-8")
    done("sources", "fetch")
    assert listed() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("= no", "is not TOML"),
        ('[a]\nurl = "two words"', "a.url: 'two words' is no web address"),
        ("[a]", "a.url: it is missing"),
        ('[a]\nurl = "https://a.example"\nevery = 3', "a.every: no such setting"),
        ('url = "https://a.example"', "url: text where a table is expected"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(
    site: HostileWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setenv("COMMUNIQUE_SOURCES__FILE", "sources.toml")
    (tmp_path / "sources.toml").write_text(text, encoding="utf-8")
    result = run("sources", "fetch")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "The sources stay as they were" in result.stderr
