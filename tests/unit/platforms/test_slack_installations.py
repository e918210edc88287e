"""Installations of Slack workspaces: sealed in the database, renewed before they end, each tenant its own."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import aiohttp
import pytest
from aiohttp import web
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.channel import Platform
from bot.errors import PermanentRefusal, RetryableRefusal, SettingsError
from bot.platforms.slack.clients import Workspaces
from bot.platforms.slack.install.for_bolt import STATE_LASTS, BoltInstallations, BoltStates
from bot.platforms.slack.install.kept import Kept
from bot.platforms.slack.install.renewal import Renewal, rotator_of
from bot.platforms.slack.install.vault import Unopened, Vault, new_key
from bot.ports import Clock
from tests.fakes.memory_store import MemoryStore
from tests.fakes.slack_server.oauth import OAuth, Workspace, now

KEY, OTHER_KEY = new_key(), new_key()
ANVIL = Workspace(team_id="T1", name="Anvil Desk")
HOUR = 3600
BRASS = Workspace(team_id="T2", name="Brass Desk")


@dataclass(slots=True)
class _Clock(Clock):
    at: dt.datetime = field(default_factory=lambda: dt.datetime.fromtimestamp(now(), dt.UTC))

    def now(self) -> dt.datetime:
        return self.at


@dataclass(slots=True, kw_only=True)
class Desk:
    """What is put together for a workspace to be installed, over a loopback Slack."""

    oauth: OAuth
    store: MemoryStore
    clock: _Clock
    kept: Kept
    renewal: Renewal
    clients: Workspaces

    async def install(self, workspace: Workspace, lasts: int | None = None) -> Installation:
        given = self.oauth._granted(workspace)  # noqa: SLF001 - the browser's part is not this test's
        made = Installation(
            team_id=None if workspace.whole else workspace.team_id,
            enterprise_id=workspace.enterprise_id or None,
            is_enterprise_install=workspace.whole,
            bot_token=given["access_token"],
            bot_refresh_token=given.get("refresh_token"),
            bot_token_expires_in=lasts or given.get("expires_in"),
            bot_id="BBOT",
            bot_user_id="UBOT",
            bot_scopes=["chat:write", "commands"],
            user_id=given["authed_user"]["id"],
            user_token=given["authed_user"]["access_token"],
        )
        await self.kept.save(made)
        return made


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    oauth, store, clock = OAuth(), MemoryStore(), _Clock()
    application = web.Application()
    application.add_routes(oauth.routes())
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        bare = AsyncWebClient(base_url=f"http://{host}:{port}/api/", session=session, retry_handlers=[])
        kept = Kept(store=store, vault=Vault.of(KEY), clock=clock)
        renewal = Renewal(kept=kept, rotator=rotator_of(bare, oauth.client_id, oauth.client_secret))
        clients = Workspaces(renewal=renewal, bare=bare)
        yield Desk(oauth=oauth, store=store, clock=clock, kept=kept, renewal=renewal, clients=clients)
    await runner.cleanup()


@given(st.text())
def test_what_is_sealed_opens_again_and_is_not_to_be_seen(text: str) -> None:
    vault = Vault.of(KEY)
    sealed = vault.seal(text)
    assert vault.open(sealed) == text
    assert sealed != vault.seal(text)


@given(st.integers(min_value=0), st.characters(codec="ascii"))
def test_what_was_changed_since_does_not_open(place: int, other: str) -> None:
    vault = Vault.of(KEY)
    sealed = vault.seal("xoxb-1")
    at = place % (len(sealed.rstrip("=")) - 1)
    same = {"+": "-", "/": "_"}.get(other, other)  # the two alphabets of base64 are read as one
    if same != sealed[at]:
        with pytest.raises(Unopened):
            vault.open(sealed[:at] + other + sealed[at + 1 :])


def test_a_new_key_goes_first_and_the_old_one_still_opens() -> None:
    sealed = Vault.of(KEY).seal("xoxb-1")
    both = Vault.of(f"{OTHER_KEY}, {KEY}")
    assert both.open(sealed) == "xoxb-1"
    assert not both.is_newest(sealed)
    assert both.is_newest(both.seal("xoxb-1"))
    with pytest.raises(Unopened):
        Vault.of(OTHER_KEY).open(sealed)


@pytest.mark.parametrize("keys", ["", "short", f"{KEY},"], ids=["empty", "short", "comma"])
def test_what_is_no_key_is_refused_with_what_to_do(keys: str) -> None:
    with pytest.raises(SettingsError, match="COMMUNIQUE_SLACK__TOKEN_KEYS") as caught:
        Vault.of(keys)
    assert "init slack" in caught.value.todo


async def test_an_installation_comes_back_without_what_acts_for_a_person(desk: Desk) -> None:
    made = await desk.install(ANVIL)
    found = await desk.kept.load("T1")
    assert found is not None
    assert (found.bot_token, found.user_id) == (made.bot_token, made.user_id)
    assert found.bot_scopes == ["chat:write", "commands"]
    assert found.user_token is None
    rows = desk.store.state.installations.values()
    assert rows
    assert made.bot_token
    assert not any(made.bot_token in row.sealed for row in rows)  # three letters of it stand there by chance


async def test_every_workspace_posts_with_its_own_token_and_one_that_left_with_none(desk: Desk) -> None:
    anvil, brass = await desk.install(ANVIL), await desk.install(BRASS)
    assert [(await desk.clients.of(one)).token for one in ("T1", "T2")] == [anvil.bot_token, brass.bot_token]
    await desk.kept.drop("T1")
    with pytest.raises(PermanentRefusal, match="T1") as caught:
        await desk.clients.of("T1")
    assert (caught.value.code, "slack/install" in caught.value.todo) == ("not_installed", True)
    assert (await desk.clients.of("T2")).token == brass.bot_token


async def test_a_row_that_was_put_under_another_tenant_is_not_opened(desk: Desk) -> None:
    await desk.install(ANVIL)
    async with desk.store.write() as unit:
        row = await unit.installations.get(Platform.SLACK, "T1")
        assert row is not None
        await unit.installations.put(replace(row, tenant_id="T2"))
    with pytest.raises(SettingsError, match="T2"):
        await desk.clients.of("T2")


async def test_an_enterprise_that_installs_as_a_whole_is_one_tenant_beside_its_workspaces(desk: Desk) -> None:
    whole = await desk.install(Workspace(team_id="T9", name="Group", enterprise_id="E1", whole=True))
    one = await desk.install(Workspace(team_id="T9", name="Desk of the group", enterprise_id="E1"))
    bolt = BoltInstallations(desk.renewal)

    async def token(*, whole: bool | None) -> str | None:
        found = await bolt.async_find_bot(enterprise_id="E1", team_id="T9", is_enterprise_install=whole)
        return found.bot_token if found else None

    assert [await token(whole=True), await token(whole=False), await token(whole=None)] == [
        whole.bot_token,
        one.bot_token,
        one.bot_token,
    ]
    await bolt.async_delete_all(enterprise_id="E1", team_id=None)
    assert [await token(whole=True), await token(whole=False)] == [None, one.bot_token]


async def test_bolt_is_given_the_installation_of_a_person_only_if_it_is_theirs(desk: Desk) -> None:
    made = await desk.install(ANVIL)
    bolt = BoltInstallations(desk.renewal)

    async def found(user_id: str | None) -> bool:
        one = await bolt.async_find_installation(enterprise_id=None, team_id="T1", user_id=user_id)
        return one is not None

    assert [await found(None), await found(made.user_id), await found("U-other")] == [True, True, False]
    await bolt.async_delete_installation(enterprise_id=None, team_id="T1", user_id=made.user_id)
    assert await found(None)
    await bolt.async_delete_installation(enterprise_id=None, team_id="T1")
    assert not await found(None)


async def test_a_token_is_renewed_once_before_it_ends_however_many_ask(desk: Desk) -> None:
    desk.oauth.expiring = True
    before = await desk.install(ANVIL, lasts=3 * HOUR)
    assert (await desk.clients.of("T1")).token == before.bot_token
    desk.clock.at += dt.timedelta(hours=2)
    got = await asyncio.gather(*(desk.clients.of("T1") for _ in range(20)))
    assert len({one.token for one in got} - {before.bot_token}) == 1
    assert desk.oauth.calls == ["refresh_token"]
    again = await desk.kept.load("T1")
    assert again is not None
    assert again.bot_token == got[0].token
    assert again.bot_refresh_token in desk.oauth.refreshes


async def test_a_token_that_slack_cannot_renew_now_is_used_until_its_end(desk: Desk) -> None:
    desk.oauth.expiring = True
    before = await desk.install(ANVIL, lasts=HOUR)
    desk.oauth.fails, desk.oauth.status = "internal_error", 500
    assert (await desk.clients.of("T1")).token == before.bot_token
    desk.clock.at += dt.timedelta(hours=2)
    desk.oauth.fails, desk.oauth.status = "ratelimited", 429
    with pytest.raises(RetryableRefusal):
        await desk.clients.of("T1")
    assert (await desk.clients.of("T1")).token != before.bot_token


async def test_a_token_that_slack_will_not_renew_asks_to_install_again(desk: Desk) -> None:
    desk.oauth.expiring = True
    await desk.install(ANVIL)
    desk.oauth.revoke(ANVIL)
    desk.clock.at += dt.timedelta(hours=13)
    with pytest.raises(PermanentRefusal, match="refused") as caught:
        await desk.clients.of("T1")
    assert (caught.value.code, "nstall" in caught.value.todo) == ("invalid_refresh_token", True)


async def test_what_another_process_renewed_meanwhile_is_used(desk: Desk) -> None:
    desk.oauth.expiring = True
    before = await desk.install(ANVIL)
    desk.clock.at += dt.timedelta(hours=13)
    other = Renewal(kept=desk.kept, rotator=desk.renewal.rotator)
    one, two = await asyncio.gather(desk.renewal.fresh("T1"), other.fresh("T1"))
    assert one is not None
    assert two is not None
    assert one.bot_token == two.bot_token != before.bot_token


async def test_a_workspace_that_left_while_its_token_was_renewed_does_not_come_back(desk: Desk) -> None:
    desk.oauth.expiring = True
    before = await desk.install(ANVIL)
    await desk.kept.drop("T1")
    await desk.kept.renew(before, before)
    assert await desk.kept.load("T1") is None


async def test_leaving_before_a_new_installation_does_not_end_that_one(desk: Desk) -> None:
    left = desk.clock.at
    desk.clock.at += dt.timedelta(seconds=5)
    await desk.install(ANVIL)
    assert not await desk.kept.drop("T1", left=left)
    assert await desk.kept.drop("T1", left=desk.clock.at)


async def test_sealing_anew_lets_the_old_key_go(desk: Desk) -> None:
    made = await desk.install(ANVIL)
    both = replace(desk.kept, vault=Vault.of(f"{OTHER_KEY},{KEY}"))
    assert [await both.seal_anew(), await both.seal_anew()] == [1, 0]
    found = await replace(desk.kept, vault=Vault.of(OTHER_KEY)).load("T1")
    assert found is not None
    assert found.bot_token == made.bot_token


async def test_a_wrong_key_is_told_with_whose_tokens_it_does_not_open(desk: Desk) -> None:
    await desk.install(ANVIL)
    wrong = replace(desk.kept, vault=Vault.of(Fernet.generate_key().decode()))
    before = dict(desk.store.state.installations)
    for attempt in (wrong.seal_anew(), wrong.load("T1")):
        with pytest.raises(SettingsError, match="1 Slack workspaces: T1") as caught:
            await attempt
        error = caught.value
        assert all((error.what, error.kept, error.todo, error.reference))
    assert desk.store.state.installations == before


async def test_a_mark_is_for_one_use_within_its_time(desk: Desk) -> None:
    states = BoltStates(desk.store, desk.clock)
    first, second, third = [await states.async_issue() for _ in range(3)]
    assert len({first, second, third}) == 3
    assert first not in str(desk.store.state.install_states)
    assert [await states.async_consume(first), await states.async_consume(first)] == [True, False]
    assert not await states.async_consume("made up")
    desk.clock.at += STATE_LASTS
    assert not await states.async_consume(second)
