"""A model behind an OpenAI-compatible server (vLLM, Ollama, llama.cpp): one request a bullet, unstreamed."""

from __future__ import annotations

import json
import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from summarizers.engines import prompt, reply, retry
from summarizers.engines.chat_http import NoResponseError, post
from summarizers.engines.errors import EngineError
from summarizers.engines.phrasing import Ask, Declined, Silent
from summarizers.engines.tokens_spent import Allowance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizers.engines.chat_http import Response
    from summarizers.engines.options import ChatOptions
    from summarizers.engines.phrasing import Answer, Wanted

_OK: Final = 200
_THIS_ONE: Final = frozenset([400, 413, 422])
"""Refusals that may be due to one bullet: where others were answered, asking this one again is no use."""

_NONSENSE: Final = "no chat completion"
_CHARS_A_TOKEN: Final = 3
_SAMPLE: Final = Ask(
    draft="The port of Selwyn reopened on Monday.", evidence=("The port of Selwyn reopened on Monday.",)
)

log = logging.getLogger(__name__)


class Chat:
    """A `Phraser` over HTTP. Several threads may use it."""

    __slots__ = ("_allowance", "_now", "_options", "_pause", "_rests_until")

    def __init__(
        self,
        options: ChatOptions,
        *,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] | None = None,
    ) -> None:
        _require_usable(options)
        self._options, self._now = options, now
        self._pause = pause or threading.Event().wait
        self._allowance = Allowance(options.hourly_tokens, now)
        self._rests_until = now()

    @property
    def name(self) -> str:
        """See `Phraser.name`; the version is the prompt's."""
        return f"chat-{prompt.VERSION}:{self._options.model}"

    def phrase(self, asks: Sequence[Wanted], within: float | None = None) -> tuple[Answer, ...]:
        """See `Phraser.phrase`; all have been answered or given up when `patience` is over."""
        if not asks or self._now() < self._rests_until:
            return tuple(Silent("resting") for _ in asks)
        turn = _Turn(_hurried(self._options, within), self._allowance, self._now, self._pause)
        with ThreadPoolExecutor(self._options.concurrency, thread_name_prefix="chat") as pool:
            answers = tuple(pool.map(turn.answer, asks))
        if turn.off:
            self._rests_until = self._now() + self._options.rest
            extra = {"action": "engine_silent", "engine": self.name, "why": turn.off}
            log.warning("the model server does not answer: %s", turn.off, extra=extra)
        return tuple(turn.settled(answer) for answer in answers)

    def check(self) -> str:
        """See `Phraser.check`."""
        turn = _Turn(self._options, self._allowance, self._now, self._pause)
        answer = turn.answer(_SAMPLE)
        if isinstance(answer, Silent):
            raise EngineError(
                f"The model server at {urlsplit(self._options.base_url).netloc} gave no answer: {answer.why}",
                kept="Bullets are extracts until it answers",
                todo=_FIXES.get(answer.why, "Start it, or mend chat.base_url, chat.model and chat.api_key"),
            )
        return f"{self._options.model} at {urlsplit(self._options.base_url).netloc}"


def _hurried(options: ChatOptions, within: float | None) -> ChatOptions:
    """The options of one turn, which ends within so many seconds if that is sooner."""
    return options if within is None else replace(options, patience=min(options.patience, within))


_FIXES: Final = {
    "status 401": "Give the key that the server wants: chat.api_key",
    "status 403": "Give a key that may use this model: chat.api_key",
    "status 404": "Mend chat.base_url (what stands before /chat/completions) and chat.model",
    "token budget": "Wait for the next hour, or raise chat.hourly_tokens",
}


