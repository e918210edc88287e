"""A call of a Web API method, as its handler sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tests.fakes.slack_server.nouns import Json, Token, Workspace
from tests.fakes.slack_server.refusal import SlackRefusal
from tests.fakes.slack_server.state import SlackState


class Emits(Protocol):
    """Whoever brings events to the app."""

    def emit(self, team: str, event: Json) -> None:
        """Send an event, if the app subscribed to it and its scopes allow it, without waiting for the app."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """`token` is None only for methods that need none."""

    state: SlackState
    events: Emits
    method: str
    params: Json
    token: Token | None

    @property
    def who(self) -> Token:
        if self.token is None:
            raise SlackRefusal("not_authed")
        return self.token

    @property
    def team(self) -> Workspace:
        return self.state.workspace(self.who.team)

    def need_any(self, *scopes: str) -> None:
        """Refuse with `missing_scope` unless the token has one of these."""
        if not set(scopes) & set(self.who.scopes):
            provided = ",".join(self.who.scopes)
            raise SlackRefusal("missing_scope", needed=",".join(scopes), provided=provided)


Handler = Callable[[Call], Json]
