from __future__ import annotations

from summarizers.text.remembered import Remembered


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []

    def say(word: str) -> int:
        asked.append(word)
        return len(word)

    remembered = Remembered(say, 8)
    assert [remembered[word] for word in ("truce", "pact", "truce")] == [5, 4, 5]
    assert asked == ["truce", "pact"]


def test_no_more_words_are_remembered_than_there_is_room_for() -> None:
    remembered = Remembered(str.upper, 2)
    assert [remembered[word] for word in "abcab"] == [*"ABCAB"]
    assert len(remembered) <= 2


def test_what_is_too_long_for_a_word_is_answered_and_not_kept() -> None:
    remembered = Remembered(len, 8)
    assert remembered["a" * 5000] == 5000
    assert not remembered
