"""Calls of the Web API that never retry by themselves and fail in our own terms."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, cast

from bot.errors import AmbiguousOutcome, DeliveryError, RetryableRefusal
from bot.platforms.slack.markup import Json
from bot.platforms.slack.refusals import no_answer, refusal, unreachable, wait_of

if TYPE_CHECKING:
    from slack_sdk.errors import SlackApiError
    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

OK = 200

TIMEOUT = 10.0
"""Seconds for a call, unless others are set; Slack answers most in well under one."""


@asynccontextmanager
async def web_client(
    token: str | None, base_url: str, patience: float = TIMEOUT
) -> AsyncIterator[AsyncWebClient]:
    """A client that makes each call once: the library's own retries would post a message twice.

    A call that has no answer after `patience` seconds is given up; whether it was done is not known.
    """
    import aiohttp
    from slack_sdk.web.async_client import AsyncWebClient

    # The libraries ask the session alone how long to wait.
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=patience)) as session:
        yield AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=[])


async def call(client: AsyncWebClient, method: str, arguments: Json) -> Json:
    """The content of the answer; see `answered`."""
    return cast("Json", (await answered(client, method, arguments)).data)


async def answered(client: AsyncWebClient, method: str, arguments: Json | None = None) -> AsyncSlackResponse:
    """The answer of a method called with a JSON body; raise DeliveryError as `refusal` decides.

    Where no connection came about nothing was sent; where one broke, the call may have been done.
    """
    import aiohttp
    from slack_sdk.errors import SlackApiError

    try:
        return await client.api_call(method, json=arguments or {})
    except SlackApiError as error:
        raise refused(error) from error
    except aiohttp.ClientConnectorError as error:
        raise RetryableRefusal(unreachable(error), code="unreachable") from error
    except (aiohttp.ClientError, OSError) as error:
        raise AmbiguousOutcome(no_answer(error), code=type(error).__name__) from error


async def read(client: AsyncWebClient, method: str, arguments: Json) -> Json:
    """The same for a method that only reads, which takes no JSON."""
    import aiohttp
    from slack_sdk.errors import SlackApiError

    try:
        answer = await client.api_call(method, http_verb="GET", params=arguments)
    except SlackApiError as error:
        raise refused(error) from error
    except (aiohttp.ClientError, OSError) as error:
        raise RetryableRefusal(no_answer(error), code=type(error).__name__) from error
    return cast("Json", answer.data)


async def respond(client: AsyncWebClient, url: str, body: Json) -> None:
    """Send a message to a response URL; raise DeliveryError as `refusal` decides."""
    import aiohttp
    from slack_sdk.webhook.async_client import AsyncWebhookClient

    webhook = AsyncWebhookClient(url, session=client.session, retry_handlers=[])
    try:
        answer = await webhook.send_dict(body)
    except aiohttp.ClientConnectorError as error:
        raise RetryableRefusal(unreachable(error), code="unreachable") from error
    except (aiohttp.ClientError, OSError) as error:
        raise AmbiguousOutcome(no_answer(error), code=type(error).__name__) from error
    if answer.status_code != OK:
        raise refusal(answer.status_code, _word(answer.body), wait_of(answer.headers))


def _word(body: str) -> str:
    """Slack's word for the error: the whole body, or what its JSON says."""
    try:
        held = json.loads(body)
    except ValueError:
        return body.strip()[:60]
    return str(held.get("error", "")) if isinstance(held, dict) else ""


def refused(error: SlackApiError) -> DeliveryError:
    """The error of an answer; what is no JSON comes as aiohttp's own response, the rest as the library's."""
    response: Any = error.response
    status: int = response.status_code if hasattr(response, "status_code") else response.status
    data = getattr(response, "data", None)
    code = str(data.get("error", "")) if isinstance(data, Mapping) else ""
    return refusal(status, code, wait_of(response.headers))
