"""A digest that is not so any more is corrected where it stands, once, with a note in its thread."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from dataclasses import replace

import pytest

from bot.deliver.restored import Restored
from bot.domain.post import PostKind
from bot.ports import Pause
from bot.remind.correct import LOOKED
from bot.remind.reached import KEPT
from bot.texts import Language
from tests.fakes.chat import ChatWorld
from tests.fakes.memory_queue import MemoryQueue
from tests.fakes.memory_store import MemoryStore
from tests.fakes.messenger import Fault, Message
from tests.fakes.world import ROOM, schedule

MORNING = dt.datetime(2025, 11, 3, 7, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def line(
    id_: str, body: str, at: dt.datetime, title: str = "Quayside tariff", source: str = "Sarrow Post"
) -> str:
    return json.dumps(
        {"id": id_, "title": title, "published": at.isoformat(), "body": body, "source": source}
    )


FIRST = (
    "The trade truce between Kestria and Valdoro expires on 10 November. "
    "Kestria and Valdoro agreed on Sunday to open a joint office for customs papers."
)
MOVED = (
    "Kestria and Valdoro extended the trade truce, which was to expire on 10 November, until 20 November, "
    "ministers said on Monday."
)
AGREED = "Kestria and Valdoro agreed on Sunday to open a joint office for customs papers."
TALKED = "Kestria and Valdoro talked on Sunday about a joint office for customs papers."
BAN = "The Dockers Guild of Port Selden will begin an overtime ban on 10 November."
OFF = "At Port Selden the Dockers Guild called off its overtime ban."


async def told(*articles: str) -> ChatWorld:
    """A world in which these articles were told in the digest of eight o'clock."""
    world = ChatWorld()
    world.clock.at = MORNING
    await world.takes(*articles)
    await world.register(schedule())
    await world.live(MORNING + HOUR)
    assert [one.part for one in digests(world)] == [0, 1]
    return world


def digests(world: ChatWorld) -> list[Message]:
    return [one for one in world.platform.messages if one.post.kind is PostKind.DIGEST]


def notes(world: ChatWorld) -> list[Message]:
    return [one for one in world.platform.messages if one.post.title == "Corrected since"]


def marks(message: Message) -> list[str]:
    return [line.mark for block in message.post.blocks for line in block.lines if line.mark]


async def later(world: ChatWorld, *articles: str) -> None:
    world.clock.at = max(world.clock.at, MORNING + 2 * HOUR)
    await world.takes(*articles)
    await world.live(world.clock.at + dt.timedelta(minutes=5))


async def test_a_deadline_that_moved_is_marked_in_the_message_and_noted_in_its_thread() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("b", MOVED, MORNING + HOUR, source="Ninefold Wire"))
    assert marks(digests(world)[0]) == ["corrected: now 20 November 2025 (Ninefold Wire)"]
    [note] = notes(world)
    assert note.parent == "message-0"
    [story] = note.post.stories
    assert [one.mark for one in story.lines] == ["corrected: now 20 November 2025 (Ninefold Wire)"]
    assert "10 November" in story.lines[0].references[0].quote


async def test_a_message_is_marked_in_its_own_language_and_the_note_speaks_that_of_its_channel_now() -> None:
    world = await told(line("a", FIRST, MORNING))
    world.languages.named[ROOM] = Language.GERMAN
    await later(world, line("b", MOVED, MORNING + HOUR, source="Ninefold Wire"))
    assert marks(digests(world)[0]) == ["corrected: now 20 November 2025 (Ninefold Wire)"]
    assert digests(world)[0].post.title.startswith("Communiqué · Monday")
    [note] = [one for one in world.platform.messages if one.post.title == "Inzwischen berichtigt"]
    [story] = note.post.stories
    assert [one.mark for one in story.lines] == ["berichtigt: jetzt 20. November 2025 (Ninefold Wire)"]


async def test_what_was_called_off_is_corrected() -> None:
    world = await told(line("a", BAN, MORNING))
    await later(world, line("b", OFF, MORNING + HOUR))
    assert marks(digests(world)[0]) == ["corrected: called off (Sarrow Post)"]
    assert len(notes(world)) == 1


async def test_news_of_the_future_correct_what_was_told_once_their_time_has_come() -> None:
    world, ahead = await told(line("a", FIRST, MORNING)), MORNING + 30 * HOUR
    await later(world, line("b", MOVED, ahead, source="Ninefold Wire"))
    await world.live(ahead - HOUR)
    assert notes(world) == []
    await world.live(ahead + HOUR)
    world.clock.at = ahead + HOUR
    await later(world)
    assert marks(digests(world)[0]) == ["corrected: now 20 November 2025 (Ninefold Wire)"]
    await later(world)
    assert len(notes(world)) == 1


