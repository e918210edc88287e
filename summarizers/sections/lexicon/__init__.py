"""The cue words of agreements and tensions, by class: data only.

A class is what features of `summarizers.sections.features` look for. The words are general English of many
fields, written class by class, not taken from particular articles.
"""

from __future__ import annotations

from summarizers.sections.lexicon.cue import Cue
from summarizers.sections.lexicon.dividing import DIVIDING
from summarizers.sections.lexicon.firmness import EFFECTS, FIRMNESS
from summarizers.sections.lexicon.settling import SETTLING
from summarizers.sections.lexicon.telling import TELLING

CUES = SETTLING + EFFECTS + FIRMNESS + DIVIDING + TELLING

__all__ = ["CUES", "Cue"]
