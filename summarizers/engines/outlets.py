"""What the articles of one story say differently, said in the bullets that they share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizers.engines.differing import Telling, noted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizers.sections.selection import Candidate, Ranked
    from summarizers.types import Document


def told_by_outlets(facts: Ranked, documents: Sequence[Document]) -> Ranked:
    """`facts`, each with who says what where the outlets of `documents` differ on it."""
    by_id = {document.id: document for document in documents}
    return {section: [_told(one, by_id) for one in found] for section, found in facts.items()}


def _told(candidate: Candidate, documents: Mapping[str, Document]) -> Candidate:
    point = candidate.point
    days = dict(candidate.days)
    order = {key: place for place, key in enumerate(documents)}
    tellings = []
    for span in sorted(point.evidence, key=lambda one: order[one.document_id]):
        document = documents[span.document_id]
        tellings.append(
            Telling(
                outlet=document.source or document.id,
                text=document.body[span.start : span.end],
                body=document.body,
                published=document.published,
                day=days.get(document.id),
            )
        )
    text = noted(point.text, tellings) if len(tellings) > 1 else point.text
    return candidate if text == point.text else candidate.told_as(replace(point, text=text), candidate.days)
