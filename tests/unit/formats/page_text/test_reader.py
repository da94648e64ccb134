from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import (
    CommentMark,
    Direction,
    Figure,
    Heading,
    Note,
    Paragraph,
    Separator,
)
from deskeditor.domain.errors import BadInput
from deskeditor.formats.imported import Imported
from deskeditor.formats.page_text import MAX_BYTES, read_page, read_page_file
from helpers import pages
from helpers.fakes import CountingIds
from helpers.repository import RESOURCES, ROOT

NOW = datetime(2026, 2, 4, 9, 0, tzinfo=UTC)


def read(text: str) -> Imported:
    return read_page(text, CountingIds(), NOW)


def outline(found: Imported) -> list[str]:
    """Every field that has text, in reading order, as `part: text`."""
    said = [f"masthead: {line}" for line in found.details.masthead]
    header = found.document.header
    said += [f"{name}: {getattr(header, name).text}" for name in ("kicker", "headline")]
    said += [f"{name}: {getattr(header, name).text}" for name in ("deck", "byline", "dateline")]
    stamp = found.details.stamp
    if stamp:
        said.append(f"stamp: {stamp.label} {stamp.text}")
    for block in found.document.blocks:
        match block:
            case Figure():
                said += [f"title: {block.title}", f"caption: {block.caption.text}"]
            case Separator():
                said.append("separator: -")
            case Paragraph() | Heading() | Note():
                said.append(f"{type(block).__name__.lower()}: {block.text.text}")
            case _:
                pytest.fail(f"the reader makes no {block}")
    return [line for line in said if line.split(": ", 1)[1].strip()]


def ink(text: str) -> str:
    return "".join(sorted("".join(text.split())))


def all_text(found: Imported) -> str:
    """What document and details hold, and the drawn lines that the notes repeat."""
    stamp = found.details.stamp
    parts = [slot.text.text for slot in found.document.slots()]
    parts += [figure.title for figure in found.document.figures()]
    parts += [*found.details.masthead, stamp.label if stamp else "", stamp.text if stamp else ""]
    parts += [note.ar.split("«")[1].split("»")[0] for note in found.notes if "فاصلًا" in note.ar]
    return "".join(parts)


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.name)
def test_every_line_lands_in_its_field(page: pages.SamplePage) -> None:
    said = outline(read(page.text))
    expected = list(page.outline)
    assert [line[: len(wanted)] for line, wanted in zip(said, expected, strict=False)] == expected
    assert len(said) == len(expected)


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.name)
def test_nothing_is_dropped(page: pages.SamplePage) -> None:
    assert ink(all_text(read(page.text))) == ink(page.text)


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.name)
def test_origins_point_at_the_file(page: pages.SamplePage) -> None:
    found = read(page.text)
    assert found.origins
    slots = (*found.details.slots(), *found.document.slots())
    filled = {slot.address: slot.text.text for slot in slots if slot.text}
    assert filled.keys() == found.origins.keys()
    for address, start in found.origins.items():
        assert found.text[start : start + len(filled[address])] == filled[address]


def test_the_sample_page_of_the_house_reads_line_by_line() -> None:
    found = read_page_file(RESOURCES / "sample" / "page.txt", CountingIds(), NOW)
    said = outline(found)
    kinds = [line.split(":")[0] for line in said[:8]]
    assert kinds == [*["masthead"] * 3, "headline", "stamp", "title", "caption", "paragraph"]
    assert ink(all_text(found)) == ink(found.text)
    assert sum(line.startswith("caption") for line in said) == 3
    assert sum(line.startswith("heading") for line in said) == 2


def test_the_seed_page_reads_line_by_line() -> None:
    seed = ROOT / ".." / "shared" / "seed" / "article.txt"
    if not seed.exists():
        pytest.skip("the seed page is not beside this checkout")
    found = read_page_file(seed, CountingIds(), NOW)
    kinds = "".join(line[0] for line in outline(found))
    assert (
        kinds == "mmm" + "h" + "s" + "tc" + "pp" + "c" + "p" + "h" + "pp" + "c" + "p" * 9 + "hppp"
    )
    assert found.details.stamp is not None
    assert found.details.stamp.day is None
    assert ink(all_text(found)) == ink(found.text)


def test_a_stamp_without_a_date_is_told_and_never_guessed() -> None:
    found = read(pages.FULL.text.replace(": الأربعاء 4 شباط/فبراير 2026 - 10:30", ""))
    assert found.details.stamp is not None
    assert found.details.stamp.label == "نشر"
    assert found.details.published_on is None
    assert any("بلا تاريخ" in note.ar and "no date" in note.en for note in found.notes)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (pages.FULL, date(2026, 2, 4)),
        (pages.TIGHT, date(2026, 2, 4)),
        (pages.ENGLISH, date(2026, 2, 4)),
        (pages.PLAIN, None),
    ],
)
def test_the_day_of_publication(page: pages.SamplePage, day: date | None) -> None:
    assert read(page.text).details.published_on == day


