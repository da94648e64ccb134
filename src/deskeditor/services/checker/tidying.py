"""Python's search for what nobody holds, kept out of the answers of the process that checks.

It walks through everything that is remembered of a long piece: 150 ms, in the middle of an answer.
Here it walks through the new things behind each answer, and through all of them once nobody asks.
"""

from __future__ import annotations

import gc

#: Seconds without a question after which all is gone through.
IDLE = 2.0


class Tidying:
    """The search, done by hand from here on."""

    def __init__(self) -> None:
        """Nothing is searched for by itself any more."""
        gc.disable()
        self._settled = False

    def lightly(self) -> None:
        """Behind an answer: what it left, some milliseconds; the first time, all of it."""
        if self._settled:
            gc.collect(1)
        else:
            self.thoroughly()

    def end(self) -> None:
        """Have Python search by itself again."""
        gc.unfreeze()
        gc.enable()

    def thoroughly(self) -> None:
        """While nobody asks: all of it; what stays is not walked through again until then."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._settled = True
