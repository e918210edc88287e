"""What an answer of a platform, or the lack of one, means."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deliver.retry import (
    FIRST_WAIT,
    LONGEST_WAIT,
    LOOK_AGAIN,
    MOST_ATTEMPTS,
    backoff,
    begin,
    failed,
    next_part,
    parent,
    postponed,
    reconciled,
    sent,
    still_unanswered,
    unanswered,
    unmade,
)
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.post import Receipt
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.ports import Presence, Reconciliation
from tests.contract.kept import HOUR, NOON
from tests.contract.sends import ABROAD, delivery

SECOND = dt.timedelta(seconds=1)
RECEIPT = Receipt(message_id="1.2", at=NOON + SECOND)
LOST = AmbiguousOutcome("no answer", code="timeout")
BUSY = RetryableRefusal("not now", code="503")
TOLD = RetryableRefusal("too many", code="429", wait=90 * SECOND)
GONE = PermanentRefusal("no such channel", code="gone")
ABSENT = Reconciliation(presence=Presence.ABSENT)


def _ready(parts: int = 2, attempts: int = 0) -> Delivery:
    return delivery(channel=ABROAD, parts=(Part(),) * parts, attempts=attempts)


def _begun(attempts: int = 0) -> Delivery:
    return begin(_ready(attempts=attempts), 0, NOON)


def test_an_attempt_is_written_down_before_it_is_made() -> None:
    begun = _begun()
    assert (begun.state, begun.attempts, begun.parts[0]) == (
        State.SENDING,
        1,
        Part(state=State.SENDING, since=NOON),
    )
    assert (unanswered(begun), next_part(_ready())) == (0, 0)


def test_an_interrupted_attempt_is_not_looked_up_before_the_platform_may_show_it() -> None:
    assert _begun().next_try == NOON + LOOK_AGAIN


def test_a_file_shows_at_once_what_it_holds() -> None:
    begun = begin(delivery(channel=LOCAL_CHANNEL, parts=(Part(),)), 0, NOON)
    assert begun.next_try == NOON
    assert failed(begun, 0, LOST, NOON).next_try == NOON


def test_the_first_attempt_is_remembered_by_later_ones() -> None:
    again = begin(failed(_begun(), 0, BUSY, NOON), 0, NOON + HOUR)
    assert (again.parts[0].since, again.attempts) == (NOON, 2)


def test_after_the_parent_the_details_may_go_at_once_with_fresh_attempts() -> None:
    half = sent(_begun(5), 0, RECEIPT, NOON + SECOND)
    assert half.parts[0] == Part(state=State.SENT, message_id="1.2", since=NOON, at=NOON + SECOND)
    assert (half.state, half.attempts, half.next_try) == (State.PENDING, 0, NOON + SECOND)
    assert (next_part(half), parent(half.parts)) == (1, RECEIPT)
    whole = sent(begin(half, 1, NOON), 1, RECEIPT, NOON)
    assert (whole.state, whole.next_try, whole.reason, next_part(whole)) == (State.SENT, None, None, None)


def test_a_parent_that_is_not_sent_has_no_receipt() -> None:
    assert parent(_begun().parts) is None


def test_a_refusal_for_good_ends_it_in_the_platforms_words() -> None:
    ended = failed(_begun(), 0, GONE, NOON)
    assert (ended.state, ended.reason, ended.detail) == (
        State.FAILED,
        Reason.REFUSED,
        "gone: no such channel",
    )
    assert ended.parts[0].state is State.PENDING


def test_a_refusal_for_now_waits_as_told() -> None:
    waiting = failed(_begun(), 0, TOLD, NOON)
    assert (waiting.state, waiting.reason, waiting.next_try) == (
        State.PENDING,
        Reason.WAITING,
        NOON + 90 * SECOND,
    )
    assert waiting.detail == "429: too many"
    assert next_part(waiting) == 0


def test_a_refusal_without_a_wait_backs_off() -> None:
    waiting = failed(_begun(), 0, BUSY, NOON)
    assert waiting.next_try is not None
    assert NOON + FIRST_WAIT <= waiting.next_try <= NOON + FIRST_WAIT * 1.25


def test_no_answer_leaves_it_sending_until_it_is_looked_up() -> None:
    lost = failed(_begun(), 0, LOST, NOON)
    assert (lost.state, lost.reason, lost.next_try) == (State.SENDING, Reason.NO_ANSWER, NOON + LOOK_AGAIN)
    assert unanswered(lost) == 0


def test_what_is_found_is_sent() -> None:
    found = Reconciliation(presence=Presence.FOUND, receipt=RECEIPT)
    assert reconciled(_begun(), 0, found, NOON).parts[0].message_id == "1.2"


def test_what_is_absent_is_tried_again_at_once() -> None:
    again = reconciled(_begun(), 0, ABSENT, NOON)
    assert (again.state, again.next_try, again.parts[0].state) == (State.PENDING, NOON, State.PENDING)


def test_what_cannot_be_told_is_unknown_and_ends() -> None:
    ended = reconciled(_begun(), 0, Reconciliation(presence=Presence.UNKNOWN), NOON)
    assert (ended.state, ended.parts[0].state, ended.open) == (State.UNKNOWN, State.UNKNOWN, False)


@pytest.mark.parametrize("error", [BUSY, TOLD])
def test_too_many_attempts_end_it(error: RetryableRefusal) -> None:
    ended = failed(_begun(MOST_ATTEMPTS - 1), 0, error, NOON)
    assert (ended.state, ended.reason) == (State.FAILED, Reason.GAVE_UP)
    assert ended.detail.startswith("gave up after 12 attempts: ")


def test_a_digest_that_could_only_begin_too_late_ends_but_its_details_may_still_come() -> None:
    at_the_end = NOON + 6 * HOUR
    assert failed(_begun(), 0, TOLD, at_the_end).reason is Reason.GAVE_UP
    assert reconciled(_begun(), 0, ABSENT, at_the_end + SECOND).reason is Reason.GAVE_UP
    half = begin(sent(_begun(), 0, RECEIPT, NOON), 1, NOON)
    assert failed(half, 1, TOLD, at_the_end).open


def test_a_look_up_that_fails_is_repeated_as_told_or_with_backoff() -> None:
    for error, least in ((TOLD, 90 * SECOND), (LOST, FIRST_WAIT)):
        later = still_unanswered(_begun(), 0, error, NOON)
        assert later.next_try is not None
        assert later.next_try >= NOON + least
        assert (later.state, later.attempts, later.reason) == (State.SENDING, 2, Reason.NO_ANSWER)


def test_a_look_up_that_is_refused_for_good_or_fails_too_often_leaves_it_unknown() -> None:
    assert still_unanswered(_begun(), 0, GONE, NOON).state is State.UNKNOWN
    assert still_unanswered(_begun(MOST_ATTEMPTS), 0, LOST, NOON).state is State.UNKNOWN


@given(st.integers(0, 200), st.text(max_size=20))
def test_the_backoff_grows_to_its_limit_and_depends_on_the_delivery_alone(attempts: int, id_: str) -> None:
    one = replace(_ready(attempts=attempts), id=id_)
    assert backoff(one) == backoff(one)
    assert FIRST_WAIT <= backoff(one) <= LONGEST_WAIT * 1.25
    assert backoff(replace(one, attempts=attempts + 12)) >= LONGEST_WAIT


def test_what_cannot_be_made_waits_and_says_what_broke() -> None:
    waiting = unmade(_ready(), ZeroDivisionError("by zero"), NOON)
    assert (waiting.attempts, waiting.reason) == (1, Reason.WAITING)
    assert waiting.detail == "the digest could not be made: by zero"
    assert waiting.next_try is not None
    assert waiting.next_try > NOON


def test_what_waits_for_something_else_keeps_that_its_answer_is_missing() -> None:
    lost = failed(_begun(), 0, LOST, NOON)
    assert postponed(lost, "why", NOON + HOUR, NOON).reason is Reason.NO_ANSWER
    assert postponed(_ready(), "why", NOON + HOUR, NOON).reason is Reason.WAITING


def test_nothing_is_next_of_what_has_ended() -> None:
    assert next_part(_ready().closed(State.FAILED)) is None
    assert unanswered(_ready()) is None
