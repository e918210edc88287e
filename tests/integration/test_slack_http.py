"""Slack over HTTP, through the real bot, Bolt and database: who installs it, who is heard, who is refused."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession

from bot.app import Running, running
from bot.cli.doctor import doctor
from bot.domain.channel import Platform
from bot.errors import SettingsError
from bot.platforms.slack.install.vault import new_key
from bot.settings import Settings, load
from tests.fakes.slack_server.many import BOT_USER, SIGNING_SECRET, ManySlacks, Outside, signed
from tests.fakes.slack_server.oauth import Workspace, now

KEY, NEW_KEY = new_key(), new_key()
ANVIL = Workspace(team_id="T1", name="Anvil <Desk>")
BRASS = Workspace(team_id="T2", name="Brass Desk")
GROUP = Workspace(team_id="T3", name="Group", enterprise_id="E1", whole=True)
HELP = b"command=%2Fbrief&text=help&team_id=T1&channel_id=C1&user_id=U1"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
async def slack() -> AsyncIterator[ManySlacks]:
    made = ManySlacks()
    async with made.serving():
        yield made


@pytest.fixture
def settings(tmp_path: Path, slack: ManySlacks, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    monkeypatch.chdir(tmp_path)

    def made(**changes: Any) -> Settings:
        table = {
            "mode": "http",
            "client_id": slack.oauth.client_id,
            "client_secret": slack.oauth.client_secret,
            "signing_secret": SIGNING_SECRET,
            "token_keys": KEY,
            "listen": f"127.0.0.1:{_free_port()}",
            "base_url": f"{slack.url}/api/",
            "authorize_url": f"{slack.url}/oauth/v2/authorize",
            **changes,
        }
        return load(data_dir=str(tmp_path / "data"), slack=table)

    return made


@asynccontextmanager
async def served(settings: Settings, slack: ManySlacks) -> AsyncIterator[tuple[Outside, Running]]:
    """The bot, running, once it answers."""
    async with running(settings) as bot, ClientSession() as session:
        going = asyncio.create_task(bot.service.run())
        outside = Outside(slack=slack, session=session, address=f"http://{settings.slack.listen}")
        try:
            await _until(lambda: _answers(outside))
            yield outside, bot
        finally:
            bot.service.stop()
            await going


async def _answers(outside: Outside) -> bool:
    try:
        async with outside.session.get(f"{outside.address}/"):
            return True
    except ClientError:
        return False


async def _until(seen: Any) -> None:
    for _ in range(1000):
        if await seen():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it does not come")


async def _comes_to(outside: Outside, workspace: Workspace, channel: str = "C1") -> int:
    joined = {"type": "member_joined_channel", "user": BOT_USER, "channel": channel, "inviter": "U1"}
    return await outside.event(workspace, joined)


async def _posted(outside: Outside, number: int) -> None:
    async def enough() -> bool:
        return len(outside.slack.posted) >= number

    await _until(enough)


async def test_two_workspaces_install_the_bot_and_each_is_greeted_with_its_own_token(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, _):
        for workspace, name in ((ANVIL, "Anvil &lt;Desk&gt;"), (BRASS, "Brass Desk")):
            status, page = await outside.install(workspace)
            assert (status, name in page) == (200, True)
        for workspace in (BRASS, ANVIL):
            assert await _comes_to(outside, workspace) == 200
        await _posted(outside, 2)
        assert sorted((team, message["channel"]) for team, message in slack.posted) == [
            ("T1", "C1"),
            ("T2", "C1"),
        ]
        assert await outside.command(ANVIL, "help") == 200

        async def answered() -> bool:
            return any("deadlines" in str(one) for one in slack.responded)

        await _until(answered)


async def test_an_enterprise_that_installs_as_a_whole_is_served_with_its_one_token(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, _):
        assert (await outside.install(GROUP))[0] == 200
        assert await _comes_to(outside, GROUP, "C7") == 200
        await _posted(outside, 1)
        assert [(team, message["channel"]) for team, message in slack.posted] == [("E1", "C7")]


async def test_a_workspace_that_did_not_install_the_bot_is_not_served(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, bot):
        await outside.install(ANVIL)
        await _comes_to(outside, BRASS)
        await _comes_to(outside, ANVIL)
        await _posted(outside, 1)
        assert {team for team, _ in slack.posted} == {"T1"}
        async with bot.store.read() as unit:
            assert await unit.audit.latest("T2", 5) == ()


@pytest.mark.parametrize("how", ["app_uninstalled", "tokens_revoked"])
async def test_a_workspace_that_removes_the_bot_ends_its_sends_and_its_token_at_once(
    settings: Callable[..., Settings], slack: ManySlacks, how: str
) -> None:
    async with served(settings(), slack) as (outside, bot):
        for workspace in (ANVIL, BRASS):
            await outside.install(workspace)
        gone = {"type": how, "tokens": {"bot": [BOT_USER], "oauth": []}}
        await outside.event(ANVIL, {**gone, "tokens": {"oauth": ["U1"]}}, event_time=now() + 1)
        assert await outside.event(ANVIL, gone, event_time=now() + 2) == 200

        async def removed() -> bool:
            async with bot.store.read() as unit:
                return await unit.installations.get(Platform.SLACK, "T1") is None

        await _until(removed)
        await _comes_to(outside, ANVIL)
        await _comes_to(outside, BRASS)
        await _posted(outside, 1)
        assert {team for team, _ in slack.posted} == {"T2"}
        async with bot.store.read() as unit:
            later = bot.clock.now().replace(year=bot.clock.now().year + 1)
            assert await unit.tenants.removed(later) == ((Platform.SLACK, "T1"),)
        assert (await outside.install(ANVIL))[0] == 200
        async with bot.store.read() as unit:
            assert await unit.tenants.removed(later) == ()


async def test_a_removal_that_is_told_late_does_not_end_a_newer_installation(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, bot):
        await outside.install(ANVIL)
        assert await outside.event(ANVIL, {"type": "app_uninstalled"}, event_time=now() - 60) == 200
        await _comes_to(outside, ANVIL)
        await _posted(outside, 1)
        async with bot.store.read() as unit:
            assert await unit.installations.get(Platform.SLACK, "T1") is not None


async def test_only_what_slack_signed_now_and_nobody_changed_is_taken(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    at = now()
    forged: list[dict[str, str]] = [
        {"secret": "another secret"},
        {"signature": "v0=" + "0" * 64},
        {"signature": "v0=é"},
        {"signature": "v1=" + signed(HELP)["X-Slack-Signature"][3:]},
        {"timestamp": str(at - 301)},
        {"timestamp": str(at + 310)},
        {"timestamp": "9" * 400},
        {"timestamp": "soon"},
        {"timestamp": f"-{at}"},
        {"timestamp": f"{at}.5"},
        {"timestamp": "²"},
    ]
    async with served(settings(), slack) as (outside, bot):
        await outside.install(ANVIL)
        for path in ("/slack/events", "/slack/commands", "/slack/interactivity"):
            for one in forged:
                assert await outside.send(HELP, path=path, **one) == 401, one
            of_another = signed(HELP)["X-Slack-Signature"]
            assert await outside.send(HELP + b"&more=1", path=path, signature=of_another) == 401
            async with outside.session.post(f"{outside.address}{path}", data=HELP) as answer:
                assert answer.status == 401
        assert await outside.send(b"\xff\xfe") == 401
        assert await outside.send(b"x" * ((1 << 20) + 1)) == 413
        assert slack.responded == []
        async with bot.store.read() as unit:
            assert await unit.inbound.oldest() is None
        check = b'{"type":"url_verification","challenge":"abc"}'
        assert await outside.send(check, content_type="application/json") == 200


async def test_what_slack_delivers_again_is_answered_once(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, _):
        await outside.install(ANVIL)
        assert [await outside.command(ANVIL, "help") for _ in range(3)] == [200] * 3
        for number in range(1, 4):
            await outside.command(ANVIL, f"help {number}")

        async def answered() -> bool:
            return len(slack.responded) >= 4

        await _until(answered)
        assert len(slack.responded) == 4


async def test_an_installation_counts_once_and_only_in_the_browser_that_began_it(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, bot):
        state, cookie = await outside.begin()
        other_state, _ = await outside.begin()
        code = slack.oauth.allow(ANVIL)
        refused = [
            await outside.end("", state=state, code=code),
            await outside.end(cookie, state=other_state, code=code),
            await outside.end(cookie.replace(state, "made-up"), state="made-up", code=code),
        ]
        assert [status for status, _ in refused] == [400, 400, 401]
        assert all("Begin again at /slack/install" in page for _, page in refused)
        assert (await outside.end(cookie, state=state, code=code))[0] == 200
        again = slack.oauth.allow(BRASS)
        assert (await outside.end(cookie, state=state, code=again))[0] == 401
        async with bot.store.read() as unit:
            assert [one.tenant_id for one in await unit.installations.every(Platform.SLACK)] == ["T1"]


async def test_what_goes_wrong_with_an_installation_is_said_with_what_to_do(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, bot):
        state, cookie = await outside.begin()
        status, page = await outside.end(cookie, error="access_denied")
        assert (status, "not allowed" in page) == (200, True)
        assert "<script" not in (await outside.end(cookie, error="<script>"))[1]
        status, page = await outside.end(cookie, state=state, code="made up")
        assert (status, "Slack did not go along" in page, "Reference" in page) == (401, True, True)
        async with bot.store.read() as unit:
            assert await unit.installations.every(Platform.SLACK) == ()


async def test_the_page_after_an_installation_tells_its_address_to_nobody(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with (
        served(settings(), slack) as (outside, _),
        outside.session.get(f"{outside.address}/slack/oauth_redirect?code=x&state=y") as answer,
    ):
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_no_file_of_the_database_holds_a_token_or_a_mark(
    settings: Callable[..., Settings], slack: ManySlacks, tmp_path: Path
) -> None:
    slack.oauth.expiring = True
    async with served(settings(), slack) as (outside, _):
        await outside.install(ANVIL)
        state, _cookie = await outside.begin()
        held = {path: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file()}
        assert any(b"installations" in content for content in held.values())
        secrets = [*slack.oauth.tokens, *slack.oauth.refreshes, "xoxb-", "xoxe-", "xoxp-", state]
        for path, content in held.items():
            assert [one for one in secrets if one.encode() in content] == [], path


async def test_a_new_key_takes_over_at_a_start_and_a_wrong_one_stops_it(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(), slack) as (outside, _):
        await outside.install(ANVIL)
    with pytest.raises(SettingsError, match="TOKEN_KEYS does not open") as caught:
        async with running(settings(token_keys=NEW_KEY)):
            pass
    assert all((caught.value.kept, caught.value.todo, caught.value.reference))
    async with served(settings(token_keys=f"{NEW_KEY},{KEY}"), slack):
        pass
    async with served(settings(token_keys=NEW_KEY), slack) as (outside, _):
        await _comes_to(outside, ANVIL)
        await _posted(outside, 1)


async def test_the_workspace_of_the_settings_reads_what_is_ingested_here(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    async with served(settings(team="T1"), slack) as (outside, bot):
        await outside.install(ANVIL)
        await outside.install(BRASS)
        async with bot.store.read() as unit:
            found = await unit.installations.every(Platform.SLACK)
        assert [one.tenant_id for one in found] == ["T2", "local"]
        await _comes_to(outside, ANVIL)
        await _posted(outside, 1)
        assert [team for team, _ in slack.posted] == ["T1"]


async def test_one_workspace_with_a_token_of_its_own_is_heard_over_http(
    settings: Callable[..., Settings], slack: ManySlacks
) -> None:
    slack.oauth.tokens["xoxb-own"] = ANVIL
    own = {"bot_token": "xoxb-own", "client_id": "", "client_secret": "", "token_keys": ""}
    async with served(settings(**own), slack) as (outside, _):
        assert await outside.send(HELP, secret="another secret") == 401
        assert await _comes_to(outside, ANVIL) == 200
        await _posted(outside, 1)
        async with outside.session.get(f"{outside.address}/slack/install") as answer:
            assert answer.status == 404


async def test_doctor_asks_about_every_workspace_and_names_a_key_that_is_missing(
    settings: Callable[..., Settings], slack: ManySlacks, capsys: pytest.CaptureFixture[str]
) -> None:
    async with served(settings(), slack) as (outside, _):
        await outside.install(ANVIL)
        await outside.install(BRASS)
    slack.oauth.revoke(BRASS)

    async def told(**changes: Any) -> str:
        with pytest.raises(SystemExit):
            await asyncio.to_thread(doctor, settings(**changes), None, as_json=False)
        return capsys.readouterr().out

    said = await told()
    assert "slack workspace T1: communique in Anvil <Desk>" in said
    assert "slack workspace T2: invalid_auth" in said
    assert "does not open the tokens of 2 Slack workspaces: T1, T2" in await told(token_keys=NEW_KEY)
