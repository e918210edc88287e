"""A deadline is reported, reminded of, moved, reminded of again and told the end of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bot.deliver.restored import Restored
from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.post import Post
from bot.domain.reminder import Policy, Wish, WishKind
from bot.platforms.console.transcript import Transcript
from bot.remind.pipeline import Ahead
from tests.fakes.reminded import ROOM, reminded

TRUCE = (
    "Envoys of Sarrow and Vellmark met in Ostmark. "
    "The grain truce between Sarrow and Vellmark expires on November 20, "
    "according to the Ostmark Secretariat. "
    "Traders in Vellmark fear for the harvest of Sarrow."
)
LONGER = (
    "Envoys of Sarrow and Vellmark met again in Ostmark. "
    "Sarrow and Vellmark extended the grain truce until December 4, the Ostmark Secretariat said. "
    "Traders in Vellmark were relieved."
)
OVER = (
    "Envoys of Sarrow and Vellmark left Ostmark. "
    "The grain truce between Sarrow and Vellmark expired at midnight without a successor, "
    "the Ostmark Secretariat said."
)


def _at(day: int, month: int = 11, hour: int = 7, minute: int = 1) -> dt.datetime:
    """08:01 in Berlin in winter."""
    return dt.datetime(2031, month, day, hour, minute, tzinfo=dt.UTC)


async def test_the_whole_story_of_a_deadline(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert await bot.look(_at(12)) == []
        (week,) = await bot.look(_at(13))
        assert "20 November 2031 (in 7 days)" in week
        assert await bot.look(_at(13, hour=12)) == []
        (eve,) = await bot.look(_at(19))
        assert "(tomorrow)" in eve
        await bot.publish("2031-11-19T15:00:00+01:00", LONGER, source="Vellmark Herald")
        (note,) = await bot.look(_at(19, hour=15))
        assert "Moved from 20 November 2031 to 4 December 2031 (Vellmark Herald)" in note
        assert await bot.look(_at(20)) == []
        (week,) = await bot.look(_at(27))
        assert "4 December 2031 (in 7 days)" in week
        (eve,) = await bot.look(_at(3, 12))
        (morning,) = await bot.look(_at(4, 12))
        assert "(today)" in morning
        await bot.publish("2031-12-05T09:00:00+01:00", OVER)
        (closing,) = await bot.look(_at(5, 12, hour=9))
        assert "Over (Sarrow Post)" in closing
        assert await bot.look(_at(6, 12)) == []
        assert any("sent" in line for line in await bot.why(dt.date(2031, 12, 5)))


PERHAPS = (
    "Envoys of Sarrow and Vellmark met in Ostmark. "
    "The grain truce between Sarrow and Vellmark could be extended until December 4, "
    "the Ostmark Secretariat said. Traders in Vellmark waited."
)


async def test_nobody_is_reminded_of_what_only_could_be_and_of_the_old_day_once_it_is(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        await bot.publish("2031-11-08T12:00:00+01:00", PERHAPS, source="Northern Wire")
        (week,) = await bot.look(_at(13))
        assert "20 November 2031 (in 7 days)" in week
        assert "4 December" not in week
        await bot.publish("2031-11-18T15:00:00+01:00", LONGER, source="Vellmark Herald")
        (note,) = await bot.look(_at(18, hour=15))
        assert "Moved from 20 November 2031 to 4 December 2031 (Vellmark Herald)" in note
        assert [await bot.look(_at(day)) for day in (19, 20)] == [[], []]
        (week,) = await bot.look(_at(27))
        assert week.count("in 7 days") == 1


RULE = "The net rule of the Tarn Agency takes effect on November 20, Mona Dell of the Tarn Agency said."
STOPPED = "A court suspended the net rule of the Tarn Agency. Mona Dell of the Tarn Agency was sorry."
BACK = (
    "An appeals court reinstated the net rule of the Tarn Agency. "
    "The rule will take effect on December 4, Mona Dell of the Tarn Agency said."
)


async def test_a_rule_that_one_court_suspends_and_another_reinstates_is_told_each_time(
    tmp_path: Path,
) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", RULE)
        assert len(await bot.look(_at(13))) == 1
        await bot.publish("2031-11-14T12:00:00+01:00", STOPPED, source="Herald")
        (off,) = await bot.look(_at(14, hour=13))
        assert "Called off (Herald)" in off
        assert [await bot.look(_at(day)) for day in (19, 20)] == [[], []]
        await bot.publish("2031-11-21T12:00:00+01:00", BACK, source="Wire")
        (note,) = await bot.look(_at(21, hour=13))
        assert "Moved from 20 November 2031 to 4 December 2031 (Wire)" in note
        assert [len(await bot.look(_at(*day))) for day in ((27,), (3, 12), (4, 12))] == [1, 1, 1]


SUMMIT = (
    "The summit between Sarrow and Vellmark will be held in Ostmark on November 20, the Secretariat said."
)
OFF = "Vellmark called off the summit with Sarrow in Ostmark, the Secretariat said."


async def test_what_was_called_off_and_takes_place_after_all_is_told_each_time(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", f"Sarrow and Vellmark seek peace. {SUMMIT}")
        assert len(await bot.look(_at(13))) == 1
        await bot.publish("2031-11-14T12:00:00+01:00", f"Sarrow and Vellmark quarrel. {OFF}", source="Herald")
        (off,) = await bot.look(_at(14, hour=13))
        assert "Called off (Herald)" in off
        again = SUMMIT.replace("will", "is on again and will")
        await bot.publish("2031-11-16T12:00:00+01:00", f"Sarrow and Vellmark talk. {again}", source="Wire")
        (on,) = await bot.look(_at(16, hour=13))
        assert "On again (Wire)" in on
        assert await bot.look(_at(17)) == []
        await bot.publish("2031-11-17T12:00:00+01:00", f"Sarrow and Vellmark part. {OFF}", source="Echo")
        (off,) = await bot.look(_at(17, hour=13))
        assert "Called off (Echo)" in off
        assert [await bot.look(_at(day)) for day in (19, 20)] == [[], []]


async def test_what_was_called_off_and_has_a_new_date_is_told_and_reminded_of(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", f"Sarrow and Vellmark seek peace. {SUMMIT}")
        assert len(await bot.look(_at(13))) == 1
        await bot.publish("2031-11-14T12:00:00+01:00", f"Sarrow and Vellmark quarrel. {OFF}", source="Herald")
        assert len(await bot.look(_at(14, hour=13))) == 1
        new = "The summit between Sarrow and Vellmark was rescheduled for December 4 in Ostmark, it was said."
        await bot.publish("2031-11-16T12:00:00+01:00", f"Sarrow and Vellmark talk. {new}", source="Wire")
        (moved,) = await bot.look(_at(16, hour=13))
        assert "Moved from 20 November 2031 to 4 December 2031 (Wire)" in moved
        assert [len(await bot.look(_at(day))) for day in (19, 20, 27)] == [0, 0, 1]


async def test_a_month_that_moved_is_told_as_a_month(tmp_path: Path) -> None:
    levy = "The port levy of Arlen takes effect in December, the Arlen treasury said."
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", f"The parliament of Arlen met. {levy}")
        assert await bot.look(_at(10)) == []
        (note,) = await bot.look(_at(1, 12))
        assert "December 2031" in note
        later = "The port levy of Arlen was postponed from December to February, the treasury said."
        await bot.publish("2031-12-01T12:00:00+01:00", f"Arlen is relieved. {later}", source="Herald")
        (moved,) = await bot.look(_at(1, 12, hour=13))
        assert "Moved from December 2031 to February 2032 (Herald)" in moved
        assert "moved from December 2031" in moved


async def test_several_deadlines_of_one_morning_are_one_post(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        await bot.publish(
            "2031-11-05T13:00:00+01:00",
            "Bidders for the Tessel Line in Arlen must submit their offers by November 20, Arlen Rail said.",
        )
        (post,) = await bot.look(_at(13))
        assert "Tessel" in post
        assert "truce" in post


async def test_what_is_muted_is_not_spoken_of_and_what_is_asked_for_is(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        await bot.look(_at(10))
        (entry,) = await bot.entries()
        await bot.wish(Wish(channel=ROOM.channel, entry_id=entry, kind=WishKind.MUTE))
        await bot.wish(
            Wish(channel=ROOM.channel, entry_id=entry, kind=WishKind.REMIND, reader="ada", until=_at(17))
        )
        assert await bot.look(_at(13)) == []
        (asked,) = await bot.look(_at(17))
        assert "Asked for by ada" in asked
        assert await bot.look(_at(18)) == []


async def test_a_snooze_says_nothing_until_it_ends_then_once(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        await bot.look(_at(10))
        (entry,) = await bot.entries()
        wish = Wish(channel=ROOM.channel, entry_id=entry, kind=WishKind.SNOOZE, until=_at(15, minute=0))
        await bot.wish(wish)
        assert await bot.look(_at(13)) == []
        assert len(await bot.look(_at(15))) == 1
        assert await bot.look(_at(16)) == []
        assert len(await bot.look(_at(19))) == 1


async def test_a_step_that_was_missed_is_not_sent_and_says_so(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        await bot.look(_at(10))
        assert await bot.look(_at(13, hour=21)) == []
        assert any("skipped" in line for line in await bot.why(dt.date(2031, 11, 13)))
        assert len(await bot.look(_at(19))) == 1


async def test_a_channel_hears_only_of_its_topics(tmp_path: Path) -> None:
    topics = {"fish": {"any": ["herring"]}, "grain": {"any": ["grain"]}}
    async with reminded(tmp_path, replace(ROOM, topics=("fish",)), topics=topics) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert await bot.look(_at(13)) == []
        bot.policies[:] = [replace(ROOM, topics=("grain",))]
        assert len(await bot.look(_at(13))) == 1


class _Small(Transcript):
    """A platform on which every post takes three messages."""

    def parts(self, post: Post) -> int:
        return 3


async def test_a_reminder_too_long_for_one_message_goes_on_in_its_thread(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        bot.messenger = _Small
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert len(await bot.look(_at(13))) == 3
        assert [post["parent"] is None for post in bot.posts()] == [True, False, False]


async def test_what_is_ahead_is_told_without_being_sent(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        ahead = await bot.remind.ahead(ROOM, _at(13), 7)
        assert [(one.step, one.day.day) for _, one in ahead] == [("7", 13), ("1", 19), ("0", 20)]
        assert [one.step for _, one in await bot.remind.ahead(ROOM, _at(13), 0)] == ["7"]
        assert bot.posts() == []


async def test_a_truce_extended_by_a_year_is_moved_by_a_year_by_however_many_outlets_say_so(
    tmp_path: Path,
) -> None:
    longer = "Sarrow and Vellmark extended the grain truce by a year, the Ostmark Secretariat said."
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert len(await bot.look(_at(13))) == 1
        await bot.publish("2031-11-15T12:00:00+01:00", f"Envoys met in Ostmark. {longer}", source="Herald")
        (note,) = await bot.look(_at(15, hour=13))
        assert "Moved from 20 November 2031 to 20 November 2032 (Herald)" in note
        await bot.publish("2031-11-16T12:00:00+01:00", f"In Ostmark it is quiet. {longer}", source="Wire")
        assert [await bot.look(_at(day)) for day in (17, 19, 20)] == [[], [], []]
        assert len(await bot.look(dt.datetime(2032, 11, 13, 7, 1, tzinfo=dt.UTC))) == 1


async def test_an_extension_that_is_read_before_the_deadline_it_extends_is_not_lost(tmp_path: Path) -> None:
    longer = "Envoys met in Ostmark. Sarrow and Vellmark extended the grain truce by a year, it was said."
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-06T12:00:00+01:00", longer, source="Herald")
        assert await bot.look(_at(7)) == []
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        (note,) = await bot.look(_at(13))
        assert "Moved from 20 November 2031 to 20 November 2032 (Herald)" in note
        assert [await bot.look(_at(day)) for day in (19, 20)] == [[], []]
        assert len(await bot.look(dt.datetime(2032, 11, 13, 7, 1, tzinfo=dt.UTC))) == 1


async def test_a_reminder_that_went_after_a_backup_does_not_go_again_once_that_is_put_back(
    tmp_path: Path,
) -> None:
    async with reminded(tmp_path / "one") as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert await bot.look(_at(12)) == []
        (_week,) = await bot.look(_at(13))
    transcript = (tmp_path / "one" / "t.jsonl").read_bytes()
    async with reminded(
        tmp_path / "two"
    ) as bot:  # as it was before that reminder, with what the platform has
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert await bot.look(_at(12)) == []
        (tmp_path / "two" / "t.jsonl").write_bytes(transcript)
        bot.clock.at = _at(13, hour=8)
        await Restored(store=bot.app.store, clock=bot.clock).run()
        assert await bot.look(_at(13, hour=9)) == []
        assert (tmp_path / "two" / "t.jsonl").read_bytes() == transcript
        assert any("sent" in line for line in await bot.why(dt.date(2031, 11, 13)))
        (eve,) = await bot.look(_at(19))
        assert "(tomorrow)" in eve


async def test_an_article_that_moves_a_date_after_its_reminder_was_planned_is_read_before_that_goes(
    tmp_path: Path,
) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert await bot.look(_at(12)) == []
        bot.clock.at = _at(13)
        assert await bot.remind.look() == 1
        await bot.publish("2031-11-13T07:30:00+01:00", LONGER, source="Vellmark Herald")
        await bot.serve()
        assert bot.posts() == []
        (note,) = await bot.look(_at(13, hour=8))
        assert "Moved from 20 November 2031 to 4 December 2031" in note


async def test_the_morning_of_a_deadline_is_that_of_the_channel_wherever_the_deadline_falls(
    tmp_path: Path,
) -> None:
    """20:00 on the 20th in New York is 10:00 on the 21st in Seoul."""
    offers = "Bidders for the Tessel Line must submit their offers by 8 p.m. Eastern on November 20, it said."
    async with reminded(tmp_path, replace(ROOM, zone="Asia/Seoul")) as bot:
        await bot.publish("2031-11-05T12:00:00-05:00", f"Arlen Rail met in Arlen. {offers}")
        assert await bot.look(_at(13, hour=0)) == []
        (eve,) = await bot.look(_at(19, hour=23))
        assert "(tomorrow, 10:00 Asia/Seoul)" in eve
        (morning,) = await bot.look(_at(20, hour=23))
        assert "(today, 10:00 Asia/Seoul)" in morning
        seoul = Ahead(tenant_id=LOCAL_TENANT, now=_at(21, hour=0), zone="Asia/Seoul", days=0)
        assert len(await bot.app.upcoming.run(seoul)) == 1
        assert await bot.app.upcoming.run(replace(seoul, now=_at(21, hour=15))) == ()
        assert await bot.look(_at(21)) == []


EAST = Policy(channel=Channel(Platform.CONSOLE, LOCAL_TENANT, "east"), zone="Pacific/Auckland")
WEST = Policy(channel=Channel(Platform.CONSOLE, LOCAL_TENANT, "west"), zone="Pacific/Honolulu", ladder=(8,))


@pytest.mark.parametrize("policies", [(EAST, WEST), (WEST, EAST)])
async def test_each_channel_is_told_by_its_own_day_where_two_are_a_day_apart(
    tmp_path: Path, policies: tuple[Policy, Policy]
) -> None:
    """09:01 on the 12th in Honolulu is 08:01 on the 13th in Auckland, where a paper of the 14th is read."""
    async with reminded(tmp_path, *policies) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", TRUCE)
        assert await bot.look(_at(11, hour=19)) == []
        await bot.publish("2031-11-14", LONGER, source="Vellmark Herald")
        east, west = sorted(await bot.look(_at(12, hour=19)), key=lambda post: ":west" in post)
        assert ":east" in east
        assert "Moved from 20 November 2031 to 4 December 2031" in east
        assert ":west" in west
        assert "(in 8 days)" in west


LEVY = (
    "Port Selden will charge a levy of 4 euros a container from 20 November, the harbour authority said. "
    "Shippers at Selden oppose it."
)
NO_LEVY = "Port Selden has suspended the container levy that was to start on 20 November, the authority said."
NO_LEVY_EITHER = (
    "Port Selden will no longer charge a levy on containers, the harbour authority said on Saturday."
)


async def test_what_is_off_in_plain_words_is_told_once_and_reminded_of_no_more(tmp_path: Path) -> None:
    async with reminded(tmp_path) as bot:
        await bot.publish("2031-11-05T12:00:00+01:00", LEVY)
        assert await bot.look(_at(12)) == []
        (week,) = await bot.look(_at(13))
        assert "20 November 2031 (in 7 days)" in week
        await bot.publish("2031-11-14T12:00:00+01:00", NO_LEVY, source="Vellmark Herald")
        (note,) = await bot.look(_at(14, hour=12))
        assert "alled off" in note
        await bot.publish("2031-11-15T12:00:00+01:00", NO_LEVY_EITHER, source="Northern Wire")
        assert await bot.look(_at(15, hour=12)) == []
        assert await bot.look(_at(19)) == []
        assert await bot.look(_at(20)) == []
