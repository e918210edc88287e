"""One pass over an article: its sentences, their words and their stems, computed once and shared."""

from __future__ import annotations

from dataclasses import dataclass

from summarizers.text.markup import readable
from summarizers.text.quotation import continued
from summarizers.text.sentence import Sentence
from summarizers.text.sentences import split
from summarizers.text.tokens import content, words
from summarizers.types import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What ranking and sections need to know of a document; all tuples run parallel to `sentences`.

    `words` holds every word lower-cased, `stems` those that carry meaning, `bags` each of these once; `title`
    is the set of the title's stems; `inside` tells of each sentence whether it begins inside a quotation.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    words: tuple[list[str], ...]
    stems: tuple[list[str], ...]
    bags: tuple[frozenset[str], ...]
    title: frozenset[str]
    inside: list[bool]


def analyse(document: Document) -> Analysis:
    """Split and tokenise `document` once."""
    sentences = split(document.body)
    tokens = tuple([words(_read(sentence.text)) for sentence in sentences])
    stems = tuple([content(line) for line in tokens])
    return Analysis(
        document=document,
        sentences=sentences,
        words=tokens,
        stems=stems,
        bags=tuple([frozenset(line) for line in stems]),
        title=frozenset(content(words(document.title))),
        inside=continued(sentences),
    )


def _read(text: str) -> str:
    """`text` without the names and numbers of tags and entities, which are no words of it."""
    return readable(text) if "<" in text or "&" in text else text
