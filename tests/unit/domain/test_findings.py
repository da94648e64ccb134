"""The class of a finding follows from its rule and its severity."""

from __future__ import annotations

import pytest

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual


def _finding(severity: Severity, kind: FindingClass | None = None) -> Finding:
    words = Bilingual("انظر «😀 HP-42 ثمّ»", "See")
    return Finding(
        "style.sample",
        Category.STYLE,
        severity,
        Anchor(Address("p"), 0, 2),
        "😀 ",
        words,
        kind=kind,
    )


@pytest.mark.parametrize(
    ("severity", "kind", "shape"),
    [
        (Severity.BLOCK, None, FindingClass.ERROR),
        (Severity.ERROR, None, FindingClass.ERROR),
        (Severity.CHECK, None, FindingClass.CHECK),
        (Severity.HINT, None, FindingClass.HINT),
        (Severity.HINT, FindingClass.NAME, FindingClass.NAME),
        (Severity.CHECK, FindingClass.ERROR, FindingClass.ERROR),
    ],
)
def test_a_hint_is_never_an_alarm(
    severity: Severity, kind: FindingClass | None, shape: FindingClass
) -> None:
    assert _finding(severity, kind).shape is shape
