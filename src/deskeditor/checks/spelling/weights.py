"""What each measure is worth.

Written by `packaging/language/fit_speller.py` from 60 published articles and the errors put into
them (seeds 1 to 4): do not mend by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.checks.spelling.candidates import Slip

#: For words the dictionary has, by the slip that leads to the candidate.
KNOWN: Mapping[Slip, Mapping[str, float]] = {
    Slip.HAMZA: {
        "common": -0.25, "elsewhere": 0.89, "habit-own-seen": -0.29, "habit-seen": 0.6,
        "left": 0.42, "length": 0.26, "listed": 0.97, "news-ratio": 0.41, "nowhere": 0.77,
        "ratio": 0.5, "right": 0.65, "slip-hamza": -0.22, "standing-3": -0.22,
        "typed-hamza": -4.88, "typed-madda": -1.87,
    },
    Slip.MARBUTA: {
        "common": -0.16, "definite-marbuta": 1.19, "elsewhere": 0.93, "habit-own-seen": -1.54,
        "habit-seen": 1.13, "left": 0.57, "length": 0.31, "listed": -0.04, "news-ratio": 0.21,
        "nowhere": 0.59, "ratio": 0.61, "right": 0.56, "slip-marbuta": -0.31, "standing-3": -0.31,
        "to-marbuta": 1.03,
    },
    Slip.MAQSURA: {
        "common": -0.3, "habit-own-seen": -0.05, "habit-seen": 0.73, "left": 0.55, "length": 0.29,
        "listed": 1.19, "news-ratio": 0.36, "nowhere": 1.59, "ratio": 0.42, "right": 0.77,
        "slip-maqsura": 0.25, "standing-3": 0.25,
    },
    Slip.MIXED: {
        "common": -0.57, "habit-own-seen": -0.5, "habit-seen": -1.23, "left": 0.63, "length": 0.7,
        "listed": -0.46, "ratio": 0.05, "right": 0.41, "slip-mixed": -1.02, "standing-3": -1.02,
    },
    Slip.SWAP: {
        "comes-back": -1.2, "common": -0.06, "elsewhere": 2.0, "left": 0.56, "length": 0.31,
        "listed": 0.16, "news-ratio": 0.13, "nowhere": 2.13, "ratio": 0.56, "right": 0.68,
        "seen-0-0": -0.7, "seen-0-1": -1.64, "seen-0-2": -1.35, "seen-1-0": 0.12,
        "seen-1-1": -0.26, "seen-1-2": -3.68, "seen-2-0": 0.98, "seen-2-1": 1.26,
        "seen-2-2": -0.08, "slip-swap": -0.54, "standing-3": -0.54, "stranger": 0.41,
    },
    Slip.SIMILAR: {
        "comes-back": -1.2, "common": -0.11, "elsewhere": 1.99, "left": 1.0, "length": 0.18,
        "listed": -0.28, "news-ratio": -0.09, "nowhere": 2.02, "ratio": 0.69, "right": 0.84,
        "seen-0-0": -1.45, "seen-0-1": -1.9, "seen-0-2": -0.88, "seen-1-0": -0.46,
        "seen-1-1": -1.0, "seen-1-2": -2.88, "seen-2-0": 0.2, "seen-2-1": 0.16, "seen-2-2": -4.17,
        "slip-similar": -0.82, "standing-3": -0.82, "stranger": -0.93,
    },
}  # fmt: skip
#: For words it has not.
STRANGE: Mapping[str, float] = {
    "comes-back": -1.2, "common": -0.48, "definite-marbuta": 0.85, "elsewhere": 1.13,
    "habit-own-seen": -1.39, "habit-seen": 1.94, "length": 0.28, "listed": 2.61,
    "news-ratio": 0.19, "nowhere": 1.79, "ratio": 0.38, "right": 0.25, "seen-0-0": -2.35,
    "seen-0-1": -4.92, "seen-0-2": -4.26, "seen-1-0": -1.5, "seen-1-1": -3.22,
    "seen-1-2": -1.75, "seen-2-0": -1.25, "seen-2-1": 1.05, "seen-2-2": -2.5,
    "slip-extra": -5.2, "slip-hamza": 2.06, "slip-maqsura": 2.65, "slip-marbuta": 0.93,
    "slip-missing": -3.03, "slip-mixed": -2.1, "slip-other": -5.68, "slip-similar": 0.88,
    "slip-swap": 1.38, "standing-0": -2.4, "standing-1": -1.42, "standing-2": -0.26,
    "stranger": -1.79, "to-marbuta": 1.11, "typed-hamza": -4.85, "typed-madda": -1.93,
}  # fmt: skip
