"""A platform in memory: it takes posts, remembers them, and fails in every way a real one does.

What is asked of it is written down, so that a test can hold the outbox to what a channel sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.channel import Channel
from bot.domain.post import Post, Receipt
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.ports import Clock, Messenger, Presence, Reconciliation

WAIT = timedelta(seconds=90)
"""How long a 429 asks to wait."""

LATE = timedelta(seconds=4)
"""How long a message whose answer was lost may stay out of the history; less than retry.LOOK_AGAIN."""


class Fault(StrEnum):
    """What goes wrong with one call."""

    NONE = "none"
    LOST_BEFORE = "lost_before"
    """No answer, and the post was never taken."""

    LOST_AFTER = "lost_after"
    """The post was taken, its answer lost; a look-up is answered, its answer lost."""

    TAKEN_LATE = "taken_late"
    """No answer; the post shows in the history only some seconds later."""

    SERVER = "server"
    """A 5xx: like a lost answer."""

    RATE = "rate"
    """A 429 with a wait."""

    BUSY = "busy"
    """A refusal for now that names no wait."""

    PERMANENT = "permanent"
    """The channel is gone, or its history is not ours to read."""

    BREAKS = "breaks"
    """The adapter breaks in an unforeseen way after the post was taken."""


PASSING = tuple(fault for fault in Fault if fault is not Fault.PERMANENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that is in a channel; `shows` is from when its history has it, by its clock."""

    delivery_id: str
    channel: Channel
    part: int
    parent: str | None
    post: Post
    at: datetime
    shows: datetime


@dataclass(slots=True)
class FakeMessenger(Messenger):
    """Faults come from `faults`, one a call in order, none after the last; `gone` channels refuse for good.

    `writes_to_people` says whether a person's id is a place of theirs alone.
    `skew` is how far the platform's clock is ahead of ours.
    `checkpoint` is told each place that a call passes.
    """

    clock: Clock
    faults: list[Fault] = field(default_factory=list)
    gone: set[Channel] = field(default_factory=set)
    writes_to_people: bool = False
    skew: timedelta = timedelta(0)
    messages: list[Message] = field(default_factory=list)
    calls: list[tuple[str, datetime]] = field(default_factory=list)
    too_soon: list[str] = field(default_factory=list)
    waits: dict[str, datetime] = field(default_factory=dict)
    checkpoint: Callable[[str], None] = lambda _place: None

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """See Messenger."""
        self.checkpoint("before post")
        fault = self._fault(delivery_id)
        if fault is Fault.PERMANENT or post.channel in self.gone:
            raise PermanentRefusal("the channel is gone", code="channel_not_found")
        self._refuse_for_now(fault, delivery_id)
        if fault in {Fault.LOST_BEFORE, Fault.SERVER}:
            raise AmbiguousOutcome("no answer", code=fault)
        late = LATE if fault is Fault.TAKEN_LATE else timedelta(0)
        receipt = self._take(delivery_id, post, part, parent, late)
        self.checkpoint("after post")
        self._lose(fault)
        return receipt

    def direct(self, channel: Channel, person: str) -> Channel | None:
        """See Messenger."""
        return replace(channel, channel_id=person) if self.writes_to_people else None

    def is_direct(self, channel: Channel) -> bool:
        """See Messenger."""
        return self.writes_to_people and channel.channel_id.startswith("U")

    async def edit(self, delivery_id: str, post: Post, receipt: Receipt) -> None:
        """See Messenger."""
        self.checkpoint("before edit")
        fault = self._fault(f"edit {delivery_id}")
        if fault is Fault.PERMANENT:
            raise PermanentRefusal("may not be edited", code="edit_window_closed")
        self._refuse_for_now(fault, f"edit {delivery_id}")
        [number] = [n for n, one in enumerate(self.messages) if _name(n) == receipt.message_id]
        self.messages[number] = replace(self.messages[number], post=post)
        self.checkpoint("after edit")
        self._lose(fault)

    async def reconcile(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """See Messenger."""
        self.checkpoint("before look-up")
        fault = self._fault(f"look-up {delivery_id}")
        if fault is Fault.PERMANENT:
            raise PermanentRefusal("history is not ours to read", code="missing_scope")
        self._refuse_for_now(fault, f"look-up {delivery_id}")
        if fault is not Fault.NONE:
            self._lose(fault)
            raise AmbiguousOutcome("no answer", code=fault)
        now = self.clock.now() + self.skew
        name, _, part = delivery_id.rpartition(".")
        above = parent.message_id if parent else self._parent_of(f"{name}.0")
        if part != "0" and above is None:
            return Reconciliation(presence=Presence.UNKNOWN)
        for message in self.messages:
            same = message.delivery_id == delivery_id and message.channel == channel
            if same and message.parent in {None, above} and message.shows <= now and message.at >= since:
                receipt = Receipt(message_id=_name(self.messages.index(message)), at=message.at)
                return Reconciliation(presence=Presence.FOUND, receipt=receipt)
        return Reconciliation(presence=Presence.ABSENT)

    def _parent_of(self, delivery_id: str) -> str | None:
        """A part is looked for in its parent's thread alone."""
        found = (n for n, one in enumerate(self.messages) if one.delivery_id == delivery_id)
        return next((_name(n) for n in found), None)

    def of(self, delivery_id: str) -> list[Message]:
        """The messages of one delivery, in the order in which they were taken."""
        return [one for one in self.messages if one.delivery_id.startswith(f"{delivery_id}.")]

    def _fault(self, key: str) -> Fault:
        now = self.clock.now()
        self.calls.append((key, now))
        if now < self.waits.get(key, now):
            self.too_soon.append(key)
        return self.faults.pop(0) if self.faults else Fault.NONE

    def _refuse_for_now(self, fault: Fault, key: str) -> None:
        if fault is Fault.RATE:
            self.waits[key] = self.clock.now() + WAIT
            raise RetryableRefusal("too many requests", code="429", wait=WAIT)
        if fault is Fault.BUSY:
            raise RetryableRefusal("not now", code="503")

    def _take(
        self, delivery_id: str, post: Post, part: int, parent: Receipt | None, late: timedelta
    ) -> Receipt:
        now = self.clock.now()
        message = Message(
            delivery_id=delivery_id,
            channel=post.channel,
            part=part,
            parent=parent.message_id if parent else None,
            post=post,
            at=now + self.skew,
            shows=now + self.skew + late,
        )
        self.messages.append(message)
        return Receipt(message_id=_name(len(self.messages) - 1), at=message.at)

    def _lose(self, fault: Fault) -> None:
        if fault in {Fault.LOST_AFTER, Fault.TAKEN_LATE}:
            raise AmbiguousOutcome("no answer", code=fault)
        if fault is Fault.BREAKS:
            raise ZeroDivisionError("the adapter broke")


def out_of_order(messages: Sequence[Message]) -> list[Message]:
    """The details that do not answer the parent message of their own delivery, taken before them."""
    parents: dict[str, set[str]] = {}
    wrong = []
    for number, message in enumerate(messages):
        delivery_id, _, part = message.delivery_id.rpartition(".")
        if part == "0":
            parents.setdefault(delivery_id, set()).add(_name(number))
        known = parents.get(delivery_id, set())
        if message.parent is not None if part == "0" else message.parent not in known:
            wrong.append(message)
    return wrong


def _name(number: int) -> str:
    return f"message-{number}"
