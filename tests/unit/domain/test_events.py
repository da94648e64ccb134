from __future__ import annotations

import pytest

from deskeditor.domain.events import ArticleCreated, Bus, RevisionMade


def test_listeners_hear_their_own_kind_until_they_leave() -> None:
    bus = Bus()
    heard: list[object] = []
    leave = bus.subscribe(ArticleCreated, heard.append)
    bus.publish(ArticleCreated("a1"))
    bus.publish(RevisionMade("a1", "f" * 64))
    leave()
    bus.publish(ArticleCreated("a2"))
    assert heard == [ArticleCreated("a1")]


@pytest.mark.expected_log("listener failed")
def test_a_failing_listener_does_not_stop_the_next() -> None:
    bus = Bus()
    heard: list[object] = []

    def fail(_: ArticleCreated) -> None:
        raise RuntimeError

    bus.subscribe(ArticleCreated, fail)
    bus.subscribe(ArticleCreated, heard.append)
    bus.publish(ArticleCreated("a1"))
    assert heard == [ArticleCreated("a1")]
