"""What a house tells the rules in its profile, and what the rules of style are about."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import ALL_RULES, run
from deskeditor.checks.rule import Topic
from deskeditor.checks.style import RULES as STYLE
from deskeditor.checks.style.long_sentence import RULE as LONG_SENTENCE
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.publication import BadProfile, Publication, read_publication

TEXT = "قال الوزير إن وفد WHO الأول زار المدينة 😀"
DOCUMENT = Document(Header(), (Paragraph("b0", Inline(TEXT)),))
PROFILE = {"id": "p", "name": "صحيفة"}


def house(**told: object) -> Publication:
    return read_publication(PROFILE | {"parameters": {LONG_SENTENCE.id: told}})


def found(publication: Publication) -> int:
    context = CheckContext(DOCUMENT, Details(), publication)
    return len(run(context, rules=(LONG_SENTENCE,)).findings)


def test_a_house_tunes_a_rule_without_code() -> None:
    assert found(house()) == 0
    assert found(house(most=4)) == 1


@pytest.mark.parametrize("wrong", ["خمسون", True, 4.5])
def test_a_value_of_another_kind_leaves_the_rule_as_it_is(wrong: object) -> None:
    assert found(house(most=wrong)) == 0


def test_lists_of_words_and_switches_are_read() -> None:
    told = house(words=["ميل", "قدم"], on=True).parameters[LONG_SENTENCE.id]
    assert told == MappingProxyType({"words": ("ميل", "قدم"), "on": True})


@pytest.mark.parametrize("given", [{"most": 4}, {LONG_SENTENCE.id: {"most": [1]}}, 3])
def test_parameters_that_cannot_be_read_name_their_key(given: object) -> None:
    with pytest.raises(BadProfile) as error:
        read_publication(PROFILE | {"parameters": given})
    assert str(error.value.values["key"]).startswith("parameters")


def test_only_parameters_that_a_rule_knows_are_asked_for() -> None:
    named = {rule.id: set(rule.parameters) for rule in ALL_RULES if rule.parameters}
    assert named[LONG_SENTENCE.id] == {"most"}
    assert all(names for names in named.values())


def test_style_covers_its_topics_with_sixty_rules_and_more() -> None:
    assert [rule.id for rule in STYLE if rule.topic is None] == []
    topics = Counter(rule.topic for rule in STYLE)
    assert set(topics) == set(Topic)
    assert topics.total() - topics[Topic.READING] >= 60
