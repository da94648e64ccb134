"""What each measure is worth.

Written by `packaging/language/fit_speller.py` from 60 published articles and the errors put into
them (seeds 1 to 3): do not mend by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.checks.spelling.candidates import Slip

#: For words the dictionary has, by the slip that leads to the candidate.
KNOWN: Mapping[Slip, Mapping[str, float]] = {
    Slip.HAMZA: {
        "common": -0.13, "elsewhere": 0.87, "habit-own-seen": 0.21, "habit-seen": 0.48,
        "left": 0.41, "length": -0.04, "listed": -0.01, "news-ratio": 0.28,
        "nowhere": -0.01, "ratio": 0.66, "right": 0.63, "slip-hamza": -0.04,
        "standing-3": -0.04, "typed-hamza": -4.53, "typed-madda": -0.58,
    },
    Slip.MARBUTA: {
        "common": -0.21, "definite-marbuta": 0.31, "elsewhere": 0.34,
        "habit-own-seen": -0.78, "habit-seen": 0.1, "left": 0.55, "length": -0.23,
        "listed": -0.13, "news-ratio": 0.19, "nowhere": -0.01, "ratio": 0.69, "right": 0.65,
        "slip-marbuta": -0.48, "standing-3": -0.48, "to-marbuta": 1.45,
    },
    Slip.MAQSURA: {
        "common": 0.03, "habit-own-seen": -0.59, "habit-seen": 0.82, "left": 0.65,
        "length": 0.33, "listed": 1.21, "news-ratio": 0.35, "nowhere": 0.72, "ratio": 0.48,
        "right": 0.82, "slip-maqsura": -0.4, "standing-3": -0.4,
    },
    Slip.SWAP: {
        "comes-back": -1.2, "common": -0.04, "elsewhere": 2.0, "left": 0.68, "length": 0.07,
        "listed": 0.2, "news-ratio": 0.16, "nowhere": 1.42, "ratio": 0.54, "right": 0.95,
        "seen-0-0": -0.07, "seen-0-1": -0.48, "seen-0-2": -0.21, "seen-1-0": 0.43,
        "seen-1-1": -0.45, "seen-1-2": -0.59, "seen-2-0": 0.09, "seen-2-1": 0.89,
        "seen-2-2": -0.53, "slip-swap": -0.92, "standing-3": -0.92, "stranger": 0.33,
    },
    Slip.SIMILAR: {
        "comes-back": -1.2, "common": -0.1, "elsewhere": 1.32, "left": 0.77,
        "listed": -0.02, "news-ratio": 0.19, "nowhere": 1.15, "ratio": 0.56, "right": 0.82,
        "seen-0-0": -0.62, "seen-0-1": -0.59, "seen-0-2": -0.07, "seen-1-0": 0.34,
        "seen-1-1": -0.47, "seen-1-2": -0.26, "seen-2-0": -0.11, "seen-2-1": 0.57,
        "seen-2-2": -0.26, "slip-similar": -1.46, "standing-3": -1.46, "stranger": 0.05,
    },
}  # fmt: skip
#: For words it has not.
STRANGE: Mapping[str, float] = {
    "comes-back": -1.2, "common": -0.21, "definite-marbuta": 0.52, "elsewhere": 1.34,
    "habit-own-seen": -0.47, "habit-seen": 1.06, "left": 0.21, "length": 0.17, "listed": 2.09,
    "news-ratio": 0.13, "nowhere": 1.48, "ratio": 0.46, "right": 0.5, "seen-0-0": -2.05,
    "seen-0-1": -1.0, "seen-0-2": -0.72, "seen-1-0": -1.62, "seen-1-1": -1.22,
    "seen-1-2": -0.23, "seen-2-0": -1.85, "seen-2-1": 0.05, "seen-2-2": -0.29,
    "slip-extra": -4.31, "slip-hamza": 1.83, "slip-maqsura": 1.74, "slip-marbuta": 0.63,
    "slip-missing": -2.1, "slip-mixed": -0.19, "slip-other": -4.31, "slip-similar": 0.65,
    "slip-swap": 1.14, "standing-0": -2.1, "standing-1": -1.77, "standing-2": -1.06,
    "stranger": -0.27, "to-marbuta": 0.65, "typed-hamza": -4.19, "typed-madda": -0.65,
}  # fmt: skip
