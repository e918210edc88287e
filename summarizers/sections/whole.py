"""Whether a clause that is left of a sentence is whole: nothing it needs was cut off."""

from __future__ import annotations

from summarizers.sections.pieces import (
    APPOSED,
    BETWEEN,
    COORDINATE,
    DESCRIBED,
    ENDS_ON_VERB,
    FINITE,
    GOES_ON_BESIDE,
    INTERRUPTED,
    LAST_PART,
    NARROWED,
    OPENER,
    RELATIVE,
    SAID,
    SUBORDINATE,
    hangs,
    lacks_what_was_said,
)

_FEWEST_WORDS = 6


def lacks_rest(head: str, tail: str) -> bool:
    """Whether the last part of `head` waits for a verb, or its verb for an object, that stands in `tail`."""
    if tail.lstrip(" ,").startswith(("who ", "which ", "that ", "whose ")) and DESCRIBED.search(head):
        return True
    if APPOSED.match(tail) and INTERRUPTED.search(head):
        return True
    if BETWEEN.match(tail) and ENDS_ON_VERB.search(head):
        return True
    last = LAST_PART.search(head)
    return last is not None and FINITE.search(last[1]) is None


def is_last(tail: str) -> bool:
    """Whether `tail` is a clause that ends the sentence.

    After `and` there must be a clause of its own, not the last part of a list; after a relative clause the
    main clause must not go on.
    """
    relative = RELATIVE.match(tail)
    if relative is not None and GOES_ON_BESIDE.match(relative[1]) is None:
        return False
    coordinate = COORDINATE.match(tail)
    return coordinate is None or FINITE.search(coordinate[1]) is not None


def stands_alone(text: str) -> bool:
    """Whether `text` reads as a sentence: words enough, a verb in its main clause, all marks closed."""
    opener = OPENER.match(text)
    main = text[opener.end() :] if opener else text
    return (
        len(main.split()) >= _FEWEST_WORDS
        and _has_verb(main)
        and (opener is not None or not _begins_open(text))
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and not hangs(text)
        and not lacks_what_was_said(text)
    )


def _has_verb(main: str) -> bool:
    """Whether a finite verb stands in `main` before a relative clause narrows its subject."""
    verb = FINITE.search(main)
    return verb is not None and NARROWED.search(main, 0, verb.start()) is None


def quotes_whole(result: str, text: str) -> bool:
    """Whether nothing is cut out of the middle of what `result` quotes: it stands so in `text`."""
    return all((one[1] or one[2]).rstrip(" ,.") in text for one in SAID.finditer(result))


def _begins_open(text: str) -> bool:
    """Whether `text` opens with a subordinate clause and never reaches its main clause."""
    return SUBORDINATE.match(text) is not None and "," not in text
