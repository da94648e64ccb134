"""Moments as the command line tells them: the newsroom's time, and how far that is from UTC."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from deskeditor.cli.context import Call
from deskeditor.domain.publication import BadProfile, Publication

AT = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)


def call(publications: object) -> Call:
    desk = SimpleNamespace(publications=publications)
    root: Any = SimpleNamespace(build=lambda *_: desk)
    say: Any = SimpleNamespace(language="ar")
    out: Any = None
    return Call(Namespace(home=None, login="salma", json=False), say, out, root)


class NoProfile:
    """A newsroom whose profile is gone."""

    def default(self) -> Publication:
        raise BadProfile("profile-missing", name="*")


def test_a_moment_is_told_in_the_newsroom_s_time_and_says_so() -> None:
    page = Publication("p", "صحيفة 2026 😀", timezone="Asia/Baghdad")
    assert call(SimpleNamespace(default=lambda: page)).moment(AT) == "2026-11-24 01:30 +0300"


def test_without_a_profile_it_is_told_in_utc_and_says_so() -> None:
    assert call(NoProfile()).moment(AT) == "2026-11-23 22:30 +0000"
    assert Publication("p", "p", timezone="نجمة/لا مكان").zone is UTC
