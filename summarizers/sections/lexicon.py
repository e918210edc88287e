"""The cue words of agreements and tensions, by class: data only.

A class is what features of `summarizers.sections.features` look for. `verbs` are base forms, inflected by
rule (a trailing `+` doubles the last consonant: drop+ → dropped); `past` are irregular past forms; `words`
stand as written. A phrase is matched word by word, its first word inflected where it is marked `~`. All
lower-case, hyphens as spaces.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One class of cue words."""

    name: str
    verbs: str = ""
    past: str = ""
    words: str = ""
    phrases: tuple[str, ...] = ()


SETTLING = (
    Cue(
        name="agree",
        verbs="agree",
        phrases=("~come to terms", "~shake hands", "~sign off", "~see eye to eye", "~reach out"),
    ),
    Cue(
        name="accord",
        words="agreement agreements consensus accord accords pact pacts treaty treaties truce "
        "ceasefire ceasefires "
        "armistice compromise compromises settlement settlements memorandum memoranda understanding détente",
        phrases=("cease fire", "common ground", "peace plan", "power sharing", "plea deal"),
    ),
    Cue(
        name="deal",
        words="deal deals contract contracts framework frameworks arrangement arrangements partnership "
        "partnerships package takeover acquisition merger bailout buyout venture roadmap",
    ),
    Cue(
        name="conclude",
        verbs="sign seal ink clinch conclude finalise finalize broker ratify formalise formalize cement "
        "reach secure settle resolve",
        past="struck",
        phrases=(
            "~hammer out",
            "~thrash out",
            "~work out",
            "~strike a",
            "~enter into",
            "~iron out",
            "made a deal",
            "came to an",
            "~lay down arms",
        ),
    ),
    Cue(
        name="approve",
        verbs="approve adopt enact authorise authorize legalise legalize legislate decriminalise "
        "decriminalize "
        "greenlight rubber-stamp codify abolish repeal grant",
        words="approval ratification adoption enactment",
        phrases=(
            "~vote to",
            "~vote for",
            "~vote in",
            "~vote unanimously",
            "green light",
            "go ahead",
            "into law",
            "took effect",
            "into effect",
            "into force",
            "~clear the",
            "won approval",
        ),
    ),
    Cue(name="pass", verbs="pass", words="passage"),
    Cue(
        name="law",
        words="bill bills law laws legislation measure measures resolution resolutions act amendment "
        "amendments "
        "budget budgets ordinance statute referendum decree directive reform reforms policy",
        phrases=("executive order", "spending package", "stimulus package"),
    ),
    Cue(
        name="concede",
        verbs="concede relent withdraw comply apologise apologize accept release suspend lift ease scrap+ "
        "abandon drop+ shelve reinstate restore resume reopen resign reverse waive unfreeze soften retract "
        "recuse surrender disarm admit+ acknowledge",
        past="withdrew withdrawn freed gave",
        words="apology apologies concession concessions resignation reversal withdrawal",
        phrases=(
            "~back down",
            "~back off",
            "~back away",
            "~step down",
            "~step aside",
            "~stand down",
            "stood down",
            "~give up",
            "~give in",
            "~bow to",
            "~call off",
            "i am sorry",
            "we are sorry",
            "i'm sorry",
            "~plead guilty",
            "pled guilty",
            "~climb down",
            "~pull out",
            "~roll back",
            "~hand over",
            "u turn",
            "~return to work",
            "~end its",
            "~end their",
            "~end the",
        ),
    ),
    Cue(
        name="promise",
        verbs="pledge promise commit+ undertake guarantee assure vow",
        past="undertook",
        words="commitment commitments pledges assurances guarantees",
        phrases=("~stand ready", "willing to", "ready to", "prepared to", "committed to", "will comply"),
    ),
    Cue(
        name="give",
        verbs="donate contribute fund invest allocate finance subsidise subsidize provide supply "
        "compensate pay "
        "reimburse refund help",
        past="paid gave",
        words="donation donations grant grants funding aid investment relief compensation",
        phrases=("~set up", "~set aside", "~make available"),
    ),
    Cue(
        name="transact",
        verbs="acquire buy purchase merge sell lease license combine",
        past="bought sold",
        words="acquisition takeover merger stake buyout",
        phrases=("~take over", "took over", "joint venture", "~team up", "~join forces", "~spin off"),
    ),
    Cue(
        name="cooperate",
        verbs="cooperate collaborate partner unite reconcile normalise normalize",
        words="cooperation collaboration reconciliation peace joint jointly mutual mutually together "
        "bipartisan unanimous unanimously unity alliance coalition solidarity",
        phrases=(
            "both sides",
            "two sides",
            "all sides",
            "all parties",
            "both countries",
            "in exchange for",
            "in return for",
            "~work together",
        ),
    ),
    Cue(
        name="endorse",
        verbs="endorse welcome hail support praise applaud second",
        words="backed backing",
        phrases=("in favor of", "in favour of", "~throw its weight"),
    ),
    Cue(
        name="launch",
        verbs="launch introduce implement expand extend establish create open build deploy",
        past="built",
        words="programme program initiative scheme rollout extension",
    ),
    Cue(name="announce", verbs="announce unveil reveal confirm declare disclose publish"),
    Cue(
        name="progress",
        words="progress breakthrough momentum optimistic productive constructive fruitful thaw "
        "hopeful optimism",
        phrases=(
            "close to",
            "on track",
            "in principle",
            "first step",
            "paved the way",
            "paves the way",
            "framework for",
        ),
    ),
)
"""What has been settled, promised or conceded."""

