from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.errors import BadInput
from deskeditor.domain.publication import Digits, Export, HouseStyle, Publication
from deskeditor.formats.html import HtmlWriter
from helpers import documents, stress
from helpers.repository import RESOURCES

GOLDEN = Path(__file__).parents[3] / "golden" / "html" / "stress.html"
SEEN = Path(__file__).parents[3] / "output" / "stress.html"
PICTURES = {stress.MEDIA: stress.picture()}


@pytest.fixture(scope="module")
def writer() -> HtmlWriter:
    return HtmlWriter(RESOURCES)


@pytest.fixture(scope="module")
def page(writer: HtmlWriter) -> str:
    return writer.write(stress.ARTICLE, stress.PUBLICATION, PICTURES).decode()


@pytest.fixture(scope="module")
def tree(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page.encode())


def test_the_page_is_the_golden_one(page: str) -> None:
    """After a wanted change: read `tests/output/stress.html`, then put it over the golden one."""
    picture = base64.b64encode(PICTURES[stress.MEDIA].data).decode()
    style = (RESOURCES / "styles" / "article.css").read_text("utf-8").strip()
    shown = page.replace(picture, "PICTURE").replace(style, "STYLE")
    SEEN.parent.mkdir(exist_ok=True)
    SEEN.write_text(shown, "utf-8")
    assert shown == GOLDEN.read_text("utf-8")


def test_language_and_direction(tree: lxml.html.HtmlElement) -> None:
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert [p.text_content() for p in tree.cssselect("p[dir=ltr]")] == [
        "The coach said “we came back” – عدنا – after 90 minutes."
    ]


def test_the_form_of_an_article(tree: lxml.html.HtmlElement) -> None:
    def texts(selector: str) -> list[str]:
        return [element.text_content() for element in tree.cssselect(selector)]

    assert texts("header.masthead .board") == list(stress.PUBLICATION.masthead)
    assert texts("article > header > h1") == [stress.DOCUMENT.header.headline.text]
    assert texts("article > header .kicker") == ["ملاعب"]
    assert texts("time[datetime='2026-11-23']") == ["23 تشرين الثاني 2026"]
    assert texts("article > figure.hero figcaption .credit") == [
        "الصورة: زينب كريم / أرشيف الجريدة"
    ]
    assert texts("blockquote cite") == ["المدرب سلام جابر"]
    assert texts("table caption") == ["بعد ثلاث جولات"]
    assert texts("li > ul > li") == ["حارس: علي كاظم", "دفاع: حسن عبد الله"]
    assert texts("h2") == ["شوط أول بلا أهداف"]


def test_pictures_ride_in_the_page(tree: lxml.html.HtmlElement) -> None:
    hero, inner = tree.cssselect("img")
    assert base64.b64decode((hero.get("src") or ",").split(",")[1]) == PICTURES[stress.MEDIA].data
    assert (hero.get("alt"), inner.get("alt")) == ("جدار السد من الضفة الشرقية", "جدار قديم")
    assert (hero.get("width"), hero.get("height")) == ("64", "40")


def test_runs_that_would_turn_around_are_isolated(tree: lxml.html.HtmlElement) -> None:
    isolates = [bdi.text_content() for bdi in tree.cssselect("article p bdi[dir=ltr]")]
    assert {"2-1", "+964 770-123-4567", "87.5%", "C++", "WHO"} <= set(isolates)
    assert "23/11/2026" not in isolates


def test_nothing_internal_leaves(page: str) -> None:
    assert not [secret for secret in stress.SECRETS if secret in page]
    assert "صورة لم تصل" not in page


def test_no_script_no_outside_and_no_style_of_text(tree: lxml.html.HtmlElement) -> None:
    assert [s.get("type") for s in tree.cssselect("script")] == ["application/ld+json"]
    assert {a.get("href") for a in tree.cssselect("a")} == {
        "https://example.org/تقرير?a=1&b=2",
        "mailto:desk@example.org",
    }
    assert not tree.cssselect("link, iframe, object, [onclick], [style]")
    assert "<script>alert('x')</script>" in tree.cssselect("article")[0].text_content()


