"""Where answers go: pipes that close, encodings without Arabic, disks that fill."""

from __future__ import annotations

import errno
import io
import json
import sys

import pytest

from deskeditor.cli.output import Output, OutputLost, complain, prepare

MIXED = "قال «نعم» 25% في Reuters، وأضاف: شُكرًا 😀"


class Broken(io.StringIO):
    """A stream that fails with one error number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, text: str) -> int:  # noqa: ARG002 - a stream's own signature
        raise OSError(self.number, "no room")


def test_lines_and_json_keep_every_character() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
    out = Output(stream)
    out.line(MIXED)
    out.json({"text": MIXED})
    stream.seek(0)
    first, rest = stream.read().split("\n", 1)
    assert first == MIXED
    assert MIXED in rest
    assert json.loads(rest) == {"text": MIXED}


def test_json_is_valid_where_the_stream_holds_no_arabic() -> None:
    raw = io.BytesIO()
    out = Output(io.TextIOWrapper(raw, "iso-8859-1"))
    out.json({"text": MIXED})
    out.finish()
    assert json.loads(raw.getvalue().decode("ascii")) == {"text": MIXED}


def test_a_reader_that_went_away_is_no_error() -> None:
    out = Output(Broken(errno.EPIPE))
    for _ in range(3):
        out.line(MIXED)
    out.finish()


def test_a_full_disk_is_a_known_error_told_once() -> None:
    out = Output(Broken(errno.ENOSPC))
    with pytest.raises(OutputLost) as caught:
        out.line(MIXED)
    assert caught.value.code == "output-lost"
    out.finish()


def test_a_process_without_standard_output_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    prepare()
    out = Output()
    out.line(MIXED)
    out.json({"text": MIXED})
    out.finish()
    complain(MIXED)


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain(f"{MIXED}\n  سطر ثان")
    assert capsys.readouterr().err == f"{MIXED} سطر ثان\n"
