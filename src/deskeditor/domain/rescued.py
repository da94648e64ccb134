"""What came out of a desk that was saved elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskeditor.domain.ports import Damage


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved, counted by table, and what was lost or passed over, one by one."""

    saved: Mapping[str, int]
    lost: tuple[Damage, ...]
