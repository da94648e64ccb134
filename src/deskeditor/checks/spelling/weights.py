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
        "common": -0.12, "elsewhere": 0.9, "habit-own-seen": 0.23, "habit-seen": 0.5, "left": 0.41,
        "length": -0.06, "listed": -0.02, "news-ratio": 0.28, "nowhere": -0.01, "ratio": 0.65,
        "right": 0.62, "slip-hamza": -0.07, "standing-3": -0.07, "typed-hamza": -4.64,
        "typed-madda": -0.54,
    },
    Slip.MARBUTA: {
        "common": -0.05, "definite-marbuta": 0.25, "elsewhere": 0.49, "habit-own-seen": -0.74,
        "habit-seen": 0.35, "left": 0.62, "length": 0.03, "listed": -0.25, "news-ratio": 0.02,
        "nowhere": 0.08, "ratio": 0.95, "right": 0.67, "slip-marbuta": -0.62, "standing-3": -0.62,
        "to-marbuta": 1.27,
    },
    Slip.MAQSURA: {
        "common": 0.03, "habit-own-seen": -0.59, "habit-seen": 0.83, "left": 0.63, "length": 0.33,
        "listed": 1.21, "news-ratio": 0.34, "nowhere": 0.72, "ratio": 0.49, "right": 0.83,
        "slip-maqsura": -0.4, "standing-3": -0.4,
    },
    Slip.SWAP: {
        "comes-back": -1.2, "elsewhere": 2.0, "left": 0.7, "length": 0.18, "listed": 0.2,
        "news-ratio": 0.13, "nowhere": 1.39, "ratio": 0.59, "right": 0.93, "seen-0-0": -0.14,
        "seen-0-1": -0.59, "seen-0-2": -0.2, "seen-1-0": 0.25, "seen-1-1": -0.52, "seen-1-2": -0.69,
        "seen-2-0": 0.05, "seen-2-1": 0.82, "seen-2-2": 0.13, "slip-swap": -0.88,
        "standing-3": -0.88, "stranger": 0.24,
    },
    Slip.SIMILAR: {
        "comes-back": -1.2, "common": -0.09, "elsewhere": 1.27, "left": 0.73, "listed": -0.04,
        "news-ratio": 0.2, "nowhere": 1.2, "ratio": 0.57, "right": 0.86, "seen-0-0": -0.62,
        "seen-0-1": -0.58, "seen-0-2": -0.07, "seen-1-0": 0.34, "seen-1-1": -0.49,
        "seen-1-2": -0.26, "seen-2-0": -0.13, "seen-2-1": 0.57, "seen-2-2": -0.25,
        "slip-similar": -1.48, "standing-3": -1.48, "stranger": 0.1,
    },
}  # fmt: skip
#: For words it has not.
STRANGE: Mapping[str, float] = {
    "comes-back": -1.2, "common": -0.22, "definite-marbuta": 0.53, "elsewhere": 1.35,
    "habit-own-seen": -0.45, "habit-seen": 1.05, "left": 0.21, "length": 0.17, "listed": 2.07,
    "news-ratio": 0.09, "nowhere": 1.5, "ratio": 0.49, "right": 0.5, "seen-0-0": -2.04,
    "seen-0-1": -0.99, "seen-0-2": -0.67, "seen-1-0": -1.72, "seen-1-1": -1.22, "seen-1-2": -0.23,
    "seen-2-0": -1.89, "seen-2-1": 0.06, "seen-2-2": -0.29, "slip-extra": -4.29, "slip-hamza": 1.84,
    "slip-maqsura": 1.78, "slip-marbuta": 0.65, "slip-missing": -2.11, "slip-mixed": -0.2,
    "slip-other": -4.42, "slip-similar": 0.66, "slip-swap": 1.17, "standing-0": -2.12,
    "standing-1": -1.74, "standing-2": -1.05, "stranger": -0.19, "to-marbuta": 0.68,
    "typed-hamza": -4.19, "typed-madda": -0.65,
}  # fmt: skip
