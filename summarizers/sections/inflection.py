"""The forms of the verbs of the lexicon."""

from __future__ import annotations

_IRREGULAR = {
    line.split()[0]: tuple(line.split())
    for line in (
        "break breaks broke breaking broken", "bring brings brought bringing",
        "become becomes became becoming", "build builds built building", "buy buys bought buying",
        "cast casts cast casting", "come comes came coming",
        "cry cries cried crying", "dig digs dug digging", "drag drags dragged dragging",
        "do does did doing done", "draw draws drew drawing drawn", "drive drives drove driving driven",
        "fall falls fell falling fallen", "fight fights fought fighting",
        "find finds found finding", "forgive forgives forgave forgiving forgiven", "get gets got getting",
        "give gives gave giving given", "go goes went going gone",
        "hang hangs hung hanging", "have has had having",
        "freeze freezes froze freezing frozen", "hit hits hit hitting", "hold holds held holding",
        "keep keeps kept keeping", "lay lays laid laying",
        "leave leaves left leaving", "lend lends lent lending", "let lets let letting",
        "lose loses lost losing", "make makes made making",
        "meet meets met meeting", "pay pays paid paying", "put puts put putting",
        "quit quits quit quitting", "repay repays repaid repaying", "run runs ran running",
        "say says said saying",
        "see sees saw seeing seen", "seek seeks sought seeking", "sell sells sold selling",
        "send sends sent sending", "spend spends spent spending",
        "set sets set setting", "shut shuts shut shutting", "shake shakes shook shaking shaken",
        "speak speaks spoke speaking spoken", "spin spins spun spinning", "split splits split splitting",
        "stand stands stood standing",
        "stick sticks stuck sticking", "strike strikes struck striking", "sue sues sued suing",
        "swear swears swore swearing sworn", "take takes took taking taken",
        "tear tears tore tearing torn", "think thinks thought thinking",
        "throw throws threw throwing thrown", "win wins won winning",
        "undertake undertakes undertook undertaking undertaken",
        "withdraw withdraws withdrew withdrawing withdrawn",
        "withhold withholds withheld withholding", "write writes wrote writing written",
    )
}  # fmt: skip
"""Verbs of the lexicon, and first words of its phrases, that no rule inflects."""


def inflect(verb: str) -> tuple[str, ...]:
    """The forms of an English verb: base, -s, past, -ing, and a participle of its own, if it has one.

    A trailing `+` marks a regular verb that doubles its last consonant.
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("+"):
        base = verb[:-1]
        return (base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing")
    if verb.endswith("ee"):
        return (verb, verb + "s", verb + "d", verb + "ing")
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    sibilant = verb.endswith(("s", "x", "z", "ch", "sh"))
    return (verb, verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")
