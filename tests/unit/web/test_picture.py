"""The time line as a PNG."""

import io
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.web.picture import ACCENT, GROUND, INK, LINE, WIDTH, picture
from summarizers.types import Deadline

TODAY = date(2031, 3, 3)


def _at(days: int, about: str = "The Ostran fisheries truce expires", length: int = 0) -> Deadline:
    first = TODAY + timedelta(days=days)
    end = first + timedelta(days=length) if length else None
    return Deadline(date=first, end=end, about=about, kind="expiry")


def _image(deadlines: list[Deadline]) -> Image.Image:
    drawn = picture(deadlines, TODAY)
    assert drawn is not None
    return Image.open(io.BytesIO(drawn))


def test_nothing_ahead_is_no_picture() -> None:
    assert picture([], TODAY) is None
    assert picture([_at(-3)], TODAY) is None


def test_the_card_has_its_own_ground_and_marks_what_is_ahead() -> None:
    image = _image([_at(3), _at(20)])
    assert image.size[0] == WIDTH
    colours = {tuple(bytes.fromhex(name[1:])) for name in (GROUND, ACCENT)}
    assert colours <= {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or []}


def test_more_dates_than_are_listed_make_it_no_higher() -> None:
    dates = [_at(days) for days in range(60)]
    assert _image(dates[:14]).size == _image(dates).size or _image(dates).size[1] <= 2000
    assert _image(dates).size[1] < 2 * _image(dates[:12]).size[1]


def test_each_of_several_on_one_day_is_listed() -> None:
    one, all_ = (_image([_at(3, f"Vote {number}") for number in range(most)]) for most in (1, 6))
    assert all_.size[1] - one.size[1] == 5 * (LINE + 16)


def test_letters_beyond_english_are_drawn() -> None:
    box = picture([_at(3, "\U0001f389")], TODAY)
    drawn = {picture([_at(3, letter)], TODAY) for letter in "äßéłő€£Жλ"}
    assert len(drawn - {box}) == 9


def test_a_long_date_and_what_it_is_about_stand_apart() -> None:
    """The list begins below the names of the line's dates: no red right of the first black."""
    image = _image([_at(280, "w" * 20, length=100), _at(290, length=120)]).convert("RGB")
    top = image.size[1] - 2 * (LINE + 16) - 56
    rows = [[image.getpixel((x, y)) for x in range(WIDTH)] for y in range(top, image.size[1])]
    red, black = (tuple(bytes.fromhex(name[1:])) for name in (ACCENT, INK))
    dates = max(x for row in rows for x, colour in enumerate(row) if colour == red)
    assert dates < min(x for row in rows for x, colour in enumerate(row) if colour == black)


def test_the_same_deadlines_give_the_same_bytes() -> None:
    assert picture([_at(3), _at(9, length=5)], TODAY) == picture([_at(3), _at(9, length=5)], TODAY)


def test_a_long_word_and_a_long_text_stay_inside() -> None:
    long = _image([_at(3, "w" * 400), _at(5, "the fishing fleets of both coasts " * 30)])
    edge = long.convert("RGB").crop((WIDTH - 20, 0, WIDTH, long.size[1]))
    assert len(edge.getcolors() or []) == 1


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), min_size=1, max_size=6
    )
)
def test_no_script_makes_it_fail(abouts: list[str]) -> None:
    image = _image([_at(days, about) for days, about in enumerate(abouts)])
    assert image.size[1] <= 2000