def test_an_update_line_is_kept_under_the_stamp() -> None:
    text = pages.FULL.text.replace("The dam wall\n", "آخر تحديث: 5-2-2026\nThe dam wall\n", 1)
    stamp = read(text).details.stamp
    assert stamp is not None
    assert stamp.day == date(2026, 2, 4)
    assert stamp.text.endswith("آخر تحديث: 5-2-2026")


def test_the_hero_comes_first_and_has_no_picture_yet() -> None:
    hero = read(pages.FULL.text).document.blocks[0]
    assert isinstance(hero, Figure)
    assert hero.hero
    assert hero.media is None
    assert hero.title == "The dam wall"


def test_what_is_unsure_carries_a_comment_and_a_note() -> None:
    found = read(pages.RULED.text)
    heading = next(b for b in found.document.blocks if isinstance(b, Heading))
    mark = heading.text.spans[0].mark
    assert isinstance(mark, CommentMark)
    assert [thread.id for thread in found.document.threads] == [mark.id]
    message = found.document.threads[0].messages[0]
    assert (message.author, message.at) == ("import", NOW)
    assert any(note.en.startswith("Line 5") for note in found.notes)


def test_lines_of_no_break_spaces_are_left_out_and_told() -> None:
    found = read(pages.PLAIN.text.replace(f"\n\n{pages.SECOND}", f"\n\n\u00a0\n\n{pages.SECOND}"))
    assert not any(slot.text.text == "\u00a0" for slot in found.document.slots())
    assert any(note.en.endswith("left out: 5.") for note in found.notes)


def test_the_document_is_sound_and_speaks_its_language() -> None:
    arabic, english = read(pages.FULL.text).document, read(pages.ENGLISH.text).document
    assert (arabic.language, arabic.direction) == ("ar", Direction.RTL)
    assert (english.language, english.direction) == ("en", Direction.LTR)
    assert arabic.problems() == english.problems() == ()


def test_pasted_text_may_hold_anything() -> None:
    found = read(pages.PLAIN.text + "\n\x00\ufffc\ud800 بقية 🌊.\n")
    assert found.document.problems() == ()
    assert found.text.endswith("\ufffd\ufffd\ufffd بقية 🌊.\n")
    assert any("�" in note.en for note in found.notes)


def test_line_ends_of_every_system_count() -> None:
    windows = read(pages.FULL.text.replace("\n", "\r\n"))
    assert outline(windows) == outline(read(pages.FULL.text))
    assert ink(all_text(windows)) == ink(pages.FULL.text)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*pages.FULL.text.split("\n"), *pages.TIGHT.text.split("\n"), "", "\u00a0"]
        ),
        st.text(max_size=60),
    ),
    min_size=1,
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_text_reads_whole(lines: list[str], end: str) -> None:
    from deskeditor.formats.decoding import decode

    text = end.join(lines)
    if not text.strip():
        return
    try:
        source = decode(text.encode("utf-8", "replace"), "page.txt")
    except BadInput:
        return
    found = read_page(source, CountingIds(), NOW)
    assert found.document.problems() == ()
    assert ink(all_text(found)) == ink("".join(_visible(source.text)))
    slots = (*found.details.slots(), *found.document.slots())
    said = {slot.address: slot.text.text for slot in slots}
    for address, start in found.origins.items():
        assert found.text[start : start + len(said[address])] == said[address]


def _visible(text: str) -> list[str]:
    """Lines with something to see: a line of marks without a picture counts as empty."""
    from deskeditor.formats.page_text.lines import split

    return [line.text for line in split(text).lines]


def test_a_fifty_megabyte_text_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    big = tmp_path / "كبير.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(BadInput) as caught:
        read_page_file(big, CountingIds(), NOW)
    assert caught.value.code == "file-too-large"
    assert caught.value.values == {"name": "كبير.txt", "size": 50, "limit": MAX_BYTES // 1_000_000}


def test_the_file_name_becomes_the_origin(tmp_path: Path) -> None:
    path = tmp_path / "صفحة\u202egpj.txt"
    path.write_text(pages.PLAIN.text, "utf-8")
    found = read_page_file(path, CountingIds(), NOW)
    assert found.details.origin == "صفحةgpj.txt"
    assert replace(found.details, origin="") == read(pages.PLAIN.text).details
