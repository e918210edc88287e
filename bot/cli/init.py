"""`communique init`: a settings file, or what a platform's app needs."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

from bot.cli.writing import write_new
from bot.errors import InputError
from bot.settings import FILE, config_folder, default_text
from bot.texts import say

EXAMPLE = "https://communique.example"
"""Stands in the manifest for the address at which Slack reaches the bot."""


def init(*, force: bool, http: str = "", events: bool = False) -> None:
    """Write the commented settings file into the working directory; never over one that is there.

    Raise InputError for options of a platform that was not named.
    """
    if http or events:
        raise InputError(
            "--http and --events are for a platform",
            kept="Nothing was written",
            todo="Use communique init slack --http URL or communique init discord --events",
        )
    path = Path(FILE)
    write_new(path, default_text().encode(), force=force)
    sys.stdout.write(say("init.done", path=path) + "\n")


def init_platform(name: str, http: str = "", token: str = "", *, events: bool = False) -> None:
    """Print the manifest or the invitation of a platform's app, and on standard error what to do with it.

    With `http`, the address at which Slack reaches the bot, the manifest is that of HTTP mode. `token` is
    Discord's, if it is set: it holds the application's id. `events` asks for the right to make events too.
    """
    if name == "discord":
        _discord(token, events=events)
        return
    if name != "slack":
        raise InputError(
            f"There is no set-up for {name!r}", todo="Use communique init slack or communique init discord"
        )
    if http:
        _over_http(http.rstrip("/"))
        return
    sys.stdout.write((config_folder() / "slack-manifest.socket.yaml").read_text(encoding="utf-8"))
    sys.stderr.write(say("init.slack") + "\n")


def _discord(token: str, *, events: bool) -> None:
    from bot.platforms.discord.rights import alone, application_of, invite

    application = application_of(token)
    if token and not application:
        raise InputError(
            "What discord.token holds is no token of a bot: it does not begin with an application's id",
            todo="Copy it anew: discord.com/developers/applications, Bot, Reset Token",
        )
    if application:
        sys.stdout.write(invite(application, events=events) + "\n")
    told = say("init.discord.invite", alone=alone(application)) if application else say("init.discord")
    sys.stderr.write(told + "\n")


def _over_http(address: str) -> None:
    from bot.platforms.slack.install.vault import new_key

    if not _is_reached(address):
        raise InputError(
            f"Slack does not reach {address[:80]!r}", todo="Use an address such as https://bot.example.org"
        )
    manifest = (config_folder() / "slack-manifest.http.yaml").read_text(encoding="utf-8")
    sys.stdout.write(manifest.replace(EXAMPLE, address))
    sys.stderr.write(say("init.slack.http", address=address, key=new_key()) + "\n")


def _is_reached(address: str) -> bool:
    try:
        parts = urlsplit(address)
        plain = parts.port != 0 and parts.username is None and not (parts.query or parts.fragment)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and plain and len(address.split()) == 1
