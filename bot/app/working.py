"""The engine that runs the jobs: the embedded worker on a file, Procrastinate on a server."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AsyncExitStack
from datetime import timedelta

from bot.app.cases import App
from bot.ports import Life
from bot.runner.attempt import Handler
from bot.runner.board import Board
from bot.runner.patience import while_locked
from bot.runner.service import Engine
from bot.runner.worker import Worker
from bot.runner.worker_lock import WorkerLock
from bot.store.backends import is_server
from bot.store.queue import SqlQueue
from bot.store.sqlite import path_of


async def announced(stack: AsyncExitStack, url: str, board: Board) -> Life:
    """This process among the workers of the database, until the stack is unwound; opens the board."""
    if is_server(url):
        from bot.store.session import Session

        board.open()
        return await while_locked(board, lambda: stack.enter_async_context(Session.announce(url)))
    lock = WorkerLock.announce(path_of(url))
    stack.callback(lock.leave)
    board.open()
    return lock


def working(app: App, life: Life, board: Board, handlers: Mapping[str, Handler]) -> Engine:
    """The engine for the database of the settings, ready to run."""
    if is_server(app.settings.store_url):
        return _procrastinate(app, board, handlers)
    return Worker(queue=SqlQueue(app.store), clock=app.clock, life=life, board=board, handlers=handlers)


def _procrastinate(app: App, board: Board, handlers: Mapping[str, Handler]) -> Engine:
    from bot.runner.procrastinate import ProcrastinateEngine, Shared
    from bot.store.handover import SqlHandover
    from bot.store.locks import WORKERS
    from bot.store.postgres import connecting, url_of
    from bot.store.procrastinate_tables import TASK
    from bot.store.session import Absences, Session

    url = app.settings.store_url
    shared = Shared(
        place=app.store.place,
        task=TASK,
        connecting=connecting(url_of(url)),
        heartbeat=timedelta(seconds=app.settings.run.heartbeat),
        live=lambda number: Session.announce(url, number=number, space=WORKERS),
        dead=Absences(url_of(url), WORKERS).dead,
    )
    return ProcrastinateEngine(
        handover=SqlHandover(app.store), clock=app.clock, board=board, handlers=handlers, shared=shared
    )
