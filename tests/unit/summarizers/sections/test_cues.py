from __future__ import annotations

import pytest

from summarizers.sections.cued import read, still_states, told
from summarizers.sections.cues import NAMES, find
from summarizers.sections.inflection import inflect
from summarizers.text.tokens import words
from summarizers.types import Section


def kinds(text: str) -> set[str]:
    return {kind for kind, _, _ in find(words(text))}


def kinds_in_place(text: str) -> frozenset[str]:
    return read(words(text)).kinds


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sign", ("sign", "signs", "signed", "signing")),
        ("pledge", ("pledge", "pledges", "pledged", "pledging")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("ratify", ("ratify", "ratifies", "ratified", "ratifying")),
        ("delay", ("delay", "delays", "delayed", "delaying")),
        ("clash", ("clash", "clashes", "clashed", "clashing")),
        ("drop+", ("drop", "drops", "dropped", "dropping")),
        ("strike", ("strike", "strikes", "struck", "striking")),
        ("break", ("break", "breaks", "broke", "breaking", "broken")),
        ("win", ("win", "wins", "won", "winning")),
        ("step+", ("step", "steps", "stepped", "stepping")),
    ],
)
def test_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert inflect(verb) == forms


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Scores of judges signed a letter against it", "match"),
        ("The finance minister is a right-winger from the smallest party", "match"),
        ("The human rights defender denied it", "match"),
        ("Rents will be cut in the second half of the year", "match"),
        ("Profit fell in the first half", "match"),
        ("The opposition called it an assault on the courts", "offence"),
        ("The army stopped shooting across the border", "offence"),
        ("The state will not bail out the bank", "offence"),
        ("Talks on the kidnapped miners broke down", "offence"),
    ],
)
def test_what_is_told_of_more_than_crimes_and_matches_makes_no_report_of_one(text: str, kind: str) -> None:
    assert kind not in kinds_in_place(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("City doubled their lead early in the second half", "match"),
        ("The striker scored twice", "match"),
        ("He admitted a sexual assault in March", "offence"),
        ("She was released on bail", "offence"),
    ],
)
def test_a_report_of_a_crime_or_of_a_match_is_known_by_its_words(text: str, kind: str) -> None:
    assert kind in kinds_in_place(text)


def test_names_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_a_phrase_counts_only_as_a_whole() -> None:
    assert "concede" in kinds("They backed down.")
    assert "concede" not in kinds("They backed the plan.")


def test_a_word_may_carry_several_classes() -> None:
    assert {"protest", "conclude"} <= kinds("Unions strike a deal")


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("The two are on board with it", "agree", 3),
        ("They agreed, and came to terms", "agree", 3),
        ("A vote 40 to 20 approved it, and they signed on to it", "agree", 9),
        ("It was put into law by 51 votes to 49", "tally", 5),
    ],
)
def test_a_phrase_stands_where_its_first_word_does(text: str, kind: str, word: int) -> None:
    hits = find(words(text))
    assert (kind, word) in {(own, at) for own, at, _ in hits}
    assert [at for _, at, _ in hits] == sorted(at for _, at, _ in hits)


@pytest.mark.parametrize(
    "text", ["terms", "to terms", "board with", "to 49", "on board", "hands", "the table"]
)
def test_the_end_of_a_phrase_is_none(text: str) -> None:
    assert kinds(text).isdisjoint({"agree", "tally", "concede"})


def test_a_phrase_may_hold_any_one_word() -> None:
    assert "concede" in kinds("The trust took its roster off the table.")
    assert "concede" not in kinds("The trust took its new winter roster off the wall.")


def test_a_phrase_in_the_past_is_a_deed_done() -> None:
    assert "done:approve" in told(read(words("The regulator gave its approval on Friday")))
    assert "done:concede" in told(read(words("The minister stepped down")))


def test_who_declines_to_comment_opposes_nobody() -> None:
    assert "oppose" in read(words("The company declined the offer")).kinds
    assert "oppose" not in read(words("The company declined to comment")).kinds


