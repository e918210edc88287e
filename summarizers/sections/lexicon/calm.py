"""Calm senses of words that are cues of disputes: a block of flats, a mystery object, a row of houses."""

from __future__ import annotations

from typing import Final, NamedTuple


class Calm(NamedTuple):
    """Where `words` divide nobody; one of several words joined by `_` is a phrase, as in `Cue`.

    So it is right behind a word of `before`, right before one of `behind`, or with one of `near` a few words
    away, on either side; but not right before or behind a word of `unless`.
    """

    words: str
    before: str = ""
    behind: str = ""
    near: str = ""
    unless: str = ""


_NOUN: Final = "a an the this that these those its his her their our my some any no every each another "
"""Words behind which a noun stands."""

_MUCH: Final = (
    "main major big bigger biggest great greater greatest real key new own many several few two three four "
    "serious other such first next last small large "
)
_MATCH: Final = (
    "striker strikers midfielder goalkeeper keeper winger defender defenders equaliser seed innings wicket "
    "wickets semifinal semifinals quarterfinal semi finals champions championship tournament medallist"
    " playoff "
    "playoffs cup wimbledon touchdown quarterback fullback hamstring "
)
_WEATHER: Final = (
    "storm storms flood floods flooding wind winds gale gales gusts rain rains rainfall snow ice icy fog"
    " frost "
    "thunder thunderstorm thunderstorms lightning heat heatwave drought tsunami cyclone hurricane typhoon "
    "tornado tornadoes avalanche avalanches landslide landslides eruption quake earthquake aftershocks "
    "aftershock weather wildfire wildfires bushfire bushfires forecaster forecasters "
)
_HEALTH: Final = (
    "cancer disease diseases infection infections virus flu illness asthma stroke diabetes obesity fever "
    "malaria patients patient tumour tumor symptoms pregnancy births babies "
)
_CRIME: Final = (
    "suspect suspects murder stabbing stabbed knife robbery robbed burglary burglar theft stole stolen"
    " gunman "
    "shoplifting detectives cocaine heroin cannabis handcuffs "
)
_SPACE: Final = (
    "space orbit orbits moon planet planets mars nasa spacecraft comet asteroid lunar telescope saturn"
)
_TRAFFIC: Final = (
    "train trains flight flights bus buses tram trams car lorry truck vehicle traffic passengers commuters "
    "motorists signal locomotive "
)
_TRADE: Final = (
    "shares stocks stock index nasdaq dow bond bonds yield yields oil crude gold dollar euro bitcoin"
    " investors "
    "traders percent cent pc "
)

