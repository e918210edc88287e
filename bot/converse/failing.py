"""What goes wrong in a chat: an answer with four parts, and the same reference in the log."""

from __future__ import annotations

import logging
from datetime import datetime
from hashlib import blake2b

from bot.domain.reply import Failure, Reply
from bot.domain.request import Person
from bot.errors import CommuniqueError, InputError
from bot.texts import say

log = logging.getLogger(__name__)


def failed(error: Exception, event_id: str, now: datetime) -> Reply:
    """The reply to an error; one that nobody foresaw is logged whole and told without its words."""
    if isinstance(error, InputError):
        return Reply(failure=Failure(what=error.what, kept=error.kept, todo=error.todo))
    reference = reference_of(event_id, now)
    if isinstance(error, CommuniqueError):
        log.warning(str(error), extra={"action": "chat_refused", "reference": reference})
        return Reply(failure=Failure.of(error, reference))
    log.error("chat failed", exc_info=error, extra={"action": "chat_failed", "reference": reference})
    return Reply(
        failure=Failure(
            what=say("chat.failed"), kept=say("chat.kept"), todo=say("chat.retry"), reference=reference
        )
    )


def refused(key: str, todo: str = "", **values: object) -> Reply:
    """A refusal that is nobody's error; `key` and `todo` are keys of the words."""
    return Reply(failure=Failure(what=say(key, **values), todo=say(todo) if todo else ""))


def not_allowed(person: Person, key: str) -> Reply:
    """The refusal of what a person may not do, or of whom the platform does not say now whether they may."""
    return (
        refused("chat.unsure", "chat.unsure.todo") if person.unsure else refused(key, "chat.not_manager.todo")
    )


def reference_of(event_id: str, now: datetime) -> str:
    """Eight characters that find this failure in the log."""
    return blake2b(f"{event_id}{now.isoformat()}".encode(), digest_size=4).hexdigest()
