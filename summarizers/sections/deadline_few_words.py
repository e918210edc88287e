"""Words cut to as few as a line of a list takes, ended where a phrase ends."""

from __future__ import annotations

from summarizers.sections import deadline_about_patterns as cuts
from summarizers.sections.deadline_context import MAX_WORDS


def cut(words: list[str], most: int = MAX_WORDS) -> str:
    """At most so many words, ended where a sentence may end."""
    if len(words) <= most:
        return trimmed(words)
    found = trimmed(words[: _last_end(words, most)])
    deed = _deed(words, most)
    if deed and not any(map(cuts.DEED.fullmatch, found.split())):
        return trimmed(deed)
    shorter = trimmed(cuts.LOOSE_END.sub("", found).split())
    enough = len(shorter.split()) >= cuts.FEWEST_LEFT and not is_open_between(shorter.split())
    return shorter if enough else found


def _last_end(words: list[str], most: int) -> int:
    """Of more than `most` words how many make a part that may stand alone."""
    places = range(min(cuts.FEWEST_LEFT, most), most + 1)
    ends = [n for n in places if _may_end(words[:n], words[n])]
    if ends and (words[ends[-1]] != "of" or any(map(cuts.DEED.fullmatch, words[: ends[-1]]))):
        return ends[-1]
    loose = [n for n in places if n >= max(ends, default=0) and _goes_on(words[:n], words[n])]
    return max(loose or ends or [n for n in places if words[n] in cuts.ARTICLES], default=most)


def _deed(words: list[str], most: int) -> list[str]:
    """What a subject of many words does, from its verb on, where that says enough without it."""
    at = next((at for at, word in enumerate(words) if cuts.DEED.fullmatch(word)), 0)
    told = words[at:]
    is_free = words[at] not in cuts.BE and cuts.GOVERNING.isdisjoint(words[:at])
    return told if is_free and cuts.DEED_WORDS < len(told) <= most else []


def _may_end(words: list[str], following: str) -> bool:
    """Whether `following` begins another phrase than the one with which `words` end."""
    both = following == "to" and "between" in words and not is_open_between(words)
    return both or (following in cuts.OPENERS and not _bound(words, following))


def _goes_on(words: list[str], following: str) -> bool:
    """Whether `words` end with a noun, of which `following` begins to say more."""
    aim = following == "to" and not cuts.ARTICLES.isdisjoint(words[-3:-1])
    return aim or (words[-1] != "to" and cuts.NEXT_VERB.fullmatch(following) is not None)


def _bound(words: list[str], following: str) -> bool:
    """Whether `words` end within a phrase that goes on with `following`."""
    return is_open_between(words) or (following == "of" and words[-1].lower() in cuts.OF_WHAT)


def is_open_between(words: list[str]) -> bool:
    """Whether the second of two still lacks behind `between`."""
    return "between" in words and "and" not in words[words.index("between") :]


def trimmed(words: list[str]) -> str:
    """`words` without those at their end with which nothing ends, and without loose marks."""
    while words and not _ends_with_its_verb(words) and _is_weak(words[-1]):
        words = words[:-1]
    told = " ".join(words).strip(" ,;:.\"“”'‘’()–—-")
    return f"{told}." if told[-2:-1] == "." and cuts.INITIALS.search(told) else told


def _ends_with_its_verb(words: list[str]) -> bool:
    """Whether the last word is an `in` that belongs to the verb before it."""
    return words[-1] == "in" and cuts.WITH_IN.search(" ".join(words[-2:])) is not None


def _is_weak(word: str) -> bool:
    return word.strip(".,;:\"“”'’").lower() in cuts.WEAK_END
