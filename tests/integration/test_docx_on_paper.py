"""Our Word file as LibreOffice prints it: on the right, bold, in order."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from deskeditor.formats.docx import DocxWriter
from helpers import stress

#: A4 in points.
PAGE_WIDTH = 595


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, float, float]]:
    """Every word of the printed page with its left and right edge, in points."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    assert office, "this test prints with LibreOffice: make test installs it"
    assert reader, "this test reads the print with poppler-utils: make test installs it"
    folder = tmp_path_factory.mktemp("paper")
    path = folder / "a.docx"
    pictures = {stress.MEDIA: stress.picture(640, 360)}
    path.write_bytes(DocxWriter().write(stress.ARTICLE, stress.PUBLICATION, pictures))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    boxes = folder / "a.html"
    subprocess.run(
        [reader, "-enc", "UTF-8", "-bbox", folder / "a.pdf", boxes], check=True, timeout=60
    )
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>([^<]*)</word>',
        boxes.read_text("utf-8", "replace"),
    )
    return [(word, float(left), float(right)) for left, right, word in found]


def edges(words: list[tuple[str, float, float]], wanted: str) -> tuple[float, float]:
    """Arabic words are read back from their last letter to their first (lam-alef stays one)."""
    shown = wanted if wanted.isascii() else wanted[::-1]
    found = [(left, right) for word, left, right in words if shown in word]
    assert found, words[:40]
    return found[0]


@pytest.mark.timeout(180)
def test_arabic_stands_on_the_right_and_latin_lines_on_the_left(
    words: list[tuple[str, float, float]],
) -> None:
    for first in ("صحيفة", "ترتيب", "التشكيلة", "منتخب"):
        assert edges(words, first)[1] > PAGE_WIDTH * 0.8
    assert edges(words, "The")[0] < PAGE_WIDTH * 0.2


@pytest.mark.timeout(180)
def test_the_table_is_mirrored(words: list[tuple[str, float, float]]) -> None:
    country, points, goals = (edges(words, cell)[0] for cell in ("العراق", "٦", "7-2"))
    assert country > points > goals


@pytest.mark.timeout(180)
def test_numbers_and_signs_keep_their_order(words: list[tuple[str, float, float]]) -> None:
    text = " ".join(word for word, _, _ in words)
    assert "2-1" in text
    assert "C++" in text
    assert "770-123-4567" in text