def test_a_court_that_sets_its_days_disputes_nothing() -> None:
    assert read(words("A trial date has been set for a jury to hear the bribery case")).divided == 0
    assert read(words("The appeals court plans to hear arguments in May")).divided == 0
    assert read(words("The appeals court plans to rule in May")).divided == 1
    accused = read(words("The union accused the judge of bias when a trial date was set"))
    assert {"accuse", "court"} <= accused.kinds


def test_a_strike_that_is_over_is_no_dispute() -> None:
    assert "protest" in read(words("A strike over pay has begun")).kinds
    over = read(words("A strike over pay that closed four ports has been called off"))
    assert "protest" not in over.kinds
    assert "easing" in told(over)


def test_a_past_form_is_marked() -> None:
    assert [past for kind, _, past in find(["signed", "sign"]) if kind == "conclude"] == [True, False]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Veltland signed the treaty", "done:conclude"),
        ("Veltland could sign the treaty", "may:act"),
        ("Veltland will sign the treaty", "will:act"),
        ("Veltland refused to sign the treaty", "hindered:act"),
        ("Ostmark agreed to lower its tariffs", "easing"),
        ("Ostmark imposed tariffs", "imposing"),
        ("Veltland will also pay the miners", "will:deed"),
        ("The treaty will be signed", "will:act"),
        ("Prices will be capped", "will:done"),
        ("Prices would be capped", "would:done"),
        ("Veltland will not sue", "not:foe"),
        ("Veltland said it would sue", "would:foe"),
        ("Veltland threatens to veto the text", "threat:foe"),
        ("Veltland is to take Ostmark to court", "will:foe"),
        ("Veltland appealed", "done:foe"),
        ("Ostmark withdrew its complaint", "easing"),
        ("Veltland said that it would pay the miners", "would:deed"),
        ("Veltland is to pay the miners", "will:deed"),
        ("Veltland decided to pay the miners", "intend:deed"),
        ("Veltland will never pay the miners", "not:deed"),
        ("The miners will be paid", "will:done"),
    ],
)
def test_how_an_act_is_told(text: str, mood: str) -> None:
    assert mood in told(read(words(text)))


def test_a_number_is_wanted_where_a_phrase_counts() -> None:
    assert "tally" not in kinds("They went by road to town. They voted to go.")


def test_a_deed_that_is_not_ahead_is_no_undertaking() -> None:
    assert not any(mood.endswith(":deed") for mood in told(read(words("Veltland had to pay the miners"))))


def test_a_hedge_far_away_does_not_reach_the_act() -> None:
    text = "It may rain in the hills tonight and on the coast, and Veltland signed the treaty"
    assert "done:conclude" in told(read(words(text)))


def test_taking_a_burden_off_is_no_dispute() -> None:
    assert read(words("Ostmark will lift the sanctions")).divided == 0
    assert read(words("Ostmark kept the sanctions")).divided == 1


def test_a_part_must_keep_the_cue_of_its_section() -> None:
    whole = read(words("The union, which signed the deal, sings")).kinds
    assert still_states(Section.AGREEMENT, whole)("The union signed the deal")
    assert not still_states(Section.AGREEMENT, whole)("The union sings")
    assert still_states(Section.TENSION, whole)("The union sings")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They shook hands on it.", "agree"),
        ("The rebels laid down their arms.", "conclude"),
        ("The owner gave his word.", "promise"),
        ("Talks broke down.", "obstacle"),
        ("Ostmark broke its promise.", "unlawful"),
        ("The two are at loggerheads.", "dispute"),
        ("Doctors went on a go-slow.", "protest"),
        ("The ministry rubber-stamped it.", "approve"),
        ("Tariffs fell in return for grain.", "exchange"),
        ("The envoys initialled it.", "conclude"),
        ("The mayor said sorry.", "concede"),
        ("They voted by ten to one to accept.", "approve"),
        ("The firm will repay the grant.", "give"),
        ("The price remains a bone of contention.", "dispute"),
        ("The judge was not persuaded.", "oppose"),
        ("The minister had broken his word.", "unlawful"),
        ("The suit names three banks.", "court"),
        ("He called the offer a slap in the face.", "harsh"),
        ("The nurses gave strike notice.", "protest"),
        ("The senate voted 19 to 11 to phase it out.", "approve"),
        ("The house voted 256-164 to renew it.", "tally"),
        ("They chose it by 71 per cent to 29.", "tally"),
        ("The council moved on in a 5-0 vote.", "tally"),
        ("The two sides put their names to it.", "agree"),
        ("Fishers call the ban a disaster.", "brand"),
    ],
)
def test_phrases_are_found_in_every_form(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opens in March.",
        "Nordhaven Rail runs for the second time.",
        "He broke a record in the health crisis.",
        "The cuts are deep.",
        "She wore a suit.",
    ],
)
def test_months_ordinals_and_homonyms_are_no_cues(text: str) -> None:
    cues = read(words(text))
    assert (cues.settled, cues.divided) == (0, 0)
    assert "endorse" not in cues.kinds