async def test_a_clock_that_was_ahead_for_a_while_keeps_no_news_of_the_future_from_correcting() -> None:
    world, ahead = await told(line("a", FIRST, MORNING)), MORNING + 30 * HOUR
    await later(world, line("b", MOVED, ahead, source="Ninefold Wire"))
    world.clock.at = ahead + dt.timedelta(days=7)
    await world.takes(line("c", "The ferry to Hollin runs again, the port said on Monday.", MORNING))
    await world.correct.look()
    for hours in (29, 31, 32):
        world.clock.at = MORNING + hours * HOUR
        await world.live(world.clock.at)
    assert marks(digests(world)[0]) == ["corrected: now 20 November 2025 (Ninefold Wire)"]
    assert len(notes(world)) == 1


async def test_a_date_that_another_outlet_disputes_is_not_corrected_by_whoever_gave_it() -> None:
    told_first = MOVED.replace("Monday", "Sunday")
    world = await told(line("a", FIRST, MORNING - HOUR), line("b", told_first, MORNING))
    disputing = told_first.replace("until 20 November", "until 18 November")
    changed = f"{told_first} Kestria is glad of it."
    await later(
        world,
        line("c", disputing, MORNING + HOUR, source="Ninefold Wire"),
        line("b", changed, MORNING + HOUR),
    )
    assert not [mark for mark in marks(digests(world)[0]) if "corrected" in mark]
    assert notes(world) == []


async def test_a_sentence_that_its_only_source_took_back_is_corrected() -> None:
    world = await told(line("d", AGREED, MORNING))
    await later(world, line("d", TALKED, MORNING + HOUR))
    assert marks(digests(world)[0]) == ["corrected: Sarrow Post no longer says so"]


async def test_what_another_source_still_says_is_not_corrected() -> None:
    world = await told(line("d", AGREED, MORNING), line("e", AGREED, MORNING, source="Ninefold Wire"))
    await later(world, line("d", TALKED, MORNING + HOUR))
    assert marks(digests(world)[0]) == []


async def test_a_revision_that_still_says_so_corrects_nothing() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("a", FIRST + " Nobody else spoke.", MORNING + HOUR))
    assert marks(digests(world)[0]) == []
    assert notes(world) == []


async def test_what_is_new_and_contradicts_nothing_corrects_nothing() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("c", "The ferry to Hollin runs again, the port said on Monday.", MORNING + HOUR))
    assert notes(world) == []


async def test_a_correction_is_made_once_however_often_it_is_looked_for() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("b", MOVED, MORNING + HOUR))
    await later(world, line("c", MOVED.replace("ministers", "both ministers"), MORNING + HOUR))
    assert len(notes(world)) == 1


async def test_a_second_correction_keeps_the_first_in_the_message() -> None:
    world = await told(line("a", FIRST.replace(AGREED, ""), MORNING), line("d", AGREED, MORNING))
    await later(world, line("b", MOVED, MORNING + HOUR, source="Ninefold Wire"))
    world.clock.at += HOUR
    await later(world, line("d", TALKED, MORNING + HOUR))
    assert len(marks(digests(world)[0])) == 2
    assert len(notes(world)) == 2


@pytest.mark.parametrize("fault", [Fault.RATE, Fault.BUSY, Fault.LOST_AFTER])
async def test_an_edit_that_fails_for_now_is_made_later_and_the_note_waits_for_it(fault: Fault) -> None:
    world = await told(line("a", FIRST, MORNING))
    world.platform.faults = [fault]
    await later(world, line("b", MOVED, MORNING + HOUR))
    assert notes(world) == []
    await world.live(MORNING + 4 * HOUR)
    assert len(marks(digests(world)[0])) == 1
    assert len(notes(world)) == 1


async def test_where_nothing_can_be_edited_the_note_alone_tells() -> None:
    world = await told(line("a", FIRST, MORNING))
    world.platform.faults = [Fault.PERMANENT]
    await later(world, line("b", MOVED, MORNING + HOUR))
    assert marks(digests(world)[0]) == []
    assert len(notes(world)) == 1


@pytest.mark.parametrize("step", range(0, 30, 3))
async def test_a_power_cut_at_any_step_leaves_one_note_and_one_mark(step: int) -> None:
    world = await told(line("a", FIRST, MORNING))
    world.clock.at = MORNING + 2 * HOUR
    await world.takes(line("b", MOVED, MORNING + HOUR))
    await world.live(MORNING + 5 * HOUR, cuts=[step, step + 2])
    assert len(marks(digests(world)[0])) == 1
    assert len(notes(world)) == 1


async def test_an_old_digest_is_left_as_it_is() -> None:
    world = await told(line("a", FIRST, MORNING))
    world.clock.at = MORNING + KEPT + 30 * HOUR
    await world.takes(line("b", MOVED, MORNING + HOUR))
    await world.live(world.clock.at + dt.timedelta(minutes=5))
    assert marks(digests(world)[0]) == []


