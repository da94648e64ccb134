from __future__ import annotations

import pytest
from hypothesis import given

from deskeditor.domain.document import Document, Figure, Note, Suggestion
from deskeditor.formats.published import published, published_text, safe_href
from helpers import documents, stress


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/خبر?a=1&b=2#c",
        "http://example.org",
        "mailto:desk@example.org",
        "tel:+964770",
        "HTTPS://EXAMPLE.ORG",
    ],
)
def test_addresses_readers_may_follow(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//example.org",
        "/local",
        "",
        "https:///x",
        "http://[::1",
        "http://example.org:99999999/",
        "https://a.org/\u202egpj.exe",
        'https://a.org/"onclick=',
    ],
)
def test_addresses_that_never_leave(href: str) -> None:
    assert safe_href(href) is None


def test_the_original_text_leaves_where_a_suggestion_is_open() -> None:
    text = published_text(stress._SUGGESTED)
    assert text.text == "يبقى هذا النص المحذوف اقتراحًا حتى يقرر المحرر."
    assert text.spans == ()


def test_what_is_internal_stays_at_the_desk() -> None:
    out = published(stress.DOCUMENT)
    assert not any(isinstance(block, Note) for block in out.blocks)
    assert [f.id for f in out.figures()] == ["hero", "inner"]
    assert out.threads == ()
    text = "".join(slot.text.text for slot in out.slots())
    assert not [secret for secret in stress.SECRETS if secret in text]


@given(documents.documents)
def test_publishing_is_sound_and_done_once(document: Document) -> None:
    out = published(document)
    assert out.problems() == ()
    assert published(out) == out
    for slot in out.slots():
        assert not any(isinstance(span.mark, Suggestion) for span in slot.text.spans)
    assert all(figure.media for figure in out.blocks if isinstance(figure, Figure))
