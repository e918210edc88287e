"""Cues of what is settled, promised or conceded."""

from __future__ import annotations

from summarizers.sections.lexicon.cue import Cue

SETTLING = (
    Cue(
        name="agree",
        verbs="heed agree consent assent accede acquiesce concur+",
        phrases="""
            ~come to terms
            ~shake hands
            ~sign on to
            ~sign up to
            ~see eye to eye
            ~give its blessing
            ~give their blessing
            ~give its consent
            ~give their consent
            ~say yes
            ~bury the hatchet
            ~make peace
            ~mend fences
            ~patch up
            ~settle their
            ~share power
            ~govern together
            ~find a way
            ~find common cause
            ~make common cause
            ~split the difference
            ~meet in the middle
            ~bridge the gap
            ~bridge their differences
            ~close the gap
            ~put its name
            ~put their names
            ~put his name
            ~put her name
            ~come on board
            ~get on board
            on board with
            ~go along with
            ~settle on
            ~settle for
            ~join hands
            ~see reason
            ~nod+ to
            ~give his blessing
            ~give her blessing
            ~give the blessing
            ~reach an understanding
            ~fall into line
            ~come round
            ~warm to
            ~see the merits
            ~strike a balance
            ~be of one mind
            of one mind
            in agreement
            ~come together
            ~bury their
            ~bury a
            could live with
            can live with
            will live with
            have a deal
            has a deal
            had a deal
            have an agreement
            have an accord
        """,
    ),
    Cue(
        name="accord",
        words="""
            handshake concordat covenant
            agreement agreements consensus accord accords pact pacts treaty treaties truce
            truces ceasefire
            ceasefires armistice compromise compromises settlement settlements memorandum memoranda
            understanding détente entente rapprochement
            charter charters protocol protocols moratorium moratoriums standstill détentes nonaggression
        """,
        phrases="""
            cease fire
            common ground
            peace plan
            power sharing
            plea deal
            plea bargain
            code of conduct
            joint statement
            joint declaration
            letter of intent
            term sheet
            heads of terms
            collective agreement
            debt relief
            prisoner exchange
            prisoner swap
            done deal
        """,
    ),
    Cue(
        name="deal",
        words="""
            deal deals contract contracts framework frameworks arrangement arrangements partnership
            partnerships package takeover acquisition merger mergers bailout buyout venture roadmap
            stopgap undertaking
        """,
    ),
    Cue(
        name="conclude",
        verbs="""
            sign seal ink clinch conclude finalise finalize broker ratify formalise
            formalize cement reach
            secure settle resolve consummate
            forge
        """,
        past="struck initialled initialed renewed",
        phrases="""
            ~hammer out
            ~thrash out
            ~work out
            ~strike a
            ~enter into
            ~iron out
            ~make a deal
            ~come to an
            ~lay down arms
            ~lay down their arms
            ~put pen to paper
            ~wrap+ up
            ~end their
            ending their
            ~end a year
            ~stitch together
            ~put an end
            ~lay to rest
            ~shake on
            ~carve out
            ~tie up
            ~bring an end
            ~draw a line
            ~nail down
            ~land a deal
            ~pull off
            ~close the deal
            ~lay a * to rest
            ~bring * to an end
            ~bring the curtain down
            ~bring down the curtain
            ~put * behind them
            ~put an end to
            ~call time on
            ~close the book
            ~clear the air
            ~clear the way
            ~hold to the
            out of court
            ~seal the
            ~help broker
            ~help to broker
            ~help forge
            ~help to forge
            ~help secure
            ~help negotiate
            ~help to negotiate
            ~help mediate
        """,
    ),
    Cue(
        name="approve",
        verbs="""
            validate
            approve adopt enact authorise authorize legalise legalize legislate
            decriminalise decriminalize
            greenlight codify abolish repeal grant okay certify license accredit permit+
        """,
        words="approval ratification adoption enactment accreditation ok'd",
        phrases="""
            ~vote to
            ~vote for
            ~vote in
            ~vote unanimously
            rubber stamp
            rubber stamps
            rubber stamped
            green light
            go ahead
            into law
            took effect
            into effect
            into force
            ~clear the
            ~clear for
            won approval
            ~give the nod
            ~wave through
            royal assent
            conditional clearance
            final clearance
            ~sign off on
            ~sign into
            ~nod+ through
            ~vote overwhelmingly
            ~vote narrowly
            ~give its approval
            ~give their approval
            ~give approval
            ~give its assent
            ~vote by
            ~vote # to
            ~vote # # to
            ~vote # to # to
            to accept
            ~send to the president
            ~become law
            ~take effect
            ~give the go
            ~get the go
            ~get the nod
            ~win passage
            ~win backing
            ~win the backing
            ~gain approval
            ~get approval
            ~put into law
            in the affirmative
            ~give * the go
            ~give * the nod
            ~give * the green
            ~give the all clear
            ~wave it through
            ~wave them through
            ~vote it through
            ~push through
            ~give clearance
            given clearance
            ~win clearance
            ~get clearance
            ~win approval
            ~get the go ahead
            ~get the green light
            ~win the green light
            ~carry the motion
            ~make legally binding
            legally binding
            ~deposit * instruments
            entry into force
            ~enter into force
            ~come into force
            ~pass into law
            ~write into law
            ~put * to law
            with no votes against
            without a vote
            by show of hands
            by consensus
            not a hand raised
            no one voted against
            nobody voted against
            not a single vote against
            without dissent
            without a dissenting
            ~push it through
            ~push them through
            ~push the * through
            ~vote the * through
            ~give * final approval
            ~vote monday to
            ~vote tuesday to
            ~vote wednesday to
            ~vote thursday to
            ~vote friday to
            ~vote saturday to
            ~vote sunday to
            ~vote yesterday to
            ~vote on * to
            ~vote * morning to
            ~vote * night to
            ~vote * evening to
            ~vote * afternoon to
            ~vote * in favour
            ~vote * in favor
        """,
    ),
    Cue(
        name="tally",
        phrases="""
            ~vote # to #
            ~vote # #
            a vote of
            in a # # vote
            on a # # vote
            by # to #
            by # votes to #
            by # percent to #
            by # per cent to #
        """,
    ),
    Cue(name="pass", verbs="pass", words="passage"),
    Cue(
        name="law",
        words="""
            bill bills law laws legislation measure measures resolution resolutions act
            amendment amendments
            budget budgets ordinance statute referendum decree directive reform reforms policy
        """,
        phrases="""
            executive order
            spending package
            stimulus package
        """,
    ),
    Cue(
        name="concede",
        verbs="""
            capitulate cede relinquish recant readmit+
            concede relent withdraw comply apologise apologize accept suspend scrap+
            abandon drop+ shelve reinstate restore resume reopen resign reverse waive
            unfreeze soften retract
            recuse surrender disarm admit+ acknowledge backtrack backpedal rescind commute pardon
            repatriate reappoint rehire unblock unban+ forgive cave
            ditch axe unlock
            spare relax forgo forego recede soften
        """,
        past="withdrew withdrawn freed",
        words="""
            apology apologies concession concessions resignation reversal withdrawal climbdown amnesty
            clemency reinstatement
        """,
        phrases="""
            ~release prisoners
            ~release hostages
            ~release captives
            ~release detainees
            ~release inmates
            ~release * prisoners
            ~release * hostages
            ~release * captives
            ~release * detainees
            ~release * inmates
            ~release all prisoners
            ~release the remaining
            ~release on bail
            ~release from prison
            ~release from jail
            ~release from custody
            release of prisoners
            release of hostages
            release of detainees
            release of the hostages
            release of the prisoners
            ~back down
            ~back off
            ~back away
            ~step+ down
            ~step+ aside
            ~stand down
            ~stand aside
            ~give up
            ~give in
            ~give way
            ~bow to
            ~call off
            i am sorry
            we are sorry
            i'm sorry
            ~plead guilty
            pled guilty
            ~climb down
            ~pull out
            ~pull back
            ~roll back
            ~hand over
            ~hand back
            u turn
            ~return to work
            ~go back to work
            ~end its
            ~end their
            ~end the
            ~write off
            will no longer
            would no longer
            ~open the border
            ~open its border
            ~meet halfway
            ~say sorry
            was sorry
            were sorry
            is sorry
            are sorry
            ~express regret
            ~express remorse
            ~let down
            ~back away from
            ~rein in
            ~pull back from
            ~think again
            ~change course
            ~lay aside
            ~stand aside
            ~give ground
            ~make amends
            ~make concessions
            ~meet the demands
            ~meet their demands
            ~set free
            ~take back
            ~own up
            ~change its mind
            ~change his mind
            ~change her mind
            ~change their minds
            ~walk back
            ~go back to
            said sorry
            saying sorry
            ~end a strike
            ~take * off the table
            off the table
            ~walk back from
            ~drop its bid
            change of heart
            ~go easy
            ~stay open
            ~keep * open
            ~hold off
            ~let * off
            ~strike * from
            ~strike it from
            is off
            are off
            ~shelve plans
            ~put on ice
            ~scale back
            ~scale down
            ~water down
            ~bring back
            ~give back
            ~pay back
            ~let go
            ~sit down with
            money back
            ~express sorrow
            ~come off its
            ~come off their
            ~draw back from
        """,
    ),
    Cue(
        name="amends",
        verbs="apologise apologize donate",
        words="apology apologies",
        phrases="""
            ~plead guilty
            pled guilty
            ~say sorry
            said sorry
            i am sorry
            we are sorry
            i'm sorry
        """,
    ),
    Cue(
        name="pledge",
        phrases="""
            ~promise to
            ~promise not
            ~promise that
            ~promise #
            ~pledge to
            ~pledge not
            ~pledge that
            ~pledge #
            ~undertake to
            ~undertake not
            ~commit #
            ~commit itself to
            ~commit themselves to
        """,
    ),
    Cue(
        name="promise",
        verbs="pledge promise commit+ undertake guarantee assure",
        words="commitment commitments pledges assurances guarantees undertakings",
        phrases="""
            ~stand ready
            willing to
            ready to
            prepared to
            committed to
            will comply
            ~give its word
            ~give their word
            ~give his word
            ~give her word
            ~give assurances
            ~give an undertaking
            ~sign up
            ~swear to
            ~set a target
            ~set itself
            ~set a goal
            ~make a commitment
            ~make good on
            ~stand by its
            ~abide by
            ~adhere to
            ~honor its
            ~honour its
            ~live up to
            ~lay out plans
            ~give * word
            ~put on the table
            ~make a pledge
            ~make a promise
            ~take on the task
            undertakes to
            ~bind itself
            ~bind themselves
            ~declare support
            ~declare * support
            ~declare * * support
            ~pledge support
            ~pledge * support
            ~voice support for
            ~announce * support
        """,
    ),
    Cue(
        name="give",
        verbs="""
            inject bankroll sponsor endow disburse allot+ devote dedicate
            donate contribute fund invest allocate finance subsidise subsidize provide
            supply compensate pay
            reimburse refund help earmark underwrite indemnify bestow
            lend repay
        """,
        past="gave",
        words="donation donations grant grants funding aid investment relief compensation refund refunds",
        phrases="""
            ~set up
            ~set aside
            ~make available
            ~chip+ in
            ~bail out
            ~put up
            ~foot the bill
            ~pick up the tab
            ~share the cost
            ~share the costs
            ~split the cost
            ~cover the cost
            ~pay out
            ~kick in
            ~buy back
            ~lay on
            ~put * towards
            ~put * into
            ~top up
            ~hand out
            free of charge
            at no cost
            at its own cost
            at its own expense
            at their own expense
            ~send a free
            ~give away
        """,
    ),
    Cue(
        name="transact",
        verbs="acquire buy purchase merge sell lease license combine divest",
        words="""
            acquisition acquisitions takeover takeovers purchase merger stake buyout divestment
            divestiture
        """,
        phrases="""
            joint venture
            ~team up
            ~join forces
            ~spin off
            ~win the contract
            ~win a contract
            ~award the contract
            ~award a contract
            ~buy out
            ~snap+ up
            ~sell off
            ~sell its
            ~sell their
            ~sign with
            ~place an order
            ~line up a buyer
            ~find a buyer
            ~part with
            ~sell out to
            ~merge with
            tie up
            ~change hands
            ~come under the roof
        """,
    ),
    Cue(
        name="cooperate",
        verbs="cooperate collaborate partner unite reconcile normalise normalize harmonise harmonize",
        words="""
            cooperation collaboration reconciliation peace joint jointly mutual mutually together bipartisan
            unanimous unanimously unity alliance coalition solidarity
        """,
        phrases="""
            both sides
            two sides
            all sides
            all parties
            both countries
            ~work together
            are to share
            will share
            ~close ranks
        """,
    ),
    Cue(
        name="exchange",
        words="reciprocal reciprocity swap swaps swapped",
        phrases="""
            ~exchange prisoners
            ~exchange captives
            in exchange for
            in return for
            in exchange
            in return
            quid pro quo
            trade off
        """,
    ),
    Cue(
        name="endorse",
        verbs="endorse welcome hail support praise applaud",
        words="backed backing seconded",
        phrases="""
            in favor of
            in favour of
            ~throw its weight
        """,
    ),
    Cue(
        name="launch",
        verbs="revive restart launch introduce implement expand extend establish create open build deploy",
        words="programme program initiative scheme rollout extension",
        phrases="""
            ~roll out
            ~phase in
        """,
    ),
    Cue(name="announce", verbs="announce unveil reveal confirm declare disclose publish"),
    Cue(
        name="progress",
        words="""
            progress breakthrough momentum optimistic productive constructive fruitful thaw
            hopeful optimism
        """,
        phrases="""
            close to
            on track
            in principle
            first step
            ~pave the way
            framework for
        """,
    ),
)
"""What has been settled, promised or conceded."""
