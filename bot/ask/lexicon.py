"""Words that say the same: irregular forms under their base, and words of one meaning in one line."""

from __future__ import annotations


def _forms(entry: str) -> list[tuple[str, str]]:
    """The forms of an entry, each with its base."""
    base, forms = entry.split(":")
    return [(base.strip(), form) for form in forms.split()]


_IRREGULAR = """
bear: bore; become: became; begin: begun began; birth: born; bite: bit bitten; break: broke broken; bring:
brought; build: built; buy: bought; catch: caught; child: children; choose: chose chosen; cling: clung;
come: came; deal: dealt; death: died dead; dig: dug; draw: drew drawn; drink: drank drunk; drive: drove
driven; eat: ate eaten; fall: fell fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled;
fly: flew flown; forget: forgot; freeze: froze frozen; give: gave given; go: went gone; grow: grew grown;
hang: hung; hide: hid hidden; hold: held; keep: kept; know: knew known; lay: laid; lead: led; leave: left;
lend: lent; lose: lost; make: made; man: men; mean: meant; meet: met; overcome: overcame; pay: paid; person:
people; ride: rode; ring: rang; rise: rose risen; run: ran; say: said; see: saw seen; seek: sought; sell:
sold; send: sent; shake: shook; shine: shone; shoot: shot; shrink: shrank shrunk; sing: sung sang; sink:
sank sunk; sit: sat; sleep: slept; speak: spoke spoken; spend: spent; spring: sprang sprung; stand: stood;
steal: stole; stick: stuck; stride: strode; strike: struck; swear: swore; swim: swam; swing: swung; take:
took taken; teach: taught; tear: tore; tell: told; think: thought; throw: threw thrown; undergo: underwent
undergone; understand: understood; undertake: undertook undertaken; wage: waged; wake: woke; wear: wore;
weave: wove woven; win: won; withdraw: withdrew; woman: women; write: wrote written;
sue: sues sued suing
"""

_SAME = """
big large huge great major main chief primary principal
begin start commence open launch initiate
end finish close conclude cease stop expire lapse
buy purchase acquire acquisition takeover
kill die death murder assassinate slay dead
found establish create form set organize institute founder
build construct erect construction
call name know term refer title describe dub nickname label designate
leader head lead chief rule govern run command chair direct president
war conflict battle fight combat
job work occupation employ profession career position
money cost price pay fund financial spend worth
country nation state land
city town capital
make produce create manufacture cause
show demonstrate prove display indicate reveal
get receive obtain gain win earn
give provide offer supply grant donate
use employ utilize apply
help aid assist support
keep retain maintain hold preserve
increase rise grow raise expand growth
decrease fall drop decline reduce cut lower shrink
live reside inhabit dwell occupy settle resident
people population person inhabitant resident citizen
say tell state claim announce declare argue
think believe consider regard view
leave depart exit abandon flee quit
move relocate migrate transfer travel
write author compose pen publish
type kind form sort
reason cause because due why
want desire seek aim goal purpose intend
part portion section component piece division
important significant key crucial vital essential
law legislation act statute rule regulation
vote ballot election poll elect
ban prohibit forbid bar outlaw
allow permit enable let
need require necessary requirement must
discover find detect identify
attack invade raid assault invasion strike
defeat beat win victory overcome
student pupil
teacher instructor professor
doctor physician
school college university academy
car vehicle automobile
choose select elect pick appoint nominate
different differ distinct vary various
fast quick rapid speed
old ancient age
new modern recent
near close adjacent next
before prior previous precede
after follow subsequent later
like similar resemble same equal
refuse reject deny decline
agree accept consent approve
protect defend guard secure
divide split separate
join unite merge combine
contain include comprise consist compose hold
happen occur
father son mother daughter parent child family
company firm business corporation
influence affect effect impact
originate origin derive come source
marry wife husband spouse marriage
own possess have property belong
sue lawsuit litigation claim
"""

BASES = {form: base for entry in _IRREGULAR.split(";") for base, form in _forms(entry)}
"""The base of each irregular form: "fought" to "fight"."""

MEANINGS = tuple(frozenset(line.split()) for line in _SAME.split("\n") if line)
"""Words of everyday English that may stand for each other in a question and its answer."""

_OPPOSITE = """
increase:decrease rise:fall more:less most:least many:few high:low higher:lower highest:lowest large:small
larger:smaller largest:smallest first:last before:after east:west north:south eastern:western
northern:southern win:lose enter:leave begin:end start:end old:new older:newer positive:negative
legal:illegal lawful:unlawful possible:impossible allow:forbid permit:ban accept:reject support:oppose
agree:disagree friend:enemy ally:enemy public:private strong:weak long:short early:late good:bad rich:poor
inside:outside upper:lower always:never all:none include:exclude open:close above:below easy:difficult
easy:hard best:worst maximum:minimum attack:defend import:export buy:sell lend:borrow accept:refuse
approve:reject grow:shrink male:female man:woman majority:minority internal:external arrive:depart
appear:vanish known:unknown able:unable same:different victory:defeat war:peace guilty:innocent
"""

OPPOSITES = tuple((one, other) for one, _, other in (pair.partition(":") for pair in _OPPOSITE.split()))
"""Pairs of words of which one denies the other."""

_BOUNDS = """
only sole solely always never ever all every each any both most least first last same best worst entire
entirely exactly completely
"""
BOUNDS = frozenset(_BOUNDS.split())
"""Words by which a question says how far something holds; what is stored may not say as much."""

DENYING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
"""Beginnings that turn a word into its opposite: "unable", "insignificant", "nonprofit"."""
