"""A model server on the loopback: chat completions, with whatever answers and faults a test wants."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """A response as bytes, or a stall: nothing, or one byte now and then, until the test is over."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    stalls: bool = False
    drips: bool = False


@dataclass(slots=True)
class Heard:
    """What a request brought."""

    path: str
    headers: dict[str, str]
    body: Json

    @property
    def system(self) -> str:
        """The instructions."""
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        """The data."""
        return str(self.body["messages"][1]["content"])

    @property
    def blocks(self) -> list[str]:
        """The fenced texts: the source sentences, then the draft."""
        return [found[2] for found in re.finditer(r"<(data-\w+)>\n(.*?)\n</\1>", self.user, re.DOTALL)]

    @property
    def draft(self) -> str:
        """The extract that is to be phrased."""
        return self.blocks[1]


Answering = Callable[[Heard], str | Wire]


def completion(content: object, **more: object) -> bytes:
    """A chat completion around a message's content."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
    return json.dumps({"choices": [choice | more], "usage": {"total_tokens": 50}}).encode()


def bullet(text: str) -> str:
    """An answer of the right form."""
    return json.dumps({"bullet": text})


def composed(text: str) -> str:
    """An answer to a question, of the right form."""
    return json.dumps({"answer": text})


@dataclass(slots=True)
class ModelServer:
    """Answers with what `answering` returns: the text of a message, or a whole response."""

    answering: Answering
    url: str = ""
    heard: list[Heard] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    busiest: int = 0
    _busy: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def serve(self, request: Heard) -> Wire:
        """The response to one request."""
        with self._lock:
            self.heard.append(request)
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        try:
            given = self.answering(request)
        finally:
            with self._lock:
                self._busy -= 1
        return given if isinstance(given, Wire) else Wire(body=completion(given))


class Handler(BaseHTTPRequestHandler):
    """One request to the model."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        """Answer as the model does."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        response = self.server.model.serve(Heard(self.path, dict(self.headers), body))
        if response.stalls:
            self.server.model.over.wait(30)
            return
        self.send_response(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(1000 if response.drips else len(response.body)))
        self.end_headers()
        if response.drips:
            self._drip()
        self.wfile.write(response.body)

    def _drip(self) -> None:
        while not self.server.model.over.wait(0.02):
            self.wfile.write(b" ")
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


class Server(ThreadingHTTPServer):
    """The loopback's end."""

    daemon_threads = True

    def __init__(self, model: ModelServer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.model = model
        model.url = f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what the tests are about."""


@contextmanager
def model_server(answering: Answering) -> Iterator[ModelServer]:
    """The server, until the block ends."""
    model = ModelServer(answering)
    with Server(model) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield model
        finally:
            model.over.set()
            server.shutdown()
            thread.join()
