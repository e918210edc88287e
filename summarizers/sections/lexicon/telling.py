"""Cues of how a thing is told, by whom, and what a text is about otherwise."""

from __future__ import annotations

from summarizers.sections.lexicon.cue import Cue

TELLING = (
    Cue(
        name="say",
        words="""
            said says say saying told tell tells stated stating noted noting reported argued argues arguing
            wrote tweeted explained commented remarked responded replied stressed added adding statement
            spokesman spokeswoman spokesperson
        """,
        phrases="according to",
    ),
    Cue(
        name="docket",
        phrases="""
            trial date
            hearing date
            sentencing date
            court date
            conference has been set
            hearing has been set
            trial has been set
            hearing was set
            trial was set
            hearing is set
            trial is set
            hearing is scheduled
            trial is scheduled
            hearing was scheduled
            trial was scheduled
            hearing has been scheduled
            trial has been scheduled
            ~set sentencing
            ~schedule sentencing
            ~schedule a hearing
            ~set a hearing
            ~hear arguments
            ~hear oral arguments
            ~hear closing arguments
            days to respond
            days to reply
            weeks to respond
            weeks to reply
            ~plead guilty
            pled guilty
        """,
    ),
    Cue(
        name="mum",
        phrases="""
            ~decline to comment
            ~decline to say
            ~decline to disclose
            ~decline to identify
            ~decline to specify
            ~decline to reveal
            ~decline to release
            ~decline to provide
            ~decline to explain
            ~decline to describe
            ~decline to divulge
            ~decline to predict
            ~decline to detail
            ~decline an interview
            ~decline interview
            ~decline to discuss
            ~decline to give
            ~decline to name
            ~decline to be
            ~decline to elaborate
            ~decline to speak
            ~decline to answer
            ~refuse to comment
            ~refuse to say
            ~decline comment
            no doubt
            not doubt
            without doubt
            not admit wrongdoing
            not admit any wrongdoing
            not admit liability
            not admit fault
            not admit guilt
            without admitting
            no admission of
            admitting no
            admits no
            admitted no
            ~decline to weigh
            ~decline to take questions
            ~decline to take sides
            ~decline to be drawn
            ~decline to speculate
            ~decline to confirm
            not comment
            not immediately respond
            not respond to a request
            not respond to requests
            not respond to questions
            not respond to calls
            not return calls
            not return a call
            not return messages
            has yet to be identified
            have yet to be identified
            has yet to be named
            have yet to be named
            has yet to be determined
            have yet to be determined
            has yet to be released
            have yet to be released
            has yet to be announced
            have yet to be announced
        """,
    ),
    Cue(
        name="contrast",
        words="""
            but however although though despite while nevertheless nonetheless yet instead still whereas
            notwithstanding
        """,
    ),
    Cue(
        name="against",
        words="against over versus",
    ),
    Cue(
        name="negation",
        words="""
            not no never neither nor without none nobody nothing cannot can't won't don't doesn't didn't
            isn't aren't wasn't weren't wouldn't couldn't shouldn't hasn't haven't hadn't
        """,
    ),
    Cue(
        name="first_person",
        words="i we our us my me i'm we're we've i've i'll we'll",
    ),
    Cue(
        name="second_person",
        words="you your yours",
    ),
    Cue(
        name="actors",
        words="""
            government governments president minister ministry congress senate house parliament lawmakers
            senator senators republicans republican democrats democratic democrat party parties union
            unions workers teachers employers company companies board commission council eu un nato white
            administration officials leader leaders chancellor premier mayor governor regulator agency
            secretary ambassador negotiators shareholders investors beijing washington moscow brussels
            tehran
        """,
    ),
    Cue(
        name="talks",
        verbs="negotiate mediate renegotiate",
        words="""
            talks negotiation negotiations summit dialogue diplomacy mediation bargaining envoy envoys
            discussions
        """,
    ),
    Cue(
        name="history",
        words="""
            ago earlier previously former formerly history historically traditionally since originally
            decade decades century founded tradition predecessor once
        """,
        phrases="""
            last year
            at the time
            in the past
            years ago
        """,
    ),
    Cue(
        name="bygone",
        words="expired lapsed defunct bygone",
        phrases="""
            last year
            year ago
            years ago
            decade ago
            decades ago
            last decade
            last century
            years earlier
            year earlier
            back in
            during his campaign
            during her campaign
            during the campaign
            on the campaign trail
            previous agreement
            previous deal
            previous contract
            old agreement
            old contract
            old deal
            under the previous
            under the old
            under the expired
            under the current
            the current contract
        """,
    ),
    Cue(
        name="market",
        words="""
            shares stock stocks investors percent profit profits revenue revenues quarter earnings index
            markets analysts dollars sales forecast price prices growth
        """,
    ),
    Cue(
        name="calamity",
        words="""
            earthquake quake storm hurricane tornado flood floods flooding wildfire wildfires outbreak
            virus coronavirus covid disease infected crash crashed accident collision victims injured
            weather magnitude eruption cyclone typhoon temperature rain snow vaccine hospital helicopter
            plane aircraft
        """,
    ),
    Cue(
        name="crime",
        words="""
            charges charged guilty murder homicide arrested arrest arrests custody convicted sentenced jail
            prison suspect suspects crimes criminal indicted indictment police
        """,
    ),
    Cue(
        name="offence",
        words="""
            robbery robberies robber robbers burglary burglar theft thefts thief thieves stolen stabbing
            stabbed assaulted assaulting manslaughter cannabis cocaine heroin knifepoint gunpoint
            gunman arson arsonist offence offences detective detectives magistrates remanded
            felony felonies misdemeanor misdemeanors arraigned arraignment sheriff
            inquest vandalism shoplifting fraudster speeding probation
        """,
        phrases="""
            drink driving
            dangerous driving
            drunken driving
            on suspicion of
            probable cause
            sexual assault
            indecent assault
            common assault
            on bail
            ~sentence to
            ~jail for
            ~plead guilty
            plea hearing
            granted bail
            refused bail
        """,
    ),
    Cue(
        name="match",
        words="""
            goalkeeper goalless striker midfielder equaliser equalizer referee
            scored scorer innings wicket wickets bowler batsman touchdown touchdowns
            halftime kickoff semifinal semifinals quarterfinal quarterfinals
            unbeaten
        """,
        phrases="""
            first half
            second half
            half time
            penalty kick
            free kick
            added time
            points clear
            top of the table
            set point
            match point
            straight sets
            pole position
        """,
    ),
    Cue(
        name="sport",
        words="""
            game games match matches team teams player players coach season scored league cup medal
            champion championship championships tournament race win wins won winner score title olympic
            olympics innings quarterback
        """,
    ),
    Cue(
        name="culture",
        words="""
            film films movie album music band singer actor actress award awards museum artist festival book
            books television fans celebrity dinosaur fossil telescope species researchers scientists study
            spacecraft
        """,
    ),
)
"""How it is told, by whom, and what the text is about otherwise."""