def test_what_is_refused_or_only_tried_is_not_eased() -> None:
    assert read(words("Ostmark refused to lift the tariffs")).divided
    assert "easing" not in told(read(words("Ostmark refused to lift the tariffs")))
    assert read(words("Efforts to end the dispute go on")).divided == 1
    assert read(words("The pact settled their dispute")).divided == 0
    assert read(words("They reached consensus on addressing basic concerns")).divided == 0


@pytest.mark.parametrize(
    "text",
    [
        "The maker did not admit any wrongdoing.",
        "It pays without admitting any misconduct.",
        "I do not doubt that the bridge needs repair.",
    ],
)
def test_what_is_not_admitted_or_not_doubted_is_no_dispute(text: str) -> None:
    assert read(words(text)).divided == 0


def test_what_is_denied_is_a_dispute() -> None:
    assert read(words("The maker denied any wrongdoing.")).divided > 0


def test_votes_are_counted_in_letters_too() -> None:
    assert "tally" in kinds("They voted five to four.")


@pytest.mark.parametrize(
    "text",
    [
        "On May 14 Veltland signed the treaty",
        "On 14 May Veltland signed the treaty",
        "Veltland in May signed the treaty",
        "From April to May it signed the treaty",
    ],
)
def test_the_month_of_may_is_no_hedge(text: str) -> None:
    assert "may" not in kinds_in_place(text)
    assert "done:conclude" in told(read(words(text)))


def test_what_may_be_is_a_hedge() -> None:
    assert "may" in kinds_in_place("Veltland may sign the treaty")
    assert "may" in kinds_in_place("Half of the 200 may sign the treaty")


@pytest.mark.parametrize(
    ("kind", "text", "other"),
    [
        ("court", "The mayor told Judge Venn that the port was shut", "Judge Venn told the mayor to open it"),
        ("court", "The port said it was reviewing the ruling", "The port called the ruling unlawful"),
        ("foe", "The firm must appeal within 21 days", "The firm will appeal within days"),
        ("oppose", "Who gets objections must answer within 28 days", "Its objections were met within days"),
        ("oppose", "Say what a warden may refuse to do", "The warden may refuse to do so"),
        ("agree", "There are fewer nurses than agreed", "Fewer nurses agreed"),
        ("deed", "Venn will cut 1,800 of its jobs", "Venn will cut 1,800 of its duties"),
        ("agree", "He agreed that the offer was worse", "He agreed that the offer should stand"),
        ("agree", "They broke the truce agreed in May", "They agreed in May"),
        ("conclude", "Thousands have signed up for tickets", "Thousands have signed the petition"),
        ("accuse", "Three deaths were blamed on high winds", "Three deaths were blamed on the port"),
        ("harsh", "She sent condolences after this terrible loss", "She spoke of a terrible deal"),
    ],
)
def test_procedure_and_what_is_only_told_dispute_and_settle_nothing(kind: str, text: str, other: str) -> None:
    assert kind not in kinds_in_place(text)
    assert kind in kinds_in_place(other)


def test_what_was_rejected_is_disputed_though_an_answer_is_due() -> None:
    assert "oppose" in kinds_in_place("The union rejected the offer and must answer within a week")


