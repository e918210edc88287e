"""What an answer of a platform, or the lack of one, means for a delivery. Decided without I/O."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import blake2b
from types import MappingProxyType

from bot.domain.channel import Platform
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.post import Receipt
from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal
from bot.ports import Presence, Reconciliation
from bot.texts import say

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=10)
LOOK_AGAIN = timedelta(seconds=5)
"""How long a platform may take until a post whose answer was lost shows in its history."""

AT_ONCE_KNOWN = MappingProxyType({Platform.CONSOLE: timedelta(0)})
"""Platforms whose record is never behind: a file either holds a line or does not."""

MOST_ATTEMPTS = 12
"""With waits doubling from 5 s to 10 min, about an hour; a digest's own time limit usually comes first."""


def begin(delivery: Delivery, number: int, now: datetime) -> Delivery:
    """Part `number` is about to be attempted; this must be committed before the platform is called.

    If we die during the call, the platform may still take the post: it is looked up no earlier than that.
    """
    part = delivery.parts[number]
    begun = delivery.with_part(number, replace(part, state=State.SENDING, since=part.since or now))
    attempts = delivery.attempts + 1
    again = now + settling(delivery)
    return replace(begun, state=State.SENDING, attempts=attempts, next_try=again, waits_since=now)


def settling(delivery: Delivery) -> timedelta:
    """How long after an attempt the platform's own record may still not show it."""
    return AT_ONCE_KNOWN.get(delivery.channel.platform, LOOK_AGAIN)


def sent(delivery: Delivery, number: int, receipt: Receipt, now: datetime) -> Delivery:
    """The platform took part `number`; the delivery is sent when that was the last part."""
    part = replace(delivery.parts[number], state=State.SENT, message_id=receipt.message_id, at=receipt.at)
    done = delivery.with_part(number, part)
    if all(one.state is State.SENT for one in done.parts):
        return done.closed(State.SENT)
    done = replace(done, state=State.PENDING, attempts=0, reason=None, detail="")
    return replace(done, next_try=now, waits_since=now)


def failed(delivery: Delivery, number: int, error: DeliveryError, now: datetime) -> Delivery:
    """The platform refused part `number`, or did not answer."""
    if isinstance(error, PermanentRefusal):
        return _back(delivery, number).closed(State.FAILED, Reason.REFUSED, _for_good(error))
    if isinstance(error, AmbiguousOutcome):
        return _wait(delivery, now + settling(delivery), now, Reason.NO_ANSWER, error)
    return _again(_back(delivery, number), now + _as_told(error, backoff(delivery)), now, error)


def _for_good(error: PermanentRefusal) -> str:
    """What was refused, and what to do about it."""
    said = f"{error.code}: {error.what}"
    return f"{said}. {error.todo}" if error.todo else said


def reconciled(delivery: Delivery, number: int, found: Reconciliation, now: datetime) -> Delivery:
    """What the platform's own record says of part `number`, which had no answer."""
    if found.receipt is not None:
        return sent(delivery, number, found.receipt, now)
    if found.presence is Presence.ABSENT and delivery.in_doubt:
        blank = replace(delivery, in_doubt=False, parts=(), reason=None, detail="")
        return replace(blank, state=State.PENDING, attempts=0, next_try=now)
    if found.presence is Presence.ABSENT:
        absent = AmbiguousOutcome(say("why.no_answer"), code="no_answer")
        return _again(_back(delivery, number), now, now, absent)
    part = replace(delivery.parts[number], state=State.UNKNOWN)
    return delivery.with_part(number, part).closed(State.UNKNOWN, Reason.NO_ANSWER, say("why.cannot_tell"))


def backoff(delivery: Delivery) -> timedelta:
    """Exponential, with a jitter of up to a quarter that depends on the delivery alone."""
    doubled = FIRST_WAIT * (1 << min(max(delivery.attempts - 1, 0), MOST_ATTEMPTS))
    share = blake2b(f"{delivery.id}{delivery.attempts}".encode(), digest_size=1).digest()[0] / 255
    return min(doubled, LONGEST_WAIT) * (1 + share / 4)


def _back(delivery: Delivery, number: int) -> Delivery:
    """Part `number` is certainly not there."""
    return delivery.with_part(number, replace(delivery.parts[number], state=State.PENDING))


def _again(delivery: Delivery, at: datetime, now: datetime, error: DeliveryError) -> Delivery:
    """Try again at an instant, unless that is too late or it was tried too often."""
    first = delivery.parts[0].state is not State.SENT
    if delivery.attempts >= MOST_ATTEMPTS or (first and max(at, now) > delivery.late):
        detail = say("why.gave_up", attempts=delivery.attempts, error=f"{error.code}: {error.what}")
        return delivery.closed(State.FAILED, Reason.GAVE_UP, detail)
    return replace(_wait(delivery, at, now, Reason.WAITING, error), state=State.PENDING)


def _as_told(error: DeliveryError, otherwise: timedelta) -> timedelta:
    told = error.wait if isinstance(error, RetryableRefusal) else None
    return told or otherwise


def _wait(delivery: Delivery, at: datetime, now: datetime, reason: Reason, error: DeliveryError) -> Delivery:
    waiting = replace(delivery, reason=reason, detail=f"{error.code}: {error.what}")
    return replace(waiting, next_try=at, waits_since=now)


def still_unanswered(delivery: Delivery, number: int, error: DeliveryError, now: datetime) -> Delivery:
    """Not even the platform's record could be read: look again later, and in the end show it as unknown.

    A platform that refuses for good to show its record will never tell: it is unknown at once.
    """
    if isinstance(error, PermanentRefusal) or delivery.attempts >= MOST_ATTEMPTS:
        return reconciled(delivery, number, Reconciliation(presence=Presence.UNKNOWN), now)
    tried = replace(delivery, attempts=delivery.attempts + 1)
    return _wait(tried, now + _as_told(error, backoff(tried)), now, Reason.NO_ANSWER, error)


def unmade(delivery: Delivery, error: Exception, now: datetime) -> Delivery:
    """Its briefing could not be made: try again later, until that is too late."""
    tried = replace(delivery, attempts=delivery.attempts + 1)
    return postponed(tried, say("why.not_made", error=error), now + backoff(tried), now)


def postponed(delivery: Delivery, detail: str, at: datetime, now: datetime) -> Delivery:
    """Nothing can be done for it before an instant, through no fault of its own."""
    reason = delivery.reason if delivery.state is State.SENDING else Reason.WAITING
    return replace(delivery, reason=reason, detail=detail, next_try=at, waits_since=now)


def unanswered(delivery: Delivery) -> int | None:
    """The number of the part whose attempt has no recorded end, None if there is none."""
    numbers = (n for n, part in enumerate(delivery.parts) if part.state is State.SENDING)
    return next(numbers, None)


def next_part(delivery: Delivery) -> int | None:
    """The number of the first part that is to be sent, None if none is."""
    numbers = (n for n, part in enumerate(delivery.parts) if part.state is State.PENDING)
    return next(numbers, None) if delivery.open else None


def parent(parts: tuple[Part, ...]) -> Receipt | None:
    """The receipt of the parent message, once it is sent."""
    first = parts[0]
    if first.message_id is None or first.at is None:
        return None
    return Receipt(message_id=first.message_id, at=first.at)
