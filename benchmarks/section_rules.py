"""Sections by hand: points for cue classes, for how acts are told, and for place; nothing is learned.

The floor that learned weights must beat (`benchmarks/section_designs.py`). Points are log-odds as a writer of
rules would set them: an act that is done counts most, a hindered one against, and so on.
"""

from __future__ import annotations

from typing import Final

AGREEMENT: Final = {
    "bias": -3.0,
    "done:agree": 3.0, "done:approve": 2.0, "done:concede": 2.0, "done:promise": 2.0, "done:transact": 2.0,
    "done:conclude": 1.5, "done:pass": 1.0, "done:give": 1.0, "c:accord": 1.0, "easing": 1.5,
    "conclude&accord": 1.5, "conclude&deal": 1.5, "approve&law": 1.5, "pass&law": 2.0, "announce&accord": 1.0,
    "announce&deal": 1.0, "will&give": 1.0, "transact&deal": 1.0, "cooperate&accord": 0.5,
    "will:act": 1.0, "may:act": 0.5, "hindered:act": -2.0, "imposing": -1.0,
    "will:deed": 1.5, "intend:deed": 1.2, "will:done": 1.0, "would:done": 1.0, "under": 1.0, "holds": 1.0,
    "termed": -8.0,
    "c:tally": 0.5, "not:foe": 2.0, "will:foe": -1.5, "would:foe": -1.5,
    "intend:foe": -1.0,
    "c:negation": -1.0, "c:oppose": -1.0, "c:threat": -1.0, "c:accuse": -1.0, "c:history": -1.0,
    "newdeal": 1.0, "defdeal": -0.5, "pastyear": -1.0, "openq": -1.0, "c:bygone": -1.5,
    "done:amends": 2.5, "done:pledge": 3.0, "exchange&will": 2.0,
    "mutual": 3.0, "t:fruitless": -7.0,
    "first": 0.5, "title": 1.0, "t~settled": 0.5,
}  # fmt: skip
TENSION: Final = {
    "bias": -2.5,
    "c:accuse": 1.5, "c:oppose": 1.5, "c:dispute": 1.2, "c:threat": 1.2, "c:protest": 1.2, "c:critics": 1.0,
    "c:court": 0.8, "c:unlawful": 0.8, "c:obstacle": 0.8, "c:demand": 0.7, "c:harsh": 0.7, "c:measure": 0.6,
    "c:probe": 0.6, "c:fear": 0.5, "c:violence": 0.5, "imposing": 1.0, "easing": -1.5,
    "will:foe": 2.0, "would:foe": 2.0, "intend:foe": 1.5, "threat:foe": 1.5, "not:foe": -1.5,
    "c:want": 0.7, "c:brand": 0.8,
    "did:accuse": 2.0, "did:oppose": 1.5, "did:threat": 1.5, "did:foe": 2.5,
    "did:fear": 2.5, "pastyear": -1.0,
    "accuse&actors": 0.5, "say&oppose": 0.5, "court&unlawful": 0.5, "demand&actors": 0.5,
    "c:calamity": -1.0, "c:sport": -1.5, "c:culture": -1.0, "c:crime": -0.5, "c:market": -0.5,
    "c:history": -0.5, "c:offence": -0.5, "doc:offence": -6.0, "c:match": -1.0, "doc:match": -8.0,
    "t:offence": -2.5, "t:match": -2.5,
    "done:agree": -1.0, "doc_d": 0.5, "prev_d": 0.2, "next_d": 0.2, "title": 0.5, "t~divided": 0.5,
}  # fmt: skip
