"""What the benchmarks share: rounds in turn, medians, and one line a ratio.

Absolute times move with the machine, so every figure that counts is a ratio taken in one run: each
round measures every contestant once, in an order that turns, and the ratio told is the median of
the rounds' own ratios.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

ROUNDS = 9


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once, by the wall clock."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def rounds(
    contestants: Mapping[str, Callable[[], float]], count: int = ROUNDS
) -> dict[str, list[float]]:
    """Each contestant's measurements; contestants answer seconds. One round unmeasured first."""
    names = list(contestants)
    for name in names:
        contestants[name]()
    taken: dict[str, list[float]] = {name: [] for name in names}
    for number in range(count):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            taken[name].append(contestants[name]())
    return taken


def tell(title: str, taken: Mapping[str, list[float]], base: str) -> None:
    """Medians in ms, and each contestant's ratio to `base`: the median of the rounds' ratios."""
    print(title)
    for name, times in taken.items():
        pairs = zip(times, taken[base], strict=True)
        ratio = median(time / floor for time, floor in pairs)
        spread = f"{min(times) * 1000:.0f}-{max(times) * 1000:.0f}"
        print(f"  {name}: median {median(times) * 1000:.1f} ms ({spread}), ratio {ratio:.2f}")
