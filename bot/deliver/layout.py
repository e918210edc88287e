"""A briefing becomes a platform-neutral post: what is said, in which order, in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.deliver.references import shown_reference
from bot.deliver.topics import topics_in_words
from bot.deliver.when import clock_time, day_in_words, deadline_in_words
from bot.domain.action import DIGEST_ACTIONS, button
from bot.domain.article import Citation
from bot.domain.briefing import Briefing, Bullet, Item, Mark, Story
from bot.domain.channel import Channel, Platform
from bot.domain.delivery import Delivery
from bot.domain.post import Block, Line, Post, PostKind, Reference, StoryBlock
from bot.domain.style import USUAL, Style
from bot.texts import count, say, speaking
from summarizers.types import Section

Marks = Mapping[str, str]
_UNMARKED: Marks = MappingProxyType({})


def lay_out(briefing: Briefing, channel: Channel, style: Style = USUAL, marks: Marks = _UNMARKED) -> Post:
    """The post of a briefing for a channel; the same arguments always give the same post, with the same key.

    What a section does not show is in the details, where there are any. `marks` stand in the place of the
    marks of the items with these keys.
    """
    now = briefing.window.until.astimezone(ZoneInfo(briefing.zone))
    today = now.date()
    return Post(
        key=f"digest:{channel}:{briefing.id}",
        kind=PostKind.DIGEST,
        channel=channel,
        title=say("digest.title", app=say("app"), day=day_in_words(today)),
        subtitle=_subtitle(briefing, now),
        notice=_notice(briefing, channel.platform),
        blocks=_blocks(briefing, today, style, marks) if briefing.items else (),
        stories=tuple(_story(briefing, story, today, marks) for story in briefing.stories if style.details),
        references=_references(briefing),
        footer=_footer(briefing) if briefing.items else "",
        day=today,
        buttons=tuple(button(name, briefing.id) for name in DIGEST_ACTIONS),
        briefing_id=briefing.id,
    )


def _footer(briefing: Briefing) -> str:
    """Who wrote the bullets; where a model was to and some are extracts, how many."""
    own = sum(item.bullet.engine == briefing.engine for item in briefing.items)
    if own == len(briefing.items):
        return say("digest.footer", engine=briefing.engine)
    return say("digest.footer_mixed", engine=briefing.engine, own=own, all=len(briefing.items))


def lay_out_digest(briefing: Briefing, delivery: Delivery, marks: Marks = _UNMARKED) -> Post:
    """The post of a delivery: as its channel had chosen, with when the next one comes."""
    with speaking(delivery.style.language):
        return _following(lay_out(briefing, delivery.channel, delivery.style, marks), delivery)


def _following(post: Post, delivery: Delivery) -> Post:
    if delivery.following is None:
        return post
    at = delivery.following.astimezone(ZoneInfo(delivery.zone))
    following = say("digest.next", day=day_in_words(at.date()), time=clock_time(at), zone=delivery.zone)
    return replace(post, footer=" ".join(filter(None, (post.footer, following))))


def _blocks(briefing: Briefing, today: date, style: Style, marks: Marks) -> tuple[Block, ...]:
    """The sections that the channel wants, in the fixed order."""
    wanted = (section for section in Section if section in style.sections)
    return tuple(_block(briefing, section, today, style.shown, marks) for section in wanted)


def _subtitle(briefing: Briefing, now: datetime) -> str:
    """As-of and counts, so that a quiet day can be told from a failure."""
    coverage = briefing.coverage
    parts = [
        say("digest.as_of", time=clock_time(now), zone=briefing.zone),
        say(
            "digest.counts",
            articles=count("article", coverage.articles),
            outlets=count("source", coverage.outlets),
            stories=count("story", coverage.stories),
        ),
    ]
    parts += topics_in_words(briefing.topics)
    if coverage.undated:
        parts.append(say("digest.undated", articles=count("article", coverage.undated)))
    if coverage.ahead:
        parts.append(say("digest.ahead", articles=count("article", coverage.ahead)))
    if coverage.unread:
        parts.append(say("digest.unread", articles=count("article", coverage.unread)))
    if coverage.failed_sources:
        parts.append(say("digest.failed", sources=count("source", coverage.failed_sources)))
    return " · ".join(parts)


def _notice(briefing: Briefing, platform: Platform) -> str:
    if briefing.items:
        return ""
    if briefing.coverage.articles:
        return say("digest.quiet")
    zone = ZoneInfo(briefing.zone)
    since, until = briefing.window.since.astimezone(zone), briefing.window.until.astimezone(zone)
    empty = say("digest.empty", since=f"{since:%Y-%m-%d %H:%M}", until=f"{until:%Y-%m-%d %H:%M}")
    if briefing.newest:
        return f"{empty} {say('digest.newest', day=briefing.newest)}"
    usage = "terminal.usage" if platform is Platform.CONSOLE else "chat.usage"
    add = say(usage, command="sources add https://…")
    return f"{empty} {say('digest.off_topic' if briefing.topics else 'digest.nothing', add=add)}"


def _block(briefing: Briefing, section: Section, today: date, most_shown: int, marks: Marks) -> Block:
    items = briefing.section(section)
    most = _most_important(items, most_shown)
    shown = [item for item in items if item in most]
    return Block(
        section=section,
        heading=say(f"section.{section}"),
        lines=tuple(_line(briefing, item, today, marks) for item in shown),
        empty=say(f"section.{section}.empty"),
        more=len(items) - len(shown),
    )


def _most_important(items: Sequence[Item], shown: int) -> list[Item]:
    """The best of every story before the second best of any, the weightier first."""
    by_weight = sorted(items, key=lambda item: -item.weight)
    told: Counter[str] = Counter()
    places: list[tuple[int, int, Item]] = []
    for item in by_weight:
        places.append((told[item.story_id], len(places), item))
        told[item.story_id] += 1
    return [item for *_, item in sorted(places, key=lambda place: place[:2])[:shown]]


def _story(briefing: Briefing, story: Story, today: date, marks: Marks) -> StoryBlock:
    items = [item for item in briefing.items if item.story_id == story.id]
    return StoryBlock(
        headline=story.headline,
        gist=story.gist or "",
        outlets=", ".join(story.outlets),
        references=_cited(briefing, story.gist_citations),
        lines=tuple(_line(briefing, item, today, marks) for item in items),
    )


def _line(briefing: Briefing, item: Item, today: date, marks: Marks) -> Line:
    bullet = item.bullet
    mark = say(f"mark.{item.mark}") if item.mark is not Mark.NEW or briefing.previous_id else ""
    return Line(
        text=bullet.text,
        mark=marks.get(item.key, mark),
        status=_status(bullet),
        sources=item.sources,
        references=_cited(briefing, bullet.citations),
        deadline=bullet.deadline,
        when=deadline_in_words(bullet.deadline, today, briefing.zone) if bullet.deadline else "",
    )


def _status(bullet: Bullet) -> str:
    """Agreed or tentative for an agreement, the certainty of a deadline: the hedge is always repeated."""
    if bullet.deadline:
        return say(f"certainty.{bullet.deadline.certainty}")
    return say(f"status.{bullet.status}") if bullet.status else ""


def _cited(briefing: Briefing, citations: Sequence[Citation]) -> tuple[Reference, ...]:
    return tuple(_reference(briefing, citation) for citation in citations)


def _reference(briefing: Briefing, citation: Citation) -> Reference:
    ref = briefing.reference(citation)
    return shown_reference(ref, ref.n, citation.quote)


def _references(briefing: Briefing) -> tuple[Reference, ...]:
    """Every numbered source once, with the first quote taken from it."""
    cited = [citation for item in briefing.items for citation in item.bullet.citations]
    cited += [citation for story in briefing.stories for citation in story.gist_citations]
    first = {briefing.reference(citation).n: citation for citation in reversed(cited)}
    return tuple(_reference(briefing, first[n]) for n in sorted(first))
