import pytest

from summarizers.sections.coordinated import halves


@pytest.mark.parametrize("opener", ["in(Riga", "in[", "in*", "in-(a+)+"])
def test_marks_in_a_text_are_no_pattern(opener: str) -> None:
    two = halves(f"The ministers meet in Oslo on Monday and {opener} on Friday")
    assert two is not None
    assert two.second.endswith(f" {opener} on Friday")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The court will hear the case on 3 May and rule by 9 June", "The court will rule by 9 June"),
        ("The court will hear the case on 3 and rule by 9 June", "The court will rule by 9 June"),
        ("The shop will close on 3 May and reopen on 9 June", "The shop will reopen on 9 June"),
        ("The fair will open on 3 May and close on 9 May", "The fair will close on 9 May"),
        ("Bids will be opened on 3 May and judged by 9 June", "Bids will be judged by 9 June"),
        (
            "The ministers meet in Oslo on Monday and in Riga on Friday",
            "The ministers meet in Riga on Friday",
        ),
        (
            "The levy starts on 1 April for lorries and on 1 July for vans",
            "The levy starts on 1 July for vans",
        ),
        (
            "Kindra will close 12 branches on 3 May and nine more in July",
            "Kindra will close nine more in July",
        ),
        (
            "Kindra will close 12 branches on 3 May and 9 more in July",
            "Kindra will close 9 more in July",
        ),
        ("Renn is to sign the pact on Monday and present it by May", "Renn is to present it by May"),
        (
            "The envoy will visit Arlen on Monday and Selwyn on Friday",
            "The envoy will visit Selwyn on Friday",
        ),
        ("Results are due on 3 May and certificates on 9 May", "certificates are due on 9 May"),
        (
            "The bank publishes its report on 3 May and its accounts on 9 May",
            "The bank publishes its accounts on 9 May",
        ),
    ],
)
def test_the_second_of_two_dated_things_is_told_with_what_both_share(text: str, second: str) -> None:
    two = halves(text)
    assert two is not None
    assert two.second == second
    assert text.startswith(two.first)


@pytest.mark.parametrize(
    "text",
    [
        "The court will hear the case on 3 May",
        "The court will not hear the case on 3 May but on 4 May",
        "Bids must be sent not by 3 May but by 10 May",
        "The court sits on 3 May and the mayor will speak on 9 May",
        "The fair opens on 3 May and again on 9 May",
        "Smiths of the yard can work on Saturday and Sunday on a voluntary basis",
        "The yard opens on 3 May and 9 June for visitors",
        "The fair opens on 3 May and closes on 9 May",
        "Talks resume on Monday and Tuesday",
        "The cabinet is to vote on Monday and its rivals on Friday",
        "The cabinet is to take up the memorandum on Monday and its counterpart on 6 May",
        "The union will ballot members on Monday and bus drivers on Friday",
        "The envoy will visit Arlen on Monday and parliament on Friday",
        "The lower house votes on 3 May and senators on 9 May",
        "The levy starts on 1 April for lorries and",
    ],
)
def test_what_dates_one_thing_or_has_a_verb_of_its_own_is_left(text: str) -> None:
    assert halves(text) is None
