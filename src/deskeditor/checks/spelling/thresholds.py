"""From which margin on a doubt is shown, and from which it is called an error.

Chosen from margins of texts that the weights had not seen (five folds over 60 published articles,
errors of four seeds put into them): each threshold trades errors found for false alarms.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.checks.spelling.candidates import Slip

#: Shown from here on: a word the dictionary has, by the slip that leads to the candidate.
SHOWN_KNOWN: Mapping[Slip, float] = {
    Slip.HAMZA: 1.9, Slip.MARBUTA: 0.8, Slip.MAQSURA: 0.6, Slip.MIXED: 4.0, Slip.SWAP: 2.5,
    Slip.SIMILAR: 1.3,
}  # fmt: skip
#: The same for a word it has not.
SHOWN_STRANGE: Mapping[Slip, float] = {
    Slip.HAMZA: 2.8, Slip.MARBUTA: 2.5, Slip.MAQSURA: 2.5, Slip.MIXED: 4.0, Slip.SWAP: 0.4,
    Slip.SIMILAR: 0.7, Slip.EXTRA: 1.0, Slip.MISSING: 1.0, Slip.OTHER: 1.0,
}  # fmt: skip
#: The same for a word only the dictionary lacks, the news has it often: أربيل is no أبريل.
SHOWN_ESTABLISHED: Mapping[Slip, float] = {Slip.SWAP: 2.9, Slip.SIMILAR: 4.5}
#: The same for one seen here and there: more often a name than a slip.
SHOWN_SEEN: Mapping[Slip, float] = {Slip.SWAP: 2.4, Slip.SIMILAR: 2.4}
#: Added for a word in quotation glyphs that hold three words at most: titles and names of papers,
#: sites and works are written as their owners write them.
TITLED = 1.5
#: Added behind a given name: family names are no words, and near one by chance. Habits of spelling
#: are as wrong in a name as elsewhere.
NAMED = 2.0
#: An error from here on; of words the dictionary has, only spelling habits are.
SURE, SURE_KNOWN = 3.9, 5.8
#: Never a word, whatever stands beside it.
CERTAIN = frozenset("الى والى التى والتى الذى والذى فى وفى".split())