def _require_usable(options: ChatOptions) -> None:
    parts = urlsplit(options.base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not options.model:
        raise EngineError(
            "The engine 'chat' needs the address of a model server and the name of a model",
            todo="Set chat.base_url, such as http://127.0.0.1:8000/v1, and chat.model",
        )
    if not (options.api_key.isascii() and options.api_key.isprintable()):
        raise EngineError("The model server's key holds characters that no key has", todo="Mend chat.api_key")


@dataclass(frozen=True, slots=True)
class _Passing:
    """Why a try failed, and the seconds after which another one may not."""

    why: str
    wait: float


class _Turn:
    """All that is asked together: one deadline, and one knowledge of whether the server answers."""

    __slots__ = ("_allowance", "_answered", "_deadline", "_now", "_options", "_pause", "off")

    def __init__(
        self,
        options: ChatOptions,
        allowance: Allowance,
        now: Callable[[], float],
        pause: Callable[[float], object],
    ) -> None:
        self._options, self._allowance, self._now, self._pause = options, allowance, now, pause
        self._deadline = now() + options.patience
        self._answered = False
        self.off = ""

    def answer(self, ask: Wanted) -> Answer:
        """The model's answer, or why there is none."""
        if not prompt.is_safe(ask):
            return Declined("control marks")
        body = _request(self._options, ask)
        reserved = len(body) // _CHARS_A_TOKEN + self._options.max_tokens
        if self.off or not self._allowance.take(reserved):
            return Silent(self.off or "token budget")
        got = self._tried(body, reserved)
        return reply.said(got, ask) if isinstance(got, str) else got

    def settled(self, answer: Answer) -> Answer:
        """`answer`, now that it is known whether the server answered anything at all."""
        if self._answered and isinstance(answer, Silent) and answer.why in _REFUSED_ONE:
            return Declined(answer.why)
        return answer

    def _tried(self, body: bytes, reserved: int) -> Answer | str:
        """What the model wrote to `body`, asked again while a refusal may pass and time is left."""
        why = "out of time"
        for attempt in range(1, self._options.attempts + 1):
            left = self._deadline - self._now()
            if left <= 0 or self.off:
                return Silent(self.off or why)
            outcome = self._once(body, min(left, self._options.timeout), attempt, reserved)
            if not isinstance(outcome, _Passing):
                return outcome
            why = outcome.why
            if attempt == self._options.attempts or outcome.wait >= self._deadline - self._now():
                break
            self._pause(outcome.wait)
        return self._given_up(why, hopeless=not self._answered)

    def _once(self, body: bytes, seconds: float, attempt: int, reserved: int) -> Answer | str | _Passing:
        """One try."""
        seed = body.decode()
        try:
            response = post(_url(self._options), body, _headers(self._options), seconds)
        except NoResponseError as error:
            return _Passing(str(error), retry.wait(attempt, {}, seed))
        if response.status == _OK:
            read = self._read(response, reserved)
            return _Passing(_NONSENSE, retry.wait(attempt, {}, seed)) if read is None else read
        why = f"status {response.status}"
        if retry.passes(response.status):
            return _Passing(why, retry.wait(attempt, response.headers, seed))
        return self._given_up(why, hopeless=response.status not in _THIS_ONE)

    def _given_up(self, why: str, *, hopeless: bool) -> Silent:
        if hopeless:
            self.off = self.off or why
        return Silent(why)

    def _read(self, response: Response, reserved: int) -> Declined | str | None:
        """What the model wrote, in a whole response; None if that is no chat completion."""
        try:
            found = json.loads(response.body)
            choice = found["choices"][0]
            said, ended = choice["message"]["content"], choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None
        self._answered = True
        self._allowance.settle(reserved, _used(found, reserved))
        if ended == "length":
            return Declined("cut off")
        return said if isinstance(said, str) else Declined("no text")


_REFUSED_ONE: Final = frozenset(f"status {status}" for status in _THIS_ONE)


def _url(options: ChatOptions) -> str:
    return options.base_url.rstrip("/") + "/chat/completions"


def _headers(options: ChatOptions) -> dict[str, str]:
    """The headers of a request; the key goes nowhere else."""
    key = {"Authorization": f"Bearer {options.api_key}"} if options.api_key else {}
    return {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close", **key}


def _request(options: ChatOptions, ask: Wanted) -> bytes:
    """The body of the request; temperature 0 and a fixed seed, so that the same thing is asked the same."""
    body = {
        "model": options.model,
        "messages": prompt.messages(ask),
        "temperature": 0,
        "seed": 0,
        "max_tokens": options.max_tokens,
        "stream": False,
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _used(found: dict[str, Any], otherwise: int) -> int:
    """The tokens that the server says this cost."""
    usage = found.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and total >= 0 else otherwise
