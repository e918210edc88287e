"""Words of bargaining in an everyday sense, told by the words around them: an energy bill, a road sign.

They are asked of what would be told as an agreement only; what is no cue at all stands in `senses.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_THE: Final = "a an the this that these those his her its their our your my no any some every each"

_TABLE: Final = f"""
deal | great good to must can could should will would cannot not | - | -
deals | best holiday friday online cheap cheaper it which he she | - | -
contract | to can could may might who which | measles covid talks negotiations employees workers staff by \
| muscles
package | suspicious holiday travel software unattended | holiday holidays tour tours | -
arrangement arrangements | flower seating musical funeral travel sleeping childcare care living | - | -
framework | wooden steel metal iron bamboo | - | -
acquisition | data language knowledge image | corp n.v partners holdings inc minded | museum gallery painting
partnership | limited | - | -
investment | - | bank banks banker bankers banking company firm firms fund funds group trust adviser \
advisers | -
share shares | a common preferred ordinary million billion company's its outstanding per of | outstanding \
rose fell rise fall closed were | -
venture | to not don't will | out outside into beyond abroad | -
undertaking | huge massive big major ambitious enormous vast | - | -
settlement settlements | roman informal human medieval viking ancient early bronze iron age jewish israeli \
illegal bank penal farming neolithic colonial rural urban coastal fishing | building construction \
expansion | -
consensus | scientific analysts analyst market street medical | forecast forecasts estimate estimates | -
understanding | better deeper clear clearer fuller greater scientific our good limited basic | how why \
what | -
compromise compromises | - | safety security privacy quality health | -
agree agrees | - | more with | -
consent | parental informed sexual patient | form forms | -
come came comes coming | - | - | death grief loss diagnosis tragedy
makes making made make | - | - | illness past
shake shook shakes | - | - | captain captains players whistle coach coaches
close closed closes closing | - | - | leaders goal goals win stroke strokes seconds lap
sign | {_THE} further good clear first road stop street warning early another neon positive latest \
encouraging little | of language posts | autographs petition
signs | {_THE} are were of by vital early first clear few many more further road speed strike warning \
holding waving carrying growing mixed street show shows shown showing showed | of that reading saying | \
autographs
signed signing | - | - | autographs petition
seal seals | a baby grey harbour leopard rubber tight royal presidential | pup pups pool colony off | -
sealed sealing | - | off | match win envelope bag
settle settled settles settling | - | into down near along across beside | lake ground roof branch mudflat \
sand sofa farm island coast village stomach snow dust match bird birds nerves bullpen
reach reached reaches reaching | - | # out for | finals final semifinals quarterfinals degrees
broker brokers | {_THE} mortgage insurance estate power ship online | at said | -
resolve | {_THE} steely | - | -
renewed | a the with amid of after new | - | -
secure | safe more feel be is are feels was were very | environment | -
forge forges | {_THE} | - | -
struck strike strikes striking | - | - | tree post bar crossbar lightning pole chord pose earthquake quake \
tornado van lorry truck motorcycle pedestrian
adopt adopted adopts adopting | - | - | dog dogs cat cats child baby pet pets puppy kitten penguin
permit permits | {_THE} parking building work planning residence | - | -
permitting | weather time | - | -
license | {_THE} driving driver's liquor fishing gun | plate plates fee fees | -
okay | {_THE} is are was were be been feel feels felt | - | -
approval | - | rating ratings | -
adoption | for | - | -
clear cleared clears clearing | - | - | snow ball debris rubble fence
go goes went | - | - | goal touchdown homer scored
vote voted | - | best player | viewers fans readers listeners
stake | at | - | -
bought buy buying buys purchase purchased sell selling | - | online | ticket tickets copies albums passes \
souvenirs merchandise ebay groceries cannabis heroin cocaine
sold | - | out online | ticket tickets copies albums passes souvenirs merchandise groceries cannabis \
heroin cocaine
combine combined | - | - | butter flour sugar bowl ingredients mixture
pass passes | {_THE} mountain bus day season boarding rail long short free festival travel press back \
cross two three four | mark rate rates holders away out down off from | exam exams ball test gate
passed | {_THE} | half away out down off from | exam exams ball baton cell
passing | {_THE} in each | game car motorist stranger away | exam exams round
passage | bible safe underground | from | letter book
bill bills | energy water gas phone electricity heating fuel household hotel restaurant grocery average \
repair medical hospital utility monthly vet unpaid buffalo dollar pay paying veterinary | - | -
law | martial | firm firms school student students professor enforcement degree graduate clerk lecturer | \
-
budget | film's tight small low big shoestring production marketing family | airline airlines hotel hotels \
carrier supermarket supermarkets smartphone phone | -
resolution | high higher low screen spatial year's years conflict dispute alternative | images image \
camera | -
act | opening balancing class to circus double juggling second third final live support will must would \
should could can not they | as like quickly out together swiftly now of | -
measure measures | to which each tape it that | # up | -
amendment | first second fourth fifth sixth | - | -
policy | insurance life returns refund your | - | -
statute | - | of | -
committed commit commits committing | - | - | crime crimes suicide error errors offence offences offense \
offenses fraud murder murders atrocities foul fouls perjury robbery abuses genocide turnovers
commitment commitments | family work time prior other | - | -
guarantee guarantees | year month lifetime money | - | -
ready | - | - | eat wear play serve hatch
gave give given gives giving | - | birth evidence way chase rise | run runs hits goal goals smoking \
innings allotment
pay paid paying pays | - | tribute tributes attention homage respects heed | -
pay | - | dispute disputes row | -
relief | of pain comic sheer great their | pitcher | -
aid | first hearing visual | - | -
swap swapped swaps | - | - | shirts shirt seats clothes jerseys roles toys stories recipes shifts
concede conceded concedes conceding | - | - | goal goals penalty penalties runs tries corner wicket jersey
spare | {_THE} one of and in | parts part time room tyre key keys bedroom cash change | -
reverse reversed reverses | in into {_THE} | into out | car van
ditch axe cave caves | {_THE} in into an of from | - | -
commute commuted commutes | {_THE} who people to daily they we | from to by daily into between | -
withdrawal | cash alcohol drug opioid bank caffeine | symptoms | -
withdraw withdrawn withdrawing withdrew | - | - | injury injured cash race marathon illness hamstring calf
admit admits admitted | - | free visitors | hospital ward
accept accepted accepting accepts | widely generally | cards cash nominations applications entries | \
trophy prize medal
abandoned | an found left | house houses car cars mine building buildings | cars van vehicle vehicles boat \
match
suspended | - | from between | sentence cables match
surrender surrendered | - | value | police
drop dropped dropping drops | - | off by to out from below | phone ball bag catch temperature temperatures \
pan profit profits income earnings revenue revenues
lower lowered | - | - | profit profits income earnings revenue revenues shipments margins
restore restored restores restoring | recently newly lovingly beautifully painstakingly fully | - | mosaic \
painting church chapel castle photograph windmill theatre mural statue
reopen reopened reopens | - | - | pool museum restaurant gallery
freed | - | - | wreckage rubble trapped firefighters cab driver passengers
bow bowed bows | - | - | crowd audience
pull pulled pulling pulls | - | - | driveway garage road wreckage rubble kerb
resign resigned | - | herself himself themselves | -
relax relaxed relaxing | a more very | and | beach holiday bath weekend garden break muscles
hold held holds holding | - | - | rally rivals rain
let lets letting | - | - | fireworks
fund | monetary hedge wealth | - | -
publish published publishes release released releases | - | - | data figures statistics census inflation
sent send | - | - | reminder email emails
scrap scrapped | - | metal yard dealer merchant paper | button
"""
"""Words; what stands before them, behind them, or near them where they are meant otherwise.

`-` is nothing, `#` a number in digits.
"""

_NEAR: Final = 5
"""Words on either side that are near."""

_DIGITS: Final = "#"


class _Around(NamedTuple):
    """Words around a cue by which it is meant otherwise."""

    before: frozenset[str]
    behind: frozenset[str]
    near: frozenset[str]


def _read(table: str) -> dict[str, _Around]:
    found: dict[str, _Around] = {}
    for line in table.strip().splitlines():
        own, *around = (frozenset(part.split()) - {"-"} for part in line.split("|"))
        found |= dict.fromkeys(own, _Around(*around))
    return found


_EVERYDAY: Final = _read(_TABLE)


def is_everyday(tokens: Sequence[str], word: int) -> bool:
    """Whether the words around word number `word`, a cue, tell that it is meant otherwise."""
    around = _EVERYDAY.get(tokens[word])
    if around is None:
        return False
    before, behind = tokens[max(word - 1, 0) : word], tokens[word + 1 : word + 2]
    if not around.before.isdisjoint(before) or not around.behind.isdisjoint(behind):
        return True
    if _DIGITS in around.behind and behind and behind[0][0].isdigit():
        return True
    return not around.near.isdisjoint(tokens[max(word - _NEAR, 0) : word + _NEAR + 1])
