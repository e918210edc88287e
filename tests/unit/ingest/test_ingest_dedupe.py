"""Near-duplicates: what counts as one text, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.dedupe import PERMUTATIONS, ROWS, bands, closest, signature, similarity
from bot.ports import Fingerprint

REPORT = (
    "Crane drivers at Port Selwyn went back to work on Monday after nine days, unloading the first of "
    "thirty-one ships that wait in the roads. The harbour company said that it would take until the end of "
    "the month to clear the yard, and that perishable goods would go first. Talks on shift patterns open "
    "again on Thursday in the presence of a mediator whom both sides have named. Until then neither side "
    "will speak to the press, a spokeswoman said, and no further stoppages are to be called."
)
OTHER = (
    "The coalition put off the cut in the diesel allowance by a year and halved the levy on second homes, "
    "the finance minister told parliament late on Tuesday. Economists at two institutes called the package "
    "too small to matter and too complicated to explain. The upper house votes in three weeks; the smaller "
    "of the two governing parties has not said how its members will vote, and its youth wing is against it."
)


def prints(article_id: str, text: str, title: str = "") -> Fingerprint:
    hashes = signature(text, title)
    return Fingerprint(article_id=article_id, group_id=article_id, signature=hashes, bands=bands(hashes))


def alike(one: str, other: str, one_title: str = "", other_title: str = "") -> bool:
    mine, theirs = prints("a", one, one_title), prints("b", other, other_title)
    return closest(mine.signature, [theirs]) is not None and bool({*mine.bands} & {*theirs.bands})


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        REPORT.upper(),
        f"PORT SELWYN (Meridian Wire) - {REPORT}",
        f"{REPORT} Reporting by our own staff; editing by the night desk. All rights reserved.",
        REPORT.replace("thirty-one ships", "31 vessels").replace("on Thursday", "this Thursday"),
        REPORT.replace(". ", ".\n\n"),
    ],
)
def test_a_wire_copy_is_the_same_text(copy: str) -> None:
    assert alike(REPORT, copy, "Ports reopen", "Cranes move again")


def test_two_reports_are_two_texts() -> None:
    assert not alike(REPORT, OTHER, "Monday in brief", "Monday in brief")


def test_a_report_within_a_much_longer_one_is_another_text() -> None:
    assert not alike(REPORT, " ".join([REPORT, OTHER, OTHER.replace("the", "a"), OTHER[::-1]]))


STUB = "Subscribe to read on."


def test_a_short_text_under_two_headlines_is_two_texts() -> None:
    assert not alike(STUB, STUB, "Ports reopen", "Budget passes")


def test_a_short_text_is_the_same_only_if_all_of_it_is_equal() -> None:
    assert alike(STUB, "  Subscribe to read on.".strip().upper(), "Ports reopen", " PORTS REOPEN ")
    assert not alike(STUB, "Subscribe to read more.", "Ports reopen", "Ports reopen")


def test_texts_without_a_word_are_told_apart() -> None:
    assert not alike("— … —", "+++")


def test_the_most_similar_candidate_wins_and_among_equals_the_first_by_id() -> None:
    near = prints("a-near", f"{REPORT} Editing by the night desk, which added a sentence of its own.")
    first, second = prints("b-same", REPORT), prints("c-same", REPORT)
    found = closest(signature(REPORT, ""), [second, near, first])
    assert found == first


def test_nothing_is_close_to_nothing() -> None:
    assert closest(signature(REPORT, ""), []) is None


WORDS = st.lists(
    st.sampled_from(["cranes", "move", "at", "the", "port", "again", "on", "monday"]), max_size=60
)


@given(WORDS.map(" ".join), st.text(max_size=10))
def test_a_signature_has_a_fixed_shape_and_is_like_itself(text: str, title: str) -> None:
    hashes = signature(text, title)
    assert len(hashes) == PERMUTATIONS
    assert all(0 <= value < 2**32 for value in hashes)
    assert len(bands(hashes)) == PERMUTATIONS // ROWS
    assert all(0 <= band < 2**63 for band in bands(hashes))
    assert signature(text, title) == hashes
    assert similarity(hashes, hashes) == 1
