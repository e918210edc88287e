from __future__ import annotations

from summarizers.text.analysis import analyse
from summarizers.types import Document


def test_words_and_stems_run_parallel_to_the_sentences() -> None:
    analysis = analyse(Document(id="a", title="Ports reopened", body="The ports reopened. Ships sailed."))
    assert analysis.words == (["the", "ports", "reopened"], ["ships", "sailed"])
    assert [len(analysis.words), len(analysis.stems)] == [len(analysis.sentences)] * 2
    assert analysis.title == frozenset(analysis.stems[0])


def test_an_empty_body_has_no_sentences() -> None:
    assert analyse(Document(id="a", title="", body="")).sentences == ()


def test_tags_and_entities_are_no_words() -> None:
    body = "<p>The dockers&#8217; union <b>rejected</b> it.</p>"
    assert analyse(Document(id="a", title="", body=body)).words[0] == [
        "the", "dockers", "union", "rejected", "it"
    ]  # fmt: skip