def test_an_opposition_party_opposes_nothing_by_its_name() -> None:
    assert "oppose" not in kinds_in_place("The opposition alliance won the vote in Veltland")
    assert "oppose" in kinds_in_place("Opposition to the port grows")
    assert "oppose" in kinds_in_place("The opposition leader rejected the port")


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The parties did agree on the port", "done:agree"),
        ("Delegates did finally adopt the text", "done:approve"),
        ("Veltland did not agree on the port", "hindered:act"),
    ],
)
def test_what_somebody_did_do_is_done(text: str, mood: str) -> None:
    assert mood in told(read(words(text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shopkeepers in Selwyn oppose the scheme", "oppose"),
        ("Ada Venn opposes the scheme", "oppose"),
        ("Residents are fighting the scheme", "foe"),
        ("The dockers are still suing the port", "foe"),
        ("Parents of small children are worried about the scheme", "fear"),
        ("Dockers fear that the port will close", "fear"),
        ("The inspectorate has opened an inquiry into the port", "foe"),
    ],
)
def test_who_is_against_a_thing_now_is_told_as_one_who_was(text: str, kind: str) -> None:
    assert f"did:{kind}" in told(read(words(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Veltland has no reason to oppose the scheme",
        "Veltland will oppose the scheme",
        "The pill blocks a receptor",
        "Veltland is not worried about the port",
        "Trade rose amid the fear of a new tax",
        "Worried parents called",
    ],
)
def test_what_nobody_does_or_feels_yet_is_no_attack(text: str) -> None:
    assert not any(mood.startswith("did:") for mood in told(read(words(text))))


def test_saying_that_there_is_none_is_no_refusal() -> None:
    assert read(words("The mayor says no decision has been made")).divided == 0
    assert read(words("The mayor said no to the scheme")).divided == 1


def test_a_strike_that_does_not_go_ahead_is_no_dispute() -> None:
    assert read(words("The walkouts planned for Monday will not go ahead")).divided == 0


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The port authority promised to hire 60 nurses", "done:pledge"),
        ("The trust has undertaken to fill the posts", "done:pledge"),
        ("The mayor apologised to residents", "done:amends"),
        ("The clerk pleaded guilty on Monday", "done:amends"),
        ("The firm donated the paint", "done:amends"),
    ],
)
def test_promises_and_amends_are_acts_of_their_own(text: str, mood: str) -> None:
    assert mood in told(read(words(text)))


def test_pledged_delegates_promise_nothing() -> None:
    assert "pledge" not in kinds("Venn has 1,200 pledged delegates")


def test_a_figure_that_drops_concedes_nothing() -> None:
    assert "concede" not in kinds_in_place("Venn shares dropped 14 per cent")
    assert "concede" not in kinds_in_place("Trade dropped sharply in March")
    assert "concede" in kinds_in_place("Venn dropped its suit")


def test_what_passes_near_by_is_no_law() -> None:
    assert "pass" not in kinds_in_place("The comet will pass within a million miles")
    assert "pass" in kinds_in_place("The senate will pass the bill by March")


def test_a_plan_that_is_known_is_no_hedge() -> None:
    assert "may" not in kinds_in_place("The cabinet backed the plan by seven votes to two")
    assert "may" in kinds_in_place("The cabinet plans to meet")
    assert "may" in kinds_in_place("A plan for the port was shown")


def test_only_captives_are_released_as_a_concession() -> None:
    assert "concede" in kinds("Ostmark released 74 prisoners.")
    assert "concede" not in kinds("Venn released an update for its older map.")


def test_a_trial_of_a_drug_is_no_court() -> None:
    assert "court" not in kinds("The pill was given to 900 patients in a trial.")
    assert "court" in kinds("The mayor will stand trial in March.")
    assert "court" in kinds("Three clerks went on trial.")


def test_who_vows_to_stay_promises_nothing() -> None:
    assert "promise" not in kinds("The farmers vowed to stay.")


@pytest.mark.parametrize(
    "text",
    [
        "Senators blocked a House-passed bill",
        "The Senate stalled on the budget that the house-passed version cut",
    ],
)
def test_what_was_passed_before_passes_nothing_now(text: str) -> None:
    assert "pass" not in kinds_in_place(text)


def test_a_bill_that_is_passed_is_a_law() -> None:
    assert "pass" in kinds_in_place("Senators passed the bill on Friday")


