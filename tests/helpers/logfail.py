"""Fails a test on a log record of WARNING or above that it did not announce.

A warning nobody reads is a fault nobody mends. Python's own warnings are errors by `filterwarnings`
and Qt's messages by `qt_log_level_fail`, both in pyproject.toml; this plugin does the same for
`logging`, from any thread. A test that means to cause a record says so with a regular expression
that is searched in `LEVEL logger: message`:

    @pytest.mark.expected_log(r"WARNING deskeditor\\.store: no room left")
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

_collector = pytest.StashKey["_Collector"]()


class _Collector(logging.Handler):
    """Keeps what was logged at WARNING or above, as the line that a marker is matched against."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def take_unexpected(self, item: pytest.Item) -> list[str]:
        """The kept lines that no marker of this test announces; they are forgotten here."""
        lines, self.lines = self.lines, []
        patterns = [str(mark.args[0]) for mark in item.iter_markers("expected_log")]
        return [line for line in lines if not any(re.search(p, line) for p in patterns)]


def pytest_configure(config: pytest.Config) -> None:
    collector = _Collector()
    config.stash[_collector] = collector
    logging.getLogger().addHandler(collector)


def pytest_unconfigure(config: pytest.Config) -> None:
    logging.getLogger().removeHandler(config.stash[_collector])


def _phase(item: pytest.Item) -> Generator[None, object, object]:
    collector = item.config.stash[_collector]
    try:
        result = yield
    except BaseException:
        collector.lines.clear()  # a phase that fails by itself keeps its own reason
        raise
    unexpected = collector.take_unexpected(item)
    if unexpected:
        pytest.fail("Unexpected log records:\n" + "\n".join(unexpected), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _phase(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _phase(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _phase(item))
