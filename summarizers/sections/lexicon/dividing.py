"""Cues of what divides parties: disputes, accusations, threats, courts, protests, obstacles, fears."""

from __future__ import annotations

from summarizers.sections.lexicon.cue import Cue

DIVIDING = (
    Cue(
        name="dispute",
        verbs="dispute disagree clash quarrel feud bicker squabble spar+ wrangle fight",
        words="""
            divergence divergences mudslinging blowback pushback
            row conflict conflicts standoff impasse deadlock deadlocked stalemate
            controversy controversies controversial tension tensions rift rifts split divided division
            divisions backlash disagreement disagreements rivalry rivals contentious divisive polarizing
            polarising partisan confrontation friction frictions hostility hostilities
            animosity wrangling
            infighting escalation escalate escalated escalating contested disputed fraught
            embattled acrimony
            bitter bitterly battle showdown gridlock brinkmanship spat spats tussle discord strife
            schism loggerheads estranged acrimonious
            contention contested differ differs differed differing irreconcilable unreconciled warring
            quarrels quarrelled clashes skirmish flashpoint impasses bickering recriminations
            insists insisted maintains counters countered retorts retorted quarrelsome frosty sour
        """,
        phrases="""
            slanging match
            points of difference
            real differences
            deep differences
            sharp differences
            differences remain
            differences over
            at odds
            stand off
            war of words
            cold war
            trade war
            no deal
            no agreement
            power struggle
            turf war
            political crisis
            diplomatic crisis
            constitutional crisis
            tit for tat
            falling out
            ~fall out
            ~lock horns
            ~cross swords
            ~trade barbs
            ~trade accusations
            ~trade blame
            locked in
            bone of contention
            sore point
            sore points
            sore spot
            at issue
            at loggerheads
            not see eye to eye
            ~fall apart
            ~break apart
            ~part ways
            ~come to blows
            ~come to a head
            ~blame each
            ~drive a wedge
            ~tell it otherwise
            ~tell it differently
            ~see it differently
            ~see things differently
            ~read * differently
            not see it that way
            ~maintain that
            ~remain divided
            deeply divided
            ~go separate ways
            ~be at variance
            at variance
            not on speaking terms
            not spoken since
            no love lost
            bad blood
            ~turn sour
            ~turn on
            ~part company
            on collision course
            on a collision course
            out of step
            ~trade insults
            ~plead not guilty
            two versions
            conflicting accounts
            different version
            each other's throats
        """,
    ),
    Cue(
        name="accuse",
        verbs="""
            accuse blame allege denounce condemn criticise criticize slam+ blast decry deplore rebuke
            lambast lambaste castigate chide scold assail berate bash fault censure vilify
            mock ridicule liken insult smear admonish reproach upbraid disparage deride excoriate pillory
            reprimand lament bemoan
            chastise deplore lampoon pan+ lash admonish besmirch
            renege grumble jeer heckle boo sneer
        """,
        words="""
            savaged rubbished
            accusation accusations allegation allegations criticism criticisms condemnation denunciation
            complaint complaints grievance grievances alleged allegedly claimed critical
            denounces jibe barb barbs slur
            fumed fumes fuming
        """,
        phrases="""
            ~draw flak
            ~take flak
            ~face flak
            ~lash out
            ~hit out
            ~hit back
            ~fire back
            ~call out
            under fire
            under scrutiny
            ~speak out
            ~rip+ on
            ~rail against
            ~point the finger
            finger pointing
            ~take aim
            ~put the blame
            ~lay the blame
            ~say the opposite
            ~cry foul
            ~take to task
            ~tear into
            ~lay into
            ~shout down
            ~shoot back
            ~hit back at
            ~go back on
            ~renege on
            ~fly in the face
            ~take a swipe
            ~round on
            ~turn on
            ~see it as
            ~bang pots
            ~move the goalposts
            ~shift the goalposts
            final nail
            to ransom
            ~pass the buck
            complaint says
            complaint alleges
            lawsuit says
            lawsuit argues
            lawsuit claims
            suit says
            suit argues
            suit claims
            filing says
            ~sell * short
            ~give away too
            too little too late
            ~go too far
            been ignored
            was ignored
            were ignored
            on deaf ears
            ~make a mockery
            with contempt
        """,
    ),
    Cue(
        name="oppose",
        verbs="""
            oppose object resist block veto defy contest challenge reject refuse deny dismiss decline
            boycott obstruct thwart stymie undermine counter overrule overturn complain question foil
            condemn dislike rebuff spurn repudiate refute rebut+ balk baulk bristle snub+
            shun+ contradict
            revolt renounce disavow scoff
            withhold
            ignore
        """,
        past="fought rebelled",
        words="""
            adamant unrepentant
            opposition objection objections refusal rejection denial resistance defiance defiant
            nonstarter opponent skeptical sceptical skepticism scepticism dissent dissenting
            reluctant unwilling disapprove disapproval rebellion mutiny
            undervalue undervalues undervalued
            unmoved unconvinced unpersuaded unimpressed objected objector objectors
            uncompromising intransigent intransigence
            inadequate premature insufficient unworkable unaffordable unrealistic unfeasible denies disagrees
        """,
        phrases="""
            far from enough
            not nearly enough
            reservations about
            ~rule out
            non starter
            ~push back
            ~vote against
            ~vote down
            ~turn down
            ~strike down
            ~stand against
            ~stand firm
            ~stand in the way
            ~dig in
            not accept
            not agree
            not support
            not budge
            ~hold out
            ~fight back
            ~fight on
            ~break with
            ~break off
            ~cast doubt
            ~take issue
            ~walk away
            ~walk out
            ~raise objections
            no confidence
            up in arms
            not convinced
            not persuaded
            not impressed
            not satisfied
            not negotiable
            not be moved
            not share
            not sign
            not back down
            not give in
            a no vote
            ~vote no
            ~say no to
            ~campaign against
            ~fight against
            ~stay away
            ~tear up
            ~rip+ up
            ~pull the plug
            ~stick to
            ~hold firm
            ~refuse to
            ~decline to sign
            ~advise against
            ~lobby against
            ~argue against
            ~speak against
            ~come out against
            ~vote it down
            not join
            not hear of
            ~stay out
            ~remain outside
            ~want no part
            ~want out
            ~pour cold water
            ~get up from the table
            ~leave the table
            ~leave the talks
            ~leave the room
            ~storm out
            ~pull out of talks
            ~quit the talks
            less happy
            not happy
            not pleased
            not amused
            less pleased
            less keen
            not keen
            not everyone
            not everybody
            not all
            ~take exception
            ~find fault
            ~see no reason
            not good enough
            no thanks
            ~seek to block
            not listened to
            not been consulted
            not been asked
            not consulted
            nobody consulted
            without consulting
            left out of
            ~raise doubts
            ~voice doubts
            ~voice concern
            ~stop short of
            without merit
            ~have none of
            ~brush off
            ~brush aside
            ~shrug off
            ~wave away
            ~stand alone
            ~close the door
            not step down
            not stand down
            not resign
            not quit
            not stand for
            not stand by
            not sit by
            not sit idly
            not be bullied
            not be dictated
            ~stay outside
            ~lose faith
            ~lose confidence
            no faith in
            no trust in
            ~turn * down
            ~turn the * down
            ~throw out
            ~throw * out
            ~vote * down
            ~vote the * down
            ~rule * out
            ~vote * against
            ~vote * * against
            ~vote * * * against
            ~vote * * * * against
            not go far enough
            not far enough
            not get a vote
            not get a floor
            dead on arrival
            not minded to
            ~cast the lone
            ~cast the only
            ~cast the sole
            ~want nothing to do
            ~hold out for
            ~go down badly
            not give up
            not giving up
            isn't giving up
            aren't giving up
            not going to accept
            not going to agree
            not going to allow
            not going to let
            not going to back
            ~withdraw from the deal
            ~withdraw from the agreement
            ~withdraw from the treaty
            ~withdraw from the pact
            ~withdraw from the accord
            ~withdraw from the talks
            ~withdraw from the coalition
            ~withdraw from the * deal
            ~withdraw from the * agreement
            ~withdraw from the * treaty
            ~withdraw from the * pact
            ~withdraw from the * accord
            ~pull out of the deal
            ~pull out of the agreement
            ~pull out of the treaty
            ~pull out of the pact
            ~pull out of the accord
            ~pull out of the coalition
            ~pull out of the * deal
            ~pull out of the * agreement
            ~pull out of the * treaty
            ~pull out of the * pact
            ~pull out of the * accord
            ~quit the coalition
            ~quit the deal
            ~quit the pact
            ~quit the treaty
            ~withdraw support
            ~withdraw its support
            ~withdraw its ambassador
            ~withdraw their support
            never accept
            never agree
            nobody will accept
            no one will accept
            nobody's going to accept
            can't accept
            cannot accept
            won't accept
            don't accept
            doesn't accept
            didn't accept
            can't agree
            cannot agree
            won't agree
            don't agree
            doesn't agree
            didn't agree
            can't support
            cannot support
            won't support
            don't support
            doesn't support
            didn't support
            can't back
            cannot back
            won't back
            don't back
            doesn't back
            didn't back
            can't sign
            cannot sign
            won't sign
            don't sign
            doesn't sign
            didn't sign
            can't budge
            cannot budge
            won't budge
            don't budge
            doesn't budge
            didn't budge
            can't negotiate
            cannot negotiate
            won't negotiate
            don't negotiate
            doesn't negotiate
            didn't negotiate
            neither side will
            neither side would
            neither side has
            would not offer
            will not offer
            won't offer
            did not offer
            not offered
            not been offered
            ~rule out any
            ~rule out talks
            ~rule out a deal
            ~react angrily
            ~react furiously
            ~react with fury
            ~react with dismay
            ~react with anger
            ~kill the bill
            ~kill the amendment
            ~walk back its
            ~walk back his
            ~walk back their
            ~draw fire
            ~defend itself vigorously
            ~defend themselves vigorously
            ~vigorously defend
            ~play hardball
            never consulted
            never been consulted
            kept in the dark
            too much power
            too little power
            confidence vote
            no choice but
            no option but
            little choice but
            laughed off
        """,
    ),
    Cue(
        name="critics",
        words="""
            critics opponents protesters protestors demonstrators activists campaigners dissidents rebels
            plaintiffs plaintiff detractors whistleblower strikers hardliners separatists
            insurgents claimants petitioners skeptics sceptics holdouts dissenters complainants
        """,
        phrases="""
            rights groups
            action group
            pressure group
            campaign group
            residents group
            opposition members
        """,
    ),
    Cue(
        name="brand",
        phrases="""
            ~call the move
            ~call the plan
            ~call the deal
            ~call the decision
            ~call the vote
            ~call the ruling
            ~call the offer
            ~call the idea
            ~call the proposal
            ~call the bill
            ~call the compromise
            ~call the ban
            ~call the fine
            ~call the tax
            ~call the cut
            ~call the cuts
            ~call the * a
            ~call the * an
            ~call its * a
            ~call his * a
            ~call her * a
            ~call their * a
            ~call the law
            ~call the remedy
            ~call the claim
            ~call the claims
            ~call the text
            ~call the draft
            ~call the price
            ~call it
            ~call that
            ~call this
            ~call them
            ~call him
            ~call her
            ~brand it
            ~label it
            ~label the
            ~label+ it
            ~label+ the
            ~dub it
            ~dub the
            ~brand the
            ~describe it
            ~describe the
            ~see it as
            ~regard it as
            ~regard as
            ~liken it
            ~compare it
            which * called
        """,
    ),
    Cue(
        name="threat",
        verbs="""
            threaten warn retaliate punish provoke intimidate menace jeopardise jeopardize
            endanger imperil
            antagonise antagonize sabotage destabilise destabilize
        """,
        words="""
            threat threats warning warnings ultimatum retaliation retaliatory provocation provocations
            provocative reprisal reprisals blackmail hostage coercion bully bullying pressure pressured
            aggression aggressive
        """,
        phrases="""
            or else
            ~face consequences
            at risk
            in jeopardy
            sabre rattling
            saber rattling
            ~recall its ambassador
            ~recall its envoy
            ~reserve the right
            ~consider legal action
            ~vow to fight
            could strike
            may strike
            ~give notice
            ~brace for
            ~review its
            ~review their
            ~face losing
            ~face a strike
            ~hang over
            ~pay the price
            ~press ahead
            ~consider its options
            ~consider their options
            all options
            ~run out of patience
            ~lose patience
            ~lose * patience
            ~face suspension
            ~face expulsion
            ~face dismissal
            ~face a fine
            ~face fines
            ~face a penalty
            ~face penalties
            ~face a * penalty
            ~summon * ambassador
            ~summon * envoy
            ~summon the ambassador of
            ~weigh a ban
            ~consider a ban
            ~weigh sanctions
            ~consider sanctions
            ~consider suing
            ~weigh legal action
            protest note
            note of protest
            ~mull an appeal
            ~weigh an appeal
            ~consider an appeal
            ~consider whether to appeal
            ~weigh claims
            ~weigh a claim
            ~weigh a lawsuit
            ~consider a lawsuit
            ~mull legal
            ~face an investigation
            ~face * investigation
            ~face * investigations
            ~face * * investigations
            ~face * * * investigations
            ~face * * * * investigations
            ~face * * * * * investigations
            ~face a lawsuit
            ~face lawsuits
            ~face * lawsuits
            ~face * * lawsuits
            ~face protests
            ~face calls to
            ~face opposition
            ~face criticism
            ~consider a challenge
            ~weigh a challenge
            ~explore legal
            ~mass troops
            ~line up to oust
        """,
    ),
    Cue(
        name="measure",
        verbs="""
            revoke
            sanction ban+ bar+ restrict prohibit expel+ deport evict detain blacklist blockade outlaw
            confiscate impound seize disqualify
        """,
        words="""
            sanctions embargo restriction restrictions
            countermeasures curbs shutdown crackdown expulsion fined fines penalty penalties
        """,
        phrases="""
            stripped of
            stripped * of
            stripped the * of
            stripping * of
            ~shut down
            ~lock out
            asset freeze
            export controls
            ~close the border
            ~close its border
            ~shut the border
            ~shut its border
            ~seal the border
            ~seal its border
            ~close * crossing
            ~shut * crossing
            ~close the * crossing
            ~shut the * crossing
            ~close its airspace
            ~close its ports
            ~cut off supplies
            ~cut off * supplies
            ~suspend imports
            ~suspend * imports
            ~suspend exports
            ~suspend * exports
            ~suspend deliveries
            ~suspend * deliveries
            ~suspend supplies
            ~suspend * supplies
            ~suspend aid
            ~halt supplies
            ~halt * supplies
            persona non grata
            points deduction
            special measures
            ordered to hand over
            ordered to pay
            ordered to stop
            ~pull its ambassador
            ~pull their ambassadors
        """,
    ),
    Cue(
        name="court",
        verbs="sue litigate petition prosecute enjoin",
        past="ruled",
        words="""
            lawsuit lawsuits litigation court courts judge judges justices injunction ruling rulings
            tribunal attorney attorneys legal prosecutors prosecutor appeals appeal petition appealed
            litigants defendants arbitration magistrate
            countersuit jury damages
            lawyers
        """,
        phrases="""
            class action
            legal action
            ~file suit
            ~file a suit
            filed suit
            ~take to court
            the suit
            its suit
            their suit
            civil suits
            suit against
            suits against
            own suit
            to the courts
            in the courts
            restraining order
            a case against
            ~press charges
            on trial
            to trial
            at trial
            ~stand trial
            ~face trial
            ~face a trial
            ~go on trial
            his trial
            her trial
            the trial of
            criminal trial
            civil trial
            murder trial
            fraud trial
            corruption trial
            impeachment trial
            fair trial
            speedy trial
            trial court
            trial judge
            trial date
            trial lawyer
            trial lawyers
            avoid a trial
            avoid trial
            ~see * in court
            ~take * to court
            ~take * to trial
            ~go to court
            ~go to trial
            judicial review
            high court
            ~lodge a claim
            ~bring a claim
            ~seek damages
            constitutional court
            supreme court
            plea challenging
            plea seeking
            pleas challenging
            plea against
            the plea said
            the plea says
        """,
    ),
    Cue(
        name="unlawful",
        verbs="violate breach infringe flout contravene discriminate",
        past="misled",
        words="""
            harassment harassed mistreatment mistreated
            unconstitutional unlawful illegal illegally unlawfully invalid violation violations breaches
            constitutionality infringement misconduct abuse abuses fraud corruption
            discrimination discriminatory antitrust bribery bribes collusion misleading
            wrongdoing malpractice
            negligence negligent embezzlement monopoly anticompetitive doping
            cartel bribed cronyism unfairly plagiarism
        """,
        phrases="""
            ~interfere in
            ~meddle in
            meddling in
            null and void
            human rights abuses
            ~break the law
            ~break the rules
            ~break its
            ~break their
            ~break his
            ~break her
            ~break ranks
            price fixing
            cover up
            conflict of interest
            conflicts of interest
            broke his word
            broke her word
            broken his word
            broken her word
            broke its word
            broken its word
            broke their word
            broken their word
            vote rigging
            ~break the ceasefire
            ~break the truce
            ~break competition rules
        """,
    ),
    Cue(
        name="probe",
        verbs="investigate probe subpoena impeach scrutinise scrutinize",
        words="investigation investigations inquiry inquiries impeachment scrutiny audit regulators",
    ),
    Cue(
        name="protest",
        verbs="protest demonstrate picket occupy",
        words="""
            strike strikes striking             protests demonstrations demonstration
            walkout walkouts rally
            rallies unrest riot riots uprising marched marchers sickout strikers stoppage
            stoppages lockout
            camped encamped blockade blockades vigil sitdown slowdown marchers petitioners
            petition petitions
        """,
        phrases="""
            work stoppage
            ~take to the streets
            industrial action
            sit in
            on strike
            go slow
            hunger strike
            ~down tools
            work to rule
            ~walk off
            ~walk off the job
            ~walk off their
            ~block the road
            ~lay down their tools
            strike notice
            strike ballot
            strike vote
            water cannon
            ~down their tools
            ~bang on
            ~walk out of
            ~block traffic
            ~block a road
            ~go on strike
            ~hold a march
            ~hold a * march
            ~hold the march
            ~hold their march
            ~hold protest march
            ~hold a protest
            tractor march
            tractor rally
            a march on
            a march through
            a march against
            a march to
            protest march
            the march on
            marching on
            marching through
            ~stage a
        """,
    ),
    Cue(
        name="violence",
        verbs="bomb shell invade attack kill fire ambush",
        words="""
            airstrike airstrikes missile missiles rocket rockets artillery troops invasion offensive
            bombing bombings attacks militia militias terror terrorist terrorists terrorism
            gunmen casualties
            war warfare nuclear warhead coup rebels shelling drone drones armed weapons violence violent
            bloodshed militants army military
        """,
        phrases="""
            air strike
            air strikes
            use of force
            ethnic cleansing
        """,
    ),
    Cue(
        name="obstacle",
        verbs="""
            fail collapse stall delay falter unravel derail complicate prevent hinder hamper struggle
            lack worsen deteriorate flounder languish
        """,
        past="fell foundered",
        words="""
            obstacle obstacles hurdle hurdles failure failures delays setback setbacks
            unresolved doubt doubts doubtful uncertain uncertainty unclear unlikely gap gaps
            blow difficult
            difficulty difficulties problem problems issues outstanding elusive shaky fragile limbo stuck
            roadblock roadblocks snag snags hitch impediment bottleneck quagmire disarray
            shortfall deadlocks undecided unsettled intractable insurmountable
            unsigned unratified unanswered unsolved unbridgeable hopeless fruitless inconclusive
        """,
        phrases="""
            sticking point
            sticking points
            stumbling block
            no certainty
            no guarantee
            no breakthrough
            no end in sight
            far apart
            up in the air
            ~break down
            remains to be seen
            without a deal
            ~fall short
            ~fall through
            ~run out
            ~run into
            ~hold up
            ~drag on
            ~drag its feet
            has to approve
            have to approve
            must approve
            on hold
            has yet to
            have yet to
            in the balance
            in doubt
            in question
            bogged down
            no agreement on
            no closer
            wide apart
            not been settled
            not been resolved
            another matter
            not gone away
            ~go nowhere
            ~come to nothing
            ~fall at
            not enough
            short of
            no sign of
            at a standstill
            ~hit a
            the hole in
            ~lead nowhere
            ~get nowhere
            ~get no further
            no further than
            ~run aground
            ~run out of road
            ~break up
            ~hit the buffers
            ~hit a wall
            ~hit a snag
            no progress
            little progress
            not progress
            no headway
            little headway
            no movement
            no compromise
            no consensus
            no solution
            ~end without
            without agreement
            without an agreement
            without result
            empty handed
            ~gather dust
            ~sit on
            still no
            still not
            not decided
            nothing has been decided
            not make ends meet
            not make their
            ~go unanswered
            ~go unsigned
            ~put off
            open question
            open questions
            another story
            a different story
            ~hang in the
            ~hinge on
            ~hang on
            ~leave open
            not clear
            ~stand still
            miles apart
            poles apart
            worlds apart
            a long way apart
            still apart
            still open is
            still open are
            ~leave for later
            left for later
            left to later
            still to be agreed
            still to be settled
            still to be resolved
            yet to be agreed
            yet to be settled
            yet to be resolved
            ~kick down the road
            ~kick * down the road
            nothing to show
            not made progress
            not made * progress
            not made * * progress
            not make * progress
            without * progress
            ~grind to a halt
            ground to a halt
            no basis
            ~prove impossible
            ~prove difficult
            ~prove elusive
            ~prove hard
            ~adjourn without
            ~suspend talks
            ~suspend * talks
            ~suspend negotiations
            ~suspend * negotiations
            ~suspend cooperation
            ~suspend ties
            ~suspend relations
            talks were suspended
            talks have been suspended
            talks are suspended
            ~call off talks
            ~call off * talks
            ~cancel talks
            without passing
            without approving
            without reaching
            without signing
            without voting
            still need to be
            still needs to be
            still have to be
            still has to be
            little sign of a deal
            little sign of a compromise
            little sign of compromise
            little sign of progress
            little sign of agreement
            missed a deadline
            missed the deadline
            missed their deadline
            missed its deadline
            missed a * deadline
            missed the * deadline
            missing a deadline
            missing the deadline
            missing a * deadline
            missing the * deadline
            deadline passed
            deadline would be missed
            deadline was missed
            last resort
            pending ratification
            subject to approval
            subject to the approval
            subject to ratification
            requires approval
            require approval
            needs to be ratified
            need to be ratified
            needs to be approved
            still to be ratified
            yet to be ratified
            tough negotiations
            tough talks
            not going well
            breaking point
            out of business
        """,
    ),
    Cue(
        name="demand",
        verbs="demand urge insist exhort implore",
        words="demands calls",
        phrases="""
            ~call for
            ~call on
            ~push for
            must be
            ~press for
            ~call upon
            ~refuse to
            ~pressure
            ~press * to
            ~press the * to
            ~want * to
        """,
    ),
    Cue(
        name="request",
        verbs="ask request plead appeal",
        phrases="""
            need to
            right to
        """,
    ),
    Cue(
        name="fear",
        verbs="fear worry alarm dread",
        words="""
            dissatisfaction disillusionment dismaying frustrating irate
            concern concerns concerned worries worried worrying risk risks risky danger dangers dangerous
            alarming anxious wary anger angry angered outrage outraged outrageous fury furious
            frustration frustrated suspicious suspicion suspected mistrust
            distrust disappointed disappointment
            dissatisfied unhappy uproar resentment upset scandal dismay dismayed misgivings
            qualms indignant
            indignation discontent aghast
            uneasy unease disquiet alarm irked annoyed incensed infuriated infuriating
            betrayed bitterness rancour rancor disillusioned exasperated irritation
            annoyance displeasure displeased nervous nervously appalled enraged
            uncomfortable
            outcry furore howls uproar brouhaha ruckus ire livid seething
            aggrieved
        """,
    ),
    Cue(
        name="harsh",
        words="""
            misguided grotesque insane awful nonsensical preposterous appalling incompetent
            incompetence hypocrite
            unfair unjust unacceptable disgraceful disgrace shameful irresponsible reckless wrong
            inappropriate absurd ridiculous terrible horrible worst disaster disastrous catastrophe
            catastrophic betrayal lying liar lied hoax corrupt racist hypocrisy hypocritical cruel brutal
            undemocratic dictator devastate devastating nonsense false falsely fake sham embarrassment
            scapegoat blatant unprecedented draconian harmful hate insulting dubious ploy phony greed
            dangerously sad shame threat baseless groundless unfounded unjustified unwarranted
            illegitimate farce mockery propaganda stunt oppressive repressive exploitative
            outlandish
            heartless toothless shambles travesty whitewash sellout humiliating humiliation
            giveaway robbery piracy expropriation cowardly spineless laughable ludicrous
            outrageous pathetic senseless callous bluff charade fiasco debacle cynical
            cynically arrogant arrogance
        """,
        phrases="""
            bad faith
            not in good faith
            not fit and proper
            unfit to govern
            unfit for office
            witch hunt
            double standard
            double standards
            power grab
            smash and grab
            waste of time
            politically motivated
            heavy handed
            one sided
            an insult
            slap in the face
            sour grapes
            fairy tale
            no teeth
            in the back
            a joke
            a bluff
            sold out
            kick in the teeth
            a sham
        """,
    ),
)
"""What divides parties."""