CALM: Final = (
    # disputes
    Calm("row", before="death front back second third skid", behind="of"),
    Calm(
        "split",
        before="stock share banana",
        behind="into its evenly equally second screen sets",
        unless="party coalition alliance council union cabinet",
    ),
    Calm("conflict conflicts", before="scheduling schedule"),
    Calm("tension", before="surface muscle dramatic sexual"),
    Calm("bitter", behind="cold sweet chocolate lemon"),
    Calm("bitterly", behind="cold"),
    Calm("differ differs differed", behind="from in between by according depending across"),
    Calm("maintains", behind="a an roads records good close high low"),
    Calm("contention", before="in"),
    Calm("deadlock stalemate showdown clash clashes clashed tussle", near=_MATCH, unless="with"),
    Calm("clash", behind="of"),
    Calm("rivals rival opponent opponents", near=_MATCH, unless="of"),
    Calm("opponent", before="her his their an the first round next", unless="of"),
    Calm("battle", behind="of royal", near=_HEALTH + _MATCH + "fires blaze flames"),
    Calm(
        "fight fights fighting",
        near=_HEALTH + _MATCH + "fires blaze flames wildfires bushfires bushfire wildfire",
        behind="as throughout alongside",
    ),
    Calm("fight", before="title boxing"),
    Calm("fighting", before="", near=_WEATHER + "firefighters"),
    Calm("contest contested contesting contests", near=_MATCH + "seats seat constituency cake bakery baking"),
    Calm("estranged", behind="wife husband partner father mother son daughter family parents"),
    Calm("fell_out fall_out", behind="of"),
    Calm("fell_apart fall_apart fallen_apart", near="roof building shoe shoes book car"),
    Calm("two_versions different_version", behind="of"),
    # accusations
    Calm(
        "alleged",
        behind="suspect weapon offender attacker gunman killer shooter incident theft crime murder"
        " accomplice thief robber perpetrator perpetrators driver assailant mastermind victim victims"
        " offence",
        near=_CRIME,
    ),
    Calm("allegedly", near=_CRIME),
    Calm("accused", before="the an"),
    Calm(
        "blast blasts",
        before=_NOUN + "bomb gas arctic car suicide",
        behind="of at in killed furnace from wave off",
    ),
    Calm("blasted blasting", behind="off into from"),
    Calm("slam slams slammed slamming", before="grand a the", behind="into onto shut dunk"),
    Calm("lash lashed lashes lashing", near=_WEATHER + "waves", unless="out"),
    Calm("complaints complaint", before="no chest without"),
    Calm("bash", before="birthday anniversary a annual"),
    Calm(
        "pans",
        before=_NOUN + "frying large small hot baking roasting",
        behind="european african american",
    ),
    # refusals
    Calm(
        "counter counters",
        before=_NOUN + "shop check deli and in over",
        behind="terrorism terror staff intelligence",
    ),
    Calm(
        "object objects", before=_NOUN + "mystery strange sharp blunt heavy flying unidentified metal foreign"
    ),
    Calm("objects", behind="in from of that such with are were"),
    Calm(
        "block blocks",
        before=_NOUN + _MUCH + "tower apartment city office housing voting starting building",
        behind="of away from",
        near="shots protein receptor enzyme sunlight cells",
    ),
    Calm(
        "blocked blocking",
        near="shot shots artery arteries rocks mud debris landslide landslides boulders snow"
        " trees tree protein receptor enzyme drain drains rubble",
    ),
    Calm(
        "challenge",
        before="the this its their our " + _MUCH + "of difficult technical economic faced financial",
        behind="of cup facing faced for in ahead that posed",
        unless="to against over legal court constitutional",
    ),
    Calm("challenged", before="never physically", near=_MATCH),
    Calm("resist resisted resists", near=_MATCH + "temperatures heat corrosion infection temptation urge"),
    Calm(
        "resistance",
        before="antibiotic antimicrobial drug insulin water wind air heat electrical",
        near="antibiotics drugs bacteria patients",
    ),
    Calm("defy defied defies defying", near="expectations odds gravity belief forecasts logic description"),
    Calm("dismissed", near=_MATCH + "yellow"),
    Calm(
        "decline",
        before=_NOUN + "steep sharp further economic cognitive in of",
        behind="in of",
    ),
    Calm(
        "decline declined",
        behind="by in from sharply slightly steadily slowly rapidly further"
        " since across over dramatically significantly # percent markedly steeply",
        near=_TRADE,
    ),
    Calm("overturned", near="lorry truck car bus boat van vehicle tanker ferry tractor canoe dinghy deficit"),
    Calm(
        "complained complain complaining complains",
        near="pain pains headache headaches nausea dizziness chest stomach breathing",
    ),
    Calm("question questions", before="answer answers answered answering exam last first"),
    Calm("question", before="in"),
    Calm(
        "in_question",
        before="bill law deal party parties case rule rules plan contract company firm person agreement"
        " clause treaty amendment item sum",
    ),
    Calm("questioned questioning", before="for under", near=_CRIME),
    Calm("foil", before="with in aluminium aluminum tin kitchen gold the of"),
    Calm("foiled foil", near="robbery burglary theft plot heist smuggling attack"),
    Calm("reject rejects rejection", near="immune organ transplant kidney patients"),
    Calm("premature", near="baby babies birth births death deaths born infants twins"),
    Calm("turned_down turn_down turning_down", near="lights volume heat music sound radio thermostat"),
    Calm("ruled_out rule_out ruling_out rules_out", near=_MATCH + "injury injured knee ankle foul arson"),
    Calm(
        "stay_away stay_out stayed_away stay_outside",
        near="told advised warned urged residents public motorists people please",
    ),
    Calm("dig_in dug_in", behind="the a soil"),
    Calm("stand_alone", before="a an the new"),
    Calm("refuse", behind="collection collections collectors bins lorry"),
    Calm("left_out_of", near="squad team side"),
    Calm("dissent", before="for"),
    Calm("opposition", behind="held controlled areas towns"),
    # threats
    Calm("warnings warn warns danger dangers dangerous", near=_WEATHER),
    Calm("danger dangers dangerous", near=_HEALTH + "injury drowning", before="no low low"),
    Calm(
        "pressure pressures",
        before="blood low high air water tyre tire atmospheric peer inflationary inflation price"
        " upward downward",
        behind="cooker washer system systems",
        unless="sales tactics",
    ),
    Calm("aggressive", near=_HEALTH + "form treatment"),
    Calm("punish punished punishing", near=_MATCH + "ball mistake mistakes errors"),
    Calm("may could", near="lightning thunder"),
    Calm("brace braced bracing", near=_WEATHER),
    # measures and courts
    Calm(
        "bar bars",
        before=_NOUN + "wine coffee cocktail snack chocolate gold hotel hotels juice karaoke tapas behind"
        " restaurants salad",
        behind="owner staff manager chart stool code and",
    ),
    Calm("seized seize detained seizure", near=_CRIME + "customs cigarettes counterfeit"),
    Calm("disqualified disqualify", near=_MATCH + "runner runners race lane swimmer relay"),
    Calm("penalty penalties", near=_MATCH, behind="kick kicks area shootout shoot spot box corner"),
    Calm(
        "court courts",
        before="tennis centre center basketball food clay hard squash volleyball back",
        behind="one two three",
        near="racket serves seed",
    ),
    Calm(
        "judge judges jury",
        near="contest competition prize festival cake cakes dish chefs entries poem dance",
        before="panel to",
    ),
    Calm(
        "appeal appeals",
        near="collision information witnessed crash raised donations charity hospice witnesses donors"
        " fundraising fans audience tourists"
        " buyers",
        before="broad popular mass universal wide fundraising",
    ),
    Calm("damages", behind="the homes houses roads crops buildings skin lungs cells property"),
    Calm("ruling", behind="party parties coalition council family elite class bloc alliance junta and"),
    Calm("ruled", behind="out over since"),
    Calm("breaching breaking", before="without not"),
    Calm("breach breached breaches", near="dam levee dyke dike hull river embankment banks bank"),
    Calm("abuse", before="substance alcohol drug"),
    Calm("monopoly", near="game games board toy toys chess"),
    Calm("probe probes", near=_SPACE),
    Calm("inquiries", before="our with make making helping police s"),
    Calm(
        "investigate investigates investigated investigating investigation inquiry",
        near="crash cause blaze collision circumstances burglary robbery stabbing derailment",
    ),
    # protests
    Calm("strike striking", near="lightning thunder earthquake quake asteroid meteor hurricane"),
    Calm("rally rallied rallies rallying", near=_TRADE + _MATCH + "drivers driver rallying"),
    Calm("marched", near="band bands drums soldiers veterans children parade"),
    Calm("camped", near="fans tickets overnight campers hikers scouts"),
    Calm("demonstration demonstrations", behind="of", near="robot cookery cooking dance"),
    Calm(
        "demonstrate demonstrating",
        behind="that how the a an his her its their why what",
    ),
    Calm(
        "occupy occupied occupies",
        before="owner fully last",
        near="tenants tenant flats beds rooms ponds nest",
    ),
    Calm("riot", behind="of"),
    Calm("picket", behind="fence fences"),
    Calm("sit_in", behind="the a his her their front traffic rows"),
    Calm(
        "stage_a staged_a staging_a stages_a",
        near="comeback concert exhibition play festival recovery musical",
    ),
    # obstacles
    Calm(
        "fail failed fails failing failure failures",
        near=_TRAFFIC + "brakes engine battery exam exams pupils pump"
        " switch power heart crops crop equipment turbine",
    ),
    Calm("delay delayed delaying", near=_TRAFFIC + _WEATHER + "launch mission satellite"),
    Calm("collapse collapsed", near="runner runners heat hospital ambulance stage exhaustion pitch"),
    Calm(
        "struggle struggled struggling struggles",
        near=_MATCH + "injury injuries shoulder knee rescuers rescue",
    ),
    Calm(
        "problem problems trouble",
        before="shoulder knee heart health technical back math maths hip groin"
        " engine weight breathing sleep skin",
        near="solved fixed",
    ),
    Calm(
        "difficult", behind="year years journey conditions terrain childhood season weather upbringing birth"
    ),
    Calm(
        "outstanding",
        before="an most truly debt shares bonds balance",
        behind="work performance achievement"
        " contribution student debt shares balance player beauty young service film natural",
    ),
    Calm("issues", behind="a an", before="early back past health technical"),
    Calm("gap", before="age", behind="year"),
    Calm("blow blows blew", near="wind winds whistle head candles"),
    Calm("short_of", before="just little nothing"),
    Calm("held_up hold_up holding_up holds_up", behind="well signs banners placards hands his her"),
    Calm(
        "broke_down break_down broken_down breaks_down",
        near="train car bus lorry truck tears vehicle engine machine lift",
        behind="by",
    ),
    Calm(
        "broke_up break_up broken_up",
        behind="with",
        near="couple singer boyfriend girlfriend drummer marriage ice",
    ),
    Calm("hung_on hang_on hanging_on hangs_on", near=_MATCH + "wall walls win victory"),
    Calm(
        "not_clear unclear",
        near="caused cause injured injuries dead toll rubble motive crash hurt victims gunman"
        " suspect died shot fire driver",
    ),
    Calm(
        "no_sign_of",
        near="boat survivors survivor body child rescuers plane aircraft search struggle forced missing",
    ),
    Calm("ran_out run_out runs_out", near="contract contracts year patent lease licence mandate term"),
    Calm("ground_to_a_halt grind_to_a_halt", near=_TRAFFIC),
    Calm("worsen worsened deteriorate deteriorated", near=_WEATHER + "health condition"),
    # demands
    Calm(
        "demands",
        before="weak strong high global domestic consumer electricity energy growing rising"
        " unprecedented huge popular market oil lifted meet falling slowing lower higher more peak in on",
        near="electricity oil tickets homes chips supply",
    ),
    Calm(
        "calls call called",
        before="phone emergency conference line distress telephone video nuisance hoax",
        near="recipe forecast forecasts volunteers entries nominations applications tenders witnesses",
    ),
    Calm(
        "urge urges",
        near="crews rescue rescuers survivors passengers travellers commuters swimmers"
        " shoppers customers"
        " schools parents pupils",
    ),
    # fears
    Calm("worried alarmed", before="not never"),
    Calm("concerns", behind="the a an how what whether only"),
    Calm("nervous", behind="system breakdown energy wait"),
    Calm(
        "suspected",
        behind="case cases overdose heart stroke drunk drink arson murder gunman killer shooter"
        " poisoning outbreak tornado gas thief",
    ),
    Calm(
        "alarm alarms", before="fire false burglar smoke car", behind="sounded went clock bell system rang is"
    ),
    Calm("upset", near=_MATCH, behind="of"),
    Calm("anger fury", before="tyson"),
    Calm("irritation", before="skin eye throat"),
    Calm("disappointed frustrated frustration disappointment disappointing", near=_MATCH),
    # hard words
    Calm(
        "worst terrible horrible disastrous catastrophe catastrophic devastate devastated"
        " devastating"
        " brutal unprecedented sad",
        near=_WEATHER,
    ),
    Calm(
        "worst",
        behind="day week month year quarter fire accident crash start season performance defeat case"
        " recession"
        " outbreak",
    ),
    Calm("worst", behind="of", near=_TRADE),
    Calm("brutal", behind="heat cold murder killing winter"),
    Calm("sad", behind="news summer song story end loss death"),
    Calm("false", behind="alarm alarms teeth start positive positives name ceiling dawn"),
    Calm("fake", behind="passport id tan snow fur blood eyelashes name notes banknotes"),
    Calm("stunt", behind="rider man double woman pilot performer coordinator show driver"),
    Calm("giveaway", before="prize ticket free"),
    Calm("lying", behind="snow in on motionless down face next dead there beside under near at unconscious"),
    Calm("dangerously", behind="ill low high hot close"),
    Calm("a_joke", before="tell tells told made cracked as"),
    Calm("cynical", behind="foul"),
)
"""What divides nobody, by its neighbours."""