def test_who_is_committed_to_reaching_a_deal_promises_nothing_yet() -> None:
    kinds = kinds_in_place("Skylark said it remained committed to reaching an agreement")
    assert "promise" not in kinds
    assert "may" in kinds
    assert "promise" in kinds_in_place("Skylark is committed to 40 new jobs")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Members turned the offer down.", "oppose"),
        ("Drivers threw out a raise of 4 per cent.", "oppose"),
        ("The fund will vote its 6.1 % stake against the merger.", "oppose"),
        ("Growers said that the text did not go far enough.", "oppose"),
        ("The two are still miles apart on rosters.", "obstacle"),
        ("Still open is who will pay.", "obstacle"),
        ("The firm is mulling an appeal.", "threat"),
        ("The ministry wants Kolmar to repay the grant.", "demand"),
        ("The chief executive could live with the terms.", "agree"),
        ("Members voted on Monday to accept the offer.", "approve"),
        ("The league came off its demand.", "concede"),
        ("Both parties have declared their support for the bill.", "promise"),
        ("Growers voiced support for the plan.", "promise"),
        ("The ruling ignores the cost.", "oppose"),
        ("The agency isn't giving up.", "oppose"),
        ("We are not going to accept it.", "oppose"),
        ("They have not made the necessary progress.", "obstacle"),
        ("The talks ground to a halt.", "obstacle"),
        ("A plea challenging the quota was heard.", "court"),
    ],
)
def test_newsroom_phrases_are_cues(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_words_far_apart_in_one_phrase_are_no_vote() -> None:
    assert "approve" not in kinds("Half of those who voted, according to the union, are new")


def test_who_is_taken_to_court_by_a_long_name_is_taken_to_court() -> None:
    assert "did:foe" in told(read(words("Growers took the National Seed Fund to court on Monday")))


@pytest.mark.parametrize(
    "text",
    [
        "The pact averted a walkout",
        "Both sides promised not to resort to strikes",
        "The regulator closed its investigation of the grocer",
        "The claim was put on hold",
        "There will be no picket lines on Monday",
        "Parties patched up their quarrel over the levy",
        "The merger cleared a hurdle",
    ],
)
def test_a_dispute_that_is_ended_or_kept_away_is_none(text: str) -> None:
    assert read(words(text)).divided == 0


def test_a_dispute_that_only_stands_beside_what_is_settled_is_set_aside() -> None:
    assert read(words("The council approved the tram despite objections from shops")).divided == 0
    assert read(words("Despite objections from shops the council approved the tram")).divided == 1
    assert read(words("After nine weeks of strike members voted to accept the offer")).divided == 0
    assert read(words("After nine weeks of strike members voted to reject the offer")).divided > 0
    assert read(words("After nine weeks of strike members sang")).divided == 1
    assert read(words("The union accused the board despite having signed")).divided == 1


@pytest.mark.parametrize(
    ("kind", "text", "other"),
    [
        ("may", "Plans for 75 homes have been approved", "Plans for 75 homes have been drawn"),
        ("may", "The board backed proposals for a tram", "The board heard proposals for a tram"),
        ("may", "The planning committee voted", "The committee is planning a vote"),
        ("intend", "The planning committee voted", "The committee is planning a vote"),
        ("unlawful", "The deal won antitrust clearance", "The firms settled an antitrust suit"),
        ("obstacle", "It will sell or, failing that, close the mill", "It is failing the town"),
        ("threat", "I never threaten anybody", "They threaten everybody"),
        ("deal", "A pilot under contract to the city fell ill", "A contract with the city ended"),
        ("accuse", "Ministers face a critical meeting", "The judges were critical of the ministers"),
        ("accuse", "He is in critical condition", "Her remarks were highly critical"),
        ("accuse", "Pupils sat mock exams", "Rivals mock the mayor"),
        ("accuse", "A late goal condemned Venn to relegation", "Venn condemned the league"),
        ("oppose", "A late goal condemned Venn to relegation", "Venn condemned the league"),
        ("oppose", "Two men were questioned on the pier", "Two deputies questioned the price"),
        ("oppose", "The launch has been pushed back", "The union pushed back"),
        ("harsh", "An armed robbery was reported in Venn", "It was daylight robbery, he said"),
        ("harsh", "The threat of storm surges is high", "The threat of a boycott is high"),
        ("threat", "The threat of storm surges is high", "The threat of a boycott is high"),
        ("threat", "Waves are life-threatening", "Growers are threatening a boycott"),
        ("obstacle", "The roof of a school collapsed", "The talks collapsed"),
        ("obstacle", "We see no obstacles", "We see obstacles"),
        ("obstacle", "They do not see any problems", "They do not see all the problems"),
        ("obstacle", "Most of the gaps have been closed", "Most of the gaps have not been closed"),
        ("fear", "Nine people are feared dead", "Growers feared a ban"),
        ("fear", "He was held on suspicion of theft", "The letter met with suspicion"),
        ("fear", "Police found a suspicious package", "Voters are suspicious of the plan"),
        ("demand", "Anybody who saw it is urged to contact police", "Deputies urged him to go"),
        ("demand", "Police urged motorists to stay at home", "Deputies urged him to stay"),
        ("protest", "A goal in stoppage time decided it", "The stoppage decided it"),
        ("protest", "The midfielder won it with a late strike", "The drivers won it with a late strike"),
        ("concede", "The match was suspended at dusk", "The strike was suspended at dusk"),
        ("concede", "Both bridges have been reopened to traffic", "They reopened the talks"),
        ("concede", "Power was restored by the evening", "The benefits were restored by the court"),
        ("concede", "Two towns dropped out", "Two towns dropped their suits"),
        ("obstacle", "The roof of a school collapsed", "The talks in the school building collapsed"),
        ("obstacle", "The gap has been bridged", "The gap has never been bridged"),
        ("fear", "Nine people are feared dead", "The treaty is feared dead"),
        ("demand", "Police urged motorists to stay at home", "The union urged motorists to oppose the toll"),
        ("protest", "The striker went down before the strike", "Their union began a strike over a penalty"),
        ("concede", "Lessons were suspended at dusk", "The strike at the schools was suspended at dusk"),
        ("accuse", "The court condemned him to death", "Venn condemned the move to life sentences"),
        ("oppose", "A late goal condemned Venn to defeat", "Venn condemned the decision to exit the pact"),
        ("pass", "The deadline passed without a word", "The bill passed without a word"),
    ],
)
def test_what_only_looks_like_a_cue_is_none(kind: str, text: str, other: str) -> None:
    assert kind not in kinds_in_place(text)
    assert kind in kinds_in_place(other)


def test_who_declines_to_weigh_in_opposes_nobody() -> None:
    assert read(words("Federal officials declined to weigh in")).divided == 0


@pytest.mark.parametrize(
    ("kind", "text", "other"),
    [
        ("oppose", "A developer plans a block of forty flats", "Three senators block the plan"),
        ("oppose", "The drug blocks a protein in the lung", "The ministry blocks a merger"),
        ("oppose", "The telescope saw a mystery object", "Growers object to the tax"),
        ("oppose", "The price of oil declined by a tenth", "The bank declined an offer"),
        ("oppose", "Towns in the opposition-held south were quiet", "Opposition to the dam grew"),
        ("oppose", "The main challenge was the weak signal", "A challenge to the law was filed"),
        ("oppose", "Patients complained of chest pain", "Deputies complained of a plot"),
        ("oppose", "A lorry overturned near Venn", "Judges overturned the ban"),
        ("oppose", "The keeper resisted a third shot", "The union resisted a third cut"),
        ("dispute", "The mill has a row of shops", "The row about the mill goes on"),
        ("dispute", "The firm split its stock", "The party is split over the tax"),
        ("dispute", "She died after a battle with cancer", "She lost the battle with the council"),
        ("dispute", "The rings differ in colour", "The two sides differ over the fee"),
        ("dispute", "The estate maintains a park", "Venn maintains that it paid"),
        ("accuse", "The accused left the town", "The town accused a firm"),
        ("accuse", "The alleged weapon was found", "They alleged a cover-up"),
        ("accuse", "Rain lashed the coast", "The mayor lashed out at the coast guard"),
        ("accuse", "A car slammed into a tree", "The mayor slammed the plan"),
        ("threat", "Forecasters issued a warning of ice", "The union issued a warning of walkouts"),
        ("threat", "He has high blood pressure", "The mayor is under pressure"),
        ("measure", "There is no bar in the hall", "The rules bar strangers"),
        ("court", "The ruling party met", "The ruling stands"),
        ("court", "They met on centre court", "They met in court"),
        ("court", "The storm damages roads", "They were awarded damages"),
        ("protest", "A quake may strike here", "Drivers may strike here"),
        ("protest", "Shares rallied after a rally in oil", "A rally of teachers followed"),
        ("obstacle", "Trains were delayed by fog", "The vote was delayed again"),
        ("obstacle", "Pupils who fail the exam can try again", "If talks fail they can try again"),
        ("obstacle", "The index is just short of its record", "It is short of a majority"),
        ("fear", "The nervous system was not harmed", "Deputies are nervous"),
        ("fear", "Suspected cases were few", "A plot is suspected"),
        ("harsh", "It was the worst storm since March", "It was the worst law since March"),
        ("harsh", "A man was lying in the road", "The mayor is lying"),
        ("probe", "The probe entered orbit", "The probe entered its third week"),
        ("unlawful", "The river breached a dam", "The firm breached a contract"),
    ],
)
def test_what_is_meant_calmly_divides_nobody(kind: str, text: str, other: str) -> None:
    assert kind not in kinds_in_place(text)
    assert kind in kinds_in_place(other)


def test_a_calm_word_takes_no_other_word_with_it() -> None:
    assert "oppose" in kinds_in_place("Residents of the block of flats oppose the plan")
    assert "dispute" in kinds_in_place("The ruling party is split over the tax")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Differences over the river remain", "dispute"),
        ("Points of divergence include the prisoners", "dispute"),
        ("The plan met pushback from the growers", "dispute"),
        ("Both sides keep to it, and real differences are left", "dispute"),
        ("The critic savaged the bill", "accuse"),
        ("The chancellor was adamant on Monday", "oppose"),
        ("The growers have reservations about the dam", "oppose"),
        ("That is far from enough, the nurses said", "oppose"),
        ("The ministry revoked the licence of the paper", "measure"),
        ("The regulator stripped the firm of its licence", "measure"),
        ("The union spoke of harassment", "unlawful"),
        ("The envoy told the north not to meddle in it", "unlawful"),
        ("The nurses told of their dissatisfaction", "fear"),
        ("The alliance called the move misguided", "harsh"),
        ("The hospital acted in bad faith", "harsh"),
        ("The company would not offer the drivers anything", "oppose"),
        ("Neither side would budge on Monday", "oppose"),
        ("The unions reacted angrily", "oppose"),
        ("The tribe was never consulted", "oppose"),
        ("The villagers were kept in the dark", "oppose"),
        ("They had no choice but to leave", "oppose"),
        ("The two missed the deadline to form a cabinet", "obstacle"),
        ("The midnight deadline passed", "obstacle"),
        ("A walkout is a last resort", "obstacle"),
        ("The accord needs to be ratified by the senate", "obstacle"),
        ("The sale is subject to approval by the watchdog", "obstacle"),
        ("Nurses have been pushed to breaking point", "obstacle"),
        ("Talks are not going well", "obstacle"),
        ("Both armies massed troops along the river", "threat"),
        ("The club faces a points deduction", "measure"),
        ("The envoy was declared persona non grata", "measure"),
        ("The rebels have broken the ceasefire", "unlawful"),
        ("There are claims of vote rigging", "unlawful"),
    ],
)
def test_plain_words_of_a_dispute_are_cues_of_it(text: str, kind: str) -> None:
    assert kind in kinds_in_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rubbish is collected on Mondays",
        "They own a strip of land by the river",
        "The strip south of the river floods",
        "A savage storm passed in the night",
        "The twins show few differences",
        "She made a reservation for two",
        "He was not fit to play on Saturday",
        "Each of them wore a flak jacket",
        "Both acted in good faith",
        "The difference in height is small",
        "The shop will offer tea and cake",
        "The ship missed the tide",
        "The deadline for entries is Friday",
        "The lodge is the last house on the lane",
        "The choir reacted with a smile",
        "Going well, the race passed the mill",
        "They had a choice of three colours",
        "The point at which the branch breaks",
        "The two teams massed by the gate",
        "The council needs new chairs",
    ],
)
def test_their_likes_are_none(text: str) -> None:
    assert not read(words(text)).divided
