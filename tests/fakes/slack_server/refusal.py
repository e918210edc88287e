"""How Slack says no."""

from __future__ import annotations

from tests.fakes.slack_server.nouns import Json


class SlackRefusal(Exception):
    """`{"ok": false, "error": code}` with further fields; 429 carries `retry_after` in whole seconds."""

    def __init__(
        self, code: str, *, status: int = 200, retry_after: int | None = None, **fields: object
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.retry_after = retry_after
        self.fields = fields

    def body(self) -> Json:
        return {"ok": False, "error": self.code, **self.fields}

    def headers(self) -> dict[str, str]:
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}


class CannotAct(Exception):
    """A person could not do this in Slack: there is no such button, field, message or right."""


def invalid_blocks(problems: list[str], code: str = "invalid_blocks") -> SlackRefusal:
    """The refusal that names each problem with its JSON pointer, in both places where Slack puts them."""
    return SlackRefusal(
        code,
        errors=problems,
        response_metadata={"messages": [f"[ERROR] {problem}" for problem in problems]},
    )