def test_structured_data_says_what_is_known(tree: lxml.html.HtmlElement) -> None:
    data = json.loads(tree.cssselect("script")[0].text_content())
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == stress.DOCUMENT.header.headline.text
    assert data["datePublished"] == "2026-11-23"
    assert data["publisher"]["name"] == "صحيفة الرافدين"


HOSTILE = "</script><script>alert('\"1\"')</script></title>&lt;"


def test_hostile_text_is_text_everywhere(writer: HtmlWriter) -> None:
    bad = Inline(HOSTILE)
    document = Document(Header(bad, bad, bad, bad, bad), (Paragraph("p", bad),))
    publication = Publication("x", HOSTILE, masthead=(HOSTILE,), export=Export(licence=HOSTILE))
    article = Article("a", "o", document, Details(desk=HOSTILE, place=HOSTILE))
    page = writer.write(article, publication, {}).decode()
    tree = lxml.html.document_fromstring(page.encode())
    assert len(tree.cssselect("script")) == 1
    assert json.loads(tree.cssselect("script")[0].text_content())["headline"] == HOSTILE
    assert tree.cssselect("title")[0].text_content() == HOSTILE
    assert tree.cssselect("meta[property='og:title']")[0].get("content") == HOSTILE


def test_a_credit_that_names_itself_stands_alone(writer: HtmlWriter) -> None:
    figure = replace(stress.DOCUMENT.figures()[0], credit="رسم: هيئة التحرير")
    article = replace(stress.ARTICLE, document=Document(blocks=(figure,)))
    page = writer.write(article, stress.PUBLICATION, PICTURES).decode()
    assert '<span class="credit">رسم: هيئة التحرير</span>' in page


def test_no_day_is_made_up(writer: HtmlWriter) -> None:
    article = replace(stress.ARTICLE, details=replace(stress.ARTICLE.details, published_on=None))
    page = writer.write(article, stress.PUBLICATION, PICTURES).decode()
    assert "<time" not in page
    assert "datePublished" not in page
    assert "published_time" not in page


def test_the_house_says_how_a_day_is_written(writer: HtmlWriter) -> None:
    house = HouseStyle(digits=Digits.ARABIC)
    page = writer.write(stress.ARTICLE, replace(stress.PUBLICATION, house=house), PICTURES)
    assert "٢٣ تشرين الثاني ٢٠٢٦" in page.decode()
    assert "arabic-indic" in page.decode()
    assert "arabic-indic" not in writer.write(stress.ARTICLE, stress.PUBLICATION, PICTURES).decode()


def test_the_imported_masthead_stands_where_the_publication_has_none(writer: HtmlWriter) -> None:
    details = replace(stress.ARTICLE.details, masthead=("هيئة التحرير: أبناء الجبل",))
    article, bare = replace(stress.ARTICLE, details=details), Publication("x", "س")
    assert "هيئة التحرير: أبناء الجبل" in writer.write(article, bare, PICTURES).decode()
    silent = replace(bare, export=Export(show_masthead=False))
    assert "هيئة التحرير" not in writer.write(article, silent, PICTURES).decode()


@pytest.mark.parametrize("name", ["none-such", "../../etc/passwd", "", "Default"])
def test_a_template_that_is_not_there_is_named(writer: HtmlWriter, name: str) -> None:
    publication = replace(stress.PUBLICATION, export=Export(template=name))
    with pytest.raises(BadInput) as caught:
        writer.write(stress.ARTICLE, publication, PICTURES)
    assert caught.value.code == "template-missing"


@settings(max_examples=40)
@given(documents.documents)
def test_any_document_becomes_a_page_with_all_its_words(document: Document) -> None:
    from deskeditor.formats.published import published

    figures = {f.media: stress.picture() for f in document.figures() if f.media}
    article = Article("a", "o", document)
    page = HtmlWriter(RESOURCES).write(article, stress.PUBLICATION, figures)
    tree = lxml.html.document_fromstring(page)
    said = "".join("".join(tree.itertext()).split())
    for block in published(document).blocks:
        if isinstance(block, Paragraph):
            assert "".join(block.text.text.split()) in said
