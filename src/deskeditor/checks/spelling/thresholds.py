"""From which margin on a doubt is shown, and from which it is called an error.

Chosen from margins of texts that the weights had not seen (five folds over 60 published articles,
errors of four seeds put into them): each threshold trades errors found for false alarms.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.checks.spelling.candidates import Slip

#: Shown from here on: a word the dictionary has, by the slip that leads to the candidate.
SHOWN_KNOWN: Mapping[Slip, float] = {
    Slip.HAMZA: 2.0, Slip.MARBUTA: 0.7, Slip.MAQSURA: 0.4, Slip.MIXED: 2.0, Slip.SWAP: 2.25,
    Slip.SIMILAR: 1.2,
}  # fmt: skip
#: The same for a word it has not.
SHOWN_STRANGE: Mapping[Slip, float] = {
    Slip.HAMZA: 1.1, Slip.SWAP: 0.8, Slip.SIMILAR: 1.1, Slip.EXTRA: 0.5,
}  # fmt: skip
#: The same for a word only the dictionary lacks, the news has it often: أربيل is no أبريل.
SHOWN_ESTABLISHED: Mapping[Slip, float] = {Slip.SWAP: 4.5, Slip.SIMILAR: 4.5}
#: The same for one seen here and there: more often a name than a slip.
SHOWN_SEEN: Mapping[Slip, float] = {Slip.SWAP: 3.0, Slip.SIMILAR: 3.0}
#: An error from here on; of words the dictionary has, only spelling habits are.
SURE, SURE_KNOWN = 4.05, 6.5
#: Never a word, whatever stands beside it.
CERTAIN = frozenset("الى والى التى والتى الذى والذى فى وفى".split())
