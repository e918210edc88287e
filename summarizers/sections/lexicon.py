"""The cue words of agreements and tensions, by class: data only.

A class is what one feature of `summarizers.sections.features` looks for. `verbs` are base forms, inflected by
rule (a trailing `+` doubles the last consonant: drop+ → dropped); `words` stand as written; a phrase is matched
word by word, and its first word is inflected where it is marked `~`. All lower-case, hyphens as spaces.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One class of cue words."""

    name: str
    verbs: str = ""
    words: str = ""
    phrases: tuple[str, ...] = ()


CUES = (
    # ── what has been settled ──
    Cue(
        name="agree",
        verbs="agree",
        words="agreement agreements agreed-upon consensus accord accords pact pacts treaty treaties truce ceasefire "
        "ceasefires armistice compromise compromises settlement settlements memorandum concord",
        phrases=("cease fire", "common ground", "~come to terms", "~shake hands", "sign off", "signed off"),
    ),
    Cue(
        name="deal",
        words="deal deals contract contracts framework frameworks arrangement arrangements partnership "
        "partnerships package packages takeover acquisition merger bailout buyout venture plan plans offer offers",
    ),
    Cue(
        name="conclude",
        verbs="sign seal ink clinch conclude finalise finalize broker ratify formalise formalize cement "
        "reach negotiate secure",
        words="strike strikes struck striking inked entered",
        phrases=(
            "~hammer out",
            "~thrash out",
            "~work out",
            "~strike a",
            "struck a",
            "~enter into",
            "~iron out",
            "~resolve",
            "~settle",
        ),
    ),
    Cue(
        name="approve",
        verbs="approve adopt enact authorise authorize legalise legalize legislate confirm certify "
        "decriminalise decriminalize allow permit+ grant clear endorse abolish repeal",
        words="passage approval ratification adoption",
        phrases=(
            "~vote to",
            "~vote for",
            "voted in favor",
            "voted in favour",
            "~vote unanimously",
            "green light",
            "go ahead",
            "into law",
            "signed into",
            "took effect",
            "into effect",
            "into force",
        ),
    ),
    Cue(name="pass", verbs="pass", words="passage"),
    Cue(
        name="law",
        words="bill bills law laws legislation measure measures resolution resolutions act amendment amendments "
        "budget budgets ordinance statute referendum decree directive",
        phrases=("executive order", "spending package", "stimulus package"),
    ),
    Cue(
        name="concede",
        verbs="concede relent withdraw comply apologise apologize accept release suspend lift ease scrap+ "
        "abandon drop+ shelve reinstate restore resume reopen resign reverse waive unfreeze soften retract "
        "recuse surrender disarm yield cancel",
        words="withdrew withdrawn apology apologies concession concessions resignation u-turn freed reversal",
        phrases=(
            "~back down",
            "~back off",
            "~step down",
            "~stand down",
            "~give up",
            "gave up",
            "~give in",
            "gave in",
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
            "~admit",
        ),
    ),
    Cue(
        name="promise",
        verbs="pledge promise commit+ undertake guarantee assure vow",
        words="undertook commitment commitments pledges assurances promised guarantees",
        phrases=(
            "~stand ready",
            "willing to",
            "ready to",
            "prepared to",
            "~agree to",
            "committed to",
            "will comply",
        ),
    ),
    Cue(
        name="give",
        verbs="donate contribute fund invest allocate finance subsidise subsidize provide supply compensate",
        words="donation donations grant grants funding aid investment rescue relief compensation",
        phrases=("~pay for", "~set up", "~set aside"),
    ),
    Cue(
        name="transact",
        verbs="acquire buy purchase merge sell lease hire license combine",
        words="bought sold merged acquisition takeover merger stake buyout",
        phrases=("~take over", "took over", "joint venture", "~team up", "~join forces", "~spin off"),
    ),
    Cue(
        name="cooperate",
        verbs="cooperate collaborate partner unite reconcile normalise normalize welcome hail support back",
        words="cooperation collaboration reconciliation truce peace joint jointly mutual mutually together "
        "bipartisan unanimous unanimously unity alliance coalition detente solidarity",
        phrases=(
            "both sides",
            "two sides",
            "all sides",
            "all parties",
            "both countries",
            "in exchange for",
            "in return for",
        ),
    ),
    Cue(
        name="launch",
        verbs="launch introduce implement expand extend establish create open build deploy announce unveil",
        words="built programme program initiative scheme rollout",
    ),
    Cue(
        name="progress",
        words="progress breakthrough momentum optimistic productive constructive fruitful thaw hopeful optimism",
        phrases=("close to", "on track", "in principle", "first step", "paved the way", "paves the way"),
    ),
    # ── how firm it is ──
    Cue(
        name="future",
        verbs="expect plan+ intend propose consider hope aim seek prepare",
        words="will would could may might likely proposal proposals possibly possible potential proposed "
        "prospective planned",
        phrases=("set to", "due to", "in talks", "about to", "going to", "to be", "in final talks", "~be to"),
    ),
    Cue(
        name="obligation",
        words="must should shall need needs needed",
        phrases=("has to", "have to", "had to"),
    ),
    Cue(name="condition", words="if unless whether provided subject pending contingent until"),
    # ── what divides ──
    Cue(
        name="dispute",
        verbs="dispute disagree clash quarrel feud",
        words="dispute disputes row conflict conflicts standoff impasse deadlock deadlocked stalemate feud feuds clash "
        "clashes controversy controversies controversial tension tensions rift rifts split divided division "
        "divisions backlash disagreement disagreements rivalry rivals contentious divisive polarizing polarising "
        "partisan confrontation friction hostility hostilities animosity wrangling infighting escalation escalate "
        "escalated escalating contested disputed fraught embattled acrimony bitter bitterly battle fight fighting fought "
        "war wars crisis showdown",
        phrases=(
            "at odds",
            "stand off",
            "war of words",
            "cold war",
            "trade war",
            "deep divisions",
            "no deal",
            "no agreement",
        ),
    ),
    Cue(
        name="accuse",
        verbs="accuse blame allege denounce condemn criticise criticize slam+ blast decry deplore rebuke "
        "lambast lambaste castigate chide scold assail berate bash attack fault censure berate vilify rip+ rail "
        "mock ridicule liken insult claim",
        words="accusation accusations allegation allegations criticism criticisms condemnation denunciation "
        "complaint complaints grievance grievances alleged allegedly rebuke denounced",
        phrases=(
            "~lash out",
            "~hit out",
            "~call out",
            "under fire",
            "under scrutiny",
            "~speak out",
            "spoke out",
        ),
    ),
    Cue(
        name="oppose",
        verbs="oppose object resist block veto defy contest challenge reject refuse deny dismiss decline "
        "boycott obstruct thwart stymie undermine counter protest overrule overturn complain protest question foil",
        words="opposition objection objections opposed refusal rejection denial resistance defiance defiant "
        "nonstarter opponent opponents detractors skeptical sceptical skepticism scepticism dissent dissenting "
        "reluctant unwilling disagree disagrees disagreed disapprove disapproval",
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
        ),
    ),
    Cue(
        name="critics",
        words="critics opponents protesters protestors demonstrators activists campaigners dissidents rebels "
        "plaintiffs plaintiff defendants detractors watchdog whistleblower strikers hardliners separatists "
        "insurgents militants claimants petitioners",
    ),
    Cue(
        name="threat",
        verbs="threaten warn retaliate punish provoke intimidate menace jeopardise jeopardize endanger",
        words="threat threats warning warnings ultimatum retaliation retaliatory provocation provocations "
        "provocative reprisal reprisals deterrence blackmail hostage coercion bully bullying pressure "
        "aggression aggressive",
        phrases=("or else", "~face consequences", "~shut down", "at risk", "in jeopardy"),
    ),
    Cue(
        name="measure",
        verbs="sanction ban+ restrict curb prohibit expel deport evict detain blacklist suspend blockade",
        words="sanctions tariff tariffs embargo blockade restrictions restriction quota quotas duties "
        "countermeasures curbs shutdown crackdown expulsion penalty penalties fine fines",
    ),
    Cue(
        name="court",
        verbs="sue appeal litigate rule petition prosecute indict enjoin",
        words="lawsuit lawsuits suit suits litigation court courts judge judges justices injunction ruling rulings "
        "verdict tribunal plaintiff plaintiffs attorney attorneys legal prosecutors prosecutor appeals appeal petition",
        phrases=(
            "class action",
            "legal action",
            "~file suit",
            "~file a",
            "~take to court",
            "restraining order",
        ),
    ),
    Cue(
        name="unlawful",
        verbs="violate breach infringe flout contravene break discriminate",
        words="unconstitutional unlawful illegal illegally unlawfully invalid violation violations breach "
        "breaches broke broken constitutionality infringement misconduct abuse abuses fraud corruption "
        "discrimination discriminatory antitrust bribery collusion misleading",
        phrases=("null and void", "human rights"),
    ),
    Cue(
        name="probe",
        verbs="investigate probe subpoena impeach scrutinise scrutinize",
        words="investigation investigations probe inquiry inquiries impeachment subpoena subpoenas scrutiny "
        "audit watchdog regulators",
    ),
    Cue(
        name="charge",
        words="charges charged guilty murder homicide arrested arrest arrests custody convicted sentenced jail "
        "prison suspect suspects crimes criminal indicted indictment",
    ),
    Cue(
        name="protest",
        verbs="protest demonstrate picket occupy march",
        words="protest protests protester demonstrations demonstration strike strikes striking walkout walkouts rally "
        "rallies boycott unrest riot riots uprising marchers sit-in sickout strikers picket",
        phrases=("work stoppage", "took to the streets", "industrial action"),
    ),
    Cue(
        name="violence",
        verbs="bomb shell invade attack kill fire retaliate ambush",
        words="airstrike airstrikes strikes missile missiles rocket rockets artillery troops invasion offensive "
        "bombing bombings attack attacks militia militias terror terrorist terrorists terrorism gunmen casualties "
        "war military nuclear warhead coup rebels shelling drone drones armed weapons violence violent bloodshed",
        phrases=("air strike", "air strikes", "use of force", "human shields", "ethnic cleansing"),
    ),
    Cue(
        name="obstacle",
        verbs="fail collapse stall delay falter unravel derail complicate prevent hinder hamper struggle postpone "
        "miss lack",
        words="obstacle obstacles hurdle hurdles stalled failure failures delays setback setbacks unresolved doubt "
        "doubts doubtful uncertain uncertainty unclear unlikely gap gaps blow difficult difficulty difficulties "
        "problem problems issue issues outstanding elusive shaky fragile far-fetched limbo",
        phrases=(
            "sticking point",
            "sticking points",
            "stumbling block",
            "no certainty",
            "no guarantee",
            "far apart",
            "up in the air",
            "~fall apart",
            "fell apart",
            "~break down",
            "broke down",
            "remains to be seen",
            "without a deal",
            "fell short",
            "~fall short",
            "~run out",
        ),
    ),
    Cue(
        name="demand",
        verbs="demand urge insist press call ask request plead",
        words="demands calls pressure",
        phrases=(
            "~call for",
            "~call on",
            "calling for",
            "~push for",
            "must be",
            "~have to",
            "need to",
            "right to",
        ),
    ),
    Cue(
        name="fear",
        verbs="fear worry doubt suspect alarm",
        words="concern concerns concerned fears worries worried worrying risk risks risky danger dangers dangerous "
        "alarm alarmed alarming anxious wary anger angry angered outrage outraged outrageous fury furious "
        "frustration frustrated suspicious suspicion suspicions mistrust distrust disappointed disappointment "
        "dissatisfied unhappy uproar resentment upset scandal",
    ),
    Cue(
        name="harsh",
        words="unfair unjust unacceptable disgraceful disgrace shameful shame irresponsible reckless wrong "
        "inappropriate absurd ridiculous terrible horrible worst disaster disastrous catastrophe catastrophic "
        "betrayal lie lies lying liar lied hoax corrupt racist hypocrisy hypocritical cruel brutal "
        "undemocratic dictator devastate devastating nonsense false falsely fake sham embarrassment "
        "scapegoat blatant witch unprecedented draconian harmful undermines hate insulting slap",
        phrases=("witch hunt", "double standard", "power grab", "smash and grab", "waste of time"),
    ),
    # ── how it is told ──
    Cue(
        name="say",
        verbs="say tell add state announce argue write tweet note explain comment remark report respond reply "
        "stress declare",
        words="said told wrote statement spokesman spokeswoman spokesperson",
        phrases=("according to",),
    ),
    Cue(
        name="contrast",
        words="but however although though despite while nevertheless nonetheless yet instead still "
        "whereas notwithstanding against over",
    ),
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
        "senator senators republicans republican democrats democratic democrat party parties union unions workers "
        "teachers employers company companies board commission council eu un nato white administration officials "
        "leader leaders chancellor premier mayor governor regulator agency secretary ambassador negotiators "
        "shareholders investors governments beijing washington moscow brussels tehran",
    ),
    Cue(
        name="talks",
        verbs="negotiate meet discuss mediate renegotiate",
        words="talks negotiation negotiations summit dialogue diplomacy meeting meetings met mediation bargaining "
        "envoy envoys delegation discussions",
    ),
    Cue(
        name="history",
        words="ago earlier previously former formerly history historically traditionally since originally decade decades "
        "century founded tradition predecessor once",
        phrases=("last year", "at the time", "in the past", "years ago"),
    ),
    Cue(
        name="market",
        words="shares stock stocks investors percent profit profits revenue revenues quarter earnings index markets "
        "analysts dollars sales forecast price prices growth",
    ),
    Cue(
        name="calamity",
        words="earthquake quake storm hurricane tornado flood floods flooding wildfire wildfires outbreak virus "
        "coronavirus covid disease infected crash crashed accident collision victims injured rescue weather magnitude "
        "eruption cyclone typhoon temperature rain snow vaccine hospital",
    ),
    Cue(
        name="sport",
        words="game games match matches team teams player players coach season goal goals scored league cup medal "
        "champion championship championships tournament race final win wins won winner score finished title olympic "
        "olympics round innings quarterback",
    ),
    Cue(
        name="culture",
        words="film films movie album music band singer actor actress award awards museum artist festival book books "
        "television series fans celebrity dinosaur fossil telescope species researchers scientists study spacecraft",
    ),
)
