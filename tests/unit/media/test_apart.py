"""Pictures decoded apart: the same answers, and a desk that outlives what a file does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.errors import BadInput
from deskeditor.domain.media import Hiding, Region
from deskeditor.media import wire
from deskeditor.media.apart import Apart
from deskeditor.media.images import Request, examine, render
from deskeditor.media.likeness import likeness
from helpers import photos


@pytest.fixture
def apart() -> Iterator[Apart]:
    made = Apart()
    yield made
    made.close()


def test_the_answers_are_those_of_this_process(apart: Apart, tmp_path: Path) -> None:
    raw = photos.camera_jpeg() + bytes(300_000)  # more than a pipe holds
    record, small = apart.examine(raw, "0" * 64, "سدّ.jpg", len(raw))
    assert record == examine(raw, "0" * 64, "سدّ.jpg", len(raw))
    assert small.data.startswith(b"\xff\xd8")
    path = tmp_path / "سدّ"
    path.write_bytes(raw)
    region, crop = Region(0.1, 0.1, 0.5, 0.5, Hiding.BLUR), Crop("square", 0, 0, 1, 0.625)
    hiding = replace(record, regions=(region,), people=("سلمى",), taken=date(2026, 11, 1))
    request = Request("jpeg", 40, 70, crop)
    made = apart.render(path, hiding, request)
    assert made == render(path, hiding, request=request)
    assert apart.likeness(path, "سدّ") == likeness(photos.drawn().rotate(-90, expand=True))


def test_refusals_come_through_in_their_own_words(apart: Apart, tmp_path: Path) -> None:
    for raw, code in (
        (b"<svg/>", "image-is-svg"),
        (b"MZ\x90", "image-not-picture"),
        (photos.png_bomb(12_000, 12_000), "image-too-large"),
        (photos.camera_jpeg()[:700], "image-damaged"),
    ):
        with pytest.raises(BadInput) as caught:
            apart.examine(raw, "0" * 64, "ملف", len(raw))
        assert caught.value.code == code
        assert caught.value.values["name"] == "ملف"
    with pytest.raises(BadInput) as caught:
        apart.likeness(tmp_path / "gone", "ضائعة")
    assert caught.value.code == "picture-missing"


def test_a_process_that_was_killed_is_replaced(apart: Apart) -> None:
    raw = photos.saved(photos.drawn(), "PNG")
    apart.examine(raw, "0" * 64, "a", len(raw))
    worker = apart._free.get()
    assert worker is not None
    worker.kill()
    worker._process.wait()
    apart._free.put(worker)
    assert apart.examine(raw, "0" * 64, "a", len(raw))[0].width == 80


def test_a_file_that_brings_the_process_down_is_told_and_the_next_one_works(apart: Apart) -> None:
    raw = photos.saved(photos.drawn(), "PNG")
    with pytest.raises(BadInput) as caught:
        apart._ask({"do": "nothing", "name": "قاتلة.png"}, raw)
    assert caught.value.code == "image-damaged"
    assert apart.examine(raw, "0" * 64, "a", len(raw))[0].width == 80


def test_what_takes_too_long_is_killed() -> None:
    hurried = Apart(patience=0.001)
    raw = photos.saved(photos.drawn(), "PNG")
    with pytest.raises(BadInput) as caught:
        hurried.examine(raw, "0" * 64, "بطيئة.png", len(raw))
    hurried.close()
    assert caught.value.code == "image-too-slow"


def test_records_and_requests_pass_whole() -> None:
    record = examine(photos.camera_jpeg(), "0" * 64, "a.jpg", 9)
    record = replace(record, people=("هادي", "Salma"), regions=(Region(0, 0, 0.5, 0.5),))
    assert wire.read_record(wire.record_data(record)) == record
    request = Request("png", 99, 50, Crop("wide", 0, 0, 1, 0.5), (Region(0, 0, 1, 1),))
    assert wire.read_request(wire.request_data(request)) == request
