"""All that is in the zoo."""

from __future__ import annotations

from tests.fakes.zoo.animal import Animal
from tests.fakes.zoo.broken import BROKEN
from tests.fakes.zoo.dates import DATES
from tests.fakes.zoo.encodings import ENCODINGS
from tests.fakes.zoo.forms import FORMS
from tests.fakes.zoo.items import ITEMS
from tests.fakes.zoo.pages import PAGES
from tests.fakes.zoo.transport import TRANSPORT

ZOO: tuple[Animal, ...] = (*FORMS, *ENCODINGS, *BROKEN, *ITEMS, *DATES, *TRANSPORT, *PAGES)