EFFECTS = (
    Cue(
        name="ease",
        verbs="lower lift ease suspend reduce remove relax loosen delay postpone pause halt drop+ "
        "waive scrap+ end "
        "exempt soften unfreeze cancel repeal",
        past="cut withdrew",
        phrases=("~roll back", "~do away with", "~call off", "~phase out"),
    ),
    Cue(
        name="impose",
        verbs="impose raise increase expand levy slap+ tighten threaten renew widen double hike",
        past="hit",
        phrases=("~hit back", "~crack down"),
    ),
    Cue(
        name="burden",
        words="tariff tariffs sanction sanctions restriction restrictions embargo ban bans curbs curb "
        "blockade duties "
        "duty quota quotas levy levies penalties controls barriers barrier siege taxes fees charges "
        "threats strikes "
        "strike boycott shutdown hostilities offensive attacks",
    ),
)
"""Acts on what weighs on a party: taking it off is a concession, putting it on a threat."""

FIRMNESS = (
    Cue(
        name="will",
        words="will shall i'll we'll they'll he'll she'll",
        phrases=("going to", "set to", "due to"),
    ),
    Cue(
        name="may",
        verbs="expect propose consider hope intend aim plan+ seek weigh",
        past="sought",
        words="would could may might likely possibly possible potential prospective proposal "
        "proposals plan plans "
        "intention",
        phrases=("in talks", "about to", "in final talks", "close to"),
    ),
    Cue(
        name="obligation",
        words="must should need needs needed",
        phrases=("has to", "have to", "had to", "required to"),
    ),
    Cue(
        name="condition", words="if unless whether provided pending contingent until", phrases=("subject to",)
    ),
    Cue(
        name="hinder",
        verbs="fail try attempt block prevent stop+ urge threaten refuse decline reject demand ask "
        "oppose resist",
        words="unable without no not never cannot can't won't don't doesn't didn't wasn't weren't "
        "isn't aren't "
        "hasn't haven't wouldn't couldn't should must against effort efforts attempt attempts failure bid "
        "call calls called",
    ),
)
"""How firm what is said is; `hinder` is looked for before a settling verb."""

