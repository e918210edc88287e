"""Cues of what acts do to parties, of what is still ahead, and of how firm it is."""

from __future__ import annotations

from summarizers.sections.lexicon.cue import Cue

EFFECTS = (
    Cue(
        name="deed",
        verbs="""
            pay repay refund reimburse compensate donate give provide supply deliver lend share fund
            finance invest contribute match cover subsidise subsidize buy purchase acquire sell lease rent
            build rebuild construct install repair restore renovate replace upgrade modernise modernize
            expand extend widen double triple increase raise hire recruit train employ retain maintain
            preserve protect introduce create establish offer grant allow permit+ accept recognise
            recognize join rejoin return release free lift remove drop+ scrap+ ease relax reduce lower
            halve cap+ limit freeze halt stop+ end cease suspend pause postpone withdraw abandon abolish
            waive exempt forgive cancel comply cooperate publish disclose plant clean switch convert
            eliminate support merge combine add keep send spend
        """,
        words="cut let split",
        phrases="""
            ~hand over
            ~hand back
            ~set up
            ~do away with
            ~phase out
            ~set aside
            ~continue to
        """,
    ),
    Cue(
        name="intend",
        verbs="plan+ intend aim decide resolve opt elect undertake offer promise pledge vow agree",
    ),
    Cue(
        name="foe",
        verbs="""
            sue appeal challenge contest fight oppose block veto reject resist boycott strike retaliate
            overturn quash scupper punish prosecute litigate quit protest obstruct defy outvote
            respond counter enforce pursue expel+ ban+ sanction derail
        """,
        phrases="""
            ~go to court
            ~take to court
            ~take * to court
            ~take * to trial
            ~see * in court
            ~walk out
            ~walk away
            ~vote against
            ~vote no
            ~hit back
            ~answer with
            ~answer in
            ~campaign against
            ~ask the court
            ~ask the high court
            ~ask a judge
            ~ask a court
            ~bring * before
            ~seek an injunction
            ~seek damages
            ~file a
            ~file an
            ~open an inquiry
            ~open an investigation
            ~open a probe
            ~open * inquiry
            ~open * investigation
            ~launch an inquiry
            ~launch an investigation
            ~launch a probe
            ~launch * investigation
            ~launch * inquiry
            ~order an inquiry
            ~order an investigation
            ~order a probe
            ~lodge a
            ~lodge an
            ~call a strike
            ~go on strike
            ~stop work
            ~pull out
            ~use force
            ~take * * to court
            ~take * * * to court
            ~take * * * * to court
            ~ask the * court
            ~vote * against
            ~vote * * against
            ~vote * * * against
            ~vote * * * * against
            ~write in to object
            ~write to object
        """,
    ),
    Cue(name="want", verbs="want"),
    Cue(
        name="ease",
        verbs="""
            lower lift ease suspend reduce remove relax loosen delay postpone withdraw
            pause halt drop+ waive scrap+ end
            exempt soften unfreeze cancel repeal address allay dispel+ resolve settle avert defuse quell
            overcome tackle close avoid
            navigate
        """,
        past="cut withdrawn",
        phrases="""
            ~roll back
            ~do away with
            ~call off
            ~phase out
            not to resort to
            ~refrain from
            ~steer clear of
            ~put on hold
            ~head off
            ~stave off
            ~ward off
            ~patch up
            ~lay to rest
            ~put an end to
            ~draw a line under
            there will be no
            ~hold off
            ~wind up
            ~close * investigation
            ~close * inquiry
            ~close * probe
            ~drop * investigation
            ~drop * inquiry
            ~drop * probe
            ~come off
            ~put on ice
            ~clear * hurdle
            ~clear * * hurdle
            ~clear * * * hurdle
            ~clear * hurdles
            ~step+ back from
        """,
    ),
    Cue(
        name="over",
        words="stopped ended",
        phrases="""
            is off
            are off
            is ending
            are ending
            is over
            are over
            called off
            been lifted
            is lifted
            was lifted
            were lifted
            been dropped
            was dropped
            were dropped
            been withdrawn
            was withdrawn
            were withdrawn
            been suspended
            was suspended
            been settled
            was settled
            were settled
            is settled
            ~come to an end
            at an end
            not go ahead
            not take place
            been averted
            was averted
            were averted
            been cancelled
            was cancelled
            were cancelled
            been canceled
            was canceled
            were canceled
            on hold
            on ice
            been shelved
            was shelved
            were shelved
            been resolved
            was resolved
            were resolved
            is resolved
        """,
    ),
    Cue(
        name="impose",
        verbs="impose raise increase expand levy slap+ tighten threaten renew widen double hike hit",
        phrases="""
            ~hit back
            ~crack down
        """,
    ),
    Cue(
        name="burden",
        words="""
            tariff tariffs sanction sanctions restriction restrictions embargo ban bans
            curbs curb blockade
            duties duty quota quotas levy levies penalties controls barriers barrier siege
            taxes fees charges
            threats strikes strike walkout walkouts boycott shutdown offensive attacks fine fines
            lockout concerns fears worries dispute disputes row conflict standoff impasse
            threat demand demands objection objections opposition veto complaint complaints suit suits
            appeal claim claims protest protests action writ writs
            deadlock rift rifts
            lawsuit lawsuits feud quarrel grievances differences hostilities fighting
            investigation probe inquiry hurdle hurdles spat picket war
            roadblock roadblocks barricade barricades
        """,
        phrases="""
            trade war
        """,
    ),
)
"""Acts on what weighs on a party: taking it off is a concession, putting it on a threat."""

FIRMNESS = (
    Cue(
        name="will",
        words="will shall i'll we'll they'll he'll she'll",
        phrases="""
            going to
            set to
            due to
            is to
            are to
        """,
    ),
    Cue(name="would", words="would i'd he'd she'd they'd we'd"),
    Cue(
        name="may",
        verbs="expect propose consider hope intend aim plan+ seek weigh mull",
        words="""
            would could may might likely possibly possible potential prospective proposal
            proposals plan plans
            intention
        """,
        phrases="""
            in talks
            about to
            in final talks
            close to
            committed to reaching
            committed to finding
            committed to securing
            committed to negotiating
            committed to concluding
            committed to achieving
        """,
    ),
    Cue(
        name="obligation",
        words="must should need needs needed",
        phrases="""
            has to
            have to
            had to
            required to
        """,
    ),
    Cue(
        name="condition",
        words="if unless whether provided pending contingent until",
        phrases="subject to",
    ),
    Cue(
        name="hinder",
        verbs="""
            fail try attempt block prevent stop+ urge threaten refuse decline reject demand
            ask oppose resist insist await
        """,
        words="""
            unable without no not never cannot can't won't don't doesn't didn't wasn't
            weren't isn't aren't
            hasn't haven't wouldn't couldn't should must against effort efforts attempt
            attempts failure bid
            call calls called
        """,
        phrases="""
            have to be
            has to
            will have to
            would have to
            need to be
            needs to be
            little sign
            few signs
            little chance
            little prospect
            see whether
            see if
        """,
    ),
)
"""How firm what is said is; `hinder` is looked for before a settling verb."""