async def test_a_channel_that_is_paused_is_not_written_to_and_why_says_so() -> None:
    world = await told(line("a", FIRST, MORNING))
    async with world.store.write() as unit:
        await unit.channels.pause(ROOM, Pause(reason="not_in_channel", since=MORNING + HOUR))
    await later(world, line("b", MOVED, MORNING + HOUR))
    assert notes(world) == []
    assert marks(digests(world)[0]) == []
    said = (await world.command("why", day="2025-11-03")).paragraphs
    assert "Correction due 09:00: skipped, the channel was paused meanwhile" in said


async def test_catching_up_tells_a_deadline_that_moved_once_with_the_date_that_holds() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("b", MOVED, MORNING + HOUR))
    said = (await world.command("catchup")).paragraphs
    assert [line.split(":")[0] for line in said if line.startswith("Deadlines")] == ["Deadlines · moved"]


async def test_why_tells_of_a_correction_and_the_digest_is_sent_as_before() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("b", MOVED, MORNING + HOUR))
    said = (await world.command("why", day="2025-11-03")).paragraphs
    assert [line.split()[0] for line in said] == ["Briefing", "Correction", "next:"]
    assert re.fullmatch(r"Correction due (09:..): sent 2025-11-03 \1:.. as [^,]+", said[1])
    world.clock.at = MORNING + 26 * HOUR
    await world.live(world.clock.at)
    second = digests(world)[2].post
    assert replace(second, key="").title == "Communiqué · Tuesday 4 November 2025"


async def test_what_is_stamped_before_a_look_that_it_came_in_after_is_not_missed() -> None:
    world = await told(line("a", FIRST, MORNING))
    await later(world, line("c", "The ferry to Hollin runs again, the port said on Monday.", MORNING + HOUR))
    async with world.store.read() as unit:
        assert await unit.checkpoints.get("local", LOOKED) == "2"
    looked = world.clock.at
    world.clock.at = looked - dt.timedelta(minutes=30)
    await world.takes(line("b", MOVED, MORNING + HOUR))
    world.clock.at = looked + dt.timedelta(minutes=1)
    await world.live(world.clock.at)
    assert len(notes(world)) == 1


async def test_what_was_known_when_the_digest_went_does_not_correct_it() -> None:
    world = ChatWorld()
    world.clock.at = MORNING
    await world.takes(line("a", FIRST, MORNING))
    await world.register(schedule())
    world.clock.at = MORNING + HOUR - dt.timedelta(minutes=1)
    await world.takes(line("b", MOVED, MORNING))
    await world.live(MORNING + HOUR)
    await world.takes(line("c", "The ferry to Hollin runs again, the port said on Monday.", MORNING + HOUR))
    await world.live(MORNING + HOUR + dt.timedelta(minutes=1))
    assert len(digests(world)) == 2
    assert notes(world) == []


async def put_back(world: ChatWorld, backup: object) -> None:
    assert isinstance(backup, MemoryStore)
    world.store, world.queue = backup, MemoryQueue(backup)
    await Restored(store=backup, clock=world.clock).run()


@pytest.mark.parametrize("hours", [1, 16, 40])
async def test_a_note_that_went_after_a_backup_was_made_goes_once(hours: int) -> None:
    world = await told(line("a", FIRST, MORNING))
    backup = copy.deepcopy(world.store)
    moved = line("b", MOVED, MORNING + HOUR, source="Ninefold Wire")
    await later(world, moved)
    world.clock.at += hours * HOUR
    await put_back(world, backup)
    await later(world, moved)
    assert len(notes(world)) == 1
    assert len(marks(digests(world)[0])) == 1


async def test_notes_that_went_one_by_one_are_known_again_when_their_news_come_in_together() -> None:
    world = await told(line("a", FIRST.replace(AGREED, ""), MORNING), line("d", AGREED, MORNING))
    backup = copy.deepcopy(world.store)
    moved = line("b", MOVED, MORNING + HOUR, source="Ninefold Wire")
    await later(world, moved)
    world.clock.at += HOUR
    await later(world, line("d", TALKED, MORNING + HOUR))
    assert len(notes(world)) == 2
    await put_back(world, backup)
    await later(world, moved, line("d", TALKED, MORNING + HOUR))
    assert len(notes(world)) == 2


async def test_a_note_that_had_not_gone_goes_after_the_backup_is_put_back() -> None:
    world = await told(line("a", FIRST, MORNING))
    await put_back(world, copy.deepcopy(world.store))
    await later(world, line("b", MOVED, MORNING + HOUR, source="Ninefold Wire"))
    assert len(notes(world)) == 1


@pytest.mark.parametrize("fault", [Fault.LOST_AFTER, Fault.LOST_BEFORE])
async def test_a_note_whose_answer_was_lost_is_looked_up_in_the_thread_of_its_digest(fault: Fault) -> None:
    world = await told(line("a", FIRST, MORNING))
    world.platform.faults = [Fault.NONE, fault]
    await later(world, line("b", MOVED, MORNING + HOUR))
    await world.live(MORNING + 4 * HOUR)
    assert len(notes(world)) == 1
    said = (await world.command("why", day="2025-11-03")).paragraphs
    assert any(re.match(r"Correction due 09:..: sent", line) for line in said)