DIVIDING = (
    Cue(
        name="dispute",
        verbs="dispute disagree clash quarrel feud",
        past="fought",
        words="dispute disputes row conflict conflicts standoff impasse deadlock deadlocked stalemate "
        "feud feuds clash "
        "clashes controversy controversies controversial tension tensions rift rifts split divided division "
        "divisions backlash disagreement disagreements rivalry rivals contentious divisive polarizing "
        "polarising "
        "partisan confrontation friction frictions hostility hostilities animosity wrangling "
        "infighting escalation "
        "escalate escalated escalating contested disputed fraught embattled acrimony bitter bitterly "
        "battle fight "
        "fighting crisis showdown gridlock brinkmanship",
        phrases=("at odds", "stand off", "war of words", "cold war", "trade war", "no deal", "no agreement"),
    ),
    Cue(
        name="accuse",
        verbs="accuse blame allege denounce condemn criticise criticize slam+ blast decry deplore rebuke "
        "lambast lambaste castigate chide scold assail berate bash fault censure vilify rail "
        "mock ridicule liken insult smear",
        words="accusation accusations allegation allegations criticism criticisms condemnation denunciation "
        "complaint complaints grievance grievances alleged allegedly claimed critical",
        phrases=(
            "~lash out",
            "~hit out",
            "~call out",
            "under fire",
            "under scrutiny",
            "~speak out",
            "spoke out",
            "~rip on",
        ),
    ),
    Cue(
        name="oppose",
        verbs="oppose object resist block veto defy contest challenge reject refuse deny dismiss decline "
        "boycott obstruct thwart stymie undermine counter overrule overturn complain question foil "
        "condemn dislike",
        past="fought",
        words="opposition objection objections refusal rejection denial resistance defiance defiant "
        "nonstarter opponent skeptical sceptical skepticism scepticism dissent dissenting "
        "reluctant unwilling disapprove disapproval",
        phrases=(
            "~rule out",
            "non starter",
            "~push back",
            "~vote against",
            "~stand against",
            "not accept",
            "not agree",
            "not support",
            "~hold out",
            "~fight back",
            "~break with",
            "broken with",
            "~cast doubt",
        ),
    ),
    Cue(
        name="critics",
        words="critics opponents protesters protestors demonstrators activists campaigners dissidents rebels "
        "plaintiffs plaintiff detractors watchdog whistleblower strikers hardliners separatists "
        "insurgents claimants petitioners skeptics sceptics",
    ),
    Cue(
        name="threat",
        verbs="threaten warn retaliate punish provoke intimidate menace jeopardise jeopardize endanger",
        words="threat threats warning warnings ultimatum retaliation retaliatory provocation provocations "
        "provocative reprisal reprisals blackmail hostage coercion bully bullying pressure pressured "
        "aggression aggressive",
        phrases=("or else", "~face consequences", "at risk", "in jeopardy"),
    ),
    Cue(
        name="measure",
        verbs="sanction ban+ restrict curb prohibit expel+ deport evict detain blacklist blockade",
        words="sanctions tariff tariffs embargo restriction restrictions quota quotas duties "
        "countermeasures curbs shutdown crackdown expulsion penalty penalties levy levies",
        phrases=("~shut down",),
    ),
    Cue(
        name="court",
        verbs="sue litigate rule petition prosecute enjoin",
        words="lawsuit lawsuits suit suits litigation court courts judge judges justices injunction "
        "ruling rulings "
        "tribunal attorney attorneys legal prosecutors prosecutor appeals appeal petition appealed",
        phrases=("class action", "legal action", "~file suit", "~take to court", "restraining order"),
    ),
    Cue(
        name="unlawful",
        verbs="violate breach infringe flout contravene discriminate",
        past="broke broken",
        words="unconstitutional unlawful illegal illegally unlawfully invalid violation violations breaches "
        "constitutionality infringement misconduct abuse abuses fraud corruption "
        "discrimination discriminatory antitrust bribery collusion misleading",
        phrases=("null and void", "human rights abuses", "breaking the law"),
    ),
    Cue(
        name="probe",
        verbs="investigate probe subpoena impeach scrutinise scrutinize",
        words="investigation investigations inquiry inquiries impeachment scrutiny audit regulators",
    ),
    Cue(
        name="protest",
        verbs="protest demonstrate picket occupy march strike",
        words="protests protest demonstrations demonstration walkout walkouts rally "
        "rallies unrest riot riots uprising marchers sickout strikers picket",
        phrases=("work stoppage", "took to the streets", "industrial action", "sit in", "on strike"),
    ),
    Cue(
        name="violence",
        verbs="bomb shell invade attack kill fire ambush",
        words="airstrike airstrikes missile missiles rocket rockets artillery troops invasion offensive "
        "bombing bombings attacks militia militias terror terrorist terrorists terrorism gunmen casualties "
        "war warfare nuclear warhead coup rebels shelling drone drones armed weapons violence violent "
        "bloodshed "
        "militants army military",
        phrases=("air strike", "air strikes", "use of force", "ethnic cleansing"),
    ),
    Cue(
        name="obstacle",
        verbs="fail collapse stall delay falter unravel derail complicate prevent hinder hamper struggle "
        "lack worsen deteriorate",
        past="fell",
        words="obstacle obstacles hurdle hurdles stalled failure failures delays setback setbacks "
        "unresolved doubt "
        "doubts doubtful uncertain uncertainty unclear unlikely gap gaps blow difficult difficulty "
        "difficulties "
        "problem problems issues outstanding elusive shaky fragile limbo stuck",
        phrases=(
            "sticking point",
            "sticking points",
            "stumbling block",
            "no certainty",
            "no guarantee",
            "far apart",
            "up in the air",
            "~break down",
            "remains to be seen",
            "without a deal",
            "~fall short",
            "~run out",
            "~hold up",
            "has to approve",
            "have to approve",
            "must approve",
            "on hold",
        ),
    ),
    Cue(
        name="demand",
        verbs="demand urge insist",
        words="demands calls",
        phrases=(
            "~call for",
            "~call on",
            "~push for",
            "must be",
            "~press for",
            "~call upon",
            "~refuse to",
            "~pressure",
        ),
    ),
    Cue(name="request", verbs="ask request plead appeal", phrases=("need to", "right to")),
    Cue(
        name="fear",
        verbs="fear worry alarm",
        words="concern concerns concerned worries worried worrying risk risks risky danger dangers dangerous "
        "alarming anxious wary anger angry angered outrage outraged outrageous fury furious "
        "frustration frustrated suspicious suspicion suspected mistrust distrust disappointed disappointment "
        "dissatisfied unhappy uproar resentment upset scandal",
    ),
    Cue(
        name="harsh",
        words="unfair unjust unacceptable disgraceful disgrace shameful irresponsible reckless wrong "
        "inappropriate absurd ridiculous terrible horrible worst disaster disastrous catastrophe "
        "catastrophic "
        "betrayal lying liar lied hoax corrupt racist hypocrisy hypocritical cruel brutal "
        "undemocratic dictator devastate devastating nonsense false falsely fake sham embarrassment "
        "scapegoat blatant unprecedented draconian harmful hate insulting dubious ploy phony greed "
        "dangerously "
        "sad shame crisis threat",
        phrases=("witch hunt", "double standard", "power grab", "smash and grab", "waste of time"),
    ),
)
"""What divides parties."""

