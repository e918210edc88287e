"""The JSON form of what goes in and out of `python -m summarizers`."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from summarizers.types import Document, Publication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizers.dates.types import Timex
    from summarizers.types import Deadline, Point, Span, Summary

Json = dict[str, Any]

_WITHOUT_OFFSET: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")


class BadLineError(ValueError):
    """A line that is not what the command reads; the message names the field and what it should be."""


def story(line: Mapping[str, Any], *, dated: bool) -> tuple[Document, ...]:
    """The articles of one input object: the object itself, or those of its `articles`.

    With `dated` each needs a readable `published`. Raise `BadLineError` for anything else than the contract.
    """
    if "articles" not in line:
        return (_document(line, dated=dated),)
    articles = line["articles"]
    if not isinstance(articles, list) or not articles or not all(isinstance(one, dict) for one in articles):
        raise BadLineError("articles must be a list of at least one object")
    documents = tuple(_document(one, dated=dated) for one in articles)
    if len({document.id for document in documents}) < len(documents):
        raise BadLineError("articles of one story need different ids")
    return documents


def _document(article: Mapping[str, Any], *, dated: bool) -> Document:
    """One article."""
    published = text_of(article, "published", needed=dated)
    return Document(
        id=identity(article),
        title=text_of(article, "title") or "",
        body=text_of(article, "body", needed=True) or "",
        published=publication(published) if published is not None and dated else None,
        source=text_of(article, "source"),
        url=text_of(article, "url"),
    )


def identity(line: Mapping[str, Any], field: str = "id") -> str:
    """The id of an object: a text, or a whole number taken as text."""
    given = line.get(field)
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return text_of(line, field, needed=True) or ""


def text_of(line: Mapping[str, Any], field: str, *, needed: bool = False) -> str | None:
    """The text in `field`, or None if it is missing; a needed one may not be blank."""
    given = line.get(field)
    if given is None and not needed:
        return None
    if given is None:
        raise BadLineError(f"{field} is missing")
    if not isinstance(given, str):
        raise BadLineError(f"{field} must be a text, not {type(given).__name__}")
    if needed and not given.strip():
        raise BadLineError(f"{field} is blank")
    if not given.isascii():
        _refuse_surrogates(given, field)
    return given


def _refuse_surrogates(text: str, field: str) -> None:
    """Raise `BadLineError` if `text` holds half a surrogate pair, which no UTF-8 can carry."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadLineError(f"{field} holds a lone surrogate at character {error.start}") from None


def publication(text: str, field: str = "published") -> Publication:
    """The publication that `text` names.

    Raise `BadLineError` naming `field` for an unreadable or naive one.
    """
    try:
        return Publication.parse(text)
    except ValueError as error:
        raise BadLineError(f"{field}: {error}") from None


def creation(text: str, field: str) -> Publication:
    """The document creation time that `text` names; a time without offset, as TimeML has it, is a local day.

    Relative dates count from that day, so nothing is guessed. Raise `BadLineError` naming `field` for an
    unreadable one.
    """
    if _WITHOUT_OFFSET.fullmatch(text.strip()) is None:
        return publication(text, field)
    try:
        return Publication(local_date=dt.datetime.fromisoformat(text.strip()).date())
    except ValueError as error:
        raise BadLineError(f"{field}: {error}") from None


def briefing(identity: str, documents: tuple[Document, ...], summary: Summary) -> Json:
    """The output object of `brief`; citations name their article only in a story of several."""
    bodies = {document.id: document.body for document in documents}
    several = len(documents) > 1
    gist = summary.gist
    return {
        "id": identity,
        "gist": gist
        and {"text": gist.text, "citations": [_citation(s, bodies, several=several) for s in gist.evidence]},
        "bullets": [_bullet(point, bodies, several=several) for point in summary.points],
        "engine": summary.engine,
    }


def _bullet(point: Point, bodies: Mapping[str, str], *, several: bool) -> Json:
    """One bullet."""
    return {
        "section": point.section.value,
        "text": point.text,
        "status": point.status and point.status.value,
        "citations": [_citation(span, bodies, several=several) for span in point.evidence],
        "deadline": point.deadline and deadline_object(point.deadline),
        "engine": point.engine,
    }


def _citation(span: Span, bodies: Mapping[str, str], *, several: bool) -> Json:
    """One citation: `quote` is what stands there, character for character."""
    quote = bodies[span.document_id][span.start : span.end]
    place: Json = {"quote": quote, "start": span.start, "end": span.end}
    return {"article_id": span.document_id, **place} if several else place


def deadline_object(deadline: Deadline) -> Json:
    """The fields of a deadline: ISO days, `end` inclusive, null where there is none."""
    return {
        "date": deadline.date.isoformat(),
        "end": deadline.end and deadline.end.isoformat(),
        "granularity": deadline.granularity,
        "kind": deadline.kind,
        "certainty": deadline.certainty,
        "boundary": deadline.boundary,
        "about": deadline.about,
        "time": deadline.time,
        "tz": deadline.tz,
    }


def timex(document: str, found: Timex) -> Json:
    """One output object of `dates`."""
    return {
        "doc": document,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "type": found.type,
        "value": found.value,
        "mod": found.mod,
    }
