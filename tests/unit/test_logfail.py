"""The gate that fails a test on a log record nobody announced."""

from __future__ import annotations

import pytest

from helpers.repository import ROOT

pytest_plugins = ["pytester"]

SAMPLE = """
import logging, threading
import pytest

def test_quiet():
    logging.getLogger("desk").info("as usual")

def test_loud():
    logging.getLogger("desk").warning("no room left")

def test_loud_in_a_thread():
    thread = threading.Thread(target=logging.getLogger("desk").error, args=("lost",))
    thread.start()
    thread.join()

@pytest.mark.expected_log("WARNING desk: no room")
def test_announced():
    logging.getLogger("desk").warning("no room left")

@pytest.mark.expected_log("WARNING desk: something else")
def test_announced_otherwise():
    logging.getLogger("desk").warning("no room left")
"""


def test_only_unannounced_records_fail(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    pytester.makeini("[pytest]\nmarkers =\n    expected_log(pattern): announced\n")
    pytester.makepyfile(SAMPLE)
    result = pytester.runpytest_subprocess("-p", "helpers.logfail", "-p", "no:randomly")
    result.assert_outcomes(passed=2, failed=3)
    result.stdout.fnmatch_lines(["*ERROR desk: lost*"])
