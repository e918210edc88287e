"""Words that rule each other out: a question that names one does not mean what is told of another."""

from __future__ import annotations

from bot.ask.reading import root

_SETS = """
first second third fourth fifth sixth seventh eighth ninth tenth last
spring summer autumn winter
north south east west northern southern eastern western northeast northwest southeast southwest
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
son daughter father mother brother sister wife husband uncle aunt nephew niece cousin grandfather grandmother
king queen prince princess emperor empress duke duchess
hundred thousand million billion trillion
second minute hour day week month year decade century
kilometre metre mile foot inch kilogram gram pound ton tonne litre gallon
red blue green yellow black white brown purple orange pink grey
morning afternoon evening night
before after during
minimum maximum average median
one two three four five six seven eight nine ten eleven twelve
half third quarter double twice
european american african asian
british french german italian spanish russian chinese japanese english scottish irish welsh polish \
dutch danish norwegian swedish swiss indian iranian saudi israeli egyptian turkish greek austrian \
canadian australian mexican brazilian korean vietnamese ukrainian portuguese belgian finnish \
hungarian romanian
europe america africa asia australia antarctica
christian muslim jewish hindu buddhist
catholic protestant orthodox
president minister governor mayor senator chancellor
breakfast lunch dinner
gold silver bronze copper iron steel
oil gas coal nuclear wind solar steam diesel
solid liquid gas
army navy police
male female
man woman boy girl
urban rural suburban
civil military
national international local regional global federal
early late
political economic social religious cultural
upper lower middle
low high medium
left right
"""


def _rivals() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _SETS.strip().splitlines():
        roots = frozenset(map(root, line.split()))
        found |= {one: found.get(one, frozenset()) | roots - {one} for one in roots}
    return found


RIVALS = _rivals()
"""For each root those that stand where it does and mean another thing."""
