"""Frames: what goes in comes out; what is no frame is refused, and never waits for ever."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.apart.frames import MOST, Data, Garbled, receive, send

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(max_examples=40)
@given(st.dictionaries(st.text(), JSON, max_size=4), st.binary(max_size=300))
def test_what_is_sent_comes_as_it_was(head: Data, raw: bytes) -> None:
    pipe = io.BytesIO()
    send(pipe, head, raw)
    pipe.seek(0)
    assert receive(pipe) == (head, raw)
    assert receive(pipe) is None


def test_a_file_name_that_is_no_text_passes() -> None:
    pipe = io.BytesIO()
    send(pipe, {"name": "صور\udcff.jpg"})
    pipe.seek(0)
    assert receive(pipe) == ({"name": "صور\udcff.jpg"}, b"")


@given(st.binary(max_size=40))
def test_garbage_is_refused_or_ends(raw: bytes) -> None:
    lengths = (3).to_bytes(4) + (0).to_bytes(4)
    for said in (raw, lengths + raw[:3]):
        try:
            found = receive(io.BytesIO(said))
        except Garbled:
            continue
        assert found is None or isinstance(found[0], dict)


def test_whoever_announces_too_much_is_not_waited_for() -> None:
    with pytest.raises(Garbled):
        receive(io.BytesIO((MOST + 1).to_bytes(4) + (0).to_bytes(4)))
    with pytest.raises(Garbled):
        receive(io.BytesIO((2).to_bytes(4) + (0).to_bytes(4) + b"[]"))


def test_a_frame_cut_off_is_an_end() -> None:
    pipe = io.BytesIO()
    send(pipe, {"do": "check"}, b"raw")
    assert receive(io.BytesIO(pipe.getvalue()[:-1])) is None