TELLING = (
    Cue(
        name="say",
        words="said says say saying told tell tells stated stating noted noting reported argued "
        "argues arguing wrote "
        "tweeted explained commented remarked responded replied stressed added adding statement spokesman "
        "spokeswoman spokesperson",
        phrases=("according to",),
    ),
    Cue(
        name="contrast",
        words="but however although though despite while nevertheless nonetheless yet instead still "
        "whereas notwithstanding",
    ),
    Cue(name="against", words="against over versus"),
    Cue(
        name="negation",
        words="not no never neither nor without none nobody nothing cannot can't won't don't doesn't didn't "
        "isn't aren't wasn't weren't wouldn't couldn't shouldn't hasn't haven't hadn't",
    ),
    Cue(name="first_person", words="i we our us my me i'm we're we've i've i'll we'll"),
    Cue(name="second_person", words="you your yours"),
    Cue(
        name="actors",
        words="government governments president minister ministry congress senate house parliament lawmakers "
        "senator senators republicans republican democrats democratic democrat party parties union "
        "unions workers "
        "teachers employers company companies board commission council eu un nato white "
        "administration officials "
        "leader leaders chancellor premier mayor governor regulator agency secretary ambassador negotiators "
        "shareholders investors beijing washington moscow brussels tehran",
    ),
    Cue(
        name="talks",
        verbs="negotiate mediate renegotiate",
        words="talks negotiation negotiations summit dialogue diplomacy mediation bargaining envoy "
        "envoys discussions",
    ),
    Cue(
        name="history",
        words="ago earlier previously former formerly history historically traditionally since "
        "originally decade decades "
        "century founded tradition predecessor once",
        phrases=("last year", "at the time", "in the past", "years ago"),
    ),
    Cue(
        name="market",
        words="shares stock stocks investors percent profit profits revenue revenues quarter earnings "
        "index markets "
        "analysts dollars sales forecast price prices growth",
    ),
    Cue(
        name="calamity",
        words="earthquake quake storm hurricane tornado flood floods flooding wildfire wildfires "
        "outbreak virus "
        "coronavirus covid disease infected crash crashed accident collision victims injured weather "
        "magnitude "
        "eruption cyclone typhoon temperature rain snow vaccine hospital helicopter plane aircraft",
    ),
    Cue(
        name="crime",
        words="charges charged guilty murder homicide arrested arrest arrests custody convicted "
        "sentenced jail "
        "prison suspect suspects crimes criminal indicted indictment police",
    ),
    Cue(
        name="sport",
        words="game games match matches team teams player players coach season scored league cup medal "
        "champion championship championships tournament race win wins won winner score title olympic "
        "olympics innings quarterback",
    ),
    Cue(
        name="culture",
        words="film films movie album music band singer actor actress award awards museum artist "
        "festival book books "
        "television fans celebrity dinosaur fossil telescope species researchers scientists study spacecraft",
    ),
)
"""How it is told, by whom, and what the text is about otherwise."""

CUES = SETTLING + EFFECTS + FIRMNESS + DIVIDING + TELLING
